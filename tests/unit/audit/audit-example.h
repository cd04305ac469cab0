/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A project and a whole-school plan for it, small enough to work out by hand; all names are made
 * up.
 *
 * Plan years 2026, 2027 and 2028 (y0, y1, y2). Two regions, noord and zuid. po asks 10 days, once;
 * vo asks 16 and then 8; mbo asks 12 and then 6, and has no Groeikracht.
 *
 * Boards
 *
 *  P  partner since 2024, at home in noord. Cells: po noord other: 4 schools (1 ready; 100, 200,
 *     300 and unknown pupils: average 200); po noord high: 1 (ready, 240); vo zuid high: 1 (ready,
 *     500). Started in 2025: a vo school in zuid (still asks 8 in y0) and a po school in noord
 *     (asks nothing any more). Two verandercoaches: one of 12.5 days, one of 20 (the parameter) who
 *     leaves after y0: V0 = 2, 0.9, 0.81, and
 *     G0 = 12.5 + 20 = 32.5, 12.5 x 0.9 = 11.25, 12.5 x 0.81 = 10.125.
 *     Its own maximum is 1, but it has 2 already: 2.
 *
 *  Q  no partner yet, at home in zuid. Cells: po zuid other: 2 (150 and 250 pupils: 200); po zuid
 *     high: 1 (120); mbo zuid other: 1 (1000). 4 x 0.45, rounded up: at most 2 verandercoaches.
 *
 *  R  one po school in zuid (other, 90 pupils): too small to become a partner.
 *
 * Expert coaches, of whom 0.9 are left each year: noord 60 days, and 5 more from y2: A = 60, 54,
 * 0.81 x 65 = 52.65; zuid 24.5 days until y1: A = 24.5, 22.05, 0. Heads 2, 1.8, 1.62; the cap is 1
 * in y0 and then 4, so hires up to 0, 2.2 and 2.38.
 *
 * The plan: starts
 *
 *  y0  P po noord other 1 regular; P po noord high 1 Groeikracht; P vo zuid high 1 regular
 *  y1  P po noord other 2 Groeikracht; Q po zuid high 1 regular
 *  y2  Q po zuid other 2 regular; R po zuid other 1 regular
 *
 * Groeikracht so far 1, 3, 3 of 1, 3, 4: B = 0, 0, 1. Regular so far 2, 3, 6 of 2, 4, 6: B = 0, 1,
 * 0. 3 starts a year: as many as interest allows. vo in y0: 1 >= 0.2 x 3. High need in y1: 1 >=
 * 0.25 x 3.
 *
 * D           P noord   P zuid      Q zuid   R zuid
 *  y0          20        16+8 = 24    0        0
 *  y1          20        8           10        0
 *  y2           0        0           20       10
 *
 * v (at most half)
 *  y0          10        12                           22    <= 32.5
 *  y1           9.25      4                           13.25 <= 11.25 + 20 x 0 + 4 x 1 = 15.25
 *  y2                                 3.5             3.5   <= 4 x 1 = 4
 *
 * Trained: P one in y1, Q one in y2 (it becomes a partner in y1). N of P 0, 1, 0.9, of Q 0, 0, 1.
 * Candidates: half a person a school, in y2 one. Pool of P: 0.5 x 2 < 2, so 0; 0.1 + 0.5 x 3 = 1.6;
 * 1.19 + 5 = 6.19. Pool of Q: 0, 0, 1. Room of P: 0, 1.1, 1.19. Room of Q: 0, 2, 2.
 * Hired: one in noord in y1: H = 0, 1, 0.9.
 *
 * Expert days, noord                               zuid
 *  y0  20-10, talks 2x2, 1.5 x 2 = 17               24-12, talks 2 = 14
 *      of 60                                       of 24.5
 *  y1  20-9.25, train 4, 1.5 x 0.9, lent 3.69       8-4, 10, talks 3x2, partner 5 = 25
 *      = 19.79 of 54 + 100 - 30 = 124              of 22.05 + 0.8 x 3.69 = 25.002
 *  y2  1.5 x (0.81 + 0.9), lent 30 = 32.565         20-3.5, 10, train 4 = 30.5
 *      of 52.65 + 100 x 0.9 = 142.65               of 0 + 0.8 x 30 + overload 6.5 = 30.5
 *
 * Values: overload 6.5; Groeikracht delay 1; regular delay 1; reach
 *  3 x (200 + 240 x 1.5 + 500 x 1.5) + 2 x (2 x 200 + 120 x 1.5) + (2 x 200 + 90)
 *  = 3930 + 1160 + 490 = 5580;
 * cost 800 x (10 + 10 + 24 + 30 + 30) - 500 x (22 + 13.25 + 3.5) + 2 x 2000 + 5000 + 6000
 *  + 50 x 33.69 + 400 x 6.5 = 83200 - 19375 + 4000 + 5000 + 6000 + 1684.5 + 2600 = 83109.5.
 *
 * The relaxed values stated with it are bounds that can be proven by hand, not the optimum: zero
 * for overload and delays, without any multiplier; reach at most 3 years of all schools,
 *  3 x (4 x 200 + 360 + 750 + 2 x 200 + 180 + 1000 + 90) = 3 x 3580 = 10740,
 * by a multiplier of minus 3 x the school's worth on every supply row; cost not below -500 x the
 * days that could ever be handed over: P noord 3 x 5 x 10 / 2 = 75, P zuid (16 + 8) / 2 + 8 + 8 =
 * 28, Q zuid 3 x (3 x 10 + 12) / 2 = 63, together 166: -83000, again without multipliers. */
#pragma once

#include "gp-test.h"

#include <groeiplan/gp-audit.h>
#include <groeiplan/gp-parameter.h>
#include <groeiplan/gp-table.h>

typedef struct {
  GpTableId table;
  const char *cells; /* parted by commas, in the table's order; the rest is empty */
} ExampleLine;

static inline void
example_add (GpProject *project, const ExampleLine *line)
{
  const char *cells[32] = {NULL};
  g_auto (GStrv) parts = g_strsplit (line->cells, ",", 31);
  for (guint i = 0; parts[i] != NULL; i++)
    cells[i] = parts[i];
  ck_assert_msg (gp_project_add_text (project, line->table, cells), "%s", line->cells);
}

static const ExampleLine example_lines[] = {
    {GP_TABLE_REGIONS, "noord,Noord"},
    {GP_TABLE_REGIONS, "zuid,Zuid"},
    {GP_TABLE_SECTORS, "po,Primary,1,1"},
    {GP_TABLE_SECTORS, "vo,Secondary,2,1"},
    {GP_TABLE_SECTORS, "mbo,Vocational,2,0"},
    {GP_TABLE_BOARDS, "P,Board P,noord,2024-2025,1"},
    {GP_TABLE_BOARDS, "Q,Board Q,zuid"},
    {GP_TABLE_BOARDS, "R,Board R,zuid"},
    {GP_TABLE_SCHOOLS, "p1,P,,po,noord,100,0,,,,ready"},
    {GP_TABLE_SCHOOLS, "p2,P,,po,noord,200,0"},
    {GP_TABLE_SCHOOLS, "p3,P,,po,noord,300,0"},
    {GP_TABLE_SCHOOLS, "p4,P,,po,noord,,0"},
    {GP_TABLE_SCHOOLS, "p5,P,,po,noord,240,1,,,,ready"},
    {GP_TABLE_SCHOOLS, "p6,P,,vo,zuid,500,1,,,,talks,1,1,1,1"},
    {GP_TABLE_SCHOOLS, "p7,P,,vo,zuid,700,0,2025-2026,regular"},
    {GP_TABLE_SCHOOLS, "p8,P,,po,noord,150,0,2025-2026,groeikracht"},
    {GP_TABLE_SCHOOLS, "q1,Q,,po,zuid,150,0"},
    {GP_TABLE_SCHOOLS, "q2,Q,,po,zuid,250,0"},
    {GP_TABLE_SCHOOLS, "q3,Q,,po,zuid,120,1"},
    {GP_TABLE_SCHOOLS, "q4,Q,,mbo,zuid,1000,0"},
    {GP_TABLE_SCHOOLS, "r1,R,,po,zuid,90,0"},
    {GP_TABLE_EXPERT_COACHES, "e1,Expert N,noord,60"},
    {GP_TABLE_EXPERT_COACHES, "e3,Expert M,noord,5,2028-2029"},
    {GP_TABLE_EXPERT_COACHES, "e2,Expert Z,zuid,24.5,,2027-2028"},
    {GP_TABLE_VERANDERCOACHES, "v1,P,Coach A,2024-2025,12.5"},
    {GP_TABLE_VERANDERCOACHES, "v2,P,Coach B,2025-2026,,2026-2027"},
    {GP_TABLE_SCENARIOS, "base"},
    {GP_TABLE_SCENARIOS, "child,base"},
    {GP_TABLE_PARAMETERS, "base,support_days,po:1,,10"},
    {GP_TABLE_PARAMETERS, "base,support_days,vo:1,,16"},
    {GP_TABLE_PARAMETERS, "base,support_days,vo:2,,8"},
    {GP_TABLE_PARAMETERS, "base,support_days,mbo:1,,12"},
    {GP_TABLE_PARAMETERS, "base,support_days,mbo:2,,6"},
    {GP_TABLE_PARAMETERS, "base,cohort_target,groeikracht,2026-2027,1"},
    {GP_TABLE_PARAMETERS, "base,cohort_target,groeikracht,2027-2028,2"},
    {GP_TABLE_PARAMETERS, "base,cohort_target,groeikracht,2028-2029,1"},
    {GP_TABLE_PARAMETERS, "base,cohort_target,regular,,2"},
    {GP_TABLE_PARAMETERS, "base,recruitment_days,po,,2"},
    {GP_TABLE_PARAMETERS, "base,recruitment_days,vo,,4"},
    {GP_TABLE_PARAMETERS, "base,recruitment_days,vo,2028-2029,3"},
    {GP_TABLE_PARAMETERS, "base,interest_cap,,,3"},
    {GP_TABLE_PARAMETERS, "base,equity_min_share,,2027-2028,0.25"},
    {GP_TABLE_PARAMETERS, "base,sector_min_share,vo,2026-2027,0.2"},
    {GP_TABLE_PARAMETERS, "base,handover_share,,,0.5"},
    {GP_TABLE_PARAMETERS, "base,verandercoach_days,,,20"},
    {GP_TABLE_PARAMETERS, "base,verandercoach_first_year_days,,,4"},
    {GP_TABLE_PARAMETERS, "base,verandercoach_retention,,,0.9"},
    {GP_TABLE_PARAMETERS, "base,verandercoaches_per_school,,,0.45"},
    {GP_TABLE_PARAMETERS, "base,verandercoach_expert_days,,,1.5"},
    {GP_TABLE_PARAMETERS, "base,candidates_per_school,,,0.5"},
    {GP_TABLE_PARAMETERS, "base,candidates_per_school,,2028-2029,1"},
    {GP_TABLE_PARAMETERS, "base,partner_min_schools,,,3"},
    {GP_TABLE_PARAMETERS, "base,partner_cap,,,1"},
    {GP_TABLE_PARAMETERS, "base,partner_cap,,2026-2027,0"},
    {GP_TABLE_PARAMETERS, "base,training_cap,,,2"},
    {GP_TABLE_PARAMETERS, "base,partnership_expert_days,,,5"},
    {GP_TABLE_PARAMETERS, "base,training_expert_days,,,4"},
    {GP_TABLE_PARAMETERS, "base,expert_attrition,,,0.1"},
    {GP_TABLE_PARAMETERS, "base,expert_cap,,,4"},
    {GP_TABLE_PARAMETERS, "base,expert_cap,,2026-2027,1"},
    {GP_TABLE_PARAMETERS, "base,expert_days,,,100"},
    {GP_TABLE_PARAMETERS, "base,expert_training_days,,,30"},
    {GP_TABLE_PARAMETERS, "base,lending_efficiency,,,0.8"},
    {GP_TABLE_PARAMETERS, "base,require_ready,,,1"},
    {GP_TABLE_PARAMETERS, "base,need_weight,high,,1.5"},
    {GP_TABLE_PARAMETERS, "base,cost_expert_day,,,800"},
    {GP_TABLE_PARAMETERS, "base,cost_verandercoach_day,,,300"},
    {GP_TABLE_PARAMETERS, "base,cost_training,,,2000"},
    {GP_TABLE_PARAMETERS, "base,cost_partnership,,,5000"},
    {GP_TABLE_PARAMETERS, "base,cost_hire,,,6000"},
    {GP_TABLE_PARAMETERS, "base,cost_lent_day,,,50"},
    {GP_TABLE_PARAMETERS, "base,cost_overload_day,,,400"},
    {GP_TABLE_PINS, "base,start,P,po,groeikracht,2027-2028,2,,promised"},
    {GP_TABLE_PINS, "base,partner,Q,,,2027-2028,1,,signed"},
    {GP_TABLE_PINS, "base,training,Q,,,2028-2029,,1,one trainer"},
    {GP_TABLE_PINS, "base,partner,P,,,2027-2028,,0,is one"},
    {GP_TABLE_PINS, "child,training,Q,,,2028-2029,,0,no trainer"},
};

static inline GpProject *
example_finish (GpProject *project)
{
  g_autoptr (GError) error = NULL;
  gboolean sound = gp_project_finish (project, &error);
  ck_assert_msg (sound, "%s", error != NULL ? error->message : "");
  return project;
}

static inline GpProject *
example_project (void)
{
  GpProject *project = gp_project_new (NULL, NULL);
  gp_project_set_frame (project, "Example", 2026, 2028, GP_YEAR_NONE);
  for (guint i = 0; i < G_N_ELEMENTS (example_lines); i++)
    example_add (project, &example_lines[i]);
  return example_finish (project);
}

/* ---- the plan -------------------------------------------------------------------------------- */

#define EXAMPLE_START(b, s, r, n, p, y, amount)                                                    \
  {                                                                                                \
    .kind = GP_ROW_START, .board = b, .sector = s, .region = r, .to_region = "",                   \
    .need = GP_NEED_##n, .programme = GP_PROGRAMME_##p, .year = y, .hundredths = amount            \
  }
#define EXAMPLE_ROW(k, b, r, y, amount)                                                            \
  {                                                                                                \
    .kind = GP_ROW_##k, .board = b, .sector = "", .region = r, .to_region = "",                    \
    .programme = GP_PROGRAMME_NONE, .year = y, .hundredths = amount                                \
  }
#define EXAMPLE_LENDING(from, to, y, amount)                                                       \
  {                                                                                                \
    .kind = GP_ROW_LENDING, .board = "", .sector = "", .region = from, .to_region = to,            \
    .programme = GP_PROGRAMME_NONE, .year = y, .hundredths = amount                                \
  }
#define EXAMPLE_DELAY(p, y, amount)                                                                \
  {                                                                                                \
    .kind = GP_ROW_DELAY, .board = "", .sector = "", .region = "", .to_region = "",                \
    .programme = GP_PROGRAMME_##p, .year = y, .hundredths = amount                                 \
  }

static const GpPlanRow example_rows[] = {
    EXAMPLE_START ("P", "po", "noord", OTHER, REGULAR, 2026, 100),
    EXAMPLE_START ("P", "po", "noord", HIGH, GROEIKRACHT, 2026, 100),
    EXAMPLE_START ("P", "vo", "zuid", HIGH, REGULAR, 2026, 100),
    EXAMPLE_START ("P", "po", "noord", OTHER, GROEIKRACHT, 2027, 200),
    EXAMPLE_START ("Q", "po", "zuid", HIGH, REGULAR, 2027, 100),
    EXAMPLE_START ("Q", "po", "zuid", OTHER, REGULAR, 2028, 200),
    EXAMPLE_START ("R", "po", "zuid", OTHER, REGULAR, 2028, 100),
    EXAMPLE_ROW (PARTNER, "Q", "", 2027, 100),
    EXAMPLE_ROW (TRAINING, "P", "", 2027, 100),
    EXAMPLE_ROW (TRAINING, "Q", "", 2028, 100),
    EXAMPLE_ROW (VERANDERCOACH_DAYS, "P", "noord", 2026, 1000),
    EXAMPLE_ROW (VERANDERCOACH_DAYS, "P", "zuid", 2026, 1200),
    EXAMPLE_ROW (VERANDERCOACH_DAYS, "P", "noord", 2027, 925),
    EXAMPLE_ROW (VERANDERCOACH_DAYS, "P", "zuid", 2027, 400),
    EXAMPLE_ROW (VERANDERCOACH_DAYS, "Q", "zuid", 2028, 350),
    EXAMPLE_ROW (OVERLOAD, "", "zuid", 2028, 650),
    EXAMPLE_LENDING ("noord", "zuid", 2027, 369),
    EXAMPLE_LENDING ("noord", "zuid", 2028, 3000),
    EXAMPLE_ROW (HIRE, "", "noord", 2027, 100),
    EXAMPLE_ROW (STOCK, "P", "", 2027, 100),
    EXAMPLE_ROW (STOCK, "P", "", 2028, 90),
    EXAMPLE_ROW (STOCK, "Q", "", 2028, 100),
    EXAMPLE_DELAY (GROEIKRACHT, 2028, 100),
    EXAMPLE_DELAY (REGULAR, 2027, 100),
    EXAMPLE_ROW (AVAILABLE, "", "noord", 2026, 6000),
    EXAMPLE_ROW (AVAILABLE, "", "noord", 2027, 12400),
    EXAMPLE_ROW (AVAILABLE, "", "noord", 2028, 14265),
    EXAMPLE_ROW (AVAILABLE, "", "zuid", 2026, 2450),
    EXAMPLE_ROW (AVAILABLE, "", "zuid", 2027, 2205),
    EXAMPLE_ROW (USED, "", "noord", 2026, 1700),
    EXAMPLE_ROW (USED, "", "noord", 2027, 1979),
    EXAMPLE_ROW (USED, "", "noord", 2028, 3257), /* 32.565 */
    EXAMPLE_ROW (USED, "", "zuid", 2026, 1400),
    EXAMPLE_ROW (USED, "", "zuid", 2027, 2500),
    EXAMPLE_ROW (USED, "", "zuid", 2028, 3050),
};

static const GpPlanPriority example_priorities[] = {
    {.id = GP_PRIORITY_OVERLOAD, .relaxed = 0, .whole = 6.5},
    {.id = GP_PRIORITY_GROEIKRACHT_DELAY, .relaxed = 0, .whole = 1},
    {.id = GP_PRIORITY_REGULAR_DELAY, .relaxed = 0, .whole = 1},
    {.id = GP_PRIORITY_REACH, .relaxed = 10740, .whole = 5580},
    {.id = GP_PRIORITY_COST, .relaxed = -83000, .whole = 83109.5},
};

/* A year says nothing on a supply row. */
#define EXAMPLE_SUPPLY(b, s, r, n, multiplier)                                                     \
  {                                                                                                \
    .rule = GP_RULE_SUPPLY, .board = b, .sector = s, .region = r, .need = GP_NEED_##n,             \
    .programme = GP_PROGRAMME_NONE, .pin = GP_NONE, .year = 2027, .value = multiplier              \
  }

static const GpProofRow example_proof[] = {
    EXAMPLE_SUPPLY ("P", "po", "noord", OTHER, -600),
    EXAMPLE_SUPPLY ("P", "po", "noord", HIGH, -1080),
    EXAMPLE_SUPPLY ("P", "vo", "zuid", HIGH, -2250),
    EXAMPLE_SUPPLY ("Q", "po", "zuid", OTHER, -600),
    EXAMPLE_SUPPLY ("Q", "po", "zuid", HIGH, -540),
    EXAMPLE_SUPPLY ("Q", "mbo", "zuid", OTHER, -3000),
    EXAMPLE_SUPPLY ("R", "po", "zuid", OTHER, -270),
};

static inline gboolean
example_same_place (const GpPlanRow *a, const GpPlanRow *b)
{
  return a->kind == b->kind && g_str_equal (a->board, b->board) &&
         g_str_equal (a->sector, b->sector) && g_str_equal (a->region, b->region) &&
         g_str_equal (a->to_region, b->to_region) && a->need == b->need &&
         a->programme == b->programme && a->year == b->year;
}

/* The plan with some rows replaced: one about the same place gives way, and none comes for zero. */
static inline GpPlan *
example_plan_for (const char *scenario, const GpPlanRow *changes, guint n_changes,
                  const GpPlanPriority *priorities)
{
  GpPlan *plan = gp_plan_new (scenario, GP_PLAN_OPTIMAL);
  for (guint i = 0; i < G_N_ELEMENTS (example_rows) + n_changes; i++) {
    gboolean own = i < G_N_ELEMENTS (example_rows), replaced = FALSE;
    GpPlanRow row = own ? example_rows[i] : changes[i - G_N_ELEMENTS (example_rows)];
    for (guint c = 0; own && c < n_changes; c++)
      replaced = replaced || example_same_place (&row, &changes[c]);
    row.amount = (double)row.hundredths / 100;
    if (!replaced)
      gp_plan_add_row (plan, GP_PART_WHOLE, &row);
  }
  for (guint k = 0; k < G_N_ELEMENTS (example_priorities); k++) {
    GpPlanPriority priority = (priorities != NULL ? priorities : example_priorities)[k];
    if (priority.id == GP_PRIORITY_REACH && priority.proof == NULL) {
      priority.proof = example_proof;
      priority.n_proof = G_N_ELEMENTS (example_proof);
    }
    gp_plan_add_priority (plan, &priority);
  }
  gp_plan_set_whole (plan, TRUE);
  gp_plan_finish (plan);
  return plan;
}

static inline GpPlan *
example_plan (const GpPlanRow *changes, guint n_changes, const GpPlanPriority *priorities)
{
  return example_plan_for ("base", changes, n_changes, priorities);
}

/* ---- what an audit says ---------------------------------------------------------------------- */

/* The names of the violated lines, parted by blanks. */
static inline char *
example_violated (const GpAudit *audit)
{
  GString *names = g_string_new (NULL);
  for (guint i = 0; i < audit->n_lines; i++)
    if (audit->lines[i].n_violated > 0)
      g_string_append_printf (names, "%s%s", names->len > 0 ? " " : "", audit->lines[i].name);
  return g_string_free (names, FALSE);
}

static inline const GpAuditLine *
example_line (const GpAudit *audit, const char *name)
{
  for (guint i = 0; i < audit->n_lines; i++)
    if (g_str_equal (audit->lines[i].name, name))
      return &audit->lines[i];
  ck_abort_msg ("no line %s", name);
  return NULL;
}
