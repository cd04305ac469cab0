/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * The end of a check program: runs its one suite.
 */
#pragma once

#include <check.h>
#include <stdlib.h>
#include <unistd.h>

/* In a coverage build: what a child that ends by _exit () has run. */
extern void __gcov_dump (void) __attribute__ ((weak));

static inline void
gp_test_child_exit (int status)
{
  if (__gcov_dump != NULL)
    __gcov_dump ();
  _exit (status);
}

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
