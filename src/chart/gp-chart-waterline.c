/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The waterline: to the left of the line what is served, to the right, red and hatched, what waits;
 * behind its number why. */
#include <groeiplan/gp-chart-bars.h>

#include "gp-chart-names.h"
#include "gp-chart-rows.h"

#include <math.h>

typedef struct {
  GpChartRows rows;
  GpChartName names[2];
} Layout;

static const char *
label_of (gconstpointer data, guint row)
{
  const GpWaterlineChart *chart = data;

  return chart->rows[row].label;
}

static char *
number_of (const GpWaterlineChart *chart, const GpChartStyle *style, double value)
{
  return gp_chart_short_text (&chart->unit, gp_chart_figure (value), 1, style->language);
}

/* "12 · no expert days in Zuid" */
static char *
waiting_text (const GpWaterlineChart *chart, const GpChartStyle *style, guint row)
{
  g_autofree char *number = number_of (chart, style, chart->rows[row].waiting);
  const char *reason = chart->rows[row].reason;

  return reason != NULL && reason[0] != '\0' ? g_strconcat (number, " · ", reason, NULL)
                                             : g_steal_pointer (&number);
}

static GpChartRowsWish
wish_of (const GpWaterlineChart *chart, const GpChartStyle *style, Layout *layout)
{
  GpChartRowsWish wish = {.n = chart->n_rows, .label = label_of, .chart = chart};
  double left = 0, right = 0;

  layout->names[0] =
      (GpChartName){.text = chart->served_text, .swatch = GP_SWATCH_FILL, .ink = GP_INK_REGULAR};
  layout->names[1] =
      (GpChartName){.text = chart->waiting_text, .swatch = GP_SWATCH_HATCH, .ink = GP_INK_HISTORY};
  for (guint i = 0; i < chart->n_rows; i++) {
    g_autofree char *served = number_of (chart, style, chart->rows[i].served);
    g_autofree char *waiting = waiting_text (chart, style, i);

    left = MAX (left, gp_chart_text_width (style, served, FALSE));
    right = MAX (right, gp_chart_text_width (style, waiting, FALSE));
  }
  wish.head = gp_chart_names_above (NULL, style, layout->names, 2, 0, 0, style->width) +
              0.4 * gp_chart_font_size (style);
  wish.left_text = left + 8;
  wish.right_text = MIN (right + 8, style->width * 0.4);
  return wish;
}

static gboolean
lay_out (const GpWaterlineChart *chart, const GpChartStyle *style, Layout *out)
{
  GpChartRange range = {0, 0};
  GpChartRowsWish wish;

  if (!gp_chart_has_room (style) || chart->n_rows == 0 || chart->rows == NULL)
    return FALSE;
  wish = wish_of (chart, style, out);
  gp_chart_rows_lay_out (&wish, style, &out->rows);
  for (guint i = 0; i < chart->n_rows; i++) {
    gp_chart_range_take_one (&range, -gp_chart_figure (chart->rows[i].served));
    gp_chart_range_take_one (&range, gp_chart_figure (chart->rows[i].waiting));
  }
  out->rows.axis.low = range.low;
  out->rows.axis.high = range.high > range.low ? range.high : range.low + 1;
  return TRUE;
}

static void
draw_row (cairo_t *cr, const GpWaterlineChart *chart, const GpChartStyle *style,
          const Layout *layout, guint i)
{
  const GpWaterlineRow *row = &chart->rows[i];
  GpChartRect served = gp_chart_rows_bar (&layout->rows, i, -gp_chart_figure (row->served), 0);
  GpChartRect waiting = gp_chart_rows_bar (&layout->rows, i, 0, gp_chart_figure (row->waiting));
  g_autofree char *served_text = number_of (chart, style, row->served);
  g_autofree char *text = waiting_text (chart, style, i);
  gboolean write = gp_chart_rows_draw (cr, &layout->rows, style, i, row->label, FALSE);
  double after = waiting.x + waiting.width + 5;

  gp_chart_swatch (cr, style, &layout->names[0], &served);
  gp_chart_swatch (cr, style, &layout->names[1], &waiting);
  if (!write)
    return;
  gp_chart_rows_number (cr, style, &served, FALSE, served_text, FALSE);
  gp_chart_set_ink (cr, style, GP_INK_TEXT, 1);
  if (gp_chart_figure (row->waiting) > 0)
    gp_chart_text_in (cr, style, text, after, waiting.y + waiting.height / 2, style->width - after,
                      (GpAnchor){0, 0.5}, PANGO_WEIGHT_NORMAL, PANGO_STYLE_NORMAL);
}

void
gp_chart_waterline (cairo_t *cr, const GpWaterlineChart *chart, const GpChartStyle *style)
{
  Layout layout;

  g_return_if_fail (cr != NULL && chart != NULL && style != NULL);
  if (!lay_out (chart, style, &layout))
    return;
  gp_chart_begin (cr, style);
  gp_chart_names_above (cr, style, layout.names, 2, 0, 0, style->width);
  for (guint i = 0; i < chart->n_rows; i++)
    draw_row (cr, chart, style, &layout, i);
  gp_chart_rows_line (cr, &layout.rows, style, 0);
  gp_chart_end (cr);
}

int
gp_chart_waterline_hit (const GpWaterlineChart *chart, const GpChartStyle *style, double x,
                        double y)
{
  Layout layout;

  g_return_val_if_fail (chart != NULL && style != NULL, -1);
  if (!isfinite (x) || !isfinite (y) || !lay_out (chart, style, &layout))
    return -1;
  return gp_chart_rows_at (&layout.rows, style, x, y);
}

double
gp_chart_waterline_height (const GpWaterlineChart *chart, const GpChartStyle *style)
{
  Layout layout;
  GpChartRowsWish wish;

  g_return_val_if_fail (chart != NULL && style != NULL, 0);
  if (chart->rows == NULL)
    return 0;
  wish = wish_of (chart, style, &layout);
  return gp_chart_rows_height (&wish, style);
}
