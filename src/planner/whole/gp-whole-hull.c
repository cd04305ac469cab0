/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The program is that of what boards share (gp-whole-shared.h) with a block (gp-whole-block.h) for
 * every partner year of a board that was taken in so far; at most one of a board's; and with one
 * column for every way of hiring whole experts (gp-whole-hires.h) that was taken in so far, of
 * which it takes a mixture. */
#include "gp-whole-hires.h"
#include "gp-whole-hull-private.h"

#include <math.h>

#define LOOSE 1e-6

static void
copy_growing (GpGrowing *to, const GpGrowing *from)
{
  gp_growing_init (to);
  g_array_append_vals (to->entries, from->entries->data, from->entries->len);
  g_array_append_vals (to->col_lower, from->col_lower->data, from->col_lower->len);
  g_array_append_vals (to->col_upper, from->col_upper->data, from->col_upper->len);
  g_array_append_vals (to->row_lower, from->row_lower->data, from->row_lower->len);
  g_array_append_vals (to->row_upper, from->row_upper->data, from->row_upper->len);
  g_array_append_vals (to->cost, from->cost->data, from->cost->len);
}

/* ---- hires ------------------------------------------------------------------------ */

void
gp_hull_add_hires (GpHull *hull, const int *hires)
{
  GpGrowing *program = &hull->program;
  if (!hull->shared->few_hires)
    return;
  if (hull->hire_row < 0)
    hull->hire_row = (int)gp_growing_add_row (program, 1, 1);
  guint col = gp_growing_add_col (program, 0, INFINITY, 0);
  gp_growing_add (program, (guint)hull->hire_row, col, 1);
  for (guint y = 0; y < hull->data->n_years; y++)
    gp_growing_add (program, hull->shared->hires + y, col, -hires[y]);
}

/* As many as fit, as early as they do. */
static void
add_first_hires (GpHull *hull)
{
  guint n = hull->data->n_years;
  g_autofree double *price = g_new (double, n + 1);
  g_autofree int *hires = g_new (int, n + 1);
  for (guint y = 0; y < n; y++)
    price[y] = y - 2.0 * n;
  if (!hull->shared->few_hires)
    return;
  gp_hires_best (hull->data, price, hires);
  gp_hull_add_hires (hull, hires);
}

/* ---- making ---------------------------------------------------------------------- */

GpHull *
gp_hull_new (const GpPlanData *data, const double *weight, gboolean elastic)
{
  GpHull *hull = g_new0 (GpHull, 1);
  hull->data = data;
  hull->shared = gp_shared_new (data, weight, elastic);
  hull->rewarded = TRUE;
  hull->hire_row = -1;
  hull->proof = g_array_new (FALSE, FALSE, sizeof (GpProofRow));
  copy_growing (&hull->program, &hull->shared->program);
  hull->placed = g_array_new (FALSE, FALSE, sizeof (Placed));
  hull->one_row = g_new (int, data->n_boards + 1);
  hull->has = g_new0 (guint8, data->n_boards * data->n_years + 1);
  hull->little = g_new0 (GpBlock *, data->n_boards + 1);
  hull->little_lp = g_new0 (GpLp *, data->n_boards + 1);
  for (guint32 b = 0; b < data->n_boards; b++)
    hull->one_row[b] = -1;
  for (guint32 b = 0; b < data->n_boards; b++)
    if (data->boards[b].is_partner)
      gp_hull_add (hull, b, 0);
  add_first_hires (hull);
  return hull;
}

void
gp_hull_free (GpHull *hull)
{
  if (hull == NULL)
    return;
  for (guint i = 0; i < hull->placed->len; i++)
    gp_block_free (g_array_index (hull->placed, Placed, i).block);
  for (guint32 b = 0; b < hull->data->n_boards; b++) {
    gp_block_free (hull->little[b]);
    gp_lp_free (hull->little_lp[b]);
  }
  gp_lp_free (hull->lp);
  gp_growing_clear (&hull->program);
  gp_shared_free (hull->shared);
  g_array_unref (hull->placed);
  g_array_unref (hull->proof);
  g_free (hull->one_row);
  g_free (hull->has);
  g_free (hull->little);
  g_free (hull->little_lp);
  g_free (hull);
}

/* ---- blocks ----------------------------------------------------------------------- */

/* A little more than nothing, a little different everywhere: with rows that all stand at exactly
 * nothing the simplex method can go round in circles (national register project: for minutes). It
 * loosens the program, so that what is proven by it stays proven. */
static double
loosened (const GpGrowing *program)
{
  guint row = program->row_lower->len;
  return LOOSE * (1 + (row * 2654435761u >> 16) / 65536.0);
}

static void
place (GpHull *hull, Placed *placed)
{
  const GpBlock *block = placed->block;
  GpGrowing *program = &hull->program;
  placed->first_col = program->cost->len;
  placed->first_row = program->row_lower->len;
  for (guint c = 0; c < block->n_cols; c++)
    gp_growing_add_col (program, c == 0 ? placed->lower : 0,
                        c == 0 ? placed->upper : block->col_upper[c], block->cost[c]);
  for (guint r = 0; r < block->n_rows; r++)
    gp_growing_add_row (program, block->equal[r] ? 0 : -INFINITY,
                        block->equal[r] || hull->shared->elastic ? 0 : loosened (program));
  for (guint i = 0; i < block->entries->len; i++) {
    const GpEntry *entry = &g_array_index (block->entries, GpEntry, i);
    gp_growing_add (program, placed->first_row + (guint)entry->row,
                    placed->first_col + (guint)entry->col, entry->value);
  }
  for (guint i = 0; i < block->links->len; i++) {
    const GpEntry *link = &g_array_index (block->links, GpEntry, i);
    gp_growing_add (program, (guint)link->row, placed->first_col + (guint)link->col, link->value);
  }
  if (!block->always) {
    if (hull->one_row[block->board] < 0)
      hull->one_row[block->board] = (int)gp_growing_add_row (program, -INFINITY, 1);
    gp_growing_add (program, (guint)hull->one_row[block->board], placed->first_col, 1);
  }
}

gboolean
gp_hull_add (GpHull *hull, guint32 board, guint year)
{
  guint8 *has = &hull->has[board * hull->data->n_years + year];
  if (*has)
    return FALSE;
  *has = TRUE;
  Placed placed = {gp_block_new (hull->shared, board, year), 0, 0, 0, INFINITY};
  if (placed.block->always)
    placed.lower = placed.upper = 1;
  place (hull, &placed);
  g_array_append_val (hull->placed, placed);
  return TRUE;
}

const GpPlanData *
gp_hull_data (const GpHull *hull)
{
  return hull->data;
}

guint
gp_hull_n_blocks (const GpHull *hull)
{
  return hull->placed->len;
}

const GpBlock *
gp_hull_block (const GpHull *hull, guint i)
{
  return g_array_index (hull->placed, Placed, i).block;
}

void
gp_hull_hold (GpHull *hull, int col, double lower, double upper)
{
  g_array_index (hull->program.col_lower, double, col) = lower;
  g_array_index (hull->program.col_upper, double, col) = upper;
  if ((guint)col < hull->lp_cols)
    gp_lp_set_col_bounds (hull->lp, (guint)col, lower, upper);
}

void
gp_hull_get_bounds (const GpHull *hull, int col, double *lower, double *upper)
{
  *lower = g_array_index (hull->program.col_lower, double, col);
  *upper = g_array_index (hull->program.col_upper, double, col);
}

void
gp_hull_hold_partnership (GpHull *hull, guint i, double lower, double upper)
{
  Placed *placed = &g_array_index (hull->placed, Placed, i);
  placed->lower = lower;
  placed->upper = upper;
  gp_hull_hold (hull, (int)placed->first_col, lower, upper);
}

double
gp_hull_partnership (const GpHull *hull, guint i)
{
  return gp_lp_col_value (hull->lp, g_array_index (hull->placed, Placed, i).first_col);
}

int
gp_hull_training_col (const GpHull *hull, guint i, guint year)
{
  const Placed *placed = &g_array_index (hull->placed, Placed, i);
  int own = placed->block->training[year];
  return own < 0 ? -1 : (int)placed->first_col + own;
}

int
gp_hull_start_col (const GpHull *hull, guint i, guint cell, guint year)
{
  const Placed *placed = &g_array_index (hull->placed, Placed, i);
  guint first = hull->data->boards[placed->block->board].first_cell;
  return (int)(placed->first_col + placed->block->starts + (cell - first) * hull->data->n_years +
               year);
}

int
gp_hull_hire_col (const GpHull *hull, guint32 region, guint year)
{
  return (int)(hull->shared->hire + region * hull->data->n_years + year);
}

guint
gp_hull_n_groups (const GpHull *hull)
{
  return hull->shared->n_groups;
}

guint32
gp_hull_group_of (const GpHull *hull, guint cell)
{
  return hull->shared->group_of[cell];
}

int
gp_hull_group_col (const GpHull *hull, guint group, guint year)
{
  return (int)(hull->shared->starts + group * hull->data->n_years + year);
}

int
gp_hull_delay_col (const GpHull *hull, GpProgramme programme, guint year)
{
  return (int)(hull->shared->delay + (guint)programme * hull->data->n_years + year);
}

double
gp_hull_col_value (const GpHull *hull, int col)
{
  return col < 0 ? 0 : gp_lp_col_value (hull->lp, (guint)col);
}

double
gp_hull_strain (const GpHull *hull)
{
  double sum = 0;
  for (guint i = 0; i < hull->shared->n_strain; i++)
    sum += gp_lp_col_value (hull->lp, hull->shared->strain + i);
  for (guint i = 0; i < hull->placed->len; i++) {
    const Placed *placed = &g_array_index (hull->placed, Placed, i);
    for (guint k = 0; k < placed->block->strain->len; k++)
      sum += gp_lp_col_value (hull->lp,
                              placed->first_col + g_array_index (placed->block->strain, guint, k));
  }
  return sum;
}

GpHull *
gp_hull_chosen (const GpHull *hull, const double *weight)
{
  GpHull *chosen = gp_hull_new (hull->data, weight, TRUE);
  g_autofree int *hires = g_new0 (int, hull->data->n_years + 1);
  for (guint i = 0; i < hull->placed->len; i++) {
    const Placed *placed = &g_array_index (hull->placed, Placed, i);
    if (!placed->block->always && placed->lower >= 1 &&
        gp_hull_add (chosen, placed->block->board, placed->block->year))
      gp_hull_hold_partnership (chosen, chosen->placed->len - 1, 1, 1);
  }
  for (guint32 r = 0; r < hull->data->n_regions; r++)
    for (guint y = 0; y < hull->data->n_years; y++) {
      double lower, upper;
      int col = gp_hull_hire_col (hull, r, y);
      gp_hull_get_bounds (hull, col, &lower, &upper);
      gp_hull_hold (chosen, col, lower, upper);
      hires[y] += (int)lower;
    }
  gp_hull_add_hires (chosen, hires);
  return chosen;
}

/* ---- solving ---------------------------------------------------------------------- */

static double
cost_of (const GpHull *hull, guint col)
{
  double cost = g_array_index (hull->program.cost, double, col);
  return hull->rewarded ? cost : fmax (0, cost);
}

void
gp_hull_set_rewarded (GpHull *hull, gboolean rewarded)
{
  hull->rewarded = rewarded;
  for (guint c = 0; c < hull->lp_cols; c++)
    gp_lp_set_cost (hull->lp, c, cost_of (hull, c));
}

/* A new program, that goes on from the last one's basis; what is new stands at zero. */
static gboolean
refresh (GpHull *hull)
{
  guint n_cols = hull->program.cost->len, n_rows = hull->program.row_lower->len;
  if (hull->lp != NULL && hull->lp_cols == n_cols)
    return TRUE;
  g_autoptr (GpLp) last = g_steal_pointer (&hull->lp);
  hull->lp = gp_growing_lp (&hull->program);
  if (hull->lp == NULL)
    return FALSE;
  gp_lp_set_rough (hull->lp, TRUE);
  if (last == NULL)
    gp_lp_reset_basis (hull->lp, TRUE);
  for (guint c = 0; c < hull->lp_cols && last != NULL; c++)
    gp_lp_set_col_place (hull->lp, c, gp_lp_col_place (last, c));
  for (guint r = 0; r < hull->lp_rows && last != NULL; r++)
    gp_lp_set_row_place (hull->lp, r, gp_lp_row_place (last, r));
  hull->lp_cols = n_cols;
  hull->lp_rows = n_rows;
  gp_hull_set_rewarded (hull, hull->rewarded);
  return TRUE;
}

GpLpStatus
gp_hull_solve (GpHull *hull, GpLpMethod method, GCancellable *cancellable)
{
  return refresh (hull) ? gp_lp_solve (hull->lp, method, cancellable) : GP_LP_FAILED;
}

double
gp_hull_value (const GpHull *hull)
{
  return gp_lp_value (hull->lp);
}
