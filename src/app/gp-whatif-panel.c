/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See gp-whatif-panel.h. The worker starts when the panel is first seen, so that the first drag
 * already finds a basis. */
#include "gp-whatif-panel.h"
#include "gp-assumption.h"
#include "gp-chart-box.h"
#include "gp-page.h"
#include "gp-scenario-edit.h"
#include "gp-whatif-figures.h"
#include "gp-whatif.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define REST_MS 700 /* a person who rests this long has chosen */

typedef struct {
  GpWhatIfPanel *panel;
  const GpLever *lever;
  GtkWidget *box;
  GtkScale *scale;
  GtkLabel *value;
} Slider;

struct _GpWhatIfPanel {
  GtkWidget parent;
  GtkFlowBox *sliders_box;
  GpChartBox *chart;
  GpWhatIfFigures *figures;
  GtkLabel *state;
  GtkWidget *spinner;
  GtkButton *keep, *keep_new, *reset;

  Slider sliders[GP_N_LEVERS];
  GpDocument *document;
  GpWhatIf *what_if;
  GpSummary *base; /* of the relaxed plan of the scenario as it is, or NULL */
  GpProject *base_project;
  char *scenario;
  gint64 data_version;
  gboolean showing;
  guint rest;
};

G_DEFINE_FINAL_TYPE (GpWhatIfPanel, gp_what_if_panel, GTK_TYPE_WIDGET)

/* ---- values -----------------------------------------------------------------------------------
 */

static const GpProject *
project_of (GpWhatIfPanel *self)
{
  return gp_document_get_project (self->document);
}

static GArray *
values_of (GpWhatIfPanel *self)
{
  GArray *values = g_array_new (FALSE, FALSE, sizeof (GpLeverValue));

  for (int i = 0; i < GP_N_LEVERS; i++)
    gp_lever_apply (project_of (self), gp_document_get_scenario (self->document), &gp_levers[i],
                    gtk_range_get_value (GTK_RANGE (self->sliders[i].scale)), values);
  return values;
}

static void
show_value (Slider *slider)
{
  GpDocument *document = slider->panel->document;
  const GpProject *project = gp_document_get_project (document);
  guint32 scenario = gp_document_get_scenario (document);
  double position = gtk_range_get_value (GTK_RANGE (slider->scale));
  g_autofree char *was = gp_lever_describe (project, scenario, slider->lever,
                                            slider->lever->neutral, gp_language_current ());
  g_autofree char *is =
      gp_lever_describe (project, scenario, slider->lever, position, gp_language_current ());
  g_autofree char *text =
      g_str_equal (was, is) ? g_strdup (was) : g_strconcat (was, " → ", is, NULL);

  gtk_label_set_text (slider->value, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (slider->scale),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, text, -1);
}

/* ---- the answer -------------------------------------------------------------------------------
 */

static void
show_chart (GpWhatIfPanel *self, const GpSummary *summary)
{
  g_autofree char *headline = gp_summary_headline (summary, gp_language_current ());
  g_autofree char *rough = summary->rough ? g_strconcat ("~ ", headline, NULL) : NULL;
  GpGoalChart chart = {.years = (const GpTakingPart *)(gpointer)summary->years->data,
                       .n_years = summary->years->len,
                       .goal = summary->goal,
                       .goal_year = summary->goal_year,
                       .plan_from = summary->project->plan_from,
                       .rough = summary->rough,
                       .history_text = _ ("already taking part"),
                       .regular_text = _ ("regular"),
                       .groeikracht_text = "Groeikracht",
                       .goal_text = _ ("goal"),
                       .lookahead_text = _ ("look-ahead")};

  gp_chart_box_show (self->chart, rough != NULL ? rough : headline, gp_chart_new_goal (&chart));
}

static void
show_summary (GpWhatIfPanel *self, const GpSummary *summary, const GpSummary *base)
{
  show_chart (self, summary);
  gp_what_if_figures_show (self->figures, summary, base);
}

static gboolean
has_moved (GpWhatIfPanel *self)
{
  g_autoptr (GArray) values = values_of (self);

  return values->len > 0;
}

static void
show_buttons (GpWhatIfPanel *self)
{
  gboolean moved = self->document != NULL && has_moved (self);
  gboolean editable =
      self->document != NULL && gp_document_get_read_only_reason (self->document) == NULL;

  gtk_widget_set_sensitive (GTK_WIDGET (self->keep), moved && editable);
  gtk_widget_set_sensitive (GTK_WIDGET (self->keep_new), moved && editable);
  gtk_widget_set_sensitive (GTK_WIDGET (self->reset), moved);
}

static gboolean
has_stored (GpWhatIfPanel *self)
{
  return gp_document_get_plan (self->document) != NULL &&
         !gp_document_plan_is_stale (self->document);
}

static void
show_state (GpWhatIfPanel *self)
{
  gboolean busy = gp_what_if_is_busy (self->what_if);
  const char *problem = gp_what_if_get_problem (self->what_if);
  const char *text = "";

  busy = busy && (has_moved (self) || !has_stored (self)); /* else only a basis is looked for */
  gtk_spinner_set_spinning (GTK_SPINNER (self->spinner), busy);
  gtk_widget_set_opacity (GTK_WIDGET (self->figures), busy || problem != NULL ? 0.5 : 1);
  gtk_widget_set_opacity (GTK_WIDGET (self->chart), busy || problem != NULL ? 0.5 : 1);
  if (problem != NULL)
    text = *problem != '\0' ? problem : _ ("There is no plan with these values.");
  else if (busy)
    text = _ ("Working out these values…");
  else if (has_moved (self) && self->rest == 0)
    text = _ ("Rough figures. Keep the values to have whole schools planned with them.");
  else if (has_moved (self))
    text = _ ("Rough figures.");
  else
    text = _ ("Move a slider to see at once what it does; nothing is stored.");
  gtk_label_set_text (self->state, text);
}

/* The relaxed plan of the scenario as it is: what differences are taken from, like with like. */
static void
take_base (GpWhatIfPanel *self, const GpProject *project)
{
  if (self->base != NULL || project != project_of (self))
    return;
  self->base_project = gp_project_ref ((GpProject *)project);
  self->base = gp_summary_new (self->base_project, gp_document_get_scenario (self->document),
                               gp_what_if_get_plan (self->what_if));
}

/* With all sliders at rest, the stored plan: solved figures, where there are such. */
static gboolean
show_stored (GpWhatIfPanel *self)
{
  const GpPlan *plan = gp_document_get_plan (self->document);
  g_autoptr (GpSummary) summary = NULL;

  if (has_moved (self) || !has_stored (self))
    return FALSE;
  summary = gp_summary_new (project_of (self), gp_document_get_scenario (self->document), plan);
  show_summary (self, summary, NULL);
  return TRUE;
}

static void
on_answer (GpWhatIfPanel *self)
{
  const GpPlan *plan = gp_what_if_get_plan (self->what_if);
  const GpProject *project = gp_what_if_get_project (self->what_if);
  g_autoptr (GpSummary) summary = NULL;

  if (self->document == NULL)
    return;
  if (plan != NULL) {
    summary = gp_summary_new (project, gp_document_get_scenario (self->document), plan);
    take_base (self, project);
    if (!show_stored (self))
      show_summary (self, summary, self->base);
  }
  show_state (self);
}

static void
ask (GpWhatIfPanel *self)
{
  g_autoptr (GArray) values = values_of (self);

  gp_what_if_ask (self->what_if, (const GpLeverValue *)(gpointer)values->data, values->len);
}

/* ---- dragging ---------------------------------------------------------------------------------
 */

static gboolean
on_rest (gpointer data)
{
  GpWhatIfPanel *self = data;

  self->rest = 0;
  show_state (self);
  return G_SOURCE_REMOVE;
}

static void
on_moved (Slider *slider)
{
  GpWhatIfPanel *self = slider->panel;

  if (self->showing || self->document == NULL)
    return;
  show_value (slider);
  show_buttons (self);
  g_clear_handle_id (&self->rest, g_source_remove);
  self->rest = g_timeout_add (REST_MS, on_rest, self);
  ask (self);
}

void
gp_what_if_panel_move (GpWhatIfPanel *self, const char *lever, double position)
{
  int index = gp_lever_find (lever);

  if (index >= 0 && isfinite (position) && self->document != NULL &&
      gtk_widget_get_sensitive (self->sliders[index].box))
    gtk_range_set_value (GTK_RANGE (self->sliders[index].scale), position);
}

void
gp_what_if_panel_reset (GpWhatIfPanel *self)
{
  self->showing = TRUE;
  for (int i = 0; i < GP_N_LEVERS; i++)
    gtk_range_set_value (GTK_RANGE (self->sliders[i].scale), gp_levers[i].neutral);
  self->showing = FALSE;
  g_clear_handle_id (&self->rest, g_source_remove);
  if (self->document == NULL)
    return;
  for (int i = 0; i < GP_N_LEVERS; i++)
    show_value (&self->sliders[i]);
  show_buttons (self);
  ask (self);
}

/* ---- keeping ----------------------------------------------------------------------------------
 */

/* "Hand-over share 40–50% → 45–55%, ..." */
static char *
describe_moves (GpWhatIfPanel *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (int i = 0; i < GP_N_LEVERS; i++) {
    Slider *slider = &self->sliders[i];
    const GpLever *lever = slider->lever;
    g_autofree char *place =
        gp_assumption_place (project_of (self), lever->param, lever->scope, GP_YEAR_NONE);

    if (fabs (gtk_range_get_value (GTK_RANGE (slider->scale)) - lever->neutral) >= lever->step / 2)
      g_string_append_printf (text, "%s%s %s", text->len > 0 ? ", " : "", place,
                              gtk_label_get_text (slider->value));
  }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

gboolean
gp_what_if_panel_keep (GpWhatIfPanel *self, gboolean as_new)
{
  g_autoptr (GArray) values = self->document != NULL ? values_of (self) : NULL;
  g_autofree char *label = NULL, *name = NULL, *code = NULL;
  g_autoptr (GError) error = NULL;
  GpScenarioEdit child = {0};
  GpLeverEdit edit = {0};
  const GpScenario *scenario;

  if (values == NULL || values->len == 0)
    return FALSE;
  scenario = &project_of (self)->scenarios[gp_document_get_scenario (self->document)];
  label = describe_moves (self);
  /* Translators: the name of a scenario made from that scenario by the instant what-if. */
  name = as_new ? g_strdup_printf (_ ("%s, what if"), scenario->name) : g_strdup (scenario->name);
  code = as_new ? gp_scenario_new_code (project_of (self), name) : g_strdup (scenario->code);
  child = (GpScenarioEdit){project_of (self), gp_document_get_scenario (self->document), code, name,
                           label};
  edit = (GpLeverEdit){project_of (self), code, (const GpLeverValue *)(gpointer)values->data,
                       values->len, as_new ? &child : NULL};
  if (!gp_document_edit (self->document, label, gp_lever_keep, &edit, &error)) {
    gp_page_error (GTK_WIDGET (self), _ ("These values cannot be kept"), error->message);
    return FALSE;
  }
  if (as_new)
    gp_document_set_scenario (self->document, code);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.plan", NULL);
  return TRUE;
}

static void
on_keep (GpWhatIfPanel *self)
{
  gp_what_if_panel_keep (self, FALSE);
}

static void
on_keep_new (GpWhatIfPanel *self)
{
  gp_what_if_panel_keep (self, TRUE);
}

/* ---- showing ----------------------------------------------------------------------------------
 */

static void
start_over (GpWhatIfPanel *self, const GpScenario *scenario)
{
  g_autoptr (GpPlan) published =
      gp_document_dup_published_of (self->document, gp_document_get_scenario (self->document));

  g_clear_pointer (&self->base, gp_summary_free);
  g_clear_pointer (&self->base_project, gp_project_unref);
  g_free (self->scenario);
  self->scenario = g_strdup (scenario->code);
  self->data_version = gp_document_get_data_version (self->document);
  gp_what_if_set_base (self->what_if, project_of (self), gp_document_get_scenario (self->document),
                       published);
  for (int i = 0; i < GP_N_LEVERS; i++)
    gtk_widget_set_sensitive (self->sliders[i].box,
                              gp_lever_is_usable (project_of (self),
                                                  gp_document_get_scenario (self->document),
                                                  &gp_levers[i]));
}

void
gp_what_if_panel_show (GpWhatIfPanel *self, GpDocument *document)
{
  const GpScenario *scenario =
      &gp_document_get_project (document)->scenarios[gp_document_get_scenario (document)];

  g_set_object (&self->document, document);
  if (g_strcmp0 (scenario->code, self->scenario) != 0 ||
      self->data_version != gp_document_get_data_version (document)) {
    start_over (self, scenario);
    self->showing = TRUE;
    for (int i = 0; i < GP_N_LEVERS; i++) {
      gtk_range_set_value (GTK_RANGE (self->sliders[i].scale), gp_levers[i].neutral);
      show_value (&self->sliders[i]);
    }
    self->showing = FALSE;
    if (gtk_widget_get_mapped (GTK_WIDGET (self)))
      ask (self);
  }
  show_stored (self);
  show_buttons (self);
  show_state (self);
}

static void
gp_what_if_panel_map (GtkWidget *widget)
{
  GpWhatIfPanel *self = GP_WHAT_IF_PANEL (widget);

  GTK_WIDGET_CLASS (gp_what_if_panel_parent_class)->map (widget);
  if (self->document != NULL && self->base == NULL)
    ask (self);
}

static void
gp_what_if_panel_unmap (GtkWidget *widget)
{
  gp_what_if_cancel (GP_WHAT_IF_PANEL (widget)->what_if);
  GTK_WIDGET_CLASS (gp_what_if_panel_parent_class)->unmap (widget);
}

/* ---- the class --------------------------------------------------------------------------------
 */

static void
add_slider (GpWhatIfPanel *self, int index)
{
  Slider *slider = &self->sliders[index];
  const GpLever *lever = &gp_levers[index];
  const char *scope = g_str_equal (lever->scope, "regular") ? _ ("regular")
                      : *lever->scope != '\0'               ? "Groeikracht"
                                                            : NULL;
  g_autofree char *title =
      scope != NULL ? g_strdup_printf ("%s · %s", gp_assumption_title (lever->param), scope)
                    : g_strdup (gp_assumption_title (lever->param));
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12), *label = gtk_label_new (title);

  slider->panel = self;
  slider->lever = lever;
  slider->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  slider->value = GTK_LABEL (gtk_label_new (NULL));
  slider->scale = GTK_SCALE (
      gtk_scale_new_with_range (GTK_ORIENTATION_HORIZONTAL, lever->min, lever->max, lever->step));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_tooltip_text (slider->box, gp_assumption_definition (lever->param));
  gtk_widget_add_css_class (GTK_WIDGET (slider->value), "count");
  gtk_widget_add_css_class (GTK_WIDGET (slider->value), "dim-label");
  gtk_scale_set_draw_value (slider->scale, FALSE);
  gtk_scale_add_mark (slider->scale, lever->neutral, GTK_POS_BOTTOM, NULL);
  gtk_range_set_value (GTK_RANGE (slider->scale), lever->neutral);
  gtk_accessible_update_property (GTK_ACCESSIBLE (slider->scale), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title, -1);
  g_signal_connect_swapped (slider->scale, "value-changed", G_CALLBACK (on_moved), slider);
  gtk_box_append (GTK_BOX (head), label);
  gtk_box_append (GTK_BOX (head), GTK_WIDGET (slider->value));
  gtk_box_append (GTK_BOX (slider->box), head);
  gtk_box_append (GTK_BOX (slider->box), GTK_WIDGET (slider->scale));
  gtk_widget_set_hexpand (slider->box, TRUE);
  gtk_widget_set_size_request (slider->box, 250, -1);
  gtk_flow_box_append (self->sliders_box, slider->box);
  gtk_widget_set_focusable (gtk_widget_get_parent (slider->box), FALSE);
}

static void
gp_what_if_panel_dispose (GObject *object)
{
  GpWhatIfPanel *self = GP_WHAT_IF_PANEL (object);

  g_clear_handle_id (&self->rest, g_source_remove);
  g_clear_object (&self->document);
  gp_page_drop_children (GTK_WIDGET (object));
  if (self->what_if != NULL)
    g_signal_handlers_disconnect_by_data (self->what_if, self);
  g_clear_object (&self->what_if);
  G_OBJECT_CLASS (gp_what_if_panel_parent_class)->dispose (object);
}

static void
gp_what_if_panel_finalize (GObject *object)
{
  GpWhatIfPanel *self = GP_WHAT_IF_PANEL (object);

  gp_summary_free (self->base);
  g_clear_pointer (&self->base_project, gp_project_unref);
  g_free (self->scenario);
  G_OBJECT_CLASS (gp_what_if_panel_parent_class)->finalize (object);
}

static void
gp_what_if_panel_class_init (GpWhatIfPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gp_what_if_panel_dispose;
  G_OBJECT_CLASS (klass)->finalize = gp_what_if_panel_finalize;
  widget_class->map = gp_what_if_panel_map;
  widget_class->unmap = gp_what_if_panel_unmap;
  g_type_ensure (GP_TYPE_CHART_BOX);
  g_type_ensure (GP_TYPE_WHAT_IF_FIGURES);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/nl/groeiplan/Groeiplan/gp-whatif-panel.ui");
#define CHILD(name) gtk_widget_class_bind_template_child (widget_class, GpWhatIfPanel, name)
  CHILD (sliders_box);
  CHILD (chart);
  CHILD (figures);
  CHILD (state);
  CHILD (spinner);
  CHILD (keep);
  CHILD (keep_new);
  CHILD (reset);
#undef CHILD
  gtk_widget_class_bind_template_callback (widget_class, on_keep);
  gtk_widget_class_bind_template_callback (widget_class, on_keep_new);
  gtk_widget_class_bind_template_callback (widget_class, gp_what_if_panel_reset);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
gp_what_if_panel_init (GpWhatIfPanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (int i = 0; i < GP_N_LEVERS; i++)
    add_slider (self, i);
  self->what_if = gp_what_if_new ();
  g_signal_connect_swapped (self->what_if, "changed", G_CALLBACK (on_answer), self);
}
