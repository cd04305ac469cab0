/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Chains: cells of boards that are closed, or can never be partners, differ in nothing but their
 * pupils, so that the master counts their starts together.
 *
 * Of the schools that started so far the largest are worth most, in every year alike. What a number
 * of starts is worth is therefore a concave line with a corner at every member; the master has a
 * few pieces of it, each a chord, and where an optimum lies on a chord, or the price at a corner
 * says that it belongs elsewhere, the line gets the corners there. Where all members are worth the
 * same (every priority but reach) there are no pieces at all. */
#include "gp-sift-private.h"

#include <math.h>

/* A price this far from a slope is rounding (the objective's largest coefficient is 1). */
#define SAME_PRICE 1e-8
#define FIRST_PIECES 6

static guint
n_years (const GpSift *sift)
{
  return sift->program->data->n_years;
}

static GpSiftMember *
member (const GpSiftChain *chain, guint m)
{
  return &g_array_index (chain->members, GpSiftMember, m);
}

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
  made.like = g_new (int, n_years (sift));
  for (guint y = 0; y < n_years (sift); y++)
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
  for (guint y = 0; y < n_years (sift); y++)
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
  for (guint y = waits ? 1 : 0; y < n_years (sift); y++)
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
  guint n = n_years (sift), cells = chain->members->len * n;
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
      chain->most[m * n + y] = member (chain, m)->n;
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
  guint n = n_years (sift);
  const GpSiftMember *at = member (chain, m);
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
    for (guint y = 0; y < n_years (sift); y++)
      g_array_unref (chain->pieces[y]);
    for (guint i = 0; i < G_N_ELEMENTS (all); i++)
      g_free (all[i]);
    g_free (chain->pieces);
    g_array_unref (chain->members);
  }
  g_array_unref (sift->chains);
}

/* ---- slopes and pieces ------------------------------------------------------------ */

/* A cost on starts of a year is a cost on what has started by then, less the next year's: so that
 * all of an objective stands in the slopes. */
static void
find_slopes (GpSift *sift, GpSiftChain *chain)
{
  guint n = n_years (sift);
  for (guint y = 0; y < n; y++) {
    double next = y + 1 < n && chain->unit >= 0 ? sift->cost[chain->like[y + 1]] : 0;
    chain->base[y] = chain->unit >= 0 ? sift->cost[chain->like[y]] - next : 0;
    for (guint m = 0; m < chain->members->len; m++) {
      const GpSiftMember *at = member (chain, m);
      double *slope = &chain->slope[m * n + y];
      if (at->segment >= 0)
        *slope = sift->cost[at->segment + (int)y] + chain->base[y];
      else {
        int col = gp_program_start (sift->program, at->cell, GP_PROGRAMME_REGULAR, y);
        *slope = sift->cost[col] - (y + 1 < n ? sift->cost[col + 1] : 0);
      }
    }
  }
}

static double
room (const GpSift *sift, const GpSiftChain *chain, guint m, guint year)
{
  guint at = m * n_years (sift) + year;
  return member (chain, m)->in ? chain->most[at] - chain->least[at] : 0;
}

void
gp_sift_chain_bounds (const GpSift *sift, const GpSiftChain *chain, guint year, double *least,
                      double *most)
{
  *least = *most = 0;
  for (guint m = 0; m < chain->members->len; m++) {
    if (!member (chain, m)->in)
      continue;
    *least += chain->least[m * n_years (sift) + year];
    *most += chain->most[m * n_years (sift) + year];
  }
}

double
gp_sift_piece_size (const GpSift *sift, const GpSiftChain *chain, guint year, guint begin,
                    guint end)
{
  double size = 0;
  for (guint m = begin; m < end; m++)
    size += room (sift, chain, m, year);
  return size;
}

double
gp_sift_piece_slope (const GpSift *sift, const GpSiftChain *chain, guint year, guint begin,
                     guint end)
{
  double size = 0, cost = 0;
  for (guint m = begin; m < end; m++) {
    size += room (sift, chain, m, year);
    cost += room (sift, chain, m, year) * chain->slope[m * n_years (sift) + year];
  }
  return size > 0 ? cost / size : 0;
}

static gboolean
is_flat (const GpSift *sift, const GpSiftChain *chain)
{
  guint n = n_years (sift);
  for (guint y = 0; y < n; y++) {
    double low = INFINITY, high = -INFINITY;
    for (guint m = 0; m < chain->members->len; m++)
      if (room (sift, chain, m, y) > 0) {
        low = fmin (low, chain->slope[m * n + y]);
        high = fmax (high, chain->slope[m * n + y]);
      }
    if (high - low > 1e-12)
      return FALSE;
  }
  return TRUE;
}

/* Places of the pieces, such that what has started by then stays what it was. */
static void
place_pieces (GpSift *sift, GpSiftChain *chain, guint year, gboolean basic)
{
  double least, most, left;
  guint begin = 0;
  gp_sift_chain_bounds (sift, chain, year, &least, &most);
  left = chain->started[year] - least;
  for (guint i = 0; i < chain->pieces[year]->len; i++) {
    GpSiftPiece *piece = &g_array_index (chain->pieces[year], GpSiftPiece, i);
    double size = gp_sift_piece_size (sift, chain, year, begin, piece->end);
    gboolean last = i + 1 == chain->pieces[year]->len;
    if (basic && (left < size - 1e-9 || last)) {
      piece->place = GP_LP_BASIC;
      basic = FALSE;
    } else
      piece->place = left >= size - 1e-9 ? GP_LP_AT_UPPER : GP_LP_AT_LOWER;
    left = fmax (0, left - size);
    begin = piece->end;
  }
}

/* About as many schools in each of the first pieces. */
static void
make_pieces (GpSift *sift, GpSiftChain *chain, guint year)
{
  guint n = chain->members->len;
  double all = gp_sift_piece_size (sift, chain, year, 0, n), sum = 0;
  g_array_set_size (chain->pieces[year], 0);
  for (guint m = 0, done = 0; m < n; m++) {
    sum += room (sift, chain, m, year);
    if (m + 1 == n || sum * FIRST_PIECES >= all * (done + 1)) {
      GpSiftPiece piece = {m + 1, GP_LP_AT_LOWER, -1};
      g_array_append_val (chain->pieces[year], piece);
      while (sum * FIRST_PIECES >= all * (done + 1) && done < FIRST_PIECES)
        done++;
    }
  }
}

/* From a row between two bounds to pieces: where the row was free to move a piece is now. */
static void
cut_chain (GpSift *sift, GpSiftChain *chain)
{
  for (guint y = 0; y < n_years (sift); y++) {
    gboolean basic = chain->row_place[y] == GP_LP_BASIC;
    make_pieces (sift, chain, y);
    place_pieces (sift, chain, y, basic);
    chain->row_place[y] = GP_LP_FIXED;
  }
}

static void
join_chain (GpSift *sift, GpSiftChain *chain)
{
  for (guint y = 0; y < n_years (sift); y++) {
    gboolean basic = FALSE;
    double least, most;
    if (chain->pieces[y]->len == 0)
      continue;
    for (guint i = 0; i < chain->pieces[y]->len; i++)
      basic = basic || g_array_index (chain->pieces[y], GpSiftPiece, i).place == GP_LP_BASIC;
    g_array_set_size (chain->pieces[y], 0);
    gp_sift_chain_bounds (sift, chain, y, &least, &most);
    if (basic)
      chain->row_place[y] = GP_LP_BASIC;
    else
      chain->row_place[y] =
          chain->started[y] - least < most - chain->started[y] ? GP_LP_AT_LOWER : GP_LP_AT_UPPER;
  }
}

void
gp_sift_cost_chains (GpSift *sift)
{
  for (guint k = 0; k < sift->chains->len; k++) {
    GpSiftChain *chain = gp_sift_chain (sift, k);
    gboolean cut = n_years (sift) > 0 && chain->pieces[0]->len > 0;
    find_slopes (sift, chain);
    gboolean flat = is_flat (sift, chain);
    if (flat && cut)
      join_chain (sift, chain);
    if (!flat && !cut)
      cut_chain (sift, chain);
    sift->dirty = sift->dirty || flat == cut;
  }
}

/* ---- back to the program ---------------------------------------------------------- */

/* Year by year: schools in the order of the chain. */
static void
share_year (GpSift *sift, const GpSiftChain *chain, guint year, double *had)
{
  guint n = n_years (sift);
  double least, most, left;
  gp_sift_chain_bounds (sift, chain, year, &least, &most);
  left = chain->started[year] - least;
  for (guint m = 0; m < chain->members->len; m++) {
    const GpSiftMember *at = member (chain, m);
    if (!at->in)
      continue;
    double take = fmin (left, room (sift, chain, m, year));
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
    for (guint y = 0; y < n_years (sift); y++)
      share_year (sift, chain, y, had);
  }
}

/* ---- corners ---------------------------------------------------------------------- */

static gboolean
add_cut (GArray *pieces, guint end)
{
  guint i = 0;
  while (i < pieces->len && g_array_index (pieces, GpSiftPiece, i).end < end)
    i++;
  if (end == 0 || i == pieces->len || g_array_index (pieces, GpSiftPiece, i).end == end)
    return FALSE;
  GpSiftPiece piece = {end, GP_LP_AT_LOWER, -1};
  g_array_insert_val (pieces, i, piece);
  return TRUE;
}

/* Looks at the true line where the optimum is: the member that is partly in, and the one up to
 * which the price wants them in. */
static guint
refine_year (GpSift *sift, GpSiftChain *chain, guint year)
{
  guint n = n_years (sift), cuts = 0, wanted = 0, partly = G_MAXUINT;
  double least, most, left;
  gboolean wrong = FALSE, basic = FALSE;
  gp_sift_chain_bounds (sift, chain, year, &least, &most);
  left = chain->started[year] - least;
  for (guint m = 0; m < chain->members->len; m++) {
    double size = room (sift, chain, m, year), in = fmin (left, size);
    double d = chain->slope[m * n + year] + chain->price[year];
    left -= in;
    if (size <= 0)
      continue;
    wrong = wrong || (in > 1e-9 && d > SAME_PRICE) || (in < size - 1e-9 && d < -SAME_PRICE);
    if (in > 1e-9 && in < size - 1e-9)
      partly = m;
    if (d < 0)
      wanted = m + 1;
  }
  if (!wrong)
    return 0;
  for (guint i = 0; i < chain->pieces[year]->len; i++)
    basic = basic || g_array_index (chain->pieces[year], GpSiftPiece, i).place == GP_LP_BASIC;
  cuts += add_cut (chain->pieces[year], wanted);
  if (partly != G_MAXUINT)
    cuts += (guint)add_cut (chain->pieces[year], partly) +
            (guint)add_cut (chain->pieces[year], partly + 1);
  if (cuts > 0)
    place_pieces (sift, chain, year, basic);
  return cuts;
}

guint
gp_sift_refine (GpSift *sift)
{
  guint cuts = 0;
  for (guint k = 0; k < sift->chains->len; k++)
    for (guint y = 0; y < n_years (sift); y++)
      if (gp_sift_chain (sift, k)->pieces[y]->len > 0)
        cuts += refine_year (sift, gp_sift_chain (sift, k), y);
  sift->dirty = sift->dirty || cuts > 0;
  return cuts;
}

/* ---- the face --------------------------------------------------------------------- */

static void
settle_year (GpSift *sift, GpSiftChain *chain, guint year)
{
  guint n = n_years (sift);
  for (guint m = 0; m < chain->members->len; m++) {
    double d = chain->slope[m * n + year] + chain->price[year];
    double *least = &chain->least[m * n + year], *most = &chain->most[m * n + year];
    if (!member (chain, m)->in || fabs (d) <= sift->zero_dual)
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
  for (guint y = year; y < n_years (sift); y++)
    d -= chain->price[y];
  return d;
}

void
gp_sift_settle_chains (GpSift *sift)
{
  for (guint k = 0; k < sift->chains->len; k++) {
    GpSiftChain *chain = gp_sift_chain (sift, k);
    for (guint y = 0; y < n_years (sift); y++) {
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
  for (guint y = 0; y < n_years (sift); y++) {
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
      if (member (chain, m)->cell == cell)
        member (chain, m)->in = FALSE;
  }
}
