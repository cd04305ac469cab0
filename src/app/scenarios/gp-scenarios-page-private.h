/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of GpScenariosPage share. */
#pragma once

#include "gp-assumptions-view.h"
#include "gp-priority-list.h"
#include "gp-scenario-tree.h"
#include "gp-scenarios-page.h"
#include "gp-uncertain-view.h"
#include "gp-whatif-panel.h"

#include <adwaita.h>

struct _GpScenariosPage {
  GtkWidget parent;
  GtkStack *root;
  AdwLeaflet *leaflet;
  GtkListBox *tree;
  GtkWidget *detail;
  GtkButton *back;
  GtkLabel *headline, *agreed;
  AdwViewStack *views;
  GtkEntry *name, *description; /* not AdwEntryRow: a screen reader does not find its text */
  GpAssumptionsView *assumptions;
  GpUncertainView *uncertain;
  GpPriorityList *priorities;
  GpWhatIfPanel *what_if;
  GpDocument *document;
};

/* gp-scenarios-page-actions.c: the window's actions about scenarios, while the page is in it. */
void gp_scenarios_page_add_actions (GpScenariosPage *self);
void gp_scenarios_page_drop_actions (GpScenariosPage *self);
void gp_scenarios_page_update_actions (GpScenariosPage *self);

/* Gives the chosen scenario that name and description, as one edit. */
void gp_scenarios_page_describe (GpScenariosPage *self, const char *name, const char *description);
