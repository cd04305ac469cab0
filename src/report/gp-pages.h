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

typedef enum { GP_ITEM_TEXT, GP_ITEM_RULE, GP_ITEM_CHART } GpItemKind;

typedef struct {
  GpItemKind kind;
  double x, y, width, height;
  double grey;         /* 0 black .. 1 white */
  PangoLayout *layout; /* text */
  const GpDocBlock *chart;
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
  double y;         /* where the next block goes, on the last page */
} GpPages;

GpPages *gp_pages_new (const GpDoc *doc);
void gp_pages_free (GpPages *pages);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GpPages, gp_pages_free)

void gp_pages_draw (const GpPages *pages, guint page, cairo_t *cr);

/* ---- for setting (gp-layout.c, gp-layout-grid.c) ---- */

/* A text of that width (<= 0: as long as it gets), at most so many lines (0: any); a new reference.
 */
PangoLayout *gp_pages_text (GpPages *pages, GpStyle style, const char *text, double width,
                            guint max_lines);
double gp_pages_layout_width (PangoLayout *layout);
double gp_pages_layout_height (PangoLayout *layout);
/* Puts the text on the last page and takes it over; returns its height. */
double gp_pages_put (GpPages *pages, PangoLayout *layout, double x, double y, double grey);
void gp_pages_rule (GpPages *pages, double x, double y, double width, double height, double grey);
/* A new page, from its top. */
void gp_pages_break (GpPages *pages);
/* Begins a new page unless so much fits on this one. TRUE when it did. */
gboolean gp_pages_need (GpPages *pages, double height);

void gp_pages_set (GpPages *pages);                          /* gp-layout.c: all blocks */
void gp_pages_set_grid (GpPages *pages, const GpGrid *grid); /* gp-layout-grid.c */
