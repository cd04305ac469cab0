/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The hull's prices as multipliers of the plain program, from which anyone can work out the bound
 * again. The hull's rows are those of the plain program but for three: its cohort is that of one
 * year, the plain one's of all years so far; it has no row for the experts hired so far, whose
 * multipliers follow from what an expert is worth in later years; and its rows of supply, partner
 * room and of one way to do things need none, for whoever checks takes the best of each himself. */
#include "gp-whole-hull-private.h"

#include <math.h>

static void
append (GArray *rows, GpRule rule, guint8 variant, GpYear year, double value, const char *board,
        const char *region)
{
  GpProofRow row = {.rule = rule,
                    .variant = variant,
                    .board = board,
                    .sector = "",
                    .region = region,
                    .programme = GP_PROGRAMME_NONE,
                    .year = year,
                    .pin = GP_NONE,
                    .value = value};
  if (value != 0)
    g_array_append_val (rows, row);
}

/* ---- of one board ----------------------------------------------------------------- */

static double
sign_of (GpRule rule, double value)
{
  return rule == GP_RULE_STOCK ? value : fmin (0, value);
}

void
gp_hull_prove_block (const GpHull *hull, const GpBlock *block, guint from, const GpLp *lp,
                     guint first, GArray *rows)
{
  static const GpRule rules[] = {GP_RULE_HANDOVER, GP_RULE_COACH_CAPACITY, GP_RULE_STOCK,
                                 GP_RULE_POOL};
  const GpPlanData *data = hull->data;
  const GpBoardData *board = &data->boards[block->board];
  guint8 variant = block->always ? 0 : (guint8)(from + 1);
  for (guint y = from; y < data->n_years; y++)
    for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
      for (guint s = 0; s < (rules[i] == GP_RULE_HANDOVER ? board->n_sites : 1); s++) {
        guint row = first + gp_block_rule_row (block, board, rules[i], s, y);
        guint32 region = data->sites[board->first_site + s].region;
        append (rows, rules[i], variant, gp_plan_data_year (data, y),
                sign_of (rules[i], gp_lp_row_dual (lp, row)),
                data->project->boards[block->board].code,
                rules[i] == GP_RULE_HANDOVER ? data->project->regions[region].code : "");
      }
}

/* ---- shared ----------------------------------------------------------------------- */

static double
dual (const GpHull *hull, guint row)
{
  return gp_lp_row_dual (hull->lp, row);
}

static void
prove_cohorts (const GpHull *hull, GArray *rows)
{
  guint n = hull->data->n_years;
  for (guint p = 0; p < GP_N_PROGRAMMES; p++)
    for (guint y = 0; y < n; y++) {
      guint row = hull->shared->cohort + p * n + y, before = rows->len;
      append (rows, GP_RULE_COHORT, 0, gp_plan_data_year (hull->data, y),
              dual (hull, row) - (y + 1 < n ? dual (hull, row + 1) : 0), "", "");
      if (rows->len > before)
        g_array_index (rows, GpProofRow, before).programme = (GpProgramme)p;
    }
}

static void
prove_years (const GpHull *hull, GArray *rows)
{
  const GpShared *shared = hull->shared;
  const GpPlanData *data = hull->data;
  guint n = data->n_years;
  for (guint y = 0; y < n; y++) {
    GpYear year = gp_plan_data_year (data, y);
    append (rows, GP_RULE_INTEREST, 0, year, fmin (0, dual (hull, shared->interest + y)), "", "");
    append (rows, GP_RULE_CAPS, 0, year, fmin (0, dual (hull, shared->partners + y)), "", "");
    append (rows, GP_RULE_CAPS, 1, year, fmin (0, dual (hull, shared->trainings + y)), "", "");
    append (rows, GP_RULE_EQUITY, 0, year, fmax (0, dual (hull, shared->equity + y)), "", "");
    for (guint32 s = 0; s < data->n_sectors; s++) {
      guint before = rows->len;
      append (rows, GP_RULE_SECTOR_SHARE, 0, year,
              fmax (0, dual (hull, shared->sector + s * n + y)), "", "");
      if (rows->len > before)
        g_array_index (rows, GpProofRow, before).sector = data->project->sectors[s].code;
    }
    if (!shared->few_hires)
      append (rows, GP_RULE_HIRING, 1, year, fmin (0, dual (hull, shared->hires + y)), "", "");
  }
}

/* Expert days, and what an expert is worth who is there. */
static void
prove_experts (const GpHull *hull, GArray *rows)
{
  const GpShared *shared = hull->shared;
  const GpPlanData *data = hull->data;
  guint n = data->n_years;
  for (guint32 r = 0; r < data->n_regions; r++) {
    const char *region = data->project->regions[r].code;
    double worth = 0;
    for (guint y = n; y > 0; y--) {
      GpYear year = gp_plan_data_year (data, y - 1);
      double day = fmin (0, dual (hull, shared->experts + r * n + y - 1));
      double cap = shared->few_hires ? 0 : fmin (0, dual (hull, shared->hires + y - 1));
      worth = day * data->expert_days - cap + (1 - data->attrition) * worth;
      append (rows, GP_RULE_EXPERT_DAYS, 0, year, day, "", region);
      append (rows, GP_RULE_HIRING, 0, year, worth, "", region);
    }
  }
}

void
gp_hull_prove (const GpHull *hull, GArray *rows)
{
  prove_cohorts (hull, rows);
  prove_years (hull, rows);
  prove_experts (hull, rows);
  for (guint i = 0; i < hull->placed->len; i++) {
    const Placed *placed = &g_array_index (hull->placed, Placed, i);
    if (placed->block->always)
      gp_hull_prove_block (hull, placed->block, 0, hull->lp, placed->first_row, rows);
  }
  g_array_append_vals (rows, hull->proof->data, hull->proof->len);
}
