/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The work of the Exports page: gathering what reports are made from (who coaches whom, the audit,
 * the date of the plan), and writing them into a folder. Both run in a worker on what the document
 * holds at the start; what was gathered is read-only and may be used by several at once.
 */
#pragma once

#include "gp-work.h"

#include "gp-document.h"

#include <groeiplan/gp-report.h>

G_BEGIN_DECLS

/* Counted (g_atomic_rc_box). */
typedef struct {
  GpProject *project;
  GpPlan *plan, *published;
  GpCoaching *coaching; /* NULL: the plan has no whole schools */
  GPtrArray *plans;     /* of the other scenarios */
  GArray *others;       /* of GpReportOther */
  GArray *repairs;      /* of GpReportRepair; these three: NULL where nobody looked */
  GArray *kept, *fan;   /* of GpReportKept, GpReportFan */
  GpReportFutures futures;
  char *path;
  GpReportInput input;
} GpExports;

GpExports *gp_exports_ref (GpExports *exports);
void gp_exports_unref (GpExports *exports);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GpExports, gp_exports_unref)

/* The document must have a plan. done gets a GpExports, which it owns. */
GpJob *gp_exports_gather (GtkWidget *owner, GpDocument *document, GpWorkDone done);

/* What is written. */
typedef enum {
  GP_EXPORT_BOARD,
  GP_EXPORT_ALL_BOARDS,
  GP_EXPORT_DIRECTOR,
  GP_EXPORT_FINANCE,
  GP_N_EXPORTS
} GpExportKind;

typedef struct {
  GpExportKind kind;
  guint32 board; /* GP_EXPORT_BOARD */
  GpLanguage language;
  GpReportFormats formats;
  char **others; /* GP_EXPORT_ALL_BOARDS: codes of boards that get the other language, or NULL; of
                    whoever filled it in */
} GpExportChoice;

/* The forms that there are of a kind. */
GpReportFormats gp_export_formats (GpExportKind kind);

/* One report: of GP_EXPORT_ALL_BOARDS that of choice->board. */
GpReport *gp_exports_report (GpExports *exports, const GpExportChoice *choice, GError **error);

typedef struct {
  char *sentence; /* what was written */
  char *folder;
} GpExportsWritten;

void gp_exports_written_free (GpExportsWritten *written);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GpExportsWritten, gp_exports_written_free)

/* done gets a GpExportsWritten, which it owns. */
GpJob *gp_exports_write (GtkWidget *owner, GpExports *exports, const GpExportChoice *choice,
                         const char *folder, GpWorkDone done);

G_END_DECLS
