/* SPDX-License-Identifier: GPL-3.0-or-later */
/* When a scenario's latest plan was stored: the date that exports carry. */
#include "gp-store-private.h"

gint64
gp_store_get_plan_time (GpStore *store, const char *scenario_code)
{
  g_return_val_if_fail (store != NULL && scenario_code != NULL, 0);
  g_autoptr (sqlite3_stmt) statement = gp_db_prepare (
      store->db, "SELECT time FROM plans WHERE scenario = ? ORDER BY id DESC LIMIT 1", NULL);
  gboolean row;

  if (statement == NULL)
    return 0;
  gp_db_bound (store->db, sqlite3_bind_text (statement, 1, scenario_code, -1, SQLITE_TRANSIENT));
  return gp_db_step (store->db, statement, &row, NULL) && row ? sqlite3_column_int64 (statement, 0)
                                                              : 0;
}
