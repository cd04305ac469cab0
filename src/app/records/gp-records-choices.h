/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The choices below a cell that is being typed in: those that fit what was typed. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define GP_TYPE_RECORDS_CHOICES (gp_records_choices_get_type ())
G_DECLARE_FINAL_TYPE (GpRecordsChoices, gp_records_choices, GP, RECORDS_CHOICES, GtkPopover)

/* Takes choices. Emits "chosen" when one is clicked. */
GpRecordsChoices *gp_records_choices_new (GtkWidget *parent, char **choices);
/* Shows the choices that fit; all of them for "". */
void gp_records_choices_look_for (GpRecordsChoices *self, const char *text);
void gp_records_choices_move (GpRecordsChoices *self, int by);
const char *gp_records_choices_get (GpRecordsChoices *self); /* the marked one, or NULL */

G_END_DECLS
