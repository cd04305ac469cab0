/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The goal chart: how many schools take part at the end of each year, stacked by where they come
 * from, against the dashed goal line. Series are named at the last bar, else above the plot. */
#include "gp-chart-axis.h"

#include <math.h>

typedef struct {
  GpChartRect plot;
  double slot, bar; /* width of a year and of its bar */
  double top, step; /* the axis ends at top, a line every step */
  double lookahead_y;
  gboolean names_right;
} Layout;

static double
total_of (const GpTakingPart *year)
{
  return gp_chart_figure (year->history) + gp_chart_figure (year->regular) +
         gp_chart_figure (year->groeikracht);
}

static double
highest (const GpGoalChart *chart)
{
  double high = gp_chart_figure (chart->goal);

  for (guint i = 0; i < chart->n_years; i++)
    high = MAX (high, total_of (&chart->years[i]));
  return MAX (high, 1);
}

static double
names_width (const GpGoalChart *chart, const GpChartStyle *style)
{
  const char *names[] = {chart->history_text, chart->regular_text, chart->groeikracht_text};
  double widest = 0;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (names[i] != NULL)
      widest = MAX (widest, gp_chart_text_width (style, names[i], FALSE));
  return widest;
}

static double
axis_width (const GpChartStyle *style, double top)
{
  g_autofree char *text = gp_format_number (top, 0, style->language);

  return gp_chart_text_width (style, text, FALSE) + 10;
}

/* The first year after the goal year, or n_years. */
static guint
lookahead_from (const GpGoalChart *chart)
{
  guint i = 0;

  while (i < chart->n_years && chart->years[i].year <= chart->goal_year)
    i++;
  return i;
}

static gboolean
lay_out (const GpGoalChart *chart, const GpChartStyle *style, Layout *out)
{
  double font, right, head, high, names;

  if (!gp_chart_has_room (style) || chart->n_years == 0 || chart->years == NULL)
    return FALSE;
  font = gp_chart_font_size (style);
  high = highest (chart);
  out->step = gp_chart_axis_step (high, style->height > 18 * font ? 5 : 3);
  out->top = MAX (high * 1.10, out->step);
  names = names_width (chart, style);
  out->names_right = names > 0 && names + 16 < style->width * 0.2;
  right = out->names_right ? names + 16 : 4;
  head = names > 0 && !out->names_right ? 2.2 * font : 0.6 * font;
  out->lookahead_y = head;
  if (lookahead_from (chart) < chart->n_years && style->height > 10 * font)
    head += 1.4 * font;
  out->plot.x =
      MIN (axis_width (style, out->step * floor (out->top / out->step)), style->width * 0.3);
  out->plot.y = head;
  out->plot.width = MAX (style->width - out->plot.x - right, 1);
  out->plot.height = MAX (style->height - head - 2.2 * font, 1);
  out->slot = out->plot.width / chart->n_years;
  out->bar = MAX (MIN (out->slot * 0.66, 8 * font), MIN (out->slot, 1));
  return TRUE;
}

static double
y_of (const Layout *layout, double value)
{
  return layout->plot.y + layout->plot.height * (1 - value / layout->top);
}

static void
draw_grid (cairo_t *cr, const GpGoalChart *chart, const GpChartStyle *style, const Layout *layout)
{
  double right = layout->plot.x + layout->plot.width;

  cairo_set_line_width (cr, 1);
  for (guint i = 0; i * layout->step <= layout->top && i < 50; i++) {
    double value = i * layout->step, y = y_of (layout, value);
    g_autofree char *text = gp_format_number (value, 0, style->language);
    gboolean at_goal = fabs (y - y_of (layout, chart->goal)) < gp_chart_font_size (style) * 1.1;

    gp_chart_set_ink (cr, style, i == 0 ? GP_INK_FAINT : GP_INK_GRID, 1);
    gp_chart_rule (cr, layout->plot.x, right, y);
    gp_chart_set_ink (cr, style, GP_INK_FAINT, 1);
    if (!(at_goal && chart->goal > 0))
      gp_chart_text (cr, style, text, layout->plot.x - 8, y, (GpAnchor){1, 0.5},
                     PANGO_WEIGHT_NORMAL, PANGO_STYLE_NORMAL);
  }
}

static GpChartRect
bar_box (const Layout *layout, guint i, double from, double to)
{
  GpChartRect box;

  box.x = floor (layout->plot.x + layout->slot * i + (layout->slot - layout->bar) / 2);
  box.width = MAX (floor (layout->bar), 1);
  box.y = y_of (layout, to);
  box.height = y_of (layout, from) - box.y;
  return box;
}

static void
draw_part (cairo_t *cr, const GpChartStyle *style, const GpChartRect *box, GpInk ink, double alpha,
           gboolean hatched)
{
  if (box->height <= 0)
    return;
  gp_chart_set_ink (cr, style, ink, hatched ? alpha * 0.55 : alpha);
  cairo_rectangle (cr, box->x, box->y, box->width, box->height);
  cairo_fill (cr);
  if (!hatched)
    return;
  gp_chart_set_ink (cr, style, ink, alpha);
  gp_chart_hatch (cr, box, 5);
}

/* Where a bar's label ends: just above the bar, or above the goal line where that would cross it.
 */
static double
label_y (const GpGoalChart *chart, const Layout *layout, double total, double font)
{
  double y = y_of (layout, total) - 2, goal = y_of (layout, gp_chart_figure (chart->goal));

  return chart->goal > 0 && y > goal - 2 && y - 1.4 * font < goal + 2 ? goal - 3 : y;
}

static char *
total_text (const GpGoalChart *chart, const GpChartStyle *style, guint i)
{
  gboolean rough = chart->rough && chart->years[i].year >= chart->plan_from;
  g_autofree char *number = gp_format_number (total_of (&chart->years[i]), 0, style->language);

  return g_strconcat (!rough ? "" : chart->estimated ? "≈" : "~", number, NULL);
}

static gboolean
totals_fit (const GpGoalChart *chart, const GpChartStyle *style, const Layout *layout)
{
  for (guint i = 0; i < chart->n_years; i++) {
    g_autofree char *text = total_text (chart, style, i);

    if (gp_chart_text_width (style, text, TRUE) + 2 > layout->slot)
      return FALSE;
  }
  return TRUE;
}

static void
draw_total (cairo_t *cr, const GpGoalChart *chart, const GpChartStyle *style, const Layout *layout,
            guint i)
{
  gboolean rough = chart->rough && chart->years[i].year >= chart->plan_from;
  gboolean faint = rough || chart->years[i].year > chart->goal_year;
  double width, y, font = gp_chart_font_size (style);
  double total = total_of (&chart->years[i]), x;
  g_autofree char *text = total_text (chart, style, i);

  width = gp_chart_text_width (style, text, TRUE);
  x = layout->plot.x + layout->slot * (i + 0.5);
  if (i + 1 < chart->n_years && i + 1 == lookahead_from (chart)) /* clear of the line there */
    x += MIN (0, layout->slot / 2 - 4 - width / 2);
  y = label_y (chart, layout, total, font);
  gp_chart_set_ink (cr, style, GP_INK_GROUND, 0.85);
  cairo_rectangle (cr, x - width / 2 - 2, y - 1.3 * font, width + 4, 1.3 * font);
  cairo_fill (cr);
  gp_chart_set_ink (cr, style, faint ? GP_INK_FAINT : GP_INK_TEXT, 1);
  gp_chart_text (cr, style, text, x, y, (GpAnchor){0.5, 1},
                 rough ? PANGO_WEIGHT_NORMAL : PANGO_WEIGHT_BOLD,
                 rough ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL);
}

static void
draw_bar (cairo_t *cr, const GpGoalChart *chart, const GpChartStyle *style, const Layout *layout,
          guint i)
{
  const GpTakingPart *year = &chart->years[i];
  double history = gp_chart_figure (year->history);
  double regular = history + gp_chart_figure (year->regular);
  double total = total_of (year);
  double alpha = year->year > chart->goal_year ? 0.42 : 1;
  double planned = chart->estimated ? alpha / 2 : alpha;
  GpChartRect parts[] = {bar_box (layout, i, 0, history), bar_box (layout, i, history, regular),
                         bar_box (layout, i, regular, total)};

  draw_part (cr, style, &parts[0], GP_INK_HISTORY, alpha, FALSE);
  draw_part (cr, style, &parts[1], GP_INK_REGULAR, planned, chart->rough);
  draw_part (cr, style, &parts[2], GP_INK_GROEIKRACHT, planned, chart->rough);
  if (chart->estimated) {
    gp_chart_dashed_edge (cr, style, &parts[1], GP_INK_REGULAR);
    gp_chart_dashed_edge (cr, style, &parts[2], GP_INK_GROEIKRACHT);
  }
}

/* "2031-32" where there is room, "’32" (the year it ends in) where not, every other one at worst.
 */
static void
draw_year_labels (cairo_t *cr, const GpGoalChart *chart, const GpChartStyle *style,
                  const Layout *layout)
{
  gboolean full = gp_chart_text_width (style, "2031-32", FALSE) + 6 <= layout->slot;
  double needed = gp_chart_text_width (style, "’32", FALSE) + 4;
  guint every = full ? 1 : (guint)ceil (needed / MAX (layout->slot, 0.01));
  double y = layout->plot.y + layout->plot.height + 5;

  for (guint i = 0; i < chart->n_years; i += MAX (every, 1)) {
    int year = chart->years[i].year;
    g_autofree char *text = full ? g_strdup_printf ("%d-%02d", year, (year + 1) % 100)
                                 : g_strdup_printf ("’%02d", (year + 1) % 100);
    gboolean is_goal = year == chart->goal_year;

    gp_chart_set_ink (cr, style, is_goal ? GP_INK_TEXT : GP_INK_FAINT, 1);
    gp_chart_text (cr, style, text, layout->plot.x + layout->slot * (i + 0.5), y,
                   (GpAnchor){0.5, 0}, is_goal ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL,
                   PANGO_STYLE_NORMAL);
  }
}

static void
draw_goal (cairo_t *cr, const GpGoalChart *chart, const GpChartStyle *style, const Layout *layout)
{
  static const double dashes[] = {6, 4};
  double goal = gp_chart_figure (chart->goal), y = y_of (layout, goal);
  g_autofree char *number = gp_format_number (goal, 0, style->language);

  if (goal <= 0)
    return;
  cairo_save (cr);
  gp_chart_set_ink (cr, style, GP_INK_GOAL, 1);
  cairo_set_line_width (cr, 2);
  cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_move_to (cr, layout->plot.x, floor (y));
  cairo_line_to (cr, layout->plot.x + layout->plot.width, floor (y));
  cairo_stroke (cr);
  cairo_restore (cr);
  gp_chart_set_ink (cr, style, GP_INK_GOAL, 1);
  gp_chart_text (cr, style, number, layout->plot.x - 8, y, (GpAnchor){1, 0.5}, PANGO_WEIGHT_BOLD,
                 PANGO_STYLE_NORMAL);
  gp_chart_text (cr, style, chart->goal_text, layout->plot.x + 4, y - 3, (GpAnchor){0, 1},
                 PANGO_WEIGHT_BOLD, PANGO_STYLE_NORMAL);
}

/* Names at the middle of the last bar's parts, pushed apart so that none covers another. */
static void
draw_names_right (cairo_t *cr, const GpGoalChart *chart, const GpChartStyle *style,
                  const Layout *layout)
{
  const GpTakingPart *last = &chart->years[chart->n_years - 1];
  const char *names[] = {chart->history_text, chart->regular_text, chart->groeikracht_text};
  double parts[] = {last->history, last->regular, last->groeikracht};
  static const GpInk colours[] = {GP_INK_HISTORY, GP_INK_REGULAR, GP_INK_GROEIKRACHT};
  double font = gp_chart_font_size (style), below = 0;
  double lowest = layout->plot.y + layout->plot.height;
  double x = layout->plot.x + layout->plot.width + 4;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    double part = gp_chart_figure (parts[i]);
    double y = MIN (y_of (layout, below + part / 2), lowest - 0.7 * font);

    below += part;
    if (part <= 0 || names[i] == NULL)
      continue;
    lowest = y - 0.7 * font;
    gp_chart_set_ink (cr, style, colours[i], 1);
    cairo_rectangle (cr, x - 4, y - font * 0.35, 3, font * 0.7);
    cairo_fill (cr);
    gp_chart_set_ink (cr, style, GP_INK_TEXT, 1);
    gp_chart_text (cr, style, names[i], x + 4, y, (GpAnchor){0, 0.5}, PANGO_WEIGHT_NORMAL,
                   PANGO_STYLE_NORMAL);
  }
}

static void
draw_names_above (cairo_t *cr, const GpGoalChart *chart, const GpChartStyle *style)
{
  const char *names[] = {chart->history_text, chart->regular_text, chart->groeikracht_text};
  static const GpInk colours[] = {GP_INK_HISTORY, GP_INK_REGULAR, GP_INK_GROEIKRACHT};
  double font = gp_chart_font_size (style), x = 2;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    if (names[i] == NULL)
      continue;
    gp_chart_set_ink (cr, style, colours[i], 1);
    cairo_rectangle (cr, x, font * 0.5, font * 0.7, font * 0.7);
    cairo_fill (cr);
    gp_chart_set_ink (cr, style, GP_INK_TEXT, 1);
    gp_chart_text (cr, style, names[i], x + font, font * 0.85, (GpAnchor){0, 0.5},
                   PANGO_WEIGHT_NORMAL, PANGO_STYLE_NORMAL);
    x += gp_chart_text_width (style, names[i], FALSE) + font * 1.9;
  }
}

static void
draw_hovered (cairo_t *cr, const GpGoalChart *chart, const GpChartStyle *style,
              const Layout *layout)
{
  if (style->hovered < 0 || (guint)style->hovered >= chart->n_years)
    return;
  gp_chart_set_ink (cr, style, GP_INK_TEXT, 0.08);
  cairo_rectangle (cr, layout->plot.x + layout->slot * style->hovered, layout->plot.y, layout->slot,
                   layout->plot.height);
  cairo_fill (cr);
}

/* A thin line after the goal year, and what the years beyond it are. */
static void
draw_lookahead (cairo_t *cr, const GpGoalChart *chart, const GpChartStyle *style,
                const Layout *layout)
{
  guint from = lookahead_from (chart);
  double x = floor (layout->plot.x + layout->slot * from) + 0.5;
  double room = layout->plot.x + layout->plot.width - x;
  double width;

  if (from == chart->n_years || from == 0)
    return;
  gp_chart_set_ink (cr, style, GP_INK_FAINT, 0.6);
  cairo_set_line_width (cr, 1);
  cairo_move_to (cr, x, layout->lookahead_y);
  cairo_line_to (cr, x, layout->plot.y + layout->plot.height);
  cairo_stroke (cr);
  if (chart->lookahead_text == NULL)
    return;
  width = gp_chart_text_width (style, chart->lookahead_text, FALSE);
  if (width + 8 > room)
    return;
  gp_chart_set_ink (cr, style, GP_INK_FAINT, 1);
  gp_chart_text (cr, style, chart->lookahead_text, x + room / 2, layout->lookahead_y,
                 (GpAnchor){0.5, 0}, PANGO_WEIGHT_NORMAL, PANGO_STYLE_ITALIC);
}

void
gp_chart_goal (cairo_t *cr, const GpGoalChart *chart, const GpChartStyle *style)
{
  Layout layout;
  gboolean all_totals;

  g_return_if_fail (cr != NULL && chart != NULL && style != NULL);
  if (!lay_out (chart, style, &layout))
    return;
  cairo_save (cr);
  cairo_rectangle (cr, 0, 0, style->width, style->height);
  cairo_clip (cr);
  draw_hovered (cr, chart, style, &layout);
  draw_grid (cr, chart, style, &layout);
  for (guint i = 0; i < chart->n_years; i++)
    draw_bar (cr, chart, style, &layout, i);
  draw_goal (cr, chart, style, &layout);
  all_totals = totals_fit (chart, style, &layout);
  for (guint i = 0; i < chart->n_years; i++)
    if (all_totals || chart->years[i].year == chart->goal_year)
      draw_total (cr, chart, style, &layout, i);
  draw_year_labels (cr, chart, style, &layout);
  draw_lookahead (cr, chart, style, &layout);
  if (layout.names_right)
    draw_names_right (cr, chart, style, &layout);
  else
    draw_names_above (cr, chart, style);
  cairo_restore (cr);
}

int
gp_chart_goal_hit (const GpGoalChart *chart, const GpChartStyle *style, double x, double y)
{
  Layout layout;

  g_return_val_if_fail (chart != NULL && style != NULL, -1);
  if (!isfinite (x) || !isfinite (y) || !lay_out (chart, style, &layout))
    return -1;
  if (x < layout.plot.x || x >= layout.plot.x + layout.plot.width || y < 0 || y > style->height)
    return -1;
  return MIN ((int)((x - layout.plot.x) / layout.slot), (int)chart->n_years - 1);
}
