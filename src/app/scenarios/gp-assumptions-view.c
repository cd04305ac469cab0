/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See gp-assumptions-view.h. The grid is made anew only when other rows are to be seen than before;
 * else its entries are shown anew, so that the focus stays where the person works. */
#include "gp-assumptions-view.h"
#include "gp-assumption-detail.h"
#include "gp-assumption-entry.h"
#include "gp-page.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#define FIRST_VALUE 2 /* columns: title, unit, every year, the plan years */

struct _GpAssumptionsView {
  GtkWidget parent;
  GtkSearchEntry *search;
  GtkToggleButton *own_only;
  GtkStack *stack;
  GtkGrid *grid;
  GpAssumptionDetail *detail;
  GpDocument *document;
  char *signature, *scenario;
  guint idle;
};

G_DEFINE_FINAL_TYPE (GpAssumptionsView, gp_assumptions_view, GTK_TYPE_WIDGET)

/* ---- which rows -------------------------------------------------------------------------------
 */

static char *
title_of (const GpProject *project, const GpAssumptionRow *row)
{
  return gp_assumption_place (project, row->param, row->scope, GP_YEAR_NONE);
}

/* Every word typed is in the title, the group's title or the definition. */
static gboolean
matches (const GpProject *project, const GpAssumptionRow *row, const char *const *words)
{
  g_autofree char *title = title_of (project, row);
  g_autofree char *all =
      g_strjoin (" ", title, gp_assumption_definition (row->param),
                 gp_assumption_group_title (gp_assumption_group (row->param)), NULL);
  g_autofree char *folded = g_utf8_casefold (all, -1);

  for (; *words != NULL; words++)
    if (strstr (folded, *words) == NULL)
      return FALSE;
  return TRUE;
}

static GArray *
rows_of (GpAssumptionsView *self)
{
  const GpProject *project = gp_document_get_project (self->document);
  g_autofree char *typed =
      g_utf8_casefold (gtk_editable_get_text (GTK_EDITABLE (self->search)), -1);
  g_auto (GStrv) words = g_strsplit_set (typed, " ", 20);
  GArray *rows = gp_assumption_rows (project, gp_document_get_scenario (self->document),
                                     gtk_toggle_button_get_active (self->own_only));

  for (guint i = rows->len; i > 0; i--)
    if (!matches (project, &g_array_index (rows, GpAssumptionRow, i - 1),
                  (const char *const *)words))
      g_array_remove_index (rows, i - 1);
  return rows;
}

static char *
signature_of (GpAssumptionsView *self, const GArray *rows)
{
  const GpProject *project = gp_document_get_project (self->document);
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_printf (text, "%d-%d", project->plan_from, project->last_year);
  for (guint i = 0; i < rows->len; i++) {
    const GpAssumptionRow *row = &g_array_index (rows, GpAssumptionRow, i);
    g_autofree char *title = title_of (project, row); /* sectors may be renamed */

    g_string_append_printf (text, "|%d:%s:%s", (int)row->param, row->scope, title);
  }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* ---- the grid ---------------------------------------------------------------------------------
 */

static GtkWidget *
text_label (const char *text, const char *css)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (css != NULL)
    gtk_widget_add_css_class (label, css);
  return label;
}

static void
on_focused (GpAssumptionsView *self, GpAssumptionEntry *entry)
{
  gp_assumption_detail_show (self->detail, self->document, entry);
}

static void
add_entry (GpAssumptionsView *self, const GpAssumptionRow *row, GpYear year, int column, int line)
{
  GtkWidget *entry = gp_assumption_entry_new (row->param, row->scope, year);

  gtk_widget_set_valign (entry, GTK_ALIGN_START);
  g_signal_connect_swapped (entry, "focused", G_CALLBACK (on_focused), self);
  g_signal_connect_swapped (entry, "problem", G_CALLBACK (on_focused), self);
  gtk_grid_attach (self->grid, entry, column, line, 1, 1);
  gp_assumption_entry_show (GP_ASSUMPTION_ENTRY (entry), self->document);
}

static void
add_title (GpAssumptionsView *self, GpParam param, int line)
{
  GtkWidget *label = text_label (gp_assumption_title (param), "assumption-title");
  GtkWidget *unit = text_label (gp_assumption_unit (param), "dim-label");

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_width_chars (GTK_LABEL (label), 18);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 28);
  gtk_widget_set_tooltip_text (label, gp_assumption_definition (param));
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_widget_set_valign (unit, GTK_ALIGN_START);
  gtk_widget_add_css_class (unit, "assumption-title");
  gtk_widget_add_css_class (unit, "caption");
  gtk_grid_attach (self->grid, label, 0, line, 1, 1);
  gtk_grid_attach (self->grid, unit, 1, line, 1, 1);
}

static void
add_scope (GpAssumptionsView *self, const char *scope, int line)
{
  GtkWidget *label = text_label (scope, "assumption-title");

  gtk_widget_add_css_class (label, "assumption-scope");
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_width_chars (GTK_LABEL (label), 20);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 40);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_grid_attach (self->grid, label, 0, line, 2, 1);
}

/* Of a parameter with scopes: its title once, then a line a scope. Returns the next line. */
static int
add_row (GpAssumptionsView *self, const GpAssumptionRow *row, gboolean is_first, int line)
{
  const GpProject *project = gp_document_get_project (self->document);
  g_autofree char *scope = gp_assumption_scope_title (project, row->param, row->scope);

  if (is_first && *scope != '\0')
    add_title (self, row->param, line++);
  if (*scope != '\0')
    add_scope (self, scope, line);
  else
    add_title (self, row->param, line);
  add_entry (self, row, GP_YEAR_NONE, FIRST_VALUE, line);
  for (GpYear year = project->plan_from;
       gp_param_info (row->param)->by_year && year <= project->last_year; year++)
    add_entry (self, row, year, FIRST_VALUE + 1 + year - project->plan_from, line);
  return line + 1;
}

static void
add_head (GpAssumptionsView *self, const char *title, int line, gboolean years)
{
  const GpProject *project = gp_document_get_project (self->document);
  GtkWidget *heading = text_label (title, "heading");
  GtkWidget *every = text_label (_ ("every year"), "dim-label");

  gtk_widget_set_margin_top (heading, line > 0 ? 18 : 0);
  gtk_grid_attach (self->grid, heading, 0, line, 2, 1);
  if (!years)
    return;
  gtk_widget_add_css_class (every, "caption");
  gtk_widget_set_valign (every, GTK_ALIGN_END);
  gtk_label_set_xalign (GTK_LABEL (every), 1);
  gtk_grid_attach (self->grid, every, FIRST_VALUE, line, 1, 1);
  for (GpYear year = project->plan_from; year <= project->last_year; year++) {
    g_autofree char *name = g_strdup_printf ("%d-%02d", year, (year + 1) % 100);
    GtkWidget *label = text_label (name, "dim-label");

    gtk_widget_add_css_class (label, "caption");
    gtk_widget_set_valign (label, GTK_ALIGN_END);
    gtk_label_set_xalign (GTK_LABEL (label), 1);
    gtk_grid_attach (self->grid, label, FIRST_VALUE + 1 + year - project->plan_from, line, 1, 1);
  }
}

/* Whether a row of the group differs by year, from that row on. */
static gboolean
group_has_years (const GArray *rows, guint first)
{
  GpAssumptionGroup group =
      gp_assumption_group (g_array_index (rows, GpAssumptionRow, first).param);

  for (guint i = first; i < rows->len; i++) {
    GpParam param = g_array_index (rows, GpAssumptionRow, i).param;

    if (gp_assumption_group (param) != group)
      return FALSE;
    if (gp_param_info (param)->by_year)
      return TRUE;
  }
  return FALSE;
}

static void
fill (GpAssumptionsView *self, const GArray *rows)
{
  int line = 0, group = -1, param = -1;

  gp_assumption_detail_clear (self->detail);
  gp_page_drop_children (GTK_WIDGET (self->grid));
  for (guint i = 0; i < rows->len; i++) {
    const GpAssumptionRow *row = &g_array_index (rows, GpAssumptionRow, i);

    if ((int)gp_assumption_group (row->param) != group) {
      group = (int)gp_assumption_group (row->param);
      add_head (self, gp_assumption_group_title ((GpAssumptionGroup)group), line++,
                group_has_years (rows, i));
    }
    line = add_row (self, row, (int)row->param != param, line);
    param = (int)row->param;
  }
  gtk_stack_set_visible_child_name (self->stack, rows->len > 0 ? "grid" : "nothing");
}

static gboolean
refill (gpointer data)
{
  GpAssumptionsView *self = data;
  g_autoptr (GArray) rows = rows_of (self);

  self->idle = 0;
  g_free (self->signature);
  self->signature = signature_of (self, rows);
  fill (self, rows);
  return G_SOURCE_REMOVE;
}

static void
show_again (GpAssumptionsView *self)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->grid)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GP_IS_ASSUMPTION_ENTRY (child))
      gp_assumption_entry_show (GP_ASSUMPTION_ENTRY (child), self->document);
  gp_assumption_detail_show_again (self->detail, self->document);
}

/* Other rows come in an idle moment: what asks for them may be an entry that then goes. */
static void
update (GpAssumptionsView *self)
{
  g_autoptr (GArray) rows = rows_of (self);
  g_autofree char *signature = signature_of (self, rows);

  if (g_strcmp0 (signature, self->signature) == 0)
    show_again (self);
  else if (self->idle == 0)
    self->idle = g_idle_add (refill, self);
}

static void
on_filter_changed (GpAssumptionsView *self)
{
  if (self->document != NULL)
    update (self);
}

static void
on_show_all (GpAssumptionsView *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_toggle_button_set_active (self->own_only, FALSE);
}

void
gp_assumptions_view_show (GpAssumptionsView *self, GpDocument *document)
{
  const GpProject *project = gp_document_get_project (document);
  const GpScenario *scenario = &project->scenarios[gp_document_get_scenario (document)];

  g_set_object (&self->document, document);
  gtk_widget_set_visible (GTK_WIDGET (self->own_only), scenario->parent != GP_NONE);
  if (g_strcmp0 (self->scenario, scenario->code) != 0) {
    g_free (self->scenario);
    self->scenario = g_strdup (scenario->code);
    gtk_toggle_button_set_active (
        self->own_only, scenario->parent != GP_NONE &&
                            gp_assumption_n_own (project, gp_document_get_scenario (document)) > 0);
  }
  update (self);
}

void
gp_assumptions_view_find (GpAssumptionsView *self, const char *text)
{
  if (text != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->search), text);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

static GpAssumptionEntry *
find_entry (GpAssumptionsView *self, GpParam param, const char *scope, GpYear year)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->grid)); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    GpAssumptionEntry *entry = GP_IS_ASSUMPTION_ENTRY (child) ? GP_ASSUMPTION_ENTRY (child) : NULL;

    if (entry != NULL && gp_assumption_entry_get_param (entry) == param &&
        gp_assumption_entry_get_year (entry) == year &&
        g_str_equal (gp_assumption_entry_get_scope (entry), scope))
      return entry;
  }
  return NULL;
}

void
gp_assumptions_view_type (GpAssumptionsView *self, const char *parameter, const char *scope,
                          GpYear year, const char *text)
{
  GpAssumptionEntry *entry;
  GpParam param;

  if (self->document == NULL || !gp_param_parse (parameter, &param))
    return;
  on_show_all (self);
  if (self->idle != 0) {
    g_clear_handle_id (&self->idle, g_source_remove);
    refill (self);
  }
  entry = find_entry (self, param, scope, year);
  if (entry != NULL)
    gp_assumption_entry_type (entry, text);
}

/* ---- the class --------------------------------------------------------------------------------
 */

static void
gp_assumptions_view_dispose (GObject *object)
{
  GpAssumptionsView *self = GP_ASSUMPTIONS_VIEW (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_object (&self->document);
  gp_page_drop_children (GTK_WIDGET (object));
  G_OBJECT_CLASS (gp_assumptions_view_parent_class)->dispose (object);
}

static void
gp_assumptions_view_finalize (GObject *object)
{
  GpAssumptionsView *self = GP_ASSUMPTIONS_VIEW (object);

  g_free (self->signature);
  g_free (self->scenario);
  G_OBJECT_CLASS (gp_assumptions_view_parent_class)->finalize (object);
}

static void
gp_assumptions_view_class_init (GpAssumptionsViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gp_assumptions_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = gp_assumptions_view_finalize;
  g_type_ensure (GP_TYPE_ASSUMPTION_DETAIL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/nl/groeiplan/Groeiplan/gp-assumptions-view.ui");
#define CHILD(name) gtk_widget_class_bind_template_child (widget_class, GpAssumptionsView, name)
  CHILD (search);
  CHILD (own_only);
  CHILD (stack);
  CHILD (grid);
  CHILD (detail);
#undef CHILD
  gtk_widget_class_bind_template_callback (widget_class, on_filter_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_show_all);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
gp_assumptions_view_init (GpAssumptionsView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
