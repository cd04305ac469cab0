/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See gp-boards-page.h. */
#include "gp-boards-page.h"
#include "gp-rows.h"

#include <glib/gi18n-lib.h>

struct _GpBoardsPage {
  GtkWidget parent;
  GpTablePage *table;
  GpDocument *document;
};

static void gp_boards_page_iface (GpPageInterface *iface);
G_DEFINE_FINAL_TYPE_WITH_CODE (GpBoardsPage, gp_boards_page, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GP_TYPE_PAGE, gp_boards_page_iface))

static GListModel *
rows (guint kind, gpointer data)
{
  GpBoardsPage *self = data;

  (void)kind;
  return gp_board_rows (gp_document_get_project (self->document),
                        gp_document_get_plan (self->document));
}

static void
gp_boards_page_show (GpPage *page, GpDocument *document)
{
  GpBoardsPage *self = GP_BOARDS_PAGE (page);

  g_set_object (&self->document, document);
  gp_table_page_refresh (self->table);
}

static void
gp_boards_page_find (GpPage *page, const char *text)
{
  gp_table_page_find (GP_BOARDS_PAGE (page)->table, text);
}

static void
gp_boards_page_iface (GpPageInterface *iface)
{
  iface->show = gp_boards_page_show;
  iface->find = gp_boards_page_find;
  iface->go_to = gp_boards_page_find;
}

static void
gp_boards_page_dispose (GObject *object)
{
  gp_page_drop_children (GTK_WIDGET (object));
  g_clear_object (&GP_BOARDS_PAGE (object)->document);
  G_OBJECT_CLASS (gp_boards_page_parent_class)->dispose (object);
}

static void
gp_boards_page_class_init (GpBoardsPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = gp_boards_page_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
gp_boards_page_init (GpBoardsPage *self)
{
  self->table = g_object_new (GP_TYPE_TABLE_PAGE, NULL);
  gtk_widget_set_parent (GTK_WIDGET (self->table), GTK_WIDGET (self));
  gp_table_page_set_kinds (self->table, &gp_boards_kind, 1, rows, self);
  gp_table_page_set_empty (self->table, _ ("No boards yet"),
                           _ ("Import them from the register (Ctrl+I)."));
}

GtkWidget *
gp_boards_page_new (void)
{
  return g_object_new (GP_TYPE_BOARDS_PAGE, NULL);
}
