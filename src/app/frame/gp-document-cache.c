/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See gp-document-cache.h. What was looked for and not found is remembered as well. */
#include "gp-document-cache.h"

#include <groeiplan/gp-planner.h>

struct _GpDocumentCache {
  GHashTable *plans; /* code -> GpPlan, or NULL */
  gboolean published_known;
  GpPlan *published;
  gint64 published_when;
  GpCoaching *coaching;
};

static void
plan_free (gpointer plan)
{
  if (plan != NULL)
    gp_plan_unref (plan);
}

GpDocumentCache *
gp_document_cache_new (void)
{
  GpDocumentCache *cache = g_new0 (GpDocumentCache, 1);

  cache->plans = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, plan_free);
  return cache;
}

void
gp_document_cache_forget (GpDocumentCache *cache)
{
  g_hash_table_remove_all (cache->plans);
  g_clear_pointer (&cache->published, gp_plan_unref);
  cache->published_known = FALSE;
  g_clear_pointer (&cache->coaching, gp_coaching_unref);
}

void
gp_document_cache_free (GpDocumentCache *cache)
{
  gp_document_cache_forget (cache);
  g_hash_table_unref (cache->plans);
  g_free (cache);
}

const GpPlan *
gp_document_cache_plan (GpDocumentCache *cache, GpStore *store, GpDocumentHeld *held,
                        const char *scenario)
{
  g_autoptr (GError) error = NULL;
  gpointer plan;

  if (g_hash_table_lookup_extended (cache->plans, scenario, NULL, &plan))
    return plan;
  plan = held != NULL ? gp_document_held_plan (held, scenario)
                      : gp_store_get_plan_figures (store, scenario, &error);
  if (error != NULL)
    g_info ("%s", error->message);
  g_hash_table_insert (cache->plans, g_strdup (scenario), plan);
  return plan;
}

const GpPlan *
gp_document_cache_published (GpDocumentCache *cache, GpStore *store, GpDocumentHeld *held,
                             const char *scenario, gint64 *when)
{
  g_autoptr (GError) error = NULL;

  if (!cache->published_known) {
    cache->published =
        held != NULL ? gp_document_held_published (held, scenario, &cache->published_when)
                     : gp_store_get_published (store, scenario, &cache->published_when, &error);
    cache->published_known = TRUE;
    if (error != NULL)
      g_info ("%s", error->message);
  }
  if (when != NULL)
    *when = cache->published != NULL ? cache->published_when : 0;
  return cache->published;
}

const GpCoaching *
gp_document_cache_coaching (GpDocumentCache *cache, const GpProject *project, const GpPlan *plan,
                            GError **error)
{
  if (cache->coaching == NULL)
    cache->coaching = gp_planner_coaching (project, plan, error);
  return cache->coaching;
}
