/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Sets a table: columns as wide as what stands in them, those of words narrowed where all together
 * are too wide; heads repeated on every page; a row is never cut. A cell takes at most a few lines:
 * a name of any length leaves the table readable (the workbook has all of it).
 */
#include "gp-doc-notes.h"
#include "gp-pages.h"

#define PAD_X 5.0
#define PAD_Y 2.2
#define MAX_LINES 3
#define MAX_WORD 90.0             /* a longer word is broken */
#define THIN_SPACE "\xE2\x80\x89" /* between a number and the mark of its note */
#define GREY_LINE 0.82
#define GREY_BEYOND 0.42  /* years after the goal */
#define MEASURED_ROWS 400 /* enough to know a column by */

typedef struct {
  GpPages *pages;
  const GpGrid *grid;
  guint n_columns, n_rows;
  double *width; /* of each column, padding included */
  double total_width;
} GridSetting;

static gboolean
is_words (const GridSetting *set, guint column)
{
  return gp_grid_column_at (set->grid, column)->kind == GP_GRID_TEXT;
}

static PangoLayout *
cell_layout (const GridSetting *set, GpStyle style, guint column, const char *text, double width)
{
  PangoLayout *layout = gp_pages_text (set->pages, style, text, width,
                                       width > 0 && is_words (set, column) ? MAX_LINES : 0);

  if (!is_words (set, column))
    pango_layout_set_alignment (layout, PANGO_ALIGN_RIGHT);
  return layout;
}

static double
text_width (const GridSetting *set, GpStyle style, guint column, const char *text)
{
  g_autoptr (PangoLayout) layout = cell_layout (set, style, column, text, 0);

  return gp_pages_layout_width (layout);
}

/* Which note a cell's figure carries, or a column's head. */
static guint
note_of (const GridSetting *set, guint row, guint column, GpStyle style)
{
  if (style == GP_STYLE_HEAD)
    return gp_grid_column_at (set->grid, column)->cite;
  return row < set->n_rows ? gp_grid_cell (set->grid, row, column)->cite : 0;
}

static char *
marked_text (const GridSetting *set, guint row, guint column, GpStyle style)
{
  g_autofree char *text =
      style == GP_STYLE_HEAD
          ? g_strdup (gp_grid_column_at (set->grid, column)->title)
          : gp_grid_cell_text (set->grid, row, column, set->pages->doc->language);

  guint note = note_of (set, row, column, style);
  gboolean number = style != GP_STYLE_HEAD && !is_words (set, column) && note > 0;
  g_autofree char *apart = number ? g_strconcat (text, THIN_SPACE, NULL) : g_steal_pointer (&text);

  return gp_note_marked (apart, note);
}

/* A head may break between words, and after the hyphen of a school year. */
static double
head_width (const GridSetting *set, guint column)
{
  g_autofree char *title = marked_text (set, 0, column, GP_STYLE_HEAD);
  gboolean year = g_ascii_isdigit (title[0]);
  g_auto (GStrv) words = g_strsplit_set (title, year ? " -" : " ", -1);
  double width = 0;

  for (guint i = 0; words[i] != NULL; i++) {
    g_autofree char *word = g_strconcat (words[i], year && i == 0 ? "-" : "", NULL);
    width = MAX (width, text_width (set, GP_STYLE_HEAD, column, word));
  }
  return width;
}

/* How wide a column would like to be. */
static double
natural_width (const GridSetting *set, guint column)
{
  double width = head_width (set, column);
  gsize longest = 0;

  for (guint row = 0; row < MIN (set->n_rows, MEASURED_ROWS); row++) {
    g_autofree char *text = marked_text (set, row, column, GP_STYLE_CELL);
    gsize length = (gsize)g_utf8_strlen (text, -1);
    if (length + 2 < longest) /* shorter texts are hardly wider */
      continue;
    longest = MAX (longest, length);
    width = MAX (width, text_width (set, GP_STYLE_CELL, column, text));
  }
  if (gp_grid_has_total (set->grid)) {
    g_autofree char *text =
        gp_grid_cell_text (set->grid, set->n_rows, column, set->pages->doc->language);
    width = MAX (width, text_width (set, GP_STYLE_TOTAL, column, text));
  }
  return width + 2 * PAD_X + 0.5;
}

/* The longest word of a column, as far as it may ask for room: words are not broken by letters. */
static double
word_width (const GridSetting *set, guint column)
{
  double width = head_width (set, column);
  gsize longest = 0;

  for (guint row = 0; row < MIN (set->n_rows, MEASURED_ROWS); row++) {
    g_autofree char *text = gp_grid_cell_text (set->grid, row, column, set->pages->doc->language);
    /* a school year stays whole */
    g_auto (GStrv) words = g_strsplit_set (text, g_ascii_isdigit (text[0]) ? " " : " -", -1);
    for (guint i = 0; words[i] != NULL; i++) {
      gsize length = (gsize)g_utf8_strlen (words[i], -1);
      if (length + 1 < longest)
        continue;
      longest = MAX (longest, length);
      width = MAX (width, text_width (set, GP_STYLE_CELL, column, words[i]));
    }
  }
  return MIN (width + 2 * PAD_X + 0.5, MAX_WORD);
}

/* What is still to be given out, and to whom. */
typedef struct {
  double left, weight;
  gboolean *done;
} Sharing;

static void
give (GridSetting *set, Sharing *sharing, guint column, double width)
{
  set->width[column] = width;
  sharing->left -= width;
  sharing->weight -= gp_grid_column_at (set->grid, column)->weight;
  sharing->done[column] = TRUE;
}

/* Settles the columns whose share is less than their longest word (floor), or more than they would
 * like. */
static void
settle (GridSetting *set, Sharing *sharing, gboolean floor)
{
  for (gboolean again = TRUE; again;) {
    again = FALSE;
    for (guint c = 0; c < set->n_columns; c++) {
      if (sharing->done[c])
        continue;
      double share = sharing->left * gp_grid_column_at (set->grid, c)->weight / sharing->weight;
      double bound = floor ? MIN (word_width (set, c), set->width[c]) : set->width[c];
      if (floor ? share < bound : share >= bound) {
        give (set, sharing, c, bound);
        again = TRUE;
      }
    }
  }
}

/* Gives the columns of words what numbers leave: by weight, none more than it would like, and each
 * room for its longest word where that can be. */
static void
narrow (GridSetting *set)
{
  g_autofree gboolean *done = g_new0 (gboolean, set->n_columns);
  Sharing sharing = {.left = GP_PAGE_TEXT_WIDTH, .done = done};
  double words = 0;

  for (guint c = 0; c < set->n_columns; c++)
    if (!is_words (set, c)) {
      sharing.left -= set->width[c];
      done[c] = TRUE;
    } else {
      sharing.weight += gp_grid_column_at (set->grid, c)->weight;
      words += word_width (set, c);
    }
  sharing.left = MAX (sharing.left, 60);
  if (words < sharing.left)
    settle (set, &sharing, TRUE);
  settle (set, &sharing, FALSE);
  for (guint c = 0; c < set->n_columns; c++)
    if (!done[c])
      set->width[c] = sharing.left * gp_grid_column_at (set->grid, c)->weight / sharing.weight;
}

static void
find_widths (GridSetting *set)
{
  double total = 0;

  for (guint c = 0; c < set->n_columns; c++)
    total += set->width[c] = natural_width (set, c);
  if (total > GP_PAGE_TEXT_WIDTH)
    narrow (set);
  set->total_width = 0;
  for (guint c = 0; c < set->n_columns; c++)
    set->total_width += set->width[c];
}

/* One row of texts; layouts has room for each column. Returns its height. */
static double
prepare_row (const GridSetting *set, guint row, GpStyle style, PangoLayout **layouts)
{
  double height = 0;

  for (guint c = 0; c < set->n_columns; c++) {
    g_autofree char *text = marked_text (set, row, c, style);
    layouts[c] = NULL;
    if (*text == '\0')
      continue;
    layouts[c] = cell_layout (set, style, c, text, set->width[c] - 2 * PAD_X);
    height = MAX (height, gp_pages_layout_height (layouts[c]));
  }
  return height + 2 * PAD_Y;
}

/* Puts the layouts on the page; heads stand on their foot line. again: the heads of a table that
 * goes on, which are no part of its structure. */
static void
put_row (const GridSetting *set, PangoLayout **layouts, guint row, double height, GpStyle style,
         gboolean again)
{
  const char *tag = again ? NULL : style == GP_STYLE_HEAD ? "TH" : "TD";
  double x = GP_PAGE_MARGIN;

  if (!again)
    gp_pages_open (set->pages, "TR");
  for (guint c = 0; c < set->n_columns; c++) {
    double grey = gp_grid_column_at (set->grid, c)->faint ? GREY_BEYOND : 0;
    if (layouts[c] != NULL) {
      double down =
          style == GP_STYLE_HEAD ? height - 2 * PAD_Y - gp_pages_layout_height (layouts[c]) : 0;
      /* the outer edge of words lines up with the text of the page */
      gp_pages_put_noted (set->pages, tag, layouts[c], x + (c == 0 ? 0 : PAD_X),
                          set->pages->y + PAD_Y + down, grey,
                          again ? 0 : note_of (set, row, c, style));
    } else if (!again) {
      gp_pages_empty (set->pages, tag);
    }
    x += set->width[c];
  }
  if (!again)
    gp_pages_close (set->pages);
  set->pages->y += height;
}

static void
set_head (const GridSetting *set, gboolean again)
{
  g_autofree PangoLayout **layouts = g_new (PangoLayout *, set->n_columns);
  double height = prepare_row (set, 0, GP_STYLE_HEAD, layouts);

  put_row (set, layouts, 0, height, GP_STYLE_HEAD, again);
  gp_pages_rule (set->pages, GP_PAGE_MARGIN, set->pages->y, set->total_width, 0.8, 0);
  set->pages->y += 1;
}

static void
set_row (const GridSetting *set, guint row)
{
  gboolean total = row >= set->n_rows;
  GpStyle style = total ? GP_STYLE_TOTAL : GP_STYLE_CELL;
  g_autofree PangoLayout **layouts = g_new (PangoLayout *, set->n_columns);
  double height = prepare_row (set, row, style, layouts);

  if (gp_pages_need (set->pages, height))
    set_head (set, TRUE);
  if (total)
    gp_pages_rule (set->pages, GP_PAGE_MARGIN, set->pages->y, set->total_width, 0.8, 0);
  put_row (set, layouts, row, height, style, FALSE);
  if (!total)
    gp_pages_rule (set->pages, GP_PAGE_MARGIN, set->pages->y - 0.15, set->total_width, 0.3,
                   GREY_LINE);
}

static void
set_title (GpPages *pages, const char *tag, const GpGrid *grid, double below)
{
  g_autofree char *text = gp_note_marked (grid->title, grid->cite);
  PangoLayout *title = gp_pages_text (pages, GP_STYLE_TABLE_TITLE, text, GP_PAGE_TEXT_WIDTH, 0);

  pages->y += 4;
  gp_pages_need (pages, gp_pages_layout_height (title) + below);
  pages->y += gp_pages_put_noted (pages, tag, title, GP_PAGE_MARGIN, pages->y, 0, grid->cite) + 2;
}

void
gp_pages_set_grid (GpPages *pages, const GpGrid *grid)
{
  GridSetting set = {.pages = pages, .grid = grid};

  set.n_columns = grid->columns->len;
  set.n_rows = gp_grid_n_rows (grid);
  if (set.n_rows == 0) {
    set_title (pages, "P", grid, 14);
    PangoLayout *text =
        gp_pages_text (pages, GP_STYLE_BODY, grid->empty != NULL ? grid->empty : "\xE2\x80\x93",
                       GP_PAGE_TEXT_WIDTH, 0);
    pages->y += gp_pages_put (pages, "P", text, GP_PAGE_MARGIN, pages->y, 0) + 10;
    return;
  }
  gp_pages_open (pages, "Table");
  set_title (pages, "Caption", grid, 62);
  g_autofree double *width = g_new0 (double, set.n_columns);
  set.width = width;
  find_widths (&set);
  set_head (&set, FALSE);
  for (guint row = 0; row < set.n_rows; row++)
    set_row (&set, row);
  if (gp_grid_has_total (grid))
    set_row (&set, set.n_rows);
  gp_pages_close (pages);
  pages->y += 10;
}
