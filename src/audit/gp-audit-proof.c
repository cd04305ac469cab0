/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A lower bound from multipliers, safe against rounding.
 *
 * For the k-th priority, with objective f_k and earlier priorities f_j <= v_j (their relaxed
 * values), any multipliers y on the rows a x >= b (y >= 0), a x <= b (y <= 0) or a x = b, and any
 * held_j >= 0, give for every plan x
 *
 *   f_k(x) >= f_k(x) + sum held_j (f_j(x) - v_j) - sum y (a x - b)
 *          =  sum y b - sum held_j v_j + sum over columns of d x,   d = c_k + sum held_j c_j - sum
 * y a
 *          >= sum y b - sum held_j v_j + sum over boxes of min (0, smallest d in it) x box
 *
 * with the boxes of gp-audit-boxes.c, each around one column or around the sum of several. Nothing
 * about where y came from matters: good multipliers give a good bound, wrong ones a useless bound,
 * none a false one. A multiplier of the wrong sign counts as zero; one on a row that the program
 * does not have, or that is no number, is not used.
 *
 * Speed: the multipliers, doubles, are first put on the grid of 2^-80 (any multipliers will do, so
 * that costs no truth), coefficients and limits are taken from the grid of 2^-96 on the side that
 * makes the bound smaller, and all sums are integers in units of 2^-176: no fractions to reduce,
 * and nothing is rounded after that. Exact rationals for some 300,000 coefficients would be ten
 * times slower and change the bound by nothing anyone could see. */
#include "gp-audit-proof.h"

#include <math.h>

#define MULTIPLIER_GRID 80

typedef struct {
  const GpAuditData *data;
  GHashTable *multipliers; /* GpAuditKey -> mpz, on the grid */
  __mpz_struct *reduced;   /* d, by column */
  mpz_t total, side;
} Proof;

/* ---- multipliers ----------------------------------------------------------------------------- */

/* Puts a multiplier on its grid; FALSE when it is zero there, no number, or beyond all sense. */
static gboolean
to_grid (double value, mpz_ptr out)
{
  if (!isfinite (value) || fabs (value) > 1e100)
    return FALSE;
  mpz_set_d (out, ldexp (value, MULTIPLIER_GRID));
  return mpz_sgn (out) != 0;
}

static guint32
find_code (const GpAuditData *data, GpTableId table, const char *code)
{
  return code == NULL || *code == '\0' ? GP_NONE : gp_project_find (data->project, table, code);
}

static void
multiplier_free (gpointer data)
{
  mpz_clear ((mpz_ptr)data);
  g_free (data);
}

static void
add_multiplier (Proof *proof, const GpProofRow *row)
{
  if (row->rule < GP_RULE_SUPPLY || row->rule >= GP_N_RULES)
    return;
  GpAuditKey key = {.rule = row->rule,
                    .variant = row->variant,
                    .board = find_code (proof->data, GP_TABLE_BOARDS, row->board),
                    .sector = find_code (proof->data, GP_TABLE_SECTORS, row->sector),
                    .region = find_code (proof->data, GP_TABLE_REGIONS, row->region),
                    .pin = row->pin,
                    .need = row->need,
                    .programme = row->programme,
                    .year = row->year};
  mpz_ptr value = g_new (__mpz_struct, 1);
  mpz_init (value);
  if (to_grid (row->value, value)) {
    gp_audit_key_normalize (&key);
    g_hash_table_replace (proof->multipliers, g_memdup2 (&key, sizeof key), value);
  } else
    multiplier_free (value);
}

/* ---- sums ------------------------------------------------------------------------------------ */

/* d += weight x the smaller neighbour of each coefficient; weight >= 0. */
static void
add_objective (Proof *proof, GpPriorityId id, mpz_srcptr weight)
{
  mpq_t coefficient;
  mpq_init (coefficient);
  for (guint column = 0; column < gp_audit_n_columns (proof->data); column++)
    if (gp_audit_objective (proof->data, id, column, coefficient)) {
      gp_audit_floor (proof->side, coefficient);
      mpz_addmul (&proof->reduced[column], proof->side, weight);
    }
  mpq_clear (coefficient);
}

static void
add_objectives (Proof *proof, const GpPlan *plan, guint k)
{
  mpz_t weight;
  mpz_init_set_ui (weight, 1);
  mpz_mul_2exp (weight, weight, MULTIPLIER_GRID);
  add_objective (proof, plan->priorities[k].id, weight);
  for (guint j = 0; j < k; j++)
    if (plan->priorities[k].held[j] > 0 && to_grid (plan->priorities[k].held[j], weight))
      add_objective (proof, plan->priorities[j].id, weight);
  mpz_clear (weight);
}

/* v_j, minimised. */
static void
relaxed_value (const GpPlanPriority *priority, mpq_ptr out)
{
  mpq_set_d (out, priority->id == GP_PRIORITY_REACH ? -priority->relaxed : priority->relaxed);
}

/* total -= held_j x v_j. FALSE when such a value is no number. */
static gboolean
subtract_held (Proof *proof, const GpPlan *plan, guint k)
{
  gboolean usable = TRUE;
  mpz_t weight;
  mpq_t value;
  mpz_init (weight);
  mpq_init (value);
  for (guint j = 0; j < k && usable; j++) {
    if (!(plan->priorities[k].held[j] > 0) || !to_grid (plan->priorities[k].held[j], weight))
      continue;
    usable = isfinite (plan->priorities[j].relaxed);
    if (!usable)
      continue;
    relaxed_value (&plan->priorities[j], value);
    gp_audit_ceil (proof->side, value);
    mpz_submul (proof->total, proof->side, weight);
  }
  mpz_clear (weight);
  mpq_clear (value);
  return usable;
}

/* total += y b; d -= y a: each time with the neighbour that makes the result smaller. */
static gboolean
add_row (const GpAuditRow *row, gpointer user)
{
  Proof *proof = user;
  mpz_srcptr y = g_hash_table_lookup (proof->multipliers, &row->key);
  int sign = y == NULL ? 0 : mpz_sgn (y);
  if (sign == 0 || (sign < 0 && row->sense == GP_AUDIT_AT_LEAST) ||
      (sign > 0 && row->sense == GP_AUDIT_AT_MOST))
    return TRUE;
  if (sign > 0)
    gp_audit_floor (proof->side, row->limit);
  else
    gp_audit_ceil (proof->side, row->limit);
  mpz_addmul (proof->total, proof->side, y);
  for (guint i = 0; i < row->terms->len; i++) {
    const GpAuditTerm *term = &g_array_index (row->terms, GpAuditTerm, i);
    mpz_submul (&proof->reduced[term->column], y,
                sign > 0 ? term->coefficient->high : term->coefficient->low);
  }
  return TRUE;
}

/* The columns from first on that share one box; the one with the smallest d gets all of it. */
static guint
smallest_of_group (const Proof *proof, guint first, guint n)
{
  guint smallest = GP_NONE;
  for (guint column = first; column < first + n; column++)
    if (mpz_sgn (&proof->reduced[column]) < 0 && gp_audit_column_exists (proof->data, column) &&
        (smallest == GP_NONE || mpz_cmp (&proof->reduced[column], &proof->reduced[smallest]) < 0))
      smallest = column;
  return smallest;
}

/* total += min (0, d) x box */
static void
add_boxes (Proof *proof)
{
  guint n;
  for (guint first = 0; first < gp_audit_n_columns (proof->data); first += n) {
    n = gp_audit_box_group (proof->data, first);
    guint column = smallest_of_group (proof, first, n);
    if (column == GP_NONE)
      continue;
    gp_audit_box (proof->data, column, proof->side);
    mpz_addmul (proof->total, &proof->reduced[column], proof->side);
  }
}

/* ---- the bound ------------------------------------------------------------------------------- */

static void
proof_init (Proof *proof, const GpAuditData *data)
{
  guint n = gp_audit_n_columns (data);
  proof->data = data;
  proof->multipliers =
      g_hash_table_new_full (gp_audit_key_hash, gp_audit_key_equal, g_free, multiplier_free);
  proof->reduced = g_new (__mpz_struct, n);
  for (guint column = 0; column < n; column++)
    mpz_init (&proof->reduced[column]);
  mpz_inits (proof->total, proof->side, NULL);
}

static void
proof_clear (Proof *proof)
{
  for (guint column = 0; column < gp_audit_n_columns (proof->data); column++)
    mpz_clear (&proof->reduced[column]);
  g_free (proof->reduced);
  g_hash_table_unref (proof->multipliers);
  mpz_clears (proof->total, proof->side, NULL);
}

GpAuditProof
gp_audit_prove (const GpAuditData *data, const GpPlan *plan, guint k, mpq_ptr bound,
                GCancellable *cancellable)
{
  GpAuditProof result = GP_AUDIT_NOTHING_PROVEN;
  Proof proof;
  proof_init (&proof, data);
  for (guint i = 0; i < plan->priorities[k].n_proof; i++)
    add_multiplier (&proof, &plan->priorities[k].proof[i]);
  add_objectives (&proof, plan, k);
  if (!gp_audit_write_rows (data, add_row, &proof, cancellable))
    result = GP_AUDIT_STOPPED;
  else if (subtract_held (&proof, plan, k)) {
    add_boxes (&proof);
    result = GP_AUDIT_PROVEN;
    mpq_set_z (bound, proof.total);
    mpq_div_2exp (bound, bound, MULTIPLIER_GRID + GP_AUDIT_GRID);
  }
  proof_clear (&proof);
  return result;
}

/* The bound says f_k + sum held_j (f_j - v_j) >= bound of every plan, also of one that does not
 * keep the earlier values. */
void
gp_audit_proof_slack (const GpPlan *plan, guint k, mpq_srcptr bound, mpq_ptr values, mpq_ptr slack)
{
  mpz_t weight;
  mpq_t held, off;
  mpz_init (weight);
  mpq_inits (held, off, NULL);
  mpq_sub (slack, &values[k], bound);
  for (guint j = 0; j < k; j++) {
    if (!(plan->priorities[k].held[j] > 0) || !to_grid (plan->priorities[k].held[j], weight))
      continue;
    mpq_set_z (held, weight);
    mpq_div_2exp (held, held, MULTIPLIER_GRID);
    relaxed_value (&plan->priorities[j], off);
    mpq_sub (off, &values[j], off);
    mpq_mul (off, off, held);
    mpq_add (slack, slack, off);
  }
  mpz_clear (weight);
  mpq_clears (held, off, NULL);
}
