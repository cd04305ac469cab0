/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a fund pledges to a project for a year, to be typed in. */
#pragma once

#include "gp-document.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define GP_TYPE_PLEDGE_POPOVER (gp_pledge_popover_get_type ())
G_DECLARE_FINAL_TYPE (GpPledgePopover, gp_pledge_popover, GP, PLEDGE_POPOVER, GtkPopover)

/* The document that it adds to; projects and years are chosen from what that has. */
void gp_pledge_popover_set_document (GpPledgePopover *self, GpDocument *document);

/* As if a person typed and saved it; projects and years by their place in the lists. */
void gp_pledge_popover_put (GpPledgePopover *self, const char *fund, guint project, guint year,
                            const char *amount);

G_END_DECLS
