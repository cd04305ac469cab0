/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables of multipliers; see the header. */
#include "gp-audit-multipliers.h"

#include <math.h>

gboolean
gp_audit_multiplier_set (mpz_ptr out, double value)
{
  if (!isfinite (value) || fabs (value) > 1e100)
    return FALSE;
  mpz_set_d (out, ldexp (value, GP_AUDIT_MULTIPLIER_GRID));
  return mpz_sgn (out) != 0;
}

void
gp_audit_multiplier_times (mpz_ptr out, mpz_srcptr a, mpz_srcptr b)
{
  mpz_mul (out, a, b);
  mpz_tdiv_q_2exp (out, out, GP_AUDIT_MULTIPLIER_GRID);
}

static void
multiplier_free (gpointer data)
{
  mpz_clear ((mpz_ptr)data);
  g_free (data);
}

GHashTable *
gp_audit_multipliers_new (void)
{
  return g_hash_table_new_full (gp_audit_key_hash, gp_audit_key_equal, g_free, multiplier_free);
}

static void
add_to (GHashTable *table, const GpAuditKey *key, mpz_srcptr value)
{
  mpz_ptr sum = g_hash_table_lookup (table, key);
  if (sum == NULL) {
    sum = g_new (__mpz_struct, 1);
    mpz_init (sum);
    g_hash_table_insert (table, g_memdup2 (key, sizeof *key), sum);
  }
  mpz_add (sum, sum, value);
}

static guint32
find_code (const GpProject *project, GpTableId table, const char *code)
{
  return code == NULL || *code == '\0' ? GP_NONE : gp_project_find (project, table, code);
}

void
gp_audit_multipliers_add (GHashTable *table, const GpProject *project, const GpProofRow *row)
{
  if (row->rule < GP_RULE_SUPPLY || row->rule >= GP_N_RULES)
    return;
  GpAuditKey key = {.rule = row->rule,
                    .variant = row->variant,
                    .board = find_code (project, GP_TABLE_BOARDS, row->board),
                    .sector = find_code (project, GP_TABLE_SECTORS, row->sector),
                    .region = find_code (project, GP_TABLE_REGIONS, row->region),
                    .pin = row->pin,
                    .need = row->need,
                    .programme = row->programme,
                    .year = row->year};
  mpz_t value;
  mpz_init (value);
  if (gp_audit_multiplier_set (value, row->value)) {
    gp_audit_key_normalize (&key);
    add_to (table, &key, value);
  }
  mpz_clear (value);
}

void
gp_audit_multipliers_add_table (GHashTable *table, GHashTable *other, mpz_srcptr multiple)
{
  GHashTableIter iter;
  gpointer key, value;
  mpz_t product;
  mpz_init (product);
  g_hash_table_iter_init (&iter, other);
  while (g_hash_table_iter_next (&iter, &key, &value)) {
    gp_audit_multiplier_times (product, value, multiple);
    add_to (table, key, product);
  }
  mpz_clear (product);
}
