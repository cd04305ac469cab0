/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What each decision counts for in a priority, all minimised. */
#include "gp-audit-data.h"

/* Minus average pupils x weight of the need x years from the start to the last. */
static void
reach (const GpAuditData *data, const GpAuditColumn *c, mpq_ptr out)
{
  const GpAuditCell *cell = &data->cells[c->cell];
  if (cell->n_counted == 0)
    return;
  mpq_set_ui (out, (unsigned long)cell->pupils, cell->n_counted);
  mpq_canonicalize (out);
  mpz_mul_ui (mpq_numref (out), mpq_numref (out), data->n_years - c->year);
  mpq_canonicalize (out);
  mpq_mul (out, out, data->scalars.weight[cell->need]);
  mpq_neg (out, out);
}

/* All support days of a start that fall within the plan, as if experts gave them. */
static void
cost_of_start (const GpAuditData *data, const GpAuditColumn *c, mpq_ptr out)
{
  const GpAuditSector *sector = &data->sectors[data->cells[c->cell].sector];
  for (guint k = 0; k < sector->n_support && c->year + k < data->n_years; k++)
    mpq_add (out, out, sector->support[k]->value);
  mpq_mul (out, out, data->scalars.cost_expert);
}

static void
cost (const GpAuditData *data, const GpAuditColumn *c, mpq_ptr out)
{
  const GpAuditScalars *s = &data->scalars;
  switch (c->kind) {
  case GP_AUDIT_COLUMN_START:
    cost_of_start (data, c, out);
    break;
  case GP_AUDIT_COLUMN_PARTNER:
    mpq_set (out, s->cost_partnership);
    break;
  case GP_AUDIT_COLUMN_TRAINING:
    mpq_set (out, s->cost_training);
    break;
  case GP_AUDIT_COLUMN_COACH_DAYS:
    mpq_sub (out, s->cost_coach, s->cost_expert);
    break;
  case GP_AUDIT_COLUMN_HIRE:
    mpq_set (out, s->cost_hire);
    break;
  case GP_AUDIT_COLUMN_LENDING:
    mpq_set (out, s->cost_lent);
    break;
  case GP_AUDIT_COLUMN_OVERLOAD:
    mpq_set (out, s->cost_overload);
    break;
  default:
    break;
  }
}

gboolean
gp_audit_objective (const GpAuditData *data, GpPriorityId id, guint column, mpq_ptr out)
{
  GpAuditColumn c = gp_audit_column (data, column);
  mpq_set_ui (out, 0, 1);
  if (id == GP_PRIORITY_OVERLOAD && c.kind == GP_AUDIT_COLUMN_OVERLOAD)
    mpq_set_ui (out, 1, 1);
  else if (id == GP_PRIORITY_GROEIKRACHT_DELAY && c.programme == GP_PROGRAMME_GROEIKRACHT &&
           c.kind == GP_AUDIT_COLUMN_DELAY)
    mpq_set_ui (out, 1, 1);
  else if (id == GP_PRIORITY_REGULAR_DELAY && c.programme == GP_PROGRAMME_REGULAR &&
           c.kind == GP_AUDIT_COLUMN_DELAY)
    mpq_set_ui (out, 1, 1);
  else if (id == GP_PRIORITY_REACH && c.kind == GP_AUDIT_COLUMN_START)
    reach (data, &c, out);
  else if (id == GP_PRIORITY_COST)
    cost (data, &c, out);
  return mpq_sgn (out) != 0;
}
