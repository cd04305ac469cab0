/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the files of this room share: the finance as it is worked out once, and arithmetic that
 * rounds in one way only.
 *
 * Counts come in two tables by year, made when a GpFinance is: starts by sector and programme (of
 * history and plan together), and the units of every driver. Everything else is worked out when
 * asked.
 */
#pragma once

#include <groeiplan/gp-finance.h>

/* Arrays by year: the index of a year is year - GP_YEAR_MIN. */
#define GP_FINANCE_N_YEARS (GP_YEAR_MAX - GP_YEAR_MIN + 1)

#define GP_BILLION G_GINT64_CONSTANT (1000000000)

/* The most money that a figure of one project can be: the bound of the data themselves. */
#define GP_MONEY_LIMIT G_GINT64_CONSTANT (1000000000000)
/* The most that one line of the funding can be: more cannot be true. */
#define GP_FUNDING_LIMIT (100000 * GP_MONEY_LIMIT)

typedef gint64 GpCounts[GP_FINANCE_N_YEARS]; /* hundredths */

/* An amount of the data under the key of what it is about: sorted by it, one a key. */
typedef struct {
  guint64 key;
  guint rank;  /* how near its scenario is: 0 own; GP_FINANCE_FOR_ALL for all scenarios */
  guint32 row; /* of budgets; of pledges the first of that key */
  gint64 cents;
} GpAmount;

#define GP_FINANCE_FOR_ALL (G_MAXUINT - 1)
#define GP_FINANCE_NOT_HERE G_MAXUINT /* a scenario that is not in the line */

/* The rates of a project. */
typedef struct {
  GpYear base;               /* its last year with an actual, or NONE */
  guint has;                 /* bit per driver: it counts */
  guint calibrated;          /* bit per driver: its rate is not given by a row */
  guint failed;              /* bit per driver: was to be calibrated and could not */
  gint64 rate[GP_N_DRIVERS]; /* cents */
  guint32 row[GP_N_DRIVERS]; /* of project->drivers, or GP_NONE */
} GpRates;

struct _GpFinance {
  gatomicrefcount references;
  GpProject *project;
  guint32 scenario;
  GpPlan *plan; /* or NULL */
  GpPlanPart part;
  GpYear first, last, last_actual;
  guint *nearness; /* by scenario: 0 own, 1 its parent, ...; GP_FINANCE_NOT_HERE */
  GArray *budgets; /* of GpAmount */
  GArray *pledges; /* of GpAmount */
  GpCounts starts[GP_MAX_SECTORS][GP_N_PROGRAMMES];
  GpCounts units[GP_N_DRIVERS];
  guint n_strange_rows; /* of the plan, about what the project does not have */
  GpRates *rates;       /* by project */
  GArray *note_list;    /* of GpFinanceNote */
  GPtrArray *notes;     /* the same as sentences, NULL-terminated */
};

/* ---- gp-finance-round.c ------------------------------------------------------------------------
 */

/* a x b / divisor, halves away from zero; FALSE (and 0) when that is beyond what gint64 holds. */
gboolean gp_finance_times (gint64 a, gint64 b, gint64 divisor, gint64 *out);
/* a x b x c / divisor likewise. c is at most GP_INDEX_MAX, a x b within 10^23. */
gboolean gp_finance_times_index (gint64 a, gint64 b, gint64 index, gint64 divisor, gint64 *out);
/* n x value, with that many decimals kept in the result; likewise. */
gboolean gp_finance_times_decimal (gint64 n, GpDecimal value, gint64 *out);
/* value in whole 1/scale, rounded; saturates. */
gint64 gp_finance_decimal (GpDecimal value, gint64 scale);

#define GP_INDEX_MAX (1000000 * GP_BILLION)

/* ---- gp-finance-amounts.c ----------------------------------------------------------------------
 */

void gp_finance_read_amounts (GpFinance *finance);
const GpAmount *gp_finance_budget (const GpFinance *finance, GpFinanceKind kind, guint32 project,
                                   GpYear year);
gint64 gp_finance_pledged (const GpFinance *finance, guint32 project, GpYear year);

/* ---- gp-finance-units.c ------------------------------------------------------------------------
 */

void gp_finance_count (GpFinance *finance);
/* The amount of a row of the plan's part. */
gint64 gp_finance_hundredths (const GpFinance *finance, const GpPlanRow *row);
/* Schools of a sector in support year k (from 1), hundredths. */
gint64 gp_finance_supported (const GpFinance *finance, guint32 sector, GpProgramme programme,
                             guint k, GpYear year);
/* The year's figures come from the plan, or need it. */
gboolean gp_finance_needs_plan (const GpFinance *finance, GpDriverKind driver, GpYear year);

/* ---- gp-finance-rates.c ------------------------------------------------------------------------
 */

void gp_finance_find_rates (GpFinance *finance);
/* The year whose prices the rates of a project are in: its last actual one, else the first plan
 * year. */
GpYear gp_finance_price_year (const GpFinance *finance, guint32 project);
GpMoney gp_finance_forecast_sum (const GpFinance *finance, guint32 project, GpYear year);

/* ---- gp-finance-notes.c ------------------------------------------------------------------------
 */

void gp_finance_write_notes (GpFinance *finance);

/* ---- gp-funding-*.c ----------------------------------------------------------------------------
 */

/* A price or fee of the parameters in the year's prices, in cents. row as in gp_param_lookup (). */
gint64 gp_finance_price (const GpFinance *finance, GpParam param, const char *scope, GpYear year,
                         guint32 *row);
/* The parameter that is the price of an item. */
GpParam gp_delivery_price (GpDeliveryItem item);
/* Delivery, boards and fees; FALSE when there is no plan for the year. */
gboolean gp_funding_add_delivery (const GpFinance *finance, GpFunding *funding);

/* ---- gp-finance-source.c -----------------------------------------------------------------------
 */

/* "Project 2 (Building support)" or, for GP_NONE, "All projects"; then what and the year. A new
 * string. */
char *gp_finance_what (const GpFinance *finance, guint32 project, const char *what, GpYear year);
/* "€ 968.143,00" in the reader's language; a new string. */
char *gp_finance_money_text (gint64 cents);
