/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The schools. */
#pragma once

#include "gp-page.h"

G_BEGIN_DECLS

#define GP_TYPE_SCHOOLS_PAGE (gp_schools_page_get_type ())
G_DECLARE_FINAL_TYPE (GpSchoolsPage, gp_schools_page, GP, SCHOOLS_PAGE, GtkWidget)

GtkWidget *gp_schools_page_new (void);

G_END_DECLS
