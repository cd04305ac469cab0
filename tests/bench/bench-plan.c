/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the bench measures inside the running program: bench-plan FILE relaxed|again|whole N.
 *
 * One line a measurement on standard output, "kind name wall cpu difference" with times in
 * milliseconds; tests/bench/run makes a table of them. The project file is only read.
 */
#include "bench-edits.h"

#include <groeiplan/gp-planner.h>
#include <groeiplan/gp-store.h>

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

typedef struct {
  double wall, cpu; /* milliseconds */
} Clock;

static Clock
now (void)
{
  return (Clock){(double)g_get_monotonic_time () / 1000.0,
                 (double)clock () * 1000.0 / CLOCKS_PER_SEC};
}

static Clock
since (Clock begin)
{
  Clock end = now ();
  return (Clock){end.wall - begin.wall, end.cpu - begin.cpu};
}

static void
print_line (const char *kind, const char *name, Clock took, double difference)
{
  printf ("%s %s %.3f %.3f %.2e\n", kind, name, took.wall, took.cpu, difference);
  fflush (stdout);
}

/* Plans; NULL, with the reason on standard error, when there is no plan. planning may be NULL. */
static GpPlan *
try_plan (GpPlanning *planning, const GpProject *project, guint32 scenario,
          const GpPlannerOptions *options, Clock *took)
{
  g_autoptr (GError) error = NULL;
  Clock begin = now ();
  GpPlan *plan = planning ? gp_planning_plan (planning, project, scenario, options, NULL, &error)
                          : gp_planner_plan (project, scenario, options, NULL, &error);

  *took = since (begin);
  if (plan != NULL && (plan->status == GP_PLAN_OPTIMAL || plan->status == GP_PLAN_FEASIBLE))
    return plan;
  fprintf (stderr, "bench-plan: no plan: %s\n",
           plan ? gp_plan_status_name (plan->status) : error->message);
  g_clear_pointer (&plan, gp_plan_unref);
  return NULL;
}

/* Plans, or ends the program: without this plan there is nothing to measure. */
static GpPlan *
plan_timed (GpPlanning *planning, const GpProject *project, guint32 scenario,
            const GpPlannerOptions *options, Clock *took)
{
  GpPlan *plan = try_plan (planning, project, scenario, options, took);

  if (plan == NULL)
    exit (1);
  return plan;
}

/* The largest difference between two plans' relaxed values, relative to the value where that is
 * above 1. */
static double
difference (const GpPlan *a, const GpPlan *b)
{
  double worst = a->n_priorities == b->n_priorities ? 0 : INFINITY;

  for (guint i = 0; i < a->n_priorities && i < b->n_priorities; i++)
    worst = MAX (worst, fabs (a->priorities[i].relaxed - b->priorities[i].relaxed) /
                            MAX (1, fabs (b->priorities[i].relaxed)));
  return worst;
}

/* ---- the relaxed plan --------------------------------------------------------------------------
 */

static void
measure_relaxed (const GpProject *project, guint32 scenario, guint n)
{
  for (guint i = 0; i < n; i++) {
    for (int proof = 1; proof >= 0; proof--) {
      GpPlannerOptions options = {.relaxed_only = TRUE, .without_proof = !proof};
      Clock took;
      g_autoptr (GpPlan) plan = plan_timed (NULL, project, scenario, &options, &took);

      print_line ("relaxed", proof ? "proven" : "unproven", took, 0);
    }
  }
}

/* ---- planning again ----------------------------------------------------------------------------
 */

/* One edit and its undoing, each planned from what the session knows. */
static void
measure_edit (GpPlanning *planning, const GpProject *project, guint32 scenario, guint edit)
{
  const GpPlannerOptions options = {.relaxed_only = TRUE, .without_proof = TRUE};
  g_autoptr (GpProject) changed = bench_edit_make (project, scenario, edit);
  Clock took, afresh, back;

  if (changed == NULL) /* does not apply to this project */
    return;
  g_autoptr (GpPlan) again = try_plan (planning, changed, scenario, &options, &took);
  g_autoptr (GpPlan) undone = plan_timed (planning, project, scenario, &options, &back);
  g_autoptr (GpPlan) fresh = try_plan (NULL, changed, scenario, &options, &afresh);
  /* of these edits every one can be planned: what cannot is a fault, and shows as one */
  print_line ("again", bench_edit_name (edit), took,
              again != NULL && fresh != NULL ? difference (again, fresh) : INFINITY);
  print_line ("back", bench_edit_name (edit), back, 0);
  print_line ("afresh", bench_edit_name (edit), afresh, 0);
}

static void
measure_again (const GpProject *project, guint32 scenario, guint n)
{
  const GpPlannerOptions options = {.relaxed_only = TRUE, .without_proof = TRUE};
  g_autoptr (GpPlanning) planning = gp_planning_new ();
  Clock took;
  g_autoptr (GpPlan) first = plan_timed (planning, project, scenario, &options, &took);

  print_line ("first", "plan", took, 0);
  for (guint edit = 0; edit < MIN (n, bench_n_edits ()); edit++)
    measure_edit (planning, project, scenario, edit);
}

/* ---- whole schools -----------------------------------------------------------------------------
 */

static void
measure_whole (const GpProject *project, guint32 scenario, guint n)
{
  for (guint i = 0; i < n; i++) {
    Clock took;
    g_autoptr (GpPlan) plan = plan_timed (NULL, project, scenario, NULL, &took);

    print_line ("whole", gp_plan_status_name (plan->status), took, 0);
    for (guint p = 0; p < plan->n_priorities; p++)
      printf ("priority %s %.6f %.6f\n", gp_priority_name (plan->priorities[p].id),
              plan->priorities[p].relaxed, plan->priorities[p].whole);
  }
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  guint n = argc == 4 ? (guint)strtoul (argv[3], NULL, 10) : 0;

  if (n == 0 || n > 1000) {
    fprintf (stderr, "usage: bench-plan FILE relaxed|again|whole N\n");
    return 2;
  }
  g_autoptr (GpStore) store = gp_store_open (argv[1], GP_STORE_READ_ONLY, &error);
  g_autoptr (GpProject) project = store ? gp_store_snapshot (store, &error) : NULL;
  guint32 scenario = project ? gp_project_find (project, GP_TABLE_SCENARIOS, "base") : GP_NONE;
  if (scenario == GP_NONE) {
    fprintf (stderr, "bench-plan: %s\n", error ? error->message : "no scenario base");
    return 1;
  }
  if (strcmp (argv[2], "relaxed") == 0)
    measure_relaxed (project, scenario, n);
  else if (strcmp (argv[2], "again") == 0)
    measure_again (project, scenario, n);
  else
    measure_whole (project, scenario, n);
  return 0;
}
