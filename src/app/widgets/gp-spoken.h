/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a screen reader says of a button. GTK 4.8 names it twice over: by its label as it is written
 * ("_Plan"), then by the text that is shown ("Plan"). Here only by what is shown.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* From now on every button with a label, those of dialogs too, is named once. Call it once. */
void gp_spoken_begin (void);
/* Again for one whose label was changed after it was on the screen. */
void gp_spoken_of_button (GtkButton *button);

G_END_DECLS
