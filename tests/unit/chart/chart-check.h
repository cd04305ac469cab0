/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A picture to draw charts on, and what tests ask of it. */
#pragma once

#include <check.h>
#include <groeiplan/gp-chart.h>
#include <math.h>
#include <string.h>

/* fontconfig keeps what it read of the fonts to the end of the process. */
const char *__lsan_default_suppressions (void);
const char *
__lsan_default_suppressions (void)
{
  return "leak:libfontconfig";
}

typedef struct {
  cairo_surface_t *surface;
  cairo_t *cr;
  int width, height;
} Picture;

static inline Picture
picture_new (int width, int height)
{
  Picture picture = {NULL, NULL, MAX (width, 1), MAX (height, 1)};

  picture.surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, picture.width, picture.height);
  picture.cr = cairo_create (picture.surface);
  cairo_set_source_rgb (picture.cr, 1, 1, 1);
  cairo_paint (picture.cr);
  return picture;
}

static inline void
picture_clear (Picture *picture)
{
  ck_assert_int_eq (cairo_status (picture->cr), CAIRO_STATUS_SUCCESS);
  ck_assert_int_eq (cairo_surface_status (picture->surface), CAIRO_STATUS_SUCCESS);
  cairo_destroy (picture->cr);
  cairo_surface_destroy (picture->surface);
}

static inline guint32
picture_pixel (const Picture *picture, int x, int y)
{
  const guchar *data;
  guint32 pixel;

  cairo_surface_flush (picture->surface);
  data = cairo_image_surface_get_data (picture->surface);
  memcpy (&pixel, data + y * cairo_image_surface_get_stride (picture->surface) + 4 * x, 4);
  return pixel & 0xffffff;
}

static inline guint32
ink_pixel (GpChartTheme theme, GpInk ink)
{
  GpColour colour = gp_chart_ink (theme, ink);

  return ((guint32)(colour.red * 255 + 0.5) << 16) | ((guint32)(colour.green * 255 + 0.5) << 8) |
         (guint32)(colour.blue * 255 + 0.5);
}

static inline guint
picture_count (const Picture *picture, guint32 pixel)
{
  guint count = 0;

  for (int y = 0; y < picture->height; y++)
    for (int x = 0; x < picture->width; x++)
      count += picture_pixel (picture, x, y) == pixel;
  return count;
}

static inline gboolean
picture_equal (const Picture *a, const Picture *b)
{
  cairo_surface_flush (a->surface);
  cairo_surface_flush (b->surface);
  return memcmp (cairo_image_surface_get_data (a->surface),
                 cairo_image_surface_get_data (b->surface),
                 (gsize)cairo_image_surface_get_stride (a->surface) * a->height) == 0;
}
