/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The four tables that are edited on the desktop, as people see them: which columns, in which
 * order, under which titles; columns of the table itself, and computed ones. Pure.
 */
#pragma once

#include "gp-records-text.h"

G_BEGIN_DECLS

#define GP_RECORDS_EXTRAS 6 /* computed numbers a row at most */

typedef enum { GP_EXTRA_NONE, GP_EXTRA_COUNT, GP_EXTRA_YEAR, GP_EXTRA_REGION } GpExtraType;

/* How a column is filtered by a chip above the table. */
typedef enum { GP_CHIP_NONE, GP_CHIP_VALUES, GP_CHIP_FILLED } GpChipType;

typedef struct {
  const char *name;  /* of the table's column, or a name of a computed one */
  const char *title; /* N_("...") */
  const char *tip;   /* N_("..."): what it is, or NULL */
  int chars;         /* width */
  gboolean expand;
  gboolean sum;    /* of the selected rows, below */
  gboolean search; /* what is searched for is looked for here */
  GpChipType chip;
  GpExtraType extra; /* NONE: a column of the table */
  guint at;          /* which computed number */
} GpRecordsColumn;

typedef struct {
  GpTableId table;
  const GpRecordsColumn *columns;
  guint n_columns;
  int first_edited; /* the column where a new row is begun */
} GpRecordsKind;

extern const GpRecordsKind gp_records_boards, gp_records_schools, gp_records_expert_coaches,
    gp_records_verandercoaches;

/* The column of the table, or -1 for a computed one. */
int gp_records_table_column (const GpRecordsKind *kind, guint column);
/* NULL for a computed one. */
const GpColumn *gp_records_column_info (const GpRecordsKind *kind, guint column);
/* Numbers stand at the right. */
gboolean gp_records_is_numeric (const GpRecordsKind *kind, guint column);
/* By the name in the table, or the title in English or in the person's language; -1: none. */
int gp_records_find_column (const GpRecordsKind *kind, const char *heading);
/* "3 schools", "1 board"; a new string. Any table. */
char *gp_records_count_text (GpTableId table, guint n);

G_END_DECLS
