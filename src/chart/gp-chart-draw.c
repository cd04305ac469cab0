/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The strokes of all charts: texts with tabular digits, measured and drawn alike, hatching, sharp
 * rules. */
#include "gp-chart-draw.h"

#include <math.h>

double
gp_chart_font_size (const GpChartStyle *style)
{
  return isfinite (style->font_size) && style->font_size > 0 ? CLAMP (style->font_size, 4, 200)
                                                             : 11;
}

gboolean
gp_chart_has_room (const GpChartStyle *style)
{
  return isfinite (style->width) && isfinite (style->height) && style->width >= 8 &&
         style->height >= 8 && style->width <= GP_CHART_MAX_SIZE &&
         style->height <= GP_CHART_MAX_SIZE;
}

double
gp_chart_figure (double value)
{
  return isfinite (value) && value > 0 ? MIN (value, 1e15) : 0;
}

double
gp_chart_value (double value)
{
  return isfinite (value) ? CLAMP (value, -1e15, 1e15) : NAN;
}

double
gp_chart_value_at (const double *values, guint i)
{
  return values != NULL ? gp_chart_value (values[i]) : NAN;
}

void
gp_chart_begin (cairo_t *cr, const GpChartStyle *style)
{
  cairo_save (cr);
  cairo_rectangle (cr, 0, 0, style->width, style->height);
  cairo_clip (cr);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
}

void
gp_chart_end (cairo_t *cr)
{
  cairo_restore (cr);
}

void
gp_chart_set_shade (cairo_t *cr, const GpChartStyle *style, GpInk ink, double strength)
{
  GpColour colour = gp_chart_ink (style->theme, ink);
  GpColour ground = gp_chart_ink (style->theme, GP_INK_GROUND);
  double rest = 1 - strength;

  cairo_set_source_rgb (cr, colour.red * strength + ground.red * rest,
                        colour.green * strength + ground.green * rest,
                        colour.blue * strength + ground.blue * rest);
}

void
gp_chart_set_ink (cairo_t *cr, const GpChartStyle *style, GpInk ink, double alpha)
{
  GpColour colour = gp_chart_ink (style->theme, ink);

  cairo_set_source_rgba (cr, colour.red, colour.green, colour.blue, colour.alpha * alpha);
}

static PangoLayout *
new_layout (PangoContext *context, const GpChartStyle *style, const char *text, PangoWeight weight,
            PangoStyle slant)
{
  PangoLayout *layout = pango_layout_new (context);
  g_autoptr (PangoFontDescription) font = pango_font_description_new ();
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_font_description_set_family (font, "Cantarell, sans-serif");
  pango_font_description_set_absolute_size (font, gp_chart_font_size (style) * PANGO_SCALE);
  pango_font_description_set_weight (font, weight);
  pango_font_description_set_style (font, slant);
  pango_layout_set_font_description (layout, font);
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_text (layout, text, -1);
  return layout;
}

/* For measuring without a cairo context, so that hit tests lay out as the drawing does. A layout
 * measures the same texts again and again, and a font map belongs to its thread; so each thread
 * keeps a context and the widths that it measured. */
typedef struct {
  PangoContext *context;
  GHashTable *widths; /* of "size bold text" */
} Measure;

#define MAX_WIDTHS 4000

static void
measure_free (gpointer data)
{
  Measure *measure = data;

  g_object_unref (measure->context);
  g_hash_table_unref (measure->widths);
  g_free (measure);
}

static Measure *
measure_of_thread (void)
{
  static GPrivate kept = G_PRIVATE_INIT (measure_free);
  Measure *measure = g_private_get (&kept);

  if (measure == NULL) {
    measure = g_new (Measure, 1);
    measure->context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
    measure->widths = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    g_private_set (&kept, measure);
  }
  return measure;
}

double
gp_chart_text_width (const GpChartStyle *style, const char *text, gboolean bold)
{
  g_autoptr (PangoLayout) layout = NULL;
  g_autofree char *key = NULL;
  Measure *measure;
  gpointer known;
  int width;

  if (text == NULL)
    return 0;
  measure = measure_of_thread ();
  key = g_strdup_printf ("%.3f %d %s", gp_chart_font_size (style), bold != FALSE, text);
  if (g_hash_table_lookup_extended (measure->widths, key, NULL, &known))
    return GPOINTER_TO_INT (known);
  layout = new_layout (measure->context, style, text,
                       bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL, PANGO_STYLE_NORMAL);
  pango_layout_get_pixel_size (layout, &width, NULL);
  if (g_hash_table_size (measure->widths) >= MAX_WIDTHS)
    g_hash_table_remove_all (measure->widths);
  g_hash_table_insert (measure->widths, g_steal_pointer (&key), GINT_TO_POINTER (width));
  return width;
}

void
gp_chart_text (cairo_t *cr, const GpChartStyle *style, const char *text, double x, double y,
               GpAnchor anchor, PangoWeight weight, PangoStyle slant)
{
  gp_chart_text_in (cr, style, text, x, y, GP_CHART_MAX_SIZE, anchor, weight, slant);
}

void
gp_chart_text_in (cairo_t *cr, const GpChartStyle *style, const char *text, double x, double y,
                  double width, GpAnchor anchor, PangoWeight weight, PangoStyle slant)
{
  PangoContext *context;
  g_autoptr (PangoLayout) layout = NULL;
  int wide, high;

  if (text == NULL || *text == '\0' || !(width >= 1))
    return;
  context = pango_cairo_create_context (cr);
  layout = new_layout (context, style, text, weight, slant);
  g_object_unref (context);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_get_pixel_size (layout, &wide, &high);
  if (wide > width) {
    pango_layout_set_width (layout, (int)(width * PANGO_SCALE));
    pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
    pango_layout_get_pixel_size (layout, &wide, &high);
  }
  cairo_move_to (cr, floor (x - anchor.across * wide + 0.5), floor (y - anchor.down * high + 0.5));
  pango_cairo_show_layout (cr, layout);
}

void
gp_chart_text_clear (cairo_t *cr, const GpChartStyle *style, const char *text, double x, double y,
                     GpAnchor anchor, PangoWeight weight, GpInk ink)
{
  PangoContext *context;
  g_autoptr (PangoLayout) layout = NULL;
  int wide, high;

  if (text == NULL || *text == '\0')
    return;
  context = pango_cairo_create_context (cr);
  layout = new_layout (context, style, text, weight, PANGO_STYLE_NORMAL);
  g_object_unref (context);
  pango_layout_get_pixel_size (layout, &wide, &high);
  cairo_new_path (cr);
  cairo_move_to (cr, floor (x - anchor.across * wide + 0.5), floor (y - anchor.down * high + 0.5));
  pango_cairo_layout_path (cr, layout);
  gp_chart_set_ink (cr, style, GP_INK_GROUND, 0.9);
  cairo_set_line_width (cr, gp_chart_font_size (style) / 3.5);
  cairo_stroke (cr);
  gp_chart_set_ink (cr, style, ink, 1);
  gp_chart_text (cr, style, text, x, y, anchor, weight, PANGO_STYLE_NORMAL);
}

void
gp_chart_rect (cairo_t *cr, const GpChartRect *rect)
{
  if (rect->width <= 0 || rect->height <= 0)
    return;
  cairo_rectangle (cr, rect->x, rect->y, rect->width, rect->height);
  cairo_fill (cr);
}

void
gp_chart_dashed_edge (cairo_t *cr, const GpChartStyle *style, const GpChartRect *box, GpInk ink)
{
  static const double dashes[] = {3, 3};

  if (box->height < 1 || box->width < 1)
    return;
  cairo_save (cr);
  gp_chart_set_ink (cr, style, ink, 1);
  cairo_set_line_width (cr, 1);
  cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_rectangle (cr, box->x + 0.5, box->y + 0.5, box->width - 1, box->height - 1);
  cairo_stroke (cr);
  cairo_restore (cr);
}

void
gp_chart_hatch (cairo_t *cr, const GpChartRect *box, double gap)
{
  double step = MAX (gap, 2);

  if (box->width <= 0 || box->height <= 0)
    return;
  cairo_save (cr);
  cairo_rectangle (cr, box->x, box->y, box->width, box->height);
  cairo_clip (cr);
  cairo_set_antialias (cr, CAIRO_ANTIALIAS_FAST); /* many lines: half of a chart's time else */
  cairo_set_line_width (cr, MAX (gap / 5, 1));
  for (guint i = 0; i * step < box->height + box->width; i++) {
    double offset = i * step - box->height;

    cairo_move_to (cr, box->x + offset, box->y + box->height);
    cairo_line_to (cr, box->x + offset + box->height, box->y);
  }
  cairo_stroke (cr);
  cairo_restore (cr);
}

void
gp_chart_rule (cairo_t *cr, double x1, double x2, double y)
{
  cairo_move_to (cr, x1, floor (y) + 0.5);
  cairo_line_to (cr, x2, floor (y) + 0.5);
  cairo_stroke (cr);
}
