/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was decided, in figures by (thing, year): the step between the solvers and a GpPlan. */
#pragma once

#include "gp-relaxed.h"

G_BEGIN_DECLS

typedef struct {
  const GpPlanData *data;
  double *starts;                     /* (cell x programmes + programme), year */
  double *partner, *training, *stock; /* board, year */
  double *coach;                      /* site, year */
  double *hire, *hired, *overload;    /* region, year */
  double *lend;                       /* (from x regions + to), year */
  double *delay;                      /* programme, year */
} GpDecisions;

GpDecisions *gp_decisions_new (const GpPlanData *data); /* all zero */
void gp_decisions_free (GpDecisions *decisions);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GpDecisions, gp_decisions_free)

GpDecisions *gp_decisions_from_relaxed (const GpRelaxed *relaxed);

/* Index into starts. */
guint gp_decisions_at (const GpDecisions *decisions, guint cell, GpProgramme programme, guint year);

/* B, N and H as they follow from starts, trainings and hires. */
void gp_decisions_derive (GpDecisions *decisions);

/* The value of a priority in its own unit (reach positive). */
double gp_decisions_value (const GpDecisions *decisions, GpPriorityId priority);

/* What differs from the published plan: schools, boards and coaches (gp-decisions-change.c). */
double gp_decisions_change (const GpDecisions *decisions);

/* Left side of the expert days rule, and what is there, without lending in and overload. */
double gp_decisions_used (const GpDecisions *decisions, guint32 region, guint year);
double gp_decisions_available (const GpDecisions *decisions, guint32 region, guint year);

/* Days of support asked at a site in a year: D. */
double gp_decisions_demand (const GpDecisions *decisions, guint site, guint year);

void gp_decisions_add_rows (const GpDecisions *decisions, GpPlan *plan, GpPlanPart part);

G_END_DECLS
