/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Planning a scenario and keeping the plan: what plan and compare share. An interrupted plan is not
 * kept, nor does a plan without whole schools take the place of one that has them.
 */
#include "gp-cli-private.h"

#include <groeiplan/gp-planner.h>

#include <glib/gi18n-lib.h>

/* A relaxed plan, or pins that contradict, say something about now; the kept plan is what was
 * agreed. */
static gboolean
keep (GpStore *store, const GpPlan *plan, GError **error)
{
  g_autoptr (GError) unreadable = NULL;
  g_autoptr (GpPlan) kept = NULL;
  if (plan->has_whole)
    return gp_store_put_plan (store, plan, error);
  kept = gp_store_get_plan (store, plan->scenario, &unreadable);
  if (kept == NULL || !kept->has_whole)
    return gp_store_put_plan (store, plan, error);
  g_printerr ("%s\n", _ ("The whole-school plan that was there is kept; this one is only shown."));
  return TRUE;
}

GpPlan *
gp_cli_solve (GpCli *cli, GpStore *store, const GpProject *project, guint32 scenario,
              gboolean relaxed_only, GError **error)
{
  g_autoptr (GpPlan) published = NULL;
  if (!gp_cli_published (store, project->scenarios[scenario].code, &published, error))
    return NULL;
  GpPlannerOptions options = {.relaxed_only = relaxed_only,
                              .progress = gp_cli_progress,
                              .progress_data = cli,
                              .published = published};
  gint64 data_version = gp_store_data_version (store);
  g_autoptr (GpPlan) plan = gp_planner_plan (project, scenario, &options, cli->cancellable, error);
  gp_cli_progress_done (cli);
  if (!plan)
    return NULL;
  gp_plan_set_data_version (plan, data_version);
  if (plan->status == GP_PLAN_CANCELLED || g_cancellable_is_cancelled (cli->cancellable)) {
    g_set_error (error, GP_ERROR, GP_ERROR_CANCELLED,
                 _ ("Interrupted: the plan was not kept, the project is as it was."));
    return NULL;
  }
  return keep (store, plan, error) ? g_steal_pointer (&plan) : NULL;
}
