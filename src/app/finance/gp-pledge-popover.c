/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See gp-pledge-popover.h. A pledge of a fund, project and year that is there already is replaced.
 */
#include "gp-pledge-popover.h"

#include "gp-finance-edit.h"
#include "gp-finance-view.h"
#include "gp-page.h"

#include <glib/gi18n-lib.h>

struct _GpPledgePopover {
  GtkPopover parent;
  GtkEditable *fund, *amount;
  GtkDropDown *project, *year;
  GtkLabel *wrong;
  GpDocument *document;
};

G_DEFINE_FINAL_TYPE (GpPledgePopover, gp_pledge_popover, GTK_TYPE_POPOVER)

static void
complain (GpPledgePopover *self, const char *message)
{
  gtk_label_set_text (self->wrong, message);
  gtk_widget_set_visible (GTK_WIDGET (self->wrong), *message != '\0');
}

static GtkStringList *
list_projects (const GpProject *project)
{
  GtkStringList *list = gtk_string_list_new (NULL);

  for (guint32 p = 0; p < project->n_projects; p++) {
    g_autofree char *name =
        g_strdup_printf ("%s %s", project->projects[p].code,
                         gp_finance_project_name (&project->projects[p], gp_language_current ()));

    gtk_string_list_append (list, name);
  }
  return list;
}

static GtkStringList *
list_years (const GpProject *project)
{
  GtkStringList *list = gtk_string_list_new (NULL);
  char name[GP_YEAR_BYTES];

  for (GpYear year = project->plan_from; year <= project->last_year; year++)
    gtk_string_list_append (list, gp_year_format (year, name));
  return list;
}

/* A choice is kept where the list still has as many. */
static void
set_list (GtkDropDown *choice, GtkStringList *taken)
{
  g_autoptr (GtkStringList) list = taken;
  guint selected = gtk_drop_down_get_selected (choice);

  gtk_drop_down_set_model (choice, G_LIST_MODEL (list));
  if (selected < g_list_model_get_n_items (G_LIST_MODEL (list)))
    gtk_drop_down_set_selected (choice, selected);
}

void
gp_pledge_popover_set_document (GpPledgePopover *self, GpDocument *document)
{
  const GpProject *project = gp_document_get_project (document);

  g_return_if_fail (GP_IS_PLEDGE_POPOVER (self));
  g_set_object (&self->document, document);
  set_list (self->project, list_projects (project));
  set_list (self->year, list_years (project));
}

static void
save (GpPledgePopover *self, const char *fund, gint64 cents)
{
  const GpProject *project = gp_document_get_project (self->document);
  GpYear year = (GpYear)(project->plan_from + (GpYear)gtk_drop_down_get_selected (self->year));
  g_autofree char *amount = gp_money_text (cents);
  g_autofree char *source = gp_finance_typed_today ();
  g_autoptr (GError) error = NULL;
  char name[GP_YEAR_BYTES];
  const char *const cells[] = {fund,
                               project->projects[gtk_drop_down_get_selected (self->project)].code,
                               gp_year_format (year, name),
                               amount,
                               source,
                               "",
                               NULL};

  if (!gp_finance_put_row (self->document, GP_TABLE_PLEDGES, cells, &error)) {
    complain (self, error->message);
    return;
  }
  gtk_editable_set_text (self->amount, "");
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
on_save (GpPledgePopover *self)
{
  g_autofree char *fund = g_strstrip (g_strdup (gtk_editable_get_text (self->fund)));
  gint64 cents;

  complain (self, "");
  if (self->document == NULL ||
      gtk_drop_down_get_selected (self->project) == GTK_INVALID_LIST_POSITION)
    return;
  if (*fund == '\0') {
    complain (self, _ ("Type the name of the fund."));
    gtk_widget_grab_focus (GTK_WIDGET (self->fund));
  } else if (!gp_finance_read_amount (gtk_editable_get_text (self->amount), gp_numbers_current (),
                                      &cents)) {
    complain (self, _ ("Type an amount in euro, with at most two decimals."));
    gtk_widget_grab_focus (GTK_WIDGET (self->amount));
  } else {
    save (self, fund, cents);
  }
}

void
gp_pledge_popover_put (GpPledgePopover *self, const char *fund, guint project, guint year,
                       const char *amount)
{
  g_return_if_fail (GP_IS_PLEDGE_POPOVER (self) && fund != NULL && amount != NULL);
  gtk_editable_set_text (self->fund, fund);
  gtk_editable_set_text (self->amount, amount);
  gtk_drop_down_set_selected (self->project, project);
  gtk_drop_down_set_selected (self->year, year);
  on_save (self);
}

static void
gp_pledge_popover_dispose (GObject *object)
{
  g_clear_object (&GP_PLEDGE_POPOVER (object)->document);
  G_OBJECT_CLASS (gp_pledge_popover_parent_class)->dispose (object);
}

static void
gp_pledge_popover_class_init (GpPledgePopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gp_pledge_popover_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/nl/groeiplan/Groeiplan/gp-pledge-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, GpPledgePopover, fund);
  gtk_widget_class_bind_template_child (widget_class, GpPledgePopover, amount);
  gtk_widget_class_bind_template_child (widget_class, GpPledgePopover, project);
  gtk_widget_class_bind_template_child (widget_class, GpPledgePopover, year);
  gtk_widget_class_bind_template_child (widget_class, GpPledgePopover, wrong);
  gtk_widget_class_bind_template_callback (widget_class, on_save);
}

static void
gp_pledge_popover_init (GpPledgePopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
