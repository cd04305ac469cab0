/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rules about which schools start: supply (1), cohort (2), interest (3), equity (4), sector
 * share (5), readiness (14) and pins (15). */
#include "gp-audit-rows.h"

/* The cell's starts in a year, in every programme that its sector may start. */
static void
add_starts (GpAuditWriter *w, guint cell, guint year, const GpAuditNumber *coefficient)
{
  for (guint p = 0; p < GP_N_PROGRAMMES; p++)
    if (gp_audit_may_start (w->data, cell, (GpProgramme)p))
      gp_audit_row_add (w, gp_audit_start (w->data, cell, (GpProgramme)p, year), coefficient);
}

static void
name_cell (GpAuditWriter *w, const GpAuditCell *cell)
{
  w->row.key.board = cell->board;
  w->row.key.sector = cell->sector;
  w->row.key.region = cell->region;
  w->row.key.need = cell->need;
}

static void
write_supply (GpAuditWriter *w)
{
  for (guint c = 0; c < w->data->n_cells && !w->stopped; c++) {
    gp_audit_row_begin (w, GP_RULE_SUPPLY, 0, GP_AUDIT_AT_MOST);
    name_cell (w, &w->data->cells[c]);
    mpq_set_ui (w->row.limit, w->data->cells[c].n_schools, 1);
    for (guint y = 0; y < w->data->n_years; y++)
      add_starts (w, c, y, w->data->coefficients.one);
    gp_audit_row_end (w);
  }
}

static void
write_readiness (GpAuditWriter *w)
{
  if (!w->data->scalars.require_ready)
    return;
  for (guint c = 0; c < w->data->n_cells && !w->stopped; c++) {
    gp_audit_row_begin (w, GP_RULE_READINESS, 0, GP_AUDIT_AT_MOST);
    name_cell (w, &w->data->cells[c]);
    mpq_set_ui (w->row.limit, w->data->cells[c].n_ready, 1);
    add_starts (w, c, 0, w->data->coefficients.one);
    gp_audit_row_end (w);
  }
}

static void
write_cohort (GpAuditWriter *w, GpProgramme programme, guint year)
{
  const GpAuditData *data = w->data;
  gp_audit_row_begin (w, GP_RULE_COHORT, 0, GP_AUDIT_EQUAL);
  w->row.key.programme = programme;
  w->row.key.year = gp_audit_year (data, year);
  mpq_set (w->row.limit, data->years[year].target[programme]);
  gp_audit_row_add (w, gp_audit_delay (data, programme, year), data->coefficients.one);
  for (guint c = 0; c < data->n_cells; c++)
    for (guint y = 0; y <= year && gp_audit_may_start (data, c, programme); y++)
      gp_audit_row_add (w, gp_audit_start (data, c, programme, y), data->coefficients.one);
  gp_audit_row_end (w);
}

static void
write_interest (GpAuditWriter *w, guint year)
{
  gp_audit_row_begin (w, GP_RULE_INTEREST, 0, GP_AUDIT_AT_MOST);
  w->row.key.year = gp_audit_year (w->data, year);
  mpq_set (w->row.limit, w->data->years[year].interest);
  for (guint c = 0; c < w->data->n_cells; c++)
    add_starts (w, c, year, w->data->coefficients.one);
  gp_audit_row_end (w);
}

static void
write_equity (GpAuditWriter *w, guint year)
{
  const GpAuditYear *y = &w->data->years[year];
  if (y->equity_in == NULL)
    return;
  gp_audit_row_begin (w, GP_RULE_EQUITY, 0, GP_AUDIT_AT_LEAST);
  w->row.key.year = gp_audit_year (w->data, year);
  for (guint c = 0; c < w->data->n_cells; c++)
    add_starts (w, c, year, w->data->cells[c].need == GP_NEED_HIGH ? y->equity_in : y->equity_out);
  gp_audit_row_end (w);
}

static void
write_sector_share (GpAuditWriter *w, guint32 sector, guint year)
{
  const GpAuditSectorYear *y = &w->data->sector_years[sector * w->data->n_years + year];
  if (y->share_in == NULL)
    return;
  gp_audit_row_begin (w, GP_RULE_SECTOR_SHARE, 0, GP_AUDIT_AT_LEAST);
  w->row.key.sector = sector;
  w->row.key.year = gp_audit_year (w->data, year);
  for (guint c = 0; c < w->data->n_cells; c++)
    add_starts (w, c, year, w->data->cells[c].sector == sector ? y->share_in : y->share_out);
  gp_audit_row_end (w);
}

/* ---- pins ------------------------------------------------------------------------------------ */

static void
add_pinned_starts (GpAuditWriter *w, const GpPin *pin, guint year)
{
  const GpAuditData *data = w->data;
  const GpAuditBoard *board = &data->boards[pin->board];
  for (guint c = board->first_cell; c < board->first_cell + board->n_cells; c++)
    if (data->cells[c].sector == pin->sector && gp_audit_may_start (data, c, pin->programme))
      gp_audit_row_add (w, gp_audit_start (data, c, pin->programme, year), data->coefficients.one);
}

/* What a pin is about has no column where the board cannot have it: its sum is then zero. */
static void
add_pinned (GpAuditWriter *w, const GpPin *pin)
{
  const GpAuditData *data = w->data;
  guint year = (guint)(pin->year - data->project->plan_from);
  const GpAuditBoard *board = &data->boards[pin->board];
  if (pin->kind == GP_PIN_START)
    add_pinned_starts (w, pin, year);
  else if (pin->kind == GP_PIN_PARTNER && board->can_partner && !board->is_partner)
    gp_audit_row_add (w, gp_audit_by_board (data, GP_AUDIT_COLUMN_PARTNER, pin->board, year),
                      data->coefficients.one);
  else if (pin->kind == GP_PIN_TRAINING && board->can_partner)
    gp_audit_row_add (w, gp_audit_by_board (data, GP_AUDIT_COLUMN_TRAINING, pin->board, year),
                      data->coefficients.one);
}

static void
write_pin (GpAuditWriter *w, guint32 index, guint variant)
{
  const GpPin *pin = &w->data->project->pins[index];
  gint32 limit = variant == 0 ? pin->min : pin->max;
  if (limit < 0)
    return;
  gp_audit_row_begin (w, GP_RULE_PINS, variant,
                      variant == 0 ? GP_AUDIT_AT_LEAST : GP_AUDIT_AT_MOST);
  w->row.key.pin = index;
  mpq_set_si (w->row.limit, limit, 1);
  add_pinned (w, pin);
  gp_audit_row_end (w);
}

void
gp_audit_write_starts (GpAuditWriter *w)
{
  write_supply (w);
  write_readiness (w);
  for (guint y = 0; y < w->data->n_years && !w->stopped; y++) {
    for (guint p = 0; p < GP_N_PROGRAMMES; p++)
      write_cohort (w, (GpProgramme)p, y);
    write_interest (w, y);
    write_equity (w, y);
    for (guint32 s = 0; s < w->data->n_sectors; s++)
      write_sector_share (w, s, y);
  }
  for (guint32 i = 0; i < w->data->project->n_pins && !w->stopped; i++)
    for (guint variant = 0; variant < 2; variant++)
      if (gp_project_pin_applies (w->data->project, w->data->scenario, i))
        write_pin (w, i, variant);
}
