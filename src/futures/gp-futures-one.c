/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Planning one future.
 *
 * The values of the priorities are unique, but which of several equally good plans is found may
 * depend on where the search for it begins. So every future begins where the anchor nearest to it
 * (gp-futures-anchor.h) was planned: the session goes back to that mark first, and what comes of a
 * future is a function of the scenario, the held plan, the seed and the number. An anchor itself is
 * planned from nothing, so that it is the same in every thread and on every machine.
 *
 * Measured: 150 boards (1,043 schools, eight years, five priorities, eight uncertain assumptions),
 * one core, without regret, in the simplex alone: 0.30 s a future from the plan of the scenario
 * itself, 0.19 s from the nearest of 16 anchors, 0.13 s from that of 64, no less from 256. An
 * anchor costs about 0.3 s a share of its futures, so that a few futures gain little: 100 took 25.3
 * s in place of 28.5 s in all (with regret 51 s in place of 49 s); 400 took 218 s while the machine
 * had five times the work that it can do. Nearly all of it is GLPK's simplex: 1,200 to 2,500
 * iterations of 0.1 ms and more (900 and more for the regular delay, 600 to 1,200 for reach, 300
 * for cost).
 *
 * Rejected, measured on the same project:
 * - deriving all figures from unique values alone: the delay of all years together is unique, and
 *   with it the school-years, but not how many schools start in each year. For the same reason
 *   reach stays in: without it the fan of schools would be any of many;
 * - one program for boards that are alike: 150 boards have 105 shapes (94 when needs are put
 *   together);
 * - all priorities at once, weighted, as a first guess: 800 to 3,300 iterations for the guess, and
 *   hundreds after it;
 * - the first priority from the last one's basis, and on from there: a fifth fewer iterations
 *   (1,620 in place of 2,060) from the plan of the scenario, not tried from anchors;
 * - perfect knowledge from the held plan of the same future: 7.2 s in place of 6.1 s;
 * - GLPK's other factors of the basis (Schur complement: the same; block triangular: twice as
 * slow);
 * - a simplex of our own (dual with steepest edge, primal with Devex, sparse factors, checked
 *   optimum), on the same programs and with the same results to the byte: 0.09 to 0.16 ms an
 *   iteration, as GLPK. Rows of the inverse are two thirds full, as everything hangs together by
 *   expert days and caps, so that there is little to gain by keeping to what is not zero. */
#include "gp-futures-one.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* A school that is this much short of started counts as started: what rounding leaves. */
#define SCHOOL_TOLERANCE 0.001

static gint64
thousandths (double value)
{
  return llround (CLAMP (value, -1e15, 1e15) * GP_THOUSAND);
}

static GpPlannerOptions
planner_options (const GpFuturesWork *work, gboolean held)
{
  return (GpPlannerOptions){.relaxed_only = TRUE,
                            .without_proof = TRUE,
                            .first_year = held ? work->options->held : NULL,
                            .published = held ? work->options->published : NULL};
}

/* ---- a thread's sessions ------------------------------------------------------------- */

gboolean
gp_futures_check_held (const GpFuturesWork *work, GCancellable *cancellable, GError **error)
{
  GpPlannerOptions options = planner_options (work, TRUE);
  g_autoptr (GpPlan) plan =
      gp_planner_plan (work->project, work->scenario, &options, cancellable, error);

  if (plan == NULL)
    return FALSE;
  if (plan->status == GP_PLAN_OPTIMAL)
    return TRUE;
  g_set_error (error, GP_ERROR, plan->status == GP_PLAN_CONFLICT ? GP_ERROR_DATA : GP_ERROR_SOLVER,
               _ ("Scenario %s cannot be planned with the first year that is held: plan it again "
                  "first."),
               work->project->scenarios[work->scenario].code);
  return FALSE;
}

void
gp_futures_thread_init (GpFuturesThread *thread, const GpFuturesWork *work)
{
  guint n_boards = work->futures->boards->len;

  *thread = (GpFuturesThread){.work = work};
  thread->kept = g_new0 (guint32, n_boards + 1);
  thread->started = g_new0 (double, n_boards + 1);
}

void
gp_futures_thread_clear (GpFuturesThread *thread)
{
  g_clear_pointer (&thread->held, gp_planning_free);
  g_clear_pointer (&thread->free, gp_planning_free);
  g_clear_pointer (&thread->kept, g_free);
  g_clear_pointer (&thread->started, g_free);
}

/* What perfect knowledge plans with: the project's values, but nothing after the delays. */
static GpProject *
only_delays (const GpFuturesWork *work, const GpProject *project, GError **error)
{
  g_autoptr (GpVariant) variant = gp_variant_new (project, work->scenario);

  gp_variant_set_priorities (variant, work->delays, work->n_delays);
  return gp_variant_make (variant, error);
}

/* A new session that has planned the project. One that cannot be planned is a beginning all the
 * same: as far as it was planned. */
static GpPlanning *
session_at (const GpFuturesWork *work, const GpProject *project, gboolean held,
            GCancellable *cancellable, GError **error)
{
  GpPlannerOptions options = planner_options (work, held);
  g_autoptr (GpPlanning) session = gp_planning_new ();
  g_autoptr (GpPlan) plan =
      gp_planning_plan (session, project, work->scenario, &options, cancellable, error);

  if (plan == NULL)
    return NULL;
  gp_planning_mark (session);
  return g_steal_pointer (&session);
}

static gboolean
go_free (GpFuturesThread *thread, const GpProject *anchor, GCancellable *cancellable,
         GError **error)
{
  g_autoptr (GpProject) project = only_delays (thread->work, anchor, error);

  if (project != NULL)
    thread->free = session_at (thread->work, project, FALSE, cancellable, error);
  return thread->free != NULL;
}

gboolean
gp_futures_go_to_anchor (GpFuturesThread *thread, guint anchor, GCancellable *cancellable,
                         GError **error)
{
  const GpFuturesWork *work = thread->work;
  g_autoptr (GpVariant) variant = gp_anchors_variant (work->anchors, anchor);
  g_autoptr (GpProject) project = gp_variant_make (variant, error);

  g_clear_pointer (&thread->held, gp_planning_free);
  g_clear_pointer (&thread->free, gp_planning_free);
  if (project == NULL)
    return FALSE;
  thread->held = session_at (work, project, TRUE, cancellable, error);
  return thread->held != NULL &&
         (!work->futures->head.has_regret || go_free (thread, project, cancellable, error));
}

/* ---- figures ------------------------------------------------------------------------- */

static gboolean
find_value (const GpPlan *plan, GpPriorityId id, double *value)
{
  for (guint i = 0; i < plan->n_priorities; i++) {
    if (plan->priorities[i].id == id) {
      *value = plan->priorities[i].relaxed;
      return TRUE;
    }
  }
  return FALSE;
}

static gboolean
set_values (const GpFuturesHead *head, const GpPlan *plan, gint64 *values)
{
  for (guint i = 0; i < head->n_priorities; i++) {
    double value;

    if (!find_value (plan, head->priorities[i], &value))
      return FALSE;
    values[i] = thousandths (value);
  }
  return TRUE;
}

static void
set_schools (const GpFuturesHead *head, const GpProject *project, guint32 scenario,
             const GpPlan *plan, gint64 *schools)
{
  g_autoptr (GArray) years = gp_plan_taking_part (project, scenario, plan, GP_PART_RELAXED,
                                                  head->first_year, head->last_year);

  for (guint i = 0; i < years->len; i++) {
    const GpTakingPart *year = &g_array_index (years, GpTakingPart, i);
    schools[i] = thousandths (year->history + year->regular + year->groeikracht);
  }
}

static void
count_boards (GpFuturesThread *thread, const GpPlan *plan)
{
  const GArray *boards = thread->work->futures->boards;
  const GpPlanRow *rows;
  guint n;

  if (boards->len == 0)
    return;
  rows = gp_plan_rows (plan, GP_PART_RELAXED, GP_ROW_START, &n);
  memset (thread->started, 0, boards->len * sizeof *thread->started);
  for (guint i = 0; i < n; i++) {
    guint place =
        GPOINTER_TO_UINT (g_hash_table_lookup (thread->work->board_places, rows[i].board));

    if (place > 0 && rows[i].year <= g_array_index (boards, GpFuturesBoard, place - 1).year)
      thread->started[place - 1] += rows[i].amount;
  }
  for (guint i = 0; i < boards->len; i++)
    thread->kept[i] += thread->started[i] >= 1 - SCHOOL_TOLERANCE;
}

static gint64
total_delay (const GpPlan *plan)
{
  double delay = 0, sum = 0;

  if (find_value (plan, GP_PRIORITY_GROEIKRACHT_DELAY, &delay))
    sum += delay;
  if (find_value (plan, GP_PRIORITY_REGULAR_DELAY, &delay))
    sum += delay;
  return thousandths (sum);
}

/* ---- a future ------------------------------------------------------------------------ */

/* Plans from the session's mark. *status tells what came of it; NULL only with an error. */
static GpPlan *
plan_from_mark (GpPlanning *session, const GpProject *project, guint32 scenario,
                const GpPlannerOptions *options, GpFutureStatus *status, GCancellable *cancellable,
                GError **error)
{
  GpPlan *plan;

  gp_planning_rewind (session);
  plan = gp_planning_plan (session, project, scenario, options, cancellable, error);
  if (plan == NULL)
    return NULL;
  *status = plan->status == GP_PLAN_OPTIMAL    ? GP_FUTURE_PLANNED
            : plan->status == GP_PLAN_CONFLICT ? GP_FUTURE_CONFLICT
                                               : GP_FUTURE_UNKNOWN;
  return plan;
}

/* The delay that perfect knowledge would have saved. */
static gboolean
set_regret (GpFuturesThread *thread, const GpProject *future, const GpPlan *held, gint64 *row,
            GCancellable *cancellable, GError **error)
{
  const GpFuturesWork *work = thread->work;
  GpPlannerOptions options = planner_options (work, FALSE);
  g_autoptr (GpProject) project = only_delays (work, future, error);
  g_autoptr (GpPlan) plan = NULL;
  GpFutureStatus status = GP_FUTURE_UNKNOWN;

  if (project == NULL)
    return FALSE;
  plan =
      plan_from_mark (thread->free, project, work->scenario, &options, &status, cancellable, error);
  if (plan == NULL)
    return FALSE;
  if (status == GP_FUTURE_PLANNED)
    *gp_row_regret (work->futures, row) = MAX (0, total_delay (held) - total_delay (plan));
  else
    row[0] = GP_FUTURE_UNKNOWN; /* the held plan is one of these, so there is one */
  return TRUE;
}

static void
clear_figures (const GpFutures *futures, gint64 *row)
{
  memset (row + 1, 0, (futures->stride - 1) * sizeof *row);
}

static gboolean
fill_row (GpFuturesThread *thread, const GpProject *project, const GpPlan *plan, gint64 *row,
          GCancellable *cancellable, GError **error)
{
  const GpFuturesWork *work = thread->work;
  GpFutures *futures = work->futures;

  if (!set_values (&futures->head, plan, gp_row_values (row)))
    row[0] = GP_FUTURE_UNKNOWN;
  set_schools (&futures->head, project, work->scenario, plan, gp_row_schools (futures, row));
  if (futures->head.has_regret && row[0] == GP_FUTURE_PLANNED &&
      !set_regret (thread, project, plan, row, cancellable, error))
    return FALSE;
  if (row[0] == GP_FUTURE_PLANNED)
    count_boards (thread, plan);
  return TRUE;
}

gboolean
gp_futures_plan_one (GpFuturesThread *thread, guint32 number, GCancellable *cancellable,
                     GError **error)
{
  const GpFuturesWork *work = thread->work;
  GpPlannerOptions options = planner_options (work, TRUE);
  gint64 *row = gp_futures_row (work->futures, number);
  g_autoptr (GpVariant) variant = gp_draw_variant (work->draw, work->options->seed, number);
  g_autoptr (GpProject) project = gp_variant_make (variant, error);
  g_autoptr (GpPlan) plan = NULL;
  GpFutureStatus status = GP_FUTURE_UNKNOWN;

  if (project == NULL)
    return FALSE;
  plan =
      plan_from_mark (thread->held, project, work->scenario, &options, &status, cancellable, error);
  if (plan == NULL)
    return FALSE;
  row[0] = status;
  if (status == GP_FUTURE_PLANNED && !fill_row (thread, project, plan, row, cancellable, error))
    return FALSE;
  if (row[0] != GP_FUTURE_PLANNED)
    clear_figures (work->futures, row);
  return TRUE;
}
