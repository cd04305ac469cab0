/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Columns and objective of the priority `change`: see gp-program.h. */
#include "gp-program.h"

#include <math.h>

static void
split (GpProgram *program, int col, double published)
{
  if (col < 0 || published <= 0)
    return;
  GpCol of = g_array_index (program->cols, GpCol, col);
  int kept = gp_program_add_col (program, of.kind, of.a, of.b, of.year, published);
  g_array_index (program->cols, GpCol, kept).kept = TRUE;
  program->kept_of[col] = kept;
}

/* No more of a cell's published starts can be kept than it has schools. */
static void
split_starts (GpProgram *program, guint c)
{
  const GpPlanData *data = program->data;
  for (guint p = 0; p < GP_N_PROGRAMMES; p++)
    for (guint y = 0; y < data->n_years; y++) {
      double published = data->published->starts[(c * GP_N_PROGRAMMES + p) * data->n_years + y];
      if (published > 0)
        split (program, gp_program_start (program, c, (GpProgramme)p, y),
               fmin (published, data->cells[c].n));
    }
}

static double
sum (const double *values, gsize n)
{
  double total = 0;
  for (gsize i = 0; i < n; i++)
    total += values[i];
  return total;
}

static double
published_in_all (const GpPlanData *data)
{
  const GpPublishedData *p = data->published;
  gsize boards = (gsize)data->n_boards * data->n_years;
  return p->lost + sum (p->starts, (gsize)data->n_cells * GP_N_PROGRAMMES * data->n_years) +
         sum (p->partner, boards) + sum (p->training, boards);
}

void
gp_program_add_published (GpProgram *program)
{
  const GpPlanData *data = program->data;
  if (data->published == NULL)
    return;
  program->n_split = program->cols->len;
  program->kept_of = g_new (int, program->n_split + 1);
  for (guint c = 0; c < program->n_split; c++)
    program->kept_of[c] = -1;
  for (guint c = 0; c < data->n_cells; c++)
    split_starts (program, c);
  for (guint32 b = 0; b < data->n_boards; b++)
    for (guint y = 0; y < data->n_years; y++)
      split (program, gp_program_training (program, b, y),
             data->published->training[b * data->n_years + y]);
  double all = published_in_all (data);
  int col = gp_program_add_col (program, GP_COL_PUBLISHED, 0, 0, 0, all);
  g_array_index (program->col_lower, double, col) = all;
}

double
gp_program_change_of (const GpProgram *program, guint index)
{
  const GpCol *col = &g_array_index (program->cols, GpCol, index);
  const GpPublishedData *published = program->data->published;
  switch (col->kind) {
  case GP_COL_START:
  case GP_COL_TRAINING:
    return col->kept ? -1 : 1;
  case GP_COL_PARTNER:
    return published != NULL && published->partner[col->a * program->data->n_years + col->year] > 0
               ? -1
               : 1;
  case GP_COL_GROUP:
  case GP_COL_PUBLISHED:
    return 1;
  default:
    return 0;
  }
}

int
gp_program_kept (const GpProgram *program, int col)
{
  return program->kept_of == NULL || col < 0 || (guint)col >= program->n_split
             ? -1
             : program->kept_of[col];
}

void
gp_program_join_kept (const GpProgram *program, double *x)
{
  for (guint c = 0; program->kept_of != NULL && c < program->n_split; c++) {
    int kept = program->kept_of[c];
    if (kept < 0)
      continue;
    x[c] += x[kept];
    x[kept] = 0;
  }
}

void
gp_program_fix (const GpProgram *program, int col, double value, double *lower, double *upper)
{
  int kept = gp_program_kept (program, col);
  double part = 0;
  if (kept >= 0) {
    part = fmin (value, g_array_index (program->col_upper, double, kept));
    lower[kept] = upper[kept] = part;
  }
  lower[col] = upper[col] = value - part;
}
