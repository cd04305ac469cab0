/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a page shows while it has nothing to show: why that is, and the one step that comes first,
 * as a button. Properties "icon-name", "title" and "description" are those of its status page.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define GP_TYPE_PLAN_FIRST (gp_plan_first_get_type ())
G_DECLARE_FINAL_TYPE (GpPlanFirst, gp_plan_first, GP, PLAN_FIRST, GtkWidget)

typedef enum {
  GP_FIRST_NOTHING, /* no step would fill the page */
  GP_FIRST_IMPORT,  /* there are no schools to plan: the register, and the sentence says so */
  GP_FIRST_PLAN,    /* plan this scenario */
} GpFirst;

void gp_plan_first_set (GpPlanFirst *self, const char *title, const char *description);
void gp_plan_first_offer (GpPlanFirst *self, GpFirst first);

G_END_DECLS
