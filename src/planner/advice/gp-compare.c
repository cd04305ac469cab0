/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The bridge between two scenarios.
 *
 * A point is a set of groups that have the other scenario's values: in the forward direction the
 * first k of them, in the backward direction all from k on. Both have the scenarios themselves at
 * their ends, so that the steps between neighbouring points add up whatever the points are worth.
 * A point that cannot be planned is left out of both directions; the groups on its two sides then
 * make one step. */
#include "gp-compare-groups.h"
#include <groeiplan/gp-compare.h>
#include <groeiplan/gp-planner.h>

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* Hundredths beyond which a double no longer tells them apart. */
#define MOST_HUNDREDTHS 9e15

typedef struct {
  gint64 value;
  gboolean known;
} Point;

typedef struct {
  const GpProject *project;
  guint32 from, to;
  GpFigureId figure;
  const GpBridgeOptions *options;
  GCancellable *cancellable;
  GpPlanning *planning;
  GArray *groups;            /* of GpGroup */
  Point *forward, *backward; /* n + 1 each: k groups changed; all but the first k */
  gint64 unexplained;        /* what the ends differ in without a reason */
  guint n_planned, n_to_plan;
} Walk;

/* ---- one point ---------------------------------------------------------------------------------
 */

static gboolean
set_value (Point *point, const Walk *walk, const GpProject *project, guint32 scenario,
           const GpPlan *plan, GError **error)
{
  GpPlanPart part = walk->options->relaxed ? GP_PART_RELAXED : GP_PART_WHOLE;
  g_autoptr (GArray) figures = gp_figures_new (project, scenario, plan, part);
  double value = 100 * gp_figures_headline (project, figures, walk->figure);

  if (!isfinite (value) || fabs (value) > MOST_HUNDREDTHS) {
    g_set_error (error, GP_ERROR, GP_ERROR_DATA,
                 _ ("The figure %s is too large for a bridge: look for assumptions that are very "
                    "large."),
                 gp_figure_info (walk->figure)->name);
    return FALSE;
  }
  *point = (Point){llround (value), TRUE};
  return TRUE;
}

static gboolean
is_good (const Walk *walk, const GpPlan *plan)
{
  return (plan->status == GP_PLAN_OPTIMAL || plan->status == GP_PLAN_FEASIBLE) &&
         (walk->options->relaxed || plan->has_whole);
}

static void
report_progress (Walk *walk)
{
  walk->n_planned++;
  if (walk->options->progress != NULL)
    walk->options->progress (CLAMP ((double)walk->n_planned / MAX (1, walk->n_to_plan), 0, 1),
                             _ ("Planning the steps between the scenarios"),
                             walk->options->progress_data);
}

/* Plans; FALSE with an error, TRUE and an unknown point where there is no plan. */
static gboolean
plan_point (Walk *walk, Point *point, const GpProject *project, guint32 scenario,
            const GpPlan *published, GError **error)
{
  const GpPlannerOptions options = {
      .relaxed_only = walk->options->relaxed, .without_proof = TRUE, .published = published};
  g_autoptr (GpPlan) plan =
      gp_planning_plan (walk->planning, project, scenario, &options, walk->cancellable, error);

  if (plan == NULL)
    return FALSE;
  report_progress (walk);
  if (plan->status == GP_PLAN_CANCELLED || g_cancellable_is_cancelled (walk->cancellable)) {
    g_set_error (error, GP_ERROR, GP_ERROR_CANCELLED, _ ("Cancelled; there is no bridge."));
    return FALSE;
  }
  return !is_good (walk, plan) || set_value (point, walk, project, scenario, plan, error);
}

/* The scenario from, with the groups first to end - 1 of the other. */
static gboolean
plan_between (Walk *walk, Point *point, guint first, guint end, GError **error)
{
  g_autoptr (GpVariant) variant = gp_variant_new (walk->project, walk->from);
  const GpPlan *published = walk->options->from_published;

  for (guint i = first; i < end; i++) {
    const GpGroup *group = &g_array_index (walk->groups, GpGroup, i);
    gp_group_apply (group, variant, walk->project, walk->from, walk->to);
    if (group->kind == GP_GROUP_PUBLISHED)
      published = walk->options->to_published;
  }
  g_autoptr (GpProject) project = gp_variant_make (variant, error);
  return project != NULL && plan_point (walk, point, project, walk->from, published, error);
}

/* A scenario as it is. */
static gboolean
plan_end (Walk *walk, Point *point, guint32 scenario, const GpPlan *plan, const GpPlan *published,
          GError **error)
{
  if (plan != NULL && is_good (walk, plan)) {
    if (!set_value (point, walk, walk->project, scenario, plan, error))
      return FALSE;
  } else if (plan == NULL && !plan_point (walk, point, walk->project, scenario, published, error))
    return FALSE;
  if (!point->known)
    g_set_error (error, GP_ERROR, GP_ERROR_DATA,
                 _ ("Scenario %s has no plan, so there is no bridge: look at its pins and "
                    "assumptions."),
                 walk->project->scenarios[scenario].code);
  return point->known;
}

/* ---- all points --------------------------------------------------------------------------------
 */

/* How many groups of first..end-1 can change anything. */
static guint
n_that_matter (const Walk *walk, guint first, guint end)
{
  guint n = 0;

  for (guint i = first; i < end; i++)
    n += g_array_index (walk->groups, GpGroup, i).matters ? 1 : 0;
  return n;
}

/* Points that are the same as one that is known by now are not planned again: of two with nothing
 * that matters between them, both are the same. */
static gboolean
walk_forward (Walk *walk, GError **error)
{
  guint n = walk->groups->len;

  for (guint k = 1; k < n; k++) {
    if (n_that_matter (walk, k, n) == 0)
      walk->forward[k] = walk->forward[n];
    else if (n_that_matter (walk, k - 1, k) == 0)
      walk->forward[k] = walk->forward[k - 1];
    else if (!plan_between (walk, &walk->forward[k], 0, k, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
walk_backward (Walk *walk, GError **error)
{
  guint n = walk->groups->len;

  for (guint k = n - 1; k > 0; k--) {
    if (n_that_matter (walk, 0, k) == 0)
      walk->backward[k] = walk->backward[0];
    else if (n_that_matter (walk, k, k + 1) == 0)
      walk->backward[k] = walk->backward[k + 1];
    else if (!plan_between (walk, &walk->backward[k], k, n, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
walk_all (Walk *walk, GError **error)
{
  const GpBridgeOptions *options = walk->options;
  guint n = walk->groups->len, n_matter = n_that_matter (walk, 0, n);
  Point start = {0}, end = {0};

  walk->n_to_plan = 2 * (MAX (n_matter, 1) - 1) + !options->from_plan + !options->to_plan;
  if (!plan_end (walk, &start, walk->from, options->from_plan, options->from_published, error) ||
      !plan_end (walk, &end, walk->to, options->to_plan, options->to_published, error))
    return FALSE;
  if (n_matter == 0) { /* nothing to be explained by, and nothing in between that is different */
    walk->unexplained = end.value - start.value;
    for (guint k = 0; k <= n; k++)
      walk->forward[k] = walk->backward[k] = start;
    return TRUE;
  }
  walk->forward[0] = walk->backward[n] = start;
  walk->forward[n] = walk->backward[0] = end;
  return walk_forward (walk, error) && walk_backward (walk, error);
}

/* ---- the steps ---------------------------------------------------------------------------------
 */

static void
step_clear (gpointer data)
{
  g_free ((gpointer)((GpBridgeStep *)data)->names);
}

/* One step for the groups first..end-1. */
static void
add_step (GArray *steps, const Walk *walk, guint first, guint end)
{
  const char **names = g_new0 (const char *, end - first + 1);
  GpBridgeStep step = {.names = names, .n_names = end - first};

  for (guint i = first; i < end; i++) {
    const GpGroup *group = &g_array_index (walk->groups, GpGroup, i);
    names[i - first] = gp_group_name (group);
    step.n_values += group->n_values;
  }
  step.forward = walk->forward[end].value - walk->forward[first].value;
  step.backward = walk->backward[first].value - walk->backward[end].value;
  g_array_append_val (steps, step);
}

/* Two scenarios with the same assumptions may still have two plans. */
static void
add_unexplained (GArray *steps, gint64 difference)
{
  const char **names = g_new0 (const char *, 2);
  const GpBridgeStep step = {names, 1, 0, difference, difference, difference};

  names[0] = "plan";
  g_array_append_val (steps, step);
  /* cppcheck-suppress memleak ; the step in the array holds the names */
}

/* The mean of both directions. Their sums are the same, so that an even number of them ends on a
 * half: every second one is rounded up, and the sum stays. */
static void
set_means (GArray *steps)
{
  gboolean up = TRUE;

  for (guint i = 0; i < steps->len; i++) {
    GpBridgeStep *step = &g_array_index (steps, GpBridgeStep, i);
    gint64 both = step->forward + step->backward;
    gint64 low = both / 2 - (both % 2 < 0);

    step->step = low;
    if (both % 2 != 0) {
      step->step += up;
      up = !up;
    }
  }
}

static GArray *
make_steps (const Walk *walk)
{
  GArray *steps = g_array_new (FALSE, FALSE, sizeof (GpBridgeStep));
  guint n = walk->groups->len, first = 0;

  g_array_set_clear_func (steps, step_clear);
  for (guint k = 1; k <= n; k++) {
    if (!walk->forward[k].known || !walk->backward[k].known)
      continue;
    add_step (steps, walk, first, k);
    first = k;
  }
  if (walk->unexplained != 0)
    add_unexplained (steps, walk->unexplained);
  set_means (steps);
  return steps;
}

/* ---- the bridge --------------------------------------------------------------------------------
 */

static void
walk_clear (Walk *walk)
{
  gp_planning_free (walk->planning);
  g_clear_pointer (&walk->groups, g_array_unref);
  g_free (walk->forward);
  g_free (walk->backward);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Walk, walk_clear)

static GpBridge *
bridge_of (const Walk *walk)
{
  GpBridge *bridge = g_new0 (GpBridge, 1);
  g_autoptr (GArray) steps = make_steps (walk);
  gsize n_steps;

  bridge->figure = walk->figure;
  bridge->from = g_strdup (walk->project->scenarios[walk->from].code);
  bridge->to = g_strdup (walk->project->scenarios[walk->to].code);
  bridge->start = walk->forward[0].value;
  bridge->end = walk->backward[0].value + walk->unexplained;
  g_array_set_clear_func (steps, NULL); /* the names go along */
  bridge->steps = g_array_steal (steps, &n_steps);
  bridge->n_steps = (guint)n_steps;
  return bridge;
}

GpBridge *
gp_bridge_new (const GpProject *project, guint32 from, guint32 to, GpFigureId figure,
               const GpBridgeOptions *options, GCancellable *cancellable, GError **error)
{
  static const GpBridgeOptions none = {0};

  g_return_val_if_fail (project != NULL && (guint)figure < GP_N_FIGURES, NULL);
  g_return_val_if_fail (from < project->n_scenarios && to < project->n_scenarios, NULL);

  options = options != NULL ? options : &none;
  g_auto (Walk) walk = {.project = project,
                        .from = from,
                        .to = to,
                        .figure = figure,
                        .options = options,
                        .cancellable = cancellable,
                        .planning = gp_planning_new ()};
  walk.groups = gp_groups_new (project, from, to, options->from_published != options->to_published);
  walk.forward = g_new0 (Point, walk.groups->len + 1);
  walk.backward = g_new0 (Point, walk.groups->len + 1);
  return walk_all (&walk, error) ? bridge_of (&walk) : NULL;
}

void
gp_bridge_free (GpBridge *bridge)
{
  if (bridge == NULL)
    return;
  for (guint i = 0; i < bridge->n_steps; i++)
    g_free ((gpointer)bridge->steps[i].names);
  g_free ((gpointer)bridge->steps);
  g_free ((gpointer)bridge->from);
  g_free ((gpointer)bridge->to);
  g_free (bridge);
}

/* ---- rounding ----------------------------------------------------------------------------------
 */

/* To the nearest whole unit, halves up. Up for both signs: start and end then lie strictly less
 * than one unit off together, which is what the remainders can make good. */
static gint64
nearest (gint64 hundredths, gint64 unit)
{
  gint64 moved = hundredths + unit / 2, rest = (moved % unit + unit) % unit;
  return (moved - rest) / unit;
}

void
gp_bridge_round (const GpBridge *bridge, guint digits, gint64 *start, gint64 *end, gint64 *steps)
{
  static const gint64 units[] = {100, 10, 1};

  g_return_if_fail (bridge != NULL && digits < G_N_ELEMENTS (units));
  gint64 unit = units[digits];
  g_autofree gint64 *rest = g_new0 (gint64, bridge->n_steps + 1);
  *start = nearest (bridge->start, unit);
  *end = nearest (bridge->end, unit);
  gint64 missing = *end - *start;
  for (guint i = 0; i < bridge->n_steps; i++) {
    gint64 step = bridge->steps[i].step;
    rest[i] = (step % unit + unit) % unit;
    steps[i] = (step - rest[i]) / unit;
    missing -= steps[i];
  }
  /* from none to as many as have a remainder */
  for (; missing > 0; missing--) {
    guint largest = 0;
    for (guint i = 1; i < bridge->n_steps; i++)
      largest = rest[i] > rest[largest] ? i : largest;
    steps[largest]++;
    rest[largest] = -1;
  }
}
