/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the two halves of the workbook share: its formats. */
#pragma once

#include "gp-doc.h"

#include <xlsxwriter.h>

typedef struct {
  lxw_workbook *book;
  const GpDoc *doc;
  lxw_format *title, *text, *wrapped, *bold, *faint, *warning, *head, *head_number;
  lxw_format *cell[GP_GRID_PERCENT + 1], *total[GP_GRID_PERCENT + 1];
  lxw_format *cents, *cents_total, *apart, *head_apart;
} GpXlsx;

/* gp-xlsx-sheet.c: a sheet for a table. */
void gp_xlsx_add_grid (GpXlsx *xlsx, const GpGrid *grid);
/* Paper, foot and what is repeated on every page. */
void gp_xlsx_set_print (const GpXlsx *xlsx, lxw_worksheet *sheet, gboolean landscape);
/* How many lines a wrapped text takes in a column of that width, about; and a row's height for so
 * many. */
guint gp_xlsx_lines (const char *text, double width);
void gp_xlsx_set_height (lxw_worksheet *sheet, lxw_row_t row, guint lines);
