/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sentences of the Overview, made from the figures of a GpSummary. */
#include "gp-summary.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static char *
number (const GpSummary *self, double value, GpLanguage language)
{
  g_autofree char *text = gp_format_number (value, 0, language);

  return g_strconcat (self->estimated ? "≈" : self->rough ? "~" : "", text, NULL);
}

static char *
estimated_headline (const GpSummary *self, const char *schools, const char *apart, const char *goal)
{
  int year = self->goal_year + 1;

  if (self->goal <= 0)
    return g_strdup_printf (_ ("In %d, an estimated %s schools take part."), year, schools);
  return g_strdup_printf (
      self->goal > self->at_goal
          ? _ ("In %d, an estimated %s schools take part: %s fewer than the goal of %s.")
          : _ ("In %d, an estimated %s schools take part: %s more than the goal of %s."),
      year, schools, apart, goal);
}

/* Of a relaxed plan: no plan in whole schools does better. One that falls short of the goal says
 * so; one that reaches it says nothing yet of whole schools. */
static char *
rough_headline (const GpSummary *self, const char *schools, const char *apart, const char *goal)
{
  int year = self->goal_year + 1;
  double gap = round (self->goal) - round (self->at_goal);

  if (self->goal <= 0)
    return g_strdup_printf (_ ("In %d, at best %s schools take part."), year, schools);
  if (gap > 0)
    return g_strdup_printf (
        _ ("In %d, at best %s schools take part: %s fewer than the goal of %s."), year, schools,
        apart, goal);
  return g_strdup_printf (_ ("In %d, at best %s schools take part. Whether the goal of %s is "
                             "reached, a plan in whole schools tells."),
                          year, schools, goal);
}

/* The goal year is spoken of by the calendar year in which it ends: 2031-2032 is "in 2032". */
static char *
headline_with_plan (const GpSummary *self, GpLanguage language)
{
  int year = self->goal_year + 1;
  double gap = round (self->goal) - round (self->at_goal);
  g_autofree char *schools = number (self, self->at_goal, language);
  g_autofree char *goal = gp_format_number (self->goal, 0, language);
  g_autofree char *apart = number (self, fabs (gap), language);

  if (self->estimated)
    return estimated_headline (self, schools, apart, goal);
  if (self->rough)
    return rough_headline (self, schools, apart, goal);
  if (self->goal <= 0)
    return g_strdup_printf (_ ("In %d, %s schools take part."), year, schools);
  if (gap > 0)
    return g_strdup_printf (_ ("In %d, %s schools take part: %s fewer than the goal of %s."), year,
                            schools, apart, goal);
  if (gap < 0)
    return g_strdup_printf (_ ("In %d, %s schools take part: %s more than the goal of %s."), year,
                            schools, apart, goal);
  return g_strdup_printf (_ ("In %d, %s schools take part: exactly the goal."), year, schools);
}

char *
gp_summary_headline (const GpSummary *self, GpLanguage language)
{
  g_autofree char *now = gp_format_number (self->now, 0, language);
  g_autofree char *goal = gp_format_number (self->goal, 0, language);

  if (self->has_plan)
    return headline_with_plan (self, language);
  if (self->project->n_schools == 0)
    return g_strdup (_ ("There are no schools yet."));
  if (self->goal <= 0)
    return g_strdup_printf (_ ("%s schools take part now. There is no plan yet."), now);
  return g_strdup_printf (
      _ ("%s schools take part now; the goal is %s in %d. There is no plan yet."), now, goal,
      self->goal_year + 1);
}

static char *
join_names (GPtrArray *names)
{
  g_autoptr (GString) text = g_string_new (g_ptr_array_index (names, 0));

  for (guint i = 1; i + 1 < names->len; i++)
    g_string_append_printf (text, ", %s", (const char *)g_ptr_array_index (names, i));
  if (names->len == 1)
    return g_string_free (g_steal_pointer (&text), FALSE);
  return g_strdup_printf (_ ("%s and %s"), text->str,
                          (const char *)g_ptr_array_index (names, names->len - 1));
}

static char *
squeeze_of (GPtrArray *names, const GpSqueeze *squeeze, GpYear plan_from)
{
  char from[GP_YEAR_BYTES], to[GP_YEAR_BYTES];
  g_autofree char *where =
      squeeze->is_everywhere ? g_strdup (_ ("every region")) : join_names (names);

  gp_year_format ((GpYear)(plan_from + squeeze->first), from);
  gp_year_format ((GpYear)(plan_from + squeeze->last), to);
  if (squeeze->first == squeeze->last)
    return g_strdup_printf (_ ("Expert days run out in %s, in %s."), where, from);
  if (squeeze->is_to_end)
    return g_strdup_printf (_ ("Expert days run out in %s, from %s on."), where, from);
  return g_strdup_printf (_ ("Expert days run out in %s, between %s and %s."), where, from, to);
}

char *
gp_summary_squeeze (const GpSummary *self)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autoptr (GArray) regions = g_array_new (FALSE, FALSE, sizeof (guint32));
  GpSqueeze squeeze = gp_load_squeeze (self->load, regions);

  if (!self->has_plan && self->project->n_schools == 0)
    return g_strdup (_ ("Import boards and schools from the register, or add them on Boards and "
                        "Schools; then press Plan."));
  if (!self->has_plan)
    return g_strdup (_ ("Press Plan to see which schools can start when, and what is short."));
  for (guint i = 0; i < regions->len; i++)
    g_ptr_array_add (names,
                     (gpointer)self->project->regions[g_array_index (regions, guint32, i)].name);
  if (names->len > 0)
    return squeeze_of (names, &squeeze, self->project->plan_from);
  if (self->waiting > 0.005 && self->waiting < 1.5)
    return g_strdup (_ ("One school waits a year although expert days are left: look at interest, "
                        "readiness and the number of schools that can start."));
  if (self->waiting > 0.005)
    return g_strdup (_ ("Schools wait although expert days are left: look at interest, readiness "
                        "and the number of schools that can start."));
  return g_strdup (_ ("Nowhere do expert days run out in the plan years."));
}

char *
gp_summary_distance (const GpSummary *self, GpLanguage language)
{
  g_autofree char *least = NULL, *waiting = NULL;

  if (!self->has_plan || self->rough || isnan (self->unavoidable) ||
      self->waiting - self->unavoidable < 1)
    return NULL;
  least = gp_format_number (self->unavoidable, 0, language);
  waiting = gp_format_number (self->waiting, 0, language);
  if (self->waiting < 1.5)
    return g_strdup (_ ("Nothing proves that the one school-year of waiting is unavoidable."));
  return g_strdup_printf (
      _ ("Of the %s school-years of waiting, %s are proven to be unavoidable in this scenario."),
      waiting, least);
}

char *
gp_summary_describe_year (const GpSummary *self, guint index, GpLanguage language)
{
  const GpTakingPart *year;
  char name[GP_YEAR_BYTES];
  g_autofree char *total = NULL, *history = NULL, *regular = NULL, *groeikracht = NULL;

  if (index >= self->years->len)
    return g_strdup ("");
  year = &g_array_index (self->years, GpTakingPart, index);
  total = number (self, year->history + year->regular + year->groeikracht, language);
  history = gp_format_number (year->history, 0, language);
  regular = number (self, year->regular, language);
  groeikracht = number (self, year->groeikracht, language);
  gp_year_format (year->year, name);
  if (year->year < self->project->plan_from || !self->has_plan)
    return g_strdup_printf (_ ("%s: %s schools take part."), name, total);
  return g_strdup_printf (
      _ ("%s: %s schools take part; %s already did, %s start regularly, %s with Groeikracht."),
      name, total, history, regular, groeikracht);
}

char *
gp_summary_describe_cell (const GpSummary *self, guint region, guint year, GpLanguage language)
{
  guint cell = region * self->n_years + year;
  char name[GP_YEAR_BYTES];
  g_autofree char *used = NULL, *there = NULL, *lack = NULL;

  if (region >= self->n_regions || year >= self->n_years)
    return g_strdup ("");
  gp_year_format ((GpYear)(self->project->plan_from + (int)year), name);
  if (isnan (gp_summary_load (self, region, year)))
    return g_strdup_printf (_ ("%s, %s: no expert days."), self->project->regions[region].name,
                            name);
  used = gp_format_number (self->used[cell], 0, language);
  there = gp_format_number (self->available[cell], 0, language);
  lack = gp_format_number (self->overloads[cell], 0, language);
  if (self->overloads[cell] > 0.005)
    return g_strdup_printf (_ ("%s, %s: %s of %s expert days used, %s short."),
                            self->project->regions[region].name, name, used, there, lack);
  return g_strdup_printf (_ ("%s, %s: %s of %s expert days used."),
                          self->project->regions[region].name, name, used, there);
}
