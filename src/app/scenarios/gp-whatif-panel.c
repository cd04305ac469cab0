/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See gp-whatif-panel.h. The worker starts when the panel is seen, so that the first drag already
 * finds a basis, and goes on with the slider that the pointer or the keyboard comes to. */
#include "gp-assumption.h"
#include "gp-beside.h"
#include "gp-page.h"
#include "gp-wheel.h"
#include "gp-whatif-panel-private.h"
#include "gp-tab-flow.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define REST_MS 1200 /* a person who rests this long has chosen: whole schools are planned */

G_DEFINE_FINAL_TYPE (GpWhatIfPanel, gp_what_if_panel, GTK_TYPE_WIDGET)

/* ---- dragging ---------------------------------------------------------------------------------
 */

static gboolean
on_rest (gpointer data)
{
  GpWhatIfPanel *self = data;

  self->rest = 0;
  if (gp_what_if_panel_has_moved (self))
    gp_what_if_settle (self->what_if);
  gp_what_if_panel_show_state (self);
  return G_SOURCE_REMOVE;
}

static void
on_moved (GpWhatIfSlider *slider)
{
  GpWhatIfPanel *self = slider->panel;

  if (self->showing || self->document == NULL)
    return;
  gp_what_if_panel_show_value (slider);
  gp_what_if_panel_show_buttons (self);
  g_clear_handle_id (&self->rest, g_source_remove);
  self->rest = g_timeout_add (REST_MS, on_rest, self);
  gp_what_if_panel_ask (self);
}

void
gp_what_if_panel_move (GpWhatIfPanel *self, const char *lever, double position)
{
  int index = gp_lever_find (lever);

  if (index >= 0 && isfinite (position) && self->document != NULL &&
      gtk_widget_get_sensitive (self->sliders[index].box))
    gtk_range_set_value (GTK_RANGE (self->sliders[index].scale), position);
}

/* A person is about to move it: what lies along it is worked out ahead. */
static void
look_at (GpWhatIfSlider *slider)
{
  gp_what_if_look_at (slider->panel->what_if, (int)(slider - slider->panel->sliders));
}

static void
watch (GpWhatIfSlider *slider)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_swapped (motion, "enter", G_CALLBACK (look_at), slider);
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (look_at), slider);
  gtk_widget_add_controller (slider->box, motion);
  gtk_widget_add_controller (slider->box, focus);
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
    gp_what_if_panel_show_value (&self->sliders[i]);
  gp_what_if_panel_show_buttons (self);
  gp_what_if_panel_ask (self);
}

/* ---- showing ----------------------------------------------------------------------------------
 */

static void
start_over (GpWhatIfPanel *self, const GpScenario *scenario)
{
  g_autoptr (GpPlan) published =
      gp_document_dup_published_of (self->document, gp_document_get_scenario (self->document));

  g_free (self->scenario);
  self->scenario = g_strdup (scenario->code);
  self->data_version = gp_document_get_data_version (self->document);
  gp_what_if_set_base (self->what_if, gp_what_if_panel_get_project (self),
                       gp_document_get_scenario (self->document), published);
  for (int i = 0; i < GP_N_LEVERS; i++)
    gtk_widget_set_sensitive (self->sliders[i].box,
                              gp_lever_is_usable (gp_what_if_panel_get_project (self),
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
      gp_what_if_panel_show_value (&self->sliders[i]);
    }
    self->showing = FALSE;
    if (gtk_widget_get_mapped (GTK_WIDGET (self)))
      gp_what_if_panel_ask (self);
  }
  gp_what_if_panel_show_stored (self);
  gp_what_if_panel_show_buttons (self);
  gp_what_if_panel_show_state (self);
}

static void
gp_what_if_panel_map (GtkWidget *widget)
{
  GpWhatIfPanel *self = GP_WHAT_IF_PANEL (widget);

  GTK_WIDGET_CLASS (gp_what_if_panel_parent_class)->map (widget);
  if (self->document != NULL)
    gp_what_if_panel_ask (self);
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
  GpWhatIfSlider *slider = &self->sliders[index];
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
  gp_wheel_leave_value (GTK_WIDGET (slider->scale));
  gtk_scale_set_draw_value (slider->scale, FALSE);
  gtk_scale_add_mark (slider->scale, lever->neutral, GTK_POS_BOTTOM, NULL);
  gtk_range_set_value (GTK_RANGE (slider->scale), lever->neutral);
  gtk_accessible_update_property (GTK_ACCESSIBLE (slider->scale), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title, -1);
  g_signal_connect_swapped (slider->scale, "value-changed", G_CALLBACK (on_moved), slider);
  watch (slider);
  gtk_box_append (GTK_BOX (head), label);
  gtk_box_append (GTK_BOX (head), GTK_WIDGET (slider->value));
  gtk_box_append (GTK_BOX (slider->box), head);
  gtk_box_append (GTK_BOX (slider->box), GTK_WIDGET (slider->scale));
  gtk_widget_set_hexpand (slider->box, TRUE);
  gtk_widget_set_size_request (slider->box, 220, -1);
  gp_tab_flow_append (self->sliders_box, slider->box);
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
  g_type_ensure (GP_TYPE_BESIDE);
  g_type_ensure (GP_TYPE_CHART_BOX);
  g_type_ensure (GP_TYPE_WHAT_IF_FIGURES);
  g_type_ensure (GP_TYPE_TAB_FLOW);
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
  gtk_widget_class_bind_template_callback (widget_class, gp_what_if_panel_on_keep);
  gtk_widget_class_bind_template_callback (widget_class, gp_what_if_panel_on_keep_new);
  gtk_widget_class_bind_template_callback (widget_class, gp_what_if_panel_reset);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
gp_what_if_panel_init (GpWhatIfPanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (int i = 0; i < GP_N_LEVERS; i++)
    add_slider (self, i);
  gp_chart_box_show (self->chart, NULL, NULL); /* until there is something to show */
  self->what_if = gp_what_if_new ();
  g_signal_connect_swapped (self->what_if, "changed", G_CALLBACK (gp_what_if_panel_show_answer),
                            self);
}
