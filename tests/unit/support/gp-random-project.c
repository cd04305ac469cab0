/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Random projects for tests; see the header. Everything is drawn from one GRand in a fixed order.
 */
#include "gp-random-project.h"

#include <groeiplan/gp-table.h>

#define FIRST_YEAR ((GpYear)2026)
#define N_REGIONS 3
#define N_SECTORS 3
#define N_SCENARIOS 3
#define N_PROJECTS 3

typedef struct {
  GRand *rand;
  GpProject *project;
  GpRandomFlags flags;
  guint n_years;
} Maker;

static const char *const region_codes[N_REGIONS] = {"north", "middle", "south"};
static const char *const sector_codes[N_SECTORS] = {"po", "vo", "mbo"};
static const char *const scenario_codes[N_SCENARIOS] = {"base", "careful", "bold"};

static const char *const wild_texts[] = {
    "",
    "He said \"no\", twice",
    "a,b;c|d",
    "=1+1",
    "'=1+1",
    "'",
    "''",
    "+31",
    "-5",
    "@home",
    " blank at both ends ",
    "Скола №3",
    "学校 🎓",
    "\xC2\xA0no-break",
    "1.234,50",
    "001",
    "1e5",
    "NULL",
    "x'); DROP TABLE schools;--",
    "\"",
};

static const char *const wild_notes[] = {
    "two\nlines", "a\ttab", "\n", "\n\nends with a line\n", "\tfirst", "=\n+\n",
};

/* low..high, both included */
static gint32
between (Maker *maker, gint32 low, gint32 high)
{
  return g_rand_int_range (maker->rand, low, high + 1);
}

static gboolean
chance (Maker *maker, gint32 percent)
{
  return between (maker, 1, 100) <= percent;
}

static char *
text (Maker *maker, const char *plain, guint number)
{
  if ((maker->flags & GP_RANDOM_WILD) != 0 && chance (maker, 60))
    return g_strdup (wild_texts[between (maker, 0, G_N_ELEMENTS (wild_texts) - 1)]);
  return g_strdup_printf ("%s %u", plain, number);
}

static char *
note (Maker *maker)
{
  if ((maker->flags & GP_RANDOM_WILD) != 0 && chance (maker, 30))
    return g_strdup (wild_notes[between (maker, 0, G_N_ELEMENTS (wild_notes) - 1)]);
  return chance (maker, 50) ? g_strdup ("") : text (maker, "Note", (guint)between (maker, 1, 9));
}

/* Codes that are hard on files, but unique by their number. */
static char *
code (Maker *maker, const char *prefix, guint number)
{
  static const char *const heads[] = {"0", "=", "'", "-", "\"", "é", ",", ";", "+"};

  if ((maker->flags & GP_RANDOM_WILD) != 0 && chance (maker, 50))
    return g_strdup_printf ("%s%s%u", heads[between (maker, 0, G_N_ELEMENTS (heads) - 1)], prefix,
                            number);
  return g_strdup_printf ("%s%03u", prefix, number);
}

static GpDecimal
decimal (const char *number)
{
  GpDecimal value = {0, 0};

  g_assert_true (gp_decimal_parse (number, &value));
  return value;
}

static GpDecimal
any_decimal (Maker *maker)
{
  GpDecimal value = {between (maker, -99999, 99999), (guint8)between (maker, 0, 4)};

  if ((maker->flags & GP_RANDOM_WILD) != 0 && chance (maker, 50))
    value.units = value.units * 1000000007 * 997 + 1;
  return value;
}

static gint64
any_money (Maker *maker)
{
  return (gint64)between (maker, -2000000, 200000000) * (chance (maker, 50) ? 100 : 1);
}

static void
add_places (Maker *maker)
{
  static const guint years[N_SECTORS] = {1, 2, 2};

  for (guint i = 0; i < N_REGIONS; i++) {
    g_autofree char *name = text (maker, "Region", i);
    g_autofree char *province = g_strdup_printf ("Province of %s", region_codes[i]);
    const GpRegion region = {region_codes[i], name};
    const GpProvince row = {province, i};

    gp_project_add_region (maker->project, &region);
    gp_project_add_province (maker->project, &row);
  }
  for (guint i = 0; i < N_SECTORS; i++) {
    g_autofree char *name = text (maker, "Sector", i);
    const GpSector sector = {sector_codes[i], name, years[i], i != 2};

    gp_project_add_sector (maker->project, &sector);
  }
}

static void
add_board (Maker *maker, guint i)
{
  g_autofree char *board = code (maker, "B", i);
  g_autofree char *name = text (maker, "Board", i);
  g_autofree char *remark = note (maker);
  g_autofree char *contact = note (maker);
  const GpBoard row = {
      .code = board,
      .name = name,
      .home_region = (guint32)between (maker, 0, N_REGIONS - 1),
      .partner_since = chance (maker, 34) ? (GpYear)between (maker, 2018, 2025) : GP_YEAR_NONE,
      .max_verandercoaches = chance (maker, 20) ? between (maker, 0, 6) : -1,
      .note = remark,
      .stage = chance (maker, 30) ? "in talks" : "",
      .contact = contact,
  };

  gp_project_add_board (maker->project, &row);
}

static void
fill_state (Maker *maker, GpSchool *school)
{
  if (chance (maker, 25)) {
    school->started = (GpYear)between (maker, 2017, 2025);
    /* a programme that the sector may take, or not known */
    if (chance (maker, 80))
      school->programme = school->sector != 2 && school->started >= 2024 && chance (maker, 50)
                              ? GP_PROGRAMME_GROEIKRACHT
                              : GP_PROGRAMME_REGULAR;
  }
  school->excluded = chance (maker, 5);
  school->intake = (GpIntake)between (maker, 0, 3);
  for (guint i = 0; i < GP_N_REQUIREMENTS; i++)
    school->requirements[i] = (GpAnswer)between (maker, -1, 1);
}

static void
add_school (Maker *maker, guint32 board, guint number)
{
  g_autofree char *school = code (maker, "S", number);
  g_autofree char *name = text (maker, "School", number);
  GpSchool row = {.code = school, .name = name, .board = board};

  row.sector = chance (maker, 70) ? 0 : chance (maker, 70) ? 1 : 2;
  row.region = chance (maker, 85) ? maker->project->boards[board].home_region
                                  : (guint32)between (maker, 0, N_REGIONS - 1);
  row.pupils = chance (maker, 5) ? -1 : between (maker, 40, 900);
  row.high_need = chance (maker, 30);
  row.programme = GP_PROGRAMME_NONE;
  fill_state (maker, &row);
  gp_project_add_school (maker->project, &row);
}

static void
add_boards (Maker *maker, guint n_boards)
{
  guint number = 0;

  for (guint i = 0; i < n_boards; i++)
    add_board (maker, i);
  for (guint32 i = 0; i < n_boards; i++) {
    for (gint32 n = between (maker, 1, 12); n > 0; n--)
      add_school (maker, i, number++);
  }
}

static void
add_expert_coaches (Maker *maker)
{
  /* about one expert for thirty schools, and maybe none in a region: not enough for everything */
  guint n = maker->project->n_schools / 30 + 1;

  for (guint i = 0; i < n; i++) {
    g_autofree char *coach = code (maker, "E", i);
    g_autofree char *name = text (maker, "Expert", i);
    GpExpertCoach row = {.code = coach, .name = name, .region = i % N_REGIONS};

    row.days_per_year = (GpDecimal){between (maker, 400, 1200), 1};
    if (chance (maker, 30))
      row.from_year = (GpYear)between (maker, 2020, FIRST_YEAR + (gint32)maker->n_years / 2);
    if (chance (maker, 15))
      row.to_year = (GpYear)between (maker, MAX (2028, row.from_year), 2045);
    row.sectors = chance (maker, 30) ? (guint32)between (maker, 1, 7) : 0;
    gp_project_add_expert_coach (maker->project, &row);
  }
}

static void
add_verandercoaches (Maker *maker)
{
  for (guint32 i = 0, number = 0; i < maker->project->n_boards; i++) {
    if (maker->project->boards[i].partner_since == GP_YEAR_NONE)
      continue;
    for (gint32 n = between (maker, 0, 3); n > 0; n--, number++) {
      g_autofree char *coach = code (maker, "V", number);
      g_autofree char *name = text (maker, "Verandercoach", number);
      GpVerandercoach row = {.code = coach, .name = name, .board = i};

      row.trained_year = (GpYear)between (maker, 2018, 2025);
      row.has_days = chance (maker, 30);
      if (row.has_days)
        row.days_per_year = (GpDecimal){between (maker, 0, 80), 0};
      if (chance (maker, 20))
        row.to_year = (GpYear)between (maker, 2026, 2035);
      gp_project_add_verandercoach (maker->project, &row);
    }
  }
}

static void
add_scenarios (Maker *maker)
{
  for (guint i = 0; i < N_SCENARIOS; i++) {
    g_autofree char *name = text (maker, "Scenario", i);
    g_autofree char *description = note (maker);
    const GpScenario row = {scenario_codes[i], name, description, i == 0 ? GP_NONE : i - 1};

    gp_project_add_scenario (maker->project, &row);
  }
}

static void
set (Maker *maker, guint32 scenario, const char *parameter, const char *scope, GpYear year,
     const char *value)
{
  g_autofree char *remark = note (maker);
  const GpParameterValue row = {scenario,        parameter,    scope, year,
                                decimal (value), "assumption", remark};

  gp_project_add_parameter (maker->project, &row);
}

static void
set_cohorts (Maker *maker)
{
  /* on average just over the schools that can start, two thirds of them in groeikracht */
  gint32 each = (gint32)(maker->project->n_schools / maker->n_years) + 1;

  for (guint i = 0; i < maker->n_years; i++) {
    GpYear year = (GpYear)(FIRST_YEAR + (gint32)i);
    g_autofree char *groeikracht = g_strdup_printf ("%d", between (maker, 0, each));
    g_autofree char *regular = g_strdup_printf ("%d", between (maker, 0, each / 2 + 1));

    set (maker, 0, "cohort_target", "groeikracht", year, groeikracht);
    set (maker, 0, "cohort_target", "regular", year, regular);
  }
}

static void
set_limits (Maker *maker)
{
  g_autofree char *interest = g_strdup_printf ("%u", maker->project->n_schools / 3 + 1);
  g_autofree char *experts = g_strdup_printf ("%u", maker->project->n_expert_coaches + 3);

  set (maker, 0, "interest_cap", "", GP_YEAR_NONE, interest);
  set (maker, 0, "expert_cap", "", GP_YEAR_NONE, experts);
  set (maker, 0, "partner_cap", "", GP_YEAR_NONE, chance (maker, 50) ? "2" : "1");
  set (maker, 0, "training_cap", "", GP_YEAR_NONE, "5");
  set (maker, 0, "partner_min_schools", "", GP_YEAR_NONE, chance (maker, 50) ? "2" : "4");
  set (maker, 0, "verandercoaches_per_school", "", GP_YEAR_NONE, "0.4");
  set (maker, 0, "candidates_per_school", "", GP_YEAR_NONE, "0.75");
  set (maker, 0, "equity_min_share", "", GP_YEAR_NONE, chance (maker, 50) ? "0.25" : "0");
  if (chance (maker, 50))
    set (maker, 0, "sector_min_share", "vo", GP_YEAR_NONE, "0.1");
  set (maker, 0, "require_ready", "", GP_YEAR_NONE, chance (maker, 50) ? "1" : "0");
}

static void
set_days (Maker *maker)
{
  static const char *const rows[][3] = {
      {"support_days", "po:1", "20"},
      {"support_days", "vo:1", "22.5"},
      {"support_days", "vo:2", "10"},
      {"support_days", "mbo:1", "22.5"},
      {"support_days", "mbo:2", "7.25"},
      {"recruitment_days", "", "1.5"},
      {"recruitment_days", "vo", "2"},
      {"handover_share", "", "0.6"},
      {"verandercoach_days", "", "40"},
      {"verandercoach_first_year_days", "", "15"},
      {"verandercoach_retention", "", "0.9"},
      {"verandercoach_expert_days", "", "1.25"},
      {"partnership_expert_days", "", "6"},
      {"training_expert_days", "", "4.5"},
      {"expert_attrition", "", "0.05"},
      {"expert_days", "", "110"},
      {"expert_training_days", "", "30"},
      {"lending_efficiency", "", "0.8"},
      {"need_weight", "high", "1.5"},
      {"cost_expert_day", "", "900"},
      {"cost_verandercoach_day", "", "550.5"},
      {"cost_training", "", "4000"},
      {"cost_partnership", "", "2500"},
      {"cost_hire", "", "6000"},
      {"cost_lent_day", "", "75"},
      {"cost_overload_day", "", "1200"},
      {"participation_goal", "", "1000"},
      {"school_fee", "po", "3500"},
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    set (maker, 0, rows[i][0], rows[i][1], GP_YEAR_NONE, rows[i][2]);
}

static void
add_parameters (Maker *maker)
{
  GpYear last = maker->project->last_year;

  set_days (maker);
  set_cohorts (maker);
  set_limits (maker);
  set (maker, 0, "uncertain:expert_attrition", "low", GP_YEAR_NONE, "0.02");
  set (maker, 0, "uncertain:expert_attrition", "mode", GP_YEAR_NONE, "0.05");
  set (maker, 0, "uncertain:expert_attrition", "high", GP_YEAR_NONE, "0.1");
  set (maker, 0, "uncertain:recruitment_days", "factor_low:po", last, "0.5");
  set (maker, 0, "uncertain:recruitment_days", "factor_mode:po", last, "1");
  set (maker, 0, "uncertain:recruitment_days", "factor_high:po", last, "2.25");
  set (maker, 0, "uncertain:handover_share", "factor_low", GP_YEAR_NONE, "0.5");
  set (maker, 0, "uncertain:handover_share", "factor_mode", GP_YEAR_NONE, "1");
  set (maker, 0, "uncertain:handover_share", "factor_high", GP_YEAR_NONE, "1.1");
  set (maker, 0, "uncertain:cohort_target", "go:groeikracht", last, "0.75");
  set (maker, 1, "handover_share", "", GP_YEAR_NONE, "0.25");
  set (maker, 1, "handover_share", "", last, "0.35");
  set (maker, 1, "cohort_target", "groeikracht", last, "3");
  set (maker, 2, "interest_cap", "", GP_YEAR_NONE, "1000000000");
  set (maker, 2, "school_continuation", "", GP_YEAR_NONE, "0.97");
}

static void
add_priorities (Maker *maker)
{
  static const GpPriorityId order[] = {GP_PRIORITY_OVERLOAD, GP_PRIORITY_REGULAR_DELAY,
                                       GP_PRIORITY_GROEIKRACHT_DELAY, GP_PRIORITY_COST};

  for (guint i = 0; i < G_N_ELEMENTS (order); i++) {
    const GpPriority row = {1, i + 1, order[i]};

    gp_project_add_priority (maker->project, &row);
  }
}

static void
add_pin (Maker *maker, GpPin pin)
{
  g_autofree char *reason = note (maker);

  pin.reason = reason;
  gp_project_add_pin (maker->project, &pin);
}

/* One board of each three: a cap on starts, a partner year left alone, a training that is allowed.
 */
static void
add_pins (Maker *maker)
{
  const GpProject *project = maker->project;

  for (guint32 i = 0; i < project->n_boards; i += 3) {
    GpYear year = (GpYear)between (maker, project->plan_from, project->last_year);

    add_pin (maker, (GpPin){0, i, 0, GP_PIN_START, GP_PROGRAMME_REGULAR, year, -1,
                            between (maker, 0, 2), NULL});
    add_pin (maker, (GpPin){0, i, GP_NONE, GP_PIN_TRAINING, GP_PROGRAMME_NONE, year, 0,
                            between (maker, 0, 2), NULL});
    add_pin (maker, (GpPin){0, i, GP_NONE, GP_PIN_PARTNER, GP_PROGRAMME_NONE, year, -1, 0, NULL});
    add_pin (maker, (GpPin){1, i, 0, GP_PIN_START, GP_PROGRAMME_REGULAR, year, -1, 5, NULL});
    add_pin (maker, (GpPin){2, i, 1, GP_PIN_START, GP_PROGRAMME_GROEIKRACHT, year, -1, 3, NULL});
  }
  for (guint32 i = 0; i < project->n_schools; i++) { /* one start that is asked for */
    const GpSchool *school = &project->schools[i];

    if (!gp_school_is_eligible (school) || school->board % 3 == 0 || school->sector == 2)
      continue;
    add_pin (maker, (GpPin){0, school->board, school->sector, GP_PIN_START,
                            GP_PROGRAMME_GROEIKRACHT, project->last_year, 1, -1, NULL});
    return;
  }
}

static void
add_budgets (Maker *maker, guint32 project)
{
  for (GpYear year = 2023; year <= maker->project->last_year; year++) {
    g_autofree char *source = text (maker, "Report", 1);
    g_autofree char *remark = note (maker);
    GpBudget budget = {project,
                       year,
                       year < 2025 ? GP_BUDGET_ACTUAL : GP_BUDGET_BUDGET,
                       GP_NONE,
                       any_money (maker),
                       source,
                       remark};
    const GpPledge pledge = {"Example fund",          project, year,
                             ABS (any_money (maker)), source,  remark};

    gp_project_add_budget (maker->project, &budget);
    budget.scenario = 1;
    budget.kind = GP_BUDGET_COMMITTED;
    if (chance (maker, 50))
      gp_project_add_budget (maker->project, &budget);
    gp_project_add_pledge (maker->project, &pledge);
  }
}

static void
add_finance (Maker *maker)
{
  for (guint32 i = 0; i < N_PROJECTS; i++) {
    g_autofree char *number = g_strdup_printf ("%u", i + 1);
    g_autofree char *dutch = text (maker, "Projectnaam", i);
    g_autofree char *english = text (maker, "Project", i);
    const GpFinanceProject row = {number, dutch, english};

    gp_project_add_project (maker->project, &row);
    add_budgets (maker, i);
  }
  for (guint i = 0; i < GP_N_DRIVERS; i++) {
    g_autofree char *source = text (maker, "Estimate", i);
    const GpDriver row = {i % 2, i % N_PROJECTS, (GpDriverKind)i, any_money (maker), source};

    gp_project_add_driver (maker->project, &row);
  }
}

static void
add_facts (Maker *maker)
{
  static const char *const years[] = {"", "2024-2025", "2032", "2027-2028..2031-2032"};

  for (guint i = 0; i < 6; i++) {
    g_autofree char *name = g_strdup_printf ("fact_%u", i);
    g_autofree char *source = text (maker, "Report", i);
    g_autofree char *section = text (maker, "Section", i);
    g_autofree char *remark = note (maker);
    const GpFact row = {name,  any_decimal (maker), "schools", years[i % 4], source, section,
                        remark};

    gp_project_add_fact (maker->project, &row);
  }
}

static void
on_problem (GpTableId table, guint32 row, const char *column, const char *message, gpointer data)
{
  g_error ("random project %u: %s row %u %s: %s", GPOINTER_TO_UINT (data), gp_table (table)->file,
           row, column, message);
}

static void
add_rows (Maker *maker, guint n_boards)
{
  add_places (maker);
  add_boards (maker, n_boards);
  add_expert_coaches (maker);
  add_verandercoaches (maker);
  add_scenarios (maker);
  add_parameters (maker);
  add_priorities (maker);
  if ((maker->flags & GP_RANDOM_PINS) != 0)
    add_pins (maker);
  add_finance (maker);
  add_facts (maker);
}

GpProject *
gp_random_project (guint32 seed, guint n_boards, guint n_years, GpRandomFlags flags)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  Maker maker = {random, gp_project_new (on_problem, GUINT_TO_POINTER (seed)), flags, n_years};
  g_autofree char *name = NULL;
  g_autoptr (GError) error = NULL;
  GpYear last = (GpYear)(FIRST_YEAR + (gint32)n_years - 1);

  g_assert_true (n_boards >= 1 && n_years >= 1 && n_years <= GP_MAX_PLAN_YEARS);
  name = text (&maker, "Random project", seed);
  gp_project_set_frame (maker.project, name, FIRST_YEAR, last,
                        chance (&maker, 50) ? (GpYear)between (&maker, FIRST_YEAR, last)
                                            : GP_YEAR_NONE);
  add_rows (&maker, n_boards);
  if (!gp_project_finish (maker.project, &error))
    g_error ("random project %u: %s", seed, error->message);
  return maker.project;
}

static void
copy_row (GpProject *copy, const GpProject *project, GpTableId table, guint32 row)
{
  guint n = gp_table (table)->n_columns;
  g_auto (GStrv) cells = g_new0 (char *, n + 1);

  for (guint i = 0; i < n; i++)
    cells[i] = gp_project_cell (project, table, row, i);
  gp_project_add_text (copy, table, (const char *const *)cells);
}

GpProject *
gp_random_rebuild (const GpProject *project, GpProblemFunc problem, gpointer data)
{
  GpProject *copy = gp_project_new (problem, data);

  gp_project_set_frame (copy, project->name, project->plan_from, project->last_year,
                        project->has_goal_year ? project->goal_year : GP_YEAR_NONE);
  for (guint table = 0; table < GP_N_TABLES; table++) {
    for (guint32 row = 0; row < gp_project_n_rows (project, (GpTableId)table); row++)
      copy_row (copy, project, (GpTableId)table, row);
  }
  return copy;
}
