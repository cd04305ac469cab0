/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The audit of who coaches whom finds fault with every kind of wrong coaching: a sound one, changed
 * in one place, is reported on the line of that rule. */
#include "coaching-example.h"

/* Board P has a verandercoach (12 days in 2026, 5 in 2027) and three schools in noord: a and b (po,
 * in 2026), c (vo, 2026 and 2027); d (vo, of history, 5 days in 2026). Q has e (po, noord, in 2027)
 * and z (po, zuid, in 2026: days lent by noord, half of which arrive). w does vo alone. x leaves
 * after 2026, so c changes coach (its second year), unless w or the board has it. Work: 1 day of
 * talks with e in 2026, 2 days of guiding each year. 2026: a, b, c 10 each, d 5, less 12, work 3,
 * lent 20: 46 of 65. 2027: c 5, e 10, less 5, 2: 12. */
static const char *const rows_sound[] = {
    "boards P,Board P,noord,2020-2021",
    "boards Q,Board Q,noord",
    "schools a,P,,po,noord,300,0",
    "schools b,P,,po,noord,200,0",
    "schools c,P,,vo,noord,300,0",
    "schools d,P,,vo,noord,300,0,2025-2026,regular",
    "schools e,Q,,po,noord,100,0",
    "schools f,Q,,po,noord,90,0",
    "schools z,Q,,po,zuid,100,0",
    "expert_coaches u,Expert U,noord,35",
    "expert_coaches w,Expert W,noord,10,,,vo",
    "expert_coaches x,Expert X,noord,20,,2026-2027",
    "expert_coaches y,Expert Y,zuid,1",
    "verandercoaches v,P,Coach V,2020-2021",
    "parameters lending_efficiency,,,0.5",
    "parameters recruitment_days,po,,1",
    "parameters verandercoach_expert_days,,,2",
    "parameters verandercoach_retention,,,1",
    "plan start P po noord other regular 2026 2",
    "plan start P vo noord other regular 2026 1",
    "plan start Q po noord other regular 2027 1",
    "plan start Q po zuid other regular 2026 1",
    "plan verandercoach_days P noord 2026 12",
    "plan verandercoach_days P noord 2027 5",
    "plan lending noord zuid 2026 20",
    "plan used noord 2026 46",
    "plan used zuid 2026 10",
    "plan used noord 2027 12",
    NULL,
};

/* ---- changing ---------------------------------------------------------------------- */

typedef struct {
  GArray *coaches, *days, *starts, *supports, *visits, *works, *loans, *uncovered, *breaks;
  const GpCoaching *from;
} Rows;

static GArray *
copy (gconstpointer data, guint n, gsize size)
{
  GArray *array = g_array_new (FALSE, FALSE, (guint)size);
  g_array_append_vals (array, data, n);
  return array;
}

#define COPY(from, rows) copy ((from)->rows, (from)->n_##rows, sizeof *(from)->rows)

typedef void (*Change) (Rows *rows);

static GpCoaching *
changed (const GpCoaching *from, Change change)
{
  Rows rows = {
      COPY (from, coaches), g_array_new (FALSE, FALSE, sizeof (gint64)),
      COPY (from, starts),  COPY (from, supports),
      COPY (from, visits),  COPY (from, works),
      COPY (from, loans),   copy (from->uncovered, from->n_uncovered, sizeof *from->uncovered),
      COPY (from, breaks),  from};
  for (guint i = 0; i < from->n_coaches * from->n_years; i++)
    g_array_append_val (rows.days, from->coach_years[i].days);
  change (&rows);
  GpCoaching *to = gp_coaching_new (from->project, from->scenario, from->data_version);
  for (guint i = 0; i < rows.coaches->len; i++)
    gp_coaching_add_coach (to, &g_array_index (rows.coaches, GpCoach, i),
                           &g_array_index (rows.days, gint64, i * from->n_years));
  for (guint i = 0; i < rows.starts->len; i++)
    gp_coaching_add_start (to, &g_array_index (rows.starts, GpCoachingStart, i));
  for (guint i = 0; i < rows.supports->len; i++)
    gp_coaching_add_support (to, &g_array_index (rows.supports, GpCoachingSupport, i));
  for (guint i = 0; i < rows.visits->len; i++)
    gp_coaching_add_visit (to, &g_array_index (rows.visits, GpVisit, i));
  for (guint i = 0; i < rows.works->len; i++)
    gp_coaching_add_work (to, &g_array_index (rows.works, GpCoachingWork, i));
  for (guint i = 0; i < rows.loans->len; i++)
    gp_coaching_add_loan (to, &g_array_index (rows.loans, GpCoachingLoan, i));
  for (guint i = 0; i < rows.uncovered->len; i++)
    gp_coaching_add_uncovered (to, &g_array_index (rows.uncovered, GpUncovered, i));
  for (guint i = 0; i < rows.breaks->len; i++)
    gp_coaching_add_break (to, &g_array_index (rows.breaks, GpCoachingBreak, i));
  gp_coaching_finish (to);
  GArray *all[] = {rows.coaches, rows.days,  rows.starts,    rows.supports, rows.visits,
                   rows.works,   rows.loans, rows.uncovered, rows.breaks};
  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    g_array_unref (all[i]);
  return to;
}

static const GpAuditLine *
find_line (const GpAudit *audit, const char *name)
{
  for (guint i = 0; i < audit->n_lines; i++)
    if (g_str_equal (audit->lines[i].name, name))
      return &audit->lines[i];
  ck_abort_msg ("no line %s", name);
  return NULL;
}

/* ---- where things are ---------------------------------------------------------------- */

static guint32
school (const Rows *rows, const char *code)
{
  return gp_project_find (rows->from->project, GP_TABLE_SCHOOLS, code);
}

static GpVisit *
visit (const Rows *rows, const char *code, GpYear year)
{
  for (guint i = 0; i < rows->visits->len; i++) {
    GpVisit *row = &g_array_index (rows->visits, GpVisit, i);
    if (row->school == school (rows, code) && row->year == year)
      return row;
  }
  ck_abort_msg ("no visit %s %d", code, year);
  return NULL;
}

static guint32
coach (const Rows *rows, const char *code)
{
  return coaching_coach (rows->from, code);
}

static GpCoachingSupport *
support (const Rows *rows, const char *code, GpYear year)
{
  for (guint i = 0; i < rows->supports->len; i++) {
    GpCoachingSupport *row = &g_array_index (rows->supports, GpCoachingSupport, i);
    if (row->school == school (rows, code) && row->year == year)
      return row;
  }
  ck_abort_msg ("no support %s %d", code, year);
  return NULL;
}

static GpCoachingWork *
work (const Rows *rows, GpWorkKind kind)
{
  for (guint i = 0; i < rows->works->len; i++)
    if (g_array_index (rows->works, GpCoachingWork, i).kind == kind)
      return &g_array_index (rows->works, GpCoachingWork, i);
  ck_abort_msg ("no work");
  return NULL;
}

static void
add_uncovered (Rows *rows, GpUncovered row)
{
  row.to_region = GP_NONE;
  g_array_append_val (rows->uncovered, row);
}

/* Days of a school that an expert gives, listed as nobody's instead. */
static void
uncover (Rows *rows, GpUncoveredReason reason)
{
  GpVisit *row = visit (rows, "z", 2026);
  const GpSchool *at = &rows->from->project->schools[row->school];
  add_uncovered (rows, (GpUncovered){.kind = GP_UNCOVERED_SUPPORT,
                                     .school = row->school,
                                     .board = at->board,
                                     .region = at->region,
                                     .year = 2026,
                                     .days = row->days,
                                     .reason = reason});
  row->days = 0;
}

/* ---- changes -------------------------------------------------------------------------- */

static void
other_school_starts (Rows *rows)
{
  for (guint i = 0; i < rows->starts->len; i++)
    if (g_array_index (rows->starts, GpCoachingStart, i).school == school (rows, "e"))
      g_array_index (rows->starts, GpCoachingStart, i).school = school (rows, "f");
}

static void
starts_later (Rows *rows)
{
  g_array_index (rows->starts, GpCoachingStart, 0).year = 2027;
}

static void
other_programme (Rows *rows)
{
  g_array_index (rows->starts, GpCoachingStart, 0).programme = GP_PROGRAMME_GROEIKRACHT;
}

static void
start_missing (Rows *rows)
{
  g_array_remove_index (rows->starts, 0);
}

static void
starts_twice (Rows *rows)
{
  GpCoachingStart again = g_array_index (rows->starts, GpCoachingStart, 0);
  g_array_append_val (rows->starts, again);
}

static void
more_days (Rows *rows)
{
  g_array_index (rows->days, gint64, 0)++;
}

static void
other_sectors (Rows *rows)
{
  g_array_index (rows->coaches, GpCoach, coach (rows, "w")).sectors = 0;
}

static void
other_region (Rows *rows)
{
  g_array_index (rows->coaches, GpCoach, coach (rows, "y")).region = 0;
}

static void
extra_hire (Rows *rows)
{
  const gint64 days[] = {0, 0};
  GpCoach hire = {
      .kind = GP_COACH_HIRE, .record = GP_NONE, .board = GP_NONE, .year = 2027, .number = 1};
  g_array_append_val (rows->coaches, hire);
  g_array_append_vals (rows->days, days, 2);
}

/* Its visits are another's, so that nothing else refers to the coach. */
static void
coach_missing (Rows *rows)
{
  ck_assert_uint_eq (coach (rows, "v"), rows->coaches->len - 1);
  for (guint i = 0; i < rows->visits->len; i++) {
    GpVisit *row = &g_array_index (rows->visits, GpVisit, i);
    if (row->coach == coach (rows, "v"))
      row->coach = coach (rows, "u");
  }
  g_array_set_size (rows->coaches, rows->coaches->len - 1);
}

static void
above_days (Rows *rows)
{
  /* a school more for u, who has 35 days, and nobody else for it */
  guint32 u = coach (rows, "u");
  visit (rows, "a", 2026)->coach = u;
  visit (rows, "b", 2026)->coach = u;
  visit (rows, "c", 2026)->coach = u;
  visit (rows, "d", 2026)->coach = u;
  visit (rows, "a", 2026)->days += 2000;
}

static void
fewer_days (Rows *rows)
{
  visit (rows, "e", 2027)->days--;
}

static void
asks_more (Rows *rows)
{
  support (rows, "e", 2027)->days++;
  visit (rows, "e", 2027)->days++;
}

static void
other_support_year (Rows *rows)
{
  support (rows, "d", 2026)->support_year = 1;
}

static void
support_missing (Rows *rows)
{
  support (rows, "d", 2026)->days = 0;
  for (guint i = 0; i < rows->visits->len; i++)
    if (g_array_index (rows->visits, GpVisit, i).school == school (rows, "d"))
      g_array_index (rows->visits, GpVisit, i).days = 0;
}

static void
extra_support (Rows *rows)
{
  GpCoachingSupport row = {school (rows, "f"), 2026, 1, 100};
  GpVisit more = {school (rows, "f"), coach (rows, "u"), 2026, 100};
  g_array_append_val (rows->supports, row);
  g_array_append_val (rows->visits, more);
}

static void
wrong_sector (Rows *rows)
{
  visit (rows, "e", 2027)->coach = coach (rows, "w");
}

static void
wrong_board (Rows *rows)
{
  visit (rows, "e", 2027)->coach = coach (rows, "v");
}

static void
wrong_region (Rows *rows)
{
  visit (rows, "e", 2027)->coach = coach (rows, "y");
}

static void
negative_visit (Rows *rows)
{
  GpVisit less = {school (rows, "e"), coach (rows, "w"), 2027, -100};
  visit (rows, "e", 2027)->days += 100;
  g_array_append_val (rows->visits, less);
}

static void
listed_twice (Rows *rows)
{
  GpVisit *row = visit (rows, "e", 2027);
  GpVisit half = *row;
  half.days = row->days / 2;
  row->days -= half.days;
  g_array_append_val (rows->visits, half);
}

static void
board_gives_less (Rows *rows)
{
  for (guint i = 0; i < rows->visits->len; i++) {
    GpVisit *row = &g_array_index (rows->visits, GpVisit, i);
    if (row->coach == coach (rows, "v") && row->year == 2027)
      row->coach = coach (rows, "u");
  }
}

static void
lends_less (Rows *rows)
{
  g_array_index (rows->loans, GpCoachingLoan, 0).days -= 100;
}

static void
more_arrives (Rows *rows)
{
  g_array_index (rows->loans, GpCoachingLoan, 0).arrives += 100;
}

static void
loan_to_own (Rows *rows)
{
  g_array_index (rows->loans, GpCoachingLoan, 0).region = 0;
}

static void
gives_more_there (Rows *rows)
{
  g_array_index (rows->loans, GpCoachingLoan, 0).arrives -= 1;
}

/* Half of what is lent arrives, and z has all of it. */
static void
works_there_too (Rows *rows)
{
  const GpCoachingLoan *loan = &g_array_index (rows->loans, GpCoachingLoan, 0);
  GpCoachingWork *row = work (rows, GP_WORK_TALKS);
  row->coach = loan->coach;
  row->region = loan->region;
  row->year = loan->year;
}

static void
other_work (Rows *rows)
{
  work (rows, GP_WORK_GUIDING)->days += 2;
}

static void
unknown_work (Rows *rows)
{
  work (rows, GP_WORK_TALKS)->school = school (rows, "f");
}

static void
work_missing (Rows *rows)
{
  work (rows, GP_WORK_TALKS)->days = 0;
}

static void
work_of_verandercoach (Rows *rows)
{
  work (rows, GP_WORK_TALKS)->coach = coach (rows, "v");
}

static void
false_overload (Rows *rows)
{
  uncover (rows, GP_UNCOVERED_OVERLOAD);
}

static void
false_sectors (Rows *rows)
{
  uncover (rows, GP_UNCOVERED_SECTORS);
}

static void
false_rounding (Rows *rows)
{
  uncover (rows, GP_UNCOVERED_ROUNDING);
}

/* u has days left in 2027. */
static void
nobody_does_talks (Rows *rows)
{
  GpCoachingWork *row = work (rows, GP_WORK_GUIDING);
  add_uncovered (rows, (GpUncovered){.kind = GP_UNCOVERED_WORK,
                                     .school = GP_NONE,
                                     .board = row->board,
                                     .region = row->region,
                                     .work = row->kind,
                                     .year = row->year,
                                     .days = 1,
                                     .reason = GP_UNCOVERED_ROUNDING});
  row->days--;
}

static void
add_break (Rows *rows, const char *code, GpBreakReason reason)
{
  GpCoachingBreak row = {school (rows, code), 2027, coach (rows, "v"), reason};
  g_array_append_val (rows->breaks, row);
}

static void
false_break (Rows *rows)
{
  add_break (rows, "c", GP_BREAK_GONE);
}

static void
break_elsewhere (Rows *rows)
{
  add_break (rows, "e", GP_BREAK_GONE);
}

/* Somebody new for c in its second year, without a word, and with a false reason. */
static void
new_coach_unsaid (Rows *rows)
{
  for (guint i = 0; i < rows->visits->len; i++) {
    GpVisit *row = &g_array_index (rows->visits, GpVisit, i);
    if (row->school == school (rows, "c") && row->year == 2027)
      row->coach = coach (rows, "u");
  }
}

static void
new_coach_false_reason (Rows *rows)
{
  new_coach_unsaid (rows);
  add_break (rows, "c", GP_BREAK_GONE);
}

/* A circle: a and b, two experts, each at both. Every one gives what he gave. */
static void
circle (Rows *rows)
{
  guint32 first = coach (rows, "u"), other = coach (rows, "x");
  GpVisit at_a[] = {{school (rows, "a"), first, 2026, 500}, {school (rows, "a"), other, 2026, 500}};
  GpVisit at_b[] = {{school (rows, "b"), first, 2026, 500}, {school (rows, "b"), other, 2026, 500}};
  for (guint i = 0; i < rows->visits->len; i++) {
    GpVisit *row = &g_array_index (rows->visits, GpVisit, i);
    if (row->year == 2026 &&
        (row->school == school (rows, "a") || row->school == school (rows, "b")))
      row->days = 0;
  }
  g_array_append_vals (rows->visits, at_a, 2);
  g_array_append_vals (rows->visits, at_b, 2);
}

static const struct {
  const char *line;
  Change change;
} changes[] = {
    {"starts", other_school_starts},
    {"starts", starts_later},
    {"starts", other_programme},
    {"starts", start_missing},
    {"starts", starts_twice},
    {"people", more_days},
    {"people", other_sectors},
    {"people", other_region},
    {"people", extra_hire},
    {"people", coach_missing},
    {"days", above_days},
    {"support", fewer_days},
    {"support", asks_more},
    {"support", other_support_year},
    {"support", support_missing},
    {"support", extra_support},
    {"visits", wrong_sector},
    {"visits", wrong_board},
    {"visits", wrong_region},
    {"visits", negative_visit},
    {"visits", listed_twice},
    {"visits", work_of_verandercoach},
    {"verandercoach_days", board_gives_less},
    {"loans", lends_less},
    {"loans", more_arrives},
    {"loans", loan_to_own},
    {"loans", gives_more_there},
    {"loans", works_there_too},
    {"work", other_work},
    {"work", unknown_work},
    {"work", work_missing},
    {"work", support_missing},
    {"uncovered", false_overload},
    {"uncovered", false_sectors},
    {"uncovered", false_rounding},
    {"uncovered", nobody_does_talks},
    {"splits", circle},
    {"continuity", false_break},
    {"continuity", break_elsewhere},
    {"continuity", new_coach_unsaid},
    {"continuity", new_coach_false_reason},
};

START_TEST (test_changed)
{
  g_autoptr (GError) error = NULL;
  CoachingExample e = coaching_named (rows_sound);
  g_autoptr (GpCoaching) wrong = changed (e.coaching, changes[_i].change);
  g_autoptr (GpAudit) audit = gp_audit_coaching (e.project, e.plan, wrong, NULL, &error);
  ck_assert_msg (audit != NULL, "%s", error != NULL ? error->message : "");
  ck_assert_msg (!audit->passed, "change %d of %s passes", _i, changes[_i].line);
  ck_assert_msg (find_line (audit, changes[_i].line)->n_violated > 0,
                 "change %d: %s has no fault, but: %s", _i, changes[_i].line, audit->faults[0]);
  coaching_clear (&e);
}
END_TEST

/* Copying without a change passes: it is the changes that are found. */
static void
nothing (Rows *rows)
{
  (void)rows;
}

START_TEST (test_unchanged)
{
  CoachingExample e = coaching_named (rows_sound);
  g_autoptr (GpCoaching) same = changed (e.coaching, nothing);
  g_autoptr (GpAudit) audit = gp_audit_coaching (e.project, e.plan, same, NULL, NULL);
  ck_assert (audit->passed);
  for (guint i = 0; i < audit->n_lines; i++)
    ck_assert_msg (audit->lines[i].n_checked > 0, "%s checks nothing", audit->lines[i].name);
  coaching_clear (&e);
}
END_TEST

/* Stated counts and sums are checked too. */
START_TEST (test_counts)
{
  CoachingExample e = coaching_named (rows_sound);
  ((GpCoachingCount *)(gpointer)e.coaching->counts)->split++;
  ((GpCoachYear *)(gpointer)e.coaching->coach_years)->work++;
  g_autoptr (GpAudit) audit = gp_audit_coaching (e.project, e.plan, e.coaching, NULL, NULL);
  ck_assert_uint_eq (find_line (audit, "splits")->n_violated, 1);
  ck_assert_uint_eq (find_line (audit, "days")->n_violated, 1);
  coaching_clear (&e);
}
END_TEST

/* Each coach who is left out is one below what is asked. */
START_TEST (test_missing_coach)
{
  CoachingExample e = coaching_named (rows_sound);
  g_autoptr (GpCoaching) wrong = changed (e.coaching, coach_missing);
  g_autoptr (GpAudit) audit = gp_audit_coaching (e.project, e.plan, wrong, NULL, NULL);
  ck_assert_uint_eq (find_line (audit, "people")->n_violated, 1);
  ck_assert_double_eq (find_line (audit, "people")->worst_slack, -1);
  coaching_clear (&e);
}
END_TEST

/* Overload: 5 days of it are true, 6 are not, and not while somebody has days left. */
static const char *const rows_short[] = {
    "boards P,Board P,noord",
    "schools a,P,,po,noord,300,0",
    "schools b,P,,po,noord,200,0",
    "expert_coaches x,Expert,noord,15",
    "plan start P po noord other regular 2026 2",
    "plan overload noord 2026 5",
    "plan used noord 2026 20",
    NULL,
};

static void
one_day_more (Rows *rows)
{
  GpUncovered *row = &g_array_index (rows->uncovered, GpUncovered, 0);
  row->days += 100;
  for (guint i = 0; i < rows->visits->len; i++)
    if (g_array_index (rows->visits, GpVisit, i).school == row->school)
      g_array_index (rows->visits, GpVisit, i).days -= 100;
}

static void
called_sectors (Rows *rows)
{
  g_array_index (rows->uncovered, GpUncovered, 0).reason = GP_UNCOVERED_SECTORS;
}

START_TEST (test_overload)
{
  static const Change wrong[] = {one_day_more, called_sectors};
  CoachingExample e = coaching_named (rows_short);
  ck_assert_uint_eq (e.coaching->n_uncovered, 1);
  ck_assert_int_eq (e.coaching->uncovered->days, 500);
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++) {
    g_autoptr (GpCoaching) other = changed (e.coaching, wrong[i]);
    g_autoptr (GpAudit) audit = gp_audit_coaching (e.project, e.plan, other, NULL, NULL);
    ck_assert_uint_gt (find_line (audit, "uncovered")->n_violated, 0);
  }
  coaching_clear (&e);
}
END_TEST

START_TEST (test_refused)
{
  g_autoptr (GError) error = NULL;
  CoachingExample e = coaching_named (rows_sound), other = coaching_named (rows_short);
  ck_assert_ptr_null (gp_audit_coaching (e.project, e.plan, other.coaching, NULL, &error));
  ck_assert (g_error_matches (error, GP_ERROR, GP_ERROR_DATA));
  g_clear_error (&error);
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();
  g_cancellable_cancel (cancelled);
  ck_assert_ptr_null (gp_audit_coaching (e.project, e.plan, e.coaching, cancelled, &error));
  ck_assert (g_error_matches (error, GP_ERROR, GP_ERROR_CANCELLED));
  coaching_clear (&e);
  coaching_clear (&other);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("coaching");
  TCase *tcase = tcase_create ("faults");
  tcase_add_test (tcase, test_unchanged);
  tcase_add_loop_test (tcase, test_changed, 0, G_N_ELEMENTS (changes));
  tcase_add_test (tcase, test_counts);
  tcase_add_test (tcase, test_missing_coach);
  tcase_add_test (tcase, test_overload);
  tcase_add_test (tcase, test_refused);
  suite_add_tcase (suite, tcase);
  return gp_test_run (suite);
}
