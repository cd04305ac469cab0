/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Jump to a board, a school or a coach by a part of its name or its code. */
#pragma once

#include "gp-document.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define GP_TYPE_JUMP (gp_jump_get_type ())
G_DECLARE_FINAL_TYPE (GpJump, gp_jump, GP, JUMP, GtkPopover)

/* What is looked through from now on; NULL: nothing. */
void gp_jump_set_document (GpJump *self, GpDocument *document);

G_END_DECLS
