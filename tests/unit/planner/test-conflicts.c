/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pins that contradict each other or a rule: the plan's status, the sentences, and that doing what
 * they say makes the project plannable. */
#include "gp-random-project.h"
#include "gp-test.h"
#include "property-model.h"

#include <groeiplan/gp-audit.h>

#include <math.h>
#include <stdio.h>
#include <string.h>

#define MAX_PINS 8

/* Boards: "partner" is one and has four po schools, one of them ready; "small" has two po schools
 * and can be none (three are asked); "large" and "other" have five po schools each and may become
 * one; "mbo" has two mbo schools. No school has high need. Years 2026, 2027, 2028. */
typedef struct {
  const char *what;
  const char *pins[MAX_PINS];  /* kind board sector programme year min max */
  const char *parameters[4];   /* name scope value */
  const char *named[MAX_PINS]; /* pins that a sentence may name; all of them when strict */
  const char *says;            /* what a sentence holds */
  gboolean strict;
} Conflict;

static const Conflict conflicts[] = {
    {"more starts than schools", {"start small po regular 2026 5 "}, {0}, {"1"}, "at most 2", TRUE},
    {"more starts than schools, in two years",
     {"start small po regular 2026 2 ", "start small po regular 2027 2 "},
     {0},
     {"1", "2"},
     "at most 0",
     FALSE},
    {"an innocent pin beside",
     {"start large po regular 2026 1 ", "start small po regular 2026 3 ",
      "training partner   2027 1 1"},
     {0},
     {"2"},
     "Small",
     TRUE},
    {"a partner year for one that is",
     {"partner partner   2027 1 "},
     {0},
     {"1"},
     "at most 0",
     TRUE},
    {"a partner year for one that cannot be",
     {"partner small   2027 1 "},
     {0},
     {"1"},
     "“Small” a partner in 2027-2028",
     TRUE},
    {"two partner years",
     {"partner large   2026 1 ", "partner large   2027 1 "},
     {0},
     {"1", "2"},
     "Large",
     FALSE},
    {"more partners than the cap",
     {"partner large   2026 1 ", "partner other   2026 1 "},
     {"partner_cap  1"},
     {"1", "2"},
     "at most 0",
     FALSE},
    {"trainings over the cap", {"training partner   2027 3 "}, {0}, {"1"}, "at most 2", TRUE},
    {"trainings over the cap together",
     {"training partner   2027 2 ", "partner large   2026 1 ", "training large   2027 1 "},
     {0},
     {"1", "3"},
     "verandercoaches trained at",
     FALSE},
    {"trainings at one that cannot be a partner",
     {"training small   2027 1 "},
     {0},
     {"1"},
     "verandercoaches trained at “Small” in 2027-2028",
     TRUE},
    {"trainings at a board kept from being a partner",
     {"training large   2026 1 ", "partner large   2026  0"},
     {0},
     {"1", "2"},
     "Large",
     FALSE},
    {"trainings over the pool",
     {"training partner   2026 2 "},
     {"candidates_per_school  0"},
     {"1"},
     "at most 0",
     TRUE},
    {"more starts than the cohort",
     {"start large po regular 2026 3 "},
     {"cohort_target regular 1"},
     {"1"},
     "at most 1",
     TRUE},
    {"more starts than interest",
     {"start large po regular 2026 3 ", "start other po regular 2026 3 "},
     {"interest_cap  4"},
     {"1", "2"},
     "at most 1",
     FALSE},
    {"not ready",
     {"start partner po regular 2026 2 "},
     {"require_ready  1"},
     {"1"},
     "at most 1",
     TRUE},
    {"more starts than schools in mbo",
     {"start mbo mbo regular 2026 3 "},
     {0},
     {"1"},
     "at most 2",
     TRUE},
    {"nobody of high need",
     {"start large po regular 2026 1 "},
     {"equity_min_share  0.5"},
     {"1"},
     "at most 0",
     TRUE},
    {"a sector's share that others keep away",
     {"start large po regular 2026 2 ", "start mbo mbo regular 2026  0"},
     {"sector_min_share mbo 0.5"},
     {"1", "2"},
     "regular) in 2026-2027",
     FALSE},
};

/* ---- the project ------------------------------------------------------------------ */

static void
add_board (GpProject *project, const char *code, const char *name, GpYear since)
{
  GpBoard board = {.code = code, .name = name, .partner_since = since, .max_verandercoaches = -1};
  ck_assert (gp_project_add_board (project, &board));
}

static void
add_schools (GpProject *project, guint32 board, guint32 sector, guint n)
{
  for (guint i = 0; i < n; i++) {
    g_autofree char *code = g_strdup_printf ("s%u-%u", board, i);
    GpSchool school = {.code = code,
                       .name = code,
                       .board = board,
                       .sector = sector,
                       .pupils = 200,
                       .started = GP_YEAR_NONE,
                       .programme = GP_PROGRAMME_NONE,
                       .intake = i == 0 ? GP_INTAKE_READY : GP_INTAKE_NONE};
    ck_assert (gp_project_add_school (project, &school));
  }
}

static void
add_frame (GpProject *project)
{
  GpRegion region = {"r", "Region"};
  GpSector po = {"po", "Primary", 1, TRUE}, mbo = {"mbo", "Vocational", 1, FALSE};
  GpScenario scenario = {"base", "Base", "", GP_NONE};
  GpExpertCoach expert = {.code = "e", .name = "Expert", .days_per_year = {500, 0}};
  gp_project_set_frame (project, "Conflicts", 2026, 2028, GP_YEAR_NONE);
  gp_project_add_region (project, &region);
  gp_project_add_sector (project, &po);
  gp_project_add_sector (project, &mbo);
  add_board (project, "partner", "Partner", 2020);
  add_board (project, "small", "Small", GP_YEAR_NONE);
  add_board (project, "large", "Large", GP_YEAR_NONE);
  add_board (project, "other", "Other", GP_YEAR_NONE);
  add_board (project, "mbo", "Vocation", GP_YEAR_NONE);
  add_schools (project, 0, 0, 4);
  add_schools (project, 1, 0, 2);
  add_schools (project, 2, 0, 5);
  add_schools (project, 3, 0, 5);
  add_schools (project, 4, 1, 2);
  gp_project_add_expert_coach (project, &expert);
  gp_project_add_scenario (project, &scenario);
}

static void
add_parameter (GpProject *project, const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", 3);
  GpParameterValue row = {.parameter = words[0],
                          .scope = words[1],
                          .year = GP_YEAR_NONE,
                          .source = "assumption",
                          .note = ""};
  ck_assert (gp_decimal_parse (words[2], &row.value));
  ck_assert_msg (gp_project_add_parameter (project, &row), "%s", text);
}

static void
add_parameters (GpProject *project, const Conflict *conflict)
{
  static const char *const usual[] = {"support_days po:1 10",
                                      "support_days mbo:1 10",
                                      "expert_days  100",
                                      "verandercoach_days  20",
                                      "cohort_target groeikracht 9",
                                      "cohort_target regular 9",
                                      "partner_min_schools  3",
                                      "training_cap  2",
                                      "handover_share  0.5",
                                      "verandercoaches_per_school  2",
                                      "candidates_per_school  2",
                                      "expert_cap  9"};
  for (guint i = 0; i < G_N_ELEMENTS (conflict->parameters) && conflict->parameters[i] != NULL; i++)
    add_parameter (project, conflict->parameters[i]);
  for (guint i = 0; i < G_N_ELEMENTS (usual); i++) {
    gboolean changed = FALSE;
    gsize key = (gsize)(strrchr (usual[i], ' ') - usual[i]);
    for (guint k = 0; k < G_N_ELEMENTS (conflict->parameters); k++)
      changed = changed || (conflict->parameters[k] != NULL &&
                            strncmp (conflict->parameters[k], usual[i], key + 1) == 0);
    if (!changed)
      add_parameter (project, usual[i]);
  }
}

/* What a pin gives: removed, or its min and max moved by as much as its sentence says. */
typedef struct {
  gboolean remove[MAX_PINS];
  int min[MAX_PINS], max[MAX_PINS]; /* INT_MIN: as it is */
} Change;

static void
add_pin (GpProject *project, const char *text, int min, int max)
{
  g_auto (GStrv) words = g_strsplit (text, " ", 7);
  GpPin pin = {.board = gp_project_find (project, GP_TABLE_BOARDS, words[1]),
               .sector = GP_NONE,
               .programme = GP_PROGRAMME_NONE,
               .year = (GpYear)atoi (words[4]),
               .min = *words[5] != '\0' ? atoi (words[5]) : -1,
               .max = *words[6] != '\0' ? atoi (words[6]) : -1,
               .reason = ""};
  ck_assert (gp_pin_kind_parse (words[0], &pin.kind));
  if (*words[2] != '\0') {
    pin.sector = gp_project_find (project, GP_TABLE_SECTORS, words[2]);
    ck_assert (gp_programme_parse (words[3], &pin.programme));
  }
  pin.min = min != G_MININT ? min : pin.min;
  pin.max = max != G_MININT ? max : pin.max;
  ck_assert_msg (gp_project_add_pin (project, &pin), "%s", text);
}

static void
on_problem (GpTableId table, guint32 row, const char *column, const char *message, gpointer data)
{
  (void)data;
  ck_abort_msg ("table %d row %u %s: %s", table, row, column, message);
}

static GpProject *
make (const Conflict *conflict, const Change *change)
{
  GpProject *project = gp_project_new (on_problem, NULL);
  g_autoptr (GError) error = NULL;
  add_frame (project);
  add_parameters (project, conflict);
  for (guint i = 0; i < MAX_PINS && conflict->pins[i] != NULL; i++)
    if (change == NULL || !change->remove[i])
      add_pin (project, conflict->pins[i], change != NULL ? change->min[i] : G_MININT,
               change != NULL ? change->max[i] : G_MININT);
  ck_assert_msg (gp_project_finish (project, &error), "%s", error != NULL ? error->message : "");
  return project;
}

/* ---- checks ----------------------------------------------------------------------- */

static GpPlan *
plan (const GpProject *project, const char *what)
{
  g_autoptr (GError) error = NULL;
  GpPlan *made = gp_planner_plan (project, 0, NULL, NULL, &error);
  ck_assert_msg (made != NULL, "%s: %s", what, error != NULL ? error->message : "");
  return made;
}

static void
check_plannable (const Conflict *conflict, const Change *change, const char *how)
{
  g_autoptr (GpProject) project = make (conflict, change);
  g_autoptr (GpPlan) made = plan (project, conflict->what);
  ck_assert_msg (made->status <= GP_PLAN_FEASIBLE && made->has_whole, "%s, %s: %s", conflict->what,
                 how, made->n_conflicts > 0 ? made->conflicts[0] : "no whole plan");
  g_autoptr (GpAudit) audit = gp_audit_plan (project, made, NULL, NULL);
  ck_assert_msg (audit->passed, "%s, %s", conflict->what, how);
}

static void
forget (Change *change)
{
  for (guint i = 0; i < MAX_PINS; i++) {
    change->remove[i] = FALSE;
    change->min[i] = change->max[i] = G_MININT;
  }
}

/* The pin that a sentence is about (from 0), and how far it says that pin can go. */
static guint
read_sentence (const char *sentence, gboolean *is_min, double *possible)
{
  guint pin = 0;
  ck_assert_msg (sscanf (sentence, "Pin %u ", &pin) == 1, "%s", sentence);
  *is_min = strstr (sentence, "asks at least") != NULL;
  ck_assert (*is_min || strstr (sentence, "allows at most") != NULL);
  const char *number = strstr (sentence, *is_min ? "rules at most " : "rules at least ");
  ck_assert_msg (number != NULL, "%s", sentence);
  *possible =
      g_ascii_strtod (number + strlen (*is_min ? "rules at most " : "rules at least "), NULL);
  return pin - 1;
}

static gboolean
may_name (const Conflict *conflict, guint pin)
{
  for (guint i = 0; i < MAX_PINS && conflict->named[i] != NULL; i++)
    if ((guint)atoi (conflict->named[i]) == pin + 1)
      return TRUE;
  return FALSE;
}

START_TEST (conflicts_are_named)
{
  const Conflict *conflict = &conflicts[_i];
  g_autoptr (GpProject) project = make (conflict, NULL);
  g_autoptr (GpPlan) made = plan (project, conflict->what);
  g_autofree double *values = g_new0 (double, GP_N_PRIORITIES);
  gboolean said = FALSE;
  Change removed, given;

  forget (&removed);
  forget (&given);
  ck_assert_int_eq (property_model_solve (project, 0, values), PROPERTY_INFEASIBLE);
  ck_assert_msg (made->status == GP_PLAN_CONFLICT, "%s: %s", conflict->what,
                 gp_plan_status_name (made->status));
  ck_assert (!made->has_whole);
  ck_assert_uint_gt (made->n_conflicts, 0);
  for (guint i = 0; i < made->n_conflicts; i++) {
    gboolean is_min;
    double possible;
    guint pin;
    if (g_str_has_prefix (made->conflicts[i], "Pins ")) /* about the set as a whole */
      continue;
    pin = read_sentence (made->conflicts[i], &is_min, &possible);
    ck_assert_msg (possible >= 0, "%s", made->conflicts[i]);
    ck_assert_msg (may_name (conflict, pin), "%s: %s", conflict->what, made->conflicts[i]);
    said = said || strstr (made->conflicts[i], conflict->says) != NULL;
    removed.remove[pin] = TRUE;
    *(is_min ? &given.min[pin] : &given.max[pin]) =
        (int)(is_min ? floor (possible + 1e-6) : ceil (possible - 1e-6));
  }
  ck_assert_msg (said, "%s: %s", conflict->what, made->conflicts[0]);
  if (conflict->strict)
    for (guint i = 0; i < MAX_PINS && conflict->named[i] != NULL; i++)
      ck_assert (removed.remove[atoi (conflict->named[i]) - 1]);
  check_plannable (conflict, &removed, "pins removed");
  check_plannable (conflict, &given, "pins gave");
}
END_TEST

/* Without its pins every one of these projects can be planned. */
START_TEST (no_conflict_without_pins)
{
  Change none;
  forget (&none);
  for (guint i = 0; i < MAX_PINS; i++)
    none.remove[i] = TRUE;
  check_plannable (&conflicts[_i], &none, "no pins");
}
END_TEST

START_TEST (cancelled_while_explaining)
{
  g_autoptr (GpProject) project = make (&conflicts[0], NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_autoptr (GpPlan) made = gp_planner_plan (project, 0, NULL, cancellable, &error);
  ck_assert_ptr_null (made);
  ck_assert (g_error_matches (error, GP_ERROR, GP_ERROR_CANCELLED));
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("planner conflicts");
  TCase *tcase = tcase_create ("conflicts");

  tcase_set_timeout (tcase, 0);
  tcase_add_loop_test (tcase, conflicts_are_named, 0, G_N_ELEMENTS (conflicts));
  tcase_add_loop_test (tcase, no_conflict_without_pins, 0, G_N_ELEMENTS (conflicts));
  tcase_add_test (tcase, cancelled_while_explaining);
  suite_add_tcase (suite, tcase);
  return gp_test_run (suite);
}
