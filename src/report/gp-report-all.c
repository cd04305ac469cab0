/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The packs of all boards. Threads: each takes the next board that nobody has, makes its pack from
 * the input (which is only read) and stages its files; the calling thread waits, tells the progress
 * and passes a cancel on. Nothing is shared but the next number, the count done and the first
 * error, under one mutex. The index is made at the end, in the order of the boards, so that the
 * number of threads makes no difference to any byte.
 */
#include "gp-extract.h"
#include "gp-pack.h"
#include "gp-report-private.h"
#include "gp-stamps.h"

#include <glib/gi18n-lib.h>

/* What the index tells of a board. */
typedef struct {
  guint starts;
  gint64 trainings;
  GpYear partner;
} IndexRow;

typedef struct {
  const GpReportInput *input;
  const GpReportAllOptions *options;
  GPtrArray *stems[2]; /* by language */
  GpStaging *staging;
  GCancellable *cancellable;
  GMutex mutex;
  GCond changed;
  guint next, done, running;
  GError *error;
} AllRun;

static void
run_clear (AllRun *run)
{
  g_clear_pointer (&run->stems[0], g_ptr_array_unref);
  g_clear_pointer (&run->stems[1], g_ptr_array_unref);
  g_clear_pointer (&run->staging, gp_staging_free);
  g_clear_error (&run->error);
  g_mutex_clear (&run->mutex);
  g_cond_clear (&run->changed);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AllRun, run_clear)

static GpLanguage
language_of (const AllRun *run, guint32 board)
{
  const char *const *others = run->options->other_language;
  GpLanguage language = run->options->language;

  if (others != NULL && g_strv_contains (others, run->input->project->boards[board].code))
    return language == GP_LANGUAGE_DUTCH ? GP_LANGUAGE_ENGLISH : GP_LANGUAGE_DUTCH;
  return language;
}

static const char *
stem_of (const AllRun *run, guint32 board)
{
  return g_ptr_array_index (run->stems[language_of (run, board)], board);
}

static gboolean
make_pack (AllRun *run, guint32 board, GError **error)
{
  g_autoptr (GpDoc) doc =
      gp_pack_new (run->input, board, language_of (run, board), stem_of (run, board), error);

  if (doc == NULL)
    return FALSE;
  doc->own_folder = TRUE;
  g_autoptr (GpPages) pages =
      (run->options->formats & GP_REPORT_PDF) != 0 ? gp_pages_new (doc) : NULL;
  return gp_doc_stage (doc, pages, run->options->formats, run->staging, error);
}

/* The next board's number, or GP_NONE when there is none, or nothing more is to be done. */
static guint32
next_board (AllRun *run)
{
  guint32 board = GP_NONE;

  g_mutex_lock (&run->mutex);
  if (run->error == NULL && !g_cancellable_is_cancelled (run->cancellable) &&
      run->next < run->input->project->n_boards)
    board = run->next++;
  g_mutex_unlock (&run->mutex);
  return board;
}

static gpointer
work (gpointer data)
{
  AllRun *run = data;

  for (guint32 board; (board = next_board (run)) != GP_NONE;) {
    g_autoptr (GError) error = NULL;
    gboolean fine = make_pack (run, board, &error);
    g_mutex_lock (&run->mutex);
    run->done++;
    if (!fine && run->error == NULL)
      run->error = g_steal_pointer (&error);
    g_cond_signal (&run->changed);
    g_mutex_unlock (&run->mutex);
  }
  g_mutex_lock (&run->mutex);
  run->running--;
  g_cond_signal (&run->changed);
  g_mutex_unlock (&run->mutex);
  return NULL;
}

static void
tell (AllRun *run, guint done)
{
  guint all = run->input->project->n_boards;

  if (run->options->progress != NULL)
    run->options->progress (all > 0 ? (double)done / all : 1, _ ("Making board packs"),
                            run->options->progress_data);
}

static void
run_threads (AllRun *run)
{
  guint n = run->options->n_threads > 0 ? run->options->n_threads : g_get_num_processors ();
  g_autoptr (GPtrArray) threads = g_ptr_array_new ();

  run->running = n;
  for (guint i = 0; i < n; i++) {
    GThread *thread = g_thread_try_new ("packs", work, run, NULL);

    if (thread != NULL)
      g_ptr_array_add (threads, thread);
  }
  g_mutex_lock (&run->mutex);
  run->running -= n - threads->len; /* fewer are to be had */
  if (threads->len == 0)
    run->running = 1;
  g_mutex_unlock (&run->mutex);
  if (threads->len == 0)
    work (run);
  g_mutex_lock (&run->mutex);
  while (run->running > 0) {
    guint done = run->done;
    gint64 until = g_get_monotonic_time () + 200 * G_TIME_SPAN_MILLISECOND;
    g_mutex_unlock (&run->mutex);
    tell (run, done);
    g_mutex_lock (&run->mutex);
    while (run->running > 0 && g_cond_wait_until (&run->changed, &run->mutex, until))
      continue;
  }
  g_mutex_unlock (&run->mutex);
  for (guint i = 0; i < threads->len; i++)
    g_thread_join (g_ptr_array_index (threads, i));
}

/* ---- the index ------------------------------------------------------------------------------ */

static GArray *
index_rows (const GpReportInput *input)
{
  GArray *rows = g_array_new (FALSE, TRUE, sizeof (IndexRow));
  const GpPlan *plan = input->plan;

  g_array_set_size (rows, input->project->n_boards);
  for (guint i = 0; i < plan->n_rows[GP_PART_WHOLE]; i++) {
    const GpPlanRow *row = &plan->rows[GP_PART_WHOLE][i];
    guint32 board = gp_project_find (input->project, GP_TABLE_BOARDS, row->board);
    if (board == GP_NONE)
      continue;
    IndexRow *index = &g_array_index (rows, IndexRow, board);
    if (row->kind == GP_ROW_START)
      index->starts += (guint)(row->hundredths / 100);
    else if (row->kind == GP_ROW_TRAINING)
      index->trainings += row->hundredths / 100;
    else if (row->kind == GP_ROW_PARTNER)
      index->partner = row->year;
  }
  return rows;
}

/* The form that is read on a screen; without it the folder. */
static char *
link_to (const AllRun *run, guint32 board)
{
  const char *stem = stem_of (run, board);
  guint formats = run->options->formats;
  const char *ending = (formats & GP_REPORT_PDF) != 0 ? ".pdf" : ".xlsx";

  if ((formats & (GP_REPORT_PDF | GP_REPORT_XLSX)) == 0)
    return g_strconcat (stem, "/", NULL);
  return g_strconcat (stem, "/", stem, ending, NULL);
}

static void
add_index_row (const AllRun *run, GpGrid *grid, guint32 board, const IndexRow *row)
{
  const GpBoard *record = &run->input->project->boards[board];
  char year[GP_YEAR_BYTES];
  guint n;

  gp_project_board_schools (run->input->project, board, &n);
  gp_grid_text (grid, record->code);
  gp_grid_text (grid, gp_pack_name (record->name, record->code));
  gp_grid_value (grid, n);
  gp_grid_value (grid, row->starts);
  gp_grid_value (grid, row->trainings);
  gp_grid_text (grid, gp_year_format (record->partner_since != GP_YEAR_NONE ? record->partner_since
                                                                            : row->partner,
                                      year));
  gp_grid_text (grid, stem_of (run, board));
  g_array_index (grid->cells, GpGridCell, grid->cells->len - 1).link = link_to (run, board);
}

static GpGrid *
index_grid (const AllRun *run)
{
  GpLanguage language = run->options->language;
  GpGrid *grid =
      gp_grid_new ("boards", gp_text (language, GP_TEXT_INDEX_TITLE),
                   gp_text (language, GP_TEXT_INDEX_TITLE), gp_text (language, GP_TEXT_TOTAL));
  g_autoptr (GArray) rows = index_rows (run->input);

  gp_grid_column (grid, gp_text (language, GP_TEXT_CODE), GP_GRID_TEXT, 8, GP_TOTAL_NONE);
  gp_grid_column (grid, gp_text (language, GP_TEXT_INDEX_BOARD), GP_GRID_TEXT, 30, GP_TOTAL_NONE);
  gp_grid_column (grid, gp_text (language, GP_TEXT_INDEX_SCHOOLS), GP_GRID_INTEGER, 8,
                  GP_TOTAL_SUM);
  gp_grid_column (grid, gp_text (language, GP_TEXT_INDEX_STARTS), GP_GRID_INTEGER, 8, GP_TOTAL_SUM);
  gp_grid_column (grid, gp_text (language, GP_TEXT_INDEX_TRAIN), GP_GRID_INTEGER, 8, GP_TOTAL_SUM);
  gp_grid_column (grid, gp_text (language, GP_TEXT_INDEX_PARTNER), GP_GRID_TEXT, 10, GP_TOTAL_NONE);
  gp_grid_column (grid, gp_text (language, GP_TEXT_FILE), GP_GRID_TEXT, 30, GP_TOTAL_NONE);
  for (guint32 i = 0; i < run->input->project->n_boards; i++)
    add_index_row (run, grid, i, &g_array_index (rows, IndexRow, i));
  return grid;
}

static gboolean
write_index (AllRun *run, GError **error)
{
  GpLanguage language = run->options->language;
  const GpScenario *scenario = &run->input->project->scenarios[run->input->scenario];
  g_autoptr (GpDoc) doc = gp_doc_new (language, gp_text (language, GP_TEXT_INDEX_STEM),
                                      gp_text (language, GP_TEXT_INDEX_TITLE), run->input->as_of);

  doc->subtitle = g_strdup (gp_text (language, GP_TEXT_INDEX_SUBTITLE));
  gp_stamps_add (doc, run->input, gp_pack_name (scenario->name, scenario->code));
  gp_doc_paragraph (doc, gp_text_count (language, run->input->project->n_boards,
                                        GP_TEXT_INDEX_LEAD_ONE, GP_TEXT_INDEX_LEAD));
  gp_doc_grid (doc, index_grid (run));
  return gp_doc_stage (doc, NULL, (GpReportFormats)(GP_REPORT_HTML | GP_REPORT_CSV), run->staging,
                       error);
}

gboolean
gp_report_write_all (const GpReportInput *input, const GpReportAllOptions *options,
                     const char *folder, guint *n_packs, GCancellable *cancellable, GError **error)
{
  g_auto (AllRun) run = {.input = input, .options = options, .cancellable = cancellable};

  g_mutex_init (&run.mutex);
  g_cond_init (&run.changed);
  run.stems[GP_LANGUAGE_DUTCH] = gp_report_board_stems (input->project, GP_LANGUAGE_DUTCH);
  run.stems[GP_LANGUAGE_ENGLISH] = gp_report_board_stems (input->project, GP_LANGUAGE_ENGLISH);
  if (!gp_extract_check (input, error))
    return FALSE;
  run.staging = gp_staging_new (folder, error);
  if (run.staging == NULL)
    return FALSE;
  run_threads (&run);
  if (run.error != NULL) {
    g_propagate_error (error, g_steal_pointer (&run.error));
    return FALSE;
  }
  if (g_cancellable_is_cancelled (cancellable)) {
    g_set_error_literal (error, GP_ERROR, GP_ERROR_CANCELLED,
                         _ ("Stopped: no packs were written."));
    return FALSE;
  }
  if (!write_index (&run, error) || !gp_staging_finish (run.staging, NULL, error))
    return FALSE;
  if (n_packs != NULL)
    *n_packs = input->project->n_boards;
  return TRUE;
}
