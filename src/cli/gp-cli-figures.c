/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A plan summed up: per region and year, and per year. Reach and cost are split over the years by
 * the planning model's own definitions, so that their sums are the values of those priorities.
 */
#include "gp-cli-private.h"

#include <groeiplan/gp-parameter.h>

#include <string.h>

GpPlanPart
gp_cli_part (const GpPlan *plan)
{
  return plan->has_whole ? GP_PART_WHOLE : GP_PART_RELAXED;
}

/* ---- per region and year ------------------------------------------------------------------------
 */

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

/* ---- per year
 * ------------------------------------------------------------------------------------ */

typedef struct {
  const GpProject *project;
  guint32 scenario;
  GHashTable *pupils; /* cell -> Pupils */
  GArray *years;      /* of GpCliYear */
} Sum;

typedef struct {
  double total;
  guint n;
} Pupils;

static char *
cell_key (const char *board, const char *sector, const char *region, GpNeed need)
{
  return g_strdup_printf ("%s\n%s\n%s\n%d", board, sector, region, need);
}

/* Pupils of an average school of every cell, over the schools of which they are known. */
static GHashTable *
count_pupils (const GpProject *project)
{
  GHashTable *cells = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; i < project->n_schools; i++) {
    const GpSchool *school = &project->schools[i];
    if (!gp_school_is_eligible (school) || school->pupils < 0)
      continue;
    g_autofree char *key = cell_key (
        project->boards[school->board].code, project->sectors[school->sector].code,
        project->regions[school->region].code, school->high_need ? GP_NEED_HIGH : GP_NEED_OTHER);
    Pupils *pupils = g_hash_table_lookup (cells, key);
    if (!pupils) {
      pupils = g_new0 (Pupils, 1);
      g_hash_table_insert (cells, g_steal_pointer (&key), pupils);
    }
    pupils->total += school->pupils;
    pupils->n++;
  }
  return cells;
}

static GpCliYear *
year_of (const Sum *sum, GpYear year)
{
  int index = year - sum->project->plan_from;
  if (index < 0 || index >= (int)sum->years->len)
    return NULL;
  return &g_array_index (sum->years, GpCliYear, index);
}

static double
value_of (const Sum *sum, GpParam param, const char *scope, GpYear year)
{
  return gp_param_value (sum->project, sum->scenario, param, scope, year);
}

/* A start: its reach, and the expert days of its support at their price, less what verandercoaches
 * take over (add_verandercoach_days). */
static void
add_start (const Sum *sum, const GpPlanRow *row, GpCliYear *year)
{
  guint32 sector = gp_project_find (sum->project, GP_TABLE_SECTORS, row->sector);
  g_autofree char *key = cell_key (row->board, row->sector, row->region, row->need);
  const Pupils *pupils = g_hash_table_lookup (sum->pupils, key);
  if (row->programme != GP_PROGRAMME_NONE)
    year->starts[row->programme] += row->amount;
  if (pupils)
    year->reach += row->amount * pupils->total / pupils->n *
                   value_of (sum, GP_PARAM_NEED_WEIGHT, gp_need_name (row->need), row->year) *
                   (sum->project->last_year - row->year + 1);
  if (sector == GP_NONE)
    return;
  for (guint k = 0; k < sum->project->sectors[sector].support_years; k++) {
    GpYear at = (GpYear)(row->year + (GpYear)k);
    g_autofree char *scope = g_strdup_printf ("%s:%u", row->sector, k + 1);
    GpCliYear *then = year_of (sum, at);
    if (then)
      then->cost += row->amount * value_of (sum, GP_PARAM_SUPPORT_DAYS, scope, at) *
                    value_of (sum, GP_PARAM_COST_EXPERT_DAY, NULL, at);
  }
}

static void
add_verandercoach_days (const Sum *sum, const GpPlanRow *row, GpCliYear *year)
{
  year->verandercoach_days += row->amount;
  year->cost += row->amount * (value_of (sum, GP_PARAM_COST_VERANDERCOACH_DAY, NULL, row->year) -
                               value_of (sum, GP_PARAM_COST_EXPERT_DAY, NULL, row->year));
}

static void
add_priced (const Sum *sum, const GpPlanRow *row, double *amount, GpParam price, GpCliYear *year)
{
  *amount += row->amount;
  year->cost += row->amount * value_of (sum, price, NULL, row->year);
}

static void
add_row (const Sum *sum, const GpPlanRow *row)
{
  GpCliYear *year = year_of (sum, row->year);
  if (!year)
    return;
  switch (row->kind) {
  case GP_ROW_START:
    add_start (sum, row, year);
    break;
  case GP_ROW_PARTNER:
    add_priced (sum, row, &year->partners, GP_PARAM_COST_PARTNERSHIP, year);
    break;
  case GP_ROW_TRAINING:
    add_priced (sum, row, &year->trainings, GP_PARAM_COST_TRAINING, year);
    break;
  case GP_ROW_VERANDERCOACH_DAYS:
    add_verandercoach_days (sum, row, year);
    break;
  case GP_ROW_OVERLOAD:
    add_priced (sum, row, &year->overload, GP_PARAM_COST_OVERLOAD_DAY, year);
    break;
  case GP_ROW_LENDING:
    add_priced (sum, row, &year->lent, GP_PARAM_COST_LENT_DAY, year);
    break;
  case GP_ROW_HIRE:
    add_priced (sum, row, &year->hires, GP_PARAM_COST_HIRE, year);
    break;
  case GP_ROW_STOCK:
    year->verandercoaches += row->amount;
    break;
  case GP_ROW_DELAY:
    if (row->programme != GP_PROGRAMME_NONE)
      year->delay[row->programme] += row->amount;
    break;
  case GP_ROW_AVAILABLE:
    year->available += row->amount;
    break;
  case GP_ROW_USED:
    year->used += row->amount;
    break;
  case GP_N_ROW_KINDS:
  default:
    break;
  }
}

static void
add_taking_part (const Sum *sum, const GpPlan *plan)
{
  g_autoptr (GArray) parts =
      gp_plan_taking_part (sum->project, sum->scenario, plan, gp_cli_part (plan),
                           sum->project->plan_from, sum->project->last_year);
  for (guint i = 0; i < parts->len; i++) {
    const GpTakingPart *part = &g_array_index (parts, GpTakingPart, i);
    GpCliYear *year = year_of (sum, part->year);
    if (year)
      year->taking_part = part->history + part->regular + part->groeikracht;
  }
}

GArray *
gp_cli_figures (const GpProject *project, guint32 scenario, const GpPlan *plan)
{
  g_autoptr (GHashTable) pupils = count_pupils (project);
  Sum sum = {project, scenario, pupils, g_array_new (FALSE, TRUE, sizeof (GpCliYear))};
  for (GpYear y = project->plan_from; y <= project->last_year; y++) {
    GpCliYear year = {.year = y};
    g_array_append_val (sum.years, year);
  }
  GpPlanPart part = gp_cli_part (plan);
  for (guint i = 0; i < plan->n_rows[part]; i++)
    add_row (&sum, &plan->rows[part][i]);
  add_taking_part (&sum, plan);
  return sum.years;
}
