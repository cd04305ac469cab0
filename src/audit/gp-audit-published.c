/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The priority `change` in exact arithmetic. */
#include "gp-audit-published.h"

#include <stdlib.h>

gboolean
gp_audit_counts_change (GpAuditColumnKind kind)
{
  return kind == GP_AUDIT_COLUMN_START || kind == GP_AUDIT_COLUMN_PARTNER ||
         kind == GP_AUDIT_COLUMN_TRAINING;
}

/* ---- the published plan ---------------------------------------------------------------------- */

static gint64
add_hundredths (gint64 a, gint64 b)
{
  return b > G_MAXINT64 - a ? G_MAXINT64 : a + b;
}

static void
add_lost_row (GpAuditPublished *p, gint64 hundredths)
{
  mpq_t amount;
  mpq_init (amount);
  mpq_set_si (amount, hundredths, 100);
  mpq_canonicalize (amount);
  mpq_add (p->lost, p->lost, amount);
  mpq_clear (amount);
}

static void
read_kind (GpAuditPublished *p, const GpAuditData *data, const GpPlan *published,
           GpPlanRowKind kind)
{
  guint n;
  const GpPlanRow *rows = gp_plan_rows (published, GP_PART_WHOLE, kind, &n);
  for (guint i = 0; i < n; i++) {
    if (rows[i].hundredths <= 0 || rows[i].year < data->project->plan_from ||
        rows[i].year > data->project->last_year)
      continue;
    guint column = gp_audit_find_column (data, &rows[i]);
    if (column == GP_NONE)
      add_lost_row (p, rows[i].hundredths);
    else
      p->hundredths[column] = add_hundredths (p->hundredths[column], rows[i].hundredths);
  }
}

void
gp_audit_data_set_published (GpAuditData *data, const GpPlan *published)
{
  GpAuditPublished *p = g_new0 (GpAuditPublished, 1);
  p->hundredths = g_new0 (gint64, gp_audit_n_columns (data));
  mpq_init (p->lost);
  read_kind (p, data, published, GP_ROW_START);
  read_kind (p, data, published, GP_ROW_PARTNER);
  read_kind (p, data, published, GP_ROW_TRAINING);
  gp_audit_published_free (data->published);
  data->published = p;
}

void
gp_audit_published_free (GpAuditPublished *p)
{
  if (p == NULL)
    return;
  g_free (p->hundredths);
  mpq_clear (p->lost);
  g_free (p);
}

/* ---- the change of a plan -------------------------------------------------------------------- */

void
gp_audit_change (const GpAuditDecisions *d, mpq_ptr out)
{
  const GpAuditPublished *p = d->data->published;
  mpq_t is, was;
  mpq_inits (is, was, NULL);
  mpq_set (out, p->lost);
  for (guint column = 0; column < gp_audit_n_columns (d->data); column++) {
    if (!gp_audit_counts_change (gp_audit_column_kind (d->data, column)) ||
        d->hundredths[column] == p->hundredths[column])
      continue;
    mpq_set_si (is, d->hundredths[column], 100);
    mpq_set_si (was, p->hundredths[column], 100);
    mpq_canonicalize (is);
    mpq_canonicalize (was);
    mpq_sub (is, is, was);
    mpq_abs (is, is);
    mpq_add (out, out, is);
  }
  mpq_clears (is, was, NULL);
}

/* ---- boxes ----------------------------------------------------------------------------------- */

/* A stretch of a column: so many hundredths, each at a hundredth of the slope. */
typedef struct {
  mpz_t slope;
  gint64 length; /* -1: without end */
  gboolean early;
} Stretch;

static int
by_slope (const void *a, const void *b)
{
  return mpz_cmp (((const Stretch *)a)->slope, ((const Stretch *)b)->slope);
}

static void
add_stretch (Stretch *stretches, guint *n, mpz_srcptr d, mpz_srcptr unit, gint64 length,
             gboolean early)
{
  Stretch *s = &stretches[(*n)++];
  mpz_init (s->slope);
  if (length < 0)
    mpz_add (s->slope, d, unit);
  else
    mpz_sub (s->slope, d, unit);
  s->length = length;
  s->early = early;
}

/* Takes of the stretch what the rooms leave (hundredths); sum += slope x that. */
static void
take (const Stretch *s, mpz_ptr room, mpz_ptr early_room, mpz_ptr sum)
{
  mpz_t taken;
  mpz_init_set (taken, room);
  if (s->early && mpz_cmp (early_room, taken) < 0)
    mpz_set (taken, early_room);
  if (s->length >= 0 && mpz_cmp_si (taken, s->length) > 0)
    mpz_set_si (taken, s->length);
  mpz_addmul (sum, s->slope, taken);
  mpz_sub (room, room, taken);
  if (s->early)
    mpz_sub (early_room, early_room, taken);
  mpz_clear (taken);
}

/* The sum of the negative stretches, in their order; they are cleared. */
static void
take_all (const GpAuditData *data, guint first, Stretch *stretches, guint n, mpz_ptr sum)
{
  mpz_t room, early_room;
  mpz_inits (room, early_room, NULL);
  gp_audit_box (data, first, room);
  mpz_mul_ui (room, room, 100);
  if (gp_audit_column_kind (data, first) == GP_AUDIT_COLUMN_START)
    mpz_set_ui (early_room, 100ul * data->cells[gp_audit_column (data, first).cell].n_ready);
  qsort (stretches, n, sizeof *stretches, by_slope);
  for (guint i = 0; i < n; i++) {
    if (mpz_sgn (stretches[i].slope) < 0)
      take (&stretches[i], room, early_room, sum);
    mpz_clear (stretches[i].slope);
  }
  mpz_clears (room, early_room, NULL);
}

void
gp_audit_add_change_box (const GpAuditData *data, guint first, guint n, const __mpz_struct *reduced,
                         mpz_srcptr weight, mpz_ptr total)
{
  const GpAuditPublished *p = data->published;
  g_autofree Stretch *stretches = g_new (Stretch, 2 * n);
  guint n_stretches = 0;
  gboolean ready_rule =
      data->scalars.require_ready && gp_audit_column_kind (data, first) == GP_AUDIT_COLUMN_START;
  mpz_t unit, sum;
  mpz_inits (unit, sum, NULL);
  mpz_mul_2exp (unit, weight, GP_AUDIT_GRID);
  for (guint column = first; column < first + n; column++) {
    gboolean early = ready_rule && (column - first) % data->n_years == 0;
    if (!gp_audit_column_exists (data, column))
      continue;
    mpz_addmul_ui (sum, unit, (gulong)p->hundredths[column]); /* at x = 0 */
    if (p->hundredths[column] > 0)
      add_stretch (stretches, &n_stretches, &reduced[column], unit, p->hundredths[column], early);
    add_stretch (stretches, &n_stretches, &reduced[column], unit, -1, early);
  }
  take_all (data, first, stretches, n_stretches, sum);
  mpz_fdiv_q_ui (sum, sum, 100);
  mpz_add (total, total, sum);
  mpz_clears (unit, sum, NULL);
}

void
gp_audit_add_lost (const GpAuditData *data, mpz_srcptr weight, mpz_ptr total)
{
  mpz_t lost;
  mpz_init (lost);
  gp_audit_floor (lost, data->published->lost);
  mpz_addmul (total, lost, weight);
  mpz_clear (lost);
}
