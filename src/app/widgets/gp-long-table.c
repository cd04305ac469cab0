/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * See gp-long-table.h. The view is as high as what is seen of it. Of how far it is scrolled, whole
 * rows go into which row stands at the first place, and what is left into the view's own
 * adjustment.
 */
#include "gp-long-table-private.h"

#include <math.h>

enum { PROP_0, PROP_ACROSS, PROP_DOWN, PROP_ACROSS_POLICY, PROP_DOWN_POLICY };
enum { BEFORE_SCROLL, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE_WITH_CODE (GpLongTable, gp_long_table, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

/* ---- the view's widgets -----------------------------------------------------------------------
 */

GtkWidget *
gp_long_table_view (GpLongTable *self)
{
  return gtk_widget_get_first_child (GTK_WIDGET (self));
}

/* Below the titles. */
GtkWidget *
gp_long_table_list (GpLongTable *self)
{
  return gtk_widget_get_last_child (gp_long_table_view (self));
}

GtkWidget *
gp_long_table_row (GpLongTable *self, guint place)
{
  GtkWidget *row = gtk_widget_get_first_child (gp_long_table_list (self));

  while (row != NULL && place-- > 0)
    row = gtk_widget_get_next_sibling (row);
  return row;
}

static void
show_places (GpLongTable *self, guint place, guint n)
{
  GtkWidget *row = gp_long_table_row (self, place);

  for (; row != NULL && n-- > 0; row = gtk_widget_get_next_sibling (row), place++) {
    g_autoptr (GpPlace) shown = g_list_model_get_item (G_LIST_MODEL (self->places), place);
    GtkWidget *cell = shown != NULL ? gtk_widget_get_first_child (row) : NULL;

    for (; cell != NULL; cell = gtk_widget_get_next_sibling (cell)) {
      GtkWidget *child = gtk_widget_get_first_child (cell);

      if (child != NULL)
        self->show (child, gp_place_get_item (shown));
    }
  }
}

static void
on_shown (GpLongTable *self, guint place, guint n)
{
  gp_long_table_keep_focus (self, place, n);
  show_places (self, place, n);
}

/* ---- scrolling --------------------------------------------------------------------------------
 */

static void
scroll_places (GpLongTable *self, guint first)
{
  guint n_rows = gp_places_get_n_rows (self->places);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->places));

  if (MIN (first, n_rows - n) == gp_places_get_first (self->places))
    return;
  if (!self->walking) {
    g_signal_emit (self, signals[BEFORE_SCROLL], 0);
    gp_long_table_park (self);
  }
  gp_places_set_first (self->places, first);
}

/* The view goes to where a row is: it has none, or none that was laid out, where all rows just came
 * or went. Then the layout finds it out of step. */
static void
scroll_view (GpLongTable *self, double value)
{
  GtkWidget *row = gp_long_table_row (self, 0);

  if (row != NULL && gtk_widget_get_height (row) > 0)
    gtk_adjustment_set_value (self->inner, value);
}

static void
sync_view (GpLongTable *self)
{
  double value;

  if (self->syncing || self->down == NULL || self->row_height <= 0)
    return;
  self->syncing = TRUE;
  value = gtk_adjustment_get_value (self->down);
  scroll_places (self, (guint)floor (value / self->row_height));
  scroll_view (self, value - gp_places_get_first (self->places) * self->row_height);
  self->syncing = FALSE;
}

/* The view scrolled by itself: to a row that got the focus. */
static void
on_inner (GpLongTable *self)
{
  if (self->syncing || self->down == NULL || self->row_height <= 0)
    return;
  gtk_adjustment_set_value (self->down, gp_places_get_first (self->places) * self->row_height +
                                            gtk_adjustment_get_value (self->inner));
}

static void
configure (GpLongTable *self)
{
  double page = gtk_widget_get_height (gp_long_table_list (self));
  double all = gp_places_get_n_rows (self->places) * self->row_height;

  if (self->down == NULL)
    return;
  gtk_adjustment_configure (self->down,
                            CLAMP (gtk_adjustment_get_value (self->down), 0, MAX (all - page, 0)),
                            0, MAX (all, page), page * 0.1, page * 0.9, page);
}

void
gp_long_table_reveal (GpLongTable *self, guint position)
{
  self->awaited = GTK_INVALID_LIST_POSITION;
  if (self->down == NULL || self->row_height <= 0) {
    self->awaited = position;
    return;
  }
  configure (self);
  self->walking = TRUE;
  gtk_adjustment_clamp_page (self->down, position * self->row_height,
                             (position + 1) * self->row_height);
  sync_view (self);
  self->walking = FALSE;
}

void
gp_long_table_scroll_to_top (GpLongTable *self)
{
  if (self->down != NULL)
    gtk_adjustment_set_value (self->down, 0);
}

/* ---- size -------------------------------------------------------------------------------------
 */

/* As many places as are seen, one of them in part at the top and one at the bottom. */
static void
fit (GpLongTable *self)
{
  double page = gtk_widget_get_height (gp_long_table_list (self));

  if (self->row_height <= 0)
    return;
  gp_places_set_room (self->places, (guint)ceil (page / self->row_height) + 1);
  configure (self);
  if (self->awaited != GTK_INVALID_LIST_POSITION)
    gp_long_table_reveal (self, self->awaited);
  sync_view (self);
}

static gboolean
on_laid_out (gpointer data)
{
  GpLongTable *self = data;

  self->fitting = 0;
  fit (self);
  return G_SOURCE_REMOVE;
}

/* What the layout found is not what was scrolled by. */
static gboolean
is_out_of_step (GpLongTable *self)
{
  double page = gtk_widget_get_height (gp_long_table_list (self));
  double wanted, most;

  if (self->down == NULL)
    return FALSE;
  wanted =
      gtk_adjustment_get_value (self->down) - gp_places_get_first (self->places) * self->row_height;
  most = gtk_adjustment_get_upper (self->inner) - gtk_adjustment_get_page_size (self->inner);
  return gtk_adjustment_get_page_size (self->down) != page ||
         fabs (gtk_adjustment_get_value (self->inner) - CLAMP (wanted, 0, MAX (most, 0))) > 0.5;
}

static void
gp_long_table_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  GpLongTable *self = GP_LONG_TABLE (widget);
  double before = self->row_height;
  GtkWidget *row;
  int row_height;

  self->syncing = TRUE; /* a list must not change while it is laid out: later */
  gtk_widget_allocate (gp_long_table_view (self), width, height, baseline, NULL);
  self->syncing = FALSE;
  if (self->places == NULL)
    return;
  row = gtk_widget_get_first_child (gp_long_table_list (self));
  if (row != NULL) {
    gtk_widget_measure (row, GTK_ORIENTATION_VERTICAL, -1, NULL, &row_height, NULL, NULL);
    self->row_height = row_height; /* with the line below it, which its height is without */
  }
  if (self->fitting == 0 && (self->row_height != before || is_out_of_step (self)))
    self->fitting = g_idle_add_full (G_PRIORITY_HIGH, on_laid_out, self, NULL);
}

static void
gp_long_table_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                       int *natural, int *minimum_baseline, int *natural_baseline)
{
  gtk_widget_measure (gp_long_table_view (GP_LONG_TABLE (widget)), orientation, for_size, minimum,
                      natural, minimum_baseline, natural_baseline);
}

static gboolean
gp_long_table_focus (GtkWidget *widget, GtkDirectionType direction)
{
  return gp_long_table_enter (GP_LONG_TABLE (widget)) ||
         GTK_WIDGET_CLASS (gp_long_table_parent_class)->focus (widget, direction);
}

/* ---- the class --------------------------------------------------------------------------------
 */

static void
set_down (GpLongTable *self, GtkAdjustment *adjustment)
{
  if (self->down != NULL)
    g_signal_handlers_disconnect_by_data (self->down, self);
  g_set_object (&self->down, adjustment);
  if (adjustment != NULL)
    g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (sync_view), self,
                             G_CONNECT_SWAPPED);
}

static void
gp_long_table_set_property (GObject *object, guint id, const GValue *value, GParamSpec *spec)
{
  GpLongTable *self = GP_LONG_TABLE (object);

  if (id == PROP_DOWN)
    set_down (self, g_value_get_object (value));
  else if (gp_long_table_view (self) != NULL && id == PROP_ACROSS)
    g_object_set_property (G_OBJECT (gp_long_table_view (self)), spec->name, value);
}

static void
gp_long_table_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  GpLongTable *self = GP_LONG_TABLE (object);

  if (id == PROP_DOWN)
    g_value_set_object (value, self->down);
  else if (gp_long_table_view (self) != NULL && id == PROP_ACROSS)
    g_object_get_property (G_OBJECT (gp_long_table_view (self)), spec->name, value);
}

static void
gp_long_table_dispose (GObject *object)
{
  GpLongTable *self = GP_LONG_TABLE (object);
  GtkWidget *child;

  g_clear_handle_id (&self->rest, g_source_remove);
  g_clear_handle_id (&self->fitting, g_source_remove);
  if (self->down != NULL)
    g_signal_handlers_disconnect_by_data (self->down, self);
  g_clear_object (&self->down);
  if (self->inner != NULL)
    g_signal_handlers_disconnect_by_data (self->inner, self);
  g_clear_object (&self->inner);
  if (gp_long_table_view (self) != NULL)
    gtk_column_view_set_model (GTK_COLUMN_VIEW (gp_long_table_view (self)), NULL);
  g_clear_object (&self->places);
  g_clear_object (&self->kept_item);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (gp_long_table_parent_class)->dispose (object);
}

static void
gp_long_table_class_init (GpLongTableClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = gp_long_table_set_property;
  object_class->get_property = gp_long_table_get_property;
  object_class->dispose = gp_long_table_dispose;
  widget_class->focus = gp_long_table_focus;
  widget_class->measure = gp_long_table_measure;
  widget_class->size_allocate = gp_long_table_size_allocate;
  g_object_class_override_property (object_class, PROP_ACROSS, "hadjustment");
  g_object_class_override_property (object_class, PROP_DOWN, "vadjustment");
  g_object_class_override_property (object_class, PROP_ACROSS_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_DOWN_POLICY, "vscroll-policy");
  signals[BEFORE_SCROLL] = g_signal_new ("before-scroll", G_TYPE_FROM_CLASS (klass),
                                         G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GENERIC);
}

static void
gp_long_table_init (GpLongTable *self)
{
  self->awaited = self->kept = GTK_INVALID_LIST_POSITION;
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gp_long_table_add_keys (self);
}

void
gp_long_table_set_rows (GpLongTable *self, GtkSelectionModel *rows, GpLongTableShowFunc show)
{
  GtkColumnView *view = GTK_COLUMN_VIEW (gp_long_table_view (self));

  g_return_if_fail (self->places == NULL);
  self->places = gp_places_new (rows);
  self->show = show;
  self->inner = g_object_ref_sink (gtk_adjustment_new (0, 0, 0, 0, 0, 0));
  g_signal_connect_object (self->inner, "value-changed", G_CALLBACK (on_inner), self,
                           G_CONNECT_SWAPPED);
  gtk_scrollable_set_vadjustment (GTK_SCROLLABLE (view), self->inner);
  gtk_column_view_set_model (view, GTK_SELECTION_MODEL (self->places));
  g_signal_connect_object (self->places, "shown", G_CALLBACK (on_shown), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->places, "rows-changed", G_CALLBACK (fit), self, G_CONNECT_SWAPPED);
}

GpPlaces *
gp_long_table_get_places (GpLongTable *self)
{
  return self->places;
}
