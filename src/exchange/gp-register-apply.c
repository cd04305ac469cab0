/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The preview that callers hold, and how it is applied: as one edit of the store, in the order
 * boards, schools, closed schools, closed boards, so that every row's references are there.
 */
#include <glib/gi18n-lib.h>

#include "gp-register-private.h"

#include <glib/gstdio.h>
#include <groeiplan/gp-backups.h>

static void
edit_free (gpointer data)
{
  GpRegisterEdit *edit = data;
  g_strfreev (edit->cells);
  g_free (edit);
}

void
gp_register_preview_free (GpRegisterPreview *preview)
{
  if (preview == NULL)
    return;
  g_ptr_array_unref (preview->edits);
  g_array_unref (preview->changes);
  gp_register_data_free (preview->data);
  gp_project_unref (preview->project);
  g_free (preview);
}

static GpRegisterPreview *
preview_new (const GpProject *project)
{
  GpRegisterPreview *preview = g_new0 (GpRegisterPreview, 1);
  preview->project = gp_project_ref ((GpProject *)project);
  preview->data = gp_register_data_new ();
  preview->changes = g_array_new (FALSE, TRUE, sizeof (GpRegisterChange));
  preview->edits = g_ptr_array_new_with_free_func (edit_free);
  return preview;
}

static void
tell_progress (GpProgressFunc progress, gpointer data, guint i, guint n, const char *path)
{
  if (progress == NULL)
    return;
  g_autofree char *name = path != NULL ? g_path_get_basename (path) : NULL;
  g_autofree char *doing =
      name != NULL ? g_strdup_printf (_ ("Reading %s"), name) : g_strdup (_ ("Comparing"));
  progress ((double)i / (n + 1), doing, data);
}

/* Reads on after a wrong file, so that all that is wrong is told at once. */
static gboolean
read_files (GpRegisterPreview *preview, const char *const *paths, guint n, GpProblems *problems,
            GpProgressFunc progress, gpointer data, GCancellable *cancellable, GError **error)
{
  for (guint i = 0; i < n; i++) {
    g_autoptr (GError) local = NULL;
    tell_progress (progress, data, i, n, paths[i]);
    if (!gp_register_read_file (preview->data, preview->project, paths[i], problems, cancellable,
                                &local) &&
        !g_error_matches (local, GP_ERROR, GP_ERROR_DATA)) {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  }
  tell_progress (progress, data, n, n, NULL);
  return gp_problems_check (problems, error);
}

GpRegisterPreview *
gp_register_preview (const GpProject *project, const char *const *paths, GpProblems *problems,
                     GpProgressFunc progress, gpointer data, GCancellable *cancellable,
                     GError **error)
{
  g_return_val_if_fail (project != NULL && paths != NULL, NULL);
  guint n = g_strv_length ((char **)paths);
  if (n == 0 || n > GP_REGISTER_MAX_FILES) {
    g_set_error (error, GP_ERROR, GP_ERROR_USAGE, _ ("Choose from 1 to %d register files."),
                 GP_REGISTER_MAX_FILES);
    return NULL;
  }
  g_autoptr (GpProblems) own = problems == NULL ? gp_problems_new () : NULL;
  g_autoptr (GpRegisterPreview) preview = preview_new (project);
  if (problems == NULL)
    problems = own;
  if (!read_files (preview, paths, n, problems, progress, data, cancellable, error) ||
      !gp_register_compare (preview, problems, cancellable, error))
    return NULL;
  return g_steal_pointer (&preview);
}

guint
gp_register_preview_n_files (const GpRegisterPreview *preview)
{
  return preview->data->files->len;
}

const GpRegisterFile *
gp_register_preview_file (const GpRegisterPreview *preview, guint i)
{
  g_return_val_if_fail (i < preview->data->files->len, NULL);
  return &g_array_index (preview->data->files, GpRegisterFile, i);
}

guint
gp_register_preview_n_changes (const GpRegisterPreview *preview)
{
  return preview->changes->len;
}

const GpRegisterChange *
gp_register_preview_change (const GpRegisterPreview *preview, guint i)
{
  g_return_val_if_fail (i < preview->changes->len, NULL);
  return &g_array_index (preview->changes, GpRegisterChange, i);
}

guint
gp_register_preview_count (const GpRegisterPreview *preview, GpTableId table, GpChangeKind kind)
{
  g_return_val_if_fail (kind < GP_N_CHANGES, 0);
  if (table != GP_TABLE_BOARDS && table != GP_TABLE_SCHOOLS)
    return 0;
  return preview->counts[table == GP_TABLE_SCHOOLS ? 1 : 0][kind];
}

/* ---- applying ------------------------------------------------------------ */

/* The preview says what would change in the data it was made from; other data, other changes. */
static gboolean
check_unchanged (GpStore *store, const GpRegisterPreview *preview, GError **error)
{
  g_autoptr (GpProject) now = gp_store_snapshot (store, error);
  if (now == NULL)
    return FALSE;
  if (now == preview->project || gp_project_equal (now, preview->project, NULL))
    return TRUE;
  g_set_error_literal (error, GP_ERROR, GP_ERROR_DATA,
                       _ ("The project was changed after this preview was made; make a new "
                          "preview and apply that."));
  return FALSE;
}

#define TOLD_EVERY 64 /* edits */

static gboolean
apply_edits (GpStore *store, const GpRegisterPreview *preview, GpProgressFunc progress,
             gpointer data, GCancellable *cancellable, GError **error)
{
  for (guint i = 0; i < preview->edits->len; i++) {
    const GpRegisterEdit *edit = g_ptr_array_index (preview->edits, i);
    const char *key[] = {edit->code, NULL};

    if (i % TOLD_EVERY == 0 && progress != NULL)
      progress ((double)i / preview->edits->len, _ ("Importing"), data);
    if (g_cancellable_is_cancelled (cancellable)) {
      g_set_error_literal (error, GP_ERROR, GP_ERROR_CANCELLED, _ ("Cancelled."));
      return FALSE;
    }
    gboolean done = edit->cells != NULL
                        ? gp_store_put (store, edit->table, (const char *const *)edit->cells, error)
                        : gp_store_delete (store, edit->table, key, error);
    if (!done)
      return FALSE;
  }
  return TRUE;
}

/* Undo takes the import back too; the backup is for who sees only next week what it did. */
static gboolean
keep_backup (GpStore *store, const GpRegisterPreview *preview, char **backup, GError **error)
{
  if (preview->changes->len == 0)
    return TRUE;
  *backup = gp_store_make_backup (store, GP_BACKUP_IMPORT, error);
  return *backup != NULL;
}

gboolean
gp_register_apply (GpStore *store, const GpRegisterPreview *preview, GpProgressFunc progress,
                   gpointer data, GCancellable *cancellable, GError **error)
{
  g_autofree char *backup = NULL;
  gboolean begun;

  g_return_val_if_fail (store != NULL && preview != NULL, FALSE);
  if (!check_unchanged (store, preview, error))
    return FALSE;
  g_autofree char *label = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "Imported from the register: %u change",
                   "Imported from the register: %u changes", preview->changes->len),
      preview->changes->len);
  begun = keep_backup (store, preview, &backup, error) && gp_store_begin (store, label, error);
  if (begun && apply_edits (store, preview, progress, data, cancellable, error) &&
      gp_store_commit (store, error)) {
    gp_backups_prune (gp_store_path (store), NULL);
    return TRUE;
  }
  if (begun)
    gp_store_rollback (store);
  if (backup != NULL) /* of an import that never was */
    g_unlink (backup);
  return FALSE;
}
