/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See gp-chart-export.h. Files are made in memory first, and put in their place in one go. */
#include "gp-chart-export.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <glib/gi18n-lib.h>
#include <groeiplan/gp-error.h>
#include <pango/pangocairo.h>

#define WIDTH 720.0 /* points: what a page of A4 on its side holds with its margins */
#define MARGIN 12.0
#define FONT_SIZE 11.0
#define PNG_SCALE 2.5
#define MAX_HEIGHT 8000.0

static const char *const suffixes[GP_N_CHART_FORMATS] = {"png", "svg", "pdf"};

const char *
gp_chart_format_suffix (GpChartFormat format)
{
  g_return_val_if_fail ((guint)format < GP_N_CHART_FORMATS, "png");
  return suffixes[format];
}

gboolean
gp_chart_format_parse (const char *suffix, GpChartFormat *out)
{
  for (guint i = 0; i < GP_N_CHART_FORMATS; i++)
    if (g_strcmp0 (suffix, suffixes[i]) == 0) {
      *out = (GpChartFormat)i;
      return TRUE;
    }
  return FALSE;
}

/* ---- drawing ----------------------------------------------------------------------------------
 */

static double
draw_sentence (cairo_t *cr, const char *sentence, double width)
{
  PangoContext *context = NULL;
  g_autoptr (PangoLayout) layout = NULL;
  g_autoptr (PangoFontDescription) font =
      pango_font_description_from_string ("Cantarell, sans-serif bold");
  int height;

  if (sentence == NULL || sentence[0] == '\0')
    return 0;
  context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  layout = pango_layout_new (context);
  g_object_unref (context);
  pango_font_description_set_absolute_size (font, FONT_SIZE * 1.15 * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_width (layout, (int)(width * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_text (layout, sentence, -1);
  pango_layout_get_pixel_size (layout, NULL, &height);
  if (cr != NULL) {
    cairo_set_source_rgb (cr, 0, 0, 0);
    cairo_move_to (cr, 0, 0);
    pango_cairo_update_layout (cr, layout);
    pango_cairo_show_layout (cr, layout);
  }
  return height + FONT_SIZE;
}

double
gp_chart_export_draw (cairo_t *cr, const GpChart *chart, const char *sentence, double width,
                      double height)
{
  GpChartStyle style = {.theme = GP_CHART_PRINT,
                        .language = gp_numbers_current (),
                        .width = width,
                        .font_size = FONT_SIZE,
                        .hovered = -1};
  double head = draw_sentence (cr, sentence, width);

  style.height = MIN (gp_chart_height (chart, &style), MAX (height - head, 20));
  if (cr != NULL) {
    cairo_save (cr);
    cairo_translate (cr, 0, head);
    gp_chart_draw (chart, cr, &style);
    cairo_restore (cr);
  }
  return head + style.height;
}

static double
height_of (const GpChart *chart, const char *sentence)
{
  return gp_chart_export_draw (NULL, chart, sentence, WIDTH, MAX_HEIGHT) + 2 * MARGIN;
}

static void
draw_on (cairo_surface_t *surface, const GpChart *chart, const char *sentence, double scale)
{
  cairo_t *cr = cairo_create (surface);

  cairo_scale (cr, scale, scale);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_translate (cr, MARGIN, MARGIN);
  gp_chart_export_draw (cr, chart, sentence, WIDTH, MAX_HEIGHT);
  cairo_destroy (cr);
}

/* ---- files ------------------------------------------------------------------------------------
 */

static cairo_status_t
append (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static cairo_surface_t *
image_of (const GpChart *chart, const char *sentence)
{
  double width = WIDTH + 2 * MARGIN, height = height_of (chart, sentence);
  cairo_surface_t *surface = cairo_image_surface_create (
      CAIRO_FORMAT_ARGB32, (int)(width * PNG_SCALE), (int)(height * PNG_SCALE));

  draw_on (surface, chart, sentence, PNG_SCALE);
  cairo_surface_flush (surface);
  return surface;
}

static cairo_surface_t *
vector_of (const GpChart *chart, const char *sentence, GpChartFormat format, GByteArray *bytes)
{
  double width = WIDTH + 2 * MARGIN, height = height_of (chart, sentence);
  cairo_surface_t *surface =
      format == GP_CHART_PDF ? cairo_pdf_surface_create_for_stream (append, bytes, width, height)
                             : cairo_svg_surface_create_for_stream (append, bytes, width, height);

  if (format == GP_CHART_PDF && sentence != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, sentence);
  draw_on (surface, chart, sentence, 1);
  return surface;
}

/* The file's bytes, or NULL when cairo could not make them. */
static GByteArray *
bytes_of (const GpChart *chart, const char *sentence, GpChartFormat format)
{
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface;
  cairo_status_t status;

  if (format == GP_CHART_PNG) {
    surface = image_of (chart, sentence);
    status = cairo_surface_write_to_png_stream (surface, append, bytes);
  } else {
    surface = vector_of (chart, sentence, format, bytes);
    cairo_surface_finish (surface);
    status = cairo_surface_status (surface);
  }
  cairo_surface_destroy (surface);
  if (status != CAIRO_STATUS_SUCCESS)
    g_clear_pointer (&bytes, g_byte_array_unref);
  return bytes;
}

static gboolean
write_bytes (GFile *file, GByteArray *bytes, GError **error)
{
  g_autofree char *path = g_file_get_path (file);

  if (path == NULL)
    return g_file_replace_contents (file, (const char *)bytes->data, bytes->len, NULL, FALSE,
                                    G_FILE_CREATE_NONE, NULL, NULL, error);
  if (g_file_test (path, G_FILE_TEST_EXISTS) && !g_file_test (path, G_FILE_TEST_IS_REGULAR)) {
    g_set_error (error, GP_ERROR, GP_ERROR_FILE,
                 _ ("%s is not a file that can be written; choose another name."), path);
    return FALSE;
  }
  return g_file_set_contents_full (path, (const char *)bytes->data, bytes->len,
                                   G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                                   0666, error);
}

gboolean
gp_chart_export (const GpChart *chart, const char *sentence, GpChartFormat format, GFile *file,
                 GError **error)
{
  g_autoptr (GByteArray) bytes = NULL;

  g_return_val_if_fail (chart != NULL && G_IS_FILE (file), FALSE);
  bytes = bytes_of (chart, sentence, format);
  if (bytes == NULL) {
    g_set_error (error, GP_ERROR, GP_ERROR_FILE, _ ("The chart could not be drawn into a file."));
    return FALSE;
  }
  return write_bytes (file, bytes, error);
}

GdkTexture *
gp_chart_export_texture (const GpChart *chart, const char *sentence)
{
  cairo_surface_t *surface = image_of (chart, sentence);
  int width = cairo_image_surface_get_width (surface);
  int height = cairo_image_surface_get_height (surface);
  gsize stride = (gsize)cairo_image_surface_get_stride (surface);
  g_autoptr (GBytes) bytes =
      g_bytes_new (cairo_image_surface_get_data (surface), stride * (gsize)height);

  cairo_surface_destroy (surface);
  return gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes, stride);
}
