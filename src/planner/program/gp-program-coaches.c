/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rules about verandercoaches and partner boards as rows: hand-over to caps. */
#include "gp-program-rules.h"

#include <math.h>

/* The support that starts ask at a site in a year: D less its carry, times value. */
static void
add_support (GpProgram *program, int row, guint site, guint year, double value)
{
  const GpPlanData *data = program->data;
  const GpBoardData *board = &data->boards[data->sites[site].board];
  for (guint c = board->first_cell; c < board->first_cell + board->n_cells; c++)
    for (guint k = 0; k <= year && k < GP_MAX_SUPPORT && data->cells[c].site == site; k++)
      gp_program_add_starts (program, row, c, year - k,
                             value *
                                 gp_plan_data_support (data, data->cells[c].sector, year - k, k));
}

/* 6 hand-over */
static void
add_handover (GpProgram *program)
{
  const GpPlanData *data = program->data;
  for (guint s = 0; s < data->n_sites; s++)
    for (guint y = 0; y < data->n_years && program->site_first[s] >= 0; y++) {
      double share = data->handover[y];
      int row = gp_program_add_row (program, (GpRow){GP_RULE_HANDOVER, 0, s, 0, y}, -INFINITY,
                                    share * data->carry[s * data->n_years + y]);
      gp_program_add_entry (program, row, gp_program_coach (program, s, y), 1);
      add_support (program, row, s, y, -share);
    }
}

/* 7 coach capacity */
static void
add_capacity (GpProgram *program, guint32 b, guint y)
{
  const GpPlanData *data = program->data;
  const GpBoardData *board = &data->boards[b];
  int row = gp_program_add_row (program, (GpRow){GP_RULE_COACH_CAPACITY, 0, b, 0, y}, -INFINITY,
                                data->days0[b * data->n_years + y]);
  for (guint s = board->first_site; s < board->first_site + board->n_sites; s++)
    gp_program_add_entry (program, row, gp_program_coach (program, s, y), 1);
  gp_program_add_entry (program, row, gp_program_stock (program, b, y), -data->coach_days[y]);
  gp_program_add_entry (program, row, gp_program_training (program, b, y),
                        data->coach_days[y] - data->coach_first_days[y]);
}

/* 8 stock */
static void
add_stock (GpProgram *program, guint32 b, guint y)
{
  int row = gp_program_add_row (program, (GpRow){GP_RULE_STOCK, 0, b, 0, y}, 0, 0);
  gp_program_add_entry (program, row, gp_program_stock (program, b, y), 1);
  gp_program_add_entry (program, row, gp_program_training (program, b, y), -1);
  if (y > 0)
    gp_program_add_entry (program, row, gp_program_stock (program, b, y - 1),
                          -program->data->retention);
}

/* 9 pool */
static void
add_pool (GpProgram *program, guint32 b, guint y)
{
  const GpPlanData *data = program->data;
  const GpBoardData *board = &data->boards[b];
  double had = data->candidates[y] * board->n_started - data->stock0[b * data->n_years + y];
  int row =
      gp_program_add_row (program, (GpRow){GP_RULE_POOL, 0, b, 0, y}, -INFINITY, fmax (0, had));
  gp_program_add_entry (program, row, gp_program_stock (program, b, y), 1);
  for (guint c = board->first_cell; c < board->first_cell + board->n_cells; c++)
    for (guint before = 0; before < y; before++)
      gp_program_add_starts (program, row, c, before, -data->candidates[y]);
}

/* 10 partner room */
static void
add_room (GpProgram *program, guint32 b, guint y)
{
  const GpPlanData *data = program->data;
  const GpBoardData *board = &data->boards[b];
  double room = board->max_coaches;
  int row = gp_program_add_row (
      program, (GpRow){GP_RULE_PARTNER_ROOM, 0, b, 0, y}, -INFINITY,
      board->is_partner ? fmax (0, room - data->stock0[b * data->n_years + y]) : 0);
  gp_program_add_entry (program, row, gp_program_stock (program, b, y), 1);
  for (guint until = 0; until <= y && !board->is_partner; until++)
    gp_program_add_entry (program, row, gp_program_partner (program, b, until), -room);
}

static void
add_one_partner_year (GpProgram *program, guint32 b)
{
  if (program->data->boards[b].is_partner)
    return;
  int row = gp_program_add_row (program, (GpRow){GP_RULE_PARTNER_ROOM, 1, b, 0, 0}, -INFINITY, 1);
  for (guint y = 0; y < program->data->n_years; y++)
    gp_program_add_entry (program, row, gp_program_partner (program, b, y), 1);
}

static void
add_board_rules (GpProgram *program)
{
  for (guint32 b = 0; b < program->data->n_boards; b++) {
    if (program->board_first[b] < 0)
      continue;
    for (guint y = 0; y < program->data->n_years; y++) {
      add_capacity (program, b, y);
      add_stock (program, b, y);
      add_pool (program, b, y);
      add_room (program, b, y);
    }
    add_one_partner_year (program, b);
  }
}

/* 11 partner cap and training cap */
static void
add_cap (GpProgram *program, guint8 variant, guint year, double cap)
{
  if (cap >= GP_NO_LIMIT)
    return;
  int row =
      gp_program_add_row (program, (GpRow){GP_RULE_CAPS, variant, 0, 0, year}, -INFINITY, cap);
  for (guint32 b = 0; b < program->data->n_boards; b++)
    gp_program_add_entry (program, row,
                          variant == 0 ? gp_program_partner (program, b, year)
                                       : gp_program_training (program, b, year),
                          1);
}

void
gp_program_add_coach_rules (GpProgram *program)
{
  add_handover (program);
  add_board_rules (program);
  for (guint y = 0; y < program->data->n_years; y++) {
    add_cap (program, 0, y, program->data->partner_cap[y]);
    add_cap (program, 1, y, program->data->training_cap[y]);
  }
}
