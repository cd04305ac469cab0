/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A chart that keeps what it is made of: what all kinds share. Each kind is a GpChartClass. */
#include "gp-chart-copy-private.h"

#include "gp-chart-draw.h"

GpChart *
gp_chart_keep (const GpChartClass *class, gconstpointer data, gsize size)
{
  GpChart *chart = g_new0 (GpChart, 1);

  g_atomic_ref_count_init (&chart->count);
  chart->class = class;
  chart->memory = g_ptr_array_new_with_free_func (g_free);
  chart->data = gp_chart_keep_memory (chart, data, size, 1);
  chart->n_columns = 1;
  return chart;
}

gpointer
gp_chart_keep_memory (GpChart *chart, gconstpointer memory, gsize size, gsize n)
{
  gpointer kept;

  if (memory == NULL || n == 0)
    return NULL;
  kept = g_malloc_n (n, size);
  memcpy (kept, memory, n * size);
  g_ptr_array_add (chart->memory, kept);
  return kept;
}

const char *
gp_chart_keep_text (GpChart *chart, const char *text)
{
  char *kept = g_strdup (text);

  if (kept != NULL)
    g_ptr_array_add (chart->memory, kept);
  return kept;
}

const double *
gp_chart_keep_numbers (GpChart *chart, const double *numbers, gsize n)
{
  return gp_chart_keep_memory (chart, numbers, sizeof *numbers, n);
}

const char *const *
gp_chart_keep_texts (GpChart *chart, const char *const *texts, gsize n)
{
  const char **kept = gp_chart_keep_memory (chart, texts, sizeof *texts, n);

  for (gsize i = 0; kept != NULL && i < n; i++)
    kept[i] = gp_chart_keep_text (chart, texts[i]);
  return (const char *const *)kept;
}

GpChart *
gp_chart_ref (GpChart *chart)
{
  g_return_val_if_fail (chart != NULL, NULL);
  g_atomic_ref_count_inc (&chart->count);
  return chart;
}

void
gp_chart_unref (GpChart *chart)
{
  if (chart == NULL || !g_atomic_ref_count_dec (&chart->count))
    return;
  g_ptr_array_unref (chart->memory);
  g_free (chart);
}

void
gp_chart_draw (const GpChart *chart, cairo_t *cr, const GpChartStyle *style)
{
  g_return_if_fail (chart != NULL && cr != NULL && style != NULL);
  chart->class->draw (cr, chart->data, style);
}

int
gp_chart_hit (const GpChart *chart, const GpChartStyle *style, double x, double y)
{
  g_return_val_if_fail (chart != NULL && style != NULL, -1);
  return chart->class->hit (chart->data, style, x, y);
}

double
gp_chart_height (const GpChart *chart, const GpChartStyle *style)
{
  double font;

  g_return_val_if_fail (chart != NULL && style != NULL, 0);
  font = gp_chart_font_size (style);
  return chart->class->height != NULL ? chart->class->height (chart->data, style) : 24 * font;
}

guint
gp_chart_n_items (const GpChart *chart)
{
  g_return_val_if_fail (chart != NULL, 0);
  return chart->n_items;
}

guint
gp_chart_n_columns (const GpChart *chart)
{
  g_return_val_if_fail (chart != NULL, 1);
  return MAX (chart->n_columns, 1);
}
