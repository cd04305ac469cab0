/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Which plans and results an edit leaves as they are.
 *
 * 1. A plan (or a result: the same is said of it) is made from the data that all scenarios share,
 * and from the rows of its own scenario and of those above it. What else is edited (another
 * scenario, the money of the projects) changes nothing that it was made from: it is of the data
 * after the edit as it was of those before.
 * 2. So such a plan takes the number of the data after the edit when it had the one before; undo
 * and redo, which go from the one number to the other, take it along the same way.
 */
#include "gp-store-private.h"

#define DEEPEST 1000 /* scenarios above a scenario: no more is looked at */

typedef enum { TOUCHES_ALL, TOUCHES_SCENARIO, TOUCHES_NONE } Touch;

typedef struct {
  GpStore *store;
  GHashTable *scenarios; /* codes of those that were edited */
  gboolean all;          /* what every plan is made from was edited */
} Touched;

static Touch
touch_of (const char *table)
{
  static const char *const of_scenario[] = {"scenarios", "parameters",      "priorities",
                                            "pins",      "published_plans", NULL};
  static const char *const of_money[] = {"projects", "budgets", "pledges", "project_drivers", NULL};

  if (g_strv_contains (of_scenario, table))
    return TOUCHES_SCENARIO;
  return g_strv_contains (of_money, table) ? TOUCHES_NONE : TOUCHES_ALL;
}

static gboolean
add (Touched *touched, sqlite3_value *value)
{
  const char *code = (const char *)sqlite3_value_text (value);

  if (code == NULL)
    return FALSE;
  g_hash_table_add (touched->scenarios, g_strdup (code));
  return TRUE;
}

/* An update that leaves the row where it is does not tell its scenario; the table does. */
static gboolean
add_from_table (Touched *touched, const char *table, sqlite3_value *n, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT scenario FROM %s WHERE n = ?1", table);
  g_autoptr (sqlite3_stmt) statement = gp_db_prepare (touched->store->db, sql, error);
  gboolean row;

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, sqlite3_value_int64 (n));
  if (!gp_db_step (touched->store->db, statement, &row, error))
    return FALSE;
  if (row) {
    const char *code;

    if (!gp_db_cell (touched->store->db, statement, 0, &code, error))
      return FALSE;
    g_hash_table_add (touched->scenarios, g_strdup (code));
  }
  touched->all = touched->all || !row;
  return TRUE;
}

/* The scenario is the second column of all these tables, after n. */
static gboolean
add_row (Touched *touched, sqlite3_changeset_iter *iter, const char *table, int operation,
         GError **error)
{
  sqlite3_value *was = NULL, *is = NULL, *n = NULL;

  if (operation != SQLITE_INSERT)
    sqlite3changeset_old (iter, 1, &was);
  if (operation != SQLITE_DELETE)
    sqlite3changeset_new (iter, 1, &is);
  if (was == NULL && is == NULL) {
    sqlite3changeset_old (iter, 0, &n);
    return add_from_table (touched, table, n, error);
  }
  if ((was != NULL && !add (touched, was)) || (is != NULL && !add (touched, is)))
    touched->all = TRUE; /* no memory for a code: then no plan is spared */
  return TRUE;
}

static gboolean
read_changes (Touched *touched, const void *changes, int size, GError **error)
{
  sqlite3_changeset_iter *iter = NULL;
  int rc = sqlite3changeset_start (&iter, size, (void *)changes), end;
  gboolean ok = TRUE;

  if (rc != SQLITE_OK)
    return gp_db_fail (touched->store->db, rc, error);
  while (ok && !touched->all && sqlite3changeset_next (iter) == SQLITE_ROW) {
    const char *table;
    int n_columns, operation, indirect;

    sqlite3changeset_op (iter, &table, &n_columns, &operation, &indirect);
    touched->all = touch_of (table) == TOUCHES_ALL;
    if (touch_of (table) == TOUCHES_SCENARIO)
      ok = add_row (touched, iter, table, operation, error);
  }
  end = sqlite3changeset_finalize (iter);
  return ok && (end == SQLITE_OK || gp_db_fail (touched->store->db, end, error));
}

/* Whether the scenario or one above it was edited. */
static gboolean
concerns (Touched *touched, const char *scenario, gboolean *answer, GError **error)
{
  static const char sql[] =
      "WITH RECURSIVE up (scenario, depth) AS (SELECT ?1, 0 UNION ALL SELECT s.parent, depth + 1 "
      "FROM up JOIN scenarios s ON s.scenario = up.scenario WHERE s.parent IS NOT NULL AND "
      "depth < %d) SELECT scenario FROM up";
  g_autofree char *bounded = g_strdup_printf (sql, DEEPEST);
  g_autoptr (sqlite3_stmt) statement = gp_db_prepare (touched->store->db, bounded, error);
  gboolean row;

  *answer = FALSE;
  if (statement == NULL)
    return FALSE;
  gp_db_bound (touched->store->db, sqlite3_bind_text (statement, 1, scenario, -1, SQLITE_STATIC));
  while (gp_db_step (touched->store->db, statement, &row, error)) {
    const char *code;

    if (!row)
      return TRUE;
    if (!gp_db_cell (touched->store->db, statement, 0, &code, error))
      return FALSE;
    *answer = g_hash_table_contains (touched->scenarios, code);
    if (*answer)
      return TRUE;
  }
  return FALSE;
}

/* Ids of the plans (results) of the data that have the number, but for those that the edit
 * concerns.
 */
static GArray *
find_spared (Touched *touched, const char *table, gint64 version, GError **error)
{
  g_autoptr (GArray) spared = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree char *sql =
      g_strdup_printf ("SELECT id, scenario FROM %s WHERE data_version = ?1", table);
  g_autoptr (sqlite3_stmt) statement = gp_db_prepare (touched->store->db, sql, error);
  gboolean row, concerned;

  if (statement == NULL)
    return NULL;
  sqlite3_bind_int64 (statement, 1, version);
  while (gp_db_step (touched->store->db, statement, &row, error)) {
    gint64 id = row ? sqlite3_column_int64 (statement, 0) : 0;
    const char *scenario =
        row ? gp_db_text (touched->store->db, statement, 1, GP_TEXT_MAX, error) : NULL;

    if (!row)
      return g_steal_pointer (&spared);
    if (scenario == NULL || !concerns (touched, scenario, &concerned, error))
      return NULL;
    if (!concerned)
      g_array_append_val (spared, id);
  }
  return NULL;
}

static gboolean
take_along (Touched *touched, const char *table, gint64 from, gint64 to, GError **error)
{
  g_autoptr (GArray) spared = find_spared (touched, table, from, error);
  gboolean ok = spared != NULL;

  for (guint i = 0; ok && i < spared->len; i++)
    ok = gp_version_set_of (touched->store, table, to, g_array_index (spared, gint64, i), error);
  return ok;
}

gboolean
gp_touched_take_plans (GpStore *store, const void *changes, int size, gint64 from, gint64 to,
                       GError **error)
{
  g_autoptr (GHashTable) scenarios = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Touched touched = {.store = store, .scenarios = scenarios};

  if (!read_changes (&touched, changes, size, error))
    return FALSE;
  return touched.all || (take_along (&touched, "plans", from, to, error) &&
                         take_along (&touched, "results", from, to, error));
}
