/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a person fixes, as pins. */
#include "gp-pin-wish.h"

#include <check.h>
#include <string.h>

/* Board A with a school that can start and one pin, "at most 5" in 2027; board B is a partner, with
 * a school that has started. Planned: 2026 to 2029. */
static GpProject *
project_by_hand (void)
{
  GpProject *project = gp_project_new (NULL, NULL);
  GError *error = NULL;

  gp_project_set_frame (project, "Proef", 2026, 2029, 2028);
  gp_project_add_region (project, &(GpRegion){.code = "noord", .name = "Noord"});
  gp_project_add_sector (project, &(GpSector){.code = "po", .name = "po", .support_years = 2});
  gp_project_add_board (project, &(GpBoard){.code = "A",
                                            .name = "Eerste",
                                            .partner_since = GP_YEAR_NONE,
                                            .max_verandercoaches = -1});
  gp_project_add_board (
      project,
      &(GpBoard){.code = "B", .name = "Tweede", .partner_since = 2024, .max_verandercoaches = -1});
  for (guint32 i = 0; i < 2; i++)
    gp_project_add_school (
        project, &(GpSchool){.code = i == 0 ? "S0" : "S1",
                             .name = "Proefschool",
                             .board = i,
                             .pupils = 100,
                             .started = i == 0 ? GP_YEAR_NONE : 2024,
                             .programme = i == 0 ? GP_PROGRAMME_NONE : GP_PROGRAMME_REGULAR,
                             .requirements = {-1, -1, -1, -1}});
  gp_project_add_scenario (project,
                           &(GpScenario){.code = "base", .name = "Basis", .parent = GP_NONE});
  gp_project_add_pin (project, &(GpPin){.kind = GP_PIN_START,
                                        .programme = GP_PROGRAMME_REGULAR,
                                        .year = 2027,
                                        .min = -1,
                                        .max = 5,
                                        .reason = ""});
  ck_assert_msg (gp_project_finish (project, &error), "%s", error != NULL ? error->message : "");
  return project;
}

static GpPinWish
starts (GpWishRule rule, GpYear first, GpYear last, int amount)
{
  return (GpPinWish){.place = {.kind = GP_PIN_START, .programme = GP_PROGRAMME_REGULAR},
                     .first = first,
                     .last = last,
                     .rule = rule,
                     .amount = amount,
                     .reason = "proef"};
}

static void
expect_pin (const GArray *pins, guint i, GpYear year, int min, int max)
{
  const GpPin *pin = &g_array_index (pins, GpPin, i);

  ck_assert_uint_lt (i, pins->len);
  ck_assert_int_eq (pin->year, year);
  ck_assert_int_eq (pin->min, min);
  ck_assert_int_eq (pin->max, max);
  ck_assert_str_eq (pin->reason, "proef");
}

static void
expect_refused (const GpProject *project, const GpPinWish *wish, const char *part)
{
  g_autoptr (GError) error = NULL;
  GArray *pins = gp_pin_wish_pins (project, 0, wish, &error);

  ck_assert_ptr_null (pins);
  ck_assert_ptr_nonnull (error);
  ck_assert_msg (strstr (error->message, part) != NULL, "%s", error->message);
}

START_TEST (test_windows)
{
  g_autoptr (GpProject) project = project_by_hand ();
  GpPinWish least = starts (GP_WISH_AT_LEAST, 2026, 2027, 2);
  GpPinWish none = starts (GP_WISH_NONE_IN, 2026, 2027, 0);
  GpPinWish outside = starts (GP_WISH_NONE_OUTSIDE, 2027, 2027, 0);
  g_autoptr (GArray) at_least = gp_pin_wish_pins (project, 0, &least, NULL);
  g_autoptr (GArray) none_in = gp_pin_wish_pins (project, 0, &none, NULL);
  g_autoptr (GArray) none_outside = gp_pin_wish_pins (project, 0, &outside, NULL);
  g_autofree char *text = gp_pin_wish_text (project, &none, none_in);
  g_autofree char *gaps = gp_pin_wish_text (project, &outside, none_outside);

  ck_assert_uint_eq (at_least->len, 2);
  expect_pin (at_least, 0, 2026, 2, -1);
  expect_pin (at_least, 1, 2027, 2, 5); /* the bound that was there stays */
  ck_assert_uint_eq (none_in->len, 2);
  expect_pin (none_in, 1, 2027, -1, 0);
  ck_assert_uint_eq (none_outside->len, 3);
  expect_pin (none_outside, 0, 2026, -1, 0);
  expect_pin (none_outside, 1, 2028, -1, 0);
  expect_pin (none_outside, 2, 2029, -1, 0);
  ck_assert_str_eq (text, "Regular starts, po: none (2026-2027 to 2027-2028)");
  ck_assert_str_eq (gaps, "Regular starts, po: none (2026-2027, 2028-2029 to 2029-2030)");
}
END_TEST

/* A bound on the other side goes where it contradicts the wish, and "exactly" replaces both. */
START_TEST (test_replaced_bounds)
{
  g_autoptr (GpProject) project = project_by_hand ();
  GpPinWish more = starts (GP_WISH_AT_LEAST, 2027, 2027, 6);
  GpPinWish same = starts (GP_WISH_EXACTLY, 2027, 2027, 3);
  GpPinWish most = starts (GP_WISH_AT_MOST, 2026, 2026, 4);
  g_autoptr (GArray) at_least = gp_pin_wish_pins (project, 0, &more, NULL);
  g_autoptr (GArray) exactly = gp_pin_wish_pins (project, 0, &same, NULL);
  g_autoptr (GArray) at_most = gp_pin_wish_pins (project, 0, &most, NULL);
  GpPinWish back = gp_pin_wish_of (&g_array_index (at_most, GpPin, 0));

  expect_pin (at_least, 0, 2027, 6, -1);
  expect_pin (exactly, 0, 2027, 3, 3);
  expect_pin (at_most, 0, 2026, -1, 4);
  ck_assert_int_eq (back.rule, GP_WISH_AT_MOST);
  ck_assert_int_eq (back.amount, 4);
  ck_assert_int_eq (back.first, 2026);
}
END_TEST

START_TEST (test_partner_year)
{
  g_autoptr (GpProject) project = project_by_hand ();
  GpPinWish wish = {.place = {.kind = GP_PIN_PARTNER, .sector = GP_NONE},
                    .first = 2028,
                    .last = 2028,
                    .rule = GP_WISH_EXACTLY,
                    .amount = 7, /* of no meaning here */
                    .reason = "proef"};
  g_autoptr (GArray) pins = gp_pin_wish_pins (project, 0, &wish, NULL);
  g_autofree char *text = gp_pin_wish_text (project, &wish, pins);

  ck_assert_uint_eq (pins->len, 1);
  expect_pin (pins, 0, 2028, 1, 1);
  ck_assert_str_eq (text, "Becomes a partner: yes (2028-2029)");
  wish.first = 2027;
  expect_refused (project, &wish, "choose one year");
  wish.place.board = 1;
  wish.first = 2028;
  expect_refused (project, &wish, "partner already");
}
END_TEST

START_TEST (test_refused)
{
  g_autoptr (GpProject) project = project_by_hand ();
  GpPinWish wish = starts (GP_WISH_AT_LEAST, 2028, 2027, 1);

  expect_refused (project, &wish, "after the last");
  wish = starts (GP_WISH_AT_LEAST, 2025, 2027, 1);
  expect_refused (project, &wish, "that are planned");
  wish = starts (GP_WISH_NONE_OUTSIDE, 2026, 2029, 0);
  expect_refused (project, &wish, "no other years");
  wish = starts (GP_WISH_AT_LEAST, 2027, 2027, 1);
  wish.place.board = 1; /* its school has started */
  expect_refused (project, &wish, "no school in that sector");
  wish.place.board = GP_NONE;
  expect_refused (project, &wish, "Choose the board");
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("pin-wish");
  TCase *tests = tcase_create ("pin-wish");
  SRunner *runner = srunner_create (suite);
  int failed;

  tcase_add_test (tests, test_windows);
  tcase_add_test (tests, test_replaced_bounds);
  tcase_add_test (tests, test_partner_year);
  tcase_add_test (tests, test_refused);
  suite_add_tcase (suite, tests);
  srunner_run_all (runner, CK_NORMAL);
  failed = srunner_ntests_failed (runner);
  srunner_free (runner);
  return failed == 0 ? 0 : 1;
}
