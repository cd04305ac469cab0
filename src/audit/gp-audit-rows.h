/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of the plain linear program of the planning model: every rule as it is written there,
 * with all variables on the left. They are written once (gp-audit-rules-*.c) and read by two: the
 * check of a whole plan, and the bound that a proof gives. */
#pragma once

#include "gp-audit-data.h"

#include <gio/gio.h>
#include <groeiplan/gp-plan.h>

G_BEGIN_DECLS

/* Which row: a rule, its variant (see GpProofRow), and where. Members that a rule does not use hold
 * GP_NONE, GP_NEED_OTHER, GP_PROGRAMME_NONE or GP_YEAR_NONE. */
typedef struct {
  GpRule rule;
  guint variant;
  guint32 board, sector, region, pin;
  GpNeed need;
  GpProgramme programme;
  GpYear year;
} GpAuditKey;

/* Clears the members that the rule does not use. */
void gp_audit_key_normalize (GpAuditKey *key);
guint gp_audit_key_hash (gconstpointer key);
gboolean gp_audit_key_equal (gconstpointer a, gconstpointer b);

typedef struct {
  guint column;
  const GpAuditNumber *coefficient; /* never zero */
} GpAuditTerm;

typedef enum { GP_AUDIT_AT_MOST, GP_AUDIT_AT_LEAST, GP_AUDIT_EQUAL } GpAuditSense;

typedef struct {
  GpAuditKey key;
  GpAuditSense sense;
  mpq_t limit;
  GArray *terms; /* of GpAuditTerm, at most one a column */
} GpAuditRow;

/* FALSE stops the writing. */
typedef gboolean (*GpAuditRowFunc) (const GpAuditRow *row, gpointer user);

/* The row being written, used again for each. */
typedef struct {
  const GpAuditData *data;
  GCancellable *cancellable;
  GpAuditRowFunc func;
  gpointer user;
  gboolean stopped;
  GpAuditRow row;
} GpAuditWriter;

/* Hands every row of the program to func. FALSE when cancelled or stopped. */
gboolean gp_audit_write_rows (const GpAuditData *data, GpAuditRowFunc func, gpointer user,
                              GCancellable *cancellable);

/* For the rules: begin a row (limit zero, no terms), add terms, end it. */
void gp_audit_row_begin (GpAuditWriter *writer, GpRule rule, guint variant, GpAuditSense sense);
void gp_audit_row_add (GpAuditWriter *writer, guint column, const GpAuditNumber *coefficient);
void gp_audit_row_end (GpAuditWriter *writer);

void gp_audit_write_starts (GpAuditWriter *writer);
void gp_audit_write_partners (GpAuditWriter *writer);
void gp_audit_write_experts (GpAuditWriter *writer);

G_END_DECLS
