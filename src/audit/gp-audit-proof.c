/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lower bounds from multipliers, safe against rounding.
 *
 * For the k-th priority with objective f_k, multipliers y of its own on the rows a x >= b (y >= 0),
 * a x <= b (y <= 0) or a x = b, and multiples m_j >= 0 of the earlier priorities' proofs. Proof j
 * is the inequality
 *
 *   F_j(x) = f_j(x) + sum over i < j of w_ji (f_i(x) - b_i) >= b_j     for every plan x,
 *
 * with Y_j on the rows. Then F_k = f_k + sum m_j (F_j - b_j), Y_k = y + sum m_j Y_j, and for every
 * x
 *
 *   F_k(x) >= F_k(x) - sum Y_k (a x - b)
 *          =  sum Y_k b - sum w_kj b_j + sum over columns of d x,   d = c_k + sum w_kj c_j - sum
 * Y_k a
 *          >= sum Y_k b - sum w_kj b_j + sum over boxes of min (0, smallest d in it) x box  =:  b_k
 *
 * with the boxes of gp-audit-boxes.c, each around one column or around the sum of several. So no
 * plan that keeps the earlier priorities at b_1 .. b_(k-1) does better than b_k. Nothing about
 * where the numbers came from matters: good ones give a good bound, wrong ones a useless bound,
 * none a false one. A multiplier of the wrong sign counts as zero; one on a row that the program
 * does not have, or that is no number, is not used; several on one row are added up.
 *
 * An order of priorities needs multiples up to 1e12 and beyond. That the earlier proofs come in
 * whole, with their exact bounds, keeps this harmless: what rounding cost proof j (the boxes of
 * columns whose d_j should be zero) is part of b_j, so that it comes back here with the same
 * multiple with which it goes out; only the rounding of y is left. Were the multiples worked into y
 * beforehand, or b_j a double, their rounding would be multiplied by 1e12.
 *
 * The rules supply and readiness need no multipliers: the box around a cell's starts takes the best
 * ones that there are.
 *
 * Speed: the multipliers, doubles, are first put on the grid of 2^-80 (any multipliers will do, so
 * that costs no truth), coefficients and limits are taken from the grid of 2^-96 on the side that
 * makes the bound smaller, and all sums are integers in units of 2^-176: no fractions to reduce,
 * and nothing is rounded after that. Exact rationals for some 300,000 coefficients would be ten
 * times slower and change the bound by nothing anyone could see. */
#include "gp-audit-multipliers.h"
#include "gp-audit-proof-private.h"
#include "gp-audit-published.h"

#include <math.h>

/* ---- multipliers and weights ----------------------------------------------------------------- */

/* Adds the multiple m_j of the whole proof j: Y_k += m_j Y_j, w_kj += m_j, w_ki += m_j w_ji. */
static void
add_earlier (Level *level, const Level *earlier, guint j, mpz_srcptr multiple)
{
  mpz_t product;
  mpz_init (product);
  gp_audit_multipliers_add_table (level->multipliers, earlier->multipliers, multiple);
  mpz_add (level->weights[j], level->weights[j], multiple);
  for (guint i = 0; i < j; i++) {
    gp_audit_multiplier_times (product, earlier->weights[i], multiple);
    mpz_add (level->weights[i], level->weights[i], product);
  }
  mpz_clear (product);
}

static void
gather (GpAuditProver *prover, guint k)
{
  const GpPlanPriority *priority = &prover->plan->priorities[k];
  Level *level = &prover->levels[k];
  mpz_t multiple;
  mpz_init (multiple);
  for (guint i = 0; i < priority->n_proof; i++)
    gp_audit_multipliers_add (level->multipliers, prover->data->project, &priority->proof[i]);
  for (guint j = 0; j < k; j++)
    if (priority->held[j] > 0 && gp_audit_multiplier_set (multiple, priority->held[j]))
      add_earlier (level, &prover->levels[j], j, multiple);
  mpz_clear (multiple);
}

/* ---- sums ------------------------------------------------------------------------------------ */

/* d += weight x the smaller neighbour of each coefficient; weight >= 0. */
void
gp_audit_prover_add_objective (GpAuditProver *prover, GpPriorityId id, mpz_srcptr weight)
{
  mpq_t coefficient;
  mpq_init (coefficient);
  for (guint column = 0; column < gp_audit_n_columns (prover->data); column++)
    if (gp_audit_objective (prover->data, id, column, coefficient)) {
      gp_audit_floor (prover->side, coefficient);
      mpz_addmul (&prover->reduced[column], prover->side, weight);
    }
  mpq_clear (coefficient);
}

/* f_k + sum w_kj (f_j - b_j) */
static void
add_objectives (GpAuditProver *prover, guint k)
{
  const GpPlan *plan = prover->plan;
  mpz_t one;
  mpz_init (one);
  gp_audit_multiplier_set (one, 1);
  gp_audit_prover_add_objective (prover, plan->priorities[k].id, one);
  for (guint j = 0; j < k; j++) {
    mpz_srcptr weight = prover->levels[k].weights[j];
    if (mpz_sgn (weight) == 0)
      continue;
    gp_audit_prover_add_objective (prover, plan->priorities[j].id, weight);
    gp_audit_ceil (prover->side, prover->levels[j].bound);
    mpz_submul (prover->total, prover->side, weight);
  }
  mpz_clear (one);
}

void
gp_audit_prover_add_row (GpAuditProver *prover, const GpAuditRow *row, mpz_srcptr y)
{
  int sign = mpz_sgn (y);
  if (sign > 0)
    gp_audit_floor (prover->side, row->limit);
  else
    gp_audit_ceil (prover->side, row->limit);
  mpz_addmul (prover->total, prover->side, y);
  for (guint i = 0; i < row->terms->len; i++) {
    const GpAuditTerm *term = &g_array_index (row->terms, GpAuditTerm, i);
    mpz_submul (&prover->reduced[term->column], y,
                sign > 0 ? term->coefficient->high : term->coefficient->low);
  }
}

gboolean
gp_audit_row_takes (const GpAuditRow *row, mpz_srcptr y)
{
  int sign = mpz_sgn (y);
  return sign != 0 && !(sign < 0 && row->sense == GP_AUDIT_AT_LEAST) &&
         !(sign > 0 && row->sense == GP_AUDIT_AT_MOST);
}

/* A multiplier of the wrong sign is made zero for the later priorities too. */
static gboolean
add_row (const GpAuditRow *row, gpointer user)
{
  GpAuditProver *prover = user;
  mpz_ptr y = g_hash_table_lookup (prover->levels[prover->n_levels].multipliers, &row->key);
  if (y != NULL && gp_audit_row_takes (row, y))
    gp_audit_prover_add_row (prover, row, y);
  else if (y != NULL)
    mpz_set_ui (y, 0);
  return TRUE;
}

/* ---- boxes ----------------------------------------------------------------------------------- */

/* Keeps the smallest negative d of n columns in *least (NULL: none so far). */
static void
find_least (const GpAuditProver *prover, guint first, guint n, mpz_srcptr *least)
{
  for (guint column = first; column < first + n; column++) {
    mpz_srcptr d = &prover->reduced[column];
    if (mpz_sgn (d) < 0 && (*least == NULL || mpz_cmp (d, *least) < 0) &&
        gp_audit_column_exists (prover->data, column))
      *least = d;
  }
}

/* total += d x box of the column */
static void
add_box (GpAuditProver *prover, guint column, mpz_srcptr d)
{
  if (d == NULL)
    return;
  gp_audit_box (prover->data, column, prover->side);
  mpz_addmul (prover->total, d, prover->side);
}

/* Where the first year asks for readiness its starts have a box of their own within the cell's, of
 * the schools that are ready: they count for what they gain beyond the best of the other years. */
static void
add_starts_box (GpAuditProver *prover, guint first)
{
  const GpAuditData *data = prover->data;
  guint n_ready = data->cells[gp_audit_column (data, first).cell].n_ready;
  mpz_srcptr early = NULL, later = NULL;
  for (guint p = 0; p < GP_N_PROGRAMMES; p++) {
    find_least (prover, first + p * data->n_years, 1, &early);
    find_least (prover, first + p * data->n_years + 1, data->n_years - 1, &later);
  }
  add_box (prover, first, later);
  if (early == NULL || (later != NULL && mpz_cmp (early, later) >= 0))
    return;
  mpz_addmul_ui (prover->total, early, n_ready);
  if (later != NULL)
    mpz_submul_ui (prover->total, later, n_ready);
}

/* Of columns that share a box the one with the smallest d gets all of it. */
guint
gp_audit_prover_add_box (GpAuditProver *prover, guint first)
{
  const GpAuditData *data = prover->data;
  guint n = gp_audit_box_group (data, first);
  mpz_srcptr least = NULL;
  if (data->scalars.require_ready && gp_audit_column_kind (data, first) == GP_AUDIT_COLUMN_START) {
    add_starts_box (prover, first);
    return n;
  }
  find_least (prover, first, n, &least);
  add_box (prover, first, least);
  return n;
}

/* total += min (0, d) x box, of all columns. */
static void
add_boxes (GpAuditProver *prover, mpz_srcptr change)
{
  const GpAuditData *data = prover->data;
  guint n;
  for (guint first = 0; first < gp_audit_n_columns (data); first += n) {
    n = gp_audit_box_group (data, first);
    if (mpz_sgn (change) > 0 && gp_audit_counts_change (gp_audit_column_kind (data, first)))
      gp_audit_add_change_box (data, first, n, prover->reduced, change, prover->total);
    else
      gp_audit_prover_add_box (prover, first);
  }
}

/* What a change costs in F_k: 1 where k is that priority, and what it holds it with. */
static void
weight_of_change (const GpAuditProver *prover, guint k, mpz_ptr out)
{
  mpz_set_ui (out, 0);
  if (prover->data->published == NULL)
    return;
  for (guint j = 0; j < k; j++)
    if (prover->plan->priorities[j].id == GP_PRIORITY_CHANGE)
      mpz_set (out, prover->levels[k].weights[j]);
  if (prover->plan->priorities[k].id == GP_PRIORITY_CHANGE)
    mpz_setbit (out, GP_AUDIT_MULTIPLIER_GRID);
}

/* The change is no sum of columns times numbers: it has its own boxes, and a constant. */
static void
add_all_boxes (GpAuditProver *prover, guint k)
{
  mpz_t change;
  mpz_init (change);
  weight_of_change (prover, k, change);
  add_boxes (prover, change);
  if (mpz_sgn (change) > 0)
    gp_audit_add_lost (prover->data, change, prover->total);
  mpz_clear (change);
}

/* ---- the bounds ------------------------------------------------------------------------------ */

GpAuditProver *
gp_audit_prover_new (const GpAuditData *data, const GpPlan *plan)
{
  GpAuditProver *prover = g_new0 (GpAuditProver, 1);
  guint n = gp_audit_n_columns (data);
  prover->data = data;
  prover->plan = plan;
  prover->reduced = g_new (__mpz_struct, n);
  for (guint column = 0; column < n; column++)
    mpz_init (&prover->reduced[column]);
  mpz_inits (prover->total, prover->side, NULL);
  return prover;
}

void
gp_audit_prover_free (GpAuditProver *prover)
{
  if (prover == NULL)
    return;
  for (guint column = 0; column < gp_audit_n_columns (prover->data); column++)
    mpz_clear (&prover->reduced[column]);
  g_free (prover->reduced);
  for (guint k = 0; k < GP_N_PRIORITIES && prover->levels[k].multipliers != NULL; k++) {
    g_hash_table_unref (prover->levels[k].multipliers);
    mpq_clear (prover->levels[k].bound);
    for (guint j = 0; j < GP_N_PRIORITIES; j++)
      mpz_clear (prover->levels[k].weights[j]);
  }
  mpz_clears (prover->total, prover->side, NULL);
  g_free (prover);
}

void
gp_audit_prover_clear (GpAuditProver *prover)
{
  mpz_set_ui (prover->total, 0);
  for (guint column = 0; column < gp_audit_n_columns (prover->data); column++)
    mpz_set_ui (&prover->reduced[column], 0);
}

static void
begin (GpAuditProver *prover)
{
  Level *level = &prover->levels[prover->n_levels];
  level->multipliers = gp_audit_multipliers_new ();
  mpq_init (level->bound);
  for (guint j = 0; j < GP_N_PRIORITIES; j++)
    mpz_init (level->weights[j]);
  gp_audit_prover_clear (prover);
}

gboolean
gp_audit_prove (GpAuditProver *prover, mpq_ptr bound, GCancellable *cancellable)
{
  guint k = prover->n_levels;
  g_return_val_if_fail (k < prover->plan->n_priorities, FALSE);
  begin (prover);
  gather (prover, k);
  add_objectives (prover, k);
  if (!gp_audit_write_rows (prover->data, add_row, prover, cancellable))
    return FALSE;
  add_all_boxes (prover, k);
  mpq_set_z (bound, prover->total);
  mpq_div_2exp (bound, bound, GP_AUDIT_MULTIPLIER_GRID + GP_AUDIT_GRID);
  mpq_set (prover->levels[k].bound, bound);
  prover->n_levels++;
  return TRUE;
}

/* F_k (x) - b_k, also of a plan that does not keep the earlier values. */
void
gp_audit_proof_slack (const GpAuditProver *prover, guint k, mpq_srcptr values, mpq_ptr slack)
{
  const Level *level = &prover->levels[k];
  mpq_t weight, off;
  mpq_inits (weight, off, NULL);
  mpq_sub (slack, &values[k], level->bound);
  for (guint j = 0; j < k; j++) {
    mpq_set_z (weight, level->weights[j]);
    mpq_div_2exp (weight, weight, GP_AUDIT_MULTIPLIER_GRID);
    mpq_sub (off, &values[j], prover->levels[j].bound);
    mpq_mul (off, off, weight);
    mpq_add (slack, slack, off);
  }
  mpq_clears (weight, off, NULL);
}

void
gp_audit_proof_bound (const GpAuditProver *prover, guint k, mpq_ptr bound)
{
  mpq_set (bound, prover->levels[k].bound);
}
