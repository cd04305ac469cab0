/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A document as one HTML file: no script, nothing fetched from elsewhere, charts as pictures
 * inside. */
#include "gp-doc-notes.h"
#include "gp-forms.h"
#include "gp-text.h"

#include <cairo-svg.h>
#include <string.h>

#define SHORT 12 /* characters */

static const char style[] =
    "body{font:16px/1.5 'Open Sans',system-ui,sans-serif;max-width:60rem;margin:2rem auto;"
    "padding:0 1rem;color:#1a1a1a;background:#fff;overflow-wrap:anywhere}"
    "h1{font-size:1.9rem;line-height:1.2;margin:0}h2{font-size:1.25rem;margin:2rem 0 .5rem}"
    ".lead{font-size:1.3rem;font-weight:600;line-height:1.35}.sub,.stamps,small,figcaption{color:#"
    "595959}.stamps{font-size:.8rem;border-top:1px solid "
    "#1a1a1a;"
    "padding-top:.4rem;margin-top:.6rem}.warning{font-weight:700;border-left:4px "
    "solid;padding-left:"
    ".8rem}.figures{display:flex;flex-wrap:wrap;gap:1.5rem;margin:1.5rem 0}.figures div{min-width:"
    "9rem}.figures b{display:block;font-size:1.7rem;line-height:1.2}.table{overflow-x:auto}"
    "table{border-collapse:collapse;margin:.3rem 0 1rem;font-size:.88rem}caption{text-align:left;"
    "font-weight:600;padding:.4rem 0}th{text-align:left;vertical-align:bottom;border-bottom:1.5px "
    "solid #1a1a1a}th,td{padding:.25rem .7rem .25rem 0;min-width:3.5em;overflow-wrap:break-word}"
    "td[dir]{max-width:26rem}td "
    "a{overflow-wrap:anywhere}.s{white-space:nowrap}td{border-bottom:1px solid "
    "#ddd;vertical-align:"
    "top}.n{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums;padding-left:."
    "7rem}tfoot "
    "td{font-weight:"
    "700;border-top:1.5px solid #1a1a1a;border-bottom:0}img{max-width:100%}figure{margin:1rem 0}"
    "sup a{text-decoration:none;padding:0 .15em}.notes{font-size:.8rem}.notes li:target{background:"
    "#fff3bf}@media "
    "print{body{margin:0;font-size:10pt}thead{display:table-header-group}tr{break-inside:avoid}}";

static void
add_escaped (GString *out, const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  g_string_append (out, escaped);
}

/* The number of a note, and a link to it. */
static void
add_mark (GString *out, guint note)
{
  if (note > 0)
    g_string_append_printf (out, "<sup><a href=\"#note-%u\">%u</a></sup>", note, note);
}

static void
add_linked (GString *out, const char *text, const char *link)
{
  if (link != NULL) {
    g_string_append (out, "<a href=\"");
    add_escaped (out, link);
    g_string_append (out, "\">");
  }
  add_escaped (out, text);
  if (link != NULL)
    g_string_append (out, "</a>");
}

static void
add_noted (GString *out, const char *tag, const char *attributes, const char *text, guint note)
{
  g_string_append_printf (out, "<%s%s>", tag, attributes);
  add_escaped (out, text);
  add_mark (out, note);
  g_string_append_printf (out, "</%s>\n", tag);
}

/* <tag>text</tag>; names in a text may run either way, whatever stands around them. */
static void
add_element (GString *out, const char *tag, const char *attributes, const char *text)
{
  g_string_append_printf (out, "<%s%s>", tag, attributes);
  add_escaped (out, text);
  g_string_append_printf (out, "</%s>\n", tag);
}

static void
add_cells (GString *out, const GpGrid *grid, guint row, GpLanguage language)
{
  g_string_append (out, "<tr>");
  for (guint c = 0; c < grid->columns->len; c++) {
    gboolean number = gp_grid_column_at (grid, c)->kind != GP_GRID_TEXT;
    g_autofree char *text = gp_grid_cell_text (grid, row, c, language);
    /* years and codes stay on one line */
    g_string_append (out, number                              ? "<td class=\"n\">"
                          : g_utf8_strlen (text, -1) <= SHORT ? "<td dir=\"auto\" class=\"s\">"
                                                              : "<td dir=\"auto\">");
    add_linked (out, text, row < gp_grid_n_rows (grid) ? gp_grid_cell (grid, row, c)->link : NULL);
    add_mark (out, row < gp_grid_n_rows (grid) ? gp_grid_cell (grid, row, c)->cite : 0);
    g_string_append (out, "</td>");
  }
  g_string_append (out, "</tr>\n");
}

static void
add_grid (GString *out, const GpGrid *grid, GpLanguage language)
{
  guint n = gp_grid_n_rows (grid);

  g_string_append (out, "<div class=\"table\"><table>\n");
  add_noted (out, "caption", "", grid->title, grid->cite);
  g_string_append (out, "<thead><tr>");
  for (guint c = 0; c < grid->columns->len; c++)
    add_noted (out, "th",
               gp_grid_column_at (grid, c)->kind != GP_GRID_TEXT ? " scope=\"col\" class=\"n\""
                                                                 : " scope=\"col\"",
               gp_grid_column_at (grid, c)->title, gp_grid_column_at (grid, c)->cite);
  g_string_append (out, "</tr></thead>\n<tbody>\n");
  for (guint row = 0; row < n; row++)
    add_cells (out, grid, row, language);
  g_string_append (out, "</tbody>\n");
  if (gp_grid_has_total (grid)) {
    g_string_append (out, "<tfoot>");
    add_cells (out, grid, n, language);
    g_string_append (out, "</tfoot>\n");
  }
  g_string_append (out, "</table></div>\n");
  if (n == 0 && grid->empty != NULL)
    add_element (out, "p", "", grid->empty);
}

static cairo_status_t
take_bytes (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static void
add_chart (GString *out, const GpDocBlock *block, GpLanguage language)
{
  GpChartStyle look = {.theme = GP_CHART_PRINT,
                       .language = language,
                       .width = GP_PAGE_TEXT_WIDTH,
                       .height = block->height,
                       .font_size = 8,
                       .hovered = -1};
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface =
      cairo_svg_surface_create_for_stream (take_bytes, bytes, look.width, look.height);
  cairo_t *cr = cairo_create (surface);

  block->draw (cr, &look, block->data);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
  g_autofree char *picture = g_base64_encode (bytes->data, bytes->len);
  g_string_append (out, "<figure>");
  add_element (out, "figcaption", "", block->text);
  g_string_append (out, "<img alt=\"");
  add_escaped (out, block->text);
  g_string_append_printf (out, "\" src=\"data:image/svg+xml;base64,%s\"></figure>\n", picture);
}

static void
add_figures (GString *out, const GpDocBlock *block)
{
  g_string_append (out, "<div class=\"figures\">\n");
  for (guint i = 0; i + 1 < block->pairs->len; i += 2) {
    g_string_append (out, "<div><b>");
    add_escaped (out, g_ptr_array_index (block->pairs, i));
    g_string_append (out, "</b>");
    add_escaped (out, g_ptr_array_index (block->pairs, i + 1));
    add_mark (out, g_array_index (block->pair_notes, guint, i / 2));
    g_string_append (out, "</div>\n");
  }
  g_string_append (out, "</div>\n");
}

static void
add_notes (GString *out, const GpDoc *doc)
{
  g_string_append (out, "<ol class=\"notes\">\n");
  for (guint i = 1; i <= doc->notes->len; i++) {
    g_autofree char *text = gp_note_text (gp_doc_note_at (doc, i));
    g_autofree char *id = g_strdup_printf (" id=\"note-%u\"", i);
    add_element (out, "li", id, text);
  }
  g_string_append (out, "</ol>\n");
}

static void
add_block (GString *out, const GpDoc *doc, const GpDocBlock *block)
{
  switch (block->kind) {
  case GP_BLOCK_LEAD:
    add_noted (out, "p", " class=\"lead\"", block->text, block->note);
    break;
  case GP_BLOCK_HEADING:
    add_element (out, "h2", "", block->text);
    break;
  case GP_BLOCK_BULLET:
    g_string_append (out, "<ul>");
    add_noted (out, "li", "", block->text, block->note);
    g_string_append (out, "</ul>");
    break;
  case GP_BLOCK_SMALL:
    g_string_append (out, "<p>");
    add_noted (out, "small", "", block->text, block->note);
    g_string_append (out, "</p>\n");
    break;
  case GP_BLOCK_FIGURES:
    add_figures (out, block);
    break;
  case GP_BLOCK_GRID:
    add_grid (out, block->grid, doc->language);
    break;
  case GP_BLOCK_CHART:
    add_chart (out, block, doc->language);
    break;
  case GP_BLOCK_NOTES:
    add_notes (out, doc);
    break;
  case GP_BLOCK_PAGE:
    break;
  case GP_BLOCK_PARAGRAPH:
  default:
    add_noted (out, "p", "", block->text, block->note);
    break;
  }
}

GBytes *
gp_html_new (const GpDoc *doc)
{
  GString *out = g_string_new ("<!DOCTYPE html>\n");

  g_string_append_printf (out,
                          "<html lang=\"%s\"><head><meta charset=\"utf-8\">\n"
                          "<meta name=\"viewport\" content=\"width=device-width\">\n",
                          gp_text (doc->language, GP_TEXT_LANGUAGE_TAG));
  add_element (out, "title", "", doc->title);
  g_string_append_printf (out, "<style>%s</style></head><body>\n", style);
  add_element (out, "h1", "", doc->title);
  if (doc->subtitle != NULL)
    add_element (out, "p", " class=\"sub\"", doc->subtitle);
  g_string_append (out, "<p class=\"stamps\">");
  for (guint i = 0; i + 1 < doc->stamps->len; i += 2) {
    if (i > 0)
      g_string_append (out, " \xC2\xB7 ");
    add_escaped (out, g_ptr_array_index (doc->stamps, i));
    g_string_append (out, ": ");
    add_escaped (out, g_ptr_array_index (doc->stamps, i + 1));
  }
  g_string_append (out, "</p>\n");
  if (doc->warning != NULL)
    add_element (out, "p", " class=\"warning\"", doc->warning);
  for (guint i = 0; i < doc->blocks->len; i++)
    add_block (out, doc, g_ptr_array_index (doc->blocks, i));
  g_string_append (out, "</body></html>\n");
  return g_string_free_to_bytes (out);
}
