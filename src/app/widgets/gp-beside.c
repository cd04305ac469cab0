/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See gp-beside.h. GtkFlowBox gives its children widths that are all alike, and AdwFlap hides one.
 */
#include "gp-beside.h"

#define SPACING 24
#define FEWEST 380 /* of the second beside the first: a chart with its labels */

struct _GpBeside {
  GtkWidget parent;
};

static void gp_beside_buildable_init (GtkBuildableIface *iface);
static GtkBuildableIface *parent_buildable;

G_DEFINE_FINAL_TYPE_WITH_CODE (GpBeside, gp_beside, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, gp_beside_buildable_init))

int
gp_beside_threshold (int first)
{
  return first + SPACING + FEWEST;
}

/* The next child that takes part, from at on. */
static GtkWidget *
laid_out (GtkWidget *at)
{
  while (at != NULL && !gtk_widget_should_layout (at))
    at = gtk_widget_get_next_sibling (at);
  return at;
}

static GtkWidget *
first_of (GtkWidget *self)
{
  return laid_out (gtk_widget_get_first_child (self));
}

static GtkWidget *
second_of (GtkWidget *first)
{
  return first != NULL ? laid_out (gtk_widget_get_next_sibling (first)) : NULL;
}

static int
least (GtkWidget *widget, GtkOrientation orientation, int for_size)
{
  int minimum = 0;

  if (widget != NULL)
    gtk_widget_measure (widget, orientation, for_size, &minimum, NULL, NULL, NULL);
  return minimum;
}

static int
natural_of (GtkWidget *widget, GtkOrientation orientation, int for_size)
{
  int natural = 0;

  if (widget != NULL)
    gtk_widget_measure (widget, orientation, for_size, NULL, &natural, NULL, NULL);
  return natural;
}

/* The width of the first where the two have so much together; 0: one under the other. */
static int
width_of_first (GtkWidget *first, GtkWidget *second, int width)
{
  int own = least (first, GTK_ORIENTATION_HORIZONTAL, -1);

  if (second == NULL || width < gp_beside_threshold (own) ||
      width < own + SPACING + least (second, GTK_ORIENTATION_HORIZONTAL, -1))
    return 0;
  return own;
}

static GtkSizeRequestMode
gp_beside_get_request_mode (GtkWidget *widget)
{
  (void)widget;
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
gp_beside_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                   int *natural, int *minimum_baseline, int *natural_baseline)
{
  GtkWidget *first = first_of (widget), *second = second_of (first);
  int own;

  *minimum_baseline = *natural_baseline = -1;
  if (orientation == GTK_ORIENTATION_HORIZONTAL) {
    *minimum = MAX (least (first, orientation, -1), least (second, orientation, -1));
    *natural = least (first, orientation, -1) + (second != NULL ? SPACING : 0) +
               natural_of (second, orientation, -1);
    *natural = MAX (*natural, *minimum);
    return;
  }
  own = for_size >= 0 ? width_of_first (first, second, for_size) : 0;
  if (own > 0)
    *natural = MAX (natural_of (first, orientation, own),
                    natural_of (second, orientation, for_size - own - SPACING));
  else
    *natural = natural_of (first, orientation, for_size) +
               (first != NULL && second != NULL ? SPACING : 0) +
               natural_of (second, orientation, for_size);
  *minimum = *natural;
}

static void
gp_beside_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  GtkWidget *first = first_of (widget), *second = second_of (first);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int own = width_of_first (first, second, width), rest = width - own - SPACING, below;

  (void)baseline;
  if (first == NULL)
    return;
  if (own > 0) {
    gtk_widget_size_allocate (first, &(GtkAllocation){mirrored ? width - own : 0, 0, own, height},
                              -1);
    gtk_widget_size_allocate (second,
                              &(GtkAllocation){mirrored ? 0 : own + SPACING, 0, rest, height}, -1);
    return;
  }
  below = second != NULL ? natural_of (first, GTK_ORIENTATION_VERTICAL, width) : height;
  gtk_widget_size_allocate (first, &(GtkAllocation){0, 0, width, below}, -1);
  if (second != NULL)
    gtk_widget_size_allocate (
        second, &(GtkAllocation){0, below + SPACING, width, MAX (height - below - SPACING, 0)}, -1);
}

static void
add_child (GtkBuildable *buildable, GtkBuilder *builder, GObject *child, const char *type)
{
  if (GTK_IS_WIDGET (child))
    gtk_widget_insert_before (GTK_WIDGET (child), GTK_WIDGET (buildable), NULL);
  else
    parent_buildable->add_child (buildable, builder, child, type);
}

static void
gp_beside_buildable_init (GtkBuildableIface *iface)
{
  parent_buildable = g_type_interface_peek_parent (iface);
  iface->add_child = add_child;
}

static void
gp_beside_dispose (GObject *object)
{
  for (GtkWidget *child; (child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL;)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (gp_beside_parent_class)->dispose (object);
}

static void
gp_beside_class_init (GpBesideClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gp_beside_dispose;
  widget_class->get_request_mode = gp_beside_get_request_mode;
  widget_class->measure = gp_beside_measure;
  widget_class->size_allocate = gp_beside_size_allocate;
}

static void
gp_beside_init (GpBeside *self)
{
  (void)self;
}
