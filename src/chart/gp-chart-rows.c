/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows with a label and lying bars. Labels get at most two fifths of the width; where the bars
 * would be left with too little, labels stand above their bars instead. */
#include "gp-chart-rows.h"

#include <math.h>

#define LABEL_SHARE 0.42
#define NARROW 40.0 /* font sizes */

static double
widest_label (const GpChartRowsWish *wish, const GpChartStyle *style)
{
  double widest = 0;

  for (guint i = 0; i < wish->n; i++)
    widest = MAX (widest, gp_chart_text_width (style, wish->label (wish->chart, i), TRUE));
  return widest;
}

static gboolean
is_stacked (const GpChartStyle *style, double widest)
{
  return style->width < NARROW * gp_chart_font_size (style) && widest > style->width * 0.25;
}

gboolean
gp_chart_rows_lay_out (const GpChartRowsWish *wish, const GpChartStyle *style, GpChartRows *out)
{
  double widest, left, right;

  if (!gp_chart_has_room (style) || wish->n == 0)
    return FALSE;
  widest = widest_label (wish, style);
  out->n = wish->n;
  out->stacked = is_stacked (style, widest);
  out->label_width = out->stacked ? style->width : MIN (widest, style->width * LABEL_SHARE);
  out->head = MIN (wish->head, style->height * 0.5);
  out->row = (style->height - out->head) / wish->n;
  left = (out->stacked || widest <= 0 ? 0 : out->label_width + 10) + wish->left_text;
  right = wish->right_text;
  if (style->width - left - right < style->width * 0.15) {
    left = MIN (left, style->width * 0.5);
    right = MIN (right, style->width * 0.3);
  }
  out->axis.plot = (GpChartRect){left, out->head, MAX (style->width - left - right - 1, 1),
                                 MAX (style->height - out->head, 1)};
  return TRUE;
}

double
gp_chart_rows_height (const GpChartRowsWish *wish, const GpChartStyle *style)
{
  double font = gp_chart_font_size (style);
  gboolean stacked = is_stacked (style, widest_label (wish, style));

  return wish->head + wish->n * font * (stacked ? 3.3 : 2.3);
}

GpChartRect
gp_chart_rows_bar (const GpChartRows *rows, guint row, double from, double to)
{
  double one = gp_chart_axis_x (&rows->axis, from), other = gp_chart_axis_x (&rows->axis, to);
  double top = rows->head + rows->row * row;
  GpChartRect bar;

  bar.x = MIN (one, other);
  bar.width = fabs (one - other);
  bar.y = floor (top + rows->row * (rows->stacked ? 0.48 : 0.19));
  bar.height = MAX (floor (rows->row * (rows->stacked ? 0.36 : 0.62)), 1);
  return bar;
}

gboolean
gp_chart_rows_draw (cairo_t *cr, const GpChartRows *rows, const GpChartStyle *style, guint row,
                    const char *label, gboolean bold)
{
  double font = gp_chart_font_size (style), top = rows->head + rows->row * row;
  double middle = top + rows->row * (rows->stacked ? 0.25 : 0.5);
  GpChartRect band = {0, top, style->width, rows->row};

  if (style->hovered >= 0 && (guint)style->hovered == row) {
    gp_chart_set_ink (cr, style, GP_INK_TEXT, 0.08);
    gp_chart_rect (cr, &band);
  }
  if (rows->row < font * (rows->stacked ? 2.2 : 1.05))
    return FALSE;
  gp_chart_set_ink (cr, style, GP_INK_TEXT, 1);
  gp_chart_text_in (cr, style, label, 0, middle, rows->label_width, (GpAnchor){0, 0.5},
                    bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL, PANGO_STYLE_NORMAL);
  return !rows->stacked || rows->row >= 2.9 * font;
}

void
gp_chart_rows_number (cairo_t *cr, const GpChartStyle *style, const GpChartRect *bar,
                      gboolean after, const char *text, gboolean bold)
{
  double x = after ? bar->x + bar->width + 5 : bar->x - 5;

  gp_chart_set_ink (cr, style, GP_INK_TEXT, 1);
  gp_chart_text (cr, style, text, x, bar->y + bar->height / 2, (GpAnchor){after ? 0 : 1, 0.5},
                 bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL, PANGO_STYLE_NORMAL);
}

void
gp_chart_rows_line (cairo_t *cr, const GpChartRows *rows, const GpChartStyle *style, double value)
{
  double x = floor (gp_chart_axis_x (&rows->axis, value)) + 0.5;

  gp_chart_set_ink (cr, style, GP_INK_TEXT, 1);
  cairo_set_line_width (cr, 1);
  if (!rows->stacked) {
    cairo_move_to (cr, x, rows->head - 2);
    cairo_line_to (cr, x, style->height);
  }
  for (guint i = 0; rows->stacked && i < rows->n; i++) {
    GpChartRect bar = gp_chart_rows_bar (rows, i, 0, 0);

    cairo_move_to (cr, x, bar.y - 2);
    cairo_line_to (cr, x, bar.y + bar.height + 2);
  }
  cairo_stroke (cr);
}

int
gp_chart_rows_at (const GpChartRows *rows, const GpChartStyle *style, double x, double y)
{
  double row = floor ((y - rows->head) / rows->row);

  return x < 0 || x > style->width || !(row >= 0) || row >= rows->n ? -1 : (int)row;
}
