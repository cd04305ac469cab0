/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * groeiplan-cli audit: the stored plan against the data, rule by rule, without the solver.
 */
#include "gp-cli-private.h"

#include <groeiplan/gp-audit.h>
#include <groeiplan/gp-planner.h>

#include <glib/gi18n-lib.h>
#include <math.h>

static void
print_lines (const GpAudit *audit)
{
  GpCliTable *table = gp_cli_table_new (5);
  gp_cli_table_set_left (table, 4);
  const char *const heads[] = {_ ("rule"), _ ("checked"), _ ("violated"), _ ("worst slack"),
                               _ ("where")};
  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    gp_cli_table_add (table, heads[i]);
  for (guint i = 0; i < audit->n_lines; i++) {
    const GpAuditLine *line = &audit->lines[i];
    g_autofree char *slack = gp_cli_number_text (line->worst_slack, 6);
    gp_cli_table_add (table, line->name);
    gp_cli_table_add_number (table, line->n_checked, 0);
    gp_cli_table_add_number (table, line->n_violated, 0);
    gp_cli_table_add (table, slack);
    gp_cli_table_add (table, line->worst_where);
  }
  gp_cli_table_print (table);
}

static void
print_whole_bounds (const GpAudit *audit)
{
  guint n = 0;
  GpCliTable *table = gp_cli_table_new (4);
  gp_cli_table_set_left (table, 3);
  for (guint i = 0; i < audit->n_bounds; i++) {
    const GpAuditBound *bound = &audit->bounds[i];
    if (isnan (bound->whole_stated))
      continue;
    n++;
    gp_cli_table_add (table, gp_priority_name (bound->id));
    gp_cli_table_add_number (table, bound->whole_stated, 6);
    if (isfinite (bound->whole_bound))
      gp_cli_table_add_number (table, bound->whole_bound, 6);
    else
      gp_cli_table_add (table, _ ("nothing proven"));
    gp_cli_table_add (table, gp_cli_unit (bound->id));
  }
  if (n > 0)
    gp_cli_print ("\n%s\n", _ ("What the plan states as the best that whole schools, coaches and "
                               "partner boards can be, and what is proven:"));
  gp_cli_table_print (table);
}

static void
print_bounds (const GpAudit *audit)
{
  if (audit->n_bounds == 0)
    return;
  gp_cli_print ("\n%s\n", _ ("What the relaxed plan states, and what its dual values prove:"));
  GpCliTable *table = gp_cli_table_new (4);
  gp_cli_table_set_left (table, 3);
  for (guint i = 0; i < audit->n_bounds; i++) {
    const GpAuditBound *bound = &audit->bounds[i];
    gp_cli_table_add (table, gp_priority_name (bound->id));
    gp_cli_table_add_number (table, bound->stated, 6);
    if (isfinite (bound->bound))
      gp_cli_table_add_number (table, bound->bound, 6);
    else
      gp_cli_table_add (table, _ ("nothing proven"));
    gp_cli_table_add (table, gp_cli_unit (bound->id));
  }
  gp_cli_table_print (table);
  print_whole_bounds (audit);
}

static void
print_audit (GpCli *cli, const GpProject *project, const GpPlan *plan, const GpAudit *audit)
{
  gp_cli_print (_ ("Audit of the plan of scenario %s of %s\n"), plan->scenario, project->name);
  print_lines (audit);
  print_bounds (audit);
  if (audit->n_bounds < plan->n_priorities)
    gp_cli_print ("%s\n", _ ("This plan is the published one, and counts its change from the one "
                             "published before it: change, and what comes after it in the order, "
                             "cannot be proven again."));
  for (guint i = 0; i < audit->n_faults; i++)
    gp_cli_print ("%s\n", audit->faults[i]);
  gp_cli_print ("\n%s\n", audit->passed ? _ ("The plan passes.") : _ ("The plan does not pass."));
  cli->answer_is_no = !audit->passed;
}

/* Who coaches whom in the plan, when it is one of whole schools. */
static gboolean
audit_coaching (GpCli *cli, const GpProject *project, const GpPlan *plan, GError **error)
{
  g_autoptr (GError) why = NULL;
  if (!plan->has_whole)
    return TRUE;
  gp_cli_print ("\n%s\n", _ ("Audit of who coaches whom"));
  g_autoptr (GpCoaching) coaching = gp_planner_coaching (project, plan, &why);
  if (!coaching) { /* a plan that fails its audit may have no coaches to name: that is an answer */
    gp_cli_print ("%s\n", why->message);
    cli->answer_is_no = TRUE;
    return TRUE;
  }
  g_autoptr (GpAudit) audit = gp_audit_coaching (project, plan, coaching, cli->cancellable, error);
  if (!audit)
    return FALSE;
  print_lines (audit);
  for (guint i = 0; i < audit->n_faults; i++)
    gp_cli_print ("%s\n", audit->faults[i]);
  gp_cli_print ("\n%s\n",
                audit->passed ? _ ("The coaching passes.") : _ ("The coaching does not pass."));
  cli->answer_is_no = cli->answer_is_no || !audit->passed;
  return TRUE;
}

gboolean
gp_cli_audit (GpCli *cli, char **argv, GError **error)
{
  g_autofree char *code = NULL;
  const GOptionEntry entries[] = {{"scenario", 0, 0, G_OPTION_ARG_STRING, &code,
                                   N_ ("The scenario (default: base)"), N_ ("CODE")},
                                  G_OPTION_ENTRY_NULL};
  g_auto (GStrv) words = gp_cli_parse (cli, argv, entries, 1, 1, error);
  if (!words)
    return FALSE;
  g_autoptr (GpStore) store = gp_store_open (words[0], GP_STORE_READ_ONLY, error);
  g_autoptr (GpProject) project = store ? gp_store_snapshot (store, error) : NULL;
  guint32 scenario = project ? gp_cli_find_scenario (project, code, error) : GP_NONE;
  if (scenario == GP_NONE)
    return FALSE;
  g_autoptr (GpPlan) plan =
      gp_cli_stored_plan (cli, store, project->scenarios[scenario].code, error);
  if (!plan)
    return FALSE;
  g_autoptr (GpPlan) published = NULL;
  if (!gp_cli_published (store, plan->scenario, &published, error))
    return FALSE;
  g_autoptr (GpAudit) audit =
      gp_audit_plan_against (project, plan, published, cli->cancellable, error);
  if (!audit)
    return FALSE;
  print_audit (cli, project, plan, audit);
  return audit_coaching (cli, project, plan, error);
}
