/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sets of pins that contradict: each is a contradiction, and none of its pins can be left out of
 * it, by the model that was written down once more; and each pin gives as much as it says. */
#include "../../../src/planner/advice/gp-conflicts.h"
#include "gp-random-project.h"
#include "property-model.h"
#include "reasons-example.h"

#include <groeiplan/gp-variant.h>

static GPtrArray *
find (const GpProject *project, guint32 scenario)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GpPlanData) data = gp_plan_data_new (project, scenario, &error);
  GPtrArray *sets;

  ck_assert_msg (data != NULL, "%s", error != NULL ? error->message : "");
  sets = gp_conflicts_find (data, NULL);
  for (guint s = 0; s < sets->len; s++) { /* from pins of the plan to those of the project */
    const GpConflictSet *set = sets->pdata[s];

    for (guint i = 0; i < set->pins->len; i++) {
      GpConflictPin *pin = &g_array_index (set->pins, GpConflictPin, i);
      pin->pin = data->pins[pin->pin].pin;
    }
  }
  return sets;
}

/* The pin with nothing but the side that is in the set; it may give. */
static GpPin
side_of (const GpProject *project, const GpConflictPin *member, double gives)
{
  GpPin pin = project->pins[member->pin];
  int whole = (int)ceil (gives - 1e-6);

  if (member->is_max) {
    pin.min = -1;
    pin.max += whole;
  } else {
    pin.max = -1;
    pin.min = MAX (0, pin.min - whole);
  }
  return pin;
}

/* Can the project be planned with the pins of the set and no others? Without the pin `without`;
 * with `giver` giving what it says. */
static PropertyAnswer
answer (const GpProject *project, guint32 scenario, const GpConflictSet *set, guint without,
        guint giver)
{
  g_autoptr (GpVariant) variant = gp_variant_new (project, scenario);
  g_autoptr (GpProject) other = NULL;
  double values[GP_N_PRIORITIES];

  for (guint32 i = 0; i < project->n_pins; i++)
    gp_variant_drop_pin (variant, i);
  for (guint i = 0; i < set->pins->len; i++) {
    const GpConflictPin *member = &g_array_index (set->pins, GpConflictPin, i);
    GpPin pin = side_of (project, member, i == giver ? member->gives : 0);

    if (i != without)
      gp_variant_add_pin (variant, &pin);
  }
  other = gp_variant_make (variant, NULL);
  ck_assert_ptr_nonnull (other);
  return property_model_solve (other, scenario, values);
}

static void
check_set (const GpProject *project, guint32 scenario, const GpConflictSet *set, const char *where)
{
  const guint nobody = G_MAXUINT;

  ck_assert_msg (set->minimal, "%s", where);
  ck_assert_uint_gt (set->pins->len, 0);
  ck_assert_msg (answer (project, scenario, set, nobody, nobody) == PROPERTY_INFEASIBLE,
                 "%s: the set can be met", where);
  for (guint i = 0; i < set->pins->len; i++) {
    const GpConflictPin *member = &g_array_index (set->pins, GpConflictPin, i);

    ck_assert_msg (answer (project, scenario, set, i, nobody) == PROPERTY_SOLVED,
                   "%s: pin %u is not needed", where, member->pin);
    ck_assert_msg (member->gives > 0, "%s: pin %u gives %g", where, member->pin, member->gives);
    ck_assert_msg (answer (project, scenario, set, nobody, i) == PROPERTY_SOLVED,
                   "%s: pin %u gives too little: %g", where, member->pin, member->gives);
  }
}

/* Five schools of B, nine of C. Pins 2 and 4 together ask six of B; 1, 3 and 5 do no harm. */
START_TEST (exactly_two_among_five)
{
  static const char *const rows[] = {"boards B,Board,noord",
                                     "boards C,Other,noord",
                                     "schools 5 B,,po,noord,100,0",
                                     "schools 9 C,,po,noord,100,0",
                                     "expert_coaches e,,noord,900",
                                     "parameters cohort_target,regular,,20",
                                     "pins start,C,po,regular,2026-2027,2,",
                                     "pins start,B,po,regular,2026-2027,4,",
                                     "pins start,C,po,regular,2027-2028,,3",
                                     "pins start,B,po,regular,2027-2028,2,",
                                     "pins training,C,,,2026-2027,,0",
                                     NULL};
  g_autoptr (GpProject) project = example_project (2027, rows);
  guint32 base = example_base (project);
  g_autoptr (GPtrArray) sets = find (project, base);
  g_autoptr (GpPlan) plan = gp_planner_plan (project, base, NULL, NULL, NULL);
  const GpConflictSet *set;

  ck_assert_uint_eq (sets->len, 1);
  set = sets->pdata[0];
  ck_assert_uint_eq (set->pins->len, 2);
  ck_assert_uint_eq (g_array_index (set->pins, GpConflictPin, 0).pin, 1);
  ck_assert_uint_eq (g_array_index (set->pins, GpConflictPin, 1).pin, 3);
  ck_assert_double_eq_tol (g_array_index (set->pins, GpConflictPin, 0).gives, 1, 1e-6);
  ck_assert_double_eq_tol (g_array_index (set->pins, GpConflictPin, 1).gives, 1, 1e-6);
  check_set (project, base, set, "two among five");
  ck_assert_uint_eq (plan->n_conflicts, 3);
  ck_assert_str_eq (
      plan->conflicts[0],
      "Pin 2 asks at least 4: starts of “Board” (Primary, regular) in 2026-2027. With "
      "the other pins and the rules at most 3 is possible: lower or remove it.");
  ck_assert_str_eq (plan->conflicts[2], "Pins 2, 4 contradict each other or the rules together: "
                                        "changing one of them is enough.");
}
END_TEST

/* Two contradictions that have nothing to do with each other. */
START_TEST (two_sets)
{
  static const char *const rows[] = {"boards B,Board,noord",
                                     "boards C,Other,noord",
                                     "schools 5 B,,po,noord,100,0",
                                     "schools 9 C,,po,noord,100,0",
                                     "expert_coaches e,,noord,900",
                                     "parameters cohort_target,regular,,20",
                                     "pins start,B,po,regular,2026-2027,4,",
                                     "pins start,C,po,regular,2026-2027,10,",
                                     "pins start,B,po,regular,2027-2028,4,",
                                     NULL};
  g_autoptr (GpProject) project = example_project (2027, rows);
  guint32 base = example_base (project);
  g_autoptr (GPtrArray) sets = find (project, base);
  guint sizes = 0;

  ck_assert_uint_eq (sets->len, 2);
  for (guint s = 0; s < 2; s++) {
    const GpConflictSet *set = sets->pdata[s];

    check_set (project, base, set, "two sets");
    sizes += set->pins->len;
  }
  ck_assert_uint_eq (sizes, 3);
}
END_TEST

START_TEST (no_conflict_no_set)
{
  static const char *const rows[] = {"boards B,Board,noord",
                                     "schools 5 B,,po,noord,100,0",
                                     "expert_coaches e,,noord,900",
                                     "parameters cohort_target,regular,,20",
                                     "pins start,B,po,regular,2026-2027,4,",
                                     NULL};
  g_autoptr (GpProject) project = example_project (2027, rows);
  g_autoptr (GPtrArray) sets = find (project, example_base (project));

  ck_assert_uint_eq (sets->len, 0);
}
END_TEST

/* A thousand boards that each have to start a school, where 999 are interested: all pins are needed
 * for the contradiction. It takes a bounded time, and says so. */
START_TEST (a_thousand_pins)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GpProject) project = NULL;
  g_autoptr (GpPlan) plan = NULL;

  for (guint b = 0; b < 1000; b++) {
    g_ptr_array_add (rows, g_strdup_printf ("boards B%u,Board %u,noord", b, b));
    g_ptr_array_add (rows, g_strdup_printf ("schools 1 B%u,,po,noord,100,0", b));
  }
  for (guint b = 0; b < 1000; b++)
    g_ptr_array_add (rows, g_strdup_printf ("pins start,B%u,po,regular,2026-2027,1,", b));
  g_ptr_array_add (rows, g_strdup ("parameters cohort_target,regular,,2000"));
  g_ptr_array_add (rows, g_strdup ("parameters interest_cap,,,999"));
  g_ptr_array_add (rows, g_strdup ("expert_coaches e,,noord,90000"));
  g_ptr_array_add (rows, NULL);
  project = example_project (2026, (const char *const *)(void *)rows->pdata);
  plan = gp_planner_plan (project, example_base (project), NULL, NULL, NULL);
  ck_assert_int_eq (plan->status, GP_PLAN_CONFLICT);
  ck_assert_uint_gt (plan->n_conflicts, 1);
  ck_assert_uint_le (plan->n_conflicts, 21);
  ck_assert_ptr_nonnull (strstr (plan->conflicts[plan->n_conflicts - 1], "others contradict"));
}
END_TEST

/* ---- random projects --------------------------------------------------------------------------
 */

/* Pins that ask for much, on boards that the numbers say. */
static GpProject *
pinned (guint32 seed)
{
  g_autoptr (GpProject) project = gp_random_project (seed, 3 + seed % 6, 3, GP_RANDOM_PINS);
  g_autoptr (GpVariant) variant = gp_variant_new (project, 0);
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  GpProject *made;

  for (guint i = 0; i < 1 + seed % 8; i++) {
    GpPin pin = {.board = (guint32)g_rand_int_range (rand, 0, (gint32)project->n_boards),
                 .sector = GP_NONE,
                 .kind = (GpPinKind)g_rand_int_range (rand, 0, 3),
                 .programme = GP_PROGRAMME_NONE,
                 .year = (GpYear)(project->plan_from + g_rand_int_range (rand, 0, 3)),
                 .min = 1,
                 .max = -1};

    if (pin.kind == GP_PIN_START) {
      pin.sector = (guint32)g_rand_int_range (rand, 0, (gint32)project->n_sectors);
      pin.programme = GP_PROGRAMME_REGULAR;
    }
    if (pin.kind != GP_PIN_PARTNER)
      pin.min = g_rand_int_range (rand, 1, 4);
    gp_variant_add_pin (variant, &pin);
  }
  made = gp_variant_make (variant, NULL);
  ck_assert_ptr_nonnull (made);
  return made;
}

START_TEST (random_sets_are_minimal)
{
  g_autoptr (GpProject) project = pinned ((guint32)_i);
  g_autofree char *where = g_strdup_printf ("seed %d", _i);
  g_autoptr (GPtrArray) sets = find (project, 0);
  double values[GP_N_PRIORITIES];
  gboolean conflict = property_model_solve (project, 0, values) == PROPERTY_INFEASIBLE;
  guint largest = 0;

  ck_assert_msg (conflict == (sets->len > 0), "%s: %u sets", where, sets->len);
  for (guint s = 0; s < sets->len; s++) {
    const GpConflictSet *set = sets->pdata[s];

    check_set (project, 0, set, where);
    largest = MAX (largest, set->pins->len);
  }
  if (g_getenv ("GP_SHOW") != NULL)
    g_print ("%s: %u sets, largest %u\n", where, sets->len, largest);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("conflict sets");
  TCase *tcase = tcase_create ("conflict sets");

  tcase_set_timeout (tcase, 0);
  tcase_add_test (tcase, exactly_two_among_five);
  tcase_add_test (tcase, two_sets);
  tcase_add_test (tcase, no_conflict_no_set);
  tcase_add_test (tcase, a_thousand_pins);
  tcase_add_loop_test (tcase, random_sets_are_minimal, 0, 40);
  suite_add_tcase (suite, tcase);
  return gp_test_run (suite);
}
