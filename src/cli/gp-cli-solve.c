/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Planning a scenario and keeping the plan: what plan and compare share. An interrupted plan is not
 * kept.
 */
#include "gp-cli-private.h"

#include <groeiplan/gp-planner.h>

#include <glib/gi18n-lib.h>

GpPlan *
gp_cli_solve (GpCli *cli, GpStore *store, const GpProject *project, guint32 scenario,
              gboolean relaxed_only, GError **error)
{
  GpPlannerOptions options = {
      .relaxed_only = relaxed_only, .progress = gp_cli_progress, .progress_data = cli};
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
  return gp_store_put_plan (store, plan, error) ? g_steal_pointer (&plan) : NULL;
}
