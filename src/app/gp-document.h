/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * An open project: its store, the snapshot that the pages show, the chosen scenario and that
 * scenario's plan. Emits "changed" when any of these is another than before.
 *
 * Of the window's thread. Long work gets snapshots and never touches the document itself.
 */
#pragma once

#include "gp-job.h"

#include <groeiplan/gp-register.h>

G_BEGIN_DECLS

#define GP_TYPE_DOCUMENT (gp_document_get_type ())
G_DECLARE_FINAL_TYPE (GpDocument, gp_document, GP, DOCUMENT, GObject)

GpDocument *gp_document_open (const char *path, GError **error);

/* Makes a new project file from a finished project, and opens it. */
GpDocument *gp_document_create (const char *path, const GpProject *project, GError **error);

const char *gp_document_get_path (GpDocument *self);
const GpProject *gp_document_get_project (GpDocument *self);
const char *gp_document_get_read_only_reason (GpDocument *self); /* NULL when it can be changed */

guint32 gp_document_get_scenario (GpDocument *self); /* index, GP_NONE without scenarios */
gboolean gp_document_set_scenario (GpDocument *self, const char *code);

const GpPlan *gp_document_get_plan (GpDocument *self); /* or NULL */
gboolean gp_document_plan_is_stale (GpDocument *self); /* the data changed since */

char *gp_document_undo_label (GpDocument *self); /* NULL when there is nothing to undo */
char *gp_document_redo_label (GpDocument *self);
gboolean gp_document_undo (GpDocument *self, GError **error);
gboolean gp_document_redo (GpDocument *self, GError **error);

gboolean gp_document_apply_register (GpDocument *self, const GpRegisterPreview *preview,
                                     GError **error);

/* Plans the chosen scenario in a worker; the plan is stored with the project. */
void gp_document_plan_async (GpDocument *self, GpJob *job, GAsyncReadyCallback callback,
                             gpointer data);
gboolean gp_document_plan_finish (GpDocument *self, GAsyncResult *result, double *seconds,
                                  GError **error);

G_END_DECLS
