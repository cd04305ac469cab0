/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The finance of projects on the command line: what is shown, and the three ways to show it.
 */
#pragma once

#include "gp-cli-private.h"

#include <groeiplan/gp-finance.h>

typedef struct {
  const GpProject *project;
  const GpFinance *finance;
  const GpFinance *against; /* of another scenario, or NULL */
  gboolean has_plan;
} GpCliFinance;

/* What is compared with what. */
typedef enum { GP_CLI_YEARS, GP_CLI_BUDGETS, GP_CLI_SCENARIOS } GpCliComparison;

typedef struct {
  GpCliComparison what;
  GpFinanceColumn from, to;
} GpCliPair;

/* Year on year of actuals, a budget against the actual or else the forecast of its year, and the
 * forecasts of the other scenario against these: an array of GpCliPair, in this order. */
GArray *gp_cli_finance_pairs (const GpCliFinance *shown);

/* TRUE when any project has a figure of that kind in that year. */
gboolean gp_cli_finance_has (const GpCliFinance *shown, GpFinanceKind kind, GpYear year);

/* "missing", "given", "computed", "rough". */
const char *gp_cli_money_state (GpMoneyState state);

void gp_cli_finance_print (const GpCliFinance *shown);
void gp_cli_finance_json (const GpCliFinance *shown);
void gp_cli_finance_csv (const GpCliFinance *shown);
