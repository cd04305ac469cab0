/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From the columns of a whole hull to decisions: the starts that no partner has go to the schools
 * with most pupils first, for in every year and need they count the longer the earlier. */
#include "gp-whole-hull.h"

#include <math.h>

typedef struct {
  guint cell;
  double pupils;
} Waiting;

static int
by_pupils (gconstpointer a, gconstpointer b)
{
  const Waiting *p = a, *q = b;
  if (p->pupils != q->pupils)
    return p->pupils > q->pupils ? -1 : 1;
  return (p->cell > q->cell) - (p->cell < q->cell);
}

static double
whole_value (const GpHull *hull, int col)
{
  return floor (gp_hull_col_value (hull, col) + 0.5);
}

/* Starts of partners; in tells which boards are. */
static void
read_blocks (const GpHull *hull, GpDecisions *d, guint8 *in)
{
  const GpPlanData *data = d->data;
  for (guint i = 0; i < gp_hull_n_blocks (hull); i++) {
    guint32 b = gp_hull_block (hull, i)->board;
    const GpBoardData *board = &data->boards[b];
    in[b] = TRUE;
    for (guint c = board->first_cell; c < board->first_cell + board->n_cells; c++)
      for (guint y = 0; y < data->n_years; y++)
        d->starts[gp_decisions_at (d, c, GP_PROGRAMME_REGULAR, y)] =
            whole_value (hull, gp_hull_start_col (hull, i, c, y));
  }
}

static void
read_group (const GpHull *hull, GpDecisions *d, const GArray *waiting, double *left, guint g,
            guint y)
{
  const GpPlanData *data = d->data;
  double wanted = whole_value (hull, gp_hull_group_col (hull, g, y));
  for (guint i = 0; i < waiting->len && wanted > 0; i++) {
    guint c = g_array_index (waiting, Waiting, i).cell;
    double most = y == 0 && data->require_ready ? (double)data->cells[c].n_ready : INFINITY;
    if (gp_hull_group_of (hull, c) != g)
      continue;
    double here = fmin (fmin (wanted, left[c]), most);
    d->starts[gp_decisions_at (d, c, GP_PROGRAMME_REGULAR, y)] = here;
    left[c] -= here;
    wanted -= here;
  }
}

GpDecisions *
gp_hull_decisions (const GpHull *hull)
{
  const GpPlanData *data = gp_hull_data (hull);
  GpDecisions *d = gp_decisions_new (data);
  g_autofree guint8 *in = g_new0 (guint8, data->n_boards + 1);
  g_autofree double *left = g_new0 (double, data->n_cells + 1);
  g_autoptr (GArray) waiting = g_array_new (FALSE, FALSE, sizeof (Waiting));
  read_blocks (hull, d, in);
  for (guint c = 0; c < data->n_cells; c++) {
    left[c] = data->cells[c].n;
    if (!in[data->cells[c].board])
      g_array_append_val (waiting, ((Waiting){c, data->cells[c].pupils}));
  }
  g_array_sort (waiting, by_pupils);
  for (guint y = 0; y < data->n_years; y++)
    for (guint g = 0; g < gp_hull_n_groups (hull); g++)
      read_group (hull, d, waiting, left, g, y);
  return d;
}
