/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Multipliers of a proof: doubles put on the grid of 2^-GP_AUDIT_MULTIPLIER_GRID, and tables of
 * them by row. Any multipliers will do for a proof, so that rounding to the grid costs no truth. */
#pragma once

#include "gp-audit-rows.h"

G_BEGIN_DECLS

#define GP_AUDIT_MULTIPLIER_GRID 80

/* FALSE when the value is zero on the grid, no number, or beyond all sense. */
gboolean gp_audit_multiplier_set (mpz_ptr out, double value);
/* out = a x b, on the grid. */
void gp_audit_multiplier_times (mpz_ptr out, mpz_srcptr a, mpz_srcptr b);

/* A table of GpAuditKey -> mpz. */
GHashTable *gp_audit_multipliers_new (void);
/* Adds the row's to what the table has for its key. */
void gp_audit_multipliers_add (GHashTable *table, const GpProject *project, const GpProofRow *row);
/* table += multiple x other */
void gp_audit_multipliers_add_table (GHashTable *table, GHashTable *other, mpz_srcptr multiple);

G_END_DECLS
