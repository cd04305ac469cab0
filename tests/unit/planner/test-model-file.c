/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The linear program as a file: other solvers reach the plan's relaxed values with it, its names
 * are good ones, and nothing is written where something is wrong. */
#include "gp-random-project.h"
#include "gp-test.h"

#include <groeiplan/gp-parameter.h>
#include <groeiplan/gp-planner.h>

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static char *folder;

static void
set_up (void)
{
  folder = g_dir_make_tmp ("model-XXXXXX", NULL);
}

/* Also after a test that failed. */
static void
tear_down (void)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  while ((name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = g_build_filename (folder, name, NULL);
    g_remove (path);
  }
  g_rmdir (folder);
  g_free (folder);
}

static char *
inside (const char *name)
{
  return g_build_filename (folder, name, NULL);
}

static guint
n_files (void)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;
  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static GpProject *
example (guint32 seed)
{
  return gp_random_project (seed, 3 + seed % 3, 3, seed % 2 != 0 ? GP_RANDOM_PINS : 0);
}

/* ---- other solvers ---------------------------------------------------------------- */

/* What stands after the last prefix in text (at the start of a line), as a number. */
static double
number_after (const char *text, const char *prefix)
{
  double found = NAN;
  for (const char *line = text; line != NULL && *line != '\0';) {
    if (g_str_has_prefix (line, prefix))
      found = g_ascii_strtod (line + strlen (prefix), NULL);
    line = strchr (line, '\n');
    line = line != NULL ? line + 1 : NULL;
  }
  return found;
}

/* glpsol writes its answer to a file: "s bas ROWS COLS f f VALUE". */
static double
ask_glpsol (const char *program, const char *path, GpModelFormat format)
{
  g_autofree char *answer = inside ("answer"), *text = NULL;
  const char *kind = format == GP_MODEL_MPS ? "--freemps" : "--lp";
  const char *words[] = {program, kind, path, "-w", answer, NULL};
  g_auto (GStrv) fields = NULL;
  int status;
  ck_assert (g_spawn_sync (NULL, (char **)words, NULL,
                           G_SPAWN_STDOUT_TO_DEV_NULL | G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL,
                           NULL, NULL, &status, NULL));
  ck_assert_int_eq (status, 0);
  ck_assert (g_file_get_contents (answer, &text, NULL, NULL));
  g_unlink (answer);
  const char *line = strstr (text, "\ns bas ");
  ck_assert_ptr_nonnull (line);
  fields = g_strsplit (line + 1, " ", 8);
  ck_assert_str_eq (fields[4], "f");
  ck_assert_str_eq (fields[5], "f");
  return g_ascii_strtod (fields[6], NULL);
}

static double
run_clp (const char *program, const char *path, const char *tolerance)
{
  const char *words[] = {program, path, "-primalTolerance", tolerance, "-primalsimplex", NULL};
  g_autofree char *out = NULL;
  int status;
  ck_assert (g_spawn_sync (NULL, (char **)words, NULL, G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, &out,
                           NULL, &status, NULL));
  ck_assert_int_eq (status, 0);
  double value = number_after (out, "Optimal objective ");
  return isnan (value) ? number_after (out, "Optimal - objective value ") : value;
}

/* As tight as it goes: held values have as many digits as GLPK writes, and a tighter tolerance than
 * that leaves no plan. */
static double
ask_clp (const char *program, const char *path, GpModelFormat format)
{
  static const char *const tolerances[] = {"1e-9", "1e-8", "1e-7", "1e-6"};
  double value = NAN;
  (void)format; /* by the end of its name */
  for (guint i = 0; i < G_N_ELEMENTS (tolerances) && isnan (value); i++)
    value = run_clp (program, path, tolerances[i]);
  return value;
}

typedef double (*Solver) (const char *program, const char *path, GpModelFormat format);

static void
check_priority (const GpProject *project, guint32 scenario, const GpPlanPriority *priority,
                GpModelFormat format, const char *program, Solver ask)
{
  g_autofree char *path = inside (format == GP_MODEL_MPS ? "model.mps" : "model.lp");
  g_autoptr (GError) error = NULL;
  double wanted = priority->id == GP_PRIORITY_REACH ? -priority->relaxed : priority->relaxed;
  double found;
  ck_assert_msg (
      gp_planner_write_model (project, scenario, priority->id, format, path, NULL, &error), "%s",
      error != NULL ? error->message : "");
  found = ask (program, path, format);
  ck_assert_msg (fabs (found - wanted) <= 1e-6 * (1 + fabs (wanted)),
                 "scenario %u %s: %s says %.12g, the plan %.12g", scenario,
                 gp_priority_name (priority->id), program, found, wanted);
  g_unlink (path);
}

static void
check_solver (const char *name, Solver ask, guint32 seed, GpModelFormat format)
{
  g_autofree char *program = g_find_program_in_path (name);
  if (program == NULL) {
    g_print ("not run: no %s\n", name);
    return;
  }
  g_autoptr (GpProject) project = example (seed);
  for (guint32 scenario = 0; scenario < 2; scenario++) {
    g_autoptr (GpPlan) plan = gp_planner_plan (project, scenario, NULL, NULL, NULL);
    ck_assert_int_le (plan->status, GP_PLAN_FEASIBLE);
    ck_assert_uint_ge (plan->n_priorities, 4);
    for (guint i = 0; i < plan->n_priorities; i++)
      check_priority (project, scenario, &plan->priorities[i], format, program, ask);
  }
}

START_TEST (glpsol_agrees)
{
  check_solver ("glpsol", ask_glpsol, (guint32)_i, GP_MODEL_MPS);
  check_solver ("glpsol", ask_glpsol, (guint32)_i, GP_MODEL_LP);
}
END_TEST

START_TEST (clp_agrees)
{
  check_solver ("clp", ask_clp, (guint32)_i, GP_MODEL_MPS);
  check_solver ("clp", ask_clp, (guint32)_i, GP_MODEL_LP);
}
END_TEST

/* ---- what is in the file ---------------------------------------------------------- */

static char *
written (const GpProject *project, GpPriorityId priority, GpModelFormat format)
{
  g_autofree char *path = inside ("a");
  char *text = NULL;
  ck_assert (gp_planner_write_model (project, 0, priority, format, path, NULL, NULL));
  ck_assert (g_file_get_contents (path, &text, NULL, NULL));
  ck_assert_uint_eq (n_files (), 1);
  g_unlink (path);
  return text;
}

/* Every line of ROWS has two words, of COLUMNS three or five; a row name stands once, a column's
 * lines together. */
static void
check_names (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autoptr (GHashTable) rows = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) cols = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) kept = g_ptr_array_new_with_free_func ((GDestroyNotify)g_strfreev);
  const char *section = "", *col = "";
  for (guint i = 0; lines[i] != NULL && !g_str_has_prefix (lines[i], "RHS"); i++) {
    if (lines[i][0] != ' ') {
      section = lines[i];
      continue;
    }
    g_strdelimit (g_strstrip (lines[i]), "\t", ' ');
    while (strstr (lines[i], "  ") != NULL)
      memmove (strstr (lines[i], "  "), strstr (lines[i], "  ") + 1,
               strlen (strstr (lines[i], "  ")));
    char **words = g_strsplit (lines[i], " ", -1);
    g_ptr_array_add (kept, words);
    if (g_str_equal (section, "ROWS")) {
      ck_assert_uint_eq (g_strv_length (words), 2);
      ck_assert_msg (g_hash_table_add (rows, words[1]), "row %s twice", words[1]);
    } else if (g_str_equal (section, "COLUMNS")) {
      ck_assert_uint_eq (g_strv_length (words) % 2, 1);
      for (guint w = 1; words[w] != NULL; w += 2)
        ck_assert_msg (g_hash_table_contains (rows, words[w]), "no row %s", words[w]);
      if (!g_str_equal (words[0], col))
        ck_assert_msg (g_hash_table_add (cols, words[0]), "column %s twice", words[0]);
      col = words[0];
    }
  }
  ck_assert_uint_gt (g_hash_table_size (rows), 20);
  ck_assert_uint_gt (g_hash_table_size (cols), 20);
}

START_TEST (names_are_unique_and_whole)
{
  g_autoptr (GpProject) plain = example ((guint32)_i);
  g_autoptr (GpProject) wild = gp_random_project ((guint32)_i, 4, 3, GP_RANDOM_WILD);
  g_autofree char *a = written (plain, GP_PRIORITY_COST, GP_MODEL_MPS);
  g_autofree char *b = written (wild, GP_PRIORITY_COST, GP_MODEL_MPS);

  check_names (a);
  check_names (b);
  ck_assert_ptr_nonnull (strstr (a, "held_overload"));
  ck_assert_ptr_nonnull (strstr (a, "held_reach"));
  ck_assert_ptr_null (strstr (a, "held_cost"));
}
END_TEST

START_TEST (bytes_are_the_same_twice)
{
  g_autoptr (GpProject) project = example (5);
  for (guint format = GP_MODEL_MPS; format <= GP_MODEL_LP; format++) {
    g_autofree char *a = written (project, GP_PRIORITY_REACH, (GpModelFormat)format);
    g_autofree char *b = written (project, GP_PRIORITY_REACH, (GpModelFormat)format);
    ck_assert_str_eq (a, b);
  }
}
END_TEST

/* ---- nothing on error ------------------------------------------------------------- */

static void
check_refused (const char *path, GpPriorityId priority, GCancellable *cancellable, GpError code)
{
  g_autoptr (GpProject) project = example (2);
  for (guint format = GP_MODEL_MPS; format <= GP_MODEL_LP; format++) {
    g_autoptr (GError) error = NULL;
    ck_assert (!gp_planner_write_model (project, priority == GP_PRIORITY_CHANGE ? 1 : 0, priority,
                                        (GpModelFormat)format, path, cancellable, &error));
    ck_assert (g_error_matches (error, GP_ERROR, (gint)code));
    ck_assert_uint_gt (strlen (error->message), 10);
  }
}

START_TEST (missing_folder)
{
  g_autofree char *path = g_build_filename (folder, "absent", "a.mps", NULL);
  check_refused (path, GP_PRIORITY_COST, NULL, GP_ERROR_FILE);
  ck_assert_uint_eq (n_files (), 0);
}
END_TEST

/* A pipe in a folder of our own stands for all that is no plain file: were it replaced, no device
 * of the machine would be. */
START_TEST (no_plain_file)
{
  g_autofree char *path = inside ("a.mps");
  GStatBuf after;
  ck_assert_int_eq (mkfifo (path, 0600), 0);
  check_refused (path, GP_PRIORITY_COST, NULL, GP_ERROR_FILE);
  ck_assert_int_eq (g_stat (path, &after), 0);
  ck_assert (S_ISFIFO (after.st_mode));
  ck_assert_uint_eq (n_files (), 1);
  g_unlink (path);
}
END_TEST

/* A link to a device: the link is refused, and stays. */
START_TEST (link_to_a_device)
{
  g_autofree char *path = inside ("a.mps"), *target = NULL;
  ck_assert_int_eq (symlink ("/dev/null", path), 0);
  check_refused (path, GP_PRIORITY_COST, NULL, GP_ERROR_FILE);
  target = g_file_read_link (path, NULL);
  ck_assert_str_eq (target, "/dev/null");
  g_unlink (path);
}
END_TEST

START_TEST (folder_in_its_place)
{
  g_autofree char *path = inside ("a.mps");
  ck_assert_int_eq (g_mkdir (path, 0700), 0);
  check_refused (path, GP_PRIORITY_COST, NULL, GP_ERROR_FILE);
  ck_assert_uint_eq (n_files (), 1);
  ck_assert_int_eq (g_rmdir (path), 0);
}
END_TEST

START_TEST (not_a_priority_of_the_scenario)
{
  g_autofree char *path = inside ("a.mps");
  check_refused (path, GP_PRIORITY_CHANGE, NULL, GP_ERROR_DATA); /* scenario 1 has none */
  ck_assert_uint_eq (n_files (), 0);
}
END_TEST

START_TEST (cancelled)
{
  static const GpPriorityId all[] = {GP_PRIORITY_OVERLOAD, GP_PRIORITY_REACH, GP_PRIORITY_COST};
  g_autofree char *path = inside ("a.mps");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_cancellable_cancel (cancellable);
  check_refused (path, all[_i], cancellable, GP_ERROR_CANCELLED);
  ck_assert_uint_eq (n_files (), 0);
}
END_TEST

/* What was there stays, when writing failed. */
START_TEST (old_file_stays)
{
  g_autofree char *path = inside ("a.mps"), *text = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_cancellable_cancel (cancellable);
  ck_assert (g_file_set_contents (path, "old", -1, NULL));
  check_refused (path, GP_PRIORITY_COST, cancellable, GP_ERROR_CANCELLED);
  ck_assert (g_file_get_contents (path, &text, NULL, NULL));
  ck_assert_str_eq (text, "old");
  g_unlink (path);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("planner model file");
  TCase *tcase = tcase_create ("model file");

  tcase_set_timeout (tcase, 0);
  tcase_add_checked_fixture (tcase, set_up, tear_down);
  tcase_add_loop_test (tcase, glpsol_agrees, 0, 4);
  tcase_add_loop_test (tcase, clp_agrees, 0, 4);
  tcase_add_loop_test (tcase, names_are_unique_and_whole, 0, 3);
  tcase_add_test (tcase, bytes_are_the_same_twice);
  tcase_add_test (tcase, missing_folder);
  tcase_add_test (tcase, no_plain_file);
  tcase_add_test (tcase, link_to_a_device);
  tcase_add_test (tcase, folder_in_its_place);
  tcase_add_test (tcase, not_a_priority_of_the_scenario);
  tcase_add_loop_test (tcase, cancelled, 0, 3);
  tcase_add_test (tcase, old_file_stays);
  suite_add_tcase (suite, tcase);
  return gp_test_run (suite);
}
