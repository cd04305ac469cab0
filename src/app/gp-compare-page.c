/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See gp-compare-page.h. Which scenarios, which figure, which year; what is then shown stands in
 * gp-compare-page-show.c and gp-compare-page-bridge.c. */
#include "gp-compare-page-private.h"
#include "gp-plan-work.h"

#include <glib/gi18n-lib.h>

#define FIRST_CHOSEN 4 /* so many scenarios at first */

static void gp_compare_page_iface (GpPageInterface *iface);
G_DEFINE_FINAL_TYPE_WITH_CODE (GpComparePage, gp_compare_page, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GP_TYPE_PAGE, gp_compare_page_iface))

static const GpProject *
project_of (GpComparePage *self)
{
  return gp_document_get_project (self->document);
}

static guint32
find (GpComparePage *self, const char *code)
{
  return code != NULL ? gp_project_find (project_of (self), GP_TABLE_SCENARIOS, code) : GP_NONE;
}

/* ---- which scenarios --------------------------------------------------------------------------
 */

/* At first the first ones; later whoever is still there. */
static void
choose (GpComparePage *self)
{
  const GpProject *project = project_of (self);
  guint32 first = gp_document_get_scenario (self->document);

  if (find (self, self->base_code) == GP_NONE) {
    while (project->scenarios[first].parent != GP_NONE)
      first = project->scenarios[first].parent;
    g_free (self->base_code);
    self->base_code = g_strdup (project->scenarios[first].code);
  }
  if (g_hash_table_size (self->chosen) == 0)
    for (guint i = 0; i < MIN (project->n_scenarios, FIRST_CHOSEN); i++)
      g_hash_table_add (self->chosen, g_strdup (project->scenarios[i].code));
}

static gboolean
is_chosen (GpComparePage *self, guint32 scenario)
{
  const char *code = project_of (self)->scenarios[scenario].code;

  return g_hash_table_contains (self->chosen, code) || g_str_equal (code, self->base_code);
}

static void
compare (GpComparePage *self)
{
  const GpProject *project = project_of (self);
  gint64 version = gp_document_get_data_version (self->document);
  guint32 base = find (self, self->base_code);

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

static void
set_list (GtkDropDown *drop_down, GPtrArray *texts, guint selected)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);

  for (guint i = 0; i < texts->len; i++)
    gtk_string_list_append (list, g_ptr_array_index (texts, i));
  gtk_drop_down_set_model (drop_down, G_LIST_MODEL (list));
  gtk_drop_down_set_selected (drop_down, selected);
}

static void
fill_base (GpComparePage *self)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < project_of (self)->n_scenarios; i++)
    g_ptr_array_add (names, (gpointer)project_of (self)->scenarios[i].name);
  set_list (self->base, names, find (self, self->base_code));
}

static void
fill_years (GpComparePage *self)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  guint selected = gtk_drop_down_get_selected (self->year);
  char name[GP_YEAR_BYTES];

  g_ptr_array_add (names, g_strdup (_ ("Whole plan")));
  for (GpYear year = project_of (self)->plan_from; year <= project_of (self)->last_year; year++)
    g_ptr_array_add (names, g_strdup (gp_year_format (year, name)));
  set_list (self->year, names, selected < names->len ? selected : 0);
}

static void
fill_to (GpComparePage *self)
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
  set_list (self->to, names, selected);
  g_clear_pointer (&self->to_code, g_free);
  if (self->to_scenarios->len > 0)
    self->to_code = g_strdup (
        project_of (self)->scenarios[g_array_index (self->to_scenarios, guint32, selected)].code);
}

static void on_choice (GtkToggleButton *button, GpComparePage *self);

static void
fill_choices (GpComparePage *self)
{
  const GpProject *project = project_of (self);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->choices))) != NULL)
    gtk_flow_box_remove (self->choices, child);
  for (guint i = 0; i < project->n_scenarios; i++) {
    GtkWidget *button = gtk_toggle_button_new_with_label (project->scenarios[i].name);

    if (g_str_equal (project->scenarios[i].code, self->base_code))
      continue;
    gtk_widget_set_name (button, project->scenarios[i].code);
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), is_chosen (self, i));
    g_signal_connect (button, "toggled", G_CALLBACK (on_choice), self);
    gtk_flow_box_append (self->choices, button);
    gtk_widget_set_focusable (gtk_widget_get_parent (button), FALSE);
    gtk_widget_set_halign (gtk_widget_get_parent (button), GTK_ALIGN_START);
  }
}

/* ---- showing ----------------------------------------------------------------------------------
 */

/* Scenarios without a plan of the data as they are. */
static GArray *
to_plan (GpComparePage *self)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint i = 0; i < self->comparison->scenarios->len; i++) {
    const GpComparedScenario *scenario = g_ptr_array_index (self->comparison->scenarios, i);

    if (!scenario->has_plan || scenario->stale)
      g_array_append_val (found, scenario->scenario);
  }
  return found;
}

static void
show_missing (GpComparePage *self)
{
  g_autoptr (GArray) missing = to_plan (self);
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *text = NULL;

  for (guint i = 0; i < missing->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "",
                            project_of (self)->scenarios[g_array_index (missing, guint32, i)].name);
  text = g_strdup_printf (_ ("No plan of the data as they are now: %s."), names->str);
  gtk_label_set_text (self->missing, text);
  gtk_widget_set_visible (self->missing_box, missing->len > 0);
}

static void
show_all (GpComparePage *self)
{
  compare (self);
  self->filling = TRUE;
  fill_to (self);
  self->filling = FALSE;
  show_missing (self);
  gp_compare_page_show_headline (self);
  gp_compare_page_show_table (self);
  gp_compare_page_show_lines (self);
  gp_compare_page_show_bridge (self);
}

static void
gp_compare_page_show (GpPage *page, GpDocument *document)
{
  GpComparePage *self = GP_COMPARE_PAGE (page);
  gboolean enough = gp_document_get_project (document)->n_scenarios > 1;

  g_set_object (&self->document, document);
  gtk_stack_set_visible_child_name (self->root, enough ? "compare" : "empty");
  if (!enough)
    return;
  choose (self);
  self->filling = TRUE;
  fill_base (self);
  fill_years (self);
  fill_choices (self);
  self->filling = FALSE;
  show_all (self);
}

static char *
gp_compare_page_get_table (GpPage *page)
{
  GpComparePage *self = GP_COMPARE_PAGE (page);

  return self->comparison != NULL
             ? gp_comparison_tsv (self->comparison, gp_compare_page_get_year (self),
                                  gp_language_current ())
             : NULL;
}

/* A figure, by its name ("taking_part") or its priority's. */
static void
gp_compare_page_go_to (GpPage *page, const char *what)
{
  GpFigureId figure;

  if (gp_figure_parse (what, &figure))
    gtk_drop_down_set_selected (GP_COMPARE_PAGE (page)->figure, figure);
}

/* ---- what a person does -----------------------------------------------------------------------
 */

static void
on_choice (GtkToggleButton *button, GpComparePage *self)
{
  const char *code = gtk_widget_get_name (GTK_WIDGET (button));

  if (gtk_toggle_button_get_active (button))
    g_hash_table_add (self->chosen, g_strdup (code));
  else
    g_hash_table_remove (self->chosen, code);
  /* so that none chosen stays none */
  g_hash_table_add (self->chosen, g_strdup (self->base_code));
  show_all (self);
}

static void
on_base (GpComparePage *self)
{
  guint selected = gtk_drop_down_get_selected (self->base);

  if (self->filling || self->document == NULL || selected >= project_of (self)->n_scenarios)
    return;
  g_hash_table_add (self->chosen, g_strdup (self->base_code));
  g_free (self->base_code);
  self->base_code = g_strdup (project_of (self)->scenarios[selected].code);
  fill_choices (self);
  show_all (self);
}

static void
on_year (GpComparePage *self)
{
  if (!self->filling && self->document != NULL && self->comparison != NULL)
    gp_compare_page_show_table (self);
}

static void
on_figure (GpComparePage *self)
{
  if (self->filling || self->document == NULL || self->comparison == NULL)
    return;
  gp_compare_page_show_lines (self);
  gp_compare_page_show_bridge (self);
}

static void
on_to (GpComparePage *self)
{
  guint selected = gtk_drop_down_get_selected (self->to);

  if (self->filling || self->document == NULL || selected >= self->to_scenarios->len)
    return;
  g_free (self->to_code);
  self->to_code = g_strdup (
      project_of (self)->scenarios[g_array_index (self->to_scenarios, guint32, selected)].code);
  gp_compare_page_show_bridge (self);
}

static void
on_copy (GpComparePage *self)
{
  g_autofree char *text = gp_compare_page_get_table (GP_PAGE (self));

  if (text == NULL)
    return;
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  gp_page_toast (GTK_WIDGET (self), _ ("Table copied"), NULL, NULL);
}

static void
on_planned (GtkWidget *owner, gpointer result, const GError *failed)
{
  GpComparePage *self = GP_COMPARE_PAGE (owner);
  GpPlanWork *work = result;
  g_autoptr (GError) error = NULL;

  (void)failed;
  gtk_widget_set_sensitive (self->missing_box, TRUE);
  if (work != NULL && self->document != NULL && !gp_plan_work_store (work, self->document, &error))
    gp_page_error (owner, _ ("The plans cannot be stored"), error->message);
  gp_plan_work_free (work);
}

static void
on_plan_missing (GpComparePage *self)
{
  g_autoptr (GArray) missing = self->document != NULL ? to_plan (self) : NULL;

  if (missing == NULL || missing->len == 0)
    return;
  if (gp_plan_work_start (GTK_WIDGET (self), self->document,
                          (const guint32 *)(gpointer)missing->data, missing->len,
                          on_planned) != NULL)
    gtk_widget_set_sensitive (self->missing_box, FALSE);
}

/* ---- the class --------------------------------------------------------------------------------
 */

static void
gp_compare_page_iface (GpPageInterface *iface)
{
  iface->show = gp_compare_page_show;
  iface->go_to = gp_compare_page_go_to;
  iface->get_table = gp_compare_page_get_table;
}

static void
gp_compare_page_dispose (GObject *object)
{
  GpComparePage *self = GP_COMPARE_PAGE (object);

  g_clear_object (&self->document);
  gp_page_drop_children (GTK_WIDGET (object));
  G_OBJECT_CLASS (gp_compare_page_parent_class)->dispose (object);
}

static void
gp_compare_page_finalize (GObject *object)
{
  GpComparePage *self = GP_COMPARE_PAGE (object);

  g_clear_pointer (&self->comparison, gp_comparison_free);
  g_hash_table_unref (self->chosen);
  g_array_unref (self->to_scenarios);
  g_free (self->base_code);
  g_free (self->to_code);
  G_OBJECT_CLASS (gp_compare_page_parent_class)->finalize (object);
}

static void
gp_compare_page_class_init (GpComparePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gp_compare_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = gp_compare_page_finalize;
  g_type_ensure (GP_TYPE_CHART_BOX);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/nl/groeiplan/Groeiplan/gp-compare-page.ui");
#define CHILD(name) gtk_widget_class_bind_template_child (widget_class, GpComparePage, name)
  CHILD (root);
  CHILD (headline);
  CHILD (missing);
  CHILD (missing_box);
  CHILD (base);
  CHILD (choices);
  CHILD (year);
  CHILD (table);
  CHILD (figure);
  CHILD (lines);
  CHILD (bridge_box);
  CHILD (bridge_note);
  CHILD (to);
  CHILD (kind);
  CHILD (build);
  CHILD (bridge);
#undef CHILD
#define CALLBACK(name) gtk_widget_class_bind_template_callback (widget_class, name)
  CALLBACK (on_base);
  CALLBACK (on_year);
  CALLBACK (on_figure);
  CALLBACK (on_to);
  CALLBACK (on_copy);
  CALLBACK (on_plan_missing);
  CALLBACK (gp_compare_page_build_bridge);
#undef CALLBACK
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
gp_compare_page_init (GpComparePage *self)
{
  g_autoptr (GPtrArray) figures = g_ptr_array_new ();
  g_autoptr (GPtrArray) kinds = g_ptr_array_new ();

  self->chosen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->to_scenarios = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  for (int i = 0; i < GP_N_FIGURES; i++)
    g_ptr_array_add (figures, _ (gp_figure_info ((GpFigureId)i)->label));
  set_list (self->figure, figures, GP_FIGURE_TAKING_PART);
  g_ptr_array_add (kinds, _ ("Rough, soon ready"));
  g_ptr_array_add (kinds, _ ("Whole schools, takes long"));
  set_list (self->kind, kinds, 0);
  self->filling = FALSE;
}

GtkWidget *
gp_compare_page_new (void)
{
  return g_object_new (GP_TYPE_COMPARE_PAGE, NULL);
}
