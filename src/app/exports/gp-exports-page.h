/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reports and packs for others. */
#pragma once

#include "gp-page.h"

G_BEGIN_DECLS

#define GP_TYPE_EXPORTS_PAGE (gp_exports_page_get_type ())
G_DECLARE_FINAL_TYPE (GpExportsPage, gp_exports_page, GP, EXPORTS_PAGE, GtkWidget)

GtkWidget *gp_exports_page_new (void);

G_END_DECLS
