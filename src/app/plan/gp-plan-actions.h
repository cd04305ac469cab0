/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be done with the selected rows of the Plan page: pin and unpin, from buttons, keys and
 * the rows' menu. */
#pragma once

#include "gp-document.h"
#include "gp-table-page.h"

G_BEGIN_DECLS

/* The places (GpPinPlace) of the selected rows; freed with g_array_unref (). */
GArray *gp_plan_selected_places (GpTablePage *table);
/* "plan.pin" and "plan.unpin" are about all of them, "plan.pin-one" and "plan.unpin-one" about the
 * one whose number is the parameter. What happened is told over the page. */
void gp_plan_act (GtkWidget *page, GpDocument *document, GpTablePage *table, const char *action,
                  GVariant *parameter);
GMenuModel *gp_plan_menu_new (GpDocument *document, GpTablePage *table);

/* Opens the form for a pin, filled from what is selected. */
void gp_plan_add_pin (GtkWidget *page, GpDocument *document, GpTablePage *table);

/* The names of the project's regions and sectors, after "all"; what was chosen stays chosen. */
void gp_plan_fill_filters (GtkDropDown *region, GtkDropDown *sector, GpProject *project);

G_END_DECLS
