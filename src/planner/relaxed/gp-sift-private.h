/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts of GpSift: what is whose (gp-sift-index.c), chains of cells (gp-sift-chains.c,
 * gp-sift-pieces.c), the master program (gp-sift-master.c, gp-sift-refresh.c), pricing of closed
 * boards (gp-sift-price.c, gp-sift-little.c), and the rounds (gp-sift.c). */
#pragma once

#include "gp-sift.h"

G_BEGIN_DECLS

/* Indices of rows and columns that are a board's: first the starts' (cells), then the partner part.
 */
typedef struct {
  GArray *cols, *rows; /* of guint */
  guint n_start_cols, n_supply_rows;
  gboolean open;
  GpLp *little; /* its own program, once it was priced; owned */
} GpSiftBoard;

/* Schools of one cell in a chain. */
typedef struct {
  guint32 cell;
  int segment;  /* first segment column of the program, -1 for a closed board's cell */
  double n;     /* schools */
  double worth; /* pupils: the order of the chain, most first */
  gboolean in;  /* a cell of an open board is out */
} GpSiftMember;

/* A piece of what a chain's starts so far are worth: members up to an index, at their average. */
typedef struct {
  guint end; /* of its members, exclusive */
  GpLpPlace place;
  int lp_col; /* in the master, -1 */
} GpSiftPiece;

/* Cells that differ in nothing but their pupils: starts are counted for all of them together, and
 * schools start in the order of their pupils. Arrays by (member, year) are laid out member by
 * member. */
typedef struct {
  guint32 sector, region;
  GpNeed need;
  gboolean waits;                    /* cannot start in the first year */
  int unit;                          /* of the program; -1: closed boards' cells alone */
  GArray *members;                   /* of GpSiftMember */
  int *like;                         /* year: a program column with the entries of a start; -1 */
  double *least, *most;              /* member, year: bounds of what has started by then */
  double *slope;                     /* member, year: cost of one that has started by then */
  double *start_lower, *start_upper; /* year */
  GArray **pieces;                   /* year: of GpSiftPiece; empty where all slopes are the same */
  GpLpPlace *start_place, *row_place; /* year */
  int *lp_start, *lp_row;             /* year: in the master, -1 */
  double *started;                    /* year: value of the last optimum */
  double *price;                      /* year: dual value of the row "started so far" */
  double *base;                       /* year: cost of a start that is in the slopes */
} GpSiftChain;

struct _GpSift {
  const GpProgram *program;
  double zero_dual;
  guint n_rows, n_cols, n_entries;
  guint *col_start; /* n_cols + 1: entries of the program by column */
  guint *entry_row;
  double *entry_value;
  double *col_lower, *col_upper, *row_lower, *row_upper; /* in force */
  double *cost;                                          /* of the priority being solved */
  double *x, *row_value, *row_dual, *col_dual;
  /* what is left to chained cells whose board is no partner: the face in the chains' terms, which
   * can be smaller than the bounds in force (those leave the board what it may do as a partner) */
  double *cell_lower, *cell_upper, *supply_lower, *supply_upper, *supply_dual;
  GpLpPlace *col_place, *row_place;
  int *lp_col, *lp_row; /* index in the master, -1 */
  gboolean *late;       /* rows that are left out until they are broken */
  GpSiftBoard *boards;
  guint32 *row_board; /* the board of a row; GP_NONE for common rows */
  GArray *chains;     /* of GpSiftChain */
  int *chain_of;      /* cell: its chain (the one that may start at once), -1 */
  int *chain_row;     /* unit, year: its row in the program, -1 */
  int *number;        /* by row: scratch of the little programs */
  double *scratch;    /* by row: an expanded column, all zero between uses */
  GpLp *lp;
  guint n_lp_rows, n_lp_cols;
  guint n_iterations, n_open;
  double value;
  gboolean skip_shut;
  gboolean begun;
  gboolean dirty;     /* the master must be built anew */
  gboolean only_rows; /* since the last optimum nothing but rows came in */
};

static inline GpSiftChain *
gp_sift_chain (const GpSift *sift, guint k)
{
  return &g_array_index (sift->chains, GpSiftChain, k);
}

static inline guint
gp_sift_n_years (const GpSift *sift)
{
  return sift->program->data->n_years;
}

static inline GpSiftMember *
gp_sift_member (const GpSiftChain *chain, guint m)
{
  return &g_array_index (chain->members, GpSiftMember, m);
}

/* How many of a member's schools may start by a year, beyond those that must. */
static inline double
gp_sift_room (const GpSift *sift, const GpSiftChain *chain, guint m, guint year)
{
  guint at = m * gp_sift_n_years (sift) + year;
  return gp_sift_member (chain, m)->in ? chain->most[at] - chain->least[at] : 0;
}

static inline const GpCol *
gp_sift_col (const GpSift *sift, guint col)
{
  return &g_array_index (sift->program->cols, GpCol, col);
}

static inline const GpRow *
gp_sift_row (const GpSift *sift, guint row)
{
  return &g_array_index (sift->program->rows, GpRow, row);
}

/* ---- gp-sift-index.c: what is whose, and the arrays ---- */
void gp_sift_index (GpSift *sift);
void gp_sift_make_first_basis (GpSift *sift);
/* TRUE when a closed board's cell is counted in a chain now. */
gboolean gp_sift_cell_is_chained (const GpSift *sift, guint32 cell);
/* A closed board's cell that is no part of a chain, as its programmes are told apart, stands in the
 * master by itself: its starts, and the rows about them alone. What holds for it there as long as
 * the board is no partner is kept in cell_* and supply_*, as for chained cells. */
gboolean gp_sift_col_is_lone (const GpSift *sift, guint col);
gboolean gp_sift_row_is_lone (const GpSift *sift, guint row);
/* A column less what the prices of its rows say; common: only rows that are nobody's alone. */
double gp_sift_reduced_cost (const GpSift *sift, guint col, gboolean common);
void gp_sift_open (GpSift *sift, guint32 board);
/* The dual values of the rows of stock: those that leave N a reduced cost of nothing. */
void gp_sift_price_stocks (GpSift *sift, guint32 board);

/* ---- gp-sift-chains.c ---- */
void gp_sift_make_chains (GpSift *sift);
/* Takes over the bounds that the caller has set by now: starts of the first year may be fixed. */
void gp_sift_begin_chains (GpSift *sift);
void gp_sift_free_chains (GpSift *sift);
/* From the master's starts to the members' columns of the program. */
void gp_sift_share_out (GpSift *sift);
/* Holds the optimal face of the chains. */
void gp_sift_settle_chains (GpSift *sift);
/* A cell of a board that is being opened leaves its chain. */
void gp_sift_leave_chain (GpSift *sift, guint32 cell);

/* ---- gp-sift-pieces.c ---- */
/* Slopes of the objective, and pieces where members differ. */
void gp_sift_cost_chains (GpSift *sift);
/* Bounds on what of a year's starts has started, over the members that are in. */
void gp_sift_chain_bounds (const GpSift *sift, const GpSiftChain *chain, guint year, double *least,
                           double *most);
double gp_sift_piece_size (const GpSift *sift, const GpSiftChain *chain, guint year, guint begin,
                           guint end);
double gp_sift_piece_slope (const GpSift *sift, const GpSiftChain *chain, guint year, guint begin,
                            guint end);
/* Cuts pieces where the optimum asks for a closer look; returns how many. */
guint gp_sift_refine (GpSift *sift);

/* ---- gp-sift-master.c: the master is made; gp-sift-refresh.c: what it is told, and what it says
 * ---- */
gboolean gp_sift_build (GpSift *sift);
void gp_sift_refresh (GpSift *sift, gboolean places);
void gp_sift_read (GpSift *sift);
/* Lets late rows in that the optimum breaks; returns how many. */
guint gp_sift_let_in (GpSift *sift);

/* ---- gp-sift-price.c, gp-sift-little.c ---- */

/* Prices every closed board; those that would make the objective better are opened (at most a batch
 * of the best). Fills in the dual values of the others. Returns how many were opened; *status tells
 * when that could not be found out. */
guint gp_sift_price (GpSift *sift, GCancellable *cancellable, GpLpStatus *status);
/* Holds the optimal face of closed boards' cells. */
void gp_sift_settle_cells (GpSift *sift);
/* The board's own program at the common prices: its optimum, and its duals into the sift. */
GpLpStatus gp_sift_solve_little (GpSift *sift, guint32 board, double *value,
                                 GCancellable *cancellable);

G_END_DECLS
