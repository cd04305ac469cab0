/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The priority `change`, written down once more: every decision that a published plan took has two
 * columns, how far above and how far below the published amount it is. */
#include "property-private.h"

#include <string.h>

/* The column that the row is about; -1 when the project has no such thing. */
static int
column_of (const PropertyModel *m, const GpPlanRow *row, guint y)
{
  const GpProject *p = m->project;
  guint32 board = gp_project_find (p, GP_TABLE_BOARDS, row->board);
  if (board == GP_NONE)
    return -1;
  if (row->kind != GP_ROW_START)
    return property_at (m, row->kind == GP_ROW_PARTNER ? m->z : m->n, board, y);
  for (guint c = 0; c < m->cells->len; c++) {
    const PropertyCell *cell = &g_array_index (m->cells, PropertyCell, c);
    if (cell->board == board && g_str_equal (p->sectors[cell->sector].code, row->sector) &&
        g_str_equal (p->regions[cell->region].code, row->region) &&
        cell->high == (row->need == GP_NEED_HIGH))
      return property_start (m, c, (guint)row->programme, y);
  }
  return -1;
}

static void
read_kind (PropertyModel *m, GpPlanRowKind kind)
{
  guint n;
  const GpPlanRow *rows = gp_plan_rows (m->published, GP_PART_WHOLE, kind, &n);
  for (guint i = 0; i < n; i++) {
    if (rows[i].year < m->project->plan_from || rows[i].year > m->project->last_year)
      continue;
    int col = column_of (m, &rows[i], (guint)(rows[i].year - m->project->plan_from));
    if (col < 0)
      m->lost += rows[i].amount;
    else
      m->before[col] += rows[i].amount;
  }
}

void
property_read_published (PropertyModel *m)
{
  m->before = g_new0 (double, m->n_cols + 1);
  m->away = g_new0 (int, m->n_cols + 1);
  if (m->published == NULL)
    return;
  read_kind (m, GP_ROW_START);
  read_kind (m, GP_ROW_PARTNER);
  read_kind (m, GP_ROW_TRAINING);
  for (int c = 1, next = m->n_cols + 1; c < next; c++)
    if (c <= m->n_cols && m->before[c] > 0) {
      m->away[c] = next;
      next += 2;
    }
}

static int
n_away (const PropertyModel *m)
{
  int n = 0;
  for (int c = 1; c <= m->n_cols; c++)
    n += m->away[c] > 0 ? 2 : 0;
  return n;
}

/* x - above + below = before */
void
property_add_distances (PropertyModel *m)
{
  int n = n_away (m), n_plain = m->n_cols;
  if (n == 0)
    return;
  int first = glp_add_cols (m->lp, n);
  for (int c = first; c < first + n; c++)
    glp_set_col_bnds (m->lp, c, GLP_LO, 0, 0);
  m->row = g_renew (double, m->row, n_plain + n + 1);
  memset (m->row, 0, sizeof (double) * (gsize)(n_plain + n + 1));
  m->n_cols += n;
  for (int c = 1; c <= n_plain; c++) {
    if (m->away[c] == 0)
      continue;
    property_put (m, c, 1);
    property_put (m, m->away[c], -1);
    property_put (m, m->away[c] + 1, 1);
    property_end_row (m, GLP_FX, m->before[c]);
  }
}

void
property_put_change (PropertyModel *m)
{
  for (int c = m->x; c < m->stock; c++) /* x, z and n stand together */
    if (m->away[c] == 0)
      property_put (m, c, 1);
    else {
      property_put (m, m->away[c], 1);
      property_put (m, m->away[c] + 1, 1);
    }
}
