/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The stability curve: one relaxed plan a share. */
#include "gp-relaxed.h"

#include <groeiplan/gp-stability.h>

#include <glib/gi18n-lib.h>

static GpPlanStatus
point_status (GpLpStatus status)
{
  switch (status) {
  case GP_LP_OPTIMAL:
    return GP_PLAN_OPTIMAL;
  case GP_LP_INFEASIBLE:
    return GP_PLAN_CONFLICT;
  case GP_LP_CANCELLED:
    return GP_PLAN_CANCELLED;
  default:
    return GP_PLAN_UNKNOWN;
  }
}

/* Without a share to keep it is the plain relaxed plan, by its own short way. */
static GpPlanData *
point_data (const GpProject *project, guint32 scenario, const GpPlan *published, double share,
            GError **error)
{
  GpPlanData *data = gp_plan_data_new (project, scenario, error);
  if (data != NULL && share > 0)
    gp_plan_data_keep_share (data, published, share);
  return data;
}

static gboolean
solve_point (GpStability *stability, GpStabilityPoint *point, const GpPlanData *data,
             GCancellable *cancellable)
{
  g_autoptr (GpRelaxed) relaxed = gp_relaxed_solve (data, NULL, NULL, NULL, cancellable);
  point->status = point_status (relaxed->status);
  stability->n_priorities = data->n_priorities;
  for (guint i = 0; i < data->n_priorities; i++) {
    stability->priorities[i] = data->priorities[i];
    if (i < relaxed->n_solved)
      point->values[i] = data->priorities[i] == GP_PRIORITY_REACH ? -relaxed->priorities[i].value
                                                                  : relaxed->priorities[i].value;
  }
  return point->status != GP_PLAN_CANCELLED && !g_cancellable_is_cancelled (cancellable);
}

static double
count_starts (const GpProject *project, const GpPlan *published)
{
  double sum = 0;
  guint n;
  const GpPlanRow *rows = gp_plan_rows (published, GP_PART_WHOLE, GP_ROW_START, &n);
  for (guint i = 0; i < n; i++)
    if (rows[i].year >= project->plan_from && rows[i].year <= project->last_year)
      sum += (double)rows[i].hundredths / 100;
  return sum;
}

static gboolean
check_call (const GpPlan *published, const double *shares, guint n, GError **error)
{
  if (!published->has_whole) {
    g_set_error_literal (error, GP_ERROR, GP_ERROR_DATA,
                         _ ("The published plan has no whole schools: publish a plan that has."));
    return FALSE;
  }
  for (guint i = 0; i < n; i++)
    if (!(shares[i] >= 0 && shares[i] <= 1)) {
      g_set_error (error, GP_ERROR, GP_ERROR_USAGE,
                   _ ("A share of the published starts lies between 0 and 1, which %g does not."),
                   shares[i]);
      return FALSE;
    }
  return TRUE;
}

GpStability *
gp_stability_new (const GpProject *project, guint32 scenario, const GpPlan *published,
                  const double *shares, guint n, GpProgressFunc progress, gpointer progress_data,
                  GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (project != NULL && scenario < project->n_scenarios, NULL);
  g_return_val_if_fail (published != NULL && n <= GP_MAX_SHARES, NULL);
  if (!check_call (published, shares, n, error))
    return NULL;
  g_autoptr (GpStability) stability = g_new0 (GpStability, 1);
  stability->published_starts = count_starts (project, published);
  stability->points = g_new0 (GpStabilityPoint, n + 1);
  for (; stability->n_points < n; stability->n_points++) {
    GpStabilityPoint *point = &stability->points[stability->n_points];
    point->share = shares[stability->n_points];
    g_autoptr (GpPlanData) data = point_data (project, scenario, published, point->share, error);
    if (data == NULL)
      return NULL;
    if (progress != NULL)
      progress ((double)stability->n_points / n, _ ("What keeping the published starts costs"),
                progress_data);
    if (!solve_point (stability, point, data, cancellable)) {
      g_set_error_literal (error, GP_ERROR, GP_ERROR_CANCELLED, _ ("Planning was cancelled."));
      return NULL;
    }
  }
  return g_steal_pointer (&stability);
}

void
gp_stability_free (GpStability *stability)
{
  if (stability == NULL)
    return;
  g_free (stability->points);
  g_free (stability);
}
