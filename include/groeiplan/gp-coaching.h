/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * Who coaches whom: a whole-school plan in names. Which school starts when, and which expert coach
 * or verandercoach visits which school for how long, in every plan year; read-only once built.
 *
 * The plan decides per board, region and year; here its decisions get names:
 *
 * - the starts of a cell (board, sector, region, need) go to its schools with the most pupils
 * first, then by code; in the first plan year to those that are ready where the scenario asks that;
 * - every school that gets support (starts of the plan, and of history where support goes on) is
 *   visited for the days it asks; verandercoaches visit schools of their own board alone, together
 *   exactly the plan's days of that board, region and year;
 * - an expert coach visits schools of their sectors, in the own region or, with days that the plan
 *   lends, in another; the days that the plan asks of experts beside visits (talks with next year's
 *   schools, partnerships, trainings, guiding verandercoaches) are work with a name too;
 * - a school keeps a coach of the year before wherever that can be, and where not it is a break
 * with its reason;
 * - what no coach can do is listed as uncovered, with the reason; it is never hidden.
 *
 * Days are whole hundredths of a coach-day (4125 is 41.25 days). What the model asks or gives with
 * more digits is rounded to the hundredth so that sums hold: a school's days down or up, such that
 * the schools of a board and region together ask their days rounded down; work likewise, a region's
 * together rounded down; a coach's days down, and one hundredth more for some only where their
 * region (their board) together would else miss days that it has.
 *
 * Coaches that the plan hires or trains have no name yet: they are "new expert coach 2027-2028 no. 1"
 * and the like. The model wears coaches off by a share a year; everybody here has that share of their
 * days.
 *
 * gp_planner_coaching () of gp-planner.h makes one, gp_audit_coaching () of gp-audit.h checks it.
 *
 * Few schools have two coaches: with C coaches in a region and year, visits exceed schools by at
 * most C - 1, since who visits whom makes no circle (a basic solution of the transportation problem
 * is a forest: Dantzig, "Application of the simplex method to a transportation problem", 1951).
 */
#pragma once

#include <groeiplan/gp-plan.h>

G_BEGIN_DECLS

typedef enum {
  GP_COACH_EXPERT,        /* an expert coach of the project */
  GP_COACH_HIRE,          /* an expert coach that the plan hires */
  GP_COACH_VERANDERCOACH, /* a verandercoach of the project */
  GP_COACH_TRAINEE        /* a verandercoach that the plan trains */
} GpCoachKind;
#define GP_N_COACH_KINDS 4

typedef struct {
  GpCoachKind kind;
  guint32 record; /* index among the project's expert coaches or verandercoaches, else GP_NONE */
  guint32 region; /* experts: their own */
  guint32 board;  /* verandercoaches: their own, else GP_NONE */
  GpYear year;    /* hired or trained in, else GP_YEAR_NONE */
  guint number; /* the how-manieth hire (trainee) of that region (board) and year, from 1; else 0 */
  guint32 sectors; /* a bit a sector; 0: any */
} GpCoach;

/* A coach's year, in hundredths of days. */
typedef struct {
  gint64 days;   /* that there are */
  gint64 visits; /* at schools of the own region or board */
  gint64 work;   /* experts: beside visits, in the own region */
  gint64 lent;   /* experts: to other regions, the way there included */
} GpCoachYear;

typedef struct {
  guint32 school;
  GpYear year;
  GpProgramme programme;
} GpCoachingStart;

/* A school in a year of its support. */
typedef struct {
  guint32 school;
  GpYear year;
  guint support_year; /* from 1 */
  gint64 days;        /* asked */
} GpCoachingSupport;

/* A coach at a school, in a year all together. Where the coach is an expert of another region, the
 * days are those that arrive (lending_efficiency). */
typedef struct {
  guint32 school, coach;
  GpYear year;
  gint64 days;
} GpVisit;

typedef enum {
  GP_WORK_TALKS,       /* with a school that starts next year */
  GP_WORK_GUIDING,     /* a board's verandercoaches */
  GP_WORK_TRAINING,    /* a board's new verandercoaches */
  GP_WORK_PARTNERSHIP, /* a board becomes a partner */
  GP_WORK_INDUCTION    /* hires, where that takes more days than a hire gives in the first year */
} GpWorkKind;
#define GP_N_WORK_KINDS 5

typedef struct {
  GpWorkKind kind;
  guint32 school; /* talks, else GP_NONE */
  guint32 board;  /* of that school, or the board it is about; induction: GP_NONE */
  guint32 region; /* where it counts */
  GpYear year;
  guint32 coach; /* an expert */
  gint64 days;   /* as of a visit */
} GpCoachingWork;

/* An expert's days in another region, in a year. */
typedef struct {
  guint32 coach, region;
  GpYear year;
  gint64 days;    /* of the coach; all coaches of a region together: what the plan lends */
  gint64 arrives; /* at most, for visits and work there */
} GpCoachingLoan;

typedef enum {
  GP_UNCOVERED_SUPPORT, /* days of a school */
  GP_UNCOVERED_WORK,    /* days of work */
  GP_UNCOVERED_LOAN     /* days that the plan lends and no coach of the region has */
} GpUncoveredKind;
#define GP_N_UNCOVERED_KINDS 3

typedef enum {
  GP_UNCOVERED_OVERLOAD, /* the plan has this overload */
  GP_UNCOVERED_SECTORS,  /* there are days left, of coaches who do not work in that sector */
  GP_UNCOVERED_ROUNDING  /* hundredths that got lost */
} GpUncoveredReason;
#define GP_N_UNCOVERED_REASONS 3

typedef struct {
  GpUncoveredKind kind;
  guint32 school;    /* support and talks, else GP_NONE */
  guint32 board;     /* of the school, or of the work; else GP_NONE */
  guint32 region;    /* where it is asked; a loan: of those who lend */
  guint32 to_region; /* a loan, else GP_NONE */
  GpWorkKind work;   /* work */
  GpYear year;
  gint64 days;
  GpUncoveredReason reason;
} GpUncovered;

/* Why nobody comes who was there the year before. */
typedef enum {
  GP_BREAK_GONE,    /* who came has no days any more */
  GP_BREAK_FULL,    /* has no days left beside the schools that he or she had already */
  GP_BREAK_BOARD,   /* the plan's days of the board's verandercoaches ask for it */
  GP_BREAK_LENDING, /* came from another region, which lends nothing or less now */
  GP_BREAK_SECTORS  /* is needed where others may not work, or nobody can come at all */
} GpBreakReason;
#define GP_N_BREAK_REASONS 5

typedef struct {
  guint32 school;
  GpYear year;
  guint32 coach; /* who visited it most in the year before */
  GpBreakReason reason;
} GpCoachingBreak;

/* A region's year, counted. */
typedef struct {
  guint schools;    /* visited */
  guint coaches;    /* who visit a school there */
  guint visits;     /* pairs of the two: at most schools + coaches - 1 */
  guint split;      /* schools with two coaches or more: at most coaches - 1 */
  guint continuing; /* schools that were visited in the year before too */
  guint breaks;     /* of those, without anybody who came then */
  gint64 uncovered; /* days, of schools and work */
} GpCoachingCount;

typedef struct _GpCoaching GpCoaching;

/* Read the members, never write them. Indices are those of the project's arrays; a coach is an
 * index into coaches. */
struct _GpCoaching {
  const GpProject *project; /* kept alive */
  guint32 scenario;
  gint64 data_version; /* of the plan */
  guint n_years;
  guint n_coaches, n_starts, n_supports, n_visits, n_works, n_loans, n_uncovered, n_breaks;
  const GpCoach *coaches;            /* experts, hires, verandercoaches, trainees */
  const GpCoachYear *coach_years;    /* [coach * n_years + year - plan_from] */
  const GpCoachingStart *starts;     /* by school */
  const GpCoachingSupport *supports; /* by school, year */
  const GpVisit *visits;             /* by school, year, coach */
  const GpCoachingWork *works;       /* by region, year, kind, board, school, coach */
  const GpCoachingLoan *loans;       /* by coach, year, region */
  const GpUncovered *uncovered;      /* by region, year, kind, board, school */
  const GpCoachingBreak *breaks;     /* by school, year */
  const GpCoachingCount *counts;     /* [region * n_years + year - plan_from] */
};

GpCoaching *gp_coaching_ref (GpCoaching *coaching);
void gp_coaching_unref (GpCoaching *coaching);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GpCoaching, gp_coaching_unref)

/* ---- looking up ----------------------------------------------------------------------------- */

/* A school's visits, by year; *n tells how many. */
const GpVisit *gp_coaching_school_visits (const GpCoaching *coaching, guint32 school, guint *n);
/* A school's support, by year. */
const GpCoachingSupport *gp_coaching_school_supports (const GpCoaching *coaching, guint32 school,
                                                      guint *n);
/* The school's start in plan years, or NULL. */
const GpCoachingStart *gp_coaching_school_start (const GpCoaching *coaching, guint32 school);

/* Indices of visits (works), by year: of a coach, and of a board's schools. */
const guint32 *gp_coaching_coach_visits (const GpCoaching *coaching, guint32 coach, guint *n);
const guint32 *gp_coaching_coach_works (const GpCoaching *coaching, guint32 coach, guint *n);
const guint32 *gp_coaching_board_visits (const GpCoaching *coaching, guint32 board, guint *n);

const GpCoachYear *gp_coaching_coach_year (const GpCoaching *coaching, guint32 coach, GpYear year);
const GpCoachingCount *gp_coaching_count (const GpCoaching *coaching, guint32 region, GpYear year);

/* A new string for people: the name of a coach who has one, else "new expert coach 2027-2028 no. 1 of
 * region Noord" or "no. 1 (trained 2027-2028), verandercoach of X" (translated). */
char *gp_coaching_coach_name (const GpCoaching *coaching, guint32 coach);
/* A new string for files: the coach's code, else "hire:REGION:2027-2028:1" or
 * "trained:BOARD:2027-2028:1". */
char *gp_coaching_coach_code (const GpCoaching *coaching, guint32 coach);

/* As files write them. */
const char *gp_coach_kind_name (GpCoachKind kind);            /* "expert", "hire", ... */
const char *gp_work_kind_name (GpWorkKind kind);              /* "talks", ... */
const char *gp_uncovered_kind_name (GpUncoveredKind kind);    /* "support", ... */
const char *gp_uncovered_reason_name (GpUncoveredReason why); /* "overload", ... */
const char *gp_break_reason_name (GpBreakReason why);         /* "gone", ... */

/* ---- building ------------------------------------------------------------------------------- */

/* A new coaching, to be filled by its maker; one reference. */
GpCoaching *gp_coaching_new (const GpProject *project, guint32 scenario, gint64 data_version);
/* Each copies the record; days of zero are left out. A coach's number is its place; days are for
 * each plan year. */
guint32 gp_coaching_add_coach (GpCoaching *coaching, const GpCoach *coach, const gint64 *days);
/* One hundredth more in that year (see above about rounding). */
void gp_coaching_raise_days (GpCoaching *coaching, guint32 coach, guint year);
void gp_coaching_add_start (GpCoaching *coaching, const GpCoachingStart *start);
void gp_coaching_add_support (GpCoaching *coaching, const GpCoachingSupport *support);
void gp_coaching_add_visit (GpCoaching *coaching, const GpVisit *visit);
void gp_coaching_add_work (GpCoaching *coaching, const GpCoachingWork *work);
void gp_coaching_add_loan (GpCoaching *coaching, const GpCoachingLoan *loan);
void gp_coaching_add_uncovered (GpCoaching *coaching, const GpUncovered *uncovered);
void gp_coaching_add_break (GpCoaching *coaching, const GpCoachingBreak *row);
/* Sorts, counts, and seals. Indices that are not in the project are a programmer's mistake. */
void gp_coaching_finish (GpCoaching *coaching);

G_END_DECLS
