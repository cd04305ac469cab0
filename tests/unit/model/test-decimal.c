/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Decimals: what is read and what is refused, exact text back, order, and scaling down. */
#include "gp-test.h"

#include <groeiplan/gp-decimal.h>
#include <groeiplan/gp-table.h>

static const struct {
  const char *text;
  gint64 units;
  guint8 scale;
  const char *back;
} good[] = {
    {"0", 0, 0, "0"},
    {"-0", 0, 0, "0"},
    {"0.000", 0, 0, "0"},
    {"0e99999999999999999999", 0, 0, "0"},
    {"12", 12, 0, "12"},
    {"-0.25", -25, 2, "-0.25"},
    {"0.10", 1, 1, "0.1"},
    {"00012.500", 125, 1, "12.5"},
    {"1e-9", 1, 9, "0.000000001"},
    {"1E+3", 1000, 0, "1000"},
    {"12.5e1", 125, 0, "125"},
    {"1200e-2", 12, 0, "12"},
    {"999999999999999999", G_GINT64_CONSTANT (999999999999999999), 0, "999999999999999999"},
    {"-0.999999999999999999", G_GINT64_CONSTANT (-999999999999999999), 18, "-0.999999999999999999"},
    {"0.000000000000000001", 1, 18, "0.000000000000000001"},
    {"1e17", G_GINT64_CONSTANT (100000000000000000), 0, "100000000000000000"},
    {"100000000000000000000e-3", G_GINT64_CONSTANT (100000000000000000), 0, "100000000000000000"},
    {"1000000.0000000000000000000000000", 1000000, 0, "1000000"},
};

START_TEST (reads_and_writes)
{
  GpDecimal value = {77, 7};
  char buffer[GP_DECIMAL_BYTES];

  ck_assert_msg (gp_decimal_parse (good[_i].text, &value), "%s", good[_i].text);
  ck_assert_int_eq (value.units, good[_i].units);
  ck_assert_uint_eq (value.scale, good[_i].scale);
  ck_assert_str_eq (gp_decimal_format (value, buffer), good[_i].back);
}
END_TEST

static const char *const bad[] = {
    "",
    " ",
    "-",
    ".",
    "+1",
    ".5",
    "5.",
    "1 ",
    " 1",
    "1,5",
    "1.234.5",
    "--1",
    "1e",
    "1e+",
    "e5",
    "1e5.0",
    "0x10",
    "nan",
    "NaN",
    "inf",
    "-Infinity",
    "1e18",
    "1e-19",
    "1e99999999999999999999",
    "1e-99999999999999999999",
    "1000000000000000000",
    "1234567890123456789",
    "0.1234567890123456789",
    "1000000000.0000000001",
    "١٢",
    "1\xC2\xA0",
};

START_TEST (refuses)
{
  GpDecimal value = {77, 7};

  ck_assert_msg (!gp_decimal_parse (bad[_i], &value), "\"%s\" was read", bad[_i]);
  ck_assert_int_eq (value.units, 77); /* out is left alone */
  ck_assert_uint_eq (value.scale, 7);
}
END_TEST

START_TEST (refuses_null)
{
  GpDecimal value;

  ck_assert (!gp_decimal_parse (NULL, &value));
}
END_TEST

START_TEST (reads_very_long_zeros)
{
  g_autofree char *zeros = g_strnfill (100000, '0');
  g_autofree char *front = g_strconcat (zeros, "5", NULL);
  g_autofree char *behind = g_strconcat ("5.", zeros, NULL);
  g_autofree char *tiny = g_strconcat ("0.", zeros, "5", NULL);
  GpDecimal value;

  ck_assert (gp_decimal_parse (front, &value) && value.units == 5 && value.scale == 0);
  ck_assert (gp_decimal_parse (behind, &value) && value.units == 5 && value.scale == 0);
  ck_assert (!gp_decimal_parse (tiny, &value));
}
END_TEST

/* Any decimal written and read again is the same, and its double is the nearest one. */
START_TEST (round_trips)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed ((guint32)_i);
  gint64 units = (gint64)(((guint64)g_rand_int (rand) << 32 | g_rand_int (rand)) %
                          G_GUINT64_CONSTANT (1000000000000000000));
  GpDecimal value = {g_rand_boolean (rand) ? units : -units,
                     (guint8)g_rand_int_range (rand, 0, 19)};
  GpDecimal back;
  char buffer[GP_DECIMAL_BYTES];

  if (_i % 2)
    value.units /= G_GINT64_CONSTANT (10000000000);
  while (value.scale > 0 && value.units % 10 == 0) {
    value.units /= 10;
    value.scale--;
  }
  gp_decimal_format (value, buffer);
  ck_assert_msg (gp_decimal_parse (buffer, &back), "%s", buffer);
  ck_assert_msg (back.units == value.units && back.scale == value.scale, "%s", buffer);
  ck_assert_msg (!(gp_decimal_to_double (value) < g_ascii_strtod (buffer, NULL)) &&
                     !(gp_decimal_to_double (value) > g_ascii_strtod (buffer, NULL)),
                 "%s", buffer);
}
END_TEST

static GpDecimal
decimal (const char *text)
{
  GpDecimal value;

  ck_assert_msg (gp_decimal_parse (text, &value), "%s", text);
  return value;
}

START_TEST (compares_exactly)
{
  /* ascending; the neighbours are equal as doubles, or would overflow 64 bits when scaled */
  static const char *const ascending[] = {
      "-999999999999999999",  "-1",  "-0.100000000000000001", "-0.1", "0",
      "0.000000000000000001", "0.1", "0.100000000000000001",  "1",    "99999999999999999.9",
      "999999999999999999"};

  for (guint i = 0; i < G_N_ELEMENTS (ascending); i++) {
    for (guint k = 0; k < G_N_ELEMENTS (ascending); k++) {
      int expected = (i > k) - (i < k);
      int found = gp_decimal_compare (decimal (ascending[i]), decimal (ascending[k]));
      ck_assert_msg (found == expected, "%s against %s", ascending[i], ascending[k]);
    }
  }
}
END_TEST

START_TEST (floors_when_scaled)
{
  gint64 out = 5;

  ck_assert (gp_decimal_scaled_floor (decimal ("41.259"), 2, &out) && out == 4125);
  ck_assert (gp_decimal_scaled_floor (decimal ("-41.251"), 2, &out) && out == -4126);
  ck_assert (gp_decimal_scaled_floor (decimal ("-41.25"), 2, &out) && out == -4125);
  ck_assert (gp_decimal_scaled_floor (decimal ("7"), 2, &out) && out == 700);
  ck_assert (gp_decimal_scaled_floor (decimal ("0"), 1000000000, &out) && out == 0);
  ck_assert (gp_decimal_scaled_floor (decimal ("0.9"), 0, &out) && out == 0);
  ck_assert (!gp_decimal_scaled_floor (decimal ("999999999999999999"), 2, &out));
  ck_assert (!gp_decimal_scaled_floor (decimal ("-999999999999999999"), 2, &out));
}
END_TEST

START_TEST (money)
{
  static const struct {
    const char *text;
    gint64 cents;
    const char *back;
  } amounts[] = {{"968142", 96814200, "968142"}, {"12.5", 1250, "12.50"},
                 {"-0.05", -5, "-0.05"},         {"0", 0, "0"},
                 {"-3.00", -300, "-3"},          {"1.10", 110, "1.10"}};
  static const char *const wrong[] = {
      "", "1.234", "1,5", "1e3", "euro", "€5", "99999999999999999999", "999999999999999999"};
  gint64 cents;

  for (guint i = 0; i < G_N_ELEMENTS (amounts); i++) {
    g_autofree char *back = gp_money_text (amounts[i].cents);
    ck_assert (gp_money_parse (amounts[i].text, &cents));
    ck_assert_int_eq (cents, amounts[i].cents);
    ck_assert_str_eq (back, amounts[i].back);
  }
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    ck_assert_msg (!gp_money_parse (wrong[i], &cents), "%s", wrong[i]);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("decimal");
  TCase *tests = tcase_create ("decimal");

  tcase_add_loop_test (tests, reads_and_writes, 0, G_N_ELEMENTS (good));
  tcase_add_loop_test (tests, refuses, 0, G_N_ELEMENTS (bad));
  tcase_add_test (tests, refuses_null);
  tcase_add_test (tests, reads_very_long_zeros);
  tcase_add_loop_test (tests, round_trips, 0, 2000);
  tcase_add_test (tests, compares_exactly);
  tcase_add_test (tests, floors_when_scaled);
  tcase_add_test (tests, money);
  suite_add_tcase (suite, tests);
  return gp_test_run (suite);
}
