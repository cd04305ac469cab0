/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See gp-whatif-figures.h. */
#include "gp-whatif-figures.h"
#include "gp-figure.h"
#include "gp-page.h"

#include <glib/gi18n-lib.h>
#include <math.h>

struct _GpWhatIfFigures {
  GtkWidget parent;
  GpFigure *schools, *waiting, *overload, *cost;
};

G_DEFINE_FINAL_TYPE (GpWhatIfFigures, gp_what_if_figures, GTK_TYPE_WIDGET)

/* "~4.130", and in the caption what that is and "(+12)". */
static void
set_figure (GpFigure *figure, const GpSummary *summary, double value, double base,
            const char *caption, const char *tooltip)
{
  GpLanguage language = gp_numbers_current ();
  g_autofree char *number = gp_format_number (value, 0, language);
  g_autofree char *text = g_strconcat (summary->rough ? "~" : "", number, NULL);
  double change = round (value) - round (base);
  g_autofree char *difference = gp_format_difference (change, 0, language);
  g_autofree char *with_difference = isfinite (change) && change != 0
                                         ? g_strdup_printf ("%s (%s)", caption, difference)
                                         : g_strdup (caption);

  gp_figure_set (figure, text, with_difference, tooltip, summary->rough);
}

void
gp_what_if_figures_show (GpWhatIfFigures *self, const GpSummary *summary, const GpSummary *base)
{
  g_autofree char *in_year = g_strdup_printf (_ ("schools in %d"), summary->goal_year + 1);

  set_figure (self->schools, summary, summary->at_goal, base != NULL ? base->at_goal : NAN, in_year,
              _ ("Schools taking part at the end of the goal year."));
  set_figure (self->waiting, summary, summary->waiting, base != NULL ? base->waiting : NAN,
              _ ("school-years of waiting"),
              _ ("Every school that starts a year after its cohort counts one school-year."));
  set_figure (self->overload, summary, summary->overload, base != NULL ? base->overload : NAN,
              _ ("expert days short"), _ ("Expert days that are promised and not there."));
  set_figure (self->cost, summary, summary->cost / 1000, base != NULL ? base->cost / 1000 : NAN,
              _ ("cost of the plan, × € 1000"),
              _ ("Expert days, verandercoach days, trainings, partnerships, hiring and lending "
                 "that the plan decides on."));
  /* rough plans here are not made as cheap as they could be */
  gtk_widget_set_opacity (GTK_WIDGET (self->cost), summary->has_cost && !summary->rough ? 1 : 0);
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
add_figure (GtkWidget *flow)
{
  GtkWidget *figure = g_object_new (GP_TYPE_FIGURE, NULL);

  gtk_flow_box_append (GTK_FLOW_BOX (flow), figure);
  gtk_widget_set_focusable (gtk_widget_get_parent (figure), FALSE);
  return GP_FIGURE (figure);
}

static void
gp_what_if_figures_init (GpWhatIfFigures *self)
{
  GtkWidget *flow = gtk_flow_box_new ();

  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (flow), GTK_SELECTION_NONE);
  gtk_flow_box_set_homogeneous (GTK_FLOW_BOX (flow), TRUE);
  gtk_flow_box_set_min_children_per_line (GTK_FLOW_BOX (flow), 2);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (flow), 4);
  gtk_flow_box_set_row_spacing (GTK_FLOW_BOX (flow), 12);
  gtk_flow_box_set_column_spacing (GTK_FLOW_BOX (flow), 12);
  gtk_widget_add_css_class (flow, "figures");
  gtk_accessible_update_property (GTK_ACCESSIBLE (flow), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Figures of the plan"), -1);
  gtk_widget_set_parent (flow, GTK_WIDGET (self));
  self->schools = add_figure (flow);
  self->waiting = add_figure (flow);
  self->overload = add_figure (flow);
  self->cost = add_figure (flow);
}
