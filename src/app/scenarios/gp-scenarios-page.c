/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See gp-scenarios-page.h. What can be done to a scenario are actions of the window while the page
 * is in it (gp-scenarios-page-actions.c). */
#include "gp-scenarios-page-private.h"

#include <glib/gi18n-lib.h>
#include <groeiplan/gp-format.h>

static void gp_scenarios_page_iface (GpPageInterface *iface);
G_DEFINE_FINAL_TYPE_WITH_CODE (GpScenariosPage, gp_scenarios_page, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GP_TYPE_PAGE, gp_scenarios_page_iface))

/* ---- showing ----------------------------------------------------------------------------------
 */

/* "The plan agreed on 3 March 2026 holds." */
static char *
agreed_sentence (GpDocument *document)
{
  gint64 when = 0;
  const GpPlan *published = gp_document_get_published (document, &when);
  g_autofree char *date = gp_format_time (when, TRUE, gp_language_current ());
  const GpProject *project = gp_document_get_project (document);
  guint32 owner;

  if (published == NULL)
    return g_strdup (_ ("No plan is published for this scenario yet."));
  owner = gp_project_find (project, GP_TABLE_SCENARIOS, published->scenario);
  if (owner == gp_document_get_scenario (document) || owner == GP_NONE)
    return g_strdup_printf (_ ("Its plan was published on %s."), date);
  return g_strdup_printf (_ ("The agreed plan is that of %s, published on %s."),
                          project->scenarios[owner].name, date);
}

static void
show_entry (GtkEntry *entry, const char *text, gboolean editable)
{
  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (entry)), text) != 0)
    gtk_editable_set_text (GTK_EDITABLE (entry), text);
  gtk_editable_set_editable (GTK_EDITABLE (entry), editable);
}

static void
show_scenario (GpScenariosPage *self)
{
  GpDocument *document = self->document;
  const GpScenario *scenario =
      &gp_document_get_project (document)->scenarios[gp_document_get_scenario (document)];
  gboolean editable = gp_document_get_read_only_reason (document) == NULL;
  g_autofree char *agreed = agreed_sentence (document);

  gtk_label_set_text (self->headline, scenario->name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->headline),
                               *scenario->description != '\0' ? scenario->description : NULL);
  gtk_label_set_text (self->agreed, agreed);
  show_entry (self->name, scenario->name, editable);
  show_entry (self->description, scenario->description, editable);
  gp_assumptions_view_show (self->assumptions, document);
  gp_uncertain_view_show (self->uncertain, document);
  gp_priority_list_show (self->priorities, document);
  gp_what_if_panel_show (self->what_if, document);
}

static void
gp_scenarios_page_show (GpPage *page, GpDocument *document)
{
  GpScenariosPage *self = GP_SCENARIOS_PAGE (page);
  gboolean any = gp_document_get_scenario (document) != GP_NONE;

  g_set_object (&self->document, document);
  gtk_stack_set_visible_child_name (self->root, any ? "scenarios" : "empty");
  gp_scenarios_page_update_actions (self);
  gp_scenario_tree_show (self->tree, document);
  if (any)
    show_scenario (self);
}

static void
gp_scenarios_page_find (GpPage *page, const char *text)
{
  GpScenariosPage *self = GP_SCENARIOS_PAGE (page);

  adw_leaflet_set_visible_child (self->leaflet, self->detail);
  adw_view_stack_set_visible_child_name (self->views, "assumptions");
  gp_assumptions_view_find (self->assumptions, text);
}

/* A view ("what-if", "assumptions", "uncertainty", "priorities"), or what to search for. */
static void
gp_scenarios_page_go_to (GpPage *page, const char *what)
{
  GpScenariosPage *self = GP_SCENARIOS_PAGE (page);

  adw_leaflet_set_visible_child (self->leaflet, self->detail);
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->views)); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    AdwViewStackPage *entry = adw_view_stack_get_page (self->views, child);

    if (g_strcmp0 (adw_view_stack_page_get_name (entry), what) == 0) {
      adw_view_stack_set_visible_child (self->views, child);
      return;
    }
  }
  gp_scenarios_page_find (page, what);
}

/* ---- what a person does -----------------------------------------------------------------------
 */

static void
on_row_activated (GtkListBox *list, GtkListBoxRow *row, GpScenariosPage *self)
{
  g_autofree char *code = g_strdup (gtk_widget_get_name (GTK_WIDGET (row)));

  adw_leaflet_set_visible_child (self->leaflet, self->detail);
  gtk_widget_activate_action (GTK_WIDGET (list), "win.scenario", "s", code);
}

static void
on_back (GpScenariosPage *self)
{
  adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_BACK);
}

/* Enter, or on to something else. */
static void
on_describe (GpScenariosPage *self)
{
  g_autofree char *name = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name)));
  g_autofree char *text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->description)));

  gp_scenarios_page_describe (self, name, text);
}

/* ---- the class --------------------------------------------------------------------------------
 */

static void
gp_scenarios_page_iface (GpPageInterface *iface)
{
  iface->show = gp_scenarios_page_show;
  iface->find = gp_scenarios_page_find;
  iface->go_to = gp_scenarios_page_go_to;
}

static void
gp_scenarios_page_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (gp_scenarios_page_parent_class)->root (widget);
  gp_scenarios_page_add_actions (GP_SCENARIOS_PAGE (widget));
}

static void
gp_scenarios_page_unroot (GtkWidget *widget)
{
  gp_scenarios_page_drop_actions (GP_SCENARIOS_PAGE (widget));
  GTK_WIDGET_CLASS (gp_scenarios_page_parent_class)->unroot (widget);
}

static void
gp_scenarios_page_dispose (GObject *object)
{
  gp_page_drop_children (GTK_WIDGET (object));
  g_clear_object (&GP_SCENARIOS_PAGE (object)->document);
  G_OBJECT_CLASS (gp_scenarios_page_parent_class)->dispose (object);
}

static void
ensure_types (void)
{
  g_type_ensure (GP_TYPE_ASSUMPTIONS_VIEW);
  g_type_ensure (GP_TYPE_UNCERTAIN_VIEW);
  g_type_ensure (GP_TYPE_PRIORITY_LIST);
  g_type_ensure (GP_TYPE_WHAT_IF_PANEL);
}

static void
gp_scenarios_page_class_init (GpScenariosPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  ensure_types ();
  G_OBJECT_CLASS (klass)->dispose = gp_scenarios_page_dispose;
  widget_class->root = gp_scenarios_page_root;
  widget_class->unroot = gp_scenarios_page_unroot;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/nl/groeiplan/Groeiplan/gp-scenarios-page.ui");
#define CHILD(name) gtk_widget_class_bind_template_child (widget_class, GpScenariosPage, name)
  CHILD (root);
  CHILD (leaflet);
  CHILD (tree);
  CHILD (detail);
  CHILD (back);
  CHILD (headline);
  CHILD (agreed);
  CHILD (views);
  CHILD (name);
  CHILD (description);
  CHILD (assumptions);
  CHILD (uncertain);
  CHILD (priorities);
  CHILD (what_if);
#undef CHILD
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_back);
  gtk_widget_class_bind_template_callback (widget_class, on_describe);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_n, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "win.scenario-new", NULL);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
gp_scenarios_page_init (GpScenariosPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_object_bind_property (self->leaflet, "folded", self->back, "visible", G_BINDING_SYNC_CREATE);
}

GtkWidget *
gp_scenarios_page_new (void)
{
  return g_object_new (GP_TYPE_SCENARIOS_PAGE, NULL);
}
