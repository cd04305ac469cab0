/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bounds on whole plans, tighter than those on all (gp-audit-proof.c, whose notation this keeps).
 *
 * With multipliers y on the rows that boards share, every plan has
 *
 *   f_k + sum m_j f_j  >=  sum y b + sum over columns of d x.
 *
 * In a whole plan each board is one of few things, and hires are whole: a board that may become a
 * partner either has no verandercoaches and its starts alone, or is a partner from one plan year on
 * and trains nobody before. So the sum over its columns is at least the least of these cases. The
 * case of a year is bounded by multipliers of its own on the board's own rows (hand-over, coach
 * capacity, stock, pool; any are allowed, for the rows hold in every plan) and the same boxes as
 * ever. Hires are bounded by the best whole ones (gp-audit-hires.c), and the caps on partners and
 * trainings, which are whole too, are rounded down.
 *
 * With k's own multiples m_j >= 0 of the earlier objectives and the earlier bounds b_j this says of
 * every whole plan that f_k + sum m_j (f_j - b_j) is at least the result. Fractions of partners,
 * which make nearly all of the distance between relaxed and whole plans, are what it leaves out. */
#include "gp-audit-hires.h"
#include "gp-audit-multipliers.h"
#include "gp-audit-proof-private.h"

typedef struct {
  GpAuditProver *prover;
  GHashTable *multipliers;
  guint n_columns;
  __mpz_struct *change; /* of d, in the case of that year: [year * n_columns + column] */
  __mpz_struct *fixed;  /* sum y b of a case: [board * n_years + year] */
} Whole;

static __mpz_struct *
new_integers (gsize n)
{
  __mpz_struct *integers = g_new (__mpz_struct, n + 1);
  for (gsize i = 0; i < n; i++)
    mpz_init (&integers[i]);
  return integers;
}

static void
free_integers (__mpz_struct *integers, gsize n)
{
  for (gsize i = 0; i < n; i++)
    mpz_clear (&integers[i]);
  g_free (integers);
}

/* ---- rows ------------------------------------------------------------------------------------ */

static gboolean
has_cases (const GpAuditRow *row, const GpAuditData *data)
{
  switch (row->key.rule) {
  case GP_RULE_HANDOVER:
  case GP_RULE_COACH_CAPACITY:
  case GP_RULE_STOCK:
  case GP_RULE_POOL:
    return !data->boards[row->key.board].is_partner;
  default:
    return FALSE;
  }
}

static void
add_to_case (Whole *whole, const GpAuditRow *row, guint year, mpz_srcptr y)
{
  GpAuditProver *prover = whole->prover;
  int sign = mpz_sgn (y);
  if (sign > 0)
    gp_audit_floor (prover->side, row->limit);
  else
    gp_audit_ceil (prover->side, row->limit);
  mpz_addmul (&whole->fixed[row->key.board * prover->data->n_years + year], prover->side, y);
  for (guint i = 0; i < row->terms->len; i++) {
    const GpAuditTerm *term = &g_array_index (row->terms, GpAuditTerm, i);
    mpz_submul (&whole->change[(gsize)year * whole->n_columns + term->column], y,
                sign > 0 ? term->coefficient->high : term->coefficient->low);
  }
}

/* Partners and trainings are whole, so that their caps are too. */
static void
add_whole_cap (GpAuditProver *prover, const GpAuditRow *row, mpz_srcptr y)
{
  GpAuditRow whole = *row;
  mpq_init (whole.limit);
  mpz_fdiv_q (mpq_numref (whole.limit), mpq_numref (row->limit), mpq_denref (row->limit));
  gp_audit_prover_add_row (prover, &whole, y);
  mpq_clear (whole.limit);
}

static gboolean
add_row (const GpAuditRow *row, gpointer user)
{
  Whole *whole = user;
  const GpAuditData *data = whole->prover->data;
  gboolean cases = has_cases (row, data);
  GpAuditKey key = row->key;
  for (guint year = 0; year < (cases ? data->n_years : 1); year++) {
    key.variant = cases ? year + 1 : row->key.variant;
    mpz_srcptr y = g_hash_table_lookup (whole->multipliers, &key);
    if (y == NULL || !gp_audit_row_takes (row, y))
      continue;
    if (cases)
      add_to_case (whole, row, year, y);
    else if (row->key.rule == GP_RULE_CAPS)
      add_whole_cap (whole->prover, row, y);
    else
      gp_audit_prover_add_row (whole->prover, row, y);
  }
  return TRUE;
}

/* ---- boards ---------------------------------------------------------------------------------- */

/* Boxes of the columns of a kind from that year on, of a board or a place. */
static void
add_boxes_from (GpAuditProver *prover, guint first, guint year)
{
  for (guint y = year; y < prover->data->n_years; y++)
    gp_audit_prover_add_box (prover, first + y);
}

static void
add_start_boxes (GpAuditProver *prover, const GpAuditBoard *board)
{
  for (guint c = board->first_cell; c < board->first_cell + board->n_cells; c++)
    gp_audit_prover_add_box (prover, gp_audit_start (prover->data, c, GP_PROGRAMME_GROEIKRACHT, 0));
}

static void
shift (Whole *whole, guint first, guint n, guint year, gboolean back)
{
  for (guint column = first; column < first + n; column++) {
    mpz_ptr d = &whole->prover->reduced[column];
    mpz_srcptr change = &whole->change[(gsize)year * whole->n_columns + column];
    if (back)
      mpz_sub (d, d, change);
    else
      mpz_add (d, d, change);
  }
}

/* d of the board's own columns as it is in the case of that year, or back again. */
static void
shift_board (Whole *whole, guint32 b, guint year, gboolean back)
{
  const GpAuditData *data = whole->prover->data;
  const GpAuditBoard *board = &data->boards[b];
  guint n = data->n_years;
  shift (whole, gp_audit_start (data, board->first_cell, GP_PROGRAMME_GROEIKRACHT, 0),
         board->n_cells * GP_N_PROGRAMMES * n, year, back);
  shift (whole, gp_audit_by_board (data, GP_AUDIT_COLUMN_TRAINING, b, 0), n, year, back);
  shift (whole, gp_audit_by_board (data, GP_AUDIT_COLUMN_STOCK, b, 0), n, year, back);
  for (guint i = board->first_place; i < board->first_place + board->n_places; i++)
    shift (whole, gp_audit_coach_days (data, i, 0), n, year, back);
}

/* What the board costs at least as a partner from that year. */
static void
add_case (Whole *whole, guint32 b, guint year)
{
  GpAuditProver *prover = whole->prover;
  const GpAuditData *data = prover->data;
  const GpAuditBoard *board = &data->boards[b];
  shift_board (whole, b, year, FALSE);
  mpz_set (prover->total, &whole->fixed[b * data->n_years + year]);
  mpz_add (prover->total, prover->total,
           &prover->reduced[gp_audit_by_board (data, GP_AUDIT_COLUMN_PARTNER, b, year)]);
  add_start_boxes (prover, board);
  add_boxes_from (prover, gp_audit_by_board (data, GP_AUDIT_COLUMN_TRAINING, b, 0), year);
  add_boxes_from (prover, gp_audit_by_board (data, GP_AUDIT_COLUMN_STOCK, b, 0), year);
  for (guint i = board->first_place; i < board->first_place + board->n_places; i++)
    add_boxes_from (prover, gp_audit_coach_days (data, i, 0), year);
  shift_board (whole, b, year, TRUE);
}

/* total += the least of the cases. */
static void
add_board (Whole *whole, guint32 b)
{
  GpAuditProver *prover = whole->prover;
  const GpAuditBoard *board = &prover->data->boards[b];
  mpz_t total, least;
  mpz_init_set (total, prover->total);
  mpz_init (least);
  mpz_set_ui (prover->total, 0);
  add_start_boxes (prover, board);
  mpz_set (least, prover->total);
  for (guint y = 0; y < prover->data->n_years && board->coached != GP_NONE; y++) {
    add_case (whole, b, y);
    if (mpz_cmp (prover->total, least) < 0)
      mpz_set (least, prover->total);
  }
  mpz_add (prover->total, total, least);
  mpz_clears (total, least, NULL);
}

/* A partner of before has no cases: its coaches have their boxes. */
static void
add_partner (GpAuditProver *prover, guint32 b)
{
  const GpAuditData *data = prover->data;
  const GpAuditBoard *board = &data->boards[b];
  add_start_boxes (prover, board);
  add_boxes_from (prover, gp_audit_by_board (data, GP_AUDIT_COLUMN_TRAINING, b, 0), 0);
  add_boxes_from (prover, gp_audit_by_board (data, GP_AUDIT_COLUMN_STOCK, b, 0), 0);
  for (guint i = board->first_place; i < board->first_place + board->n_places; i++)
    add_boxes_from (prover, gp_audit_coach_days (data, i, 0), 0);
}

/* ---- all others ------------------------------------------------------------------------------ */

static void
add_hires (GpAuditProver *prover)
{
  const GpAuditData *data = prover->data;
  mpz_t *price = (mpz_t *)new_integers (data->n_years);
  for (guint y = 0; y < data->n_years; y++)
    for (guint32 r = 0; r < data->n_regions; r++) {
      mpz_srcptr d = &prover->reduced[gp_audit_by_region (data, GP_AUDIT_COLUMN_HIRE, r, y)];
      if (mpz_cmp (d, price[y]) < 0)
        mpz_set (price[y], d);
    }
  gp_audit_add_hires (data, (const mpz_t *)price, prover->total);
  free_integers ((__mpz_struct *)price, data->n_years);
}

static void
add_regions (GpAuditProver *prover)
{
  const GpAuditData *data = prover->data;
  gboolean few = gp_audit_hires_are_few (data);
  guint n;
  for (guint column = 0; column < gp_audit_n_columns (data); column += n) {
    GpAuditColumnKind kind = gp_audit_column_kind (data, column);
    n = 1;
    if (kind >= GP_AUDIT_COLUMN_HIRED || (kind == GP_AUDIT_COLUMN_HIRE && !few))
      n = gp_audit_prover_add_box (prover, column);
  }
  if (few)
    add_hires (prover);
}

/* ---- the bound ------------------------------------------------------------------------------- */

/* f_k + sum m_j (f_j - b_j), and the multipliers. */
static void
gather (Whole *whole, guint k)
{
  GpAuditProver *prover = whole->prover;
  const GpPlanPriority *priority = &prover->plan->priorities[k];
  mpz_t multiple;
  mpz_init (multiple);
  gp_audit_multiplier_set (multiple, 1);
  gp_audit_prover_add_objective (prover, priority->id, multiple);
  for (guint j = 0; j < k; j++) {
    if (!(priority->bound_held[j] > 0) ||
        !gp_audit_multiplier_set (multiple, priority->bound_held[j]))
      continue;
    gp_audit_prover_add_objective (prover, prover->plan->priorities[j].id, multiple);
    gp_audit_ceil (prover->side, prover->levels[j].bound);
    mpz_submul (prover->total, prover->side, multiple);
  }
  for (guint i = 0; i < priority->n_bound_proof; i++)
    gp_audit_multipliers_add (whole->multipliers, prover->data->project, &priority->bound_proof[i]);
  mpz_clear (multiple);
}

gboolean
gp_audit_prove_whole (GpAuditProver *prover, guint k, mpq_ptr bound, GCancellable *cancellable)
{
  const GpAuditData *data = prover->data;
  guint n = gp_audit_n_columns (data), n_years = data->n_years;
  Whole whole = {.prover = prover,
                 .multipliers = gp_audit_multipliers_new (),
                 .n_columns = n,
                 .change = new_integers ((gsize)n * n_years),
                 .fixed = new_integers ((gsize)data->n_boards * n_years)};
  gp_audit_prover_clear (prover);
  gather (&whole, k);
  gboolean done = gp_audit_write_rows (data, add_row, &whole, cancellable);
  for (guint32 b = 0; b < data->n_boards && done; b++)
    if (data->boards[b].is_partner && data->boards[b].coached != GP_NONE)
      add_partner (prover, b);
    else
      add_board (&whole, b);
  add_regions (prover);
  mpq_set_z (bound, prover->total);
  mpq_div_2exp (bound, bound, GP_AUDIT_MULTIPLIER_GRID + GP_AUDIT_GRID);
  g_hash_table_unref (whole.multipliers);
  free_integers (whole.change, (gsize)n * n_years);
  free_integers (whole.fixed, (gsize)data->n_boards * n_years);
  return done;
}
