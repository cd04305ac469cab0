/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The boards. */
#pragma once

#include "gp-page.h"

G_BEGIN_DECLS

#define GP_TYPE_BOARDS_PAGE (gp_boards_page_get_type ())
G_DECLARE_FINAL_TYPE (GpBoardsPage, gp_boards_page, GP, BOARDS_PAGE, GtkWidget)

GtkWidget *gp_boards_page_new (void);

G_END_DECLS
