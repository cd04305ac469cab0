/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The program is that of what boards share (gp-whole-shared.h) with a block (gp-whole-block.h) for
 * every partner year of a board that was taken in so far; at most one of a board's. A block that is
 * not there is priced by the board's own little program at the prices of what is shared: it is
 * worth taking in when that comes out below nothing. What all boards together could still gain,
 * each by its best partner year, bounds what any set of blocks can reach. */
#include "gp-whole-hull.h"

#include <math.h>

#define LOOSE 1e-6
#define GAIN 1e-6 /* least gain that counts, in the main priority's unit */

/* A block's place in the program. */
typedef struct {
  GpBlock *block;
  guint first_col, first_row;
  double lower, upper; /* of its partnership */
} Placed;

struct _GpHull {
  const GpPlanData *data;
  GpShared *shared;
  GpGrowing program;
  GArray *placed;   /* of Placed */
  int *one_row;     /* board: at most one partner year; -1 */
  guint8 *has;      /* board year: there is such a block */
  GpBlock **little; /* board: to price it by, from the first year */
  GpLp **little_lp;
  GpLp *lp;
  guint lp_cols, lp_rows; /* what lp has */
};

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

GpHull *
gp_hull_new (const GpPlanData *data, const double *weight, gboolean elastic)
{
  GpHull *hull = g_new0 (GpHull, 1);
  hull->data = data;
  hull->shared = gp_shared_new (data, weight, elastic);
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
    }
  return chosen;
}

/* ---- solving ---------------------------------------------------------------------- */

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

/* ---- offers ----------------------------------------------------------------------- */

static GpLp *
little_program (GpHull *hull, guint32 b)
{
  if (hull->little_lp[b] == NULL) {
    hull->little[b] = gp_block_new (hull->shared, b, 0);
    hull->little_lp[b] = gp_block_program (hull->little[b]);
    if (hull->little_lp[b] != NULL)
      gp_lp_set_rough (hull->little_lp[b], TRUE);
  }
  return hull->little_lp[b];
}

/* Appends what the board offers in the years that are open to it; returns the largest gain. */
static double
price_board (GpHull *hull, guint32 b, const double *dual, double *cost, GArray *offers)
{
  const GpPlanData *data = hull->data;
  guint n = data->n_years;
  GpLp *lp = little_program (hull, b);
  const GpBlock *block = hull->little[b];
  double best = 0, one = hull->one_row[b] >= 0 && (guint)hull->one_row[b] < hull->lp_rows
                             ? gp_lp_row_dual (hull->lp, (guint)hull->one_row[b])
                             : 0;
  gp_block_price (block, dual, cost);
  /* the partner year's own price belongs to the year */
  guint home = hull->shared->experts + data->project->boards[b].home_region * n;
  cost[0] += dual[hull->shared->partners] + dual[home] * data->partnership_days;
  for (guint c = 0; c < block->n_cols; c++)
    gp_lp_set_cost (lp, c, cost[c]);
  for (guint y = 0; y < n; y++) {
    if (y == 0)
      for (guint later = 0; later < n; later++)
        gp_lp_set_col_bounds (lp, (guint)block->training[later], 0, INFINITY);
    else
      gp_lp_set_col_bounds (lp, (guint)block->training[y - 1], 0, 0);
    if (gp_lp_solve (lp, y == 0 ? GP_LP_PRIMAL : GP_LP_DUAL, NULL) != GP_LP_OPTIMAL)
      continue;
    double value = gp_lp_value (lp), gain = -(value - one - dual[hull->shared->partners + y] -
                                              dual[home + y] * data->partnership_days);
    best = fmax (best, gain);
    if (gain > GAIN && !hull->has[b * n + y])
      g_array_append_val (offers, ((GpOffer){b, y, gain}));
  }
  return best;
}

static int
by_gain (gconstpointer a, gconstpointer b)
{
  const GpOffer *p = a, *q = b;
  return (p->gain < q->gain) - (p->gain > q->gain);
}

GArray *
gp_hull_offers (GpHull *hull, double *bound, GCancellable *cancellable)
{
  GArray *offers = g_array_new (FALSE, FALSE, sizeof (GpOffer));
  guint n_rows = hull->shared->program.row_lower->len;
  g_autofree double *dual = g_new (double, n_rows + 1);
  g_autofree double *cost = g_new (double, hull->program.cost->len + 100000);
  *bound = gp_hull_value (hull);
  for (guint r = 0; r < n_rows; r++)
    dual[r] = gp_lp_row_dual (hull->lp, r);
  for (guint32 b = 0; b < hull->data->n_boards; b++) {
    if (!hull->data->boards[b].can_partner || hull->data->boards[b].is_partner)
      continue;
    if (g_cancellable_is_cancelled (cancellable))
      break;
    *bound -= price_board (hull, b, dual, cost, offers);
  }
  g_array_sort (offers, by_gain);
  return offers;
}
