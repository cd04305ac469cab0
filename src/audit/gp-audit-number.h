/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Exact numbers of the audit: GMP rationals, and the grid on which a proof is added up.
 *
 * A rational can be put on the grid of multiples of 2^-GP_AUDIT_GRID only by rounding; a number
 * therefore carries both neighbours, and whoever proves something takes the one that makes the
 * proof weaker, never stronger. */
#pragma once

#include <gmp.h>
#include <groeiplan/gp-decimal.h>

G_BEGIN_DECLS

#define GP_AUDIT_GRID 96

typedef struct {
  mpq_t value;
  mpz_t low, high; /* value x 2^GP_AUDIT_GRID, rounded down and up */
} GpAuditNumber;

/* A pool of numbers that live as long as it does. */
GPtrArray *gp_audit_numbers_new (void);
const GpAuditNumber *gp_audit_numbers_add (GPtrArray *pool, mpq_srcptr value);
const GpAuditNumber *gp_audit_numbers_add_negated (GPtrArray *pool, mpq_srcptr value);

/* n rationals, all zero. */
mpq_ptr gp_audit_rationals_new (guint n);
void gp_audit_rationals_free (mpq_ptr rationals, guint n);

void gp_audit_set_decimal (mpq_ptr out, GpDecimal value);
void gp_audit_floor (mpz_ptr out, mpq_srcptr value); /* to the grid */
void gp_audit_ceil (mpz_ptr out, mpq_srcptr value);
void gp_audit_ceil_whole (mpz_ptr out, mpq_srcptr value); /* to a whole number */
void gp_audit_raise (mpq_ptr value, mpq_srcptr least);    /* value = max (value, least) */

G_END_DECLS
