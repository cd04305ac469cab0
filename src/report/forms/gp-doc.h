/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A document before it has a form: a title, stamps, and blocks (headings, sentences, key figures,
 * tables, charts). Every export is made as one of these and then set as pages, as a workbook, as
 * CSV files or as HTML, so that all of them say the same.
 */
#pragma once

#include "gp-grid.h"

#include <cairo.h>
#include <groeiplan/gp-chart.h>

typedef enum {
  GP_BLOCK_LEAD, /* the sentence that says it all */
  GP_BLOCK_HEADING,
  GP_BLOCK_PARAGRAPH,
  GP_BLOCK_BULLET,
  GP_BLOCK_SMALL, /* a note, set small */
  GP_BLOCK_FIGURES,
  GP_BLOCK_GRID,
  GP_BLOCK_CHART,
  GP_BLOCK_NOTES, /* the list of notes: its grid is for workbooks and CSV */
  GP_BLOCK_PAGE   /* what follows begins on a new page */
} GpBlockKind;

/* Draws a chart into width x height from the origin. */
typedef void (*GpDocDraw) (cairo_t *cr, const GpChartStyle *style, gconstpointer data);

typedef struct {
  GpBlockKind kind;
  char *text;         /* heading, paragraph, bullet, small; of a chart what it shows, in words */
  guint note;         /* the number that stands behind the text, 0: none */
  GPtrArray *pairs;   /* figures: value, label, value, label, ... */
  GArray *pair_notes; /* figures: of guint, the note of each */
  GpGrid *grid;
  GpDocDraw draw; /* chart */
  double height;  /* chart: in points, at the width of the text */
  gpointer data;
  GDestroyNotify free_data;
} GpDocBlock;

typedef struct {
  GpLanguage language;
  char *stem;          /* the file's name without its ending: safe everywhere */
  gboolean own_folder; /* its files go into a folder of that name */
  char *title, *subtitle, *subject;
  char *warning;     /* what the reader must know first ("data changed since this plan"), or NULL */
  gint64 as_of;      /* seconds since 1970, UTC: what files carry as their date */
  GPtrArray *stamps; /* label, value, label, value, ... */
  GPtrArray *blocks; /* of GpDocBlock */
  GPtrArray *notes;  /* of GpDocNote (gp-doc-notes.h), from number 1 */
} GpDoc;

GpDoc *gp_doc_new (GpLanguage language, const char *stem, const char *title, gint64 as_of);
void gp_doc_free (GpDoc *doc);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GpDoc, gp_doc_free)

/* Each takes its text over. */
void gp_doc_lead (GpDoc *doc, char *text);
void gp_doc_heading (GpDoc *doc, char *text);
void gp_doc_paragraph (GpDoc *doc, char *text);
void gp_doc_bullet (GpDoc *doc, char *text);
void gp_doc_small (GpDoc *doc, char *text);
void gp_doc_stamp (GpDoc *doc, const char *label, char *value);
void gp_doc_page (GpDoc *doc);

/* The block of key figures at the end of the document, made when it is not there; takes both over.
 */
void gp_doc_figure (GpDoc *doc, char *value, char *label);

/* Takes the table over. */
void gp_doc_grid (GpDoc *doc, GpGrid *grid);

/* text: what the chart shows, taken over; data is freed with free_data. */
void gp_doc_chart (GpDoc *doc, char *text, double height, GpDocDraw draw, gpointer data,
                   GDestroyNotify free_data);

/* The grids of the document in their order; free with g_ptr_array_unref (). */
GPtrArray *gp_doc_grids (const GpDoc *doc);
