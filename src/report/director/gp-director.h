/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The director's report: its chapters, and its charts. */
#pragma once

#include "gp-doc.h"
#include "gp-text.h"

#include <groeiplan/gp-figures.h>
#include <groeiplan/gp-load.h>
#include <groeiplan/gp-report.h>

typedef struct {
  const GpReportInput *input;
  const GpProject *project;
  GpLanguage language;
  GpPlanPart part;
  GArray *figures; /* gp_figures_new () of the plan */
  const GpLoad *load;
  double goal; /* schools; 0: none */
  GpDoc *doc;
} GpDirector;

double gp_director_figure (const GpDirector *d, GpFigureId figure);
/* The name of a scenario, or its code. */
const char *gp_director_scenario (const GpProject *project, guint32 scenario);
char *gp_director_number (const GpDirector *d, double value, guint digits);
/* "2031-2032", a new string. */
char *gp_director_year (GpYear year);
/* The same, with a star where it lies after the goal. */
char *gp_director_starred_year (const GpDirector *d, GpYear year);

/* gp-director-page.c: the tiles of the first page, and what breaks. */
void gp_director_add_key_figures (GpDirector *d);
void gp_director_add_what_breaks (GpDirector *d);

/* gp-director-charts.c: each adds a chart to the document. */
void gp_director_add_goal_chart (GpDirector *d);
void gp_director_add_heat_chart (GpDirector *d);
void gp_director_add_lines_chart (GpDirector *d);
void gp_director_add_fan_chart (GpDirector *d);

/* gp-director-chapters.c */
void gp_director_add_repairs (GpDirector *d);
void gp_director_add_capacity (GpDirector *d);
void gp_director_add_comparison (GpDirector *d);
void gp_director_add_futures (GpDirector *d);
void gp_director_add_risks (GpDirector *d);

/* gp-director-notes.c: the number of the note that says where the figure comes from; 0: there is
 * none.
 */
guint gp_director_note (const GpDirector *d, GpFigureId figure);
guint gp_director_note_goal (const GpDirector *d);
guint gp_director_note_gap (const GpDirector *d);
guint gp_director_note_delay (const GpDirector *d);
guint gp_director_note_plain (const GpDirector *d, GpTextId what, GpTextId how);

GpDoc *gp_director_new (const GpReportInput *input, GpLanguage language, GError **error);
