/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Scenarios, their assumptions and priorities. */
#pragma once

#include "gp-page.h"

G_BEGIN_DECLS

#define GP_TYPE_SCENARIOS_PAGE (gp_scenarios_page_get_type ())
G_DECLARE_FINAL_TYPE (GpScenariosPage, gp_scenarios_page, GP, SCENARIOS_PAGE, GtkWidget)

GtkWidget *gp_scenarios_page_new (void);

G_END_DECLS
