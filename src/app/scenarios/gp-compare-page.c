/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See gp-compare-page.h. Which scenarios, which figure, which year; what is then shown stands in
 * gp-compare-page-show.c and gp-compare-page-bridge.c. */
#include "gp-compare-page-private.h"
#include "gp-narrow-choice.h"
#include "gp-plan-work.h"
#include "gp-print-table.h"
#include "gp-wheel.h"
#include "gp-tab-flow.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void gp_compare_page_iface (GpPageInterface *iface);
G_DEFINE_FINAL_TYPE_WITH_CODE (GpComparePage, gp_compare_page, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GP_TYPE_PAGE, gp_compare_page_iface))

static const GpProject *
project_of (GpComparePage *self)
{
  return gp_document_get_project (self->document);
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
  gp_compare_page_compare (self);
  self->filling = TRUE;
  gp_compare_page_fill_to (self);
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

  if (g_set_object (&self->document, document)) {
    g_hash_table_remove_all (self->chosen);
    g_hash_table_remove_all (self->known);
  }
  gtk_stack_set_visible_child_name (self->root, enough ? "compare" : "empty");
  if (!enough)
    return;
  gp_compare_page_choose (self);
  self->filling = TRUE;
  gp_compare_page_fill_base (self);
  gp_compare_page_fill_years (self);
  gp_compare_page_fill_choices (self);
  self->filling = FALSE;
  show_all (self);
}

/* For a spreadsheet, and so without groups of digits. */
static char *
plain_table (GpComparePage *self)
{
  return self->comparison != NULL
             ? gp_comparison_tsv (self->comparison, gp_compare_page_get_year (self),
                                  gp_numbers_current ())
             : NULL;
}

static char *
gp_compare_page_get_table (GpPage *page)
{
  g_autofree char *text = plain_table (GP_COMPARE_PAGE (page));

  return text != NULL ? gp_print_table_group (text) : NULL;
}

/* The bridge to a scenario: what makes the difference in schools taking part. */
static void
go_to_bridge (GpComparePage *self, const char *scenario)
{
  if (gp_compare_page_find (self, scenario) == GP_NONE)
    return;
  g_free (self->to_code);
  self->to_code = g_strdup (scenario);
  gtk_drop_down_set_selected (self->figure, GP_FIGURE_TAKING_PART);
  show_all (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->build)); /* scrolls there */
}

/* A figure, by its name ("taking_part") or its priority's; or "bridge:" and a scenario. */
static void
gp_compare_page_go_to (GpPage *page, const char *what)
{
  GpComparePage *self = GP_COMPARE_PAGE (page);
  GpFigureId figure;

  if (self->comparison == NULL)
    return;
  if (g_str_has_prefix (what, "bridge:"))
    go_to_bridge (self, what + strlen ("bridge:"));
  else if (gp_figure_parse (what, &figure)) {
    gtk_drop_down_set_selected (self->figure, figure);
    gtk_widget_child_focus (GTK_WIDGET (self->lines), GTK_DIR_TAB_FORWARD);
  }
}

/* ---- what a person does -----------------------------------------------------------------------
 */

void
gp_compare_page_on_choice (GtkToggleButton *button, GpComparePage *self)
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
  gp_compare_page_fill_choices (self);
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
  g_autofree char *text = plain_table (self);

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

/* ---- actions of the window --------------------------------------------------------------------
 */

/* What the drop-downs and the button do together: base, end, figure, rough or not. */
static void
on_bridge_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GpComparePage *self = data;
  const char *base, *to, *figure;
  gboolean relaxed;
  GpFigureId id;

  (void)action;
  g_variant_get (parameter, "(&s&s&sb)", &base, &to, &figure, &relaxed);
  if (self->document == NULL || gp_compare_page_find (self, base) == GP_NONE ||
      gp_compare_page_find (self, to) == GP_NONE || !gp_figure_parse (figure, &id))
    return;
  g_hash_table_add (self->chosen, g_strdup (to));
  g_free (self->to_code);
  self->to_code = g_strdup (to);
  gtk_drop_down_set_selected (self->figure, id);
  gtk_drop_down_set_selected (self->kind, relaxed ? 0 : 1);
  gtk_drop_down_set_selected (self->base, gp_compare_page_find (self, base));
  gp_compare_page_fill_choices (self);
  show_all (self);
  gp_compare_page_build_bridge (self);
}

static const GActionEntry entries[] = {
    {.name = "compare-bridge", .activate = on_bridge_action, .parameter_type = "(sssb)"},
};

static void
gp_compare_page_root (GtkWidget *widget)
{
  GtkRoot *root;

  GTK_WIDGET_CLASS (gp_compare_page_parent_class)->root (widget);
  root = gtk_widget_get_root (widget);
  if (G_IS_ACTION_MAP (root))
    g_action_map_add_action_entries (G_ACTION_MAP (root), entries, G_N_ELEMENTS (entries), widget);
}

static void
gp_compare_page_unroot (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  for (guint i = 0; G_IS_ACTION_MAP (root) && i < G_N_ELEMENTS (entries); i++)
    g_action_map_remove_action (G_ACTION_MAP (root), entries[i].name);
  GTK_WIDGET_CLASS (gp_compare_page_parent_class)->unroot (widget);
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
  g_hash_table_unref (self->known);
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
  GTK_WIDGET_CLASS (klass)->root = gp_compare_page_root;
  GTK_WIDGET_CLASS (klass)->unroot = gp_compare_page_unroot;
  g_type_ensure (GP_TYPE_CHART_BOX);
  g_type_ensure (GP_TYPE_TAB_FLOW);
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
  self->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->to_scenarios = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  gp_page_follow_links (self->headline);
  gp_wheel_leave_page (GTK_WIDGET (self->table));
  gp_box_give_way (GTK_BOX (self->missing_box));
  gp_drop_down_give_way (self->base); /* names of scenarios may be long */
  gp_drop_down_give_way (self->to);
  for (int i = 0; i < GP_N_FIGURES; i++)
    g_ptr_array_add (figures, _ (gp_figure_info ((GpFigureId)i)->label));
  gp_compare_page_set_list (self->figure, figures, GP_FIGURE_TAKING_PART);
  g_ptr_array_add (kinds, _ ("Rough, soon ready"));
  g_ptr_array_add (kinds, _ ("Whole schools, takes long"));
  gp_compare_page_set_list (self->kind, kinds, 0);
  self->filling = FALSE;
}

GtkWidget *
gp_compare_page_new (void)
{
  return g_object_new (GP_TYPE_COMPARE_PAGE, NULL);
}
