/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who coaches whom, worked out by hand: the order of starts, schools that must be parted, the
 * second year, days of another region, sectors, verandercoaches, schools of history, work, hires.
 * Every answer also passes the audit (coaching-example.h).
 *
 * A po school asks 10 days; a vo school 10, and 5 in its second year. */
#include "coaching-example.h"

#define NAMED(rows) coaching_named (rows)

/* ---- starts ----------------------------------------------------------------------- */

static void
check_start (const GpCoaching *coaching, const char *school, GpYear year, GpProgramme programme)
{
  const GpCoachingStart *start = gp_coaching_school_start (
      coaching, gp_project_find (coaching->project, GP_TABLE_SCHOOLS, school));
  if (year == GP_YEAR_NONE) {
    ck_assert_msg (start == NULL, "%s starts", school);
    return;
  }
  ck_assert_msg (start != NULL, "%s does not start", school);
  ck_assert_msg (start->year == year && start->programme == programme, "%s starts in %d", school,
                 start->year);
}

/* Most pupils first, then by code, then those whose pupils are not known; c is excluded, and d has
 * another need. In 2026 one Groeikracht and one regular school, in 2027 one. */
static const char *const order[] = {
    "boards P,Board P,noord",
    "schools f,P,,po,noord,200,0",
    "schools b,P,,po,noord,,0",
    "schools a,P,,po,noord,200,0",
    "schools e,P,,po,noord,300,0",
    "schools c,P,,po,noord,900,0,,,1",
    "schools d,P,,po,noord,900,1",
    "expert_coaches x,Expert,noord,60",
    "plan start P po noord other groeikracht 2026 1",
    "plan start P po noord other regular 2026 1",
    "plan start P po noord other regular 2027 1",
    "plan used noord 2026 20",
    "plan used noord 2027 10",
    NULL,
};

START_TEST (test_order)
{
  CoachingExample e = NAMED (order);
  check_start (e.coaching, "e", 2026, GP_PROGRAMME_GROEIKRACHT);
  check_start (e.coaching, "a", 2026, GP_PROGRAMME_REGULAR);
  check_start (e.coaching, "f", 2027, GP_PROGRAMME_REGULAR);
  check_start (e.coaching, "b", GP_YEAR_NONE, GP_PROGRAMME_NONE);
  check_start (e.coaching, "c", GP_YEAR_NONE, GP_PROGRAMME_NONE);
  check_start (e.coaching, "d", GP_YEAR_NONE, GP_PROGRAMME_NONE);
  ck_assert_uint_eq (e.coaching->n_starts, 3);
  coaching_clear (&e);
}
END_TEST

/* Where readiness is asked, 2026 takes small and middle, which are ready; large comes in 2027,
 * before unknown. */
static const char *const ready[] = {
    "boards P,Board P,noord",
    "schools large,P,,po,noord,900,0",
    "schools middle,P,,po,noord,500,0,,,,talks,1,1,1,1",
    "schools small,P,,po,noord,100,0,,,,ready",
    "schools unknown,P,,po,noord,,0,,,,ready",
    "expert_coaches x,Expert,noord,60",
    "parameters require_ready,,,1",
    "plan start P po noord other regular 2026 2",
    "plan start P po noord other regular 2027 1",
    "plan used noord 2026 20",
    "plan used noord 2027 10",
    NULL,
};

START_TEST (test_ready)
{
  CoachingExample e = NAMED (ready);
  check_start (e.coaching, "middle", 2026, GP_PROGRAMME_REGULAR);
  check_start (e.coaching, "small", 2026, GP_PROGRAMME_REGULAR);
  check_start (e.coaching, "large", 2027, GP_PROGRAMME_REGULAR);
  check_start (e.coaching, "unknown", GP_YEAR_NONE, GP_PROGRAMME_NONE);
  coaching_clear (&e);
}
END_TEST

/* ---- schools with two coaches ----------------------------------------------------- */

/* Three schools of 10 days, two coaches of 15: each has one school, and the third gets 5 of each.
 */
static const char *const split[] = {
    "boards P,Board P,noord",
    "schools a,P,,po,noord,300,0",
    "schools b,P,,po,noord,200,0",
    "schools c,P,,po,noord,100,0",
    "expert_coaches x,Expert,noord,15",
    "expert_coaches y,Expert,noord,15",
    "plan start P po noord other regular 2026 3",
    "plan used noord 2026 30",
    NULL,
};

START_TEST (test_forced_split)
{
  CoachingExample e = NAMED (split);
  const GpCoachingCount *count = coaching_count (e.coaching, "noord", 2026);
  ck_assert_uint_eq (count->schools, 3);
  ck_assert_uint_eq (count->coaches, 2);
  ck_assert_uint_eq (count->visits, 4);
  ck_assert_uint_eq (count->split, 1);
  ck_assert_int_eq (coaching_visit (e.coaching, "c", "x", 2026), 500);
  ck_assert_int_eq (coaching_visit (e.coaching, "c", "y", 2026), 500);
  ck_assert_int_eq (coaching_year (e.coaching, "x", 2026)->visits, 1500);
  ck_assert_uint_eq (e.coaching->n_uncovered, 0);
  coaching_clear (&e);
}
END_TEST

/* Coaches of 25 and 10 days for 10 + 10 + 10 + 5 (a school of history): only 10 + 10 + 5 and 10
 * parts nobody. Spreading gives the first two schools of 10 to the one with most days, then it has
 * 5 left and the other one 10. */
static const char *const fits[] = {
    "boards P,Board P,noord",
    "schools a,P,,po,noord,300,0",
    "schools b,P,,po,noord,200,0",
    "schools c,P,,vo,noord,100,0",
    "schools d,P,,vo,noord,50,0,2025-2026,regular",
    "expert_coaches x,Expert,noord,25",
    "expert_coaches y,Expert,noord,10",
    "plan start P po noord other regular 2026 2",
    "plan start P vo noord other regular 2026 1",
    "plan used noord 2026 35",
    "plan used noord 2027 5",
    NULL,
};

START_TEST (test_exact_fit)
{
  CoachingExample e = NAMED (fits);
  ck_assert_uint_eq (coaching_count (e.coaching, "noord", 2026)->schools, 4);
  ck_assert_uint_eq (coaching_count (e.coaching, "noord", 2026)->split, 0);
  ck_assert_int_eq (coaching_year (e.coaching, "x", 2026)->visits, 2500);
  ck_assert_int_eq (coaching_year (e.coaching, "y", 2026)->visits, 1000);
  coaching_clear (&e);
}
END_TEST

/* Coaches of 20 and 15 days for schools of 15, 10 and 10. Spreading gives the large one to x and
 * one of the others to y, and parts the third; filling gives it to y, whom it fits. */
static const char *const filling[] = {
    "boards P,Board P,noord",
    "schools a,P,,po,noord,300,0",
    "schools b,P,,po,noord,200,0",
    "schools c,P,,vo,noord,100,0",
    "expert_coaches x,Expert,noord,20",
    "expert_coaches y,Expert,noord,15",
    "parameters support_days,vo:1,,15",
    "plan start P po noord other regular 2026 2",
    "plan start P vo noord other regular 2026 1",
    "plan used noord 2026 35",
    "plan used noord 2027 5",
    NULL,
};

START_TEST (test_filling)
{
  CoachingExample e = NAMED (filling);
  ck_assert_int_eq (coaching_visit (e.coaching, "c", "y", 2026), 1500);
  ck_assert_uint_eq (coaching_count (e.coaching, "noord", 2026)->split, 0);
  coaching_clear (&e);
}
END_TEST

/* ---- the second year -------------------------------------------------------------- */

/* Two vo schools start in 2026, with x and y; two po schools in 2027. x and y have 10 days, 9 in
 * 2027: each keeps 5 for the own school, and z comes for the new ones. */
#define SECOND_YEAR                                                                                \
  "boards P,Board P,noord", "schools a,P,,vo,noord,300,0", "schools b,P,,vo,noord,200,0",          \
      "schools c,P,,po,noord,100,0", "schools d,P,,po,noord,90,0",                                 \
      "parameters expert_attrition,,,0.1", "plan start P vo noord other regular 2026 2",           \
      "plan start P po noord other regular 2027 2", "plan used noord 2026 20",                     \
      "plan used noord 2027 30"

static const char *const keeps[] = {
    SECOND_YEAR,
    "expert_coaches x,Expert,noord,10",
    "expert_coaches y,Expert,noord,10",
    "expert_coaches z,Expert,noord,40,2027-2028",
    NULL,
};

static const char *
visitor_of (const GpCoaching *coaching, const char *school, GpYear year)
{
  static const char *const coaches[] = {"x", "y", "z"};
  for (guint i = 0; i < G_N_ELEMENTS (coaches); i++)
    if (coaching_visit (coaching, school, coaches[i], year) > 0)
      return coaches[i];
  return "";
}

START_TEST (test_second_year)
{
  CoachingExample e = NAMED (keeps);
  const char *first = visitor_of (e.coaching, "a", 2026),
             *other = visitor_of (e.coaching, "b", 2026);
  ck_assert_str_ne (first, other);
  ck_assert_int_eq (coaching_visit (e.coaching, "a", first, 2027), 500);
  ck_assert_int_eq (coaching_visit (e.coaching, "b", other, 2027), 500);
  ck_assert_uint_eq (coaching_count (e.coaching, "noord", 2027)->continuing, 2);
  ck_assert_uint_eq (e.coaching->n_breaks, 0);
  ck_assert_int_eq (coaching_year (e.coaching, "x", 2027)->days, 900);
  coaching_clear (&e);
}
END_TEST

/* y leaves after 2026: the school of y gets another coach, and that is said. */
static const char *const gone[] = {
    SECOND_YEAR,
    "expert_coaches x,Expert,noord,10",
    "expert_coaches y,Expert,noord,10,,2026-2027",
    "expert_coaches z,Expert,noord,40,2027-2028",
    NULL,
};

START_TEST (test_gone)
{
  CoachingExample e = NAMED (gone);
  const char *left = g_str_equal (visitor_of (e.coaching, "a", 2026), "y") ? "a" : "b";
  ck_assert_uint_eq (e.coaching->n_breaks, 1);
  const GpCoachingBreak *found = e.coaching->breaks;
  ck_assert_str_eq (e.project->schools[found->school].code, left);
  ck_assert_int_eq (found->year, 2027);
  ck_assert_int_eq (found->reason, GP_BREAK_GONE);
  ck_assert_uint_eq (found->coach, coaching_coach (e.coaching, "y"));
  ck_assert_uint_eq (coaching_count (e.coaching, "noord", 2027)->breaks, 1);
  coaching_clear (&e);
}
END_TEST

/* Now a second year asks 10 days too, and half of the coaches' days go: x has 20 days for both
 * schools, then 10 for one of them. The other one has to change to z. */
static const char *const full[] = {
    "boards P,Board P,noord",
    "schools a,P,,vo,noord,300,0",
    "schools b,P,,vo,noord,200,0",
    "expert_coaches x,Expert,noord,20",
    "expert_coaches z,Expert,noord,40,2027-2028",
    "parameters support_days,vo:2,,10",
    "parameters expert_attrition,,,0.5",
    "plan start P vo noord other regular 2026 2",
    "plan used noord 2026 20",
    "plan used noord 2027 20",
    NULL,
};

START_TEST (test_full)
{
  CoachingExample e = NAMED (full);
  ck_assert_int_eq (coaching_visit (e.coaching, "a", "x", 2027), 1000);
  ck_assert_int_eq (coaching_visit (e.coaching, "b", "z", 2027), 1000);
  ck_assert_uint_eq (e.coaching->n_breaks, 1);
  ck_assert_int_eq (e.coaching->breaks->reason, GP_BREAK_FULL);
  coaching_clear (&e);
}
END_TEST

/* With 26 days x has 13 left: 10 for one school and 3, over a quarter of its days, for the other,
 * where z comes as well: nobody changes. */
START_TEST (test_keeps_a_part)
{
  const char *rows[G_N_ELEMENTS (full)];
  memcpy (rows, full, sizeof full);
  rows[3] = "expert_coaches x,Expert,noord,26";
  CoachingExample e = NAMED (rows);
  ck_assert_int_eq (coaching_visit (e.coaching, "a", "x", 2027), 1000);
  ck_assert_int_eq (coaching_visit (e.coaching, "b", "x", 2027), 300);
  ck_assert_int_eq (coaching_visit (e.coaching, "b", "z", 2027), 700);
  ck_assert_uint_eq (e.coaching->n_breaks, 0);
  coaching_clear (&e);
}
END_TEST

/* A school of history in its second year asks 5 days in 2026, and nothing after. */
static const char *const carry[] = {
    "boards P,Board P,noord",
    "schools a,P,,vo,noord,300,0,2025-2026,regular",
    "schools b,P,,po,noord,300,0,2025-2026,regular",
    "expert_coaches x,Expert,noord,10",
    "plan used noord 2026 5",
    NULL,
};

START_TEST (test_carry)
{
  CoachingExample e = NAMED (carry);
  ck_assert_int_eq (coaching_visit (e.coaching, "a", "x", 2026), 500);
  ck_assert_uint_eq (e.coaching->n_visits, 1);
  ck_assert_uint_eq (e.coaching->n_supports, 1);
  ck_assert_uint_eq (e.coaching->supports->support_year, 2);
  ck_assert_uint_eq (e.coaching->n_starts, 0);
  coaching_clear (&e);
}
END_TEST

/* ---- other regions ---------------------------------------------------------------- */

/* Zuid has nobody: of 12.5 days of x, lent there, 10 arrive. */
static const char *const lending[] = {
    "boards P,Board P,noord",
    "schools a,P,,po,noord,300,0",
    "schools b,P,,po,zuid,300,0",
    "expert_coaches w,Expert,noord,10",
    "expert_coaches x,Expert,noord,13",
    "parameters lending_efficiency,,,0.8",
    "plan start P po noord other regular 2026 1",
    "plan start P po zuid other regular 2026 1",
    "plan lending noord zuid 2026 12.5",
    "plan used noord 2026 22.5",
    "plan used zuid 2026 10",
    NULL,
};

START_TEST (test_lending)
{
  CoachingExample e = NAMED (lending);
  ck_assert_int_eq (coaching_visit (e.coaching, "a", "w", 2026), 1000);
  ck_assert_int_eq (coaching_visit (e.coaching, "b", "x", 2026), 1000);
  ck_assert_uint_eq (e.coaching->n_loans, 1);
  ck_assert_int_eq (e.coaching->loans->days, 1250);
  ck_assert_int_eq (e.coaching->loans->arrives, 1000);
  ck_assert_int_eq (coaching_year (e.coaching, "x", 2026)->lent, 1250);
  ck_assert_int_eq (coaching_year (e.coaching, "x", 2026)->visits, 0);
  coaching_clear (&e);
}
END_TEST

/* x (30 days) goes to the vo school in zuid in 2026, when w is not there yet. In 2027 w has most
 * days, but x goes there again. */
static const char *const lends_again[] = {
    "boards P,Board P,noord",
    "schools b,P,,vo,zuid,300,0",
    "expert_coaches w,Expert W,noord,60,2027-2028",
    "expert_coaches x,Expert X,noord,30",
    "parameters lending_efficiency,,,0.5",
    "plan start P vo zuid other regular 2026 1",
    "plan lending noord zuid 2026 20",
    "plan lending noord zuid 2027 10",
    "plan used noord 2026 20",
    "plan used noord 2027 10",
    "plan used zuid 2026 10",
    "plan used zuid 2027 5",
    NULL,
};

START_TEST (test_lends_again)
{
  CoachingExample e = NAMED (lends_again);
  ck_assert_int_eq (coaching_visit (e.coaching, "b", "x", 2026), 1000);
  ck_assert_int_eq (coaching_visit (e.coaching, "b", "x", 2027), 500);
  ck_assert_uint_eq (e.coaching->n_breaks, 0);
  coaching_clear (&e);
}
END_TEST

/* ---- sectors ---------------------------------------------------------------------- */

/* y does primary schools alone, x all: the vo school gets x, although x has more days for both. */
static const char *const sectors[] = {
    "boards P,Board P,noord",
    "schools a,P,,po,noord,300,0",
    "schools b,P,,vo,noord,300,0",
    "expert_coaches x,Expert,noord,12",
    "expert_coaches y,Expert,noord,10,,,po",
    "plan start P po noord other regular 2026 1",
    "plan start P vo noord other regular 2026 1",
    "plan used noord 2026 20",
    "plan used noord 2027 5",
    NULL,
};

START_TEST (test_sectors)
{
  CoachingExample e = NAMED (sectors);
  ck_assert_int_eq (coaching_visit (e.coaching, "a", "y", 2026), 1000);
  ck_assert_int_eq (coaching_visit (e.coaching, "b", "x", 2026), 1000);
  ck_assert_uint_eq (e.coaching->n_uncovered, 0);
  coaching_clear (&e);
}
END_TEST

/* When x has 4 days, 6 days of the vo school are nobody's, while y has days left. */
START_TEST (test_sectors_short)
{
  const char *rows[G_N_ELEMENTS (sectors)];
  memcpy (rows, sectors, sizeof sectors);
  rows[3] = "expert_coaches x,Expert,noord,4";
  rows[4] = "expert_coaches y,Expert,noord,20,,,po";
  CoachingExample e = NAMED (rows);
  ck_assert_int_eq (coaching_visit (e.coaching, "b", "x", 2026), 400);
  ck_assert_uint_eq (e.coaching->n_uncovered, 2);
  const GpUncovered *found = e.coaching->uncovered;
  ck_assert_int_eq (found[0].kind, GP_UNCOVERED_SUPPORT);
  ck_assert_int_eq (found[0].year, 2026);
  ck_assert_int_eq (found[0].days, 600);
  ck_assert_int_eq (found[0].reason, GP_UNCOVERED_SECTORS);
  ck_assert_int_eq (found[1].year, 2027); /* the second year: 5 days of which x has 4 */
  ck_assert_int_eq (found[1].days, 100);
  ck_assert_int_eq (coaching_count (e.coaching, "noord", 2026)->uncovered, 600);
  coaching_clear (&e);
}
END_TEST

/* A chain. mbo asks 12 days and few may do it: x (mbo) has 12; y (po, vo) 10 and z (vo, mbo) 10,
 * for a po and a vo school of 10 days each. Only y may do the po school. */
static const char *const chain[] = {
    "boards P,Board P,noord",
    "sectors mbo,Vocational,1,0",
    "schools a,P,,po,noord,300,0",
    "schools b,P,,vo,noord,300,0",
    "schools c,P,,mbo,noord,300,0",
    "expert_coaches x,Expert,noord,12,,,mbo",
    "expert_coaches y,Expert,noord,10,,,po+vo",
    "expert_coaches z,Expert,noord,10,,,vo+mbo",
    "parameters support_days,mbo:1,,12",
    "plan start P po noord other regular 2026 1",
    "plan start P vo noord other regular 2026 1",
    "plan start P mbo noord other regular 2026 1",
    "plan used noord 2026 32",
    "plan used noord 2027 5",
    NULL,
};

START_TEST (test_chain)
{
  CoachingExample e = NAMED (chain);
  ck_assert_int_eq (coaching_visit (e.coaching, "a", "y", 2026), 1000);
  ck_assert_int_eq (coaching_visit (e.coaching, "b", "z", 2026), 1000);
  ck_assert_int_eq (coaching_visit (e.coaching, "c", "x", 2026), 1200);
  ck_assert_uint_eq (e.coaching->n_uncovered, 0);
  coaching_clear (&e);
}
END_TEST

/* ---- days that are not there ------------------------------------------------------- */

/* One coach of 5 days, a school of 10, talks of 2 with next year's: the plan has an overload of 7.
 * The school comes first; 5 of its days and the talks are uncovered. */
static const char *const overload[] = {
    "boards P,Board P,noord",
    "schools a,P,,po,noord,300,0",
    "schools b,P,,po,noord,200,0",
    "expert_coaches x,Expert,noord,5",
    "expert_coaches y,Expert,noord,10,2027-2028",
    "parameters recruitment_days,po,,2",
    "plan start P po noord other regular 2026 1",
    "plan start P po noord other regular 2027 1",
    "plan overload noord 2026 7",
    "plan used noord 2026 12",
    "plan used noord 2027 10",
    NULL,
};

START_TEST (test_overload)
{
  CoachingExample e = NAMED (overload);
  const GpUncovered *found = e.coaching->uncovered;
  ck_assert_int_eq (coaching_visit (e.coaching, "a", "x", 2026), 500);
  ck_assert_uint_eq (e.coaching->n_uncovered, 2);
  ck_assert_int_eq (found[0].kind, GP_UNCOVERED_SUPPORT);
  ck_assert_int_eq (found[0].days, 500);
  ck_assert_int_eq (found[1].kind, GP_UNCOVERED_WORK);
  ck_assert_int_eq (found[1].work, GP_WORK_TALKS);
  ck_assert_int_eq (found[1].days, 200);
  ck_assert_int_eq (found[0].reason, GP_UNCOVERED_OVERLOAD);
  ck_assert_int_eq (found[1].reason, GP_UNCOVERED_OVERLOAD);
  coaching_clear (&e);
}
END_TEST

/* ---- boards ------------------------------------------------------------------------ */

/* P's verandercoach gives 10 of 20 days: one of the two schools, whole. The other one has the
 * expert; so has Q's. */
static const char *const board[] = {
    "boards P,Board P,noord,2020-2021",
    "boards Q,Board Q,noord",
    "schools a,P,,po,noord,300,0",
    "schools b,P,,po,noord,200,0",
    "schools q,Q,,po,noord,200,0",
    "expert_coaches x,Expert,noord,20",
    "verandercoaches v,P,Coach,2020-2021",
    "plan start P po noord other regular 2026 2",
    "plan start Q po noord other regular 2026 1",
    "plan verandercoach_days P noord 2026 10",
    "plan used noord 2026 20",
    NULL,
};

START_TEST (test_board)
{
  CoachingExample e = NAMED (board);
  ck_assert_int_eq (coaching_year (e.coaching, "v", 2026)->visits, 1000);
  ck_assert_int_eq (coaching_visit (e.coaching, "q", "v", 2026), 0);
  ck_assert_int_eq (coaching_visit (e.coaching, "q", "x", 2026), 1000);
  ck_assert_uint_eq (coaching_count (e.coaching, "noord", 2026)->split, 0);
  coaching_clear (&e);
}
END_TEST

/* With 14.25 days one school is whole and 4.25 of the other's: it has two coaches. */
START_TEST (test_board_part)
{
  const char *rows[G_N_ELEMENTS (board)];
  memcpy (rows, board, sizeof board);
  rows[9] = "plan verandercoach_days P noord 2026 14.25";
  rows[10] = "plan used noord 2026 15.75";
  CoachingExample e = NAMED (rows);
  ck_assert_int_eq (coaching_visit (e.coaching, "a", "v", 2026) +
                        coaching_visit (e.coaching, "b", "v", 2026),
                    1425);
  ck_assert_int_eq (coaching_visit (e.coaching, "q", "x", 2026), 1000);
  ck_assert_uint_eq (coaching_count (e.coaching, "noord", 2026)->split, 1);
  ck_assert_uint_eq (coaching_count (e.coaching, "noord", 2026)->visits, 4);
  coaching_clear (&e);
}
END_TEST

/* With 10 days, and schools of 7 (vo, one year of support left) and of 5 and 5: exactly the last
 * two, while beginning with the largest would part one. */
static const char *const exact[] = {
    "boards P,Board P,noord,2020-2021",
    "schools a,P,,po,noord,300,0",
    "schools b,P,,po,noord,200,0",
    "schools c,P,,vo,noord,200,0,2025-2026,regular",
    "expert_coaches x,Expert,noord,20",
    "verandercoaches v,P,Coach,2020-2021",
    "parameters support_days,po:1,,5",
    "parameters support_days,vo:2,,7",
    "plan start P po noord other regular 2026 2",
    "plan verandercoach_days P noord 2026 10",
    "plan used noord 2026 7",
    NULL,
};

START_TEST (test_board_exact)
{
  CoachingExample e = NAMED (exact);
  ck_assert_int_eq (coaching_visit (e.coaching, "a", "v", 2026), 500);
  ck_assert_int_eq (coaching_visit (e.coaching, "b", "v", 2026), 500);
  ck_assert_int_eq (coaching_visit (e.coaching, "c", "x", 2026), 700);
  ck_assert_uint_eq (coaching_count (e.coaching, "noord", 2026)->split, 0);
  coaching_clear (&e);
}
END_TEST

/* t has 10 days, u 5. The vo school has t in 2026, and again in 2027, although its 5 days then fit
 * u best. */
static const char *const board_keeps[] = {
    "boards P,Board P,noord,2020-2021",           "schools a,P,,vo,noord,300,0",
    "verandercoaches t,P,Coach T,2020-2021,10",   "verandercoaches u,P,Coach U,2020-2021,5",
    "plan start P vo noord other regular 2026 1", "plan verandercoach_days P noord 2026 10",
    "plan verandercoach_days P noord 2027 5",     NULL,
};

START_TEST (test_board_keeps)
{
  CoachingExample e = NAMED (board_keeps);
  ck_assert_int_eq (coaching_visit (e.coaching, "a", "t", 2026), 1000);
  ck_assert_int_eq (coaching_visit (e.coaching, "a", "t", 2027), 500);
  ck_assert_uint_eq (e.coaching->n_breaks, 0);
  coaching_clear (&e);
}
END_TEST

/* The verandercoach gives 10 days in 2026 and none in 2027: to the po school, since the vo school
 * would have to change in 2027. */
static const char *const board_ahead[] = {
    "boards P,Board P,noord,2020-2021",
    "schools a,P,,vo,noord,300,0",
    "schools b,P,,po,noord,300,0",
    "expert_coaches x,Expert,noord,20",
    "verandercoaches t,P,Coach T,2020-2021,10",
    "plan start P vo noord other regular 2026 1",
    "plan start P po noord other regular 2026 1",
    "plan verandercoach_days P noord 2026 10",
    "plan used noord 2026 10",
    "plan used noord 2027 5",
    NULL,
};

START_TEST (test_board_ahead)
{
  CoachingExample e = NAMED (board_ahead);
  ck_assert_int_eq (coaching_visit (e.coaching, "b", "t", 2026), 1000);
  ck_assert_int_eq (coaching_visit (e.coaching, "a", "x", 2026), 1000);
  ck_assert_int_eq (coaching_visit (e.coaching, "a", "x", 2027), 500);
  ck_assert_uint_eq (e.coaching->n_breaks, 0);
  coaching_clear (&e);
}
END_TEST

/* ---- hires, trainings and work ------------------------------------------------------- */

/* P becomes a partner in 2026 (6 expert days) and trains one verandercoach then (4 days), who gives
 * 5 days in 2026 and 20 in 2027, when it asks 1.5 days of an expert. One hire of 20 days, 5 of them
 * for the own training, then 0.9 x 20. Talks of 2 days with b, which starts in 2027. 2026: a 10 -
 * 5, work 6 + 4 + 2 = 12: 17 of 5 + 15. 2027: b 10 - 10, work 1.5. */
static const char *const people[] = {
    "boards P,Board P,noord",
    "schools a,P,,po,noord,300,0",
    "schools b,P,,po,noord,200,0",
    "expert_coaches x,Expert,noord,5",
    "parameters partner_min_schools,,,1",
    "parameters partnership_expert_days,,,6",
    "parameters training_expert_days,,,4",
    "parameters verandercoach_first_year_days,,,5",
    "parameters verandercoach_expert_days,,,1.5",
    "parameters expert_training_days,,,5",
    "parameters expert_attrition,,,0.1",
    "parameters recruitment_days,po,,2",
    "plan partner P 2026 1",
    "plan training P 2026 1",
    "plan hire noord 2026 1",
    "plan start P po noord other regular 2026 1",
    "plan start P po noord other regular 2027 1",
    "plan verandercoach_days P noord 2026 5",
    "plan verandercoach_days P noord 2027 10",
    "plan used noord 2026 17",
    "plan used noord 2027 1.5",
    NULL,
};

static gint64
work_of (const GpCoaching *coaching, GpWorkKind kind, GpYear year)
{
  gint64 days = 0;
  for (guint i = 0; i < coaching->n_works; i++)
    if (coaching->works[i].kind == kind && coaching->works[i].year == year)
      days += coaching->works[i].days;
  return days;
}

START_TEST (test_people)
{
  CoachingExample e = NAMED (people);
  ck_assert_uint_eq (e.coaching->n_coaches, 3);
  ck_assert_int_eq (coaching_year (e.coaching, "hire:noord:2026-2027:1", 2026)->days, 1500);
  ck_assert_int_eq (coaching_year (e.coaching, "hire:noord:2026-2027:1", 2027)->days, 1800);
  ck_assert_int_eq (coaching_year (e.coaching, "trained:P:2026-2027:1", 2026)->days, 500);
  ck_assert_int_eq (coaching_year (e.coaching, "trained:P:2026-2027:1", 2027)->days, 2000);
  ck_assert_int_eq (coaching_visit (e.coaching, "a", "trained:P:2026-2027:1", 2026), 500);
  ck_assert_int_eq (coaching_visit (e.coaching, "b", "trained:P:2026-2027:1", 2027), 1000);
  g_autofree char *hire = gp_coaching_coach_name (e.coaching, 1);
  g_autofree char *trainee = gp_coaching_coach_name (e.coaching, 2);
  ck_assert_str_eq (hire, "new expert coach 2026-2027 no. 1 of region Noord");
  ck_assert_str_eq (trainee, "no. 1 (trained 2026-2027), verandercoach of Board P");
  coaching_clear (&e);
}
END_TEST

START_TEST (test_work)
{
  CoachingExample e = NAMED (people);
  ck_assert_int_eq (work_of (e.coaching, GP_WORK_PARTNERSHIP, 2026), 600);
  ck_assert_int_eq (work_of (e.coaching, GP_WORK_TRAINING, 2026), 400);
  ck_assert_int_eq (work_of (e.coaching, GP_WORK_TALKS, 2026), 200);
  ck_assert_int_eq (work_of (e.coaching, GP_WORK_GUIDING, 2026), 0);
  ck_assert_int_eq (work_of (e.coaching, GP_WORK_GUIDING, 2027), 150);
  ck_assert_int_eq (coaching_year (e.coaching, "x", 2026)->visits +
                        coaching_year (e.coaching, "x", 2026)->work +
                        coaching_year (e.coaching, "hire:noord:2026-2027:1", 2026)->visits +
                        coaching_year (e.coaching, "hire:noord:2026-2027:1", 2026)->work,
                    1700);
  coaching_clear (&e);
}
END_TEST

/* A hire whose training takes 26 days, of 20: nobody visits anybody, and 6 days of others go. */
static const char *const induction[] = {
    "boards P,Board P,noord",           "schools a,P,,po,noord,300,0",
    "expert_coaches x,Expert,noord,16", "parameters expert_training_days,,,26",
    "plan hire noord 2026 1",           "plan start P po noord other regular 2026 1",
    "plan used noord 2026 10",          NULL,
};

START_TEST (test_induction)
{
  CoachingExample e = NAMED (induction);
  ck_assert_int_eq (coaching_year (e.coaching, "hire:noord:2026-2027:1", 2026)->days, 0);
  ck_assert_int_eq (work_of (e.coaching, GP_WORK_INDUCTION, 2026), 600);
  ck_assert_int_eq (coaching_year (e.coaching, "x", 2026)->work, 600);
  ck_assert_int_eq (coaching_year (e.coaching, "x", 2026)->visits, 1000);
  ck_assert_uint_eq (e.coaching->n_uncovered, 0);
  coaching_clear (&e);
}
END_TEST

/* ---- hundredths ---------------------------------------------------------------------- */

/* Three schools of 3.335 days ask 3.33, 3.34 and 3.33 (10.005 rounded down is 10.00). Two coaches
 * of 5.005 days have 5.00 each, and nothing is missing. */
static const char *const hundredths[] = {
    "boards P,Board P,noord",
    "schools a,P,,po,noord,300,0",
    "schools b,P,,po,noord,200,0",
    "schools c,P,,po,noord,100,0",
    "expert_coaches x,Expert,noord,5.005",
    "expert_coaches y,Expert,noord,5.005",
    "parameters support_days,po:1,,3.335",
    "plan start P po noord other regular 2026 3",
    "plan used noord 2026 10.01",
    NULL,
};

START_TEST (test_hundredths)
{
  CoachingExample e = NAMED (hundredths);
  ck_assert_int_eq (e.coaching->supports[0].days + e.coaching->supports[1].days +
                        e.coaching->supports[2].days,
                    1000);
  ck_assert_int_eq (coaching_year (e.coaching, "x", 2026)->days, 500);
  ck_assert_uint_eq (e.coaching->n_uncovered, 0);
  coaching_clear (&e);
}
END_TEST

/* Of 3.34 days each the schools ask 10.02; coaches of 5.015 have 10.03 together, so that one of
 * them has 5.02, and 0.01 is left. */
START_TEST (test_raised)
{
  const char *rows[G_N_ELEMENTS (hundredths)];
  memcpy (rows, hundredths, sizeof hundredths);
  rows[4] = "expert_coaches x,Expert,noord,5.015";
  rows[5] = "expert_coaches y,Expert,noord,5.005";
  rows[6] = "parameters support_days,po:1,,3.34";
  rows[8] = "plan used noord 2026 10.02";
  CoachingExample e = NAMED (rows);
  ck_assert_int_eq (coaching_year (e.coaching, "x", 2026)->days +
                        coaching_year (e.coaching, "y", 2026)->days,
                    1002);
  ck_assert_uint_eq (e.coaching->n_uncovered, 0);
  coaching_clear (&e);
}
END_TEST

/* Three coaches of 3.348 days have 3.34 each, and 10.04 together: two of them have 3.35.
 * Verandercoaches likewise. */
static const char *const raised[] = {
    "boards P,Board P,noord,2020-2021",
    "schools a,P,,po,noord,300,0",
    "schools b,P,,po,noord,200,0",
    "expert_coaches x,Expert,noord,3.348",
    "expert_coaches y,Expert,noord,3.348",
    "expert_coaches z,Expert,noord,3.348",
    "verandercoaches t,P,Coach,2020-2021,3.348",
    "verandercoaches u,P,Coach,2020-2021,3.348",
    "verandercoaches v,P,Coach,2020-2021,3.348",
    "parameters support_days,po:1,,10.04",
    "plan start P po noord other regular 2026 2",
    "plan verandercoach_days P noord 2026 10.04",
    "plan used noord 2026 10.04",
    NULL,
};

START_TEST (test_raised_twice)
{
  static const char *const experts[] = {"x", "y", "z"}, *const board_s[] = {"t", "u", "v"};
  CoachingExample e = NAMED (raised);
  gint64 sum = 0, board_sum = 0;
  for (guint i = 0; i < 3; i++) {
    gint64 days = coaching_year (e.coaching, experts[i], 2026)->days;
    ck_assert (days == 334 || days == 335);
    sum += days;
    days = coaching_year (e.coaching, board_s[i], 2026)->days;
    ck_assert (days == 334 || days == 335);
    board_sum += days;
  }
  ck_assert_int_eq (sum, 1004);
  ck_assert_int_eq (board_sum, 1004);
  ck_assert_uint_eq (e.coaching->n_uncovered, 0);
  coaching_clear (&e);
}
END_TEST

/* ---- what cannot be named ------------------------------------------------------------- */

static void
check_refused (const char *const *rows, gboolean whole, const char *part_of_message)
{
  g_autoptr (GError) error = NULL;
  CoachingExample e = coaching_example (rows);
  e.plan->has_whole = whole;
  ck_assert_ptr_null (gp_planner_coaching (e.project, e.plan, &error));
  ck_assert (g_error_matches (error, GP_ERROR, GP_ERROR_DATA));
  ck_assert_msg (strstr (error->message, part_of_message) != NULL, "%s", error->message);
  coaching_clear (&e);
}

START_TEST (test_refused)
{
  const char *rows[G_N_ELEMENTS (split)];
  check_refused (split, FALSE, "relaxed");
  memcpy (rows, split, sizeof split);
  rows[6] = "plan start P po noord other regular 2026 4"; /* there are three */
  check_refused (rows, TRUE, "does not have");
  rows[6] = "plan start P vo noord other regular 2026 1"; /* none of that sector */
  check_refused (rows, TRUE, "does not have");
  rows[6] = "plan verandercoach_days Z noord 2026 1";
  check_refused (rows, TRUE, "plan again");
  rows[6] = "plan lending noord west 2026 1";
  check_refused (rows, TRUE, "plan again");
  rows[6] = "plan overload noord 2035 1"; /* no plan year */
  check_refused (rows, TRUE, "plan again");
  rows[6] = "plan hire noord 2026 100000000";
  check_refused (rows, TRUE, "too many");
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("coaching");
  TCase *tcase = tcase_create ("known answers");
  tcase_add_test (tcase, test_order);
  tcase_add_test (tcase, test_ready);
  tcase_add_test (tcase, test_forced_split);
  tcase_add_test (tcase, test_exact_fit);
  tcase_add_test (tcase, test_filling);
  tcase_add_test (tcase, test_second_year);
  tcase_add_test (tcase, test_gone);
  tcase_add_test (tcase, test_full);
  tcase_add_test (tcase, test_keeps_a_part);
  tcase_add_test (tcase, test_carry);
  tcase_add_test (tcase, test_lending);
  tcase_add_test (tcase, test_lends_again);
  tcase_add_test (tcase, test_sectors);
  tcase_add_test (tcase, test_sectors_short);
  tcase_add_test (tcase, test_chain);
  tcase_add_test (tcase, test_overload);
  tcase_add_test (tcase, test_board);
  tcase_add_test (tcase, test_board_part);
  tcase_add_test (tcase, test_board_exact);
  tcase_add_test (tcase, test_board_keeps);
  tcase_add_test (tcase, test_board_ahead);
  tcase_add_test (tcase, test_people);
  tcase_add_test (tcase, test_work);
  tcase_add_test (tcase, test_induction);
  tcase_add_test (tcase, test_hundredths);
  tcase_add_test (tcase, test_raised);
  tcase_add_test (tcase, test_raised_twice);
  tcase_add_test (tcase, test_refused);
  suite_add_tcase (suite, tcase);
  return gp_test_run (suite);
}
