/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * What it costs to keep what was agreed: the priorities of a scenario when at least a share of the
 * published starts must stay.
 *
 * Kept is sum over cells, programmes and years of min (x, x0), x0 being the published starts of the
 * plan years; the rule is kept >= share x (sum of x0), starts of schools that are no longer there
 * included. It is linear: a start's first x0 are a column of their own. For every share the
 * scenario's priorities are solved in their order, `change` left out, as a relaxed plan: bounds on
 * what any plan that keeps so much can reach. So the first priority can only get worse as the share
 * grows; a later one may get better where an earlier one gave way.
 */
#pragma once

#include <gio/gio.h>
#include <groeiplan/gp-plan.h>

G_BEGIN_DECLS

typedef struct {
  double share;        /* of the published starts that must stay; 0: no such rule */
  GpPlanStatus status; /* OPTIMAL; CONFLICT: no plan keeps so many; UNKNOWN: numerical trouble */
  double values[GP_N_PRIORITIES]; /* in the order of GpStability.priorities, each in its
                                     gp_priority_unit (); reach positive; only when OPTIMAL */
} GpStabilityPoint;

typedef struct {
  guint n_priorities;
  GpPriorityId priorities[GP_N_PRIORITIES]; /* the scenario's order without `change` */
  double published_starts;                  /* schools, in plan years */
  guint n_points;
  GpStabilityPoint *points; /* in the order of the shares asked for */
} GpStability;

/* Solves for every share (0..1); n of them, at most GP_MAX_SHARES. Blocks; each takes about as long
 * as a relaxed plan. NULL with GP_ERROR_DATA when the published plan has no whole schools, or the
 * scenario lacks a value that planning needs; with GP_ERROR_USAGE for a share that is none; with
 * GP_ERROR_CANCELLED. progress may be NULL. */
#define GP_MAX_SHARES 100
GpStability *gp_stability_new (const GpProject *project, guint32 scenario, const GpPlan *published,
                               const double *shares, guint n, GpProgressFunc progress,
                               gpointer progress_data, GCancellable *cancellable, GError **error);
void gp_stability_free (GpStability *stability);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GpStability, gp_stability_free)

G_END_DECLS
