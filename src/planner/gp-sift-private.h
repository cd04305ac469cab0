/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts of GpSift: the master (gp-sift.c) and the pricing of closed boards (gp-sift-price.c).
 */
#pragma once

#include "gp-sift.h"

G_BEGIN_DECLS

/* Indices of rows and columns that are a board's: first the starts' (cells), then the partner part.
 */
typedef struct {
  GArray *cols, *rows; /* of guint */
  guint n_start_cols, n_supply_rows;
  gboolean open;
} GpSiftBoard;

struct _GpSift {
  const GpProgram *program;
  guint n_rows, n_cols, n_entries;
  guint *col_start; /* n_cols + 1: entries of the program by column */
  guint *entry_row;
  double *entry_value;
  double *col_lower, *col_upper, *row_lower, *row_upper; /* in force */
  double *cost;                                          /* of the priority being solved */
  double *x, *row_value, *row_dual, *col_dual;
  GpLpPlace *col_place, *row_place;
  gboolean *col_in, *row_in; /* in the master */
  int *lp_col, *lp_row;      /* index in the master, -1 */
  gboolean *stopped; /* columns that the master holds at their lower bound, see gp_sift_settle () */
  GpSiftBoard *boards;
  guint32 *row_board; /* the board of a row; GP_NONE for common rows */
  GpLp *lp;
  guint n_iterations, n_open;
  double value;
  gboolean skip_shut;
  gboolean dirty; /* the master must be built anew */
};

/* Prices every closed board; those that would make the objective better are opened (at most a batch
 * of the best). Fills in the dual values of the others. Returns how many were opened; *status tells
 * when that could not be found out. */
guint gp_sift_price (GpSift *sift, GCancellable *cancellable, GpLpStatus *status);

G_END_DECLS
