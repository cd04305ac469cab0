/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Prices, prices of priorities and repairs as rows of a list, in sentences. */
#pragma once

#include "gp-why-now.h"

#include <groeiplan/gp-prices.h>
#include <groeiplan/gp-repairs.h>
#include <gtk/gtk.h>

G_BEGIN_DECLS

const char *gp_why_lever_title (GpLever lever); /* translated: "expert coaches" */

/* "One more expert day in Noord, 2027-2028" with what it brings, and how far that holds. */
GtkWidget *gp_why_price_row (const GpProject *project, const GpPrice *price);
GtkWidget *gp_why_priority_row (const GpPriorityPrice *price);
/* With a button that makes the repair a scenario: action "why.apply" with the repair's index. */
GtkWidget *gp_why_repair_row (const GpRepair *repair, guint index);
gboolean gp_why_repair_helps (const GpRepair *repair);
/* The levers among repairs (of const GpRepair *) that do nothing for the goal; NULL: all do
 * something. */
GtkWidget *gp_why_useless_row (const GPtrArray *repairs, GpPriorityId goal);
/* A row that only says something. */
GtkWidget *gp_why_text_row (const char *text);
/* Activated where it is clicked. */
GtkWidget *gp_why_thing_row (const GpWhyThing *thing);

G_END_DECLS
