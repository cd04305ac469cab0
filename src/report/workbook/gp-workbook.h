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
/* The amount, or nothing where it is missing; where it comes from (taken over) is the cell's note.
 */
void gp_workbook_money (GpGrid *grid, GpMoney money, char *note);
void gp_workbook_value (GpGrid *grid, gboolean known, gint64 value, char *note);
GpGridColumn *gp_workbook_column (const GpWorkbook *book, GpGrid *grid, GpTextId title,
                                  GpGridKind kind, GpGridTotal total);

/* gp-workbook-notes.c: what a reader must know; and where cells come from, new strings. */
void gp_workbook_add_notes (GpWorkbook *book);
const char *gp_workbook_driver (const GpWorkbook *book, GpDriverKind driver);
char *gp_workbook_note_amount (const GpWorkbook *book, GpFinanceKind kind, guint32 project,
                               GpYear year);
char *gp_workbook_note_rate (const GpWorkbook *book, guint32 project, const GpForecastPart *part);
char *gp_workbook_note_units (const GpWorkbook *book, GpDriverKind driver, GpYear year);
char *gp_workbook_note_part (const GpWorkbook *book, guint32 project, GpYear year);
char *gp_workbook_note_stated (const GpWorkbook *book, guint32 fact);
char *gp_workbook_note_funding (const GpWorkbook *book, const GpFunding *funding,
                                GpFundingFigure figure);
char *gp_workbook_note_open (const GpWorkbook *book, const GpFunding *funding, guint32 project);

/* Adds the table to the document, or says there that it would be empty; takes it over. */
void gp_workbook_take (GpWorkbook *book, GpGrid *grid, GpTextId missing);

/* gp-workbook-funding.c */
void gp_workbook_add_funding (GpWorkbook *book);
void gp_workbook_add_open (GpWorkbook *book);
void gp_workbook_add_rates (GpWorkbook *book);
/* gp-workbook-compare.c */
void gp_workbook_add_years (GpWorkbook *book);
void gp_workbook_add_variance (GpWorkbook *book);
void gp_workbook_add_stated (GpWorkbook *book);
void gp_workbook_add_scenarios (GpWorkbook *book);
/* gp-workbook-sources.c */
void gp_workbook_add_sources (GpWorkbook *book);

GpDoc *gp_workbook_new (const GpReportInput *input, GpLanguage language);
