/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table, the sentence and the lines of the comparison. */
#include "gp-compare-page-private.h"
#include "gp-lines.h"
#include "gp-links.h"
#include "gp-page.h"

#include <glib/gi18n-lib.h>
#include <groeiplan/gp-parameter.h>
#include <math.h>

GpYear
gp_compare_page_get_year (GpComparePage *self)
{
  guint selected = gtk_drop_down_get_selected (self->year);

  return selected == 0 || selected == GTK_INVALID_LIST_POSITION
             ? GP_YEAR_NONE
             : (GpYear)(gp_document_get_project (self->document)->plan_from + (int)selected - 1);
}

GpFigureId
gp_compare_page_get_figure (GpComparePage *self)
{
  return (GpFigureId)MIN (gtk_drop_down_get_selected (self->figure), GP_N_FIGURES - 1);
}

static const GpComparedScenario *
compared (GpComparePage *self, guint index)
{
  return g_ptr_array_index (self->comparison->scenarios, index);
}

#define HEAD_CHARS 14
#define LONGEST_WORD 24
#define TITLE_CHARS 22

/* ---- the table --------------------------------------------------------------------------------
 */

static GtkWidget *
cell (GpComparePage *self, const char *text, int column, int line, const char *css)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), column == 0 ? 0 : 1);
  gtk_widget_add_css_class (label, "compare-cell");
  if (css != NULL)
    gtk_widget_add_css_class (label, css);
  gtk_grid_attach (self->table, label, column, line, 1, 1);
  return label;
}

static int
column_of (guint index)
{
  return index == 0 ? 1 : 2 + 3 * ((int)index - 1);
}

/* A name without spaces does not push the figures out of the window. */
static void
cut_long_words (GtkLabel *label)
{
  g_auto (GStrv) lines = g_strsplit (gtk_label_get_text (label), "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++) {
    if (g_utf8_strlen (lines[i], -1) <= LONGEST_WORD)
      continue;
    gtk_label_set_ellipsize (label, PANGO_ELLIPSIZE_END);
    gtk_label_set_width_chars (label, LONGEST_WORD);
    gtk_widget_set_tooltip_text (GTK_WIDGET (label), gtk_label_get_text (label));
  }
}

static void
add_heads (GpComparePage *self)
{
  cell (self, _ ("Figure"), 0, 0, "heading");
  for (guint i = 0; i < self->comparison->scenarios->len; i++) {
    g_autofree char *name = gp_lines_break (compared (self, i)->name, HEAD_CHARS);
    GtkWidget *head = cell (self, name, column_of (i), 0, "heading");

    gtk_label_set_justify (GTK_LABEL (head), GTK_JUSTIFY_RIGHT);
    gtk_accessible_update_property (GTK_ACCESSIBLE (head), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    compared (self, i)->name, -1);
    cut_long_words (GTK_LABEL (head));
    if (i > 0) {
      cell (self, _ ("difference"), column_of (i) + 1, 0, "dim-label");
      cell (self, "%", column_of (i) + 2, 0, "dim-label");
    }
  }
}

static void
add_scenario (GpComparePage *self, guint index, GpFigureId figure, int line)
{
  GpYear year = gp_compare_page_get_year (self);
  GpLanguage language = gp_numbers_current ();
  const char *css = compared (self, index)->rough ? "rough" : NULL;
  g_autofree char *value =
      gp_comparison_value_text (self->comparison, index, figure, year, language);
  g_autofree char *difference =
      gp_comparison_difference_text (self->comparison, index, figure, year, language);
  g_autofree char *percent =
      gp_comparison_percent_text (self->comparison, index, figure, year, language);

  cell (self, value, column_of (index), line, css);
  if (index == 0)
    return;
  cell (self, difference, column_of (index) + 1, line, "dim-label");
  cell (self, percent, column_of (index) + 2, line, "dim-label");
}

void
gp_compare_page_show_table (GpComparePage *self)
{
  gp_page_drop_children (GTK_WIDGET (self->table));
  add_heads (self);
  for (int figure = 0; figure < GP_N_FIGURES; figure++) {
    g_autofree char *text =
        gp_comparison_title (self->comparison, (GpFigureId)figure, gp_compare_page_get_year (self));
    g_autofree char *title = gp_lines_break (text, TITLE_CHARS);

    gtk_accessible_update_property (GTK_ACCESSIBLE (cell (self, title, 0, figure + 1, NULL)),
                                    GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
    for (guint i = 0; i < self->comparison->scenarios->len; i++)
      add_scenario (self, i, (GpFigureId)figure, figure + 1);
  }
}

/* ---- the sentence -----------------------------------------------------------------------------
 */

/* The scenario beside the base, planned as it is, with most schools in the goal year; 0: none. */
static guint
best_of (GpComparePage *self)
{
  guint best = 0;
  double most = NAN;

  for (guint i = 1; i < self->comparison->scenarios->len; i++) {
    double value = gp_comparison_value (self->comparison, i, GP_FIGURE_TAKING_PART, GP_YEAR_NONE);

    if (gp_comparison_is_like (self->comparison, i) && !isnan (value) && !(value <= most)) {
      most = value;
      best = i;
    }
  }
  return best;
}

/* Why there is nothing to compare: no second plan, or only rough ones beside a whole one. */
static char *
nothing_to_compare (GpComparePage *self)
{
  guint unlike = 0;

  for (guint i = 1; i < self->comparison->scenarios->len && unlike == 0; i++)
    if (compared (self, 0)->has_plan && compared (self, i)->has_plan)
      unlike = i;
  if (unlike == 0)
    return g_strdup (_ ("Choose scenarios with a plan to compare them."));
  /* Translators: two scenarios. */
  return g_strdup_printf (_ ("%s is rough and %s is in whole schools: plan both the same way to "
                             "compare them."),
                          compared (self, compared (self, 0)->rough ? 0 : unlike)->name,
                          compared (self, compared (self, 0)->rough ? unlike : 0)->name);
}

void
gp_compare_page_show_headline (GpComparePage *self)
{
  GpLanguage language = gp_numbers_current ();
  int year = gp_document_get_project (self->document)->goal_year + 1;
  guint best = best_of (self);
  double base = gp_comparison_value (self->comparison, 0, GP_FIGURE_TAKING_PART, GP_YEAR_NONE);
  double most = gp_comparison_value (self->comparison, best, GP_FIGURE_TAKING_PART, GP_YEAR_NONE);
  double change = round (most) - round (base);
  g_autofree char *number = gp_format_number (most, 0, language);
  g_autofree char *difference = gp_format_number (fabs (change), 0, language);
  g_autofree char *text = NULL, *bridge = NULL, *markup = NULL;

  if (best == 0 || isnan (change))
    text = nothing_to_compare (self);
  else if (change == 0) /* Translators: a scenario, a number of schools, a year, a scenario. */
    text = g_strdup_printf (_ ("%s brings %s schools in %d: as many as %s."),
                            compared (self, best)->name, number, year, compared (self, 0)->name);
  else
    /* Translators: a scenario, a number of schools, a year, a number of schools, a scenario. */
    text = g_strdup_printf (change > 0 ? _ ("%s brings %s schools in %d: %s more than %s.")
                                       : _ ("%s brings %s schools in %d: %s fewer than %s."),
                            compared (self, best)->name, number, year, difference,
                            compared (self, 0)->name);
  bridge = g_strdup_printf (
      "compare/bridge:%s",
      gp_document_get_project (self->document)->scenarios[compared (self, best)->scenario].code);
  markup = gp_links_markup (text,
                            (GpLink[]){{best != 0 ? number : NULL, "compare/taking_part"},
                                       {best != 0 && change != 0 ? difference : NULL, bridge}},
                            2);
  gtk_label_set_markup (self->headline, markup);
}

/* ---- the lines --------------------------------------------------------------------------------
 */

static guint
n_years (GpComparePage *self)
{
  const GpProject *project = gp_document_get_project (self->document);

  return (guint)(project->last_year - project->plan_from + 1);
}

static double
goal_of (GpComparePage *self, GpFigureId figure)
{
  double goal =
      gp_param_value (gp_document_get_project (self->document), compared (self, 0)->scenario,
                      GP_PARAM_PARTICIPATION_GOAL, "", GP_YEAR_NONE);

  return figure == GP_FIGURE_TAKING_PART && goal > 0 ? goal : NAN;
}

void
gp_compare_page_show_lines (GpComparePage *self)
{
  const GpProject *project = gp_document_get_project (self->document);
  GpFigureId figure = gp_compare_page_get_figure (self);
  const GpFigureInfo *info = gp_figure_info (figure);
  guint years = n_years (self), n = self->comparison->scenarios->len;
  g_autofree double *values = g_new0 (double, (gsize)n *years);
  g_autofree GpYear *names = g_new0 (GpYear, years);
  g_autofree GpChartLine *lines = g_new0 (GpChartLine, n);
  GpLinesChart chart = {.highlighted = -1,
                        .goal = goal_of (self, figure),
                        .goal_text = _ ("goal"),
                        .goal_year = project->goal_year,
                        .unit = {info->digits, figure == GP_FIGURE_COST, NULL},
                        .from_zero = TRUE};
  guint n_lines = 0;
  /* Translators: a figure, in the title of a chart with a line for each scenario. */
  g_autofree char *sentence = g_strdup_printf (_ ("%s, a line for each scenario"), _ (info->label));

  for (guint y = 0; y < years; y++)
    names[y] = (GpYear)(project->plan_from + (int)y);
  for (guint i = 0; i < n; i++) {
    double *at = values + (gsize)n_lines * years;

    if (!compared (self, i)->has_plan)
      continue;
    for (guint y = 0; y < years; y++)
      at[y] = gp_comparison_value (self->comparison, i, figure, names[y]);
    lines[n_lines++] = (GpChartLine){compared (self, i)->name, at, compared (self, i)->rough};
  }
  chart.lines = lines;
  chart.n_lines = n_lines;
  chart.years = names;
  chart.n_years = years;
  gp_chart_box_show (self->lines, sentence, n_lines > 0 ? gp_chart_new_lines (&chart) : NULL);
}
