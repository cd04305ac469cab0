/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * The bridge between two scenarios: by which assumptions a figure (gp-figures.h) of the one becomes
 * that of the other, in steps that add up exactly.
 *
 * The assumptions in which the scenarios differ make groups: one a parameter (all its scopes and
 * years together), the pins, the published plan, the priorities, in this order, parameters in the
 * order of gp-parameter.h. One group after another takes the other scenario's values and the
 * project is planned again; what the figure changes is that group's part.
 *
 * How much a group does depends on what was changed before it: more interest brings nothing while
 * there are too few coaches. Changed in one order alone, the first groups would get what belongs to
 * the pair, and the bridge back would tell another story. So the groups are changed in their order
 * and once more in the reverse order, and a step is the mean of both: for two groups that is the
 * Shapley value (L. S. Shapley, "A value for n-person games", 1953); for more it is the part of it
 * that can be had with twice as many plans as groups instead of 2^n. The bridge from B to A has the
 * same steps with the other sign (to 1/100). Both parts of each mean are given: where they
 * differ much, the groups work together, and no split of it is the true one.
 *
 * With whole-school plans a step also holds what rounding to whole schools happens to do, as do the
 * plans themselves; relaxed plans have no such noise. Figures that no priority decides (lent days,
 * say) are those of one of several equally good plans.
 */
#pragma once

#include <gio/gio.h>
#include <groeiplan/gp-figures.h>

G_BEGIN_DECLS

typedef struct {
  gboolean relaxed; /* of relaxed plans */
  /* The plans of the two scenarios as they are; NULL: planned here. What start and end are taken
   * from, so that they are the figures that are shown elsewhere. */
  const GpPlan *from_plan, *to_plan;
  /* Their published plans, for the priority `change`; NULL without one. */
  const GpPlan *from_published, *to_published;
  GpProgressFunc progress; /* may be NULL */
  gpointer progress_data;
} GpBridgeOptions;

/* Amounts are whole hundredths of the figure's unit. */
typedef struct {
  /* What is changed: names of parameters, "pins", "published_plan", "priorities". More than one
   * where some order between them cannot be planned (pins that contradict), so that they cannot be
   * told apart; "plan" for what no assumption explains. */
  const char *const *names;
  guint n_names;
  guint n_values;           /* in how many values, pins or places they differ */
  gint64 step;              /* the mean of both, rounded so that the steps add up */
  gint64 forward, backward; /* the change in the order of the steps; in the reverse order */
} GpBridgeStep;

typedef struct _GpBridge GpBridge;

/* Read the members, never write them. start + all steps = end, exactly; likewise with forward and
 * with backward. */
struct _GpBridge {
  GpFigureId figure;     /* its headline value: gp_figures_headline () */
  const char *from, *to; /* codes of the scenarios */
  gint64 start, end;
  guint n_steps;
  const GpBridgeStep *steps;
};

/* Plans up to twice as often as there are groups. Blocks; call it from a worker. options may be
 * NULL. GP_ERROR_DATA when one of the two scenarios cannot be planned, GP_ERROR_CANCELLED. */
GpBridge *gp_bridge_new (const GpProject *project, guint32 from, guint32 to, GpFigureId figure,
                         const GpBridgeOptions *options, GCancellable *cancellable, GError **error);
void gp_bridge_free (GpBridge *bridge);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GpBridge, gp_bridge_free)

/* The same in fewer decimals (0 to 2), as it is to be printed: whole units of the last decimal,
 * which add up too. Start and end are rounded to the nearest, halves up; of the steps those with
 * the largest remainders are rounded up. steps has room for n_steps. */
void gp_bridge_round (const GpBridge *bridge, guint digits, gint64 *start, gint64 *end,
                      gint64 *steps);

G_END_DECLS
