/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See gp-records-paste.h. The steps: lines, which column each cell belongs to, which row each line
 * is, each cell read, the rows checked together. */
#include "gp-records-paste.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct {
  const GpRecordsNames *names;
  const GpProject *project;
  const GpRecordsKind *kind;
  GArray *columns; /* int: of the kind, or -1; by place in a line */
  GPtrArray *rows; /* of char **: those that change or are new */
  GArray *lines;   /* guint: the line of each of rows */
  GHashTable *codes;
  GpPaste *paste;
} Reader;

static void
item_free (gpointer pointer)
{
  GpPasteItem *item = pointer;

  g_free (item->code);
  g_free (item->before);
  g_free (item->after);
  g_free (item->message);
  g_free (item);
}

void
gp_paste_free (GpPaste *paste)
{
  g_ptr_array_unref (paste->changes);
  g_ptr_array_unref (paste->problems);
  g_clear_pointer (&paste->edit, gp_records_edit_free);
  g_free (paste->unknown);
  g_free (paste);
}

static GpPasteItem *
item_new (guint line, const char *code, const char *title)
{
  GpPasteItem *item = g_new0 (GpPasteItem, 1);

  item->line = line;
  item->code = g_strdup (code);
  item->title = title;
  return item;
}

static void
problem (Reader *reader, guint line, const char *code, int column, const char *text,
         const char *message)
{
  GpPasteItem *item;

  if (reader->paste->problems->len >= GP_PASTE_MAX_PROBLEMS)
    return;
  item = item_new (line, code, column >= 0 ? reader->kind->columns[column].title : NULL);
  item->after = g_strdup (text);
  item->message = g_strdup (message);
  g_ptr_array_add (reader->paste->problems, item);
}

/* ---- columns ----------------------------------------------------------------------------------
 */

static gboolean
has_code (const Reader *reader)
{
  for (guint i = 0; i < reader->columns->len; i++) {
    int column = g_array_index (reader->columns, int, i);

    if (column >= 0 && gp_records_table_column (reader->kind, (guint)column) == 0)
      return TRUE;
  }
  return FALSE;
}

static gboolean
is_there (const GArray *columns, int column)
{
  for (guint i = 0; i < columns->len; i++)
    if (g_array_index (columns, int, i) == column)
      return TRUE;
  return FALSE;
}

/* The columns that the first line names; returns how many of them are known. */
static guint
read_headings (Reader *reader, char **cells)
{
  g_autoptr (GString) unknown = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; cells[i] != NULL; i++) {
    int column = gp_records_find_column (reader->kind, cells[i]);

    if (column >= 0 && is_there (reader->columns, column))
      column = -1;
    n += column >= 0 ? 1 : 0;
    if (column < 0 && *cells[i] != '\0' && unknown->len < 400)
      g_string_append_printf (unknown, "%s%.60s", unknown->len > 0 ? ", " : "", cells[i]);
    g_array_append_val (reader->columns, column);
  }
  if (unknown->len > 0)
    reader->paste->unknown = g_utf8_make_valid (unknown->str, -1);
  return n;
}

/* Without headings: from the current column to the right. */
static void
columns_from (Reader *reader, guint first, guint n)
{
  g_array_set_size (reader->columns, 0);
  g_clear_pointer (&reader->paste->unknown, g_free);
  for (guint i = 0; i < n; i++) {
    int column = first + i < reader->kind->n_columns ? (int)(first + i) : -1;

    g_array_append_val (reader->columns, column);
  }
}

/* ---- cells ------------------------------------------------------------------------------------
 */

static void
note_change (Reader *reader, guint line, const char *code, guint column, const char *before,
             const char *after)
{
  guint at = (guint)gp_records_table_column (reader->kind, column);
  GpPasteItem *item;

  if (reader->paste->changes->len >= GP_PASTE_MAX_SHOWN)
    return;
  item = item_new (line, code, reader->kind->columns[column].title);
  item->before = gp_records_show (reader->names, reader->kind->table, at, before);
  item->after = gp_records_show (reader->names, reader->kind->table, at, after);
  g_ptr_array_add (reader->paste->changes, item);
}

/* One pasted cell into a row; TRUE when it changed it. */
static gboolean
read_cell (Reader *reader, guint line, char **cells, guint column, const char *text)
{
  int at = gp_records_table_column (reader->kind, column);
  g_autoptr (GError) error = NULL;
  g_autofree char *raw = NULL;

  if (at < 0) {
    if (!reader->paste->by_code)
      problem (reader, line, cells[0], (int)column, text, _ ("this column is computed"));
    return FALSE;
  }
  raw = gp_records_read (reader->names, reader->kind->table, (guint)at, text, &error);
  if (raw == NULL) {
    problem (reader, line, cells[0], (int)column, text, error->message);
    return FALSE;
  }
  if (g_str_equal (raw, cells[at]))
    return FALSE;
  if (at == 0) {
    problem (reader, line, cells[0], (int)column, text, _ ("a code is changed in its own cell"));
    return FALSE;
  }
  note_change (reader, line, cells[0], column, cells[at], raw);
  g_free (cells[at]);
  cells[at] = g_steal_pointer (&raw);
  return TRUE;
}

static gboolean
read_cells (Reader *reader, guint line, char **cells, char **texts)
{
  gboolean changed = FALSE;

  for (guint i = 0; texts[i] != NULL; i++) {
    int column = i < reader->columns->len ? g_array_index (reader->columns, int, i) : -1;

    if (column >= 0)
      changed |= read_cell (reader, line, cells, (guint)column, texts[i]);
    else if (*texts[i] != '\0' && (i >= reader->columns->len || !reader->paste->by_code))
      problem (reader, line, cells[0], -1, texts[i], _ ("there is no column for this cell"));
  }
  return changed;
}

static void
keep (Reader *reader, guint line, char **cells, gboolean changed, gboolean is_new)
{
  GpPaste *paste = reader->paste;

  paste->n_rows++;
  if (is_new)
    paste->n_new++;
  else if (changed)
    paste->n_changed++;
  else
    paste->n_same++;
  if (!is_new && !changed) {
    g_strfreev (cells);
    return;
  }
  g_ptr_array_add (reader->rows, cells);
  g_array_append_val (reader->lines, line);
}

/* ---- lines ------------------------------------------------------------------------------------
 */

static gboolean
is_blank (char **texts)
{
  for (; *texts != NULL; texts++)
    if (**texts != '\0')
      return FALSE;
  return TRUE;
}

static const char *
code_in (const Reader *reader, char **texts)
{
  for (guint i = 0; texts[i] != NULL && i < reader->columns->len; i++) {
    int column = g_array_index (reader->columns, int, i);

    if (column >= 0 && gp_records_table_column (reader->kind, (guint)column) == 0)
      return g_strstrip (texts[i]);
  }
  return "";
}

static void
read_by_code (Reader *reader, guint line, char **texts)
{
  const char *code = code_in (reader, texts);
  guint32 row;
  char **cells;

  if (is_blank (texts))
    return;
  if (*code == '\0' || !g_hash_table_add (reader->codes, g_strdup (code))) {
    reader->paste->n_rows++;
    problem (reader, line, code, -1, "",
             *code == '\0' ? _ ("the code is missing") : _ ("this code stands here twice"));
    return;
  }
  row = gp_project_find (reader->project, reader->kind->table, code);
  if (row == GP_NONE) {
    cells = gp_records_empty_row (reader->kind->table);
    g_free (cells[0]);
    cells[0] = g_strdup (code);
  } else
    cells = gp_records_row (reader->project, reader->kind->table, row);
  keep (reader, line, cells, read_cells (reader, line, cells, texts), row == GP_NONE);
}

static void
read_at (Reader *reader, guint line, char **texts, guint32 row)
{
  char **cells = gp_records_row (reader->project, reader->kind->table, row);

  keep (reader, line, cells, read_cells (reader, line, cells, texts), FALSE);
}

static void
read_from_target (Reader *reader, const GPtrArray *lines, const GpPasteTarget *target)
{
  if (target->fill && lines->len == 1) {
    for (guint i = 0; i < target->rows->len; i++)
      read_at (reader, 1, lines->pdata[0], g_array_index (target->rows, guint32, i));
    return;
  }
  for (guint i = 0; i < lines->len; i++) {
    if (i >= target->rows->len) {
      problem (reader, i + 1, "", -1, "", _ ("there are no more rows below"));
      return;
    }
    read_at (reader, i + 1, lines->pdata[i], g_array_index (target->rows, guint32, i));
  }
}

/* ---- all of it --------------------------------------------------------------------------------
 */

/* The kind's column that shows a column of the table. */
static int
shown_column (const GpRecordsKind *kind, int at)
{
  for (guint i = 0; i < kind->n_columns && at >= 0; i++)
    if (gp_records_table_column (kind, i) == at)
      return (int)i;
  return -1;
}

static void
check_rows (Reader *reader)
{
  g_autoptr (GPtrArray) found =
      gp_records_check (reader->project, reader->kind->table, reader->rows, GP_PASTE_MAX_PROBLEMS);

  for (guint i = 0; i < found->len; i++) {
    const GpRecordsProblem *at = found->pdata[i];
    char **cells = reader->rows->pdata[at->row];

    problem (reader, g_array_index (reader->lines, guint, at->row), cells[0],
             shown_column (reader->kind, at->column), at->column >= 0 ? cells[at->column] : "",
             at->message);
  }
}

static void
make_edit (Reader *reader)
{
  g_autofree char *count =
      gp_records_count_text (reader->kind->table, reader->paste->n_changed + reader->paste->n_new);
  g_autofree char *label = g_strdup_printf (_ ("Pasted %s"), count);

  reader->paste->edit = gp_records_edit_new (label);
  for (guint i = 0; i < reader->rows->len; i++)
    gp_records_edit_put (reader->paste->edit, reader->kind->table,
                         g_strdupv (reader->rows->pdata[i]));
}

static gboolean
choose_columns (Reader *reader, const GPtrArray *lines, const GpPasteTarget *target, GError **error)
{
  char **first = lines->pdata[0];
  guint known = read_headings (reader, first);

  reader->paste->by_code = known > 0 && has_code (reader) && lines->len > 1;
  if (reader->paste->by_code)
    return TRUE;
  if (known > 1) {
    g_set_error_literal (error, GP_ERROR, GP_ERROR_DATA,
                         _ ("Rows are known by their code: copy the column “Code” along."));
    return FALSE;
  }
  if (target == NULL || target->rows == NULL || target->rows->len == 0) {
    g_set_error_literal (error, GP_ERROR, GP_ERROR_DATA,
                         _ ("Choose the cell where this must go, or copy the names of the columns "
                            "along, “Code” among them."));
    return FALSE;
  }
  columns_from (reader, target->column, g_strv_length (first));
  return TRUE;
}

static gboolean
read_lines (Reader *reader, const GPtrArray *lines, const GpPasteTarget *target,
            GCancellable *cancellable, GError **error)
{
  if (!choose_columns (reader, lines, target, error))
    return FALSE;
  if (!reader->paste->by_code)
    read_from_target (reader, lines, target);
  else
    for (guint i = 1; i < lines->len; i++) {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      read_by_code (reader, i + 1, lines->pdata[i]);
    }
  if (reader->paste->problems->len == 0)
    check_rows (reader);
  if (reader->paste->problems->len == 0)
    make_edit (reader);
  return TRUE;
}

static GpPaste *
paste_new (void)
{
  GpPaste *paste = g_new0 (GpPaste, 1);

  paste->changes = g_ptr_array_new_with_free_func (item_free);
  paste->problems = g_ptr_array_new_with_free_func (item_free);
  return paste;
}

GpPaste *
gp_paste_new (const GpRecordsNames *names, const GpRecordsKind *kind, const GpPasteTarget *target,
              const char *text, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) lines = gp_paste_lines (text, error);
  g_autoptr (GpPaste) paste = paste_new ();
  g_autoptr (GArray) columns = g_array_new (FALSE, FALSE, sizeof (int));
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify)g_strfreev);
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GHashTable) codes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Reader reader = {names, gp_records_names_project (names), kind, columns, rows, places, codes,
                   paste};

  if (lines == NULL || !read_lines (&reader, lines, target, cancellable, error))
    return NULL;
  return g_steal_pointer (&paste);
}
