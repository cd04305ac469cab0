/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See gp-figure-grid.h. A GtkFlowBox fills its lines from the first and leaves the rest to the
 * last. */
#include "gp-figure-grid.h"

#define SPACING 18
/* A narrow window has two of them side by side, however long their words are: those wrap. */
#define FEWEST 2

struct _GpFigureGrid {
  GtkWidget parent;
};

static void gp_figure_grid_buildable_init (GtkBuildableIface *iface);
static GtkBuildableIface *parent_buildable;

G_DEFINE_FINAL_TYPE_WITH_CODE (GpFigureGrid, gp_figure_grid, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE,
                                                      gp_figure_grid_buildable_init))

guint
gp_figure_grid_columns (guint n, int natural, int width)
{
  guint fit = (guint)CLAMP ((width + SPACING) / (MAX (natural, 1) + SPACING), 1, 1000), lines;

  if (n == 0)
    return 0;
  fit = CLAMP (fit, MIN (FEWEST, n), n);
  lines = (n + fit - 1) / fit;
  return (n + lines - 1) / lines;
}

static guint
count (GtkWidget *self)
{
  guint n = 0;

  for (GtkWidget *at = gtk_widget_get_first_child (self); at != NULL;
       at = gtk_widget_get_next_sibling (at))
    n += gtk_widget_should_layout (at);
  return n;
}

/* The largest of the figures, in the direction, where each has for_size in the other. */
static void
measure_one (GtkWidget *self, GtkOrientation orientation, int for_size, int *minimum, int *natural)
{
  *minimum = *natural = 0;
  for (GtkWidget *at = gtk_widget_get_first_child (self); at != NULL;
       at = gtk_widget_get_next_sibling (at)) {
    int min, nat;

    if (!gtk_widget_should_layout (at))
      continue;
    gtk_widget_measure (at, orientation, for_size, &min, &nat, NULL, NULL);
    *minimum = MAX (*minimum, min);
    *natural = MAX (*natural, nat);
  }
}

static int
with_spacing (int each, guint n)
{
  return n > 0 ? (int)n * each + (int)(n - 1) * SPACING : 0;
}

static int
column_width (guint columns, int width)
{
  return columns > 0 ? (width - (int)(columns - 1) * SPACING) / (int)columns : 0;
}

static GtkSizeRequestMode
gp_figure_grid_get_request_mode (GtkWidget *widget)
{
  (void)widget;
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
gp_figure_grid_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                        int *natural, int *minimum_baseline, int *natural_baseline)
{
  guint n = count (widget), columns;
  int min, nat, high, natural_high;

  *minimum_baseline = *natural_baseline = -1;
  measure_one (widget, GTK_ORIENTATION_HORIZONTAL, -1, &min, &nat);
  if (orientation == GTK_ORIENTATION_HORIZONTAL) {
    *minimum = with_spacing (min, MIN (n, FEWEST));
    *natural = MAX (with_spacing (nat, n), *minimum);
    return;
  }
  columns = gp_figure_grid_columns (n, nat, for_size >= 0 ? for_size : with_spacing (nat, n));
  measure_one (widget, GTK_ORIENTATION_VERTICAL,
               for_size >= 0 ? MAX (column_width (columns, for_size), min) : -1, &high,
               &natural_high);
  *minimum = *natural = with_spacing (natural_high, columns > 0 ? (n + columns - 1) / columns : 0);
}

static void
gp_figure_grid_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  guint n = count (widget), columns, i = 0;
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int min, nat, each, high, natural_high;

  (void)height, (void)baseline;
  measure_one (widget, GTK_ORIENTATION_HORIZONTAL, -1, &min, &nat);
  columns = MAX (gp_figure_grid_columns (n, nat, width), 1);
  each = MAX (column_width (columns, width), min);
  measure_one (widget, GTK_ORIENTATION_VERTICAL, each, &high, &natural_high);
  for (GtkWidget *at = gtk_widget_get_first_child (widget); at != NULL;
       at = gtk_widget_get_next_sibling (at)) {
    int column, x;

    if (!gtk_widget_should_layout (at))
      continue;
    column = (int)(i % columns);
    x = column * (each + SPACING);
    gtk_widget_size_allocate (at,
                              &(GtkAllocation){mirrored ? width - x - each : x,
                                               (int)(i / columns) * (natural_high + SPACING), each,
                                               natural_high},
                              -1);
    i++;
  }
}

void
gp_figure_grid_add (GpFigureGrid *self, GtkWidget *figure)
{
  gtk_widget_insert_before (figure, GTK_WIDGET (self), NULL);
}

static void
add_child (GtkBuildable *buildable, GtkBuilder *builder, GObject *child, const char *type)
{
  if (GTK_IS_WIDGET (child))
    gp_figure_grid_add (GP_FIGURE_GRID (buildable), GTK_WIDGET (child));
  else
    parent_buildable->add_child (buildable, builder, child, type);
}

static void
gp_figure_grid_buildable_init (GtkBuildableIface *iface)
{
  parent_buildable = g_type_interface_peek_parent (iface);
  iface->add_child = add_child;
}

static void
gp_figure_grid_dispose (GObject *object)
{
  for (GtkWidget *child; (child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL;)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (gp_figure_grid_parent_class)->dispose (object);
}

static void
gp_figure_grid_class_init (GpFigureGridClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gp_figure_grid_dispose;
  widget_class->get_request_mode = gp_figure_grid_get_request_mode;
  widget_class->measure = gp_figure_grid_measure;
  widget_class->size_allocate = gp_figure_grid_size_allocate;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
gp_figure_grid_init (GpFigureGrid *self)
{
  (void)self;
}
