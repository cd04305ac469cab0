/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A document as PDF: pages with selectable text and embedded fonts, bookmarks, title, language, and
 * the structure that readers for the blind want (gp-pages-tags.c).
 * Dates in the file are the report's, so that the same report gives the same bytes. */
#include "gp-forms.h"
#include "gp-text.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>

static cairo_status_t
take_bytes (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static void
set_metadata (cairo_surface_t *surface, const GpDoc *doc)
{
  g_autoptr (GDateTime) when = g_date_time_new_from_unix_utc (doc->as_of);
  g_autofree char *date =
      when != NULL ? g_date_time_format (when, "%Y-%m-%dT%H:%M:%SZ") : g_strdup ("");

  /* cairo writes it as it is, and what is read again from the file goes by lines */
  g_autofree char *title = g_strdelimit (g_strdup (doc->title), "\n\r\t\f\v", ' ');
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT,
                                  doc->subject != NULL ? doc->subject : "");
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Groeiplan " GP_VERSION);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, date);
}

static void
add_outline (cairo_surface_t *surface, const GpPages *pages)
{
  for (guint i = 0; i < pages->marks->len; i++) {
    const GpMark *mark = &g_array_index (pages->marks, GpMark, i);
    g_autofree char *where =
        g_strdup_printf ("page=%u pos=[%d %d]", mark->page + 1, 0, (int)mark->y);
    cairo_pdf_surface_add_outline (surface, CAIRO_PDF_OUTLINE_ROOT, mark->text, where, 0);
  }
}

/* cairo 1.16 loses count of the tags when the first thing on a page is a picture, which a coloured
 * sign (an emoji in a name) is: so there is always something before it, outside of every tag. */
static void
begin_page (cairo_t *cr)
{
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_rectangle (cr, 0, 0, 1, 1);
  cairo_fill (cr);
}

static gboolean
draw_pages (cairo_surface_t *surface, const GpPages *pages)
{
  cairo_t *cr = cairo_create (surface);
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint p = 0; p < pages->pages->len; p++) {
    begin_page (cr);
    gp_pages_draw_tagged (pages, p, cr, open);
    if (p + 1 == pages->pages->len)
      gp_pages_tags_end (pages, cr, open, 0);
    cairo_show_page (cr);
  }
  gboolean fine = cairo_status (cr) == CAIRO_STATUS_SUCCESS;
  cairo_destroy (cr);
  return fine;
}

/* What each chart shows, in words. */
static GPtrArray *
figures_of (const GpDoc *doc)
{
  GPtrArray *figures = g_ptr_array_new ();

  for (guint i = 0; i < doc->blocks->len; i++) {
    const GpDocBlock *block = g_ptr_array_index (doc->blocks, i);
    if (block->kind == GP_BLOCK_CHART)
      g_ptr_array_add (figures, block->text);
  }
  return figures;
}

GBytes *
gp_pdf_new (const GpPages *pages, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface =
      cairo_pdf_surface_create_for_stream (take_bytes, bytes, GP_PAGE_WIDTH, GP_PAGE_HEIGHT);

  /* cppcheck-suppress ctunullpointer ; NULL pages come without the form PDF alone */
  set_metadata (surface, pages->doc);
  gboolean fine = draw_pages (surface, pages);
  if (fine) /* cairo reads the heights of pages that failed, which are not there */
    add_outline (surface, pages);
  cairo_surface_finish (surface);
  fine = fine && cairo_surface_status (surface) == CAIRO_STATUS_SUCCESS;
  cairo_surface_destroy (surface);
  if (!fine) {
    g_set_error (error, GP_ERROR, GP_ERROR_FILE, _ ("%s could not be set as PDF: try again."),
                 pages->doc->title);
    return NULL;
  }
  g_autoptr (GPtrArray) figures = figures_of (pages->doc);
  gp_pdf_add_language (bytes, gp_text (pages->doc->language, GP_TEXT_LANGUAGE_TAG), figures);
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}
