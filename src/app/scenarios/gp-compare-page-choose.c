/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which scenarios are compared, and what the drop-downs of the Compare page list. */
#include "gp-compare-page-private.h"
#include "gp-tab-flow.h"

#include <glib/gi18n-lib.h>

#define FIRST_CHOSEN 4 /* so many scenarios at first */

static const GpProject *
project_of (GpComparePage *self)
{
  return gp_document_get_project (self->document);
}

guint32
gp_compare_page_find (GpComparePage *self, const char *code)
{
  return code != NULL ? gp_project_find (project_of (self), GP_TABLE_SCENARIOS, code) : GP_NONE;
}

/* ---- which scenarios --------------------------------------------------------------------------
 */

enum { KNOWN_WITHOUT_PLAN = 1, KNOWN_WITH_PLAN };

/* Chosen without being asked: at first the first ones and the one at hand; later what is new, and
 * what has its first plan, which a person wants to see. */
static void
choose_new (GpComparePage *self, guint32 scenario, gboolean first)
{
  const char *code = project_of (self)->scenarios[scenario].code;
  int was = GPOINTER_TO_INT (g_hash_table_lookup (self->known, code));
  int is = gp_document_get_plan_of (self->document, scenario) != NULL ? KNOWN_WITH_PLAN
                                                                      : KNOWN_WITHOUT_PLAN;
  gboolean room = g_hash_table_size (self->chosen) < FIRST_CHOSEN;

  if (first ? scenario < FIRST_CHOSEN || scenario == gp_document_get_scenario (self->document)
            : is > was && (is == KNOWN_WITH_PLAN || room))
    g_hash_table_add (self->chosen, g_strdup (code));
  g_hash_table_insert (self->known, g_strdup (code), GINT_TO_POINTER (MAX (is, was)));
}

/* Whoever was chosen and is still there, and who is new. */
void
gp_compare_page_choose (GpComparePage *self)
{
  const GpProject *project = project_of (self);
  guint32 first = gp_document_get_scenario (self->document);
  gboolean is_first = g_hash_table_size (self->known) == 0;

  if (gp_compare_page_find (self, self->base_code) == GP_NONE) {
    while (project->scenarios[first].parent != GP_NONE)
      first = project->scenarios[first].parent;
    g_free (self->base_code);
    self->base_code = g_strdup (project->scenarios[first].code);
  }
  for (guint32 i = 0; i < project->n_scenarios; i++)
    choose_new (self, i, is_first);
}

static gboolean
is_chosen (GpComparePage *self, guint32 scenario)
{
  const char *code = project_of (self)->scenarios[scenario].code;

  return g_hash_table_contains (self->chosen, code) || g_str_equal (code, self->base_code);
}

void
gp_compare_page_compare (GpComparePage *self)
{
  const GpProject *project = project_of (self);
  gint64 version = gp_document_get_data_version (self->document);
  guint32 base = gp_compare_page_find (self, self->base_code);

  g_clear_pointer (&self->comparison, gp_comparison_free);
  self->comparison = gp_comparison_new ();
  gp_comparison_add (self->comparison, project, base,
                     gp_document_get_plan_of (self->document, base), version);
  for (guint32 i = 0; i < project->n_scenarios; i++)
    if (i != base && is_chosen (self, i))
      gp_comparison_add (self->comparison, project, i, gp_document_get_plan_of (self->document, i),
                         version);
}

/* ---- controls ---------------------------------------------------------------------------------
 */

void
gp_compare_page_set_list (GtkDropDown *drop_down, GPtrArray *texts, guint selected)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);

  for (guint i = 0; i < texts->len; i++)
    gtk_string_list_append (list, g_ptr_array_index (texts, i));
  gtk_drop_down_set_model (drop_down, G_LIST_MODEL (list));
  gtk_drop_down_set_selected (drop_down, selected);
}

void
gp_compare_page_fill_base (GpComparePage *self)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < project_of (self)->n_scenarios; i++)
    g_ptr_array_add (names, (gpointer)project_of (self)->scenarios[i].name);
  gp_compare_page_set_list (self->base, names, gp_compare_page_find (self, self->base_code));
}

void
gp_compare_page_fill_years (GpComparePage *self)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  guint selected = gtk_drop_down_get_selected (self->year);
  char name[GP_YEAR_BYTES];

  g_ptr_array_add (names, g_strdup (_ ("Whole plan")));
  for (GpYear year = project_of (self)->plan_from; year <= project_of (self)->last_year; year++)
    g_ptr_array_add (names, g_strdup (gp_year_format (year, name)));
  gp_compare_page_set_list (self->year, names, selected < names->len ? selected : 0);
}

void
gp_compare_page_fill_to (GpComparePage *self)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  guint selected = 0;

  g_array_set_size (self->to_scenarios, 0);
  for (guint i = 1; i < self->comparison->scenarios->len; i++) {
    const GpComparedScenario *scenario = g_ptr_array_index (self->comparison->scenarios, i);

    if (g_strcmp0 (project_of (self)->scenarios[scenario->scenario].code, self->to_code) == 0)
      selected = names->len;
    g_array_append_val (self->to_scenarios, scenario->scenario);
    g_ptr_array_add (names, scenario->name);
  }
  gp_compare_page_set_list (self->to, names, selected);
  g_clear_pointer (&self->to_code, g_free);
  if (self->to_scenarios->len > 0)
    self->to_code = g_strdup (
        project_of (self)->scenarios[g_array_index (self->to_scenarios, guint32, selected)].code);
}

/* A tick and the colour of what is chosen: two greys would not tell. */
static GtkWidget *
choice_button (const char *name)
{
  GtkWidget *button = gtk_toggle_button_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *tick = gtk_image_new_from_icon_name ("object-select-symbolic");
  GtkWidget *label = gtk_label_new (name);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 30);
  gtk_widget_set_tooltip_text (button, name);
  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), tick);
  gtk_box_append (GTK_BOX (box), label);
  gtk_button_set_child (GTK_BUTTON (button), box);
  g_object_bind_property (button, "active", tick, "visible", G_BINDING_SYNC_CREATE);
  gtk_widget_add_css_class (button, "choice");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return button;
}

void
gp_compare_page_fill_choices (GpComparePage *self)
{
  const GpProject *project = project_of (self);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->choices))) != NULL)
    gtk_flow_box_remove (self->choices, child);
  for (guint i = 0; i < project->n_scenarios; i++) {
    GtkWidget *button;

    if (g_str_equal (project->scenarios[i].code, self->base_code))
      continue;
    button = choice_button (project->scenarios[i].name);
    gtk_widget_set_name (button, project->scenarios[i].code);
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), is_chosen (self, i));
    g_signal_connect (button, "toggled", G_CALLBACK (gp_compare_page_on_choice), self);
    gp_tab_flow_append (self->choices, button);
  }
}
