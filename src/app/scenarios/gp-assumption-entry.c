/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See gp-assumption-entry.h. Emits "focused" when the focus comes, and "problem" when what was
 * typed cannot be kept or is right again. */
#include "gp-assumption-entry.h"
#include "gp-page.h"
#include "gp-scenario-edit.h"

#include <glib/gi18n-lib.h>

struct _GpAssumptionEntry {
  GtkWidget parent;
  GtkEntry *entry;
  GtkLabel *beside;
  GpParam param;
  char *scope;
  GpYear year;
  GpDocument *document;
  GpAssumptionCell cell;
  char *shown, *problem;
};

enum { FOCUSED, PROBLEM, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GpAssumptionEntry, gp_assumption_entry, GTK_TYPE_WIDGET)

static void
set_problem (GpAssumptionEntry *self, const char *problem)
{
  if (g_strcmp0 (self->problem, problem) == 0)
    return;
  g_free (self->problem);
  self->problem = g_strdup (problem);
  if (problem != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->entry), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->entry), problem);
  gtk_accessible_update_state (
      GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID,
      problem != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
  g_signal_emit (self, signals[PROBLEM], 0);
}

/* ---- edits ------------------------------------------------------------------------------------
 */

static GpValueEdit
edit_of (GpAssumptionEntry *self)
{
  const GpProject *project = gp_document_get_project (self->document);

  return (GpValueEdit){.project = project,
                       .scenario = gp_document_get_scenario (self->document),
                       .parameter = gp_param_info (self->param)->name,
                       .scope = self->scope,
                       .year = self->year,
                       .source = "typed",
                       .note = ""};
}

gboolean
gp_assumption_entry_put (GpAssumptionEntry *self, GpDecimal value, const char *source,
                         const char *note, GError **error)
{
  GpValueEdit edit = edit_of (self);
  const GpParameterValue *row = self->cell.own ? &edit.project->parameters[self->cell.row] : NULL;
  g_autofree char *place = gp_assumption_place (edit.project, self->param, self->scope, self->year);
  g_autofree char *text = gp_assumption_format (self->param, value, gp_numbers_current ());
  g_autofree char *label = NULL;

  edit.value = value;
  edit.source = source != NULL ? source : edit.source;
  edit.note = note != NULL ? note : row != NULL ? row->note : "";
  /* Translators: an assumption, its new value, a scenario. */
  label = g_strdup_printf (_ ("%s: %s in %s"), place, text,
                           edit.project->scenarios[edit.scenario].name);
  return gp_document_edit (self->document, label, gp_value_put, &edit, error);
}

gboolean
gp_assumption_entry_reset (GpAssumptionEntry *self, GError **error)
{
  GpValueEdit edit = edit_of (self);
  g_autofree char *place = gp_assumption_place (edit.project, self->param, self->scope, self->year);
  g_autofree char *label = g_strdup_printf (_ ("%s: inherited again"), place);

  return gp_document_edit (self->document, label, gp_value_reset, &edit, error);
}

/* Nothing typed in a value of the scenario's own: what is inherited again. */
static gboolean
keep_text (GpAssumptionEntry *self, const char *text, GError **error)
{
  GpDecimal value;

  if (*text == '\0' && self->cell.own)
    return gp_assumption_entry_reset (self, error);
  return gp_assumption_parse (self->param, text, gp_numbers_current (), &value, error) &&
         gp_assumption_entry_put (self, value, NULL, NULL, error);
}

static void
commit (GpAssumptionEntry *self)
{
  g_autofree char *text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  g_autoptr (GError) error = NULL;

  if (self->document == NULL || g_strcmp0 (g_strstrip (text), self->shown) == 0) {
    set_problem (self, NULL);
    return;
  }
  if (keep_text (self, text, &error))
    set_problem (self, NULL);
  else
    set_problem (self, error->message);
}

static void
restore (GpAssumptionEntry *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->entry), self->shown != NULL ? self->shown : "");
  set_problem (self, NULL);
}

static gboolean
on_key (GtkEventControllerKey *keys, guint key, guint code, GdkModifierType state,
        GpAssumptionEntry *self)
{
  (void)keys, (void)code, (void)state;
  if (key != GDK_KEY_Escape)
    return FALSE;
  restore (self);
  return TRUE;
}

static void
on_enter (GpAssumptionEntry *self)
{
  g_signal_emit (self, signals[FOCUSED], 0);
}

/* ---- showing ----------------------------------------------------------------------------------
 */

static void
set_class (GpAssumptionEntry *self, const char *name, gboolean on)
{
  if (on)
    gtk_widget_add_css_class (GTK_WIDGET (self), name);
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), name);
}

static void
show_beside (GpAssumptionEntry *self, gboolean is_child)
{
  gboolean differs = is_child && self->cell.own && self->cell.has_inherited;
  g_autofree char *value =
      gp_assumption_format (self->param, self->cell.inherited, gp_numbers_current ());
  g_autofree char *text = g_strdup_printf ("(%s)", value);

  gtk_label_set_text (self->beside, text);
  gtk_widget_set_visible (GTK_WIDGET (self->beside), differs);
}

/* The general value says nothing where every year has one of its own and it is only a default. */
static gboolean
is_empty (GpAssumptionEntry *self)
{
  return !self->cell.has_value || (self->year == GP_YEAR_NONE && self->cell.row == GP_NONE &&
                                   gp_param_info (self->param)->by_year);
}

void
gp_assumption_entry_show (GpAssumptionEntry *self, GpDocument *document)
{
  const GpProject *project = gp_document_get_project (document);
  guint32 scenario = gp_document_get_scenario (document);
  gboolean is_child = project->scenarios[scenario].parent != GP_NONE;
  g_autofree char *place = gp_assumption_place (project, self->param, self->scope, self->year);

  g_set_object (&self->document, document);
  gp_assumption_cell (project, scenario, self->param, self->scope, self->year, &self->cell);
  g_free (self->shown);
  self->shown = is_empty (self)
                    ? g_strdup ("")
                    : gp_assumption_format (self->param, self->cell.value, gp_numbers_current ());
  restore (self);
  set_class (self, "own", is_child && self->cell.own);
  set_class (self, "inherited", !self->cell.own);
  show_beside (self, is_child);
  gtk_editable_set_editable (GTK_EDITABLE (self->entry),
                             gp_document_get_read_only_reason (document) == NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  place, -1);
}

GpParam
gp_assumption_entry_get_param (GpAssumptionEntry *self)
{
  return self->param;
}

const char *
gp_assumption_entry_get_scope (GpAssumptionEntry *self)
{
  return self->scope;
}

GpYear
gp_assumption_entry_get_year (GpAssumptionEntry *self)
{
  return self->year;
}

const GpAssumptionCell *
gp_assumption_entry_get_cell (GpAssumptionEntry *self)
{
  return &self->cell;
}

const char *
gp_assumption_entry_get_problem (GpAssumptionEntry *self)
{
  return self->problem;
}

void
gp_assumption_entry_type (GpAssumptionEntry *self, const char *text)
{
  if (!gtk_editable_get_editable (GTK_EDITABLE (self->entry)))
    return;
  g_signal_emit (self, signals[FOCUSED], 0);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  commit (self);
}

/* ---- the class --------------------------------------------------------------------------------
 */

static void
gp_assumption_entry_dispose (GObject *object)
{
  GpAssumptionEntry *self = GP_ASSUMPTION_ENTRY (object);

  g_clear_object (&self->document); /* first: nothing is kept while it goes */
  gp_page_drop_children (GTK_WIDGET (object));
  G_OBJECT_CLASS (gp_assumption_entry_parent_class)->dispose (object);
}

static void
gp_assumption_entry_finalize (GObject *object)
{
  GpAssumptionEntry *self = GP_ASSUMPTION_ENTRY (object);

  g_free (self->scope);
  g_free (self->shown);
  g_free (self->problem);
  G_OBJECT_CLASS (gp_assumption_entry_parent_class)->finalize (object);
}

static void
gp_assumption_entry_class_init (GpAssumptionEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = gp_assumption_entry_dispose;
  G_OBJECT_CLASS (klass)->finalize = gp_assumption_entry_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "assumption");
  signals[FOCUSED] = g_signal_new ("focused", GP_TYPE_ASSUMPTION_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  signals[PROBLEM] = g_signal_new ("problem", GP_TYPE_ASSUMPTION_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
gp_assumption_entry_init (GpAssumptionEntry *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_orientable_set_orientation (
      GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
  self->entry = GTK_ENTRY (gtk_entry_new ());
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 5);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (self->entry), 7);
  gtk_entry_set_alignment (self->entry, 1);
  gtk_widget_set_parent (GTK_WIDGET (self->entry), GTK_WIDGET (self));
  self->beside = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->beside, 1);
  gtk_widget_add_css_class (GTK_WIDGET (self->beside), "beside");
  gtk_widget_set_visible (GTK_WIDGET (self->beside), FALSE);
  gtk_widget_set_parent (GTK_WIDGET (self->beside), GTK_WIDGET (self));
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (on_enter), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (commit), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (commit), self);
}

GtkWidget *
gp_assumption_entry_new (GpParam param, const char *scope, GpYear year)
{
  GpAssumptionEntry *self = g_object_new (GP_TYPE_ASSUMPTION_ENTRY, NULL);

  self->param = param;
  self->scope = g_strdup (scope);
  self->year = year;
  return GTK_WIDGET (self);
}
