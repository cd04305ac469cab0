/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See gp-balance.h. */
#include "gp-balance.h"

#include <glib/gi18n-lib.h>
#include <groeiplan/gp-parameter.h>
#include <math.h>

#define NOTHING 0.005 /* days or schools: less is rounding */
#define FULL 0.02     /* of the days there: fewer are left */

/* Schools that could start in a region, and the days that they ask together in their first year. */
typedef struct {
  double schools, days;
} Pool;

static double *
first_year_days (const GpProject *project, guint32 scenario)
{
  double *days = g_new0 (double, MAX (project->n_sectors, 1));

  for (guint32 s = 0; s < project->n_sectors && scenario != GP_NONE; s++) {
    g_autofree char *scope = g_strdup_printf ("%s:1", project->sectors[s].code);

    days[s] = gp_param_value (project, scenario, GP_PARAM_SUPPORT_DAYS, scope, GP_YEAR_NONE);
  }
  return days;
}

/* pools[region * n_years + year]: at the end of the year. */
static void
fill_pools (const GpBalance *self, const GpPlan *plan, const double *days, Pool *pools)
{
  const GpProject *project = self->summary->project;
  GpPlanPart part = plan->has_whole ? GP_PART_WHOLE : GP_PART_RELAXED;
  guint n;
  const GpPlanRow *rows = gp_plan_rows (plan, part, GP_ROW_START, &n);

  for (guint32 i = 0; i < project->n_schools; i++) {
    const GpSchool *school = &project->schools[i];

    for (guint y = 0; gp_school_is_eligible (school) && y < self->n_years; y++) {
      pools[school->region * self->n_years + y].schools += 1;
      pools[school->region * self->n_years + y].days += days[school->sector];
    }
  }
  for (guint i = 0; i < n; i++) {
    guint32 region = gp_project_find (project, GP_TABLE_REGIONS, rows[i].region);
    guint32 sector = gp_project_find (project, GP_TABLE_SECTORS, rows[i].sector);
    int from = MAX (rows[i].year - project->plan_from, 0);

    for (guint y = (guint)from; region != GP_NONE && sector != GP_NONE && y < self->n_years; y++) {
      pools[region * self->n_years + y].schools -= rows[i].amount;
      pools[region * self->n_years + y].days -= rows[i].amount * days[sector];
    }
  }
}

/* No day is left, or too few for one school more: whole schools seldom fill a region to the last
 * day.
 */
static gboolean
is_full (const GpBalance *self, const Pool *pools, guint region, guint year)
{
  guint cell = region * self->n_years + year;
  const Pool *pool = &pools[cell];
  double school = pool->schools > NOTHING ? pool->days / pool->schools : 0;

  return gp_summary_is_short (self->summary, region, year) ||
         self->days[cell] < MAX (school, FULL * self->summary->available[cell]);
}

/* The schools behind at the end of the year, over the regions that are full. */
static void
spread (GpBalance *self, const Pool *pools, guint year)
{
  const GpSummary *summary = self->summary;
  double all = 0;

  if (summary->behind[year] <= NOTHING)
    return;
  for (guint r = 0; r < self->n_regions; r++)
    if (is_full (self, pools, r, year))
      all += MAX (pools[r * self->n_years + year].schools, 0);
  for (guint r = 0; r < self->n_regions && all > NOTHING; r++) {
    guint cell = r * self->n_years + year;
    const Pool *pool = &pools[cell];

    if (pool->schools <= NOTHING || !is_full (self, pools, r, year))
      continue;
    self->waiting[cell] = MIN (summary->behind[year], all) * pool->schools / all;
    self->days[cell] -= self->waiting[cell] * MAX (pool->days, 0) / pool->schools;
  }
}

GpBalance *
gp_balance_new (const GpSummary *summary, guint32 scenario, const GpPlan *plan)
{
  GpBalance *self = g_new0 (GpBalance, 1);
  gsize n = (gsize)summary->n_regions * summary->n_years;
  g_autofree Pool *pools = g_new0 (Pool, MAX (n, 1));
  g_autofree double *days = first_year_days (summary->project, scenario);

  self->summary = summary;
  self->n_regions = summary->n_regions;
  self->n_years = summary->n_years;
  self->days = g_new0 (double, MAX (n, 1));
  self->share = g_new0 (double, MAX (n, 1));
  self->waiting = g_new0 (double, MAX (n, 1));
  if (summary->has_plan)
    fill_pools (self, plan, days, pools);
  for (gsize i = 0; i < n; i++) {
    gboolean any = !isnan (summary->used[i]) && (summary->available[i] > 0 || summary->used[i] > 0);

    self->days[i] = any ? MAX (summary->available[i] - summary->used[i], 0) : (double)NAN;
    if (summary->overloads[i] > NOTHING)
      self->days[i] = -summary->overloads[i];
  }
  for (guint y = 0; y < self->n_years; y++)
    spread (self, pools, y);
  for (gsize i = 0; i < n; i++)
    self->share[i] =
        summary->available[i] > 0 ? self->days[i] / summary->available[i] : MIN (self->days[i], 0);
  return self;
}

void
gp_balance_free (GpBalance *self)
{
  if (self == NULL)
    return;
  g_free (self->days);
  g_free (self->share);
  g_free (self->waiting);
  g_free (self);
}

double
gp_balance_lacks (const GpBalance *self, guint region, guint *worst)
{
  double sum = 0, most = 0;

  for (guint y = 0; y < self->n_years; y++) {
    double lacks = -self->days[region * self->n_years + y];

    if (isnan (lacks) || lacks <= 0)
      continue;
    sum += lacks;
    if (lacks > most && worst != NULL)
      *worst = y;
    most = MAX (most, lacks);
  }
  return sum;
}

static char *
lacking_text (const GpBalance *self, guint cell, const char *where, GpLanguage language)
{
  const GpSummary *summary = self->summary;
  double overload = MAX (summary->overloads[cell], 0);
  double left = overload > NOTHING ? 0 : MAX (summary->available[cell] - summary->used[cell], 0);
  g_autofree char *there = gp_format_number (summary->available[cell], 0, language);
  g_autofree char *lack = gp_format_number (overload, 0, language);
  g_autofree char *more = gp_format_number (left - overload - self->days[cell], 0, language);
  g_autofree char *schools = gp_format_number (self->waiting[cell], 0, language);
  g_autofree char *spare = gp_format_number (left, 0, language);

  if (self->waiting[cell] <= NOTHING)
    return g_strdup_printf (_ ("%s: promised work lacks %s expert days; %s are there."), where,
                            lack, there);
  if (overload > NOTHING)
    return g_strdup_printf (_ ("%s: promised work lacks %s expert days, and about %s more would be "
                               "asked by schools that wait (%s)."),
                            where, lack, more, schools);
  return g_strdup_printf (_ ("%s: %s of %s expert days are left; about %s more would be asked by "
                             "schools that wait (%s)."),
                          where, spare, there, more, schools);
}

char *
gp_balance_text (const GpBalance *self, guint region, guint year, GpLanguage language)
{
  const GpSummary *summary = self->summary;
  guint cell = region * self->n_years + year;
  char name[GP_YEAR_BYTES];
  g_autofree char *where = NULL, *spare = NULL, *there = NULL;

  if (region >= self->n_regions || year >= self->n_years)
    return g_strdup ("");
  gp_year_format ((GpYear)(summary->project->plan_from + (int)year), name);
  where = g_strdup_printf ("%s, %s", summary->project->regions[region].name, name);
  if (isnan (self->days[cell]))
    return g_strdup_printf (_ ("%s: no expert days."), where);
  if (self->days[cell] < -NOTHING)
    return lacking_text (self, cell, where, language);
  spare = gp_format_number (self->days[cell], 0, language);
  there = gp_format_number (summary->available[cell], 0, language);
  return g_strdup_printf (_ ("%s: %s of %s expert days are left."), where, spare, there);
}
