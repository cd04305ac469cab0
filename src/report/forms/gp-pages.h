/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A document set on pages of A4: what stands where, found once and then drawn as often as wanted,
 * on paper and in a preview alike. Lengths are points, from the top left of the page.
 *
 * Pages borrow the document: it must live as long as they do. They belong to one thread.
 */
#pragma once

#include "gp-doc.h"

#include <pango/pangocairo.h>

#define GP_PAGE_WIDTH 595.276
#define GP_PAGE_HEIGHT 841.89
#define GP_PAGE_MARGIN 51.0
#define GP_PAGE_TOP 56.0
#define GP_PAGE_BOTTOM (GP_PAGE_HEIGHT - 62.0)
#define GP_PAGE_TEXT_WIDTH (GP_PAGE_WIDTH - 2 * GP_PAGE_MARGIN)

/* How text is set. */
typedef enum {
  GP_STYLE_TITLE,
  GP_STYLE_SUBTITLE,
  GP_STYLE_WARNING,
  GP_STYLE_LEAD,
  GP_STYLE_HEADING,
  GP_STYLE_BODY,
  GP_STYLE_SMALL,
  GP_STYLE_FIGURE,
  GP_STYLE_LABEL,
  GP_STYLE_TABLE_TITLE,
  GP_STYLE_HEAD,
  GP_STYLE_CELL,
  GP_STYLE_TOTAL,
  GP_N_STYLES
} GpStyle;

typedef enum {
  GP_ITEM_TEXT,
  GP_ITEM_RULE,
  GP_ITEM_CHART,
  GP_ITEM_LINK, /* a place that leads to a note */
  GP_ITEM_EMPTY /* a cell without a word, for the structure alone */
} GpItemKind;

/* A part of the document's structure. */
typedef struct {
  const char *name; /* "H1", "Table", ...: as in PDF */
  guint parent;     /* GP_NONE: none */
  guint note;       /* of a note and a link to it */
} GpTag;

typedef struct {
  GpItemKind kind;
  double x, y, width, height;
  double grey;         /* 0 black .. 1 white */
  PangoLayout *layout; /* text */
  guint line;          /* of the text that line alone, from 1; 0: all of it */
  const GpDocBlock *chart;
  guint tag; /* its leaf in the structure, or GP_NONE */
} GpItem;

/* A bookmark. */
typedef struct {
  const char *text; /* owned by the document */
  guint page;       /* from 0 */
  double y;
} GpMark;

typedef struct {
  const GpDoc *doc;
  PangoContext *context;
  PangoFontDescription *fonts[GP_N_STYLES];
  GPtrArray *pages; /* of GArray of GpItem */
  GArray *marks;    /* of GpMark */
  GArray *tags;     /* of GpTag */
  guint tag;        /* the one that is open */
  double y;         /* where the next block goes, on the last page */
} GpPages;

GpPages *gp_pages_new (const GpDoc *doc);
void gp_pages_free (GpPages *pages);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GpPages, gp_pages_free)

void gp_pages_draw (const GpPages *pages, guint page, cairo_t *cr);
/* With the structure, for PDF: open keeps the tags that are open from one page to the next (of
 * guint, empty at first), and gp_pages_tags_end () ends them. */
void gp_pages_draw_tagged (const GpPages *pages, guint page, cairo_t *cr, GArray *open);

/* ---- for setting (gp-layout.c, gp-layout-grid.c) ---- */

/* A text of that width (<= 0: as long as it gets), at most so many lines (0: any); a new reference.
 */
PangoLayout *gp_pages_text (GpPages *pages, GpStyle style, const char *text, double width,
                            guint max_lines);
double gp_pages_layout_width (PangoLayout *layout);
double gp_pages_layout_height (PangoLayout *layout);
/* Puts the text on the last page, as a leaf of that name in what is open (NULL: no part of the
 * structure), and takes it over; returns its height. */
double gp_pages_put (GpPages *pages, const char *name, PangoLayout *layout, double x, double y,
                     double grey);
void gp_pages_rule (GpPages *pages, double x, double y, double width, double height, double grey);
/* ---- gp-pages-tags.c: the structure ---- */

/* Opens a part of the structure, and closes it. */
void gp_pages_open (GpPages *pages, const char *name);
void gp_pages_open_note (GpPages *pages, guint note); /* where links to the note lead */
void gp_pages_close (GpPages *pages);
guint gp_pages_leaf (GpPages *pages, const char *name);
void gp_pages_empty (GpPages *pages, const char *name); /* a leaf with nothing to see */
/* gp_pages_put (), where the last of the text is the mark of a note: a link to it. 0: none. */
double gp_pages_put_noted (GpPages *pages, const char *name, PangoLayout *layout, double x,
                           double y, double grey, guint note);
void gp_pages_tags_begin (const GpPages *pages, cairo_t *cr, GArray *open, const GpItem *item);
void gp_pages_tags_end (const GpPages *pages, cairo_t *cr, GArray *open, guint keep);

/* ---- gp-layout.c ---- */

/* A new page, from its top. */
void gp_pages_break (GpPages *pages);
/* Begins a new page unless so much fits on this one. TRUE when it did. */
gboolean gp_pages_need (GpPages *pages, double height);

void gp_pages_set (GpPages *pages);                          /* gp-layout.c: all blocks */
void gp_pages_set_grid (GpPages *pages, const GpGrid *grid); /* gp-layout-grid.c */
