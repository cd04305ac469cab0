/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names of series: direct labels beside the plot, spread so that none covers another, and rows of
 * swatches above it where there is no room. */
#include "gp-chart-names.h"

#include <math.h>

double
gp_chart_nth_strength (guint nth)
{
  static const double strengths[] = {1, 0.62, 0.36, 0.8, 0.48, 0.24};

  return strengths[nth % G_N_ELEMENTS (strengths)];
}

void
gp_chart_swatch (cairo_t *cr, const GpChartStyle *style, const GpChartName *name,
                 const GpChartRect *rect)
{
  double strength = name->strength > 0 ? name->strength : 1;
  double middle = floor (rect->y + rect->height / 2) + 0.5;

  switch (name->swatch) {
  case GP_SWATCH_FRAME:
    gp_chart_set_shade (cr, style, name->ink, strength);
    cairo_set_line_width (cr, 1);
    cairo_rectangle (cr, floor (rect->x) + 0.5, floor (rect->y) + 0.5, rect->width - 1,
                     rect->height - 1);
    cairo_stroke (cr);
    break;
  case GP_SWATCH_RING:
    gp_chart_set_shade (cr, style, name->ink, strength);
    cairo_set_line_width (cr, 1.5);
    cairo_new_path (cr);
    cairo_arc (cr, rect->x + rect->width / 2, rect->y + rect->height / 2,
               MAX (rect->height / 2 - 1, 0.1), 0, 2 * G_PI);
    cairo_stroke (cr);
    break;
  case GP_SWATCH_LINE:
    gp_chart_set_shade (cr, style, name->ink, strength);
    cairo_set_line_width (cr, 2);
    gp_chart_set_dash (cr, name->mark, 2);
    cairo_move_to (cr, rect->x, middle);
    cairo_line_to (cr, rect->x + rect->width, middle);
    cairo_stroke (cr);
    cairo_set_dash (cr, NULL, 0, 0);
    gp_chart_marker (cr, name->mark, rect->x + rect->width / 2, middle, rect->height * 0.35);
    break;
  case GP_SWATCH_HATCH:
    gp_chart_set_shade (cr, style, name->ink, strength * 0.45);
    gp_chart_rect (cr, rect);
    gp_chart_set_shade (cr, style, name->ink, strength);
    gp_chart_hatch (cr, rect, 0.36 * gp_chart_font_size (style));
    break;
  case GP_SWATCH_NONE:
    break;
  case GP_SWATCH_FILL:
  default:
    gp_chart_set_shade (cr, style, name->ink, strength);
    gp_chart_rect (cr, rect);
    break;
  }
}

static double
swatch_width (const GpChartStyle *style, const GpChartName *name)
{
  static const double widths[] = {
      [GP_SWATCH_FILL] = 1.15, [GP_SWATCH_HATCH] = 1.15, [GP_SWATCH_FRAME] = 1.15,
      [GP_SWATCH_RING] = 1.15, [GP_SWATCH_LINE] = 2.6,   [GP_SWATCH_NONE] = 0};

  return gp_chart_font_size (style) * widths[name->swatch];
}

static gboolean
has_text (const GpChartName *name)
{
  return name->text != NULL && name->text[0] != '\0';
}

static void
draw_name (cairo_t *cr, const GpChartStyle *style, const GpChartName *name, double x, double y,
           double width)
{
  double font = gp_chart_font_size (style), wide = swatch_width (style, name);
  GpChartRect rect = {x, y - font * 0.38, MAX (wide - 0.4 * font, 0), font * 0.76};

  gp_chart_swatch (cr, style, name, &rect);
  gp_chart_set_ink (cr, style, GP_INK_TEXT, 1);
  gp_chart_text_in (cr, style, name->text, x + wide, y, width - wide, (GpAnchor){0, 0.5},
                    name->bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL, PANGO_STYLE_NORMAL);
}

static double
name_width (const GpChartStyle *style, const GpChartName *name)
{
  return swatch_width (style, name) + gp_chart_text_width (style, name->text, name->bold) + 1;
}

double
gp_chart_names_above (cairo_t *cr, const GpChartStyle *style, const GpChartName *names, guint n,
                      double x, double y, double width)
{
  double font = gp_chart_font_size (style), row = 1.5 * font;
  double at = x, height = 0;

  for (guint i = 0; i < n; i++) {
    double wide;

    if (!has_text (&names[i]))
      continue;
    wide = MIN (name_width (style, &names[i]), width);
    if (height > 0 && at + wide > x + width) {
      at = x;
      height += row;
    }
    if (height == 0)
      height = row;
    if (cr != NULL)
      draw_name (cr, style, &names[i], at, y + height - row / 2, wide);
    at += wide + font;
  }
  return height;
}

double
gp_chart_names_width (const GpChartStyle *style, const GpChartName *names, guint n)
{
  double widest = 0;

  for (guint i = 0; i < n; i++)
    if (has_text (&names[i]))
      widest = MAX (widest, name_width (style, &names[i]));
  return widest;
}

/* Places that belong together, a gap apart: their middle is the mean of where they want to be. */
typedef struct {
  double sum; /* of wanted place - its offset in the block */
  guint first, n;
} Block;

static double
block_top (const Block *block, double gap, double top, double bottom)
{
  double at = block->sum / block->n;

  at = MIN (at, bottom - (block->n - 1) * gap);
  return MAX (at, top);
}

typedef struct {
  double place;
  guint index;
} Wanted;

static int
compare_wanted (gconstpointer a, gconstpointer b)
{
  const Wanted *one = a, *other = b;

  if (one->place != other->place)
    return one->place < other->place ? -1 : 1;
  return one->index < other->index ? -1 : one->index > other->index;
}

/* Pool adjacent violators: blocks that would overlap are merged until none does. */
gboolean
gp_chart_spread (double *places, guint n, double gap, double top, double bottom)
{
  g_autofree Wanted *wanted = NULL;
  g_autofree Block *blocks = NULL;
  guint n_blocks = 0;

  if (n == 0)
    return TRUE;
  if (!((n - 1) * gap <= bottom - top))
    return FALSE;
  wanted = g_new (Wanted, n);
  blocks = g_new (Block, n);
  for (guint i = 0; i < n; i++)
    wanted[i] = (Wanted){isfinite (places[i]) ? places[i] : top, i};
  qsort (wanted, n, sizeof *wanted, compare_wanted);
  for (guint i = 0; i < n; i++) {
    blocks[n_blocks++] = (Block){wanted[i].place, i, 1};
    while (n_blocks > 1) {
      Block *before = &blocks[n_blocks - 2], *last = &blocks[n_blocks - 1];

      if (block_top (before, gap, top, bottom) + before->n * gap <=
          block_top (last, gap, top, bottom))
        break;
      before->sum += last->sum - last->n * (before->n * gap);
      before->n += last->n;
      n_blocks--;
    }
  }
  for (guint b = 0; b < n_blocks; b++)
    for (guint i = 0; i < blocks[b].n; i++)
      places[wanted[blocks[b].first + i].index] =
          block_top (&blocks[b], gap, top, bottom) + i * gap;
  return TRUE;
}

static void
draw_leader (cairo_t *cr, const GpChartStyle *style, double from_x, double from_y, double to_x,
             double to_y)
{
  gp_chart_set_ink (cr, style, GP_INK_FAINT, 0.7);
  cairo_set_line_width (cr, 1);
  cairo_move_to (cr, from_x, from_y);
  cairo_line_to (cr, to_x, to_y);
  cairo_stroke (cr);
}

void
gp_chart_names_beside (cairo_t *cr, const GpChartStyle *style, const GpChartName *names,
                       const double *y, guint n, double anchor_x, double x, double width,
                       double top, double bottom)
{
  double font = gp_chart_font_size (style), gap = 1.3 * font;
  g_autofree double *places = g_new0 (double, MAX (n, 1));
  g_autofree guint *shown = g_new0 (guint, MAX (n, 1));
  guint n_shown = 0;

  for (guint i = 0; i < n; i++)
    if (has_text (&names[i]) && !isnan (y[i])) {
      places[n_shown] = y[i];
      shown[n_shown++] = i;
    }
  top += gap / 2;
  bottom = MAX (bottom - gap / 2, top);
  n_shown = MIN (n_shown, (guint)((bottom - top) / gap) + 1);
  if (!gp_chart_spread (places, n_shown, gap, top, bottom))
    return;
  for (guint i = 0; i < n_shown; i++) {
    const GpChartName *name = &names[shown[i]];

    if (fabs (places[i] - y[shown[i]]) > 2 && name->swatch != GP_SWATCH_NONE)
      draw_leader (cr, style, anchor_x, y[shown[i]], x - 2, places[i]);
    draw_name (cr, style, name, x, places[i], width);
  }
}
