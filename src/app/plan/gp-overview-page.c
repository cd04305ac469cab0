/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See gp-overview-page.h. All figures come from a GpSummary; here they are put in their places. */
#include "gp-overview-page.h"
#include "gp-chart-box.h"
#include "gp-figure-grid.h"
#include "gp-figure.h"
#include "gp-load-chart.h"
#include "gp-overview-figures.h"

#include <glib/gi18n-lib.h>
#include <math.h>

struct _GpOverviewPage {
  GtkWidget parent;
  GtkLabel *headline, *squeeze;
  GpChartBox *goal, *load;
  GtkWidget *figures, *repairs, *import;
  GpFigure *schools, *gap, *waiting, *busiest, *coaches, *cost;
  GStrv links; /* of the cells of load */
};

static void gp_overview_page_iface (GpPageInterface *iface);
G_DEFINE_FINAL_TYPE_WITH_CODE (GpOverviewPage, gp_overview_page, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GP_TYPE_PAGE, gp_overview_page_iface))

/* ---- the charts -------------------------------------------------------------------------------
 */

/* The year that is read out at first: the goal year, or the last before the plan. */
static char *
goal_at_rest (const GpSummary *summary)
{
  for (guint i = 0; i < summary->years->len; i++) {
    GpYear year = g_array_index (summary->years, GpTakingPart, i).year;

    if (year == (summary->has_plan ? summary->goal_year : summary->project->plan_from - 1))
      return gp_summary_describe_year (summary, i, gp_numbers_current ());
  }
  return g_strdup ("");
}

static void
show_goal (GpOverviewPage *self, const GpSummary *summary)
{
  GpGoalChart chart = {.years = (const GpTakingPart *)(gpointer)summary->years->data,
                       .n_years = summary->years->len,
                       .goal = summary->goal,
                       .goal_year = summary->goal_year,
                       .plan_from = summary->project->plan_from,
                       .rough = summary->rough,
                       .history_text = _ ("already taking part"),
                       .regular_text = _ ("regular"),
                       .groeikracht_text = "Groeikracht",
                       .goal_text = _ ("goal"),
                       .lookahead_text = _ ("look-ahead"),
                       .total_text = _ ("together")};
  g_autofree char *rest = goal_at_rest (summary);
  gboolean any = summary->has_plan || summary->project->n_schools > 0;

  gp_chart_box_set_rest (self->goal, rest);
  gp_chart_box_show (self->goal, _ ("Schools taking part, at the end of each school year"),
                     any ? gp_chart_new_goal (&chart) : NULL);
}

static void
show_load (GpOverviewPage *self, const GpOverviewFigures *figures)
{
  gboolean any = figures->summary->has_plan && figures->summary->n_regions > 0;
  g_autoptr (GpBalance) balance =
      gp_balance_new (figures->summary, figures->scenario, figures->plan);

  g_strfreev (self->links);
  self->links = gp_load_chart_links (balance);
  gp_chart_box_set_rest (self->load, GP_LOAD_CHART_REST);
  gp_chart_box_show (self->load, _ ("Where expert days run short, by region and year"),
                     any ? gp_load_chart_regions (balance) : NULL);
}

/* ---- the six figures ---------------------------------------------------------------------------
 */

static void
show_figures (GpOverviewPage *self, const GpOverviewFigures *figures)
{
  GpFigure *places[GP_N_OVERVIEW_FIGURES] = {self->schools, self->gap,     self->waiting,
                                             self->busiest, self->coaches, self->cost};

  gtk_widget_set_visible (self->figures, figures->summary->has_plan);
  for (guint i = 0; i < GP_N_OVERVIEW_FIGURES; i++) {
    g_autofree char *value = gp_overview_figure_value (figures, i);
    g_autofree char *caption = gp_overview_figure_caption (figures, i);
    g_autofree char *tooltip = gp_overview_figure_tooltip (figures, i);
    g_autofree char *change = gp_overview_figure_change (figures, i);

    gp_figure_set (places[i], value, caption, tooltip, figures->summary->rough);
    gp_figure_set_change (places[i], change, figures->against_text);
    gp_figure_set_link (places[i], gp_overview_figure_page (i), NULL);
  }
}

/* Against the published plan, else against the plan of the scenario above. */
static void
find_other (GpDocument *document, GpOverviewFigures *figures)
{
  const GpProject *project = gp_document_get_project (document);
  guint32 scenario = gp_document_get_scenario (document), parent;
  const GpPlan *plan = gp_document_get_published (document, NULL);

  if (plan != NULL) {
    figures->against = gp_summary_new (project, scenario, plan);
    figures->against_text = _ ("Against the published plan");
    return;
  }
  parent = scenario != GP_NONE ? project->scenarios[scenario].parent : GP_NONE;
  if (parent == GP_NONE || (plan = gp_document_get_plan_of (document, parent)) == NULL)
    return;
  figures->against = gp_summary_new (project, parent, plan);
  figures->against_text = _ ("Against the scenario above this one");
}

/* ---- the page
 * ------------------------------------------------------------------------------------ */

static void
show_sentences (GpOverviewPage *self, const GpSummary *summary)
{
  GpLanguage language = gp_numbers_current ();
  g_autofree char *headline = gp_overview_headline_markup (summary, language);
  g_autofree char *below = gp_overview_below_markup (summary, language);

  gtk_label_set_markup (self->headline, headline);
  gtk_label_set_markup (self->squeeze, below);
  gtk_widget_set_visible (
      self->repairs, summary->has_plan && (summary->waiting > 0.005 || summary->overload > 0.005));
  gtk_widget_set_visible (self->import, !summary->has_plan && summary->project->n_schools == 0);
}

static void
gp_overview_page_show (GpPage *page, GpDocument *document)
{
  GpOverviewPage *self = GP_OVERVIEW_PAGE (page);
  const GpProject *project = gp_document_get_project (document);
  GpOverviewFigures figures = {.scenario = gp_document_get_scenario (document),
                               .plan = gp_document_get_plan (document)};
  g_autoptr (GpSummary) summary = gp_summary_new (project, figures.scenario, figures.plan);

  figures.summary = summary;
  find_other (document, &figures);
  show_sentences (self, summary);
  show_figures (self, &figures);
  show_goal (self, summary);
  show_load (self, &figures);
  gp_summary_free (figures.against);
}

static void
on_why (GpOverviewPage *self)
{
  gp_page_open (GTK_WIDGET (self), "why", NULL);
}

static void
on_cell (GpOverviewPage *self, guint item)
{
  g_auto (GStrv) link = NULL;

  if (self->links == NULL || item >= g_strv_length (self->links))
    return;
  link = g_strsplit (self->links[item], " ", 2);
  gp_page_open (GTK_WIDGET (self), link[0], link[1]);
}

static void
gp_overview_page_dispose (GObject *object)
{
  gp_page_drop_children (GTK_WIDGET (object));
  g_clear_pointer (&GP_OVERVIEW_PAGE (object)->links, g_strfreev);
  G_OBJECT_CLASS (gp_overview_page_parent_class)->dispose (object);
}

static void
gp_overview_page_iface (GpPageInterface *iface)
{
  iface->show = gp_overview_page_show;
}

static void
gp_overview_page_class_init (GpOverviewPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gp_overview_page_dispose;
  g_type_ensure (GP_TYPE_CHART_BOX);
  g_type_ensure (GP_TYPE_FIGURE);
  g_type_ensure (GP_TYPE_FIGURE_GRID);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/nl/groeiplan/Groeiplan/gp-overview-page.ui");
#define CHILD(name) gtk_widget_class_bind_template_child (widget_class, GpOverviewPage, name)
  CHILD (headline);
  CHILD (squeeze);
  CHILD (goal);
  CHILD (load);
  CHILD (figures);
  CHILD (repairs);
  CHILD (import);
  CHILD (schools);
  CHILD (gap);
  CHILD (waiting);
  CHILD (busiest);
  CHILD (coaches);
  CHILD (cost);
#undef CHILD
  gtk_widget_class_bind_template_callback (widget_class, on_why);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
gp_overview_page_init (GpOverviewPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gp_page_follow_links (self->headline);
  gp_page_follow_links (self->squeeze);
  g_signal_connect_object (self->load, "item-activated", G_CALLBACK (on_cell), self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
gp_overview_page_new (void)
{
  return g_object_new (GP_TYPE_OVERVIEW_PAGE, NULL);
}
