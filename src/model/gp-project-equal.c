/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether two projects hold the same data, cell by cell, led by the description of the tables. */
#include "gp-project-private.h"

#include <string.h>

static gboolean
same_decimal (const GpDecimal *a, const GpDecimal *b)
{
  return a->units == b->units && a->scale == b->scale;
}

static gboolean
same_cell (const GpField *field, gconstpointer a, gconstpointer b)
{
  gpointer left = gp_field_at (a, field->offset);
  gpointer right = gp_field_at (b, field->offset);

  switch (field->kind) {
  case GP_FIELD_STRING:
    return g_str_equal (*(const char **)left, *(const char **)right);
  case GP_FIELD_YEAR:
    return *(GpYear *)left == *(GpYear *)right;
  case GP_FIELD_DECIMAL:
    return same_decimal (left, right);
  case GP_FIELD_OPTIONAL_DECIMAL:
    return *(gboolean *)gp_field_at (a, field->flag) == *(gboolean *)gp_field_at (b, field->flag) &&
           same_decimal (left, right);
  case GP_FIELD_MONEY:
    return *(gint64 *)left == *(gint64 *)right;
  default: /* references, counts, flags, words and sets of sectors: all of them 32 bits wide */
    return memcmp (left, right, sizeof (guint32)) == 0;
  }
}

/* The first column in which two rows differ, or NULL. */
static const char *
different_column (const GpTableInfo *info, gconstpointer a, gconstpointer b)
{
  for (guint i = 0; i < info->table.n_columns; i++) {
    if (!same_cell (&info->fields[i], a, b))
      return info->table.columns[i].name;
  }
  return NULL;
}

/* Where a table differs, as a new string, or NULL. */
static char *
different_table (const GpBuilder *a, const GpBuilder *b, GpTableId table)
{
  const GpTableInfo *info = gp_table_info (table);
  guint n_left = a->rows[table]->len;
  guint n_right = b->rows[table]->len;

  for (guint32 row = 0; row < MIN (n_left, n_right); row++) {
    const char *column =
        different_column (info, gp_builder_row (a, table, row), gp_builder_row (b, table, row));
    if (column != NULL)
      return g_strdup_printf ("%s row %u %s", info->table.file, row + 1, column);
  }
  if (n_left != n_right)
    return g_strdup_printf ("%s row %u", info->table.file, MIN (n_left, n_right) + 1);
  return NULL;
}

static const char *
different_frame (const GpProject *a, const GpProject *b)
{
  if (!g_str_equal (a->name, b->name))
    return "name";
  if (a->plan_from != b->plan_from)
    return "plan_from";
  if (a->last_year != b->last_year)
    return "last_year";
  if (a->has_goal_year != b->has_goal_year || a->goal_year != b->goal_year)
    return "goal_year";
  return NULL;
}

gboolean
gp_project_equal (const GpProject *a, const GpProject *b, char **where)
{
  g_autofree char *place = NULL;
  const char *frame;

  g_return_val_if_fail (a != NULL && b != NULL, FALSE);
  frame = different_frame (a, b);
  if (frame != NULL)
    place = g_strdup_printf ("%s %s", gp_table (GP_N_TABLES)->file, frame);
  for (guint i = 0; i < GP_N_TABLES && place == NULL; i++)
    place = different_table (GP_BUILDER (a), GP_BUILDER (b), (GpTableId)i);
  if (place == NULL)
    return TRUE;
  if (where != NULL)
    *where = g_steal_pointer (&place);
  return FALSE;
}
