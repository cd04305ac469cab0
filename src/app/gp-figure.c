/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gp-figure.h"

struct _GpFigure {
  GtkWidget parent;
  GtkLabel *value;
  GtkLabel *caption;
};

G_DEFINE_FINAL_TYPE (GpFigure, gp_figure, GTK_TYPE_WIDGET)

static void
gp_figure_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (gp_figure_parent_class)->dispose (object);
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
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
gp_figure_init (GpFigure *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
gp_figure_set (GpFigure *self, const char *value, const char *caption, const char *tooltip,
               gboolean rough)
{
  g_autofree char *label = g_strdup_printf ("%s %s", value, caption);

  gtk_label_set_text (self->value, value);
  gtk_label_set_text (self->caption, caption);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), tooltip);
  if (rough)
    gtk_widget_add_css_class (GTK_WIDGET (self->value), "rough");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->value), "rough");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}
