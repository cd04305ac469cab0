/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rules about expert coaches: hiring (12) and expert days (13). */
#include "gp-audit-rows.h"

static void
write_hired (GpAuditWriter *w, guint32 region, guint year)
{
  const GpAuditData *data = w->data;
  gp_audit_row_begin (w, GP_RULE_HIRING, 0, GP_AUDIT_EQUAL);
  w->row.key.region = region;
  w->row.key.year = gp_audit_year (data, year);
  gp_audit_row_add (w, gp_audit_by_region (data, GP_AUDIT_COLUMN_HIRED, region, year),
                    data->coefficients.one);
  if (year > 0)
    gp_audit_row_add (w, gp_audit_by_region (data, GP_AUDIT_COLUMN_HIRED, region, year - 1),
                      data->coefficients.minus_expert_retention);
  gp_audit_row_add (w, gp_audit_by_region (data, GP_AUDIT_COLUMN_HIRE, region, year),
                    data->coefficients.minus_one);
  gp_audit_row_end (w);
}

static void
write_hire_cap (GpAuditWriter *w, guint year)
{
  const GpAuditData *data = w->data;
  gp_audit_row_begin (w, GP_RULE_HIRING, 1, GP_AUDIT_AT_MOST);
  w->row.key.year = gp_audit_year (data, year);
  mpq_set (w->row.limit, data->years[year].hire_room);
  for (guint32 r = 0; r < data->n_regions; r++)
    gp_audit_row_add (w, gp_audit_by_region (data, GP_AUDIT_COLUMN_HIRED, r, year),
                      data->coefficients.one);
  gp_audit_row_end (w);
}

/* ---- expert days ----------------------------------------------------------------------------- */

/* Support of the starts up to the year, and talks with those of the next. */
static void
add_cell (GpAuditWriter *w, guint c, guint year, GpProgramme programme)
{
  const GpAuditData *data = w->data;
  guint32 s = data->cells[c].sector;
  const GpAuditSector *sector = &data->sectors[s];
  if (!gp_audit_may_start (data, c, programme))
    return;
  for (guint k = 0; k < sector->n_support && k <= year; k++)
    gp_audit_row_add (w, gp_audit_start (data, c, programme, year - k), sector->support[k]);
  if (year + 1 < data->n_years)
    gp_audit_row_add (w, gp_audit_start (data, c, programme, year + 1),
                      data->sector_years[s * data->n_years + year + 1].recruitment);
}

static void
add_place (GpAuditWriter *w, guint place, guint year)
{
  const GpAuditData *data = w->data;
  if (data->places[place].carry != NULL)
    mpq_sub (w->row.limit, w->row.limit, &data->places[place].carry[year]);
  if (data->places[place].coached != GP_NONE)
    gp_audit_row_add (w, gp_audit_coach_days (data, place, year), data->coefficients.minus_one);
}

/* The expert days for a board at home in the region: becoming a partner, trainings, coaches. */
static void
add_board (GpAuditWriter *w, guint32 b, guint year)
{
  const GpAuditData *data = w->data;
  const GpAuditCoefficients *one = &data->coefficients;
  mpq_t days;
  mpq_init (days);
  gp_audit_known_heads (data, b, year, days);
  mpq_mul (days, days, data->scalars.coach_days);
  mpq_sub (w->row.limit, w->row.limit, days);
  mpq_clear (days);
  if (!data->boards[b].is_partner)
    gp_audit_row_add (w, gp_audit_by_board (data, GP_AUDIT_COLUMN_PARTNER, b, year),
                      one->partnership_days);
  gp_audit_row_add (w, gp_audit_by_board (data, GP_AUDIT_COLUMN_TRAINING, b, year),
                    one->training_less);
  gp_audit_row_add (w, gp_audit_by_board (data, GP_AUDIT_COLUMN_STOCK, b, year), one->coach_days);
}

static void
add_lending (GpAuditWriter *w, guint32 region, guint year)
{
  const GpAuditData *data = w->data;
  for (guint32 other = 0; other < data->n_regions; other++) {
    if (other == region)
      continue;
    gp_audit_row_add (w, gp_audit_lending (data, region, other, year), data->coefficients.one);
    gp_audit_row_add (w, gp_audit_lending (data, other, region, year),
                      data->coefficients.minus_lending);
  }
}

static void
write_expert_days (GpAuditWriter *w, guint32 region, guint year)
{
  const GpAuditData *data = w->data;
  const GArray *cells = data->region_cells[region], *places = data->region_places[region],
               *boards = data->region_boards[region];
  gp_audit_row_begin (w, GP_RULE_EXPERT_DAYS, 0, GP_AUDIT_AT_MOST);
  w->row.key.region = region;
  w->row.key.year = gp_audit_year (data, year);
  mpq_set (w->row.limit, &data->available[region * data->n_years + year]);
  for (guint i = 0; i < cells->len; i++)
    for (guint p = 0; p < GP_N_PROGRAMMES; p++)
      add_cell (w, g_array_index (cells, guint, i), year, (GpProgramme)p);
  for (guint i = 0; i < places->len; i++)
    add_place (w, g_array_index (places, guint, i), year);
  for (guint i = 0; i < boards->len; i++)
    add_board (w, g_array_index (boards, guint, i), year);
  add_lending (w, region, year);
  gp_audit_row_add (w, gp_audit_by_region (data, GP_AUDIT_COLUMN_HIRED, region, year),
                    data->coefficients.minus_expert_days);
  gp_audit_row_add (w, gp_audit_by_region (data, GP_AUDIT_COLUMN_HIRE, region, year),
                    data->coefficients.expert_training_days);
  gp_audit_row_add (w, gp_audit_by_region (data, GP_AUDIT_COLUMN_OVERLOAD, region, year),
                    data->coefficients.minus_one);
  gp_audit_row_end (w);
}

void
gp_audit_write_experts (GpAuditWriter *w)
{
  for (guint y = 0; y < w->data->n_years && !w->stopped; y++) {
    for (guint32 r = 0; r < w->data->n_regions; r++) {
      write_hired (w, r, y);
      write_expert_days (w, r, y);
    }
    write_hire_cap (w, y);
  }
}
