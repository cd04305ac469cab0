/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See gp-why-now.h. */
#include "gp-why-now.h"

#include <glib/gi18n-lib.h>
#include <groeiplan/gp-parameter.h>
#include <math.h>

#define NOTHING 0.005
#define ROOM 0.5 /* of a cap of whole things: less is none */
#define MOST_YEARS 64

static void
thing_free (gpointer data)
{
  GpWhyThing *thing = data;

  g_free (thing->sentence);
  g_free (thing->detail);
  g_free (thing->place);
  g_free (thing);
}

/* "2027-2028 to 2029-2030, and 2031-2032" would be long: the first and the last tell enough. */
static char *
years_text (const GpProject *project, guint64 years)
{
  char first[GP_YEAR_BYTES] = "", last[GP_YEAR_BYTES] = "";
  guint n = 0, from = 0, to = 0;

  for (guint y = 0; y < MOST_YEARS; y++) {
    if ((years >> y & 1) == 0)
      continue;
    from = n++ == 0 ? y : from;
    to = y;
  }
  gp_year_format ((GpYear)(project->plan_from + (int)from), first);
  gp_year_format ((GpYear)(project->plan_from + (int)to), last);
  if (n == 1)
    return g_strdup_printf (_ ("in %s"), first);
  if (n == to - from + 1)
    return g_strdup_printf (_ ("from %s to %s"), first, last);
  return g_strdup_printf (_ ("in %u years between %s and %s"), n, first, last);
}

/* ---- regions -----------------------------------------------------------------------------------
 */

static guint64
years_lacking (const GpBalance *balance, guint region)
{
  guint64 years = 0;

  for (guint y = 0; y < MIN (balance->n_years, MOST_YEARS); y++)
    if (balance->days[region * balance->n_years + y] < -ROOM)
      years |= G_GUINT64_CONSTANT (1) << y;
  return years;
}

static void
add_region (GPtrArray *things, const GpBalance *balance, guint region)
{
  const GpProject *project = balance->summary->project;
  guint worst = 0;
  double lacks = gp_balance_lacks (balance, region, &worst);
  guint64 years = years_lacking (balance, region);
  g_autofree char *when = NULL, *days = NULL;
  GpWhyThing *thing;

  if (years == 0)
    return;
  when = years_text (project, years);
  days = gp_format_number (lacks, 0, gp_numbers_current ());
  thing = g_new0 (GpWhyThing, 1);
  thing->sentence = g_strdup_printf (_ ("%s: expert days run short %s, by about %s together."),
                                     project->regions[region].name, when, days);
  thing->detail = gp_balance_text (balance, region, worst, gp_numbers_current ());
  thing->page = "capacity";
  thing->place = g_strdup (project->regions[region].code);
  thing->region = region;
  thing->years = years;
  g_ptr_array_add (things, thing);
}

typedef struct {
  guint region;
  double lacks;
} Lacking;

static int
compare_lacking (gconstpointer a, gconstpointer b)
{
  const Lacking *one = a, *other = b;

  return (one->lacks < other->lacks) - (one->lacks > other->lacks);
}

static void
add_regions (GPtrArray *things, const GpBalance *balance)
{
  g_autofree Lacking *regions = g_new0 (Lacking, MAX (balance->n_regions, 1));

  for (guint r = 0; r < balance->n_regions; r++)
    regions[r] = (Lacking){r, gp_balance_lacks (balance, r, NULL)};
  qsort (regions, balance->n_regions, sizeof *regions, compare_lacking);
  for (guint i = 0; i < balance->n_regions; i++)
    add_region (things, balance, regions[i].region);
}

/* ---- caps --------------------------------------------------------------------------------------
 */

typedef struct {
  GpParam param;
  GpPlanRowKind kind; /* that it bounds */
} Cap;

static const Cap caps[] = {{GP_PARAM_EXPERT_CAP, GP_ROW_HIRE},
                           {GP_PARAM_TRAINING_CAP, GP_ROW_TRAINING},
                           {GP_PARAM_PARTNER_CAP, GP_ROW_PARTNER},
                           {GP_PARAM_INTEREST_CAP, GP_ROW_START}};

static char *
cap_sentence (GpParam param, const char *number, const char *when)
{
  switch (param) {
  case GP_PARAM_EXPERT_CAP:
    return g_strdup_printf (_ ("The limit of %s expert coaches is reached %s."), number, when);
  case GP_PARAM_TRAINING_CAP:
    return g_strdup_printf (_ ("The limit on training (%s verandercoaches a year) is reached %s."),
                            number, when);
  case GP_PARAM_PARTNER_CAP:
    return g_strdup_printf (_ ("The limit on new partner boards (%s a year) is reached %s."),
                            number, when);
  default:
    return g_strdup_printf (_ ("The schools that can be interested (%s a year) all start %s."),
                            number, when);
  }
}

static void
sum_rows (const GpBalance *balance, const GpPlan *plan, GpPlanRowKind kind, double *used)
{
  const GpProject *project = balance->summary->project;
  guint n;
  const GpPlanRow *rows =
      gp_plan_rows (plan, plan->has_whole ? GP_PART_WHOLE : GP_PART_RELAXED, kind, &n);

  for (guint i = 0; i < n; i++)
    if (rows[i].year >= project->plan_from && rows[i].year <= project->last_year)
      used[rows[i].year - project->plan_from] += rows[i].amount;
}

/* Heads, as the rule of hiring counts them: those there and those hired stay, but for attrition. */
static void
count_heads (const GpBalance *balance, guint32 scenario, double *used)
{
  const GpProject *project = balance->summary->project;
  double hired = 0;

  for (guint y = 0; y < balance->n_years; y++) {
    GpYear year = (GpYear)(project->plan_from + (int)y);
    double stay = 1 - gp_param_value (project, scenario, GP_PARAM_EXPERT_ATTRITION, NULL, year);

    hired = stay * hired + used[y];
    used[y] = hired;
    for (guint32 i = 0; i < project->n_expert_coaches; i++) {
      const GpExpertCoach *coach = &project->expert_coaches[i];

      if ((coach->from_year == GP_YEAR_NONE || coach->from_year <= year) &&
          (coach->to_year == GP_YEAR_NONE || coach->to_year >= year))
        used[y] += pow (stay, y);
    }
  }
}

/* Something is short in the year or a later one: what is full before may be why. */
static gboolean
matters (const GpBalance *balance, guint year)
{
  for (guint y = year; y < balance->n_years; y++) {
    if (balance->summary->behind[y] > NOTHING)
      return TRUE;
    for (guint r = 0; r < balance->n_regions; r++)
      if (balance->days[r * balance->n_years + y] < -NOTHING)
        return TRUE;
  }
  return FALSE;
}

static void
add_cap (GPtrArray *things, const GpBalance *balance, guint32 scenario, const GpPlan *plan,
         const Cap *cap)
{
  const GpProject *project = balance->summary->project;
  g_autofree double *used = g_new0 (double, MAX (balance->n_years, 1));
  double most = 0;
  guint64 years = 0;
  g_autofree char *when = NULL, *number = NULL;
  GpWhyThing *thing;

  sum_rows (balance, plan, cap->kind, used);
  if (cap->param == GP_PARAM_EXPERT_CAP)
    count_heads (balance, scenario, used);
  for (guint y = 0; y < MIN (balance->n_years, MOST_YEARS); y++) {
    double limit =
        gp_param_value (project, scenario, cap->param, NULL, (GpYear)(project->plan_from + (int)y));

    if (used[y] <= limit - ROOM || !matters (balance, y))
      continue;
    years |= G_GUINT64_CONSTANT (1) << y;
    most = MAX (most, limit);
  }
  if (years == 0)
    return;
  when = years_text (project, years);
  number = gp_format_number (most, 0, gp_numbers_current ());
  thing = g_new0 (GpWhyThing, 1);
  thing->sentence = cap_sentence (cap->param, number, when);
  thing->page = "scenarios";
  thing->place = g_strdup (gp_param_info (cap->param)->name);
  thing->region = GP_NONE;
  thing->years = years;
  g_ptr_array_add (things, thing);
}

GPtrArray *
gp_why_now (const GpBalance *balance, guint32 scenario, const GpPlan *plan)
{
  GPtrArray *things = g_ptr_array_new_with_free_func (thing_free);

  if (plan == NULL || !balance->summary->has_plan || !matters (balance, 0))
    return things;
  add_regions (things, balance);
  for (guint i = 0; i < G_N_ELEMENTS (caps); i++)
    add_cap (things, balance, scenario, plan, &caps[i]);
  return things;
}
