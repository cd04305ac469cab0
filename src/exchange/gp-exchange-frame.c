/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * project.csv: the format's name, the project's name and its years, as rows of key and value.
 */
#include "gp-exchange-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "gp-csv-cell.h"
#include "gp-csv-writer.h"

static const char *const key_names[GP_N_FRAME_KEYS] = {"format", "name", "plan_from", "last_year",
                                                       "goal_year"};

enum { KEY, VALUE, N_COLUMNS };
static const GpColumn columns[N_COLUMNS] = {
    {"key", GP_COLUMN_TEXT, TRUE, FALSE, FALSE, 0, NULL},
    {"value", GP_COLUMN_TEXT, FALSE, TRUE, FALSE, 0, NULL},
};

typedef struct {
  char *values[GP_N_FRAME_KEYS]; /* NULL: not there */
  GpYear years[GP_N_FRAME_KEYS];
} Values;

const char *
gp_frame_key_name (GpFrameKey key)
{
  g_return_val_if_fail (key < GP_N_FRAME_KEYS, NULL);
  return key_names[key];
}

GpFrameKey
gp_frame_key_find (const char *name)
{
  GpFrameKey key = GP_FRAME_FORMAT;
  while (key < GP_N_FRAME_KEYS && !g_str_equal (key_names[key], name))
    key++;
  return key;
}

static void
values_clear (Values *values)
{
  for (guint i = 0; i < GP_N_FRAME_KEYS; i++)
    g_free (values->values[i]);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Values, values_clear)

static void
take_row (GpCsvReader *reader, GpProblems *problems, const GpCsvRow *row, const int *places,
          Values *values, GpFrame *frame)
{
  g_autofree char *name = g_strstrip (g_strdup (row->cells[places[KEY]]));
  const char *cell = row->cells[places[VALUE]];
  GpFrameKey key = gp_frame_key_find (name);
  if (key == GP_N_FRAME_KEYS) {
    gp_problems_add_note (problems, gp_csv_reader_name (reader), row->line, name,
                          _ ("this key is not known and was not read"));
  } else if (values->values[key] != NULL) {
    gp_csv_reader_problem (reader, name, _ ("this key stands there twice"));
    frame->complete = FALSE;
  } else {
    values->values[key] =
        key == GP_FRAME_NAME ? g_strdup (gp_csv_cell_text (cell)) : g_strstrip (g_strdup (cell));
    frame->lines[key] = row->line;
  }
}

static gboolean
read_rows (GpCsvReader *reader, GpProblems *problems, Values *values, GpFrame *frame,
           GError **error)
{
  int places[N_COLUMNS];
  g_autoptr (GError) cause = NULL;
  frame->complete = gp_exchange_map_columns (reader, problems, columns, N_COLUMNS, places);
  if (!frame->complete)
    return TRUE;
  for (const GpCsvRow *row; (row = gp_csv_reader_next (reader, &cause)) != NULL;)
    take_row (reader, problems, row, places, values, frame);
  if (cause == NULL)
    return TRUE;
  frame->complete = FALSE;
  if (g_error_matches (cause, GP_ERROR, GP_ERROR_DATA))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&cause));
  return FALSE;
}

/* Another format is another format: nothing else in the folder can be judged by ours. */
static gboolean
check_format (const Values *values, const GpFrame *frame, GpProblems *problems, GError **error)
{
  const char *format = values->values[GP_FRAME_FORMAT];
  if (format == NULL || g_str_equal (format, GP_EXCHANGE_FORMAT))
    return TRUE;
  g_autofree char *message =
      g_strdup_printf (_ ("the folder is in the format “%.100s”, and this version reads only “%s”"),
                       format, GP_EXCHANGE_FORMAT);
  gp_problems_add (problems, GP_EXCHANGE_FRAME_FILE, frame->lines[GP_FRAME_FORMAT],
                   key_names[GP_FRAME_FORMAT], message);
  return gp_problems_check (problems, error);
}

/* A key that is missing or whose value is no year. */
static void
check_key (GpFrameKey key, Values *values, GpFrame *frame, GpProblems *problems)
{
  const char *value = values->values[key];
  const char *message = NULL;
  gboolean is_year = key >= GP_FRAME_PLAN_FROM;
  if (key == GP_FRAME_GOAL_YEAR && (value == NULL || *value == '\0'))
    return;
  if (value == NULL)
    message = _ ("the row with this key is missing");
  else if (is_year && !gp_year_parse (value, &values->years[key]))
    message = _ ("must be a school year such as 2026-2027");
  if (message == NULL)
    return;
  gp_problems_add (problems, GP_EXCHANGE_FRAME_FILE, frame->lines[key], key_names[key], message);
  frame->complete = FALSE;
}

gboolean
gp_frame_read (const char *folder, GpProblems *problems, GpProject *project, GpFrame *frame,
               GCancellable *cancellable, GError **error)
{
  g_autoptr (GpCsvReader) reader = NULL;
  g_auto (Values) values = {0};
  *frame = (GpFrame){0};
  GpOpenResult result = gp_exchange_open (folder, GP_EXCHANGE_FRAME_FILE, TRUE, problems,
                                          cancellable, &reader, error);
  if (result != GP_OPEN_READY)
    return result != GP_OPEN_FAILED;
  if (!read_rows (reader, problems, &values, frame, error) ||
      !check_format (&values, frame, problems, error))
    return FALSE;
  if (!frame->complete)
    return TRUE;
  for (guint key = 0; key < GP_N_FRAME_KEYS; key++)
    check_key ((GpFrameKey)key, &values, frame, problems);
  if (frame->complete)
    gp_project_set_frame (project, values.values[GP_FRAME_NAME], values.years[GP_FRAME_PLAN_FROM],
                          values.years[GP_FRAME_LAST_YEAR], values.years[GP_FRAME_GOAL_YEAR]);
  return TRUE;
}

static void
write_key (GpCsvWriter *writer, GpFrameKey key, const char *value)
{
  gp_csv_writer_cell (writer, key_names[key]);
  gp_csv_writer_text (writer, value);
  gp_csv_writer_end_row (writer);
}

GString *
gp_frame_write (const GpProject *project)
{
  GpCsvWriter writer = {g_string_new (NULL), FALSE};
  char year[GP_YEAR_BYTES];
  for (guint i = 0; i < N_COLUMNS; i++)
    gp_csv_writer_cell (&writer, columns[i].name);
  gp_csv_writer_end_row (&writer);
  write_key (&writer, GP_FRAME_FORMAT, GP_EXCHANGE_FORMAT);
  write_key (&writer, GP_FRAME_NAME, project->name);
  write_key (&writer, GP_FRAME_PLAN_FROM, gp_year_format (project->plan_from, year));
  write_key (&writer, GP_FRAME_LAST_YEAR, gp_year_format (project->last_year, year));
  if (project->has_goal_year)
    write_key (&writer, GP_FRAME_GOAL_YEAR, gp_year_format (project->goal_year, year));
  return writer.text;
}
