/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See gp-jump.h. What is found, and in which order, is gp-jump-search.h's. */
#include "gp-jump.h"
#include "gp-jump-search.h"
#include "gp-page.h"

#include <glib/gi18n-lib.h>
#include <groeiplan/gp-format.h>

#define MAX_FOUND 30 /* who needs more types more */

struct _GpJump {
  GtkPopover parent;
  GtkSearchEntry *entry;
  GtkListBox *list;
  GtkWidget *scroller;
  GtkLabel *message;
  GpDocument *document;
};

G_DEFINE_FINAL_TYPE (GpJump, gp_jump, GTK_TYPE_POPOVER)

/* ---- what is found ----------------------------------------------------------------------------
 */

static const char *
page_of (GpJumpKind kind)
{
  return kind == GP_JUMP_BOARD ? "boards" : kind == GP_JUMP_SCHOOL ? "schools" : "coaches";
}

static const char *
title_of (GpJumpKind kind)
{
  switch (kind) {
  case GP_JUMP_BOARD:
    return _ ("board");
  case GP_JUMP_SCHOOL:
    return _ ("school");
  case GP_JUMP_EXPERT:
    return _ ("expert coach");
  default:
    return _ ("verandercoach");
  }
}

static GtkWidget *
new_label (const char *text, const char *css)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 40);
  if (css != NULL) {
    gtk_widget_add_css_class (label, css);
    gtk_widget_add_css_class (label, "dim-label");
  }
  return label;
}

/* Its name with its kind, and under it where it is: schools often have the same name. */
static GtkWidget *
new_row (const GpProject *project, const GpJumpFound *found)
{
  const char *name = gp_jump_name (project, found), *code = gp_jump_code (project, found);
  g_autofree char *place = gp_jump_place (project, found);
  g_autofree char *about = g_strjoin (" · ", place, code, NULL);
  g_autofree char *label = g_strdup_printf ("%s, %s, %s", name, title_of (found->kind), place);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *title = new_label (*name != '\0' ? name : code, NULL);

  gtk_widget_set_hexpand (title, TRUE);
  gtk_widget_add_css_class (box, "page-row");
  gtk_box_append (GTK_BOX (line), title);
  gtk_box_append (GTK_BOX (line), new_label (title_of (found->kind), "caption"));
  gtk_box_append (GTK_BOX (box), line);
  gtk_box_append (GTK_BOX (box), new_label (about, "caption"));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_widget_set_tooltip_text (row, label);
  gtk_widget_set_name (row, page_of (found->kind));
  g_object_set_data_full (G_OBJECT (row), "code", g_strdup (code), g_free);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return row;
}

static void
show_message (GpJump *self, gboolean asked, guint n_shown, guint n_all)
{
  g_autofree char *number = gp_format_integer (n_all - n_shown, gp_numbers_current ());
  g_autofree char *more = g_strdup_printf (_ ("And %s more: type more of the name."), number);

  gtk_widget_set_visible (self->scroller, n_shown > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->message), n_shown == 0 || n_all > n_shown);
  gtk_label_set_text (self->message, n_shown > 0 ? more
                                     : asked     ? _ ("Nothing has this name or code.")
                                                 : _ ("Type a part of a name, or a code."));
}

static void
on_search (GpJump *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  const GpProject *project =
      self->document != NULL ? gp_document_get_project (self->document) : NULL;
  g_autoptr (GArray) found = NULL;
  g_autofree char *asked = g_strstrip (g_strdup (text));
  GtkListBoxRow *row;
  guint n_all = 0;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  if (project != NULL)
    found = gp_jump_search (project, text, MAX_FOUND, &n_all);
  for (guint i = 0; found != NULL && i < found->len; i++)
    gtk_list_box_append (self->list, new_row (project, &g_array_index (found, GpJumpFound, i)));
  show_message (self, *asked != '\0', found != NULL ? found->len : 0, n_all);
  gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, 0));
  gtk_adjustment_set_value (
      gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), 0);
}

/* ---- going there ------------------------------------------------------------------------------
 */

static void
on_row_activated (GtkListBox *list, GtkListBoxRow *row, GpJump *self)
{
  g_autofree char *code = g_strdup (g_object_get_data (G_OBJECT (row), "code"));
  g_autofree char *page = g_strdup (gtk_widget_get_name (GTK_WIDGET (row)));

  (void)list;
  gtk_popover_popdown (GTK_POPOVER (self));
  gp_page_open (GTK_WIDGET (self), page, code);
}

static void
on_activate (GpJump *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  if (row != NULL)
    on_row_activated (self->list, row, self);
}

/* Down from the entry is the second row: Enter there takes the first one already. */
static gboolean
on_entry_key (GtkEventControllerKey *keys, guint key, guint code, GdkModifierType state,
              GpJump *self)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, 1);

  (void)keys, (void)code, (void)state;
  if (key != GDK_KEY_Down && key != GDK_KEY_KP_Down)
    return GDK_EVENT_PROPAGATE;
  if (row == NULL)
    row = gtk_list_box_get_row_at_index (self->list, 0);
  if (row == NULL)
    return GDK_EVENT_STOP;
  gtk_list_box_select_row (self->list, row);
  gtk_widget_grab_focus (GTK_WIDGET (row));
  return GDK_EVENT_STOP;
}

/* Up from the first row is the entry again. */
static gboolean
on_list_key (GtkEventControllerKey *keys, guint key, guint code, GdkModifierType state,
             GpJump *self)
{
  GtkListBoxRow *first = gtk_list_box_get_row_at_index (self->list, 0);

  (void)keys, (void)code, (void)state;
  if ((key != GDK_KEY_Up && key != GDK_KEY_KP_Up) || first == NULL ||
      !gtk_widget_has_focus (GTK_WIDGET (first)))
    return GDK_EVENT_PROPAGATE;
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
  return GDK_EVENT_STOP;
}

static void
watch_keys (GpJump *self, GtkWidget *widget, GCallback pressed)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", pressed, self);
  gtk_widget_add_controller (widget, keys);
}

static void
on_shown (GpJump *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  on_search (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

void
gp_jump_set_document (GpJump *self, GpDocument *document)
{
  g_set_object (&self->document, document);
}

/* ---- the class --------------------------------------------------------------------------------
 */

static void
gp_jump_dispose (GObject *object)
{
  g_clear_object (&GP_JUMP (object)->document);
  G_OBJECT_CLASS (gp_jump_parent_class)->dispose (object);
}

static void
gp_jump_class_init (GpJumpClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gp_jump_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/nl/groeiplan/Groeiplan/gp-jump.ui");
  gtk_widget_class_bind_template_child (widget_class, GpJump, entry);
  gtk_widget_class_bind_template_child (widget_class, GpJump, list);
  gtk_widget_class_bind_template_child (widget_class, GpJump, scroller);
  gtk_widget_class_bind_template_child (widget_class, GpJump, message);
  gtk_widget_class_bind_template_callback (widget_class, on_search);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
}

static void
gp_jump_init (GpJump *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_entry_set_key_capture_widget (self->entry, GTK_WIDGET (self));
  watch_keys (self, GTK_WIDGET (self->entry), G_CALLBACK (on_entry_key));
  watch_keys (self, GTK_WIDGET (self->list), G_CALLBACK (on_list_key));
  g_signal_connect (self, "map", G_CALLBACK (on_shown), NULL);
}
