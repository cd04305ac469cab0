/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See gp-long-table.h: where the focus is, and the keys that walk with it through the rows. */
#include "gp-long-table-private.h"

#define REST 150 /* ms without scrolling, until the focus returns to its row */

static GtkWidget *
focus_of (GpLongTable *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return root != NULL ? gtk_root_get_focus (root) : NULL;
}

/* The row of the list that this widget is in, or GTK_INVALID_LIST_POSITION. */
static guint
position_of (GpLongTable *self, GtkWidget *widget)
{
  GtkWidget *list = gp_long_table_list (self), *row = widget;
  guint place = 0;

  while (row != NULL && gtk_widget_get_parent (row) != list)
    row = gtk_widget_get_parent (row);
  if (row == NULL)
    return GTK_INVALID_LIST_POSITION;
  while ((row = gtk_widget_get_prev_sibling (row)) != NULL)
    place++;
  return gp_places_get_first (self->places) + place;
}

/* ---- the focus --------------------------------------------------------------------------------
 */

static void
keep (GpLongTable *self, guint position)
{
  self->kept = position;
  g_clear_object (&self->kept_item);
  if (position != GTK_INVALID_LIST_POSITION)
    self->kept_item =
        g_list_model_get_item (G_LIST_MODEL (gp_places_get_rows (self->places)), position);
}

/* The view itself has the focus, for that row. */
static void
keep_in_view (GpLongTable *self, guint position)
{
  keep (self, position);
  gtk_root_set_focus (gtk_widget_get_root (GTK_WIDGET (self)), gp_long_table_view (self));
}

static gboolean
is_parked (GpLongTable *self)
{
  return self->kept != GTK_INVALID_LIST_POSITION && focus_of (self) == gp_long_table_view (self);
}

gboolean
gp_long_table_focus_row (GpLongTable *self, guint position)
{
  guint first = gp_places_get_first (self->places);
  GtkWidget *row = position >= first ? gp_long_table_row (self, position - first) : NULL;

  if (row == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return FALSE;
  gtk_widget_set_child_visible (row,
                                TRUE); /* GTK does it when it lays out what is seen: too late */
  keep (self, GTK_INVALID_LIST_POSITION);
  self->walking = TRUE;
  gtk_widget_grab_focus (row);
  self->walking = FALSE;
  return TRUE;
}

gboolean
gp_long_table_is_returning (GpLongTable *self)
{
  return self->returning;
}

static gboolean
is_in_sight (GpLongTable *self, guint position)
{
  double top = position * self->row_height, value = gtk_adjustment_get_value (self->down);

  return top >= value &&
         top + self->row_height <= value + gtk_adjustment_get_page_size (self->down);
}

static gboolean
on_rest (gpointer data)
{
  GpLongTable *self = data;

  self->rest = 0;
  if (is_parked (self) && self->down != NULL && is_in_sight (self, self->kept)) {
    self->returning = TRUE;
    gp_long_table_focus_row (self, self->kept);
    self->returning = FALSE;
  }
  return G_SOURCE_REMOVE;
}

/* The view has the focus: the place where it was gets another row. */
void
gp_long_table_park (GpLongTable *self)
{
  guint position = position_of (self, focus_of (self));

  if (position != GTK_INVALID_LIST_POSITION)
    keep_in_view (self, position);
  g_clear_handle_id (&self->rest, g_source_remove);
  if (self->kept != GTK_INVALID_LIST_POSITION)
    self->rest = g_timeout_add (REST, on_rest, self);
}

/* A sort or an edit put the row elsewhere: the focus is kept for it, for its place has another. */
void
gp_long_table_keep_focus (GpLongTable *self, guint place, guint n)
{
  guint position = position_of (self, focus_of (self)), now;
  guint at = position - gp_places_get_first (self->places);
  g_autoptr (GpPlace) stands = NULL;

  if (self->walking || position == GTK_INVALID_LIST_POSITION || at < place || at >= place + n)
    return;
  stands = g_list_model_get_item (G_LIST_MODEL (self->places), at);
  if (stands == NULL || gp_place_get_before (stands) == gp_place_get_item (stands))
    return;
  now = gp_places_find (self->places, gp_place_get_before (stands), position);
  if (now != position && now != GTK_INVALID_LIST_POSITION)
    keep_in_view (self, now);
}

gboolean
gp_long_table_enter (GpLongTable *self)
{
  guint position;

  if (self->kept == GTK_INVALID_LIST_POSITION || self->row_height <= 0 ||
      gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL)
    return FALSE;
  position = gp_places_find (self->places, self->kept_item, self->kept);
  if (position == GTK_INVALID_LIST_POSITION)
    return FALSE;
  gp_long_table_reveal (self, position);
  gp_long_table_focus_row (self, position);
  return TRUE;
}

/* ---- keys and presses -------------------------------------------------------------------------
 */

/* Where a key goes from a row: FALSE for keys that do not walk. */
static gboolean
walk (GpLongTable *self, guint key, guint from, guint *to)
{
  int last = (int)gp_places_get_n_rows (self->places) - 1, at = (int)from;
  int page = (int)(gtk_adjustment_get_page_size (self->down) / MAX (self->row_height, 1)) - 1;

  switch (key) {
  case GDK_KEY_Up:
  case GDK_KEY_KP_Up:
    at--;
    break;
  case GDK_KEY_Down:
  case GDK_KEY_KP_Down:
    at++;
    break;
  case GDK_KEY_Page_Up:
  case GDK_KEY_KP_Page_Up:
    at -= MAX (page, 1);
    break;
  case GDK_KEY_Page_Down:
  case GDK_KEY_KP_Page_Down:
    at += MAX (page, 1);
    break;
  case GDK_KEY_Home:
  case GDK_KEY_KP_Home:
    at = 0;
    break;
  case GDK_KEY_End:
  case GDK_KEY_KP_End:
    at = last;
    break;
  default:
    return FALSE;
  }
  *to = (guint)CLAMP (at, 0, MAX (last, 0));
  return TRUE;
}

/* As in GTK's lists: with Control only the focus moves, with Shift the selection grows. */
static void
walk_to (GpLongTable *self, guint from, guint to, GdkModifierType state)
{
  gboolean extend = (state & GDK_SHIFT_MASK) != 0, modify = (state & GDK_CONTROL_MASK) != 0;

  if (to == from && !extend)
    return;
  gp_long_table_reveal (self, to);
  if (extend || !modify)
    gp_places_select (self->places, to, modify, extend);
  if (position_of (self, focus_of (self)) == to) /* another row at the same place is said as well */
    keep_in_view (self, to);
  gp_long_table_focus_row (self, to);
}

static gboolean
on_key (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state,
        GpLongTable *self)
{
  GtkWidget *focus = focus_of (self);
  guint from, to;

  (void)code;
  if (gdk_key_event_is_modifier (
          gtk_event_controller_get_current_event (GTK_EVENT_CONTROLLER (controller))) ||
      focus == NULL || GTK_IS_TEXT (focus) || self->down == NULL ||
      (state & (GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    return FALSE;
  from = is_parked (self) ? gp_places_find (self->places, self->kept_item, self->kept)
                          : position_of (self, focus);
  if (from == GTK_INVALID_LIST_POSITION)
    return FALSE;
  gp_places_set_end (self->places, from);
  if (walk (self, key, from, &to)) {
    walk_to (self, from, to, state);
    return TRUE;
  }
  if (is_parked (self) && key != GDK_KEY_Tab && key != GDK_KEY_ISO_Left_Tab) {
    gp_long_table_reveal (self, from);
    gp_long_table_focus_row (self, from);
  }
  return FALSE;
}

static void
on_pressed (GtkGestureClick *gesture, int n_press, double x, double y, GpLongTable *self)
{
  GtkWidget *widget = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);

  (void)gesture, (void)n_press;
  if (self->places == NULL || widget == NULL)
    return;
  gp_places_set_end (self->places, position_of (self, widget));
  keep (self, GTK_INVALID_LIST_POSITION);
}

void
gp_long_table_add_keys (GpLongTable *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect (click, "pressed", G_CALLBACK (on_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}
