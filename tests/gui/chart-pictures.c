/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Writes a picture of every chart in every way that it is seen, to look at:
 *
 *   chart-pictures FOLDER
 *
 * NAME-light, -dark, -grey (print, without colour), -double (200%), -narrow (320 px), -wide
 * (1600 px), -nl (Dutch numbers). Without a folder it draws all of them and writes nothing.
 */
#include "gp-chart-samples.h"

#include <stdio.h>

typedef struct {
  const char *name;
  double width, scale;
  GpChartTheme theme;
  gboolean grey;
  GpLanguage language;
} Look;

static const Look looks[] = {
    {"light", 760, 1, GP_CHART_LIGHT, FALSE, GP_LANGUAGE_ENGLISH},
    {"dark", 760, 1, GP_CHART_DARK, FALSE, GP_LANGUAGE_ENGLISH},
    {"grey", 760, 1, GP_CHART_PRINT, TRUE, GP_LANGUAGE_ENGLISH},
    {"double", 1000, 2, GP_CHART_LIGHT, FALSE, GP_LANGUAGE_ENGLISH},
    {"narrow", 320, 1, GP_CHART_LIGHT, FALSE, GP_LANGUAGE_DUTCH},
    {"wide", 1600, 1, GP_CHART_LIGHT, FALSE, GP_LANGUAGE_DUTCH},
};

static void
make_grey (cairo_surface_t *surface)
{
  guchar *data = cairo_image_surface_get_data (surface);
  int stride = cairo_image_surface_get_stride (surface);

  cairo_surface_flush (surface);
  for (int y = 0; y < cairo_image_surface_get_height (surface); y++)
    for (int x = 0; x < cairo_image_surface_get_width (surface); x++) {
      guchar *pixel = data + y * stride + 4 * x;

      pixel[0] = pixel[1] = pixel[2] =
          (guchar)((114 * pixel[0] + 587 * pixel[1] + 299 * pixel[2]) / 1000);
    }
  cairo_surface_mark_dirty (surface);
}

static cairo_surface_t *
picture_of (const GpChart *chart, const Look *look)
{
  GpChartStyle style = {.theme = look->theme,
                        .language = look->language,
                        .width = look->width,
                        .font_size = 12.6 * look->scale,
                        .hovered = 2};
  GpColour ground = gp_chart_ink (look->theme, GP_INK_GROUND);
  cairo_surface_t *surface;
  cairo_t *cr;

  style.height = gp_chart_height (chart, &style);
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int)style.width + 24,
                                        (int)style.height + 24);
  cr = cairo_create (surface);
  cairo_set_source_rgb (cr, ground.red, ground.green, ground.blue);
  cairo_paint (cr);
  cairo_translate (cr, 12, 12);
  gp_chart_draw (chart, cr, &style);
  cairo_destroy (cr);
  if (look->grey)
    make_grey (surface);
  return surface;
}

static gboolean
write_pictures (const ChartSample *sample, const char *folder)
{
  g_autoptr (GpChart) chart = sample->make ();
  gboolean done = TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (looks); i++) {
    cairo_surface_t *surface = picture_of (chart, &looks[i]);
    g_autofree char *name = g_strdup_printf ("%s-%s.png", sample->name, looks[i].name);
    g_autofree char *path = folder != NULL ? g_build_filename (folder, name, NULL) : NULL;

    done &= cairo_surface_status (surface) == CAIRO_STATUS_SUCCESS;
    if (path != NULL)
      done &= cairo_surface_write_to_png (surface, path) == CAIRO_STATUS_SUCCESS;
    cairo_surface_destroy (surface);
  }
  return done;
}

static void
write_words (const ChartSample *sample)
{
  g_autoptr (GpChart) chart = sample->make ();
  g_autofree char *words = gp_chart_readout (chart, 2, GP_LANGUAGE_DUTCH);

  printf ("%s: %s\n", sample->name, words);
}

int
main (int argc, char **argv)
{
  gboolean done = TRUE;

  for (guint i = 0; i < n_chart_samples; i++) {
    done &= write_pictures (&chart_samples[i], argc > 1 ? argv[1] : NULL);
    write_words (&chart_samples[i]);
  }
  if (!done)
    fprintf (stderr, "chart-pictures: not every picture could be written\n");
  return done ? 0 : 1;
}
