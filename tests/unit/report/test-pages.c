/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pages: tables that go over them, heads on each, nothing outside the margins whatever a name is,
 * and PDF files that are the same twice. */
#include "gp-test.h"

#include "report/gp-forms.h"

#include <cairo-pdf.h>
#include <string.h>

/* fontconfig keeps what it read of the fonts until the process ends */
const char *__lsan_default_suppressions (void);
const char *
__lsan_default_suppressions (void)
{
  return "leak:libfontconfig";
}

static GpDoc *
new_doc (guint n_rows, const char *name)
{
  GpDoc *doc = gp_doc_new (GP_LANGUAGE_ENGLISH, "stem", name, 1000000000);
  GpGrid *grid = gp_grid_new ("rows", "Rows", "Rows", "Total");

  gp_doc_stamp (doc, "As of", g_strdup (name));
  gp_doc_figure (doc, g_strdup (name), g_strdup (name));
  gp_doc_heading (doc, g_strdup ("First"));
  gp_doc_paragraph (doc, g_strdup (name));
  gp_grid_column (grid, "Name", GP_GRID_TEXT, 20, GP_TOTAL_NONE);
  gp_grid_column (grid, "Other", GP_GRID_TEXT, 10, GP_TOTAL_NONE);
  gp_grid_column (grid, "2026-2027", GP_GRID_INTEGER, 5, GP_TOTAL_SUM);
  for (guint i = 0; i < n_rows; i++) {
    gp_grid_text (grid, name);
    gp_grid_text (grid, name);
    gp_grid_value (grid, i);
  }
  gp_doc_grid (doc, grid);
  gp_doc_heading (doc, g_strdup ("Last"));
  return doc;
}

static guint
count_text (const GpPages *pages, guint page, const char *text)
{
  const GArray *items = g_ptr_array_index (pages->pages, page);
  guint n = 0;

  for (guint i = 0; i < items->len; i++) {
    const GpItem *item = &g_array_index (items, GpItem, i);
    n += item->kind == GP_ITEM_TEXT && g_str_equal (pango_layout_get_text (item->layout), text);
  }
  return n;
}

static void
check_inside (const GpPages *pages)
{
  for (guint p = 0; p < pages->pages->len; p++) {
    const GArray *items = g_ptr_array_index (pages->pages, p);
    for (guint i = 0; i < items->len; i++) {
      const GpItem *item = &g_array_index (items, GpItem, i);
      double width =
          item->kind == GP_ITEM_TEXT ? gp_pages_layout_width (item->layout) : item->width;
      ck_assert_double_ge (item->x, GP_PAGE_MARGIN - 0.1);
      ck_assert_double_le (item->x + width, GP_PAGE_WIDTH - GP_PAGE_MARGIN + 1);
      ck_assert_double_ge (item->y, GP_PAGE_TOP - 0.1);
      ck_assert_double_le (item->y + item->height, GP_PAGE_HEIGHT - 20);
    }
  }
}

START_TEST (heads_stand_on_every_page)
{
  g_autoptr (GpDoc) doc = new_doc (200, "Somebody");
  g_autoptr (GpPages) pages = gp_pages_new (doc);
  guint rows = 0;

  ck_assert_uint_ge (pages->pages->len, 4);
  for (guint p = 0; p < pages->pages->len; p++) {
    g_autofree char *number = g_strdup_printf ("%u / %u", p + 1, pages->pages->len);
    ck_assert_uint_eq (count_text (pages, p, "Name"), 1);
    ck_assert_uint_eq (count_text (pages, p, number), 1);
    rows += count_text (pages, p, "Somebody");
  }
  ck_assert_uint_ge (rows, 400);
  ck_assert_uint_eq (count_text (pages, pages->pages->len - 1, "Total"), 1);
  ck_assert_uint_eq (pages->marks->len, 2);
  ck_assert_str_eq (g_array_index (pages->marks, GpMark, 1).text, "Last");
  ck_assert_uint_eq (g_array_index (pages->marks, GpMark, 1).page, pages->pages->len - 1);
  check_inside (pages);
}
END_TEST

START_TEST (no_name_breaks_the_layout)
{
  g_autofree char *wide = g_strnfill (4000, 'W');
  g_autofree char *lines = g_strnfill (300, '\n');
  const char *const names[] = {wide,
                               lines,
                               "\xF0\x9F\x9A\x80\xF0\x9F\x9A\x80",
                               "\xE2\x80\xAE\xD7\x91\xD7\x99\xD7\xAA",
                               "a\tb\xE2\x80\xA8"
                               "c",
                               "<b>&amp;</b>",
                               ""};
  g_autoptr (GpDoc) doc = new_doc (30, names[_i]);
  g_autoptr (GpPages) pages = gp_pages_new (doc);

  check_inside (pages);
  ck_assert_uint_le (pages->pages->len, 12);
  /* every form can be made of it: cairo gives up on pages that begin with a coloured sign */
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = gp_pdf_new (pages, &error);
  ck_assert_msg (pdf != NULL, "%s", error != NULL ? error->message : "");
  g_autoptr (GBytes) book = gp_xlsx_new (doc, &error);
  ck_assert_msg (book != NULL, "%s", error != NULL ? error->message : "");
  g_autoptr (GBytes) page = gp_html_new (doc);
  ck_assert (
      g_utf8_validate (g_bytes_get_data (page, NULL), (gssize)g_bytes_get_size (page), NULL));
}
END_TEST

static GBytes *
pdf_of (guint n_rows)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GpDoc) doc = new_doc (n_rows, "Somebody");
  g_autoptr (GpPages) pages = gp_pages_new (doc);
  GBytes *bytes = gp_pdf_new (pages, &error);

  ck_assert_msg (bytes != NULL, "%s", error != NULL ? error->message : "");
  return bytes;
}

static gboolean
holds (GBytes *bytes, const char *text)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  return memmem (data, length, text, strlen (text)) != NULL;
}

START_TEST (pdf_is_the_same_twice)
{
  g_autoptr (GBytes) one = pdf_of (100), two = pdf_of (100);

  ck_assert (g_bytes_equal (one, two));
  ck_assert (holds (one, "/Lang (en-GB)"));
  ck_assert (holds (one, "/DisplayDocTitle true"));
  ck_assert (holds (one, "(20010909014640Z)"));
  ck_assert (holds (one, "/Outlines"));
}
END_TEST

/* Elements as cairo writes them get their words; others stay, and so does what is no object. */
START_TEST (heads_and_figures_are_told)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (GPtrArray) figures = g_ptr_array_new ();
  static const char file[] = "%PDF\n"
                             "1 0 obj\n<< /Type /Catalog\n>>\nendobj\n"
                             "7 0 obj\n<< /Type /StructElem\n   /S /TH\n   /K 1\n>>\nendobj\n"
                             "8 0 obj\n<< /Type /StructElem\n   /S /TD\n   /K 2\n>>\nendobj\n"
                             "9 0 obj\n<< /Type /StructElem\n   /S /Figure\n   /K 3\n>>\nendobj\n"
                             "trailer\n<< /Size 10\n   /Root 1 0 R\n   /Info 2 0 R\n>>\n"
                             "startxref\n5\n%%EOF\n";

  g_ptr_array_add (figures, (gpointer) "A\xC3\xA9");
  g_byte_array_append (bytes, (const guint8 *)file, strlen (file));
  gp_pdf_add_language (bytes, "nl-NL", figures);
  g_autoptr (GBytes) all = g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
  ck_assert (holds (all, "7 0 obj\n<< /Type /StructElem\n   /S /TH\n   /K 1\n"
                         "   /A << /O /Table /Scope /Column >>\n>>\nendobj\n"));
  ck_assert (holds (all, "9 0 obj\n<< /Type /StructElem\n   /S /Figure\n   /K 3\n"
                         "   /Alt <FEFF004100E9>\n>>\nendobj\n"));
  ck_assert (!holds (all, "/K 2\n   /"));
  ck_assert (holds (all, "/Lang (nl-NL)"));
  ck_assert (holds (all, "   /Prev 5\n"));
}
END_TEST

/* What is not laid out as expected is left as it was. */
START_TEST (language_is_added_to_a_pdf_alone)
{
  const char *const odd[] = {"", "no trailer", "trailer << /Root 9 0 R >>", "\n1 0 obj << trailer"};

  for (guint i = 0; i < G_N_ELEMENTS (odd); i++) {
    g_autoptr (GByteArray) bytes = g_byte_array_new ();
    g_byte_array_append (bytes, (const guint8 *)odd[i], (guint)strlen (odd[i]));
    gp_pdf_add_language (bytes, "nl-NL", NULL);
    ck_assert_uint_eq (bytes->len, strlen (odd[i]));
  }
}
END_TEST

START_TEST (a_workbook_is_the_same_twice)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GpDoc) doc = new_doc (10, "=1+1 & \"<x>\"");
  g_autoptr (GBytes) one = gp_xlsx_new (doc, &error);
  g_autoptr (GBytes) two = gp_xlsx_new (doc, &error);

  ck_assert (one != NULL && two != NULL);
  ck_assert (g_bytes_equal (one, two));
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("pages");
  TCase *tests = tcase_create ("all");

  tcase_set_timeout (tests, 120);
  tcase_add_test (tests, heads_stand_on_every_page);
  tcase_add_loop_test (tests, no_name_breaks_the_layout, 0, 7);
  tcase_add_test (tests, pdf_is_the_same_twice);
  tcase_add_test (tests, heads_and_figures_are_told);
  tcase_add_test (tests, language_is_added_to_a_pdf_alone);
  tcase_add_test (tests, a_workbook_is_the_same_twice);
  suite_add_tcase (suite, tests);
  return gp_test_run (suite);
}
