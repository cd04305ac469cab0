/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Budgets: a panel a project, a bar a year. The bar is the actual, or the forecast with what is
 * committed of it; the budget is a frame around it; what goes beyond the frame is red and hatched.
 */
#include <groeiplan/gp-chart-bars.h>

#include "gp-chart-axis.h"
#include "gp-chart-names.h"
#include "gp-chart-panels.h"

#include <math.h>

#define N_NAMES 4

typedef struct {
  GpChartPanels panels;
  GpChartAxis axis;
  double left, foot;
  double slot;
  GpChartName names[N_NAMES];
  GpChartName legend[N_NAMES]; /* those of them that are drawn */
  guint n_legend;
} Layout;

/* What a year came to, or will come to. */
static double
outcome_of (const GpBudgetProject *project, guint year)
{
  double actual = gp_chart_value_at (project->actual, year);

  return isnan (actual) ? gp_chart_value_at (project->forecast, year) : actual;
}

static GpChartRange
range_of (const GpBudgetChart *chart, guint first, guint n)
{
  GpChartRange range = {0, 0};

  for (guint i = first; i < first + n; i++) {
    const GpBudgetProject *project = &chart->projects[i];

    gp_chart_range_take (&range, project->actual, chart->n_years);
    gp_chart_range_take (&range, project->budget, chart->n_years);
    gp_chart_range_take (&range, project->committed, chart->n_years);
    gp_chart_range_take (&range, project->forecast, chart->n_years);
  }
  return range;
}

/* In the order of the names: a year's actual takes the place of its forecast and what is committed.
 */
static void
find_drawn (const GpBudgetChart *chart, gboolean *drawn)
{
  for (guint p = 0; p < chart->n_projects; p++) {
    const GpBudgetProject *project = &chart->projects[p];

    for (guint y = 0; y < chart->n_years; y++) {
      gboolean is_actual = !isnan (gp_chart_value_at (project->actual, y));

      drawn[0] = drawn[0] || is_actual;
      drawn[1] = drawn[1] || (!is_actual && !isnan (gp_chart_value_at (project->forecast, y)));
      drawn[2] = drawn[2] || (!is_actual && !isnan (gp_chart_value_at (project->committed, y)));
      drawn[3] = drawn[3] || !isnan (gp_chart_value_at (project->budget, y));
    }
  }
}

static void
fill_names (const GpBudgetChart *chart, Layout *out)
{
  gboolean drawn[N_NAMES] = {FALSE};

  out->names[0] =
      (GpChartName){.text = chart->actual_text, .swatch = GP_SWATCH_FILL, .ink = GP_INK_MONEY};
  out->names[1] =
      (GpChartName){.text = chart->forecast_text, .swatch = GP_SWATCH_HATCH, .ink = GP_INK_MONEY};
  out->names[2] = (GpChartName){.text = chart->committed_text,
                                .swatch = GP_SWATCH_FILL,
                                .ink = GP_INK_MONEY,
                                .strength = 0.6};
  out->names[3] =
      (GpChartName){.text = chart->budget_text, .swatch = GP_SWATCH_FRAME, .ink = GP_INK_TEXT};
  find_drawn (chart, drawn);
  out->n_legend = 0;
  for (guint i = 0; i < N_NAMES; i++)
    if (drawn[i])
      out->legend[out->n_legend++] = out->names[i];
}

static double
head_of (const Layout *layout, const GpChartStyle *style)
{
  return gp_chart_names_above (NULL, style, layout->legend, layout->n_legend, 0, 0, style->width) +
         0.6 * gp_chart_font_size (style);
}

static void
set_panel (Layout *layout, const GpBudgetChart *chart, const GpChartStyle *style, guint panel)
{
  GpChartRect box = gp_chart_panels_box (&layout->panels, panel);
  double font = gp_chart_font_size (style), top = MIN (2.4 * font, box.height * 0.3);

  if (!chart->same_scale)
    gp_chart_axis_set (&layout->axis, range_of (chart, panel, 1), TRUE,
                       box.height > 16 * font ? 5 : 3, &chart->unit);
  layout->axis.plot =
      (GpChartRect){box.x + layout->left, box.y + top, MAX (box.width - layout->left - 2, 1),
                    MAX (box.height - top - layout->foot, 0)};
  layout->slot = layout->axis.plot.width / chart->n_years;
}

/* Room for the widest texts of any panel's axis, so that plots stand under one another. */
static double
axes_width (const GpBudgetChart *chart, const GpChartStyle *style, Layout *layout)
{
  double widest = 0;

  for (guint i = 0; i < chart->n_projects; i++) {
    gp_chart_axis_set (&layout->axis, range_of (chart, i, 1), TRUE, 4, &chart->unit);
    widest = MAX (widest, gp_chart_axis_width (&layout->axis, style, &chart->unit));
  }
  return widest;
}

static gboolean
lay_out (const GpBudgetChart *chart, const GpChartStyle *style, Layout *out)
{
  double font = gp_chart_font_size (style), wide;

  if (!gp_chart_has_room (style) || chart->n_projects == 0 || chart->projects == NULL ||
      chart->n_years == 0)
    return FALSE;
  fill_names (chart, out);
  gp_chart_panels_lay_out (chart->n_projects, style, head_of (out, style), &out->panels);
  wide = axes_width (chart, style, out);
  if (chart->same_scale) {
    gp_chart_axis_set (&out->axis, range_of (chart, 0, chart->n_projects), TRUE,
                       out->panels.height > 16 * font ? 5 : 3, &chart->unit);
    wide = gp_chart_axis_width (&out->axis, style, &chart->unit);
  }
  out->left = MIN (wide, out->panels.width * 0.4);
  out->foot = 3.1 * font;
  return TRUE;
}

static GpChartRect
bar_of (const Layout *layout, guint year, double share, double from, double to)
{
  double one = gp_chart_axis_y (&layout->axis, from), other = gp_chart_axis_y (&layout->axis, to);
  double width = MAX (floor (layout->slot * share), 1);
  GpChartRect bar = {floor (layout->axis.plot.x + layout->slot * (year + 0.5) - width / 2),
                     MIN (one, other), width, fabs (one - other)};

  return bar;
}

static void
draw_outcome (cairo_t *cr, const GpChartStyle *style, const Layout *layout,
              const GpBudgetProject *project, guint year)
{
  double outcome = outcome_of (project, year), budget = gp_chart_value_at (project->budget, year);
  double committed = gp_chart_value_at (project->committed, year);
  gboolean is_actual = !isnan (gp_chart_value_at (project->actual, year));
  GpChartName over = {.swatch = GP_SWATCH_HATCH, .ink = GP_INK_SHORTAGE};
  GpChartRect bar;

  if (!isnan (outcome)) {
    bar = bar_of (layout, year, 0.5, 0, outcome);
    gp_chart_swatch (cr, style, &layout->names[is_actual ? 0 : 1], &bar);
  }
  if (!isnan (committed) && !is_actual) {
    bar = bar_of (layout, year, 0.5, 0, committed);
    gp_chart_swatch (cr, style, &layout->names[2], &bar);
  }
  if (!isnan (outcome) && budget >= 0 && outcome > budget) {
    bar = bar_of (layout, year, 0.5, budget, outcome);
    gp_chart_set_shade (cr, style, GP_INK_GROUND, 1);
    gp_chart_rect (cr, &bar);
    gp_chart_swatch (cr, style, &over, &bar);
  }
}

static void
draw_budget (cairo_t *cr, const GpChartStyle *style, const Layout *layout,
             const GpBudgetProject *project, guint year)
{
  double budget = gp_chart_value_at (project->budget, year);
  GpChartRect frame;

  if (isnan (budget))
    return;
  frame = bar_of (layout, year, 0.76, 0, budget);
  gp_chart_set_ink (cr, style, GP_INK_TEXT, 1);
  cairo_set_line_width (cr, 1);
  cairo_rectangle (cr, frame.x + 0.5, floor (frame.y) + 0.5, MAX (frame.width - 1, 1),
                   frame.height);
  cairo_stroke (cr);
}

/* By how much the outcome differs from the budget, in percent: "+12%". */
static char *
variance_text (const GpBudgetProject *project, const GpChartStyle *style, guint year)
{
  double budget = gp_chart_value_at (project->budget, year);
  double share = outcome_of (project, year) / budget - 1;
  g_autofree char *text = NULL;

  if (isnan (share) || !(budget > 0) || fabs (share) > 99)
    return NULL;
  text = gp_format_percent (share, 0, style->language);
  return share >= 0.005 ? g_strconcat ("+", text, NULL) : g_steal_pointer (&text);
}

static void
draw_variances (cairo_t *cr, const GpBudgetChart *chart, const GpChartStyle *style,
                const Layout *layout, const GpBudgetProject *project)
{
  double font = gp_chart_font_size (style), free_from = -INFINITY;
  double y = layout->axis.plot.y + layout->axis.plot.height + 4 + 1.35 * font;

  for (guint i = 0; i < chart->n_years; i++) {
    g_autofree char *text = variance_text (project, style, i);
    gboolean over = text != NULL && text[0] == '+';
    double x = layout->axis.plot.x + layout->slot * (i + 0.5);
    double half = gp_chart_text_width (style, text, over) / 2;

    if (text == NULL || x - half < free_from)
      continue;
    gp_chart_set_ink (cr, style, over ? GP_INK_SHORTAGE : GP_INK_FAINT, 1);
    gp_chart_text (cr, style, text, x, y, (GpAnchor){0.5, 0},
                   over ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL, PANGO_STYLE_NORMAL);
    free_from = x + half + 3;
  }
}

static void
draw_panel (cairo_t *cr, const GpBudgetChart *chart, const GpChartStyle *style,
            const Layout *layout, guint index)
{
  const GpBudgetProject *project = &chart->projects[index];

  if (layout->axis.plot.height < 4)
    return;
  gp_chart_panels_head (cr, &layout->panels, style, &layout->axis.plot, project->name, index,
                        chart->n_years);
  gp_chart_axis_draw (cr, &layout->axis, style, &chart->unit, NAN, FALSE);
  for (guint i = 0; i < chart->n_years; i++) {
    draw_outcome (cr, style, layout, project, i);
    draw_budget (cr, style, layout, project, i);
  }
  gp_chart_years_draw (cr, style, chart->years, chart->n_years, GP_YEAR_NONE, layout->axis.plot.x,
                       layout->slot, layout->axis.plot.y + layout->axis.plot.height + 4);
  draw_variances (cr, chart, style, layout, project);
}

void
gp_chart_budget (cairo_t *cr, const GpBudgetChart *chart, const GpChartStyle *style)
{
  Layout layout;

  g_return_if_fail (cr != NULL && chart != NULL && style != NULL);
  if (!lay_out (chart, style, &layout))
    return;
  gp_chart_begin (cr, style);
  gp_chart_names_above (cr, style, layout.legend, layout.n_legend, 0, 0, style->width);
  for (guint i = 0; i < chart->n_projects; i++) {
    set_panel (&layout, chart, style, i);
    draw_panel (cr, chart, style, &layout, i);
  }
  gp_chart_end (cr);
}

int
gp_chart_budget_hit (const GpBudgetChart *chart, const GpChartStyle *style, double x, double y)
{
  Layout layout;
  int panel, year;

  g_return_val_if_fail (chart != NULL && style != NULL, -1);
  if (!isfinite (x) || !isfinite (y) || x > style->width || y > style->height ||
      !lay_out (chart, style, &layout))
    return -1;
  panel = gp_chart_panels_at (&layout.panels, x, y);
  if (panel < 0)
    return -1;
  set_panel (&layout, chart, style, (guint)panel);
  year = gp_chart_slot_at (x, layout.axis.plot.x, layout.slot, chart->n_years);
  return year < 0 ? -1 : panel * (int)chart->n_years + year;
}

double
gp_chart_budget_height (const GpBudgetChart *chart, const GpChartStyle *style)
{
  Layout layout;

  g_return_val_if_fail (chart != NULL && style != NULL, 0);
  fill_names (chart, &layout);
  return gp_chart_panels_height (chart->n_projects, style, head_of (&layout, style));
}
