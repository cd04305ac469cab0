/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * groeiplan-cli plan: plans a scenario, keeps the plan in the project, prints it, and writes the
 * allocation where asked. With --stored it does the same with the plan that is there. With
 * --publish a plan that passes its audit becomes the agreed one.
 */
#include "gp-cli-private.h"

#include <groeiplan/gp-audit.h>

#include <glib/gi18n-lib.h>

typedef struct {
  char *scenario, *format, *output;
  gboolean relaxed, stored, publish;
} Options;

static void
clear_options (Options *options)
{
  g_free (options->scenario);
  g_free (options->format);
  g_free (options->output);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, clear_options)

enum { FORMAT_TEXT, FORMAT_JSON };

static char *
parse (GpCli *cli, char **argv, Options *options, int *format, GError **error)
{
  static const char *const formats[] = {"text", "json", NULL};
  const GOptionEntry entries[] = {
      {"scenario", 0, 0, G_OPTION_ARG_STRING, &options->scenario,
       N_ ("The scenario (default: base)"), N_ ("CODE")},
      {"relaxed", 0, 0, G_OPTION_ARG_NONE, &options->relaxed,
       N_ ("Stop at the relaxed plan: what is possible at best, in fractions of schools"), NULL},
      {"stored", 0, 0, G_OPTION_ARG_NONE, &options->stored,
       N_ ("Show the plan that is kept in the project instead of planning"), NULL},
      {"publish", 0, 0, G_OPTION_ARG_NONE, &options->publish,
       N_ ("Make this plan the agreed one, which later plans change as little as their priorities "
           "say"),
       NULL},
      {"format", 0, 0, G_OPTION_ARG_STRING, &options->format, N_ ("How to print the plan"),
       "text|json"},
      {"output", 0, 0, G_OPTION_ARG_FILENAME, &options->output,
       N_ ("Write the allocation as CSV files into this folder"), N_ ("FOLDER")},
      G_OPTION_ENTRY_NULL};
  g_auto (GStrv) words = gp_cli_parse (cli, argv, entries, 1, 1, error);
  if (!words)
    return NULL;
  if (options->publish && options->relaxed) {
    g_set_error_literal (error, GP_ERROR, GP_ERROR_USAGE,
                         _ ("Only whole schools can be published: leave out --relaxed or "
                            "--publish."));
    return NULL;
  }
  *format = gp_cli_word ("--format", options->format, formats, error);
  return *format >= 0 ? g_strdup (words[0]) : NULL;
}

static GpPlan *
stored_or_solved (GpCli *cli, GpStore *store, const GpProject *project, guint32 scenario,
                  const Options *options, GError **error)
{
  if (!options->stored)
    return gp_cli_solve (cli, store, project, scenario, options->relaxed, error);
  return gp_cli_stored_plan (cli, store, project->scenarios[scenario].code, error);
}

static void
print_plan (const GpProject *project, guint32 scenario, const GpPlan *plan, const GpPlan *published,
            int format, double seconds_read)
{
  if (format == FORMAT_TEXT) {
    gp_cli_plan_text (project, scenario, plan, published);
    return;
  }
  gsize length;
  g_autofree char *json = gp_cli_plan_json (project, plan, published, seconds_read, &length);
  gp_cli_print_raw (json, length);
  gp_cli_print_raw ("\n", 1);
}

/* A plan that is no plan: a no for pins that contradict, an error for numerical trouble. */
static gboolean
judge (GpCli *cli, const GpPlan *plan, GError **error)
{
  cli->answer_is_no = plan->status == GP_PLAN_CONFLICT;
  if (plan->status == GP_PLAN_UNKNOWN && plan->n_conflicts > 0) {
    g_set_error_literal (error, GP_ERROR, GP_ERROR_SOLVER, plan->conflicts[0]);
    return FALSE;
  }
  if (plan->status == GP_PLAN_UNKNOWN) {
    g_set_error (error, GP_ERROR, GP_ERROR_SOLVER,
                 _ ("Scenario %s could not be solved for numerical trouble, so nothing is claimed: "
                    "look for assumptions that are very large or very small."),
                 plan->scenario);
    return FALSE;
  }
  return TRUE;
}

static gboolean
write_output (const GpProject *project, const GpPlan *plan, const Options *options, int format,
              GError **error)
{
  if (!options->output || plan->status == GP_PLAN_CONFLICT)
    return TRUE;
  if (!gp_cli_write_allocation (project, plan, options->output, error))
    return FALSE;
  if (format == FORMAT_TEXT)
    gp_cli_print (_ ("\nWrote the allocation to %s: allocation.csv, trainings.csv, partners.csv, "
                     "capacity.csv.\n"),
                  options->output);
  return TRUE;
}

/* Whole plans that pass their audit, and no others. */
static gboolean
may_publish (GpCli *cli, const GpProject *project, const GpPlan *plan, const GpPlan *published,
             GError **error)
{
  if (!plan->has_whole) {
    g_set_error (error, GP_ERROR, GP_ERROR_DATA,
                 _ ("The plan of scenario %s was not published, for it has no whole schools."),
                 plan->scenario);
    return FALSE;
  }
  g_autoptr (GpAudit) audit =
      gp_audit_plan_against (project, plan, published, cli->cancellable, error);
  if (!audit)
    return FALSE;
  if (!audit->passed)
    g_set_error (error, GP_ERROR, GP_ERROR_DATA,
                 _ ("The plan of scenario %s was not published, for it does not pass its audit: "
                    "%s See groeiplan-cli audit."),
                 plan->scenario, audit->n_faults > 0 ? audit->faults[0] : "");
  return audit->passed;
}

static gboolean
publish (GpCli *cli, GpStore *store, const GpProject *project, guint32 scenario, const GpPlan *plan,
         const GpPlan *published, int format, GError **error)
{
  const char *name = project->scenarios[scenario].name;
  g_autofree char *label =
      g_strdup_printf (_ ("Published the plan of scenario %s"), *name ? name : plan->scenario);
  if (!may_publish (cli, project, plan, published, error) ||
      !gp_store_publish_plan (store, plan, label, error))
    return FALSE;
  if (format == FORMAT_TEXT)
    gp_cli_print ("\n%s.\n", label);
  return TRUE;
}

gboolean
gp_cli_plan (GpCli *cli, char **argv, GError **error)
{
  g_auto (Options) options = {0};
  int format = FORMAT_TEXT;
  g_autofree char *path = parse (cli, argv, &options, &format, error);
  if (!path)
    return FALSE;
  g_autoptr (GpStore) store = options.stored && !options.publish
                                  ? gp_store_open (path, GP_STORE_READ_ONLY, error)
                                  : gp_cli_open_for_writing (path, error);
  if (!store)
    return FALSE;
  g_autoptr (GTimer) timer = g_timer_new ();
  g_autoptr (GpProject) project = gp_store_snapshot (store, error);
  double seconds_read = g_timer_elapsed (timer, NULL);
  guint32 scenario = project ? gp_cli_find_scenario (project, options.scenario, error) : GP_NONE;
  if (scenario == GP_NONE)
    return FALSE;
  g_autoptr (GpPlan) published = NULL;
  if (!gp_cli_published (store, project->scenarios[scenario].code, &published, error))
    return FALSE;
  g_autoptr (GpPlan) plan = stored_or_solved (cli, store, project, scenario, &options, error);
  if (!plan)
    return FALSE;
  print_plan (project, scenario, plan, published, format, options.stored ? 0 : seconds_read);
  if (!judge (cli, plan, error) || !write_output (project, plan, &options, format, error))
    return FALSE;
  return !options.publish || cli->answer_is_no ||
         publish (cli, store, project, scenario, plan, published, format, error);
}
