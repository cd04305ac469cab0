/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One result whatever the number of threads, the shards and their order: the same bytes. */
#include "futures-example.h"
#include "gp-random-project.h"

#include <glib/gstdio.h>
#include <string.h>

#define SEED 5
#define COUNT 23 /* shares out unevenly */

/* Enough that is uncertain, and a goal that takes trade-offs: both programmes, and hires. */
static GpProject *
example (void)
{
  return futures_project ("parameters cohort_target,groeikracht,2027-2028,2",
                          "parameters expert_cap,,,2", "parameters expert_training_days,,,5",
                          "parameters cost_hire,,,1000",
                          "parameters uncertain:support_days,low:po:1,,8",
                          "parameters uncertain:support_days,mode:po:1,,9",
                          "parameters uncertain:support_days,high:po:1,,16",
                          "parameters uncertain:expert_attrition,low,,0",
                          "parameters uncertain:expert_attrition,mode,,0.05",
                          "parameters uncertain:expert_attrition,high,,0.3",
                          "parameters uncertain:cohort_target,go:groeikracht,2027-2028,0.5", NULL);
}

static char *
text_of (const GpProject *project, const GpPlan *plan, guint shard, guint n_shards, guint n_threads)
{
  const GpFuturesOptions options = {.seed = SEED,
                                    .count = COUNT,
                                    .shard = shard,
                                    .n_shards = n_shards,
                                    .n_threads = n_threads,
                                    .held = plan,
                                    .published = plan};
  g_autoptr (GpFutures) futures = futures_run (project, &options);

  return gp_futures_to_text (futures, NULL);
}

START_TEST (threads_do_not_matter)
{
  g_autoptr (GpProject) project = example ();
  g_autoptr (GpPlan) plan = futures_base_plan (project);
  g_autofree char *one = text_of (project, plan, 0, 0, 1);
  g_autofree char *three = text_of (project, plan, 0, 0, 3);

  ck_assert_str_eq (one, three);
  ck_assert_ptr_nonnull (strstr (one, "\nboard 2026-2027 23 P\n"));
}
END_TEST

static GpFutures *
through_a_file (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("groeiplan-futures-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "shard", NULL);
  GpFutures *futures;

  ck_assert (g_file_set_contents (path, text, -1, NULL));
  futures = gp_futures_read (path, &error);
  ck_assert_msg (futures != NULL, "%s", error != NULL ? error->message : "");
  ck_assert_int_eq (g_remove (path), 0);
  ck_assert_int_eq (g_rmdir (folder), 0);
  return futures;
}

/* Joined from the last to the first. */
static GpFutures *
in_shards (const GpProject *project, const GpPlan *plan, guint n)
{
  g_autoptr (GPtrArray) shards = g_ptr_array_new_with_free_func ((GDestroyNotify)gp_futures_unref);
  g_autoptr (GError) error = NULL;
  GpFutures *all;

  for (guint i = n; i >= 1; i--) {
    g_autofree char *text = text_of (project, plan, i, n, 1 + i % 2);
    g_ptr_array_add (shards, through_a_file (text));
  }
  all = gp_futures_merge ((GpFutures *const *)shards->pdata, n, &error);
  ck_assert_msg (all != NULL, "%s", error != NULL ? error->message : "");
  return all;
}

/* Also with more shards than futures: some are empty then. */
START_TEST (shards_join_into_one_run)
{
  static const guint counts[] = {1, 2, 4, 23, 30};
  g_autoptr (GpProject) project = example ();
  g_autoptr (GpPlan) plan = futures_base_plan (project);
  g_autofree char *one = text_of (project, plan, 0, 0, 2);
  g_autoptr (GpFutures) joined = in_shards (project, plan, counts[_i]);
  g_autofree char *text = gp_futures_to_text (joined, NULL);

  ck_assert_str_eq (text, one);
}
END_TEST

/* Future 17 is what it is, also when it is one of a thousand of which nobody asks for the others.
 */
START_TEST (a_future_is_itself)
{
  g_autoptr (GpProject) project = example ();
  g_autoptr (GpPlan) plan = futures_base_plan (project);
  GpFuturesOptions options = {.seed = SEED, .count = 20, .n_threads = 1, .held = plan};
  g_autoptr (GpFutures) few = futures_run (project, &options);
  g_autoptr (GpFutures) one = NULL;

  options.count = 1000;
  options.shard = 18;
  options.n_shards = 1000;
  one = futures_run (project, &options);
  ck_assert_uint_eq (one->first, 17);
  ck_assert_uint_eq (one->n, 1);
  ck_assert_mem_eq (gp_futures_row (one, 17), gp_futures_row (few, 17),
                    few->stride * sizeof (gint64));
}
END_TEST

/* Random projects, where many plans are equally good: each future alone in its shard, the shards in
 * another order than the numbers, and all in one go. */
START_TEST (random_projects_too)
{
  const guint count = 8;
  g_autoptr (GpProject) project = gp_random_project ((guint32)_i + 1, 10, 4, GP_RANDOM_PLAIN);
  g_autoptr (GpPlan) plan = futures_base_plan (project);
  g_autoptr (GPtrArray) shards = g_ptr_array_new_with_free_func ((GDestroyNotify)gp_futures_unref);
  GpFuturesOptions options = {.seed = SEED, .count = count, .n_threads = 2, .held = plan};
  g_autoptr (GpFutures) one = futures_run (project, &options), joined = NULL;
  g_autofree char *text = gp_futures_to_text (one, NULL), *other = NULL;
  g_autoptr (GpFuturesSummary) summary = futures_summary (one, project, GP_OUTCOME_DELAY);

  options.n_shards = count;
  for (guint i = count; i >= 1; i--) {
    options.shard = i;
    g_ptr_array_add (shards, futures_run (project, &options));
  }
  joined = gp_futures_merge ((GpFutures *const *)shards->pdata, count, NULL);
  ck_assert_ptr_nonnull (joined);
  other = gp_futures_to_text (joined, NULL);
  ck_assert_str_eq (text, other);
  ck_assert_uint_eq (summary->planned + summary->conflicts + summary->unknown, count);
  ck_assert_uint_gt (summary->planned, 0);
}
END_TEST

/* Futures differ: otherwise the tests above would say little. */
START_TEST (futures_differ)
{
  g_autoptr (GpProject) project = example ();
  g_autoptr (GpPlan) plan = futures_base_plan (project);
  const GpFuturesOptions options = {.seed = SEED, .count = COUNT, .held = plan};
  g_autoptr (GpFutures) futures = futures_run (project, &options);
  guint differ = 0;

  for (guint32 i = 1; i < COUNT; i++)
    differ += memcmp (gp_futures_row (futures, i), gp_futures_row (futures, i - 1),
                      futures->stride * sizeof (gint64)) != 0;
  ck_assert_uint_gt (differ, 10);
}
END_TEST

/* Shards by number (0 ends the list) of a run of 3, and one of another seed. */
static const struct {
  guint shards[4];
  gboolean other_seed; /* the last of them is of another run */
  const char *sentence;
} bad_joins[] = {
    {{1, 3}, FALSE, "Shard 2 of 3 is missing"},
    {{1, 2, 3, 2}, FALSE, "Shard 2 of 3 is there twice"},
    {{1, 2, 3}, TRUE, "differ in the seed"},
};

START_TEST (wrong_shards_are_refused)
{
  g_autoptr (GpProject) project = example ();
  g_autoptr (GpPlan) plan = futures_base_plan (project);
  g_autoptr (GPtrArray) shards = g_ptr_array_new_with_free_func ((GDestroyNotify)gp_futures_unref);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 4 && bad_joins[_i].shards[i] > 0; i++) {
    gboolean last = i == 3 || bad_joins[_i].shards[i + 1] == 0;
    const GpFuturesOptions options = {.seed = bad_joins[_i].other_seed && last ? SEED + 1 : SEED,
                                      .count = 6,
                                      .shard = bad_joins[_i].shards[i],
                                      .n_shards = 3,
                                      .held = plan};
    g_ptr_array_add (shards, futures_run (project, &options));
  }
  ck_assert_ptr_null (gp_futures_merge ((GpFutures *const *)shards->pdata, shards->len, &error));
  ck_assert (g_error_matches (error, GP_ERROR, GP_ERROR_DATA));
  ck_assert_msg (strstr (error->message, bad_joins[_i].sentence) != NULL, "%s", error->message);
}
END_TEST

/* A shard alone is no result, nor are futures of a project that changed. */
START_TEST (other_data_is_refused)
{
  g_autoptr (GpProject) project = example (), changed = NULL;
  g_autoptr (GpPlan) plan = futures_base_plan (project);
  const GpFuturesOptions options = {
      .seed = SEED, .count = 4, .shard = 1, .n_shards = 2, .held = plan};
  const GpFuturesOptions all = {.seed = SEED, .count = 4, .held = plan};
  g_autoptr (GpFutures) shard = futures_run (project, &options);
  g_autoptr (GpFutures) run = futures_run (project, &all);
  g_autoptr (GError) error = NULL;

  ck_assert_ptr_null (gp_futures_summarise (shard, project, GP_OUTCOME_DELAY, &error));
  ck_assert (g_error_matches (error, GP_ERROR, GP_ERROR_USAGE));
  g_clear_error (&error);
  changed = futures_project ("parameters cost_hire,,,1000", NULL);
  ck_assert_ptr_null (gp_futures_summarise (run, changed, GP_OUTCOME_DELAY, &error));
  ck_assert (g_error_matches (error, GP_ERROR, GP_ERROR_DATA));
}
END_TEST

START_TEST (cancelling_leaves_nothing)
{
  g_autoptr (GpProject) project = example ();
  g_autoptr (GpPlan) plan = futures_base_plan (project);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  const GpFuturesOptions options = {.seed = SEED, .count = 100000, .held = plan};
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  ck_assert_ptr_null (
      gp_futures_run (project, futures_scenario (project), &options, cancellable, &error));
  ck_assert (g_error_matches (error, GP_ERROR, GP_ERROR_CANCELLED));
}
END_TEST

static const struct {
  guint count, shard, n_shards;
  gboolean held;
  int code;
} bad_calls[] = {
    {0, 0, 0, TRUE, GP_ERROR_USAGE},
    {GP_MAX_FUTURES + 1, 0, 0, TRUE, GP_ERROR_USAGE},
    {5, 0, 3, TRUE, GP_ERROR_USAGE},
    {5, 4, 3, TRUE, GP_ERROR_USAGE},
    {5, 1, GP_MAX_SHARDS + 1, TRUE, GP_ERROR_USAGE},
    {5, 0, 0, FALSE, GP_ERROR_DATA},
};

START_TEST (bad_calls_get_a_sentence)
{
  g_autoptr (GpProject) project = example ();
  g_autoptr (GpPlan) plan = futures_base_plan (project);
  const GpFuturesOptions options = {.count = bad_calls[_i].count,
                                    .shard = bad_calls[_i].shard,
                                    .n_shards = bad_calls[_i].n_shards,
                                    .held = bad_calls[_i].held ? plan : NULL};
  g_autoptr (GError) error = NULL;

  ck_assert_ptr_null (gp_futures_run (project, futures_scenario (project), &options, NULL, &error));
  ck_assert (g_error_matches (error, GP_ERROR, bad_calls[_i].code));
}
END_TEST

START_TEST (nothing_uncertain_gets_a_sentence)
{
  g_autoptr (GpProject) project = futures_project ("parameters cost_hire,,,1000", NULL);
  g_autoptr (GpPlan) plan = futures_base_plan (project);
  const GpFuturesOptions options = {.count = 5, .held = plan};
  g_autoptr (GError) error = NULL;

  ck_assert_ptr_null (gp_futures_run (project, futures_scenario (project), &options, NULL, &error));
  ck_assert (g_error_matches (error, GP_ERROR, GP_ERROR_DATA));
  ck_assert_ptr_nonnull (strstr (error->message, "Nothing is uncertain in scenario base"));
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("same-bytes");
  TCase *tcase = tcase_create ("same-bytes");

  tcase_set_timeout (tcase, 120);
  tcase_add_test (tcase, threads_do_not_matter);
  tcase_add_loop_test (tcase, shards_join_into_one_run, 0, 5);
  tcase_add_test (tcase, a_future_is_itself);
  tcase_add_loop_test (tcase, random_projects_too, 0, 4);
  tcase_add_test (tcase, futures_differ);
  tcase_add_loop_test (tcase, wrong_shards_are_refused, 0, G_N_ELEMENTS (bad_joins));
  tcase_add_test (tcase, other_data_is_refused);
  tcase_add_test (tcase, cancelling_leaves_nothing);
  tcase_add_loop_test (tcase, bad_calls_get_a_sentence, 0, G_N_ELEMENTS (bad_calls));
  tcase_add_test (tcase, nothing_uncertain_gets_a_sentence);
  suite_add_tcase (suite, tcase);
  return gp_test_run (suite);
}
