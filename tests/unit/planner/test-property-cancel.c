/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cancelling, at every moment at which the planner tells how far it is, and at any other: the
 * answer is CANCELLED or a plan that passes the audit. */
#include "gp-random-project.h"
#include "gp-test.h"

#include <groeiplan/gp-audit.h>
#include <groeiplan/gp-planner.h>

typedef struct {
  guint n_calls, cancel_at;
  GCancellable *cancellable;
} Watch;

static void
on_progress (double share, const char *what, gpointer data)
{
  Watch *watch = data;
  ck_assert (share >= 0 && share <= 1);
  ck_assert_ptr_nonnull (what);
  if (watch->n_calls++ == watch->cancel_at)
    g_cancellable_cancel (watch->cancellable);
}

/* TRUE when it was cancelled without a plan. */
static gboolean
check_answer (const GpProject *project, GpPlan *plan, const GError *error)
{
  if (plan == NULL) {
    ck_assert (g_error_matches (error, GP_ERROR, GP_ERROR_CANCELLED));
    return TRUE;
  }
  ck_assert_ptr_null (error);
  ck_assert (plan->has_whole);
  ck_assert (plan->status == GP_PLAN_OPTIMAL || plan->status == GP_PLAN_FEASIBLE);
  g_autoptr (GpAudit) audit = gp_audit_plan (project, plan, NULL, NULL);
  ck_assert_ptr_nonnull (audit);
  ck_assert_msg (audit->passed, "%s", audit->n_faults > 0 ? audit->faults[0] : "");
  return FALSE;
}

static gboolean
cancel_at (const GpProject *project, guint call, guint *n_calls)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  Watch watch = {.cancel_at = call, .cancellable = cancellable};
  GpPlannerOptions options = {.progress = on_progress, .progress_data = &watch};
  g_autoptr (GpPlan) plan = gp_planner_plan (project, 0, &options, cancellable, &error);
  *n_calls = watch.n_calls;
  if (plan != NULL && watch.n_calls > call)
    ck_assert_int_eq (plan->status, GP_PLAN_FEASIBLE);
  return check_answer (project, plan, error);
}

START_TEST (at_every_call)
{
  g_autoptr (GpProject) project =
      gp_random_project ((guint32)_i, 12, 6, _i % 2 != 0 ? GP_RANDOM_PINS : GP_RANDOM_PLAIN);
  guint n_all, n_calls, n_cancelled = 0;

  ck_assert (!cancel_at (project, G_MAXUINT, &n_all));
  ck_assert_uint_ge (n_all, 6); /* the priorities, at least */
  for (guint call = 0; call < n_all; call++)
    n_cancelled += cancel_at (project, call, &n_calls);
  ck_assert_uint_ge (n_cancelled, 5); /* no relaxed plan, no plan */
}
END_TEST

/* ---- at any moment ---------------------------------------------------------------- */

typedef struct {
  GCancellable *cancellable;
  gulong after;
} Timer;

static gpointer
cancel_later (gpointer data)
{
  Timer *timer = data;
  g_usleep (timer->after);
  g_cancellable_cancel (timer->cancellable);
  return NULL;
}

START_TEST (at_any_moment)
{
  g_autoptr (GpProject) project = gp_random_project (77, 20, 8, GP_RANDOM_PLAIN);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  Timer timer = {cancellable, (gulong)_i * 2000};
  GThread *thread = g_thread_new ("cancel", cancel_later, &timer);
  g_autoptr (GpPlan) plan = gp_planner_plan (project, 0, NULL, cancellable, &error);

  g_thread_join (thread);
  check_answer (project, plan, error);
}
END_TEST

START_TEST (before_it_starts)
{
  g_autoptr (GpProject) project = gp_random_project (5, 4, 3, GP_RANDOM_PLAIN);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  GpPlannerOptions options = {.relaxed_only = _i == 1};

  g_cancellable_cancel (cancellable);
  g_autoptr (GpPlan) plan = gp_planner_plan (project, 0, &options, cancellable, &error);
  ck_assert_ptr_null (plan);
  ck_assert (g_error_matches (error, GP_ERROR, GP_ERROR_CANCELLED));
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("planner cancel");
  TCase *tcase = tcase_create ("cancel");

  tcase_set_timeout (tcase, 0);
  tcase_add_loop_test (tcase, at_every_call, 0, 4);
  tcase_add_loop_test (tcase, at_any_moment, 0, 20);
  tcase_add_loop_test (tcase, before_it_starts, 0, 2);
  suite_add_tcase (suite, tcase);
  return gp_test_run (suite);
}
