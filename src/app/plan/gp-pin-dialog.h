/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A form for what a plan must keep to: at least, at most or exactly so many, none before a year, a
 * partner year, trainings. */
#pragma once

#include "gp-document.h"
#include "gp-pin-wish.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define GP_TYPE_PIN_DIALOG (gp_pin_dialog_get_type ())
G_DECLARE_FINAL_TYPE (GpPinDialog, gp_pin_dialog, GP, PIN_DIALOG, AdwWindow)

/* Shown over the page that asks; start: what it shows first (board GP_NONE: none yet), or NULL. */
void gp_pin_dialog_present (GtkWidget *page, GpDocument *document, const GpPinWish *start);

G_END_DECLS
