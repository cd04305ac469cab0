/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What binds, what each priority costs, and what would repair a shortage. */
#pragma once

#include "gp-page.h"

G_BEGIN_DECLS

#define GP_TYPE_WHY_PAGE (gp_why_page_get_type ())
G_DECLARE_FINAL_TYPE (GpWhyPage, gp_why_page, GP, WHY_PAGE, GtkWidget)

GtkWidget *gp_why_page_new (void);

G_END_DECLS
