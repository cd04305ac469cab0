/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Adds up a plan's rows into figures. Reach and cost are split over the years by the planning
 * model's own definitions, so that their sums are the values of those priorities. */
#include <groeiplan/gp-figures.h>
#include <groeiplan/gp-parameter.h>

#include <math.h>

typedef struct {
  const GpProject *project;
  guint32 scenario;
  GHashTable *pupils; /* cell_key () -> Pupils */
  GArray *years;      /* of GpFigureYear */
} Sum;

typedef struct {
  gint64 key;
  double total;
  guint n;
} Pupils;

/* What a kind of row adds its amount to, and which price it has. */
typedef struct {
  GpFigureId figure;
  int price; /* a GpParam, or -1 */
} Plain;

static const Plain plain[GP_N_ROW_KINDS] = {
    [GP_ROW_PARTNER] = {GP_FIGURE_PARTNERS, GP_PARAM_COST_PARTNERSHIP},
    [GP_ROW_TRAINING] = {GP_FIGURE_TRAININGS, GP_PARAM_COST_TRAINING},
    [GP_ROW_OVERLOAD] = {GP_FIGURE_OVERLOAD_DAYS, GP_PARAM_COST_OVERLOAD_DAY},
    [GP_ROW_LENDING] = {GP_FIGURE_LENT_DAYS, GP_PARAM_COST_LENT_DAY},
    [GP_ROW_HIRE] = {GP_FIGURE_HIRES, GP_PARAM_COST_HIRE},
    [GP_ROW_STOCK] = {GP_FIGURE_VERANDERCOACHES, -1},
    [GP_ROW_AVAILABLE] = {GP_FIGURE_EXPERT_DAYS_AVAILABLE, -1},
    [GP_ROW_USED] = {GP_FIGURE_EXPERT_DAYS_USED, -1},
};

/* Texts as keys took two thirds of the time of all figures, which a page asks for several times. */
static gint64
cell_key (guint32 board, guint32 sector, guint32 region, GpNeed need)
{
  G_STATIC_ASSERT ((gint64)GP_MAX_BOARDS * GP_MAX_SECTORS * GP_MAX_REGIONS < G_MAXINT64 / 8);
  return (((gint64)board * GP_MAX_SECTORS + sector) * GP_MAX_REGIONS + region) * 8 + (gint64)need;
}

/* Of the cell of a plan's row; -1 where the data has no such board, sector or region any more. */
static gint64
key_of_row (const GpProject *project, const GpPlanRow *row)
{
  guint32 board = gp_project_find (project, GP_TABLE_BOARDS, row->board);
  guint32 sector = gp_project_find (project, GP_TABLE_SECTORS, row->sector);
  guint32 region = gp_project_find (project, GP_TABLE_REGIONS, row->region);

  return board == GP_NONE || sector == GP_NONE || region == GP_NONE
             ? -1
             : cell_key (board, sector, region, row->need);
}

/* Pupils of an average school of every cell, over the schools of which they are known. */
static GHashTable *
count_pupils (const GpProject *project)
{
  GHashTable *cells = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < project->n_schools; i++) {
    const GpSchool *school = &project->schools[i];
    Pupils *pupils;
    gint64 key;

    if (!gp_school_is_eligible (school) || school->pupils < 0)
      continue;
    key = cell_key (school->board, school->sector, school->region,
                    school->high_need ? GP_NEED_HIGH : GP_NEED_OTHER);
    pupils = g_hash_table_lookup (cells, &key);
    if (pupils == NULL) {
      pupils = g_new0 (Pupils, 1);
      pupils->key = key;
      g_hash_table_insert (cells, &pupils->key, pupils);
    }
    pupils->total += school->pupils;
    pupils->n++;
  }
  return cells;
}

/* NULL for a year outside the plan years: a stored plan may be older than the data. */
static double *
year_of (const Sum *sum, GpYear year)
{
  int index = year - sum->project->plan_from;

  if (index < 0 || index >= (int)sum->years->len)
    return NULL;
  return g_array_index (sum->years, GpFigureYear, index).value;
}

static double
value_of (const Sum *sum, GpParam param, const char *scope, GpYear year)
{
  return gp_param_value (sum->project, sum->scenario, param, scope, year);
}

static void
add_reach (const Sum *sum, const GpPlanRow *row, double *year)
{
  gint64 key = key_of_row (sum->project, row);
  const Pupils *pupils = g_hash_table_lookup (sum->pupils, &key);

  if (pupils != NULL)
    year[GP_FIGURE_REACH] +=
        row->amount * pupils->total / pupils->n *
        value_of (sum, GP_PARAM_NEED_WEIGHT, gp_need_name (row->need), row->year) *
        (sum->project->last_year - row->year + 1);
}

/* The expert days of its support at their price, less what verandercoaches take over
 * (add_verandercoach_days). */
static void
add_support (const Sum *sum, const GpPlanRow *row)
{
  guint32 sector = gp_project_find (sum->project, GP_TABLE_SECTORS, row->sector);

  if (sector == GP_NONE)
    return;
  for (guint k = 0; k < sum->project->sectors[sector].support_years; k++) {
    GpYear at = (GpYear)(row->year + (GpYear)k);
    g_autofree char *scope = g_strdup_printf ("%s:%u", row->sector, k + 1);
    double *then = year_of (sum, at);

    if (then != NULL)
      then[GP_FIGURE_COST] += row->amount * value_of (sum, GP_PARAM_SUPPORT_DAYS, scope, at) *
                              value_of (sum, GP_PARAM_COST_EXPERT_DAY, NULL, at);
  }
}

static void
add_start (const Sum *sum, const GpPlanRow *row, double *year)
{
  if (row->programme != GP_PROGRAMME_NONE)
    year[row->programme == GP_PROGRAMME_GROEIKRACHT ? GP_FIGURE_STARTS_GROEIKRACHT
                                                    : GP_FIGURE_STARTS_REGULAR] += row->amount;
  add_reach (sum, row, year);
  add_support (sum, row);
}

static void
add_verandercoach_days (const Sum *sum, const GpPlanRow *row, double *year)
{
  year[GP_FIGURE_VERANDERCOACH_DAYS] += row->amount;
  year[GP_FIGURE_COST] +=
      row->amount * (value_of (sum, GP_PARAM_COST_VERANDERCOACH_DAY, NULL, row->year) -
                     value_of (sum, GP_PARAM_COST_EXPERT_DAY, NULL, row->year));
}

static void
add_plain (const Sum *sum, const GpPlanRow *row, double *year)
{
  const Plain *what = &plain[row->kind];

  year[what->figure] += row->amount;
  if (row->kind ==
      GP_ROW_LENDING) /* the row of used days has them for the lender and the borrower */
    year[GP_FIGURE_EXPERT_DAYS_USED] -= row->amount;
  if (what->price >= 0)
    year[GP_FIGURE_COST] += row->amount * value_of (sum, (GpParam)what->price, NULL, row->year);
}

static void
add_row (const Sum *sum, const GpPlanRow *row)
{
  double *year = year_of (sum, row->year);

  if (year == NULL)
    return;
  switch (row->kind) {
  case GP_ROW_START:
    add_start (sum, row, year);
    break;
  case GP_ROW_VERANDERCOACH_DAYS:
    add_verandercoach_days (sum, row, year);
    break;
  case GP_ROW_DELAY:
    if (row->programme != GP_PROGRAMME_NONE)
      year[row->programme == GP_PROGRAMME_GROEIKRACHT ? GP_FIGURE_DELAY_GROEIKRACHT
                                                      : GP_FIGURE_DELAY_REGULAR] += row->amount;
    break;
  case GP_N_ROW_KINDS:
    break;
  default:
    add_plain (sum, row, year);
    break;
  }
}

static void
add_taking_part (const Sum *sum, const GpPlan *plan, GpPlanPart part)
{
  g_autoptr (GArray) years = gp_plan_taking_part (sum->project, sum->scenario, plan, part,
                                                  sum->project->plan_from, sum->project->last_year);

  for (guint i = 0; i < years->len; i++) {
    const GpTakingPart *here = &g_array_index (years, GpTakingPart, i);
    double *year = year_of (sum, here->year);

    if (year != NULL)
      year[GP_FIGURE_TAKING_PART] = here->history + here->regular + here->groeikracht;
  }
}

/* The known ones, of which a share leaves every year after the first, and all that were hired so
 * far, who wear off too. */
static void
add_expert_coaches (const Sum *sum)
{
  const GpProject *project = sum->project;
  double stay = 1 - value_of (sum, GP_PARAM_EXPERT_ATTRITION, NULL, project->plan_from);
  double hired = 0;

  for (guint i = 0; i < sum->years->len; i++) {
    GpFigureYear *year = &g_array_index (sum->years, GpFigureYear, i);
    guint known = 0;

    for (guint c = 0; c < project->n_expert_coaches; c++) {
      const GpExpertCoach *coach = &project->expert_coaches[c];
      known += (coach->from_year == GP_YEAR_NONE || coach->from_year <= year->year) &&
               (coach->to_year == GP_YEAR_NONE || coach->to_year >= year->year);
    }
    hired = hired * stay + year->value[GP_FIGURE_HIRES];
    year->value[GP_FIGURE_EXPERT_COACHES] = known * pow (stay, i) + hired;
  }
}

GArray *
gp_figures_new (const GpProject *project, guint32 scenario, const GpPlan *plan, GpPlanPart part)
{
  g_return_val_if_fail (project != NULL && scenario < project->n_scenarios, NULL);
  g_return_val_if_fail (plan != NULL && (guint)part < GP_N_PARTS, NULL);

  g_autoptr (GHashTable) pupils = count_pupils (project);
  const Sum sum = {project, scenario, pupils, g_array_new (FALSE, TRUE, sizeof (GpFigureYear))};
  for (GpYear y = project->plan_from; y <= project->last_year; y++) {
    const GpFigureYear year = {.year = y};
    g_array_append_val (sum.years, year);
  }
  for (guint i = 0; i < plan->n_rows[part]; i++)
    add_row (&sum, &plan->rows[part][i]);
  add_taking_part (&sum, plan, part);
  add_expert_coaches (&sum);
  return sum.years;
}
