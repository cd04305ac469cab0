/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Small helps with file choosers, and new projects from the starter data. */
#pragma once

#include <groeiplan/gp-project.h>
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define GP_FILE_SUFFIX ".groeiplan"

void gp_files_add_filter (GtkFileChooser *chooser, const char *name, const char *pattern);
/* Local paths of what was chosen; g_strfreev. */
char **gp_files_chosen (GtkFileChooser *chooser);
/* The path with the suffix of projects; a new string. */
char *gp_files_with_suffix (const char *path);

/* Makes a project file from the starter data in a worker. Without examples the made-up boards with
 * their schools, verandercoaches and pins are left out, and the assumptions that ask for schools of
 * some kind, which a register does not tell: what a register import builds on, as "groeiplan-cli
 * new --empty" makes it. The project is named after its file. */
void gp_files_create_async (const char *path, gboolean with_examples, GCancellable *cancellable,
                            GAsyncReadyCallback callback, gpointer data);
gboolean gp_files_create_finish (GAsyncResult *result, GError **error);

G_END_DECLS
