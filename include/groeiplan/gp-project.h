/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * What a project is: plain data, read-only once built.
 *
 * A GpProject is a snapshot: it is filled row by row with the gp_project_add_ functions, checked as
 * a whole by gp_project_finish (), and never changes again; any thread may then read it. Records
 * refer to each other by index into the project's arrays (GP_NONE where there is nothing), because
 * the planner, the audit and the pages walk them all the time; codes are for files and people.
 *
 * Strings inside records belong to the project and live as long as it does; they are never NULL
 * (an absent text is ""), valid UTF-8 without control characters, of at most GP_TEXT_MAX bytes.
 */
#pragma once

#include <groeiplan/gp-decimal.h>
#include <groeiplan/gp-error.h>
#include <groeiplan/gp-year.h>

G_BEGIN_DECLS

#define GP_NONE G_MAXUINT32
#define GP_TEXT_MAX 4000
#define GP_CODE_MAX 64 /* a code: 1..64 bytes */

/* The tables of a project, in an order in which every row's references come before it. The names
 * and columns are those of the exchange folder (gp-table.h). */
typedef enum {
  GP_TABLE_REGIONS,
  GP_TABLE_PROVINCES,
  GP_TABLE_SECTORS,
  GP_TABLE_BOARDS,
  GP_TABLE_SCHOOLS,
  GP_TABLE_EXPERT_COACHES,
  GP_TABLE_VERANDERCOACHES,
  GP_TABLE_SCENARIOS,
  GP_TABLE_PARAMETERS,
  GP_TABLE_PRIORITIES,
  GP_TABLE_PINS,
  GP_TABLE_PROJECTS,
  GP_TABLE_BUDGETS,
  GP_TABLE_PLEDGES,
  GP_TABLE_DRIVERS,
  GP_TABLE_FACTS,
  GP_N_TABLES
} GpTableId;

/* Bounds on what a project may hold, so that no file decides how much memory is asked for. */
#define GP_MAX_REGIONS 100
#define GP_MAX_SECTORS 16
#define GP_MAX_BOARDS 50000
#define GP_MAX_SCHOOLS 500000
#define GP_MAX_COACHES 100000 /* of each kind */
#define GP_MAX_SCENARIOS 500
#define GP_MAX_ROWS 1000000 /* of any other table */
#define GP_MAX_PLAN_YEARS 30

typedef enum { GP_PROGRAMME_NONE = -1, GP_PROGRAMME_GROEIKRACHT, GP_PROGRAMME_REGULAR } GpProgramme;
#define GP_N_PROGRAMMES 2

/* How far a school is on its way to starting. */
typedef enum { GP_INTAKE_NONE, GP_INTAKE_INTERESTED, GP_INTAKE_TALKS, GP_INTAKE_READY } GpIntake;

typedef enum { GP_ANSWER_UNKNOWN = -1, GP_ANSWER_NO, GP_ANSWER_YES } GpAnswer;

/* The four requirements of the method on a school. */
typedef enum {
  GP_REQUIREMENT_TEAM_SUPPORT,  /* support in the team (draagvlak) */
  GP_REQUIREMENT_LEADER_ACTIVE, /* an active school leader */
  GP_REQUIREMENT_COACH_TIME,    /* internal coaches free for half a day a week */
  GP_REQUIREMENT_SESSION_TIME,  /* two hours a week of working sessions for all teachers */
  GP_N_REQUIREMENTS
} GpRequirement;

typedef enum { GP_NEED_OTHER, GP_NEED_HIGH } GpNeed;
#define GP_N_NEEDS 2

typedef struct {
  const char *code, *name;
} GpRegion;

typedef struct {
  const char *name; /* as the register writes it: "Noord-Brabant" */
  guint32 region;
} GpProvince;

typedef struct {
  const char *code, *name;
  guint support_years; /* 1..10 */
  gboolean groeikracht;
} GpSector;

typedef struct {
  const char *code, *name;
  guint32 home_region;
  GpYear partner_since;      /* GP_YEAR_NONE: no partner; else before plan_from */
  gint32 max_verandercoaches; /* -1: not given */
  const char *note, *stage, *contact;
} GpBoard;

typedef struct {
  const char *code, *name;
  guint32 board, sector, region;
  gint32 pupils; /* -1: not known */
  gboolean high_need, excluded;
  GpYear started; /* GP_YEAR_NONE: never; else before plan_from */
  GpProgramme programme; /* of the start; NONE when never started or not known */
  GpIntake intake;
  GpAnswer requirements[GP_N_REQUIREMENTS];
} GpSchool;

typedef struct {
  const char *code, *name;
  guint32 region;
  GpDecimal days_per_year;
  GpYear from_year, to_year; /* both may be NONE: always, for ever; both inclusive */
  guint32 sectors;           /* bit per sector index; 0: any sector */
} GpExpertCoach;

typedef struct {
  const char *code, *name;
  guint32 board;
  GpYear trained_year; /* before plan_from */
  gboolean has_days;   /* FALSE: verandercoach_days of the scenario */
  GpDecimal days_per_year;
  GpYear to_year; /* NONE: for ever; inclusive */
} GpVerandercoach;

typedef struct {
  const char *code, *name, *description;
  guint32 parent; /* GP_NONE for a root; never a cycle */
} GpScenario;

typedef struct {
  guint32 scenario;
  const char *parameter; /* a name of gp-parameter.h, or "uncertain:" and such a name */
  const char *scope;     /* "" or as that parameter's kind of scope asks (uncertain: gp-uncertain.h) */
  GpYear year;           /* GP_YEAR_NONE: all years */
  GpDecimal value;
  const char *source, *note; /* source: "assumption", "typed", "fact:NAME", or a report and section */
} GpParameterValue;

typedef enum {
  GP_PRIORITY_OVERLOAD,
  GP_PRIORITY_GROEIKRACHT_DELAY,
  GP_PRIORITY_REGULAR_DELAY,
  GP_PRIORITY_CHANGE,
  GP_PRIORITY_REACH,
  GP_PRIORITY_COST,
  GP_N_PRIORITIES
} GpPriorityId;

typedef struct {
  guint32 scenario;
  guint rank; /* 1 first */
  GpPriorityId priority;
} GpPriority;

typedef enum { GP_PIN_START, GP_PIN_PARTNER, GP_PIN_TRAINING } GpPinKind;

typedef struct {
  guint32 scenario, board;
  guint32 sector; /* start only, else GP_NONE */
  GpPinKind kind;
  GpProgramme programme; /* start only */
  GpYear year;           /* a plan year */
  gint32 min, max;       /* -1: not given; at least one is */
  const char *reason;
} GpPin;

typedef struct {
  const char *code, *name_nl, *name_en;
} GpFinanceProject;

typedef enum { GP_BUDGET_ACTUAL, GP_BUDGET_BUDGET, GP_BUDGET_COMMITTED } GpBudgetKind;

typedef struct {
  guint32 project;
  GpYear year;
  GpBudgetKind kind;
  guint32 scenario; /* GP_NONE: all */
  gint64 amount;    /* euro cents, may be negative */
  const char *source, *note;
} GpBudget;

typedef struct {
  const char *fund;
  guint32 project;
  GpYear year;
  gint64 amount; /* euro cents */
  const char *source, *note;
} GpPledge;

typedef enum {
  GP_DRIVER_FIXED,
  GP_DRIVER_START,
  GP_DRIVER_RECRUITED_SCHOOL,
  GP_DRIVER_SUPPORTED_SCHOOL,
  GP_DRIVER_PARTNER_BOARD,
  GP_DRIVER_TRAINING,
  GP_DRIVER_VERANDERCOACH,
  GP_DRIVER_HIRE,
  GP_N_DRIVERS
} GpDriverKind;

typedef struct {
  guint32 scenario, project;
  GpDriverKind driver;
  gint64 rate; /* euro cents a unit a year */
  const char *source;
} GpDriver;

typedef struct {
  const char *fact;
  GpDecimal value;
  const char *unit;
  const char *year; /* free text: "2024-2025", "2032", "2027-2028..2031-2032", "" */
  const char *source, *section, *note;
} GpFact;

typedef struct _GpProject GpProject;

/* Read the members, never write them. Rows stand in the order in which they were added. */
struct _GpProject {
  const char *name;
  GpYear plan_from, last_year; /* plan_from <= last_year */
  GpYear goal_year;            /* plan_from <= goal_year <= last_year; last_year when not given */
  gboolean has_goal_year;
  guint n_regions, n_provinces, n_sectors, n_boards, n_schools, n_expert_coaches, n_verandercoaches,
      n_scenarios, n_parameters, n_priorities, n_pins, n_projects, n_budgets, n_pledges, n_drivers,
      n_facts;
  const GpRegion *regions;
  const GpProvince *provinces;
  const GpSector *sectors;
  const GpBoard *boards;
  const GpSchool *schools;
  const GpExpertCoach *expert_coaches;
  const GpVerandercoach *verandercoaches;
  const GpScenario *scenarios;
  const GpParameterValue *parameters;
  const GpPriority *priorities;
  const GpPin *pins;
  const GpFinanceProject *projects;
  const GpBudget *budgets;
  const GpPledge *pledges;
  const GpDriver *drivers;
  const GpFact *facts;
};

/* ---- building ------------------------------------------------------------------------------- */

/* A wrong row found while building: which table, which row (from 0, in the order of adding; GP_NONE
 * when it is about the project's frame: table then is GP_N_TABLES and column "name", "plan_from",
 * "last_year" or "goal_year"), which column ("" when the row as a whole), and the sentence
 * (translated, without full stop, owned by the caller of the function). */
typedef void (*GpProblemFunc) (GpTableId table, guint32 row, const char *column,
                               const char *message, gpointer data);

/* A new, empty project that is being built; one reference for the caller. problem (may be NULL)
 * hears of every wrong row. */
GpProject *gp_project_new (GpProblemFunc problem, gpointer data);

/* name, and the plan's years; goal_year may be GP_YEAR_NONE. Bad values are reported as problems. */
void gp_project_set_frame (GpProject *project, const char *name, GpYear plan_from,
                           GpYear last_year, GpYear goal_year);

/* Each copies the record and its strings (a NULL string counts as ""), and checks what can be
 * checked by itself: ranges, codes, text, references, doubled keys. A wrong row is reported to the
 * problem function, counts as a row (so that row numbers keep telling which line it was), and makes
 * gp_project_finish fail. Returns FALSE for a wrong row. */
gboolean gp_project_add_region (GpProject *project, const GpRegion *row);
gboolean gp_project_add_province (GpProject *project, const GpProvince *row);
gboolean gp_project_add_sector (GpProject *project, const GpSector *row);
gboolean gp_project_add_board (GpProject *project, const GpBoard *row);
gboolean gp_project_add_school (GpProject *project, const GpSchool *row);
gboolean gp_project_add_expert_coach (GpProject *project, const GpExpertCoach *row);
gboolean gp_project_add_verandercoach (GpProject *project, const GpVerandercoach *row);
gboolean gp_project_add_scenario (GpProject *project, const GpScenario *row);
gboolean gp_project_add_parameter (GpProject *project, const GpParameterValue *row);
gboolean gp_project_add_priority (GpProject *project, const GpPriority *row);
gboolean gp_project_add_pin (GpProject *project, const GpPin *row);
gboolean gp_project_add_project (GpProject *project, const GpFinanceProject *row);
gboolean gp_project_add_budget (GpProject *project, const GpBudget *row);
gboolean gp_project_add_pledge (GpProject *project, const GpPledge *row);
gboolean gp_project_add_driver (GpProject *project, const GpDriver *row);
gboolean gp_project_add_fact (GpProject *project, const GpFact *row);

/* Checks the project as a whole (years against the frame, cycles of scenarios, verandercoaches at
 * boards that are no partner, ...) and seals it. FALSE with GP_ERROR_DATA when there was any
 * problem; error's message is the first one. The project is to be unreffed either way. */
gboolean gp_project_finish (GpProject *project, GError **error);

GpProject *gp_project_ref (GpProject *project);
void gp_project_unref (GpProject *project);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GpProject, gp_project_unref)

/* ---- looking up ----------------------------------------------------------------------------- */

/* Index of the row with that code (for provinces: name) in a table that has codes (regions,
 * provinces, sectors, boards, schools, both coaches, scenarios, projects); GP_NONE when there is
 * none. Also works while building. */
guint32 gp_project_find (const GpProject *project, GpTableId table, const char *code);

/* Number of rows of a table. */
guint gp_project_n_rows (const GpProject *project, GpTableId table);

/* Indices of a board's schools, in the order of adding; *n tells how many. Owned by the project. */
const guint32 *gp_project_board_schools (const GpProject *project, guint32 board, guint *n);

/* TRUE when the board is a partner before plan_from, or has enough schools to become one
 * (partner_min_schools of the scenario; all of its schools count). */
gboolean gp_project_board_can_partner (const GpProject *project, guint32 scenario, guint32 board);

/* A school is ready when its intake says so or all four requirements are met. */
gboolean gp_school_is_ready (const GpSchool *school);

/* A school can be planned when it never started and is not excluded. */
gboolean gp_school_is_eligible (const GpSchool *school);

/* TRUE when both hold the same data, row by row in the same order. When not, *where (may be NULL)
 * names the first difference ("schools.csv row 12 pupils"), to be freed by the caller. */
gboolean gp_project_equal (const GpProject *a, const GpProject *b, char **where);

/* ---- names of the enumerations, as the files write them --------------------------------------- */

const char *gp_programme_name (GpProgramme programme);   /* "groeikracht", "regular", "" */
const char *gp_intake_name (GpIntake intake);            /* "none", "interested", ... */
const char *gp_need_name (GpNeed need);                  /* "high", "other" */
const char *gp_priority_name (GpPriorityId priority);    /* "groeikracht_delay", ... */
const char *gp_priority_unit (GpPriorityId priority);    /* "school-years", ... (not translated) */
const char *gp_pin_kind_name (GpPinKind kind);           /* "start", "partner", "training" */
const char *gp_budget_kind_name (GpBudgetKind kind);     /* "actual", ... */
const char *gp_driver_name (GpDriverKind driver);        /* "fixed", ... */
const char *gp_requirement_name (GpRequirement which);   /* "team_support", ... : column names */
gboolean gp_programme_parse (const char *text, GpProgramme *out);
gboolean gp_intake_parse (const char *text, GpIntake *out); /* "" is none */
gboolean gp_need_parse (const char *text, GpNeed *out);
gboolean gp_priority_parse (const char *text, GpPriorityId *out);
gboolean gp_pin_kind_parse (const char *text, GpPinKind *out);
gboolean gp_budget_kind_parse (const char *text, GpBudgetKind *out);
gboolean gp_driver_parse (const char *text, GpDriverKind *out);

G_END_DECLS
