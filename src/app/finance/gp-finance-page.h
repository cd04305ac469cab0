/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The seven projects: budgets, forecasts, funding. */
#pragma once

#include "gp-page.h"

G_BEGIN_DECLS

#define GP_TYPE_FINANCE_PAGE (gp_finance_page_get_type ())
G_DECLARE_FINAL_TYPE (GpFinancePage, gp_finance_page, GP, FINANCE_PAGE, GtkWidget)

GtkWidget *gp_finance_page_new (void);

G_END_DECLS
