/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See gp-capacity.h. */
#include "gp-capacity.h"

#include "gp-links.h"

#include <glib/gi18n-lib.h>
#include <groeiplan/gp-parameter.h>
#include <math.h>

#define MAX_SUPPORT 4 /* looked at; a sector has one or two support years */

/* ---- adding up --------------------------------------------------------------------------------
 */

static GpPlanPart
part_of (const GpPlan *plan)
{
  return plan->has_whole ? GP_PART_WHOLE : GP_PART_RELAXED;
}

static double *
cell_of (double *values, const GpProject *project, const char *region, int year)
{
  guint32 index = gp_project_find (project, GP_TABLE_REGIONS, region);

  if (index == GP_NONE || year < project->plan_from || year > project->last_year)
    return NULL;
  return &values[index * (guint)(project->last_year - project->plan_from + 1) +
                 (guint)(year - project->plan_from)];
}

static void
add_rows (const GpCapacity *self, const GpPlan *plan, GpPlanRowKind kind, double *values)
{
  guint n;
  const GpPlanRow *rows = gp_plan_rows (plan, part_of (plan), kind, &n);

  for (guint i = 0; i < n; i++) {
    double *cell = cell_of (values, self->project, rows[i].region, rows[i].year);

    if (cell != NULL)
      *cell += rows[i].amount;
  }
}

static void
add_lending (const GpCapacity *self, guint32 scenario, const GpPlan *plan)
{
  guint n;
  const GpPlanRow *rows = gp_plan_rows (plan, part_of (plan), GP_ROW_LENDING, &n);

  for (guint i = 0; i < n; i++) {
    double *from =
        cell_of (self->demand[GP_DEMAND_LENT], self->project, rows[i].region, rows[i].year);
    double *to =
        cell_of (self->supply[GP_SUPPLY_BORROWED], self->project, rows[i].to_region, rows[i].year);

    if (from == NULL || to == NULL)
      continue;
    *from += rows[i].amount;
    *to += rows[i].amount * gp_param_value (self->project, scenario, GP_PARAM_LENDING_EFFICIENCY,
                                            NULL, rows[i].year);
  }
}

/* Days that a school of the sector asks in its support year k (from 0). */
static double
support_days (const GpProject *project, guint32 scenario, guint32 sector, guint k)
{
  g_autofree char *scope = NULL;

  if (k >= project->sectors[sector].support_years || scenario == GP_NONE)
    return 0;
  scope = g_strdup_printf ("%s:%u", project->sectors[sector].code, k + 1);
  return gp_param_value (project, scenario, GP_PARAM_SUPPORT_DAYS, scope, GP_YEAR_NONE);
}

static double *
all_support_days (const GpProject *project, guint32 scenario)
{
  double *days = g_new0 (double, MAX (project->n_sectors, 1) * MAX_SUPPORT);

  for (guint32 s = 0; s < project->n_sectors; s++)
    for (guint k = 0; k < MAX_SUPPORT; k++)
      days[s * MAX_SUPPORT + k] = support_days (project, scenario, s, k);
  return days;
}

/* A school's (schools') days in all its support years, into a line of n_years. */
static void
add_support (const GpProject *project, const double *days, GpYear started, double schools,
             double *line)
{
  for (guint k = 0; k < MAX_SUPPORT; k++) {
    int year = started + (int)k;

    if (year >= project->plan_from && year <= project->last_year)
      line[year - project->plan_from] += schools * days[k];
  }
}

static void
add_carry (const GpCapacity *self, const double *days)
{
  for (guint32 i = 0; i < self->project->n_schools; i++) {
    const GpSchool *school = &self->project->schools[i];

    if (school->started != GP_YEAR_NONE)
      add_support (self->project, &days[school->sector * MAX_SUPPORT], school->started, 1,
                   &self->demand[GP_DEMAND_CARRY][school->region * self->n_years]);
  }
}

static void
add_starts (const GpCapacity *self, const GpPlan *plan, const double *days)
{
  guint n;
  const GpPlanRow *rows = gp_plan_rows (plan, part_of (plan), GP_ROW_START, &n);

  for (guint i = 0; i < n; i++) {
    guint32 region = gp_project_find (self->project, GP_TABLE_REGIONS, rows[i].region);
    guint32 sector = gp_project_find (self->project, GP_TABLE_SECTORS, rows[i].sector);
    GpDemand kind =
        rows[i].programme == GP_PROGRAMME_REGULAR ? GP_DEMAND_REGULAR : GP_DEMAND_GROEIKRACHT;

    if (region != GP_NONE && sector != GP_NONE)
      add_support (self->project, &days[sector * MAX_SUPPORT], rows[i].year, rows[i].amount,
                   &self->demand[kind][region * self->n_years]);
  }
}

/* What is left of the days used when schools and lending are taken off: the rest of rule 13. */
static void
find_beside (const GpCapacity *self, const double *used)
{
  for (guint i = 0; i < self->n_regions * self->n_years; i++) {
    double rest = used[i] + self->supply[GP_SUPPLY_VERANDERCOACHES][i] -
                  self->demand[GP_DEMAND_CARRY][i] - self->demand[GP_DEMAND_REGULAR][i] -
                  self->demand[GP_DEMAND_GROEIKRACHT][i] - self->demand[GP_DEMAND_LENT][i];

    self->demand[GP_DEMAND_BESIDE][i] = MAX (rest, 0);
  }
}

GpCapacity *
gp_capacity_new (const GpProject *project, guint32 scenario, const GpPlan *plan)
{
  GpCapacity *self = g_new0 (GpCapacity, 1);
  gboolean usable =
      plan != NULL && (plan->status == GP_PLAN_OPTIMAL || plan->status == GP_PLAN_FEASIBLE);
  g_autofree double *days = all_support_days (project, scenario), *used = NULL;
  gsize n;

  self->project = project;
  self->has_plan = usable;
  self->rough = usable && !plan->has_whole;
  self->n_regions = project->n_regions;
  self->n_years = (guint)(project->last_year - project->plan_from + 1);
  n = MAX ((gsize)self->n_regions * self->n_years, 1);
  for (guint i = 0; i < GP_N_SUPPLIES; i++)
    self->supply[i] = g_new0 (double, n);
  for (guint i = 0; i < GP_N_DEMANDS; i++)
    self->demand[i] = g_new0 (double, n);
  self->shortage = g_new0 (double, n);
  self->hired = g_new0 (double, n);
  if (!usable)
    return self;
  used = g_new0 (double, n);
  add_rows (self, plan, GP_ROW_AVAILABLE, self->supply[GP_SUPPLY_EXPERTS]);
  add_rows (self, plan, GP_ROW_VERANDERCOACH_DAYS, self->supply[GP_SUPPLY_VERANDERCOACHES]);
  add_rows (self, plan, GP_ROW_OVERLOAD, self->shortage);
  add_rows (self, plan, GP_ROW_HIRE, self->hired);
  add_rows (self, plan, GP_ROW_USED, used);
  add_lending (self, scenario, plan);
  add_carry (self, days);
  add_starts (self, plan, days);
  find_beside (self, used);
  return self;
}

void
gp_capacity_free (GpCapacity *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < GP_N_SUPPLIES; i++)
    g_free (self->supply[i]);
  for (guint i = 0; i < GP_N_DEMANDS; i++)
    g_free (self->demand[i]);
  g_free (self->shortage);
  g_free (self->hired);
  g_free (self);
}

void
gp_capacity_sum (const GpCapacity *self, const double *values, guint32 region, double *out)
{
  for (guint y = 0; y < self->n_years; y++) {
    out[y] = 0;
    for (guint32 r = 0; r < self->n_regions; r++)
      if (region == GP_NONE || region == r)
        out[y] += values[r * self->n_years + y];
  }
}

double *
gp_capacity_board_days (const GpProject *project, guint32 scenario, const GpPlan *plan)
{
  guint n_years = (guint)(project->last_year - project->plan_from + 1), n = 0;
  double *of = g_new0 (double, MAX ((gsize)project->n_boards * n_years, 1));
  g_autofree double *days = all_support_days (project, scenario);
  const GpPlanRow *rows =
      plan != NULL ? gp_plan_rows (plan, part_of (plan), GP_ROW_START, &n) : NULL;

  for (guint32 i = 0; i < project->n_schools; i++) {
    const GpSchool *school = &project->schools[i];

    if (school->started != GP_YEAR_NONE)
      add_support (project, &days[school->sector * MAX_SUPPORT], school->started, 1,
                   &of[(gsize)school->board * n_years]);
  }
  for (guint i = 0; i < n; i++) {
    guint32 board = gp_project_find (project, GP_TABLE_BOARDS, rows[i].board);
    guint32 sector = gp_project_find (project, GP_TABLE_SECTORS, rows[i].sector);

    if (board != GP_NONE && sector != GP_NONE)
      add_support (project, &days[sector * MAX_SUPPORT], rows[i].year, rows[i].amount,
                   &of[(gsize)board * n_years]);
  }
  return of;
}

typedef struct {
  guint32 board;
  double days;
} Asked;

static int
compare_asked (gconstpointer a, gconstpointer b)
{
  const Asked *one = a, *other = b;

  if (one->days != other->days)
    return one->days > other->days ? -1 : 1;
  return (one->board > other->board) - (one->board < other->board);
}

GArray *
gp_capacity_boards_by_days (const GpProject *project, const double *days, guint32 region)
{
  guint n_years = (guint)(project->last_year - project->plan_from + 1);
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (Asked));
  GArray *boards = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint32 b = 0; b < project->n_boards; b++) {
    Asked asked = {b, 0};

    if (region != GP_NONE && project->boards[b].home_region != region)
      continue;
    for (guint y = 0; y < n_years; y++)
      asked.days += days[(gsize)b * n_years + y];
    if (asked.days > 0.005)
      g_array_append_val (all, asked);
  }
  g_array_sort (all, compare_asked);
  for (guint i = 0; i < all->len; i++)
    g_array_append_val (boards, g_array_index (all, Asked, i).board);
  return boards;
}

/* ---- in words ---------------------------------------------------------------------------------
 */

static char *
number (const GpCapacity *self, double value, GpLanguage language)
{
  g_autofree char *text = gp_format_number (value, 0, language);

  return g_strconcat (self->rough ? "~" : "", text, NULL);
}

char *
gp_capacity_markup (const GpCapacity *self, guint32 region, GpLanguage language)
{
  g_autofree double *asked = g_new0 (double, self->n_years), *line = g_new0 (double, self->n_years);
  g_autofree char *days = NULL, *by = NULL, *text = NULL;
  char year[GP_YEAR_BYTES];
  guint most = 0;

  if (!self->has_plan)
    return g_strdup (_ ("There is no plan yet."));
  for (guint i = 0; i < GP_N_DEMANDS; i++) {
    if (region == GP_NONE && i == GP_DEMAND_LENT)
      continue; /* between the regions: counted where it is used */
    gp_capacity_sum (self, self->demand[i], region, line);
    for (guint y = 0; y < self->n_years; y++)
      asked[y] += line[y];
  }
  for (guint y = 0; y < self->n_years; y++)
    if (asked[y] > asked[most])
      most = y;
  gp_capacity_sum (self, self->supply[GP_SUPPLY_VERANDERCOACHES], region, line);
  days = number (self, asked[most], language);
  by = number (self, line[most], language);
  gp_year_format ((GpYear)(self->project->plan_from + (int)most), year);
  text = g_strdup_printf (
      _ ("%s: most is asked in %s: %s coach-days, of which verandercoaches give "
         "%s."),
      region != GP_NONE ? self->project->regions[region].name : _ ("All regions together"), year,
      days, by);
  return gp_links_markup (text, (GpLink[]){{days, "plan/view:10"}, {by, "plan/view:5"}}, 2);
}

static double
total (const GpCapacity *self, const double *values, guint32 region)
{
  g_autofree double *line = g_new0 (double, self->n_years);
  double sum = 0;

  gp_capacity_sum (self, values, region, line);
  for (guint y = 0; y < self->n_years; y++)
    sum += line[y];
  return sum;
}

char *
gp_capacity_means_markup (const GpCapacity *self, guint32 region, GpLanguage language)
{
  double coaches = total (self, self->hired, region);
  g_autofree char *hired = number (self, coaches, language);
  double out = total (self, self->demand[GP_DEMAND_LENT], region);
  double in = total (self, self->supply[GP_SUPPLY_BORROWED], region);
  g_autofree char *lent = number (self, out, language), *borrowed = number (self, in, language);
  gulong many = fabs (coaches - 1) < 0.005 ? 1 : 2; /* parts of one, as in a relaxed plan, too */
  g_autofree char *text = NULL;

  if (!self->has_plan)
    return g_strdup ("");
  if (region == GP_NONE)
    text = g_strdup_printf (
        g_dngettext (
            GETTEXT_PACKAGE,
            "The plan hires %s expert coach and lends %s days from one region to another.",
            "The plan hires %s expert coaches and lends %s days from one region to another.", many),
        hired, lent);
  else
    text = g_strdup_printf (
        g_dngettext (
            GETTEXT_PACKAGE,
            "The plan hires %s expert coach here, lends %s days to other regions and borrows "
            "%s.",
            "The plan hires %s expert coaches here, lends %s days to other regions and "
            "borrows %s.",
            many),
        hired, lent, borrowed);
  return gp_links_markup (text,
                          (GpLink[]){{hired, "plan/view:6"},
                                     {lent, "plan/view:6"},
                                     {region != GP_NONE ? borrowed : NULL, "plan/view:6"}},
                          3);
}
