/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every result code of SQLite has a sentence that says what, where and what to do. */
#include "gp-store-private.h"
#include "gp-test.h"
#include "store-support.h"

#include <string.h>

static const struct {
  int rc;
  GpError code;
  const char *says;
} sentences[] = {
    {SQLITE_BUSY, GP_ERROR_BUSY, "refused.groeiplan”: close it there"},
    {SQLITE_LOCKED, GP_ERROR_BUSY, "Another program is using"},
    {SQLITE_BUSY_SNAPSHOT, GP_ERROR_BUSY, "Another program is using"},
    {SQLITE_READONLY, GP_ERROR_READ_ONLY, "can be read but not changed: copy it"},
    {SQLITE_READONLY_ROLLBACK, GP_ERROR_READ_ONLY, "“-journal”"},
    {SQLITE_READONLY_RECOVERY, GP_ERROR_READ_ONLY, "was interrupted"},
    {SQLITE_READONLY_CANTLOCK, GP_ERROR_READ_ONLY, "was interrupted"},
    {SQLITE_READONLY_DBMOVED, GP_ERROR_READ_ONLY, "moved or replaced while it was open: close it"},
    {SQLITE_READONLY_DIRECTORY, GP_ERROR_READ_ONLY, "an edit needs a file beside it: copy"},
    {SQLITE_NOTADB, GP_ERROR_NOT_OURS, "refused.groeiplan” is not a Groeiplan project."},
    {SQLITE_CORRUPT, GP_ERROR_DAMAGED, "go back to a backup of it"},
    {SQLITE_FORMAT, GP_ERROR_DAMAGED, "is damaged"},
    {SQLITE_INTERRUPT, GP_ERROR_CANCELLED, "Cancelled."},
    {SQLITE_FULL, GP_ERROR_FILE, "refused.groeiplan”: make room and"},
    {SQLITE_NOMEM, GP_ERROR_FILE, "not enough memory"},
    {SQLITE_IOERR_NOMEM, GP_ERROR_FILE, "not enough memory"},
    {SQLITE_CANTOPEN, GP_ERROR_FILE, "check that the folder is there"},
    {SQLITE_PERM, GP_ERROR_FILE, "could not be opened or changed"},
    {SQLITE_AUTH, GP_ERROR_FILE, "could not be opened or changed"},
    {SQLITE_IOERR_WRITE, GP_ERROR_FILE, "could not be read or written"},
    {SQLITE_IOERR_LOCK, GP_ERROR_FILE, "cannot lock files"},
    {SQLITE_IOERR_RDLOCK, GP_ERROR_FILE, "to another drive and open it there"},
    {SQLITE_IOERR_UNLOCK, GP_ERROR_FILE, "cannot lock files"},
    {SQLITE_IOERR_CHECKRESERVEDLOCK, GP_ERROR_FILE, "cannot lock files"},
    {SQLITE_CONSTRAINT, GP_ERROR_DATA, "could not be used"},
    {SQLITE_CONSTRAINT_UNIQUE, GP_ERROR_DATA, "could not be used"},
    {SQLITE_MISMATCH, GP_ERROR_DATA, "could not be used"},
    {SQLITE_TOOBIG, GP_ERROR_DATA, "could not be used"},
    {SQLITE_MISUSE, GP_ERROR_FILE, "could not be used"},
};

START_TEST (test_sentences)
{
  g_autofree char *path = support_path ("refused.groeiplan");
  g_autoptr (GpStore) store = support_store (path, 3);

  for (guint i = 0; i < G_N_ELEMENTS (sentences); i++) {
    g_autoptr (GError) error = NULL;
    ck_assert (!gp_db_fail (store->db, sentences[i].rc, &error));
    ck_assert_msg (g_error_matches (error, GP_ERROR, (int)sentences[i].code), "%d: code %d",
                   sentences[i].rc, error->code);
    ck_assert_msg (strstr (error->message, sentences[i].says) != NULL, "%d: %s", sentences[i].rc,
                   error->message);
    ck_assert_msg (g_str_has_suffix (error->message, "."), "%s", error->message);
    if (sentences[i].rc != SQLITE_INTERRUPT)
      ck_assert_msg (strstr (error->message, "refused.groeiplan”") != NULL, "%s", error->message);
  }
}
END_TEST

/* Before there is a connection the code alone tells what is wrong. */
START_TEST (test_no_connection)
{
  GpDb db = {NULL, (char *)"/somewhere/none.groeiplan"};
  g_autoptr (GError) error = NULL, other = NULL;

  ck_assert (!gp_db_fail (&db, SQLITE_CANTOPEN, &error));
  support_assert_error (error, GP_ERROR_FILE, "none.groeiplan");
  ck_assert (!gp_db_fail (&db, SQLITE_PROTOCOL, &other));
  ck_assert_str_eq (other->message,
                    "“/somewhere/none.groeiplan” could not be used: locking protocol.");
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("store-sentences");
  TCase *tcase = tcase_create ("sentences");

  tcase_add_checked_fixture (tcase, support_setup, support_teardown);
  tcase_add_test (tcase, test_sentences);
  tcase_add_test (tcase, test_no_connection);
  suite_add_tcase (suite, tcase);
  return gp_test_run (suite);
}
