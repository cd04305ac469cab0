/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See fuzz-store.h. */
#include "fuzz-store.h"

#include <glib/gstdio.h>
#include <groeiplan/gp-store.h>
#include <string.h>

/* TRUE for an answer; else there must be an error, which is checked and cleared. */
static gboolean
is_done (gboolean done, GError **error)
{
  if (done) {
    FUZZ_CHECK (*error == NULL, "%s", (*error)->message);
    return TRUE;
  }
  fuzz_check_error (*error);
  g_clear_error (error);
  return FALSE;
}

static void
read_history (GpStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = gp_store_history (store, &error);

  is_done (entries != NULL, &error);
  g_free (gp_store_undo_label (store));
  g_free (gp_store_redo_label (store));
}

/* Plans may be absent without an error. */
static void
read_plan (GpStore *store, const char *scenario)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GpPlan) plan = gp_store_get_plan (store, scenario, &error);
  g_autoptr (GpPlan) published = NULL;
  gint64 when;

  is_done (error == NULL, &error);
  published = gp_store_get_published (store, scenario, &when, &error);
  is_done (error == NULL, &error);
  gp_store_get_plan_time (store, scenario);
}

static void
read_info (GpStore *store)
{
  g_autoptr (GError) error = NULL;
  GpStoreInfo info;

  if (!is_done (gp_store_info (store, &info, &error), &error))
    return;
  if (!info.integrity_ok)
    FUZZ_CHECK (info.integrity_message != NULL, "not ok, and no word");
  gp_store_info_clear (&info);
}

/* TRUE when the data could be read. */
static gboolean
read_all (GpStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GpProject) project = gp_store_snapshot (store, &error);

  read_info (store);
  read_history (store);
  if (!is_done (project != NULL, &error)) {
    read_plan (store, "base");
    return FALSE;
  }
  for (guint i = 0; i < MIN (project->n_scenarios, 4); i++)
    read_plan (store, project->scenarios[i].code);
  return TRUE;
}

static void
change_all (GpStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *copy = fuzz_path ("copy.groeiplan");

  if (is_done (gp_store_undo (store, &error), &error))
    is_done (gp_store_redo (store, &error), &error);
  if (is_done (gp_store_begin (store, "Verzonnen", &error), &error)) {
    gboolean ok =
        is_done (gp_store_set_frame (store, "Anders", 2027, 2030, GP_YEAR_NONE, &error), &error);

    if (!ok)
      gp_store_rollback (store);
    else if (is_done (gp_store_commit (store, &error), &error))
      is_done (gp_store_undo (store, &error), &error);
  }
  is_done (gp_store_backup (store, copy, NULL, NULL, NULL, &error), &error);
  g_unlink (copy);
}

static gboolean
use (const char *path, GpStoreMode mode, gboolean must_read)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GpStore) store = gp_store_open (path, mode, &error);
  gboolean read;

  if (!is_done (store != NULL, &error)) {
    FUZZ_CHECK (!must_read, "opened before, not now");
    return FALSE;
  }
  read = read_all (store);
  FUZZ_CHECK (read || !must_read, "read before, not now");
  if (mode == GP_STORE_READ_WRITE && !gp_store_is_read_only (store))
    change_all (store);
  gp_store_close (g_steal_pointer (&store));
  if (read && mode == GP_STORE_READ_WRITE)
    use (path, GP_STORE_READ_ONLY, TRUE);
  return TRUE;
}

gboolean
fuzz_use_store (const char *path)
{
  use (path, GP_STORE_READ_ONLY, FALSE);
  return use (path, GP_STORE_READ_WRITE, FALSE);
}
