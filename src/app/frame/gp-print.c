/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * See gp-print.h. A drawn page is taken as GTK's own render node, of the whole of what its scrolled
 * window would show, and drawn into the sheets piece by piece: text stays text, and nothing that
 * fits a sheet is cut in two. In a dark window the light colours are put on first and taken off
 * when printing is over. A table wider than an upright sheet is printed on its side.
 */
#include "gp-print.h"
#include "gp-print-left-out.h"
#include "gp-print-table.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#define HEAD_HEIGHT 44.0
#define FOOT_HEIGHT 24.0

#define MOST_OF_A_SHEET 0.6 /* higher than that is cut all the same */

typedef struct {
  double top, bottom;
} Block;

typedef struct {
  GtkWindow *window;
  GtkPrintOperation *operation;
  char *heading, *as_of, *path;
  GskRenderNode *node; /* a drawn page */
  double width, height;
  GArray *blocks;      /* of Block: what should not be cut */
  GArray *starts;      /* of double: where each sheet begins, in the page's own measure */
  GpPrintTable *table; /* or a table */
  gboolean was_dark;
  AdwColorScheme scheme; /* before printing */
} Print;

static void
print_free (Print *print)
{
  if (print->was_dark)
    adw_style_manager_set_color_scheme (adw_style_manager_get_default (), print->scheme);
  g_clear_pointer (&print->node, gsk_render_node_unref);
  g_clear_pointer (&print->table, gp_print_table_free);
  g_clear_pointer (&print->blocks, g_array_unref);
  g_clear_pointer (&print->starts, g_array_unref);
  g_clear_object (&print->operation);
  g_clear_object (&print->window);
  g_free (print->heading);
  g_free (print->as_of);
  g_free (print->path);
  g_free (print);
}

/* ---- what is printed --------------------------------------------------------------------------
 */

/* The content of the first scrolled window in the page, which has its full height; else the page.
 */
static GtkWidget *
whole_of (GtkWidget *widget)
{
  if (GTK_IS_VIEWPORT (widget))
    return gtk_viewport_get_child (GTK_VIEWPORT (widget));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = gtk_widget_get_child_visible (child) ? whole_of (child) : NULL;

    if (found != NULL)
      return found;
  }
  return NULL;
}

static void
take_blocks (Print *print, GtkWidget *widget, GtkWidget *whole, const GpPrintLeftOut *left_out)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    graphene_rect_t bounds;
    Block block;

    if (!gtk_widget_get_mapped (child) || !gtk_widget_compute_bounds (child, whole, &bounds))
      continue;
    block = (Block){gp_print_left_out_place (left_out, bounds.origin.y),
                    gp_print_left_out_place (left_out, bounds.origin.y + bounds.size.height)};
    g_array_append_val (print->blocks, block);
    take_blocks (print, child, whole, left_out);
  }
}

/* The widget as it is now, its top left at 0, 0: a paintable of it has only what was in a frame. */
static GskRenderNode *
node_of (GtkWidget *whole)
{
  GtkWidget *parent = gtk_widget_get_parent (whole);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  graphene_point_t place;

  if (gtk_widget_compute_point (whole, parent, graphene_point_zero (), &place))
    gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (-place.x, -place.y));
  gtk_widget_snapshot_child (parent, whole, snapshot);
  return gtk_snapshot_free_to_node (snapshot);
}

static void
take_node (Print *print, GtkWidget *page)
{
  GtkWidget *whole = whole_of (page) != NULL ? whole_of (page) : page;
  g_autoptr (GpPrintLeftOut) left_out = gp_print_left_out_begin (whole);
  GskRenderNode *node = node_of (whole);
  double height = gtk_widget_get_height (whole);

  gp_print_left_out_end (left_out);
  print->width = gtk_widget_get_width (whole);
  if (node != NULL)
    print->node = gp_print_left_out_close (left_out, node, print->width, height);
  g_clear_pointer (&node, gsk_render_node_unref);
  print->height = gp_print_left_out_place (left_out, height);
  print->blocks = g_array_new (FALSE, FALSE, sizeof (Block));
  take_blocks (print, whole, whole, left_out);
}

/* ---- the sheets -------------------------------------------------------------------------------
 */

static double
sheet_height (GtkPrintContext *context)
{
  return gtk_print_context_get_height (context) - HEAD_HEIGHT - FOOT_HEIGHT;
}

static double
scale_of (const Print *print, GtkPrintContext *context)
{
  double scale = print->width > 0 ? gtk_print_context_get_width (context) / print->width : 1;

  return MIN (scale, 0.75); /* points for pixels: no larger than on the screen */
}

/* As near to `end` as a sheet that begins at `start` can end without cutting anything. */
static double
uncut (const Print *print, double start, double end)
{
  double most = MOST_OF_A_SHEET * (end - start), best = end;
  gboolean again = TRUE;

  while (again) {
    again = FALSE;
    for (guint i = 0; i < print->blocks->len; i++) {
      const Block *block = &g_array_index (print->blocks, Block, i);

      if (block->top < best - 0.5 && block->bottom > best + 0.5 &&
          block->bottom - block->top <= most && block->top > start) {
        best = block->top;
        again = TRUE;
      }
    }
  }
  return best > start + (end - start) / 4 ? best : end;
}

static int
cut_into_sheets (Print *print, double space)
{
  double start = 0;

  print->starts = g_array_new (FALSE, FALSE, sizeof (double));
  do {
    g_array_append_val (print->starts, start);
    start = start + space < print->height ? uncut (print, start, start + space) : print->height;
  } while (start < print->height - 1);
  g_array_append_val (print->starts, start); /* where the last one ends */
  return (int)print->starts->len - 1;
}

static void
on_begin (GtkPrintOperation *operation, GtkPrintContext *context, Print *print)
{
  double space = sheet_height (context);
  int n = 1;

  if (print->table != NULL)
    n = gp_print_table_lay_out (print->table, context, space);
  else if (print->height > 0)
    n = cut_into_sheets (print, space / scale_of (print, context));
  gtk_print_operation_set_n_pages (operation, MAX (n, 1));
}

static void
show_text (GtkPrintContext *context, const char *text, const char *font, double y, gboolean right)
{
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  g_autoptr (PangoLayout) layout = gtk_print_context_create_pango_layout (context);
  PangoFontDescription *description = pango_font_description_from_string (font);
  double width = gtk_print_context_get_width (context);

  pango_layout_set_font_description (layout, description);
  pango_font_description_free (description);
  pango_layout_set_text (layout, text, -1);
  pango_layout_set_width (layout, (int)(width * PANGO_SCALE));
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_alignment (layout, right ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
  cairo_set_source_rgb (cr, 0.1, 0.1, 0.1);
  cairo_move_to (cr, 0, y);
  pango_cairo_show_layout (cr, layout);
}

static void
draw_piece (Print *print, GtkPrintContext *context, int number)
{
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  double scale = scale_of (print, context), start, end;

  if (print->node == NULL || print->starts == NULL)
    return;
  start = g_array_index (print->starts, double, number);
  end = g_array_index (print->starts, double, number + 1);
  cairo_save (cr);
  cairo_rectangle (cr, 0, HEAD_HEIGHT, gtk_print_context_get_width (context),
                   scale * (end - start));
  cairo_clip (cr);
  cairo_translate (cr, 0, HEAD_HEIGHT - scale * start);
  cairo_scale (cr, scale, scale);
  gsk_render_node_draw (print->node, cr);
  cairo_restore (cr);
}

static void
on_draw (GtkPrintOperation *operation, GtkPrintContext *context, int number, Print *print)
{
  int n = 0;
  g_autofree char *foot = NULL;

  g_object_get (operation, "n-pages", &n, NULL);
  foot = g_strdup_printf (_ ("Page %d of %d"), number + 1, n);
  show_text (context, print->heading, "Cantarell Bold 11", 0, FALSE);
  show_text (context, print->as_of, "Cantarell 8", 18, FALSE);
  if (print->table != NULL)
    gp_print_table_draw (print->table, context, number, HEAD_HEIGHT);
  else
    draw_piece (print, context, number);
  show_text (context, foot, "Cantarell 8", gtk_print_context_get_height (context) - 12, TRUE);
}

static void
on_done (GtkPrintOperation *operation, GtkPrintOperationResult result, Print *print)
{
  g_autoptr (GError) error = NULL;

  if (result == GTK_PRINT_OPERATION_RESULT_ERROR) {
    gtk_print_operation_get_error (operation, &error);
    gp_page_error (GTK_WIDGET (print->window), _ ("The page was not printed"),
                   error != NULL ? error->message : "");
  }
  print_free (print);
}

/* ---- starting ---------------------------------------------------------------------------------
 */

static void
lay_on_its_side (GtkPrintOperation *operation)
{
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();

  gtk_page_setup_set_orientation (setup, GTK_PAGE_ORIENTATION_LANDSCAPE);
  gtk_print_operation_set_default_page_setup (operation, setup);
}

static gboolean
run (gpointer data)
{
  Print *print = data;
  GtkPrintOperationAction action = GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG;
  GtkWidget *page = g_object_get_data (G_OBJECT (print->operation), "page");

  if (print->table == NULL)
    take_node (print, page);
  if (print->path != NULL) {
    gtk_print_operation_set_export_filename (print->operation, print->path);
    action = GTK_PRINT_OPERATION_ACTION_EXPORT;
  }
  g_signal_connect (print->operation, "begin-print", G_CALLBACK (on_begin), print);
  g_signal_connect (print->operation, "draw-page", G_CALLBACK (on_draw), print);
  g_signal_connect (print->operation, "done", G_CALLBACK (on_done), print);
  gtk_print_operation_set_allow_async (print->operation, TRUE);
  gtk_print_operation_run (print->operation, action, print->window, NULL);
  return G_SOURCE_REMOVE;
}

void
gp_print_page (GtkWindow *window, GpPage *page, const char *heading, const char *as_of,
               const char *path)
{
  AdwStyleManager *style = adw_style_manager_get_default ();
  g_autofree char *text = gp_page_get_table (page);
  Print *print = g_new0 (Print, 1);

  print->window = g_object_ref (window);
  print->heading = g_strdup (heading);
  print->as_of = g_strdup (as_of);
  print->path = g_strdup (path);
  print->operation = gtk_print_operation_new ();
  gtk_print_operation_set_job_name (print->operation, heading);
  gtk_print_operation_set_unit (print->operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_embed_page_setup (print->operation, TRUE);
  g_object_set_data_full (G_OBJECT (print->operation), "page", g_object_ref (page), g_object_unref);
  if (text != NULL)
    print->table = gp_print_table_new (text);
  if (print->table != NULL && gp_print_table_is_wide (print->table))
    lay_on_its_side (print->operation);
  print->was_dark = text == NULL && adw_style_manager_get_dark (style);
  print->scheme = adw_style_manager_get_color_scheme (style);
  if (print->was_dark)
    adw_style_manager_set_color_scheme (style, ADW_COLOR_SCHEME_FORCE_LIGHT);
  g_timeout_add (print->was_dark ? 500 : 0, run, print); /* until it has been drawn in light */
}
