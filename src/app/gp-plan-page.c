/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See gp-plan-page.h. */
#include "gp-plan-page.h"
#include "gp-rows.h"

#include <glib/gi18n-lib.h>

struct _GpPlanPage {
  GtkWidget parent;
  GpTablePage *table;
  GpDocument *document;
};

static void gp_plan_page_iface (GpPageInterface *iface);
G_DEFINE_FINAL_TYPE_WITH_CODE (GpPlanPage, gp_plan_page, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GP_TYPE_PAGE, gp_plan_page_iface))

static GListModel *
rows (guint kind, gpointer data)
{
  GpPlanPage *self = data;

  return gp_plan_kind_rows (kind, gp_document_get_project (self->document),
                            gp_document_get_plan (self->document));
}

static void
gp_plan_page_show (GpPage *page, GpDocument *document)
{
  GpPlanPage *self = GP_PLAN_PAGE (page);

  g_set_object (&self->document, document);
  gp_table_page_refresh (self->table);
}

static void
gp_plan_page_find (GpPage *page, const char *text)
{
  gp_table_page_find (GP_PLAN_PAGE (page)->table, text);
}

static void
gp_plan_page_iface (GpPageInterface *iface)
{
  iface->show = gp_plan_page_show;
  iface->find = gp_plan_page_find;
  iface->go_to = gp_plan_page_find;
}

static void
gp_plan_page_dispose (GObject *object)
{
  gp_page_drop_children (GTK_WIDGET (object));
  g_clear_object (&GP_PLAN_PAGE (object)->document);
  G_OBJECT_CLASS (gp_plan_page_parent_class)->dispose (object);
}

static void
gp_plan_page_class_init (GpPlanPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = gp_plan_page_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
gp_plan_page_init (GpPlanPage *self)
{
  self->table = g_object_new (GP_TYPE_TABLE_PAGE, NULL);
  gtk_widget_set_parent (GTK_WIDGET (self->table), GTK_WIDGET (self));
  gp_table_page_set_kinds (self->table, gp_plan_kinds, GP_N_PLAN_KINDS, rows, self);
  gp_table_page_set_empty (self->table, _ ("Nothing planned"),
                           _ ("Press Plan (Ctrl+Enter) to see which schools start when."));
}

GtkWidget *
gp_plan_page_new (void)
{
  return g_object_new (GP_TYPE_PLAN_PAGE, NULL);
}
