/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The solver gives up at its n-th call, for n = 1, 2, 3 ... until a plan without a fault; once, and
 * from then on. What comes of it is an error, a plan that says that nothing is known, or a right
 * plan: one that passes its audit, with the values that a plan without faults has. The next plan is
 * right.
 *
 *   faults-solver [--share S] [--seed N]
 *
 * At the end a plan with one school too many must be found out.
 */
#include "fault-file.h"
#include "fault-solver.h"
#include "fault-table.h"

#include <gp-random-project.h>
#include <groeiplan/gp-audit.h>
#include <groeiplan/gp-planner.h>
#include <locale.h>
#include <math.h>
#include <stdio.h>

#define ALWAYS 3
#define MOST_CALLS 100000
#define SAME 1e-6

static double share = 1;
static int seed = 1;

static const GOptionEntry entries[] = {
    {"share", 0, 0, G_OPTION_ARG_DOUBLE, &share, "Try this share of all calls", "S"},
    {"seed", 0, 0, G_OPTION_ARG_INT, &seed, "Which ones", "N"},
    G_OPTION_ENTRY_NULL};

typedef struct {
  const char *name;
  GpProject *project;
  guint32 scenario;
  GpPlan *right; /* the plan without faults */
} Example;

/* With again: the second plan of a session, from what the first one left. */
static GpPlan *
make_plan (const Example *example, gboolean again, SolverFault kind, guint n, gboolean lasting,
           GError **error)
{
  g_autoptr (GpPlanning) planning = gp_planning_new ();
  GpPlan *plan;

  if (again)
    gp_plan_unref (
        gp_planning_plan (planning, example->project, example->scenario, NULL, NULL, NULL));
  solver_arm (kind, n, lasting);
  plan = gp_planning_plan (planning, example->project, example->scenario, NULL, NULL, error);
  if (!lasting || kind == SOLVER_NONE)
    return plan;
  g_clear_pointer (&planning, gp_planning_free); /* as long as the fault lasts */
  solver_disarm ();
  return plan;
}

/* ---- judging ---------------------------------------------------------------------- */

static char *
judge_audit (const Example *example, const GpPlan *plan)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GpAudit) audit = gp_audit_plan (example->project, plan, NULL, &error);

  if (audit == NULL)
    return g_strdup_printf ("no audit: %s", error->message);
  return audit->passed ? NULL
                       : g_strdup_printf ("the audit of a plan that is %s finds: %s",
                                          gp_plan_status_name (plan->status),
                                          audit->n_faults > 0 ? audit->faults[0] : "nothing");
}

static char *
judge_values (const Example *example, const GpPlan *plan)
{
  const GpPlan *right = example->right;

  if (plan->n_priorities != right->n_priorities)
    return g_strdup_printf ("%u priorities of %u", plan->n_priorities, right->n_priorities);
  for (guint i = 0; i < plan->n_priorities; i++) {
    double is = plan->priorities[i].relaxed, should = right->priorities[i].relaxed;

    if (fabs (is - should) > SAME * (1 + fabs (should)))
      return g_strdup_printf ("priority %u is %.9g, not %.9g", i + 1, is, should);
  }
  return NULL;
}

static char *
judge (const Example *example, const GpPlan *plan, const GError *error)
{
  char *wrong;

  if (plan == NULL)
    return fault_error_wrong (error) != NULL ? g_strdup (fault_error_wrong (error)) : NULL;
  if (error != NULL)
    return g_strdup ("a plan and an error");
  if (plan->status == GP_PLAN_CONFLICT)
    return example->right->status == GP_PLAN_CONFLICT ? NULL : g_strdup ("a conflict that is none");
  if (example->right->status == GP_PLAN_CONFLICT)
    return plan->status == GP_PLAN_UNKNOWN ? NULL : g_strdup ("a plan where there is none");
  if (plan->status == GP_PLAN_UNKNOWN && !plan->has_whole)
    return NULL;
  wrong = judge_audit (example, plan);
  return wrong != NULL ? wrong : judge_values (example, plan);
}

/* What is planned after it, in the same thread. */
static char *
judge_next (const Example *example)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GpPlan) plan = make_plan (example, FALSE, SOLVER_NONE, 0, FALSE, &error);
  g_autofree char *wrong = judge (example, plan, error);

  if (wrong != NULL)
    return g_strdup_printf ("the next plan: %s", wrong);
  if (plan == NULL || plan->status != example->right->status)
    return g_strdup ("the next plan is not as it was");
  return NULL;
}

/* ---- trying ----------------------------------------------------------------------- */

static gboolean
try_one (const Example *example, gboolean again, SolverFault kind, guint n, gboolean lasting)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GpPlan) plan = make_plan (example, again, kind, n, lasting, &error);
  g_autofree char *wrong = judge (example, plan, error);
  g_autofree char *name = g_strdup_printf ("solver %s, %s", solver_fault_names[kind],
                                           lasting ? "from then on" : "once");
  g_autofree char *where = NULL;
  gboolean happened = solver_happened ();

  solver_disarm ();
  if (wrong == NULL && happened)
    wrong = judge_next (example);
  if (wrong != NULL)
    where = g_strdup_printf ("%s%s, call %u: %s", example->name, again ? " again" : "", n, wrong);
  if (happened)
    fault_count (name, where);
  else if (where != NULL)
    fault_count ("without a fault", where);
  return happened;
}

static void
try_all (const Example *example, gboolean again, SolverFault kind, gboolean lasting, GRand *rand)
{
  gboolean happened = TRUE;

  for (guint n = 1; happened && n < MOST_CALLS; n++)
    if (n <= ALWAYS || g_rand_double (rand) < share) {
      fault_table_at ("%s%s, solver %s %s, call %u", example->name, again ? " again" : "",
                      solver_fault_names[kind], lasting ? "from then on" : "once", n);
      happened = try_one (example, again, kind, n, lasting);
    }
}

/* A solver that says of everything that it is infeasible is no fault but another solver. */
static void
try_example (const Example *example, GRand *rand)
{
  for (SolverFault kind = SOLVER_FAILS; kind < N_SOLVER_FAULTS; kind++)
    for (int again = 0; again < 2; again++) {
      try_all (example, again == 1, kind, FALSE, rand);
      if (kind != SOLVER_INFEASIBLE)
        try_all (example, again == 1, kind, TRUE, rand);
    }
}

/* What was wrong once, whatever the share: a solver that says that all is well and leaves the
 * values as they were had the planner hold the same partners for ever. */
static void
try_found (const Example *larger)
{
  try_one (larger, FALSE, SOLVER_UNDEFINED, 41, TRUE);
}

/* The right plan with one school more. */
static GpPlan *
make_wrong (const GpPlan *right)
{
  GpPlan *plan = gp_plan_new (right->scenario, right->status);

  for (GpPlanPart part = 0; part < GP_N_PARTS; part++)
    for (guint i = 0; i < right->n_rows[part]; i++) {
      GpPlanRow row = right->rows[part][i];

      row.amount += i == 0;
      row.hundredths += i == 0 ? 100 : 0;
      gp_plan_add_row (plan, part, &row);
    }
  for (guint i = 0; i < right->n_priorities; i++)
    gp_plan_add_priority (plan, &right->priorities[i]);
  gp_plan_set_whole (plan, right->has_whole);
  gp_plan_finish (plan);
  return plan;
}

static gboolean
wrong_plans_are_seen (const Example *example)
{
  g_autoptr (GpPlan) plan = make_wrong (example->right);
  g_autofree char *wrong = judge (example, plan, NULL);

  return wrong != NULL;
}

/* ---- examples --------------------------------------------------------------------- */

static Example
make_example (const char *name, guint32 from, guint n_boards, GpRandomFlags flags,
              gboolean conflict)
{
  for (guint32 number = from; number < from + 200; number++) {
    Example example = {.name = name, .project = gp_random_project (number, n_boards, 3, flags)};

    example.scenario = gp_project_find (example.project, GP_TABLE_SCENARIOS, "base");
    example.right = make_plan (&example, FALSE, SOLVER_NONE, 0, FALSE, NULL);
    if (example.right != NULL && (example.right->status == GP_PLAN_CONFLICT) == conflict &&
        (conflict || example.right->has_whole))
      return example;
    gp_plan_unref (example.right);
    gp_project_unref (example.project);
  }
  fault_die (name, NULL);
}

int
main (int argc, char **argv)
{
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GRand) rand = NULL;
  gboolean passed;
  Example examples[3];

  setlocale (LC_ALL, "C.UTF-8");
  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    fault_die ("the call", error);
  rand = g_rand_new_with_seed ((guint32)seed);
  fault_table_watch ();
  examples[0] = make_example ("small", 4, 2, GP_RANDOM_PLAIN, FALSE);
  examples[1] = make_example ("larger", 40, 6, GP_RANDOM_PINS, FALSE);
  examples[2] = make_example ("conflict", 400, 3, GP_RANDOM_PINS, TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (examples); i++)
    try_example (&examples[i], rand);
  try_found (&examples[1]);
  printf ("share %g, seed %d\n", share, seed);
  passed = fault_table_print ();
  if (!wrong_plans_are_seen (&examples[0])) {
    fprintf (stderr, "a wrong plan is not noticed\n");
    passed = FALSE;
  }
  for (guint i = 0; i < G_N_ELEMENTS (examples); i++) {
    gp_plan_unref (examples[i].right);
    gp_project_unref (examples[i].project);
  }
  return passed ? 0 : 1;
}
