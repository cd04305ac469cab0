/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See gp-text-cell.h. Cells share the font of the table they stand in, and its measures. */
#include "gp-text-cell.h"

typedef struct {
  char *text;
  int min_chars, natural_chars;
  gboolean numeric;
} GpTextCellPrivate;

G_DEFINE_TYPE_WITH_PRIVATE (GpTextCell, gp_text_cell, GTK_TYPE_WIDGET)

static GpTextCellPrivate *
get (gpointer self)
{
  return gp_text_cell_get_instance_private (GP_TEXT_CELL (self));
}

/* ---- size -------------------------------------------------------------------------------------
 */

/* A context of its own would be made for each cell. */
static PangoContext *
context_of (GtkWidget *widget)
{
  GtkWidget *table = gtk_widget_get_ancestor (widget, GTK_TYPE_COLUMN_VIEW);

  return gtk_widget_get_pango_context (table != NULL ? table : widget);
}

typedef struct {
  PangoFontDescription *font;
  double resolution;
  int character, line; /* in pixels */
} Measures;

/* Those of the font before are kept: all cells have the same one. */
static const Measures *
measures_of (PangoContext *context)
{
  static Measures known;
  const PangoFontDescription *font = pango_context_get_font_description (context);
  double resolution = pango_cairo_context_get_resolution (context);
  PangoFontMetrics *metrics;
  int character;

  if (known.font != NULL && known.resolution == resolution &&
      pango_font_description_equal (known.font, font))
    return &known;
  g_clear_pointer (&known.font, pango_font_description_free);
  known.font = pango_font_description_copy (font);
  known.resolution = resolution;
  metrics = pango_context_get_metrics (context, NULL, NULL);
  character = MAX (pango_font_metrics_get_approximate_char_width (metrics),
                   pango_font_metrics_get_approximate_digit_width (metrics));
  known.character = PANGO_PIXELS_CEIL (character);
  known.line = PANGO_PIXELS_CEIL (pango_font_metrics_get_ascent (metrics) +
                                  pango_font_metrics_get_descent (metrics));
  pango_font_metrics_unref (metrics);
  return &known;
}

static void
gp_text_cell_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                      int *natural, int *minimum_baseline, int *natural_baseline)
{
  const GpTextCellPrivate *own = get (widget);
  const Measures *measures = measures_of (context_of (widget));

  (void)for_size;
  *minimum_baseline = *natural_baseline = -1;
  if (orientation == GTK_ORIENTATION_HORIZONTAL) {
    *minimum = own->min_chars * measures->character;
    *natural = MAX (own->natural_chars * measures->character, *minimum);
  } else
    *minimum = *natural = measures->line;
}

static GtkSizeRequestMode
gp_text_cell_get_request_mode (GtkWidget *widget)
{
  (void)widget;
  return GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

/* ---- drawing ----------------------------------------------------------------------------------
 */

static PangoLayout *
lay_out (GpTextCell *self)
{
  const GpTextCellPrivate *own = get (self);
  PangoLayout *layout = pango_layout_new (context_of (GTK_WIDGET (self)));

  if (own->numeric) {
    g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

    pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum"));
    pango_layout_set_attributes (layout, attributes);
    pango_layout_set_alignment (layout, PANGO_ALIGN_RIGHT);
  }
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_width (layout, gtk_widget_get_width (GTK_WIDGET (self)) * PANGO_SCALE);
  pango_layout_set_text (layout, own->text, -1);
  return layout;
}

void
gp_text_cell_snapshot_text (GpTextCell *self, GtkSnapshot *snapshot)
{
  const GpTextCellPrivate *own = get (self);
  GtkWidget *widget = GTK_WIDGET (self);
  g_autoptr (PangoLayout) layout = NULL;
  GdkRGBA colour;
  int height, above;

  if (own->text == NULL || *own->text == '\0')
    return;
  layout = lay_out (self);
  pango_layout_get_pixel_size (layout, NULL, &height);
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &colour);
  gtk_snapshot_save (snapshot);
  above = (gtk_widget_get_height (widget) - height) / 2; /* whole pixels: letters stay sharp */
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (0, (float)above));
  gtk_snapshot_append_layout (snapshot, layout, &colour);
  gtk_snapshot_restore (snapshot);
}

static void
gp_text_cell_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  gp_text_cell_snapshot_text (GP_TEXT_CELL (widget), snapshot);
}

/* What is cut off is told in full. */
static gboolean
gp_text_cell_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  const GpTextCellPrivate *own = get (widget);
  g_autoptr (PangoLayout) layout = NULL;

  if (GTK_WIDGET_CLASS (gp_text_cell_parent_class)->query_tooltip (widget, x, y, keyboard, tooltip))
    return TRUE;
  if (own->text == NULL)
    return FALSE;
  layout = lay_out (GP_TEXT_CELL (widget));
  if (!pango_layout_is_ellipsized (layout))
    return FALSE;
  gtk_tooltip_set_text (tooltip, own->text);
  return TRUE;
}

/* ---- the class --------------------------------------------------------------------------------
 */

static void
gp_text_cell_finalize (GObject *object)
{
  g_free (get (object)->text);
  G_OBJECT_CLASS (gp_text_cell_parent_class)->finalize (object);
}

static void
gp_text_cell_class_init (GpTextCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = gp_text_cell_finalize;
  widget_class->measure = gp_text_cell_measure;
  widget_class->get_request_mode = gp_text_cell_get_request_mode;
  widget_class->snapshot = gp_text_cell_snapshot;
  widget_class->query_tooltip = gp_text_cell_query_tooltip;
  gtk_widget_class_set_css_name (widget_class, "textcell");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LABEL);
}

static void
gp_text_cell_init (GpTextCell *self)
{
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
}

GtkWidget *
gp_text_cell_new (int min_chars, int natural_chars, gboolean numeric)
{
  GpTextCell *self = g_object_new (GP_TYPE_TEXT_CELL, NULL);

  gp_text_cell_set_form (self, min_chars, natural_chars, numeric);
  return GTK_WIDGET (self);
}

void
gp_text_cell_set_form (GpTextCell *self, int min_chars, int natural_chars, gboolean numeric)
{
  GpTextCellPrivate *own = get (self);

  own->min_chars = min_chars;
  own->natural_chars = natural_chars;
  own->numeric = numeric;
}

void
gp_text_cell_set_text (GpTextCell *self, const char *text)
{
  GpTextCellPrivate *own = get (self);

  if (g_strcmp0 (own->text, text) == 0)
    return;
  g_free (own->text);
  own->text = g_strdelimit (g_strdup (text), "\n\r\t", ' ');
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, own->text,
                                  -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

const char *
gp_text_cell_get_text (GpTextCell *self)
{
  const GpTextCellPrivate *own = get (self);

  return own->text != NULL ? own->text : "";
}
