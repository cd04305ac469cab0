/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts of the planning model written down once more: its sets and rows (property-model.c), and
 * its priorities (property-solve.c). */
#pragma once

#include "property-model.h"

#include <groeiplan/gp-parameter.h>

#include <glpk.h>

G_BEGIN_DECLS

typedef struct {
  guint32 board, sector, region;
  gboolean high;
  int n, ready, counted;
  double pupils; /* sum over those that are known */
} PropertyCell;

typedef struct {
  const GpProject *project;
  guint32 scenario;
  const GpPlan *published; /* may be NULL */
  guint n_years;
  GArray *cells; /* of PropertyCell */
  /* first columns; each kind is laid out by (thing, year); n_cols: of those */
  int x, z, n, stock, v, h, hired, lend, overload, delay, n_cols;
  glp_prob *lp;
  double *row;    /* under construction, by column */
  double *before; /* published amount, by column; NULL without a published plan */
  double lost;    /* published, and nothing of the project any more */
  int *away;      /* by column: first of two that are its distance from before, 0: none */
} PropertyModel;

void property_model_init (PropertyModel *m, const GpProject *project, guint32 scenario,
                          const GpPlan *published);
void property_model_clear (PropertyModel *m);

/* The published plan (property-published.c): reads its amounts, more columns and rows for them. */
void property_read_published (PropertyModel *m);
void property_add_distances (PropertyModel *m);
void property_put_change (PropertyModel *m);

double property_param (const PropertyModel *m, GpParam which, const char *scope, guint y);
int property_at (const PropertyModel *m, int first, guint thing, guint y);
int property_start (const PropertyModel *m, guint cell, guint programme, guint y);
int property_lend (const PropertyModel *m, guint from, guint to, guint y);
int property_coach (const PropertyModel *m, guint board, guint region, guint y);

/* Adds to the row under construction. */
void property_put (PropertyModel *m, int col, double value);
/* D without carry, of a board (GP_NONE: all) in a region. */
void property_put_demand (PropertyModel *m, guint32 board, guint32 region, guint y, double value);
void property_end_row (PropertyModel *m, int type, double bound);

G_END_DECLS
