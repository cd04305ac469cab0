/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Plans variants of a project next to the project's own plan: what prices and repairs see for
 * themselves with. Every trial starts from the project's own plan, so that its result does not
 * depend on the trials before it. */
#pragma once

#include <groeiplan/gp-planner.h>
#include <groeiplan/gp-variant.h>

G_BEGIN_DECLS

typedef struct {
  const GpProject *project;
  guint32 scenario;
  const GpPlan *published;
  GpProgressFunc progress;
  gpointer progress_data;
  GCancellable *cancellable;
  GpPlanning *planning;
  GpPlan *base; /* the project's own relaxed plan, with its proof */
  guint n_plans;
} GpTrial;

/* Plans the project itself. FALSE with an error; a plan with a conflict is no error. */
gboolean gp_trial_init (GpTrial *trial, gboolean proof, GError **error);
void gp_trial_clear (GpTrial *trial);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GpTrial, gp_trial_clear)

/* Plans a project (relaxed, without proof). NULL with an error, also when cancelled. */
GpPlan *gp_trial_plan (GpTrial *trial, const GpProject *project, GError **error);

/* The relaxed value of a priority; NAN when the plan has none (a conflict, numerical trouble, or
 * the priority is not in its order). */
double gp_trial_value (const GpPlan *plan, GpPriorityId id);

/* after less before, so that more is better. */
double gp_trial_gain (GpPriorityId id, double before, double after);

/* A difference of values that size that is only rounding. */
double gp_trial_noise (double value);

/* The nearest decimal of at most 15 digits. */
GpDecimal gp_trial_decimal (double value);

/* Tells how far: FALSE with GP_ERROR_CANCELLED when cancelled. */
gboolean gp_trial_tell (GpTrial *trial, double share, const char *doing, GError **error);

G_END_DECLS
