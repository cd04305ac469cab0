/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sentences of the Finance page. No GTK. */
#pragma once

#include "gp-finance-view.h"

G_BEGIN_DECLS

/* What funds must cover in the goal year; without a plan what the projects cost last. Markup, whose
 * amounts lead to the tables that explain them (gp-links.h); a new string. */
char *gp_finance_headline_markup (const GpFinance *finance, GpLanguage language);

/* How the projects together stand against their budgets: in the last year that has actuals and
 * budgets, else in the first with a forecast and budgets; where there is no such year, what to do
 * first. A new string. */
char *gp_finance_variance_text (const GpFinance *finance, GpLanguage language);

G_END_DECLS
