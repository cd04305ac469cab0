/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is drawn for a future: from a scenario's spreads to assumptions, and from a number to a
 * project in which they have come out. */
#pragma once

#include <groeiplan/gp-uncertain.h>
#include <groeiplan/gp-variant.h>

/* One thing that is uncertain: all years of a parameter and scope together, or one go. */
typedef struct {
  GpParam param;
  const char *scope; /* owned by the project */
  gboolean is_go;
  GpYear year;        /* of a go, else NONE */
  double probability; /* of a go */
  guint64 key;        /* of its draws */
} GpAssumption;

typedef struct _GpDraw GpDraw;

/* NULL with GP_ERROR_DATA when nothing is uncertain in the scenario, or a row is missing. */
GpDraw *gp_draw_new (const GpProject *project, guint32 scenario, GError **error);
void gp_draw_free (GpDraw *draw);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GpDraw, gp_draw_free)

guint gp_draw_n_assumptions (const GpDraw *draw);
const GpAssumption *gp_draw_assumption (const GpDraw *draw, guint i);

/* How an assumption comes out in a future, for ranking: where in its distribution (0..1); of a go 1
 * or 0. */
double gp_draw_rank_value (const GpDraw *draw, guint i, guint64 seed, guint32 number);

/* The future's values, set in a new variant of the project. */
GpVariant *gp_draw_variant (const GpDraw *draw, guint64 seed, guint32 number);
