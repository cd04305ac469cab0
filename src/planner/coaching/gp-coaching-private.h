/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Naming the coaches of a plan: what its parts share.
 *
 * A year is done after the one before it, so that schools can keep their coach:
 *   1. verandercoaches to schools of their board (gp-coaching-boards.c);
 *   2. experts to schools: regions that lend days first, then the loans, then all regions
 *      (gp-coaching-experts.c: one region's year; gp-coaching-loans.c);
 *   3. work beside visits (gp-coaching-work.c);
 *   4. circles of who visits whom are taken out, so that few schools have two coaches
 *      (gp-coaching-forest.c).
 * At the end breaks are listed (gp-coaching-breaks.c).
 *
 * Figures: days in hundredths (gint64), and before they are rounded in 10^-12 days (GpFine);
 * shares in 10^-18. */
#pragma once

#include "gp-planner-data.h"

#include <groeiplan/gp-coaching.h>

G_BEGIN_DECLS

__extension__ typedef __int128 GpFine;
#define GP_FINE_HUNDREDTH ((GpFine)10000000000)
#define GP_SHARE_ONE ((GpFine)1000000000000000000)

/* A school in a year of its support. */
typedef struct {
  guint32 school, site, region, sector;
  guint year, support_year;
  gint64 days;           /* asked */
  gint64 open;           /* not yet given to anybody */
  gint64 lost;           /* of days: verandercoaches were to give it and cannot */
  guint32 before, after; /* the same school a year earlier and later, or GP_NONE */
  guint32 first_visit;   /* into visits, or GP_NONE */
} GpAsk;

typedef struct {
  guint32 need, coach, next; /* next: of the same need */
  gint64 days;               /* 0: taken back */
} GpAskVisit;

/* A piece of work of experts. */
typedef struct {
  GpWorkKind kind;
  guint32 school, board;
  gint64 days;
} GpPiece;

typedef struct {
  const GpProject *project;
  const GpPlan *plan;
  GpPlanData *data;
  GpCoaching *coaching;
  guint n_years, n_regions;
  GpFine expert_left[GP_MAX_PLAN_YEARS], coach_left[GP_MAX_PLAN_YEARS];
  /* the plan */
  gint64 *coach_days;                /* site, year: v */
  gint64 *lend, *overload;           /* (from x regions + to), year; region, year */
  int *hires, *trainings, *partners; /* region, board, board; year */
  /* who there is */
  GArray *coaches; /* of GpCoach, as in the coaching */
  GArray *exact;   /* of GpFine: coach, year */
  GArray *left;    /* of gint64: coach, year: days that nothing is done with yet */
  GArray *raised;  /* of gboolean: coach, year */
  guint32 *board_first, *board_coaches;   /* verandercoaches by board */
  guint32 *region_first, *region_coaches; /* experts by region */
  /* who is visited */
  guint32 *start_of; /* school: year index of its start, or GP_NONE */
  GArray *needs;     /* of GpAsk, by year, region, board, school */
  guint *first_need; /* year, region: and one more */
  GArray *visits;    /* of GpAskVisit */
  GPtrArray *pieces; /* year x regions + region: GArray of GpPiece */
  GArray *loans;     /* of GpCoachingLoan: of all years */
  GArray *loan_left; /* of gint64: of what arrives, days that nothing is done with yet */
} GpCoachingMaker;

#define GP_ASK(maker, i) (&g_array_index ((maker)->needs, GpAsk, i))
#define GP_LEFT(maker, coach, year)                                                                \
  (&g_array_index ((maker)->left, gint64, (coach) * (maker)->n_years + (year)))
#define GP_EXACT(maker, coach, year)                                                               \
  g_array_index ((maker)->exact, GpFine, (coach) * (maker)->n_years + (year))

/* ---- gp-coaching-figures.c ---------------------------------------------------------------------
 */

GpDecimal gp_coaching_parameter (const GpCoachingMaker *maker, GpParam param, const char *scope,
                                 guint year);
GpFine gp_fine (GpDecimal value);                    /* rounded down */
GpFine gp_fine_share (GpDecimal days, GpFine share); /* the same of days x share */
gint64 gp_fine_hundredths (GpFine fine);             /* rounded down */
/* The plan's rows into figures, and shares; FALSE with GP_ERROR_DATA. */
gboolean gp_coaching_read_plan (GpCoachingMaker *maker, GError **error);

/* ---- gp-coaching-people.c ----------------------------------------------------------------------
 */

gboolean gp_coaching_add_people (GpCoachingMaker *maker, GError **error);
/* One hundredth more for a coach whose days do not come out, once a year; FALSE when that is not
 * so. */
gboolean gp_coaching_raise (GpCoachingMaker *maker, guint32 coach, guint year);

/* ---- gp-coaching-needs.c -----------------------------------------------------------------------
 */

/* Which schools start when; FALSE with GP_ERROR_DATA when there are too few in a cell. */
gboolean gp_coaching_add_starts (GpCoachingMaker *maker, GError **error);
void gp_coaching_add_needs (GpCoachingMaker *maker);
void gp_coaching_add_pieces (GpCoachingMaker *maker);

/* A visit of so many days more, taken from need->open. */
void gp_coaching_visit (GpCoachingMaker *maker, guint32 need, guint32 coach, gint64 days);
/* Days of the coach at the school in the year before; 0 when there is no such visit. */
gint64 gp_coaching_days_before (const GpCoachingMaker *maker, const GpAsk *need, guint32 coach);
/* The coach who was there most, or GP_NONE. */
guint32 gp_coaching_main_before (const GpCoachingMaker *maker, const GpAsk *need);
gboolean gp_coach_is_expert (const GpCoach *coach);

/* ---- a year ------------------------------------------------------------------------------------
 */

void gp_coaching_boards_year (GpCoachingMaker *maker, guint year);

/* Who can visit in a region: its own experts, and those who lend there. */
typedef struct {
  guint32 coach, loan; /* loan: into maker->loans, or GP_NONE */
  guint32 sectors;     /* bits; 0: any */
  gint64 days;         /* left */
} GpVisitor;

/* Own experts, and loans of that year to the region, with days left. */
GArray *gp_coaching_visitors (const GpCoachingMaker *maker, guint32 region, guint year);
/* Gives the open days of the region's schools to experts; reserved (by coach, may be NULL): days
 * that are kept for elsewhere. */
void gp_coaching_experts_year (GpCoachingMaker *maker, guint32 region, guint year,
                               const gint64 *reserved);
/* Who lends the days that the plan lends from a region; the regions that lend have named their own
 * schools before. */
void gp_coaching_loans_year (GpCoachingMaker *maker, guint year);
/* By coach: days to keep for schools in other regions that they had the year before; NULL: none. A
 * new array. */
gint64 *gp_coaching_reserve (const GpCoachingMaker *maker, guint year);
gint64 gp_coaching_lent (const GpCoachingMaker *maker, guint32 region, guint year);
/* Hundredths that rounding took from a region's experts and that it needs (also for so many days to
 * lend) are given back. */
void gp_coaching_raise_region (GpCoachingMaker *maker, guint32 region, guint year, gint64 lent);
/* Work, and then what nobody does. */
void gp_coaching_work_year (GpCoachingMaker *maker, guint32 region, guint year);
void gp_coaching_forest_year (GpCoachingMaker *maker, guint32 region, guint year);
void gp_coaching_add_breaks (GpCoachingMaker *maker);

/* A school keeps a coach who has at least 1/GP_KEEPS of its days left for it. */
#define GP_KEEPS 4

G_END_DECLS
