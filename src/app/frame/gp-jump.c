/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See gp-jump.h. Found are rows whose name or code holds every word; those that begin with the text
 * come first. */
#include "gp-jump.h"
#include "gp-page.h"
#include "gp-row.h"

#include <glib/gi18n-lib.h>

#define MAX_FOUND 30 /* of each kind; who needs more types more */

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

typedef struct {
  const char *page, *code, *name, *kind;
  gboolean first; /* begins with what was typed */
} Found;

static int
compare_found (gconstpointer a, gconstpointer b)
{
  const Found *one = a, *other = b;

  if (one->first != other->first)
    return one->first ? -1 : 1;
  return g_utf8_collate (one->name, other->name);
}

typedef struct {
  char **words;
  char *start; /* folded */
  GArray *found;
  guint n; /* of this kind */
} Search;

static void
look_at (Search *search, const char *page, const char *kind, const char *code, const char *name)
{
  g_autofree char *text = NULL, *folded = NULL;
  Found found = {page, code, name, kind, FALSE};

  if (search->n >= MAX_FOUND)
    return;
  text = g_strconcat (name, " ", code, NULL);
  folded = g_utf8_casefold (text, -1);
  for (guint i = 0; search->words[i] != NULL; i++)
    if (strstr (folded, search->words[i]) == NULL)
      return;
  found.first = g_str_has_prefix (folded, search->start);
  g_array_append_val (search->found, found);
  search->n++;
}

static void
look_through (Search *search, const GpProject *project)
{
  for (guint32 i = 0; i < project->n_boards; i++)
    look_at (search, "boards", _ ("board"), project->boards[i].code, project->boards[i].name);
  search->n = 0;
  for (guint32 i = 0; i < project->n_schools; i++)
    look_at (search, "schools", _ ("school"), project->schools[i].code, project->schools[i].name);
  search->n = 0;
  for (guint32 i = 0; i < project->n_expert_coaches; i++)
    look_at (search, "coaches", _ ("expert coach"), project->expert_coaches[i].code,
             project->expert_coaches[i].name);
  search->n = 0;
  for (guint32 i = 0; i < project->n_verandercoaches; i++)
    look_at (search, "coaches", _ ("verandercoach"), project->verandercoaches[i].code,
             project->verandercoaches[i].name);
}

/* ---- showing it -------------------------------------------------------------------------------
 */

static void
add_row (GpJump *self, const Found *found)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *name = gtk_label_new (found->name), *kind = gtk_label_new (found->kind);

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (name), 34);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_widget_add_css_class (kind, "dim-label");
  gtk_widget_add_css_class (box, "page-row");
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), kind);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_widget_set_tooltip_text (row, found->code);
  gtk_widget_set_name (row, found->page);
  g_object_set_data_full (G_OBJECT (row), "code", g_strdup (found->code), g_free);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, found->name,
                                  -1);
  gtk_list_box_append (self->list, row);
}

static void
on_search (GpJump *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_auto (GStrv) words = gp_row_fold_words (text);
  g_autofree char *start = g_utf8_casefold (text, -1);
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (Found));
  Search search = {.words = words, .start = start, .found = found};
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  if (words[0] != NULL && self->document != NULL)
    look_through (&search, gp_document_get_project (self->document));
  g_array_sort (found, compare_found);
  for (guint i = 0; i < MIN (found->len, MAX_FOUND); i++)
    add_row (self, &g_array_index (found, Found, i));
  gtk_widget_set_visible (self->scroller, found->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->message), found->len == 0);
  gtk_label_set_text (self->message, words[0] != NULL ? _ ("Nothing has this name or code.")
                                                      : _ ("Type a part of a name, or a code."));
  gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, 0));
}

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
  g_signal_connect (self, "map", G_CALLBACK (on_shown), NULL);
}
