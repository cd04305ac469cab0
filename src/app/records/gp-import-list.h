/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lists of the import dialog: what each file is, what is wrong in them, notes. */
#pragma once

#include <groeiplan/gp-register.h>
#include <gtk/gtk.h>

G_BEGIN_DECLS

void gp_import_list_clear (GtkListBox *list);
void gp_import_list_add (GtkListBox *list, const char *title, const char *subtitle);
void gp_import_list_add_file (GtkListBox *list, const GpRegisterFile *file);
void gp_import_list_add_notes (GtkListBox *list, const GpProblems *problems);

G_END_DECLS
