/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of GpWindow share. */
#pragma once

#include "gp-overview-page.h"
#include "gp-table-page.h"
#include "gp-window.h"

struct _GpWindow {
  AdwApplicationWindow parent;
  AdwToastOverlay *toasts;
  GtkStack *root; /* welcome, project */
  GtkListBox *recent;
  GtkWidget *recent_box;

  AdwLeaflet *leaflet;
  GtkListBox *sidebar;
  GtkStack *pages;
  AdwWindowTitle *title;
  GtkMenuButton *scenario;
  GtkWidget *back;
  GtkButton *plan;
  GtkLabel *scenario_name, *took;
  GtkRevealer *progress_strip, *read_only_strip, *stale_strip;
  GtkProgressBar *progress;
  GtkLabel *doing, *read_only, *stale;
  GtkLabel *boards_count, *schools_count;
  GpOverviewPage *overview;
  GpTablePage *plan_page, *boards_page, *schools_page;
  GMenu *scenario_menu, *history_menu;

  GpDocument *document;
  GSettings *settings; /* or NULL */
  GpJob *job;          /* planning under way */
  GtkFileChooserNative *chooser;
};

/* gp-window.c: everything that shows the document's state anew. */
void gp_window_update (GpWindow *self);
void gp_window_take_document (GpWindow *self, GpDocument *document);
void gp_window_show_page (GpWindow *self, const char *name);

/* gp-window-actions.c */
void gp_window_add_actions (GpWindow *self);
/* The one function that computes which actions can be used now. */
void gp_window_update_actions (GpWindow *self);
void gp_window_toast (GpWindow *self, const char *text, const char *button, const char *action);
void gp_window_error (GpWindow *self, const char *heading, const char *message);

/* gp-window-files.c */
void gp_window_ask_open (GpWindow *self);
void gp_window_ask_new (GpWindow *self, gboolean with_examples);
void gp_window_create (GpWindow *self, const char *path, gboolean with_examples);
void gp_window_fill_recent (GpWindow *self);
void gp_window_accept_drops (GpWindow *self);

/* gp-window-plan.c */
void gp_window_plan (GpWindow *self);
void gp_window_cancel (GpWindow *self);
