/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The structure of a document for those who hear it or read it on a small screen (tagged PDF, ISO
 * 32000-1, 14.8): headings, paragraphs, lists, tables with their rows and cells, figures, links.
 *
 * Tags form a tree that is known before anything is drawn. Every item of a page is a leaf of it, or
 * none (rules, page feet and heads that are repeated, which nobody wants to hear). cairo wants tags
 * begun and ended in order, and content in leaves alone: so before a leaf is drawn, what is open
 * and not above it is ended. A table that goes on over pages stays open between them.
 */
#include "gp-pages.h"

#include "gp-doc-notes.h"

#include <string.h>

#define MAX_DEPTH 12
#define LINK_TAG "Link"
#define DEST_TAG "cairo.dest"

static guint
add_tag (GpPages *pages, const char *name, guint note)
{
  GpTag tag = {name, pages->tag, note};

  g_array_append_val (pages->tags, tag);
  return pages->tags->len - 1;
}

void
gp_pages_open (GpPages *pages, const char *name)
{
  pages->tag = add_tag (pages, name, 0);
}

void
gp_pages_open_note (GpPages *pages, guint note)
{
  pages->tag = add_tag (pages, DEST_TAG, note);
}

void
gp_pages_close (GpPages *pages)
{
  g_return_if_fail (pages->tag != GP_NONE);
  pages->tag = g_array_index (pages->tags, GpTag, pages->tag).parent;
}

guint
gp_pages_leaf (GpPages *pages, const char *name)
{
  return name != NULL ? add_tag (pages, name, 0) : GP_NONE;
}

void
gp_pages_empty (GpPages *pages, const char *name)
{
  GpItem item = {.kind = GP_ITEM_EMPTY,
                 .x = GP_PAGE_MARGIN,
                 .y = pages->y,
                 .tag = gp_pages_leaf (pages, name)};

  g_array_append_val ((GArray *)g_ptr_array_index (pages->pages, pages->pages->len - 1), item);
}

/* The mark of a note is the last that a layout shows. */
static gboolean
mark_place (PangoLayout *layout, guint note, PangoRectangle *out)
{
  g_autofree char *mark = gp_note_mark (note);
  int length = (int)strlen (pango_layout_get_text (layout));
  PangoRectangle last;

  if (pango_layout_is_ellipsized (layout) || length <= (int)strlen (mark))
    return FALSE;
  pango_layout_index_to_pos (layout, length - (int)strlen (mark), out);
  pango_layout_index_to_pos (layout, length - 1, &last);
  out->width = last.x + last.width - out->x;
  return out->width > 0 && last.y == out->y;
}

double
gp_pages_put_noted (GpPages *pages, const char *name, PangoLayout *layout, double x, double y,
                    double grey, guint note)
{
  PangoRectangle mark;

  if (note == 0 || !mark_place (layout, note, &mark))
    return gp_pages_put (pages, name, layout, x, y, grey);
  gp_pages_open (pages, name);
  double height = gp_pages_put (pages, "Span", layout, x, y, grey);
  GpItem link = {.kind = GP_ITEM_LINK,
                 .x = x + (double)mark.x / PANGO_SCALE,
                 .y = y + (double)mark.y / PANGO_SCALE,
                 .width = (double)mark.width / PANGO_SCALE,
                 .height = (double)mark.height / PANGO_SCALE,
                 .tag = add_tag (pages, LINK_TAG, note)};
  /* a finger is wider than a small number */
  link.x -= 1.5;
  link.width += 3;
  g_array_append_val ((GArray *)g_ptr_array_index (pages->pages, pages->pages->len - 1), link);
  gp_pages_close (pages);
  return height;
}

/* ---- drawing -------------------------------------------------------------------------------- */

static void
begin (const GpPages *pages, cairo_t *cr, guint number, const GpItem *item)
{
  const GpTag *tag = &g_array_index (pages->tags, GpTag, number);
  char attributes[160] = "";
  char place[4][G_ASCII_DTOSTR_BUF_SIZE];

  if (g_str_equal (tag->name, DEST_TAG)) {
    g_snprintf (attributes, sizeof attributes, "name='note-%u'", tag->note);
  } else if (g_str_equal (tag->name, LINK_TAG)) {
    g_snprintf (attributes, sizeof attributes, "dest='note-%u' rect=[%s %s %s %s]", tag->note,
                g_ascii_formatd (place[0], sizeof place[0], "%.2f", item->x),
                g_ascii_formatd (place[1], sizeof place[1], "%.2f", item->y),
                g_ascii_formatd (place[2], sizeof place[2], "%.2f", item->width),
                g_ascii_formatd (place[3], sizeof place[3], "%.2f", item->height));
  }
  cairo_tag_begin (cr, tag->name, attributes);
}

void
gp_pages_tags_end (const GpPages *pages, cairo_t *cr, GArray *open, guint keep)
{
  while (open->len > keep) {
    guint last = g_array_index (open, guint, open->len - 1);
    cairo_tag_end (cr, g_array_index (pages->tags, GpTag, last).name);
    g_array_set_size (open, open->len - 1);
  }
}

void
gp_pages_tags_begin (const GpPages *pages, cairo_t *cr, GArray *open, const GpItem *item)
{
  guint path[MAX_DEPTH], depth = 0, same = 0;

  for (guint tag = item->tag; tag != GP_NONE && depth < MAX_DEPTH;
       tag = g_array_index (pages->tags, GpTag, tag).parent)
    path[depth++] = tag;
  while (same < open->len && same < depth &&
         g_array_index (open, guint, same) == path[depth - 1 - same])
    same++;
  gp_pages_tags_end (pages, cr, open, same);
  for (; same < depth; same++) {
    begin (pages, cr, path[depth - 1 - same], item);
    g_array_append_val (open, path[depth - 1 - same]);
  }
}
