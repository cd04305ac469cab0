/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Exact numbers: making, keeping and rounding them. */
#include "gp-audit-number.h"

static void
number_free (gpointer data)
{
  GpAuditNumber *number = data;
  mpq_clear (number->value);
  mpz_clears (number->low, number->high, NULL);
  g_free (number);
}

GPtrArray *
gp_audit_numbers_new (void)
{
  return g_ptr_array_new_with_free_func (number_free);
}

const GpAuditNumber *
gp_audit_numbers_add (GPtrArray *pool, mpq_srcptr value)
{
  GpAuditNumber *number = g_new (GpAuditNumber, 1);
  mpq_init (number->value);
  mpz_inits (number->low, number->high, NULL);
  mpq_set (number->value, value);
  gp_audit_floor (number->low, value);
  gp_audit_ceil (number->high, value);
  g_ptr_array_add (pool, number);
  return number;
}

const GpAuditNumber *
gp_audit_numbers_add_negated (GPtrArray *pool, mpq_srcptr value)
{
  mpq_t negated;
  mpq_init (negated);
  mpq_neg (negated, value);
  const GpAuditNumber *number = gp_audit_numbers_add (pool, negated);
  mpq_clear (negated);
  return number;
}

mpq_ptr
gp_audit_rationals_new (guint n)
{
  mpq_ptr rationals = g_new (__mpq_struct, n);
  for (guint i = 0; i < n; i++)
    mpq_init (&rationals[i]);
  return rationals;
}

void
gp_audit_rationals_free (mpq_ptr rationals, guint n)
{
  if (rationals == NULL)
    return;
  for (guint i = 0; i < n; i++)
    mpq_clear (&rationals[i]);
  g_free (rationals);
}

void
gp_audit_set_decimal (mpq_ptr out, GpDecimal value)
{
  mpz_set_si (mpq_numref (out), value.units);
  mpz_ui_pow_ui (mpq_denref (out), 10, value.scale);
  mpq_canonicalize (out);
}

void
gp_audit_floor (mpz_ptr out, mpq_srcptr value)
{
  mpz_mul_2exp (out, mpq_numref (value), GP_AUDIT_GRID);
  mpz_fdiv_q (out, out, mpq_denref (value));
}

void
gp_audit_ceil (mpz_ptr out, mpq_srcptr value)
{
  mpz_mul_2exp (out, mpq_numref (value), GP_AUDIT_GRID);
  mpz_cdiv_q (out, out, mpq_denref (value));
}

void
gp_audit_ceil_whole (mpz_ptr out, mpq_srcptr value)
{
  mpz_cdiv_q (out, mpq_numref (value), mpq_denref (value));
}

void
gp_audit_raise (mpq_ptr value, mpq_srcptr least)
{
  if (mpq_cmp (value, least) < 0)
    mpq_set (value, least);
}
