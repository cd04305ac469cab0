/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * The end of a check program: runs its one suite.
 */
#pragma once

#include <check.h>
#include <stdlib.h>

static inline int
gp_test_run (Suite *suite)
{
  SRunner *runner = srunner_create (suite);
  int failed;

  srunner_run_all (runner, CK_NORMAL);
  failed = srunner_ntests_failed (runner);
  srunner_free (runner);
  return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
