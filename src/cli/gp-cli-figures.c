/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a plan says of a region and year, in one row. */
#include "gp-cli-private.h"

#include <string.h>

GpPlanPart
gp_cli_part (const GpPlan *plan)
{
  return plan->has_whole ? GP_PART_WHOLE : GP_PART_RELAXED;
}

static GpCliCapacity *
capacity_of (GArray *rows, const char *region, GpYear year)
{
  for (guint i = 0; i < rows->len; i++) {
    GpCliCapacity *row = &g_array_index (rows, GpCliCapacity, i);
    if (row->year == year && strcmp (row->region, region) == 0)
      return row;
  }
  GpCliCapacity row = {.region = region, .year = year};
  g_array_append_val (rows, row);
  return &g_array_index (rows, GpCliCapacity, rows->len - 1);
}

static void
add_capacity (GArray *rows, const GpPlanRow *row)
{
  GpCliCapacity *capacity = capacity_of (rows, row->region, row->year);
  switch (row->kind) {
  case GP_ROW_AVAILABLE:
    capacity->available += row->amount;
    break;
  case GP_ROW_USED:
    capacity->used += row->amount;
    break;
  case GP_ROW_OVERLOAD:
    capacity->overload += row->amount;
    break;
  case GP_ROW_HIRE:
    capacity->hires += row->amount;
    break;
  case GP_ROW_LENDING:
    capacity->lent += row->amount;
    capacity_of (rows, row->to_region, row->year)->borrowed += row->amount;
    break;
  default:
    break;
  }
}

static int
compare_capacity (gconstpointer a, gconstpointer b)
{
  const GpCliCapacity *p = a, *q = b;
  int order = strcmp (p->region, q->region);
  return order ? order : p->year - q->year;
}

GArray *
gp_cli_capacity (const GpPlan *plan, GpPlanPart part)
{
  static const GpPlanRowKind kinds[] = {GP_ROW_AVAILABLE, GP_ROW_USED, GP_ROW_OVERLOAD, GP_ROW_HIRE,
                                        GP_ROW_LENDING};
  GArray *rows = g_array_new (FALSE, TRUE, sizeof (GpCliCapacity));
  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++) {
    guint n;
    const GpPlanRow *row = gp_plan_rows (plan, part, kinds[k], &n);
    for (guint i = 0; i < n; i++)
      add_capacity (rows, &row[i]);
  }
  g_array_sort (rows, compare_capacity);
  return rows;
}
