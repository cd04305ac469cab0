/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See gp-places.h. */
#include "gp-places-private.h"

#define FIRST_ROOM 24 /* places, until somebody knows how many are seen */

struct _GpPlace {
  GObject parent;
  GpPlaces *places; /* borrowed; NULL when it is gone */
  guint index;
  gpointer item;   /* owned */
  gpointer before; /* owned: while "shown" is told */
};

/* ---- a place ----------------------------------------------------------------------------------
 */

G_DEFINE_FINAL_TYPE (GpPlace, gp_place, G_TYPE_OBJECT)

static void
gp_place_dispose (GObject *object)
{
  g_clear_object (&GP_PLACE (object)->item);
  g_clear_object (&GP_PLACE (object)->before);
  G_OBJECT_CLASS (gp_place_parent_class)->dispose (object);
}

static void
gp_place_class_init (GpPlaceClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = gp_place_dispose;
}

static void
gp_place_init (GpPlace *self)
{
  (void)self;
}

gpointer
gp_place_get_item (GpPlace *self)
{
  return self->item;
}

gpointer
gp_place_get_before (GpPlace *self)
{
  return self->before;
}

guint
gp_place_get_position (GpPlace *self)
{
  return self->places != NULL && self->index < self->places->n ? self->places->first + self->index
                                                               : GTK_INVALID_LIST_POSITION;
}

/* ---- the list of them -------------------------------------------------------------------------
 */

enum { SHOWN, ROWS_CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void gp_places_list (GListModelInterface *iface);
G_DEFINE_FINAL_TYPE_WITH_CODE (GpPlaces, gp_places, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, gp_places_list)
                                   G_IMPLEMENT_INTERFACE (GTK_TYPE_SELECTION_MODEL,
                                                          gp_places_selection_iface))

static GType
get_item_type (GListModel *list)
{
  (void)list;
  return GP_TYPE_PLACE;
}

static guint
get_n_items (GListModel *list)
{
  return GP_PLACES (list)->n;
}

static gpointer
get_item (GListModel *list, guint index)
{
  GpPlaces *self = GP_PLACES (list);

  return index < self->n ? g_object_ref (self->made->pdata[index]) : NULL;
}

static void
gp_places_list (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

/* ---- what stands where ------------------------------------------------------------------------
 */

static guint
cut_first (GpPlaces *self, guint first)
{
  guint n_rows = gp_places_get_n_rows (self);

  return MIN (first, n_rows > self->room ? n_rows - self->room : 0);
}

/* These places have other rows. */
static void
show (GpPlaces *self, guint index, guint n)
{
  for (guint i = index; i < index + n; i++) {
    GpPlace *place = self->made->pdata[i];

    g_clear_object (&place->before);
    place->before = g_steal_pointer (&place->item);
    place->item = g_list_model_get_item (G_LIST_MODEL (self->rows), self->first + i);
  }
  if (n == 0)
    return;
  g_signal_emit (self, signals[SHOWN], 0, index, n);
  for (guint i = 0; i < self->made->len; i++)
    g_clear_object (&((GpPlace *)self->made->pdata[i])->before);
  gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (self), index, n);
}

static void
make_places (GpPlaces *self, guint n)
{
  while (self->made->len < n) {
    GpPlace *place = g_object_new (GP_TYPE_PLACE, NULL);

    place->places = self;
    place->index = self->made->len;
    g_ptr_array_add (self->made, place);
  }
}

/* As many places as there are rows to show: those that come or go are the last. */
static void
fit (GpPlaces *self)
{
  guint before = self->n, n = MIN (gp_places_get_n_rows (self), self->room);

  make_places (self, n);
  for (guint i = n; i < before; i++)
    g_clear_object (&((GpPlace *)self->made->pdata[i])->item);
  self->n = n;
  if (n > before) {
    for (guint i = before; i < n; i++)
      ((GpPlace *)self->made->pdata[i])->item =
          g_list_model_get_item (G_LIST_MODEL (self->rows), self->first + i);
    g_list_model_items_changed (G_LIST_MODEL (self), before, 0, n - before);
  } else if (n < before)
    g_list_model_items_changed (G_LIST_MODEL (self), n, before - n, 0);
}

static void
on_rows (GListModel *rows, guint position, guint removed, guint added, GpPlaces *self)
{
  guint first = cut_first (self, self->first), n_before = self->n;
  gboolean moved = first != self->first, more = removed != added;
  guint from = moved || position < first ? 0 : position - first, to;

  (void)rows;
  if (more)
    self->anchor = self->end = GTK_INVALID_LIST_POSITION;
  self->first = first;
  fit (self);
  to = MIN (n_before, self->n);
  if (!moved && !more)
    to = MIN (to, position + added > first ? position + added - first : 0);
  if (from < to)
    show (self, from, to - from);
  if (more)
    g_signal_emit (self, signals[ROWS_CHANGED], 0);
}

static void
on_selected (GtkSelectionModel *rows, guint position, guint n, GpPlaces *self)
{
  guint from = CLAMP (position, self->first, self->first + self->n) - self->first;
  guint to = CLAMP (position + n, self->first, self->first + self->n) - self->first;

  (void)rows;
  if (from < to)
    gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (self), from, to - from);
}

void
gp_places_set_room (GpPlaces *self, guint room)
{
  guint first, n_before = self->n;

  if (room == self->room)
    return;
  self->room = room;
  first = cut_first (self, self->first);
  if (first == self->first) {
    fit (self);
    return;
  }
  self->first = first;
  fit (self);
  show (self, 0, MIN (n_before, self->n));
}

void
gp_places_set_first (GpPlaces *self, guint first)
{
  first = cut_first (self, first);
  if (first == self->first)
    return;
  self->first = first;
  show (self, 0, self->n);
}

guint
gp_places_get_first (GpPlaces *self)
{
  return self->first;
}

guint
gp_places_get_n_rows (GpPlaces *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->rows));
}

static gboolean
stands_at (GpPlaces *self, gpointer item, guint position)
{
  g_autoptr (GObject) other = g_list_model_get_item (G_LIST_MODEL (self->rows), position);

  return item != NULL && (gpointer)other == item;
}

guint
gp_places_find (GpPlaces *self, gpointer item, guint position)
{
  guint n = gp_places_get_n_rows (self);

  if (stands_at (self, item, position))
    return position;
  for (guint i = 0; item != NULL && i < n; i++)
    if (stands_at (self, item, i))
      return i;
  return n > 0 ? MIN (position, n - 1) : GTK_INVALID_LIST_POSITION;
}

GtkSelectionModel *
gp_places_get_rows (GpPlaces *self)
{
  return self->rows;
}

/* ---- the class --------------------------------------------------------------------------------
 */

static void
gp_places_dispose (GObject *object)
{
  GpPlaces *self = GP_PLACES (object);

  for (guint i = 0; i < self->made->len; i++) {
    GpPlace *place = self->made->pdata[i];

    place->places = NULL;
    g_clear_object (&place->item);
  }
  g_clear_object (&self->rows);
  self->n = 0;
  G_OBJECT_CLASS (gp_places_parent_class)->dispose (object);
}

static void
gp_places_finalize (GObject *object)
{
  g_ptr_array_unref (GP_PLACES (object)->made);
  G_OBJECT_CLASS (gp_places_parent_class)->finalize (object);
}

static void
gp_places_class_init (GpPlacesClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gp_places_dispose;
  G_OBJECT_CLASS (klass)->finalize = gp_places_finalize;
  signals[SHOWN] = g_signal_new ("shown", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                 2, G_TYPE_UINT, G_TYPE_UINT);
  signals[ROWS_CHANGED] =
      g_signal_new ("rows-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
gp_places_init (GpPlaces *self)
{
  self->made = g_ptr_array_new_with_free_func (g_object_unref);
  self->room = FIRST_ROOM;
  self->anchor = self->end = GTK_INVALID_LIST_POSITION;
}

GpPlaces *
gp_places_new (GtkSelectionModel *rows)
{
  GpPlaces *self = g_object_new (GP_TYPE_PLACES, NULL);

  self->rows = g_object_ref (rows);
  g_signal_connect_object (rows, "items-changed", G_CALLBACK (on_rows), self, 0);
  g_signal_connect_object (rows, "selection-changed", G_CALLBACK (on_selected), self, 0);
  fit (self);
  return self;
}
