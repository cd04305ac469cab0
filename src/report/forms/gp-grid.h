/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A table of a report: typed columns, rows of cells, and a row of totals. Amounts are whole (cents,
 * hundredths of days), so that totals are exact and every form prints the same.
 */
#pragma once

#include <glib.h>
#include <groeiplan/gp-format.h>

typedef enum {
  GP_GRID_TEXT,
  GP_GRID_INTEGER,
  GP_GRID_DAYS,   /* hundredths of a day, printed with the decimals that it has */
  GP_GRID_MONEY,  /* cents; printed in whole euros unless the grid asks for cents */
  GP_GRID_PERCENT /* hundredths of a percent */
} GpGridKind;

typedef enum {
  GP_TOTAL_NONE,
  GP_TOTAL_SUM,    /* of the rows */
  GP_TOTAL_FORMULA /* as in every row, from the totals of the other columns */
} GpGridTotal;

typedef struct {
  char *title;
  GpGridKind kind;
  double weight; /* share of the width; of text columns what words leave, in characters */
  GpGridTotal total;
  gboolean faint; /* beyond the goal: set lighter */
  guint cite;     /* the number of the note for all its figures, or 0 */
  char *formula;  /* what each cell is worked out by, of columns from 0: "[1]-[2]"; or NULL */
} GpGridColumn;

typedef struct {
  gboolean given;
  gint64 value;
  char *text;
  char *note; /* where it comes from, or NULL */
  guint cite; /* the number of its note in the document (gp-doc-notes.h), or 0 */
  char *link; /* where HTML leads to from here, relative to the file; or NULL */
} GpGridCell;

typedef struct {
  char *name;  /* short: of a sheet, and in file names (lower case ASCII) */
  char *sheet; /* of the sheet, for people: at most 31 characters */
  char *title; /* above the table */
  guint cite;  /* the number of the note for all its figures that have none of their own, or 0 */
  char *empty; /* said when there is no row, or NULL: the title alone */
  char *total_label;
  gboolean with_cents;
  GArray *columns, *cells;
  /* a chart on the sheet: its columns (of kinds with a number), or -1 */
  int chart_from, chart_to;
  gboolean chart_by_row; /* a bar for every column instead of every row */
  char *chart_title;
} GpGrid;

/* total_label: what the row of totals is called, NULL for none. */
GpGrid *gp_grid_new (const char *name, const char *sheet, const char *title,
                     const char *total_label);
void gp_grid_free (GpGrid *grid);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GpGrid, gp_grid_free)

GpGridColumn *gp_grid_column (GpGrid *grid, const char *title, GpGridKind kind, double weight,
                              GpGridTotal total);

/* The next cell, row by row. */
void gp_grid_text (GpGrid *grid, const char *text);
void gp_grid_take (GpGrid *grid, char *text);
GpGridCell *gp_grid_value (GpGrid *grid, gint64 value);
void gp_grid_value_or_blank (GpGrid *grid, gint64 value); /* blank for zero */
void gp_grid_blank (GpGrid *grid);

guint gp_grid_n_rows (const GpGrid *grid);
const GpGridColumn *gp_grid_column_at (const GpGrid *grid, guint column);
const GpGridCell *gp_grid_cell (const GpGrid *grid, guint row, guint column);
gboolean gp_grid_has_total (const GpGrid *grid);
/* The total of a column; FALSE where it has none. */
gboolean gp_grid_total (const GpGrid *grid, guint column, gint64 *out);

/* A cell as people read it; row n_rows is that of the totals. A new string. */
char *gp_grid_cell_text (const GpGrid *grid, guint row, guint column, GpLanguage language);
/* An amount of that column's kind. */
char *gp_grid_amount_text (const GpGrid *grid, guint column, gint64 value, GpLanguage language);
