/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See gp-records-edit.h: setting a column. Deleting is in gp-records-delete.c, adding in
 * gp-records-add.c. */
#include "gp-records-edit.h"

#include <glib/gi18n-lib.h>

static void
row_free (gpointer pointer)
{
  GpRecordsRow *row = pointer;

  g_strfreev (row->cells);
  g_free (row);
}

GpRecordsEdit *
gp_records_edit_new (const char *label)
{
  GpRecordsEdit *edit = g_atomic_rc_box_new0 (GpRecordsEdit);

  edit->label = g_strdup (label);
  edit->puts = g_ptr_array_new_with_free_func (row_free);
  edit->drops = g_ptr_array_new_with_free_func (row_free);
  return edit;
}

GpRecordsEdit *
gp_records_edit_ref (GpRecordsEdit *edit)
{
  return g_atomic_rc_box_acquire (edit);
}

static void
edit_clear (gpointer data)
{
  GpRecordsEdit *edit = data;

  g_free (edit->label);
  g_ptr_array_unref (edit->puts);
  g_ptr_array_unref (edit->drops);
}

void
gp_records_edit_free (GpRecordsEdit *edit)
{
  g_atomic_rc_box_release_full (edit, edit_clear);
}

static GpRecordsRow *
row_new (GpTableId table, char **cells)
{
  GpRecordsRow *row = g_new (GpRecordsRow, 1);

  *row = (GpRecordsRow){table, cells};
  return row;
}

void
gp_records_edit_put (GpRecordsEdit *edit, GpTableId table, char **cells)
{
  g_ptr_array_add (edit->puts, row_new (table, cells));
}

gboolean
gp_records_edit_is_empty (const GpRecordsEdit *edit)
{
  return edit->puts->len == 0 && edit->drops->len == 0;
}

char **
gp_records_row (const GpProject *project, GpTableId table, guint32 row)
{
  guint n = gp_table (table)->n_columns;
  char **cells = g_new0 (char *, n + 1);

  for (guint i = 0; i < n; i++)
    cells[i] = gp_project_cell (project, table, row, i);
  return cells;
}

/* ---- another code -----------------------------------------------------------------------------
 */

/* The rows of a table that refer to a code get another one. */
static void
redirect (GpRecordsEdit *edit, const GpProject *project, GpTableId table, guint column,
          const char *from, const char *to)
{
  guint n = gp_project_n_rows (project, table);

  for (guint32 i = 0; i < n; i++) {
    g_autofree char *raw = gp_project_cell (project, table, i, column);
    char **cells;

    if (!g_str_equal (raw, from))
      continue;
    cells = gp_records_row (project, table, i);
    if (gp_table (table)->columns[column].key) { /* the row itself gets another key */
      guint n_keys = 0;
      char **key = g_new0 (char *, gp_table (table)->n_columns + 1);

      for (guint k = 0; k < gp_table (table)->n_columns; k++)
        if (gp_table (table)->columns[k].key)
          key[n_keys++] = g_strdup (cells[k]);
      g_ptr_array_add (edit->drops, row_new (table, key));
    }
    g_free (cells[column]);
    cells[column] = g_strdup (to);
    gp_records_edit_put (edit, table, cells);
  }
}

static void
rename_code (GpRecordsEdit *edit, const GpProject *project, GpTableId table, const char *from,
             const char *to)
{
  char **key = g_new0 (char *, 2);

  for (int other = 0; other < GP_N_TABLES; other++)
    for (guint i = 0; i < gp_table (other)->n_columns; i++) {
      const GpColumn *column = &gp_table (other)->columns[i];

      if (column->type == GP_COLUMN_REFERENCE && column->reference == table)
        redirect (edit, project, other, i, from, to);
    }
  key[0] = g_strdup (from);
  g_ptr_array_add (edit->drops, row_new (table, key));
}

/* ---- setting ----------------------------------------------------------------------------------
 */

static gboolean
refuse (GError **error, const char *sentence)
{
  g_set_error_literal (error, GP_ERROR, GP_ERROR_DATA, sentence);
  return FALSE;
}

static gboolean
may_rename (const GpProject *project, GpTableId table, const GPtrArray *rows, const char *code,
            GError **error)
{
  if (*code == '\0')
    return refuse (error, _ ("a code must not be empty"));
  if (rows->len > 1)
    return refuse (error, _ ("every row needs a code of its own"));
  if (gp_project_find (project, table, code) != GP_NONE)
    return refuse (error, _ ("another row has this code already"));
  return TRUE;
}

/* The rows that change, with their new value; places in `rows` in changed. */
static GPtrArray *
changed_rows (const GpProject *project, GpTableId table, const GArray *rows, guint column,
              const char *raw, GArray *changed)
{
  GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify)g_strfreev);

  for (guint i = 0; i < rows->len; i++) {
    guint32 row = g_array_index (rows, guint32, i);
    g_autofree char *before = gp_project_cell (project, table, row, column);
    char **cells;

    if (g_str_equal (before, raw))
      continue;
    cells = gp_records_row (project, table, row);
    g_free (cells[column]);
    cells[column] = g_strdup (raw);
    g_ptr_array_add (all, cells);
    g_array_append_val (changed, row);
  }
  return all;
}

static gboolean
passes (const GpProject *project, GpTableId table, const GPtrArray *rows, const GArray *changed,
        guint32 *wrong, GError **error)
{
  g_autoptr (GPtrArray) problems = gp_records_check (project, table, rows, 1);
  const GpRecordsProblem *problem;

  if (problems->len == 0)
    return TRUE;
  problem = problems->pdata[0];
  if (wrong != NULL)
    *wrong = g_array_index (changed, guint32, problem->row);
  return refuse (error, problem->message);
}

GpRecordsEdit *
gp_records_edit_set (const GpProject *project, GpTableId table, const GArray *rows, guint column,
                     const char *raw, const char *label, guint32 *wrong, GError **error)
{
  g_autoptr (GArray) changed = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GPtrArray) all = changed_rows (project, table, rows, column, raw, changed);
  g_autoptr (GpRecordsEdit) edit = gp_records_edit_new (label);
  gboolean renames = gp_table (table)->columns[column].key && all->len > 0;

  if (wrong != NULL)
    *wrong = changed->len > 0 ? g_array_index (changed, guint32, 0) : GP_NONE;
  if (renames && !may_rename (project, table, all, raw, error))
    return NULL;
  if (!renames && !passes (project, table, all, changed, wrong, error))
    return NULL;
  for (guint i = 0; i < all->len; i++)
    gp_records_edit_put (edit, table, g_strdupv (all->pdata[i]));
  if (renames) {
    g_autofree char *from =
        gp_project_cell (project, table, g_array_index (changed, guint32, 0), column);

    rename_code (edit, project, table, from, raw);
  }
  return g_steal_pointer (&edit);
}
