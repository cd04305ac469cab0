/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A kept chart, as its parts see it. Internal to this room. */
#pragma once

#include <groeiplan/gp-chart-copy.h>

/* How an item is found in the table, for reading it out. */
typedef enum {
  GP_ITEM_COLUMN, /* a column of a panel: every row of the panel is read */
  GP_ITEM_CELL,
  GP_ITEM_ROW
} GpChartItem;

typedef struct _GpChartTableMaker GpChartTableMaker;

typedef struct {
  void (*draw) (cairo_t *cr, gconstpointer data, const GpChartStyle *style);
  int (*hit) (gconstpointer data, const GpChartStyle *style, double x, double y);
  double (*height) (gconstpointer data, const GpChartStyle *style);
  void (*fill) (gconstpointer data, GpChartTableMaker *maker);
  GpChartItem item;
} GpChartClass;

struct _GpChart {
  gatomicrefcount count;
  const GpChartClass *class;
  GPtrArray *memory; /* everything that data points to, and data */
  gpointer data;     /* the chart's own struct */
  guint n_items, n_columns;
  const char *const *readouts; /* n_items sentences that read them out; or NULL: their table does */
};

/* A new chart of a class with a copy of its struct; the caller then replaces every pointer in the
 * copy by one that is kept. */
GpChart *gp_chart_keep (const GpChartClass *class, gconstpointer data, gsize size);
const char *gp_chart_keep_text (GpChart *chart, const char *text);
gpointer gp_chart_keep_memory (GpChart *chart, gconstpointer memory, gsize size, gsize n);
const double *gp_chart_keep_numbers (GpChart *chart, const double *numbers, gsize n);
const char *const *gp_chart_keep_texts (GpChart *chart, const char *const *texts, gsize n);

/* Tables are made head by head and row by row. */
struct _GpChartTableMaker {
  GpLanguage language;
  guint panel; /* that rows are added to, and its title; 0 and NULL at first */
  const char *title;
  GArray *panels;
  GPtrArray *heads, *titles, *names, *cells;
};
void gp_chart_table_head (GpChartTableMaker *maker, const char *text);
void gp_chart_table_year_heads (GpChartTableMaker *maker, const GpYear *years, guint n);
void gp_chart_table_row (GpChartTableMaker *maker, const char *name);
/* The next cell of the last row: a text, which it takes over, or a number with its unit. */
void gp_chart_table_take (GpChartTableMaker *maker, char *text);
void gp_chart_table_number (GpChartTableMaker *maker, const GpChartUnit *unit, double value,
                            gboolean rough);
/* A row of n numbers; values may be NULL. */
void gp_chart_table_numbers (GpChartTableMaker *maker, const char *name, const GpChartUnit *unit,
                             const double *values, guint n, gboolean rough);
