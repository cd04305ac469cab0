/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See gp-places.h: the selection of the rows, as the view asks for it by place. */
#include "gp-places-private.h"

static gboolean
is_selected (GtkSelectionModel *model, guint index)
{
  GpPlaces *self = GP_PLACES (model);

  return gtk_selection_model_is_selected (self->rows, self->first + index);
}

static GtkBitset *
get_selection_in_range (GtkSelectionModel *model, guint index, guint n)
{
  GpPlaces *self = GP_PLACES (model);
  GtkBitset *bits = gtk_selection_model_get_selection_in_range (self->rows, self->first + index, n);

  gtk_bitset_shift_left (bits, self->first);
  return bits;
}

static gboolean
select_item (GtkSelectionModel *model, guint index, gboolean alone)
{
  GpPlaces *self = GP_PLACES (model);

  self->anchor = self->first + index;
  return gtk_selection_model_select_item (self->rows, self->anchor, alone);
}

static gboolean
unselect_item (GtkSelectionModel *model, guint index)
{
  GpPlaces *self = GP_PLACES (model);

  self->anchor = self->first + index;
  return gtk_selection_model_unselect_item (self->rows, self->anchor);
}

/* The list inside the view remembers at which place a selection began; another row may stand there
 * by now. */
static void
find_range (GpPlaces *self, guint index, guint n, guint *from, guint *n_rows)
{
  guint last = self->end;

  *from = self->first + index;
  *n_rows = n;
  if (self->anchor == GTK_INVALID_LIST_POSITION || last == GTK_INVALID_LIST_POSITION)
    return;
  *from = MIN (self->anchor, last);
  *n_rows = MAX (self->anchor, last) - *from + 1;
}

static gboolean
select_range (GtkSelectionModel *model, guint index, guint n, gboolean alone)
{
  GpPlaces *self = GP_PLACES (model);
  guint from, n_rows;

  find_range (self, index, n, &from, &n_rows);
  return gtk_selection_model_select_range (self->rows, from, n_rows, alone);
}

static gboolean
unselect_range (GtkSelectionModel *model, guint index, guint n)
{
  GpPlaces *self = GP_PLACES (model);
  guint from, n_rows;

  find_range (self, index, n, &from, &n_rows);
  return gtk_selection_model_unselect_range (self->rows, from, n_rows);
}

static gboolean
select_all (GtkSelectionModel *model)
{
  return gtk_selection_model_select_all (GP_PLACES (model)->rows);
}

static gboolean
unselect_all (GtkSelectionModel *model)
{
  return gtk_selection_model_unselect_all (GP_PLACES (model)->rows);
}

static gboolean
set_selection (GtkSelectionModel *model, GtkBitset *selected, GtkBitset *mask)
{
  GpPlaces *self = GP_PLACES (model);
  g_autoptr (GtkBitset) rows = gtk_bitset_copy (selected);
  g_autoptr (GtkBitset) of = gtk_bitset_copy (mask);

  gtk_bitset_shift_right (rows, self->first);
  gtk_bitset_shift_right (of, self->first);
  return gtk_selection_model_set_selection (self->rows, rows, of);
}

void
gp_places_selection_iface (GtkSelectionModelInterface *iface)
{
  iface->is_selected = is_selected;
  iface->get_selection_in_range = get_selection_in_range;
  iface->select_item = select_item;
  iface->unselect_item = unselect_item;
  iface->select_range = select_range;
  iface->unselect_range = unselect_range;
  iface->select_all = select_all;
  iface->unselect_all = unselect_all;
  iface->set_selection = set_selection;
}

void
gp_places_select (GpPlaces *self, guint position, gboolean modify, gboolean extend)
{
  guint from, n_rows;

  gp_places_set_end (self, position);
  if (extend && self->anchor != GTK_INVALID_LIST_POSITION) {
    find_range (self, 0, 1, &from, &n_rows);
    gtk_selection_model_select_range (self->rows, from, n_rows, !modify);
    return;
  }
  self->anchor = position;
  if (modify && gtk_selection_model_is_selected (self->rows, position))
    gtk_selection_model_unselect_item (self->rows, position);
  else
    gtk_selection_model_select_item (self->rows, position, !modify);
}

void
gp_places_set_end (GpPlaces *self, guint position)
{
  self->end = position;
}
