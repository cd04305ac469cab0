/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The finance workbook as a document: a table for every question that finance asks. */
#pragma once

#include "gp-doc.h"
#include "gp-text.h"

#include <groeiplan/gp-finance.h>
#include <groeiplan/gp-report.h>

typedef struct {
  const GpReportInput *input;
  const GpProject *project;
  GpFinance *finance;
  GpLanguage language;
  GpDoc *doc;
} GpWorkbook;

/* A project's name in the language of the workbook, or its code. */
const char *gp_workbook_project (const GpWorkbook *book, guint32 project);
/* A new table with that first column. */
GpGrid *gp_workbook_grid (const GpWorkbook *book, const char *name, GpTextId sheet,
                          const char *title, GpTextId first, gboolean total);
/* The amount, or nothing where it is missing; a source tree (taken over, may be NULL) becomes the
 * cell's note. */
void gp_workbook_money (const GpWorkbook *book, GpGrid *grid, GpMoney money, GpSource *source);
GpGridColumn *gp_workbook_column (const GpWorkbook *book, GpGrid *grid, GpTextId title,
                                  GpGridKind kind, GpGridTotal total);

/* gp-workbook-funding.c */
void gp_workbook_add_funding (GpWorkbook *book);
void gp_workbook_add_open (GpWorkbook *book);
void gp_workbook_add_rates (GpWorkbook *book);
/* gp-workbook-compare.c */
void gp_workbook_add_years (GpWorkbook *book);
void gp_workbook_add_variance (GpWorkbook *book);
void gp_workbook_add_stated (GpWorkbook *book);
void gp_workbook_add_scenarios (GpWorkbook *book);
void gp_workbook_add_sources (GpWorkbook *book);

GpDoc *gp_workbook_new (const GpReportInput *input, GpLanguage language);
