/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Figures for naming coaches: exact enough that rounding down to a hundredth is right, and the rows
 * of the plan by index. */
#include "gp-coaching-private.h"

#include <glib/gi18n-lib.h>

GpDecimal
gp_coaching_parameter (const GpCoachingMaker *maker, GpParam param, const char *scope, guint year)
{
  GpDecimal out = {0, 0};
  gp_param_lookup (maker->project, maker->data->scenario, param, scope,
                   gp_plan_data_year (maker->data, year), &out, NULL);
  return out;
}

static GpFine
power_of_ten (guint digits)
{
  GpFine power = 1;
  while (digits-- > 0)
    power *= 10;
  return power;
}

GpFine
gp_fine (GpDecimal value)
{
  if (value.scale <= 12)
    return value.units * power_of_ten (12 - value.scale);
  return value.units / power_of_ten (value.scale - 12u);
}

/* units / 10^scale x share / 10^18, in 10^-12: below 10^36 before it is divided */
GpFine
gp_fine_share (GpDecimal days, GpFine share)
{
  return days.units * share / power_of_ten (days.scale + 6u);
}

gint64
gp_fine_hundredths (GpFine fine)
{
  GpFine whole = fine / GP_FINE_HUNDREDTH;
  return (gint64)(fine % GP_FINE_HUNDREDTH < 0 ? whole - 1 : whole);
}

/* left[i] = (one or one minus the parameter)^i, in 10^-18 */
static void
read_shares (GpCoachingMaker *maker)
{
  GpDecimal attrition = gp_coaching_parameter (maker, GP_PARAM_EXPERT_ATTRITION, NULL, 0);
  GpDecimal retention = gp_coaching_parameter (maker, GP_PARAM_VERANDERCOACH_RETENTION, NULL, 0);
  GpFine staying = GP_SHARE_ONE - attrition.units * power_of_ten (18u - attrition.scale);
  GpFine kept = retention.units * power_of_ten (18u - retention.scale);
  maker->expert_left[0] = maker->coach_left[0] = GP_SHARE_ONE;
  for (guint y = 1; y < maker->n_years; y++) {
    maker->expert_left[y] = maker->expert_left[y - 1] * staying / GP_SHARE_ONE;
    maker->coach_left[y] = maker->coach_left[y - 1] * kept / GP_SHARE_ONE;
  }
}

/* ---- the plan ----------------------------------------------------------------------------------
 */

static guint32
find_site (const GpPlanData *data, guint32 board, guint32 region)
{
  const GpBoardData *row = &data->boards[board];
  for (guint s = row->first_site; s < row->first_site + row->n_sites; s++)
    if (data->sites[s].region == region)
      return s;
  return GP_NONE;
}

/* Where a row's amount goes: NULL with *ignored for kinds that need no names, NULL without it when
 * the row is not about this project. */
static gint64 *
place_of_days (GpCoachingMaker *maker, const GpPlanRow *row, guint year)
{
  guint32 region = gp_project_find (maker->project, GP_TABLE_REGIONS, row->region);
  guint32 other, board, site;
  if (region == GP_NONE)
    return NULL;
  switch (row->kind) {
  case GP_ROW_VERANDERCOACH_DAYS:
    board = gp_project_find (maker->project, GP_TABLE_BOARDS, row->board);
    site = board != GP_NONE ? find_site (maker->data, board, region) : GP_NONE;
    return site != GP_NONE ? &maker->coach_days[site * maker->n_years + year] : NULL;
  case GP_ROW_LENDING:
    other = gp_project_find (maker->project, GP_TABLE_REGIONS, row->to_region);
    if (other == GP_NONE)
      return NULL;
    return &maker->lend[(region * maker->n_regions + other) * maker->n_years + year];
  case GP_ROW_OVERLOAD:
    return &maker->overload[region * maker->n_years + year];
  default:
    return NULL;
  }
}

static int *
place_of_count (GpCoachingMaker *maker, const GpPlanRow *row, guint year)
{
  gboolean hire = row->kind == GP_ROW_HIRE;
  guint32 thing = gp_project_find (maker->project, hire ? GP_TABLE_REGIONS : GP_TABLE_BOARDS,
                                   hire ? row->region : row->board);
  if (thing == GP_NONE)
    return NULL;
  int *counts = hire                           ? maker->hires
                : row->kind == GP_ROW_TRAINING ? maker->trainings
                                               : maker->partners;
  return &counts[thing * maker->n_years + year];
}

static gboolean
read_row (GpCoachingMaker *maker, const GpPlanRow *row)
{
  if (row->year < maker->project->plan_from || row->year > maker->project->last_year ||
      row->hundredths < 0)
    return FALSE;
  guint year = (guint)(row->year - maker->project->plan_from);
  if (row->kind == GP_ROW_VERANDERCOACH_DAYS || row->kind == GP_ROW_LENDING ||
      row->kind == GP_ROW_OVERLOAD) {
    gint64 *days = place_of_days (maker, row, year);
    if (days != NULL)
      *days = row->hundredths;
    return days != NULL;
  }
  int *count = place_of_count (maker, row, year);
  if (count != NULL)
    *count = (int)MIN (row->hundredths / 100, G_MAXINT);
  return count != NULL;
}

static void
allocate (GpCoachingMaker *maker)
{
  const GpPlanData *data = maker->data;
  gsize n = maker->n_years;
  maker->coach_days = g_new0 (gint64, data->n_sites * n + 1);
  maker->lend = g_new0 (gint64, (gsize)maker->n_regions * maker->n_regions * n + 1);
  maker->overload = g_new0 (gint64, maker->n_regions * n + 1);
  maker->hires = g_new0 (int, maker->n_regions *n + 1);
  maker->trainings = g_new0 (int, data->n_boards *n + 1);
  maker->partners = g_new0 (int, data->n_boards *n + 1);
}

gboolean
gp_coaching_read_plan (GpCoachingMaker *maker, GError **error)
{
  static const GpPlanRowKind kinds[] = {GP_ROW_VERANDERCOACH_DAYS, GP_ROW_LENDING,
                                        GP_ROW_OVERLOAD,           GP_ROW_HIRE,
                                        GP_ROW_TRAINING,           GP_ROW_PARTNER};
  allocate (maker);
  read_shares (maker);
  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++) {
    guint n;
    const GpPlanRow *rows = gp_plan_rows (maker->plan, GP_PART_WHOLE, kinds[k], &n);
    for (guint i = 0; i < n; i++)
      if (!read_row (maker, &rows[i])) {
        g_set_error (
            error, GP_ERROR, GP_ERROR_DATA,
            _ ("The plan has a row (%s %s %s) that is not about this project as it is now: "
               "plan again."),
            gp_plan_row_kind_name (kinds[k]), rows[i].board, rows[i].region);
        return FALSE;
      }
  }
  return TRUE;
}
