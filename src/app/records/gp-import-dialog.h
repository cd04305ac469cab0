/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Register import: choose files, see what each is, look through the changes, accept them. Emits
 * "accepted" with the preview (GpRegisterPreview, taken over) when it has closed; whoever opened it
 * applies that.
 */
#pragma once

#include "gp-document.h"

#include <groeiplan/gp-register.h>

#include <adwaita.h>

G_BEGIN_DECLS

#define GP_TYPE_IMPORT_DIALOG (gp_import_dialog_get_type ())
G_DECLARE_FINAL_TYPE (GpImportDialog, gp_import_dialog, GP, IMPORT_DIALOG, AdwWindow)

GpImportDialog *gp_import_dialog_new (GtkWindow *parent, GpDocument *document);
/* Reads these files at once instead of asking for them. */
void gp_import_dialog_read (GpImportDialog *self, const char *const *paths);

G_END_DECLS
