/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See gp-history-pane.h. A row carries the number of its entry; 0 is the project before all of
 * them. */
#include "gp-history-pane.h"
#include "gp-page.h"

#include <glib/gi18n-lib.h>
#include <groeiplan/gp-format.h>

#define MAX_SHOWN 500 /* a pane that nobody scrolls to the end of */

struct _GpHistoryPane {
  GtkWidget parent;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (GpHistoryPane, gp_history_pane, GTK_TYPE_WIDGET)

static char *
time_text (gint64 when)
{
  return gp_format_time (when, TRUE, gp_language_current ());
}

static GtkWidget *
new_label (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

static void
add_row (GpHistoryPane *self, gint64 id, const char *label, const char *when, gboolean undone)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  g_autofree gint64 *kept = g_memdup2 (&id, sizeof id);

  gtk_widget_add_css_class (box, "page-row");
  gtk_box_append (GTK_BOX (box), new_label (label, undone ? "dim-label" : NULL));
  if (when != NULL)
    gtk_box_append (GTK_BOX (box), new_label (when, "caption"));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data_full (G_OBJECT (row), "id", g_steal_pointer (&kept), g_free);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_list_box_append (self->list, row);
}

static void
add_entry (GpHistoryPane *self, const GpHistoryEntry *entry, gboolean now)
{
  g_autofree char *time = time_text (entry->when);
  g_autofree char *when =
      *entry->author != '\0' ? g_strdup_printf ("%s · %s", time, entry->author) : g_strdup (time);
  g_autofree char *text = NULL;

  if (now)
    text = g_strdup_printf (_ ("%s – now"), when);
  else if (entry->undone)
    text = g_strdup_printf (_ ("%s – undone"), when);
  add_row (self, entry->id, entry->label, text != NULL ? text : when, entry->undone);
}

void
gp_history_pane_show (GpHistoryPane *self, GpDocument *document)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) history = gp_document_history (document, &error);
  GtkListBoxRow *row;
  gboolean now = TRUE;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (guint i = 0; history != NULL && i < MIN (history->len, MAX_SHOWN); i++) {
    const GpHistoryEntry *entry = g_ptr_array_index (history, i);

    add_entry (self, entry, now && !entry->undone);
    now = now && entry->undone;
  }
  if (history == NULL)
    add_row (self, -1, error->message, NULL, TRUE);
  else if (history->len <= MAX_SHOWN)
    add_row (self, 0, _ ("The project before these changes"), now ? _ ("now") : NULL, FALSE);
}

static void
on_row_activated (GtkListBox *list, GtkListBoxRow *row, GpHistoryPane *self)
{
  const gint64 *id = g_object_get_data (G_OBJECT (row), "id");

  (void)list;
  if (*id >= 0)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.go-back", "x", *id);
}

static void
gp_history_pane_dispose (GObject *object)
{
  gp_page_drop_children (GTK_WIDGET (object));
  G_OBJECT_CLASS (gp_history_pane_parent_class)->dispose (object);
}

static void
gp_history_pane_class_init (GpHistoryPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gp_history_pane_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/nl/groeiplan/Groeiplan/gp-history-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, GpHistoryPane, list);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
gp_history_pane_init (GpHistoryPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
