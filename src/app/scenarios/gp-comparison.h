/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Scenarios side by side: every figure of gp-figures.h of each, with the difference from the first
 * one, and the whole as text for a spreadsheet. No GTK.
 */
#pragma once

#include <groeiplan/gp-figures.h>
#include <groeiplan/gp-format.h>

G_BEGIN_DECLS

typedef struct {
  guint32 scenario; /* index */
  char *name;
  gboolean has_plan, stale; /* stale: the data changed since */
  gboolean rough;           /* a relaxed plan only */
  GArray *years;            /* of GpFigureYear; NULL without a plan */
  double headline[GP_N_FIGURES];
} GpComparedScenario;

typedef struct {
  GPtrArray *scenarios; /* of GpComparedScenario: the first is what the others are compared with */
  GpYear plan_from, goal_year, last_year; /* of the project */
} GpComparison;

GpComparison *gp_comparison_new (void);
void gp_comparison_free (GpComparison *comparison);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GpComparison, gp_comparison_free)

/* plan: the scenario's, or NULL; data_version: of the data as they are. */
void gp_comparison_add (GpComparison *comparison, const GpProject *project, guint32 scenario,
                        const GpPlan *plan, gint64 data_version);

/* Both that scenario and the first are planned, and in one way: roughly, or in whole schools. Only
 * then have they a difference. */
gboolean gp_comparison_is_like (const GpComparison *comparison, guint index);

/* The figure in a year (NONE: the headline); NaN without a plan or such a year. */
double gp_comparison_value (const GpComparison *comparison, guint index, GpFigureId figure,
                            GpYear year);

/* What a figure of that year (NONE: the headline) is, with the years it is of: "Regular starts,
 * 2026–2034". A new string. */
char *gp_comparison_title (const GpComparison *comparison, GpFigureId figure, GpYear year);

/* The figure as a person reads it ("~4.130" where it is rough), its difference from the first
 * scenario's ("+12"), and that as a percentage ("+0,3%"); "–" where there is none. New strings. */
char *gp_comparison_value_text (const GpComparison *comparison, guint index, GpFigureId figure,
                                GpYear year, GpLanguage language);
char *gp_comparison_difference_text (const GpComparison *comparison, guint index, GpFigureId figure,
                                     GpYear year, GpLanguage language);
char *gp_comparison_percent_text (const GpComparison *comparison, guint index, GpFigureId figure,
                                  GpYear year, GpLanguage language);

/* The table of a year (or the headlines) with tabs between and a line a figure; numbers as the
 * person's spreadsheet reads them: decimal mark of the language, no grouping. A new string. */
char *gp_comparison_tsv (const GpComparison *comparison, GpYear year, GpLanguage language);

G_END_DECLS
