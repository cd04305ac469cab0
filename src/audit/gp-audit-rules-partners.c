/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rules about boards and their verandercoaches: hand-over (6), coach capacity (7), stock (8),
 * pool (9), partner room (10), partner and training cap (11). */
#include "gp-audit-rows.h"

static void
name_board (GpAuditWriter *w, guint32 board, guint year)
{
  w->row.key.board = board;
  w->row.key.year = gp_audit_year (w->data, year);
}

/* Minus share x the support that the cell's starts up to the year ask in it. */
static void
add_handed (GpAuditWriter *w, guint cell, guint year)
{
  const GpAuditData *data = w->data;
  guint32 s = data->cells[cell].sector;
  const GpAuditSectorYear *sector = &data->sector_years[s * data->n_years + year];
  for (guint k = 0; k < data->sectors[s].n_support && k <= year; k++)
    for (guint p = 0; p < GP_N_PROGRAMMES; p++)
      if (gp_audit_may_start (data, cell, (GpProgramme)p))
        gp_audit_row_add (w, gp_audit_start (data, cell, (GpProgramme)p, year - k),
                          sector->handed[k]);
}

static void
write_handover (GpAuditWriter *w, guint place_index, guint year)
{
  const GpAuditData *data = w->data;
  const GpAuditPlace *place = &data->places[place_index];
  const GpAuditBoard *board = &data->boards[place->board];
  gp_audit_row_begin (w, GP_RULE_HANDOVER, 0, GP_AUDIT_AT_MOST);
  name_board (w, place->board, year);
  w->row.key.region = place->region;
  if (place->carry != NULL)
    mpq_mul (w->row.limit, &place->carry[year], data->years[year].handover);
  gp_audit_row_add (w, gp_audit_coach_days (data, place_index, year), data->coefficients.one);
  for (guint c = board->first_cell; c < board->first_cell + board->n_cells; c++)
    if (data->cells[c].region == place->region)
      add_handed (w, c, year);
  gp_audit_row_end (w);
}

static void
write_coach_capacity (GpAuditWriter *w, guint32 b, guint year)
{
  const GpAuditData *data = w->data;
  const GpAuditBoard *board = &data->boards[b];
  gp_audit_row_begin (w, GP_RULE_COACH_CAPACITY, 0, GP_AUDIT_AT_MOST);
  name_board (w, b, year);
  gp_audit_known_days (data, b, year, w->row.limit);
  for (guint i = board->first_place; i < board->first_place + board->n_places; i++)
    gp_audit_row_add (w, gp_audit_coach_days (data, i, year), data->coefficients.one);
  gp_audit_row_add (w, gp_audit_by_board (data, GP_AUDIT_COLUMN_STOCK, b, year),
                    data->years[year].minus_coach_days);
  gp_audit_row_add (w, gp_audit_by_board (data, GP_AUDIT_COLUMN_TRAINING, b, year),
                    data->years[year].first_year_less);
  gp_audit_row_end (w);
}

static void
write_stock (GpAuditWriter *w, guint32 b, guint year)
{
  const GpAuditData *data = w->data;
  gp_audit_row_begin (w, GP_RULE_STOCK, 0, GP_AUDIT_EQUAL);
  name_board (w, b, year);
  gp_audit_row_add (w, gp_audit_by_board (data, GP_AUDIT_COLUMN_STOCK, b, year),
                    data->coefficients.one);
  if (year > 0)
    gp_audit_row_add (w, gp_audit_by_board (data, GP_AUDIT_COLUMN_STOCK, b, year - 1),
                      data->coefficients.minus_retention);
  gp_audit_row_add (w, gp_audit_by_board (data, GP_AUDIT_COLUMN_TRAINING, b, year),
                    data->coefficients.minus_one);
  gp_audit_row_end (w);
}

static void
pool_limit (const GpAuditData *data, guint32 b, guint year, mpq_ptr out)
{
  mpq_t known;
  mpq_init (known);
  gp_audit_known_heads (data, b, year, known);
  mpq_set_ui (out, data->boards[b].n_started, 1);
  mpq_mul (out, out, data->years[year].candidates);
  mpq_sub (out, out, known);
  if (mpq_sgn (out) < 0)
    mpq_set_ui (out, 0, 1);
  mpq_clear (known);
}

static void
write_pool (GpAuditWriter *w, guint32 b, guint year)
{
  const GpAuditData *data = w->data;
  const GpAuditBoard *board = &data->boards[b];
  gp_audit_row_begin (w, GP_RULE_POOL, 0, GP_AUDIT_AT_MOST);
  name_board (w, b, year);
  pool_limit (data, b, year, w->row.limit);
  gp_audit_row_add (w, gp_audit_by_board (data, GP_AUDIT_COLUMN_STOCK, b, year),
                    data->coefficients.one);
  for (guint c = board->first_cell; c < board->first_cell + board->n_cells; c++)
    for (guint p = 0; p < GP_N_PROGRAMMES; p++)
      for (guint y = 0; y < year; y++)
        if (gp_audit_may_start (data, c, (GpProgramme)p))
          gp_audit_row_add (w, gp_audit_start (data, c, (GpProgramme)p, y),
                            data->years[year].minus_candidates);
  gp_audit_row_end (w);
}

static void
write_room (GpAuditWriter *w, guint32 b, guint year)
{
  const GpAuditData *data = w->data;
  gp_audit_row_begin (w, GP_RULE_PARTNER_ROOM, 0, GP_AUDIT_AT_MOST);
  name_board (w, b, year);
  gp_audit_row_add (w, gp_audit_by_board (data, GP_AUDIT_COLUMN_STOCK, b, year),
                    data->coefficients.one);
  if (data->boards[b].is_partner)
    gp_audit_room (data, b, year, w->row.limit);
  else
    for (guint y = 0; y <= year; y++)
      gp_audit_row_add (w, gp_audit_by_board (data, GP_AUDIT_COLUMN_PARTNER, b, y),
                        data->boards[b].minus_most);
  gp_audit_row_end (w);
}

static void
write_once (GpAuditWriter *w, guint32 b)
{
  const GpAuditData *data = w->data;
  if (data->boards[b].is_partner)
    return;
  gp_audit_row_begin (w, GP_RULE_PARTNER_ROOM, 1, GP_AUDIT_AT_MOST);
  w->row.key.board = b;
  mpq_set_ui (w->row.limit, 1, 1);
  for (guint y = 0; y < data->n_years; y++)
    gp_audit_row_add (w, gp_audit_by_board (data, GP_AUDIT_COLUMN_PARTNER, b, y),
                      data->coefficients.one);
  gp_audit_row_end (w);
}

static void
write_cap (GpAuditWriter *w, guint variant, guint year)
{
  const GpAuditData *data = w->data;
  gp_audit_row_begin (w, GP_RULE_CAPS, variant, GP_AUDIT_AT_MOST);
  w->row.key.year = gp_audit_year (data, year);
  mpq_set (w->row.limit,
           variant == 0 ? data->years[year].partner_cap : data->years[year].training_cap);
  for (guint i = 0; i < data->n_coached_boards; i++) {
    guint32 b = data->coached_boards[i];
    if (variant == 1)
      gp_audit_row_add (w, gp_audit_by_board (data, GP_AUDIT_COLUMN_TRAINING, b, year),
                        data->coefficients.one);
    else if (!data->boards[b].is_partner)
      gp_audit_row_add (w, gp_audit_by_board (data, GP_AUDIT_COLUMN_PARTNER, b, year),
                        data->coefficients.one);
  }
  gp_audit_row_end (w);
}

void
gp_audit_write_partners (GpAuditWriter *w)
{
  const GpAuditData *data = w->data;
  for (guint i = 0; i < data->n_coached_places && !w->stopped; i++)
    for (guint y = 0; y < data->n_years; y++)
      write_handover (w, data->coached_places[i], y);
  for (guint i = 0; i < data->n_coached_boards && !w->stopped; i++) {
    for (guint y = 0; y < data->n_years; y++) {
      write_coach_capacity (w, data->coached_boards[i], y);
      write_stock (w, data->coached_boards[i], y);
      write_pool (w, data->coached_boards[i], y);
      write_room (w, data->coached_boards[i], y);
    }
    write_once (w, data->coached_boards[i]);
  }
  for (guint y = 0; y < data->n_years && !w->stopped; y++) {
    write_cap (w, 0, y);
    write_cap (w, 1, y);
  }
}
