/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pages: their items, and drawing them. */
#include "gp-pages.h"

#include "gp-text.h"

#include <string.h>

/* A face with even digits and true italics is asked for first; any other will do. */
#define FAMILIES "Open Sans, Liberation Sans, DejaVu Sans, sans-serif"

typedef struct {
  double size;
  PangoWeight weight;
} StyleInfo;

static const StyleInfo styles[GP_N_STYLES] = {
    [GP_STYLE_TITLE] = {20, PANGO_WEIGHT_BOLD},
    [GP_STYLE_SUBTITLE] = {11, PANGO_WEIGHT_NORMAL},
    [GP_STYLE_WARNING] = {10, PANGO_WEIGHT_BOLD},
    [GP_STYLE_LEAD] = {14, PANGO_WEIGHT_SEMIBOLD},
    [GP_STYLE_HEADING] = {13, PANGO_WEIGHT_BOLD},
    [GP_STYLE_BODY] = {9.5, PANGO_WEIGHT_NORMAL},
    [GP_STYLE_SMALL] = {7.5, PANGO_WEIGHT_NORMAL},
    [GP_STYLE_FIGURE] = {18, PANGO_WEIGHT_BOLD},
    [GP_STYLE_LABEL] = {8.5, PANGO_WEIGHT_NORMAL},
    [GP_STYLE_TABLE_TITLE] = {9.5, PANGO_WEIGHT_SEMIBOLD},
    [GP_STYLE_HEAD] = {7.5, PANGO_WEIGHT_SEMIBOLD},
    [GP_STYLE_CELL] = {8, PANGO_WEIGHT_NORMAL},
    [GP_STYLE_TOTAL] = {8, PANGO_WEIGHT_BOLD},
};

static void
item_clear (gpointer data)
{
  GpItem *item = data;

  g_clear_object (&item->layout);
}

static GArray *
last_page (GpPages *pages)
{
  return g_ptr_array_index (pages->pages, pages->pages->len - 1);
}

static PangoContext *
new_context (void)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  cairo_font_options_t *options = cairo_font_options_create ();

  /* no grid of pixels on paper: the same widths wherever it is drawn */
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  pango_cairo_context_set_resolution (context, 72);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_base_dir (context, PANGO_DIRECTION_LTR);
  return context;
}

GpPages *
gp_pages_new (const GpDoc *doc)
{
  GpPages *pages = g_new0 (GpPages, 1);

  pages->doc = doc;
  pages->context = new_context ();
  pango_context_set_language (
      pages->context, pango_language_from_string (gp_text (doc->language, GP_TEXT_LANGUAGE_TAG)));
  for (guint s = 0; s < GP_N_STYLES; s++) {
    pages->fonts[s] = pango_font_description_from_string (FAMILIES);
    pango_font_description_set_size (pages->fonts[s], (int)(styles[s].size * PANGO_SCALE));
    pango_font_description_set_weight (pages->fonts[s], styles[s].weight);
  }
  pages->pages = g_ptr_array_new_with_free_func ((GDestroyNotify)g_array_unref);
  pages->marks = g_array_new (FALSE, FALSE, sizeof (GpMark));
  pages->tags = g_array_new (FALSE, FALSE, sizeof (GpTag));
  pages->tag = GP_NONE;
  gp_pages_break (pages);
  gp_pages_set (pages);
  return pages;
}

void
gp_pages_free (GpPages *pages)
{
  if (pages == NULL)
    return;
  g_ptr_array_unref (pages->pages);
  g_array_unref (pages->marks);
  g_array_unref (pages->tags);
  for (guint s = 0; s < GP_N_STYLES; s++)
    pango_font_description_free (pages->fonts[s]);
  g_object_unref (pages->context);
  g_free (pages);
}

/* Line ends and the like inside a name would make paragraphs of it: they are blanks on paper. */
static char *
on_one_line (const char *text)
{
  GString *line = g_string_sized_new (strlen (text));

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c)) {
    gunichar u = g_utf8_get_char (c);
    g_string_append_unichar (line, g_unichar_iscntrl (u) || u == 0x2028 || u == 0x2029 ? ' ' : u);
  }
  return g_string_free (line, FALSE);
}

PangoLayout *
gp_pages_text (GpPages *pages, GpStyle style, const char *text, double width, guint max_lines)
{
  PangoLayout *layout = pango_layout_new (pages->context);

  pango_layout_set_font_description (layout, pages->fonts[style]);
  pango_layout_set_auto_dir (layout, FALSE);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  if (width > 0)
    pango_layout_set_width (layout, (int)(width * PANGO_SCALE));
  if (max_lines > 0) {
    pango_layout_set_height (layout, -(int)max_lines);
    pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  }
  g_autofree char *line = on_one_line (text);
  pango_layout_set_text (layout, line, -1);
  return layout;
}

double
gp_pages_layout_width (PangoLayout *layout)
{
  int width;

  pango_layout_get_size (layout, &width, NULL);
  return (double)width / PANGO_SCALE;
}

double
gp_pages_layout_height (PangoLayout *layout)
{
  int height;

  pango_layout_get_size (layout, NULL, &height);
  return (double)height / PANGO_SCALE;
}

double
gp_pages_put (GpPages *pages, const char *name, PangoLayout *layout, double x, double y,
              double grey)
{
  GpItem item = {.kind = GP_ITEM_TEXT, .x = x, .y = y, .grey = grey, .layout = layout};
  guint lines = name != NULL ? (guint)pango_layout_get_line_count (layout) : 1;

  item.height = gp_pages_layout_height (layout);
  if (lines <= 1) {
    item.tag = gp_pages_leaf (pages, name);
    g_array_append_val (last_page (pages), item);
    return item.height;
  }
  /* the blank at a line's end is a part of its own in a PDF, behind which readers lose the rest */
  gp_pages_open (pages, name);
  for (item.line = 1; item.line <= lines; item.line++) {
    item.layout = item.line == 1 ? layout : g_object_ref (layout);
    item.tag = gp_pages_leaf (pages, "Span");
    g_array_append_val (last_page (pages), item);
  }
  gp_pages_close (pages);
  return item.height;
}

void
gp_pages_rule (GpPages *pages, double x, double y, double width, double height, double grey)
{
  GpItem item = {.kind = GP_ITEM_RULE,
                 .x = x,
                 .y = y,
                 .width = width,
                 .height = height,
                 .grey = grey,
                 .tag = GP_NONE};

  g_array_append_val (last_page (pages), item);
}

void
gp_pages_break (GpPages *pages)
{
  GArray *page = g_array_new (FALSE, FALSE, sizeof (GpItem));

  g_array_set_clear_func (page, item_clear);
  g_ptr_array_add (pages->pages, page);
  pages->y = GP_PAGE_TOP;
}

gboolean
gp_pages_need (GpPages *pages, double height)
{
  if (pages->y + height <= GP_PAGE_BOTTOM || pages->y <= GP_PAGE_TOP)
    return FALSE;
  gp_pages_break (pages);
  return TRUE;
}

static void
draw_text (const GpItem *item, cairo_t *cr)
{
  if (item->line == 0) {
    cairo_move_to (cr, item->x, item->y);
    pango_cairo_show_layout (cr, item->layout);
    return;
  }
  PangoLayoutIter *iter = pango_layout_get_iter (item->layout);
  PangoRectangle place;
  for (guint i = 1; i < item->line; i++)
    pango_layout_iter_next_line (iter);
  pango_layout_iter_get_line_extents (iter, NULL, &place);
  cairo_move_to (cr, item->x + (double)place.x / PANGO_SCALE,
                 item->y + (double)pango_layout_iter_get_baseline (iter) / PANGO_SCALE);
  pango_cairo_show_layout_line (cr, pango_layout_iter_get_line_readonly (iter));
  pango_layout_iter_free (iter);
}

static void
draw_item (const GpPages *pages, const GpItem *item, cairo_t *cr)
{
  GpChartStyle style = {.theme = GP_CHART_PRINT,
                        .language = pages->doc->language,
                        .width = item->width,
                        .height = item->height,
                        .font_size = 8,
                        .hovered = -1};

  cairo_save (cr);
  cairo_set_source_rgb (cr, item->grey, item->grey, item->grey);
  if (item->kind == GP_ITEM_TEXT) {
    draw_text (item, cr);
  } else if (item->kind == GP_ITEM_RULE) {
    cairo_rectangle (cr, item->x, item->y, item->width, item->height);
    cairo_fill (cr);
  } else if (item->kind == GP_ITEM_CHART) {
    cairo_translate (cr, item->x, item->y);
    item->chart->draw (cr, &style, item->chart->data);
  }
  cairo_restore (cr);
}

void
gp_pages_draw (const GpPages *pages, guint page, cairo_t *cr)
{
  g_return_if_fail (page < pages->pages->len);
  const GArray *items = g_ptr_array_index (pages->pages, page);

  for (guint i = 0; i < items->len; i++)
    draw_item (pages, &g_array_index (items, GpItem, i), cr);
}

void
gp_pages_draw_tagged (const GpPages *pages, guint page, cairo_t *cr, GArray *open)
{
  g_return_if_fail (page < pages->pages->len);
  const GArray *items = g_ptr_array_index (pages->pages, page);

  for (guint i = 0; i < items->len; i++) {
    const GpItem *item = &g_array_index (items, GpItem, i);
    if (item->tag != GP_NONE)
      gp_pages_tags_begin (pages, cr, open, item);
    draw_item (pages, item, cr);
    /* what is no part of the structure is drawn outside of any leaf */
    if (item->tag != GP_NONE)
      gp_pages_tags_end (pages, cr, open, open->len - 1);
  }
}
