/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The inks and strokes of all charts. Inks differ in lightness as well as in hue, so that they are
 * told apart in grey print and by the colour-blind; shortage is hatched besides.
 */
#include "gp-chart-draw.h"

#include <math.h>

#define RGB(r, g, b)                                                                               \
  {                                                                                                \
    (r) / 255.0, (g) / 255.0, (b) / 255.0, 1.0                                                     \
  }

static const GpColour inks[][GP_N_INKS] = {
    [GP_CHART_LIGHT] =
        {
            [GP_INK_TEXT] = RGB (0x26, 0x26, 0x2b),
            [GP_INK_FAINT] = RGB (0x62, 0x62, 0x69),
            [GP_INK_GRID] = RGB (0xe2, 0xe2, 0xe5),
            [GP_INK_GROUND] = RGB (0xfa, 0xfa, 0xfa),
            [GP_INK_HISTORY] = RGB (0xb3, 0xc1, 0xce),
            [GP_INK_REGULAR] = RGB (0x1f, 0x5a, 0x99),
            [GP_INK_GROEIKRACHT] = RGB (0xef, 0x86, 0x1f),
            [GP_INK_EXPERT] = RGB (0x0f, 0x5e, 0x63),
            [GP_INK_VERANDERCOACH] = RGB (0x7f, 0xc4, 0xc4),
            [GP_INK_SHORTAGE] = RGB (0xc0, 0x1c, 0x28),
            [GP_INK_GOAL] = RGB (0x26, 0x26, 0x2b),
            [GP_INK_MORE] = RGB (0x47, 0x4a, 0x94),
            [GP_INK_LESS] = RGB (0xdc, 0xae, 0x5a),
            [GP_INK_MONEY] = RGB (0x6d, 0x42, 0x72),
            [GP_INK_LINE_1] = RGB (0x8a, 0x1f, 0x86),
            [GP_INK_LINE_2] = RGB (0x3b, 0x7a, 0x1e),
            [GP_INK_LINE_3] = RGB (0x58, 0x67, 0xc4),
            [GP_INK_LINE_4] = RGB (0x8f, 0x64, 0x20),
            [GP_INK_LINE_5] = RGB (0xb4, 0x53, 0x8c),
            [GP_INK_LINE_6] = RGB (0x6c, 0x6c, 0x76),
        },
    [GP_CHART_DARK] =
        {
            [GP_INK_TEXT] = RGB (0xf2, 0xf2, 0xf2),
            [GP_INK_FAINT] = RGB (0xb0, 0xb0, 0xb6),
            [GP_INK_GRID] = RGB (0x48, 0x48, 0x4e),
            [GP_INK_GROUND] = RGB (0x24, 0x24, 0x24),
            [GP_INK_HISTORY] = RGB (0x63, 0x74, 0x86),
            [GP_INK_REGULAR] = RGB (0x5f, 0xa2, 0xe6),
            [GP_INK_GROEIKRACHT] = RGB (0xff, 0xae, 0x5c),
            [GP_INK_EXPERT] = RGB (0x3a, 0x9e, 0xa3),
            [GP_INK_VERANDERCOACH] = RGB (0xa5, 0xdc, 0xdb),
            [GP_INK_SHORTAGE] = RGB (0xf0, 0x5a, 0x63),
            [GP_INK_GOAL] = RGB (0xf2, 0xf2, 0xf2),
            [GP_INK_MORE] = RGB (0x8f, 0x93, 0xe8),
            [GP_INK_LESS] = RGB (0xe8, 0xc9, 0x84),
            [GP_INK_MONEY] = RGB (0xc3, 0x94, 0xc8),
            [GP_INK_LINE_1] = RGB (0xf0, 0x8c, 0xea),
            [GP_INK_LINE_2] = RGB (0x8e, 0xd0, 0x6f),
            [GP_INK_LINE_3] = RGB (0xa3, 0xae, 0xf5),
            [GP_INK_LINE_4] = RGB (0xd9, 0xae, 0x68),
            [GP_INK_LINE_5] = RGB (0xf0, 0xa3, 0xcb),
            [GP_INK_LINE_6] = RGB (0xb0, 0xb0, 0xba),
        },
    [GP_CHART_PRINT] =
        {
            [GP_INK_TEXT] = RGB (0x00, 0x00, 0x00),
            [GP_INK_FAINT] = RGB (0x50, 0x50, 0x50),
            [GP_INK_GRID] = RGB (0xd8, 0xd8, 0xd8),
            [GP_INK_GROUND] = RGB (0xff, 0xff, 0xff),
            [GP_INK_HISTORY] = RGB (0xb3, 0xc1, 0xce),
            [GP_INK_REGULAR] = RGB (0x1f, 0x5a, 0x99),
            [GP_INK_GROEIKRACHT] = RGB (0xef, 0x86, 0x1f),
            [GP_INK_EXPERT] = RGB (0x0f, 0x5e, 0x63),
            [GP_INK_VERANDERCOACH] = RGB (0x7f, 0xc4, 0xc4),
            [GP_INK_SHORTAGE] = RGB (0xb0, 0x10, 0x20),
            [GP_INK_GOAL] = RGB (0x00, 0x00, 0x00),
            [GP_INK_MORE] = RGB (0x47, 0x4a, 0x94),
            [GP_INK_LESS] = RGB (0xdc, 0xae, 0x5a),
            [GP_INK_MONEY] = RGB (0x6d, 0x42, 0x72),
            [GP_INK_LINE_1] = RGB (0x8a, 0x1f, 0x86),
            [GP_INK_LINE_2] = RGB (0x3b, 0x7a, 0x1e),
            [GP_INK_LINE_3] = RGB (0x58, 0x67, 0xc4),
            [GP_INK_LINE_4] = RGB (0x8f, 0x64, 0x20),
            [GP_INK_LINE_5] = RGB (0xb4, 0x53, 0x8c),
            [GP_INK_LINE_6] = RGB (0x6c, 0x6c, 0x76),
        },
};

GpColour
gp_chart_ink (GpChartTheme theme, GpInk ink)
{
  g_return_val_if_fail ((guint)theme < G_N_ELEMENTS (inks), inks[GP_CHART_LIGHT][GP_INK_TEXT]);
  g_return_val_if_fail ((guint)ink < GP_N_INKS, inks[theme][GP_INK_TEXT]);
  return inks[theme][ink];
}

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
gp_chart_hatch (cairo_t *cr, const GpChartRect *box, double gap)
{
  if (box->width <= 0 || box->height <= 0)
    return;
  cairo_save (cr);
  cairo_rectangle (cr, box->x, box->y, box->width, box->height);
  cairo_clip (cr);
  cairo_set_antialias (cr, CAIRO_ANTIALIAS_FAST); /* many lines: half of a chart's time else */
  cairo_set_line_width (cr, MAX (gap / 5, 1));
  for (double offset = -box->height; offset < box->width; offset += MAX (gap, 2)) {
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
