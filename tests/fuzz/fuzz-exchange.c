/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Any exchange folder: a project that comes back the same when it is written and read again, or
 * sentences that say in which file and where.
 */
#include "fuzz.h"

#include <groeiplan/gp-exchange.h>

static char *in, *out;

int
LLVMFuzzerInitialize (int *argc G_GNUC_UNUSED, char ***argv G_GNUC_UNUSED)
{
  fuzz_start ();
  in = fuzz_path ("in");
  out = fuzz_path ("out");
  g_mkdir_with_parents (in, 0700);
  g_mkdir_with_parents (out, 0700);
  return 0;
}

static void
check_problems (const GpProblems *problems, gboolean failed)
{
  guint n = gp_problems_n_errors (problems);

  FUZZ_CHECK (failed == (n > 0), "%u problems", n);
  FUZZ_CHECK (n <= GP_MAX_PROBLEMS && n <= gp_problems_n_total (problems), "%u", n);
  for (guint i = 0; i < n; i++)
    fuzz_check_line (gp_problems_error (problems, i));
  for (guint i = 0; i < gp_problems_n_notes (problems); i++)
    fuzz_check_line (gp_problems_note (problems, i));
}

static void
check_comes_back (const GpProject *project)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GpProject) back = NULL;
  g_autofree char *where = NULL;

  FUZZ_CHECK (gp_exchange_write (project, out, NULL, &error), "%s", error->message);
  back = gp_exchange_read (out, NULL, NULL, &error);
  FUZZ_CHECK (back != NULL, "%s", error->message);
  FUZZ_CHECK (gp_project_equal (project, back, &where), "%s", where);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_auto (GStrv) paths = fuzz_unpack (data, size, in);
  g_autoptr (GpProblems) problems = gp_problems_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GpProject) project = gp_exchange_read (in, problems, NULL, &error);

  check_problems (problems, project == NULL);
  if (project != NULL)
    check_comes_back (project);
  else
    fuzz_check_error (error);
  fuzz_empty (in);
  return 0;
}
