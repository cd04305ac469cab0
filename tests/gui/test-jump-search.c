/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The search that jumps: what it finds, and what comes first. */
#include "gp-jump-search.h"

#include <check.h>
#include <stdlib.h>
#include <string.h>

static void
add_school (GpProject *project, const char *code, const char *name, guint32 board, guint32 region)
{
  gp_project_add_school (project, &(GpSchool){.code = code,
                                              .name = name,
                                              .board = board,
                                              .region = region,
                                              .pupils = 100,
                                              .started = GP_YEAR_NONE,
                                              .programme = GP_PROGRAMME_NONE,
                                              .requirements = {-1, -1, -1, -1}});
}

/* Two boards, in Noord and Zuid, with schools that share their names. */
static GpProject *
project_by_hand (void)
{
  GpProject *project = gp_project_new (NULL, NULL);
  GError *error = NULL;

  gp_project_set_frame (project, "Proef", 2026, 2029, 2028);
  gp_project_add_region (project, &(GpRegion){.code = "noord", .name = "Noord"});
  gp_project_add_region (project, &(GpRegion){.code = "zuid", .name = "Zuid"});
  gp_project_add_sector (project, &(GpSector){.code = "po", .name = "po", .support_years = 2});
  gp_project_add_board (project, &(GpBoard){.code = "B1",
                                            .name = "Stichting De Vijver",
                                            .partner_since = GP_YEAR_NONE,
                                            .max_verandercoaches = -1});
  gp_project_add_board (project, &(GpBoard){.code = "B2",
                                            .name = "Vereniging Coöperatie",
                                            .home_region = 1,
                                            .partner_since = 2024,
                                            .max_verandercoaches = -1});
  add_school (project, "01AA", "Basisschool De Vijver", 1, 1);
  add_school (project, "01AB", "De Vijver", 0, 0);
  add_school (project, "01AC", "De Vijverberg", 0, 0);
  add_school (project, "01AD", "Zevijver", 0, 1);
  add_school (project, "01AE", "De École", 1, 1);
  add_school (project, "02VIJVER", "Het Anker", 0, 0);
  gp_project_add_expert_coach (project, &(GpExpertCoach){.code = "E1",
                                                         .name = "Coach van Verzinsel",
                                                         .from_year = GP_YEAR_NONE,
                                                         .to_year = GP_YEAR_NONE});
  gp_project_add_verandercoach (project, &(GpVerandercoach){.code = "V1",
                                                            .name = "Iemand Verzonnen",
                                                            .board = 1,
                                                            .trained_year = 2024,
                                                            .to_year = GP_YEAR_NONE});
  ck_assert_msg (gp_project_finish (project, &error), "%s", error != NULL ? error->message : "");
  return project;
}

/* The codes of what is found, in order, with commas. */
static char *
codes (const GpProject *project, const char *text, guint most, guint *n_all)
{
  g_autoptr (GArray) found = gp_jump_search (project, text, most, n_all);
  g_autoptr (GString) all = g_string_new (NULL);

  for (guint i = 0; i < found->len; i++)
    g_string_append_printf (all, "%s%s", i > 0 ? "," : "",
                            gp_jump_code (project, &g_array_index (found, GpJumpFound, i)));
  return g_strdup (all->str);
}

START_TEST (test_best_first)
{
  static const struct {
    const char *text, *expected;
  } cases[] = {
      /* is it, begins with it, each word begins one of the name, is in it */
      {"de vijver", "01AB,01AC,B1,01AA,02VIJVER,01AD"},
      {"  DE\tVijver ", "01AB,01AC,B1,01AA,02VIJVER,01AD"},
      {"vijver", "B1,01AA,01AB,01AC,02VIJVER,01AD"},
      {"01ab", "01AB"},
      {"01", "01AA,01AE,01AB,01AC,01AD"}, /* codes that begin with it, by name */
      {"ecole", "01AE"},                  /* accents are left out on both sides */
      {"école", "01AE"},
      {"cooperatie", "B2"},
      {"verz", "E1,V1"},
      {"vijver zuid", "01AA,01AD"}, /* where it is tells schools of one name apart */
      {"anker stichting", "02VIJVER"},
      {"zuid", ""}, /* but a place alone is no name */
      {"xyz", ""},
      {"", ""},
      {" \t ", ""},
  };
  g_autoptr (GpProject) project = project_by_hand ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *found = codes (project, cases[i].text, 30, NULL);

    ck_assert_msg (g_str_equal (found, cases[i].expected), "“%s”: %s", cases[i].text, found);
  }
}
END_TEST

/* The best of all are kept, whichever comes first in the project. */
START_TEST (test_most)
{
  g_autoptr (GpProject) project = project_by_hand ();
  guint n_all = 0;
  g_autofree char *found = codes (project, "vijver", 2, &n_all);

  ck_assert_str_eq (found, "B1,01AA");
  ck_assert_uint_eq (n_all, 6);
}
END_TEST

START_TEST (test_place)
{
  g_autoptr (GpProject) project = project_by_hand ();
  g_autofree char *school = gp_jump_place (project, &(GpJumpFound){GP_JUMP_SCHOOL, 3, 0, NULL});
  g_autofree char *board = gp_jump_place (project, &(GpJumpFound){GP_JUMP_BOARD, 1, 0, NULL});
  g_autofree char *expert = gp_jump_place (project, &(GpJumpFound){GP_JUMP_EXPERT, 0, 0, NULL});
  g_autofree char *coach =
      gp_jump_place (project, &(GpJumpFound){GP_JUMP_VERANDERCOACH, 0, 0, NULL});

  ck_assert_str_eq (school, "Stichting De Vijver · Zuid");
  ck_assert_str_eq (board, "Zuid");
  ck_assert_str_eq (expert, "Noord");
  ck_assert_str_eq (coach, "Vereniging Coöperatie · Zuid");
}
END_TEST

START_TEST (test_fold)
{
  static const char *const cases[][2] = {{"Één", "een"},
                                         {"COÖPERATIE", "cooperatie"},
                                         {"Škoda", "skoda"},
                                         {"ascii", "ascii"},
                                         {"", ""}};

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *folded = gp_jump_fold (cases[i][0]);

    ck_assert_str_eq (folded, cases[i][1]);
  }
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("jump search");
  TCase *found = tcase_create ("found");
  SRunner *runner;
  int failed;

  tcase_add_test (found, test_best_first);
  tcase_add_test (found, test_most);
  tcase_add_test (found, test_place);
  tcase_add_test (found, test_fold);
  suite_add_tcase (suite, found);
  runner = srunner_create (suite);
  srunner_run_all (runner, CK_NORMAL);
  failed = srunner_ntests_failed (runner);
  srunner_free (runner);
  return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
