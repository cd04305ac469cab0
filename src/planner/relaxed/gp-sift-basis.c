/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The place of everything at an optimum, to start the same program with other numbers from.
 *
 * Only the very same program, row by row and column by column. Rejected: finding what two programs
 * have in common by what rows and columns are, for an edit that changes some (a pin tells the
 * programmes of its board's schools apart): the schools that move leave a basis that is so far from
 * feasible that it takes twice as long as planning afresh (0.47 s where that takes 0.24 s). */
#include "gp-sift-private.h"

typedef struct {
  guint32 sector, region;
  GpNeed need;
  gboolean waits;
  guint n_members;
  GpLpPlace *start_place, *row_place; /* year */
  GArray **pieces;                    /* year: of GpSiftPiece */
} ChainPlaces;

struct _GpSiftBasis {
  gatomicrefcount refs;
  GArray *cols, *rows; /* of the program that it comes from */
  GpLpPlace *col_place, *row_place;
  gboolean *late, *open; /* row; board */
  guint n_boards, n_years, n_chains;
  ChainPlaces *chains;
};

/* ---- keeping ---------------------------------------------------------------------- */

static ChainPlaces
keep_chain (const GpSiftChain *chain, guint n_years)
{
  ChainPlaces kept = {chain->sector, chain->region, chain->need, chain->waits, chain->members->len};
  kept.start_place = g_memdup2 (chain->start_place, n_years * sizeof (GpLpPlace));
  kept.row_place = g_memdup2 (chain->row_place, n_years * sizeof (GpLpPlace));
  kept.pieces = g_new (GArray *, n_years);
  for (guint y = 0; y < n_years; y++)
    kept.pieces[y] = g_array_copy (chain->pieces[y]);
  return kept;
}

GpSiftBasis *
gp_sift_basis_new (const GpSift *sift)
{
  GpSiftBasis *basis = g_new0 (GpSiftBasis, 1);
  g_atomic_ref_count_init (&basis->refs);
  basis->cols = g_array_ref (sift->program->cols);
  basis->rows = g_array_ref (sift->program->rows);
  basis->col_place = g_memdup2 (sift->col_place, sift->n_cols * sizeof (GpLpPlace));
  basis->row_place = g_memdup2 (sift->row_place, sift->n_rows * sizeof (GpLpPlace));
  basis->late = g_memdup2 (sift->late, sift->n_rows * sizeof (gboolean));
  basis->n_boards = sift->program->data->n_boards;
  basis->n_years = sift->program->data->n_years;
  basis->open = g_new0 (gboolean, basis->n_boards + 1);
  for (guint b = 0; b < basis->n_boards; b++)
    basis->open[b] = sift->boards[b].open;
  basis->n_chains = sift->chains->len;
  basis->chains = g_new0 (ChainPlaces, basis->n_chains + 1);
  for (guint k = 0; k < basis->n_chains; k++)
    basis->chains[k] = keep_chain (gp_sift_chain (sift, k), basis->n_years);
  return basis;
}

GpSiftBasis *
gp_sift_basis_ref (GpSiftBasis *basis)
{
  g_atomic_ref_count_inc (&basis->refs);
  return basis;
}

void
gp_sift_basis_unref (GpSiftBasis *basis)
{
  if (basis == NULL || !g_atomic_ref_count_dec (&basis->refs))
    return;
  for (guint k = 0; k < basis->n_chains; k++) {
    for (guint y = 0; y < basis->n_years; y++)
      g_array_unref (basis->chains[k].pieces[y]);
    g_free (basis->chains[k].pieces);
    g_free (basis->chains[k].start_place);
    g_free (basis->chains[k].row_place);
  }
  g_array_unref (basis->cols);
  g_array_unref (basis->rows);
  g_free (basis->chains);
  g_free (basis->col_place);
  g_free (basis->row_place);
  g_free (basis->late);
  g_free (basis->open);
  g_free (basis);
}

/* ---- is it the same program? ------------------------------------------------------- */

static gboolean
same_cols (const GArray *a, const GArray *b)
{
  gboolean same = a->len == b->len;
  for (guint i = 0; i < a->len && same; i++) {
    const GpCol *p = &g_array_index (a, GpCol, i), *q = &g_array_index (b, GpCol, i);
    same = p->kind == q->kind && p->a == q->a && p->b == q->b && p->year == q->year &&
           p->kept == q->kept;
  }
  return same;
}

static gboolean
same_rows (const GArray *a, const GArray *b)
{
  gboolean same = a->len == b->len;
  for (guint i = 0; i < a->len && same; i++) {
    const GpRow *p = &g_array_index (a, GpRow, i), *q = &g_array_index (b, GpRow, i);
    same = p->rule == q->rule && p->variant == q->variant && p->a == q->a && p->b == q->b &&
           p->year == q->year;
  }
  return same;
}

/* ---- starting --------------------------------------------------------------------- */

/* A board that is open here and was closed there has its own program's places there. */
static gboolean
is_foreign (const GpSift *sift, const GpSiftBasis *basis, guint32 board)
{
  return board != GP_NONE && sift->boards[board].open && !basis->open[board];
}

static void
take_cols (GpSift *sift, const GpSiftBasis *basis)
{
  gboolean partner;
  for (guint c = 0; c < sift->n_cols; c++)
    if (!is_foreign (sift, basis, gp_program_col_board (sift->program, c, &partner)))
      sift->col_place[c] = basis->col_place[c];
}

static void
take_rows (GpSift *sift, const GpSiftBasis *basis)
{
  for (guint r = 0; r < sift->n_rows; r++) {
    if (is_foreign (sift, basis, sift->row_board[r]))
      continue;
    if (sift->late[r] || !basis->late[r])
      sift->row_place[r] = basis->row_place[r];
    sift->late[r] = sift->late[r] && basis->late[r];
  }
}

/* The members of a chain are not in the program's columns: a school that became ready, where the
 * first year asks for that, makes its cell a member of another chain. Its pieces are cut anew. */
static void
take_chain (const GpSift *sift, GpSiftChain *chain, const ChainPlaces *from)
{
  for (guint y = 0; y < sift->program->data->n_years; y++) {
    gboolean same = chain->members->len == from->n_members;
    chain->start_place[y] = from->start_place[y];
    chain->row_place[y] = from->row_place[y];
    g_array_set_size (chain->pieces[y], 0);
    if (same)
      g_array_append_vals (chain->pieces[y], from->pieces[y]->data, from->pieces[y]->len);
    else if (from->pieces[y]->len > 0)
      chain->row_place[y] = GP_LP_BASIC;
  }
}

static void
take_chains (GpSift *sift, const GpSiftBasis *basis)
{
  for (guint k = 0; k < sift->chains->len; k++) {
    GpSiftChain *chain = gp_sift_chain (sift, k);
    for (guint i = 0; i < basis->n_chains; i++)
      if (basis->chains[i].sector == chain->sector && basis->chains[i].region == chain->region &&
          basis->chains[i].need == chain->need && basis->chains[i].waits == chain->waits)
        take_chain (sift, chain, &basis->chains[i]);
  }
}

gboolean
gp_sift_start_from (GpSift *sift, const GpSiftBasis *basis)
{
  if (basis->n_boards != sift->program->data->n_boards ||
      !same_cols (sift->program->cols, basis->cols) ||
      !same_rows (sift->program->rows, basis->rows))
    return FALSE;
  for (guint32 b = 0; b < basis->n_boards; b++)
    if (basis->open[b] && !sift->boards[b].open)
      gp_sift_open (sift, b);
  take_cols (sift, basis);
  take_rows (sift, basis);
  take_chains (sift, basis);
  sift->dirty = TRUE;
  return TRUE;
}
