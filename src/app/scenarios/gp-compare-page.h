/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Scenarios side by side. */
#pragma once

#include "gp-page.h"

G_BEGIN_DECLS

#define GP_TYPE_COMPARE_PAGE (gp_compare_page_get_type ())
G_DECLARE_FINAL_TYPE (GpComparePage, gp_compare_page, GP, COMPARE_PAGE, GtkWidget)

GtkWidget *gp_compare_page_new (void);

G_END_DECLS
