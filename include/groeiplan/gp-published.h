/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * What a plan changes of the published one, board by board: the rows behind the priority `change`.
 *
 * Counted are starts (per board, sector, region, need, programme and year), partner years and
 * trainings of the plan years of the project as it is now; days, hires and lending are means and
 * not counted. The sum of |is - was| over the whole part is the value of `change`.
 */
#pragma once

#include <groeiplan/gp-plan.h>

G_BEGIN_DECLS

typedef struct {
  GpPlanRowKind kind;                  /* START, PARTNER or TRAINING */
  const char *board, *sector, *region; /* codes; "" where the kind has none */
  GpNeed need;                         /* starts only */
  GpProgramme programme;               /* starts, else NONE */
  GpYear year;
  double was, is; /* schools, boards (1, or a share in a relaxed part) or verandercoaches */
  gboolean gone;  /* the project has no such board, or no such schools of it that can still start */
} GpPlanChange;

/* The differences, sorted by board, kind, year and the other keys; an array of GpPlanChange, freed
 * with g_array_unref (). Its strings belong to the two plans. part is of plan; the published plan
 * counts with its whole part. */
GArray *gp_plan_changes (const GpProject *project, const GpPlan *published, const GpPlan *plan,
                         GpPlanPart part);

G_END_DECLS
