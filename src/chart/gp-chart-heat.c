/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The heat map: a number in every cell, five steps from pale to dark, the fifth a shortage in red
 * with hatching. An empty cell means that there is nothing.
 */
#include "gp-chart-draw.h"

#include <math.h>

#define N_STEPS 5

typedef struct {
  double left, head;          /* room for the labels */
  double cell_w, cell_h, gap; /* a cell with its gap */
} Layout;

static gboolean
lay_out (const GpHeatChart *chart, const GpChartStyle *style, Layout *out)
{
  double font, widest = 0;

  if (!gp_chart_has_room (style) || chart->n_rows == 0 || chart->n_columns == 0 ||
      chart->values == NULL)
    return FALSE;
  font = gp_chart_font_size (style);
  for (guint i = 0; chart->row_labels != NULL && i < chart->n_rows; i++)
    if (chart->row_labels[i] != NULL)
      widest = MAX (widest, gp_chart_text_width (style, chart->row_labels[i], FALSE));
  out->left = MIN (widest > 0 ? widest + 12 : 0, style->width * 0.4);
  out->head = chart->column_labels != NULL ? MIN (2 * font, style->height * 0.4) : 0;
  out->cell_w = (style->width - out->left) / chart->n_columns;
  out->cell_h = (style->height - out->head) / chart->n_rows;
  out->gap = out->cell_w > 12 && out->cell_h > 12 ? 2 : 0;
  return TRUE;
}

static guint
step_of (const GpHeatChart *chart, guint index)
{
  double value = chart->shades != NULL ? chart->shades[index] : chart->values[index];
  guint step = 0;

  if (chart->short_cells != NULL && chart->short_cells[index] != 0)
    return N_STEPS - 1;
  while (step < N_STEPS - 1 && value >= chart->limits[step])
    step++;
  return step;
}

static GpChartRect
cell_box (const Layout *layout, guint row, guint column)
{
  GpChartRect box;
  double right = floor (layout->left + layout->cell_w * (column + 1));
  double bottom = floor (layout->head + layout->cell_h * (row + 1));

  box.x = floor (layout->left + layout->cell_w * column);
  box.y = floor (layout->head + layout->cell_h * row);
  box.width = MAX (right - box.x - layout->gap, 0);
  box.height = MAX (bottom - box.y - layout->gap, 0);
  return box;
}

static void
fill_cell (cairo_t *cr, const GpChartStyle *style, const GpChartRect *box, guint step)
{
  static const double strength[N_STEPS - 1] = {0.10, 0.28, 0.52, 0.92};
  gboolean is_short = step == N_STEPS - 1;

  gp_chart_set_ink (cr, style, is_short ? GP_INK_SHORTAGE : GP_INK_EXPERT,
                    is_short ? 1 : strength[step]);
  cairo_rectangle (cr, box->x, box->y, box->width, box->height);
  cairo_fill (cr);
  if (!is_short)
    return;
  gp_chart_set_ink (cr, style, GP_INK_GROUND, 0.28);
  gp_chart_hatch (cr, box, 6);
}

/* Two steps of what is left, three of what lacks. */
static void
fill_balance (cairo_t *cr, const GpChartStyle *style, const GpChartRect *box, guint step)
{
  static const double strength[N_STEPS] = {0.28, 0.10, 0.26, 0.55, 1};
  gboolean lacks = step >= 2;

  gp_chart_set_ink (cr, style, lacks ? GP_INK_SHORTAGE : GP_INK_EXPERT, strength[step]);
  cairo_rectangle (cr, box->x, box->y, box->width, box->height);
  cairo_fill (cr);
  if (!lacks)
    return;
  gp_chart_set_ink (cr, style, GP_INK_GROUND, 0.28);
  gp_chart_hatch (cr, box, 6);
}

/* "+45", "−120", "0": what is left has its sign, too. */
static char *
number_text (const GpHeatChart *chart, const GpChartStyle *style, double value)
{
  guint digits = MIN (chart->digits, 6);
  g_autofree char *number = gp_format_number (value, digits, style->language);

  return g_strconcat (chart->is_balance && value >= 0.5 * pow (10, -(double)digits) ? "+" : "",
                      number, NULL);
}

/* With its suffix and sign; where that does not fit without the suffix, then smaller, and only then
 * without the sign (a balance's colour and hatching tell it); NULL: not even so. */
static const char *
text_that_fits (const char *const texts[3], GpChartStyle *style, const GpChartRect *box,
                gboolean bold)
{
  static const double sizes[] = {1, 0.85, 0.7};
  double font = gp_chart_font_size (style);

  if (box->height < font)
    return NULL;
  if (gp_chart_text_width (style, texts[0], bold) + 4 <= box->width)
    return texts[0];
  for (guint i = 1; i < 3; i++)
    for (guint size = 0; size < G_N_ELEMENTS (sizes); size++) {
      style->font_size = font * sizes[size];
      if (gp_chart_text_width (style, texts[i], bold) <= box->width)
        return texts[i];
    }
  return NULL;
}

static void
draw_number (cairo_t *cr, const GpHeatChart *chart, const GpChartStyle *style,
             const GpChartRect *box, double value, guint step)
{
  g_autofree char *number = number_text (chart, style, value);
  g_autofree char *full = g_strconcat (number, chart->suffix, NULL);
  g_autofree char *bare = gp_format_number (chart->is_balance ? fabs (value) : value,
                                            MIN (chart->digits, 6), style->language);
  GpChartStyle sized = *style;
  gboolean dark = step >= (chart->is_balance ? 4 : 3);
  const char *text =
      text_that_fits ((const char *const[]){full, number, bare}, &sized, box, step >= 3);

  if (text == NULL)
    return;
  gp_chart_set_ink (cr, style, dark ? GP_INK_GROUND : GP_INK_TEXT, 1);
  gp_chart_text (cr, &sized, text, box->x + box->width / 2, box->y + box->height / 2,
                 (GpAnchor){0.5, 0.5}, step >= 3 ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL,
                 PANGO_STYLE_NORMAL);
}

static void
draw_cell (cairo_t *cr, const GpHeatChart *chart, const GpChartStyle *style, const Layout *layout,
           guint row, guint column)
{
  guint index = row * chart->n_columns + column;
  double value = chart->values[index];
  GpChartRect box = cell_box (layout, row, column);

  if (isfinite (value)) {
    guint step = step_of (chart, index);

    (chart->is_balance ? fill_balance : fill_cell) (cr, style, &box, step);
    draw_number (cr, chart, style, &box, value, step);
  }
  if (style->hovered >= 0 && (guint)style->hovered == index) {
    gp_chart_set_ink (cr, style, GP_INK_TEXT, 1);
    cairo_set_line_width (cr, 2);
    cairo_rectangle (cr, box.x + 1, box.y + 1, MAX (box.width - 2, 0), MAX (box.height - 2, 0));
    cairo_stroke (cr);
  }
}

/* The long labels when all of them fit, else the short ones, else none. */
static const char *const *
labels_that_fit (const GpHeatChart *chart, const GpChartStyle *style, const Layout *layout)
{
  const char *const *choices[] = {chart->column_labels, chart->short_labels};

  for (guint choice = 0; choice < G_N_ELEMENTS (choices); choice++) {
    const char *const *labels = choices[choice];
    double widest = 0;

    for (guint i = 0; labels != NULL && i < chart->n_columns; i++)
      if (labels[i] != NULL)
        widest = MAX (widest, gp_chart_text_width (style, labels[i], FALSE));
    if (labels != NULL && widest + 6 <= layout->cell_w)
      return labels;
  }
  return NULL;
}

static void
draw_labels (cairo_t *cr, const GpHeatChart *chart, const GpChartStyle *style, const Layout *layout)
{
  const char *const *columns = labels_that_fit (chart, style, layout);

  gp_chart_set_ink (cr, style, GP_INK_TEXT, 1);
  for (guint i = 0; chart->row_labels != NULL && i < chart->n_rows; i++)
    gp_chart_text_in (cr, style, chart->row_labels[i], 0,
                      layout->head + layout->cell_h * (i + 0.5) - layout->gap / 2, layout->left - 6,
                      (GpAnchor){0, 0.5}, PANGO_WEIGHT_NORMAL, PANGO_STYLE_NORMAL);
  gp_chart_set_ink (cr, style, GP_INK_FAINT, 1);
  for (guint i = 0; columns != NULL && i < chart->n_columns; i++)
    gp_chart_text (cr, style, columns[i],
                   layout->left + layout->cell_w * (i + 0.5) - layout->gap / 2, layout->head / 2,
                   (GpAnchor){0.5, 0.5}, PANGO_WEIGHT_NORMAL, PANGO_STYLE_NORMAL);
}

void
gp_chart_heat (cairo_t *cr, const GpHeatChart *chart, const GpChartStyle *style)
{
  Layout layout;

  g_return_if_fail (cr != NULL && chart != NULL && style != NULL);
  if (!lay_out (chart, style, &layout))
    return;
  cairo_save (cr);
  cairo_rectangle (cr, 0, 0, style->width, style->height);
  cairo_clip (cr);
  draw_labels (cr, chart, style, &layout);
  for (guint row = 0; row < chart->n_rows; row++)
    for (guint column = 0; column < chart->n_columns; column++)
      draw_cell (cr, chart, style, &layout, row, column);
  cairo_restore (cr);
}

int
gp_chart_heat_hit (const GpHeatChart *chart, const GpChartStyle *style, double x, double y)
{
  Layout layout;
  guint row, column;

  g_return_val_if_fail (chart != NULL && style != NULL, -1);
  if (!isfinite (x) || !isfinite (y) || !lay_out (chart, style, &layout))
    return -1;
  if (x < layout.left || y < layout.head || x >= style->width || y >= style->height)
    return -1;
  row = (guint)((y - layout.head) / layout.cell_h);
  column = (guint)((x - layout.left) / layout.cell_w);
  if (row >= chart->n_rows || column >= chart->n_columns)
    return -1;
  return (int)(row * chart->n_columns + column);
}

double
gp_chart_heat_height (const GpHeatChart *chart, const GpChartStyle *style)
{
  double font = gp_chart_font_size (style);

  return 2 * font + chart->n_rows * 2.7 * font;
}
