/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A new project file: written whole under a temporary name, then given its own. */
#include "gp-store-private.h"

/* No journal and no syncs on the way: the file is nobody's until it is published. */
static gboolean
write_all (GpStore *store, const GpProject *project, GError **error)
{
  return gp_db_run (store->db,
                    "PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF; BEGIN IMMEDIATE;",
                    error) &&
         gp_schema_apply (store->db, 0, gp_schema_n_steps, error) &&
         gp_store_fill (store, project, error) && gp_db_run (store->db, "COMMIT", error);
}

static gboolean
write_file (const char *file, const char *path, const GpProject *project, GError **error)
{
  GpStore store = {0};
  gboolean ok;

  store.db = gp_db_open (file, path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, error);
  ok = store.db != NULL && write_all (&store, project, error);
  gp_store_drop_statements (&store);
  gp_db_close (store.db);
  return ok;
}

/* Making it again would say that it exists already. */
static GpStore *
open_made (const char *path, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);
  g_autoptr (GError) problem = NULL;
  GpStore *store = gp_store_open (path, GP_STORE_READ_WRITE, &problem);

  if (store == NULL)
    g_set_error (error, problem->domain, problem->code,
                 _ ("“%s” was made and is complete: open it. It could not be opened at once: %s"),
                 name, problem->message);
  return store;
}

GpStore *
gp_store_create (const char *path, const GpProject *project, GError **error)
{
  g_autofree char *whole = NULL;
  g_autofree char *temporary = NULL;

  g_return_val_if_fail (path != NULL && project != NULL, NULL);
  whole = g_canonicalize_filename (path, NULL);
  if (!gp_file_check_absent (whole, error))
    return NULL;
  temporary = gp_file_temporary (whole, error);
  if (temporary == NULL)
    return NULL;
  if (!write_file (temporary, whole, project, error)) {
    gp_file_discard (temporary);
    return NULL;
  }
  if (!gp_file_publish (temporary, whole, error))
    return NULL;
  return open_made (whole, error);
}
