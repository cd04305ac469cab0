/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A report: its document, and its pages once somebody asked for them. */
#pragma once

#include "gp-doc.h"
#include "gp-forms.h"
#include "gp-pages.h"

#include <groeiplan/gp-report.h>

struct _GpReport {
  GpReportKind kind;
  GpDoc *doc;
  GpPages *pages;
};

/* Takes the document over; NULL for NULL. */
GpReport *gp_report_new (GpReportKind kind, GpDoc *doc);

/* "bestuurspakket-F0203-De-Naam" for every board, none the same as another in any case of letters.
 */
GPtrArray *gp_report_board_stems (const GpProject *project, GpLanguage language);
