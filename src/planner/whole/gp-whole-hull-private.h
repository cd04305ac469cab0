/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The inside of a hull, for those who make and price it. */
#pragma once

#include "gp-whole-hull.h"

G_BEGIN_DECLS

/* A block's place in the program. */
typedef struct {
  GpBlock *block;
  guint first_col, first_row;
  double lower, upper; /* of its partnership */
} Placed;

struct _GpHull {
  const GpPlanData *data;
  GpShared *shared;
  GpGrowing program; /* with all its costs */
  gboolean rewarded; /* what counts for reach does; else it costs nothing */
  GArray *placed;    /* of Placed */
  int hire_row;      /* one way of hiring, or mixtures of ways; -1 */
  int *one_row;      /* board: at most one partner year; -1 */
  guint8 *has;       /* board year: there is such a block */
  GpBlock **little;  /* board: to price it by, from the first year */
  GpLp **little_lp;
  GpLp *lp;
  guint lp_cols, lp_rows; /* what lp has */
  GArray *proof;          /* of GpProofRow: of boards that were no partners, at the last offers */
};

/* Appends the multipliers of a board's own rules (gp-whole-bound.c); duals: of the block's rows
 * from first on. */
void gp_hull_prove_block (const GpHull *hull, const GpBlock *block, guint from, const GpLp *lp,
                          guint first, GArray *rows);

G_END_DECLS
