/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See gp-bridge-work.h. The worker has the snapshot and plans of its own, never the document. */
#include "gp-bridge-work.h"
#include "gp-assumption.h"

#include <glib/gi18n-lib.h>

typedef struct {
  GpProject *project;
  GpBridgeWish wish;
  gint64 data_version;
  guint epoch;
  char *path, *name, *from_code;
  GpPlan *plans[2], *published[2]; /* from, to; may be NULL */
} Task;

typedef struct {
  GpBridge *bridge;
  char *path, *name, *from_code;
  gint64 data_version;
  guint epoch;
} Found;

static void
task_free (gpointer data)
{
  Task *task = data;

  gp_project_unref (task->project);
  for (int i = 0; i < 2; i++) {
    g_clear_pointer (&task->plans[i], gp_plan_unref);
    g_clear_pointer (&task->published[i], gp_plan_unref);
  }
  g_free (task->path);
  g_free (task->name);
  g_free (task->from_code);
  g_free (task);
}

static void
found_free (gpointer data)
{
  Found *found = data;

  gp_bridge_free (found->bridge);
  g_free (found->path);
  g_free (found->name);
  g_free (found->from_code);
  g_free (found);
}

/* Under which name the document keeps it, beside the first scenario's code. */
static char *
name_of (const GpProject *project, const GpBridgeWish *wish)
{
  return g_strdup_printf ("bridge:%s:%s:%s", project->scenarios[wish->to].code,
                          gp_figure_info (wish->figure)->name, wish->relaxed ? "relaxed" : "whole");
}

const GpBridge *
gp_bridge_work_find (GpDocument *document, const GpBridgeWish *wish, gboolean *stale)
{
  const GpProject *project = gp_document_get_project (document);
  g_autofree char *name = name_of (project, wish);

  return gp_document_get_result_of (document, name, project->scenarios[wish->from].code, stale);
}

static gpointer
look (gpointer data, GpJob *job, GError **error)
{
  Task *task = data;
  GpBridgeOptions options = {.relaxed = task->wish.relaxed,
                             .from_plan = task->plans[0],
                             .to_plan = task->plans[1],
                             .from_published = task->published[0],
                             .to_published = task->published[1],
                             .progress = gp_job_progress,
                             .progress_data = job};
  GpBridge *bridge =
      gp_bridge_new (task->project, task->wish.from, task->wish.to, task->wish.figure, &options,
                     gp_job_get_cancellable (job), error);
  Found *found;

  if (bridge == NULL)
    return NULL;
  found = g_new0 (Found, 1);
  found->bridge = bridge;
  found->path = g_strdup (task->path);
  found->name = g_strdup (task->name);
  found->from_code = g_strdup (task->from_code);
  found->data_version = task->data_version;
  found->epoch = task->epoch;
  return found;
}

/* The stored plan where it is of the data as they are, and has what is asked. */
static GpPlan *
usable_plan (GpDocument *document, guint32 scenario, gboolean relaxed)
{
  const GpPlan *plan = gp_document_get_plan_of (document, scenario);

  if (plan == NULL || plan->data_version != gp_document_get_data_version (document) ||
      (!relaxed && !plan->has_whole) || plan->n_rows[GP_PART_RELAXED] == 0)
    return NULL;
  return gp_plan_ref ((GpPlan *)plan);
}

GpJob *
gp_bridge_work_start (GtkWidget *owner, GpDocument *document, const GpBridgeWish *wish,
                      GpWorkDone done)
{
  const GpProject *project = gp_document_get_project (document);
  guint32 scenarios[] = {wish->from, wish->to};
  Task *task = g_new0 (Task, 1);

  task->project = gp_project_ref ((GpProject *)project);
  task->wish = *wish;
  task->data_version = gp_document_get_data_version (document);
  task->epoch = gp_document_get_epoch (document);
  task->path = g_strdup (gp_document_get_path (document));
  task->name = name_of (project, wish);
  task->from_code = g_strdup (project->scenarios[wish->from].code);
  for (int i = 0; i < 2; i++) {
    task->plans[i] = usable_plan (document, scenarios[i], wish->relaxed);
    task->published[i] = gp_document_dup_published_of (document, scenarios[i]);
  }
  return gp_work_start (owner, _ ("Building the bridge"), look, task, task_free, found_free, done);
}

void
gp_bridge_work_keep (gpointer result, GpDocument *document)
{
  Found *found = result;

  if (found == NULL)
    return;
  if (document != NULL && g_strcmp0 (found->path, gp_document_get_path (document)) == 0) {
    const GpResultOf of = {found->name, found->from_code, found->data_version, found->epoch};

    gp_document_put_result (document, &of, g_steal_pointer (&found->bridge),
                            (GDestroyNotify)gp_bridge_free, NULL);
  }
  found_free (found);
}

static const char *
change_title (const char *name)
{
  GpParam param;

  if (gp_param_parse (name, &param))
    return gp_assumption_title (param);
  if (g_str_equal (name, "pins"))
    return _ ("Pins");
  if (g_str_equal (name, "priorities"))
    return _ ("Priorities");
  if (g_str_equal (name, "published_plan"))
    return _ ("The published plan");
  return g_str_equal (name, "plan") ? _ ("What no assumption explains") : name;
}

char *
gp_bridge_step_title (const GpBridgeStep *step)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < step->n_names; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " + " : "", change_title (step->names[i]));
  return g_string_free (g_steal_pointer (&text), FALSE);
}
