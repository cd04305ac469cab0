/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What programs that were killed leave behind.
 *
 * Files and exports are made under a temporary name beside their target: “.groeiplan-XXXXXX” (a
 * file, perhaps with its “-journal”, or a folder) and “.groeiplan-export-XXXXXX” (a folder). A
 * program that ends in the middle leaves them there, with all that the project holds.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How long nothing may have changed in it before it is taken for left behind. */
#define GP_LEFTOVERS_SECONDS (24 * 60 * 60)

/* Removes the leftovers in the folder: those of such a name, of the person who runs the program,
 * untouched for a day, and locked by nobody. Links are not followed, and a folder that holds
 * anything but plain files and folders of files stays. Returns how many were removed; what cannot
 * be removed stays without a word. To be called by whoever makes such names in that folder. */
guint gp_leftovers_remove (const char *folder);

G_END_DECLS
