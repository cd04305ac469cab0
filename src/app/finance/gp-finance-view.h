/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The tables of the Finance page as texts: projects by year, funding by year, rates by driver,
 * pledges by year. What stands in a cell, where it comes from, and which row of the data it would
 * change. No GTK.
 */
#pragma once

#include <groeiplan/gp-finance.h>
#include <groeiplan/gp-table.h>

G_BEGIN_DECLS

/* What the table of projects shows. MIXED: the actual where there is one, else the forecast. */
#define GP_FINANCE_MIXED GP_N_FINANCE_KINDS

typedef enum {
  GP_AGAINST_NOTHING,
  GP_AGAINST_YEAR_BEFORE,
  GP_AGAINST_BUDGET,
  GP_AGAINST_SCENARIO
} GpFinanceAgainst;

typedef struct {
  guint kind; /* a GpFinanceKind, or GP_FINANCE_MIXED */
  GpFinanceAgainst against;
} GpFinanceChoice;

typedef struct {
  char *text;   /* "–" where there is none */
  char *change; /* "+1,234 (+2.5%)", or NULL */
  gboolean missing, rough, worked_out, editable;
} GpFinanceCell;

typedef enum { GP_LINE_PLAIN, GP_LINE_PART, GP_LINE_TOTAL, GP_LINE_REMARK } GpFinanceLineStyle;

/* What a line is about: its figure and the index of an item, sector, project, ... */
typedef struct {
  char *label;
  GpFinanceLineStyle style;
  guint figure;
  guint32 index, project;
} GpFinanceLine;

typedef struct _GpFinanceView GpFinanceView;

typedef struct {
  GpSource *(*source) (const GpFinanceView *view, guint line, guint column);
  /* The row of the data that the cell is, as texts of its table's columns, with "" as its amount
   * when it is not there yet; NULL for a cell that cannot be changed. */
  char **(*row) (const GpFinanceView *view, guint line, guint column, gboolean *exists);
  GpTableId table;
  const char *amount; /* the column of the amount */
} GpFinanceViewClass;

struct _GpFinanceView {
  const GpFinanceViewClass *klass;
  GpFinance *finance, *other; /* other: the scenario that is compared with, or NULL */
  GpFinanceChoice choice;
  GPtrArray *heads;    /* of char * */
  GArray *years;       /* of GpYear, one a column, where columns are years */
  GPtrArray *fundings; /* of GpFunding, one a column, where it is about them */
  GArray *lines;       /* of GpFinanceLine */
  GArray *cells;       /* of GpFinanceCell, line by line */
  GHashTable *rows;    /* of pledges: what it is about -> index + 1; else NULL */
};

GpFinanceView *gp_finance_view_projects (GpFinance *finance, GpFinance *other,
                                         GpFinanceChoice choice);
GpFinanceView *gp_finance_view_funding (GpFinance *finance);
/* What delivery costs in a year and all who pay it; NULL without a plan. */
char *gp_finance_funding_sentence (const GpFunding *funding, GpYear year, GpLanguage language);
GpFinanceView *gp_finance_view_rates (GpFinance *finance);
GpFinanceView *gp_finance_view_pledges (GpFinance *finance);
void gp_finance_view_free (GpFinanceView *view);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GpFinanceView, gp_finance_view_free)

const GpFinanceCell *gp_finance_view_cell (const GpFinanceView *view, guint line, guint column);
/* Tab-separated lines, the heads first; numbers as they are shown. A new string. */
char *gp_finance_view_text (const GpFinanceView *view);

/* "12.345,67", "€ 12,345.67", "-5": an amount as people type it, in either language; a single mark
 * before three digits is the grouping of `language`. FALSE when it is none. */
gboolean gp_finance_read_amount (const char *text, GpLanguage language, gint64 *cents);

/* ---- for the makers of views ---------------------------------------------------------------- */

GpFinanceView *gp_finance_view_new (const GpFinanceViewClass *klass, GpFinance *finance);
void gp_finance_view_add_head (GpFinanceView *view, const char *head);
void gp_finance_view_add_year (GpFinanceView *view, GpYear year); /* with its head */
void gp_finance_view_add_line (GpFinanceView *view, const char *label, GpFinanceLineStyle style,
                               guint figure, guint32 index);
/* The next cell; with an amount in cents shown in whole euros, or to the cent. Takes change. */
void gp_finance_view_add_cell (GpFinanceView *view, GpMoneyState state, gint64 cents,
                               gboolean with_cents, char *change);
char *gp_finance_view_amount (gint64 cents, gboolean with_cents);
/* "2 Building support": a new string. */
char *gp_finance_view_project (const GpFinance *finance, guint32 project);

G_END_DECLS
