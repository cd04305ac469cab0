/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A plan for people: a headline, the priorities with the distance to what is possible at best, the
 * starts per year, and the expert days per region and year. Rough (relaxed) figures carry a tilde.
 */
#include "gp-cli-private.h"

#include <groeiplan/gp-format.h>
#include <groeiplan/gp-parameter.h>

#include <glib/gi18n-lib.h>
#include <math.h>

static const char *
status_words (GpPlanStatus status)
{
  switch (status) {
  case GP_PLAN_OPTIMAL:
    return _ ("proven to be the best");
  case GP_PLAN_FEASIBLE:
    return _ ("a plan that keeps every rule; how far the best can be away is told below");
  case GP_PLAN_CONFLICT:
    return _ ("no plan: what is fixed contradicts itself or the rules");
  case GP_PLAN_UNKNOWN:
    return _ ("no plan: numerical trouble");
  case GP_PLAN_CANCELLED:
  default:
    return _ ("interrupted");
  }
}

static void
print_headline (const GpProject *project, guint32 scenario, const GpPlan *plan, GArray *figures)
{
  const GpFigureYear *year =
      &g_array_index (figures, GpFigureYear, project->goal_year - project->plan_from);
  double goal =
      gp_param_value (project, scenario, GP_PARAM_PARTICIPATION_GOAL, NULL, project->goal_year);
  GpLanguage language = gp_language_current ();
  char name[GP_YEAR_BYTES];
  gp_year_format (project->goal_year, name);
  const char *tilde = plan->has_whole ? "" : "~";
  g_autofree char *taking = gp_format_number (year->value[GP_FIGURE_TAKING_PART], 0, language);
  g_autofree char *short_of =
      gp_format_number (fabs (goal - year->value[GP_FIGURE_TAKING_PART]), 0, language);
  g_autofree char *goal_text = gp_format_number (goal, 0, language);
  if (goal <= 0)
    gp_cli_print (_ ("By the end of %s, %s%s schools take part."), name, tilde, taking);
  else if (year->value[GP_FIGURE_TAKING_PART] < goal - 0.5)
    gp_cli_print (_ ("By the end of %s, %s%s schools take part: %s%s fewer than the goal of %s."),
                  name, tilde, taking, tilde, short_of, goal_text);
  else
    gp_cli_print (_ ("By the end of %s, %s%s schools take part: the goal of %s is reached."), name,
                  tilde, taking, goal_text);
  gp_cli_print ("\n");
}

/* How much worse the whole plan is than the best that is proven possible: told up to the first
 * priority that does not reach it, for the later ones were bought with that. */
static void
add_bound (GpCliTable *table, const GpPlan *plan, const GpPlanPriority *priority,
           gboolean *comparable)
{
  gboolean told = plan->has_whole && *comparable && isfinite (priority->bound);
  double worse = priority->whole - priority->bound;
  if (priority->id == GP_PRIORITY_REACH)
    worse = -worse;
  g_autofree char *gap =
      told ? gp_format_difference (worse, 2, gp_language_current ()) : g_strdup ("-");
  if (told)
    gp_cli_table_add_number (table, priority->bound, 2);
  else
    gp_cli_table_add (table, "-");
  gp_cli_table_add (table, gap);
  *comparable = told && worse < 0.005;
}

static void
print_priorities (const GpPlan *plan)
{
  const char *const heads[] = {_ ("priority"), _ ("relaxed"), _ ("whole"),
                               _ ("bound"),    _ ("gap"),     ""};
  gp_cli_print ("\n%s\n",
                _ ("Priorities, in their order: the relaxed plan, the plan of whole schools, "
                   "what none of those can beat, and how much worse this one is (to the first "
                   "that it does not reach)"));
  GpCliTable *table = gp_cli_table_new (G_N_ELEMENTS (heads));
  gboolean comparable = TRUE;
  gp_cli_table_set_left (table, 5);
  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    gp_cli_table_add (table, heads[i]);
  for (guint i = 0; i < plan->n_priorities; i++) {
    const GpPlanPriority *priority = &plan->priorities[i];
    gp_cli_table_add (table, gp_priority_name (priority->id));
    gp_cli_table_add_number (table, priority->relaxed, 2);
    gp_cli_table_add_number (table, plan->has_whole ? priority->whole : NAN, 2);
    add_bound (table, plan, priority, &comparable);
    gp_cli_table_add (table, gp_cli_unit (priority->id));
  }
  gp_cli_table_print (table);
}

static void
add_year_name (GpCliTable *table, const GpProject *project, GpYear year)
{
  char name[GP_YEAR_BYTES];
  g_autofree char *text =
      g_strdup_printf ("%s%s", gp_year_format (year, name), year > project->goal_year ? "*" : "");
  gp_cli_table_add (table, text);
}

static void
print_years (const GpProject *project, GArray *figures, guint digits)
{
  const char *const heads[] = {_ ("year"),        _ ("Groeikracht"), _ ("regular"), _ ("behind"),
                               _ ("taking part"), _ ("partners"),    _ ("trained"), _ ("hired")};
  gp_cli_print ("\n%s\n", _ ("Starts per year (* looks ahead, beyond the goal year)"));
  GpCliTable *table = gp_cli_table_new (G_N_ELEMENTS (heads));
  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    gp_cli_table_add (table, heads[i]);
  for (guint i = 0; i < figures->len; i++) {
    const GpFigureYear *year = &g_array_index (figures, GpFigureYear, i);
    add_year_name (table, project, year->year);
    gp_cli_table_add_number (table, year->value[GP_FIGURE_STARTS_GROEIKRACHT], digits);
    gp_cli_table_add_number (table, year->value[GP_FIGURE_STARTS_REGULAR], digits);
    gp_cli_table_add_number (
        table, year->value[GP_FIGURE_DELAY_GROEIKRACHT] + year->value[GP_FIGURE_DELAY_REGULAR],
        digits);
    gp_cli_table_add_number (table, year->value[GP_FIGURE_TAKING_PART], digits);
    gp_cli_table_add_number (table, year->value[GP_FIGURE_PARTNERS], digits);
    gp_cli_table_add_number (table, year->value[GP_FIGURE_TRAININGS], digits);
    gp_cli_table_add_number (table, year->value[GP_FIGURE_HIRES], digits);
  }
  gp_cli_table_print (table);
}

static void
add_capacity (GpCliTable *table, const GArray *rows, const char *region, GpYear year,
              double lending_efficiency)
{
  const GpCliCapacity none = {.region = region, .year = year};
  const GpCliCapacity *found = &none;
  for (guint i = 0; i < rows->len; i++) {
    const GpCliCapacity *row = &g_array_index (rows, GpCliCapacity, i);
    if (row->year == year && strcmp (row->region, region) == 0)
      found = row;
  }
  GpLanguage language = gp_language_current ();
  g_autofree char *used = gp_format_number (found->used, 0, language);
  g_autofree char *available =
      gp_format_number (found->available + lending_efficiency * found->borrowed, 0, language);
  g_autofree char *text =
      g_strdup_printf ("%s/%s%s", used, available, found->overload > 0.005 ? "!" : "");
  gp_cli_table_add (table, text);
}

static void
print_capacity (const GpProject *project, guint32 scenario, const GpPlan *plan)
{
  g_autoptr (GArray) rows = gp_cli_capacity (plan, gp_cli_part (plan));
  double efficiency =
      gp_param_value (project, scenario, GP_PARAM_LENDING_EFFICIENCY, NULL, project->plan_from);
  guint n_years = (guint)(project->last_year - project->plan_from + 1);
  gp_cli_print ("\n%s\n",
                _ ("Expert days used / there, borrowed ones counted, per region (! short)"));
  GpCliTable *table = gp_cli_table_new (n_years + 1);
  gp_cli_table_add (table, _ ("region"));
  for (GpYear y = project->plan_from; y <= project->last_year; y++)
    add_year_name (table, project, y);
  for (guint r = 0; r < project->n_regions; r++) {
    gp_cli_table_add (table, project->regions[r].name);
    for (GpYear y = project->plan_from; y <= project->last_year; y++)
      add_capacity (table, rows, project->regions[r].code, y, efficiency);
  }
  gp_cli_table_print (table);
}

/* A plan without a single start is seldom meant: says what to look at first. */
static void
print_nothing_starts (const GpProject *project, GArray *figures)
{
  double starts = gp_figures_total (figures, GP_FIGURE_STARTS_GROEIKRACHT, project->last_year) +
                  gp_figures_total (figures, GP_FIGURE_STARTS_REGULAR, project->last_year);
  if (starts >= 0.005)
    return;
  if (project->n_schools == 0)
    gp_cli_print ("%s\n", _ ("There are no schools to plan: add them with import or "
                             "import-register, and plan again."));
  else
    gp_cli_print (
        "%s\n",
        _ ("No school starts in any year. When that is not meant, see which schools may start "
           "(their state), whether the shares asked of sectors and of schools with high need "
           "(sector_min_share, equity_min_share) can be met with these schools, and what the "
           "commands prices and repairs tell."));
}

void
gp_cli_plan_text (const GpProject *project, guint32 scenario, const GpPlan *plan,
                  const GpPlan *published)
{
  gp_cli_print (_ ("%s, scenario %s: %s\n"), project->name, plan->scenario,
                status_words (plan->status));
  for (guint i = 0; i < plan->n_conflicts; i++)
    gp_cli_print ("- %s\n", plan->conflicts[i]);
  if (plan->status == GP_PLAN_CONFLICT || plan->status == GP_PLAN_UNKNOWN)
    return;
  if (!plan->has_whole)
    gp_cli_print ("%s\n", _ ("Relaxed figures (~): what is possible at best, in fractions of "
                             "schools."));
  g_autoptr (GArray) figures = gp_figures_new (project, scenario, plan, gp_cli_part (plan));
  print_headline (project, scenario, plan, figures);
  print_nothing_starts (project, figures);
  print_priorities (plan);
  print_years (project, figures, plan->has_whole ? 0 : 2);
  print_capacity (project, scenario, plan);
  if (published && gp_cli_counts_change (plan))
    gp_cli_changes_text (project, plan, published);
}
