/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a row must hold beyond each cell by itself: cells that must fit one another. Columns that
 * were already found wrong are left alone, so that one fault gives one problem. */
#include "gp-project-private.h"
#include <groeiplan/gp-uncertain.h>

#include <glib/gi18n-lib.h>
#include <string.h>

/* The row that is checked, and the columns of it that are already known to be wrong. */
typedef struct {
  GpBuilder *builder;
  GpTableId table;
  guint32 row;
  guint32 bad;
} Check;

static gboolean
is_bad (const Check *check, const char *column)
{
  return (check->bad >> gp_table_column (check->table, column) & 1) != 0;
}

static void
report (const Check *check, const char *column, const char *sentence)
{
  if (!is_bad (check, column))
    gp_builder_report (check->builder, check->table, check->row, column, "%s", sentence);
}

/* TRUE when a programme cannot be taken by that sector (nothing is said of an unknown one). */
static gboolean
sector_refuses (const GpBuilder *builder, guint32 sector, GpProgramme programme)
{
  return programme == GP_PROGRAMME_GROEIKRACHT && sector < builder->public.n_sectors &&
         !builder->public.sectors[sector].groeikracht;
}

static void
check_school (const Check *check, const GpSchool *school)
{
  if (school->programme != GP_PROGRAMME_NONE && school->started == GP_YEAR_NONE &&
      !is_bad (check, "started"))
    report (check, "programme",
            _ ("a school that has not started has no programme; fill in started, or leave this "
               "empty"));
  if (sector_refuses (check->builder, school->sector, school->programme))
    report (check, "programme", _ ("schools of this sector cannot take part in groeikracht"));
}

static void
check_expert_coach (const Check *check, const GpExpertCoach *coach)
{
  if (coach->from_year != GP_YEAR_NONE && coach->to_year != GP_YEAR_NONE &&
      coach->to_year < coach->from_year)
    report (check, "to_year", _ ("the last year comes before the first one"));
}

static void
check_verandercoach (const Check *check, const GpVerandercoach *coach)
{
  if (coach->to_year != GP_YEAR_NONE && coach->to_year < coach->trained_year)
    report (check, "to_year", _ ("the last year comes before the year of training"));
}

/* "po:1": a sector and one of its support years. */
static const char *
support_scope_problem (const GpProject *project, const char *scope)
{
  const char *mark = strchr (scope, ':');
  g_autofree char *code = mark != NULL ? g_strndup (scope, (gsize)(mark - scope)) : NULL;
  guint32 sector = code != NULL ? gp_project_find (project, GP_TABLE_SECTORS, code) : GP_NONE;
  guint64 year;

  if (sector == GP_NONE)
    return _ ("must be a sector and a support year, such as po:1");
  /* "01" would read as 1 but never be found again */
  if (mark[1] == '0' || !g_ascii_string_to_unsigned (mark + 1, 10, 1, 10, &year, NULL) ||
      year > project->sectors[sector].support_years)
    return _ ("the sector has no such support year");
  return NULL;
}

static const char *
scope_problem (const GpProject *project, GpScopeKind kind, const char *scope)
{
  GpProgramme programme;
  GpNeed need;

  if (*scope == '\0')
    return NULL;
  switch (kind) {
  case GP_SCOPE_SECTOR:
    return gp_project_find (project, GP_TABLE_SECTORS, scope) != GP_NONE
               ? NULL
               : _ ("must be the code of a sector");
  case GP_SCOPE_SECTOR_SUPPORT:
    return support_scope_problem (project, scope);
  case GP_SCOPE_PROGRAMME:
    return gp_programme_parse (scope, &programme) ? NULL : _ ("must be groeikracht or regular");
  case GP_SCOPE_NEED:
    return gp_need_parse (scope, &need) ? NULL : _ ("must be high or other");
  case GP_SCOPE_NONE:
  default:
    return _ ("must be empty: this parameter has no scope");
  }
}

static void
check_between (const Check *check, double number, double min, double max)
{
  if ((number < min || number > max) && !is_bad (check, "value"))
    gp_builder_report (check->builder, check->table, check->row, "value",
                       _ ("must lie between %.12g and %.12g"), min, max);
}

static void
check_spread_year (const Check *check, GpSpreadKind kind, GpYear year, const GpParamInfo *info)
{
  if (kind == GP_SPREAD_GO && year == GP_YEAR_NONE)
    report (check, "year", _ ("say from which year on the cohorts may not happen"));
  else if (year != GP_YEAR_NONE && !info->by_year)
    report (check, "year", _ ("must be empty: this parameter is the same in all years"));
}

/* A row about how uncertain a parameter is; low, mode and high together are checked at the end. */
static void
check_spread (const Check *check, const GpParameterValue *value, GpParam param)
{
  const GpParamInfo *info = gp_param_info (param);
  double number = gp_decimal_to_double (value->value);
  const char *scope, *problem;
  GpSpreadKind kind;
  guint which;

  if (!gp_spread_parse_scope (value->scope, &kind, &which, &scope)) {
    report (check, "scope",
            _ ("must begin with low, mode or high, factor_low, factor_mode or factor_high, or go"));
    return;
  }
  if (param == GP_PARAM_REQUIRE_READY)
    report (check, "parameter", _ ("is either 1 or 0, and cannot be uncertain"));
  if (kind == GP_SPREAD_GO && param != GP_PARAM_COHORT_TARGET)
    report (check, "scope", _ ("go is for cohort_target alone"));
  problem = scope_problem (&check->builder->public, info->scope, scope);
  if (problem != NULL)
    report (check, "scope", problem);
  check_spread_year (check, kind, value->year, info);
  if (kind == GP_SPREAD_VALUE)
    check_between (check, number, info->min, info->max);
  else
    check_between (check, number, 0, kind == GP_SPREAD_GO ? 1 : GP_MAX_FACTOR);
}

static void
check_uncertain (const Check *check, const GpParameterValue *value, GpParam param)
{
  GpBuilder *builder = check->builder;
  guint n_before = builder->n_problems;

  check_spread (check, value, param);
  if (builder->uncertain != NULL && check->bad == 0 && builder->n_problems == n_before)
    g_array_append_val (builder->uncertain, check->row);
}

static void
check_parameter (const Check *check, const GpParameterValue *value)
{
  const GpParamInfo *info;
  GpParam param;
  gboolean uncertain;
  const char *problem;

  if (is_bad (check, "parameter"))
    return;
  if (!gp_param_parse_row (value->parameter, &param, &uncertain)) {
    report (check, "parameter", _ ("there is no parameter of this name"));
    return;
  }
  if (uncertain) {
    check_uncertain (check, value, param);
    return;
  }
  info = gp_param_info (param);
  problem = scope_problem (&check->builder->public, info->scope, value->scope);
  if (problem != NULL)
    report (check, "scope", problem);
  if (value->year != GP_YEAR_NONE && !info->by_year)
    report (check, "year", _ ("must be empty: this parameter is the same in all years"));
  if (param == GP_PARAM_REQUIRE_READY && value->value.scale > 0)
    report (check, "value", _ ("must be 1 (yes) or 0 (no)"));
  else
    check_between (check, gp_decimal_to_double (value->value), info->min, info->max);
}

/* A rank that is used twice is a doubled key; a priority that is used twice is found here. */
static void
check_priority (const Check *check, const GpPriority *row)
{
  gpointer key;

  if (is_bad (check, "scenario") || is_bad (check, "priority"))
    return;
  key = GUINT_TO_POINTER (row->scenario * GP_N_PRIORITIES + (guint)row->priority + 1);
  if (!g_hash_table_add (check->builder->ranked, key))
    report (check, "priority", _ ("the scenario has this priority twice; keep one rank"));
}

static void
check_pin_start (const Check *check, const GpPin *pin)
{
  if (pin->sector == GP_NONE)
    report (check, "sector", _ ("a pin on starts needs a sector"));
  if (pin->programme == GP_PROGRAMME_NONE)
    report (check, "programme", _ ("a pin on starts needs a programme"));
  if (sector_refuses (check->builder, pin->sector, pin->programme))
    report (check, "programme", _ ("schools of this sector cannot take part in groeikracht"));
}

static void
check_pin (const Check *check, const GpPin *pin)
{
  if (pin->min < 0 && pin->max < 0 && !is_bad (check, "max"))
    report (check, "min", _ ("a pin needs a minimum, a maximum or both"));
  if (pin->min >= 0 && pin->max >= 0 && pin->max < pin->min && !is_bad (check, "min"))
    report (check, "max", _ ("the maximum is less than the minimum"));
  if (is_bad (check, "kind"))
    return;
  if (pin->kind == GP_PIN_START) {
    check_pin_start (check, pin);
    return;
  }
  if (pin->sector != GP_NONE)
    report (check, "sector", _ ("must be empty: only pins on starts have a sector"));
  if (pin->programme != GP_PROGRAMME_NONE)
    report (check, "programme", _ ("must be empty: only pins on starts have a programme"));
  if (pin->kind == GP_PIN_PARTNER && pin->min > 1)
    report (check, "min", _ ("must be 1 or 0: a board becomes a partner once"));
  if (pin->kind == GP_PIN_PARTNER && pin->max > 1)
    report (check, "max", _ ("must be 1 or 0: a board becomes a partner once"));
}

void
gp_builder_check_row (GpBuilder *builder, GpTableId table, guint32 row, guint32 bad)
{
  const Check check = {builder, table, row, bad};
  gconstpointer record = gp_builder_row (builder, table, row);

  switch (table) {
  case GP_TABLE_SCHOOLS:
    check_school (&check, record);
    break;
  case GP_TABLE_EXPERT_COACHES:
    check_expert_coach (&check, record);
    break;
  case GP_TABLE_VERANDERCOACHES:
    check_verandercoach (&check, record);
    break;
  case GP_TABLE_PARAMETERS:
    check_parameter (&check, record);
    break;
  case GP_TABLE_PRIORITIES:
    check_priority (&check, record);
    break;
  case GP_TABLE_PINS:
    check_pin (&check, record);
    break;
  default:
    break;
  }
}
