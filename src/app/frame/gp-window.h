/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window of one project, or the welcome page where none is open. */
#pragma once

#include "gp-document.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define GP_TYPE_WINDOW (gp_window_get_type ())
G_DECLARE_FINAL_TYPE (GpWindow, gp_window, GP, WINDOW, AdwApplicationWindow)

GpWindow *gp_window_new (GtkApplication *application, GSettings *settings);
/* Opens the project; when that fails the window stays as it was, and teller, which may be another one,
 * says why. */
gboolean gp_window_open (GpWindow *self, const char *path, GpWindow *teller);
const char *gp_window_get_path (GpWindow *self); /* NULL: welcome page */

/* Opens what was open last, where there was such a thing and it is still there, quietly. */
void gp_window_reopen (GpWindow *self);
/* Which that is, or NULL; settings may be NULL. */
char *gp_window_last_project (GSettings *settings);

/* A short message; button and action ("win.undo") may be NULL. */
void gp_window_toast (GpWindow *self, const char *text, const char *button, const char *action);
void gp_window_error (GpWindow *self, const char *heading, const char *message);

/* Long work that the header shows, from begin to end; end tells of an error or that it was
 * cancelled. */
void gp_window_begin_job (GpWindow *self, GpJob *job);
void gp_window_end_job (GpWindow *self, GpJob *job, const char *title, const GError *error,
                        gboolean cancelled);

/* The window that a widget is in, or that its dialog belongs to; NULL without one. */
GpWindow *gp_page_window (GtkWidget *widget);
/* Work that goes on to the end is ready: closes the window where a person asked for that meanwhile
 * and nothing is left to be read. */
void gp_window_close_if_asked (GpWindow *self);

/* The actions of windows with their keys, for the application. */
void gp_window_set_accels (GtkApplication *application);

G_END_DECLS
