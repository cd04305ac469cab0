/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * SQLite has no memory, at one allocation or from one on, while anything is asked of the store
 * (ops-world.h says what must come of it). The allocations are counted first; so many of them are
 * tried, evenly, that the test stays short.
 */
#include "gp-test.h"
#include "ops-world.h"

#include <fault-memory.h>
#include <fault-vfs.h>

#define TRIES 8 /* of each operation, for one fault and for lasting ones */

static void
arm (guint n, gboolean lasting)
{
  fault_arm (n > 0 ? FAULT_MEMORY : FAULT_NONE, n, lasting);
}

static guint
disarm (void)
{
  guint n = fault_n_operations (FAULT_MEMORY);

  fault_disarm ();
  return n;
}

static const OpsFault memory = {arm, disarm, fault_memory_in_use};

START_TEST (test_memory)
{
  const Op *op = &ops[_i];
  guint most = ops_count (op, &memory), tries = ops_tries (TRIES), seen = 0;

  ck_assert_uint_gt (most, 2);
  for (guint i = 0; i < tries; i++) {
    guint n = 1 + (guint)((guint64)i * most / tries);

    seen += ops_fail_at (op, &memory, n, FALSE);
    seen += ops_fail_at (op, &memory, n, TRUE);
  }
  ck_assert_msg (seen > tries / 4, "%s: only %u errors", op->name, seen);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("store-memory");
  TCase *tcase = tcase_create ("memory");

  fault_memory_install (TRUE);
  tcase_set_timeout (tcase, 0);
  tcase_add_checked_fixture (tcase, ops_setup, ops_teardown);
  tcase_add_loop_test (tcase, test_memory, 0, (int)n_ops);
  suite_add_tcase (suite, tcase);
  return gp_test_run (suite);
}
