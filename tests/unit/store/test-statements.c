/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * SQLite refuses a statement: at its n-th preparing, its n-th run, the n-th row or the n-th value
 * of a row, for every n (evenly chosen ones of them, so that the test stays short), while anything
 * is asked of the store (ops-world.h says what must come of it). A text that is NULL for lack of
 * memory must not be taken for an empty cell.
 */
#include "gp-test.h"
#include "ops-world.h"

#include <fault-memory.h>
#include <sqlite3.h>

#define TRIES 4 /* of each operation and kind, for one fault and for lasting ones */

typedef enum { PREPARE, RUN, ROW, VALUE, N_KINDS } Kind;

static const char *const kind_names[N_KINDS] = {"preparing", "a run", "a row", "a value"};

static struct {
  Kind kind;
  guint n, count;
  gboolean armed, lasting;
} refused;

static gboolean
due (Kind kind)
{
  if (!refused.armed || kind != refused.kind)
    return FALSE;
  refused.count++;
  return refused.n > 0 &&
         (refused.count == refused.n || (refused.lasting && refused.count > refused.n));
}

int __real_sqlite3_prepare_v3 (sqlite3 *db, const char *sql, int size, unsigned int flags,
                               sqlite3_stmt **statement, const char **end);
int __wrap_sqlite3_prepare_v3 (sqlite3 *db, const char *sql, int size, unsigned int flags,
                               sqlite3_stmt **statement, const char **end);

int
__wrap_sqlite3_prepare_v3 (sqlite3 *db, const char *sql, int size, unsigned int flags,
                           sqlite3_stmt **statement, const char **end)
{
  if (!due (PREPARE))
    return __real_sqlite3_prepare_v3 (db, sql, size, flags, statement, end);
  *statement = NULL;
  return SQLITE_IOERR_READ;
}

int __real_sqlite3_step (sqlite3_stmt *statement);
int __wrap_sqlite3_step (sqlite3_stmt *statement);

int
__wrap_sqlite3_step (sqlite3_stmt *statement)
{
  return due (sqlite3_stmt_busy (statement) ? ROW : RUN) ? SQLITE_IOERR_READ
                                                         : __real_sqlite3_step (statement);
}

int __real_sqlite3_exec (sqlite3 *db, const char *sql, int (*row) (void *, int, char **, char **),
                         void *data, char **error);
int __wrap_sqlite3_exec (sqlite3 *db, const char *sql, int (*row) (void *, int, char **, char **),
                         void *data, char **error);

/* Preparing and running at once. */
int
__wrap_sqlite3_exec (sqlite3 *db, const char *sql, int (*row) (void *, int, char **, char **),
                     void *data, char **error)
{
  return due (RUN) ? SQLITE_IOERR_WRITE : __real_sqlite3_exec (db, sql, row, data, error);
}

const unsigned char *__real_sqlite3_column_text (sqlite3_stmt *statement, int column);
const unsigned char *__wrap_sqlite3_column_text (sqlite3_stmt *statement, int column);

/* No memory for a text: the one way in which it can fail. */
const unsigned char *
__wrap_sqlite3_column_text (sqlite3_stmt *statement, int column)
{
  return due (VALUE) ? NULL : __real_sqlite3_column_text (statement, column);
}

static void
arm (guint n, gboolean lasting)
{
  refused.n = n;
  refused.count = 0;
  refused.lasting = lasting;
  refused.armed = TRUE;
}

static guint
disarm (void)
{
  refused.armed = FALSE;
  return refused.count;
}

static const OpsFault fault = {arm, disarm, fault_memory_in_use};

START_TEST (test_statements)
{
  const Op *op = &ops[_i / N_KINDS];
  guint most, tries, seen = 0;

  refused.kind = (Kind)(_i % N_KINDS);
  most = ops_count (op, &fault);
  tries = MIN (most, ops_tries (TRIES));
  for (guint i = 0; i < tries; i++) {
    guint n = 1 + (guint)((guint64)i * most / tries);

    seen += ops_fail_at (op, &fault, n, FALSE);
    seen += ops_fail_at (op, &fault, n, TRUE);
  }
  /* what is tidied up in passing may fail without a word */
  ck_assert_msg (seen > 0 || most < 3, "%s: %s is refused, and nothing is said", op->name,
                 kind_names[refused.kind]);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("store-statements");
  TCase *tcase = tcase_create ("statements");

  fault_memory_install (FALSE);
  tcase_set_timeout (tcase, 0);
  tcase_add_checked_fixture (tcase, ops_setup, ops_teardown);
  tcase_add_loop_test (tcase, test_statements, 0, (int)n_ops * N_KINDS);
  suite_add_tcase (suite, tcase);
  return gp_test_run (suite);
}
