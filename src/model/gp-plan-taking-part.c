/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Schools taking part, year by year: the goal line's data.
 *
 * Starts are first counted by the year they happen in; a year's total then is the sum of all starts
 * up to it, each times school_continuation to the power of the years since. */
#include <groeiplan/gp-parameter.h>
#include <groeiplan/gp-plan.h>

#include <math.h>

#define N_YEARS (GP_YEAR_MAX - GP_YEAR_MIN + 1)

typedef struct {
  double history[N_YEARS], programme[GP_N_PROGRAMMES][N_YEARS];
} Starts;

static void
count_history (const GpProject *project, Starts *starts)
{
  for (guint i = 0; i < project->n_schools; i++) {
    if (project->schools[i].started != GP_YEAR_NONE)
      starts->history[project->schools[i].started - GP_YEAR_MIN] += 1;
  }
}

static void
count_plan (const GpProject *project, const GpPlan *plan, GpPlanPart part, Starts *starts)
{
  guint n;
  const GpPlanRow *rows = gp_plan_rows (plan, part, GP_ROW_START, &n);

  for (guint i = 0; i < n; i++) {
    /* A stored plan may be older than the data: what lies outside the plan years is not counted. */
    if (rows[i].year < project->plan_from || rows[i].year > GP_YEAR_MAX ||
        (guint)rows[i].programme >= GP_N_PROGRAMMES)
      continue;
    starts->programme[rows[i].programme][rows[i].year - GP_YEAR_MIN] += rows[i].amount;
  }
}

/* What is left in year of all that started up to it. */
static double
still_there (const double *starts, GpYear year, double continuation)
{
  double sum = 0;

  for (int y = GP_YEAR_MIN; y <= MIN (year, GP_YEAR_MAX); y++)
    sum = sum * continuation + starts[y - GP_YEAR_MIN];
  /* years beyond the last that can have starts only wear off */
  return year > GP_YEAR_MAX ? sum * pow (continuation, year - GP_YEAR_MAX) : sum;
}

GArray *
gp_plan_taking_part (const GpProject *project, guint32 scenario, const GpPlan *plan,
                     GpPlanPart part, GpYear first, GpYear last)
{
  GArray *years = g_array_new (FALSE, FALSE, sizeof (GpTakingPart));
  g_autofree Starts *starts = g_new0 (Starts, 1);
  double keep;

  g_return_val_if_fail (project != NULL && scenario < project->n_scenarios, years);
  keep = gp_param_value (project, scenario, GP_PARAM_SCHOOL_CONTINUATION, NULL, project->plan_from);
  count_history (project, starts);
  if (plan != NULL)
    count_plan (project, plan, part, starts);
  for (int year = first; year <= last; year++) {
    GpTakingPart row = {.year = (GpYear)year};

    row.history = still_there (starts->history, row.year, keep);
    row.regular = still_there (starts->programme[GP_PROGRAMME_REGULAR], row.year, keep);
    row.groeikracht = still_there (starts->programme[GP_PROGRAMME_GROEIKRACHT], row.year, keep);
    g_array_append_val (years, row);
  }
  return years;
}
