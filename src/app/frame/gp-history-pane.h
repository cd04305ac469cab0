/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The history of changes beside the pages: when, what, and a way back to any of them. */
#pragma once

#include "gp-document.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define GP_TYPE_HISTORY_PANE (gp_history_pane_get_type ())
G_DECLARE_FINAL_TYPE (GpHistoryPane, gp_history_pane, GP, HISTORY_PANE, GtkWidget)

void gp_history_pane_show (GpHistoryPane *self, GpDocument *document);

G_END_DECLS
