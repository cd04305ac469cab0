/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dashes and markers, by which lines are told apart without colour. */
#include "gp-chart-names.h"

#include <math.h>

static void
polygon (cairo_t *cr, double x, double y, double radius, guint corners, double turn)
{
  for (guint i = 0; i < corners; i++) {
    double angle = turn + 2 * G_PI * i / corners;

    cairo_line_to (cr, x + radius * sin (angle), y - radius * cos (angle));
  }
  cairo_close_path (cr);
}

static void
cross (cairo_t *cr, double x, double y, double radius)
{
  double arm = radius * 0.35;

  cairo_rectangle (cr, x - radius, y - arm, 2 * radius, 2 * arm);
  cairo_rectangle (cr, x - arm, y - radius, 2 * arm, 2 * radius);
}

void
gp_chart_marker (cairo_t *cr, guint mark, double x, double y, double radius)
{
  cairo_new_path (cr);
  switch (mark % GP_CHART_N_MARKS) {
  case 1:
    cairo_rectangle (cr, x - radius * 0.85, y - radius * 0.85, radius * 1.7, radius * 1.7);
    break;
  case 2:
    polygon (cr, x, y + radius * 0.2, radius * 1.25, 3, 0);
    break;
  case 3:
    polygon (cr, x, y, radius * 1.25, 4, 0);
    break;
  case 4:
    cross (cr, x, y, radius * 1.1);
    break;
  case 5:
    polygon (cr, x, y - radius * 0.2, radius * 1.25, 3, G_PI);
    break;
  default:
    cairo_arc (cr, x, y, MAX (radius, 0.1), 0, 2 * G_PI);
    break;
  }
  cairo_fill (cr);
}

void
gp_chart_set_dash (cairo_t *cr, guint mark, double width)
{
  static const struct {
    double lengths[6];
    int n;
  } dashes[GP_CHART_N_MARKS] = {{{0}, 0},    {{5, 2.5}, 2}, {{1.2, 2}, 2}, {{6, 2, 1.2, 2}, 4},
                                {{9, 3}, 2}, {{3, 2}, 2}};
  double scaled[6];
  guint at = mark % GP_CHART_N_MARKS;

  for (int i = 0; i < dashes[at].n; i++)
    scaled[i] = dashes[at].lengths[i] * MAX (width, 0.5);
  cairo_set_dash (cr, scaled, dashes[at].n, 0);
}
