/* SPDX-License-Identifier: GPL-3.0-or-later */
/* No bound above what a plan reaches: on small random projects every whole plan is counted out, and
 * multipliers are pushed uphill by chance towards the largest bound. However far they get, and
 * whatever they claim, the bound must stay at or below the least
 *
 *   f_k + sum held_j (f_j - v_j)
 *
 * of all those plans. The figures of a plan are worked out here once more, for this shape of
 * project alone: two regions of one board each, one sector that asks support once, two years. Board
 * 0 is a partner with room for one verandercoach and one school that started long ago; board 1 is
 * none. */
#include "audit-example.h"

#include <math.h>

enum { N_PLACES = 2, N_YEARS = 2, N_STEPS = 800, N_HOLDABLE = 5 };

typedef struct {
  int n[N_PLACES], pupils[N_PLACES];
  int support, recruitment, share, coach_days, first_days, training_days, coach_expert_days;
  int expert, hire_days, hire_training, lending; /* share, lending: in quarters */
  int cohort[GP_N_PROGRAMMES][N_YEARS];
  int cost_expert, cost_coach, cost_training, cost_hire, cost_lent, cost_overload;
} World;

/* Delays first: with them held, plans must start schools. */
static const GpPriorityId ids[N_HOLDABLE] = {GP_PRIORITY_GROEIKRACHT_DELAY,
                                             GP_PRIORITY_REGULAR_DELAY, GP_PRIORITY_OVERLOAD,
                                             GP_PRIORITY_COST, GP_PRIORITY_REACH};

static void
random_world (GRand *rand, World *w)
{
  for (guint i = 0; i < N_PLACES; i++) {
    w->n[i] = g_rand_int_range (rand, 1, 3);
    w->pupils[i] = g_rand_int_range (rand, 50, 400);
  }
  w->support = g_rand_int_range (rand, 4, 12);
  w->recruitment = g_rand_int_range (rand, 0, 4);
  w->share = g_rand_int_range (rand, 0, 5);
  w->coach_days = g_rand_int_range (rand, 4, 12);
  w->first_days = g_rand_int_range (rand, 0, 5);
  w->training_days = g_rand_int_range (rand, 0, 3);
  w->coach_expert_days = g_rand_int_range (rand, 0, 3);
  w->expert = g_rand_int_range (rand, 0, 24);
  w->hire_days = g_rand_int_range (rand, 6, 20);
  w->hire_training = g_rand_int_range (rand, 0, 8);
  w->lending = g_rand_int_range (rand, 0, 5);
  for (guint p = 0; p < GP_N_PROGRAMMES; p++)
    for (guint y = 0; y < N_YEARS; y++)
      w->cohort[p][y] = g_rand_int_range (rand, 0, 3);
  w->cost_expert = g_rand_int_range (rand, 0, 9);
  w->cost_coach = g_rand_int_range (rand, 0, 9);
  w->cost_training = g_rand_int_range (rand, 0, 9);
  w->cost_hire = g_rand_int_range (rand, 0, 9);
  w->cost_lent = g_rand_int_range (rand, 0, 9);
  w->cost_overload = g_rand_int_range (rand, 0, 9);
}

/* ---- the same world as a project --------------------------------------------------------------
 */

static void add (GpProject *project, GpTableId table, const char *format, ...) G_GNUC_PRINTF (3, 4);

static void
add (GpProject *project, GpTableId table, const char *format, ...)
{
  va_list arguments;
  va_start (arguments, format);
  g_autofree char *cells = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  example_add (project, &(ExampleLine){table, cells});
}

static void
add_parameters (GpProject *project, const World *w)
{
  const struct {
    const char *name;
    double value;
  } plain[] = {{"support_days,po:1,", w->support},
               {"recruitment_days,po,", w->recruitment},
               {"handover_share,,", w->share / 4.0},
               {"verandercoach_days,,", w->coach_days},
               {"verandercoach_first_year_days,,", w->first_days},
               {"verandercoach_retention,,", 0.5},
               {"verandercoach_expert_days,,", w->coach_expert_days},
               {"partner_min_schools,,", 100},
               {"training_expert_days,,", w->training_days},
               {"expert_attrition,,", 0.5},
               {"expert_cap,,", 2},
               {"expert_days,,", w->hire_days},
               {"expert_training_days,,", w->hire_training},
               {"lending_efficiency,,", w->lending / 4.0},
               {"cost_expert_day,,", w->cost_expert},
               {"cost_verandercoach_day,,", w->cost_coach},
               {"cost_training,,", w->cost_training},
               {"cost_hire,,", w->cost_hire},
               {"cost_lent_day,,", w->cost_lent},
               {"cost_overload_day,,", w->cost_overload}};
  for (guint i = 0; i < G_N_ELEMENTS (plain); i++)
    add (project, GP_TABLE_PARAMETERS, "base,%s,%g", plain[i].name, plain[i].value);
  for (guint p = 0; p < GP_N_PROGRAMMES; p++)
    for (guint y = 0; y < N_YEARS; y++)
      add (project, GP_TABLE_PARAMETERS, "base,cohort_target,%s,%u-%u,%d",
           gp_programme_name ((GpProgramme)p), 2026 + y, 2027 + y, w->cohort[p][y]);
}

static GpProject *
make_project (const World *w)
{
  GpProject *project = gp_project_new (NULL, NULL);
  gp_project_set_frame (project, "World", 2026, 2027, GP_YEAR_NONE);
  add (project, GP_TABLE_REGIONS, "r0");
  add (project, GP_TABLE_REGIONS, "r1");
  add (project, GP_TABLE_SECTORS, "po,,1,1");
  add (project, GP_TABLE_BOARDS, "b0,,r0,2020-2021,1");
  add (project, GP_TABLE_BOARDS, "b1,,r1");
  add (project, GP_TABLE_SCHOOLS, "old,b0,,po,r0,10,0,2020-2021,regular");
  for (guint i = 0; i < N_PLACES; i++)
    for (int n = 0; n < w->n[i]; n++)
      add (project, GP_TABLE_SCHOOLS, "s%u%d,b%u,,po,r%u,%d", i, n, i, i, w->pupils[i]);
  add (project, GP_TABLE_EXPERT_COACHES, "e,,r0,%d", w->expert);
  add (project, GP_TABLE_SCENARIOS, "base");
  add_parameters (project, w);
  return example_finish (project);
}

/* ---- counting out every plan ------------------------------------------------------------------
 */

typedef struct {
  int x[N_PLACES][GP_N_PROGRAMMES][N_YEARS];
  int n[N_YEARS], h[N_PLACES][N_YEARS];
  double lent[N_YEARS]; /* from 0 to 1, or the other way when below zero */
  gboolean hand_over;
} Decided;

typedef struct {
  const World *world;
  double values[N_HOLDABLE]; /* weights of the objectives */
  double least;
} Search;

static int
starts (const Decided *d, guint place, guint y)
{
  return d->x[place][0][y] + d->x[place][1][y];
}

/* FALSE when the cohorts have no place. */
static gboolean
delays (const World *w, const Decided *d, double *f)
{
  for (guint p = 0; p < GP_N_PROGRAMMES; p++) {
    int behind = 0;
    f[p] = 0;
    for (guint y = 0; y < N_YEARS; y++) {
      behind += w->cohort[p][y] - d->x[0][p][y] - d->x[1][p][y];
      if (behind < 0)
        return FALSE;
      f[p] += behind;
    }
  }
  return TRUE;
}

static gboolean
coaches_fit (const Decided *d)
{
  double candidates = 1 + starts (d, 0, 0), last = 0.5 * d->n[0] + d->n[1];
  double hired = 0.5 * (d->h[0][0] + d->h[1][0]) + d->h[0][1] + d->h[1][1];
  return d->n[0] <= 1 && last <= MIN (1, candidates) && d->h[0][0] + d->h[1][0] <= 1 &&
         hired <= 1.5;
}

/* Rule 13 of a year; returns the overload of both regions, adds the costs. */
static double
year (const World *w, const Decided *d, guint y, double *cost)
{
  double overload = 0, kept = y == 0 ? 0 : 0.5 * d->n[0];
  for (guint r = 0; r < N_PLACES; r++) {
    double asked = w->support * starts (d, r, y), v = 0, need, out;
    double hired = d->h[r][y] + (y == 0 ? 0 : 0.5 * d->h[r][0]);
    if (r == 0 && d->hand_over)
      v = MIN (w->share / 4.0 * asked, w->coach_days * kept + w->first_days * d->n[y]);
    out = r == 0 ? d->lent[y] : -d->lent[y];
    need = asked - v + (y == 0 ? w->recruitment * starts (d, r, 1) : 0);
    need += r == 0 ? w->training_days * d->n[y] + w->coach_expert_days * kept : 0;
    need += out > 0 ? out : w->lending / 4.0 * out;
    need -= (r == 0 ? w->expert * (y == 0 ? 1 : 0.5) : 0) + w->hire_days * hired;
    need += w->hire_training * d->h[r][y];
    overload += MAX (0, need);
    *cost += w->cost_expert * asked + (w->cost_coach - w->cost_expert) * v;
    *cost += w->cost_hire * d->h[r][y];
  }
  *cost += w->cost_training * d->n[y] + w->cost_lent * fabs (d->lent[y]);
  *cost += w->cost_overload * overload;
  return overload;
}

static void
try_plan (Search *search, const Decided *d)
{
  const World *w = search->world;
  double f[N_HOLDABLE] = {0}, sum = 0;
  if (!coaches_fit (d) || !delays (w, d, f))
    return;
  for (guint i = 0; i < N_PLACES; i++)
    for (guint y = 0; y < N_YEARS; y++)
      f[4] -= starts (d, i, y) * w->pupils[i] * (double)(N_YEARS - y);
  for (guint y = 0; y < N_YEARS; y++)
    f[2] += year (w, d, y, &f[3]);
  for (guint k = 0; k < N_HOLDABLE; k++)
    sum += search->values[k] * f[k];
  search->least = MIN (search->least, sum);
}

/* All ways to lend, to hire and to train with the same starts. */
static void
try_coaches (Search *search, Decided *d)
{
  const double lent[] = {0, 2, 10, -10};
  for (guint i = 0; i < 4 * 4 * 4 * 16 * 2; i++) {
    d->n[0] = (int)(i & 1);
    d->n[1] = (int)(i >> 1 & 1);
    d->lent[0] = lent[i >> 2 & 3];
    d->lent[1] = lent[i >> 4 & 3];
    for (guint j = 0; j < 4; j++)
      d->h[j / 2][j % 2] = (int)(i >> (6 + j) & 1);
    d->hand_over = i >> 10 & 1;
    try_plan (search, d);
  }
}

static void
try_starts (Search *search, Decided *d, guint at)
{
  guint place = at / 4;
  if (place == N_PLACES) {
    try_coaches (search, d);
    return;
  }
  int *x = &d->x[place][at / 2 % 2][at % 2], left = search->world->n[place];
  *x = 0;
  for (guint i = place * 4; i < at; i++)
    left -= d->x[place][i / 2 % 2][i % 2];
  for (; *x <= left; (*x)++)
    try_starts (search, d, at + 1);
  *x = 0;
}

/* ---- multipliers ------------------------------------------------------------------------------
 */

enum { MAX_ROWS = 64 };

typedef struct {
  const GpProject *project;
  guint k, n_rows;
  GpProofRow rows[N_HOLDABLE][MAX_ROWS]; /* of every priority up to the k-th */
  double held[N_HOLDABLE][N_HOLDABLE];
  double bounds[N_HOLDABLE]; /* what the audit drew from it last, minimised */
} Claim;

static void
add_row (Claim *claim, GpRule rule, guint8 variant, const char *board, const char *region,
         GpProgramme programme, guint y)
{
  claim->rows[0][claim->n_rows++] = (GpProofRow){.rule = rule,
                                                 .variant = variant,
                                                 .board = board,
                                                 .sector = rule == GP_RULE_SUPPLY ? "po" : "",
                                                 .region = region,
                                                 .programme = programme,
                                                 .pin = GP_NONE,
                                                 .year = (GpYear)(2026 + y)};
}

static void
add_rows (Claim *claim)
{
  add_row (claim, GP_RULE_SUPPLY, 0, "b0", "r0", GP_PROGRAMME_NONE, 0);
  add_row (claim, GP_RULE_SUPPLY, 0, "b1", "r1", GP_PROGRAMME_NONE, 0);
  for (guint y = 0; y < N_YEARS; y++) {
    add_row (claim, GP_RULE_COHORT, 0, "", "", GP_PROGRAMME_GROEIKRACHT, y);
    add_row (claim, GP_RULE_COHORT, 0, "", "", GP_PROGRAMME_REGULAR, y);
    add_row (claim, GP_RULE_INTEREST, 0, "", "", GP_PROGRAMME_NONE, y);
    add_row (claim, GP_RULE_HANDOVER, 0, "b0", "r0", GP_PROGRAMME_NONE, y);
    add_row (claim, GP_RULE_COACH_CAPACITY, 0, "b0", "", GP_PROGRAMME_NONE, y);
    add_row (claim, GP_RULE_STOCK, 0, "b0", "", GP_PROGRAMME_NONE, y);
    add_row (claim, GP_RULE_POOL, 0, "b0", "", GP_PROGRAMME_NONE, y);
    add_row (claim, GP_RULE_PARTNER_ROOM, 0, "b0", "", GP_PROGRAMME_NONE, y);
    add_row (claim, GP_RULE_CAPS, 0, "", "", GP_PROGRAMME_NONE, y);
    add_row (claim, GP_RULE_CAPS, 1, "", "", GP_PROGRAMME_NONE, y);
    add_row (claim, GP_RULE_HIRING, 0, "", "r0", GP_PROGRAMME_NONE, y);
    add_row (claim, GP_RULE_HIRING, 0, "", "r1", GP_PROGRAMME_NONE, y);
    add_row (claim, GP_RULE_HIRING, 1, "", "", GP_PROGRAMME_NONE, y);
    add_row (claim, GP_RULE_EXPERT_DAYS, 0, "", "r0", GP_PROGRAMME_NONE, y);
    add_row (claim, GP_RULE_EXPERT_DAYS, 0, "", "r1", GP_PROGRAMME_NONE, y);
  }
}

/* The bound that the audit draws from the claim. */
static double
bound_of (Claim *claim)
{
  g_autoptr (GError) error = NULL;
  GpPlan *plan = gp_plan_new ("base", GP_PLAN_OPTIMAL);
  for (guint k = 0; k <= claim->k; k++) {
    GpPlanPriority priority = {.id = ids[k], .proof = claim->rows[k], .n_proof = claim->n_rows};
    memcpy (priority.held, claim->held[k], sizeof claim->held[k]);
    gp_plan_add_priority (plan, &priority);
  }
  gp_plan_finish (plan);
  g_autoptr (GpAudit) audit = gp_audit_plan (claim->project, plan, NULL, &error);
  gp_plan_unref (plan);
  ck_assert_msg (audit != NULL, "%s", error != NULL ? error->message : "");
  for (guint k = 0; k <= claim->k; k++)
    claim->bounds[k] =
        ids[k] == GP_PRIORITY_REACH ? -audit->bounds[k].bound : audit->bounds[k].bound;
  return claim->bounds[claim->k];
}

/* Changes one or a few multipliers; keeps what makes the bound larger. */
static double
climb (GRand *rand, Claim *claim)
{
  double best = bound_of (claim);
  for (guint i = 0; i < N_STEPS; i++) {
    Claim next = *claim;
    double size = exp (g_rand_double_range (rand, -3, 5));
    for (int j = g_rand_int_range (rand, 1, 5); j > 0; j--) {
      guint row = (guint)g_rand_int_range (rand, 0, (gint32)claim->n_rows);
      next.rows[claim->k][row].value += g_rand_boolean (rand) ? size : -size;
    }
    double bound = bound_of (&next);
    if (bound < best)
      continue;
    best = bound;
    *claim = next;
  }
  return best;
}

/* The k-th priority, most of the earlier ones held, each with a proof of its own, good or not. */
static void
random_claim (GRand *rand, Claim *claim, const GpProject *project, guint k)
{
  *claim = (Claim){.project = project, .k = k};
  add_rows (claim);
  for (guint j = 1; j <= k; j++)
    memcpy (claim->rows[j], claim->rows[0], sizeof claim->rows[0]);
  for (guint j = 0; j < k; j++) {
    if (g_rand_int_range (rand, 0, 4) > 0)
      claim->held[k][j] = ids[j] == GP_PRIORITY_OVERLOAD ? g_rand_int_range (rand, 0, 40) / 4.0
                                                         : g_rand_int_range (rand, 40, 400) / 4.0;
    for (guint i = 0; i < j; i++)
      claim->held[j][i] = g_rand_int_range (rand, 0, 8) / 4.0;
    for (guint n = (guint)g_rand_int_range (rand, 0, 6); n > 0; n--)
      claim->rows[j][g_rand_int_range (rand, 0, (gint32)claim->n_rows)].value =
          g_rand_double_range (rand, -1, 1);
  }
}

/* What each priority counts for in the inequality of the k-th proof. */
static void
weigh (const Claim *claim, guint k, double times, double *weights)
{
  weights[k] += times;
  for (guint j = 0; j < k; j++)
    if (claim->held[k][j] > 0)
      weigh (claim, j, times * claim->held[k][j], weights);
}

START_TEST (test_never_above)
{
  GRand *rand = g_rand_new_with_seed (4100 + (guint32)_i);
  World world;
  Claim claim;
  Decided decided = {0};
  Search search = {.world = &world, .least = INFINITY};
  double constant = 0, start, bound;
  random_world (rand, &world);
  g_autoptr (GpProject) project = make_project (&world);
  random_claim (rand, &claim, project, 2 + (guint)_i % 3);
  weigh (&claim, claim.k, 1, search.values);
  try_starts (&search, &decided, 0);
  start = bound_of (&claim);
  bound = climb (rand, &claim);
  for (guint j = 0; j < claim.k; j++)
    constant += search.values[j] * claim.bounds[j];
  g_rand_free (rand);
  ck_assert (isfinite (search.least));
  ck_assert_double_ge (bound, start);
  ck_assert_msg (bound <= search.least - constant + 1e-9 * (1 + fabs (constant)),
                 "bound %.17g, but a plan reaches %.17g", bound, search.least - constant);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("audit: enumerated");
  TCase *tests = tcase_create ("enumerated");
  tcase_set_timeout (tests, 0);
  tcase_add_loop_test (tests, test_never_above, 0, 18);
  suite_add_tcase (suite, tests);
  return gp_test_run (suite);
}
