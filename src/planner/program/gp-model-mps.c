/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes free MPS: ROWS, COLUMNS, RHS, RANGES, BOUNDS. */
#include "gp-model-mps.h"

#include <math.h>

typedef struct {
  const GpProgram *program;
  const double *objective;
  const char *const *rows, *const *cols;
  GString *text;
} Mps;

static void
add_line (Mps *mps, const char *first, const char *second, double value)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];
  g_string_append_printf (mps->text, " %s %s %s\n", first, second,
                          g_ascii_dtostr (number, sizeof number, value));
}

static void
row_bounds (const Mps *mps, guint r, double *lower, double *upper)
{
  *lower = g_array_index (mps->program->row_lower, double, r);
  *upper = g_array_index (mps->program->row_upper, double, r);
}

static void
add_rows (Mps *mps)
{
  double lower, upper;
  g_string_append (mps->text, "ROWS\n N objective\n");
  for (guint r = 0; r < mps->program->rows->len; r++) {
    row_bounds (mps, r, &lower, &upper);
    char type = lower == upper ? 'E' : isfinite (upper) ? 'L' : isfinite (lower) ? 'G' : 'N';
    g_string_append_printf (mps->text, " %c %s\n", type, mps->rows[r]);
  }
}

/* The entries in the order of their columns: first[c] .. first[c + 1] of the returned indices. */
static guint *
by_column (const GpProgram *program, guint *first)
{
  guint n = program->entry_col->len, n_cols = program->cols->len;
  guint *order = g_new (guint, n + 1);
  g_autofree guint *next = g_new0 (guint, n_cols + 1);
  for (guint e = 0; e < n; e++)
    first[g_array_index (program->entry_col, int, e) + 1]++;
  for (guint c = 0; c < n_cols; c++) {
    first[c + 1] += first[c];
    next[c] = first[c];
  }
  for (guint e = 0; e < n; e++)
    order[next[g_array_index (program->entry_col, int, e)]++] = e;
  return order;
}

static void
add_columns (Mps *mps)
{
  const GpProgram *program = mps->program;
  g_autofree guint *first = g_new0 (guint, program->cols->len + 2);
  g_autofree guint *order = by_column (program, first);
  g_string_append (mps->text, "COLUMNS\n");
  for (guint c = 0; c < program->cols->len; c++) {
    add_line (mps, mps->cols[c], "objective", mps->objective[c]);
    for (guint i = first[c]; i < first[c + 1]; i++) {
      int row = g_array_index (program->entry_row, int, order[i]);
      add_line (mps, mps->cols[c], mps->rows[row],
                g_array_index (program->entry_value, double, order[i]));
    }
  }
}

static void
add_right_sides (Mps *mps)
{
  double lower, upper;
  g_string_append (mps->text, "RHS\n");
  for (guint r = 0; r < mps->program->rows->len; r++) {
    row_bounds (mps, r, &lower, &upper);
    double side = isfinite (upper) ? upper : lower;
    if (isfinite (side) && side != 0)
      add_line (mps, "rhs", mps->rows[r], side);
  }
  g_string_append (mps->text, "RANGES\n");
  for (guint r = 0; r < mps->program->rows->len; r++) {
    row_bounds (mps, r, &lower, &upper);
    if (isfinite (lower) && isfinite (upper) && lower < upper)
      add_line (mps, "range", mps->rows[r], upper - lower);
  }
}

/* Columns are at least zero unless something is said here. */
static void
add_bounds (Mps *mps)
{
  g_string_append (mps->text, "BOUNDS\n");
  for (guint c = 0; c < mps->program->cols->len; c++) {
    double lower = g_array_index (mps->program->col_lower, double, c);
    double upper = g_array_index (mps->program->col_upper, double, c);
    if (lower == upper) {
      add_line (mps, "FX bound", mps->cols[c], lower);
      continue;
    }
    if (lower != 0)
      add_line (mps, "LO bound", mps->cols[c], lower);
    if (isfinite (upper))
      add_line (mps, "UP bound", mps->cols[c], upper);
  }
}

char *
gp_model_mps (const GpProgram *program, const char *name, const double *objective,
              const char *const *rows, const char *const *cols)
{
  Mps mps = {program, objective, rows, cols, g_string_new (NULL)};
  g_string_append_printf (mps.text, "NAME %s FREE\n", name);
  add_rows (&mps);
  add_columns (&mps);
  add_right_sides (&mps);
  add_bounds (&mps);
  g_string_append (mps.text, "ENDATA\n");
  return g_string_free (mps.text, FALSE);
}
