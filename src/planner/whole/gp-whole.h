/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The whole-school plan: whole schools, partner years, trainings and hires; every rule met exactly,
 * days to 1/100 coach-day. */
#pragma once

#include "gp-decisions.h"

G_BEGIN_DECLS

/* What is proven about every whole plan, beyond the relaxed one: see GpPlanPriority. */
typedef struct {
  guint at; /* place of the priority in the order; GP_N_PRIORITIES: nothing is proven */
  double value, held[GP_N_PRIORITIES]; /* of the priority and held (by place) times those before */
  GArray *rows;                        /* of GpProofRow, strings of the project */
} GpWholeBound;

/* bound: filled in, rows appended; may be NULL.
 *
 * From the relaxed plan to a whole one. NULL when none was found (pins that only fractions can
 * meet, numerical trouble, cancelled before there was one). */
GpDecisions *gp_whole_plan (const GpRelaxed *relaxed, GpWholeBound *bound, GpProgressFunc progress,
                            gpointer progress_data, GCancellable *cancellable);

/* ---- first: partners, trainings and hires (gp-whole-fix.c) ------------------------ */

GpFixings *gp_fixings_new (const GpPlanData *data); /* all open */
void gp_fixings_free (GpFixings *fixings);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GpFixings, gp_fixings_free)

/* Whole partner years near those of a relaxed plan, whole trainings, whole hires. */
void gp_fixings_round_partners (GpFixings *fixings, const GpDecisions *relaxed);
void gp_fixings_round_trainings (GpFixings *fixings, const GpDecisions *relaxed, gboolean up);
void gp_fixings_round_hires (GpFixings *fixings, const GpDecisions *relaxed);

G_END_DECLS
