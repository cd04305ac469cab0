/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See gp-coaches-page.h. Names are of people: they are shown, copied by hand, and written nowhere.
 */
#include "gp-coaches-page.h"
#include "gp-records-extras.h"
#include "gp-records.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

struct _GpCoachesPage {
  GtkWidget parent;
  AdwViewStack *stack;
  GpRecords *experts;
  GpRecords *verandercoaches;
};

static void gp_coaches_page_iface (GpPageInterface *iface);
G_DEFINE_FINAL_TYPE_WITH_CODE (GpCoachesPage, gp_coaches_page, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GP_TYPE_PAGE, gp_coaches_page_iface))

static void
gp_coaches_page_show (GpPage *page, GpDocument *document)
{
  GpCoachesPage *self = GP_COACHES_PAGE (page);
  g_autofree GpRecordExtras *extras =
      gp_records_verandercoach_extras (gp_document_get_project (document));

  gp_records_show_document (self->experts, document, NULL);
  gp_records_show_document (self->verandercoaches, document, extras);
}

static void
gp_coaches_page_find (GpPage *page, const char *text)
{
  GpCoachesPage *self = GP_COACHES_PAGE (page);

  gp_records_find (GP_RECORDS (adw_view_stack_get_visible_child (self->stack)), text);
}

/* A coach of either kind; "expert" and "verandercoaches" show that table; what is no code is
 * searched for. */
static void
gp_coaches_page_go_to (GpPage *page, const char *what)
{
  GpCoachesPage *self = GP_COACHES_PAGE (page);

  if (g_str_equal (what, "expert") || g_str_equal (what, "verandercoaches")) {
    adw_view_stack_set_visible_child_name (self->stack, what);
    return;
  }
  if (gp_records_go_to (self->verandercoaches, what))
    adw_view_stack_set_visible_child_name (self->stack, "verandercoaches");
  else if (gp_records_go_to (self->experts, what))
    adw_view_stack_set_visible_child_name (self->stack, "expert");
  else
    gp_coaches_page_find (page, what);
}

static char *
gp_coaches_page_get_table (GpPage *page)
{
  return gp_records_get_text (
      GP_RECORDS (adw_view_stack_get_visible_child (GP_COACHES_PAGE (page)->stack)));
}

static void
gp_coaches_page_iface (GpPageInterface *iface)
{
  iface->show = gp_coaches_page_show;
  iface->find = gp_coaches_page_find;
  iface->go_to = gp_coaches_page_go_to;
  iface->get_table = gp_coaches_page_get_table;
}

static void
gp_coaches_page_dispose (GObject *object)
{
  gp_page_drop_children (GTK_WIDGET (object));
  G_OBJECT_CLASS (gp_coaches_page_parent_class)->dispose (object);
}

static void
gp_coaches_page_class_init (GpCoachesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gp_coaches_page_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/nl/groeiplan/Groeiplan/gp-coaches-page.ui");
  gtk_widget_class_bind_template_child (widget_class, GpCoachesPage, stack);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
add_table (GpCoachesPage *self, GpRecords *table, const char *name, const char *title,
           const char *icon)
{
  AdwViewStackPage *page = adw_view_stack_add_titled (self->stack, GTK_WIDGET (table), name, title);

  adw_view_stack_page_set_icon_name (page, icon);
}

static void
gp_coaches_page_init (GpCoachesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->verandercoaches = gp_records_new (&gp_records_verandercoaches);
  gp_records_set_empty (self->verandercoaches, _ ("No verandercoaches yet"),
                        _ ("Boards that are partners have them. Paste them from a spreadsheet, or "
                           "add one."));
  self->experts = gp_records_new (&gp_records_expert_coaches);
  gp_records_set_empty (self->experts, _ ("No expert coaches yet"),
                        _ ("They work in a region. Paste them from a spreadsheet, or add one."));
  add_table (self, self->experts, "expert", _ ("Expert coaches"), "avatar-default-symbolic");
  add_table (self, self->verandercoaches, "verandercoaches", _ ("Verandercoaches"),
             "system-users-symbolic");
}

GtkWidget *
gp_coaches_page_new (void)
{
  return g_object_new (GP_TYPE_COACHES_PAGE, NULL);
}
