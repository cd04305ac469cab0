/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Draws the futures of the chosen scenario in a worker; what they come to is kept with the
 * document under a name. */
#pragma once

#include "gp-document.h"

#include <groeiplan/gp-futures.h>
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define GP_FUTURES_RESULT "futures" /* a GpFuturesResult */

typedef struct {
  guint32 count;
  guint64 seed;
  gboolean with_regret;
} GpFuturesChoice;

typedef struct {
  GpFuturesChoice choice;
  double seconds;                             /* that the futures took */
  double goal;                                /* schools taking part; 0 without a goal */
  GArray *plan;                               /* of GpTakingPart: what the held plan itself says */
  GpFuturesSummary *summaries[GP_N_OUTCOMES]; /* NULL: the scenario has no such priority */
} GpFuturesResult;

/* Once, before a document is opened: results are kept in the project file. */
void gp_futures_add_result_kind (void);
/* A result that a text says (a GpFuturesResult), or NULL for any other text. */
gpointer gp_futures_result_read (const GpProject *project, const char *text);

/* The document must have a whole plan of the chosen scenario, not stale: its first year is held.
 * The job, as in gp_work_start (). The page's action "futures.refresh" is called when it has ended,
 * with or without a result. */
GpJob *gp_futures_work_start (GtkWidget *page, GpDocument *document, const GpFuturesChoice *choice);

/* Seconds that such futures will take, from what the last ones of any scenario took; < 0 when none
 * were drawn since the document was opened. */
double gp_futures_work_expect (GpDocument *document, const GpFuturesChoice *choice);

G_END_DECLS
