/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rules about expert coaches as rows: hiring and expert days. */
#include "gp-program-rules.h"

#include <math.h>

/* 12 hiring */
static void
add_hiring (GpProgram *program)
{
  const GpPlanData *data = program->data;
  for (guint32 r = 0; r < data->n_regions; r++)
    for (guint y = 0; y < data->n_years; y++) {
      int row = gp_program_add_row (program, (GpRow){GP_RULE_HIRING, 0, r, 0, y}, 0, 0);
      gp_program_add_entry (program, row, gp_program_hired (program, r, y), 1);
      gp_program_add_entry (program, row, gp_program_hire (program, r, y), -1);
      if (y > 0)
        gp_program_add_entry (program, row, gp_program_hired (program, r, y - 1),
                              -(1 - data->attrition));
    }
  for (guint y = 0; y < data->n_years; y++) {
    int row = gp_program_add_row (program, (GpRow){GP_RULE_HIRING, 1, 0, 0, y}, -INFINITY,
                                  fmax (0, data->expert_cap[y] - data->heads[y]));
    for (guint32 r = 0; r < data->n_regions; r++)
      gp_program_add_entry (program, row, gp_program_hired (program, r, y), 1);
  }
}

/* ---- 13 expert days --------------------------------------------------------------- */

/* What of the rule no decision changes. */
static double
expert_room (const GpPlanData *data, guint32 r, guint y)
{
  double room = data->available[r * data->n_years + y];
  for (guint s = 0; s < data->n_sites; s++)
    if (data->sites[s].region == r)
      room -= data->carry[s * data->n_years + y];
  for (guint32 b = 0; b < data->n_boards; b++)
    if (data->project->boards[b].home_region == r && data->boards[b].is_partner)
      room -= data->coach_expert_days * data->stock0[b * data->n_years + y];
  return room;
}

static void
add_expert_boards (GpProgram *program, int row, guint32 b, guint y)
{
  const GpPlanData *data = program->data;
  gp_program_add_entry (program, row, gp_program_partner (program, b, y), data->partnership_days);
  gp_program_add_entry (program, row, gp_program_training (program, b, y),
                        data->training_days - data->coach_expert_days);
  gp_program_add_entry (program, row, gp_program_stock (program, b, y), data->coach_expert_days);
}

static void
add_expert_lending (GpProgram *program, int row, guint32 r, guint y)
{
  const GpPlanData *data = program->data;
  for (guint32 other = 0; other < data->n_regions; other++) {
    if (other == r)
      continue;
    gp_program_add_entry (program, row, gp_program_lend (program, r, other, y), 1);
    gp_program_add_entry (program, row, gp_program_lend (program, other, r, y), -data->lending);
  }
  gp_program_add_entry (program, row, gp_program_hired (program, r, y), -data->expert_days);
  gp_program_add_entry (program, row, gp_program_hire (program, r, y), data->expert_training_days);
  gp_program_add_entry (program, row, gp_program_overload (program, r, y), -1);
}

/* A start's own support from its year on, and the talks of the year before. */
static void
add_expert_starts (GpProgram *program, int first)
{
  const GpPlanData *data = program->data;
  guint n = data->n_years;
  for (guint u = 0; u < program->units->len; u++) {
    const GpUnit *unit = gp_program_unit (program, u);
    int row = first + (int)(unit->region * n);
    for (guint y = 0; y < n; y++) {
      if (y > 0)
        gp_program_add_unit_starts (program, row + (int)y - 1, unit, y,
                                    data->recruitment[unit->sector * n + y]);
      for (guint k = 0; k < GP_MAX_SUPPORT && y + k < n; k++)
        gp_program_add_unit_starts (program, row + (int)(y + k), unit, y,
                                    gp_plan_data_support (data, unit->sector, y, k));
    }
  }
}

static void
add_expert_days (GpProgram *program)
{
  const GpPlanData *data = program->data;
  int first = (int)program->rows->len;
  for (guint32 r = 0; r < data->n_regions; r++)
    for (guint y = 0; y < data->n_years; y++) {
      int row = gp_program_add_row (program, (GpRow){GP_RULE_EXPERT_DAYS, 0, r, 0, y}, -INFINITY,
                                    expert_room (data, r, y));
      add_expert_lending (program, row, r, y);
    }
  add_expert_starts (program, first);
  for (guint y = 0; y < data->n_years; y++) {
    for (guint s = 0; s < data->n_sites; s++)
      gp_program_add_entry (program, first + (int)(data->sites[s].region * data->n_years + y),
                            gp_program_coach (program, s, y), -1);
    for (guint32 b = 0; b < data->n_boards; b++)
      add_expert_boards (
          program, first + (int)(data->project->boards[b].home_region * data->n_years + y), b, y);
  }
}

void
gp_program_add_expert_rules (GpProgram *program)
{
  add_hiring (program);
  add_expert_days (program);
}
