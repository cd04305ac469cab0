/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Stated figures: amounts that the plan tells although they follow from its decisions. Each must be
 * the exact one rounded to 1/100, so at most 1/200 off; a delay that is whole must be exact. A
 * figure that is not stated counts as zero. */
#include "gp-audit-decisions.h"

#include <glib/gi18n-lib.h>

typedef struct {
  const GpAuditData *data;
  GpAuditReport *report;
  GpAuditReportLine *line;
  mpq_t slack, off;
} Figures;

static void
find_slack (Figures *f, gint64 stated, mpq_srcptr exact, gboolean whole_is_exact)
{
  mpq_set_si (f->off, stated, 100);
  mpq_canonicalize (f->off);
  mpq_sub (f->off, f->off, exact);
  mpq_abs (f->off, f->off);
  if (whole_is_exact && mpz_cmp_ui (mpq_denref (exact), 1) == 0)
    mpq_set_ui (f->slack, 0, 1);
  else
    mpq_set_ui (f->slack, 1, 200);
  mpq_sub (f->slack, f->slack, f->off);
}

static void
note (Figures *f, GpAuditReportLine *line, const GpAuditKey *key, const char *what)
{
  if (!gp_audit_report_count (line, f->slack))
    return;
  g_autofree char *where = gp_audit_where (f->data, key);
  gp_audit_report_note (f->report, line, f->slack, where, what);
}

static GpAuditKey
key_of (const GpAuditData *data, guint year)
{
  return (GpAuditKey){.rule = GP_RULE_STOCK,
                      .board = GP_NONE,
                      .sector = GP_NONE,
                      .region = GP_NONE,
                      .pin = GP_NONE,
                      .programme = GP_PROGRAMME_NONE,
                      .year = gp_audit_year (data, year)};
}

/* Also a rule, so also on its own line. */
static void
check_stock (Figures *f, const GpAuditDecisions *d, guint32 board, guint year)
{
  GpAuditKey key = key_of (f->data, year);
  guint column = gp_audit_by_board (f->data, GP_AUDIT_COLUMN_STOCK, board, year);
  key.board = board;
  find_slack (f, d->hundredths[column], &d->stock[column - f->data->first[GP_AUDIT_COLUMN_STOCK]],
              FALSE);
  note (f, f->line, &key, _ ("The plan states another number of verandercoaches"));
  note (f, gp_audit_report_rule (f->report, GP_RULE_STOCK), &key, gp_audit_what (GP_RULE_STOCK, 0));
}

static void
check_delay (Figures *f, const GpAuditDecisions *d, GpProgramme programme, guint year)
{
  GpAuditKey key = key_of (f->data, year);
  guint column = gp_audit_delay (f->data, programme, year);
  key.programme = programme;
  find_slack (f, d->hundredths[column], &d->delay[column - f->data->first[GP_AUDIT_COLUMN_DELAY]],
              TRUE);
  note (f, f->line, &key, _ ("The plan states another delay"));
}

static void
check_region (Figures *f, const GpAuditDecisions *d, guint32 region, guint year)
{
  GpAuditKey key = key_of (f->data, year);
  guint i = region * f->data->n_years + year;
  key.region = region;
  find_slack (f, d->available[i], &d->available_exact[i], FALSE);
  note (f, f->line, &key, _ ("The plan states other expert days available"));
  find_slack (f, d->used[i], &d->used_exact[i], FALSE);
  note (f, f->line, &key, _ ("The plan states other expert days used"));
}

void
gp_audit_check_figures (const GpAuditDecisions *d, GpAuditReport *report)
{
  const GpAuditData *data = d->data;
  Figures f = {.data = data, .report = report, .line = gp_audit_report_line (report, "figures")};
  mpq_inits (f.slack, f.off, NULL);
  for (guint y = 0; y < data->n_years; y++) {
    for (guint i = 0; i < data->n_coached_boards; i++)
      check_stock (&f, d, data->coached_boards[i], y);
    for (guint p = 0; p < GP_N_PROGRAMMES; p++)
      check_delay (&f, d, (GpProgramme)p, y);
    for (guint32 r = 0; r < data->n_regions; r++)
      check_region (&f, d, r, y);
  }
  mpq_clears (f.slack, f.off, NULL);
}
