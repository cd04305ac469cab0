/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The files of the exchange folder: which there are, which must be there, and how their columns are
 * found.
 */
#include "gp-exchange-private.h"

#include <glib/gi18n-lib.h>

gboolean
gp_exchange_is_text (const GpColumn *column)
{
  return column->type == GP_COLUMN_TEXT || column->type == GP_COLUMN_CODE ||
         column->type == GP_COLUMN_REFERENCE;
}

gboolean
gp_exchange_is_required (GpTableId table)
{
  return table == GP_TABLE_REGIONS || table == GP_TABLE_SECTORS || table == GP_TABLE_BOARDS ||
         table == GP_TABLE_SCHOOLS;
}

gboolean
gp_exchange_knows_file (const char *name)
{
  for (guint i = 0; i < GP_N_TABLES; i++)
    if (g_str_equal (name, gp_table ((GpTableId)i)->file))
      return TRUE;
  return g_str_equal (name, GP_EXCHANGE_FRAME_FILE);
}

GpOpenResult
gp_exchange_open (const char *folder, const char *file, gboolean required, GpProblems *problems,
                  GCancellable *cancellable, GpCsvReader **reader, GError **error)
{
  g_autofree char *path = g_build_filename (folder, file, NULL);
  *reader = NULL;
  gp_problems_add_file (problems, file);
  if (!g_file_test (path, G_FILE_TEST_EXISTS)) {
    /* somebody meant it to be there: what it would say is not to be lost without a word */
    if (g_file_test (path, G_FILE_TEST_IS_SYMLINK)) {
      gp_problems_add (problems, file, 0, NULL, _ ("this is a link to a file that is not there"));
      return GP_OPEN_UNREAD;
    }
    if (!required)
      return GP_OPEN_ABSENT;
    gp_problems_add (problems, file, 0, NULL, _ ("the file is missing"));
    return GP_OPEN_UNREAD;
  }
  g_autoptr (GError) cause = NULL;
  *reader = gp_csv_reader_open (path, file, problems, cancellable, &cause);
  if (*reader != NULL)
    return GP_OPEN_READY;
  if (g_error_matches (cause, GP_ERROR, GP_ERROR_DATA))
    return GP_OPEN_UNREAD;
  g_propagate_error (error, g_steal_pointer (&cause));
  return GP_OPEN_FAILED;
}

static gboolean
is_column (const char *name, const GpColumn *columns, guint n_columns)
{
  for (guint i = 0; i < n_columns; i++)
    if (g_str_equal (columns[i].name, name))
      return TRUE;
  return FALSE;
}

/* Columns that we do not know are left aside, and the person is told. */
static void
note_unknown_columns (const GpCsvReader *reader, GpProblems *problems, const GpColumn *columns,
                      guint n_columns)
{
  guint n;
  const char *const *header = gp_csv_reader_header (reader, &n);
  for (guint i = 0; i < n; i++) {
    if (is_column (header[i], columns, n_columns))
      continue;
    g_autofree char *unnamed = g_strdup_printf (_ ("column %u"), i + 1);
    gp_problems_add_note (problems, gp_csv_reader_name (reader), gp_csv_reader_header_line (reader),
                          header[i][0] != '\0' ? header[i] : unnamed,
                          _ ("this column is not known and was not read"));
  }
}

static int
find_place (GpCsvReader *reader, const GpColumn *column, gboolean *ok)
{
  guint n;
  const char *const *header = gp_csv_reader_header (reader, &n);
  int place = gp_csv_reader_find_column (reader, column->name);
  const char *message = NULL;
  if (place < 0 && !column->may_be_absent)
    message = _ ("this column is missing in the header row");
  for (guint i = (guint)place + 1; place >= 0 && i < n; i++)
    if (g_str_equal (header[i], column->name))
      message = _ ("this column stands there twice");
  if (message != NULL)
    gp_csv_reader_problem (reader, column->name, message);
  *ok = *ok && message == NULL;
  return place;
}

gboolean
gp_exchange_map_columns (GpCsvReader *reader, GpProblems *problems, const GpColumn *columns,
                         guint n_columns, int *places)
{
  gboolean ok = TRUE;
  for (guint i = 0; i < n_columns; i++)
    places[i] = find_place (reader, &columns[i], &ok);
  note_unknown_columns (reader, problems, columns, n_columns);
  return ok;
}
