/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The finance of projects as the document groeiplan-finance-1. Money is in whole cents, counts in
 * whole hundredths: nothing in it is a floating number.
 */
#include "gp-cli-finance.h"

static void
add_int (JsonBuilder *builder, const char *key, gint64 value)
{
  json_builder_set_member_name (builder, key);
  json_builder_add_int_value (builder, value);
}

static void
add_maybe (JsonBuilder *builder, const char *key, gboolean known, gint64 value)
{
  json_builder_set_member_name (builder, key);
  if (known)
    json_builder_add_int_value (builder, value);
  else
    json_builder_add_null_value (builder);
}

static void
add_flag (JsonBuilder *builder, const char *key, gboolean value)
{
  json_builder_set_member_name (builder, key);
  json_builder_add_boolean_value (builder, value);
}

static void
add_year (JsonBuilder *builder, const char *key, GpYear year)
{
  char name[GP_YEAR_BYTES];
  json_builder_set_member_name (builder, key);
  if (year == GP_YEAR_NONE)
    json_builder_add_null_value (builder);
  else
    json_builder_add_string_value (builder, gp_year_format (year, name));
}

static void
begin_list (JsonBuilder *builder, const char *key)
{
  json_builder_set_member_name (builder, key);
  json_builder_begin_array (builder);
}

static const char *
code_of (const GpCliFinance *shown, guint32 project)
{
  return shown->project->projects[project].code;
}

/* ---- figures and totals
 * --------------------------------------------------------------------------
 */

static void
add_projects (JsonBuilder *builder, const GpCliFinance *shown)
{
  begin_list (builder, "projects");
  for (guint32 p = 0; p < shown->project->n_projects; p++) {
    json_builder_begin_object (builder);
    gp_cli_json_text (builder, "project", code_of (shown, p));
    gp_cli_json_text (builder, "name_nl", shown->project->projects[p].name_nl);
    gp_cli_json_text (builder, "name_en", shown->project->projects[p].name_en);
    add_year (builder, "last_actual", gp_finance_last_actual (shown->finance, p));
    json_builder_end_object (builder);
  }
  json_builder_end_array (builder);
}

static void
add_figure (JsonBuilder *builder, const GpCliFinance *shown, GpFinanceKind kind, guint32 p,
            GpYear year)
{
  GpMoney money = gp_finance_get (shown->finance, kind, p, year);
  if (money.state == GP_MONEY_MISSING)
    return;
  json_builder_begin_object (builder);
  gp_cli_json_text (builder, "kind", gp_finance_kind_name (kind));
  gp_cli_json_text (builder, "project", code_of (shown, p));
  add_year (builder, "year", year);
  add_int (builder, "cents", money.cents);
  gp_cli_json_text (builder, "state", gp_cli_money_state (money.state));
  gp_cli_json_text (builder, "source",
                    money.row != GP_NONE ? shown->project->budgets[money.row].source : "");
  json_builder_end_object (builder);
}

static void
add_total (JsonBuilder *builder, const GpCliFinance *shown, GpFinanceKind kind, GpYear year)
{
  GpFinanceTotal total = gp_finance_total (shown->finance, kind, year);
  if (total.n_known == 0 && !total.has_stated)
    return;
  json_builder_begin_object (builder);
  gp_cli_json_text (builder, "kind", gp_finance_kind_name (kind));
  add_year (builder, "year", year);
  add_int (builder, "cents", total.cents);
  add_int (builder, "known", total.n_known);
  add_int (builder, "missing", total.n_missing);
  add_flag (builder, "rough", total.rough);
  add_maybe (builder, "stated", total.has_stated, total.stated);
  add_maybe (builder, "rounding", total.has_stated, total.rounding);
  json_builder_end_object (builder);
}

static void
add_all (JsonBuilder *builder, const GpCliFinance *shown, gboolean totals)
{
  begin_list (builder, totals ? "totals" : "figures");
  for (GpFinanceKind kind = 0; kind < GP_N_FINANCE_KINDS; kind++) {
    for (int year = gp_finance_first_year (shown->finance);
         year <= gp_finance_last_year (shown->finance); year++) {
      for (guint32 p = 0; !totals && p < shown->project->n_projects; p++)
        add_figure (builder, shown, kind, p, (GpYear)year);
      if (totals)
        add_total (builder, shown, kind, (GpYear)year);
    }
  }
  json_builder_end_array (builder);
}

/* ---- differences
 * ---------------------------------------------------------------------------------
 */

static void
add_column (JsonBuilder *builder, const char *key, const GpCliFinance *shown,
            const GpFinanceColumn *column)
{
  guint32 scenario = gp_finance_scenario (column->finance);
  json_builder_set_member_name (builder, key);
  json_builder_begin_object (builder);
  gp_cli_json_text (builder, "scenario", shown->project->scenarios[scenario].code);
  gp_cli_json_text (builder, "kind", gp_finance_kind_name (column->kind));
  add_year (builder, "year", column->year);
  json_builder_end_object (builder);
}

static void
add_difference (JsonBuilder *builder, const GpFinanceDifference *row)
{
  add_maybe (builder, "from", row->from.state != GP_MONEY_MISSING, row->from.cents);
  add_maybe (builder, "to", row->to.state != GP_MONEY_MISSING, row->to.cents);
  add_maybe (builder, "difference", row->known, row->difference);
  add_maybe (builder, "percent_hundredths", row->has_percent, row->percent);
}

static void
add_pair (JsonBuilder *builder, const GpCliFinance *shown, const GpCliPair *pair)
{
  GpFinanceDifference total = gp_finance_compare (&pair->from, &pair->to, GP_NONE);
  json_builder_begin_object (builder);
  add_column (builder, "from", shown, &pair->from);
  add_column (builder, "to", shown, &pair->to);
  begin_list (builder, "projects");
  for (guint32 p = 0; p < shown->project->n_projects; p++) {
    GpFinanceDifference row = gp_finance_compare (&pair->from, &pair->to, p);
    json_builder_begin_object (builder);
    gp_cli_json_text (builder, "project", code_of (shown, p));
    add_difference (builder, &row);
    json_builder_end_object (builder);
  }
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "total");
  json_builder_begin_object (builder);
  add_difference (builder, &total);
  json_builder_end_object (builder);
  json_builder_end_object (builder);
}

static void
add_differences (JsonBuilder *builder, const GpCliFinance *shown)
{
  g_autoptr (GArray) pairs = gp_cli_finance_pairs (shown);
  begin_list (builder, "differences");
  for (guint i = 0; i < pairs->len; i++)
    add_pair (builder, shown, &g_array_index (pairs, GpCliPair, i));
  json_builder_end_array (builder);
}

/* ---- forecast
 * ------------------------------------------------------------------------------------
 */

static void
add_part (JsonBuilder *builder, const GpForecastPart *part)
{
  json_builder_begin_object (builder);
  gp_cli_json_text (builder, "driver", gp_driver_name (part->driver));
  add_int (builder, "rate", part->rate);
  add_flag (builder, "calibrated", part->calibrated);
  add_maybe (builder, "units_hundredths", part->known, part->units);
  add_maybe (builder, "cents", part->known, part->cents);
  json_builder_end_object (builder);
}

static void
add_forecast (JsonBuilder *builder, const GpCliFinance *shown)
{
  begin_list (builder, "forecast_parts");
  for (guint32 p = 0; p < shown->project->n_projects; p++) {
    for (int year = gp_finance_first_year (shown->finance); year <= shown->project->last_year;
         year++) {
      GpForecastPart parts[GP_N_DRIVERS];
      guint n = gp_finance_forecast (shown->finance, p, (GpYear)year, parts);
      if (n == 0)
        continue;
      json_builder_begin_object (builder);
      gp_cli_json_text (builder, "project", code_of (shown, p));
      add_year (builder, "year", (GpYear)year);
      begin_list (builder, "parts");
      for (guint i = 0; i < n; i++)
        add_part (builder, &parts[i]);
      json_builder_end_array (builder);
      json_builder_end_object (builder);
    }
  }
  json_builder_end_array (builder);
}

/* ---- funding
 * -------------------------------------------------------------------------------------
 */

static void
add_money (JsonBuilder *builder, const char *key, GpMoney money)
{
  add_maybe (builder, key, money.state != GP_MONEY_MISSING, money.cents);
}

static void
add_items (JsonBuilder *builder, const GpFunding *funding)
{
  begin_list (builder, "items");
  for (guint i = 0; i < GP_N_DELIVERY; i++) {
    json_builder_begin_object (builder);
    gp_cli_json_text (builder, "item", gp_delivery_name (i));
    add_maybe (builder, "units_hundredths", funding->has_delivery, funding->units[i]);
    add_money (builder, "cents", gp_funding_get (funding, GP_FUNDING_DELIVERY, i));
    json_builder_end_object (builder);
  }
  json_builder_end_array (builder);
}

static void
add_sectors (JsonBuilder *builder, const GpCliFinance *shown, const GpFunding *funding)
{
  begin_list (builder, "sectors");
  for (guint32 s = 0; s < funding->n_sectors; s++) {
    const GpFundingSector *row = &funding->sectors[s];
    json_builder_begin_object (builder);
    gp_cli_json_text (builder, "sector", shown->project->sectors[s].code);
    add_maybe (builder, "groeikracht_schools_hundredths", funding->has_delivery,
               row->schools[GP_PROGRAMME_GROEIKRACHT]);
    add_maybe (builder, "regular_schools_hundredths", funding->has_delivery,
               row->schools[GP_PROGRAMME_REGULAR]);
    for (GpFundingFigure f = GP_FUNDING_FEES; f <= GP_FUNDING_SCHOOLS; f++)
      add_money (builder, gp_funding_name (f), gp_funding_get (funding, f, s));
    json_builder_end_object (builder);
  }
  json_builder_end_array (builder);
}

static void
add_funded_projects (JsonBuilder *builder, const GpCliFinance *shown, const GpFunding *funding)
{
  begin_list (builder, "projects");
  for (guint32 p = 0; p < funding->n_projects; p++) {
    json_builder_begin_object (builder);
    gp_cli_json_text (builder, "project", code_of (shown, p));
    for (GpFundingFigure f = GP_FUNDING_COST; f < GP_N_FUNDING; f++)
      add_money (builder, gp_funding_name (f), gp_funding_get (funding, f, p));
    json_builder_end_object (builder);
  }
  json_builder_end_array (builder);
}

static void
add_funding_year (JsonBuilder *builder, const GpCliFinance *shown, GpYear year)
{
  g_autoptr (GpFunding) funding = gp_finance_funding (shown->finance, year);
  json_builder_begin_object (builder);
  add_year (builder, "year", year);
  gp_cli_json_text (builder, "state", gp_cli_money_state (funding->state));
  for (GpFundingFigure f = 0; f < GP_N_FUNDING; f++)
    add_money (builder, gp_funding_name (f), gp_funding_get (funding, f, GP_NONE));
  add_maybe (builder, "left_over", funding->state != GP_MONEY_MISSING, funding->left_over);
  add_items (builder, funding);
  add_sectors (builder, shown, funding);
  add_funded_projects (builder, shown, funding);
  json_builder_end_object (builder);
}

static void
add_funding (JsonBuilder *builder, const GpCliFinance *shown)
{
  begin_list (builder, "funding");
  for (GpYear year = shown->project->plan_from; year <= shown->project->last_year; year++)
    add_funding_year (builder, shown, year);
  json_builder_end_array (builder);
}

/* ---- the document
 * --------------------------------------------------------------------------------
 */

static const char *
scenario_code (const GpCliFinance *shown, const GpFinance *finance)
{
  return shown->project->scenarios[gp_finance_scenario (finance)].code;
}

void
gp_cli_finance_json (const GpCliFinance *shown)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();
  json_builder_begin_object (builder);
  gp_cli_json_text (builder, "format", "groeiplan-finance-1");
  gp_cli_json_text (builder, "scenario", scenario_code (shown, shown->finance));
  json_builder_set_member_name (builder, "against");
  if (shown->against)
    json_builder_add_string_value (builder, scenario_code (shown, shown->against));
  else
    json_builder_add_null_value (builder);
  add_flag (builder, "has_plan", shown->has_plan);
  add_year (builder, "last_actual", gp_finance_last_actual (shown->finance, GP_NONE));
  add_projects (builder, shown);
  add_all (builder, shown, FALSE);
  add_all (builder, shown, TRUE);
  add_differences (builder, shown);
  add_forecast (builder, shown);
  add_funding (builder, shown);
  begin_list (builder, "notes");
  for (const char *const *note = gp_finance_notes (shown->finance); *note; note++)
    json_builder_add_string_value (builder, *note);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  gp_cli_json_print (builder);
}
