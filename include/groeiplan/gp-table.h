/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * The tables of a project as text: one description of every table and column, from which the
 * exchange folder, the edits of the store and the desktop's pasting take their names, types and
 * limits. A new column is added here, in the record (gp-project.h), and in a numbered SQL step.
 */
#pragma once

#include <groeiplan/gp-project.h>

G_BEGIN_DECLS

typedef enum {
  GP_COLUMN_CODE,      /* a code, 1..GP_CODE_MAX bytes */
  GP_COLUMN_TEXT,      /* any text */
  GP_COLUMN_REFERENCE, /* a code of another table */
  GP_COLUMN_YEAR,      /* a school year */
  GP_COLUMN_INTEGER,
  GP_COLUMN_FLAG,      /* 1 or 0 (empty: 0, or not known where the column is optional) */
  GP_COLUMN_DECIMAL,
  GP_COLUMN_MONEY,     /* euro, at most two decimals */
  GP_COLUMN_WORD       /* one of a list of words */
} GpColumnType;

typedef struct {
  const char *name;
  GpColumnType type;
  gboolean key;             /* part of what must be unique */
  gboolean may_be_empty;
  gboolean may_be_absent;   /* the file need not have the column */
  GpTableId reference;      /* for GP_COLUMN_REFERENCE */
  const char *const *words; /* for GP_COLUMN_WORD; NULL-terminated */
} GpColumn;

typedef struct {
  const char *name; /* SQL table: "schools" */
  const char *file; /* "schools.csv" */
  const GpColumn *columns;
  guint n_columns;
} GpTable;

/* GP_N_TABLES gives "project", "project.csv" without columns: what problems with the frame are
 * reported under. */
const GpTable *gp_table (GpTableId id);

/* The index of a column by name, or -1. */
int gp_table_column (GpTableId id, const char *name);

/* Adds one row given as text, a string per column in the table's order (NULL counts as empty). In
 * contrast with the typed functions this one turns text into values and codes into references; what
 * cannot be read is reported to the project's problem function with its column. All columns are
 * checked, so that one row may report several problems. FALSE for a wrong row. */
gboolean gp_project_add_text (GpProject *project, GpTableId table, const char *const *cells);

/* One cell as text, as the exchange folder writes it; a new string. */
char *gp_project_cell (const GpProject *project, GpTableId table, guint32 row, guint column);

/* "968142", "12.5", "-0.05" to whole cents; FALSE when it is no amount or has over two decimals. */
gboolean gp_money_parse (const char *text, gint64 *cents);
char *gp_money_text (gint64 cents); /* "968142" or "12.50"; a new string */

G_END_DECLS
