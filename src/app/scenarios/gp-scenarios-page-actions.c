/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be done to scenarios, as actions of the window: buttons, keys and tests reach them
 * alike.
 */
#include "gp-scenario-edit.h"
#include "gp-scenarios-page-private.h"

#include <glib/gi18n-lib.h>

/* The edit with the chosen scenario (GP_NONE: a first one). FALSE when it was refused, and said. */
static gboolean
do_edit (GpScenariosPage *self, GpScenarioEdit *edit, GpEditFunc func, const char *label)
{
  g_autoptr (GError) error = NULL;

  edit->project = gp_document_get_project (self->document);
  edit->scenario = gp_document_get_scenario (self->document);
  if (gp_document_edit (self->document, label, func, edit, &error))
    return TRUE;
  gp_page_error (GTK_WIDGET (self), _ ("The scenario cannot be changed"), error->message);
  return FALSE;
}

/* NULL when the project has none (left). */
static const GpScenario *
chosen (GpScenariosPage *self)
{
  guint32 scenario = gp_document_get_scenario (self->document);

  return scenario != GP_NONE ? &gp_document_get_project (self->document)->scenarios[scenario]
                             : NULL;
}

/* A new name is to be typed at once. */
static void
ask_name (GpScenariosPage *self)
{
  adw_leaflet_set_visible_child (self->leaflet, self->detail);
  adw_view_stack_set_visible_child_name (self->views, "priorities");
  gtk_widget_grab_focus (GTK_WIDGET (self->name));
}

static void
on_new (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GpScenariosPage *self = data;
  const GpProject *project = gp_document_get_project (self->document);
  const GpScenario *parent = chosen (self);
  /* Translators: the name of a new scenario under that one. */
  g_autofree char *base =
      parent != NULL ? g_strdup_printf (_ ("%s, changed"), parent->name) : g_strdup (_ ("Base"));
  g_autofree char *code = gp_scenario_new_code (project, base);
  g_autofree char *label = g_strdup_printf (_ ("New scenario %s"), base);
  GpScenarioEdit edit = {.code = code, .name = base, .description = ""};

  (void)action, (void)parameter;
  if (do_edit (self, &edit, gp_scenario_add_child, label)) {
    gp_document_set_scenario (self->document, code);
    ask_name (self);
  }
}

static void
on_copy (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GpScenariosPage *self = data;
  const GpProject *project = gp_document_get_project (self->document);
  const GpScenario *from = chosen (self);

  (void)action, (void)parameter;
  if (from == NULL)
    return;
  g_autofree char *name = gp_scenario_copy_name (project, from->name);
  g_autofree char *code = gp_scenario_new_code (project, name);
  g_autofree char *label = g_strdup_printf (_ ("Copied scenario %s"), from->name);
  GpScenarioEdit edit = {.code = code, .name = name};

  if (do_edit (self, &edit, gp_scenario_copy, label)) {
    gp_document_set_scenario (self->document, code);
    ask_name (self);
  }
}

static void
on_delete (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GpScenariosPage *self = data;
  const GpProject *project = gp_document_get_project (self->document);
  const GpScenario *gone = chosen (self);

  (void)action, (void)parameter;
  if (gone == NULL)
    return;
  g_autoptr (GArray) tree =
      gp_scenario_subtree (project, gp_document_get_scenario (self->document));
  g_autofree char *label =
      tree->len == 1 ? g_strdup_printf (_ ("Deleted scenario %s"), gone->name)
                     : g_strdup_printf (_ ("Deleted scenario %s and those under it"), gone->name);
  const char *parent = gone->parent != GP_NONE ? project->scenarios[gone->parent].code : NULL;
  g_autofree char *next = g_strdup (parent);
  GpScenarioEdit edit = {0};

  if (!do_edit (self, &edit, gp_scenario_delete, label))
    return;
  if (next != NULL)
    gp_document_set_scenario (self->document, next);
  gp_page_toast (GTK_WIDGET (self), label, _ ("_Undo"), "win.undo");
}

void
gp_scenarios_page_describe (GpScenariosPage *self, const char *name, const char *description)
{
  GpScenarioEdit edit = {.name = name, .description = description};
  g_autofree char *label = g_strdup_printf (_ ("Scenario %s"), name);
  const GpScenario *now = chosen (self);

  if (now == NULL || *name == '\0' ||
      (g_str_equal (name, now->name) && g_str_equal (description, now->description)))
    return;
  do_edit (self, &edit, gp_scenario_describe, label);
}

static void
on_rename (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GpScenariosPage *self = data;
  const char *name, *description;

  (void)action;
  g_variant_get (parameter, "(&s&s)", &name, &description);
  gp_scenarios_page_describe (self, name, description);
}

/* A parameter, its scope, a school year or nothing, and what is typed. */
static void
on_put (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  const char *name, *scope, *year_name, *text;
  GpYear year = GP_YEAR_NONE;

  (void)action;
  g_variant_get (parameter, "(&s&s&s&s)", &name, &scope, &year_name, &text);
  if (*year_name == '\0' || gp_year_parse (year_name, &year))
    gp_assumptions_view_type (GP_SCENARIOS_PAGE (data)->assumptions, name, scope, year, text);
}

static void
on_move_priority (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  gint32 from, by;

  (void)action;
  g_variant_get (parameter, "(ii)", &from, &by);
  gp_priority_list_move (GP_SCENARIOS_PAGE (data)->priorities, (guint)MAX (from, 0), by);
}

static void
on_what_if (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  const char *lever;
  double position;

  (void)action;
  g_variant_get (parameter, "(&sd)", &lever, &position);
  gp_what_if_panel_move (GP_SCENARIOS_PAGE (data)->what_if, lever, position);
}

static void
on_keep (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  (void)action;
  gp_what_if_panel_keep (GP_SCENARIOS_PAGE (data)->what_if, g_variant_get_boolean (parameter));
}

static void
on_reset (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  (void)action, (void)parameter;
  gp_what_if_panel_reset (GP_SCENARIOS_PAGE (data)->what_if);
}

static const GActionEntry entries[] = {
    {.name = "scenario-new", .activate = on_new},
    {.name = "scenario-copy", .activate = on_copy},
    {.name = "scenario-delete", .activate = on_delete},
    {.name = "scenario-describe", .activate = on_rename, .parameter_type = "(ss)"},
    {.name = "scenario-put", .activate = on_put, .parameter_type = "(ssss)"},
    {.name = "priority-move", .activate = on_move_priority, .parameter_type = "(ii)"},
    {.name = "what-if", .activate = on_what_if, .parameter_type = "(sd)"},
    {.name = "what-if-keep", .activate = on_keep, .parameter_type = "b"},
    {.name = "what-if-reset", .activate = on_reset},
};

void
gp_scenarios_page_add_actions (GpScenariosPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (G_IS_ACTION_MAP (root))
    g_action_map_add_action_entries (G_ACTION_MAP (root), entries, G_N_ELEMENTS (entries), self);
  gp_scenarios_page_update_actions (self);
}

void
gp_scenarios_page_drop_actions (GpScenariosPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  for (guint i = 0; G_IS_ACTION_MAP (root) && i < G_N_ELEMENTS (entries); i++)
    g_action_map_remove_action (G_ACTION_MAP (root), entries[i].name);
}

/* Making a first scenario needs none; all else acts on the chosen one. */
void
gp_scenarios_page_update_actions (GpScenariosPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  gboolean open = self->document != NULL;
  gboolean editable = open && gp_document_get_read_only_reason (self->document) == NULL;
  gboolean any = open && gp_document_get_scenario (self->document) != GP_NONE;

  for (guint i = 0; G_IS_ACTION_MAP (root) && i < G_N_ELEMENTS (entries); i++) {
    GAction *action = g_action_map_lookup_action (G_ACTION_MAP (root), entries[i].name);
    gboolean looks_only =
        g_str_equal (entries[i].name, "what-if") || g_str_equal (entries[i].name, "what-if-reset");

    g_simple_action_set_enabled (G_SIMPLE_ACTION (action),
                                 (editable && (any || i == 0)) || (looks_only && any));
  }
}
