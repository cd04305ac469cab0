/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows: their keys, and the writer that hands them out one by one. */
#include "gp-audit-rows.h"

/* ---- keys ------------------------------------------------------------------------------------ */

enum { BOARD = 1, SECTOR = 2, REGION = 4, NEED = 8, PROGRAMME = 16, YEAR = 32, PIN = 64 };

static guint
members (GpRule rule, guint variant)
{
  switch (rule) {
  case GP_RULE_SUPPLY:
  case GP_RULE_READINESS:
    return BOARD | SECTOR | REGION | NEED;
  case GP_RULE_COHORT:
    return PROGRAMME | YEAR;
  case GP_RULE_SECTOR_SHARE:
    return SECTOR | YEAR;
  case GP_RULE_HANDOVER:
    return BOARD | REGION | YEAR;
  case GP_RULE_COACH_CAPACITY:
  case GP_RULE_STOCK:
  case GP_RULE_POOL:
    return BOARD | YEAR;
  case GP_RULE_PARTNER_ROOM:
    return variant == 0 ? BOARD | YEAR : BOARD;
  case GP_RULE_HIRING:
    return variant == 0 ? REGION | YEAR : YEAR;
  case GP_RULE_EXPERT_DAYS:
    return REGION | YEAR;
  case GP_RULE_PINS:
    return PIN;
  default:
    return YEAR;
  }
}

void
gp_audit_key_normalize (GpAuditKey *key)
{
  guint used = members (key->rule, key->variant);
  key->board = used & BOARD ? key->board : GP_NONE;
  key->sector = used & SECTOR ? key->sector : GP_NONE;
  key->region = used & REGION ? key->region : GP_NONE;
  key->need = used & NEED ? key->need : GP_NEED_OTHER;
  key->programme = used & PROGRAMME ? key->programme : GP_PROGRAMME_NONE;
  key->year = used & YEAR ? key->year : GP_YEAR_NONE;
  key->pin = used & PIN ? key->pin : GP_NONE;
}

guint
gp_audit_key_hash (gconstpointer data)
{
  const GpAuditKey *key = data;
  guint hash = (guint)key->rule * 4 + key->variant;
  hash = hash * 31 + key->board;
  hash = hash * 31 + key->sector;
  hash = hash * 31 + key->region;
  hash = hash * 31 + key->pin;
  hash = hash * 31 + (guint)key->need * 4 + (guint)(key->programme + 1);
  return hash * 31 + (guint)key->year;
}

gboolean
gp_audit_key_equal (gconstpointer a, gconstpointer b)
{
  const GpAuditKey *p = a, *q = b;
  return p->rule == q->rule && p->variant == q->variant && p->board == q->board &&
         p->sector == q->sector && p->region == q->region && p->pin == q->pin &&
         p->need == q->need && p->programme == q->programme && p->year == q->year;
}

/* ---- writing --------------------------------------------------------------------------------- */

void
gp_audit_row_begin (GpAuditWriter *writer, GpRule rule, guint variant, GpAuditSense sense)
{
  writer->row.key = (GpAuditKey){.rule = rule,
                                 .variant = variant,
                                 .board = GP_NONE,
                                 .sector = GP_NONE,
                                 .region = GP_NONE,
                                 .pin = GP_NONE,
                                 .need = GP_NEED_OTHER,
                                 .programme = GP_PROGRAMME_NONE,
                                 .year = GP_YEAR_NONE};
  writer->row.sense = sense;
  mpq_set_ui (writer->row.limit, 0, 1);
  g_array_set_size (writer->row.terms, 0);
}

void
gp_audit_row_add (GpAuditWriter *writer, guint column, const GpAuditNumber *coefficient)
{
  GpAuditTerm term = {column, coefficient};
  if (mpq_sgn (coefficient->value) != 0)
    g_array_append_val (writer->row.terms, term);
}

void
gp_audit_row_end (GpAuditWriter *writer)
{
  if (writer->stopped || g_cancellable_is_cancelled (writer->cancellable))
    writer->stopped = TRUE;
  else
    writer->stopped = !writer->func (&writer->row, writer->user);
}

gboolean
gp_audit_write_rows (const GpAuditData *data, GpAuditRowFunc func, gpointer user,
                     GCancellable *cancellable)
{
  void (*const parts[]) (GpAuditWriter *) = {gp_audit_write_starts, gp_audit_write_partners,
                                             gp_audit_write_experts};
  GpAuditWriter writer = {.data = data, .cancellable = cancellable, .func = func, .user = user};
  mpq_init (writer.row.limit);
  writer.row.terms = g_array_new (FALSE, FALSE, sizeof (GpAuditTerm));
  for (guint i = 0; i < G_N_ELEMENTS (parts) && !writer.stopped; i++)
    parts[i](&writer);
  mpq_clear (writer.row.limit);
  g_array_unref (writer.row.terms);
  return !writer.stopped;
}
