/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The linear program of the planning model: which column and which row is what.
 *
 * Two shapes of the same program:
 * - GP_PROGRAM_PLAIN: every rule as it is written, x per cell, programme and year.
 * - GP_PROGRAM_LEAN: one x per cell and year for both programmes, wherever no start pin tells them
 *   apart: programmes differ in nothing but the cohort rule, so that it is enough to decide how
 * many of a year's starts are Groeikracht. S[s,y] counts the merged starts of a sector, g[y] those
 * of them in Groeikracht (at most the merged starts of sectors that may). Half the columns, and the
 *   dense rows (cohort, interest, equity, sector share) become short.
 *
 * In both the cohort rule stands as differences, sum x[y] + B[y] - B[y-1] = target[y]: the same
 * solutions as the running sums of model.md, with fewer entries. The multipliers of the running
 * sums follow by subtraction (gp-proof.c). */
#pragma once

#include "gp-lp.h"
#include "gp-planner-data.h"
#include <groeiplan/gp-plan.h>

G_BEGIN_DECLS

typedef enum { GP_PROGRAM_PLAIN, GP_PROGRAM_LEAN } GpProgramShape;

typedef enum {
  GP_COL_START,    /* x: a cell, b programme (MERGED: both), year */
  GP_COL_PARTNER,  /* z: a board, year */
  GP_COL_TRAINING, /* n: a board, year */
  GP_COL_STOCK,    /* N: a board, year */
  GP_COL_COACH,    /* v: a site, year */
  GP_COL_HIRE,     /* h: a region, year */
  GP_COL_HIRED,    /* H: a region, year */
  GP_COL_LEND,     /* l: a from, b to, year */
  GP_COL_OVERLOAD, /* o: a region, year */
  GP_COL_DELAY,    /* B: a programme, year */
  GP_COL_SECTOR,   /* S: a sector, year (lean) */
  GP_COL_FUNDED    /* g: year (lean) */
} GpColKind;

#define GP_MERGED 2 /* b of a merged start */

typedef struct {
  GpColKind kind;
  guint32 a, b;
  guint year;
} GpCol;

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
  int *start_first; /* cell: its first start column; -1 when none */
  gboolean *merged; /* cell */
  int *board_first; /* board: first of z, n, N columns; -1 for a board that cannot be partner */
  int *site_first;  /* site: first v column; -1 */
  int hire_first, lend_first, overload_first, delay_first, sector_first, funded_first;
} GpProgram;

GpProgram *gp_program_new (const GpPlanData *data, GpProgramShape shape);
void gp_program_free (GpProgram *program);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GpProgram, gp_program_free)

void gp_program_matrix (const GpProgram *program, GpLpMatrix *out); /* points into the program */

/* A new array with the objective of a priority, per column, minimised. */
double *gp_program_objective (const GpProgram *program, GpPriorityId priority);

/* Columns; -1 where there is no such column. A cell's start column of a programme may be its merged
 * one (then both programmes give the same). */
int gp_program_start (const GpProgram *program, guint cell, GpProgramme programme, guint year);
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
void gp_program_add_entry (GpProgram *program, int row, int col, double value);
void gp_program_add_rules (GpProgram *program);

/* Readable names, unique, without blanks: "start:BOARD:po:zuid:high:regular:2027-2028". */
char *gp_program_col_name (const GpProgram *program, guint col);
char *gp_program_row_name (const GpProgram *program, guint row);

G_END_DECLS
