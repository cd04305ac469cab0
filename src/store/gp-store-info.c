/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a project file holds, counted, and whether all of it is sound. */
#include "gp-store-private.h"

static gboolean
count_rows (GpStore *store, GpStoreInfo *out, GError **error)
{
  gint64 plans, history, version;

  for (int id = 0; id < GP_N_TABLES; id++) {
    g_autofree char *sql = g_strdup_printf ("SELECT count(*) FROM %s", gp_table (id)->name);

    if (!gp_db_number (store->db, sql, &out->n_rows[id], error))
      return FALSE;
  }
  if (!gp_db_number (store->db, "SELECT count(*) FROM plans", &plans, error) ||
      !gp_db_number (store->db, "SELECT count(*) FROM history", &history, error) ||
      !gp_db_number (store->db, "PRAGMA user_version", &version, error))
    return FALSE;
  out->n_plans = (guint)plans;
  out->n_history = (guint)history;
  out->format_version = (int)version;
  return TRUE;
}

/* The full check, indexes against tables included; opening does the quick one. */
static gboolean
check (GpStore *store, GpStoreInfo *out, GError **error)
{
  g_autoptr (sqlite3_stmt) statement =
      gp_db_prepare (store->db, "PRAGMA integrity_check (10)", error);
  g_autoptr (GString) said = g_string_new (NULL);
  gboolean row;

  while (statement != NULL && gp_db_step (store->db, statement, &row, error)) {
    const char *line;

    if (!row) {
      out->integrity_ok = g_str_equal (said->str, "ok");
      if (!out->integrity_ok)
        out->integrity_message = gp_error_text (said->str);
      return TRUE;
    }
    if (!gp_db_cell (store->db, statement, 0, &line, error))
      return FALSE;
    g_string_append_printf (said, "%s%s", said->len > 0 ? "; " : "", line != NULL ? line : "");
  }
  return FALSE;
}

gboolean
gp_store_info (GpStore *store, GpStoreInfo *out, GError **error)
{
  g_return_val_if_fail (store != NULL && out != NULL, FALSE);
  *out = (GpStoreInfo){0};
  return count_rows (store, out, error) && check (store, out, error);
}

void
gp_store_info_clear (GpStoreInfo *info)
{
  g_return_if_fail (info != NULL);
  g_clear_pointer (&info->integrity_message, g_free);
}
