/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every table and column of a project, and where its value lies in the record. The order of columns
 * is that of the exchange folder. */
#include "gp-project-private.h"

#include <stddef.h>

#define MAX_COUNT 1000000000
#define MAX_DAYS 100000

/* One line a column: what it is called and is, and where it lies. Columns and fields are parted
 * only because the public description is an array of GpColumn. */
#define CODE(n)                                                                                    \
  {                                                                                                \
    n, GP_COLUMN_CODE, TRUE, FALSE, FALSE, 0, NULL                                                 \
  }
#define NAME_KEY(n)                                                                                \
  {                                                                                                \
    n, GP_COLUMN_TEXT, TRUE, FALSE, FALSE, 0, NULL                                                 \
  }
#define TEXT_KEY(n)                                                                                \
  {                                                                                                \
    n, GP_COLUMN_TEXT, TRUE, TRUE, FALSE, 0, NULL                                                  \
  }
#define TEXT(n)                                                                                    \
  {                                                                                                \
    n, GP_COLUMN_TEXT, FALSE, TRUE, FALSE, 0, NULL                                                 \
  }
#define EXTRA_TEXT(n)                                                                              \
  {                                                                                                \
    n, GP_COLUMN_TEXT, FALSE, TRUE, TRUE, 0, NULL                                                  \
  }
#define REFERENCE(n, t)                                                                            \
  {                                                                                                \
    n, GP_COLUMN_REFERENCE, FALSE, FALSE, FALSE, GP_TABLE_##t, NULL                                \
  }
#define REFERENCE_KEY(n, t)                                                                        \
  {                                                                                                \
    n, GP_COLUMN_REFERENCE, TRUE, FALSE, FALSE, GP_TABLE_##t, NULL                                 \
  }
#define MAYBE_REFERENCE(n, t)                                                                      \
  {                                                                                                \
    n, GP_COLUMN_REFERENCE, FALSE, TRUE, FALSE, GP_TABLE_##t, NULL                                 \
  }
#define MAYBE_REFERENCE_KEY(n, t)                                                                  \
  {                                                                                                \
    n, GP_COLUMN_REFERENCE, TRUE, TRUE, FALSE, GP_TABLE_##t, NULL                                  \
  }
#define YEAR(n)                                                                                    \
  {                                                                                                \
    n, GP_COLUMN_YEAR, FALSE, FALSE, FALSE, 0, NULL                                                \
  }
#define YEAR_KEY(n)                                                                                \
  {                                                                                                \
    n, GP_COLUMN_YEAR, TRUE, FALSE, FALSE, 0, NULL                                                 \
  }
#define MAYBE_YEAR(n)                                                                              \
  {                                                                                                \
    n, GP_COLUMN_YEAR, FALSE, TRUE, FALSE, 0, NULL                                                 \
  }
#define MAYBE_YEAR_KEY(n)                                                                          \
  {                                                                                                \
    n, GP_COLUMN_YEAR, TRUE, TRUE, FALSE, 0, NULL                                                  \
  }
#define INTEGER(n)                                                                                 \
  {                                                                                                \
    n, GP_COLUMN_INTEGER, FALSE, FALSE, FALSE, 0, NULL                                             \
  }
#define INTEGER_KEY(n)                                                                             \
  {                                                                                                \
    n, GP_COLUMN_INTEGER, TRUE, FALSE, FALSE, 0, NULL                                              \
  }
#define MAYBE_INTEGER(n)                                                                           \
  {                                                                                                \
    n, GP_COLUMN_INTEGER, FALSE, TRUE, FALSE, 0, NULL                                              \
  }
#define FLAG(n)                                                                                    \
  {                                                                                                \
    n, GP_COLUMN_FLAG, FALSE, FALSE, FALSE, 0, NULL                                                \
  }
#define MAYBE_FLAG(n)                                                                              \
  {                                                                                                \
    n, GP_COLUMN_FLAG, FALSE, TRUE, FALSE, 0, NULL                                                 \
  }
#define EXTRA_FLAG(n)                                                                              \
  {                                                                                                \
    n, GP_COLUMN_FLAG, FALSE, TRUE, TRUE, 0, NULL                                                  \
  }
#define DECIMAL(n)                                                                                 \
  {                                                                                                \
    n, GP_COLUMN_DECIMAL, FALSE, FALSE, FALSE, 0, NULL                                             \
  }
#define MAYBE_DECIMAL(n)                                                                           \
  {                                                                                                \
    n, GP_COLUMN_DECIMAL, FALSE, TRUE, FALSE, 0, NULL                                              \
  }
#define MONEY(n)                                                                                   \
  {                                                                                                \
    n, GP_COLUMN_MONEY, FALSE, FALSE, FALSE, 0, NULL                                               \
  }
#define WORD(n, w)                                                                                 \
  {                                                                                                \
    n, GP_COLUMN_WORD, FALSE, FALSE, FALSE, 0, gp_words_##w                                        \
  }
#define WORD_KEY(n, w)                                                                             \
  {                                                                                                \
    n, GP_COLUMN_WORD, TRUE, FALSE, FALSE, 0, gp_words_##w                                         \
  }
#define MAYBE_WORD(n, w)                                                                           \
  {                                                                                                \
    n, GP_COLUMN_WORD, FALSE, TRUE, FALSE, 0, gp_words_##w                                         \
  }
#define MAYBE_WORD_KEY(n, w)                                                                       \
  {                                                                                                \
    n, GP_COLUMN_WORD, TRUE, TRUE, FALSE, 0, gp_words_##w                                          \
  }
#define EXTRA_WORD(n, w)                                                                           \
  {                                                                                                \
    n, GP_COLUMN_WORD, FALSE, TRUE, TRUE, 0, gp_words_##w                                          \
  }

#define AT(T, m) .offset = offsetof (T, m)
#define F_STRING(T, m)                                                                             \
  {                                                                                                \
    GP_FIELD_STRING, AT (T, m)                                                                     \
  }
#define F_LINES(T, m)                                                                              \
  {                                                                                                \
    GP_FIELD_STRING, AT (T, m), .lines = 1                                                         \
  }
#define F_INDEX(T, m)                                                                              \
  {                                                                                                \
    GP_FIELD_INDEX, AT (T, m)                                                                      \
  }
#define F_YEAR(T, m)                                                                               \
  {                                                                                                \
    GP_FIELD_YEAR, AT (T, m)                                                                       \
  }
#define F_COUNT(T, m, low, high)                                                                   \
  {                                                                                                \
    GP_FIELD_COUNT, AT (T, m), .minimum = (low), .maximum = (high)                                 \
  }
#define F_MAYBE_COUNT(T, m, high)                                                                  \
  {                                                                                                \
    GP_FIELD_OPTIONAL_COUNT, AT (T, m), .maximum = (high)                                          \
  }
#define F_FLAG(T, m)                                                                               \
  {                                                                                                \
    GP_FIELD_FLAG, AT (T, m)                                                                       \
  }
#define F_ANSWER(T, m)                                                                             \
  {                                                                                                \
    GP_FIELD_ANSWER, AT (T, m)                                                                     \
  }
#define F_DECIMAL(T, m, high)                                                                      \
  {                                                                                                \
    GP_FIELD_DECIMAL, AT (T, m), .maximum = (high)                                                 \
  }
#define F_MAYBE_DECIMAL(T, m, f, high)                                                             \
  {                                                                                                \
    GP_FIELD_OPTIONAL_DECIMAL, AT (T, m), .flag = offsetof (T, f), .maximum = (high)               \
  }
#define F_MONEY(T, m)                                                                              \
  {                                                                                                \
    GP_FIELD_MONEY, AT (T, m)                                                                      \
  }
#define F_WORD(T, m, empty)                                                                        \
  {                                                                                                \
    GP_FIELD_WORD, AT (T, m), .empty_word = (empty)                                                \
  }

/* clang-format off */
static const GpColumn region_columns[] = { CODE ("region"), TEXT ("name") };
static const GpField region_fields[] = { F_STRING (GpRegion, code), F_STRING (GpRegion, name) };

static const GpColumn province_columns[] = { CODE ("province"), REFERENCE ("region", REGIONS) };
static const GpField province_fields[] = { F_STRING (GpProvince, name),
                                           F_INDEX (GpProvince, region) };

static const GpColumn sector_columns[] = {
  CODE ("sector"), TEXT ("name"), INTEGER ("support_years"), FLAG ("groeikracht")
};
static const GpField sector_fields[] = {
  F_STRING (GpSector, code), F_STRING (GpSector, name),
  F_COUNT (GpSector, support_years, 1, 10), F_FLAG (GpSector, groeikracht)
};

static const GpColumn board_columns[] = {
  CODE ("board"), TEXT ("name"), REFERENCE ("home_region", REGIONS), MAYBE_YEAR ("partner_since"),
  MAYBE_INTEGER ("max_verandercoaches"), TEXT ("note"), EXTRA_TEXT ("stage"),
  EXTRA_TEXT ("contact")
};
static const GpField board_fields[] = {
  F_STRING (GpBoard, code), F_STRING (GpBoard, name), F_INDEX (GpBoard, home_region),
  F_YEAR (GpBoard, partner_since), F_MAYBE_COUNT (GpBoard, max_verandercoaches, MAX_DAYS),
  F_LINES (GpBoard, note), F_STRING (GpBoard, stage), F_LINES (GpBoard, contact)
};

static const GpColumn school_columns[] = {
  CODE ("school"), REFERENCE ("board", BOARDS), TEXT ("name"), REFERENCE ("sector", SECTORS),
  REFERENCE ("region", REGIONS), MAYBE_INTEGER ("pupils"), MAYBE_FLAG ("high_need"),
  MAYBE_YEAR ("started"), MAYBE_WORD ("programme", programme), MAYBE_FLAG ("excluded"),
  EXTRA_WORD ("intake", intake), EXTRA_FLAG ("team_support"), EXTRA_FLAG ("leader_active"),
  EXTRA_FLAG ("coach_time"), EXTRA_FLAG ("session_time")
};
static const GpField school_fields[] = {
  F_STRING (GpSchool, code), F_INDEX (GpSchool, board), F_STRING (GpSchool, name),
  F_INDEX (GpSchool, sector), F_INDEX (GpSchool, region),
  F_MAYBE_COUNT (GpSchool, pupils, 1000000), F_FLAG (GpSchool, high_need),
  F_YEAR (GpSchool, started), F_WORD (GpSchool, programme, GP_PROGRAMME_NONE),
  F_FLAG (GpSchool, excluded), F_WORD (GpSchool, intake, GP_INTAKE_NONE),
  F_ANSWER (GpSchool, requirements[GP_REQUIREMENT_TEAM_SUPPORT]),
  F_ANSWER (GpSchool, requirements[GP_REQUIREMENT_LEADER_ACTIVE]),
  F_ANSWER (GpSchool, requirements[GP_REQUIREMENT_COACH_TIME]),
  F_ANSWER (GpSchool, requirements[GP_REQUIREMENT_SESSION_TIME])
};

static const GpColumn expert_coach_columns[] = {
  CODE ("coach"), TEXT ("name"), REFERENCE ("region", REGIONS), DECIMAL ("days_per_year"),
  MAYBE_YEAR ("from_year"), MAYBE_YEAR ("to_year"), TEXT ("sectors")
};
static const GpField expert_coach_fields[] = {
  F_STRING (GpExpertCoach, code), F_STRING (GpExpertCoach, name), F_INDEX (GpExpertCoach, region),
  F_DECIMAL (GpExpertCoach, days_per_year, MAX_DAYS), F_YEAR (GpExpertCoach, from_year),
  F_YEAR (GpExpertCoach, to_year), { GP_FIELD_SECTORS, AT (GpExpertCoach, sectors) }
};

static const GpColumn verandercoach_columns[] = {
  CODE ("coach"), REFERENCE ("board", BOARDS), TEXT ("name"), YEAR ("trained_year"),
  MAYBE_DECIMAL ("days_per_year"), MAYBE_YEAR ("to_year")
};
static const GpField verandercoach_fields[] = {
  F_STRING (GpVerandercoach, code), F_INDEX (GpVerandercoach, board),
  F_STRING (GpVerandercoach, name), F_YEAR (GpVerandercoach, trained_year),
  F_MAYBE_DECIMAL (GpVerandercoach, days_per_year, has_days, MAX_DAYS),
  F_YEAR (GpVerandercoach, to_year)
};

static const GpColumn scenario_columns[] = {
  CODE ("scenario"), MAYBE_REFERENCE ("parent", SCENARIOS), TEXT ("name"), TEXT ("description")
};
static const GpField scenario_fields[] = {
  F_STRING (GpScenario, code), F_INDEX (GpScenario, parent), F_STRING (GpScenario, name),
  F_LINES (GpScenario, description)
};

static const GpColumn parameter_columns[] = {
  REFERENCE_KEY ("scenario", SCENARIOS), NAME_KEY ("parameter"), TEXT_KEY ("scope"),
  MAYBE_YEAR_KEY ("year"), DECIMAL ("value"), TEXT ("source"), TEXT ("note")
};
static const GpField parameter_fields[] = {
  F_INDEX (GpParameterValue, scenario), F_STRING (GpParameterValue, parameter),
  F_STRING (GpParameterValue, scope), F_YEAR (GpParameterValue, year),
  F_DECIMAL (GpParameterValue, value, 0), F_STRING (GpParameterValue, source),
  F_LINES (GpParameterValue, note)
};

static const GpColumn priority_columns[] = {
  REFERENCE_KEY ("scenario", SCENARIOS), INTEGER_KEY ("rank"), WORD ("priority", priority)
};
static const GpField priority_fields[] = {
  F_INDEX (GpPriority, scenario), F_COUNT (GpPriority, rank, 1, 1000),
  F_WORD (GpPriority, priority, -1)
};

static const GpColumn pin_columns[] = {
  REFERENCE_KEY ("scenario", SCENARIOS), WORD_KEY ("kind", pin_kind),
  REFERENCE_KEY ("board", BOARDS), MAYBE_REFERENCE_KEY ("sector", SECTORS),
  MAYBE_WORD_KEY ("programme", programme), YEAR_KEY ("year"), MAYBE_INTEGER ("min"),
  MAYBE_INTEGER ("max"), TEXT ("reason")
};
static const GpField pin_fields[] = {
  F_INDEX (GpPin, scenario), F_WORD (GpPin, kind, -1), F_INDEX (GpPin, board),
  F_INDEX (GpPin, sector), F_WORD (GpPin, programme, GP_PROGRAMME_NONE), F_YEAR (GpPin, year),
  F_MAYBE_COUNT (GpPin, min, GP_MAX_SCHOOLS), F_MAYBE_COUNT (GpPin, max, GP_MAX_SCHOOLS),
  F_LINES (GpPin, reason)
};

static const GpColumn project_columns[] = { CODE ("project"), TEXT ("name_nl"), TEXT ("name_en") };
static const GpField project_fields[] = {
  F_STRING (GpFinanceProject, code), F_STRING (GpFinanceProject, name_nl),
  F_STRING (GpFinanceProject, name_en)
};

static const GpColumn budget_columns[] = {
  REFERENCE_KEY ("project", PROJECTS), YEAR_KEY ("year"), WORD_KEY ("kind", budget_kind),
  MAYBE_REFERENCE_KEY ("scenario", SCENARIOS), MONEY ("amount_eur"), TEXT ("source"), TEXT ("note")
};
static const GpField budget_fields[] = {
  F_INDEX (GpBudget, project), F_YEAR (GpBudget, year), F_WORD (GpBudget, kind, -1),
  F_INDEX (GpBudget, scenario), F_MONEY (GpBudget, amount), F_STRING (GpBudget, source),
  F_LINES (GpBudget, note)
};

static const GpColumn pledge_columns[] = {
  NAME_KEY ("fund"), REFERENCE_KEY ("project", PROJECTS), YEAR_KEY ("year"), MONEY ("amount_eur"),
  TEXT ("source"), TEXT ("note")
};
static const GpField pledge_fields[] = {
  F_STRING (GpPledge, fund), F_INDEX (GpPledge, project), F_YEAR (GpPledge, year),
  F_MONEY (GpPledge, amount), F_STRING (GpPledge, source), F_LINES (GpPledge, note)
};

static const GpColumn driver_columns[] = {
  REFERENCE_KEY ("scenario", SCENARIOS), REFERENCE_KEY ("project", PROJECTS),
  WORD_KEY ("driver", driver), MONEY ("rate_eur"), TEXT ("source")
};
static const GpField driver_fields[] = {
  F_INDEX (GpDriver, scenario), F_INDEX (GpDriver, project), F_WORD (GpDriver, driver, -1),
  F_MONEY (GpDriver, rate), F_STRING (GpDriver, source)
};

static const GpColumn fact_columns[] = {
  NAME_KEY ("fact"), DECIMAL ("value"), TEXT ("unit"), TEXT_KEY ("year"), TEXT_KEY ("source"),
  TEXT_KEY ("section"), TEXT ("note")
};
static const GpField fact_fields[] = {
  F_STRING (GpFact, fact), F_DECIMAL (GpFact, value, 0), F_STRING (GpFact, unit),
  F_STRING (GpFact, year), F_STRING (GpFact, source), F_STRING (GpFact, section),
  F_LINES (GpFact, note)
};
/* clang-format on */

#define SAME_LENGTH(a, b) (0 * sizeof (char[G_N_ELEMENTS (a) == G_N_ELEMENTS (b) ? 1 : -1]))
#define TABLE(sql, prefix, Type, member, limit)                                                    \
  {                                                                                                \
    {sql, sql ".csv", prefix##_columns, G_N_ELEMENTS (prefix##_columns)}, prefix##_fields,         \
        sizeof (Type) + SAME_LENGTH (prefix##_columns, prefix##_fields), limit,                    \
        offsetof (GpProject, member), offsetof (GpProject, n_##member)                             \
  }

static const GpTableInfo tables[GP_N_TABLES + 1] = {
    TABLE ("regions", region, GpRegion, regions, GP_MAX_REGIONS),
    TABLE ("provinces", province, GpProvince, provinces, GP_MAX_ROWS),
    TABLE ("sectors", sector, GpSector, sectors, GP_MAX_SECTORS),
    TABLE ("boards", board, GpBoard, boards, GP_MAX_BOARDS),
    TABLE ("schools", school, GpSchool, schools, GP_MAX_SCHOOLS),
    TABLE ("expert_coaches", expert_coach, GpExpertCoach, expert_coaches, GP_MAX_COACHES),
    TABLE ("verandercoaches", verandercoach, GpVerandercoach, verandercoaches, GP_MAX_COACHES),
    TABLE ("scenarios", scenario, GpScenario, scenarios, GP_MAX_SCENARIOS),
    TABLE ("parameters", parameter, GpParameterValue, parameters, GP_MAX_ROWS),
    TABLE ("priorities", priority, GpPriority, priorities, GP_MAX_ROWS),
    TABLE ("pins", pin, GpPin, pins, GP_MAX_ROWS),
    TABLE ("projects", project, GpFinanceProject, projects, GP_MAX_ROWS),
    TABLE ("budgets", budget, GpBudget, budgets, GP_MAX_ROWS),
    TABLE ("pledges", pledge, GpPledge, pledges, GP_MAX_ROWS),
    TABLE ("project_drivers", driver, GpDriver, drivers, GP_MAX_ROWS),
    TABLE ("facts", fact, GpFact, facts, GP_MAX_ROWS),
    /* what problems with the frame are reported under: name and years */
    {{"project", "project.csv", NULL, 0}, NULL, 0, 0, 0, 0},
};

const GpTableInfo *
gp_table_info (GpTableId id)
{
  g_return_val_if_fail ((guint)id <= GP_N_TABLES, NULL);
  return &tables[id];
}

const GpTable *
gp_table (GpTableId id)
{
  g_return_val_if_fail ((guint)id <= GP_N_TABLES, NULL);
  return &tables[id].table;
}

int
gp_table_column (GpTableId id, const char *name)
{
  const GpTable *table = gp_table (id);

  g_return_val_if_fail (table != NULL && name != NULL, -1);
  for (guint i = 0; i < table->n_columns; i++) {
    if (g_str_equal (table->columns[i].name, name))
      return (int)i;
  }
  return -1;
}
