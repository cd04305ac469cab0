/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Planning again in a session: the same values as planning afresh, the same plan to the last bit
 * after going back to a mark, and a first year that stays what it was. */
#include "gp-random-project.h"
#include "gp-test.h"

#include <groeiplan/gp-planner.h>
#include <groeiplan/gp-variant.h>

#include <math.h>
#include <string.h>

#define N_EDITS 6

/* One edit of the scenario; the last ones are a pin, and nothing. */
static GpProject *
edit (const GpProject *project, guint which)
{
  static const struct {
    GpParam param;
    const char *value;
  } values[] = {{GP_PARAM_HANDOVER_SHARE, "0.35"},
                {GP_PARAM_TRAINING_CAP, "3"},
                {GP_PARAM_EXPERT_CAP, "9"},
                {GP_PARAM_VERANDERCOACH_RETENTION, "0.8"}};
  g_autoptr (GError) error = NULL;
  g_autoptr (GpVariant) variant = gp_variant_new (project, 0);
  GpDecimal value;
  if (which < G_N_ELEMENTS (values)) {
    ck_assert (gp_decimal_parse (values[which].value, &value));
    gp_variant_set (variant, values[which].param, "", GP_YEAR_NONE, &value);
  } else if (which == G_N_ELEMENTS (values))
    gp_variant_add_pin (variant, &(GpPin){.board = 0,
                                          .sector = GP_NONE,
                                          .kind = GP_PIN_TRAINING,
                                          .programme = GP_PROGRAMME_NONE,
                                          .year = project->plan_from,
                                          .min = -1,
                                          .max = 0,
                                          .reason = ""});
  GpProject *made = gp_variant_make (variant, &error);
  ck_assert_msg (made != NULL, "%s", error != NULL ? error->message : "");
  return made;
}

/* In the session, or afresh where there is none. */
static GpPlan *
plan_again (GpPlanning *planning, const GpProject *project, const GpPlan *published)
{
  g_autoptr (GError) error = NULL;
  GpPlannerOptions options = {.relaxed_only = TRUE, .published = published};
  GpPlan *plan = planning != NULL ? gp_planning_plan (planning, project, 0, &options, NULL, &error)
                                  : gp_planner_plan (project, 0, &options, NULL, &error);
  ck_assert_msg (plan != NULL, "%s", error != NULL ? error->message : "");
  return plan;
}

static void
check_same_values (const GpPlan *a, const GpPlan *b, guint seed, guint which)
{
  ck_assert_int_eq (a->status, b->status);
  ck_assert_uint_eq (a->n_priorities, b->n_priorities);
  for (guint i = 0; i < a->n_priorities; i++) {
    double x = a->priorities[i].relaxed, y = b->priorities[i].relaxed;
    ck_assert_msg (fabs (x - y) <= 1e-6 * (1 + fabs (y)), "seed %u edit %u: %s %.12g afresh %.12g",
                   seed, which, gp_priority_name (a->priorities[i].id), x, y);
  }
}

/* Also against a published plan in every second project. */
START_TEST (a_session_finds_what_a_fresh_plan_finds)
{
  guint seed = (guint)_i + 1;
  g_autoptr (GpProject) project =
      gp_random_project (seed, 3 + seed * 7 % 25, 1 + seed % 6, GP_RANDOM_PLAIN);
  g_autoptr (GpPlan) published = gp_planner_plan (project, 0, NULL, NULL, NULL);
  const GpPlan *keep = seed % 2 == 0 && published->has_whole ? published : NULL;
  g_autoptr (GpPlanning) planning = gp_planning_new ();
  for (guint which = 0; which < N_EDITS; which++) {
    g_autoptr (GpProject) edited = edit (project, which);
    g_autoptr (GpPlan) a = plan_again (planning, edited, keep);
    g_autoptr (GpPlan) b = plan_again (NULL, edited, keep);
    check_same_values (a, b, seed, which);
  }
}
END_TEST

static void
check_same_bits (const GpPlan *a, const GpPlan *b)
{
  ck_assert_uint_eq (a->n_rows[GP_PART_RELAXED], b->n_rows[GP_PART_RELAXED]);
  for (guint i = 0; i < a->n_rows[GP_PART_RELAXED]; i++) {
    const GpPlanRow *p = &a->rows[GP_PART_RELAXED][i], *q = &b->rows[GP_PART_RELAXED][i];
    ck_assert_int_eq (p->kind, q->kind);
    ck_assert_str_eq (p->board, q->board);
    ck_assert_int_eq (memcmp (&p->amount, &q->amount, sizeof p->amount), 0);
  }
}

START_TEST (a_mark_forgets_what_came_after)
{
  guint seed = (guint)_i + 40;
  g_autoptr (GpProject) project = gp_random_project (seed, 20, 4, GP_RANDOM_PLAIN);
  g_autoptr (GpProject) one = edit (project, 0), other = edit (project, 1);
  g_autoptr (GpPlanning) planning = gp_planning_new ();
  g_autoptr (GpPlan) base = plan_again (planning, project, NULL);
  gp_planning_mark (planning);
  g_autoptr (GpPlan) first = plan_again (planning, one, NULL);
  g_autoptr (GpPlan) between = plan_again (planning, other, NULL);
  gp_planning_rewind (planning);
  g_autoptr (GpPlan) again = plan_again (planning, one, NULL);
  check_same_bits (first, again);
}
END_TEST

/* ---- a held first year -------------------------------------------------------------- */

static double
first_year_sum (const GpPlan *plan, GpPlanPart part, GpPlanRowKind kind, const char *board,
                GpProgramme programme, GpYear year)
{
  guint n;
  const GpPlanRow *rows = gp_plan_rows (plan, part, kind, &n);
  double sum = 0;
  for (guint i = 0; i < n; i++)
    if (rows[i].year == year && (board == NULL || strcmp (rows[i].board, board) == 0) &&
        (programme == GP_PROGRAMME_NONE || rows[i].programme == programme))
      sum += rows[i].amount;
  return sum;
}

static void
check_held (const GpProject *project, const GpPlan *held, const GpPlan *plan)
{
  static const GpPlanRowKind kinds[] = {GP_ROW_START, GP_ROW_PARTNER, GP_ROW_TRAINING};
  GpYear y = project->plan_from;
  for (guint b = 0; b < project->n_boards; b++)
    for (guint k = 0; k < G_N_ELEMENTS (kinds); k++) {
      const char *code = project->boards[b].code;
      double was = first_year_sum (held, GP_PART_WHOLE, kinds[k], code, GP_PROGRAMME_NONE, y);
      double is = first_year_sum (plan, GP_PART_RELAXED, kinds[k], code, GP_PROGRAMME_NONE, y);
      ck_assert_msg (fabs (was - is) <= 1e-6, "%s %s: held %g, planned %g", code,
                     gp_plan_row_kind_name (kinds[k]), was, is);
    }
  for (guint p = 0; p < GP_N_PROGRAMMES; p++)
    ck_assert_double_eq_tol (
        first_year_sum (held, GP_PART_WHOLE, GP_ROW_START, NULL, (GpProgramme)p, y),
        first_year_sum (plan, GP_PART_RELAXED, GP_ROW_START, NULL, (GpProgramme)p, y), 1e-6);
}

START_TEST (a_held_first_year_stays)
{
  guint seed = (guint)_i + 70;
  g_autoptr (GpProject) project = gp_random_project (seed, 15, 3, GP_RANDOM_PLAIN);
  g_autoptr (GpPlan) held = gp_planner_plan (project, 0, NULL, NULL, NULL);
  ck_assert (held->has_whole);
  GpPlannerOptions options = {.relaxed_only = TRUE, .without_proof = TRUE, .first_year = held};
  g_autoptr (GpPlan) plan = gp_planner_plan (project, 0, &options, NULL, NULL);
  ck_assert_int_le (plan->status, GP_PLAN_FEASIBLE);
  check_held (project, held, plan);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("planning again");
  TCase *tcase = tcase_create ("sessions");
  tcase_set_timeout (tcase, 0);
  tcase_add_loop_test (tcase, a_session_finds_what_a_fresh_plan_finds, 0, 30);
  tcase_add_loop_test (tcase, a_mark_forgets_what_came_after, 0, 6);
  tcase_add_loop_test (tcase, a_held_first_year_stays, 0, 12);
  suite_add_tcase (suite, tcase);
  return gp_test_run (suite);
}
