/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See gp-uncertain-view.h. The three numbers of a row are one edit: a wrong one is said at its
 * entry and nothing is stored until all three are right together. */
#include "gp-uncertain-view.h"
#include "gp-assumption.h"
#include "gp-page.h"
#include "gp-scenario-edit.h"
#include "gp-tab-flow.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#define N_NUMBERS 3

typedef struct {
  GpUncertainView *view;
  GpSpread spread; /* of the project shown last */
  GtkEntry *entries[N_NUMBERS];
  GtkLabel *origin;
  GtkButton *reset;
} Row;

struct _GpUncertainView {
  GtkWidget parent;
  GtkGrid *grid;
  GtkStack *stack;
  GtkDropDown *what, *kind;
  GtkWidget *adding;
  GtkLabel *problem;
  GpDocument *document;
  GPtrArray *rows; /* of Row */
  guint idle;
};

G_DEFINE_FINAL_TYPE (GpUncertainView, gp_uncertain_view, GTK_TYPE_WIDGET)

static const GpSpreadKind kinds[] = {GP_SPREAD_FACTOR, GP_SPREAD_VALUE};

static guint
n_numbers (const GpSpread *spread)
{
  return spread->kind == GP_SPREAD_GO ? 1 : N_NUMBERS;
}

static GpDecimal *
number_of (GpSpread *spread, guint which)
{
  return which == 0 ? &spread->low : which == 1 ? &spread->mode : &spread->high;
}

static const char *
kind_title (GpSpreadKind kind)
{
  switch (kind) {
  case GP_SPREAD_FACTOR:
    return _ ("times the scenario’s value");
  case GP_SPREAD_GO:
    return _ ("chance that it happens");
  case GP_SPREAD_VALUE:
  default:
    return _ ("value");
  }
}

/* ---- edits ------------------------------------------------------------------------------------
 */

static void
say_problem (GpUncertainView *self, const char *text)
{
  gtk_label_set_text (self->problem, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), text != NULL);
}

static gboolean
put_spread (GpUncertainView *self, const GpSpread *spread, GpEditFunc func)
{
  GpSpreadEdit edit = {gp_document_get_project (self->document),
                       gp_document_get_scenario (self->document), *spread};
  g_autofree char *place =
      gp_assumption_place (edit.project, spread->param, spread->scope, spread->year);
  g_autofree char *label = func == gp_spread_put
                               ? g_strdup_printf (_ ("Uncertainty of %s"), place)
                               : g_strdup_printf (_ ("Uncertainty of %s taken away"), place);
  g_autoptr (GError) error = NULL;
  gboolean done = gp_document_edit (self->document, label, func, &edit, &error);

  say_problem (self, done ? NULL : error->message);
  return done;
}

/* What is typed in the row; FALSE when it is wrong (and said), or the same as before (not said). */
static gboolean
read_row (Row *row, GpSpread *out)
{
  gboolean right = TRUE, changed = FALSE;

  *out = row->spread;
  for (guint i = 0; i < n_numbers (out); i++) {
    g_autoptr (GError) error = NULL;
    const char *text = gtk_editable_get_text (GTK_EDITABLE (row->entries[i]));

    if (gp_assumption_parse_spread (out->param, out->kind, text, gp_numbers_current (),
                                    number_of (out, i), &error)) {
      changed =
          changed || gp_decimal_compare (*number_of (out, i), *number_of (&row->spread, i)) != 0;
      gtk_widget_remove_css_class (GTK_WIDGET (row->entries[i]), "error");
    } else {
      right = FALSE;
      gtk_widget_add_css_class (GTK_WIDGET (row->entries[i]), "error");
      say_problem (row->view, error->message);
    }
  }
  if (right && !changed)
    say_problem (row->view, NULL);
  return right && changed;
}

static gboolean
is_in_order (Row *row, const GpSpread *spread)
{
  if (spread->kind == GP_SPREAD_GO || (gp_decimal_compare (spread->low, spread->mode) <= 0 &&
                                       gp_decimal_compare (spread->mode, spread->high) <= 0))
    return TRUE;
  for (guint i = 0; i < N_NUMBERS; i++)
    gtk_widget_add_css_class (GTK_WIDGET (row->entries[i]), "error");
  say_problem (row->view, _ ("Low must not exceed likeliest, and likeliest not high."));
  return FALSE;
}

static void
commit (Row *row)
{
  GpSpread spread;

  if (row->view->document == NULL || !read_row (row, &spread) || !is_in_order (row, &spread))
    return;
  if (spread.kind == GP_SPREAD_GO)
    spread.mode = spread.high = spread.low;
  put_spread (row->view, &spread, gp_spread_put);
}

static void
on_reset (Row *row)
{
  put_spread (row->view, &row->spread, gp_spread_reset);
}

/* A new one changes nothing yet: the value itself, or times one. */
static void
on_add (GpUncertainView *self)
{
  const GpProject *project = gp_document_get_project (self->document);
  GpSpread spread = {.scope = "", .year = GP_YEAR_NONE};
  guint what = gtk_drop_down_get_selected (self->what);
  guint kind = gtk_drop_down_get_selected (self->kind);

  if (what >= GP_N_PARAMS || kind >= G_N_ELEMENTS (kinds))
    return;
  spread.param = (GpParam)what;
  spread.kind = kinds[kind];
  spread.low = gp_decimal_from_int (1);
  if (spread.kind == GP_SPREAD_VALUE)
    gp_param_lookup (project, gp_document_get_scenario (self->document), spread.param, "",
                     project->plan_from, &spread.low, NULL);
  spread.mode = spread.high = spread.low;
  put_spread (self, &spread, gp_spread_put);
}

/* ---- rows -------------------------------------------------------------------------------------
 */

static void
show_row (Row *row, const GpSpread *spread)
{
  GpUncertainView *self = row->view;
  const GpProject *project = gp_document_get_project (self->document);
  guint32 scenario = gp_document_get_scenario (self->document);
  gboolean own = gp_spread_is_own (project, scenario, spread);
  gboolean editable = gp_document_get_read_only_reason (self->document) == NULL;

  row->spread = *spread;
  for (guint i = 0; i < n_numbers (spread); i++) {
    g_autofree char *text = gp_assumption_format_spread (
        spread->param, spread->kind, *number_of (&row->spread, i), gp_numbers_current ());

    gtk_editable_set_text (GTK_EDITABLE (row->entries[i]), text);
    gtk_editable_set_editable (GTK_EDITABLE (row->entries[i]), editable);
    gtk_widget_remove_css_class (GTK_WIDGET (row->entries[i]), "error");
  }
  gtk_label_set_text (row->origin, own ? "" : _ ("inherited"));
  gtk_widget_set_visible (GTK_WIDGET (row->reset), own && editable);
}

static GtkWidget *
grid_label (GpUncertainView *self, const char *text, int column, int line, const char *css)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), column < 2);
  gtk_label_set_width_chars (GTK_LABEL (label), column < 2 ? 14 : -1);
  gtk_label_set_max_width_chars (GTK_LABEL (label), column == 0 ? 34 : 24);
  if (css != NULL)
    gtk_widget_add_css_class (label, css);
  gtk_grid_attach (self->grid, label, column, line, 1, 1);
  return label;
}

static void
add_entries (GpUncertainView *self, Row *row, const char *place, int line)
{
  const char *const names[] = {_ ("low"), _ ("likeliest"), _ ("high")};

  for (guint i = 0; i < n_numbers (&row->spread); i++) {
    GtkEventController *focus = gtk_event_controller_focus_new ();
    g_autofree char *name = g_strdup_printf ("%s, %s", place, names[i]);

    row->entries[i] = GTK_ENTRY (gtk_entry_new ());
    gtk_editable_set_width_chars (GTK_EDITABLE (row->entries[i]), 6);
    gtk_editable_set_max_width_chars (GTK_EDITABLE (row->entries[i]), 8);
    gtk_entry_set_alignment (row->entries[i], 1);
    gtk_accessible_update_property (GTK_ACCESSIBLE (row->entries[i]), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    name, -1);
    g_signal_connect_swapped (row->entries[i], "activate", G_CALLBACK (commit), row);
    g_signal_connect_swapped (focus, "leave", G_CALLBACK (commit), row);
    gtk_widget_add_controller (GTK_WIDGET (row->entries[i]), focus);
    gtk_grid_attach (self->grid, GTK_WIDGET (row->entries[i]), 2 + (int)i, line, 1, 1);
  }
}

static void
add_row (GpUncertainView *self, const GpSpread *spread, int line)
{
  const GpProject *project = gp_document_get_project (self->document);
  g_autofree char *place =
      gp_assumption_place (project, spread->param, spread->scope, spread->year);
  g_autofree char *reset = g_strdup_printf (_ ("Take the uncertainty of %s away"), place);
  Row *row = g_new0 (Row, 1);

  row->view = self;
  row->spread = *spread;
  gtk_widget_set_tooltip_text (grid_label (self, place, 0, line, NULL),
                               gp_assumption_definition (spread->param));
  grid_label (self, kind_title (spread->kind), 1, line, "dim-label");
  add_entries (self, row, place, line);
  row->origin = GTK_LABEL (grid_label (self, "", 5, line, "dim-label"));
  row->reset = GTK_BUTTON (gtk_button_new_from_icon_name ("edit-undo-symbolic"));
  gtk_widget_add_css_class (GTK_WIDGET (row->reset), "flat");
  gtk_widget_set_tooltip_text (GTK_WIDGET (row->reset), reset);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row->reset), GTK_ACCESSIBLE_PROPERTY_LABEL, reset,
                                  -1);
  g_signal_connect_swapped (row->reset, "clicked", G_CALLBACK (on_reset), row);
  gtk_grid_attach (self->grid, GTK_WIDGET (row->reset), 6, line, 1, 1);
  g_ptr_array_add (self->rows, row);
  show_row (row, spread);
}

static void
fill (GpUncertainView *self, const GArray *spreads)
{
  const char *const heads[] = {_ ("low"), _ ("likeliest"), _ ("high")};

  gp_page_drop_children (GTK_WIDGET (self->grid));
  g_ptr_array_set_size (self->rows, 0);
  for (int i = 0; i < N_NUMBERS; i++)
    gtk_label_set_xalign (GTK_LABEL (grid_label (self, heads[i], 2 + i, 0, "dim-label")), 1);
  for (guint i = 0; i < spreads->len; i++)
    add_row (self, &g_array_index (spreads, GpSpread, i), (int)i + 1);
  gtk_stack_set_visible_child_name (self->stack, spreads->len > 0 ? "grid" : "nothing");
}

static gboolean
is_same_row (const Row *row, const GpSpread *spread)
{
  return row->spread.param == spread->param && row->spread.kind == spread->kind &&
         row->spread.year == spread->year && g_str_equal (row->spread.scope, spread->scope);
}

/* ---- showing ----------------------------------------------------------------------------------
 */

static GArray *
spreads_of (GpUncertainView *self)
{
  g_autoptr (GError) error = NULL;
  GArray *spreads = gp_project_spreads (gp_document_get_project (self->document),
                                        gp_document_get_scenario (self->document), &error);

  say_problem (self, error != NULL ? error->message : NULL);
  return spreads != NULL ? spreads : g_array_new (FALSE, FALSE, sizeof (GpSpread));
}

static gboolean
refill (gpointer data)
{
  GpUncertainView *self = data;
  g_autoptr (GArray) spreads = spreads_of (self);

  self->idle = 0;
  fill (self, spreads);
  return G_SOURCE_REMOVE;
}

/* Other rows come in an idle moment: what asks for them may be a row that then goes. */
void
gp_uncertain_view_show (GpUncertainView *self, GpDocument *document)
{
  g_autoptr (GArray) spreads = NULL;
  gboolean same;

  g_set_object (&self->document, document);
  gtk_widget_set_sensitive (self->adding, gp_document_get_read_only_reason (document) == NULL);
  spreads = spreads_of (self);
  same = spreads->len == self->rows->len && spreads->len > 0;
  for (guint i = 0; same && i < spreads->len; i++)
    same = is_same_row (g_ptr_array_index (self->rows, i), &g_array_index (spreads, GpSpread, i));
  for (guint i = 0; same && i < spreads->len; i++)
    show_row (g_ptr_array_index (self->rows, i), &g_array_index (spreads, GpSpread, i));
  /* the rows' scopes belong to the project before: no row outlives it unshown */
  if (!same) {
    g_ptr_array_set_size (self->rows, 0);
    gp_page_drop_children (GTK_WIDGET (self->grid));
    if (self->idle == 0)
      self->idle = g_idle_add (refill, self);
  }
}

/* ---- the class --------------------------------------------------------------------------------
 */

static void
gp_uncertain_view_dispose (GObject *object)
{
  GpUncertainView *self = GP_UNCERTAIN_VIEW (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_object (&self->document);
  gp_page_drop_children (GTK_WIDGET (object));
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  G_OBJECT_CLASS (gp_uncertain_view_parent_class)->dispose (object);
}

static void
gp_uncertain_view_class_init (GpUncertainViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gp_uncertain_view_dispose;
  g_type_ensure (GP_TYPE_TAB_FLOW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/nl/groeiplan/Groeiplan/gp-uncertain-view.ui");
#define CHILD(name) gtk_widget_class_bind_template_child (widget_class, GpUncertainView, name)
  CHILD (grid);
  CHILD (stack);
  CHILD (what);
  CHILD (kind);
  CHILD (adding);
  CHILD (problem);
#undef CHILD
  gtk_widget_class_bind_template_callback (widget_class, on_add);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
gp_uncertain_view_init (GpUncertainView *self)
{
  g_autoptr (GtkStringList) whats = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  self->rows = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  for (int i = 0; i < GP_N_PARAMS; i++)
    gtk_string_list_append (whats, gp_assumption_title ((GpParam)i));
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    gtk_string_list_append (titles, kind_title (kinds[i]));
  gtk_drop_down_set_model (self->what, G_LIST_MODEL (whats));
  gtk_drop_down_set_model (self->kind, G_LIST_MODEL (titles));
}
