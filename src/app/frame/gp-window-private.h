/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of GpWindow share. */
#pragma once

#include "gp-history-pane.h"
#include "gp-jump.h"
#include "gp-page.h"
#include "gp-window.h"

struct _GpWindow {
  AdwApplicationWindow parent;
  AdwToastOverlay *toasts;
  GtkStack *root; /* welcome, project */
  GtkListBox *recent;
  GtkWidget *recent_box;

  AdwLeaflet *leaflet;
  AdwHeaderBar *header;
  GtkListBox *sidebar;
  GtkLabel **counts; /* by page */
  AdwFlap *flap;
  GpHistoryPane *history;
  GtkStack *pages;
  gboolean *stale_pages; /* by page: the document changed since it was shown */
  AdwWindowTitle *title;
  GtkMenuButton *scenario, *jump, *work;
  GpJump *jump_popover;
  GtkButton *plan;
  GtkLabel *scenario_name, *took, *work_text;
  GtkWidget *work_rows;
  GtkRevealer *read_only_strip, *stale_strip;
  GtkLabel *read_only, *stale;
  GtkBox *read_only_box;
  GtkButton *open_again;
  GMenu *scenario_menu, *history_menu, *recent_menu;

  GpDocument *document;
  GSettings *settings; /* or NULL */
  GPtrArray *jobs;     /* of GpJob: what is under way, oldest first */
  GpJob *planning;     /* one of them, or NULL */
  gboolean may_close;  /* the person said so while work was under way */
  gboolean close_then; /* ... that goes on to the end: when it is ready */
  GtkFileChooserNative *chooser;
};

/* gp-window.c: everything that shows the document's state anew. */
void gp_window_update (GpWindow *self);
void gp_window_take_document (GpWindow *self, GpDocument *document);

/* gp-window-pages.c */
void gp_window_fill_sidebar (GpWindow *self);
void gp_window_show_page (GpWindow *self, const char *name);
GpPage *gp_window_get_page (GpWindow *self); /* in front, or NULL */
/* The document changed: the page in front is shown anew, the others when they come to the front. */
void gp_window_refresh_pages (GpWindow *self);

/* gp-window-actions.c */
void gp_window_add_actions (GpWindow *self);
/* The one function that computes which actions can be used now. */
void gp_window_update_actions (GpWindow *self);

/* gp-window-files.c */
void gp_window_ask_open (GpWindow *self);
void gp_window_ask_new (GpWindow *self, gboolean with_examples);
void gp_window_create (GpWindow *self, const char *path, gboolean with_examples);
void gp_window_fill_recent (GpWindow *self);  /* gp-window-recent.c */
void gp_window_watch_recent (GpWindow *self); /* fills it now and whenever it changes */
/* Opens it, or says that it is gone and forgets it. */
void gp_window_open_recent (GpWindow *self, const char *path);
void gp_window_accept_drops (GpWindow *self);

/* gp-window-keep.c: copies and backups, and a file that is moved or only read. */
void gp_window_show_read_only (GpWindow *self);
void gp_window_look_at_file (GpWindow *self); /* it got the focus */
void gp_window_add_keep_actions (GpWindow *self);
void gp_window_update_keep_actions (GpWindow *self);

/* gp-window-forget.c */
/* gp-window-copy.c */
void gp_window_on_save_copy (GSimpleAction *action, GVariant *parameter, gpointer data);
void gp_window_on_save_anonymous (GSimpleAction *action, GVariant *parameter, gpointer data);
void gp_window_on_forget (GSimpleAction *action, GVariant *codes, gpointer window);

/* gp-window-history.c: undo, redo and going back in the history. */
void gp_window_on_undo (GSimpleAction *action, GVariant *parameter, gpointer data);
void gp_window_on_redo (GSimpleAction *action, GVariant *parameter, gpointer data);
void gp_window_on_go_back (GSimpleAction *action, GVariant *id, gpointer data);

/* gp-window-plan.c */
void gp_window_plan (GpWindow *self);

/* gp-window.c: where the pages fold there is room for the work or for the search, not for both. */
void gp_window_fit_header (GpWindow *self);

/* gp-window-jobs.c */
void gp_window_cancel (GpWindow *self); /* all that is under way */
/* Something is under way that a person would be sorry to lose: for long, or on the file itself. */
gboolean gp_window_must_ask_close (GpWindow *self);
void gp_window_ask_close (GpWindow *self);
void gp_window_drop_jobs (GpWindow *self); /* the window goes: nothing comes back to it */

/* gp-window-session.c: what was open last, and opening it again. */
void gp_window_keep_session (GpWindow *self);

/* gp-window-print.c: the page in front; path: to that PDF file without asking, or NULL. */
void gp_window_print (GpWindow *self, const char *path);
