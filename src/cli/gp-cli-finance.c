/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * groeiplan-cli finance: what the projects cost, as spent, budgeted, committed and forecast in a
 * scenario; how that differs; and who is to pay.
 */
#include "gp-cli-finance.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct {
  char *scenario, *against, *format;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->scenario);
  g_free (options->against);
  g_free (options->format);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

/* ---- what is compared ---------------------------------------------------------------------------
 */

gboolean
gp_cli_finance_has (const GpCliFinance *shown, GpFinanceKind kind, GpYear year)
{
  return gp_finance_total (shown->finance, kind, year).n_known > 0;
}

static void
add_pair (GArray *pairs, GpCliComparison what, GpFinanceColumn from, GpFinanceColumn to)
{
  const GpCliPair pair = {what, from, to};
  g_array_append_val (pairs, pair);
}

/* An actual against that of the year before which has one. */
static void
add_years (const GpCliFinance *shown, GArray *pairs)
{
  GpYear before = GP_YEAR_NONE;
  for (int y = gp_finance_first_year (shown->finance); y <= gp_finance_last_year (shown->finance);
       y++) {
    GpYear year = (GpYear)y;
    if (!gp_cli_finance_has (shown, GP_FINANCE_ACTUAL, year))
      continue;
    if (before != GP_YEAR_NONE)
      add_pair (pairs, GP_CLI_YEARS, (GpFinanceColumn){shown->finance, GP_FINANCE_ACTUAL, before},
                (GpFinanceColumn){shown->finance, GP_FINANCE_ACTUAL, year});
    before = year;
  }
}

static void
add_budgets (const GpCliFinance *shown, GArray *pairs)
{
  for (int y = gp_finance_first_year (shown->finance); y <= gp_finance_last_year (shown->finance);
       y++) {
    GpYear year = (GpYear)y;
    GpFinanceKind to = gp_cli_finance_has (shown, GP_FINANCE_ACTUAL, year) ? GP_FINANCE_ACTUAL
                                                                           : GP_FINANCE_FORECAST;
    if (gp_cli_finance_has (shown, GP_FINANCE_BUDGET, year) && gp_cli_finance_has (shown, to, year))
      add_pair (pairs, GP_CLI_BUDGETS, (GpFinanceColumn){shown->finance, GP_FINANCE_BUDGET, year},
                (GpFinanceColumn){shown->finance, to, year});
  }
}

static void
add_scenarios (const GpCliFinance *shown, GArray *pairs)
{
  for (int y = shown->project->plan_from; y <= shown->project->last_year; y++) {
    GpYear year = (GpYear)y;
    if (gp_cli_finance_has (shown, GP_FINANCE_FORECAST, year))
      add_pair (pairs, GP_CLI_SCENARIOS,
                (GpFinanceColumn){shown->against, GP_FINANCE_FORECAST, year},
                (GpFinanceColumn){shown->finance, GP_FINANCE_FORECAST, year});
  }
}

GArray *
gp_cli_finance_pairs (const GpCliFinance *shown)
{
  GArray *pairs = g_array_new (FALSE, FALSE, sizeof (GpCliPair));
  add_years (shown, pairs);
  add_budgets (shown, pairs);
  if (shown->against != NULL)
    add_scenarios (shown, pairs);
  return pairs;
}

const char *
gp_cli_money_state (GpMoneyState state)
{
  static const char *const names[] = {"missing", "given", "computed", "rough"};
  return names[state];
}

/* ---- the command -------------------------------------------------------------------------------
 */

/* The finance of a scenario with its stored plan, if there is one; a plan that is older than the
 * data is used, and it is said. */
static GpFinance *
make_finance (GpCli *cli, GpStore *store, const GpProject *project, guint32 scenario,
              gboolean *has_plan, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (GpPlan) plan =
      gp_store_get_plan_figures (store, project->scenarios[scenario].code, &local);
  if (local) {
    g_propagate_error (error, g_steal_pointer (&local));
    return NULL;
  }
  *has_plan = plan != NULL;
  if (plan && plan->data_version != gp_store_data_version (store))
    gp_cli_complain (cli, _ ("The data changed since this plan was made: plan again for a fresh "
                             "one."));
  return gp_finance_new (project, scenario, plan);
}

static void
show (const GpCliFinance *shown, int format)
{
  if (format == 0)
    gp_cli_finance_print (shown);
  else if (format == 1)
    gp_cli_finance_json (shown);
  else
    gp_cli_finance_csv (shown);
}

static gboolean
run (GpCli *cli, GpStore *store, const Options *options, int format, GError **error)
{
  g_autoptr (GpProject) project = gp_store_snapshot (store, error);
  guint32 scenario = project ? gp_cli_find_scenario (project, options->scenario, error) : GP_NONE;
  guint32 against = options->against && scenario != GP_NONE
                        ? gp_cli_find_scenario (project, options->against, error)
                        : GP_NONE;
  gboolean has_plan = FALSE, other_has_plan;
  if (scenario == GP_NONE || (options->against && against == GP_NONE))
    return FALSE;
  g_autoptr (GpFinance) finance = make_finance (cli, store, project, scenario, &has_plan, error);
  g_autoptr (GpFinance) other =
      finance && against != GP_NONE
          ? make_finance (cli, store, project, against, &other_has_plan, error)
          : NULL;
  if (!finance || (against != GP_NONE && !other))
    return FALSE;
  show (&(GpCliFinance){project, finance, other, has_plan}, format);
  return TRUE;
}

gboolean
gp_cli_finance (GpCli *cli, char **argv, GError **error)
{
  static const char *const formats[] = {"text", "json", "csv", NULL};
  g_auto (Options) options = {NULL, NULL, NULL};
  const GOptionEntry entries[] = {{"scenario", 0, 0, G_OPTION_ARG_STRING, &options.scenario,
                                   N_ ("The scenario (default: base)"), N_ ("CODE")},
                                  {"against", 0, 0, G_OPTION_ARG_STRING, &options.against,
                                   N_ ("Another scenario to compare its forecasts with"),
                                   N_ ("CODE")},
                                  {"format", 0, 0, G_OPTION_ARG_STRING, &options.format,
                                   N_ ("How to print it: text, json or csv"), N_ ("FORMAT")},
                                  G_OPTION_ENTRY_NULL};
  g_auto (GStrv) words = gp_cli_parse (cli, argv, entries, 1, 1, error);
  int format = words ? gp_cli_word ("--format", options.format, formats, error) : -1;
  if (format < 0)
    return FALSE;
  g_autoptr (GpStore) store = gp_store_open (words[0], GP_STORE_READ_ONLY, error);
  return store && run (cli, store, &options, format, error);
}
