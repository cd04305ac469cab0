/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How many units of every driver there are in a year: counted once, from the data for history and
 * from the plan for its years. All in hundredths, as whole plans give them. */
#include "gp-finance-private.h"

#include <math.h>

#define ONE 100 /* in hundredths */

static guint
at (GpYear year)
{
  return (guint)(year - GP_YEAR_MIN);
}

gint64
gp_finance_hundredths (const GpFinance *finance, const GpPlanRow *row)
{
  if (finance->part == GP_PART_WHOLE)
    return row->hundredths;
  return isfinite (row->amount) && fabs (row->amount) < 1e12 ? llround (row->amount * ONE) : 0;
}

/* A stored plan may be older than the data. */
static gboolean
in_plan (const GpFinance *finance, GpYear year)
{
  return year >= finance->project->plan_from && year <= finance->project->last_year;
}

/* ---- starts ------------------------------------------------------------------------------------
 */

static void
count_history (GpFinance *finance)
{
  const GpProject *project = finance->project;

  for (guint32 i = 0; i < project->n_schools; i++) {
    const GpSchool *school = &project->schools[i];
    GpProgramme programme = school->programme == GP_PROGRAMME_GROEIKRACHT ? GP_PROGRAMME_GROEIKRACHT
                                                                          : GP_PROGRAMME_REGULAR;
    if (school->started != GP_YEAR_NONE)
      finance->starts[school->sector][programme][at (school->started)] += ONE;
  }
}

static void
count_planned (GpFinance *finance)
{
  guint n;
  const GpPlanRow *rows = gp_plan_rows (finance->plan, finance->part, GP_ROW_START, &n);

  for (guint i = 0; i < n; i++) {
    guint32 sector = gp_project_find (finance->project, GP_TABLE_SECTORS, rows[i].sector);

    if (sector == GP_NONE || !in_plan (finance, rows[i].year) ||
        (guint)rows[i].programme >= GP_N_PROGRAMMES)
      finance->n_strange_rows++;
    else
      finance->starts[sector][rows[i].programme][at (rows[i].year)] +=
          gp_finance_hundredths (finance, &rows[i]);
  }
}

static gint64
started (const GpFinance *finance, GpYear year)
{
  gint64 sum = 0;

  for (guint32 s = 0; s < finance->project->n_sectors; s++) {
    for (guint p = 0; p < GP_N_PROGRAMMES; p++)
      sum += finance->starts[s][p][at (year)];
  }
  return sum;
}

gint64
gp_finance_supported (const GpFinance *finance, guint32 sector, GpProgramme programme, guint k,
                      GpYear year)
{
  int start = year - (int)k + 1;

  return start < GP_YEAR_MIN ? 0 : finance->starts[sector][programme][start - GP_YEAR_MIN];
}

static gint64
supported (const GpFinance *finance, GpYear year)
{
  const GpProject *project = finance->project;
  gint64 sum = 0;

  for (guint32 s = 0; s < project->n_sectors; s++) {
    for (guint k = 1; k <= project->sectors[s].support_years; k++) {
      sum += gp_finance_supported (finance, s, GP_PROGRAMME_GROEIKRACHT, k, year) +
             gp_finance_supported (finance, s, GP_PROGRAMME_REGULAR, k, year);
    }
  }
  return sum;
}

static void
count_schools (GpFinance *finance)
{
  GpYear last = finance->project->last_year;

  count_history (finance);
  if (finance->plan != NULL)
    count_planned (finance);
  for (GpYear year = GP_YEAR_MIN; year <= GP_YEAR_MAX; year++) {
    finance->units[GP_DRIVER_FIXED][at (year)] = ONE;
    finance->units[GP_DRIVER_START][at (year)] = started (finance, year);
    finance->units[GP_DRIVER_RECRUITED_SCHOOL][at (year)] =
        started (finance, year < last ? (GpYear)(year + 1) : year);
    finance->units[GP_DRIVER_SUPPORTED_SCHOOL][at (year)] = supported (finance, year);
  }
}

/* ---- boards and coaches ------------------------------------------------------------------------
 */

static void
add_from (gint64 *units, GpYear from, GpYear to, gint64 amount)
{
  for (int year = MAX (from, GP_YEAR_MIN); year <= to; year++)
    units[year - GP_YEAR_MIN] += amount;
}

static void
count_partners (GpFinance *finance)
{
  const GpProject *project = finance->project;

  for (guint32 b = 0; b < project->n_boards; b++) {
    if (project->boards[b].partner_since != GP_YEAR_NONE)
      add_from (finance->units[GP_DRIVER_PARTNER_BOARD], project->boards[b].partner_since,
                GP_YEAR_MAX, ONE);
  }
}

/* The share of the known verandercoaches who are still there, in billionths. */
static void
wear_off (GpFinance *finance)
{
  const GpProject *project = finance->project;
  gint64 *heads = finance->units[GP_DRIVER_VERANDERCOACH];
  gint64 left = GP_BILLION;
  GpDecimal retention;

  gp_param_lookup (project, finance->scenario, GP_PARAM_VERANDERCOACH_RETENTION, NULL,
                   project->plan_from, &retention, NULL);
  for (GpYear year = project->plan_from; year <= GP_YEAR_MAX; year++) {
    gp_finance_times (heads[at (year)], left, GP_BILLION, &heads[at (year)]);
    gp_finance_times_decimal (left, retention, &left);
  }
}

static void
count_coaches (GpFinance *finance)
{
  const GpProject *project = finance->project;

  for (guint32 c = 0; c < project->n_verandercoaches; c++) {
    const GpVerandercoach *coach = &project->verandercoaches[c];

    finance->units[GP_DRIVER_TRAINING][at (coach->trained_year)] += ONE;
    add_from (finance->units[GP_DRIVER_VERANDERCOACH], coach->trained_year,
              coach->to_year != GP_YEAR_NONE ? coach->to_year : GP_YEAR_MAX, ONE);
  }
  wear_off (finance);
  for (guint32 c = 0; c < project->n_expert_coaches; c++) {
    GpYear from = project->expert_coaches[c].from_year;

    if (from != GP_YEAR_NONE && from < project->plan_from)
      finance->units[GP_DRIVER_HIRE][at (from)] += ONE;
  }
}

static void
add_planned (GpFinance *finance)
{
  static const struct {
    GpPlanRowKind kind;
    GpDriverKind driver;
  } added[] = {{GP_ROW_PARTNER, GP_DRIVER_PARTNER_BOARD},
               {GP_ROW_TRAINING, GP_DRIVER_TRAINING},
               {GP_ROW_STOCK, GP_DRIVER_VERANDERCOACH},
               {GP_ROW_HIRE, GP_DRIVER_HIRE}};

  for (guint i = 0; i < G_N_ELEMENTS (added); i++) {
    guint n;
    const GpPlanRow *rows = gp_plan_rows (finance->plan, finance->part, added[i].kind, &n);

    for (guint r = 0; r < n; r++) {
      GpYear to = added[i].kind == GP_ROW_PARTNER ? GP_YEAR_MAX : rows[r].year;

      if (in_plan (finance, rows[r].year))
        add_from (finance->units[added[i].driver], rows[r].year, to,
                  gp_finance_hundredths (finance, &rows[r]));
      else
        finance->n_strange_rows++;
    }
  }
}

void
gp_finance_count (GpFinance *finance)
{
  count_schools (finance);
  count_partners (finance);
  count_coaches (finance);
  if (finance->plan != NULL)
    add_planned (finance);
}

gboolean
gp_finance_needs_plan (const GpFinance *finance, GpDriverKind driver, GpYear year)
{
  int from = finance->project->plan_from - (driver == GP_DRIVER_RECRUITED_SCHOOL);

  return driver != GP_DRIVER_FIXED && year >= from;
}

gboolean
gp_finance_units (const GpFinance *finance, GpDriverKind driver, GpYear year, gint64 *hundredths)
{
  gboolean known;

  g_return_val_if_fail (finance != NULL && (guint)driver < GP_N_DRIVERS, FALSE);
  g_return_val_if_fail (hundredths != NULL, FALSE);
  known = year >= GP_YEAR_MIN && year <= finance->project->last_year &&
          (finance->plan != NULL || !gp_finance_needs_plan (finance, driver, year));
  *hundredths = known ? finance->units[driver][at (year)] : 0;
  return known;
}
