/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The instant what-if without a display: its memory, what it estimates and what it works out ahead,
 * and its worker. */
#include "gp-whatif-ahead.h"
#include "gp-whatif.h"

#include <groeiplan/gp-planner.h>
#include <groeiplan/gp-table.h>
#include <groeiplan/gp-variant.h>

#include <check.h>
#include <stdlib.h>
#include <string.h>

/* ---- a small project --------------------------------------------------------------------------
 */

static void
add_row (GpProject *project, GpTableId table, const char *line)
{
  g_auto (GStrv) given = g_strsplit (line, ",", 0);
  guint n = gp_table (table)->n_columns;
  g_autofree const char **cells = g_new0 (const char *, n + 1);

  for (guint i = 0; i < n; i++)
    cells[i] = i < g_strv_length (given) ? given[i] : "";
  ck_assert_msg (gp_project_add_text (project, table, cells), "%s", line);
}

static void
add_boards (GpProject *project)
{
  for (int b = 0; b < 4; b++) {
    g_autofree char *board = g_strdup_printf ("B%d,Stichting Verzonnen %d,noord", b, b);

    add_row (project, GP_TABLE_BOARDS, board);
    for (int s = 0; s < 6; s++) {
      g_autofree char *school = g_strdup_printf ("S%d%d,B%d,Proefschool,po,noord,100,0", b, s, b);

      add_row (project, GP_TABLE_SCHOOLS, school);
    }
  }
}

static const char *const parameters[] = {
    "base,cohort_target,groeikracht,2026-2027,3",
    "base,cohort_target,groeikracht,2027-2028,5",
    "base,cohort_target,regular,,2",
    "base,support_days,po:1,,10",
    "base,handover_share,,2026-2027,0.4",
    "base,handover_share,,2027-2028,0.5",
    "base,expert_days,,,20",
    "base,expert_cap,,,2",
    "base,verandercoach_days,,,20",
    "base,partner_cap,,,1",
    "base,training_cap,,,2",
    "base,participation_goal,,,15",
    "base,cost_expert_day,,,900",
    "child,expert_cap,,,6",
};

static GpProject *
small_project (void)
{
  GpProject *project = gp_project_new (NULL, NULL);
  GError *error = NULL;

  gp_project_set_frame (project, "Proef", 2026, 2027, 2027);
  add_row (project, GP_TABLE_REGIONS, "noord,Noord");
  add_row (project, GP_TABLE_SECTORS, "po,Primair,1,1");
  add_boards (project);
  add_row (project, GP_TABLE_EXPERT_COACHES, "E1,Proefcoach,noord,40");
  add_row (project, GP_TABLE_SCENARIOS, "base,,Basis,");
  add_row (project, GP_TABLE_SCENARIOS, "child,base,Kind,");
  add_row (project, GP_TABLE_SCENARIOS, "pinned,base,Vast,");
  for (guint i = 0; i < G_N_ELEMENTS (parameters); i++)
    add_row (project, GP_TABLE_PARAMETERS, parameters[i]);
  add_row (project, GP_TABLE_PINS, "pinned,start,B0,po,regular,2026-2027,3,");
  ck_assert_msg (gp_project_finish (project, &error), "%s", error != NULL ? error->message : "");
  return project;
}

static guint32
find (const GpProject *project, const char *code)
{
  return gp_project_find (project, GP_TABLE_SCENARIOS, code);
}

/* Every lever where it is neutral, but for one. */
static const double *
with (const char *lever, double position)
{
  static double positions[GP_N_LEVERS];

  for (int i = 0; i < GP_N_LEVERS; i++)
    positions[i] = gp_levers[i].neutral;
  if (lever != NULL)
    positions[gp_lever_find (lever)] = position;
  return positions;
}

static GpWhatIfPlace
place_of (const char *lever, double position)
{
  GpWhatIfPlace place;

  gp_what_if_place (&place, with (lever, position));
  return place;
}

/* ---- places and what is remembered ------------------------------------------------------------
 */

static GpSummary *
rough_summary (const GpProject *project, double waiting)
{
  GpSummary *summary = gp_summary_new (project, find (project, "base"), NULL);

  summary->has_plan = summary->rough = TRUE;
  summary->waiting = waiting;
  return summary;
}

START_TEST (test_places)
{
  GpWhatIfPlace a = place_of ("expert_cap", 3), b = place_of ("handover_share", -0.1);
  GpWhatIfPlace c = place_of ("expert_cap", 9);

  ck_assert_int_eq (gp_what_if_place_line (&a, &c), gp_lever_find ("expert_cap"));
  ck_assert_int_eq (gp_what_if_place_line (&a, &b), -1); /* they differ in two */
  ck_assert_int_eq (gp_what_if_place_line (&a, &a), -1);
  ck_assert_double_eq_tol (gp_what_if_place_distance (&a, &c), 6.0 / 60, 1e-12);
  for (int i = 0; i < GP_N_LEVERS; i++) {
    const GpLever *lever = &gp_levers[i];
    GpWhatIfPlace end = place_of (lever->name, lever->max);

    ck_assert_int_eq (end.steps[i], gp_what_if_place_last (i));
    ck_assert_double_eq_tol (gp_what_if_place_position (&end, i), lever->max, 1e-9);
    end = place_of (lever->name, lever->min);
    ck_assert_int_eq (end.steps[i], gp_what_if_place_first (i));
    end = place_of (lever->name, lever->neutral + lever->step);
    ck_assert_int_ge (end.steps[i], 1);
  }
}
END_TEST

/* A slider goes on where its value stops: no fewer than none. */
START_TEST (test_values_end_before_sliders)
{
  g_autoptr (GpProject) project = small_project ();
  guint32 base = find (project, "base");
  int cap = gp_lever_find ("expert_cap"), share = gp_lever_find ("handover_share");

  ck_assert_int_eq (gp_what_if_place_end (project, base, cap, -20), -2);
  ck_assert_int_eq (gp_what_if_place_end (project, base, cap, 40), 40);
  ck_assert_int_eq (gp_what_if_place_end (project, base, share, 30), 30); /* 0.5 to 0.8 */
  ck_assert_int_eq (gp_what_if_place_end (project, base, share, -30), -30);
}
END_TEST

START_TEST (test_memory_is_bounded)
{
  g_autoptr (GpProject) project = small_project ();
  GpWhatIfMemory *memory = gp_what_if_memory_new ();
  GpWhatIfPlace first = place_of (NULL, 0), place = first;

  gp_what_if_memory_put (memory, &first, rough_summary (project, 0));
  for (int i = 1; i < 2 * GP_WHAT_IF_MEMORY; i++) {
    place.steps[0] = i;
    gp_what_if_memory_put (memory, &place, rough_summary (project, i));
    ck_assert_ptr_nonnull (gp_what_if_memory_find (memory, &first)); /* used: it stays */
  }
  ck_assert_uint_eq (gp_what_if_memory_size (memory), GP_WHAT_IF_MEMORY);
  ck_assert_double_eq_tol (gp_what_if_memory_find (memory, &place)->rough->waiting,
                           2 * GP_WHAT_IF_MEMORY - 1, 1e-9);
  place.steps[0] = 1;
  ck_assert_ptr_null (gp_what_if_memory_find (memory, &place));
  gp_what_if_memory_forget (memory);
  ck_assert_uint_eq (gp_what_if_memory_size (memory), 0);
  gp_what_if_memory_free (memory);
}
END_TEST

START_TEST (test_between_the_nearest_on_a_line)
{
  g_autoptr (GpProject) project = small_project ();
  GpWhatIfMemory *memory = gp_what_if_memory_new ();
  GpWhatIfPlace at = place_of ("expert_cap", 5), known = place_of (NULL, 0);
  const GpWhatIfKnown *below, *above;
  double share;

  gp_what_if_memory_put (memory, &known, rough_summary (project, 100));
  ck_assert (!gp_what_if_memory_between (memory, &at, &below, &above, &share));
  known = place_of ("training_cap", 60); /* on another line */
  gp_what_if_memory_put (memory, &known, rough_summary (project, 7));
  known = place_of ("expert_cap", 8); /* there is no plan */
  gp_what_if_memory_put (memory, &known, NULL);
  ck_assert (!gp_what_if_memory_between (memory, &at, &below, &above, &share));
  known = place_of ("expert_cap", 40);
  gp_what_if_memory_put (memory, &known, rough_summary (project, 20));
  ck_assert (gp_what_if_memory_between (memory, &at, &below, &above, &share));
  ck_assert_double_eq_tol (share, 5.0 / 40, 1e-12);
  known = place_of ("expert_cap", 9);
  gp_what_if_memory_put (memory, &known, rough_summary (project, 10));
  ck_assert (gp_what_if_memory_between (memory, &at, &below, &above, &share));
  ck_assert_double_eq_tol (share, 5.0 / 9, 1e-12);
  ck_assert_double_eq_tol (below->rough->waiting, 100, 1e-9);
  ck_assert_double_eq_tol (above->rough->waiting, 10, 1e-9);
  gp_what_if_memory_free (memory);
}
END_TEST

/* The ends first, that of the side that was gone to before the other; then the wider gap is halved.
 */
START_TEST (test_ahead_is_coarse_to_fine)
{
  g_autoptr (GpProject) project = small_project ();
  gboolean usable[GP_N_LEVERS] = {FALSE}, is_end;
  int lever = gp_lever_find ("expert_cap"), n = 0;
  int first[GP_N_LEVERS], last[GP_N_LEVERS];
  GpWhatIfAhead ahead = {gp_what_if_memory_new (),   usable, first, last,
                         place_of ("expert_cap", 2), lever};
  GpWhatIfPlace base = place_of (NULL, 0), next;
  const GpWhatIfKnown *below, *above;

  for (int i = 0; i < GP_N_LEVERS; i++) {
    first[i] = gp_what_if_place_first (i);
    last[i] = gp_what_if_place_last (i);
  }
  gp_what_if_memory_put (ahead.memory, &base, rough_summary (project, 100));
  ck_assert (!gp_what_if_ahead_next (&ahead, &next, &is_end)); /* it cannot be moved */
  usable[lever] = usable[0] = TRUE;
  ck_assert (gp_what_if_ahead_end (&ahead, &next));
  ck_assert_int_eq (next.steps[lever], 40);
  gp_what_if_memory_put (ahead.memory, &ahead.at, rough_summary (project, 80));
  for (; gp_what_if_ahead_next (&ahead, &next, &is_end); n++) {
    int at = next.steps[lever];

    gp_what_if_memory_beside (ahead.memory, &ahead.at, lever, &below, &above);
    ck_assert_int_eq (is_end, n < 2);
    if (n < 4) /* then near where it began */
      ck_assert_int_eq (at, n == 0 ? 40 : n == 1 ? -20 : n == 2 ? 5 : -2);
    else if (at > 2)
      ck_assert_int_eq (at, 2 + (above->place.steps[lever] - 2) / 2);
    else
      ck_assert_int_eq (at, below->place.steps[lever] + (2 - below->place.steps[lever]) / 2);
    gp_what_if_memory_put (ahead.memory, &next, rough_summary (project, 0));
    ck_assert_int_lt (n, 12);
  }
  gp_what_if_memory_beside (ahead.memory, &ahead.at, lever, &below, &above);
  ck_assert_int_ge (below->place.steps[lever], 0);
  ck_assert_int_le (above->place.steps[lever], 4);
  ck_assert (!gp_what_if_ahead_end (&ahead, &next));
  ahead.at = base; /* where it all begins, every slider has its ends */
  ahead.lever = -1;
  ck_assert (gp_what_if_ahead_next (&ahead, &next, &is_end));
  ck_assert (is_end);
  ck_assert_int_eq (next.steps[0], gp_what_if_place_last (0));
  gp_what_if_memory_free (ahead.memory);
}
END_TEST

/* ---- estimates --------------------------------------------------------------------------------
 */

static GpSummary *
planned (const GpProject *project, const char *lever, double position)
{
  guint32 base = find (project, "base");
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (GpLeverValue));
  g_autoptr (GpVariant) variant = gp_variant_new (project, base);
  g_autoptr (GpProject) made = NULL;
  g_autoptr (GpPlan) plan = NULL;

  gp_lever_apply (project, base, &gp_levers[gp_lever_find (lever)], position, values);
  for (guint i = 0; i < values->len; i++) {
    const GpLeverValue *value = &g_array_index (values, GpLeverValue, i);

    gp_variant_set (variant, value->param, value->scope, value->year, &value->value);
  }
  made = gp_variant_make (variant, NULL);
  plan = gp_planner_plan (made, base, &(GpPlannerOptions){.relaxed_only = TRUE}, NULL, NULL);
  return gp_summary_new (project, base, plan);
}

/* What gp-whatif.h says is proven: without overload, the rough plan waits no longer than the
 * estimate from limits on either side, nor less than the better one. */
START_TEST (test_estimates_are_on_the_safe_side)
{
  g_autoptr (GpProject) project = small_project ();
  static const struct {
    const char *lever;
    double from, at, to;
  } moves[] = {{"expert_cap", 0, 1, 4}, {"expert_cap", 0, 1, 2}, {"training_cap", -2, 0, 2}};

  for (guint i = 0; i < G_N_ELEMENTS (moves); i++) {
    g_autoptr (GpSummary) a = planned (project, moves[i].lever, moves[i].from);
    g_autoptr (GpSummary) b = planned (project, moves[i].lever, moves[i].to);
    g_autoptr (GpSummary) exact = planned (project, moves[i].lever, moves[i].at);
    double share = (moves[i].at - moves[i].from) / (moves[i].to - moves[i].from);
    g_autoptr (GpSummary) mix = gp_summary_mix (a, b, share);
    g_autoptr (GpSummary) all = gp_summary_mix (a, b, 1);
    g_autofree char *text = gp_summary_headline (mix, GP_LANGUAGE_ENGLISH);

    ck_assert (mix->estimated && mix->rough && !exact->estimated);
    ck_assert_double_eq_tol (exact->overload, 0, 1e-6);
    ck_assert_double_le (exact->waiting, mix->waiting + 1e-6);
    ck_assert_double_ge (exact->waiting, MIN (a->waiting, b->waiting) - 1e-6);
    ck_assert_double_eq_tol (mix->waiting, a->waiting + share * (b->waiting - a->waiting), 1e-9);
    ck_assert_double_eq_tol (mix->at_goal, a->at_goal + share * (b->at_goal - a->at_goal), 1e-9);
    ck_assert_double_eq_tol (all->used[0], b->used[0], 1e-9);
    ck_assert_ptr_ne (mix->used, a->used);
    ck_assert_msg (strstr (text, "an estimated ≈") != NULL, "%s", text);
  }
}
END_TEST

/* ---- the worker -------------------------------------------------------------------------------
 */

static void
wait_idle (GpWhatIf *what_if)
{
  while (gp_what_if_is_busy (what_if))
    g_main_context_iteration (NULL, TRUE);
}

static GpWhatIfAnswer
answer_of (GpWhatIf *what_if)
{
  GpWhatIfAnswer answer;

  gp_what_if_get_answer (what_if, &answer);
  return answer;
}

START_TEST (test_last_value_wins)
{
  g_autoptr (GpProject) project = small_project ();
  g_autoptr (GpWhatIf) what_if = gp_what_if_new ();
  double waiting[4];
  guint n_begun;

  gp_what_if_set_base (what_if, project, find (project, "base"), NULL);
  ck_assert (!gp_what_if_is_busy (what_if));
  for (int n = 0; n < 4; n++) { /* one by one: what each gives */
    gp_what_if_ask (what_if, with ("expert_cap", n - 2));
    ck_assert (gp_what_if_is_busy (what_if) == (n != 2)); /* it comes with the first */
    wait_idle (what_if);
    ck_assert_ptr_null (gp_what_if_get_problem (what_if));
    ck_assert (!answer_of (what_if).is_old);
    waiting[n] = answer_of (what_if).summary->waiting;
  }
  ck_assert_double_lt (waiting[3], waiting[1]);
  ck_assert (!answer_of (what_if).is_base);
  n_begun = gp_what_if_get_n_begun (what_if);
  for (int n = 3; n >= 0; n--) { /* where it was before it is at once */
    gp_what_if_ask (what_if, with ("expert_cap", n - 2));
    ck_assert (!gp_what_if_is_busy (what_if));
    ck_assert_double_eq_tol (answer_of (what_if).summary->waiting, waiting[n], 1e-9);
  }
  ck_assert_uint_eq (gp_what_if_get_n_begun (what_if), n_begun);
  for (int i = 0; i < 200; i++) { /* a drag: new values every time, and ending at 3 */
    gp_what_if_ask (what_if, with ("handover_share", (i % 20 + 1) / 100.0));
    if (i % 10 == 0)
      g_main_context_iteration (NULL, FALSE);
  }
  gp_what_if_ask (what_if, with ("expert_cap", 1));
  wait_idle (what_if);
  ck_assert_double_eq_tol (answer_of (what_if).summary->waiting, waiting[3], 1e-6);
  ck_assert_uint_le (gp_what_if_get_n_begun (what_if), n_begun + 22);
}
END_TEST

/* Whatever is asked first, the rough plan of the scenario as it is comes with the answer: it is
 * what the answer differs from, and is not the plan in whole schools. */
START_TEST (test_base_comes_with_every_answer)
{
  g_autoptr (GpProject) project = small_project ();
  g_autoptr (GpWhatIf) what_if = gp_what_if_new ();
  g_autoptr (GpSummary) alone = planned (project, "expert_cap", 0);
  double waiting;

  gp_what_if_set_base (what_if, project, find (project, "base"), NULL);
  ck_assert_ptr_null (answer_of (what_if).base);
  ck_assert_ptr_null (answer_of (what_if).summary);
  gp_what_if_ask (what_if, with ("expert_cap", -2));
  wait_idle (what_if);
  ck_assert_ptr_nonnull (answer_of (what_if).base);
  ck_assert (!answer_of (what_if).is_base);
  ck_assert (answer_of (what_if).base->rough);
  waiting = answer_of (what_if).base->waiting;
  ck_assert_double_eq_tol (waiting, alone->waiting, 1e-6);
  ck_assert_double_gt (answer_of (what_if).summary->waiting, waiting + 0.5);
  /* it stays for all that follow, and is the answer when nothing is changed */
  gp_what_if_ask (what_if, with (NULL, 0));
  ck_assert (!gp_what_if_is_busy (what_if));
  ck_assert (answer_of (what_if).is_base);
  ck_assert_ptr_eq (answer_of (what_if).summary, answer_of (what_if).base);
  gp_what_if_set_base (what_if, project, find (project, "child"), NULL);
  ck_assert_ptr_null (answer_of (what_if).base);
  gp_what_if_ask (what_if, with ("training_cap", -1));
  wait_idle (what_if);
  ck_assert_double_lt (answer_of (what_if).base->waiting, waiting - 0.5); /* six heads, not two */
}
END_TEST

/* Sliders that rest have a plan in whole schools, beside the rough one, until they are moved. */
START_TEST (test_settled_values_are_planned_in_whole_schools)
{
  g_autoptr (GpProject) project = small_project ();
  g_autoptr (GpWhatIf) what_if = gp_what_if_new ();
  GpWhatIfAnswer answer;

  gp_what_if_set_base (what_if, project, find (project, "base"), NULL);
  gp_what_if_ask (what_if, with ("expert_cap", 1));
  gp_what_if_settle (what_if); /* before there is any answer */
  wait_idle (what_if);
  ck_assert (gp_what_if_is_solving (what_if));
  while (gp_what_if_is_solving (what_if))
    g_main_context_iteration (NULL, TRUE);
  answer = answer_of (what_if);
  ck_assert (!answer.summary->rough && !answer.summary->estimated);
  ck_assert_ptr_nonnull (answer.at_best);
  ck_assert (answer.at_best->rough);
  ck_assert_double_ge (answer.summary->waiting, answer.at_best->waiting - 1e-6);
  ck_assert (answer.summary->has_cost);
  gp_what_if_ask (what_if, with ("expert_cap", 2));
  wait_idle (what_if);
  ck_assert (!gp_what_if_is_solving (what_if));
  ck_assert (answer_of (what_if).summary->rough);
  gp_what_if_ask (what_if, with ("expert_cap", 1)); /* still known */
  ck_assert (!answer_of (what_if).summary->rough);
}
END_TEST

static void
count (GpWhatIf *what_if, guint *n)
{
  (void)what_if;
  *n += 1;
}

START_TEST (test_cancel_and_new_base)
{
  g_autoptr (GpProject) project = small_project ();
  g_autoptr (GpWhatIf) what_if = gp_what_if_new ();
  guint n = 0;

  gp_what_if_set_base (what_if, project, find (project, "base"), NULL);
  g_signal_connect (what_if, "changed", G_CALLBACK (count), &n);
  gp_what_if_ask (what_if, with ("expert_cap", 2));
  while (gp_what_if_get_n_begun (what_if) == 0)
    g_usleep (100); /* until the worker has it */
  gp_what_if_cancel (what_if);
  ck_assert (!gp_what_if_is_busy (what_if));
  ck_assert_uint_eq (n, 2);
  /* of another base: the answer of the one before never shows */
  gp_what_if_ask (what_if, with ("expert_cap", 2));
  gp_what_if_set_base (what_if, project, find (project, "child"), NULL);
  ck_assert_ptr_null (answer_of (what_if).summary);
  gp_what_if_ask (what_if, with (NULL, 0));
  wait_idle (what_if);
  ck_assert_uint_eq (n, 5); /* three asked, one cancelled, one answered */
  ck_assert (answer_of (what_if).is_base);
  /* gone while at work: nothing comes back, nothing leaks */
  for (int i = 0; i < 20; i++) {
    GpWhatIf *other = gp_what_if_new ();

    gp_what_if_set_base (other, project, find (project, "base"), NULL);
    gp_what_if_ask (other, with ("expert_cap", i % 2));
    gp_what_if_settle (other);
    g_object_unref (other);
  }
  while (g_main_context_iteration (NULL, FALSE))
    ;
}
END_TEST

START_TEST (test_what_if_problem)
{
  g_autoptr (GpProject) project = small_project ();
  g_autoptr (GpWhatIf) what_if = gp_what_if_new ();

  gp_what_if_set_base (what_if, project, find (project, "pinned"), NULL);
  gp_what_if_ask (what_if,
                  with ("expert_cap", 1)); /* three schools are pinned, the cohort is two */
  gp_what_if_settle (what_if);
  wait_idle (what_if);
  ck_assert_ptr_nonnull (gp_what_if_get_problem (what_if));
  ck_assert_ptr_null (answer_of (what_if).summary);
  ck_assert (!gp_what_if_is_solving (what_if));
  gp_what_if_ask (what_if, with ("cohort_regular", 1.5));
  wait_idle (what_if);
  ck_assert_msg (gp_what_if_get_problem (what_if) == NULL, "%s", gp_what_if_get_problem (what_if));
  ck_assert_ptr_nonnull (answer_of (what_if).summary);
  ck_assert_ptr_null (answer_of (what_if).base);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("what-if");
  TCase *tests = tcase_create ("what-if");
  SRunner *runner;
  int failed;

  tcase_add_test (tests, test_places);
  tcase_add_test (tests, test_values_end_before_sliders);
  tcase_add_test (tests, test_memory_is_bounded);
  tcase_add_test (tests, test_between_the_nearest_on_a_line);
  tcase_add_test (tests, test_ahead_is_coarse_to_fine);
  tcase_add_test (tests, test_estimates_are_on_the_safe_side);
  tcase_add_test (tests, test_last_value_wins);
  tcase_add_test (tests, test_base_comes_with_every_answer);
  tcase_add_test (tests, test_settled_values_are_planned_in_whole_schools);
  tcase_add_test (tests, test_cancel_and_new_base);
  tcase_add_test (tests, test_what_if_problem);
  tcase_set_timeout (tests, 0);
  suite_add_tcase (suite, tests);
  runner = srunner_create (suite);
  srunner_run_all (runner, CK_NORMAL);
  failed = srunner_ntests_failed (runner);
  srunner_free (runner);
  return failed == 0 ? 0 : 1;
}
