/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the Finance page share. */
#pragma once

#include "gp-chart-box.h"
#include "gp-finance-page.h"
#include "gp-money-table.h"
#include "gp-pledge-popover.h"

G_BEGIN_DECLS

struct _GpFinancePage {
  GtkWidget parent;
  GtkStack *stack;
  GtkWidget *scroller, *no_pledges, *add_pledge;
  GtkLabel *headline, *notes, *funding_text, *compared;
  GtkDropDown *kind, *against;
  GpMoneyTable *projects, *funding, *rates, *pledges;
  GpChartBox *chart;
  GpPledgePopover *pledge_popover;
  GpDocument *document;
  GpFinance *finance;
  gboolean filling; /* the choices are being filled: nobody chose */
};

/* "projects", "funding", "rates" or "pledges"; NULL for any other name. */
GpMoneyTable *gp_finance_page_find_table (GpFinancePage *self, const char *name);

/* Actions of the window while the page is in front (gp-finance-page-actions.c). */
void gp_finance_page_add_actions (GpFinancePage *self);
void gp_finance_page_remove_actions (GpFinancePage *self);

G_END_DECLS
