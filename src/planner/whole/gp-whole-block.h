/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One board as a partner from one year: its own columns and rows, and what they ask of what boards
 * share. Column 0 is the partnership itself; all rows are homogeneous in it (a start asks supply x
 * partnership), so that the same block with the partnership at one is the board's own little
 * program, and with the partnership open a part of the program of all boards whose fractions mean
 * what they say: half a partner has half the schools to hand over. */
#pragma once

#include "gp-whole-shared.h"

G_BEGIN_DECLS

typedef struct {
  guint32 board;
  guint year;      /* partner from that year */
  gboolean always; /* was a partner before */
  guint n_cols, n_rows;
  GArray *entries;   /* of GpEntry: own row, own column */
  GArray *links;     /* of GpEntry: shared row, own column */
  double *col_upper; /* own column (lower is 0) */
  double *cost;      /* own column */
  gboolean *equal;   /* own row: = 0, else <= 0 */
  guint starts;      /* first start column: cell of the board, year */
  int *training;     /* year: own column, -1 before the partnership */
  guint rules;       /* own row: see gp_block_rule_row */
  GArray *strain;    /* of guint: own columns that break a rule */
} GpBlock;

GpBlock *gp_block_new (const GpShared *shared, guint32 board, guint year);
void gp_block_free (GpBlock *block);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GpBlock, gp_block_free)

/* What each own column costs at the prices of the shared rows; rewarded: with its reach. */
void gp_block_price (const GpBlock *block, const double *shared_dual, gboolean rewarded,
                     double *cost);

/* The own row of a rule in a year from the partner year on: hand-over at a site of the board (from
 * 0), or coach capacity, stock or pool. */
guint gp_block_rule_row (const GpBlock *block, const GpBoardData *board, GpRule rule, guint site,
                         guint year);

/* The block as a program of its own, the partnership held at one. */
GpLp *gp_block_program (const GpBlock *block);

G_END_DECLS
