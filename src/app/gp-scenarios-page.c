/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See gp-scenarios-page.h. */
#include "gp-scenarios-page.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

struct _GpScenariosPage {
  GtkWidget parent;
};

static void gp_scenarios_page_iface (GpPageInterface *iface);
G_DEFINE_FINAL_TYPE_WITH_CODE (GpScenariosPage, gp_scenarios_page, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GP_TYPE_PAGE, gp_scenarios_page_iface))

static void
gp_scenarios_page_show (GpPage *page, GpDocument *document)
{
  (void)page, (void)document;
}

static void
gp_scenarios_page_iface (GpPageInterface *iface)
{
  iface->show = gp_scenarios_page_show;
}

static void
gp_scenarios_page_dispose (GObject *object)
{
  gp_page_drop_children (GTK_WIDGET (object));
  G_OBJECT_CLASS (gp_scenarios_page_parent_class)->dispose (object);
}

static void
gp_scenarios_page_class_init (GpScenariosPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = gp_scenarios_page_dispose;
  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass),
                                               "/nl/groeiplan/Groeiplan/gp-scenarios-page.ui");
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
gp_scenarios_page_init (GpScenariosPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
gp_scenarios_page_new (void)
{
  return g_object_new (GP_TYPE_SCENARIOS_PAGE, NULL);
}
