/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The starter data is an exchange folder like any other: the program reads it without a word, and
 * writes it out again as it stands in the repository, byte for byte. */
#include <check.h>
#include <glib/gstdio.h>
#include <groeiplan/gp-exchange.h>
#include <groeiplan/gp-parameter.h>
#include <groeiplan/gp-table.h>

static GpProject *
read_starter (void)
{
  g_autoptr (GpProblems) problems = gp_problems_new ();
  g_autoptr (GError) error = NULL;
  GpProject *project = gp_exchange_read (GP_STARTER_DIR, problems, NULL, &error);
  for (guint i = 0; i < gp_problems_n_errors (problems); i++)
    g_printerr ("%s\n", gp_problems_error (problems, i));
  for (guint i = 0; i < gp_problems_n_notes (problems); i++)
    g_printerr ("%s\n", gp_problems_note (problems, i));
  ck_assert_msg (project != NULL, "%s", error != NULL ? error->message : "no error");
  ck_assert_uint_eq (gp_problems_n_total (problems), 0);
  ck_assert_uint_eq (gp_problems_n_notes (problems), 0);
  return project;
}

START_TEST (test_reads)
{
  g_autoptr (GpProject) project = read_starter ();
  ck_assert_uint_eq (project->n_boards, 1100);
  ck_assert_uint_eq (project->n_schools, 8500);
  ck_assert_uint_eq (project->n_verandercoaches, 103);
  ck_assert_uint_eq (project->n_expert_coaches, 40);
  ck_assert_int_eq (project->plan_from, 2026);
  ck_assert_int_eq (project->goal_year, 2031);
  ck_assert_int_eq (project->last_year, 2033);
}
END_TEST

START_TEST (test_eligible_and_ready)
{
  g_autoptr (GpProject) project = read_starter ();
  guint eligible = 0, ready = 0;
  for (guint i = 0; i < project->n_schools; i++) {
    eligible += gp_school_is_eligible (&project->schools[i]);
    ready +=
        gp_school_is_eligible (&project->schools[i]) && gp_school_is_ready (&project->schools[i]);
  }
  ck_assert_uint_eq (ready, 212);
  ck_assert_uint_gt (eligible, 2650); /* enough for the goal: 4,250 - 1,600 */
}
END_TEST

/* No value that a plan uses comes from the program's own defaults: all stand in the data, where a
 * person sees what is assumed. */
static gboolean
is_given (const GpProject *project, guint32 scenario, GpParam param, const char *scope, GpYear year)
{
  GpDecimal value;
  guint32 row = GP_NONE;
  return gp_param_lookup (project, scenario, param, scope, year, &value, &row) && row != GP_NONE;
}

static const char *const *
scopes_of (GpScopeKind kind)
{
  static const char *const none[] = {"", NULL};
  static const char *const sectors[] = {"vo", "mbo", NULL}; /* po has no least share */
  static const char *const support[] = {"po:1", "vo:1", "vo:2", "mbo:1", "mbo:2", NULL};
  static const char *const programmes[] = {"groeikracht", "regular", NULL};
  static const char *const needs[] = {"high", "other", NULL};
  switch (kind) {
  case GP_SCOPE_SECTOR:
    return sectors;
  case GP_SCOPE_SECTOR_SUPPORT:
    return support;
  case GP_SCOPE_PROGRAMME:
    return programmes;
  case GP_SCOPE_NEED:
    return needs;
  case GP_SCOPE_NONE:
  default:
    return none;
  }
}

START_TEST (test_every_parameter_is_given)
{
  g_autoptr (GpProject) project = read_starter ();
  for (guint32 scenario = 0; scenario < project->n_scenarios; scenario++) {
    for (int param = 0; param < GP_N_PARAMS; param++) {
      const GpParamInfo *info = gp_param_info ((GpParam)param);
      for (const char *const *scope = scopes_of (info->scope); *scope != NULL; scope++) {
        for (GpYear year = project->plan_from; year <= project->last_year; year++)
          ck_assert_msg (is_given (project, scenario, (GpParam)param, *scope, year), "%s %s %s %d",
                         project->scenarios[scenario].code, info->name, *scope, year);
      }
    }
  }
}
END_TEST

static void
assert_same_file (const char *folder, const char *name)
{
  g_autofree char *ours = g_build_filename (GP_STARTER_DIR, name, NULL);
  g_autofree char *theirs = g_build_filename (folder, name, NULL);
  g_autofree char *a = NULL, *b = NULL;
  gsize a_size, b_size;
  ck_assert_msg (g_file_get_contents (ours, &a, &a_size, NULL), "%s", ours);
  ck_assert_msg (g_file_get_contents (theirs, &b, &b_size, NULL), "%s", theirs);
  ck_assert_msg (a_size == b_size && memcmp (a, b, a_size) == 0, "%s differs", name);
  g_remove (theirs);
}

START_TEST (test_written_out_is_the_same)
{
  g_autoptr (GpProject) project = read_starter ();
  g_autofree char *folder = g_dir_make_tmp ("groeiplan-starter-XXXXXX", NULL);
  g_autoptr (GError) error = NULL;
  ck_assert_msg (gp_exchange_write (project, folder, NULL, &error), "%s",
                 error != NULL ? error->message : "no error");
  assert_same_file (folder, "project.csv");
  for (int table = 0; table < GP_N_TABLES; table++)
    assert_same_file (folder, gp_table ((GpTableId)table)->file);
  ck_assert_int_eq (g_rmdir (folder), 0); /* and nothing else was written */
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("starter");
  TCase *tests = tcase_create ("exchange");
  tcase_add_test (tests, test_reads);
  tcase_add_test (tests, test_eligible_and_ready);
  tcase_add_test (tests, test_every_parameter_is_given);
  tcase_add_test (tests, test_written_out_is_the_same);
  suite_add_tcase (suite, tests);
  SRunner *runner = srunner_create (suite);
  srunner_run_all (runner, CK_NORMAL);
  int failed = srunner_ntests_failed (runner);
  srunner_free (runner);
  return failed == 0 ? 0 : 1;
}
