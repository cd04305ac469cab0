/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The bridge, lying: a row for the start, one a step, one for the end, joined by thin lines. When
 * the steps are small beside start and end, the axis does not begin at zero, and the bars of start
 * and end are drawn torn off.
 */
#include "gp-chart-bridge.h"

#include "gp-chart-names.h"
#include "gp-chart-rows.h"

#include <math.h>

typedef struct {
  GpChartRows rows;
  GpBridgeRow *bars;
  guint n;
  gboolean torn;
} Layout;

static const char *
label_of (gconstpointer data, guint row)
{
  const Layout *layout = data;

  return layout->bars[row].label;
}

static char *
text_of (const GpBridgeChart *chart, const GpChartStyle *style, const GpBridgeRow *row)
{
  g_autofree char *text =
      row->is_total ? gp_chart_full_text (&chart->unit, row->shown, style->language)
                    : gp_chart_difference_text (&chart->unit, row->shown, style->language);

  return g_strconcat (chart->rough ? "~" : "", text, NULL);
}

static double
widest_text (const GpBridgeChart *chart, const GpChartStyle *style, const Layout *layout)
{
  double widest = 0;

  for (guint i = 0; i < layout->n; i++) {
    g_autofree char *text = text_of (chart, style, &layout->bars[i]);

    widest = MAX (widest, gp_chart_text_width (style, text, layout->bars[i].is_total));
  }
  return widest;
}

/* From zero, unless all that happens is within the last third. */
static void
set_range (Layout *layout)
{
  GpChartRange range = GP_CHART_RANGE_NONE;
  double span;

  for (guint i = 0; i < layout->n; i++) {
    gp_chart_range_take_one (&range, layout->bars[i].to);
    if (!layout->bars[i].is_total)
      gp_chart_range_take_one (&range, layout->bars[i].from);
  }
  span = range.high - range.low;
  layout->torn = range.low > 0 && span > 0 && span < range.high * 0.35;
  layout->rows.axis.low = layout->torn ? MAX (range.low - span * 0.6, 0) : MIN (range.low, 0);
  layout->rows.axis.high = MAX (range.high, layout->torn ? range.high : 0);
  if (!(layout->rows.axis.high > layout->rows.axis.low))
    layout->rows.axis.high = layout->rows.axis.low + 1;
}

static gboolean
lay_out (const GpBridgeChart *chart, const GpChartStyle *style, Layout *out)
{
  GpChartRowsWish wish = {.label = label_of, .chart = out};

  if (!gp_chart_has_room (style))
    return FALSE;
  out->bars = gp_chart_bridge_rows (chart, &out->n);
  wish.n = out->n;
  wish.right_text = widest_text (chart, style, out) + 8;
  gp_chart_rows_lay_out (&wish, style, &out->rows);
  set_range (out);
  return TRUE;
}

/* A jagged edge in the ground's colour at the left end of a bar. */
static void
tear (cairo_t *cr, const GpChartStyle *style, const GpChartRect *bar)
{
  double x = bar->x + MIN (10, bar->width / 2), tooth = MAX (bar->height / 4, 1);

  gp_chart_set_shade (cr, style, GP_INK_GROUND, 1);
  cairo_set_line_width (cr, 3);
  cairo_new_path (cr);
  for (guint i = 0; i <= 4; i++)
    cairo_line_to (cr, x + (i % 2 == 0 ? 3 : -3), bar->y + tooth * i);
  cairo_stroke (cr);
}

static void
draw_bar (cairo_t *cr, const GpBridgeChart *chart, const GpChartStyle *style, const Layout *layout,
          guint i)
{
  const GpBridgeRow *row = &layout->bars[i];
  GpChartRect bar = gp_chart_rows_bar (&layout->rows, i, row->from, row->to);
  gboolean less = !row->is_total && row->to < row->from;
  GpChartName look = {.swatch = chart->rough ? GP_SWATCH_HATCH : GP_SWATCH_FILL,
                      .ink = row->is_total ? chart->ink
                             : less        ? GP_INK_LESS
                                           : GP_INK_MORE};
  g_autofree char *text = text_of (chart, style, row);

  if (row->is_total && (guint)look.ink >= GP_N_INKS)
    look.ink = GP_INK_REGULAR;
  bar.width = MAX (bar.width, 1);
  gp_chart_swatch (cr, style, &look, &bar);
  if (layout->torn && row->is_total)
    tear (cr, style, &bar);
  if (gp_chart_rows_draw (cr, &layout->rows, style, i, row->label, row->is_total))
    gp_chart_rows_number (cr, style, &bar, TRUE, text, row->is_total);
}

/* From where a bar ends down to the next one. */
static void
draw_joint (cairo_t *cr, const GpChartStyle *style, const Layout *layout, guint i)
{
  double x = floor (gp_chart_axis_x (&layout->rows.axis, layout->bars[i].to)) + 0.5;
  GpChartRect bar = gp_chart_rows_bar (&layout->rows, i, 0, 0);

  gp_chart_set_ink (cr, style, GP_INK_FAINT, 0.8);
  cairo_set_line_width (cr, 1);
  cairo_move_to (cr, x, bar.y);
  cairo_line_to (cr, x, bar.y + layout->rows.row + bar.height);
  cairo_stroke (cr);
}

void
gp_chart_bridge (cairo_t *cr, const GpBridgeChart *chart, const GpChartStyle *style)
{
  Layout layout;

  g_return_if_fail (cr != NULL && chart != NULL && style != NULL);
  if (!lay_out (chart, style, &layout))
    return;
  gp_chart_begin (cr, style);
  for (guint i = 0; i + 1 < layout.n; i++)
    draw_joint (cr, style, &layout, i);
  for (guint i = 0; i < layout.n; i++)
    draw_bar (cr, chart, style, &layout, i);
  gp_chart_end (cr);
  g_free (layout.bars);
}

int
gp_chart_bridge_hit (const GpBridgeChart *chart, const GpChartStyle *style, double x, double y)
{
  Layout layout;
  int row;

  g_return_val_if_fail (chart != NULL && style != NULL, -1);
  if (!isfinite (x) || !isfinite (y) || !lay_out (chart, style, &layout))
    return -1;
  row = gp_chart_rows_at (&layout.rows, style, x, y);
  g_free (layout.bars);
  return row;
}

double
gp_chart_bridge_height (const GpBridgeChart *chart, const GpChartStyle *style)
{
  Layout layout;
  GpChartRowsWish wish = {.label = label_of, .chart = &layout};
  double height;

  g_return_val_if_fail (chart != NULL && style != NULL, 0);
  layout.bars = gp_chart_bridge_rows (chart, &layout.n);
  wish.n = layout.n;
  height = gp_chart_rows_height (&wish, style);
  g_free (layout.bars);
  return height;
}
