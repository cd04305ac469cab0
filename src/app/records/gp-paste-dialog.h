/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a paste would change, or what is wrong in it, before it is stored. Emits "accepted". */
#pragma once

#include "gp-records-paste.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define GP_TYPE_PASTE_DIALOG (gp_paste_dialog_get_type ())
G_DECLARE_FINAL_TYPE (GpPasteDialog, gp_paste_dialog, GP, PASTE_DIALOG, AdwWindow)

/* Takes paste. */
GpPasteDialog *gp_paste_dialog_new (GtkWindow *parent, GpPaste *paste, const GpRecordsKind *kind);
const GpPaste *gp_paste_dialog_get (GpPasteDialog *self);

G_END_DECLS
