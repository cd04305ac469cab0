/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The tornado: per assumption how far the outcome moves to either side of the base, widest first.
 * The outcome at the low value is pale, that at the high value dark, so that both can lie on the
 * same side and still be told apart.
 */
#include "gp-chart-tornado.h"

#include "gp-chart-names.h"
#include "gp-chart-rows.h"

#include <math.h>

typedef struct {
  const GpTornadoChart *chart;
  GpChartRows rows;
  guint *order;
  double base, head;
  GpChartName names[2];
} Layout;

static double
base_of (const GpTornadoChart *chart)
{
  double base = gp_chart_value (chart->base);

  return isnan (base) ? 0 : base;
}

double
gp_chart_tornado_width (const GpTornadoBar *bar, double base)
{
  double low = gp_chart_value (bar->low), high = gp_chart_value (bar->high);

  if (isnan (low) && isnan (high))
    return 0;
  return fabs ((isnan (high) ? base : high) - (isnan (low) ? base : low));
}

static int
compare_width (gconstpointer a, gconstpointer b, gpointer data)
{
  const GpTornadoChart *chart = data;
  guint one = *(const guint *)a, other = *(const guint *)b;
  double width = gp_chart_tornado_width (&chart->bars[one], base_of (chart));
  double other_width = gp_chart_tornado_width (&chart->bars[other], base_of (chart));

  if (width != other_width)
    return width > other_width ? -1 : 1;
  return one < other ? -1 : one > other;
}

guint *
gp_chart_tornado_order (const GpTornadoChart *chart)
{
  guint *order = g_new (guint, MAX (chart->n_bars, 1));

  for (guint i = 0; i < chart->n_bars; i++)
    order[i] = i;
  g_qsort_with_data (order, (int)chart->n_bars, sizeof *order, compare_width, (gpointer)chart);
  return order;
}

static const char *
label_of (gconstpointer data, guint row)
{
  const Layout *layout = data;

  return layout->chart->bars[layout->order[row]].label;
}

/* What stands at an end: the outcome there, and the assumption's value ("10: 4.020"). */
static char *
end_text (const GpTornadoChart *chart, const GpChartStyle *style, double value, const char *at)
{
  g_autofree char *number = gp_chart_short_text (&chart->unit, value, 1, style->language);

  if (isnan (gp_chart_value (value)))
    return NULL;
  return at != NULL ? g_strconcat (at, ": ", number, NULL) : g_steal_pointer (&number);
}

static double
widest_text (const GpTornadoChart *chart, const GpChartStyle *style)
{
  double widest = 0;

  for (guint i = 0; i < chart->n_bars; i++) {
    g_autofree char *low = end_text (chart, style, chart->bars[i].low, chart->bars[i].low_text);
    g_autofree char *high = end_text (chart, style, chart->bars[i].high, chart->bars[i].high_text);

    widest = MAX (widest, gp_chart_text_width (style, low, FALSE));
    widest = MAX (widest, gp_chart_text_width (style, high, FALSE));
  }
  return widest;
}

static GpChartRowsWish
wish_of (const GpTornadoChart *chart, const GpChartStyle *style, Layout *layout)
{
  double font = gp_chart_font_size (style), room = widest_text (chart, style) + 8;
  GpChartRowsWish wish = {.n = chart->n_bars, .label = label_of, .chart = layout};

  layout->chart = chart;
  layout->names[0] =
      (GpChartName){.text = chart->low_text, .swatch = GP_SWATCH_FILL, .ink = GP_INK_LESS};
  layout->names[1] =
      (GpChartName){.text = chart->high_text, .swatch = GP_SWATCH_FILL, .ink = GP_INK_MORE};
  layout->head = gp_chart_names_above (NULL, style, layout->names, 2, 0, 0, style->width);
  wish.head = layout->head + 1.7 * font;
  wish.left_text = wish.right_text = MIN (room, style->width * 0.28);
  return wish;
}

static gboolean
lay_out (const GpTornadoChart *chart, const GpChartStyle *style, Layout *out)
{
  GpChartRange range = GP_CHART_RANGE_NONE;
  GpChartRowsWish wish;

  if (!gp_chart_has_room (style) || chart->n_bars == 0 || chart->bars == NULL)
    return FALSE;
  out->order = gp_chart_tornado_order (chart);
  out->base = base_of (chart);
  wish = wish_of (chart, style, out);
  gp_chart_rows_lay_out (&wish, style, &out->rows);
  gp_chart_range_take_one (&range, out->base);
  for (guint i = 0; i < chart->n_bars; i++) {
    gp_chart_range_take_one (&range, chart->bars[i].low);
    gp_chart_range_take_one (&range, chart->bars[i].high);
  }
  out->rows.axis.low = range.low;
  out->rows.axis.high = range.high > range.low ? range.high : range.low + 1;
  return TRUE;
}

/* The number with the assumption's value, without it where that is too wide, or nothing. */
static void
write_end (cairo_t *cr, const Layout *layout, const GpChartStyle *style, const GpChartRect *bar,
           double value, const char *at)
{
  gboolean after = value >= layout->base;
  double room = (after ? style->width - bar->x - bar->width : bar->x) - 5;
  g_autofree char *full = end_text (layout->chart, style, value, at);
  g_autofree char *number = end_text (layout->chart, style, value, NULL);

  if (gp_chart_text_width (style, full, FALSE) <= room)
    gp_chart_rows_number (cr, style, bar, after, full, FALSE);
  else if (gp_chart_text_width (style, number, FALSE) <= room)
    gp_chart_rows_number (cr, style, bar, after, number, FALSE);
}

static void
draw_end (cairo_t *cr, const Layout *layout, const GpChartStyle *style, guint row, double value,
          const char *at, GpInk ink, gboolean write)
{
  GpChartRect bar;

  if (isnan (gp_chart_value (value)))
    return;
  bar = gp_chart_rows_bar (&layout->rows, row, layout->base, value);
  gp_chart_set_shade (cr, style, ink, 1);
  gp_chart_rect (cr, &bar);
  if (write)
    write_end (cr, layout, style, &bar, value, at);
}

/* The wider of two ends on one side is drawn first, so that the other is seen; its number alone is
 * written then. */
static void
draw_row (cairo_t *cr, const Layout *layout, const GpChartStyle *style, guint row)
{
  const GpTornadoBar *bar = &layout->chart->bars[layout->order[row]];
  double low = gp_chart_value (bar->low) - layout->base;
  double high = gp_chart_value (bar->high) - layout->base;
  gboolean same_side = (low > 0 && high > 0) || (low < 0 && high < 0);
  gboolean low_first = fabs (low) >= fabs (high);
  GpChartStyle marked = *style;
  gboolean write;

  marked.hovered =
      style->hovered >= 0 && (guint)style->hovered == layout->order[row] ? (int)row : -1;
  write = gp_chart_rows_draw (cr, &layout->rows, &marked, row, bar->label, FALSE);
  if (low_first)
    draw_end (cr, layout, style, row, bar->low, bar->low_text, GP_INK_LESS, write);
  draw_end (cr, layout, style, row, bar->high, bar->high_text, GP_INK_MORE,
            write && !(same_side && low_first));
  if (!low_first)
    draw_end (cr, layout, style, row, bar->low, bar->low_text, GP_INK_LESS, write && !same_side);
}

static void
draw_base (cairo_t *cr, const Layout *layout, const GpChartStyle *style)
{
  double x = gp_chart_axis_x (&layout->rows.axis, layout->base);
  double font = gp_chart_font_size (style);
  g_autofree char *text = gp_chart_full_text (&layout->chart->unit, layout->base, style->language);
  double half = gp_chart_text_width (style, text, TRUE) / 2;

  gp_chart_rows_line (cr, &layout->rows, style, layout->base);
  gp_chart_text (cr, style, text, CLAMP (x, half, MAX (style->width - half, half)),
                 layout->rows.head - 0.2 * font, (GpAnchor){0.5, 1}, PANGO_WEIGHT_BOLD,
                 PANGO_STYLE_NORMAL);
}

void
gp_chart_tornado (cairo_t *cr, const GpTornadoChart *chart, const GpChartStyle *style)
{
  Layout layout;

  g_return_if_fail (cr != NULL && chart != NULL && style != NULL);
  if (!lay_out (chart, style, &layout))
    return;
  gp_chart_begin (cr, style);
  gp_chart_names_above (cr, style, layout.names, 2, 0, 0, style->width);
  for (guint row = 0; row < chart->n_bars; row++)
    draw_row (cr, &layout, style, row);
  draw_base (cr, &layout, style);
  gp_chart_end (cr);
  g_free (layout.order);
}

int
gp_chart_tornado_hit (const GpTornadoChart *chart, const GpChartStyle *style, double x, double y)
{
  Layout layout;
  int row;

  g_return_val_if_fail (chart != NULL && style != NULL, -1);
  if (!isfinite (x) || !isfinite (y) || !lay_out (chart, style, &layout))
    return -1;
  row = gp_chart_rows_at (&layout.rows, style, x, y);
  row = row < 0 ? -1 : (int)layout.order[row];
  g_free (layout.order);
  return row;
}

double
gp_chart_tornado_height (const GpTornadoChart *chart, const GpChartStyle *style)
{
  Layout layout;
  GpChartRowsWish wish;
  double height;

  g_return_val_if_fail (chart != NULL && style != NULL, 0);
  if (chart->bars == NULL)
    return 0;
  layout.order = gp_chart_tornado_order (chart);
  wish = wish_of (chart, style, &layout);
  height = gp_chart_rows_height (&wish, style);
  g_free (layout.order);
  return height;
}
