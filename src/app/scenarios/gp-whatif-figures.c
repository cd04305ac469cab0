/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See gp-whatif-figures.h. */
#include "gp-whatif-figures.h"
#include "gp-figure-grid.h"
#include "gp-figure.h"
#include "gp-page.h"

#include <glib/gi18n-lib.h>
#include <math.h>

struct _GpWhatIfFigures {
  GtkWidget parent;
  GpFigure *schools, *waiting, *overload, *cost;
};

G_DEFINE_FINAL_TYPE (GpWhatIfFigures, gp_what_if_figures, GTK_TYPE_WIDGET)

#define THOUSAND 1000
#define CAPTION_LINES                                                                              \
  3 /* what it is, and what it differs by: a slider must not move while dragged */

typedef enum { SCHOOLS, WAITING, OVERLOAD, COST } Which;

/* As it is shown, the cost in whole thousands of euros; NaN where the plan does not have it. */
static double
number_of (const GpSummary *summary, Which which)
{
  if (summary == NULL)
    return NAN;
  switch (which) {
  case SCHOOLS:
    return summary->at_goal;
  case WAITING:
    return summary->waiting;
  case OVERLOAD:
    return summary->overload;
  default:
    return summary->has_cost ? round (summary->cost / THOUSAND) * THOUSAND : NAN;
  }
}

static char *
number_text (double value, Which which, gboolean rough)
{
  GpLanguage language = gp_numbers_current ();
  g_autofree char *number = NULL;

  if (isfinite (value))
    number = which == COST ? gp_format_money ((gint64)llround (value) * 100, FALSE, language)
                           : gp_format_number (value, 0, language);
  return number != NULL ? g_strconcat (rough ? "~" : "", number, NULL) : g_strdup ("–");
}

/* "estimated from ~4,067 and ~4,250", or NULL. */
static char *
estimate_text (const GpWhatIfShown *shown, Which which)
{
  double from = number_of (shown->below, which), to = number_of (shown->above, which);
  g_autofree char *least = number_text (MIN (from, to), which, TRUE);
  g_autofree char *most = number_text (MAX (from, to), which, TRUE);

  if (!isfinite (from) || !isfinite (to))
    return NULL;
  if (round (from) == round (to)) /* Translators: a figure on either side of the estimate. */
    return g_strdup_printf (_ ("estimated from %s"), least);
  /* Translators: the figures on either side of the estimate. */
  return g_strdup_printf (_ ("estimated from %s and %s"), least, most);
}

/* "~85 fewer than Base (~4,067)", "~4,067 at best", or NULL. */
static char *
beside (const GpWhatIfShown *shown, Which which)
{
  gboolean rough = shown->summary->rough;
  double base =
      shown->base != NULL && shown->base->rough == rough ? number_of (shown->base, which) : NAN;
  double change = round (number_of (shown->summary, which)) - round (base);
  g_autofree char *apart = number_text (fabs (change), which, rough);
  g_autofree char *was = number_text (base, which, rough);
  g_autofree char *best = number_text (number_of (shown->at_best, which), which, TRUE);

  if (!isfinite (change))
    return !rough && isfinite (number_of (shown->at_best, which))
               /* Translators: a figure that no plan in whole schools is better than. */
               ? g_strdup_printf (_ ("%s at best"), best)
               : NULL;
  if (change == 0) /* Translators: the name of a scenario. */
    return g_strdup_printf (_ ("the same as %s"), shown->base_name);
  if (which == COST) /* Translators: an amount, the name of a scenario, and the amount there. */
    return g_strdup_printf (change < 0 ? _ ("%s less than %s (%s)") : _ ("%s more than %s (%s)"),
                            apart, shown->base_name, was);
  /* Translators: a number, the name of a scenario, and the number there. */
  return g_strdup_printf (change < 0 ? _ ("%s fewer than %s (%s)") : _ ("%s more than %s (%s)"),
                          apart, shown->base_name, was);
}

/* "~4.130", in the caption what that is, and under it what it differs by. */
static void
set_figure (GpFigure *figure, const GpWhatIfShown *shown, Which which, const char *caption,
            const char *tooltip)
{
  double value = number_of (shown->summary, which);
  gboolean estimated = shown->summary->estimated && isfinite (value);
  g_autofree char *number = number_text (value, which, shown->summary->rough && !estimated);
  g_autofree char *text = g_strconcat (estimated ? "≈" : "", number, NULL);
  g_autofree char *difference =
      shown->summary->estimated ? estimate_text (shown, which) : beside (shown, which);
  g_autofree char *what =
      difference != NULL ? g_strconcat (caption, "\n", difference, NULL) : g_strdup (caption);

  gp_figure_set (figure, text, what, tooltip, shown->summary->rough);
}

void
gp_what_if_figures_show (GpWhatIfFigures *self, const GpWhatIfShown *shown)
{
  const GpSummary *summary = shown->summary;
  gboolean at_best = summary->rough && !summary->estimated;
  g_autofree char *in_year = g_strdup_printf (
      at_best ? _ ("schools in %d at best") : _ ("schools in %d"), summary->goal_year + 1);
  gboolean no_cost = summary->rough && !summary->has_cost;

  set_figure (self->schools, shown, SCHOOLS, in_year,
              _ ("Schools taking part at the end of the goal year."));
  set_figure (self->waiting, shown, WAITING,
              at_best ? _ ("school-years of waiting at best") : _ ("school-years of waiting"),
              _ ("Every school that starts a year after its cohort counts one school-year."));
  set_figure (self->overload, shown, OVERLOAD,
              at_best ? _ ("expert days short at best") : _ ("expert days short"),
              _ ("Expert days that are promised and not there."));
  set_figure (self->cost, shown, COST, _ ("cost of the plan"),
              no_cost ? _ ("Rough figures have no cost: to be there sooner they are not made as "
                           "cheap as they can be. Keep the values to see what they cost.")
                      : _ ("Expert days, verandercoach days, trainings, partnerships, hiring and "
                           "lending that the plan decides on."));
}

static void
gp_what_if_figures_dispose (GObject *object)
{
  gp_page_drop_children (GTK_WIDGET (object));
  G_OBJECT_CLASS (gp_what_if_figures_parent_class)->dispose (object);
}

static void
gp_what_if_figures_class_init (GpWhatIfFiguresClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = gp_what_if_figures_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static GpFigure *
add_figure (GpFigureGrid *grid)
{
  GtkWidget *figure = g_object_new (GP_TYPE_FIGURE, NULL);

  gp_figure_grid_add (grid, figure);
  gp_figure_set_lines (GP_FIGURE (figure), CAPTION_LINES);
  return GP_FIGURE (figure);
}

static void
gp_what_if_figures_init (GpWhatIfFigures *self)
{
  GpFigureGrid *grid = g_object_new (GP_TYPE_FIGURE_GRID, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (grid), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Figures of the plan"), -1);
  gtk_widget_set_parent (GTK_WIDGET (grid), GTK_WIDGET (self));
  self->schools = add_figure (grid);
  self->waiting = add_figure (grid);
  self->overload = add_figure (grid);
  self->cost = add_figure (grid);
}
