/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * See gp-document-held.h. Threads: the worker fills the plans under the lock, tells that they are
 * there, and touches them no more; the project is read-only.
 */
#include "gp-document-held.h"

typedef struct {
  GpPlan *plan, *published; /* or NULL */
  gint64 when;
} HeldPlans;

struct _GpDocumentHeld {
  GpProject *project;
  HeldPlans *plans; /* by scenario */
  gboolean read;
  GMutex lock; /* guards plans until they are read, and read */
  GCond told;
};

GpDocumentHeld *
gp_document_held_new (GpProject *project)
{
  GpDocumentHeld *held = g_new0 (GpDocumentHeld, 1);

  held->project = gp_project_ref (project);
  held->plans = g_new0 (HeldPlans, project->n_scenarios);
  g_mutex_init (&held->lock);
  g_cond_init (&held->told);
  return held;
}

void
gp_document_held_free (GpDocumentHeld *held)
{
  for (guint i = 0; i < held->project->n_scenarios; i++) {
    g_clear_pointer (&held->plans[i].plan, gp_plan_unref);
    g_clear_pointer (&held->plans[i].published, gp_plan_unref);
  }
  g_free (held->plans);
  gp_project_unref (held->project);
  g_mutex_clear (&held->lock);
  g_cond_clear (&held->told);
  g_free (held);
}

const GpProject *
gp_document_held_project (const GpDocumentHeld *held)
{
  return held->project;
}

/* One that cannot be read counts as none. */
static void
read_plans (HeldPlans *plans, GpStore *store, const char *scenario)
{
  g_autoptr (GError) error = NULL, other = NULL;

  plans->plan = gp_store_get_plan_figures (store, scenario, &error);
  plans->published = gp_store_get_published (store, scenario, &plans->when, &other);
  if (error != NULL || other != NULL)
    g_info ("%s", (error != NULL ? error : other)->message);
}

void
gp_document_held_read (GpDocumentHeld *held, GpStore *store)
{
  g_mutex_lock (&held->lock);
  for (guint i = 0; i < held->project->n_scenarios; i++)
    read_plans (&held->plans[i], store, held->project->scenarios[i].code);
  held->read = TRUE;
  g_cond_signal (&held->told);
  g_mutex_unlock (&held->lock);
}

static const HeldPlans *
wait_for (GpDocumentHeld *held, const char *scenario)
{
  guint32 index = gp_project_find (held->project, GP_TABLE_SCENARIOS, scenario);

  g_mutex_lock (&held->lock);
  while (!held->read)
    g_cond_wait (&held->told, &held->lock);
  g_mutex_unlock (&held->lock);
  return index != GP_NONE ? &held->plans[index] : NULL;
}

GpPlan *
gp_document_held_plan (GpDocumentHeld *held, const char *scenario)
{
  const HeldPlans *plans = wait_for (held, scenario);

  return plans != NULL && plans->plan != NULL ? gp_plan_ref (plans->plan) : NULL;
}

GpPlan *
gp_document_held_published (GpDocumentHeld *held, const char *scenario, gint64 *when)
{
  const HeldPlans *plans = wait_for (held, scenario);

  if (when != NULL)
    *when = plans != NULL ? plans->when : 0;
  return plans != NULL && plans->published != NULL ? gp_plan_ref (plans->published) : NULL;
}
