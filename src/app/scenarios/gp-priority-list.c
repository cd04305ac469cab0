/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See gp-priority-list.h. */
#include "gp-priority-list.h"
#include "gp-assumption.h"
#include "gp-page.h"
#include "gp-scenario-edit.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _GpPriorityList {
  GtkWidget parent;
  GtkListBox *list;
  GtkLabel *origin;
  GtkButton *reset;
  GpDocument *document;
  GpPriorityId order[GP_N_PRIORITIES];
  guint n;
  int focus; /* the row to have the focus after the order is shown again, or -1 */
};

G_DEFINE_FINAL_TYPE (GpPriorityList, gp_priority_list, GTK_TYPE_WIDGET)

/* ---- the edit ---------------------------------------------------------------------------------
 */

static void
put_order (GpPriorityList *self, GpOrderEdit *edit, const char *label)
{
  g_autoptr (GError) error = NULL;

  edit->project = gp_document_get_project (self->document);
  edit->scenario = gp_document_get_scenario (self->document);
  if (!gp_document_edit (self->document, label, gp_order_put, edit, &error))
    gp_page_error (GTK_WIDGET (self), _ ("The order cannot be changed"), error->message);
}

void
gp_priority_list_move (GpPriorityList *self, guint from, int by)
{
  int to = (int)from + by;
  GpOrderEdit edit = {.n = self->n};
  GpPriorityId moved;
  g_autofree char *label = NULL;

  if (self->document == NULL || gp_document_get_read_only_reason (self->document) != NULL ||
      from >= self->n || to < 0 || to >= (int)self->n || by == 0)
    return;
  memcpy (edit.order, self->order, sizeof edit.order);
  moved = edit.order[from];
  if (to > (int)from)
    memmove (&edit.order[from], &edit.order[from + 1], (guint)by * sizeof moved);
  else
    memmove (&edit.order[to + 1], &edit.order[to], (guint)-by * sizeof moved);
  edit.order[to] = moved;
  self->focus = to;
  /* Translators: a priority, and its new place: 1 is first. */
  label = g_strdup_printf (_ ("%s: priority %d"), gp_assumption_priority_title (moved), to + 1);
  put_order (self, &edit, label);
}

static void
on_reset (GpPriorityList *self)
{
  GpOrderEdit edit = {.n = 0};

  put_order (self, &edit, _ ("Priorities: inherited again"));
}

/* ---- one row ----------------------------------------------------------------------------------
 */

static gboolean
on_key (GtkEventControllerKey *keys, guint key, guint code, GdkModifierType state,
        GpPriorityList *self)
{
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (keys));
  int index = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));

  (void)code;
  if ((state & GDK_ALT_MASK) == 0 || (key != GDK_KEY_Up && key != GDK_KEY_Down))
    return FALSE;
  gp_priority_list_move (self, (guint)index, key == GDK_KEY_Up ? -1 : 1);
  return TRUE;
}

static GdkContentProvider *
on_prepare (GtkDragSource *source, double x, double y, GtkWidget *row)
{
  (void)source, (void)x, (void)y;
  return gdk_content_provider_new_typed (G_TYPE_INT,
                                         gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)));
}

static void
on_drag_begin (GtkDragSource *source, GdkDrag *drag, GtkWidget *row)
{
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (row);

  (void)drag;
  gtk_drag_source_set_icon (source, picture, 0, 0);
}

static gboolean
on_drop (GtkDropTarget *target, const GValue *value, double x, double y, GpPriorityList *self)
{
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target));
  int from = g_value_get_int (value), to = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));

  (void)x, (void)y;
  if (from < 0 || from == to)
    return FALSE;
  gp_priority_list_move (self, (guint)from, to - from);
  return TRUE;
}

static void
make_movable (GpPriorityList *self, GtkWidget *row)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INT, GDK_ACTION_MOVE);
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect (source, "prepare", G_CALLBACK (on_prepare), row);
  g_signal_connect (source, "drag-begin", G_CALLBACK (on_drag_begin), row);
  g_signal_connect (target, "drop", G_CALLBACK (on_drop), self);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (source));
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (target));
  gtk_widget_add_controller (row, keys);
}

static void
on_step (GtkButton *button, GpPriorityList *self)
{
  GtkWidget *row = gtk_widget_get_ancestor (GTK_WIDGET (button), GTK_TYPE_LIST_BOX_ROW);
  int by = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "by"));

  gp_priority_list_move (self, (guint)gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)), by);
}

static GtkWidget *
step_button (GpPriorityList *self, int by, gboolean sensitive, const char *title)
{
  GtkWidget *button =
      gtk_button_new_from_icon_name (by < 0 ? "go-up-symbolic" : "go-down-symbolic");
  /* Translators: a priority that is moved in the list. */
  g_autofree char *name = g_strdup_printf (
      by < 0 ? _ ("Move “%s” up (Alt+Up)") : _ ("Move “%s” down (Alt+Down)"), title);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_sensitive (button, sensitive);
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (button), "by", GINT_TO_POINTER (by));
  g_signal_connect (button, "clicked", G_CALLBACK (on_step), self);
  return button;
}

static GtkWidget *
texts_of (GpPriorityId priority)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *title = gtk_label_new (gp_assumption_priority_title (priority));
  GtkWidget *definition = gtk_label_new (gp_assumption_priority_definition (priority));

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_label_set_xalign (GTK_LABEL (definition), 0);
  gtk_label_set_wrap (GTK_LABEL (definition), TRUE);
  gtk_widget_add_css_class (definition, "dim-label");
  gtk_widget_add_css_class (definition, "caption");
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), definition);
  gtk_widget_set_hexpand (box, TRUE);
  return box;
}

static void
add_row (GpPriorityList *self, guint index, gboolean editable)
{
  const char *title = gp_assumption_priority_title (self->order[index]);
  GtkWidget *row = gtk_list_box_row_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  g_autofree char *rank = g_strdup_printf ("%u", index + 1);
  g_autofree char *name = g_strdup_printf ("%s. %s", rank, title);
  GtkWidget *number = gtk_label_new (rank);

  gtk_widget_add_css_class (number, "figure-value");
  gtk_label_set_width_chars (GTK_LABEL (number), 2);
  gtk_box_append (GTK_BOX (box), number);
  gtk_box_append (GTK_BOX (box), texts_of (self->order[index]));
  gtk_box_append (GTK_BOX (box), step_button (self, -1, editable && index > 0, title));
  gtk_box_append (GTK_BOX (box), step_button (self, 1, editable && index + 1 < self->n, title));
  gtk_widget_add_css_class (box, "priority-row");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  make_movable (self, row);
  gtk_list_box_append (self->list, row);
}

/* ---- showing ----------------------------------------------------------------------------------
 */

/* The scenario whose order holds, or GP_NONE: the general one. */
static guint32
owner_of (const GpProject *project, guint32 scenario)
{
  for (; scenario != GP_NONE; scenario = project->scenarios[scenario].parent)
    for (guint i = 0; i < project->n_priorities; i++)
      if (project->priorities[i].scenario == scenario)
        return scenario;
  return GP_NONE;
}

static void
show_origin (GpPriorityList *self, gboolean editable)
{
  const GpProject *project = gp_document_get_project (self->document);
  guint32 scenario = gp_document_get_scenario (self->document);
  guint32 owner = owner_of (project, scenario);
  g_autofree char *text = NULL;

  if (owner == scenario)
    text = g_strdup (_ ("This scenario has its own order."));
  else if (owner != GP_NONE)
    text = g_strdup_printf (_ ("The order is that of %s."), project->scenarios[owner].name);
  else
    text = g_strdup (_ ("The order is the general default."));
  gtk_label_set_text (self->origin, text);
  gtk_widget_set_visible (GTK_WIDGET (self->reset), owner == scenario && editable);
}

static gboolean
order_is_shown (GpPriorityList *self, const GpPriorityId *order, guint n)
{
  return self->n == n && memcmp (self->order, order, n * sizeof *order) == 0 &&
         gtk_list_box_get_row_at_index (self->list, 0) != NULL;
}

void
gp_priority_list_show (GpPriorityList *self, GpDocument *document)
{
  gboolean editable = gp_document_get_read_only_reason (document) == NULL;
  GpPriorityId order[GP_N_PRIORITIES];
  guint n = gp_project_priorities (gp_document_get_project (document),
                                   gp_document_get_scenario (document), order);
  GtkWidget *row;

  g_set_object (&self->document, document);
  if (!order_is_shown (self, order, n)) {
    memcpy (self->order, order, sizeof order);
    self->n = n;
    while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
      gtk_list_box_remove (self->list, row);
    for (guint i = 0; i < n; i++)
      add_row (self, i, editable);
    if (self->focus >= 0)
      gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, self->focus)));
  }
  self->focus = -1;
  show_origin (self, editable);
}

/* ---- the class --------------------------------------------------------------------------------
 */

static void
gp_priority_list_dispose (GObject *object)
{
  g_clear_object (&GP_PRIORITY_LIST (object)->document);
  gp_page_drop_children (GTK_WIDGET (object));
  G_OBJECT_CLASS (gp_priority_list_parent_class)->dispose (object);
}

static void
gp_priority_list_class_init (GpPriorityListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gp_priority_list_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/nl/groeiplan/Groeiplan/gp-priority-list.ui");
#define CHILD(name) gtk_widget_class_bind_template_child (widget_class, GpPriorityList, name)
  CHILD (list);
  CHILD (origin);
  CHILD (reset);
#undef CHILD
  gtk_widget_class_bind_template_callback (widget_class, on_reset);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
gp_priority_list_init (GpPriorityList *self)
{
  self->focus = -1;
  gtk_widget_init_template (GTK_WIDGET (self));
}
