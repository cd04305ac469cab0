/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Builds the block of a board and a partner year, rule by rule. */
#include "gp-whole-block.h"

#include <math.h>

typedef struct {
  const GpShared *shared;
  const GpPlanData *data;
  const GpBoardData *board;
  GpBlock *block;
  guint n_years, first; /* first: of the years with coaches */
  GArray *upper, *cost, *equal;
  int *stock, *coach; /* year; site of the board, year */
} Maker;

static guint
add_col (Maker *m, double upper, double cost)
{
  g_array_append_val (m->upper, upper);
  g_array_append_val (m->cost, cost);
  return m->block->n_cols++;
}

static guint
add_row (Maker *m, gboolean equal)
{
  g_array_append_val (m->equal, equal);
  return m->block->n_rows++;
}

static void
add (GArray *entries, guint row, guint col, double value)
{
  if (value != 0)
    g_array_append_val (entries, ((GpEntry){(int)row, (int)col, value}));
}

static void
put (Maker *m, guint row, guint col, double value)
{
  add (m->block->entries, row, col, value);
}

/* A column that loosens the row, for those who round. */
static void
loosen (Maker *m, guint row)
{
  if (!m->shared->elastic)
    return;
  guint col = add_col (m, INFINITY, GP_STRAIN_COST);
  put (m, row, col, -1);
  g_array_append_val (m->block->strain, col);
}

static void
link_to (Maker *m, guint row, guint col, double value)
{
  add (m->block->links, row, col, value);
}

static guint
home_row (const Maker *m, guint y)
{
  return m->shared->experts + m->data->project->boards[m->block->board].home_region * m->n_years +
         y;
}

static guint
start_col (const Maker *m, guint cell, guint y)
{
  return m->block->starts + (cell - m->board->first_cell) * m->n_years + y;
}

/* ---- columns ---------------------------------------------------------------------- */

/* A partner's schools leave the groups of those that no partner has. */
static void
add_partnership (Maker *m)
{
  gboolean always = m->block->always;
  add_col (m, INFINITY, 0);
  if (!always) {
    link_to (m, m->shared->partners + m->block->year, 0, 1);
    link_to (m, home_row (m, m->block->year), 0, m->data->partnership_days);
  }
  g_autofree double *n = g_new0 (double, m->shared->n_groups + 1);
  g_autofree double *ready = g_new0 (double, m->shared->n_groups + 1);
  for (guint c = m->board->first_cell; c < m->board->first_cell + m->board->n_cells; c++) {
    const GpCell *cell = &m->data->cells[c];
    n[m->shared->group_of[c]] += cell->n;
    ready[m->shared->group_of[c]] += m->data->require_ready ? cell->n_ready : cell->n;
  }
  for (guint g = 0; g < m->shared->n_groups; g++) {
    link_to (m, m->shared->supply + g, 0, n[g]);
    link_to (m, m->shared->ready + g, 0, ready[g]);
  }
}

static void
add_starts (Maker *m)
{
  g_autoptr (GArray) loose = g_array_new (FALSE, FALSE, sizeof (guint));
  m->block->starts = m->block->n_cols;
  for (guint c = m->board->first_cell; c < m->board->first_cell + m->board->n_cells; c++) {
    const GpCell *cell = &m->data->cells[c];
    guint supply = add_row (m, FALSE);
    put (m, supply, 0, -(double)cell->n);
    g_array_append_val (loose, supply);
    for (guint y = 0; y < m->n_years; y++) {
      guint col =
          add_col (m, cell->n, m->shared->reach_cost * gp_plan_data_reach (m->data, cell, y));
      put (m, supply, col, 1);
      gp_shared_link_start (m->shared, m->block->links, col, cell->sector, cell->region, cell->need,
                            y);
      if (y == 0 && m->data->require_ready) {
        guint ready = add_row (m, FALSE);
        put (m, ready, col, 1);
        put (m, ready, 0, -(double)cell->n_ready);
        g_array_append_val (loose, ready);
      }
    }
  }
  for (guint i = 0; i < loose->len; i++)
    loosen (m, g_array_index (loose, guint, i));
}

static void
add_coaches (Maker *m)
{
  for (guint y = m->first; y < m->n_years; y++) {
    guint training = add_col (m, INFINITY, 0), stock = add_col (m, INFINITY, 0);
    m->block->training[y] = (int)training;
    m->stock[y] = (int)stock;
    link_to (m, m->shared->trainings + y, training, 1);
    link_to (m, home_row (m, y), training, m->data->training_days - m->data->coach_expert_days);
    link_to (m, home_row (m, y), stock, m->data->coach_expert_days);
    for (guint s = 0; s < m->board->n_sites; s++) {
      guint coach = add_col (m, INFINITY, 0);
      const GpSite *site = &m->data->sites[m->board->first_site + s];
      m->coach[s * m->n_years + y] = (int)coach;
      link_to (m, m->shared->experts + site->region * m->n_years + y, coach, -1);
    }
  }
}

/* ---- rules ------------------------------------------------------------------------ */

static void
add_hand_over (Maker *m, guint s, guint y)
{
  guint site = m->board->first_site + s, row = add_row (m, FALSE);
  double share = m->data->handover[y];
  put (m, row, (guint)m->coach[s * m->n_years + y], 1);
  put (m, row, 0, -share * m->data->carry[site * m->n_years + y]);
  for (guint c = m->board->first_cell; c < m->board->first_cell + m->board->n_cells; c++)
    for (guint k = 0; k <= y && k < GP_MAX_SUPPORT && m->data->cells[c].site == site; k++)
      put (m, row, start_col (m, c, y - k),
           -share * gp_plan_data_support (m->data, m->data->cells[c].sector, y - k, k));
}

static void
add_capacity (Maker *m, guint y)
{
  guint row = add_row (m, FALSE);
  double days = m->data->coach_days[y];
  put (m, row, 0, -m->data->days0[m->block->board * m->n_years + y]);
  put (m, row, (guint)m->stock[y], -days);
  put (m, row, (guint)m->block->training[y], days - m->data->coach_first_days[y]);
  for (guint s = 0; s < m->board->n_sites; s++)
    put (m, row, (guint)m->coach[s * m->n_years + y], 1);
}

static void
add_stock (Maker *m, guint y)
{
  guint row = add_row (m, TRUE);
  put (m, row, (guint)m->stock[y], 1);
  put (m, row, (guint)m->block->training[y], -1);
  if (y > m->first)
    put (m, row, (guint)m->stock[y - 1], -m->data->retention);
}

static void
add_pool_and_room (Maker *m, guint y)
{
  double before = m->data->stock0[m->block->board * m->n_years + y], share = m->data->candidates[y];
  guint pool = add_row (m, FALSE), room = add_row (m, FALSE);
  put (m, pool, (guint)m->stock[y], 1);
  put (m, pool, 0, -fmax (0, share * m->board->n_started - before));
  for (guint c = m->board->first_cell; c < m->board->first_cell + m->board->n_cells; c++)
    for (guint earlier = 0; earlier < y; earlier++)
      put (m, pool, start_col (m, c, earlier), -share);
  loosen (m, pool);
  loosen (m, room);
  put (m, room, (guint)m->stock[y], 1);
  put (m, room, 0, -fmax (0, m->board->max_coaches - before));
}

/* In the order that gp_block_rule_row counts on. */
static void
add_rules (Maker *m)
{
  m->block->rules = m->block->n_rows;
  for (guint y = m->first; y < m->n_years; y++) {
    for (guint s = 0; s < m->board->n_sites; s++)
      add_hand_over (m, s, y);
    add_capacity (m, y);
    add_stock (m, y);
    add_pool_and_room (m, y);
  }
}

guint
gp_block_rule_row (const GpBlock *block, const GpBoardData *board, GpRule rule, guint site,
                   guint year)
{
  guint first = block->rules + (year - block->year) * (board->n_sites + 4);
  switch (rule) {
  case GP_RULE_HANDOVER:
    return first + site;
  case GP_RULE_COACH_CAPACITY:
    return first + board->n_sites;
  case GP_RULE_STOCK:
    return first + board->n_sites + 1;
  default:
    return first + board->n_sites + 2;
  }
}

/* ---- making ----------------------------------------------------------------------- */

GpBlock *
gp_block_new (const GpShared *shared, guint32 b, guint year)
{
  const GpPlanData *data = shared->data;
  GpBlock *block = g_new0 (GpBlock, 1);
  const GpBoardData *board = &data->boards[b];
  guint n = data->n_years;
  g_autofree int *stock = g_new (int, n + 1), *coach = g_new (int, n * board->n_sites + 1);
  Maker m = {.shared = shared,
             .data = data,
             .board = board,
             .block = block,
             .n_years = n,
             .stock = stock,
             .coach = coach};
  block->board = b;
  block->always = board->is_partner;
  block->year = m.first = block->always ? 0 : year;
  block->entries = g_array_new (FALSE, FALSE, sizeof (GpEntry));
  block->links = g_array_new (FALSE, FALSE, sizeof (GpEntry));
  block->strain = g_array_new (FALSE, FALSE, sizeof (guint));
  block->training = g_new (int, n + 1);
  for (guint y = 0; y < n; y++)
    block->training[y] = -1;
  m.upper = g_array_new (FALSE, FALSE, sizeof (double));
  m.cost = g_array_new (FALSE, FALSE, sizeof (double));
  m.equal = g_array_new (FALSE, FALSE, sizeof (gboolean));
  add_partnership (&m);
  add_starts (&m);
  add_coaches (&m);
  add_rules (&m);
  block->col_upper = (double *)(gpointer)g_array_free (m.upper, FALSE);
  block->cost = (double *)(gpointer)g_array_free (m.cost, FALSE);
  block->equal = (gboolean *)(gpointer)g_array_free (m.equal, FALSE);
  return block;
}

void
gp_block_free (GpBlock *block)
{
  if (block == NULL)
    return;
  g_array_unref (block->entries);
  g_array_unref (block->links);
  g_array_unref (block->strain);
  g_free (block->col_upper);
  g_free (block->cost);
  g_free (block->equal);
  g_free (block->training);
  g_free (block);
}

void
gp_block_price (const GpBlock *block, const double *shared_dual, gboolean rewarded, double *cost)
{
  for (guint c = 0; c < block->n_cols; c++)
    cost[c] = rewarded ? block->cost[c] : fmax (0, block->cost[c]);
  for (guint i = 0; i < block->links->len; i++) {
    const GpEntry *link = &g_array_index (block->links, GpEntry, i);
    cost[link->col] -= shared_dual[link->row] * link->value;
  }
}

GpLp *
gp_block_program (const GpBlock *block)
{
  GpGrowing program;
  gp_growing_init (&program);
  for (guint c = 0; c < block->n_cols; c++)
    gp_growing_add_col (&program, c == 0 ? 1 : 0, c == 0 ? 1 : block->col_upper[c], 0);
  for (guint r = 0; r < block->n_rows; r++)
    gp_growing_add_row (&program, block->equal[r] ? 0 : -INFINITY, 0);
  g_array_append_vals (program.entries, block->entries->data, block->entries->len);
  GpLp *lp = gp_growing_lp (&program);
  gp_growing_clear (&program);
  return lp;
}
