/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The six figures of the Overview as texts: value, caption, what it means and where it comes from,
 * and by how much it differs from another plan. No GTK.
 */
#pragma once

#include "gp-summary.h"

G_BEGIN_DECLS

typedef enum {
  GP_OVERVIEW_SCHOOLS,
  GP_OVERVIEW_GAP,
  GP_OVERVIEW_WAITING,
  GP_OVERVIEW_BUSIEST,
  GP_OVERVIEW_COACHES,
  GP_OVERVIEW_COST,
  GP_N_OVERVIEW_FIGURES
} GpOverviewFigure;

typedef struct {
  const GpSummary *summary;
  guint32 scenario;   /* may be GP_NONE */
  const GpPlan *plan; /* may be NULL */
  GpSummary *against; /* of the other plan, or NULL */
  const char *against_text;
} GpOverviewFigures;

/* All return new strings. */
char *gp_overview_figure_value (const GpOverviewFigures *figures, GpOverviewFigure which);
char *gp_overview_figure_caption (const GpOverviewFigures *figures, GpOverviewFigure which);
/* What it is, and below that where it comes from. */
char *gp_overview_figure_tooltip (const GpOverviewFigures *figures, GpOverviewFigure which);
/* "+12"; NULL where there is nothing to compare with, or where no difference shows. */
char *gp_overview_figure_change (const GpOverviewFigures *figures, GpOverviewFigure which);
const char *gp_overview_figure_page (GpOverviewFigure which); /* the page that explains it */

/* The headline, escaped, its figures as links to the pages that explain them. A new string. */
char *gp_overview_headline_markup (const GpSummary *summary, GpLanguage language);
/* What stands below it: where expert days run out, and how much of the waiting is proven; markup as
 * well. */
char *gp_overview_below_markup (const GpSummary *summary, GpLanguage language);

G_END_DECLS
