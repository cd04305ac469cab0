/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See gp-window.h. The window shows its document: whatever changes there comes by its "changed". */
#include "gp-document-early.h"
#include "gp-spoken.h"
#include "gp-tab-stop.h"
#include "gp-window-private.h"
#include "gp-jump.h"

#include <glib/gi18n-lib.h>
#include <groeiplan/gp-format.h>

G_DEFINE_FINAL_TYPE (GpWindow, gp_window, ADW_TYPE_APPLICATION_WINDOW)

/* ---- showing the document
 * ------------------------------------------------------------------------ */

static void
show_scenarios (GpWindow *self)
{
  const GpProject *project = gp_document_get_project (self->document);
  guint32 chosen = gp_document_get_scenario (self->document);

  g_menu_remove_all (self->scenario_menu);
  for (guint i = 0; i < project->n_scenarios; i++) {
    const GpScenario *scenario = &project->scenarios[i];
    g_autoptr (GMenuItem) item =
        g_menu_item_new (*scenario->name != '\0' ? scenario->name : scenario->code, NULL);

    g_menu_item_set_action_and_target (item, "win.scenario", "s", scenario->code);
    g_menu_append_item (self->scenario_menu, item);
  }
  gtk_widget_set_visible (GTK_WIDGET (self->scenario), project->n_scenarios > 0);
  if (chosen != GP_NONE) {
    g_autofree char *name = g_strdup_printf (_ ("Scenario: %s"), project->scenarios[chosen].name);

    gtk_label_set_text (self->scenario_name, project->scenarios[chosen].name);
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->scenario), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    name, -1);
  }
}

static void
show_history (GpWindow *self)
{
  g_autofree char *undo = gp_document_undo_label (self->document);
  g_autofree char *redo = gp_document_redo_label (self->document);
  g_autofree char *undo_text = g_strdup_printf (_ ("Undo “%s”"), undo != NULL ? undo : "");
  g_autofree char *redo_text = g_strdup_printf (_ ("Redo “%s”"), redo != NULL ? redo : "");

  g_menu_remove_all (self->history_menu);
  g_menu_append (self->history_menu, undo != NULL ? undo_text : _ ("Undo"), "win.undo");
  g_menu_append (self->history_menu, redo != NULL ? redo_text : _ ("Redo"), "win.redo");
}

static void
show_strips (GpWindow *self)
{
  const GpPlan *plan = gp_document_get_plan (self->document);
  const char *stale = NULL;

  gp_window_show_read_only (self);
  if (gp_document_plan_is_stale (self->document))
    stale = _ ("The data changed since this plan was made. Plan again to see what that does.");
  else if (plan != NULL && plan->status == GP_PLAN_CONFLICT)
    stale = plan->n_conflicts > 0 ? plan->conflicts[0] : _ ("The pins contradict each other.");
  else if (plan != NULL && plan->status == GP_PLAN_UNKNOWN)
    stale = _ ("Planning ran into numerical trouble: nothing is known about this scenario.");
  gtk_label_set_text (self->stale, stale != NULL ? stale : "");
  gtk_revealer_set_reveal_child (self->stale_strip, stale != NULL);
}

static void
show_titles (GpWindow *self)
{
  const GpProject *project = gp_document_get_project (self->document);
  g_autofree char *title = g_strdup_printf ("%s – Groeiplan", project->name);

  adw_window_title_set_subtitle (self->title, project->name);
  gtk_window_set_title (GTK_WINDOW (self), title);
}

void
gp_window_update (GpWindow *self)
{
  if (self->document != NULL) {
    show_titles (self);
    show_scenarios (self);
    show_history (self);
    show_strips (self);
    gp_window_refresh_pages (self);
    if (adw_flap_get_reveal_flap (self->flap) &&
        gp_document_get_busy_reason (self->document) == NULL)
      gp_history_pane_show (self->history, self->document);
  }
  gtk_stack_set_visible_child_name (self->root, self->document != NULL ? "project" : "welcome");
  gp_window_update_actions (self);
}

void
gp_window_take_document (GpWindow *self, GpDocument *document)
{
  gp_window_cancel (self);
  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  g_set_object (&self->document, document);
  g_signal_connect_object (document, "changed", G_CALLBACK (gp_window_update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "trouble", G_CALLBACK (gp_window_error), self,
                           G_CONNECT_SWAPPED);
  gp_jump_set_document (self->jump_popover, document);
  gtk_label_set_text (self->took, "");
  gp_window_update (self);
  gp_window_show_page (self, "overview");
}

gboolean
gp_window_open (GpWindow *self, const char *path, GpWindow *teller)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GpDocument) document = gp_document_early_open (path, &error);

  if (document == NULL) {
    gp_window_error (teller, _ ("The project cannot be opened"), error->message);
    return FALSE;
  }
  gp_window_take_document (self, document);
  return TRUE;
}

const char *
gp_window_get_path (GpWindow *self)
{
  return self->document != NULL ? gp_document_get_path (self->document) : NULL;
}

/* ---- pages
 * --------------------------------------------------------------------------------------- */

static void
on_row_activated (GtkListBox *box, GtkListBoxRow *row, GpWindow *self)
{
  (void)box;
  gp_window_show_page (self, gtk_widget_get_name (GTK_WIDGET (row)));
}

void
gp_window_fit_header (GpWindow *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->jump),
                          !adw_leaflet_get_folded (self->leaflet) ||
                              !gtk_widget_get_visible (GTK_WIDGET (self->work)));
}

/* Only Close, on the side where the desktop has it: the others would leave three letters of the
 * scenario's name. */
static void
fit_window_buttons (GpWindow *self)
{
  g_autofree char *layout = NULL;
  gboolean at_end;

  if (!adw_leaflet_get_folded (self->leaflet)) {
    adw_header_bar_set_decoration_layout (self->header, NULL);
    return;
  }
  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-decoration-layout", &layout,
                NULL);
  at_end = layout == NULL || strchr (layout, ':') == NULL ||
           strstr (strchr (layout, ':'), "close") != NULL;
  adw_header_bar_set_decoration_layout (self->header, at_end ? ":close" : "close:");
}

/* Where the pages fold there is no room for a word as well. */
static void
on_folded (GpWindow *self)
{
  gp_window_fit_header (self);
  fit_window_buttons (self);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->read_only_box),
                                  adw_leaflet_get_folded (self->leaflet)
                                      ? GTK_ORIENTATION_VERTICAL
                                      : GTK_ORIENTATION_HORIZONTAL);
  if (adw_leaflet_get_folded (self->leaflet)) {
    gtk_button_set_icon_name (self->plan, "media-playback-start-symbolic");
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->plan), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    _ ("Plan the scenario"), -1);
  } else {
    gtk_button_set_label (self->plan, g_dpgettext2 (GETTEXT_PACKAGE, "verb", "_Plan"));
    gtk_button_set_use_underline (self->plan, TRUE);
    gp_spoken_of_button (self->plan);
  }
}

static void
on_back (GpWindow *self)
{
  adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_BACK);
}

/* ---- the window
 * ---------------------------------------------------------------------------------- */

static void
keep_size (GpWindow *self)
{
  int width, height;

  if (self->settings == NULL)
    return;
  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_settings_set_boolean (self->settings, "window-maximized",
                          gtk_window_is_maximized (GTK_WINDOW (self)));
  g_settings_set_int (self->settings, "window-width", CLAMP (width, 360, 16384));
  g_settings_set_int (self->settings, "window-height", CLAMP (height, 294, 16384));
}

static gboolean
gp_window_close_request (GtkWindow *window)
{
  GpWindow *self = GP_WINDOW (window);

  if (!self->may_close && gp_window_must_ask_close (self)) {
    gp_window_ask_close (self);
    return TRUE;
  }
  keep_size (self);
  gp_window_keep_session (self);
  gp_window_cancel (self);
  return GTK_WINDOW_CLASS (gp_window_parent_class)->close_request (window);
}

static void
gp_window_dispose (GObject *object)
{
  GpWindow *self = GP_WINDOW (object);

  gp_window_drop_jobs (self);
  g_clear_object (&self->chooser);
  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (gp_window_parent_class)->dispose (object);
}

static void
gp_window_finalize (GObject *object)
{
  GpWindow *self = GP_WINDOW (object);

  g_free (self->counts);
  g_free (self->stale_pages);
  g_clear_object (&self->planning);
  g_clear_object (&self->settings);
  g_clear_object (&self->scenario_menu);
  g_clear_object (&self->history_menu);
  g_clear_object (&self->recent_menu);
  G_OBJECT_CLASS (gp_window_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
#define CHILD(name) gtk_widget_class_bind_template_child (widget_class, GpWindow, name)
  CHILD (toasts);
  CHILD (root);
  CHILD (recent);
  CHILD (recent_box);
  CHILD (leaflet);
  CHILD (sidebar);
  CHILD (pages);
  CHILD (title);
  CHILD (scenario);
  CHILD (scenario_name);
  CHILD (plan);
  CHILD (header);
  CHILD (took);
  CHILD (flap);
  CHILD (history);
  CHILD (jump);
  CHILD (work);
  CHILD (work_text);
  CHILD (work_rows);
  CHILD (read_only_strip);
  CHILD (stale_strip);
  CHILD (read_only);
  CHILD (read_only_box);
  CHILD (open_again);
  CHILD (stale);
#undef CHILD
}

static void
gp_window_class_init (GpWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gp_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = gp_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = gp_window_close_request;
  g_type_ensure (GP_TYPE_HISTORY_PANE);
  g_type_ensure (GP_TYPE_TAB_STOP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/nl/groeiplan/Groeiplan/gp-window.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_child_full (widget_class, "history_menu", FALSE,
                                             G_STRUCT_OFFSET (GpWindow, history_menu));
  gtk_widget_class_bind_template_child_full (widget_class, "recent_menu", FALSE,
                                             G_STRUCT_OFFSET (GpWindow, recent_menu));
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_back);
}

static void
gp_window_init (GpWindow *self)
{
  self->jobs = g_ptr_array_new_with_free_func (g_object_unref);
  gp_window_add_actions (self);
  gp_window_add_keep_actions (self);
  gtk_widget_init_template (GTK_WIDGET (self));
  gp_window_fill_sidebar (self);
  self->jump_popover = g_object_new (GP_TYPE_JUMP, NULL);
  gtk_menu_button_set_popover (self->jump, GTK_WIDGET (self->jump_popover));
  g_object_ref (self->history_menu);
  g_object_ref (self->recent_menu);
  self->scenario_menu = g_menu_new ();
  gtk_menu_button_set_menu_model (self->scenario, G_MENU_MODEL (self->scenario_menu));
  g_signal_connect_object (self->leaflet, "notify::folded", G_CALLBACK (on_folded), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::is-active", G_CALLBACK (gp_window_look_at_file), NULL);
  gp_window_watch_recent (self);
  gp_window_accept_drops (self);
}

GpWindow *
gp_window_new (GtkApplication *application, GSettings *settings)
{
  GpWindow *self = g_object_new (GP_TYPE_WINDOW, "application", application, NULL);

  if (settings != NULL) {
    self->settings = g_object_ref (settings);
    gtk_window_set_default_size (GTK_WINDOW (self), g_settings_get_int (settings, "window-width"),
                                 g_settings_get_int (settings, "window-height"));
    if (g_settings_get_boolean (settings, "window-maximized"))
      gtk_window_maximize (GTK_WINDOW (self));
  }
  gp_window_update (self);
  return self;
}
