/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Chains: cells of boards that are closed, or can never be partners, differ in nothing but their
 * pupils, so that the master counts their starts together: schools start in the order of their
 * pupils. Here chains are made, held to a face, shared out to the cells again, and left by cells of
 * boards that are opened. What their starts are worth is in gp-sift-pieces.c. */
#include "gp-sift-private.h"

#include <math.h>

/* ---- making ----------------------------------------------------------------------- */

static GpSiftChain *
find_chain (GpSift *sift, guint32 sector, guint32 region, GpNeed need, gboolean waits)
{
  for (guint k = 0; k < sift->chains->len; k++) {
    GpSiftChain *chain = gp_sift_chain (sift, k);
    if (chain->sector == sector && chain->region == region && chain->need == need &&
        chain->waits == waits)
      return chain;
  }
  GpSiftChain made = {.sector = sector, .region = region, .need = need, .waits = waits, .unit = -1};
  made.members = g_array_new (FALSE, FALSE, sizeof (GpSiftMember));
  made.like = g_new (int, gp_sift_n_years (sift));
  for (guint y = 0; y < gp_sift_n_years (sift); y++)
    made.like[y] = -1;
  g_array_append_val (sift->chains, made);
  /* cppcheck-suppress memleak ; the array holds the chain */
  return gp_sift_chain (sift, sift->chains->len - 1);
}

static void
add_unit_members (GpSift *sift, guint u)
{
  const GpProgram *program = sift->program;
  const GpUnit *unit = gp_program_unit (program, u);
  GpSiftChain *chain = find_chain (sift, unit->sector, unit->region, unit->need, unit->waits);
  chain->unit = (int)u;
  for (guint y = 0; y < gp_sift_n_years (sift); y++)
    chain->like[y] = gp_program_unit_start (program, unit, GP_PROGRAMME_REGULAR, y);
  for (guint m = 0; m < unit->n_members; m++) {
    const GpMember *from = &g_array_index (program->members, GpMember, unit->first_member + m);
    GpSiftMember to = {from->cell, gp_program_segment (program, unit, m, 0), from->n,
                       program->data->cells[from->cell].pupils, TRUE};
    g_array_append_val (chain->members, to);
  }
}

static void
add_part (GpSift *sift, guint32 c, guint n, gboolean waits)
{
  const GpCell *cell = &sift->program->data->cells[c];
  GpSiftMember part = {c, -1, n, cell->pupils, TRUE};
  if (n == 0)
    return;
  GpSiftChain *chain = find_chain (sift, cell->sector, cell->region, cell->need, waits);
  g_array_append_val (chain->members, part);
  for (guint y = waits ? 1 : 0; y < gp_sift_n_years (sift); y++)
    if (chain->like[y] < 0)
      chain->like[y] = gp_program_start (sift->program, c, GP_PROGRAMME_REGULAR, y);
}

static void
add_closed_cells (GpSift *sift)
{
  const GpPlanData *data = sift->program->data;
  for (guint32 c = 0; c < data->n_cells; c++) {
    const GpCell *cell = &data->cells[c];
    guint32 unit = sift->program->unit_of[c];
    guint ready = data->require_ready ? cell->n_ready : cell->n;
    sift->chain_of[c] = -1;
    if (sift->boards[cell->board].open || unit == GP_NONE ||
        !gp_program_unit (sift->program, unit)->merged)
      continue;
    sift->chain_of[c] = 1;
    add_part (sift, c, ready, FALSE);
    add_part (sift, c, cell->n - ready, TRUE);
  }
}

static int
by_worth (gconstpointer a, gconstpointer b)
{
  const GpSiftMember *p = a, *q = b;
  if (p->worth != q->worth)
    return p->worth > q->worth ? -1 : 1;
  return (p->cell > q->cell) - (p->cell < q->cell);
}

static void
make_arrays (GpSift *sift, GpSiftChain *chain)
{
  guint n = gp_sift_n_years (sift), cells = chain->members->len * n;
  chain->least = g_new0 (double, cells + 1);
  chain->most = g_new0 (double, cells + 1);
  chain->slope = g_new0 (double, cells + 1);
  chain->start_lower = g_new0 (double, n);
  chain->start_upper = g_new0 (double, n);
  chain->pieces = g_new0 (GArray *, n);
  chain->start_place = g_new (GpLpPlace, n);
  chain->row_place = g_new (GpLpPlace, n);
  chain->lp_start = g_new (int, n);
  chain->lp_row = g_new (int, n);
  chain->started = g_new0 (double, n);
  chain->price = g_new0 (double, n);
  chain->base = g_new0 (double, n);
  for (guint y = 0; y < n; y++) {
    chain->pieces[y] = g_array_new (FALSE, FALSE, sizeof (GpSiftPiece));
    chain->start_upper[y] = chain->waits && y == 0 ? 0 : INFINITY;
    chain->start_place[y] = GP_LP_AT_LOWER;
    chain->row_place[y] = GP_LP_BASIC;
    chain->lp_start[y] = chain->lp_row[y] = -1;
    for (guint m = 0; m < chain->members->len; m++)
      chain->most[m * n + y] = gp_sift_member (chain, m)->n;
  }
}

void
gp_sift_make_chains (GpSift *sift)
{
  sift->chains = g_array_new (FALSE, FALSE, sizeof (GpSiftChain));
  for (guint u = 0; u < sift->program->units->len; u++)
    if (gp_program_unit (sift->program, u)->grouped)
      add_unit_members (sift, u);
  add_closed_cells (sift);
  for (guint k = 0; k < sift->chains->len; k++) {
    g_array_sort (gp_sift_chain (sift, k)->members, by_worth);
    make_arrays (sift, gp_sift_chain (sift, k));
  }
}

/* Of a closed board's cell only the first year's starts can be fixed, in the chain of those that
 * may start at once. */
static void
begin_member (const GpSift *sift, GpSiftChain *chain, guint m)
{
  guint n = gp_sift_n_years (sift);
  const GpSiftMember *at = gp_sift_member (chain, m);
  double started = 0;
  if (at->segment < 0) {
    guint first = (guint)gp_program_start (sift->program, at->cell, GP_PROGRAMME_REGULAR, 0);
    started = chain->waits ? 0 : sift->col_lower[first];
    chain->most[m * n] = chain->waits ? 0 : fmin (at->n, sift->col_upper[first]);
  }
  for (guint y = 0; y < n; y++) {
    double *least = &chain->least[m * n + y], *most = &chain->most[m * n + y];
    *least = at->segment < 0 ? started : sift->col_lower[at->segment + (int)y];
    *most = at->segment < 0 ? *most : sift->col_upper[at->segment + (int)y];
  }
}

void
gp_sift_begin_chains (GpSift *sift)
{
  for (guint k = 0; k < sift->chains->len; k++)
    for (guint m = 0; m < gp_sift_chain (sift, k)->members->len; m++)
      begin_member (sift, gp_sift_chain (sift, k), m);
}

void
gp_sift_free_chains (GpSift *sift)
{
  for (guint k = 0; k < sift->chains->len; k++) {
    GpSiftChain *chain = gp_sift_chain (sift, k);
    gpointer all[] = {chain->like,        chain->least,       chain->most,        chain->slope,
                      chain->start_lower, chain->start_upper, chain->start_place, chain->row_place,
                      chain->lp_start,    chain->lp_row,      chain->started,     chain->price,
                      chain->base};
    for (guint y = 0; y < gp_sift_n_years (sift); y++)
      g_array_unref (chain->pieces[y]);
    for (guint i = 0; i < G_N_ELEMENTS (all); i++)
      g_free (all[i]);
    g_free (chain->pieces);
    g_array_unref (chain->members);
  }
  g_array_unref (sift->chains);
}

/* ---- back to the program ---------------------------------------------------------- */

/* Year by year: schools in the order of the chain. */
static void
share_year (GpSift *sift, const GpSiftChain *chain, guint year, double *had)
{
  guint n = gp_sift_n_years (sift);
  double least, most, left;
  gp_sift_chain_bounds (sift, chain, year, &least, &most);
  left = chain->started[year] - least;
  for (guint m = 0; m < chain->members->len; m++) {
    const GpSiftMember *at = gp_sift_member (chain, m);
    if (!at->in)
      continue;
    double take = fmin (left, gp_sift_room (sift, chain, m, year));
    double now = chain->least[m * n + year] + take;
    left -= take;
    if (at->segment >= 0) {
      sift->x[at->segment + (int)year] = now;
      sift->x[chain->like[year]] += now - had[m];
    } else
      sift->x[gp_program_start (sift->program, at->cell, GP_PROGRAMME_REGULAR, year)] +=
          now - had[m];
    had[m] = now;
  }
}

void
gp_sift_share_out (GpSift *sift)
{
  for (guint k = 0; k < sift->chains->len; k++) {
    const GpSiftChain *chain = gp_sift_chain (sift, k);
    g_autofree double *had = g_new0 (double, chain->members->len + 1);
    for (guint y = 0; y < gp_sift_n_years (sift); y++)
      share_year (sift, chain, y, had);
  }
}

/* ---- the face --------------------------------------------------------------------- */

static void
settle_year (GpSift *sift, GpSiftChain *chain, guint year)
{
  guint n = gp_sift_n_years (sift);
  for (guint m = 0; m < chain->members->len; m++) {
    double d = chain->slope[m * n + year] + chain->price[year];
    double *least = &chain->least[m * n + year], *most = &chain->most[m * n + year];
    if (!gp_sift_member (chain, m)->in || fabs (d) <= sift->zero_dual)
      continue;
    if (d < 0)
      *least = *most;
    else
      *most = *least;
  }
}

/* What a start of that year costs at the prices of all rows that it is in. */
static double
start_dual (const GpSift *sift, const GpSiftChain *chain, guint year)
{
  int col = chain->like[year];
  double d = 0;
  for (guint e = sift->col_start[col]; e < sift->col_start[col + 1]; e++) {
    guint row = sift->entry_row[e];
    const GpRow *which = gp_sift_row (sift, row);
    if (sift->row_board[row] == GP_NONE && !(which->rule == GP_N_RULES && which->variant == 2))
      d -= sift->row_dual[row] * sift->entry_value[e];
  }
  for (guint y = year; y < gp_sift_n_years (sift); y++)
    d -= chain->price[y];
  return d;
}

void
gp_sift_settle_chains (GpSift *sift)
{
  for (guint k = 0; k < sift->chains->len; k++) {
    GpSiftChain *chain = gp_sift_chain (sift, k);
    for (guint y = 0; y < gp_sift_n_years (sift); y++) {
      settle_year (sift, chain, y);
      if (chain->like[y] >= 0 && start_dual (sift, chain, y) > sift->zero_dual)
        chain->start_upper[y] = chain->start_lower[y];
    }
  }
}

/* ---- leaving ---------------------------------------------------------------------- */

/* Its schools go on starting in the year in which most of them did. */
static void
place_cell (GpSift *sift, guint32 c)
{
  guint best = 0;
  double sum = 0;
  int first = gp_program_start (sift->program, c, GP_PROGRAMME_REGULAR, 0);
  for (guint y = 0; y < gp_sift_n_years (sift); y++) {
    sum += sift->x[first + (int)y];
    sift->col_place[first + (int)y] = GP_LP_AT_LOWER;
    if (sift->x[first + (int)y] > sift->x[first + (int)best])
      best = y;
  }
  for (guint r = 0; r < sift->boards[sift->program->data->cells[c].board].n_supply_rows; r++) {
    guint row = g_array_index (sift->boards[sift->program->data->cells[c].board].rows, guint, r);
    if (gp_sift_row (sift, row)->rule != GP_RULE_SUPPLY || gp_sift_row (sift, row)->a != c)
      continue;
    gboolean in = sum > 0.5 * sift->program->data->cells[c].n;
    sift->row_place[row] = in ? GP_LP_AT_UPPER : GP_LP_BASIC;
    if (in)
      sift->col_place[first + (int)best] = GP_LP_BASIC;
  }
}

void
gp_sift_leave_chain (GpSift *sift, guint32 cell)
{
  place_cell (sift, cell);
  for (guint k = 0; k < sift->chains->len; k++) {
    const GpSiftChain *chain = gp_sift_chain (sift, k);
    for (guint m = 0; m < chain->members->len; m++)
      if (gp_sift_member (chain, m)->cell == cell)
        gp_sift_member (chain, m)->in = FALSE;
  }
}
