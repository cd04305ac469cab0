/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * Futures: how a plan fares when the uncertain assumptions of its scenario (gp-uncertain.h) turn
 * out otherwise.
 *
 * A future is a number. Its assumptions are drawn from the seed, that number and the assumption's
 * name alone, by a counter-based generator (Philox4x32-10: Salmon, Moraes, Dror and Shaw, "Parallel
 * random numbers: as easy as 1, 2, 3", SC 2011), each independent of the others; the years of one
 * assumption move together. In it the first plan year's whole decisions are held, because they are
 * taken before anyone knows, and the later years are planned again (relaxed) knowing all. So a
 * future has one outcome, whatever the order, the number of threads and the sharing out over
 * machines: the same bytes (of one build of the program and on one kind of processor: another
 * compiler or solver may differ in a last digit).
 *
 * Figures are kept in whole thousandths of their unit, so that sums and ranks are exact. When
 * schools start within what the priorities leave open is one of several equally good plans, always
 * the same one.
 */
#pragma once

#include <gio/gio.h>
#include <groeiplan/gp-plan.h>
#include <groeiplan/gp-uncertain.h>

G_BEGIN_DECLS

#define GP_MAX_FUTURES 1000000
#define GP_MAX_SHARDS 10000

typedef struct {
  guint64 seed;
  guint32 count;           /* 1..GP_MAX_FUTURES futures, in all shards together */
  guint shard, n_shards;   /* shard 1..n_shards (<= GP_MAX_SHARDS) of them; n_shards 0: all */
  guint n_threads;         /* 0: one a processor */
  const GpPlan *held;      /* the plan whose first plan year is held: has whole schools */
  const GpPlan *published; /* may be NULL; else the priority `change` keeps to it, and whether
                              boards start in the year that it promises is counted */
  gboolean without_regret; /* do not plan each future with perfect knowledge as well: faster */
  GpProgressFunc progress; /* called from the thread that called gp_futures_run () */
  gpointer progress_data;
} GpFuturesOptions;

/* What came of some futures. Read-only. */
typedef struct _GpFutures GpFutures;
GpFutures *gp_futures_ref (GpFutures *futures);
void gp_futures_unref (GpFutures *futures);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GpFutures, gp_futures_unref)

/* Plans the futures. Blocks. GP_ERROR_USAGE when the options make no sense, GP_ERROR_DATA when the
 * scenario has nothing uncertain, is wrong in what it has, or cannot be planned with the held year;
 * GP_ERROR_CANCELLED. */
GpFutures *gp_futures_run (const GpProject *project, guint32 scenario,
                           const GpFuturesOptions *options, GCancellable *cancellable,
                           GError **error);

const char *gp_futures_scenario (const GpFutures *futures); /* its code */
guint64 gp_futures_seed (const GpFutures *futures);

/* ---- shards ------------------------------------------------------------------------- */

/* A shard as text: a header, a line a future, and an end. A new string. */
char *gp_futures_to_text (const GpFutures *futures, gsize *length);

/* Reads one. The file may hold anything: GP_ERROR_DATA with its name and line, GP_ERROR_FILE. */
GpFutures *gp_futures_read (const char *path, GError **error);

/* Joins shards, in any order, into what one run gives. GP_ERROR_DATA when they are not all shards
 * of one run, or one is missing or there twice. */
GpFutures *gp_futures_merge (GpFutures *const *shards, guint n, GError **error);

/* ---- what they come to ------------------------------------------------------------------ */

typedef enum {
  GP_PROMISE_NO_OVERLOAD, /* the overload of all years is zero */
  GP_PROMISE_GROEIKRACHT, /* no Groeikracht school starts later than its cohort (without cohorts:
                             kept) */
  GP_PROMISE_REGULAR,     /* no regular school does */
  GP_PROMISE_GOAL,        /* participation_goal schools take part in the goal year */
  GP_PROMISE_ALL,         /* all of the above that there are */
  GP_N_PROMISES
} GpPromise;

/* What assumptions are ranked by: schools taking part in the goal year, delay of both programmes in
 * school-years, or the value of a priority. */
typedef enum {
  GP_OUTCOME_SCHOOLS,
  GP_OUTCOME_DELAY,
  GP_OUTCOME_OVERLOAD,
  GP_OUTCOME_GROEIKRACHT_DELAY,
  GP_OUTCOME_REGULAR_DELAY,
  GP_OUTCOME_REACH,
  GP_OUTCOME_COST,
  GP_N_OUTCOMES
} GpOutcome;

const char *gp_promise_name (GpPromise promise); /* "no_overload", ... */
const char *gp_outcome_name (GpOutcome outcome); /* "schools", ... */
const char *gp_outcome_unit (GpOutcome outcome); /* not translated */
gboolean gp_outcome_parse (const char *text, GpOutcome *out);

/* Nearest rank: the P-th percentile of n values is the one at place ceil (P n / 100) of them in
 * ascending order; no value in between is made up. */
typedef struct {
  double p10, p50, p90;
} GpPercentiles;

typedef struct {
  GpYear year;
  gboolean promised_here; /* the goal year */
  GpPercentiles schools;  /* taking part at its end */
} GpFutureYear;

typedef struct {
  GpPriorityId id;
  GpPercentiles value;
} GpFutureValue;

typedef struct {
  const char *board; /* code */
  GpYear year;       /* in which the published plan lets its first school start */
  guint32 kept;      /* futures in which at least one school has started by then */
} GpFutureBoard;

typedef struct {
  GpParam param;
  const char *scope; /* "" for all; owned by the summary */
  gboolean is_go;    /* whether the cohorts from year on happen, instead of a parameter's value */
  GpYear year;
  gboolean has_correlation; /* FALSE when either side is the same in all futures */
  double correlation;       /* with the outcome: Spearman's, ties given their mean rank */
} GpFutureAssumption;

/**
 * Shares are of (count - unknown) futures: one of which the solver knows nothing says nothing. A
 * future in which the held first year cannot be kept (conflict) keeps no promise, and is left out
 * of percentiles, regret and correlations.
 *
 * Regret of a future: the delay of both programmes with the first year held, less that of planning
 * with perfect knowledge (without the held year, in fractions of schools, priorities up to the last
 * delay), in school-years and never below zero: what not knowing, and whole schools in the first
 * year, cost.
 */
typedef struct {
  guint32 count, planned, conflicts, unknown;
  gboolean has_promise[GP_N_PROMISES]; /* FALSE: its priority or goal is not there */
  guint32 kept[GP_N_PROMISES];
  guint n_years, n_values, n_boards, n_assumptions;
  GpFutureYear *years;   /* plan years */
  GpFutureValue *values; /* in the scenario's order */
  GpFutureBoard *boards; /* by how few keep it, then code; none without a published plan */
  GpOutcome outcome;
  GpFutureAssumption *assumptions; /* strongest first */
  gboolean has_regret;
  GpPercentiles regret;
  double worst_regret;
  guint32 worst_future; /* its number, from 1, as people read it: the first of those with that
                           regret */
} GpFuturesSummary;

/* project: the one that the futures were made from (GP_ERROR_DATA when it is another). The futures
 * must be all there are: not one shard of several (GP_ERROR_USAGE). outcome: one whose priority the
 * scenario has (GP_ERROR_USAGE). */
GpFuturesSummary *gp_futures_summarise (const GpFutures *futures, const GpProject *project,
                                        GpOutcome outcome, GError **error);
void gp_futures_summary_free (GpFuturesSummary *summary);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GpFuturesSummary, gp_futures_summary_free)

/* The summaries of the same futures by all outcomes that there are (that of schools among them, others
 * may be NULL) as one text to be kept (gp_store_put_result ()); it names boards by code, and no
 * person. And read back: the text may be anybody's, and FALSE says that it is not what the first
 * function gives; boards and assumptions may be gone from the project since. */
char *gp_futures_summaries_to_text (GpFuturesSummary *const summaries[GP_N_OUTCOMES]);
gboolean gp_futures_summaries_from_text (const char *text, GpFuturesSummary *out[GP_N_OUTCOMES]);

G_END_DECLS
