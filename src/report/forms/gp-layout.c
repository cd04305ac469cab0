/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sets the blocks of a document on pages, from top to bottom, and the foot of every page at the
 * end, when it is known how many there are. A heading stays with what follows it. */
#include "gp-pages.h"

#include "gp-doc-notes.h"
#include "gp-text.h"

#define GREY_FAINT 0.35
#define FIGURES_A_ROW 3
#define NOTE_INDENT 22.0
#define MAX_LINES 14 /* of a paragraph: a name of any length leaves room for the rest */
#define AFTER_HEADING                                                                              \
  84.0 /* what must fit under a heading: a few lines, or a table's first rows                      \
        */

static void
set_paragraph (GpPages *pages, const char *tag, GpStyle style, const char *text, guint note,
               double after)
{
  g_autofree char *marked = gp_note_marked (text, note);
  gboolean faint = style == GP_STYLE_SUBTITLE || style == GP_STYLE_SMALL;
  double indent = g_str_equal (tag, "LBody") ? 16 : 0;
  PangoLayout *layout =
      gp_pages_text (pages, style, marked, GP_PAGE_TEXT_WIDTH - indent, MAX_LINES);

  gp_pages_need (pages, gp_pages_layout_height (layout));
  pages->y += gp_pages_put_noted (pages, tag, layout, GP_PAGE_MARGIN + indent, pages->y,
                                  faint ? GREY_FAINT : 0, note);
  pages->y += after;
}

static void
set_warning (GpPages *pages, const char *text)
{
  PangoLayout *layout = gp_pages_text (pages, GP_STYLE_WARNING, text, GP_PAGE_TEXT_WIDTH - 14, 0);
  double height = gp_pages_layout_height (layout);

  gp_pages_rule (pages, GP_PAGE_MARGIN, pages->y, 3, height, 0);
  gp_pages_put (pages, "P", layout, GP_PAGE_MARGIN + 14, pages->y, 0);
  pages->y += height + 10;
}

/* "As of 21 November 2026 · Scenario Base · ..." */
static char *
stamps_line (const GpDoc *doc)
{
  GString *line = g_string_new (NULL);

  for (guint i = 0; i + 1 < doc->stamps->len; i += 2)
    g_string_append_printf (line, "%s%s: %s", i > 0 ? "  \xC2\xB7  " : "",
                            (const char *)g_ptr_array_index (doc->stamps, i),
                            (const char *)g_ptr_array_index (doc->stamps, i + 1));
  return g_string_free (line, FALSE);
}

/* A title of any length takes three lines at most, so that page one keeps its figures. */
static void
set_head (GpPages *pages)
{
  const GpDoc *doc = pages->doc;
  PangoLayout *title = gp_pages_text (pages, GP_STYLE_TITLE, doc->title, GP_PAGE_TEXT_WIDTH, 3);
  g_autofree char *stamps = stamps_line (doc);

  pages->y += gp_pages_put (pages, "H1", title, GP_PAGE_MARGIN, pages->y, 0) + 2;
  if (doc->subtitle != NULL)
    set_paragraph (pages, "P", GP_STYLE_SUBTITLE, doc->subtitle, 0, 8);
  gp_pages_rule (pages, GP_PAGE_MARGIN, pages->y, GP_PAGE_TEXT_WIDTH, 0.75, 0);
  pages->y += 6;
  set_paragraph (pages, "P", GP_STYLE_SMALL, stamps, 0, 14);
  if (doc->warning != NULL)
    set_warning (pages, doc->warning);
}

static void
set_heading (GpPages *pages, const char *text)
{
  if (pages->y > GP_PAGE_TOP)
    pages->y += 14;
  PangoLayout *layout = gp_pages_text (pages, GP_STYLE_HEADING, text, GP_PAGE_TEXT_WIDTH, 0);
  gp_pages_need (pages, gp_pages_layout_height (layout) + AFTER_HEADING);
  GpMark mark = {text, pages->pages->len - 1, pages->y};
  g_array_append_val (pages->marks, mark);
  pages->y += gp_pages_put (pages, "H2", layout, GP_PAGE_MARGIN, pages->y, 0) + 4;
}

static void
set_bullet (GpPages *pages, const GpDocBlock *block)
{
  g_autoptr (PangoLayout) dot = gp_pages_text (pages, GP_STYLE_BODY, "\xE2\x80\x93", 0, 0);

  gp_pages_need (pages, gp_pages_layout_height (dot));
  gp_pages_open (pages, "LI");
  gp_pages_put (pages, "Lbl", g_object_ref (dot), GP_PAGE_MARGIN + 4, pages->y, 0);
  set_paragraph (pages, "LBody", GP_STYLE_BODY, block->text, block->note, 2);
  gp_pages_close (pages);
}

/* "What: value. Source", behind its number; a note is not cut by the end of a page. */
static void
set_note (GpPages *pages, guint number)
{
  g_autofree char *text = gp_note_text (gp_doc_note_at (pages->doc, number));
  g_autofree char *digits = g_strdup_printf ("%u", number);
  PangoLayout *label = gp_pages_text (pages, GP_STYLE_SMALL, digits, 0, 0);
  PangoLayout *body =
      gp_pages_text (pages, GP_STYLE_SMALL, text, GP_PAGE_TEXT_WIDTH - NOTE_INDENT, MAX_LINES);

  gp_pages_need (pages, gp_pages_layout_height (body));
  gp_pages_open (pages, "LI");
  gp_pages_put (pages, "Lbl", label,
                GP_PAGE_MARGIN + NOTE_INDENT - 7 - gp_pages_layout_width (label), pages->y, 0);
  gp_pages_open (pages, "LBody");
  gp_pages_open_note (pages, number);
  pages->y += gp_pages_put (pages, "Span", body, GP_PAGE_MARGIN + NOTE_INDENT, pages->y, 0) + 2.5;
  gp_pages_close (pages);
  gp_pages_close (pages);
  gp_pages_close (pages);
}

static void
set_notes (GpPages *pages)
{
  gp_pages_open (pages, "L");
  for (guint i = 1; i <= pages->doc->notes->len; i++)
    set_note (pages, i);
  gp_pages_close (pages);
}

static void
set_figures_row (GpPages *pages, const GpDocBlock *block, guint from)
{
  double width = GP_PAGE_TEXT_WIDTH / FIGURES_A_ROW, height = 0;

  gp_pages_need (pages, 46);
  for (guint i = from; i < from + 2 * FIGURES_A_ROW && i + 1 < block->pairs->len; i += 2) {
    guint column = (i - from) / 2;
    double x = GP_PAGE_MARGIN + column * width;
    guint note = g_array_index (block->pair_notes, guint, i / 2);
    /* behind the words: behind a large number it would look like a power */
    g_autofree char *marked = gp_note_marked (g_ptr_array_index (block->pairs, i + 1), note);
    PangoLayout *value =
        gp_pages_text (pages, GP_STYLE_FIGURE, g_ptr_array_index (block->pairs, i), width - 12, 1);
    PangoLayout *label = gp_pages_text (pages, GP_STYLE_LABEL, marked, width - 12, 2);
    gp_pages_open (pages, "P");
    double top = gp_pages_put (pages, "Span", value, x, pages->y, 0);
    double both =
        top + gp_pages_put_noted (pages, "Span", label, x, pages->y + top, GREY_FAINT, note);
    gp_pages_close (pages);
    height = MAX (height, both);
  }
  pages->y += height + 10;
}

static void
set_chart (GpPages *pages, const GpDocBlock *block)
{
  GpItem item = {.kind = GP_ITEM_CHART,
                 .x = GP_PAGE_MARGIN,
                 .width = GP_PAGE_TEXT_WIDTH,
                 .height = block->height,
                 .chart = block};
  PangoLayout *text =
      gp_pages_text (pages, GP_STYLE_TABLE_TITLE, block->text, GP_PAGE_TEXT_WIDTH, 0);
  double text_height = gp_pages_layout_height (text);

  gp_pages_need (pages, block->height + text_height + 10);
  gp_pages_put (pages, "P", text, GP_PAGE_MARGIN, pages->y, 0);
  item.y = pages->y + text_height + 4;
  item.tag = gp_pages_leaf (pages, "Figure");
  g_array_append_val ((GArray *)g_ptr_array_index (pages->pages, pages->pages->len - 1), item);
  pages->y = item.y + block->height + 12;
}

static void
set_block (GpPages *pages, const GpDocBlock *block)
{
  switch (block->kind) {
  case GP_BLOCK_LEAD:
    set_paragraph (pages, "P", GP_STYLE_LEAD, block->text, block->note, 10);
    break;
  case GP_BLOCK_HEADING:
    set_heading (pages, block->text);
    break;
  case GP_BLOCK_BULLET:
    set_bullet (pages, block);
    break;
  case GP_BLOCK_SMALL:
    set_paragraph (pages, "P", GP_STYLE_SMALL, block->text, block->note, 6);
    break;
  case GP_BLOCK_FIGURES:
    for (guint i = 0; i < block->pairs->len; i += 2 * FIGURES_A_ROW)
      set_figures_row (pages, block, i);
    break;
  case GP_BLOCK_GRID:
    pages->y += 4;
    gp_pages_set_grid (pages, block->grid);
    break;
  case GP_BLOCK_CHART:
    set_chart (pages, block);
    break;
  case GP_BLOCK_NOTES:
    set_notes (pages);
    break;
  case GP_BLOCK_PAGE:
    if (pages->y > GP_PAGE_TOP)
      gp_pages_break (pages);
    break;
  case GP_BLOCK_PARAGRAPH:
  default:
    set_paragraph (pages, "P", GP_STYLE_BODY, block->text, block->note, 6);
    break;
  }
}

/* The foot stands on every page: the title on the left, the page on the right. */
static void
set_foot (GpPages *pages, guint page)
{
  GArray *items = g_ptr_array_index (pages->pages, page);
  g_autofree char *this = g_strdup_printf ("%u", page + 1);
  g_autofree char *all = g_strdup_printf ("%u", pages->pages->len);
  g_autofree char *number = gp_text_fill (pages->doc->language, GP_TEXT_PAGE_OF, this, all, NULL);
  g_autofree char *date = gp_text_date (pages->doc->language, pages->doc->as_of);
  g_autofree char *left = g_strconcat (pages->doc->title, "  \xC2\xB7  ", date, NULL);
  GpItem foot = {.kind = GP_ITEM_TEXT,
                 .x = GP_PAGE_MARGIN,
                 .y = GP_PAGE_HEIGHT - 40,
                 .grey = GREY_FAINT,
                 .tag = GP_NONE,
                 .layout = gp_pages_text (pages, GP_STYLE_SMALL, left, GP_PAGE_TEXT_WIDTH - 60, 1)};

  g_array_append_val (items, foot);
  foot.layout = gp_pages_text (pages, GP_STYLE_SMALL, number, 0, 0);
  foot.x = GP_PAGE_WIDTH - GP_PAGE_MARGIN - gp_pages_layout_width (foot.layout);
  g_array_append_val (items, foot);
}

/* Bullets that follow each other are one list. */
static void
set_blocks (GpPages *pages)
{
  gboolean in_list = FALSE;

  for (guint i = 0; i < pages->doc->blocks->len; i++) {
    const GpDocBlock *block = g_ptr_array_index (pages->doc->blocks, i);
    gboolean bullet = block->kind == GP_BLOCK_BULLET;
    if (bullet && !in_list)
      gp_pages_open (pages, "L");
    else if (in_list && !bullet)
      gp_pages_close (pages);
    in_list = bullet;
    set_block (pages, block);
  }
  if (in_list)
    gp_pages_close (pages);
}

void
gp_pages_set (GpPages *pages)
{
  gp_pages_open (pages, "Document");
  set_head (pages);
  set_blocks (pages);
  gp_pages_close (pages);
  for (guint p = 0; p < pages->pages->len; p++)
    set_foot (pages, p);
}
