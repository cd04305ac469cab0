/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The linear program of the planning model: which column and which row is what.
 *
 * Two shapes of the same program:
 * - GP_PROGRAM_PLAIN: every rule as it is written, x per cell, programme and year.
 * - GP_PROGRAM_LEAN: fewer columns and far fewer rows, with the same optimum of every priority:
 *   1. One x per cell and year for both programmes ("merged"), wherever no start pin tells them
 *      apart: programmes differ in nothing but the cohort rule, so that it is enough to decide how
 *      many of a year's starts are Groeikracht. S[s,y] counts the merged starts of a sector, g[y]
 *      those of them in Groeikracht (at most the merged starts of sectors that may).
 *   2. Cells of boards that can never be partners differ in nothing but their pupils. Those with
 * the same sector, region and need form a group with one X per year. Reach counts pupils in every
 *      year from the start on, so it is the sum over years of what the schools started so far are
 *      worth, and of any number of schools the largest are worth most, in every year alike (the
 *      sets are nested): segments u[cell,y] <= N_c, in a row that adds them up to the group's
 * starts so far, take the place of a supply row and of a column per cell. Where the first year asks
 * for readiness a group has two chains, of ready schools and of the others (which wait a year).
 *   3. Readiness of a merged cell is a bound on its first year.
 *
 * With a published plan to keep to (data->published) both shapes have the priority `change`, the
 * sum of |x - x0|: a column whose published amount x0 is not zero is split into "kept" (at most x0,
 * which changes nothing: cost -1 against the constant x0) and the rest (cost +1); since kept is
 * cheaper it is used first, and any x is such a sum. Wherever x0 is 0 the column itself costs 1. A
 * board that was to become a partner in a year (z0 = 1 >= z) needs no split. What those amounts add
 * up to stands in one fixed column, so that the objective is the change itself, in model files too.
 * Cells with published starts are neither merged nor grouped; for all others every start is a
 * change of 1, whatever its programme, so that both short cuts stay exact.
 *
 * In both the cohort rule stands as differences, sum x[y] + B[y] - B[y-1] = target[y]: the same
 * solutions as the running sums of model.md, with fewer entries. The multipliers of the rules as
 * they are written follow from those of the lean program (gp-proof.c). */
#pragma once

#include "gp-lp.h"
#include "gp-planner-data.h"
#include <groeiplan/gp-plan.h>

G_BEGIN_DECLS

typedef enum { GP_PROGRAM_PLAIN, GP_PROGRAM_LEAN } GpProgramShape;

typedef enum {
  GP_COL_START,     /* x: a cell, b programme (MERGED: both), year */
  GP_COL_PARTNER,   /* z: a board, year */
  GP_COL_TRAINING,  /* n: a board, year */
  GP_COL_STOCK,     /* N: a board, year */
  GP_COL_COACH,     /* v: a site, year */
  GP_COL_HIRE,      /* h: a region, year */
  GP_COL_HIRED,     /* H: a region, year */
  GP_COL_LEND,      /* l: a from, b to, year */
  GP_COL_OVERLOAD,  /* o: a region, year */
  GP_COL_DELAY,     /* B: a programme, year */
  GP_COL_SECTOR,    /* S: a sector, year (lean) */
  GP_COL_FUNDED,    /* g: year (lean) */
  GP_COL_GROUP,     /* X: a unit, year (lean) */
  GP_COL_SEGMENT,   /* u: a unit, b cell, year (lean) */
  GP_COL_PUBLISHED, /* what the published plan has in all: one fixed column */
  GP_COL_GIVE       /* what a pin gives: a index into data->pins (to explain conflicts) */
} GpColKind;

#define GP_MERGED 2 /* b of a merged start */

typedef struct {
  GpColKind kind;
  guint32 a, b;
  guint year;
  gboolean kept; /* the part of a start or training that was published: see gp_program_kept () */
} GpCol;

/* What starts are counted by: a cell, or a chain of a group of cells. */
typedef struct {
  guint32 sector, region;
  GpNeed need;
  gboolean grouped, merged;      /* a grouped unit is merged */
  gboolean waits;                /* a chain that cannot start in the first year */
  guint32 cell;                  /* when not grouped */
  int first;                     /* its first start column */
  guint first_member, n_members; /* of a chain: into the program's members, most pupils first */
} GpUnit;

typedef struct {
  guint32 cell;
  guint n; /* schools of the cell in this chain */
} GpMember;

/* Rule GP_N_RULES is a definition of the lean shape, in no rule: variant 0 counts S, 1 bounds g, 2
 * adds up a chain (a unit), 3 keeps a share of the published starts, 9 holds a priority in a model
 * file. */
typedef struct {
  GpRule rule;    /* GP_N_RULES: a definition of the lean shape, in no rule */
  guint8 variant; /* as GpProofRow's */
  guint32 a, b;   /* supply, readiness: cell; hand-over: site; capacity, stock, pool, room: board;
                     expert days, hiring: region; cohort: programme; sector share: sector;
                     pins: index into data->pins */
  guint year;
} GpRow;

typedef struct {
  GpProgramShape shape;
  const GpPlanData *data;
  GArray *cols, *rows;                                   /* of GpCol, GpRow */
  GArray *col_lower, *col_upper, *row_lower, *row_upper; /* of double */
  GArray *entry_row, *entry_col, *entry_value;           /* of int, int, double */
  GArray *units;                                         /* of GpUnit */
  GArray *members;                                       /* of GpMember */
  guint32 *unit_of;                                      /* cell: its unit; GP_NONE when grouped */
  int *board_first; /* board: first of z, n, N columns; -1 for a board that cannot be partner */
  int *site_first;  /* site: first v column; -1 */
  int *kept_of;     /* column: its published part, -1; NULL when nothing is split */
  guint n_split;    /* columns that kept_of tells about: the published parts come after them */
  int hire_first, lend_first, overload_first, delay_first, sector_first, funded_first;
} GpProgram;

GpProgram *gp_program_new (const GpPlanData *data, GpProgramShape shape);
void gp_program_free (GpProgram *program);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GpProgram, gp_program_free)

void gp_program_matrix (const GpProgram *program, GpLpMatrix *out); /* points into the program */

/* A new array with the objective of a priority, per column, minimised. */
double *gp_program_objective (const GpProgram *program, GpPriorityId priority);

/* Columns; -1 where there is no such column. The start column of a merged unit is the same for both
 * programmes; a grouped cell has none of its own. */
int gp_program_start (const GpProgram *program, guint cell, GpProgramme programme, guint year);
int gp_program_unit_start (const GpProgram *program, const GpUnit *unit, GpProgramme programme,
                           guint year);
/* The published part of a column; -1 when it is not split. */
int gp_program_kept (const GpProgram *program, int col);
/* Adds the published parts of x to the columns that they are part of, for who reads decisions. */
void gp_program_join_kept (const GpProgram *program, double *x);
/* Both bounds of a column for one value, the published part first. */
void gp_program_fix (const GpProgram *program, int col, double value, double *lower, double *upper);
int gp_program_segment (const GpProgram *program, const GpUnit *unit, guint member, guint year);
const GpUnit *gp_program_unit (const GpProgram *program, guint unit);

/* The board of which a row or column is a part, GP_NONE when it is nobody's alone; *partner tells
 * whether it only serves the board's partnership. */
guint32 gp_program_col_board (const GpProgram *program, guint col, gboolean *partner);
guint32 gp_program_row_board (const GpProgram *program, guint row, gboolean *partner);
int gp_program_partner (const GpProgram *program, guint32 board, guint year);
int gp_program_training (const GpProgram *program, guint32 board, guint year);
int gp_program_stock (const GpProgram *program, guint32 board, guint year);
int gp_program_coach (const GpProgram *program, guint site, guint year);
int gp_program_hire (const GpProgram *program, guint32 region, guint year);
int gp_program_hired (const GpProgram *program, guint32 region, guint year);
int gp_program_lend (const GpProgram *program, guint32 from, guint32 to, guint year);
int gp_program_overload (const GpProgram *program, guint32 region, guint year);
int gp_program_delay (const GpProgram *program, GpProgramme programme, guint year);
int gp_program_sector (const GpProgram *program, guint32 sector, guint year);
int gp_program_funded (const GpProgram *program, guint year);

/* For the rule files. */
int gp_program_add_row (GpProgram *program, GpRow row, double lower, double upper);
/* Of a column and its published part alike; of the one column alone. */
void gp_program_add_entry (GpProgram *program, int row, int col, double value);
void gp_program_put_entry (GpProgram *program, int row, int col, double value);
void gp_program_add_units (GpProgram *program); /* units, with their columns */
int gp_program_add_col (GpProgram *program, GpColKind kind, guint32 a, guint32 b, guint year,
                        double upper);
void gp_program_add_rules (GpProgram *program);
void gp_program_add_published (GpProgram *program); /* columns, before there are rules */
double gp_program_change_of (const GpProgram *program, guint col);

/* Readable names, unique, without blanks: "start:BOARD:po:zuid:high:regular:2027-2028". */
char *gp_program_col_name (const GpProgram *program, guint col);
char *gp_program_row_name (const GpProgram *program, guint row);

G_END_DECLS
