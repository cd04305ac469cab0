/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The one-board extract, in steps (gp-extract.c) that gp_report_extract_new () takes.
 */
#pragma once

#include <groeiplan/gp-report.h>

/* From the whole project to the extract; indices of the whole, GP_NONE where left out. */
typedef struct {
  const GpReportInput *input;
  guint32 board;
  GpProject *project;
  GHashTable *schools, *experts,
      *verandercoaches; /* index + 1 in the whole -> index in the extract */
  guint32 scenario;
} GpExtraction;

/* Where a record of the whole went, or GP_NONE. */
guint32 gp_extraction_find (GHashTable *map, guint32 whole);
void gp_extraction_keep (GHashTable *map, guint32 whole, guint32 part);

/* gp-extract-data.c: fills the project's tables. */
void gp_extract_data (GpExtraction *x);
/* gp-extract-plan.c: the board's rows of the whole-school part, under the extract's scenario. */
GpPlan *gp_extract_plan (const GpExtraction *x, const GpPlan *plan);
/* gp-extract-coaching.c */
GpCoaching *gp_extract_coaching (const GpExtraction *x, const GpCoaching *coaching);

/* Is there a plan of whole schools, with coaches named? */
gboolean gp_extract_check (const GpReportInput *input, GError **error);

/* The text when it holds no name or code of another board, of its schools or of its coaches; else
 * NULL. Texts that are about the project as a whole (a scenario's name) go into a pack by this way
 * alone. */
const char *gp_extract_harmless (const GpProject *project, guint32 board, const char *text);
