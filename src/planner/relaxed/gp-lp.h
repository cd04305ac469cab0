/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A linear program in GLPK, behind a wall: no input makes it abort the process.
 *
 * A GpLp belongs to the thread that made it. After an error inside GLPK everything that GLPK holds
 * in that thread is gone; from then on every call on any GpLp of the thread answers GP_LP_FAILED.
 * Rows and columns count from 0. Minimises always. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _GpLp GpLp;

typedef struct {
  guint n_rows, n_cols, n_entries;
  const double *row_lower, *row_upper, *col_lower, *col_upper; /* -INFINITY, INFINITY: no bound */
  const int *entry_row, *entry_col;
  const double *entry_value;
} GpLpMatrix;

typedef enum {
  GP_LP_OPTIMAL,
  GP_LP_INFEASIBLE,
  GP_LP_UNKNOWN, /* numerical trouble, or unbounded */
  GP_LP_CANCELLED,
  GP_LP_FAILED /* GLPK refused or gave up */
} GpLpStatus;

typedef enum { GP_LP_PRIMAL, GP_LP_DUAL } GpLpMethod;

/* Where a variable stands in a basis. */
typedef enum { GP_LP_BASIC, GP_LP_AT_LOWER, GP_LP_AT_UPPER, GP_LP_FREE, GP_LP_FIXED } GpLpPlace;

/* NULL when the matrix has a number that is not finite, an index out of range, or a doubled entry.
 */
GpLp *gp_lp_new (const GpLpMatrix *matrix);
/* As it is: for programs so small that scaling would take longer than solving. */
GpLp *gp_lp_new_unscaled (const GpLpMatrix *matrix);
void gp_lp_free (GpLp *lp);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GpLp, gp_lp_free)

void gp_lp_set_cost (GpLp *lp, guint col, double cost);
void gp_lp_set_col_bounds (GpLp *lp, guint col, double lower, double upper);
void gp_lp_set_row_bounds (GpLp *lp, guint row, double lower, double upper);

/* Throws the basis away for the standard one, or for GLPK's advanced (triangular) one. */
void gp_lp_reset_basis (GpLp *lp, gboolean advanced);

/* Rough: with GLPK's own tolerances and not too many iterations, for answers that are only a guess. */
void gp_lp_set_rough (GpLp *lp, gboolean rough);

/* Solves from the present basis; on trouble tries again from fresh bases and with the other method.
 */
GpLpStatus gp_lp_solve (GpLp *lp, GpLpMethod method, GCancellable *cancellable);

double gp_lp_value (const GpLp *lp);
double gp_lp_col_value (const GpLp *lp, guint col);
double gp_lp_col_dual (const GpLp *lp, guint col);
double gp_lp_row_value (const GpLp *lp, guint row);
double gp_lp_row_dual (const GpLp *lp, guint row);
GpLpPlace gp_lp_col_place (const GpLp *lp, guint col);
GpLpPlace gp_lp_row_place (const GpLp *lp, guint row);
void gp_lp_set_col_place (GpLp *lp, guint col, GpLpPlace place);
void gp_lp_set_row_place (GpLp *lp, guint row, GpLpPlace place);

guint gp_lp_n_iterations (const GpLp *lp);

/* Names are cut to what GLPK takes (255 bytes). */
void gp_lp_set_names (GpLp *lp, const char *problem, const char *const *rows,
                      const char *const *cols);

/* Writes CPLEX LP; the file must not be a device. FALSE when GLPK could not. */
gboolean gp_lp_write (GpLp *lp, const char *path);

G_END_DECLS
