/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Planning one future.
 *
 * The values of the priorities are unique, but which of several equally good plans is found may
 * depend on where the search for it begins. So every future begins where the scenario itself was
 * planned: the session goes back to that mark first, and what comes of a future is a function of
 * the scenario, the held plan, the seed and the number. Sessions of different threads find the
 * same mark, because they all begin with nothing and plan the same.
 *
 * Rejected: deriving all figures from unique values alone. The delay of all years together is
 * unique, and with it the school-years, but not how many schools start in each year. */
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

static gboolean
mark_session (GpPlanning *session, const GpProject *project, guint32 scenario,
              const GpPlannerOptions *options, GCancellable *cancellable, GError **error)
{
  g_autoptr (GpPlan) plan =
      gp_planning_plan (session, project, scenario, options, cancellable, error);

  if (plan == NULL)
    return FALSE;
  if (plan->status != GP_PLAN_OPTIMAL) {
    g_set_error (error, GP_ERROR,
                 plan->status == GP_PLAN_CONFLICT ? GP_ERROR_DATA : GP_ERROR_SOLVER,
                 _ ("Scenario %s cannot be planned with the first year that is held: plan it again "
                    "first."),
                 project->scenarios[scenario].code);
    return FALSE;
  }
  gp_planning_mark (session);
  return TRUE;
}

/* What perfect knowledge plans with: the project's values, but nothing after the delays. */
static GpProject *
only_delays (const GpFuturesWork *work, const GpProject *project, GError **error)
{
  g_autoptr (GpVariant) variant = gp_variant_new (project, work->scenario);

  gp_variant_set_priorities (variant, work->delays, work->n_delays);
  return gp_variant_make (variant, error);
}

static gboolean
mark_free (GpFuturesThread *thread, GCancellable *cancellable, GError **error)
{
  const GpFuturesWork *work = thread->work;
  GpPlannerOptions options = planner_options (work, FALSE);
  g_autoptr (GpProject) project = only_delays (work, work->project, error);

  if (project == NULL)
    return FALSE;
  thread->free = gp_planning_new ();
  return mark_session (thread->free, project, work->scenario, &options, cancellable, error);
}

gboolean
gp_futures_thread_init (GpFuturesThread *thread, const GpFuturesWork *work,
                        GCancellable *cancellable, GError **error)
{
  GpPlannerOptions options = planner_options (work, TRUE);
  guint n_boards = work->futures->boards->len;

  *thread = (GpFuturesThread){.work = work, .held = gp_planning_new ()};
  thread->kept = g_new0 (guint32, n_boards + 1);
  thread->started = g_new0 (double, n_boards + 1);
  if (!mark_session (thread->held, work->project, work->scenario, &options, cancellable, error))
    return FALSE;
  return !work->futures->head.has_regret || mark_free (thread, cancellable, error);
}

void
gp_futures_thread_clear (GpFuturesThread *thread)
{
  g_clear_pointer (&thread->held, gp_planning_free);
  g_clear_pointer (&thread->free, gp_planning_free);
  g_clear_pointer (&thread->kept, g_free);
  g_clear_pointer (&thread->started, g_free);
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
