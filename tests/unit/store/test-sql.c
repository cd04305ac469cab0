/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SQLite answers with NULL, and with a value that is NULL, where it has no memory: neither may pass
 * for an empty cell. */
#include "gp-store-private.h"
#include "gp-test.h"
#include "store-support.h"

#include <string.h>

static GpDb *
open_memory (void)
{
  g_autoptr (GError) error = NULL;
  GpDb *db = gp_db_open (":memory:", "/somewhere/plan.groeiplan",
                         SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, &error);

  ck_assert_msg (db != NULL, "%s", error != NULL ? error->message : "");
  ck_assert (
      gp_db_run (db, "CREATE TABLE t (a TEXT, b INTEGER); INSERT INTO t VALUES ('x', 12)", &error));
  return db;
}

/* Nothing more than there is. */
static void
set_memory (gboolean enough)
{
  sqlite3_hard_heap_limit64 (enough ? 0 : 1);
}

START_TEST (test_value_without_memory_is_not_null)
{
  g_autoptr (GpDb) db = open_memory ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) none = NULL;
  g_autofree char *text = g_strnfill (5000, 'y');
  g_autoptr (sqlite3_stmt) put = gp_db_prepare (db, "UPDATE t SET a = ?, b = ?", &none);
  gint64 n;

  set_memory (FALSE);
  gp_db_bound (db, sqlite3_bind_text (put, 1, text, -1, SQLITE_TRANSIENT));
  set_memory (TRUE);
  gp_db_bound (db, sqlite3_bind_int64 (put, 2, 13));
  ck_assert (!gp_db_execute (db, put, &error));
  ck_assert_ptr_nonnull (strstr (error->message, "not enough memory"));
  ck_assert (gp_db_number (db, "SELECT count (*) FROM t WHERE a = 'x' AND b = 12", &n, &none));
  ck_assert_int_eq (n, 1);
  gp_db_bound (db, sqlite3_bind_text (put, 1, text, -1, SQLITE_TRANSIENT));
  ck_assert (gp_db_execute (db, put, &none)); /* it is told once */
  ck_assert (gp_db_number (db, "SELECT length (a) FROM t WHERE b = 13", &n, &none));
  ck_assert_int_eq (n, 5000);
}
END_TEST

START_TEST (test_cell_without_memory_is_not_null)
{
  g_autoptr (GpDb) db = open_memory ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) none = NULL;
  g_autoptr (sqlite3_stmt) get = gp_db_prepare (db, "SELECT b, NULL FROM t", &none);
  const char *text = "?";
  gboolean row;

  ck_assert (gp_db_step (db, get, &row, &none) && row);
  set_memory (FALSE);
  ck_assert (!gp_db_cell (db, get, 0, &text, &error));
  set_memory (TRUE);
  ck_assert_ptr_nonnull (strstr (error->message, "not enough memory"));
  ck_assert (gp_db_cell (db, get, 1, &text, &none));
  ck_assert_ptr_null (text);
  ck_assert_ptr_nonnull (gp_db_text (db, get, 1, 10, &none));
  sqlite3_reset (get);
  ck_assert (gp_db_step (db, get, &row, &none) && gp_db_cell (db, get, 0, &text, &none));
  ck_assert_str_eq (text, "12");
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("store-sql");
  TCase *tcase = tcase_create ("sql");

  tcase_add_checked_fixture (tcase, support_setup, support_teardown);
  tcase_add_test (tcase, test_value_without_memory_is_not_null);
  tcase_add_test (tcase, test_cell_without_memory_is_not_null);
  suite_add_tcase (suite, tcase);
  return gp_test_run (suite);
}
