/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See gp-money-table.h. Tables are small (tens of lines), so each figure is a label of its own. */
#include "gp-money-table.h"
#include "gp-money-label.h"

#include "gp-page.h"
#include "gp-wheel.h"

#include <glib/gi18n-lib.h>

/* A table of more lines than this is nobody's; it shows the first of them. */
#define MAX_LINES 300

struct _GpMoneyTable {
  GtkWidget parent;
  GtkGrid *labels, *figures;
  GtkWidget *scroller;
  GpFinanceView *view;
};

G_DEFINE_FINAL_TYPE (GpMoneyTable, gp_money_table, GTK_TYPE_WIDGET)

enum { CELL_ACTIVATED, N_SIGNALS };
static guint signals[N_SIGNALS];

static guint
n_lines (GpMoneyTable *self)
{
  return self->view != NULL ? MIN (self->view->lines->len, MAX_LINES) : 0;
}

/* ---- a figure
 * ------------------------------------------------------------------------------------ */

static gboolean
place_of (GpMoneyTable *self, GtkWidget *cell, guint *line, guint *column)
{
  int x, y;

  if (self->view == NULL || gtk_widget_get_parent (cell) != GTK_WIDGET (self->figures))
    return FALSE;
  gtk_grid_query_child (self->figures, cell, &x, &y, NULL, NULL);
  if (y < 1 || (guint)y > n_lines (self))
    return FALSE;
  *line = (guint)y - 1;
  *column = (guint)x;
  return TRUE;
}

static GpMoneyTable *
table_of (GtkWidget *cell)
{
  return GP_MONEY_TABLE (gtk_widget_get_ancestor (cell, GP_TYPE_MONEY_TABLE));
}

static void
activate_cell (GtkWidget *cell)
{
  GpMoneyTable *self = table_of (cell);
  guint line, column;

  if (self != NULL && place_of (self, cell, &line, &column))
    g_signal_emit (self, signals[CELL_ACTIVATED], 0, line, column);
}

/* Sources are made when somebody looks: most never are. */
static gboolean
on_query_tooltip (GtkWidget *cell, int x, int y, gboolean keyboard, GtkTooltip *tooltip,
                  gpointer data)
{
  GpMoneyTable *self = table_of (cell);
  guint line, column;

  (void)x, (void)y, (void)keyboard, (void)data;
  if (self == NULL || !place_of (self, cell, &line, &column))
    return FALSE;
  g_autoptr (GpSource) source = self->view->klass->source (self->view, line, column);
  g_autofree char *text = gp_source_to_text (source, 1);
  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

static void
on_pressed (GtkGestureClick *click, int n_press, double x, double y, gpointer data)
{
  GtkWidget *cell = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (click));

  (void)n_press, (void)x, (void)y, (void)data;
  gtk_widget_grab_focus (cell);
  activate_cell (cell);
}

static gboolean
on_key (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state,
        gpointer data)
{
  (void)code, (void)data;
  if (state & (GDK_CONTROL_MASK | GDK_ALT_MASK) ||
      (key != GDK_KEY_Return && key != GDK_KEY_KP_Enter && key != GDK_KEY_space &&
       key != GDK_KEY_F2))
    return GDK_EVENT_PROPAGATE;
  activate_cell (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller)));
  return GDK_EVENT_STOP;
}

static const char *
class_of (GpFinanceLineStyle style)
{
  static const char *const classes[] = {"money-plain", "money-part", "money-total", "money-remark"};

  return classes[style];
}

/* Years after the goal year are shown apart. */
static gboolean
is_look_ahead (const GpFinanceView *view, guint column)
{
  return column < view->years->len && g_array_index (view->years, GpYear, column) >
                                          gp_finance_project (view->finance)->goal_year;
}

static void
set_text (GtkWidget *label, const GpFinanceCell *cell)
{
  g_autofree char *markup =
      cell->change != NULL
          ? g_markup_printf_escaped ("%s\n<small>%s</small>", cell->text, cell->change)
          : g_markup_escape_text (cell->text, -1);

  if (g_strcmp0 (gtk_label_get_label (GTK_LABEL (label)), markup) != 0)
    gtk_label_set_markup (GTK_LABEL (label), markup);
}

static void
set_classes (GtkWidget *label, const GpFinanceView *view, guint line, guint column)
{
  const GpFinanceCell *cell = gp_finance_view_cell (view, line, column);
  const char *classes[8] = {"numeric", "money-cell",
                            class_of (g_array_index (view->lines, GpFinanceLine, line).style)};
  guint n = 3;

  if (cell->missing)
    classes[n++] = "dim-label";
  if (cell->worked_out)
    classes[n++] = "worked-out";
  if (cell->rough)
    classes[n++] = "rough";
  if (is_look_ahead (view, column))
    classes[n++] = "look-ahead";
  gtk_widget_set_css_classes (label, classes);
}

static void
name_cell (GtkWidget *label, const GpFinanceView *view, guint line, guint column)
{
  const GpFinanceCell *cell = gp_finance_view_cell (view, line, column);
  g_autofree char *name =
      g_strdup_printf ("%s, %s: %s%s%s", g_array_index (view->lines, GpFinanceLine, line).label,
                       (char *)g_ptr_array_index (view->heads, column), cell->text,
                       cell->change != NULL ? ", " : "", cell->change != NULL ? cell->change : "");

  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
fill_cell (GpMoneyTable *self, GtkWidget *label, guint line, guint column)
{
  set_text (label, gp_finance_view_cell (self->view, line, column));
  set_classes (label, self->view, line, column);
  name_cell (label, self->view, line, column);
}

static GtkWidget *
new_cell (GpMoneyTable *self, guint line, guint column)
{
  GtkWidget *label = gtk_label_new (NULL);
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  fill_cell (self, label, line, column);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_RIGHT);
  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_focusable (label, TRUE);
  gtk_widget_set_has_tooltip (label, TRUE);
  g_signal_connect (label, "query-tooltip", G_CALLBACK (on_query_tooltip), NULL);
  g_signal_connect (click, "pressed", G_CALLBACK (on_pressed), NULL);
  gtk_widget_add_controller (label, GTK_EVENT_CONTROLLER (click));
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), NULL);
  gtk_widget_add_controller (label, keys);
  return label;
}

/* ---- lines
 * --------------------------------------------------------------------------------------- */

/* A line's label and its figures are as high as each other, though they stand in two grids. */
static void
add_line (GpMoneyTable *self, guint line)
{
  const GpFinanceLine *at = &g_array_index (self->view->lines, GpFinanceLine, line);
  GtkWidget *label = gp_money_label_new (at->label);
  g_autoptr (GtkSizeGroup) heights = gtk_size_group_new (GTK_SIZE_GROUP_VERTICAL);

  gtk_widget_add_css_class (label, class_of (at->style));
  gtk_grid_attach (self->labels, label, 0, (int)line + 1, 1, 1);
  gtk_size_group_add_widget (heights, label);
  for (guint c = 0; c < self->view->heads->len; c++) {
    GtkWidget *cell = new_cell (self, line, c);

    gtk_grid_attach (self->figures, cell, (int)c, (int)line + 1, 1, 1);
    gtk_size_group_add_widget (heights, cell);
  }
}

/* "2031-32" for a year: eleven of them are to stand beside their figures. */
static char *
head_text (const GpFinanceView *view, guint column)
{
  char year[GP_YEAR_BYTES];
  const char *head = g_ptr_array_index (view->heads, column);

  if (column >= view->years->len ||
      !g_str_equal (head, gp_year_format (g_array_index (view->years, GpYear, column), year)))
    return g_strdup (head);
  return g_strdup_printf ("%.5s%s", year, year + 7);
}

static void
add_heads (GpMoneyTable *self)
{
  GtkWidget *corner = gtk_label_new ("");
  g_autoptr (GtkSizeGroup) heights = gtk_size_group_new (GTK_SIZE_GROUP_VERTICAL);

  gtk_grid_attach (self->labels, corner, 0, 0, 1, 1);
  gtk_size_group_add_widget (heights, corner);
  for (guint c = 0; c < self->view->heads->len; c++) {
    g_autofree char *text = head_text (self->view, c);
    GtkWidget *head = gtk_label_new (text);

    gtk_widget_set_tooltip_text (head, g_ptr_array_index (self->view->heads, c));
    gtk_label_set_xalign (GTK_LABEL (head), 1);
    gtk_widget_add_css_class (head, "dim-label");
    gtk_widget_add_css_class (head, "money-head");
    gtk_grid_attach (self->figures, head, (int)c, 0, 1, 1);
    if (c == 0)
      gtk_size_group_add_widget (heights, head);
  }
}

static void
empty_grid (GtkGrid *grid)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (grid))) != NULL)
    gtk_grid_remove (grid, child);
}

GtkWidget *
gp_money_table_get_cell (GpMoneyTable *self, guint line, guint column)
{
  g_return_val_if_fail (GP_IS_MONEY_TABLE (self), NULL);
  return line < n_lines (self) && column < self->view->heads->len
             ? gtk_grid_get_child_at (self->figures, (int)column, (int)line + 1)
             : NULL;
}

/* The same lines and columns: then only figures differ, and widgets are kept. */
static gboolean
has_shape_of (const GpFinanceView *a, const GpFinanceView *b)
{
  if (a->heads->len != b->heads->len || a->lines->len != b->lines->len)
    return FALSE;
  for (guint c = 0; c < a->heads->len; c++) {
    if (g_strcmp0 (a->heads->pdata[c], b->heads->pdata[c]) != 0)
      return FALSE;
  }
  for (guint l = 0; l < a->lines->len; l++) {
    const GpFinanceLine *x = &g_array_index (a->lines, GpFinanceLine, l);
    const GpFinanceLine *y = &g_array_index (b->lines, GpFinanceLine, l);

    if (x->style != y->style || g_strcmp0 (x->label, y->label) != 0)
      return FALSE;
  }
  return TRUE;
}

static void
refill (GpMoneyTable *self)
{
  for (guint l = 0; l < n_lines (self); l++) {
    for (guint c = 0; c < self->view->heads->len; c++)
      fill_cell (self, gp_money_table_get_cell (self, l, c), l, c);
  }
}

void
gp_money_table_show (GpMoneyTable *self, GpFinanceView *view)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  guint line = 0, column = 0;
  gboolean had_focus = focus != NULL && place_of (self, focus, &line, &column);

  g_return_if_fail (GP_IS_MONEY_TABLE (self) && view != NULL);
  if (self->view != NULL && has_shape_of (self->view, view)) {
    gp_finance_view_free (self->view);
    self->view = view;
    refill (self);
    return;
  }
  empty_grid (self->labels);
  empty_grid (self->figures);
  gp_finance_view_free (self->view);
  self->view = view;
  add_heads (self);
  for (guint l = 0; l < n_lines (self); l++)
    add_line (self, l);
  if (had_focus && gp_money_table_get_cell (self, line, column) != NULL)
    gtk_widget_grab_focus (gp_money_table_get_cell (self, line, column));
}

const GpFinanceView *
gp_money_table_get_view (GpMoneyTable *self)
{
  g_return_val_if_fail (GP_IS_MONEY_TABLE (self), NULL);
  return self->view;
}

/* ---- copying
 * ------------------------------------------------------------------------------------- */

static void
copy (GtkWidget *widget, const char *action, GVariant *parameter)
{
  GpMoneyTable *self = GP_MONEY_TABLE (widget);

  (void)action, (void)parameter;
  if (self->view == NULL)
    return;
  g_autofree char *text = gp_finance_view_text (self->view);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  gp_page_toast (widget, _ ("The table was copied: paste it into a spreadsheet."), NULL, NULL);
}

/* ---- the widget
 * ---------------------------------------------------------------------------------- */

static void
gp_money_table_dispose (GObject *object)
{
  GpMoneyTable *self = GP_MONEY_TABLE (object);

  gp_page_drop_children (GTK_WIDGET (self));
  self->labels = self->figures = NULL;
  g_clear_pointer (&self->view, gp_finance_view_free);
  G_OBJECT_CLASS (gp_money_table_parent_class)->dispose (object);
}

static void
gp_money_table_class_init (GpMoneyTableClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gp_money_table_dispose;
  signals[CELL_ACTIVATED] =
      g_signal_new ("cell-activated", GP_TYPE_MONEY_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);
  gtk_widget_class_install_action (widget_class, "money.copy", NULL, copy);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "money.copy",
                                       NULL);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "moneytable");
}

static void
gp_money_table_init (GpMoneyTable *self)
{
  self->labels = GTK_GRID (gtk_grid_new ());
  self->figures = GTK_GRID (gtk_grid_new ());
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_AUTOMATIC,
                                  GTK_POLICY_NEVER);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (self->scroller), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), GTK_WIDGET (self->figures));
  gp_wheel_leave_page (GTK_WIDGET (self->figures));
  /* Where there is more room than all of them need, the names have their part of it. */
  gtk_widget_set_hexpand (GTK_WIDGET (self->labels), TRUE);
  gtk_widget_set_hexpand (self->scroller, TRUE);
  gtk_widget_set_parent (GTK_WIDGET (self->labels), GTK_WIDGET (self));
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}
