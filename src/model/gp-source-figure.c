/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sources of a plan's figures: how each is worked out, and the parameters that decide it. */
#include <groeiplan/gp-format.h>
#include <groeiplan/gp-source.h>

#include <glib/gi18n-lib.h>

#define MAX_PARAMS 8

/* Parameters from 1, so that what is left out is no parameter. */
#define P(name) (GP_PARAM_##name + 1)

static const struct {
  const char *how;
  int params[MAX_PARAMS];
} figures[GP_N_FIGURES] = {
    [GP_FIGURE_STARTS_GROEIKRACHT] = {N_ ("The plan’s starts in Groeikracht"),
                                      {P (COHORT_TARGET), P (INTEREST_CAP)}},
    [GP_FIGURE_STARTS_REGULAR] = {N_ ("The plan’s regular starts"),
                                  {P (COHORT_TARGET), P (INTEREST_CAP)}},
    [GP_FIGURE_TAKING_PART] = {N_ ("Schools that started before the plan, and the plan’s starts"),
                               {P (SCHOOL_CONTINUATION)}},
    [GP_FIGURE_DELAY_GROEIKRACHT] = {N_ ("Groeikracht cohorts so far less the plan’s starts"),
                                     {P (COHORT_TARGET)}},
    [GP_FIGURE_DELAY_REGULAR] = {N_ ("Regular cohorts so far less the plan’s starts"),
                                 {P (COHORT_TARGET)}},
    [GP_FIGURE_EXPERT_DAYS_AVAILABLE] = {N_ ("Days of the known expert coaches and of those hired"),
                                         {P (EXPERT_ATTRITION), P (EXPERT_DAYS),
                                          P (EXPERT_TRAINING_DAYS)}},
    [GP_FIGURE_EXPERT_DAYS_USED] = {N_ ("Days that the plan’s work takes of expert coaches"),
                                    {P (HANDOVER_SHARE), P (PARTNERSHIP_EXPERT_DAYS),
                                     P (TRAINING_EXPERT_DAYS), P (VERANDERCOACH_EXPERT_DAYS),
                                     P (LENDING_EFFICIENCY)}},
    [GP_FIGURE_OVERLOAD_DAYS] = {N_ ("Expert days that promised work takes and nobody has"), {0}},
    [GP_FIGURE_LENT_DAYS] = {N_ ("Expert days that regions lend each other in the plan"),
                             {P (LENDING_EFFICIENCY)}},
    [GP_FIGURE_VERANDERCOACH_DAYS] = {N_ ("Days that the plan gives to verandercoaches"),
                                      {P (HANDOVER_SHARE), P (VERANDERCOACH_DAYS),
                                       P (VERANDERCOACH_FIRST_YEAR_DAYS)}},
    [GP_FIGURE_EXPERT_COACHES] = {N_ ("Known expert coaches who are left, and those hired"),
                                  {P (EXPERT_ATTRITION), P (EXPERT_CAP)}},
    [GP_FIGURE_HIRES] = {N_ ("Expert coaches that the plan hires"), {P (EXPERT_CAP)}},
    [GP_FIGURE_TRAININGS] = {N_ ("Verandercoaches that the plan trains"),
                             {P (TRAINING_CAP), P (CANDIDATES_PER_SCHOOL)}},
    [GP_FIGURE_VERANDERCOACHES] = {N_ ("Those trained by the plan, less those who left"),
                                   {P (VERANDERCOACH_RETENTION), P (VERANDERCOACHES_PER_SCHOOL)}},
    [GP_FIGURE_PARTNERS] = {N_ ("Boards that become a partner in the plan"),
                            {P (PARTNER_CAP), P (PARTNER_MIN_SCHOOLS)}},
    [GP_FIGURE_REACH] = {N_ ("Pupils of the schools that start, for the years that are left, "
                             "weighted by need"),
                         {P (NEED_WEIGHT)}},
    [GP_FIGURE_COST] = {N_ ("The plan’s work at its prices"),
                        {P (COST_EXPERT_DAY), P (COST_VERANDERCOACH_DAY), P (COST_TRAINING),
                         P (COST_PARTNERSHIP), P (COST_HIRE), P (COST_LENT_DAY),
                         P (COST_OVERLOAD_DAY)}},
};

static char *
what_of (GpFigureId figure, GpYear year)
{
  const char *label = _ (gp_figure_info (figure)->label);
  char name[GP_YEAR_BYTES];

  return year == GP_YEAR_NONE ? g_strdup (label)
                              : g_strdup_printf ("%s, %s", label, gp_year_format (year, name));
}

static GpSource *
new_figure (GpFigureId figure, GpYear year, double value, const char *how)
{
  g_autofree char *what = what_of (figure, year);
  g_autofree char *shown =
      gp_format_number (value, gp_figure_info (figure)->digits, gp_numbers_current ());

  return gp_source_new (GP_SOURCE_COMPUTED, what, shown, how, NULL);
}

/* The scopes for which a figure asks a parameter; NULL-terminated. */
static const char *const *
scopes_of (GpFigureId figure, GpParam param)
{
  static const char *const none[] = {"", NULL};
  static const char *const groeikracht[] = {"groeikracht", NULL};
  static const char *const regular[] = {"regular", NULL};
  static const char *const needs[] = {"high", "other", NULL};

  switch (gp_param_info (param)->scope) {
  case GP_SCOPE_PROGRAMME:
    return figure == GP_FIGURE_STARTS_GROEIKRACHT || figure == GP_FIGURE_DELAY_GROEIKRACHT
               ? groeikracht
               : regular;
  case GP_SCOPE_NEED:
    return needs;
  default:
    return none;
  }
}

static GpSource *
source_of_plan (const GpProject *project, guint32 scenario, GpPlanPart part)
{
  g_autofree char *what =
      g_strdup_printf (_ ("Plan of scenario %s"), project->scenarios[scenario].code);

  return gp_source_new (GP_SOURCE_COMPUTED, what, NULL,
                        part == GP_PART_WHOLE ? _ ("Planned in whole schools")
                                              : _ ("Relaxed plan: a rough figure"),
                        NULL);
}

static GpSource *
source_of_year (const GpProject *project, guint32 scenario, GpPlanPart part, GpFigureId figure,
                const GpFigureYear *at)
{
  GpSource *source = new_figure (figure, at->year, at->value[figure], _ (figures[figure].how));

  gp_source_add (source, source_of_plan (project, scenario, part));
  for (guint i = 0; i < MAX_PARAMS && figures[figure].params[i] > 0; i++) {
    GpParam param = (GpParam)(figures[figure].params[i] - 1);

    for (const char *const *scope = scopes_of (figure, param); *scope != NULL; scope++)
      gp_source_add (source, gp_source_parameter (project, scenario, param, *scope, at->year));
  }
  return source;
}

GpSource *
gp_source_figure (const GpProject *project, guint32 scenario, const GpPlan *plan, GpPlanPart part,
                  GpFigureId figure, GpYear year)
{
  gboolean adds_up;
  GpSource *total;

  g_return_val_if_fail (project != NULL && scenario < project->n_scenarios && plan != NULL, NULL);
  g_return_val_if_fail ((guint)part < GP_N_PARTS && (guint)figure < GP_N_FIGURES, NULL);
  g_autoptr (GArray) years = gp_figures_new (project, scenario, plan, part);
  adds_up = gp_figure_info (figure)->adds_up;
  if (year == GP_YEAR_NONE && !adds_up)
    year = project->goal_year;
  if (year >= project->plan_from && year <= project->last_year)
    return source_of_year (project, scenario, part, figure,
                           &g_array_index (years, GpFigureYear, year - project->plan_from));
  if (year != GP_YEAR_NONE)
    return gp_source_new (GP_SOURCE_UNKNOWN, NULL, NULL, _ ("No year of the plan"), NULL);
  total = new_figure (figure, GP_YEAR_NONE, gp_figures_headline (project, years, figure),
                      _ ("The sum over the plan years"));
  for (guint i = 0; i < years->len; i++)
    gp_source_add (total, source_of_year (project, scenario, part, figure,
                                          &g_array_index (years, GpFigureYear, i)));
  return total;
}
