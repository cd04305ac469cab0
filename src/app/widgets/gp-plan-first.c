/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "gp-page.h"
#include "gp-plan-first.h"

enum { PROP_ICON_NAME = 1, PROP_TITLE, PROP_DESCRIPTION, N_PROPERTIES };

struct _GpPlanFirst {
  GtkWidget parent;
  AdwStatusPage *status;
  GtkWidget *plan, *import;
  char *title, *description; /* what they are when there are schools */
  GpFirst first;
};

G_DEFINE_FINAL_TYPE (GpPlanFirst, gp_plan_first, GTK_TYPE_WIDGET)

static void
show_texts (GpPlanFirst *self)
{
  gboolean import = self->first == GP_FIRST_IMPORT;

  adw_status_page_set_title (self->status, import ? _ ("No schools yet") : self->title);
  adw_status_page_set_description (
      self->status, import
                        ? _ ("Import boards and schools from the register, or add them on Boards "
                             "and Schools; then press Plan.")
                        : self->description);
}

void
gp_plan_first_set (GpPlanFirst *self, const char *title, const char *description)
{
  g_free (self->title);
  g_free (self->description);
  self->title = g_strdup (title);
  self->description = g_strdup (description);
  show_texts (self);
}

void
gp_plan_first_offer (GpPlanFirst *self, GpFirst first)
{
  self->first = first;
  gtk_widget_set_visible (self->plan, first == GP_FIRST_PLAN);
  gtk_widget_set_visible (self->import, first == GP_FIRST_IMPORT);
  show_texts (self);
}

static void
gp_plan_first_set_property (GObject *object, guint id, const GValue *value, GParamSpec *spec)
{
  GpPlanFirst *self = GP_PLAN_FIRST (object);

  if (id == PROP_ICON_NAME)
    adw_status_page_set_icon_name (self->status, g_value_get_string (value));
  else if (id == PROP_TITLE)
    gp_plan_first_set (self, g_value_get_string (value), NULL);
  else if (id == PROP_DESCRIPTION) {
    g_autofree char *title = g_strdup (self->title);

    gp_plan_first_set (self, title, g_value_get_string (value));
  } else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
}

static void
gp_plan_first_dispose (GObject *object)
{
  GpPlanFirst *self = GP_PLAN_FIRST (object);

  gp_page_drop_children (GTK_WIDGET (object));
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->description, g_free);
  G_OBJECT_CLASS (gp_plan_first_parent_class)->dispose (object);
}

static void
gp_plan_first_class_init (GpPlanFirstClass *klass)
{
  static const char *const names[N_PROPERTIES] = {NULL, "icon-name", "title", "description"};
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gp_plan_first_dispose;
  G_OBJECT_CLASS (klass)->set_property = gp_plan_first_set_property;
  for (guint i = PROP_ICON_NAME; i < N_PROPERTIES; i++)
    g_object_class_install_property (
        G_OBJECT_CLASS (klass), i,
        g_param_spec_string (names[i], NULL, NULL, NULL,
                             G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS));
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/nl/groeiplan/Groeiplan/gp-plan-first.ui");
  gtk_widget_class_bind_template_child (widget_class, GpPlanFirst, status);
  gtk_widget_class_bind_template_child (widget_class, GpPlanFirst, plan);
  gtk_widget_class_bind_template_child (widget_class, GpPlanFirst, import);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
gp_plan_first_init (GpPlanFirst *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gp_plan_first_offer (self, GP_FIRST_NOTHING);
}
