/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See gp-records-edit.h: deleting rows, with all that refers to them. Of the tables that are edited
 * here only boards are referred to: by their schools, verandercoaches and pins. */
#include "gp-records-edit.h"
#include "gp-records-kind.h"

#include <glib/gi18n-lib.h>

static void
drop (GpRecordsEdit *edit, const GpProject *project, GpTableId table, guint32 row)
{
  const GpTable *info = gp_table (table);
  GpRecordsRow *dropped = g_new0 (GpRecordsRow, 1);
  guint n = 0;

  dropped->table = table;
  dropped->cells = g_new0 (char *, info->n_columns + 1);
  for (guint i = 0; i < info->n_columns; i++)
    if (info->columns[i].key)
      dropped->cells[n++] = gp_project_cell (project, table, row, i);
  g_ptr_array_add (edit->drops, dropped);
}

typedef guint32 (*BoardOf) (const GpProject *project, guint32 row);

static guint32
board_of_pin (const GpProject *project, guint32 row)
{
  return project->pins[row].board;
}

static guint32
board_of_coach (const GpProject *project, guint32 row)
{
  return project->verandercoaches[row].board;
}

static guint32
board_of_school (const GpProject *project, guint32 row)
{
  return project->schools[row].board;
}

/* Drops what refers to the boards, and says how many that are. */
static void
drop_referring (GpRecordsEdit *edit, const GpProject *project, GpTableId table, BoardOf board_of,
                const gboolean *gone, GString *with)
{
  guint n = gp_project_n_rows (project, table), n_gone = 0;
  g_autofree char *count = NULL;

  for (guint32 i = 0; i < n; i++)
    if (gone[board_of (project, i)]) {
      drop (edit, project, table, i);
      n_gone++;
    }
  if (n_gone == 0)
    return;
  count = gp_records_count_text (table, n_gone);
  g_string_append_printf (with, "%s%s", with->len > 0 ? ", " : "", count);
}

static void
drop_with_boards (GpRecordsEdit *edit, const GpProject *project, const GArray *rows, GString *with)
{
  g_autofree gboolean *gone = g_new0 (gboolean, MAX (project->n_boards, 1));

  for (guint i = 0; i < rows->len; i++)
    gone[g_array_index (rows, guint32, i)] = TRUE;
  drop_referring (edit, project, GP_TABLE_SCHOOLS, board_of_school, gone, with);
  drop_referring (edit, project, GP_TABLE_VERANDERCOACHES, board_of_coach, gone, with);
  drop_referring (edit, project, GP_TABLE_PINS, board_of_pin, gone, with);
}

GpRecordsEdit *
gp_records_edit_delete (const GpProject *project, GpTableId table, const GArray *rows, char **what)
{
  g_autofree char *count = gp_records_count_text (table, rows->len);
  g_autoptr (GpRecordsEdit) edit = gp_records_edit_new (NULL);
  g_autoptr (GString) with = g_string_new (NULL);

  if (table == GP_TABLE_BOARDS)
    drop_with_boards (edit, project, rows, with);
  for (guint i = 0; i < rows->len; i++)
    drop (edit, project, table, g_array_index (rows, guint32, i));
  *what = with->len > 0 ? g_strdup_printf (_ ("%s with %s"), count, with->str) : g_strdup (count);
  edit->label = g_strdup_printf (_ ("Deleted %s"), *what);
  return g_steal_pointer (&edit);
}
