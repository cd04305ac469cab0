/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The rows that a table has widgets for: place 0, 1, 2 ... from the top of what is seen. Which row
 * of the list stands at a place changes when a person scrolls, searches or sorts; the places stay,
 * so that GTK keeps their widgets and only their texts are shown anew. Selecting a place selects
 * the row that stands there.
 *
 * GtkColumnView keeps 200 rows of widgets whatever its height, throws away those of rows that a
 * search takes out, and styles and measures what comes instead: 16 columns are 3,200 cells. Frames
 * of 8,500 schools and of a plan of 591 boards, worst and how many over 16 ms, processor time,
 * before and with places: scrolling 22 ms (6) and 25 ms (99), now 13 ms and 11 ms (none); Page Down
 * held 60 ms (11), now 14 ms (none). Memory with a plan open: 184 MiB, now 140 MiB.
 *
 * Rejected: to give GtkColumnView all rows, a few at a time (the first turn is short, the others
 * are not); to begin again with few whenever a search changes what is shown (60 to 77 ms a letter
 * instead of 46 to 51, for GTK throws the cells away); GtkGridView of one column, which keeps 30
 * rows, but has no titles.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define GP_TYPE_PLACE (gp_place_get_type ())
G_DECLARE_FINAL_TYPE (GpPlace, gp_place, GP, PLACE, GObject)

gpointer gp_place_get_item (GpPlace *self);  /* what stands there: borrowed, or NULL */
guint gp_place_get_position (GpPlace *self); /* of it, in the whole list */
/* While "shown" is told: what stood there before, borrowed or NULL. */
gpointer gp_place_get_before (GpPlace *self);

#define GP_TYPE_PLACES (gp_places_get_type ())
G_DECLARE_FINAL_TYPE (GpPlaces, gp_places, GP, PLACES, GObject) /* GListModel, GtkSelectionModel */

/* Of the list with its selection. "shown (first, n)": other rows, or rows that say something else,
 * stand at these places. "rows-changed": there are more or fewer rows, or others. */
GpPlaces *gp_places_new (GtkSelectionModel *rows);
GtkSelectionModel *gp_places_get_rows (GpPlaces *self);
guint gp_places_get_n_rows (GpPlaces *self);
/* Where an item is now, looked for from where it was; if it is not there, the place it had. */
guint gp_places_find (GpPlaces *self, gpointer item, guint position);
void gp_places_set_room (GpPlaces *self, guint room); /* how many places at most */
void gp_places_set_first (GpPlaces *self,
                          guint first); /* the row at place 0; what is too far is cut */
guint gp_places_get_first (GpPlaces *self);

/* As GTK's lists do: by itself, with what is selected (modify), from the row selected last
 * (extend). */
void gp_places_select (GpPlaces *self, guint position, gboolean modify, gboolean extend);
/* The row that is pressed or has the focus, which a selection of several reaches to. */
void gp_places_set_end (GpPlaces *self, guint position);

G_END_DECLS
