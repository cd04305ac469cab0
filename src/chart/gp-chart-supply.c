/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Supply above the zero line against demand below it, stacked, a panel a region. All panels have
 * one scale, so that they can be compared. The part of the demand that nobody can do is the outer
 * end of its bar: red, hatched, with its number.
 */
#include <groeiplan/gp-chart-bars.h>

#include "gp-chart-axis.h"
#include "gp-chart-names.h"
#include "gp-chart-panels.h"
#include "gp-chart-supply.h"

#include <math.h>

typedef struct {
  GpChartPanels panels;
  GpChartAxis axis; /* its plot is set for each panel */
  double left;      /* of the plot in a panel */
  double top;       /* title */
  double slot, bar;
  double names_width; /* beside a single panel; 0: above */
  GpChartName *names;
  guint n_names;
} Layout;

double
gp_chart_supply_total (const GpChartSeries *series, guint n, guint year)
{
  double total = 0;

  for (guint i = 0; series != NULL && i < n; i++)
    total += gp_chart_figure (gp_chart_value_at (series[i].values, year));
  return total;
}

double
gp_chart_supply_shortage (const GpSupplyPanel *panel, guint year)
{
  double demand = gp_chart_supply_total (panel->demand, panel->n_demand, year);

  if (panel->shortage != NULL)
    return MIN (gp_chart_figure (panel->shortage[year]), demand);
  return MAX (demand - gp_chart_supply_total (panel->supply, panel->n_supply, year), 0);
}

static GpChartRange
range_of (const GpSupplyChart *chart)
{
  GpChartRange range = {0, 0};

  for (guint p = 0; p < chart->n_panels; p++)
    for (guint i = 0; i < chart->n_years; i++) {
      const GpSupplyPanel *panel = &chart->panels[p];

      gp_chart_range_take_one (&range, gp_chart_supply_total (panel->supply, panel->n_supply, i));
      gp_chart_range_take_one (&range, -gp_chart_supply_total (panel->demand, panel->n_demand, i));
    }
  return range;
}

/* Room under the lowest bar for the number of its shortage. */
static void
make_room_for_numbers (const GpSupplyChart *chart, const GpChartStyle *style, Layout *layout)
{
  double font = gp_chart_font_size (style), lowest = 0;
  double height = MAX (layout->panels.height - layout->top - 1.8 * font, font);
  double line = 1.5 * font / height * (layout->axis.high - layout->axis.low);

  for (guint p = 0; p < chart->n_panels; p++)
    for (guint i = 0; i < chart->n_years; i++) {
      const GpSupplyPanel *panel = &chart->panels[p];

      if (gp_chart_supply_shortage (panel, i) > 0)
        lowest = MIN (lowest, -gp_chart_supply_total (panel->demand, panel->n_demand, i));
    }
  if (lowest < 0 && lowest - line < layout->axis.low)
    layout->axis.low = lowest - line;
}

/* How many series before this one have its ink. */
static guint
nth_of_ink (const GpChartSeries *series, guint i)
{
  guint nth = 0;

  for (guint before = 0; before < i; before++)
    nth += series[before].ink == series[i].ink;
  return nth;
}

static void
add_series (Layout *layout, const GpSupplyChart *chart, const GpChartSeries *series, guint n,
            const char *heading)
{
  layout->names[layout->n_names++] =
      (GpChartName){.text = heading, .swatch = GP_SWATCH_NONE, .bold = TRUE};
  for (guint i = 0; series != NULL && i < n; i++)
    layout->names[layout->n_names++] =
        (GpChartName){.text = series[i].name,
                      .swatch = chart->rough ? GP_SWATCH_HATCH : GP_SWATCH_FILL,
                      .ink = series[i].ink,
                      .strength = gp_chart_nth_strength (nth_of_ink (series, i))};
}

static gboolean
has_shortage (const GpSupplyChart *chart)
{
  for (guint p = 0; p < chart->n_panels; p++)
    for (guint i = 0; i < chart->n_years; i++)
      if (gp_chart_supply_shortage (&chart->panels[p], i) > 0)
        return TRUE;
  return FALSE;
}

static void
fill_names (const GpSupplyChart *chart, Layout *out)
{
  const GpSupplyPanel *first = &chart->panels[0];

  out->names = g_new0 (GpChartName, (gsize)first->n_supply + first->n_demand + 3);
  out->n_names = 0;
  add_series (out, chart, first->supply, first->n_supply, chart->supply_text);
  add_series (out, chart, first->demand, first->n_demand, chart->demand_text);
  if (has_shortage (chart))
    out->names[out->n_names++] = (GpChartName){
        .text = chart->shortage_text, .swatch = GP_SWATCH_HATCH, .ink = GP_INK_SHORTAGE};
}

/* Supply and demand each on rows of their own; returns their height. */
static double
names_above (cairo_t *cr, const GpSupplyChart *chart, const GpChartStyle *style,
             const Layout *layout)
{
  const GpSupplyPanel *first = &chart->panels[0];
  guint n_supply = (first->supply != NULL ? first->n_supply : 0) + 1; /* with its heading */
  double height = gp_chart_names_above (cr, style, layout->names, n_supply, 0, 0, style->width);

  return height + gp_chart_names_above (cr, style, layout->names + n_supply,
                                        layout->n_names - n_supply, 0, height, style->width);
}

static void
set_panel (Layout *layout, const GpSupplyChart *chart, const GpChartStyle *style, guint panel)
{
  GpChartRect box = gp_chart_panels_box (&layout->panels, panel);
  double font = gp_chart_font_size (style);
  double right = layout->names_width > 0 ? layout->names_width + font : 2;

  layout->axis.plot = (GpChartRect){box.x + layout->left, box.y + layout->top,
                                    MAX (box.width - layout->left - right, 1),
                                    MAX (box.height - layout->top - 1.8 * font, 0)};
  layout->slot = layout->axis.plot.width / chart->n_years;
  layout->bar = MAX (MIN (layout->slot * 0.66, 8 * font), MIN (layout->slot, 1));
}

static gboolean
lay_out (const GpSupplyChart *chart, const GpChartStyle *style, Layout *out)
{
  double font = gp_chart_font_size (style), wanted, head = 0.4 * font;

  if (!gp_chart_has_room (style) || chart->n_panels == 0 || chart->panels == NULL ||
      chart->n_years == 0)
    return FALSE;
  fill_names (chart, out);
  wanted = gp_chart_names_width (style, out->names, out->n_names);
  out->names_width =
      chart->n_panels == 1 && wanted > 0 && wanted < style->width * 0.27 ? wanted : 0;
  if (wanted > 0 && out->names_width == 0)
    head = names_above (NULL, chart, style, out) + 0.6 * font;
  gp_chart_panels_lay_out (chart->n_panels, style, head, &out->panels);
  gp_chart_axis_set (&out->axis, range_of (chart), TRUE, out->panels.height > 22 * font ? 6 : 4,
                     &chart->unit);
  out->left = MIN (gp_chart_axis_width (&out->axis, style, &chart->unit), out->panels.width * 0.3);
  out->top =
      chart->panels[0].title != NULL ? MIN (2.3 * font, out->panels.height * 0.3) : 0.5 * font;
  make_room_for_numbers (chart, style, out);
  return TRUE;
}

/* A stack from zero on, up (sign 1) or down (-1). */
static void
draw_stack (cairo_t *cr, const GpSupplyChart *chart, const GpChartStyle *style,
            const Layout *layout, const GpChartSeries *series, guint n, guint year, int sign)
{
  double from = 0;

  for (guint i = 0; series != NULL && i < n; i++) {
    double to = from + gp_chart_figure (gp_chart_value_at (series[i].values, year));
    GpChartRect rect = gp_chart_supply_bar (&layout->axis, layout->slot, layout->bar, year,
                                            sign * from, sign * to);
    GpChartName look = {.swatch = chart->rough ? GP_SWATCH_HATCH : GP_SWATCH_FILL,
                        .ink = series[i].ink,
                        .strength = gp_chart_nth_strength (nth_of_ink (series, i))};

    gp_chart_swatch (cr, style, &look, &rect);
    from = to;
  }
}

static void
draw_shortage (cairo_t *cr, const GpSupplyChart *chart, const GpChartStyle *style,
               const Layout *layout, const GpSupplyPanel *panel, guint year)
{
  double shortage = gp_chart_supply_shortage (panel, year), font = gp_chart_font_size (style);
  double demand = gp_chart_supply_total (panel->demand, panel->n_demand, year);
  GpChartRect rect = gp_chart_supply_bar (&layout->axis, layout->slot, layout->bar, year,
                                          -(demand - shortage), -demand);
  GpChartName look = {.swatch = GP_SWATCH_HATCH, .ink = GP_INK_SHORTAGE};
  g_autofree char *number = gp_chart_short_text (&chart->unit, shortage, 1, style->language);
  g_autofree char *text = g_strconcat (chart->rough ? "~" : "", number, NULL);

  if (shortage <= 0)
    return;
  gp_chart_set_shade (cr, style, GP_INK_GROUND, 1);
  gp_chart_rect (cr, &rect);
  gp_chart_swatch (cr, style, &look, &rect);
  if (gp_chart_text_width (style, text, TRUE) + 2 > layout->slot ||
      rect.y + rect.height + 1.3 * font > layout->axis.plot.y + layout->axis.plot.height + 2)
    return;
  gp_chart_text_clear (cr, style, text, rect.x + rect.width / 2, rect.y + rect.height + 1,
                       (GpAnchor){0.5, 0}, PANGO_WEIGHT_BOLD, GP_INK_SHORTAGE);
}

static void
draw_panel (cairo_t *cr, const GpSupplyChart *chart, const GpChartStyle *style,
            const Layout *layout, guint index)
{
  const GpSupplyPanel *panel = &chart->panels[index];

  if (layout->axis.plot.height < 4)
    return;
  gp_chart_panels_head (cr, &layout->panels, style, &layout->axis.plot, panel->title, index,
                        chart->n_years);
  gp_chart_axis_draw (cr, &layout->axis, style, &chart->unit, NAN, TRUE);
  for (guint i = 0; i < chart->n_years; i++) {
    draw_stack (cr, chart, style, layout, panel->supply, panel->n_supply, i, 1);
    draw_stack (cr, chart, style, layout, panel->demand, panel->n_demand, i, -1);
  }
  for (guint i = 0; i < chart->n_years; i++)
    draw_shortage (cr, chart, style, layout, panel, i);
  gp_chart_set_ink (cr, style, GP_INK_TEXT, 1);
  cairo_set_line_width (cr, 1);
  gp_chart_rule (cr, layout->axis.plot.x, layout->axis.plot.x + layout->axis.plot.width,
                 gp_chart_axis_y (&layout->axis, 0));
  gp_chart_years_draw (cr, style, chart->years, chart->n_years, GP_YEAR_NONE, layout->axis.plot.x,
                       layout->slot, layout->axis.plot.y + layout->axis.plot.height + 4);
}

void
gp_chart_supply (cairo_t *cr, const GpSupplyChart *chart, const GpChartStyle *style)
{
  Layout layout;

  g_return_if_fail (cr != NULL && chart != NULL && style != NULL);
  if (!lay_out (chart, style, &layout))
    return;
  gp_chart_begin (cr, style);
  for (guint i = 0; i < chart->n_panels; i++) {
    set_panel (&layout, chart, style, i);
    draw_panel (cr, chart, style, &layout, i);
  }
  if (layout.names_width > 0)
    gp_chart_supply_names (cr, chart, style, &layout.axis, layout.names, layout.n_names,
                           layout.names_width);
  else
    names_above (cr, chart, style, &layout);
  gp_chart_end (cr);
  g_free (layout.names);
}

int
gp_chart_supply_hit (const GpSupplyChart *chart, const GpChartStyle *style, double x, double y)
{
  Layout layout;
  int panel, year = -1;

  g_return_val_if_fail (chart != NULL && style != NULL, -1);
  if (!isfinite (x) || !isfinite (y) || x > style->width || y > style->height ||
      !lay_out (chart, style, &layout))
    return -1;
  panel = gp_chart_panels_at (&layout.panels, x, y);
  if (panel >= 0) {
    set_panel (&layout, chart, style, (guint)panel);
    year = gp_chart_slot_at (x, layout.axis.plot.x, layout.slot, chart->n_years);
  }
  g_free (layout.names);
  return year < 0 ? -1 : panel * (int)chart->n_years + year;
}

double
gp_chart_supply_height (const GpSupplyChart *chart, const GpChartStyle *style)
{
  GpChartStyle tall = *style;
  Layout layout;
  double head;

  g_return_val_if_fail (chart != NULL && style != NULL, 0);
  tall.height = 1000;
  if (!lay_out (chart, &tall, &layout))
    return gp_chart_panels_height (1, style, 0);
  head = layout.panels.head;
  g_free (layout.names);
  return gp_chart_panels_height (chart->n_panels, style, head);
}
