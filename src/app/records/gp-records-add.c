/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See gp-records-edit.h: a new row, right from the start. */
#include "gp-records-edit.h"

#include <glib/gi18n-lib.h>

/* "N1", "N2" ...: no code of a register. */
static char *
free_code (const GpProject *project, GpTableId table)
{
  guint n = 1 + gp_project_n_rows (project, table);

  for (;; n++) {
    g_autofree char *code = g_strdup_printf ("N%u", n);

    if (gp_project_find (project, table, code) == GP_NONE)
      return g_steal_pointer (&code);
  }
}

static void
set (char **cells, GpTableId table, const char *column, const char *text)
{
  int at = gp_table_column (table, column);

  g_return_if_fail (at >= 0);
  g_free (cells[at]);
  cells[at] = g_strdup (text);
}

/* What the row most like it says of the columns that a new one must have; else the first choice. */
static char *
reference_for (const GpProject *project, GpTableId table, guint column, guint32 like)
{
  GpTableId other = gp_table (table)->columns[column].reference;

  if (like != GP_NONE)
    return gp_project_cell (project, table, like, column);
  if (gp_project_n_rows (project, other) == 0)
    return NULL;
  return gp_project_cell (project, other, 0, 0);
}

/* The first board that may have verandercoaches. */
static char *
first_partner (const GpProject *project)
{
  for (guint32 i = 0; i < project->n_boards; i++)
    if (project->boards[i].partner_since != GP_YEAR_NONE)
      return g_strdup (project->boards[i].code);
  return NULL;
}

static char *
missing (GpTableId table, GpTableId other, GError **error)
{
  const char *sentence = _ ("There is no region yet; import or add the regions first.");

  if (table == GP_TABLE_VERANDERCOACHES)
    sentence = _ ("No board is a partner yet; fill in “partner since” of a board first.");
  else if (other == GP_TABLE_BOARDS)
    sentence = _ ("There is no board yet; add one first.");
  else if (other == GP_TABLE_SECTORS)
    sentence = _ ("There is no sector yet; import or add the sectors first.");
  g_set_error_literal (error, GP_ERROR, GP_ERROR_DATA, sentence);
  return NULL;
}

static gboolean
fill_references (const GpProject *project, GpTableId table, guint32 like, char **cells,
                 GError **error)
{
  const GpTable *info = gp_table (table);

  for (guint i = 0; i < info->n_columns; i++) {
    char *code;

    if (info->columns[i].type != GP_COLUMN_REFERENCE)
      continue;
    code = table == GP_TABLE_VERANDERCOACHES && like == GP_NONE
               ? first_partner (project)
               : reference_for (project, table, i, like);
    if (code == NULL) {
      missing (table, info->columns[i].reference, error);
      return FALSE;
    }
    g_free (cells[i]);
    cells[i] = code;
  }
  return TRUE;
}

/* Values that a new row needs besides its references. */
static void
fill_defaults (const GpProject *project, GpTableId table, char **cells)
{
  char year[GP_YEAR_BYTES];

  switch (table) {
  case GP_TABLE_BOARDS:
    set (cells, table, "name", _ ("New board"));
    break;
  case GP_TABLE_SCHOOLS:
    set (cells, table, "name", _ ("New school"));
    break;
  case GP_TABLE_EXPERT_COACHES:
    set (cells, table, "name", _ ("New expert coach"));
    set (cells, table, "days_per_year", "140");
    break;
  default:
    set (cells, table, "name", _ ("New verandercoach"));
    set (cells, table, "trained_year", gp_year_format ((GpYear)(project->plan_from - 1), year));
    break;
  }
}

char **
gp_records_empty_row (GpTableId table)
{
  const GpTable *info = gp_table (table);
  char **cells = g_new0 (char *, info->n_columns + 1);

  for (guint i = 0; i < info->n_columns; i++) {
    const GpColumn *column = &info->columns[i];

    if (column->type == GP_COLUMN_FLAG && !column->may_be_absent)
      cells[i] = g_strdup ("0");
    else if (column->type == GP_COLUMN_WORD && g_str_equal (column->words[0], "none"))
      cells[i] = g_strdup ("none");
    else
      cells[i] = g_strdup ("");
  }
  return cells;
}

GpRecordsEdit *
gp_records_edit_add (const GpProject *project, GpTableId table, guint32 like, const char *label,
                     char **code, GError **error)
{
  g_auto (GStrv) cells = gp_records_empty_row (table);
  GpRecordsEdit *edit;

  if (!fill_references (project, table, like, cells, error))
    return NULL;
  fill_defaults (project, table, cells);
  g_free (cells[0]);
  cells[0] = free_code (project, table);
  *code = g_strdup (cells[0]);
  edit = gp_records_edit_new (label);
  gp_records_edit_put (edit, table, g_steal_pointer (&cells));
  return edit;
}
