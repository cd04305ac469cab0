/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The chart of budgets on the Finance page: a panel a project, a bar a year. No GTK. */
#pragma once

#include <groeiplan/gp-chart-copy.h>
#include <groeiplan/gp-finance.h>

G_BEGIN_DECLS

GpChart *gp_finance_chart_new (const GpFinance *finance);
/* What it shows, in a sentence. A new string. */
char *gp_finance_chart_sentence (const GpFinance *finance);

G_END_DECLS
