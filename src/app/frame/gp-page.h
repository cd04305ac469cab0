/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A page of the window: shows a document (snapshot, scenario, plan), and has it shown anew when
 * that changes. Pages are made when they are first visited; gp-pages.c lists them.
 */
#pragma once

#include "gp-document.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define GP_TYPE_PAGE (gp_page_get_type ())
G_DECLARE_INTERFACE (GpPage, gp_page, GP, PAGE, GtkWidget)

struct _GpPageInterface {
  GTypeInterface parent;
  /* The document as it is now; only while the page is in front, or when it comes to the front and
   * something changed since. A page that keeps the document for its buttons keeps a reference. */
  void (*show) (GpPage *self, GpDocument *document);
  /* Ctrl+F: moves to the search, with a text to look for where given (else NULL). May be NULL. */
  void (*find) (GpPage *self, const char *text);
  /* Shows the thing with that code (a board, a school, "region year" ...) by filtering, selecting
   * or scrolling to it; after show. May be NULL. */
  void (*go_to) (GpPage *self, const char *what);
  /* What the page's table shows, as tab-separated lines with the heads first, for printing; a new
   * string. NULL (or no function): the page is printed as it is drawn. */
  char *(*get_table) (GpPage *self);
};

void gp_page_show (GpPage *self, GpDocument *document);
gboolean gp_page_find (GpPage *self, const char *text); /* FALSE: the page has no search */
void gp_page_go_to (GpPage *self, const char *what);
char *gp_page_get_table (GpPage *self);

/* For the pages' buttons and links: another page, with what it should show there (or NULL). */
void gp_page_open (GtkWidget *from, const char *page, const char *what);
/* Links of a label's markup ("plan", "plan/view:7", see gp-links.h) open those pages. */
void gp_page_follow_links (GtkLabel *label);
/* A short message over the window; button and action (a name with its target, "win.undo") may be
 * NULL. */
void gp_page_toast (GtkWidget *from, const char *text, const char *button, const char *action);
/* An error that a person must see: what could not be done, and the error's own sentence. */
void gp_page_error (GtkWidget *from, const char *heading, const char *message);

/* Takes the children of a widget without a container of GTK's own apart: for dispose. */
void gp_page_drop_children (GtkWidget *self);

G_END_DECLS
