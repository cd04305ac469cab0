/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the figures of a plan are called, and their totals. */
#include <groeiplan/gp-figures.h>

#include <glib/gi18n-lib.h>
#include <string.h>

#define SUM TRUE
#define STATE FALSE

static const GpFigureInfo infos[GP_N_FIGURES] = {
    [GP_FIGURE_STARTS_GROEIKRACHT] = {"starts_groeikracht", N_ ("Groeikracht starts"), "schools", 0,
                                      SUM},
    [GP_FIGURE_STARTS_REGULAR] = {"starts_regular", N_ ("Regular starts"), "schools", 0, SUM},
    [GP_FIGURE_TAKING_PART] = {"taking_part", N_ ("Schools taking part"), "schools", 0, STATE},
    [GP_FIGURE_DELAY_GROEIKRACHT] = {"delay_groeikracht",
                                     N_ ("Groeikracht schools behind (added up: school-years)"),
                                     "school-years", 0, SUM},
    [GP_FIGURE_DELAY_REGULAR] = {"delay_regular",
                                 N_ ("Regular schools behind (added up: school-years)"),
                                 "school-years", 0, SUM},
    [GP_FIGURE_EXPERT_DAYS_AVAILABLE] = {"expert_days_available", N_ ("Expert days available"),
                                         "coach-days", 0, SUM},
    [GP_FIGURE_EXPERT_DAYS_USED] = {"expert_days_used", N_ ("Expert days used"), "coach-days", 0,
                                    SUM},
    [GP_FIGURE_OVERLOAD_DAYS] = {"overload_days", N_ ("Expert days short"), "coach-days", 0, SUM},
    [GP_FIGURE_LENT_DAYS] = {"lent_days", N_ ("Expert days lent"), "coach-days", 0, SUM},
    [GP_FIGURE_VERANDERCOACH_DAYS] = {"verandercoach_days", N_ ("Verandercoach days"), "coach-days",
                                      0, SUM},
    [GP_FIGURE_EXPERT_COACHES] = {"expert_coaches", N_ ("Expert coaches at work"), "coaches", 1,
                                  STATE},
    [GP_FIGURE_HIRES] = {"hires", N_ ("Expert coaches hired"), "coaches", 0, SUM},
    [GP_FIGURE_TRAININGS] = {"trainings", N_ ("Verandercoaches trained"), "coaches", 0, SUM},
    [GP_FIGURE_VERANDERCOACHES] = {"verandercoaches", N_ ("Trained in plan years and still there"),
                                   "coaches", 1, STATE},
    [GP_FIGURE_PARTNERS] = {"partners", N_ ("New partner boards"), "boards", 0, SUM},
    [GP_FIGURE_REACH] = {"reach", N_ ("Reach (weighted pupil-years)"), "weighted pupil-years", 0,
                         SUM},
    [GP_FIGURE_COST] = {"cost", N_ ("Cost of what the plan decides (euro)"), "EUR", 0, SUM},
};

static const struct {
  GpPriorityId priority;
  GpFigureId figure;
} minimised[] = {{GP_PRIORITY_OVERLOAD, GP_FIGURE_OVERLOAD_DAYS},
                 {GP_PRIORITY_GROEIKRACHT_DELAY, GP_FIGURE_DELAY_GROEIKRACHT},
                 {GP_PRIORITY_REGULAR_DELAY, GP_FIGURE_DELAY_REGULAR},
                 {GP_PRIORITY_REACH, GP_FIGURE_REACH},
                 {GP_PRIORITY_COST, GP_FIGURE_COST}};

const GpFigureInfo *
gp_figure_info (GpFigureId figure)
{
  g_return_val_if_fail ((guint)figure < GP_N_FIGURES, NULL);
  return &infos[figure];
}

gboolean
gp_figure_parse (const char *name, GpFigureId *out)
{
  g_return_val_if_fail (name != NULL && out != NULL, FALSE);
  for (guint i = 0; i < GP_N_FIGURES; i++) {
    if (strcmp (infos[i].name, name) == 0) {
      *out = (GpFigureId)i;
      return TRUE;
    }
  }
  for (guint i = 0; i < G_N_ELEMENTS (minimised); i++) {
    if (strcmp (gp_priority_name (minimised[i].priority), name) == 0) {
      *out = minimised[i].figure;
      return TRUE;
    }
  }
  return FALSE;
}

double
gp_figures_total (const GArray *figures, GpFigureId figure, GpYear last)
{
  double total = 0;

  g_return_val_if_fail (figures != NULL && (guint)figure < GP_N_FIGURES, 0);
  for (guint i = 0; i < figures->len; i++) {
    const GpFigureYear *year = &g_array_index (figures, GpFigureYear, i);

    if (year->year > last)
      break;
    total = infos[figure].adds_up ? total + year->value[figure] : year->value[figure];
  }
  return total;
}

double
gp_figures_headline (const GpProject *project, const GArray *figures, GpFigureId figure)
{
  g_return_val_if_fail (project != NULL && (guint)figure < GP_N_FIGURES, 0);
  return gp_figures_total (figures, figure,
                           infos[figure].adds_up ? project->last_year : project->goal_year);
}
