/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See gp-print-left-out.h. Hiding the widgets would have the page laid out anew, and move it before
 * a person's eyes: they are made transparent, drawn into the node, and shown again within one turn
 * of the main loop. */
#include "gp-print-left-out.h"

typedef struct {
  double top, bottom;
} Band;

struct _GpPrintLeftOut {
  GtkWidget *whole;
  GPtrArray *hidden; /* of GtkWidget, a reference each */
  GArray *opacities; /* of double */
  GArray *bands;     /* of Band: sorted, apart from each other: to be closed */
};

/* A figure is a button too, but what it says is what the page is for. */
static gboolean
is_control (GtkWidget *widget)
{
  if (GTK_IS_BUTTON (widget))
    return !gtk_widget_has_css_class (widget, "figure");
  return GTK_IS_MENU_BUTTON (widget) || GTK_IS_DROP_DOWN (widget) || GTK_IS_SEARCH_ENTRY (widget) ||
         GTK_IS_SCALE (widget) || GTK_IS_SCROLLBAR (widget) || GTK_IS_SPINNER (widget);
}

static gboolean
says_something (GtkWidget *widget)
{
  if (gtk_widget_get_first_child (widget) != NULL || GTK_IS_BOX (widget))
    return FALSE;
  return !GTK_IS_LABEL (widget) || *gtk_label_get_text (GTK_LABEL (widget)) != '\0';
}

static gboolean
band_of (const GpPrintLeftOut *self, GtkWidget *widget, Band *band)
{
  graphene_rect_t bounds;

  if (!gtk_widget_get_mapped (widget) ||
      !gtk_widget_compute_bounds (widget, self->whole, &bounds) || bounds.size.height <= 0)
    return FALSE;
  *band = (Band){bounds.origin.y, bounds.origin.y + bounds.size.height};
  return TRUE;
}

/* The controls below widget, and where they and what stays stand. */
static void
collect (GpPrintLeftOut *self, GtkWidget *widget, GArray *controls, GArray *stays)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    Band band;

    if (!band_of (self, child, &band))
      continue;
    if (is_control (child)) {
      double opacity = gtk_widget_get_opacity (child);

      g_ptr_array_add (self->hidden, g_object_ref (child));
      g_array_append_val (self->opacities, opacity);
      g_array_append_val (controls, band);
    } else {
      if (says_something (child))
        g_array_append_val (stays, band);
      collect (self, child, controls, stays);
    }
  }
}

static int
compare_bands (gconstpointer a, gconstpointer b)
{
  const Band *one = a, *other = b;

  return (one->top > other->top) - (one->top < other->top);
}

static gboolean
meets (const GArray *stays, const Band *band)
{
  for (guint i = 0; i < stays->len; i++)
    if (g_array_index (stays, Band, i).top < band->bottom - 0.5 &&
        g_array_index (stays, Band, i).bottom > band->top + 0.5)
      return TRUE;
  return FALSE;
}

static void
find_bands (GpPrintLeftOut *self, GArray *controls, const GArray *stays)
{
  g_array_sort (controls, compare_bands);
  for (guint i = 0; i < controls->len; i++) {
    Band band = g_array_index (controls, Band, i);
    Band *last =
        self->bands->len > 0 ? &g_array_index (self->bands, Band, self->bands->len - 1) : NULL;

    if (meets (stays, &band))
      continue;
    if (last != NULL && band.top <= last->bottom)
      last->bottom = MAX (last->bottom, band.bottom);
    else
      g_array_append_val (self->bands, band);
  }
}

GpPrintLeftOut *
gp_print_left_out_begin (GtkWidget *whole)
{
  GpPrintLeftOut *self = g_new0 (GpPrintLeftOut, 1);
  g_autoptr (GArray) controls = g_array_new (FALSE, FALSE, sizeof (Band));
  g_autoptr (GArray) stays = g_array_new (FALSE, FALSE, sizeof (Band));

  self->whole = whole;
  self->hidden = g_ptr_array_new_with_free_func (g_object_unref);
  self->opacities = g_array_new (FALSE, FALSE, sizeof (double));
  self->bands = g_array_new (FALSE, FALSE, sizeof (Band));
  collect (self, whole, controls, stays);
  find_bands (self, controls, stays);
  for (guint i = 0; i < self->hidden->len; i++)
    gtk_widget_set_opacity (g_ptr_array_index (self->hidden, i), 0);
  return self;
}

void
gp_print_left_out_end (GpPrintLeftOut *self)
{
  for (guint i = 0; i < self->hidden->len; i++)
    gtk_widget_set_opacity (g_ptr_array_index (self->hidden, i),
                            g_array_index (self->opacities, double, i));
  g_ptr_array_set_size (self->hidden, 0);
}

void
gp_print_left_out_free (GpPrintLeftOut *self)
{
  if (self == NULL)
    return;
  gp_print_left_out_end (self);
  g_ptr_array_unref (self->hidden);
  g_array_unref (self->opacities);
  g_array_unref (self->bands);
  g_free (self);
}

double
gp_print_left_out_place (const GpPrintLeftOut *self, double y)
{
  double place = y;

  for (guint i = 0; i < self->bands->len; i++) {
    const Band *band = &g_array_index (self->bands, Band, i);

    if (y > band->top)
      place -= MIN (y, band->bottom) - band->top;
  }
  return place;
}

/* The part of the node from top to bottom, where it comes to stand. */
static void
append_part (const GpPrintLeftOut *self, GtkSnapshot *snapshot, GskRenderNode *node, double top,
             double bottom, double width)
{
  double place = gp_print_left_out_place (self, top);

  if (bottom <= top)
    return;
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (0, (float)(place - top)));
  gtk_snapshot_push_clip (snapshot,
                          &GRAPHENE_RECT_INIT (0, (float)top, (float)width, (float)(bottom - top)));
  gtk_snapshot_append_node (snapshot, node);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_restore (snapshot);
}

GskRenderNode *
gp_print_left_out_close (const GpPrintLeftOut *self, GskRenderNode *node, double width,
                         double height)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  double at = 0;

  for (guint i = 0; i < self->bands->len; i++) {
    const Band *band = &g_array_index (self->bands, Band, i);

    append_part (self, snapshot, node, at, band->top, width);
    at = band->bottom;
  }
  append_part (self, snapshot, node, at, height, width);
  return gtk_snapshot_free_to_node (snapshot);
}
