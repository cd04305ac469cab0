/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See gp-assumption-detail.h. */
#include "gp-assumption-detail.h"
#include "gp-page.h"

#include <glib/gi18n-lib.h>

struct _GpAssumptionDetail {
  GtkWidget parent;
  GtkRevealer *revealer;
  GtkLabel *place, *definition, *origin;
  GtkEntry *source, *note;
  GtkWidget *texts;
  GtkButton *reset;
  GpAssumptionEntry *entry; /* a weak pointer */
  gboolean showing;
};

G_DEFINE_FINAL_TYPE (GpAssumptionDetail, gp_assumption_detail, GTK_TYPE_WIDGET)

/* ---- sentences --------------------------------------------------------------------------------
 */

static const char *
owner_name (const GpProject *project, guint32 row)
{
  return row != GP_NONE ? project->scenarios[project->parameters[row].scenario].name
                        : _ ("the general default");
}

/* "Basis says 42%." */
static char *
overrides_sentence (const GpProject *project, GpParam param, const GpAssumptionCell *cell)
{
  g_autofree char *value = gp_assumption_format (param, cell->inherited, gp_numbers_current ());

  if (!cell->has_inherited)
    return g_strdup (_ ("No other scenario says it."));
  /* Translators: the name of a scenario, and the value it has. */
  return g_strdup_printf (_ ("Overrides %s: %s."), owner_name (project, cell->inherited_row),
                          value);
}

/* A value of the scenario itself for another year or scope that covers this one too. */
static gboolean
is_covered (const GpProject *project, guint32 scenario, const GpAssumptionCell *cell)
{
  return !cell->own && cell->row != GP_NONE && project->parameters[cell->row].scenario == scenario;
}

static char *
origin_sentence (const GpProject *project, guint32 scenario, GpParam param,
                 const GpAssumptionCell *cell)
{
  const GpParameterValue *row = cell->row != GP_NONE ? &project->parameters[cell->row] : NULL;
  g_autofree char *place = NULL;

  if (cell->own)
    return overrides_sentence (project, param, cell);
  if (!cell->has_value)
    return g_strdup (_ ("There is no value yet; type one."));
  if (row == NULL)
    return g_strdup (_ ("This is the default for every project; type a value to use another one."));
  place = gp_assumption_place (project, param, row->scope, row->year);
  if (is_covered (project, scenario, cell))
    return g_strdup_printf (_ ("Follows from “%s” in this scenario."), place);
  return g_strdup_printf (_ ("From %s (%s)%s%s."), owner_name (project, cell->row), place,
                          *row->source != '\0' ? ": " : "", row->source);
}

/* "Changed by Anna on 12 November 2026 at 14:05.", as far as the history knows; else NULL. */
static char *
changed_sentence (GpDocument *document, const GpAssumptionCell *cell)
{
  const GpProject *project = gp_document_get_project (document);
  const GpParameterValue *row = cell->own ? &project->parameters[cell->row] : NULL;
  char year[GP_YEAR_BYTES];
  g_autofree char *author = NULL, *time = NULL;
  gint64 when;

  if (row == NULL)
    return NULL;
  if (!gp_document_find_change (
          document, GP_TABLE_PARAMETERS,
          (const char *const[]){project->scenarios[row->scenario].code, row->parameter, row->scope,
                                gp_year_format (row->year, year), "", "", "", NULL},
          &when, &author))
    return NULL;
  time = gp_format_time (when, TRUE, gp_language_current ());
  return *author != '\0' ? g_strdup_printf (_ ("Changed by %s, %s."), author, time)
                         : g_strdup_printf (_ ("Changed %s."), time);
}

/* ---- showing ----------------------------------------------------------------------------------
 */

static void
show_texts (GpAssumptionDetail *self, const GpProject *project, const GpAssumptionCell *cell,
            gboolean editable)
{
  const GpParameterValue *row = cell->own ? &project->parameters[cell->row] : NULL;

  gtk_widget_set_visible (self->texts, row != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->reset), row != NULL && editable);
  gtk_widget_set_sensitive (GTK_WIDGET (self->reset), cell->has_inherited);
  gtk_editable_set_text (GTK_EDITABLE (self->source), row != NULL ? row->source : "");
  gtk_editable_set_text (GTK_EDITABLE (self->note), row != NULL ? row->note : "");
  gtk_editable_set_editable (GTK_EDITABLE (self->source), editable);
  gtk_editable_set_editable (GTK_EDITABLE (self->note), editable);
}

void
gp_assumption_detail_show (GpAssumptionDetail *self, GpDocument *document, GpAssumptionEntry *entry)
{
  const GpProject *project = gp_document_get_project (document);
  guint32 scenario = gp_document_get_scenario (document);
  GpParam param = gp_assumption_entry_get_param (entry);
  const GpAssumptionCell *cell = gp_assumption_entry_get_cell (entry);
  const char *problem = gp_assumption_entry_get_problem (entry);
  g_autofree char *place = gp_assumption_place (
      project, param, gp_assumption_entry_get_scope (entry), gp_assumption_entry_get_year (entry));
  g_autofree char *from = origin_sentence (project, scenario, param, cell);
  g_autofree char *changed = changed_sentence (document, cell);
  g_autofree char *origin =
      changed != NULL ? g_strjoin (" ", from, changed, NULL) : g_strdup (from);

  g_set_weak_pointer (&self->entry, entry);
  self->showing = TRUE;
  gtk_label_set_text (self->place, place);
  gtk_label_set_text (self->definition, gp_assumption_definition (param));
  gtk_label_set_text (self->origin, problem != NULL ? problem : origin);
  if (problem != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->origin), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->origin), "error");
  show_texts (self, project, cell, gp_document_get_read_only_reason (document) == NULL);
  gtk_revealer_set_reveal_child (self->revealer, TRUE);
  self->showing = FALSE;
}

void
gp_assumption_detail_show_again (GpAssumptionDetail *self, GpDocument *document)
{
  if (self->entry != NULL)
    gp_assumption_detail_show (self, document, self->entry);
}

void
gp_assumption_detail_clear (GpAssumptionDetail *self)
{
  g_clear_weak_pointer (&self->entry);
  gtk_revealer_set_reveal_child (self->revealer, FALSE);
}

/* ---- edits ------------------------------------------------------------------------------------
 */

static void
on_reset (GpAssumptionDetail *self)
{
  g_autoptr (GError) error = NULL;

  if (self->entry != NULL && !gp_assumption_entry_reset (self->entry, &error))
    gp_page_error (GTK_WIDGET (self), _ ("This value cannot be taken away"), error->message);
}

static void
on_text (GpAssumptionDetail *self)
{
  const GpAssumptionCell *cell;
  g_autofree char *source = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->source)));
  g_autofree char *note = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->note)));
  g_autoptr (GError) error = NULL;

  if (self->showing || self->entry == NULL)
    return;
  cell = gp_assumption_entry_get_cell (self->entry);
  if (cell->own && !gp_assumption_entry_put (self->entry, cell->value, source, note, &error))
    gp_page_error (GTK_WIDGET (self), _ ("This text cannot be kept"), error->message);
}

/* ---- the class --------------------------------------------------------------------------------
 */

static void
gp_assumption_detail_dispose (GObject *object)
{
  GpAssumptionDetail *self = GP_ASSUMPTION_DETAIL (object);

  g_clear_weak_pointer (&self->entry);
  gp_page_drop_children (GTK_WIDGET (object));
  G_OBJECT_CLASS (gp_assumption_detail_parent_class)->dispose (object);
}

static void
gp_assumption_detail_class_init (GpAssumptionDetailClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gp_assumption_detail_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/nl/groeiplan/Groeiplan/gp-assumption-detail.ui");
#define CHILD(name) gtk_widget_class_bind_template_child (widget_class, GpAssumptionDetail, name)
  CHILD (revealer);
  CHILD (place);
  CHILD (definition);
  CHILD (origin);
  CHILD (source);
  CHILD (note);
  CHILD (texts);
  CHILD (reset);
#undef CHILD
  gtk_widget_class_bind_template_callback (widget_class, on_reset);
  gtk_widget_class_bind_template_callback (widget_class, on_text);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
gp_assumption_detail_init (GpAssumptionDetail *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
