/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The scale of values and the years under a plot. Steps are 1, 2 or 5 times a power of ten, and
 * never finer than what the unit writes. */
#include "gp-chart-axis.h"

#include <math.h>

#define MAX_LINES 40

void
gp_chart_range_take_one (GpChartRange *range, double value)
{
  value = gp_chart_value (value);
  if (isnan (value))
    return;
  range->low = MIN (range->low, value);
  range->high = MAX (range->high, value);
}

void
gp_chart_range_take (GpChartRange *range, const double *values, guint n)
{
  for (guint i = 0; values != NULL && i < n; i++)
    gp_chart_range_take_one (range, values[i]);
}

/* The smallest of 1, 2, 5 times a power of ten that is not below raw. */
static double
round_step (double raw)
{
  static const double steps[] = {1, 2, 5};
  double power = pow (10, floor (log10 (raw)));

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (raw <= steps[i] * power * (1 + 1e-9))
      return steps[i] * power;
  return 10 * power;
}

double
gp_chart_axis_step (double top, guint n)
{
  double raw = gp_chart_figure (top) / MAX (n, 1);

  return raw <= 1 ? 1 : round_step (raw);
}

/* Not -0, which would be written with a sign. */
static double
whole_steps (double steps, double step)
{
  return steps == 0 ? 0 : steps * step;
}

void
gp_chart_axis_set (GpChartAxis *axis, GpChartRange range, gboolean from_zero, guint n,
                   const GpChartUnit *unit)
{
  double finest = pow (10, -(double)MIN (unit->digits, 6));
  double span;

  if (!(range.low <= range.high))
    range = (GpChartRange){0, 0};
  if (from_zero) {
    range.low = MIN (range.low, 0);
    range.high = MAX (range.high, 0);
  }
  span = MAX (range.high - range.low, MAX (fabs (range.high), fabs (range.low)) * 1e-9);
  axis->step = MAX (round_step (MAX (span, finest) / MAX (n, 1)), finest);
  axis->low = whole_steps (floor (range.low / axis->step + 1e-9), axis->step);
  axis->high = whole_steps (ceil (range.high / axis->step - 1e-9), axis->step);
  if (!(axis->high > axis->low))
    axis->high = axis->low + axis->step;
}

double
gp_chart_axis_y (const GpChartAxis *axis, double value)
{
  double share = (CLAMP (value, axis->low, axis->high) - axis->low) / (axis->high - axis->low);

  return axis->plot.y + axis->plot.height * (1 - (isfinite (share) ? share : 0));
}

double
gp_chart_axis_x (const GpChartAxis *axis, double value)
{
  double share = (CLAMP (value, axis->low, axis->high) - axis->low) / (axis->high - axis->low);

  return axis->plot.x + axis->plot.width * (isfinite (share) ? share : 0);
}

/* The value of the i-th line, or NaN past the last. */
static double
line_value (const GpChartAxis *axis, guint i)
{
  double value = whole_steps (ceil (axis->low / axis->step - 1e-6) + i, axis->step);

  return i < MAX_LINES && value <= axis->high + axis->step * 1e-6 ? value : NAN;
}

double
gp_chart_axis_width (const GpChartAxis *axis, const GpChartStyle *style, const GpChartUnit *unit)
{
  double widest = 0, value;

  for (guint i = 0; !isnan (value = line_value (axis, i)); i++) {
    g_autofree char *text = gp_chart_short_text (unit, value, axis->step, style->language);

    widest = MAX (widest, gp_chart_text_width (style, text, FALSE));
  }
  return widest + 10;
}

void
gp_chart_axis_draw (cairo_t *cr, const GpChartAxis *axis, const GpChartStyle *style,
                    const GpChartUnit *unit, double goal, gboolean mirrored)
{
  double right = axis->plot.x + axis->plot.width, value;
  double font = gp_chart_font_size (style);

  cairo_set_line_width (cr, 1);
  for (guint i = 0; !isnan (value = line_value (axis, i)); i++) {
    double y = gp_chart_axis_y (axis, value), shown = mirrored ? fabs (value) : value;
    gboolean at_goal = isfinite (goal) && fabs (y - gp_chart_axis_y (axis, goal)) < 1.1 * font;
    g_autofree char *text = gp_chart_short_text (unit, shown, axis->step, style->language);

    gp_chart_set_ink (cr, style, value == 0 ? GP_INK_FAINT : GP_INK_GRID, 1);
    gp_chart_rule (cr, axis->plot.x, right, y);
    gp_chart_set_ink (cr, style, GP_INK_FAINT, 1);
    if (!at_goal)
      gp_chart_text (cr, style, text, axis->plot.x - 8, y, (GpAnchor){1, 0.5}, PANGO_WEIGHT_NORMAL,
                     PANGO_STYLE_NORMAL);
  }
}

void
gp_chart_axis_goal (cairo_t *cr, const GpChartAxis *axis, const GpChartStyle *style,
                    const GpChartUnit *unit, double goal, const char *text)
{
  static const double dashes[] = {6, 4};
  double y = gp_chart_axis_y (axis, goal);
  double font = gp_chart_font_size (style);
  /* No room over a goal that is the top of the axis: then under its line. */
  gboolean over = y - axis->plot.y > font;
  g_autofree char *number = gp_chart_short_text (unit, goal, 1, style->language);

  if (!isfinite (goal))
    return;
  cairo_save (cr);
  gp_chart_set_ink (cr, style, GP_INK_GOAL, 1);
  cairo_set_line_width (cr, 2);
  cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_move_to (cr, axis->plot.x, floor (y));
  cairo_line_to (cr, axis->plot.x + axis->plot.width, floor (y));
  cairo_stroke (cr);
  cairo_restore (cr);
  gp_chart_set_ink (cr, style, GP_INK_GOAL, 1);
  gp_chart_text (cr, style, number, axis->plot.x - 8, y, (GpAnchor){1, 0.5}, PANGO_WEIGHT_BOLD,
                 PANGO_STYLE_NORMAL);
  gp_chart_text_clear (cr, style, text, axis->plot.x + 4, over ? y - 3 : y + 3,
                       (GpAnchor){0, over ? 1 : 0}, PANGO_WEIGHT_BOLD, GP_INK_GOAL);
}

void
gp_chart_years_draw (cairo_t *cr, const GpChartStyle *style, const GpYear *years, guint n,
                     GpYear goal_year, double x, double slot, double y)
{
  gboolean full = gp_chart_text_width (style, "2031-32", TRUE) + 6 <= slot;
  double needed = gp_chart_text_width (style, "’32", TRUE) + 4;
  guint every = full ? 1 : (guint)ceil (MIN (needed / MAX (slot, 0.01), 1e6));

  for (guint i = 0; years != NULL && i < n; i += MAX (every, 1)) {
    int year = years[i];
    g_autofree char *text = full ? g_strdup_printf ("%d-%02d", year, ABS (year + 1) % 100)
                                 : g_strdup_printf ("’%02d", ABS (year + 1) % 100);
    gboolean is_goal = year == goal_year && goal_year != GP_YEAR_NONE;

    gp_chart_set_ink (cr, style, is_goal ? GP_INK_TEXT : GP_INK_FAINT, 1);
    gp_chart_text (cr, style, text, x + slot * (i + 0.5), y, (GpAnchor){0.5, 0},
                   is_goal ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL, PANGO_STYLE_NORMAL);
  }
}

int
gp_chart_slot_at (double x, double left, double slot, guint n)
{
  if (!(x >= left) || !(slot > 0) || x >= left + slot * n)
    return -1;
  return MIN ((int)((x - left) / slot), (int)n - 1);
}
