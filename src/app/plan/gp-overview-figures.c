/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See gp-overview-figures.h. */
#include "gp-overview-figures.h"

#include "gp-links.h"

#include <glib/gi18n-lib.h>
#include <groeiplan/gp-source.h>
#include <math.h>
#include <string.h>

#define MILLION 1e6

static const char *const pages[GP_N_OVERVIEW_FIGURES] = {"plan",     "why",     "why",
                                                         "capacity", "coaches", "finance"};

const char *
gp_overview_figure_page (GpOverviewFigure which)
{
  return (guint)which < GP_N_OVERVIEW_FIGURES ? pages[which] : "overview";
}

static double
gap_of (const GpSummary *summary)
{
  return round (summary->goal) - round (summary->at_goal);
}

/* As it is shown: in its unit, in millions where the cost is that large. */
static double
number_of (const GpSummary *summary, GpOverviewFigure which)
{
  switch (which) {
  case GP_OVERVIEW_SCHOOLS:
    return summary->at_goal;
  case GP_OVERVIEW_GAP:
    return fabs (gap_of (summary));
  case GP_OVERVIEW_WAITING:
    return summary->waiting;
  case GP_OVERVIEW_BUSIEST:
    return 100 * summary->busiest_share;
  case GP_OVERVIEW_COACHES:
    return summary->trainings;
  default:
    return summary->cost;
  }
}

static char *
cost_text (double cost, gboolean millions, GpLanguage language)
{
  g_autofree char *number = gp_format_number (cost / MILLION, 1, language);

  /* Translators: an amount in millions of euro, as short as can be. */
  return millions ? g_strdup_printf (_ ("€%s M"), number)
                  : gp_format_money ((gint64)llround (cost * 100), FALSE, language);
}

char *
gp_overview_figure_value (const GpOverviewFigures *figures, GpOverviewFigure which)
{
  const GpSummary *summary = figures->summary;
  GpLanguage language = gp_numbers_current ();
  double value = number_of (summary, which);
  g_autofree char *number = NULL;

  if (!summary->has_plan || (which == GP_OVERVIEW_COST && !summary->has_cost))
    return g_strdup ("–");
  number = which == GP_OVERVIEW_COST ? cost_text (value, fabs (value) >= MILLION, language)
                                     : gp_format_number (value, 0, language);
  return g_strconcat (summary->rough ? "~" : "", number, which == GP_OVERVIEW_BUSIEST ? "%" : "",
                      NULL);
}

char *
gp_overview_figure_caption (const GpOverviewFigures *figures, GpOverviewFigure which)
{
  const GpSummary *summary = figures->summary;
  char year[GP_YEAR_BYTES];

  switch (which) {
  case GP_OVERVIEW_SCHOOLS:
    return g_strdup_printf (_ ("schools in %d"), summary->goal_year + 1);
  case GP_OVERVIEW_GAP:
    return g_strdup (gap_of (summary) >= 0 ? _ ("short of the goal") : _ ("above the goal"));
  case GP_OVERVIEW_WAITING:
    return g_strdup_printf (_ ("school-years of waiting to %d"), summary->project->last_year + 1);
  case GP_OVERVIEW_BUSIEST:
    if (summary->busiest_year == GP_YEAR_NONE)
      return g_strdup (_ ("of expert days used"));
    return g_strdup_printf (_ ("of expert days used in %s"),
                            gp_year_format (summary->busiest_year, year));
  case GP_OVERVIEW_COACHES:
    return g_strdup_printf (_ ("verandercoaches to train by %d"), summary->goal_year + 1);
  default:
    return g_strdup_printf (_ ("cost of the plan to %d"), summary->project->last_year + 1);
  }
}

/* ---- what it means, and where it comes from ----------------------------------------------------
 */

static const char *
meaning (GpOverviewFigure which)
{
  switch (which) {
  case GP_OVERVIEW_SCHOOLS:
    return _ ("Schools taking part at the end of the goal year.");
  case GP_OVERVIEW_GAP:
    return _ ("The goal less the schools taking part at the end of the goal year.");
  case GP_OVERVIEW_WAITING:
    return _ ("Every school that starts a year after its cohort counts one school-year.");
  case GP_OVERVIEW_BUSIEST:
    return _ ("Days that expert coaches give in the busiest year, as a share of the days they "
              "have.");
  case GP_OVERVIEW_COACHES:
    return _ ("Verandercoaches (coaches inside boards) trained to the goal year.");
  default:
    return _ ("Expert days, verandercoach days, trainings, partnerships, hiring and lending that "
              "the plan decides on, at today’s prices. Finance has all of delivery, at the prices "
              "of each year.");
  }
}

static GpSource *
source_of (const GpOverviewFigures *figures, GpOverviewFigure which)
{
  const GpProject *project = figures->summary->project;
  GpYear year = GP_YEAR_NONE;
  GpFigureId figure;

  switch (which) {
  case GP_OVERVIEW_GAP:
    return gp_source_parameter (project, figures->scenario, GP_PARAM_PARTICIPATION_GOAL, NULL,
                                project->goal_year);
  case GP_OVERVIEW_SCHOOLS:
    figure = GP_FIGURE_TAKING_PART;
    break;
  case GP_OVERVIEW_WAITING:
    figure = GP_FIGURE_DELAY_REGULAR;
    break;
  case GP_OVERVIEW_BUSIEST:
    figure = GP_FIGURE_EXPERT_DAYS_USED;
    year = figures->summary->busiest_year;
    break;
  case GP_OVERVIEW_COACHES:
    figure = GP_FIGURE_TRAININGS;
    break;
  default:
    figure = GP_FIGURE_COST;
  }
  return gp_source_figure (project, figures->scenario, figures->plan,
                           figures->plan->has_whole ? GP_PART_WHOLE : GP_PART_RELAXED, figure,
                           year);
}

char *
gp_overview_figure_tooltip (const GpOverviewFigures *figures, GpOverviewFigure which)
{
  g_autoptr (GpSource) source = NULL;
  g_autofree char *text = NULL;

  if (!figures->summary->has_plan || figures->scenario == GP_NONE)
    return g_strdup (meaning (which));
  source = source_of (figures, which);
  text = gp_source_to_text (source, 1);
  return g_strdup_printf ("%s\n\n%s", meaning (which), text);
}

/* ---- against another plan ---------------------------------------------------------------------
 */

char *
gp_overview_figure_change (const GpOverviewFigures *figures, GpOverviewFigure which)
{
  const GpSummary *summary = figures->summary, *other = figures->against;
  gboolean cost = which == GP_OVERVIEW_COST, millions;
  double change;
  guint digits;

  if (other == NULL || !summary->has_plan || !other->has_plan || summary->rough != other->rough ||
      (cost && (!summary->has_cost || !other->has_cost)) ||
      (which == GP_OVERVIEW_GAP && (gap_of (summary) >= 0) != (gap_of (other) >= 0)))
    return NULL;
  millions = cost && fabs (summary->cost) >= MILLION;
  digits = millions ? 1 : 0;
  change = (number_of (summary, which) - number_of (other, which)) / (millions ? MILLION : 1);
  if (fabs (change) < 0.5 * pow (10, -(double)digits))
    return NULL;
  return gp_format_difference (change, digits, gp_numbers_current ());
}

/* ---- the headline -----------------------------------------------------------------------------
 */

char *
gp_overview_headline_markup (const GpSummary *summary, GpLanguage language)
{
  g_autofree char *plain = gp_summary_headline (summary, language);
  g_autofree char *schools = gp_format_number (summary->at_goal, 0, language);
  g_autofree char *apart = gp_format_number (fabs (gap_of (summary)), 0, language);

  return gp_links_markup (
      plain,
      (GpLink[]){{summary->has_plan ? schools : NULL, "plan"},
                 {summary->has_plan && summary->goal > 0 ? apart : NULL, "why"}},
      2);
}

char *
gp_overview_below_markup (const GpSummary *summary, GpLanguage language)
{
  g_autofree char *squeeze = gp_summary_squeeze (summary);
  g_autofree char *distance = gp_summary_distance (summary, language);
  g_autofree char *plain =
      distance != NULL ? g_strjoin (" ", squeeze, distance, NULL) : g_strdup (squeeze);
  g_autofree char *waiting = gp_format_number (summary->waiting, 0, language);
  g_autofree char *least = gp_format_number (summary->unavoidable, 0, language);

  return gp_links_markup (plain,
                          (GpLink[]){{distance != NULL ? waiting : NULL, "plan/view:7"},
                                     {distance != NULL ? least : NULL, "why"}},
                          2);
}
