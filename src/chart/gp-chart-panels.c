/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Small multiples. A panel is at least 24 letters wide where there is room for two of them; rows
 * are filled evenly, so that seven panels stand four and three, not five and two. */
#include "gp-chart-panels.h"

#include <math.h>

#define MIN_WIDTH 24.0
#define NATURAL_HEIGHT 15.0
#define SINGLE_HEIGHT 24.0

static void
divide (guint n, const GpChartStyle *style, guint *columns, guint *rows)
{
  double fitting = floor (style->width / (MIN_WIDTH * gp_chart_font_size (style)));
  guint most = (guint)CLAMP (fitting, 1, MAX (n, 1));

  *rows = (n + most - 1) / most;
  *columns = (n + *rows - 1) / MAX (*rows, 1);
}

gboolean
gp_chart_panels_lay_out (guint n, const GpChartStyle *style, double head, GpChartPanels *out)
{
  double room;

  if (n == 0 || !gp_chart_has_room (style))
    return FALSE;
  out->n = n;
  divide (n, style, &out->columns, &out->rows);
  out->head = MIN (head, style->height * 0.5);
  out->gap = n > 1 ? gp_chart_font_size (style) : 0;
  room = style->height - out->head - out->gap * (out->rows - 1);
  out->height = MAX (room / out->rows, 0.01);
  out->width = MAX ((style->width - out->gap * (out->columns - 1)) / out->columns, 1);
  if (room <= 0) {
    out->gap = 0;
    out->height = MAX ((style->height - out->head) / out->rows, 0.01);
  }
  return TRUE;
}

GpChartRect
gp_chart_panels_box (const GpChartPanels *panels, guint i)
{
  guint row = i / panels->columns, column = i % panels->columns;
  GpChartRect box = {(panels->width + panels->gap) * column,
                     panels->head + (panels->height + panels->gap) * row, panels->width,
                     panels->height};

  return box;
}

int
gp_chart_panels_at (const GpChartPanels *panels, double x, double y)
{
  double column = floor (x / (panels->width + panels->gap));
  double row = floor ((y - panels->head) / (panels->height + panels->gap));

  if (column < 0 || row < 0 || column >= panels->columns || row >= panels->rows ||
      row * panels->columns + column >= panels->n)
    return -1;
  return (int)(row * panels->columns + column);
}

double
gp_chart_panels_height (guint n, const GpChartStyle *style, double head)
{
  double font = gp_chart_font_size (style);
  guint columns, rows;

  if (!isfinite (style->width) || style->width <= 0)
    return SINGLE_HEIGHT * font;
  divide (n, style, &columns, &rows);
  return head + (n <= 1 ? SINGLE_HEIGHT : NATURAL_HEIGHT * rows + (rows - 1)) * font;
}

void
gp_chart_panels_head (cairo_t *cr, const GpChartPanels *panels, const GpChartStyle *style,
                      const GpChartRect *plot, const char *title, guint i, guint n_years)
{
  GpChartRect box = gp_chart_panels_box (panels, i);
  int hovered = style->hovered - (int)(i * n_years);
  double slot = plot->width / n_years;
  GpChartRect band = {plot->x + slot * hovered, plot->y, slot, plot->height};

  if (style->hovered >= 0 && hovered >= 0 && hovered < (int)n_years) {
    gp_chart_set_ink (cr, style, GP_INK_TEXT, 0.08);
    gp_chart_rect (cr, &band);
  }
  gp_chart_set_ink (cr, style, GP_INK_TEXT, 1);
  gp_chart_text_in (cr, style, title, box.x, box.y, box.width, (GpAnchor){0, 0}, PANGO_WEIGHT_BOLD,
                    PANGO_STYLE_NORMAL);
}
