/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Two children: beside each other where there is room for both, else one under the other. The first
 * is what a person works with and keeps its width, the second what it does and takes the rest.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define GP_TYPE_BESIDE (gp_beside_get_type ())
G_DECLARE_FINAL_TYPE (GpBeside, gp_beside, GP, BESIDE, GtkWidget)

/* A width from which the two stand beside each other, where the first wants to be so wide at
 * least: for tests. */
int gp_beside_threshold (int first);

G_END_DECLS
