/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Supply and demand of coach-days per region and year. */
#pragma once

#include "gp-page.h"

G_BEGIN_DECLS

#define GP_TYPE_CAPACITY_PAGE (gp_capacity_page_get_type ())
G_DECLARE_FINAL_TYPE (GpCapacityPage, gp_capacity_page, GP, CAPACITY_PAGE, GtkWidget)

GtkWidget *gp_capacity_page_new (void);

G_END_DECLS
