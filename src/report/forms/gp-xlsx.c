/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A document as a workbook: a first sheet with what it says in words, and a sheet for every table.
 * Numbers are numbers with a format, totals are formulas with their values stored; text is always
 * written as text, whatever it begins with. The date inside is the report's: the same report gives
 * the same bytes.
 */
#include "gp-xlsx.h"

#include "gp-forms.h"
#include "gp-text.h"

#include <glib/gi18n-lib.h>
#include <sys/mman.h>
#include <unistd.h>

#define NARROW 34 /* the two columns of the first sheet */
#define WIDE 90

static lxw_format *
new_format (GpXlsx *xlsx, gboolean bold, const char *number)
{
  lxw_format *format = workbook_add_format (xlsx->book);

  format_set_align (format, LXW_ALIGN_VERTICAL_TOP);
  if (bold)
    format_set_bold (format);
  if (number != NULL)
    format_set_num_format (format, number);
  return format;
}

static lxw_format *
new_total (GpXlsx *xlsx, const char *number)
{
  lxw_format *format = new_format (xlsx, TRUE, number);

  format_set_top (format, LXW_BORDER_THIN);
  return format;
}

static lxw_format *
new_head (GpXlsx *xlsx)
{
  lxw_format *format = new_format (xlsx, TRUE, NULL);

  format_set_bottom (format, LXW_BORDER_THIN);
  format_set_text_wrap (format);
  format_set_align (format, LXW_ALIGN_VERTICAL_BOTTOM);
  return format;
}

static void
add_number_formats (GpXlsx *xlsx)
{
  gboolean dutch = xlsx->doc->language == GP_LANGUAGE_DUTCH;
  const char *euro = dutch ? "[$\xE2\x82\xAC-413] #,##0;[$\xE2\x82\xAC-413] -#,##0"
                           : "[$\xE2\x82\xAC-2]#,##0;-[$\xE2\x82\xAC-2]#,##0";
  const char *cents = dutch ? "[$\xE2\x82\xAC-413] #,##0.00;[$\xE2\x82\xAC-413] -#,##0.00"
                            : "[$\xE2\x82\xAC-2]#,##0.00;-[$\xE2\x82\xAC-2]#,##0.00";
  const char *const formats[] = {
      [GP_GRID_TEXT] = NULL,  [GP_GRID_INTEGER] = "#,##0", [GP_GRID_DAYS] = "#,##0.00",
      [GP_GRID_MONEY] = euro, [GP_GRID_PERCENT] = "0.0%",
  };

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++) {
    xlsx->cell[i] = new_format (xlsx, FALSE, formats[i]);
    xlsx->total[i] = new_total (xlsx, formats[i]);
  }
  format_set_text_wrap (xlsx->cell[GP_GRID_TEXT]);
  xlsx->apart = new_format (xlsx, FALSE, NULL);
  format_set_text_wrap (xlsx->apart);
  format_set_indent (xlsx->apart, 1);
  xlsx->cents = new_format (xlsx, FALSE, cents);
  xlsx->cents_total = new_total (xlsx, cents);
}

static void
add_formats (GpXlsx *xlsx)
{
  xlsx->title = new_format (xlsx, TRUE, NULL);
  format_set_font_size (xlsx->title, 16);
  xlsx->text = new_format (xlsx, FALSE, NULL);
  xlsx->wrapped = new_format (xlsx, FALSE, NULL);
  format_set_text_wrap (xlsx->wrapped);
  xlsx->bold = new_format (xlsx, TRUE, NULL);
  xlsx->faint = new_format (xlsx, FALSE, NULL);
  format_set_font_color (xlsx->faint, 0x595959);
  xlsx->warning = new_format (xlsx, TRUE, NULL);
  format_set_left (xlsx->warning, LXW_BORDER_THICK);
  xlsx->head = new_head (xlsx);
  xlsx->head_apart = new_head (xlsx);
  format_set_indent (xlsx->head_apart, 1);
  xlsx->head_number = new_head (xlsx);
  format_set_align (xlsx->head_number, LXW_ALIGN_RIGHT);
  add_number_formats (xlsx);
}

/* "&" begins a code in a foot; names are cut, for a foot holds 255 bytes. */
static char *
foot_text (const char *text)
{
  g_autofree char *start = g_utf8_substring (text, 0, MIN (g_utf8_strlen (text, -1), 40));
  g_auto (GStrv) parts = g_strsplit (start, "&", -1);

  return g_strjoinv ("&&", parts);
}

void
gp_xlsx_set_print (const GpXlsx *xlsx, lxw_worksheet *sheet, gboolean landscape)
{
  g_autofree char *title = foot_text (xlsx->doc->title);
  g_autofree char *date = gp_text_date (xlsx->doc->language, xlsx->doc->as_of);
  g_autofree char *foot = g_strdup_printf ("&L%s, %s&R&P / &N", title, date);

  worksheet_set_paper (sheet, 9); /* A4 */
  if (landscape)
    worksheet_set_landscape (sheet);
  worksheet_fit_to_pages (sheet, 1, 0);
  worksheet_set_footer (sheet, foot);
}

#define LINE_HEIGHT 15.0
#define MAX_HEIGHT 409.0 /* of a row, in points */

/* Widths are counted in digits: capitals and the signs of the East are wider. */
guint
gp_xlsx_lines (const char *text, double width)
{
  double length = 0;
  guint lines = 1;

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c)) {
    gunichar u = g_utf8_get_char (c);
    if (g_unichar_iszerowidth (u))
      continue;
    length += g_unichar_isupper (u) || g_unichar_iswide (u) ? 1.6 : 1.0;
    if (u == '\n' || length > width) {
      lines++;
      length = u == '\n' ? 0 : length - width + 3; /* a word goes over whole */
    }
  }
  return lines;
}

void
gp_xlsx_set_height (lxw_worksheet *sheet, lxw_row_t row, guint lines)
{
  if (lines > 1)
    worksheet_set_row (sheet, row, MIN (lines * LINE_HEIGHT, MAX_HEIGHT), NULL);
}

/* Words beside a heading, of any length. */
static void
write_words (const GpXlsx *xlsx, lxw_worksheet *sheet, lxw_row_t row, const char *text)
{
  worksheet_write_string (sheet, row, 1, text, xlsx->wrapped);
  gp_xlsx_set_height (sheet, row, gp_xlsx_lines (text, WIDE));
}

static void
write_block (const GpXlsx *xlsx, lxw_worksheet *sheet, lxw_row_t *row, const GpDocBlock *block)
{
  switch (block->kind) {
  case GP_BLOCK_HEADING:
    worksheet_write_string (sheet, ++*row, 0, block->text, xlsx->bold);
    break;
  case GP_BLOCK_LEAD:
  case GP_BLOCK_PARAGRAPH:
  case GP_BLOCK_BULLET:
  case GP_BLOCK_SMALL:
    write_words (xlsx, sheet, *row, block->text);
    break;
  case GP_BLOCK_FIGURES:
    for (guint i = 0; i + 1 < block->pairs->len; i += 2) {
      worksheet_write_string (sheet, *row, 0, g_ptr_array_index (block->pairs, i + 1),
                              xlsx->wrapped);
      worksheet_write_string (sheet, (*row)++, 1, g_ptr_array_index (block->pairs, i), xlsx->bold);
    }
    return;
  case GP_BLOCK_GRID:
  case GP_BLOCK_CHART:
  case GP_BLOCK_PAGE:
  default:
    return;
  }
  ++*row;
}

/* A quote in a sheet's name is doubled in a link to it. */
static char *
link_to (const char *sheet)
{
  g_auto (GStrv) parts = g_strsplit (sheet, "'", -1);
  g_autofree char *name = g_strjoinv ("''", parts);

  return g_strdup_printf ("internal:'%s'!A1", name);
}

/* Which sheets there are, each a link away. */
static void
add_contents (const GpXlsx *xlsx, lxw_worksheet *sheet, lxw_row_t row)
{
  g_autoptr (GPtrArray) grids = gp_doc_grids (xlsx->doc);

  worksheet_write_string (sheet, ++row, 0, gp_text (xlsx->doc->language, GP_TEXT_CONTENTS),
                          xlsx->bold);
  for (guint i = 0; i < grids->len; i++) {
    const GpGrid *grid = g_ptr_array_index (grids, i);
    g_autofree char *link = link_to (grid->sheet);
    worksheet_write_url_opt (sheet, ++row, 0, link, NULL, grid->sheet, NULL);
    write_words (xlsx, sheet, row, grid->title);
  }
}

static void
add_summary (GpXlsx *xlsx)
{
  const GpDoc *doc = xlsx->doc;
  lxw_worksheet *sheet =
      workbook_add_worksheet (xlsx->book, gp_text (doc->language, GP_TEXT_SHEET_SUMMARY));
  lxw_row_t row = 0;

  worksheet_set_column (sheet, 0, 0, NARROW, NULL);
  worksheet_set_column (sheet, 1, 1, WIDE, NULL);
  worksheet_set_row (sheet, row, 24, NULL); /* a larger letter */
  worksheet_write_string (sheet, row++, 0, doc->title, xlsx->title);
  if (doc->subtitle != NULL)
    worksheet_write_string (sheet, row++, 0, doc->subtitle, xlsx->faint);
  if (doc->warning != NULL)
    worksheet_write_string (sheet, row++, 0, doc->warning, xlsx->warning);
  row++;
  for (guint i = 0; i + 1 < doc->stamps->len; i += 2) {
    worksheet_write_string (sheet, row, 0, g_ptr_array_index (doc->stamps, i), xlsx->faint);
    write_words (xlsx, sheet, row++, g_ptr_array_index (doc->stamps, i + 1));
  }
  row++;
  for (guint i = 0; i < doc->blocks->len; i++)
    write_block (xlsx, sheet, &row, g_ptr_array_index (doc->blocks, i));
  add_contents (xlsx, sheet, row);
  worksheet_gridlines (sheet, LXW_HIDE_ALL_GRIDLINES);
  gp_xlsx_set_print (xlsx, sheet, FALSE);
}

static void
set_properties (GpXlsx *xlsx)
{
  const GpDoc *doc = xlsx->doc;
  /* the library only reads them */
  lxw_doc_properties properties = {.title = doc->title,
                                   .subject = doc->subject,
                                   .author = (char *)"Groeiplan " GP_VERSION,
                                   .created = doc->as_of > 0 ? (time_t)doc->as_of : 1};

  workbook_set_properties (xlsx->book, &properties);
}

static lxw_error
write_book (const GpDoc *doc, const char *path)
{
  GpXlsx xlsx = {.book = workbook_new (path), .doc = doc};
  g_autoptr (GPtrArray) grids = gp_doc_grids (doc);

  if (xlsx.book == NULL)
    return LXW_ERROR_MEMORY_MALLOC_FAILED;
  set_properties (&xlsx);
  add_formats (&xlsx);
  add_summary (&xlsx);
  for (guint i = 0; i < grids->len; i++)
    gp_xlsx_add_grid (&xlsx, g_ptr_array_index (grids, i));
  return workbook_close (xlsx.book);
}

static GBytes *
read_all (int fd)
{
  off_t length = lseek (fd, 0, SEEK_END);
  g_autofree char *bytes = length > 0 ? g_try_malloc ((gsize)length) : NULL;

  if (bytes == NULL || pread (fd, bytes, (gsize)length, 0) != length)
    return NULL;
  return g_bytes_new_take (g_steal_pointer (&bytes), (gsize)length);
}

/* The library writes files alone, and tells standard error when a disk is full: so it gets a file
 * in memory, and ours is the one place where files for people are written. */
GBytes *
gp_xlsx_new (const GpDoc *doc, GError **error)
{
  int fd = memfd_create ("workbook", MFD_CLOEXEC);
  g_autofree char *path = g_strdup_printf ("/proc/self/fd/%d", fd);
  lxw_error problem = fd >= 0 ? write_book (doc, path) : LXW_ERROR_CREATING_TMPFILE;
  GBytes *bytes = problem == LXW_NO_ERROR ? read_all (fd) : NULL;

  if (fd >= 0)
    close (fd);
  if (bytes == NULL)
    g_set_error (error, GP_ERROR, GP_ERROR_FILE,
                 _ ("The workbook of %s could not be made: %s Make room for temporary files."),
                 doc->title, lxw_strerror (problem));
  return bytes;
}
