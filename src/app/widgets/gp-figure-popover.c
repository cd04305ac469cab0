/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See gp-figure-popover.h. It keeps copies of what it shows: an edit makes all tables anew, and the
 * cell that it points to is gone by then. */
#include "gp-figure-popover.h"

#include "gp-finance-edit.h"
#include "gp-page.h"

#include <glib/gi18n-lib.h>

#define MAX_DEPTH 5
#define MAX_PARTS 20

struct _GpFigurePopover {
  GtkPopover parent;
  GtkLabel *what, *value, *wrong;
  GtkBox *tree, *edit;
  GtkEditable *amount, *source;
  GtkWidget *remove;
  GpDocument *document;
  GpTableId table;
  int amount_column, source_column;
  char **cells; /* of the row, or NULL */
};

G_DEFINE_FINAL_TYPE (GpFigurePopover, gp_figure_popover, GTK_TYPE_POPOVER)

/* ---- where it comes from
 * ------------------------------------------------------------------------- */

static void
add_line (GtkBox *box, const char *markup, int depth)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_markup (GTK_LABEL (label), markup);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 56);
  gtk_widget_set_margin_start (label, 12 * depth);
  gtk_box_append (box, label);
}

static char *
markup_of (const GpSource *source)
{
  g_autoptr (GString) plain =
      g_string_new (*source->text != '\0' ? source->text : gp_source_kind_label (source->kind));

  if (*source->place != '\0')
    g_string_append_printf (plain, " (%s)", source->place);
  return g_markup_printf_escaped ("%s%s<b>%s</b>\n<small>%s</small>", source->what,
                                  *source->what != '\0' && *source->value != '\0' ? " " : "",
                                  source->value, plain->str);
}

static void
add_tree (GtkBox *box, const GpSource *source, int depth)
{
  for (guint i = 0; i < MIN (source->n_parts, MAX_PARTS); i++) {
    g_autofree char *markup = markup_of (source->parts[i]);

    add_line (box, markup, depth);
    if (depth < MAX_DEPTH)
      add_tree (box, source->parts[i], depth + 1);
  }
}

static void
show_source (GpFigurePopover *self, const GpSource *source)
{
  g_autofree char *own = NULL;

  gtk_label_set_text (self->what, source->what);
  gtk_label_set_text (self->value, *source->value != '\0' ? source->value : "–");
  own = g_markup_printf_escaped (
      "%s%s%s%s", *source->text != '\0' ? source->text : gp_source_kind_label (source->kind),
      *source->place != '\0' ? " (" : "", source->place, *source->place != '\0' ? ")" : "");
  add_line (self->tree, own, 0);
  add_tree (self->tree, source, 1);
}

/* ---- changing it
 * --------------------------------------------------------------------------------- */

static void
complain (GpFigurePopover *self, const char *message)
{
  gtk_label_set_text (self->wrong, message);
  gtk_widget_set_visible (GTK_WIDGET (self->wrong), TRUE);
}

/* The popover may be gone when the edit returns: all of it that is needed is taken along. */
static void
carry_out (GpFigurePopover *self, gboolean keep)
{
  g_autoptr (GpDocument) document = g_object_ref (self->document);
  g_auto (GStrv) cells = g_steal_pointer (&self->cells);
  g_autoptr (GtkWidget) window =
      g_object_ref (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self))));
  GpTableId table = self->table;
  g_autoptr (GError) error = NULL;

  gtk_popover_popdown (GTK_POPOVER (self));
  if (!(keep ? gp_finance_put_row : gp_finance_drop_row) (document, table,
                                                          (const char *const *)cells, &error))
    gp_page_error (window, _ ("The figure was not changed"), error->message);
}

static void
on_save (GpFigurePopover *self)
{
  const char *typed = gtk_editable_get_text (self->amount);
  const char *source = gtk_editable_get_text (self->source);
  gint64 cents;

  if (self->cells == NULL)
    return;
  if (!gp_finance_read_amount (typed, gp_numbers_current (), &cents)) {
    complain (self, _ ("Type an amount in euro, with at most two decimals."));
    gtk_widget_grab_focus (GTK_WIDGET (self->amount));
    return;
  }
  g_free (self->cells[self->amount_column]);
  self->cells[self->amount_column] = gp_money_text (cents);
  g_free (self->cells[self->source_column]);
  self->cells[self->source_column] = g_strdup (source);
  carry_out (self, TRUE);
}

static void
on_remove (GpFigurePopover *self)
{
  if (self->cells != NULL)
    carry_out (self, FALSE);
}

static void
show_edit (GpFigurePopover *self, gboolean exists)
{
  gint64 cents;
  g_autofree char *today = gp_finance_typed_today ();
  g_autofree char *amount = NULL;

  if (gp_money_parse (self->cells[self->amount_column], &cents))
    amount = gp_finance_view_amount (cents, cents % 100 != 0);
  gtk_editable_set_text (self->amount, amount != NULL ? amount : "");
  gtk_editable_set_text (self->source, exists ? self->cells[self->source_column] : today);
  gtk_widget_set_visible (self->remove, exists);
  gtk_widget_set_visible (GTK_WIDGET (self->edit), TRUE);
}

/* ---- opening
 * ------------------------------------------------------------------------------------- */

static gboolean
drop_popover (gpointer popover)
{
  if (gtk_widget_get_parent (popover) != NULL)
    gtk_widget_unparent (popover);
  return G_SOURCE_REMOVE;
}

static void
on_closed (GpFigurePopover *self)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, drop_popover, g_object_ref (self), g_object_unref);
}

/* The row that the cell would change; none where the file can only be read. */
static void
take_row (GpFigurePopover *self, const GpFinanceView *view, guint line, guint column)
{
  gboolean exists = FALSE;

  if (view->klass->row == NULL || !gp_finance_view_cell (view, line, column)->editable ||
      gp_document_get_read_only_reason (self->document) != NULL)
    return;
  self->cells = view->klass->row (view, line, column, &exists);
  if (self->cells == NULL)
    return;
  self->table = view->klass->table;
  self->amount_column = gp_table_column (self->table, view->klass->amount);
  self->source_column = gp_table_column (self->table, "source");
  show_edit (self, exists);
}

/* A cell that is scrolled half out of sight is pointed to where it is seen. */
static void
point_to (GpFigurePopover *self, GtkWidget *owner, const graphene_rect_t *bounds)
{
  graphene_rect_t page = GRAPHENE_RECT_INIT (0, 0, (float)gtk_widget_get_width (owner),
                                             (float)gtk_widget_get_height (owner));
  graphene_rect_t seen;

  if (!graphene_rect_intersection (&page, bounds, &seen))
    seen = GRAPHENE_RECT_INIT (page.size.width / 2, page.size.height / 2, 1, 1);
  gtk_popover_set_pointing_to (GTK_POPOVER (self),
                               &(GdkRectangle){(int)seen.origin.x, (int)seen.origin.y,
                                               (int)seen.size.width, (int)seen.size.height});
}

GpFigurePopover *
gp_figure_popover_open (GtkWidget *cell, GpDocument *document, const GpFinanceView *view,
                        guint line, guint column)
{
  GpFigurePopover *self;
  GtkWidget *owner = gtk_widget_get_parent (gtk_widget_get_parent (cell));
  graphene_rect_t bounds;
  g_autoptr (GpSource) source = NULL;

  g_return_val_if_fail (GTK_IS_WIDGET (cell) && document != NULL && view != NULL, NULL);
  while (owner != NULL && !GP_IS_PAGE (owner))
    owner = gtk_widget_get_parent (owner);
  if (owner == NULL || !gtk_widget_compute_bounds (cell, owner, &bounds))
    return NULL;
  self = g_object_new (GP_TYPE_FIGURE_POPOVER, NULL);
  self->document = g_object_ref (document);
  source = view->klass->source (view, line, column);
  show_source (self, source);
  take_row (self, view, line, column);
  gtk_widget_set_parent (GTK_WIDGET (self), owner);
  point_to (self, owner, &bounds);
  g_signal_connect_swapped (self, "closed", G_CALLBACK (on_closed), self);
  gtk_popover_popup (GTK_POPOVER (self));
  if (self->cells != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->amount));
  return self;
}

void
gp_figure_popover_put (GpFigurePopover *self, const char *amount)
{
  g_return_if_fail (GP_IS_FIGURE_POPOVER (self) && amount != NULL);
  gtk_editable_set_text (self->amount, amount);
  on_save (self);
}

/* ---- the widget
 * ---------------------------------------------------------------------------------- */

static void
gp_figure_popover_dispose (GObject *object)
{
  GpFigurePopover *self = GP_FIGURE_POPOVER (object);

  g_clear_object (&self->document);
  g_clear_pointer (&self->cells, g_strfreev);
  G_OBJECT_CLASS (gp_figure_popover_parent_class)->dispose (object);
}

static void
gp_figure_popover_class_init (GpFigurePopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gp_figure_popover_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/nl/groeiplan/Groeiplan/gp-figure-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, GpFigurePopover, what);
  gtk_widget_class_bind_template_child (widget_class, GpFigurePopover, value);
  gtk_widget_class_bind_template_child (widget_class, GpFigurePopover, wrong);
  gtk_widget_class_bind_template_child (widget_class, GpFigurePopover, tree);
  gtk_widget_class_bind_template_child (widget_class, GpFigurePopover, edit);
  gtk_widget_class_bind_template_child (widget_class, GpFigurePopover, amount);
  gtk_widget_class_bind_template_child (widget_class, GpFigurePopover, source);
  gtk_widget_class_bind_template_child (widget_class, GpFigurePopover, remove);
  gtk_widget_class_bind_template_callback (widget_class, on_save);
  gtk_widget_class_bind_template_callback (widget_class, on_remove);
}

static void
gp_figure_popover_init (GpFigurePopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
