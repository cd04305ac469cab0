/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * groeiplan-cli compare: the plans of several scenarios side by side, year by year, and the bridge
 * between two of them. A scenario without a plan, or with one that is older than the data, is
 * planned first.
 */
#include "gp-cli-compare.h"

#include <glib/gi18n-lib.h>
#include <groeiplan/gp-finance.h>

/* ---- printing ----------------------------------------------------------------------------------
 */

static void
print_line (GpCliTable *table, const GpCliCompared *compared, guint n, GpFigureId id)
{
  const GpFigureInfo *info = gp_figure_info (id);
  for (guint s = 0; s < n; s++) {
    guint n_years = compared[s].figures->len;
    g_autofree gint64 *years = g_new0 (gint64, MAX (n_years, 1));
    gint64 total = gp_finance_round_years (compared[s].figures, id, years);
    gp_cli_table_add (table, s == 0 ? _ (info->label) : "");
    gp_cli_table_add (table, compared[s].code);
    for (guint y = 0; y < n_years; y++)
      gp_cli_table_add_number (table, (double)years[y] / 100, info->digits);
    if (info->adds_up)
      gp_cli_table_add_number (table, (double)total / 100, info->digits);
    else
      gp_cli_table_add (table, "");
  }
}

/* Which years a figure is about, and which cost this is. */
static void
print_meaning (const GpProject *project)
{
  char last[GP_YEAR_BYTES];
  gp_year_format (project->last_year, last);
  gp_cli_print ("\n");
  gp_cli_print (
      _ ("The last column adds up all plan years, to the end of %s; what stands at the end "
         "of a year, such as schools taking part, has no sum.\n"),
      last);
  gp_cli_print ("%s\n", _ (gp_cost_difference ()));
}

static void
print_text (const GpProject *project, const GpCliCompared *compared, guint n)
{
  /* At least two scenarios are named, or gp_cli_parse () has refused. */
  /* NOLINTNEXTLINE(clang-analyzer-core.NullDereference) */
  guint n_years = compared[0].figures->len;
  GpCliTable *table = gp_cli_table_new (n_years + 3);
  gp_cli_table_set_left (table, 1);
  gp_cli_table_add (table, "");
  gp_cli_table_add (table, _ ("scenario"));
  for (guint y = 0; y < n_years; y++) {
    char name[GP_YEAR_BYTES];
    gp_cli_table_add (table, gp_year_format ((GpYear)(project->plan_from + (GpYear)y), name));
  }
  gp_cli_table_add (table, _ ("all plan years"));
  for (GpFigureId id = 0; id < GP_N_FIGURES; id++)
    print_line (table, compared, n, id);
  gp_cli_table_print (table);
  print_meaning (project);
}

static void
add_figures (JsonBuilder *builder, const double values[GP_N_FIGURES])
{
  for (GpFigureId id = 0; id < GP_N_FIGURES; id++) {
    json_builder_set_member_name (builder, gp_figure_info (id)->name);
    json_builder_add_double_value (builder, values[id]);
  }
}

static void
add_year (JsonBuilder *builder, const GpFigureYear *year)
{
  char name[GP_YEAR_BYTES];
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "year");
  json_builder_add_string_value (builder, gp_year_format (year->year, name));
  add_figures (builder, year->value);
  json_builder_end_object (builder);
}

/* Sums up to a year, and of states their value in it. */
static void
add_totals (JsonBuilder *builder, const char *name, const GpCliCompared *compared, GpYear last)
{
  double totals[GP_N_FIGURES];
  for (GpFigureId id = 0; id < GP_N_FIGURES; id++)
    totals[id] = gp_figures_total (compared->figures, id, last);
  json_builder_set_member_name (builder, name);
  json_builder_begin_object (builder);
  add_figures (builder, totals);
  json_builder_end_object (builder);
}

static void
add_scenario (JsonBuilder *builder, const GpProject *project, const GpCliCompared *compared)
{
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "scenario");
  json_builder_add_string_value (builder, compared->code);
  json_builder_set_member_name (builder, "years");
  json_builder_begin_array (builder);
  for (guint y = 0; y < compared->figures->len; y++)
    add_year (builder, &g_array_index (compared->figures, GpFigureYear, y));
  json_builder_end_array (builder);
  add_totals (builder, "to_goal_year", compared, project->goal_year);
  add_totals (builder, "all_years", compared, project->last_year);
  json_builder_end_object (builder);
}

static void
print_json (const GpProject *project, const GpCliCompared *compared, guint n,
            const GpBridge *bridge)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "format");
  json_builder_add_string_value (builder, "groeiplan-compare-1");
  json_builder_set_member_name (builder, "scenarios");
  json_builder_begin_array (builder);
  for (guint s = 0; s < n; s++)
    add_scenario (builder, project, &compared[s]);
  json_builder_end_array (builder);
  if (bridge)
    gp_cli_bridge_json (builder, bridge);
  json_builder_end_object (builder);
  gp_cli_json_print (builder);
}

/* ---- getting the plans -------------------------------------------------------------------------
 */

/* The stored plan when it can be compared as it is, else a fresh one. */
static GpPlan *
usable_plan (GpCli *cli, GpStore *store, const GpProject *project, guint32 scenario,
             gboolean relaxed, GError **error)
{
  g_autoptr (GpPlan) plan =
      gp_store_get_plan_figures (store, project->scenarios[scenario].code, NULL);
  gboolean fresh =
      plan && (plan->has_whole || relaxed) && plan->data_version == gp_store_data_version (store);
  if (fresh)
    return g_steal_pointer (&plan);
  if (gp_store_is_read_only (store)) {
    g_set_error (error, GP_ERROR, GP_ERROR_READ_ONLY,
                 _ ("Scenario %s has no fresh plan, and %s can only be read: %s"),
                 project->scenarios[scenario].code, gp_store_path (store),
                 gp_store_read_only_reason (store));
    return NULL;
  }
  return gp_cli_solve (cli, store, project, scenario, relaxed, error);
}

static gboolean
compare_one (GpCli *cli, GpStore *store, const GpProject *project, const char *code,
             gboolean relaxed, GpCliCompared *compared, GError **error)
{
  guint32 scenario = gp_cli_find_scenario (project, code, error);
  if (scenario == GP_NONE)
    return FALSE;
  g_autoptr (GpPlan) plan = usable_plan (cli, store, project, scenario, relaxed, error);
  if (!plan)
    return FALSE;
  if (plan->status != GP_PLAN_OPTIMAL && plan->status != GP_PLAN_FEASIBLE) {
    g_set_error (error, GP_ERROR, GP_ERROR_DATA,
                 _ ("Scenario %s has no plan to compare (%s): see groeiplan-cli plan."), code,
                 gp_plan_status_name (plan->status));
    return FALSE;
  }
  compared->scenario = scenario;
  compared->code = project->scenarios[scenario].code;
  compared->figures =
      gp_figures_new (project, scenario, plan, relaxed ? GP_PART_RELAXED : gp_cli_part (plan));
  compared->plan = g_steal_pointer (&plan);
  return TRUE;
}

static void
compared_clear (GpCliCompared *compared)
{
  g_clear_pointer (&compared->plan, gp_plan_unref);
  g_clear_pointer (&compared->figures, g_array_unref);
}

/* ---- the command -------------------------------------------------------------------------------
 */

typedef struct {
  char *format_word, *bridge_word;
  gboolean relaxed, has_bridge;
  int format; /* 0: text */
  GpFigureId figure;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->format_word);
  g_free (options->bridge_word);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
print_all (GpCli *cli, GpStore *store, const GpProject *project, const GpCliCompared *compared,
           guint n, const Options *options, GError **error)
{
  g_autoptr (GpBridge) bridge = NULL;
  if (options->has_bridge) {
    bridge =
        gp_cli_bridge (cli, store, project, compared, options->figure, options->relaxed, error);
    if (!bridge)
      return FALSE;
  }
  if (options->format != 0)
    print_json (project, compared, n, bridge);
  else if (bridge)
    gp_cli_bridge_text (project, bridge);
  else
    print_text (project, compared, n);
  return TRUE;
}

static gboolean
compare_all (GpCli *cli, GStrv words, const Options *options, GError **error)
{
  g_autoptr (GpStore) store = gp_store_open (words[0], GP_STORE_READ_WRITE, error);
  g_autoptr (GpProject) project = store ? gp_store_snapshot (store, error) : NULL;
  if (!project)
    return FALSE;
  GpCliCompared compared[GP_CLI_MAX_COMPARED] = {{0}};
  guint n = g_strv_length (words) - 1, done = 0;
  while (done < n && compare_one (cli, store, project, words[done + 1], options->relaxed,
                                  &compared[done], error))
    done++;
  gboolean good = done == n && print_all (cli, store, project, compared, n, options, error);
  for (guint i = 0; i < done; i++)
    compared_clear (&compared[i]);
  return good;
}

static gboolean
parse_figure (Options *options, guint n_scenarios, GError **error)
{
  options->has_bridge = options->bridge_word != NULL;
  if (!options->has_bridge)
    return TRUE;
  if (n_scenarios != 2) {
    g_set_error (error, GP_ERROR, GP_ERROR_USAGE,
                 _ ("A bridge is between two scenarios: name two with --bridge."));
    return FALSE;
  }
  if (gp_figure_parse (options->bridge_word, &options->figure))
    return TRUE;
  g_autoptr (GString) known = g_string_new (NULL);
  for (GpFigureId id = 0; id < GP_N_FIGURES; id++)
    g_string_append_printf (known, "%s%s", id ? ", " : "", gp_figure_info (id)->name);
  g_set_error (error, GP_ERROR, GP_ERROR_USAGE, _ ("%s does not know “%s”. Choose one of: %s."),
               "--bridge", options->bridge_word, known->str);
  return FALSE;
}

static gboolean
named_once (GStrv scenarios, GError **error)
{
  for (guint i = 0; scenarios[i]; i++)
    for (guint k = 0; k < i; k++)
      if (g_str_equal (scenarios[i], scenarios[k])) {
        g_set_error (error, GP_ERROR, GP_ERROR_USAGE,
                     _ ("The scenario “%s” is named twice: compare it with another one."),
                     scenarios[i]);
        return FALSE;
      }
  return TRUE;
}

gboolean
gp_cli_compare (GpCli *cli, char **argv, GError **error)
{
  static const char *const formats[] = {"text", "json", NULL};
  g_auto (Options) options = {0};
  const GOptionEntry entries[] = {
      {"bridge", 0, 0, G_OPTION_ARG_STRING, &options.bridge_word,
       N_ ("By which assumptions this figure of the first scenario becomes that of the second"),
       N_ ("FIGURE")},
      {"relaxed", 0, 0, G_OPTION_ARG_NONE, &options.relaxed,
       N_ ("Compare relaxed plans: what is possible at best, in fractions of schools"), NULL},
      {"format", 0, 0, G_OPTION_ARG_STRING, &options.format_word,
       N_ ("How to print the comparison"), "text|json"},
      G_OPTION_ENTRY_NULL};
  g_auto (GStrv) words = gp_cli_parse (cli, argv, entries, 3, GP_CLI_MAX_COMPARED + 1, error);
  if (!words)
    return FALSE;
  options.format = gp_cli_word ("--format", options.format_word, formats, error);
  return options.format >= 0 && named_once (words + 1, error) &&
         parse_figure (&options, g_strv_length (words) - 1, error) &&
         compare_all (cli, words, &options, error);
}
