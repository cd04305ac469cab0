/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The place of everything at an optimum, to start another program from that is much like it.
 *
 * Rows and columns are found by what they are, not by their number, so that a program with a pin
 * more or a cap less still starts from what it has in common; what is new starts as nothing. */
#include "gp-sift-private.h"

#include <string.h>

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

/* ---- finding what is the same ----------------------------------------------------- */

/* Numbers of a, by what they are, in b: -1 where b has no such thing. */
static int *
match (const GArray *a, const GArray *b, guint size, GHashFunc hash, GEqualFunc equal)
{
  int *found = g_new (int, a->len + 1);
  if (a->len == b->len && memcmp (a->data, b->data, (gsize)a->len * size) == 0) {
    for (guint i = 0; i < a->len; i++)
      found[i] = (int)i;
    return found;
  }
  g_autoptr (GHashTable) index = g_hash_table_new (hash, equal);
  for (guint i = 0; i < b->len; i++)
    g_hash_table_insert (index, b->data + (gsize)i * size, GUINT_TO_POINTER (i + 1));
  for (guint i = 0; i < a->len; i++)
    found[i] = (int)GPOINTER_TO_UINT (g_hash_table_lookup (index, a->data + (gsize)i * size)) - 1;
  return found;
}

static guint
mix (guint h, guint value)
{
  return (h ^ value) * 0x9E3779B1u;
}

static guint
hash_col (gconstpointer key)
{
  const GpCol *col = key;
  guint h = mix (mix (mix (0, (guint)col->kind), col->a), col->b);
  return mix (mix (h, col->year), (guint)col->kept);
}

static gboolean
same_col (gconstpointer a, gconstpointer b)
{
  const GpCol *p = a, *q = b;
  return p->kind == q->kind && p->a == q->a && p->b == q->b && p->year == q->year &&
         p->kept == q->kept;
}

static guint
hash_row (gconstpointer key)
{
  const GpRow *row = key;
  guint h = mix (mix (mix (0, (guint)row->rule), row->variant), row->a);
  return mix (mix (h, row->b), row->year);
}

static gboolean
same_row (gconstpointer a, gconstpointer b)
{
  const GpRow *p = a, *q = b;
  return p->rule == q->rule && p->variant == q->variant && p->a == q->a && p->b == q->b &&
         p->year == q->year;
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
  g_autofree int *at = match (sift->program->cols, basis->cols, sizeof (GpCol), hash_col, same_col);
  gboolean partner;
  for (guint c = 0; c < sift->n_cols; c++)
    if (at[c] >= 0 && !is_foreign (sift, basis, gp_program_col_board (sift->program, c, &partner)))
      sift->col_place[c] = basis->col_place[at[c]];
}

static void
take_rows (GpSift *sift, const GpSiftBasis *basis)
{
  g_autofree int *at = match (sift->program->rows, basis->rows, sizeof (GpRow), hash_row, same_row);
  for (guint r = 0; r < sift->n_rows; r++) {
    if (at[r] < 0 || is_foreign (sift, basis, sift->row_board[r]))
      continue;
    if (sift->late[r] || !basis->late[at[r]])
      sift->row_place[r] = basis->row_place[at[r]];
    sift->late[r] = sift->late[r] && basis->late[at[r]];
  }
}

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
      basis->n_years != sift->program->data->n_years)
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
