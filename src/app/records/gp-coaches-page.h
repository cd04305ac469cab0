/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Expert coaches and verandercoaches. */
#pragma once

#include "gp-page.h"

G_BEGIN_DECLS

#define GP_TYPE_COACHES_PAGE (gp_coaches_page_get_type ())
G_DECLARE_FINAL_TYPE (GpCoachesPage, gp_coaches_page, GP, COACHES_PAGE, GtkWidget)

GtkWidget *gp_coaches_page_new (void);

G_END_DECLS
