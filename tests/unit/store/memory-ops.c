/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See memory-ops.h. */
#include "memory-ops.h"

#include <groeiplan/gp-backups.h>
#include <groeiplan/gp-forget.h>

static gboolean
keep (OpsWorld *world, GpStore *store, GError **error)
{
  world->store = store;
  if (store == NULL)
    return FALSE;
  if (!gp_store_is_read_only (store))
    return TRUE;
  g_set_error_literal (error, GP_ERROR, GP_ERROR_READ_ONLY, gp_store_read_only_reason (store));
  return FALSE;
}

static gboolean
op_open (OpsWorld *world, GError **error)
{
  return keep (world, gp_store_open (world->path, GP_STORE_READ_WRITE, error), error);
}

static gboolean
op_migrate (OpsWorld *world, GError **error)
{
  return keep (world, gp_store_open (world->old_path, GP_STORE_READ_WRITE, error), error);
}

/* Brought up to date in memory. */
static gboolean
op_read_old (OpsWorld *world, GError **error)
{
  world->store = gp_store_open (world->old_path, GP_STORE_READ_ONLY, error);
  return world->store != NULL;
}

static gboolean
op_create (OpsWorld *world, GError **error)
{
  return keep (world, gp_store_create (world->copy, world->other, error), error);
}

static gboolean
op_snapshot (OpsWorld *world, GError **error)
{
  g_autoptr (GpProject) project = gp_store_snapshot (world->store, error);
  return project != NULL;
}

static gboolean
op_history (OpsWorld *world, GError **error)
{
  g_autoptr (GPtrArray) entries = gp_store_history (world->store, error);
  return entries != NULL;
}

static gboolean
op_info (OpsWorld *world, GError **error)
{
  GpStoreInfo info;
  gboolean fine = gp_store_info (world->store, &info, error);

  if (fine)
    gp_store_info_clear (&info);
  return fine;
}

/* NULL is an answer too: what tells is the error. */
static gboolean
op_plan (OpsWorld *world, GError **error)
{
  GError *problem = NULL;
  g_autoptr (GpPlan) plan = gp_store_get_plan (world->store, "base", &problem);

  if (problem == NULL)
    return plan != NULL;
  g_propagate_error (error, problem);
  return FALSE;
}

static gboolean
op_published (OpsWorld *world, GError **error)
{
  GError *problem = NULL;
  gint64 when = 0;
  g_autoptr (GpPlan) plan = gp_store_get_published (world->store, "base", &when, &problem);

  if (problem == NULL)
    return plan != NULL && when > 0;
  g_propagate_error (error, problem);
  return FALSE;
}

static gboolean
op_put_plan (OpsWorld *world, GError **error)
{
  return gp_store_put_plan (world->store, world->plan, error);
}

static gboolean
op_publish (OpsWorld *world, GError **error)
{
  return gp_store_publish_plan (world->store, world->plan, "Agreed", error);
}

/* One row of each kind of change. */
static gboolean
change (GpStore *store, GError **error)
{
  static const char *const coach[] = {"E9", "Expert Vals", "noord", "21", "", "", ""};
  static const char *const same[] = {"E1", "Expert Anders", "noord", "30", "", "", ""};
  static const char *const gone[] = {"E2"};

  return gp_store_put (store, GP_TABLE_EXPERT_COACHES, coach, error) &&
         gp_store_put (store, GP_TABLE_EXPERT_COACHES, same, error) &&
         gp_store_delete (store, GP_TABLE_EXPERT_COACHES, gone, error) &&
         gp_store_set_frame (store, "Anders", 2026, 2033, GP_YEAR_NONE, error);
}

static gboolean
finish (GpStore *store, gboolean changed, GError **error)
{
  if (changed)
    return gp_store_commit (store, error);
  gp_store_rollback (store);
  return FALSE;
}

static gboolean
op_edit (OpsWorld *world, GError **error)
{
  return gp_store_begin (world->store, "Changed", error) &&
         finish (world->store, change (world->store, error), error);
}

static gboolean
op_replace (OpsWorld *world, GError **error)
{
  return gp_store_begin (world->store, "Imported", error) &&
         finish (world->store, gp_store_replace (world->store, world->other, error), error);
}

static gboolean
op_undo (OpsWorld *world, GError **error)
{
  return gp_store_undo (world->store, error);
}

static gboolean
op_redo (OpsWorld *world, GError **error)
{
  g_autofree char *label = gp_store_redo_label (world->store);

  if (label == NULL) { /* the kept file has nothing that was undone */
    if (!gp_store_undo (world->store, error))
      return FALSE;
  }
  return gp_store_redo (world->store, error);
}

static gboolean
op_backup (OpsWorld *world, GError **error)
{
  return gp_store_backup (world->store, world->copy, NULL, NULL, NULL, error);
}

static gboolean
op_keep_backup (OpsWorld *world, GError **error)
{
  g_autofree char *made = gp_store_keep_backup (world->store, GP_BACKUP_ASKED, error);
  return made != NULL;
}

static gboolean
op_restore (OpsWorld *world, GError **error)
{
  return gp_store_restore (world->store, world->backup, NULL, NULL, NULL, error);
}

static gboolean
op_forget (OpsWorld *world, GError **error)
{
  static const char *const words[] = {"E1", NULL}, *const none[] = {NULL};
  GpForgotten forgotten;
  g_autoptr (GpProject) project = gp_store_snapshot (world->store, error);
  gboolean there =
      project != NULL && gp_project_find (project, GP_TABLE_EXPERT_COACHES, "E1") != GP_NONE;
  gboolean fine = project != NULL &&
                  gp_store_forget (world->store, there ? words : none, TRUE, &forgotten, error);

  if (fine)
    gp_forgotten_clear (&forgotten);
  return fine;
}

static gboolean
op_anonymise (OpsWorld *world, GError **error)
{
  return gp_store_anonymise (world->store, world->copy, TRUE, NULL, NULL, NULL, error);
}

static gboolean
op_traces (OpsWorld *world, GError **error)
{
  static const char *const texts[] = {"Expert Verzonnen", "Coach Bedacht", NULL};
  g_autoptr (GPtrArray) places = gp_traces_find (world->path, texts, error);

  return places != NULL && places->len > 0;
}

static gboolean
op_put_result (OpsWorld *world, GError **error)
{
  g_autoptr (GpStoredResult) kept = NULL;

  if (!gp_store_put_result (world->store, "base", "prices", 1, "text", error))
    return FALSE;
  kept = gp_store_get_result (world->store, "base", "prices", error);
  return kept != NULL;
}

static gboolean
op_find_change (OpsWorld *world, GError **error)
{
  g_autoptr (GError) why = NULL;
  g_autofree char *author = NULL;
  const char *const cells[] = {"none", "", "", "", NULL};
  gint64 when;

  gp_store_find_change (world->store, GP_TABLE_SCENARIOS, cells, &when, &author, &why);
  if (why == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&why));
  return FALSE;
}

const Op ops[] = {
    {"open", op_open, TRUE, TRUE},
    {"migrate", op_migrate, TRUE, FALSE}, /* the backup may be there */
    {"read an old file", op_read_old, TRUE, TRUE},
    {"create", op_create, TRUE, FALSE}, /* it may be there, and not be open */
    {"snapshot", op_snapshot, FALSE, TRUE},
    {"history", op_history, FALSE, TRUE},
    {"info", op_info, FALSE, TRUE},
    {"plan", op_plan, FALSE, TRUE},
    {"published plan", op_published, FALSE, TRUE},
    {"put a plan", op_put_plan, FALSE, TRUE},
    {"put a result", op_put_result, FALSE, FALSE}, /* kept, and then not read */
    {"find a change", op_find_change, FALSE, TRUE},
    {"publish", op_publish, FALSE, TRUE},
    {"edit", op_edit, FALSE, TRUE},
    {"replace", op_replace, FALSE, TRUE},
    {"undo", op_undo, FALSE, TRUE},
    {"redo", op_redo, FALSE, FALSE}, /* two steps here */
    {"backup", op_backup, FALSE, TRUE},
    {"keep a backup", op_keep_backup, FALSE, TRUE},
    {"restore", op_restore, FALSE, FALSE}, /* what was there may be kept as a backup */
    {"forget", op_forget, FALSE, FALSE},   /* gone from the data and not from deleted space */
    {"anonymise", op_anonymise, FALSE, TRUE},
    {"traces", op_traces, FALSE, TRUE},
};
const guint n_ops = G_N_ELEMENTS (ops);
