/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Planning many futures on all cores.
 *
 * Threads. The caller's thread starts the workers and waits, telling of progress. A worker takes
 * the next share that nobody has taken, which is some futures of one anchor, plans that anchor in
 * sessions of its own and those futures from there, writes their rows and no others, and adds to
 * its own counts, which are summed at the end. The project, the draws and the options are only
 * read. The first error stops all workers; so does cancelling. */
#include "gp-futures-one.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_THREADS 256
#define PROGRESS_MICROSECONDS 250000
/* Futures of one anchor that are planned in one go: as many as make the anchor's own plan cheap,
 * and as few as keep all threads at work to the end. */
#define SHARE_MOST 64

/* Futures of one anchor: places begin .. end - 1 in the order. */
typedef struct {
  guint anchor;
  guint32 begin, end;
} Share;

typedef struct {
  GpFuturesWork work;
  GCancellable *cancellable;
  guint32 *order; /* the shard's futures, from 0, by anchor */
  GArray *shares; /* of Share */
  gint next;      /* atomic; the next share */
  gint n_done;    /* atomic; futures */
  gint stop;      /* atomic */
  GMutex lock;    /* of what follows */
  GCond finished;
  guint n_running;
  GError *error;
} Run;

/* ---- workers --------------------------------------------------------------------------- */

static void
fail (Run *run, GError *error)
{
  g_atomic_int_set (&run->stop, TRUE);
  g_mutex_lock (&run->lock);
  if (run->error == NULL)
    run->error = error;
  else
    g_error_free (error);
  g_mutex_unlock (&run->lock);
}

static gboolean
goes_on (const Run *run)
{
  return !g_atomic_int_get (&run->stop) && !g_cancellable_is_cancelled (run->cancellable);
}

static gboolean
plan_share (Run *run, GpFuturesThread *thread, const Share *share, GError **error)
{
  guint32 first = run->work.futures->first;

  if (!gp_futures_go_to_anchor (thread, share->anchor, run->cancellable, error))
    return FALSE;
  for (guint32 i = share->begin; i < share->end && goes_on (run); i++) {
    if (!gp_futures_plan_one (thread, first + run->order[i], run->cancellable, error))
      return FALSE;
    g_atomic_int_inc (&run->n_done);
  }
  return TRUE;
}

static void
plan_shares (Run *run, GpFuturesThread *thread)
{
  GError *error = NULL;

  while (goes_on (run)) {
    guint next = (guint)g_atomic_int_add (&run->next, 1);

    if (next >= run->shares->len)
      return;
    if (!plan_share (run, thread, &g_array_index (run->shares, Share, next), &error)) {
      fail (run, error);
      return;
    }
  }
}

static void
leave (Run *run, const GpFuturesThread *thread)
{
  GArray *boards = run->work.futures->boards;

  g_mutex_lock (&run->lock);
  for (guint i = 0; i < boards->len; i++)
    g_array_index (boards, GpFuturesBoard, i).kept += thread->kept[i];
  run->n_running--;
  g_cond_signal (&run->finished);
  g_mutex_unlock (&run->lock);
}

static void
work_in_thread (gpointer data, gpointer user_data)
{
  Run *run = data;
  GpFuturesThread thread;

  (void)user_data;
  gp_futures_thread_init (&thread, &run->work);
  plan_shares (run, &thread);
  leave (run, &thread);
  gp_futures_thread_clear (&thread);
}

/* ---- the caller's thread ----------------------------------------------------------------- */

static void
tell_progress (Run *run)
{
  const GpFuturesOptions *options = run->work.options;

  if (options->progress != NULL)
    options->progress ((double)g_atomic_int_get (&run->n_done) / MAX (run->work.futures->n, 1),
                       _ ("Planning futures"), options->progress_data);
}

static void
wait_for_workers (Run *run)
{
  g_mutex_lock (&run->lock);
  while (run->n_running > 0) {
    gint64 until = g_get_monotonic_time () + PROGRESS_MICROSECONDS;

    g_cond_wait_until (&run->finished, &run->lock, until);
    g_mutex_unlock (&run->lock);
    tell_progress (run);
    g_mutex_lock (&run->lock);
  }
  g_mutex_unlock (&run->lock);
}

static gboolean
run_workers (Run *run, GError **error)
{
  guint asked = run->work.options->n_threads;
  guint n = CLAMP (asked > 0 ? asked : g_get_num_processors (), 1,
                   MIN (MAX_THREADS, MAX (run->shares->len, 1)));
  GThreadPool *pool = g_thread_pool_new (work_in_thread, NULL, (int)n, TRUE, error);

  if (pool == NULL)
    return FALSE;
  run->n_running = n;
  for (guint i = 0; i < n; i++)
    g_thread_pool_push (pool, run, NULL);
  wait_for_workers (run);
  g_thread_pool_free (pool, FALSE, TRUE);
  return TRUE;
}

static gboolean
run_all (Run *run, GError **error)
{
  gboolean done;

  g_mutex_init (&run->lock);
  g_cond_init (&run->finished);
  done = run_workers (run, error);
  g_mutex_clear (&run->lock);
  g_cond_clear (&run->finished);
  if (done && g_cancellable_is_cancelled (run->cancellable)) {
    g_clear_error (&run->error);
    g_set_error (error, GP_ERROR, GP_ERROR_CANCELLED, _ ("Planning futures was cancelled."));
    return FALSE;
  }
  if (run->error != NULL)
    g_propagate_error (error, g_steal_pointer (&run->error));
  return done && g_atomic_int_get (&run->n_done) == (gint)run->work.futures->n;
}

/* ---- before ------------------------------------------------------------------------------ */

static gboolean
check_options (const GpFuturesOptions *options, GError **error)
{
  if (options->count < 1 || options->count > GP_MAX_FUTURES)
    g_set_error (error, GP_ERROR, GP_ERROR_USAGE, _ ("Ask for 1 to %d futures."), GP_MAX_FUTURES);
  else if (options->n_shards > GP_MAX_SHARDS ||
           (options->n_shards > 0 && (options->shard < 1 || options->shard > options->n_shards)))
    g_set_error (error, GP_ERROR, GP_ERROR_USAGE,
                 _ ("A shard is a number from 1 to the number of shards, of which there are at "
                    "most %d."),
                 GP_MAX_SHARDS);
  else if (options->held == NULL || !options->held->has_whole)
    g_set_error (error, GP_ERROR, GP_ERROR_DATA,
                 _ ("Futures need a plan with whole schools, whose first year is held: plan the "
                    "scenario first."));
  else
    return TRUE;
  return FALSE;
}

/* The scenario's order, without the change when there is nothing to change from. */
static guint
priorities_of (const GpProject *project, guint32 scenario, gboolean published,
               GpPriorityId order[static GP_N_PRIORITIES])
{
  GpPriorityId all[GP_N_PRIORITIES];
  guint n_all = gp_project_priorities (project, scenario, all), n = 0;

  for (guint i = 0; i < n_all; i++)
    if (published || all[i] != GP_PRIORITY_CHANGE)
      order[n++] = all[i];
  return n;
}

static void
fill_head (GpFuturesHead *head, const GpProject *project, guint32 scenario,
           const GpFuturesOptions *options)
{
  g_strlcpy (head->scenario, project->scenarios[scenario].code, sizeof head->scenario);
  head->seed = options->seed;
  head->count = options->count;
  head->shard = options->n_shards > 0 ? options->shard : 1;
  head->n_shards = MAX (options->n_shards, 1);
  gp_futures_digest_project (project, head->data);
  gp_futures_digest_plans (project->plan_from, options->held, options->published, head->plans);
  head->n_priorities =
      priorities_of (project, scenario, options->published != NULL, head->priorities);
  head->first_year = project->plan_from;
  head->last_year = project->last_year;
}

/* What regret is measured in: without a delay there is none. */
static void
set_delays (GpFuturesWork *work, const GpFuturesHead *head)
{
  guint n = 0;

  for (guint i = 0; i < head->n_priorities; i++) {
    if (head->priorities[i] == GP_PRIORITY_CHANGE)
      continue;
    work->delays[n++] = head->priorities[i];
    if (head->priorities[i] == GP_PRIORITY_GROEIKRACHT_DELAY ||
        head->priorities[i] == GP_PRIORITY_REGULAR_DELAY)
      work->n_delays = n;
  }
}

static int
compare_boards (gconstpointer a, gconstpointer b)
{
  return strcmp (((const GpFuturesBoard *)a)->code, ((const GpFuturesBoard *)b)->code);
}

/* The boards whose first start is published, by code. */
static void
list_boards (GpFuturesWork *work, const GpPlan *published)
{
  GArray *boards = work->futures->boards;
  const GpPlanRow *rows = NULL;
  guint n = 0;

  if (published != NULL && published->has_whole)
    rows = gp_plan_rows (published, GP_PART_WHOLE, GP_ROW_START, &n);
  for (guint i = 0; i < n; i++) {
    guint place = GPOINTER_TO_UINT (g_hash_table_lookup (work->board_places, rows[i].board));
    GpFuturesBoard board = {.year = rows[i].year};

    if (rows[i].year < work->project->plan_from)
      continue; /* started since */
    if (place > 0) {
      GpFuturesBoard *known = &g_array_index (boards, GpFuturesBoard, place - 1);
      known->year = MIN (known->year, rows[i].year);
      continue;
    }
    g_strlcpy (board.code, rows[i].board, sizeof board.code);
    g_array_append_val (boards, board);
    g_hash_table_insert (work->board_places, (gpointer)rows[i].board,
                         GUINT_TO_POINTER (boards->len));
  }
  g_array_sort (boards, compare_boards);
  g_hash_table_remove_all (work->board_places);
  for (guint i = 0; i < boards->len; i++)
    g_hash_table_insert (work->board_places, g_array_index (boards, GpFuturesBoard, i).code,
                         GUINT_TO_POINTER (i + 1));
}

/* ---- who plans what ----------------------------------------------------------------------- */

static void
add_shares (Run *run, guint anchor, guint32 begin, guint32 end)
{
  for (guint32 i = begin; i < end; i += SHARE_MOST) {
    Share share = {anchor, i, MIN (i + SHARE_MOST, end)};
    g_array_append_val (run->shares, share);
  }
}

/* Sorts the futures by anchor, and cuts that into shares. */
static void
share_out (Run *run)
{
  const GpFutures *futures = run->work.futures;
  g_autofree guint8 *anchor = g_new (guint8, (gsize)futures->n + 1);
  guint32 begin[GP_N_ANCHORS + 1] = {0}, next[GP_N_ANCHORS];

  for (guint32 i = 0; i < futures->n; i++) {
    anchor[i] =
        (guint8)gp_anchors_nearest (run->work.anchors, futures->head.seed, futures->first + i);
    begin[anchor[i] + 1]++;
  }
  for (guint a = 0; a < GP_N_ANCHORS; a++) {
    begin[a + 1] += begin[a];
    next[a] = begin[a];
    add_shares (run, a, begin[a], begin[a + 1]);
  }
  for (guint32 i = 0; i < futures->n; i++)
    run->order[next[anchor[i]]++] = i;
}

static gboolean
run_shares (Run *run, GError **error)
{
  gboolean done;

  run->work.anchors = gp_anchors_new (run->work.draw);
  run->order = g_new (guint32, (gsize)run->work.futures->n + 1);
  run->shares = g_array_new (FALSE, FALSE, sizeof (Share));
  share_out (run);
  done = gp_futures_check_held (&run->work, run->cancellable, error) && run_all (run, error);
  g_array_unref (run->shares);
  g_free (run->order);
  gp_anchors_free (run->work.anchors);
  return done;
}

GpFutures *
gp_futures_run (const GpProject *project, guint32 scenario, const GpFuturesOptions *options,
                GCancellable *cancellable, GError **error)
{
  GpFuturesHead head = {0};
  Run run = {.cancellable = cancellable};
  g_autoptr (GpDraw) draw = NULL;
  g_autoptr (GpFutures) futures = NULL;
  g_autoptr (GHashTable) places = g_hash_table_new (g_str_hash, g_str_equal);

  g_return_val_if_fail (project != NULL && scenario < project->n_scenarios, NULL);
  g_return_val_if_fail (options != NULL, NULL);
  if (!check_options (options, error))
    return NULL;
  draw = gp_draw_new (project, scenario, error);
  if (draw == NULL)
    return NULL;
  fill_head (&head, project, scenario, options);
  run.work = (GpFuturesWork){.project = project,
                             .scenario = scenario,
                             .draw = draw,
                             .options = options,
                             .board_places = places};
  set_delays (&run.work, &head);
  head.has_regret = !options->without_regret && run.work.n_delays > 0;
  futures = gp_futures_new (&head, error);
  if (futures == NULL)
    return NULL;
  run.work.futures = futures;
  list_boards (&run.work, options->published);
  return run_shares (&run, error) ? g_steal_pointer (&futures) : NULL;
}
