/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * The finance of the foundation's projects: what they cost in a year, as spent, budgeted, committed
 * or forecast in a scenario; how such columns compare; and who is to pay.
 *
 * Money is whole euro cents (gint64), never a floating number; counts are whole hundredths; and
 * every total is the sum of the amounts that are given with it, to the cent. What is not known is
 * MISSING, never zero. Nothing here is stored: a GpFinance is worked out from a snapshot and a
 * plan, is read-only, and any thread may use it.
 *
 * ## Forecast
 *
 *     forecast (project, year) = sum over its drivers of  rate x units (year) x index (year)
 *
 * rounded to the cent driver by driver (halves away from zero); the fixed part is the driver
 * `fixed`, with one unit. The units of a year:
 *
 *     fixed             1
 *     start             schools that start in the year
 *     recruited_school  schools that start in the year after: their talks are held now (in the last
 *                       plan year, after which the plan says nothing: as many as start in it)
 *     supported_school  schools in one of their support years
 *     partner_board     boards that are a partner
 *     training          verandercoaches trained in the year
 *     verandercoach     verandercoaches there are: known ones, in plan years after
 *                       verandercoach_retention and their last year, and those trained by plan
 *     hire              expert coaches who begin: known ones in their from_year before plan_from,
 *                       later those hired by plan
 *
 * Years before plan_from count what the data tell, later ones what the plan decides; without a plan
 * these are not known and a forecast that needs them is missing. index is 1 in the project's last
 * year with an actual, then grows with `price_index` of each year; it is kept in billionths, each
 * year rounded.
 *
 * A forecast begins with the last actual year and ends with the plan. Rates are in prices of that
 * year (of plan_from for a project without an actual) and are those of project_drivers.csv: for
 * each driver the row of the nearest scenario in the line. **A rate of 0 asks to calibrate it**, so
 * that the last actual year comes out: with A the actual and R what the given rates leave of it,
 *
 *     R = A - sum over the given rates of  rate x units (last actual year)
 *
 * the share `driven_share` of R is spread evenly over the rates to calibrate (those whose units in
 * that year are not 0), rate = share / units rounded down to the cent; all else of R, also what
 * this rounding leaves, is the fixed part unless a row gives that. So, as long as no row gives the
 * fixed part, the forecast of the last actual year is the actual to the cent, always. A project
 * without any row has a fixed part alone. Where there is no actual, nothing can be calibrated:
 * given rates count, and a project that has none has no forecast.
 *
 * ## Funding
 *
 * Of a plan year, in that year's prices (a price or fee that the parameters give without a year is
 * of the first plan year and grows with `price_index`; one given for a year is that year's):
 *
 *     delivery    the plan's work at the prices of the planning model's `cost`, with the support
 * that was promised before the plan: expert days at schools, verandercoach days, trainings,
 *                 partnerships, hires, lent days, days short
 *     boards      of that, the verandercoach days: their boards employ them
 *     fees        `school_fee` for every school in a support year, by sector; of those of
 * Groeikracht schools the government pays `government_share`, the schools the rest shortfall
 * delivery - boards - fees; when negative, a surplus projects    the forecast of the projects funds
 * what charity funds must cover: projects + shortfall, per project. The shortfall (or surplus) is
 * spread over the projects in proportion to what they cost, by largest remainders; a surplus takes
 * away at most what they cost, the rest is left over pledged     what funds have promised
 * (pledges.csv); open = funds - pledged, per project
 */
#pragma once

#include <groeiplan/gp-figures.h>
#include <groeiplan/gp-format.h>
#include <groeiplan/gp-plan.h>
#include <groeiplan/gp-source.h>

G_BEGIN_DECLS

/* The first three are those of GpBudgetKind. */
typedef enum {
  GP_FINANCE_ACTUAL,
  GP_FINANCE_BUDGET,
  GP_FINANCE_COMMITTED,
  GP_FINANCE_FORECAST,
  GP_N_FINANCE_KINDS
} GpFinanceKind;

const char *gp_finance_kind_name (GpFinanceKind kind); /* "actual", ..., "forecast" */
gboolean gp_finance_kind_parse (const char *text, GpFinanceKind *out);
const char *gp_finance_kind_label (GpFinanceKind kind); /* for people: to be translated with _() */
const char *gp_driver_label (GpDriverKind driver);      /* likewise: "Schools that start", ... */

/* A project's name in a language, in the other one where it has none, else its code. */
const char *gp_finance_project_name (const GpFinanceProject *project, GpLanguage language);

typedef enum {
  GP_MONEY_MISSING,  /* there is no such figure */
  GP_MONEY_GIVEN,    /* a row of the data */
  GP_MONEY_COMPUTED, /* worked out */
  GP_MONEY_ROUGH     /* worked out from a relaxed plan */
} GpMoneyState;

typedef struct {
  GpMoneyState state;
  gint64 cents; /* 0 when missing */
  guint32 row;  /* of project->budgets when given, else GP_NONE */
} GpMoney;

typedef struct _GpFinance GpFinance;

/* The finance of one scenario. plan: the scenario's, or NULL when there is none; its whole-school
 * part where it has one, else the relaxed part (then what follows from it is ROUGH). Keeps both
 * alive. */
GpFinance *gp_finance_new (const GpProject *project, guint32 scenario, const GpPlan *plan);
GpFinance *gp_finance_ref (GpFinance *finance);
void gp_finance_unref (GpFinance *finance);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GpFinance, gp_finance_unref)

const GpProject *gp_finance_project (const GpFinance *finance);
guint32 gp_finance_scenario (const GpFinance *finance);

/* The years to show: from the first to the last with a budget row, a pledge, or of the plan. */
GpYear gp_finance_first_year (const GpFinance *finance);
GpYear gp_finance_last_year (const GpFinance *finance);

/* The last year with an actual of that project (GP_NONE: of any), GP_YEAR_NONE when there is none.
 */
GpYear gp_finance_last_actual (const GpFinance *finance, guint32 project);

/* What a project costs in a year. Of several rows that count in the scenario the one of the nearest
 * scenario in its line, else the one for all scenarios. Outside the years: missing. */
GpMoney gp_finance_get (const GpFinance *finance, GpFinanceKind kind, guint32 project, GpYear year);

/* The sum of a year's figures as given by gp_finance_get (). */
typedef struct {
  gint64 cents;
  guint n_known, n_missing; /* projects with a figure and without */
  gboolean rough;           /* one of them is */
  gboolean has_stated;      /* the reports state a total (actual alone) */
  gint64 stated, rounding;  /* what they state; cents - stated */
  guint32 stated_fact;      /* its row of project->facts, else GP_NONE */
} GpFinanceTotal;
GpFinanceTotal gp_finance_total (const GpFinance *finance, GpFinanceKind kind, GpYear year);

/* ---- comparing ------------------------------------------------------------------------------- */

/* A column of figures: a kind in a year, in the finance of a scenario. */
typedef struct {
  const GpFinance *finance;
  GpFinanceKind kind;
  GpYear year;
} GpFinanceColumn;

typedef struct {
  GpMoney from, to;
  gboolean known;       /* both are */
  gint64 difference;    /* to - from, cents */
  gboolean has_percent; /* known, and from is not 0 */
  gint64 percent;       /* hundredths of a percent of |from|, halves away from zero */
} GpFinanceDifference;

/* How a project's figure in `to` differs from that in `from`; project GP_NONE: the totals, of the
 * projects that are known in both columns, so that they are the sum of the rows that have a
 * difference. Both must be of the same project file. */
GpFinanceDifference gp_finance_compare (const GpFinanceColumn *from, const GpFinanceColumn *to,
                                        guint32 project);

/* ---- forecast -------------------------------------------------------------------------------- */

typedef struct {
  GpDriverKind driver;
  gint64 rate;         /* cents a unit, prices of the project's last actual year */
  gboolean calibrated; /* else given by row */
  guint32 row;         /* of project->drivers, GP_NONE when there is none */
  gboolean known;      /* its units are */
  gint64 units;        /* hundredths */
  gint64 cents;        /* its part of the forecast */
} GpForecastPart;

/* The parts that the forecast of a project and year is the sum of: fills parts, returns how many.
 * Also when the forecast is missing, so that it can be seen what for. */
guint gp_finance_forecast (const GpFinance *finance, guint32 project, GpYear year,
                           GpForecastPart parts[static GP_N_DRIVERS]);

/* The units of a driver in a year, in hundredths; FALSE when they are not known. */
gboolean gp_finance_units (const GpFinance *finance, GpDriverKind driver, GpYear year,
                           gint64 *hundredths);

/* Growth of prices between two years, in billionths (1,000,000,000: none). */
gint64 gp_finance_index (const GpFinance *finance, GpYear from, GpYear to);

/* ---- funding --------------------------------------------------------------------------------- */

typedef enum {
  GP_DELIVERY_EXPERT_DAYS, /* at schools, also those promised before the plan */
  GP_DELIVERY_VERANDERCOACH_DAYS,
  GP_DELIVERY_TRAININGS,
  GP_DELIVERY_PARTNERSHIPS,
  GP_DELIVERY_HIRES,
  GP_DELIVERY_LENT_DAYS,
  GP_DELIVERY_DAYS_SHORT,
  GP_N_DELIVERY
} GpDeliveryItem;

const char *gp_delivery_name (GpDeliveryItem item);  /* "expert_days", ...: as in JSON */
const char *gp_delivery_label (GpDeliveryItem item); /* for people: to be translated with _() */

typedef struct {
  gint64 schools[GP_N_PROGRAMMES]; /* in a support year, hundredths; not known programme: regular */
  gint64 fees[GP_N_PROGRAMMES];    /* cents, whoever pays them */
  gint64 government;               /* of fees[GP_PROGRAMME_GROEIKRACHT] */
} GpFundingSector;

typedef struct {
  gint64 cost;    /* forecast */
  gint64 carried; /* its part of the shortfall; negative: of the surplus */
  gint64 funds;   /* cost + carried: what charity funds must cover */
  gint64 pledged;
  gint64 open; /* funds - pledged; negative: more than needed */
} GpFundingProject;

/* Read the members, never write them. Amounts in cents. */
typedef struct {
  GpYear year;
  GpMoneyState state;    /* MISSING: no plan, or a project without forecast; see missing */
  gboolean has_delivery; /* the plan is there: delivery, boards, fees and shortfall are known */
  gint64 units[GP_N_DELIVERY]; /* hundredths */
  gint64 delivery[GP_N_DELIVERY], delivery_total;
  gint64 boards;
  guint n_sectors;
  GpFundingSector sectors[GP_MAX_SECTORS]; /* as project->sectors */
  gint64 fees, government, schools;        /* fees = government + schools */
  gint64 shortfall;
  gint64 left_over;            /* of a surplus that is more than the projects cost */
  guint n_projects, n_missing; /* projects; those without a forecast */
  GpFundingProject *projects;
  gint64 cost, carried, funds, pledged, open; /* the sums over the projects */
} GpFunding;

/* The funding of a year. Always gives what is known; where state is MISSING, cost and funds leave
 * out what is not. Outside the plan years only the projects and their pledges. */
GpFunding *gp_finance_funding (const GpFinance *finance, GpYear year);
void gp_funding_free (GpFunding *funding);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GpFunding, gp_funding_free)

/* What one school pays in a support year in that year's prices, in cents, and how much of that the
 * government gives. */
gint64 gp_finance_school_fee (const GpFinance *finance, guint32 sector, GpProgramme programme,
                              GpYear year, gint64 *government);

/* ---- what a reader must know, and where figures come from -------------------------------------
 */

/* What a reader must know, as data: for who says it in another language than the program's. */
typedef enum {
  GP_FINANCE_NOTE_STATED,       /* year: stated, sum and rounding differ */
  GP_FINANCE_NOTE_NO_PLAN,      /* what follows from a plan is missing */
  GP_FINANCE_NOTE_ROUGH,        /* the plan has no whole schools */
  GP_FINANCE_NOTE_STRANGE_ROWS, /* count rows of the plan are about what the project has not */
  GP_FINANCE_NOTE_NO_ACTUAL,    /* no year has one */
  GP_FINANCE_NOTE_NO_FORECAST,  /* project: no actual and no rates */
  GP_FINANCE_NOTE_GIVEN_ALONE,  /* project: no actual, so its given rates alone make its forecast */
  GP_FINANCE_NOTE_NOT_CALIBRATED, /* project, driver: nothing of it in year, so it is left out */
  GP_FINANCE_NOTE_NEGATIVE_FIXED  /* project: its rates ask more than it cost in year */
} GpFinanceNoteKind;

typedef struct {
  GpFinanceNoteKind kind;
  GpYear year;
  guint32 project;
  GpDriverKind driver;
  guint count;
  gint64 stated, sum, rounding; /* cents */
} GpFinanceNote;

/* Owned by finance. */
const GpFinanceNote *gp_finance_note_list (const GpFinance *finance, guint *n);

/* The same as sentences (translated) about what is missing or does not add up: no plan, no actual
 * year, a driver that could not be calibrated, a stated total that differs, ... NULL-terminated,
 * owned by finance. */
const char *const *gp_finance_notes (const GpFinance *finance);

/* Where a figure comes from; project GP_NONE: the total. A new tree. */
GpSource *gp_finance_source (const GpFinance *finance, GpFinanceKind kind, guint32 project,
                             GpYear year);

/* Which figure of the funding. */
typedef enum {
  GP_FUNDING_DELIVERY,
  GP_FUNDING_BOARDS,
  GP_FUNDING_FEES,
  GP_FUNDING_GOVERNMENT,
  GP_FUNDING_SCHOOLS,
  GP_FUNDING_SHORTFALL,
  GP_FUNDING_COST,
  GP_FUNDING_CARRIED,
  GP_FUNDING_FUNDS,
  GP_FUNDING_PLEDGED,
  GP_FUNDING_OPEN,
  GP_N_FUNDING
} GpFundingFigure;

const char *gp_funding_name (GpFundingFigure figure);  /* "delivery", ...: as in JSON */
const char *gp_funding_label (GpFundingFigure figure); /* for people: to be translated with _() */

/* One sentence, to be translated with _(): how the cost of delivery differs from the figure "cost
 * of what the plan decides" (gp-figures.h). */
const char *gp_cost_difference (void);

/* index: of an item for DELIVERY, of a sector for FEES, GOVERNMENT and SCHOOLS, of a project from
 * COST on; GP_NONE: the total. The amount as in gp_finance_funding (). */
GpMoney gp_funding_get (const GpFunding *funding, GpFundingFigure figure, guint32 index);
GpSource *gp_funding_source (const GpFinance *finance, const GpFunding *funding,
                             GpFundingFigure figure, guint32 index);

/* ---- printing in whole euros -------------------------------------------------------------------
 */

/* Rounds amounts to whole multiples of unit (100: euros), so that they add up to their sum rounded
 * to the nearest (halves away from zero): those with the largest remainders are rounded up. rounded
 * has room for n, still in cents; it may be cents itself. Returns the rounded sum. */
gint64 gp_finance_round (const gint64 *cents, guint n, gint64 unit, gint64 *rounded);

/* The years of a figure (gp_figures_new ()) as they are printed, in hundredths, one a year: rounded
 * to the figure's digits, those of a sum so that they add up to that sum rounded. Wherever a
 * figure's years stand beside each other they are these. Returns the rounded sum; of a state 0. */
gint64 gp_finance_round_years (const GArray *figures, GpFigureId figure, gint64 *hundredths);

/* Splits total over n parts in proportion to weights (none negative), to the cent, by largest
 * remainders, the first of equal ones first. When all weights are 0, evenly. */
void gp_finance_split (gint64 total, const gint64 *weights, guint n, gint64 *parts);

G_END_DECLS
