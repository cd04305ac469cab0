/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See gp-boards-page.h. */
#include "gp-boards-page.h"
#include "gp-records-extras.h"
#include "gp-records.h"

#include <glib/gi18n-lib.h>

struct _GpBoardsPage {
  GtkWidget parent;
  GpRecords *records;
};

static void gp_boards_page_iface (GpPageInterface *iface);
G_DEFINE_FINAL_TYPE_WITH_CODE (GpBoardsPage, gp_boards_page, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GP_TYPE_PAGE, gp_boards_page_iface))

static void
gp_boards_page_show (GpPage *page, GpDocument *document)
{
  GpBoardsPage *self = GP_BOARDS_PAGE (page);
  g_autofree GpRecordExtras *extras =
      gp_records_board_extras (gp_document_get_project (document), gp_document_get_plan (document));

  gp_records_show_document (self->records, document, extras);
}

static void
gp_boards_page_find (GpPage *page, const char *text)
{
  gp_records_find (GP_BOARDS_PAGE (page)->records, text);
}

/* What is no code is searched for. */
static void
gp_boards_page_go_to (GpPage *page, const char *what)
{
  GpBoardsPage *self = GP_BOARDS_PAGE (page);

  if (!gp_records_go_to (self->records, what))
    gp_records_find (self->records, what);
}

static char *
gp_boards_page_get_table (GpPage *page)
{
  return gp_records_get_text (GP_BOARDS_PAGE (page)->records);
}

static void
gp_boards_page_iface (GpPageInterface *iface)
{
  iface->show = gp_boards_page_show;
  iface->find = gp_boards_page_find;
  iface->go_to = gp_boards_page_go_to;
  iface->get_table = gp_boards_page_get_table;
}

static void
gp_boards_page_dispose (GObject *object)
{
  gp_page_drop_children (GTK_WIDGET (object));
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
  self->records = gp_records_new (&gp_records_boards);
  gtk_widget_set_parent (GTK_WIDGET (self->records), GTK_WIDGET (self));
  gp_records_set_empty (
      self->records, _ ("No boards yet"),
      _ ("Import them from the register, paste them from a spreadsheet, or add one."));
}

GtkWidget *
gp_boards_page_new (void)
{
  return g_object_new (GP_TYPE_BOARDS_PAGE, NULL);
}
