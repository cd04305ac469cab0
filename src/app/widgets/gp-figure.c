/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gp-figure.h"
#include "gp-page.h"

struct _GpFigure {
  GtkWidget parent;
  GtkLabel *value;
  GtkLabel *caption, *change;
  GtkWidget *button;
  char *page, *what;
  guint lines; /* that the caption has room for at least */
};

G_DEFINE_FINAL_TYPE (GpFigure, gp_figure, GTK_TYPE_WIDGET)

static void
gp_figure_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&GP_FIGURE (object)->page, g_free);
  g_clear_pointer (&GP_FIGURE (object)->what, g_free);
  G_OBJECT_CLASS (gp_figure_parent_class)->dispose (object);
}

static void
on_clicked (GpFigure *self)
{
  if (self->page != NULL)
    gp_page_open (GTK_WIDGET (self), self->page, self->what);
}

static void
gp_figure_class_init (GpFigureClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gp_figure_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/nl/groeiplan/Groeiplan/gp-figure.ui");
  gtk_widget_class_bind_template_child (widget_class, GpFigure, value);
  gtk_widget_class_bind_template_child (widget_class, GpFigure, caption);
  gtk_widget_class_bind_template_child (widget_class, GpFigure, change);
  gtk_widget_class_bind_template_child (widget_class, GpFigure, button);
  gtk_widget_class_bind_template_callback (widget_class, on_clicked);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
gp_figure_init (GpFigure *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gp_figure_set (self, "–", "", NULL, FALSE);
  gp_figure_set_link (self, NULL, NULL);
}

/* With the font as it is now. */
static void
reserve_lines (GpFigure *self)
{
  g_autofree char *text = g_strnfill (MAX (self->lines, 1) - 1, '\n');
  g_autoptr (PangoLayout) layout = NULL;
  int height;

  if (self->lines == 0)
    return;
  layout = gtk_widget_create_pango_layout (GTK_WIDGET (self->caption), text);
  pango_layout_get_pixel_size (layout, NULL, &height);
  gtk_widget_set_size_request (GTK_WIDGET (self->caption), -1, height);
}

void
gp_figure_set_lines (GpFigure *self, guint lines)
{
  self->lines = lines;
  reserve_lines (self);
}

void
gp_figure_set (GpFigure *self, const char *value, const char *caption, const char *tooltip,
               gboolean rough)
{
  g_autofree char *label = g_strdup_printf ("%s %s", value, caption);

  gtk_label_set_text (self->value, value);
  gtk_label_set_text (self->caption, caption);
  reserve_lines (self);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), tooltip);
  if (rough)
    gtk_widget_add_css_class (GTK_WIDGET (self->value), "rough");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->value), "rough");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
}

void
gp_figure_set_link (GpFigure *self, const char *page, const char *what)
{
  g_free (self->page);
  g_free (self->what);
  self->page = g_strdup (page);
  self->what = g_strdup (what);
  /* one that leads nowhere is no button to the keyboard and the pointer */
  gtk_widget_set_can_focus (self->button, page != NULL);
  gtk_widget_set_can_target (self->button, page != NULL);
}

void
gp_figure_set_change (GpFigure *self, const char *text, const char *tooltip)
{
  gtk_label_set_text (self->change, text != NULL ? text : "");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->change), tooltip);
  gtk_widget_set_visible (GTK_WIDGET (self->change), text != NULL);
}
