/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The levers of repairs, worked out by hand: how far they can be turned, and into what settings. */
#include "../../../src/planner/advice/gp-repairs-private.h"
#include "reasons-example.h"

/* po asks 10 days, vo 10 and 5: 25. */
static const char *const rows[] = {"boards P,Board P,noord",
                                   "boards Q,Board Q,zuid",
                                   "schools 2 P,,po,noord,100,0",
                                   "schools 1 Q,,vo,zuid,100,0",
                                   "expert_coaches e,Expert,noord,20",
                                   "expert_coaches f,Expert,zuid,20,,2026-2027",
                                   NULL};

typedef struct {
  GpProject *project;
  GpPlanData *data;
  GpPlan *base;
  GpLeverData levers;
} Levers;

static Levers
begin (GpYear last, const char *const *lines)
{
  Levers l = {.project = example_project (last, lines)};
  guint32 scenario = example_base (l.project);
  l.data = gp_plan_data_new (l.project, scenario, NULL);
  l.base = gp_planner_plan (l.project, scenario, NULL, NULL, NULL);
  ck_assert (l.data != NULL && l.base != NULL);
  l.levers = (GpLeverData){l.project, scenario, l.data, l.base};
  return l;
}

static void
end (Levers *l)
{
  gp_plan_unref (l->base);
  gp_plan_data_free (l->data);
  gp_project_unref (l->project);
}

static void
check_settings (GArray *settings, GpParam param, guint n, const double *before, const double *after)
{
  ck_assert_uint_eq (settings->len, n);
  for (guint i = 0; i < n; i++) {
    const GpRepairSetting *found = &g_array_index (settings, GpRepairSetting, i);
    ck_assert_int_eq (found->param, param);
    ck_assert_double_eq (found->before, before[i]);
    ck_assert_double_eq (gp_decimal_to_double (found->value), after[i]);
  }
  g_array_unref (settings);
}

/* Three schools' 25 days three times over are 225, of experts who give 20 each: 12. */
START_TEST (test_most)
{
  static const char *const shares[] = {
      "boards P,Board P,noord",
      "schools 5 P,,po,noord,100,0",
      "parameters handover_share,,2026-2027,0.5",
      "parameters handover_share,,2027-2028,0.255",
      NULL,
  };
  Levers l = begin (2027, rows), other = begin (2027, shares);
  ck_assert_uint_eq (gp_lever_max (&l.levers, GP_LEVER_EXPERTS), 12);
  ck_assert_uint_eq (gp_lever_max (&l.levers, GP_LEVER_PARTNERS), 2);
  ck_assert_uint_eq (gp_lever_max (&l.levers, GP_LEVER_TRAINING), 3);
  ck_assert_uint_eq (gp_lever_max (&l.levers, GP_LEVER_INTEREST), 3);
  ck_assert_uint_eq (gp_lever_max (&l.levers, GP_LEVER_COHORTS), 0);
  /* from 0.255 to 1, in hundredths */
  ck_assert_uint_eq (gp_lever_max (&other.levers, GP_LEVER_HANDOVER), 75);
  end (&l);
  end (&other);
}
END_TEST

/* A cap below the heads that are there rises to them first. */
START_TEST (test_settings)
{
  static const char *const capped[] = {"boards P,Board P,noord",
                                       "schools 2 P,,po,noord,100,0",
                                       "expert_coaches e,Expert,noord,20",
                                       "expert_coaches f,Expert,zuid,20,,2026-2027",
                                       "parameters expert_cap,,,1",
                                       "parameters handover_share,,2026-2027,0.5",
                                       "parameters handover_share,,2027-2028,0.99",
                                       "parameters interest_cap,,2027-2028,4",
                                       "parameters interest_cap,,2026-2027,3",
                                       NULL};
  Levers l = begin (2027, capped);
  check_settings (gp_lever_settings (&l.levers, GP_LEVER_EXPERTS, 3, 2026), GP_PARAM_EXPERT_CAP, 2,
                  (const double[]){1, 1}, (const double[]){5, 4});
  check_settings (gp_lever_settings (&l.levers, GP_LEVER_EXPERTS, 3, 2027), GP_PARAM_EXPERT_CAP, 1,
                  (const double[]){1}, (const double[]){4});
  check_settings (gp_lever_settings (&l.levers, GP_LEVER_HANDOVER, 5, 2026),
                  GP_PARAM_HANDOVER_SHARE, 2, (const double[]){0.5, 0.99},
                  (const double[]){0.55, 1});
  check_settings (gp_lever_settings (&l.levers, GP_LEVER_INTEREST, 2, 2026), GP_PARAM_INTEREST_CAP,
                  2, (const double[]){3, 4}, (const double[]){5, 6});
  end (&l);
}
END_TEST

/* Four are asked for a year and one may start: behind 3, 6. As they are filled, 1 and 1 are asked;
 * half of it later, 4 - 1.5 and 8 - 3, is 2 and 3 more. */
START_TEST (test_cohorts)
{
  static const char *const behind[] = {"boards P,Board P,noord",
                                       "schools 9 P,,po,noord,100,0",
                                       "expert_coaches e,Expert,noord,100",
                                       "parameters interest_cap,,,1",
                                       "parameters cohort_target,regular,,4",
                                       NULL};
  double places;
  Levers l = begin (2027, behind);
  check_settings (gp_lever_cohorts (&l.levers, GP_PRIORITY_REGULAR_DELAY, 1, &places),
                  GP_PARAM_COHORT_TARGET, 2, (const double[]){4, 4}, (const double[]){1, 1});
  ck_assert_double_eq (places, 6);
  check_settings (gp_lever_cohorts (&l.levers, GP_PRIORITY_REGULAR_DELAY, 0.5, &places),
                  GP_PARAM_COHORT_TARGET, 2, (const double[]){4, 4}, (const double[]){2, 3});
  ck_assert_double_eq (places, 3);
  ck_assert_ptr_null (gp_lever_cohorts (&l.levers, GP_PRIORITY_OVERLOAD, 1, &places));
  end (&l);
}
END_TEST

/* No more than two decimals, and none that say nothing. */
START_TEST (test_decimals)
{
  const GpRepair part = {.goal = GP_PRIORITY_REGULAR_DELAY,
                         .lever = GP_LEVER_TRAINING,
                         .extent = GP_REPAIR_PART,
                         .before = 13.0 / 3,
                         .after = 5.0 / 3};
  GpRepair tenths = part;
  g_autofree char *sentence = gp_repair_sentence (&part);
  ck_assert_str_eq (sentence, "Training more verandercoaches alone, however much, is not enough: "
                              "1.67 of 4.33 school-years of regular delay are left.");
  tenths.before = 4;
  tenths.after = 1.5;
  g_autofree char *other = gp_repair_sentence (&tenths);
  ck_assert_str_eq (other, "Training more verandercoaches alone, however much, is not enough: "
                           "1.5 of 4 school-years of regular delay are left.");
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("repairs-levers");
  TCase *tests = tcase_create ("known answers");
  tcase_add_test (tests, test_most);
  tcase_add_test (tests, test_settings);
  tcase_add_test (tests, test_cohorts);
  tcase_add_test (tests, test_decimals);
  suite_add_tcase (suite, tests);
  return gp_test_run (suite);
}
