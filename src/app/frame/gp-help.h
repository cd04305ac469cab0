/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Help: the first steps, what each page answers, and the words of the program with what they mean.
 * All of it can be searched. A row of a step or a page goes there in the window it was asked from.
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define GP_TYPE_HELP (gp_help_get_type ())
G_DECLARE_FINAL_TYPE (GpHelp, gp_help, GP, HELP, AdwPreferencesWindow)

/* parent: a window that has the actions of GpWindow. Not modal: it may stay beside the work, one
 * for each window. */
void gp_help_present (GtkWindow *parent);

G_END_DECLS
