/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See gp-waiting-chart.h. */
#include "gp-waiting-chart.h"

#include <glib/gi18n-lib.h>
#include <groeiplan/gp-format.h>

/* Why most schools of the region wait, in few words. */
static const char *
reason_of (const GpWaitRegion *region)
{
  const char *texts[GP_N_WAITS_FOR] = {
      _ ("every expert day is used"), _ ("expert days run out in some years"),
      _ ("no more are interested"),   _ ("pinned"),
      _ ("boards are no partner"),    _ ("boards too small to be a partner")};
  guint best = 0;

  for (guint i = 1; i < GP_N_WAITS_FOR; i++)
    if (region->why[i] > region->why[best])
      best = i;
  return region->why[best] > 0 ? texts[best] : NULL;
}

GpChart *
gp_waiting_chart_new (const GpProject *project, const GpWaitlist *list)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (GpWaterlineRow));
  GpWaterlineChart chart = {.served_text = _ ("start by the goal year"),
                            .waiting_text = _ ("without a start")};

  for (guint i = 0; i < list->n_regions; i++) {
    const GpWaitRegion *region = &list->regions[i];
    GpWaterlineRow row = {.label = project->regions[i].name,
                          .served = region->starts,
                          .waiting = region->left,
                          .reason = reason_of (region)};

    if (region->starts + region->left >= 0.5)
      g_array_append_val (rows, row);
  }
  if (list->rows->len == 0 || rows->len == 0)
    return NULL;
  chart.rows = (const GpWaterlineRow *)(gpointer)rows->data;
  chart.n_rows = rows->len;
  return gp_chart_new_waterline (&chart);
}

char *
gp_waiting_chart_text (const GpProject *project, const GpWaitlist *list, gboolean rough)
{
  g_autofree char *number = NULL;
  guint most = 0;

  if (list->n_regions == 0 || list->rows->len == 0)
    return g_strdup ("");
  for (guint i = 1; i < list->n_regions; i++)
    if (list->regions[i].left > list->regions[most].left)
      most = i;
  number = gp_format_number (list->regions[most].left, 0, gp_numbers_current ());
  return g_strdup_printf (_ ("Most schools without a start are in %s: %s%s."),
                          project->regions[most].name, rough ? "~" : "", number);
}
