/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What futures come to: promises kept, percentiles, regret, and which assumption matters most. All
 * from the rows, in order of number, so that joined shards give what one run gives. */
#include "gp-futures-draw.h"
#include "gp-futures-private.h"
#include "gp-futures-rank.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* The rows of the futures that were planned, by number. */
typedef struct {
  const GpFutures *futures;
  const GpProject *project;
  guint32 scenario;
  guint n;
  guint32 *numbers;
  gint64 *column, *ranks, *other_ranks; /* room for a figure of each */
} Planned;

static void
planned_clear (Planned *planned)
{
  g_free (planned->numbers);
  g_free (planned->column);
  g_free (planned->ranks);
  g_free (planned->other_ranks);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Planned, planned_clear)

static gboolean
planned_init (Planned *planned, const GpFutures *futures, GpFuturesSummary *summary, GError **error)
{
  planned->numbers = g_try_new (guint32, (gsize)futures->n + 1);
  planned->column = g_try_new (gint64, (gsize)futures->n + 1);
  planned->ranks = g_try_new (gint64, (gsize)futures->n + 1);
  planned->other_ranks = g_try_new (gint64, (gsize)futures->n + 1);
  if (!planned->numbers || !planned->column || !planned->ranks || !planned->other_ranks) {
    g_set_error (error, GP_ERROR, GP_ERROR_DATA, _ ("There is no memory for %u futures."),
                 futures->n);
    return FALSE;
  }
  for (guint32 i = 0; i < futures->n; i++) {
    gint64 status = gp_futures_row (futures, i)[0];

    summary->conflicts += status == GP_FUTURE_CONFLICT;
    summary->unknown += status == GP_FUTURE_UNKNOWN;
    if (status == GP_FUTURE_PLANNED)
      planned->numbers[planned->n++] = i;
  }
  summary->planned = planned->n;
  return TRUE;
}

static gint64 *
row_of (const Planned *planned, guint i)
{
  return gp_futures_row (planned->futures, planned->numbers[i]);
}

/* ---- promises ------------------------------------------------------------------------ */

static gboolean
has_promise (const GpFuturesHead *head, const GpProject *project, gint64 goal, GpPromise promise)
{
  switch (promise) {
  case GP_PROMISE_NO_OVERLOAD:
    return gp_futures_find_priority (head, GP_PRIORITY_OVERLOAD) >= 0;
  case GP_PROMISE_GROEIKRACHT:
    return gp_futures_find_priority (head, GP_PRIORITY_GROEIKRACHT_DELAY) >= 0;
  case GP_PROMISE_REGULAR:
    return gp_futures_find_priority (head, GP_PRIORITY_REGULAR_DELAY) >= 0;
  case GP_PROMISE_GOAL:
    return goal > 0 && project->goal_year >= head->first_year &&
           project->goal_year <= head->last_year;
  case GP_PROMISE_ALL:
  case GP_N_PROMISES:
  default:
    return FALSE; /* there when any other is */
  }
}

static gboolean
keeps (const Planned *planned, gint64 *row, gint64 goal, GpPromise promise)
{
  static const GpPriorityId ids[] = {GP_PRIORITY_OVERLOAD, GP_PRIORITY_GROEIKRACHT_DELAY,
                                     GP_PRIORITY_REGULAR_DELAY};
  const GpFuturesHead *head = &planned->futures->head;

  if (promise == GP_PROMISE_GOAL)
    return gp_row_schools (planned->futures, row)[planned->project->goal_year - head->first_year] >=
           goal;
  return gp_row_values (row)[gp_futures_find_priority (head, ids[promise])] <= 0;
}

static void
count_promises (const Planned *planned, GpFuturesSummary *summary)
{
  const GpFuturesHead *head = &planned->futures->head;
  gint64 goal = llround (GP_THOUSAND * gp_param_value (planned->project, planned->scenario,
                                                       GP_PARAM_PARTICIPATION_GOAL, NULL,
                                                       planned->project->goal_year));

  for (GpPromise promise = 0; promise < GP_PROMISE_ALL; promise++) {
    summary->has_promise[promise] = has_promise (head, planned->project, goal, promise);
    summary->has_promise[GP_PROMISE_ALL] |= summary->has_promise[promise];
  }
  for (guint i = 0; i < planned->n; i++) {
    gboolean all = summary->has_promise[GP_PROMISE_ALL];

    for (GpPromise promise = 0; promise < GP_PROMISE_ALL; promise++) {
      gboolean kept =
          summary->has_promise[promise] && keeps (planned, row_of (planned, i), goal, promise);
      summary->kept[promise] += kept;
      all = all && (kept || !summary->has_promise[promise]);
    }
    summary->kept[GP_PROMISE_ALL] += all;
  }
}

/* ---- percentiles --------------------------------------------------------------------- */

static double
from_thousandths (gint64 figure)
{
  return (double)figure / GP_THOUSAND;
}

static GpPercentiles
percentiles_of (const Planned *planned, guint offset)
{
  gint64 *column = planned->column;

  if (planned->n == 0)
    return (GpPercentiles){0};
  for (guint i = 0; i < planned->n; i++)
    column[i] = row_of (planned, i)[offset];
  gp_sort_integers (column, planned->n);
  return (GpPercentiles){from_thousandths (gp_percentile (column, planned->n, 10)),
                         from_thousandths (gp_percentile (column, planned->n, 50)),
                         from_thousandths (gp_percentile (column, planned->n, 90))};
}

static void
fill_percentiles (const Planned *planned, GpFuturesSummary *summary)
{
  const GpFuturesHead *head = &planned->futures->head;

  summary->n_values = head->n_priorities;
  summary->values = g_new0 (GpFutureValue, summary->n_values + 1);
  for (guint i = 0; i < summary->n_values; i++)
    summary->values[i] = (GpFutureValue){head->priorities[i], percentiles_of (planned, 1 + i)};
  summary->n_years = gp_futures_n_years (head);
  summary->years = g_new0 (GpFutureYear, summary->n_years);
  for (guint i = 0; i < summary->n_years; i++) {
    GpYear year = (GpYear)(head->first_year + (int)i);
    summary->years[i] = (GpFutureYear){year, year == planned->project->goal_year,
                                       percentiles_of (planned, 1 + head->n_priorities + i)};
  }
}

static void
fill_regret (const Planned *planned, GpFuturesSummary *summary)
{
  guint offset = planned->futures->stride - 1;
  gint64 worst = -1;

  summary->has_regret = planned->futures->head.has_regret && planned->n > 0;
  if (!summary->has_regret)
    return;
  for (guint i = 0; i < planned->n; i++) {
    gint64 regret = row_of (planned, i)[offset];

    if (regret > worst) {
      worst = regret;
      summary->worst_future = planned->numbers[i] + 1; /* people count from 1 */
    }
  }
  summary->worst_regret = from_thousandths (worst);
  summary->regret = percentiles_of (planned, offset);
}

/* ---- which assumption matters -------------------------------------------------------- */

/* Where the outcome's figures stand in a row: one or two columns that are added. FALSE when the
 * scenario does not have them. */
static gboolean
outcome_columns (const Planned *planned, GpOutcome outcome, guint columns[2], guint *n)
{
  static const GpPriorityId ids[GP_N_OUTCOMES] = {
      GP_N_PRIORITIES,           GP_N_PRIORITIES,
      GP_PRIORITY_OVERLOAD,      GP_PRIORITY_GROEIKRACHT_DELAY,
      GP_PRIORITY_REGULAR_DELAY, GP_PRIORITY_REACH,
      GP_PRIORITY_COST};
  const GpFuturesHead *head = &planned->futures->head;
  int place, other;

  *n = 0;
  if (outcome == GP_OUTCOME_SCHOOLS) {
    int year = planned->project->goal_year - head->first_year;
    if (year < 0 || year >= (int)gp_futures_n_years (head))
      return FALSE;
    columns[(*n)++] = 1 + head->n_priorities + (guint)year;
    return TRUE;
  }
  place = gp_futures_find_priority (
      head, outcome == GP_OUTCOME_DELAY ? GP_PRIORITY_GROEIKRACHT_DELAY : ids[outcome]);
  if (place >= 0)
    columns[(*n)++] = 1 + (guint)place;
  other =
      outcome == GP_OUTCOME_DELAY ? gp_futures_find_priority (head, GP_PRIORITY_REGULAR_DELAY) : -1;
  if (other >= 0)
    columns[(*n)++] = 1 + (guint)other;
  return *n > 0;
}

static gboolean
rank_outcome (const Planned *planned, GpOutcome outcome, GError **error)
{
  guint columns[2], n;

  if (!outcome_columns (planned, outcome, columns, &n)) {
    g_set_error (error, GP_ERROR, GP_ERROR_USAGE,
                 _ ("Scenario %s has no priority for the outcome %s: choose another one."),
                 planned->futures->head.scenario, gp_outcome_name (outcome));
    return FALSE;
  }
  for (guint i = 0; i < planned->n; i++) {
    const gint64 *row = row_of (planned, i);
    planned->column[i] = row[columns[0]] + (n > 1 ? row[columns[1]] : 0);
  }
  gp_rank_integers (planned->column, planned->n, planned->ranks);
  return TRUE;
}

static void
correlate (const Planned *planned, const GpDraw *draw, guint i, GpFutureAssumption *out)
{
  const GpAssumption *assumption = gp_draw_assumption (draw, i);
  guint64 seed = planned->futures->head.seed;
  g_autofree double *drawn = g_new (double, (gsize)planned->n + 1);

  for (guint k = 0; k < planned->n; k++)
    drawn[k] = gp_draw_rank_value (draw, i, seed, planned->numbers[k]);
  gp_rank_doubles (drawn, planned->n, planned->other_ranks);
  *out = (GpFutureAssumption){.param = assumption->param,
                              .scope = g_strdup (assumption->scope),
                              .is_go = assumption->is_go,
                              .year = assumption->year};
  out->has_correlation =
      gp_rank_correlation (planned->ranks, planned->other_ranks, planned->n, &out->correlation);
}

/* Strongest first; those without a correlation last; then as the draws are listed. */
static int
compare_assumptions (gconstpointer a, gconstpointer b)
{
  const GpFutureAssumption *x = a, *y = b;
  double strong = x->has_correlation ? fabs (x->correlation) : -1;
  double other = y->has_correlation ? fabs (y->correlation) : -1;

  if (strong > other || strong < other)
    return strong > other ? -1 : 1;
  if (x->param != y->param)
    return x->param < y->param ? -1 : 1;
  if (x->is_go != y->is_go || x->year != y->year)
    return x->is_go != y->is_go ? (x->is_go ? 1 : -1) : x->year - y->year;
  return strcmp (x->scope, y->scope);
}

static gboolean
fill_assumptions (const Planned *planned, GpFuturesSummary *summary, GError **error)
{
  g_autoptr (GpDraw) draw = gp_draw_new (planned->project, planned->scenario, error);

  if (draw == NULL || !rank_outcome (planned, summary->outcome, error))
    return FALSE;
  summary->n_assumptions = gp_draw_n_assumptions (draw);
  summary->assumptions = g_new0 (GpFutureAssumption, summary->n_assumptions + 1);
  for (guint i = 0; i < summary->n_assumptions; i++)
    correlate (planned, draw, i, &summary->assumptions[i]);
  qsort (summary->assumptions, summary->n_assumptions, sizeof *summary->assumptions,
         compare_assumptions);
  return TRUE;
}

/* ---- boards -------------------------------------------------------------------------- */

static int
compare_boards (gconstpointer a, gconstpointer b)
{
  const GpFutureBoard *x = a, *y = b;

  if (x->kept != y->kept)
    return x->kept < y->kept ? -1 : 1;
  return strcmp (x->board, y->board);
}

static void
fill_boards (const GpFutures *futures, GpFuturesSummary *summary)
{
  summary->n_boards = futures->boards->len;
  summary->boards = g_new0 (GpFutureBoard, summary->n_boards + 1);
  for (guint i = 0; i < summary->n_boards; i++) {
    const GpFuturesBoard *board = &g_array_index (futures->boards, GpFuturesBoard, i);
    summary->boards[i] = (GpFutureBoard){g_strdup (board->code), board->year, board->kept};
  }
  qsort (summary->boards, summary->n_boards, sizeof *summary->boards, compare_boards);
}

/* ---- all together --------------------------------------------------------------------- */

static gboolean
check_source (const GpFutures *futures, const GpProject *project, GError **error)
{
  char digest[GP_DIGEST_BYTES];

  if (futures->head.n_shards != 1) {
    g_set_error (error, GP_ERROR, GP_ERROR_USAGE,
                 _ ("This is shard %u of %u: join all shards first."), futures->head.shard,
                 futures->head.n_shards);
    return FALSE;
  }
  gp_futures_digest_project (project, digest);
  if (strcmp (digest, futures->head.data) == 0 &&
      gp_project_find (project, GP_TABLE_SCENARIOS, futures->head.scenario) != GP_NONE &&
      futures->head.first_year == project->plan_from &&
      futures->head.last_year == project->last_year)
    return TRUE;
  g_set_error (error, GP_ERROR, GP_ERROR_DATA,
               _ ("The futures were made from another project, from data that changed since, or by "
                  "another version of the program: make them again."));
  return FALSE;
}

GpFuturesSummary *
gp_futures_summarise (const GpFutures *futures, const GpProject *project, GpOutcome outcome,
                      GError **error)
{
  g_autoptr (GpFuturesSummary) summary = g_new0 (GpFuturesSummary, 1);
  g_auto (Planned) planned = {.futures = futures, .project = project};

  g_return_val_if_fail (futures != NULL && project != NULL, NULL);
  g_return_val_if_fail ((guint)outcome < GP_N_OUTCOMES, NULL);
  if (!check_source (futures, project, error))
    return NULL;
  planned.scenario = gp_project_find (project, GP_TABLE_SCENARIOS, futures->head.scenario);
  summary->count = futures->head.count;
  summary->outcome = outcome;
  if (!planned_init (&planned, futures, summary, error) ||
      !fill_assumptions (&planned, summary, error))
    return NULL;
  count_promises (&planned, summary);
  fill_percentiles (&planned, summary);
  fill_regret (&planned, summary);
  fill_boards (futures, summary);
  return g_steal_pointer (&summary);
}

void
gp_futures_summary_free (GpFuturesSummary *summary)
{
  if (summary == NULL)
    return;
  for (guint i = 0; i < summary->n_boards; i++)
    g_free ((char *)summary->boards[i].board);
  for (guint i = 0; i < summary->n_assumptions; i++)
    g_free ((char *)summary->assumptions[i].scope);
  g_free (summary->boards);
  g_free (summary->assumptions);
  g_free (summary->years);
  g_free (summary->values);
  g_free (summary);
}
