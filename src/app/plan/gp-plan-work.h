/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Planning of several scenarios one after another, as one piece of long work. */
#pragma once

#include "gp-document.h"
#include "gp-work.h"

G_BEGIN_DECLS

typedef struct {
  char *path;       /* of the project that was planned */
  guint epoch;      /* gp_document_get_epoch () of it */
  GPtrArray *plans; /* of GpPlan, one a scenario, in the order asked for */
} GpPlanWork;

void gp_plan_work_free (GpPlanWork *work);

/* Plans those scenarios of the document (indices). done gets a GpPlanWork, which it gives to
 * gp_plan_work_store () and frees. */
GpJob *gp_plan_work_start (GtkWidget *owner, GpDocument *document, const guint32 *scenarios,
                           guint n, GpWorkDone done);

/* Stores the plans, when the document is still that project; a plan of data that changed meanwhile
 * is stored too, and is stale then. FALSE with an error. */
gboolean gp_plan_work_store (const GpPlanWork *work, GpDocument *document, GError **error);

G_END_DECLS
