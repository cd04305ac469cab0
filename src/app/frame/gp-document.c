/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See gp-document.h: opening, the snapshot, and what is shown of it. */
#include "gp-document-private.h"

#include <glib/gi18n-lib.h>

enum { CHANGED, TROUBLE, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GpDocument, gp_document, G_TYPE_OBJECT)

static void
gp_document_finalize (GObject *object)
{
  GpDocument *self = GP_DOCUMENT (object);

  g_clear_handle_id (&self->telling, g_source_remove);
  g_clear_handle_id (&self->telling_troubles, g_source_remove);
  g_ptr_array_unref (self->troubles);
  g_clear_pointer (&self->cache, gp_document_cache_free);
  g_clear_pointer (&self->results, gp_document_results_free);
  g_clear_pointer (&self->plan, gp_plan_unref);
  g_clear_pointer (&self->project, gp_project_unref);
  g_clear_pointer (&self->store, gp_store_close);
  g_clear_pointer (&self->waiting, g_ptr_array_unref);
  g_free (self->scenario);
  g_free (self->path);
  G_OBJECT_CLASS (gp_document_parent_class)->finalize (object);
}

static void
gp_document_class_init (GpDocumentClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = gp_document_finalize;
  signals[CHANGED] = g_signal_new ("changed", GP_TYPE_DOCUMENT, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
  signals[TROUBLE] = g_signal_new ("trouble", GP_TYPE_DOCUMENT, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
}

static void
gp_document_init (GpDocument *self)
{
  self->cache = gp_document_cache_new ();
  self->results = gp_document_results_new ();
  self->troubles = g_ptr_array_new_with_free_func (g_free);
}

/* ---- troubles ---------------------------------------------------------------------------------
 */

static gboolean
tell_troubles (gpointer data)
{
  g_autoptr (GpDocument) self = g_object_ref (data);
  g_autoptr (GPtrArray) told = g_steal_pointer (&self->troubles);

  self->telling_troubles = 0;
  self->troubles = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i + 1 < told->len; i += 2)
    g_signal_emit (self, signals[TROUBLE], 0, told->pdata[i], told->pdata[i + 1]);
  return G_SOURCE_REMOVE;
}

void
gp_document_tell_trouble (GpDocument *self, const char *heading, const char *message)
{
  g_ptr_array_add (self->troubles, g_strdup (heading));
  g_ptr_array_add (self->troubles, g_strdup (message));
  if (self->telling_troubles == 0)
    self->telling_troubles = g_idle_add (tell_troubles, self);
}

/* ---- what is shown ----------------------------------------------------------------------------
 */

/* Whatever is kept was of the data, scenario or plans before. */
void
gp_document_emit_changed (GpDocument *self)
{
  gp_document_cache_forget (self->cache);
  if (self->busy == NULL) /* else the file cannot be read */
    gp_document_results_forget (self->results);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* The plan of the chosen scenario as it is stored; one that cannot be read counts as none. */
void
gp_document_load_plan (GpDocument *self)
{
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&self->plan, gp_plan_unref);
  if (self->scenario == NULL)
    return;
  if (self->busy != NULL) {
    self->plan = gp_document_held_plan (self->held, self->scenario);
    return;
  }
  self->plan = gp_store_get_plan_figures (gp_document_store (self), self->scenario, &error);
  if (error != NULL)
    g_info ("%s", error->message);
}

static void
choose_scenario (GpDocument *self, const char *code)
{
  const GpProject *project = self->project;
  guint32 index = code != NULL ? gp_project_find (project, GP_TABLE_SCENARIOS, code) : GP_NONE;

  if (index == GP_NONE)
    code = project->n_scenarios > 0 ? project->scenarios[0].code : NULL;
  if (g_strcmp0 (code, self->scenario) != 0) {
    g_free (self->scenario);
    self->scenario = g_strdup (code);
  }
}

/* A fresh snapshot. The scenario stays unless it is gone. */
static gboolean
reload (GpDocument *self, GError **error)
{
  GpProject *project = gp_store_snapshot (gp_document_store (self), error);
  g_autofree char *scenario = g_strdup (self->scenario);

  if (project == NULL)
    return FALSE;
  g_clear_pointer (&self->project, gp_project_unref);
  self->project = project;
  choose_scenario (self, scenario);
  gp_document_load_plan (self);
  return TRUE;
}

static GpDocument *
document_of (GpStore *store, GError **error)
{
  g_autoptr (GpDocument) self = NULL;

  if (store == NULL)
    return NULL;
  self = g_object_new (GP_TYPE_DOCUMENT, NULL);
  self->store = store;
  self->path = g_strdup (gp_store_path (store));
  return reload (self, error) ? g_steal_pointer (&self) : NULL;
}

GpDocument *
gp_document_open (const char *path, GError **error)
{
  return document_of (gp_store_open (path, GP_STORE_READ_WRITE, error), error);
}

const char *
gp_document_get_path (GpDocument *self)
{
  return self->path;
}

const GpProject *
gp_document_get_project (GpDocument *self)
{
  return self->project;
}

guint32
gp_document_get_scenario (GpDocument *self)
{
  return self->scenario != NULL
             ? gp_project_find (self->project, GP_TABLE_SCENARIOS, self->scenario)
             : GP_NONE;
}

gboolean
gp_document_set_scenario (GpDocument *self, const char *code)
{
  if (gp_project_find (self->project, GP_TABLE_SCENARIOS, code) == GP_NONE)
    return FALSE;
  choose_scenario (self, code);
  gp_document_load_plan (self);
  gp_document_emit_changed (self);
  return TRUE;
}

const GpPlan *
gp_document_get_plan (GpDocument *self)
{
  return self->plan;
}

gboolean
gp_document_plan_is_stale (GpDocument *self)
{
  return self->plan != NULL && self->plan->data_version != gp_document_get_data_version (self);
}

gboolean
gp_document_changed (GpDocument *self, gboolean done, GError **error)
{
  if (!done && gp_store_place (gp_document_store (self)) != GP_STORE_IN_PLACE)
    gp_document_emit_changed (self); /* that is why, and it is to be seen */
  if (!done || !reload (self, error))
    return FALSE;
  gp_document_emit_changed (self);
  return TRUE;
}

gint64
gp_document_get_data_version (GpDocument *self)
{
  return self->busy != NULL ? self->busy_version : gp_store_data_version (gp_document_store (self));
}

const GpPlan *
gp_document_get_plan_of (GpDocument *self, guint32 scenario)
{
  return gp_document_cache_plan (self->cache, gp_document_store (self), self->held,
                                 self->project->scenarios[scenario].code);
}

GpPlan *
gp_document_dup_published_of (GpDocument *self, guint32 scenario)
{
  const char *code = self->project->scenarios[scenario].code;
  g_autoptr (GError) error = NULL;
  GpPlan *plan;

  if (self->busy != NULL)
    return gp_document_held_published (self->held, code, NULL);
  plan = gp_store_get_published (gp_document_store (self), code, NULL, &error);
  if (error != NULL)
    g_info ("%s", error->message);
  return plan;
}

const GpPlan *
gp_document_get_published (GpDocument *self, gint64 *when)
{
  return self->scenario != NULL
             ? gp_document_cache_published (self->cache, gp_document_store (self), self->held,
                                            self->scenario, when)
             : NULL;
}

gboolean
gp_document_publish (GpDocument *self, GError **error)
{
  const char *name;
  g_autofree char *label = NULL;
  gboolean done;

  if (!gp_document_check_free (self, error))
    return FALSE;
  if (self->plan == NULL || gp_document_plan_is_stale (self)) {
    g_set_error_literal (error, GP_ERROR, GP_ERROR_DATA,
                         _ ("There is no plan of the data as they are now; plan first."));
    return FALSE;
  }
  gp_document_sign (self);
  name = self->project->scenarios[gp_document_get_scenario (self)].name;
  label = g_strdup_printf (_ ("Published the plan of %s"), name);
  /* one that the file did not take is brought along; reading a stored one takes long */
  done = self->plan->without_proofs
             ? gp_store_publish_latest (gp_document_store (self), self->scenario, label, error)
             : gp_store_publish_plan (gp_document_store (self), self->plan, label, error);
  return gp_document_changed (self, done, error);
}

const GpCoaching *
gp_document_get_coaching (GpDocument *self, GError **error)
{
  if (self->plan == NULL) {
    g_set_error_literal (error, GP_ERROR, GP_ERROR_DATA, _ ("There is no plan yet; plan first."));
    return NULL;
  }
  return gp_document_cache_coaching (self->cache, self->project, self->plan, error);
}
