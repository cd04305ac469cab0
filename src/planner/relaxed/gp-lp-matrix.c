/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a linear program must be before the solver sees it: finite entries, each once and in its
 * place, and bounds that leave something between them. */
#include "gp-lp-matrix.h"

#include <math.h>

gboolean
gp_lp_bounds_make_sense (double lower, double upper)
{
  return !isnan (lower) && !isnan (upper) && lower <= upper && lower < INFINITY &&
         upper > -INFINITY;
}

static gboolean
entries_make_sense (const GpLpMatrix *m)
{
  g_autofree guint32 *seen = g_new0 (guint32, m->n_rows + 1);
  g_autofree guint *next = g_new (guint, m->n_entries + 1);
  g_autofree guint *first = g_new (guint, m->n_cols + 1);
  for (guint c = 0; c < m->n_cols; c++)
    first[c] = m->n_entries;
  for (guint e = 0; e < m->n_entries; e++) {
    if (m->entry_row[e] < 0 || (guint)m->entry_row[e] >= m->n_rows || m->entry_col[e] < 0 ||
        (guint)m->entry_col[e] >= m->n_cols || !isfinite (m->entry_value[e]))
      return FALSE;
    next[e] = first[m->entry_col[e]];
    first[m->entry_col[e]] = e;
  }
  for (guint c = 0; c < m->n_cols; c++)
    for (guint e = first[c]; e < m->n_entries; e = next[e]) {
      if (seen[m->entry_row[e]] == c + 1)
        return FALSE; /* doubled */
      seen[m->entry_row[e]] = c + 1;
    }
  return TRUE;
}

gboolean
gp_lp_matrix_makes_sense (const GpLpMatrix *m)
{
  for (guint r = 0; r < m->n_rows; r++)
    if (!gp_lp_bounds_make_sense (m->row_lower[r], m->row_upper[r]))
      return FALSE;
  for (guint c = 0; c < m->n_cols; c++)
    if (!gp_lp_bounds_make_sense (m->col_lower[c], m->col_upper[c]))
      return FALSE;
  return entries_make_sense (m);
}
