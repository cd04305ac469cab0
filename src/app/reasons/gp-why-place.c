/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See gp-why-place.h. */
#include "gp-why-place.h"

#include <glib/gi18n-lib.h>

void
gp_why_place_set (GpWhyPlace *self, const GpProject *project, const char *what)
{
  g_auto (GStrv) words = g_strsplit (what != NULL ? what : "", " ", 2);

  g_clear_pointer (&self->region, g_free);
  self->year = GP_YEAR_NONE;
  if (words[0] == NULL || gp_project_find (project, GP_TABLE_REGIONS, words[0]) == GP_NONE)
    return;
  self->region = g_strdup (words[0]);
  if (words[1] != NULL && !gp_year_parse (words[1], &self->year))
    self->year = GP_YEAR_NONE;
}

void
gp_why_place_find (const GpWhyPlace *self, const GpProject *project, guint32 *region, guint *year)
{
  *year = G_MAXUINT;
  *region =
      self->region != NULL ? gp_project_find (project, GP_TABLE_REGIONS, self->region) : GP_NONE;
  if (*region != GP_NONE && self->year != GP_YEAR_NONE && self->year >= project->plan_from &&
      self->year <= project->last_year)
    *year = (guint)(self->year - project->plan_from);
}

gboolean
gp_why_place_has_thing (const GpWhyPlace *self, const GpProject *project, const GpWhyThing *thing)
{
  guint32 region;
  guint year;

  gp_why_place_find (self, project, &region, &year);
  return (region == GP_NONE || thing->region == GP_NONE || thing->region == region) &&
         (year >= 64 || (thing->years >> year & 1) != 0);
}

gboolean
gp_why_place_has_price (const GpWhyPlace *self, const GpProject *project, const GpPrice *price)
{
  guint32 region;
  guint year;

  gp_why_place_find (self, project, &region, &year);
  return (region == GP_NONE || price->region == GP_NONE || price->region == region) &&
         (year == G_MAXUINT || price->year == GP_YEAR_NONE ||
          price->year == project->plan_from + (int)year);
}

char *
gp_why_place_text (const GpWhyPlace *self, const GpProject *project)
{
  char name[GP_YEAR_BYTES];
  guint32 region;
  guint year;

  gp_why_place_find (self, project, &region, &year);
  if (region == GP_NONE)
    return NULL;
  if (year == G_MAXUINT)
    return g_strdup_printf (_ ("Only %s: Show All"), project->regions[region].name);
  /* Translators: a region and a year, of which alone is shown what is full. */
  return g_strdup_printf (_ ("Only %s, %s: Show All"), project->regions[region].name,
                          gp_year_format (self->year, name));
}

/* Those that remove all first, then those that remove most. */
static int
compare_repairs (gconstpointer a, gconstpointer b)
{
  const GpRepair *one = *(const GpRepair *const *)a, *other = *(const GpRepair *const *)b;

  if (one->goal != other->goal)
    return one->goal < other->goal ? -1 : 1;
  if (one->extent != other->extent)
    return one->extent < other->extent ? -1 : 1;
  return (one->after > other->after) - (one->after < other->after);
}

GPtrArray *
gp_why_repairs_in_order (const GpRepairs *repairs)
{
  GPtrArray *order = g_ptr_array_new ();

  for (guint i = 0; i < repairs->n_repairs; i++)
    g_ptr_array_add (order, &repairs->repairs[i]);
  g_ptr_array_sort (order, compare_repairs);
  return order;
}

/* By what a whole unit more was seen to bring: to an earlier priority first, the largest first. */
static int
compare_prices (gconstpointer a, gconstpointer b)
{
  const GpPrice *one = *(const GpPrice *const *)a, *other = *(const GpPrice *const *)b;
  gboolean gains = one->measured > 0, others = other->measured > 0;

  if (gains != others)
    return gains ? -1 : 1;
  if (one->priority != other->priority)
    return one->priority < other->priority ? -1 : 1;
  return (one->measured < other->measured) - (one->measured > other->measured);
}

GPtrArray *
gp_why_prices_in_order (const GpPrices *prices, guint most, const GpWhyPlace *place,
                        const GpProject *project)
{
  GPtrArray *order = g_ptr_array_new ();

  for (guint i = 0; i < MIN (prices->n_prices, most); i++)
    if (gp_why_place_has_price (place, project, &prices->prices[i]))
      g_ptr_array_add (order, &prices->prices[i]);
  g_ptr_array_sort (order, compare_prices);
  return order;
}
