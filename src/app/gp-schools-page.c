/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See gp-schools-page.h. */
#include "gp-schools-page.h"
#include "gp-rows.h"

#include <glib/gi18n-lib.h>

struct _GpSchoolsPage {
  GtkWidget parent;
  GpTablePage *table;
  GpDocument *document;
};

static void gp_schools_page_iface (GpPageInterface *iface);
G_DEFINE_FINAL_TYPE_WITH_CODE (GpSchoolsPage, gp_schools_page, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GP_TYPE_PAGE, gp_schools_page_iface))

static GListModel *
rows (guint kind, gpointer data)
{
  GpSchoolsPage *self = data;

  (void)kind;
  return gp_school_rows (gp_document_get_project (self->document));
}

static void
gp_schools_page_show (GpPage *page, GpDocument *document)
{
  GpSchoolsPage *self = GP_SCHOOLS_PAGE (page);

  g_set_object (&self->document, document);
  gp_table_page_refresh (self->table);
}

static void
gp_schools_page_find (GpPage *page, const char *text)
{
  gp_table_page_find (GP_SCHOOLS_PAGE (page)->table, text);
}

static void
gp_schools_page_iface (GpPageInterface *iface)
{
  iface->show = gp_schools_page_show;
  iface->find = gp_schools_page_find;
  iface->go_to = gp_schools_page_find;
}

static void
gp_schools_page_dispose (GObject *object)
{
  gp_page_drop_children (GTK_WIDGET (object));
  g_clear_object (&GP_SCHOOLS_PAGE (object)->document);
  G_OBJECT_CLASS (gp_schools_page_parent_class)->dispose (object);
}

static void
gp_schools_page_class_init (GpSchoolsPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = gp_schools_page_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
gp_schools_page_init (GpSchoolsPage *self)
{
  self->table = g_object_new (GP_TYPE_TABLE_PAGE, NULL);
  gtk_widget_set_parent (GTK_WIDGET (self->table), GTK_WIDGET (self));
  gp_table_page_set_kinds (self->table, &gp_schools_kind, 1, rows, self);
  gp_table_page_set_empty (self->table, _ ("No schools yet"),
                           _ ("Import them from the register (Ctrl+I)."));
}

GtkWidget *
gp_schools_page_new (void)
{
  return g_object_new (GP_TYPE_SCHOOLS_PAGE, NULL);
}
