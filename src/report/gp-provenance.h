/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Where a figure comes from, in a report's own language: what the column `source` of a data row
 * says (gp-source.h tells its forms), and which row that is.
 */
#pragma once

#include "gp-text.h"

#include <groeiplan/gp-project.h>
#include <groeiplan/gp-table.h>

/* What stands for a source that an extract does not pass on. */
#define GP_PROVENANCE_HELD "held:"

/* "Report 2024-2025, annex 1: a note (budgets.csv, row 8)". note: of the row, "" without; row
 * GP_NONE: do not say which. A new string. */
char *gp_provenance_of_row (const GpProject *project, GpTableId table, guint32 row,
                            const char *source, const char *note, GpLanguage language);

/* Of a row of parameters, GP_NONE: the program's neutral value. with_row: say which row, and its
 * note. */
char *gp_provenance_of_parameter (const GpProject *project, guint32 row, gboolean with_row,
                                  GpLanguage language);

char *gp_provenance_of_fact (const GpProject *project, guint32 row, gboolean with_row,
                             GpLanguage language);
