/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See gp-schools-page.h. */
#include "gp-schools-page.h"
#include "gp-records-extras.h"
#include "gp-records.h"

#include <glib/gi18n-lib.h>

struct _GpSchoolsPage {
  GtkWidget parent;
  GpRecords *records;
  GHashTable *years; /* code -> year in which the plan starts the school, or NULL */
  char *scenario;    /* of that plan, and the data it was made from */
  gint64 data_version;
};

static void gp_schools_page_iface (GpPageInterface *iface);
G_DEFINE_FINAL_TYPE_WITH_CODE (GpSchoolsPage, gp_schools_page, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GP_TYPE_PAGE, gp_schools_page_iface))

/* Naming the schools of a plan takes longer than an edit may: the names are kept while the data
 * change, for then the plan is still the one before. */
static void
name_starts (GpSchoolsPage *self, GpDocument *document)
{
  const GpPlan *plan = gp_document_get_plan (document);
  g_autoptr (GError) error = NULL;
  const GpCoaching *coaching;

  if (plan != NULL && gp_document_plan_is_stale (document) && self->years != NULL &&
      plan->data_version == self->data_version && g_strcmp0 (plan->scenario, self->scenario) == 0)
    return;
  g_clear_pointer (&self->years, g_hash_table_unref);
  if (plan == NULL || !plan->has_whole)
    return;
  coaching = gp_document_get_coaching (document, &error);
  if (coaching == NULL)
    return;
  self->years = gp_records_planned_years (gp_document_get_project (document), coaching);
  self->data_version = plan->data_version;
  g_free (self->scenario);
  self->scenario = g_strdup (plan->scenario);
}

static void
gp_schools_page_show (GpPage *page, GpDocument *document)
{
  GpSchoolsPage *self = GP_SCHOOLS_PAGE (page);
  g_autofree GpRecordExtras *extras = NULL;

  name_starts (self, document);
  extras = gp_records_school_extras (gp_document_get_project (document), self->years);
  gp_records_show_document (self->records, document, extras);
}

static void
gp_schools_page_find (GpPage *page, const char *text)
{
  gp_records_find (GP_SCHOOLS_PAGE (page)->records, text);
}

/* What is no code is searched for. */
static void
gp_schools_page_go_to (GpPage *page, const char *what)
{
  GpSchoolsPage *self = GP_SCHOOLS_PAGE (page);

  if (!gp_records_go_to (self->records, what))
    gp_records_find (self->records, what);
}

static char *
gp_schools_page_get_table (GpPage *page)
{
  return gp_records_get_text (GP_SCHOOLS_PAGE (page)->records);
}

static void
gp_schools_page_iface (GpPageInterface *iface)
{
  iface->show = gp_schools_page_show;
  iface->find = gp_schools_page_find;
  iface->go_to = gp_schools_page_go_to;
  iface->get_table = gp_schools_page_get_table;
}

static void
gp_schools_page_dispose (GObject *object)
{
  GpSchoolsPage *self = GP_SCHOOLS_PAGE (object);

  g_clear_pointer (&self->years, g_hash_table_unref);
  g_clear_pointer (&self->scenario, g_free);
  gp_page_drop_children (GTK_WIDGET (object));
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
  self->records = gp_records_new (&gp_records_schools);
  gtk_widget_set_parent (GTK_WIDGET (self->records), GTK_WIDGET (self));
  gp_records_set_empty (
      self->records, _ ("No schools yet"),
      _ ("Import them from the register, paste them from a spreadsheet, or add one."));
}

GtkWidget *
gp_schools_page_new (void)
{
  return g_object_new (GP_TYPE_SCHOOLS_PAGE, NULL);
}
