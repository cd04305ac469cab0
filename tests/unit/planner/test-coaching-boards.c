/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Verandercoaches at the schools of their board, and who of a region's experts is lent, worked out
 * by hand. */
#include "coaching-example.h"

/* Both have t in 2026, who has 7 days in 2027; u has enough of them for each whole school. The one
 * that t cannot serve whole has both, for 2 days are more than a quarter of 5. */
static const char *const both_of_one[] = {
    "boards P,Board P,noord,2020-2021",
    "schools a,P,,vo,noord,300,0",
    "schools b,P,,vo,noord,200,0",
    "schools c,P,,po,noord,200,0",
    "verandercoaches t,P,Coach T,2020-2021,20",
    "verandercoaches u,P,Coach U,2020-2021,60",
    "parameters verandercoach_retention,,,0.35",
    "plan start P vo noord other regular 2026 2",
    "plan verandercoach_days P noord 2026 20",
    "plan verandercoach_days P noord 2027 10",
    NULL,
};

START_TEST (test_both_of_one)
{
  CoachingExample e = coaching_named (both_of_one);
  ck_assert_int_eq (coaching_visit (e.coaching, "a", "t", 2026), 1000);
  ck_assert_int_eq (coaching_visit (e.coaching, "b", "t", 2026), 1000);
  ck_assert_int_eq (coaching_visit (e.coaching, "a", "t", 2027), 500);
  ck_assert_int_eq (coaching_visit (e.coaching, "b", "t", 2027), 200);
  ck_assert_int_eq (coaching_visit (e.coaching, "b", "u", 2027), 300);
  ck_assert_uint_eq (e.coaching->n_breaks, 0);
  coaching_clear (&e);
}
END_TEST

/* Of less than a quarter nothing comes: b changes to u. */
START_TEST (test_too_little_to_keep)
{
  const char *rows[G_N_ELEMENTS (both_of_one)];
  memcpy (rows, both_of_one, sizeof both_of_one);
  rows[6] = "parameters verandercoach_retention,,,0.305";
  CoachingExample e = coaching_named (rows);
  ck_assert_int_eq (coaching_visit (e.coaching, "a", "t", 2027), 500);
  ck_assert_int_eq (coaching_visit (e.coaching, "b", "t", 2027), 0);
  ck_assert_int_eq (coaching_visit (e.coaching, "b", "u", 2027), 500);
  ck_assert_uint_eq (e.coaching->n_breaks, 1);
  ck_assert_int_eq (e.coaching->breaks[0].reason, GP_BREAK_BOARD);
  coaching_clear (&e);
}
END_TEST

/* 10 days in 2027, that fit the new school exactly: the one that had a verandercoach comes first
 * all the same, and the new one gets what is left. */
static const char *const before_the_new[] = {
    "boards P,Board P,noord,2020-2021",
    "schools a,P,,vo,noord,300,0",
    "schools b,P,,po,noord,200,0",
    "expert_coaches x,Expert,noord,20",
    "verandercoaches t,P,Coach T,2020-2021,20",
    "plan start P vo noord other regular 2026 1",
    "plan start P po noord other regular 2027 1",
    "plan verandercoach_days P noord 2026 10",
    "plan verandercoach_days P noord 2027 10",
    "plan used noord 2027 5",
    NULL,
};

START_TEST (test_before_the_new)
{
  CoachingExample e = coaching_named (before_the_new);
  ck_assert_int_eq (coaching_visit (e.coaching, "a", "t", 2026), 1000);
  ck_assert_int_eq (coaching_visit (e.coaching, "a", "t", 2027), 500);
  ck_assert_int_eq (coaching_visit (e.coaching, "b", "t", 2027), 500);
  ck_assert_int_eq (coaching_visit (e.coaching, "b", "x", 2027), 500);
  ck_assert_uint_eq (e.coaching->n_breaks, 0);
  coaching_clear (&e);
}
END_TEST

/* Zuid asks 10 days in po and 10 in vo, and has 10 of its own for any. Of noord's two experts one
 * may visit po alone; the other, who has more days, neither: the first one is lent. */
static const char *const who_is_of_use[] = {
    "sectors mbo,Vocational,2,0",
    "boards P,Board P,zuid",
    "schools a,P,,po,zuid,300,0",
    "schools b,P,,vo,zuid,200,0",
    "expert_coaches x,Expert X,noord,20,,,mbo",
    "expert_coaches y,Expert Y,noord,12,,,po",
    "expert_coaches z,Expert Z,zuid,10",
    "parameters lending_efficiency,,,1",
    "frame support_days,mbo:1,,10",
    "frame support_days,mbo:2,,10",
    "plan start P po zuid other regular 2026 1",
    "plan start P vo zuid other regular 2026 1",
    "plan lending noord zuid 2026 10",
    "plan used noord 2026 10",
    "plan used zuid 2026 20",
    "plan used zuid 2027 5",
    NULL,
};

START_TEST (test_who_is_of_use)
{
  CoachingExample e = coaching_named (who_is_of_use);
  ck_assert_int_eq (coaching_year (e.coaching, "y", 2026)->lent, 1000);
  ck_assert_int_eq (coaching_year (e.coaching, "x", 2026)->lent, 0);
  ck_assert_int_eq (coaching_visit (e.coaching, "a", "y", 2026), 1000);
  ck_assert_int_eq (coaching_visit (e.coaching, "b", "z", 2026), 1000);
  ck_assert_uint_eq (e.coaching->n_uncovered, 0);
  coaching_clear (&e);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("coaching-boards");
  TCase *tests = tcase_create ("tests");
  tcase_add_test (tests, test_both_of_one);
  tcase_add_test (tests, test_too_little_to_keep);
  tcase_add_test (tests, test_before_the_new);
  tcase_add_test (tests, test_who_is_of_use);
  suite_add_tcase (suite, tests);
  return gp_test_run (suite);
}
