/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is drawn becomes the values of a project: the most specific spread, factors on each year's
 * own value, bounds, and children of the scenario that said how uncertain it is. */
#include "futures-example.h"

#include "gp-futures-draw.h"

#define SEED 3

static GpProject *
future (const GpProject *project, guint32 number)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GpDraw) draw = gp_draw_new (project, futures_scenario (project), &error);
  g_autoptr (GpVariant) variant = NULL;
  GpProject *made;

  ck_assert_msg (draw != NULL, "%s", error != NULL ? error->message : "");
  variant = gp_draw_variant (draw, SEED, number);
  made = gp_variant_make (variant, &error);
  ck_assert_msg (made != NULL, "%s", error != NULL ? error->message : "");
  return made;
}

static double
value (const GpProject *project, GpParam param, const char *scope, GpYear year)
{
  return gp_param_value (project, futures_scenario (project), param, scope, year);
}

static double
quantile (const char *key, double low, double mode, double high, guint32 number)
{
  return gp_futures_triangular (low, mode, high,
                                gp_futures_uniform (SEED, number, gp_futures_key (key)));
}

/* 0.5 in the first year and 0.6 in the second keep their ratio under a factor. */
START_TEST (a_factor_keeps_the_years_apart)
{
  g_autoptr (GpProject) project = futures_project (
      "parameters handover_share,,2026-2027,0.5", "parameters handover_share,,2027-2028,0.6",
      "parameters uncertain:handover_share,factor_low,,0.5",
      "parameters uncertain:handover_share,factor_mode,,1",
      "parameters uncertain:handover_share,factor_high,,1.2", NULL);

  for (guint32 i = 0; i < 20; i++) {
    g_autoptr (GpProject) made = future (project, i);
    double factor = quantile ("handover_share||value|", 0.5, 1, 1.2, i);

    ck_assert_double_eq_tol (value (made, GP_PARAM_HANDOVER_SHARE, NULL, 2026), 0.5 * factor, 6e-7);
    ck_assert_double_eq_tol (value (made, GP_PARAM_HANDOVER_SHARE, NULL, 2027), 0.6 * factor, 6e-7);
  }
}
END_TEST

/* po and vo 2 days; vo alone, and then only in the second year, has a spread of its own. A scope's
 * own spread is another draw than the general one. */
START_TEST (the_most_specific_spread_counts)
{
  g_autoptr (GpProject) project = futures_project (
      "parameters recruitment_days,,,2", "parameters uncertain:recruitment_days,low,,1",
      "parameters uncertain:recruitment_days,mode,,2",
      "parameters uncertain:recruitment_days,high,,3",
      "parameters uncertain:recruitment_days,low:vo,2027-2028,5",
      "parameters uncertain:recruitment_days,mode:vo,2027-2028,6",
      "parameters uncertain:recruitment_days,high:vo,2027-2028,7", NULL);

  for (guint32 i = 0; i < 20; i++) {
    g_autoptr (GpProject) made = future (project, i);
    double general = quantile ("recruitment_days||value|", 1, 2, 3, i);
    double vo = quantile ("recruitment_days|vo|value|", 5, 6, 7, i);

    ck_assert_double_eq_tol (value (made, GP_PARAM_RECRUITMENT_DAYS, "po", 2026), general, 6e-7);
    ck_assert_double_eq_tol (value (made, GP_PARAM_RECRUITMENT_DAYS, "po", 2027), general, 6e-7);
    ck_assert_double_eq_tol (value (made, GP_PARAM_RECRUITMENT_DAYS, "vo", 2026), general, 6e-7);
    ck_assert_double_eq_tol (value (made, GP_PARAM_RECRUITMENT_DAYS, "vo", 2027), vo, 6e-7);
  }
}
END_TEST

/* A share of 0.9 times 1 to 3 stays a share. */
START_TEST (values_stay_within_their_bounds)
{
  g_autoptr (GpProject) project =
      futures_project ("parameters verandercoach_retention,,,0.9",
                       "parameters uncertain:verandercoach_retention,factor_low,,1",
                       "parameters uncertain:verandercoach_retention,factor_mode,,2",
                       "parameters uncertain:verandercoach_retention,factor_high,,3", NULL);
  guint full = 0;

  for (guint32 i = 0; i < 20; i++) {
    g_autoptr (GpProject) made = future (project, i);
    double share = value (made, GP_PARAM_VERANDERCOACH_RETENTION, NULL, GP_YEAR_NONE);

    ck_assert_double_le (share, 1);
    full += share >= 1;
  }
  ck_assert_uint_gt (full, 15); /* it is below 1 with a probability of (1/9)^2 / 2 */
}
END_TEST

/* base is a child of frame (planner-example.h): it inherits the spread, and its own value counts.
 */
START_TEST (children_inherit_what_is_uncertain)
{
  g_autoptr (GpProject) project = futures_project (
      "frame expert_attrition,,,0.1", "frame uncertain:expert_attrition,factor_low,,0.5",
      "frame uncertain:expert_attrition,factor_mode,,0.5",
      "frame uncertain:expert_attrition,factor_high,,0.5", "parameters expert_attrition,,,0.4",
      NULL);
  g_autoptr (GpProject) made = future (project, 0);

  ck_assert_double_eq_tol (value (made, GP_PARAM_EXPERT_ATTRITION, NULL, GP_YEAR_NONE), 0.2, 1e-9);
}
END_TEST

/* A no-go takes the cohorts from its year on away, of its programme alone; a go leaves them. */
START_TEST (a_no_go_is_from_its_year_on)
{
  g_autoptr (GpProject) project =
      futures_project ("parameters cohort_target,groeikracht,2026-2027,3",
                       "parameters cohort_target,groeikracht,2027-2028,5",
                       "parameters uncertain:cohort_target,go:groeikracht,2027-2028,0.5", NULL);
  guint64 key = gp_futures_key ("cohort_target|groeikracht|go|2027-2028");

  for (guint32 i = 0; i < 20; i++) {
    g_autoptr (GpProject) made = future (project, i);
    gboolean go = gp_futures_uniform (SEED, i, key) < 0.5;

    ck_assert_double_eq (value (made, GP_PARAM_COHORT_TARGET, "groeikracht", 2026), 3);
    ck_assert_double_eq (value (made, GP_PARAM_COHORT_TARGET, "groeikracht", 2027), go ? 5 : 0);
    ck_assert_double_eq (value (made, GP_PARAM_COHORT_TARGET, "regular", 2027), 4);
  }
}
END_TEST

/* Draws go by name: another uncertain thing changes nothing of the first one. */
START_TEST (draws_do_not_depend_on_others)
{
  g_autoptr (GpProject) alone =
      futures_project ("parameters uncertain:expert_attrition,low,,0",
                       "parameters uncertain:expert_attrition,mode,,0.1",
                       "parameters uncertain:expert_attrition,high,,0.5", NULL);
  g_autoptr (GpProject) both = futures_project (
      "parameters uncertain:expert_attrition,low,,0",
      "parameters uncertain:expert_attrition,mode,,0.1",
      "parameters uncertain:expert_attrition,high,,0.5", "parameters handover_share,,,0.5",
      "parameters uncertain:handover_share,low,,0", "parameters uncertain:handover_share,mode,,0.5",
      "parameters uncertain:handover_share,high,,1", NULL);
  g_autoptr (GpProject) a = future (alone, 9), b = future (both, 9);

  ck_assert_double_eq (value (a, GP_PARAM_EXPERT_ATTRITION, NULL, GP_YEAR_NONE),
                       value (b, GP_PARAM_EXPERT_ATTRITION, NULL, GP_YEAR_NONE));
  ck_assert_double_gt (value (a, GP_PARAM_EXPERT_ATTRITION, NULL, GP_YEAR_NONE), 0);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("draw");
  TCase *tcase = tcase_create ("draw");

  tcase_add_test (tcase, a_factor_keeps_the_years_apart);
  tcase_add_test (tcase, the_most_specific_spread_counts);
  tcase_add_test (tcase, values_stay_within_their_bounds);
  tcase_add_test (tcase, children_inherit_what_is_uncertain);
  tcase_add_test (tcase, a_no_go_is_from_its_year_on);
  tcase_add_test (tcase, draws_do_not_depend_on_others);
  suite_add_tcase (suite, tcase);
  return gp_test_run (suite);
}
