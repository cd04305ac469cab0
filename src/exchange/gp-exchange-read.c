/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The exchange folder in.
 *
 * Every file is read and every row checked before anything is believed: the project is handed out
 * only when there is no problem at all. The model checks values, references and the project as a
 * whole; this file knows where each row stood, so that whatever the model reports gets its file and
 * line.
 *
 * One fault is told once. A file that cannot be read at all (missing, garbage, a column lacks) is
 * reported as a file: that rows of other files refer to what it should have held is then not
 * reported, and the project as a whole is not judged. A row that cannot be read is added all the
 * same, for the code it most likely has, and what the model finds in it is not reported.
 */
#include "gp-exchange-private.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "gp-csv-cell.h"

#define MAX_FOLDER_ENTRIES 10000

typedef struct {
  guint line;
  gboolean is_wrong; /* already told: as a row */
} Place;

typedef struct {
  const char *folder;
  GpProblems *problems;
  GCancellable *cancellable;
  GpProject *project;
  GpFrame frame;
  GArray *places[GP_N_TABLES];  /* of Place: where each row that was added stands */
  gboolean unread[GP_N_TABLES]; /* reported as a whole */
  GPtrArray *changed;           /* of char: cells of the current row that were rewritten */
} Reading;

static void
reading_clear (Reading *reading)
{
  for (guint i = 0; i < GP_N_TABLES; i++)
    g_array_unref (reading->places[i]);
  g_ptr_array_unref (reading->changed);
  if (reading->project != NULL)
    gp_project_unref (reading->project);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reading, reading_clear)

/* ---- what the model reports -------------------------------------------------- */

static gboolean
follows_from_unread (const Reading *reading, GpTableId table, const char *column)
{
  int i = table < GP_N_TABLES ? gp_table_column (table, column) : -1;
  const GpColumn *found = i >= 0 ? &gp_table (table)->columns[i] : NULL;
  return found != NULL && found->type == GP_COLUMN_REFERENCE && reading->unread[found->reference];
}

static void
on_problem (GpTableId table, guint32 row, const char *column, const char *message, gpointer data)
{
  Reading *reading = data;
  const char *file = GP_EXCHANGE_FRAME_FILE;
  guint line = 0;
  if (follows_from_unread (reading, table, column))
    return;
  if (table < GP_N_TABLES) {
    const GArray *places = reading->places[table];
    Place place = row < places->len ? g_array_index (places, Place, row) : (Place){0};
    if (place.is_wrong)
      return;
    file = gp_table (table)->file;
    line = place.line;
  } else {
    GpFrameKey key = gp_frame_key_find (column);
    line = key < GP_N_FRAME_KEYS ? reading->frame.lines[key] : 0;
  }
  gp_problems_add (reading->problems, file, line, column, message);
}

/* ---- one table --------------------------------------------------------------- */

/* The cell as the model reads it; what had to be rewritten is kept until the next row. */
static const char *
read_cell (Reading *reading, const GpColumn *column, const char *cell, char separator)
{
  gboolean is_text = gp_exchange_is_text (column);
  gboolean may_have_comma =
      separator == ';' && (column->type == GP_COLUMN_DECIMAL || column->type == GP_COLUMN_MONEY);
  if (is_text)
    cell = gp_csv_cell_text (cell);
  char *changed = is_text ? gp_csv_cell_lines (cell) : gp_csv_cell_number (cell, may_have_comma);
  if (changed == NULL)
    return cell;
  g_ptr_array_add (reading->changed, changed);
  return changed;
}

static void
add_row (Reading *reading, GpTableId id, const GpCsvRow *row, const int *places, char separator,
         const char **cells)
{
  const GpTable *table = gp_table (id);
  g_ptr_array_set_size (reading->changed, 0);
  for (guint i = 0; i < table->n_columns; i++)
    cells[i] = places[i] >= 0
                   ? read_cell (reading, &table->columns[i], row->cells[places[i]], separator)
                   : NULL;
  Place place = {row->line, row->is_wrong};
  g_array_append_val (reading->places[id], place);
  gp_project_add_text (reading->project, id, cells);
}

/* FALSE with error when the file cannot be read on. */
static gboolean
read_rows (Reading *reading, GpTableId id, GpCsvReader *reader, const int *places, GError **error)
{
  g_autofree const char **cells = g_new (const char *, gp_table (id)->n_columns);
  char separator = gp_csv_reader_separator (reader);
  g_autoptr (GError) cause = NULL;
  gp_csv_reader_keep_wrong_rows (reader);
  for (const GpCsvRow *row; (row = gp_csv_reader_next (reader, &cause)) != NULL;) {
    add_row (reading, id, row, places, separator, cells);
    /* A row that the model did not take is one more than a project can hold. */
    if (gp_project_n_rows (reading->project, id) < reading->places[id]->len)
      break;
  }
  if (cause == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&cause));
  return FALSE;
}

static gboolean
read_table (Reading *reading, GpTableId id, GError **error)
{
  const GpTable *table = gp_table (id);
  g_autoptr (GpCsvReader) reader = NULL;
  GpOpenResult result =
      gp_exchange_open (reading->folder, table->file, gp_exchange_is_required (id),
                        reading->problems, reading->cancellable, &reader, error);
  reading->unread[id] = result == GP_OPEN_UNREAD;
  if (result != GP_OPEN_READY)
    return result != GP_OPEN_FAILED;
  g_autofree int *places = g_new (int, table->n_columns);
  reading->unread[id] = !gp_exchange_map_columns (reader, reading->problems, table->columns,
                                                  table->n_columns, places);
  g_autoptr (GError) cause = NULL;
  if (reading->unread[id] || read_rows (reading, id, reader, places, &cause))
    return TRUE;
  reading->unread[id] = TRUE;
  if (g_error_matches (cause, GP_ERROR, GP_ERROR_DATA))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&cause));
  return FALSE;
}

/* ---- the folder -------------------------------------------------------------- */

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

/* Notes the files that are none of ours (hidden ones aside). FALSE when none of ours is there. */
static gboolean
look_around (GDir *dir, GpProblems *problems)
{
  g_autoptr (GPtrArray) unknown = g_ptr_array_new_with_free_func (g_free);
  gboolean found = FALSE;
  guint n = 0;
  for (const char *name; n < MAX_FOLDER_ENTRIES && (name = g_dir_read_name (dir)) != NULL; n++) {
    if (gp_exchange_knows_file (name))
      found = TRUE;
    else if (name[0] != '.')
      g_ptr_array_add (unknown, g_filename_display_name (name));
  }
  g_ptr_array_sort (unknown, compare_names);
  for (guint i = 0; found && i < unknown->len; i++)
    gp_problems_add_note (problems, g_ptr_array_index (unknown, i), 0, NULL,
                          _ ("this is no file of an exchange folder and was not read"));
  return found || n == MAX_FOLDER_ENTRIES;
}

static gboolean
check_folder (const char *folder, GpProblems *problems, GError **error)
{
  g_autofree char *shown = g_filename_display_name (folder);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  int code = errno;
  if (dir == NULL && !g_file_test (folder, G_FILE_TEST_EXISTS))
    g_set_error (error, GP_ERROR, GP_ERROR_FILE, _ ("There is no folder “%s”."), shown);
  else if (dir == NULL && !g_file_test (folder, G_FILE_TEST_IS_DIR))
    g_set_error (error, GP_ERROR, GP_ERROR_FILE,
                 _ ("“%s” is a file; give the folder that holds project.csv."), shown);
  else if (dir == NULL)
    g_set_error (error, GP_ERROR, GP_ERROR_FILE, _ ("The folder “%s” cannot be read: %s."), shown,
                 g_strerror (code));
  if (dir == NULL)
    return FALSE;
  if (look_around (dir, problems))
    return TRUE;
  gp_problems_add (problems, shown, 0, NULL,
                   _ ("this is no exchange folder: project.csv is not in it"));
  return gp_problems_check (problems, error);
}

static gboolean
read_files (Reading *reading, GError **error)
{
  if (!gp_frame_read (reading->folder, reading->problems, reading->project, &reading->frame,
                      reading->cancellable, error))
    return FALSE;
  for (guint i = 0; i < GP_N_TABLES; i++)
    if (!read_table (reading, (GpTableId)i, error))
      return FALSE;
  return TRUE;
}

/* The project as a whole; not judged when a part of it was not read. */
static gboolean
finish (Reading *reading, GError **error)
{
  gboolean complete = reading->frame.complete;
  for (guint i = 0; i < GP_N_TABLES; i++)
    complete = complete && !reading->unread[i];
  g_autoptr (GError) cause = NULL;
  gboolean ok = complete && gp_project_finish (reading->project, &cause);
  if (!gp_problems_check (reading->problems, error))
    return FALSE;
  if (!ok && cause != NULL)
    g_propagate_error (error, g_steal_pointer (&cause));
  return ok;
}

GpProject *
gp_exchange_read (const char *folder, GpProblems *problems, GCancellable *cancellable,
                  GError **error)
{
  g_return_val_if_fail (folder != NULL, NULL);
  g_autoptr (GpProblems) own = problems == NULL ? gp_problems_new () : NULL;
  if (problems == NULL)
    problems = own;
  if (!check_folder (folder, problems, error))
    return NULL;
  g_auto (Reading) reading = {.folder = folder, .problems = problems, .cancellable = cancellable};
  for (guint i = 0; i < GP_N_TABLES; i++)
    reading.places[i] = g_array_new (FALSE, FALSE, sizeof (Place));
  reading.changed = g_ptr_array_new_with_free_func (g_free);
  reading.project = gp_project_new (on_problem, &reading);
  if (!read_files (&reading, error) || !finish (&reading, error))
    return NULL;
  return g_steal_pointer (&reading.project);
}
