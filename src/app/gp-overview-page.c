/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See gp-overview-page.h. All figures come from a GpSummary; here they are put in their places. */
#include "gp-overview-page.h"
#include "gp-chart-area.h"
#include "gp-figure.h"
#include "gp-number-grid.h"
#include "gp-summary.h"

#include <glib/gi18n-lib.h>
#include <math.h>

struct _GpOverviewPage {
  GtkWidget parent;
  GtkLabel *headline, *squeeze;
  GpChartArea *goal_chart, *load_chart;
  GtkLabel *goal_readout, *load_readout;
  GtkGrid *goal_grid, *load_grid;
  GtkStack *goal_stack, *load_stack;
  GtkToggleButton *goal_toggle, *load_toggle;
  GtkWidget *load_box, *figures;
  GpFigure *schools, *gap, *waiting, *busiest, *coaches, *cost;

  GpProject *project;
  GpSummary *summary;
  double *loads;
  guint8 *short_cells;
  char **row_labels, **column_labels, **short_labels;
};

static void gp_overview_page_iface (GpPageInterface *iface);
G_DEFINE_FINAL_TYPE_WITH_CODE (GpOverviewPage, gp_overview_page, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GP_TYPE_PAGE, gp_overview_page_iface))

/* ---- the goal chart -------------------------------------------------------------------------- */

static GpGoalChart
goal_chart_of (GpOverviewPage *self)
{
  GpSummary *summary = self->summary;
  GpGoalChart chart = {.years = (const GpTakingPart *)(gpointer)summary->years->data,
                       .n_years = summary->years->len,
                       .goal = summary->goal,
                       .goal_year = summary->goal_year,
                       .plan_from = self->project->plan_from,
                       .rough = summary->rough};

  chart.history_text = _ ("already taking part");
  chart.regular_text = _ ("regular");
  chart.groeikracht_text = "Groeikracht";
  chart.goal_text = _ ("goal");
  chart.lookahead_text = _ ("look-ahead");
  return chart;
}

static void
draw_goal (cairo_t *cr, const GpChartStyle *style, gpointer data)
{
  GpGoalChart chart = goal_chart_of (data);

  gp_chart_goal (cr, &chart, style);
}

static int
hit_goal (const GpChartStyle *style, double x, double y, gpointer data)
{
  GpGoalChart chart = goal_chart_of (data);

  return gp_chart_goal_hit (&chart, style, x, y);
}

static char *
describe_goal (int index, gpointer data)
{
  GpOverviewPage *self = data;
  GpSummary *summary = self->summary;

  for (guint i = 0; index < 0 && i < summary->years->len; i++) {
    GpYear year = g_array_index (summary->years, GpTakingPart, i).year;

    if (year == (summary->has_plan ? summary->goal_year : self->project->plan_from - 1))
      index = (int)i;
  }
  return index >= 0 ? gp_summary_describe_year (summary, (guint)index, gp_language_current ())
                    : g_strdup ("");
}

static void
show_goal (GpOverviewPage *self)
{
  GpChartFuncs funcs = {.draw = draw_goal, .hit = hit_goal, .describe = describe_goal};
  const char *heads[] = {_ ("Year"), _ ("already taking part"), _ ("regular"), "Groeikracht",
                         _ ("together")};
  GpGoalChart chart = goal_chart_of (self);

  funcs.n_items = chart.n_years;
  gp_chart_area_set_chart (self->goal_chart, &funcs, self, NULL);
  gp_chart_area_set_message (self->goal_chart, gtk_label_get_text (self->headline));
  gp_number_grid_start (self->goal_grid, heads, G_N_ELEMENTS (heads));
  for (guint i = 0; i < chart.n_years; i++) {
    const GpTakingPart *year = &chart.years[i];
    double total = year->history + year->regular + year->groeikracht;
    const double numbers[] = {year->history, year->regular, year->groeikracht, total};
    char name[GP_YEAR_BYTES];

    gp_number_grid_add (self->goal_grid, gp_year_format (year->year, name), numbers,
                        G_N_ELEMENTS (numbers), chart.rough && year->year >= chart.plan_from, NULL);
  }
}

/* ---- what is short -----------------------------------------------------------------------------
 */

static GpHeatChart
load_chart_of (GpOverviewPage *self)
{
  GpHeatChart chart = {.row_labels = (const char *const *)self->row_labels,
                       .column_labels = (const char *const *)self->column_labels,
                       .short_labels = (const char *const *)self->short_labels,
                       .short_cells = self->short_cells,
                       .n_rows = self->summary->n_regions,
                       .n_columns = self->summary->n_years,
                       .values = self->loads,
                       .limits = {50, 75, 90, 100.5},
                       .suffix = "%"};

  return chart;
}

static void
draw_load (cairo_t *cr, const GpChartStyle *style, gpointer data)
{
  GpHeatChart chart = load_chart_of (data);

  gp_chart_heat (cr, &chart, style);
}

static int
hit_load (const GpChartStyle *style, double x, double y, gpointer data)
{
  GpHeatChart chart = load_chart_of (data);

  return gp_chart_heat_hit (&chart, style, x, y);
}

static double
height_of_load (const GpChartStyle *style, gpointer data)
{
  GpHeatChart chart = load_chart_of (data);

  return gp_chart_heat_height (&chart, style);
}

static char *
describe_load (int index, gpointer data)
{
  GpSummary *summary = ((GpOverviewPage *)data)->summary;
  guint n_years = summary->n_years;

  if (index < 0)
    return g_strdup (
        _ ("Expert days used, as a share of the days there; red where schools wait for them."));
  return gp_summary_describe_cell (summary, (guint)index / n_years, (guint)index % n_years,
                                   gp_language_current ());
}

static void
make_load_labels (GpOverviewPage *self)
{
  GpSummary *summary = self->summary;

  g_strfreev (self->row_labels);
  g_strfreev (self->column_labels);
  g_strfreev (self->short_labels);
  g_free (self->loads);
  g_free (self->short_cells);
  self->row_labels = g_new0 (char *, summary->n_regions + 1);
  self->column_labels = g_new0 (char *, summary->n_years + 1);
  self->short_labels = g_new0 (char *, summary->n_years + 1);
  self->short_cells = g_new0 (guint8, MAX (summary->n_regions * summary->n_years, 1));
  self->loads = g_new0 (double, MAX (summary->n_regions * summary->n_years, 1));
  for (guint i = 0; i < summary->n_years; i++) {
    int year = self->project->plan_from + (int)i;

    self->column_labels[i] = g_strdup_printf ("%d-%02d", year, (year + 1) % 100);
    self->short_labels[i] = g_strdup_printf ("’%02d", (year + 1) % 100);
  }
  for (guint r = 0; r < summary->n_regions; r++) {
    self->row_labels[r] = g_strdup (self->project->regions[r].name);
    for (guint y = 0; y < summary->n_years; y++) {
      self->loads[r * summary->n_years + y] = gp_summary_load (summary, r, y);
      self->short_cells[r * summary->n_years + y] = gp_summary_is_short (summary, r, y);
    }
  }
}

static void
show_load (GpOverviewPage *self)
{
  GpSummary *summary = self->summary;
  GpChartFuncs funcs = {.draw = draw_load,
                        .hit = hit_load,
                        .describe = describe_load,
                        .height = height_of_load,
                        .n_items = summary->n_regions * summary->n_years,
                        .n_columns = summary->n_years};
  g_autofree const char **heads = g_new0 (const char *, summary->n_years + 1);

  gtk_widget_set_visible (self->load_box, summary->has_plan && summary->n_regions > 0);
  make_load_labels (self);
  gp_chart_area_set_chart (self->load_chart, &funcs, self, NULL);
  gp_chart_area_set_message (self->load_chart, gtk_label_get_text (self->squeeze));
  heads[0] = _ ("Region");
  for (guint y = 0; y < summary->n_years; y++)
    heads[y + 1] = self->column_labels[y];
  gp_number_grid_start (self->load_grid, heads, summary->n_years + 1);
  for (guint r = 0; r < summary->n_regions; r++)
    gp_number_grid_add (self->load_grid, self->row_labels[r], &self->loads[r * summary->n_years],
                        summary->n_years, summary->rough, "%");
}

/* ---- the six figures ---------------------------------------------------------------------------
 */

static void
set_number (GpFigure *figure, const GpSummary *summary, double value, const char *suffix,
            const char *caption, const char *tooltip)
{
  g_autofree char *number = gp_format_number (value, 0, gp_language_current ());
  g_autofree char *text = g_strconcat (summary->rough ? "~" : "", number, suffix, NULL);

  gp_figure_set (figure, summary->has_plan ? text : "–", caption, tooltip, summary->rough);
}

static void
show_cost (GpOverviewPage *self)
{
  GpSummary *summary = self->summary;
  GpLanguage language = gp_language_current ();
  gboolean millions = fabs (summary->cost) >= 1e6;
  g_autofree char *number = millions ? gp_format_number (summary->cost / 1e6, 1, language)
                                     : gp_format_number (summary->cost, 0, language);
  /* Translators: an amount in millions of euro, as short as can be. */
  g_autofree char *amount = g_strdup_printf (millions ? _ ("€ %s M") : "€ %s", number);
  g_autofree char *text = g_strconcat (summary->rough ? "~" : "", amount, NULL);

  gp_figure_set (self->cost, summary->has_plan && summary->has_cost ? text : "–",
                 _ ("cost of the plan"),
                 _ ("Expert days, verandercoach days, trainings, partnerships, hiring and lending "
                    "that the plan decides on."),
                 summary->rough);
}

static void
show_figures (GpOverviewPage *self)
{
  GpSummary *summary = self->summary;
  char year[GP_YEAR_BYTES];
  double gap = round (summary->goal) - round (summary->at_goal);
  g_autofree char *in_year = g_strdup_printf (_ ("schools in %d"), summary->goal_year + 1);
  g_autofree char *busy = g_strdup_printf (_ ("of expert days used in %s"),
                                           gp_year_format (summary->busiest_year, year));

  gtk_widget_set_visible (self->figures, summary->has_plan);
  set_number (self->schools, summary, summary->at_goal, NULL, in_year,
              _ ("Schools taking part at the end of the goal year."));
  set_number (self->gap, summary, fabs (gap), NULL,
              gap >= 0 ? _ ("short of the goal") : _ ("above the goal"),
              _ ("The goal less the schools taking part at the end of the goal year."));
  set_number (self->waiting, summary, summary->waiting, NULL, _ ("school-years of waiting"),
              _ ("Every school that starts a year after its cohort counts one school-year."));
  set_number (
      self->busiest, summary, 100 * summary->busiest_share, "%",
      summary->busiest_year != GP_YEAR_NONE ? busy : _ ("of expert days used"),
      _ ("Days that expert coaches give in the busiest year, as a share of the days they have."));
  set_number (self->coaches, summary, summary->trainings, NULL, _ ("verandercoaches to train"),
              _ ("Verandercoaches (coaches inside boards) trained to the goal year."));
  show_cost (self);
}

/* ---- the page
 * ------------------------------------------------------------------------------------ */

static void
gp_overview_page_show (GpPage *page, GpDocument *document)
{
  GpOverviewPage *self = GP_OVERVIEW_PAGE (page);
  g_autofree char *headline = NULL, *squeeze = NULL, *distance = NULL, *below = NULL;
  GpSummary *old = self->summary;
  GpProject *old_project = self->project;

  self->project = gp_project_ref ((GpProject *)gp_document_get_project (document));
  self->summary = gp_summary_new (self->project, gp_document_get_scenario (document),
                                  gp_document_get_plan (document));
  headline = gp_summary_headline (self->summary, gp_language_current ());
  squeeze = gp_summary_squeeze (self->summary);
  distance = gp_summary_distance (self->summary, gp_language_current ());
  below = distance != NULL ? g_strjoin (" ", squeeze, distance, NULL) : g_strdup (squeeze);
  gtk_label_set_text (self->headline, headline);
  gtk_label_set_text (self->squeeze, below);
  show_figures (self);
  show_goal (self);
  show_load (self);
  gp_summary_free (old);
  g_clear_pointer (&old_project, gp_project_unref);
}

static void
on_toggled (GtkToggleButton *button, GpOverviewPage *self)
{
  GtkStack *stack = button == self->goal_toggle ? self->goal_stack : self->load_stack;

  gtk_stack_set_visible_child_name (stack,
                                    gtk_toggle_button_get_active (button) ? "table" : "chart");
}

static void
gp_overview_page_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (gp_overview_page_parent_class)->dispose (object);
}

static void
gp_overview_page_finalize (GObject *object)
{
  GpOverviewPage *self = GP_OVERVIEW_PAGE (object);

  gp_summary_free (self->summary);
  g_clear_pointer (&self->project, gp_project_unref);
  g_strfreev (self->row_labels);
  g_strfreev (self->column_labels);
  g_strfreev (self->short_labels);
  g_free (self->loads);
  g_free (self->short_cells);
  G_OBJECT_CLASS (gp_overview_page_parent_class)->finalize (object);
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
  G_OBJECT_CLASS (klass)->finalize = gp_overview_page_finalize;
  g_type_ensure (GP_TYPE_CHART_AREA);
  g_type_ensure (GP_TYPE_FIGURE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/nl/groeiplan/Groeiplan/gp-overview-page.ui");
#define CHILD(name) gtk_widget_class_bind_template_child (widget_class, GpOverviewPage, name)
  CHILD (headline);
  CHILD (squeeze);
  CHILD (goal_chart);
  CHILD (goal_readout);
  CHILD (goal_grid);
  CHILD (goal_stack);
  CHILD (goal_toggle);
  CHILD (load_box);
  CHILD (figures);
  CHILD (load_chart);
  CHILD (load_readout);
  CHILD (load_grid);
  CHILD (load_stack);
  CHILD (load_toggle);
  CHILD (schools);
  CHILD (gap);
  CHILD (waiting);
  CHILD (busiest);
  CHILD (coaches);
  CHILD (cost);
#undef CHILD
  gtk_widget_class_bind_template_callback (widget_class, on_toggled);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
gp_overview_page_init (GpOverviewPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_object_bind_property (self->goal_chart, "readout", self->goal_readout, "label",
                          G_BINDING_DEFAULT);
  g_object_bind_property (self->load_chart, "readout", self->load_readout, "label",
                          G_BINDING_DEFAULT);
}

GtkWidget *
gp_overview_page_new (void)
{
  return g_object_new (GP_TYPE_OVERVIEW_PAGE, NULL);
}
