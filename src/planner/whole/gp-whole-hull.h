/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The program of all boards in which a fraction of a partnership is a mixture of whole ones. */
#pragma once

#include "gp-whole-block.h"

G_BEGIN_DECLS

typedef struct _GpHull GpHull;

/* A board that would better the program as a partner from that year, by so much per partnership. */
typedef struct {
  guint32 board;
  guint year;
  double gain; /* > 0 */
} GpOffer;

GpHull *gp_hull_new (const GpPlanData *data, const double *weight, gboolean elastic);
void gp_hull_free (GpHull *hull);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GpHull, gp_hull_free)

/* Adds a block (a board's partner year); TRUE when it was not there. */
gboolean gp_hull_add (GpHull *hull, guint32 board, guint year);

/* Adds a way of hiring: whole experts by year. */
void gp_hull_add_hires (GpHull *hull, const int *hires);

/* Whether reach counts (at first it does). */
void gp_hull_set_rewarded (GpHull *hull, gboolean rewarded);

GpLpStatus gp_hull_solve (GpHull *hull, GpLpMethod method, GCancellable *cancellable);
double gp_hull_value (const GpHull *hull);

/* Prices every partner year that is not there yet, at the last optimum. Returns offers, best first;
 * *bound becomes a value that nothing with whole partnerships can go below. */
GArray *gp_hull_offers (GpHull *hull, double *bound, GCancellable *cancellable);

/* Adds the best way of hiring at the last optimum, when it betters that; returns by how much it
 * may, which lowers the bound. After gp_hull_offers, for it reads the same optimum. */
double gp_hull_offer_hires (GpHull *hull);

guint gp_hull_n_blocks (const GpHull *hull);
const GpBlock *gp_hull_block (const GpHull *hull, guint i);
double gp_hull_partnership (const GpHull *hull, guint i);
void gp_hull_hold_partnership (GpHull *hull, guint i, double lower, double upper);

/* Columns, to be rounded: -1 where there is none. */
int gp_hull_training_col (const GpHull *hull, guint i, guint year);
int gp_hull_start_col (const GpHull *hull, guint i, guint cell, guint year);
int gp_hull_hire_col (const GpHull *hull, guint32 region, guint year);
guint gp_hull_n_groups (const GpHull *hull);
guint32 gp_hull_group_of (const GpHull *hull, guint cell);
int gp_hull_group_col (const GpHull *hull, guint group, guint year);
int gp_hull_delay_col (const GpHull *hull, GpProgramme programme, guint year);
double gp_hull_col_value (const GpHull *hull, int col);
void gp_hull_hold (GpHull *hull, int col, double lower, double upper);
void gp_hull_get_bounds (const GpHull *hull, int col, double *lower, double *upper);

/* By how much (schools, places, coaches) the last solution breaks rules. */
double gp_hull_strain (const GpHull *hull);

/* A new elastic hull with only the blocks whose partnership is held at one, other columns as they
 * are held. */
GpHull *gp_hull_chosen (const GpHull *hull, const double *weight);

/* The starts of a hull that is whole (gp-whole-read.c). */
GpDecisions *gp_hull_decisions (const GpHull *hull);
const GpPlanData *gp_hull_data (const GpHull *hull);

/* Multipliers that prove the bound of the last offers (with that of hires), as GpPlanPriority has
 * them: strings belong to the project. */
void gp_hull_prove (const GpHull *hull, GArray *rows);

G_END_DECLS
