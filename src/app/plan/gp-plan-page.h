/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The plan: starts, partner boards, trainings, days. */
#pragma once

#include "gp-page.h"

G_BEGIN_DECLS

#define GP_TYPE_PLAN_PAGE (gp_plan_page_get_type ())
G_DECLARE_FINAL_TYPE (GpPlanPage, gp_plan_page, GP, PLAN_PAGE, GtkWidget)

GtkWidget *gp_plan_page_new (void);

G_END_DECLS
