/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A shard may come from anywhere: each thing that can be wrong in one is refused with a sentence
 * that names the file, and none asks for memory or time. */
#include "gp-test.h"

#include "gp-futures-private.h"

#include <glib/gstdio.h>
#include <string.h>

#define DIGEST_A "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
#define DIGEST_B "fedcba9876543210fedcba9876543210fedcba9876543210fedcba9876543210"

static const char good[] = "groeiplan-futures-shard-1\n"
                           "scenario base\n"
                           "seed 18446744073709551615\n"
                           "count 5\n"
                           "shard 2 2\n"
                           "data " DIGEST_A "\n"
                           "plans " DIGEST_B "\n"
                           "regret 1\n"
                           "priorities overload regular_delay\n"
                           "years 2026-2027 2027-2028\n"
                           "boards 2\n"
                           "board 2026-2027 3 B 1\n"
                           "board 2027-2028 0 C\n"
                           "futures 3\n"
                           "2 0 0 1500 10000 12500 -3\n"
                           "3 1 0 0 0 0 0\n"
                           "4 2 0 0 0 0 0\n"
                           "end\n";

typedef struct {
  char *folder, *path;
} Place;

static void
place_clear (Place *place)
{
  g_remove (place->path);
  g_rmdir (place->folder);
  g_free (place->path);
  g_free (place->folder);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Place, place_clear)

static GpFutures *
read_bytes (const char *bytes, gsize length, GError **error)
{
  g_auto (Place) place = {.folder = g_dir_make_tmp ("groeiplan-futures-XXXXXX", NULL)};

  place.path = g_build_filename (place.folder, "some.shard", NULL);
  ck_assert (g_file_set_contents (place.path, bytes, (gssize)length, NULL));
  return gp_futures_read (place.path, error);
}

static void
check_refused (const char *bytes, gsize length)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GpFutures) futures = read_bytes (bytes, length, &error);

  ck_assert_ptr_null (futures);
  ck_assert (g_error_matches (error, GP_ERROR, GP_ERROR_DATA));
  ck_assert_msg (strstr (error->message, "some.shard is no whole shard") != NULL, "%s",
                 error->message);
}

START_TEST (good_shard_is_read)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GpFutures) futures = read_bytes (good, strlen (good), &error);
  g_autofree char *text = NULL;

  ck_assert_msg (futures != NULL, "%s", error != NULL ? error->message : "");
  ck_assert_uint_eq (futures->first, 2);
  ck_assert_uint_eq (futures->n, 3);
  ck_assert_str_eq (g_array_index (futures->boards, GpFuturesBoard, 0).code, "B 1");
  ck_assert_int_eq (*gp_row_regret (futures, gp_futures_row (futures, 2)), -3);
  text = gp_futures_to_text (futures, NULL);
  ck_assert_str_eq (text, good);
}
END_TEST

/* One piece of the good one replaced by another. */
static const struct {
  const char *piece, *other;
} faults[] = {
    {"shard-1\n", "shard-2\n"},
    {"scenario base", "scenario "},
    {"scenario base", "scenario \xff\xfe"},
    {"scenario base", "scenario ba\033[2Jse"},
    {"scenario base", "scenario 12345678901234567890123456789012345678901234567890123456789012345"},
    {"seed 18446744073709551615", "seed 18446744073709551616"},
    {"seed 18446744073709551615", "seed -1"},
    {"seed 18446744073709551615", "seed  1"},
    {"seed 18446744073709551615", "seed 01"},
    {"count 5", "count 0"},
    {"count 5", "count 1000001"},
    {"count 5", "count 99999999999999999999"},
    {"count 5", "count 6"},
    {"shard 2 2", "shard 3 2"},
    {"shard 2 2", "shard 0 2"},
    {"shard 2 2", "shard 2"},
    {"shard 2 2", "shard 2 2 2"},
    {"shard 2 2", "shard 2 10001"},
    {"data 0", "data "},
    {"data 0", "data 0a"},
    {"data 0", "data G"},
    {"regret 1", "regret 2"},
    {"overload regular_delay", "overload overload"},
    {"overload regular_delay", "overload speed"},
    {"priorities overload regular_delay", "priorities"},
    {"overload regular_delay", "overload "},
    {"2026-2027 2027-2028", "2027-2028 2026-2027"},
    {"2026-2027 2027-2028", "2026-2027"},
    {"2026-2027 2027-2028", "2026-2027 2056-2057"},
    {"boards 2", "boards 3"},
    {"boards 2", "boards 1"},
    {"boards 2", "boards 50001"},
    {"3 B 1", "4 B 1"},
    {"3 B 1", "3 "},
    {"0 C", "0 A"},
    {"0 C", "0 B 1"},
    {"futures 3", "futures 2"},
    {"futures 3", "futures 4000000000"},
    {"\n2 0", "\n1 0"},
    {"\n2 0", "\n2 3"},
    {"\n2 0", "\n2 -1"},
    {"1500", "1500.5"},
    {"1500", "nan"},
    {"1500", "1e3"},
    {"1500", "+1500"},
    {"1500", "1000000000000000001"},
    {"1500", "1500 1"},
    {" 12500", ""},
    {"end\n", ""},
    {"end\n", "end"},
    {"end\n", "end\nend\n"},
    {"end\n", "end \n"},
};

START_TEST (each_fault_is_refused)
{
  const char *at = strstr (good, faults[_i].piece);
  g_autoptr (GString) text = g_string_new (good);

  ck_assert_ptr_nonnull (at);
  g_string_erase (text, at - good, (gssize)strlen (faults[_i].piece));
  g_string_insert (text, at - good, faults[_i].other);
  check_refused (text->str, text->len);
}
END_TEST

START_TEST (every_shorter_file_is_refused)
{
  for (gsize length = 0; length < strlen (good); length += 7)
    check_refused (good, length);
}
END_TEST

START_TEST (no_text_at_all_is_refused)
{
  g_autofree char *zeros = g_malloc0 (100000), *line = g_malloc (100000);

  memset (line, 'x', 100000);
  check_refused (zeros, 100000);
  check_refused (line, 100000);
}
END_TEST

START_TEST (nul_in_a_line_is_refused)
{
  g_autofree char *text = g_memdup2 (good, sizeof good);

  text[strstr (good, "1500") - good + 1] = '\0';
  check_refused (text, sizeof good - 1);
}
END_TEST

START_TEST (absent_file_and_folder_are_file_errors)
{
  g_autofree char *folder = g_dir_make_tmp ("groeiplan-futures-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "absent", NULL);
  g_autoptr (GError) absent = NULL, is_folder = NULL;

  ck_assert_ptr_null (gp_futures_read (path, &absent));
  ck_assert (g_error_matches (absent, GP_ERROR, GP_ERROR_FILE));
  ck_assert_ptr_null (gp_futures_read (folder, &is_folder));
  ck_assert (g_error_matches (is_folder, GP_ERROR, GP_ERROR_FILE));
  g_rmdir (folder);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("shard-bad");
  TCase *tcase = tcase_create ("shard-bad");

  tcase_add_test (tcase, good_shard_is_read);
  tcase_add_loop_test (tcase, each_fault_is_refused, 0, G_N_ELEMENTS (faults));
  tcase_add_test (tcase, every_shorter_file_is_refused);
  tcase_add_test (tcase, no_text_at_all_is_refused);
  tcase_add_test (tcase, nul_in_a_line_is_refused);
  tcase_add_test (tcase, absent_file_and_folder_are_file_errors);
  suite_add_tcase (suite, tcase);
  return gp_test_run (suite);
}
