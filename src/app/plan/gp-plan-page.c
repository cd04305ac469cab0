/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See gp-plan-page.h. The rows are gp-rows-plan.h's, the edits gp-plan-pins.h's. */
#include "gp-plan-page.h"
#include "gp-links.h"
#include "gp-plan-actions.h"
#include "gp-plan-text.h"
#include "gp-narrow-choice.h"
#include "gp-plan-waterline.h"
#include "gp-tab-flow.h"
#include "gp-rows-plan.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _GpPlanPage {
  GtkWidget parent;
  GpTablePage *table;
  GtkWidget *waterline_scroll;
  GpChartBox *waterline;
  GtkLabel *headline, *detail;
  GtkWidget *repairs;
  GtkWidget *beside;            /* the repairs' button, in a wide window */
  GtkDropDown *region, *sector; /* the first of each: all */
  GpDocument *document;
  GpProject *project; /* whose years and names the columns and filters have */
  GpTableKind *kinds;
  gboolean filling;
};

static void gp_plan_page_iface (GpPageInterface *iface);
G_DEFINE_FINAL_TYPE_WITH_CODE (GpPlanPage, gp_plan_page, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GP_TYPE_PAGE, gp_plan_page_iface))

/* ---- what is shown ----------------------------------------------------------------------------
 */

static GpPlanView
view_of (GpPlanPage *self)
{
  guint region = gtk_drop_down_get_selected (self->region);
  guint sector = gtk_drop_down_get_selected (self->sector);
  GpPlanView view = {.project = gp_document_get_project (self->document),
                     .scenario = gp_document_get_scenario (self->document),
                     .plan = gp_document_get_plan (self->document),
                     .published = gp_document_get_published (self->document, NULL),
                     .filter = {"", ""}};

  if (region != GTK_INVALID_LIST_POSITION && region > 0 && region <= view.project->n_regions)
    view.filter.region = view.project->regions[region - 1].code;
  if (sector != GTK_INVALID_LIST_POSITION && sector > 0 && sector <= view.project->n_sectors)
    view.filter.sector = view.project->sectors[sector - 1].code;
  return view;
}

static GListModel *
rows (guint kind, gpointer data)
{
  GpPlanPage *self = data;
  GpPlanView view;
  g_autoptr (GError) error = NULL;

  if (self->document == NULL)
    return G_LIST_MODEL (g_list_store_new (GP_TYPE_ROW));
  view = view_of (self);
  if (kind == GP_VIEW_COACHES && view.plan != NULL && view.plan->has_whole) {
    view.coaching = gp_document_get_coaching (self->document, &error);
    if (view.coaching == NULL && error != NULL)
      g_info ("%s", error->message);
  }
  return gp_plan_view_rows (kind, &view);
}

static void
show_empty (GpPlanPage *self)
{
  guint view = gp_table_page_get_kind (self->table);
  gboolean planned = self->document != NULL && gp_document_get_plan (self->document) != NULL;
  GpPlanEmpty empty = gp_plan_empty (view, planned);
  GpFirst first = GP_FIRST_NOTHING;

  if (self->document != NULL && !planned && view != GP_VIEW_PINS && view != GP_VIEW_CHANGES)
    first =
        gp_document_get_project (self->document)->n_schools > 0 ? GP_FIRST_PLAN : GP_FIRST_IMPORT;
  gp_table_page_set_empty (self->table, empty.title, empty.description, first);
}

/* Below the headline: how far the plan is from the published one, or what would let more start. */
static char *
detail_of (GpPlanPage *self, const GpPlanView *view)
{
  guint kind = gp_table_page_get_kind (self->table);
  g_autofree char *repairs = NULL;
  gint64 when;

  gp_document_get_published (self->document, &when);
  if (kind != GP_VIEW_WAITING)
    return gp_plan_detail_markup (view, kind, when);
  repairs = gp_plan_waterline_repairs (self->document);
  return gp_links_markup (repairs, &(GpLink){_ ("Why"), "why"}, 1);
}

static void
show_head (GpPlanPage *self)
{
  GpPlanView view = view_of (self);
  gboolean waits = gp_table_page_get_kind (self->table) == GP_VIEW_WAITING;
  g_autofree char *headline =
      waits ? gp_plan_waiting_markup (&view) : gp_plan_headline_markup (&view);
  g_autofree char *detail = detail_of (self, &view);

  gtk_label_set_markup (self->headline, headline);
  gtk_label_set_markup (self->detail, detail);
  gtk_widget_set_visible (GTK_WIDGET (self->detail), *detail != '\0');
  gtk_widget_set_visible (self->repairs, waits && view.plan != NULL);
}

static void
show_waterline (GpPlanPage *self)
{
  GpPlanView view = view_of (self);

  gtk_widget_set_visible (self->waterline_scroll,
                          gp_table_page_get_kind (self->table) == GP_VIEW_WAITING &&
                              gp_plan_waterline_show (self->waterline, &view));
}

static void
show_actions (GpPlanPage *self)
{
  const GpPlan *plan = self->document != NULL ? gp_document_get_plan (self->document) : NULL;
  gboolean writable =
      self->document != NULL && gp_document_get_read_only_reason (self->document) == NULL;
  gboolean some_pinned = FALSE;
  g_autoptr (GArray) places = NULL;

  if (self->document == NULL)
    return;
  places = gp_plan_selected_places (self->table);
  for (guint i = 0; i < places->len && !some_pinned; i++)
    some_pinned = gp_pin_find (gp_document_get_project (self->document),
                               gp_document_get_scenario (self->document),
                               &g_array_index (places, GpPinPlace, i)) != GP_NONE;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "plan.pin",
                                 writable && plan != NULL && plan->has_whole && places->len > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "plan.unpin", writable && some_pinned);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "plan.add-pin", writable);
}

static void
on_kind (GpPlanPage *self)
{
  if (self->document == NULL || self->filling)
    return;
  show_empty (self);
  show_head (self);
  show_waterline (self);
}

static void
on_filter (GpPlanPage *self)
{
  if (self->document == NULL || self->filling)
    return;
  gp_table_page_refresh (self->table);
  show_head (self);
  show_waterline (self);
}

static void
on_pin (GtkWidget *widget, const char *action, GVariant *parameter)
{
  GpPlanPage *self = GP_PLAN_PAGE (widget);

  if (self->document != NULL)
    gp_plan_act (widget, self->document, self->table, action, parameter);
}

static void
on_add_pin (GtkWidget *widget, const char *action, GVariant *parameter)
{
  GpPlanPage *self = GP_PLAN_PAGE (widget);

  (void)action, (void)parameter;
  if (self->document != NULL)
    gp_plan_add_pin (widget, self->document, self->table);
}

/* What it would take is worked out there, for the region that is looked at. */
static void
on_why (GpPlanPage *self)
{
  GpPlanView view = view_of (self);

  gp_page_open (GTK_WIDGET (self), "why", *view.filter.region != '\0' ? view.filter.region : NULL);
}

static GMenuModel *
menu_of (gpointer data)
{
  GpPlanPage *self = data;

  return self->document != NULL ? gp_plan_menu_new (self->document, self->table) : NULL;
}

/* ---- the page ---------------------------------------------------------------------------------
 */

/* Names and years of the project: again when it is another one. */
static void
fill (GpPlanPage *self)
{
  GpProject *project = (GpProject *)gp_document_get_project (self->document);
  gboolean same_years = self->project != NULL && self->project->plan_from == project->plan_from &&
                        self->project->last_year == project->last_year &&
                        self->project->goal_year == project->goal_year;
  GpTableKind *old = self->kinds;

  if (project == self->project)
    return;
  self->filling = TRUE;
  gp_plan_fill_filters (self->region, self->sector, project);
  if (!same_years) {
    guint kind = old != NULL ? gp_table_page_get_kind (self->table) : 0;

    self->kinds = gp_plan_kinds_new (project);
    gp_table_page_set_kinds (self->table, self->kinds, GP_N_VIEWS, rows, self);
    gp_table_page_show_kind (self->table, kind);
    if (old != NULL)
      gp_plan_kinds_free (old);
  }
  g_clear_pointer (&self->project, gp_project_unref);
  self->project = gp_project_ref (project);
  self->filling = FALSE;
}

static void
gp_plan_page_show (GpPage *page, GpDocument *document)
{
  GpPlanPage *self = GP_PLAN_PAGE (page);

  g_set_object (&self->document, document);
  fill (self);
  show_empty (self);
  show_head (self);
  show_waterline (self);
  gp_table_page_refresh (self->table);
  show_actions (self);
}

static void
gp_plan_page_find (GpPage *page, const char *text)
{
  gp_table_page_find (GP_PLAN_PAGE (page)->table, text);
}

/* The number of a view, and perhaps the region that it is of: "9 noord". */
static void
go_to_view (GpPlanPage *self, const char *what)
{
  const char *space = strchr (what, ' ');
  guint32 region =
      space != NULL ? gp_project_find (self->project, GP_TABLE_REGIONS, space + 1) : GP_NONE;

  if (region != GP_NONE)
    gtk_drop_down_set_selected (self->region, region + 1);
  gp_table_page_show_kind (self->table, (guint)g_ascii_strtoull (what, NULL, 10));
}

/* A view by its number ("view:9"), the form for a pin ("pin"), else what to look for. */
static void
gp_plan_page_go_to (GpPage *page, const char *what)
{
  GpPlanPage *self = GP_PLAN_PAGE (page);

  if (g_str_has_prefix (what, "view:"))
    go_to_view (self, what + 5);
  else if (g_str_equal (what, "pin"))
    gtk_widget_activate_action (GTK_WIDGET (self), "plan.add-pin", NULL);
  else
    gp_table_page_go_to (self->table, what);
}

static char *
gp_plan_page_get_table (GpPage *page)
{
  return gp_table_page_get_text (GP_PLAN_PAGE (page)->table);
}

static void
gp_plan_page_iface (GpPageInterface *iface)
{
  iface->show = gp_plan_page_show;
  iface->find = gp_plan_page_find;
  iface->go_to = gp_plan_page_go_to;
  iface->get_table = gp_plan_page_get_table;
}

static void
gp_plan_page_dispose (GObject *object)
{
  GpPlanPage *self = GP_PLAN_PAGE (object);

  gp_page_drop_children (GTK_WIDGET (object));
  g_clear_object (&self->document);
  g_clear_pointer (&self->project, gp_project_unref);
  g_clear_pointer (&self->kinds, gp_plan_kinds_free);
  G_OBJECT_CLASS (gp_plan_page_parent_class)->dispose (object);
}

static void
gp_plan_page_class_init (GpPlanPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gp_plan_page_dispose;
  g_type_ensure (GP_TYPE_TABLE_PAGE);
  g_type_ensure (GP_TYPE_TAB_FLOW);
  g_type_ensure (GP_TYPE_CHART_BOX);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/nl/groeiplan/Groeiplan/gp-plan-page.ui");
#define CHILD(name) gtk_widget_class_bind_template_child (widget_class, GpPlanPage, name)
  CHILD (table);
  CHILD (waterline_scroll);
  CHILD (waterline);
  CHILD (headline);
  CHILD (detail);
  CHILD (repairs);
  CHILD (beside);
#undef CHILD
  gtk_widget_class_bind_template_callback (widget_class, on_why);
  gtk_widget_class_install_action (widget_class, "plan.pin", NULL, on_pin);
  gtk_widget_class_install_action (widget_class, "plan.unpin", NULL, on_pin);
  gtk_widget_class_install_action (widget_class, "plan.add-pin", NULL, on_add_pin);
  gtk_widget_class_install_action (widget_class, "plan.pin-one", "u", on_pin);
  gtk_widget_class_install_action (widget_class, "plan.unpin-one", "u", on_pin);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_l, GDK_CONTROL_MASK, "plan.pin", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_l, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "plan.unpin", NULL);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
add_button (GpPlanPage *self, const char *label, const char *tooltip, const char *action)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gp_table_page_add_bar (self->table, button);
}

static GtkDropDown *
add_filter (GpPlanPage *self, const char *name)
{
  GtkWidget *drop_down = gtk_drop_down_new (NULL, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (drop_down), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  gtk_widget_set_tooltip_text (drop_down, name);
  g_signal_connect_object (drop_down, "notify::selected", G_CALLBACK (on_filter), self,
                           G_CONNECT_SWAPPED);
  gp_table_page_add_bar (self->table, drop_down);
  return GTK_DROP_DOWN (drop_down);
}

static void
gp_plan_page_init (GpPlanPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gp_bin_give_way (self->beside);
  gp_page_follow_links (self->headline);
  gp_page_follow_links (self->detail);
  self->region = add_filter (self, _ ("Region"));
  self->sector = add_filter (self, _ ("Sector"));
  add_button (self, _ ("_Pin"), _ ("Keep the selected rows as they are planned (Ctrl+L)"),
              "plan.pin");
  add_button (self, _ ("_Unpin"), _ ("Leave the selected rows to the planner (Ctrl+Shift+L)"),
              "plan.unpin");
  add_button (self, _ ("_Add a Pin…"),
              _ ("Fix at least, at most or exactly how many, a partner year or a training"),
              "plan.add-pin");
  add_button (self, _ ("Pu_blish This Plan"), _ ("Make this plan the agreed one"), "win.publish");
  gp_table_page_set_menu (self->table, menu_of, self);
  g_signal_connect_object (self->waterline, "item-activated", G_CALLBACK (on_why), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->table, "selection-changed", G_CALLBACK (show_actions), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->table, "kind-changed", G_CALLBACK (on_kind), self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
gp_plan_page_new (void)
{
  return g_object_new (GP_TYPE_PLAN_PAGE, NULL);
}
