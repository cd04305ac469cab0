/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See gp-records-choices.h. It never takes the focus: the person goes on typing. */
#include "gp-records-choices.h"

#include <string.h>

#define MOST 8

struct _GpRecordsChoices {
  GtkPopover parent;
  GtkListBox *list;
  char **choices;
};

enum { CHOSEN, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GpRecordsChoices, gp_records_choices, GTK_TYPE_POPOVER)

static void
gp_records_choices_finalize (GObject *object)
{
  g_strfreev (GP_RECORDS_CHOICES (object)->choices);
  G_OBJECT_CLASS (gp_records_choices_parent_class)->finalize (object);
}

static void
gp_records_choices_class_init (GpRecordsChoicesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = gp_records_choices_finalize;
  signals[CHOSEN] = g_signal_new ("chosen", GP_TYPE_RECORDS_CHOICES, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);
}

static void
on_activated (GtkListBox *list, GtkListBoxRow *row, GpRecordsChoices *self)
{
  gtk_list_box_select_row (list, row);
  g_signal_emit (self, signals[CHOSEN], 0);
}

static void
gp_records_choices_init (GpRecordsChoices *self)
{
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_BROWSE);
  gtk_widget_set_can_focus (GTK_WIDGET (self->list), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "records-choices");
  gtk_popover_set_child (GTK_POPOVER (self), GTK_WIDGET (self->list));
  gtk_popover_set_autohide (GTK_POPOVER (self), FALSE);
  gtk_popover_set_has_arrow (GTK_POPOVER (self), FALSE);
  gtk_popover_set_position (GTK_POPOVER (self), GTK_POS_BOTTOM);
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_START);
  gtk_widget_set_can_focus (GTK_WIDGET (self), FALSE);
  g_signal_connect (self->list, "row-activated", G_CALLBACK (on_activated), self);
}

GpRecordsChoices *
gp_records_choices_new (GtkWidget *parent, char **choices)
{
  GpRecordsChoices *self = g_object_new (GP_TYPE_RECORDS_CHOICES, NULL);

  self->choices = choices;
  gtk_widget_set_parent (GTK_WIDGET (self), parent);
  return self;
}

static void
append (GpRecordsChoices *self, const char *choice)
{
  GtkWidget *label = gtk_label_new (choice);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 40);
  gtk_list_box_append (self->list, label);
}

/* Pass 0: what begins with the text; pass 1: what has it elsewhere. */
static guint
append_fitting (GpRecordsChoices *self, const char *folded, int pass, guint n)
{
  for (guint i = 0; self->choices[i] != NULL && n < MOST; i++) {
    g_autofree char *choice = g_utf8_casefold (self->choices[i], -1);
    const char *at = strstr (choice, folded);

    if (at != NULL && (at == choice) == (pass == 0)) {
      append (self, self->choices[i]);
      n++;
    }
  }
  return n;
}

void
gp_records_choices_look_for (GpRecordsChoices *self, const char *text)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);
  GtkListBoxRow *row;
  guint n;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  n = append_fitting (self, g_strstrip (folded), 0, 0);
  n = append_fitting (self, folded, 1, n);
  if (n > 0 && *folded != '\0')
    gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, 0));
  if (n > 0)
    gtk_popover_popup (GTK_POPOVER (self));
  else
    gtk_popover_popdown (GTK_POPOVER (self));
}

void
gp_records_choices_move (GpRecordsChoices *self, int by)
{
  GtkListBoxRow *now = gtk_list_box_get_selected_row (self->list);
  int at = now != NULL ? gtk_list_box_row_get_index (now) + by : 0;
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, MAX (at, 0));

  if (row != NULL)
    gtk_list_box_select_row (self->list, row);
}

const char *
gp_records_choices_get (GpRecordsChoices *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  return row != NULL ? gtk_label_get_text (GTK_LABEL (gtk_list_box_row_get_child (row))) : NULL;
}
