/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A plan as boards by years: what starts, who becomes a partner, who is trained. No GTK.
 */
#pragma once

#include "gp-pins.h"

G_BEGIN_DECLS

/* Which part of the plan is shown; "" for all. Trainings and partner years belong to the board's
 * home region, and to no sector. */
typedef struct {
  const char *region, *sector; /* codes */
} GpPlanFilter;

typedef struct {
  double regular, groeikracht, trainings;
  gboolean partner; /* becomes one in that year */
  /* pinned, all or a part of it: */
  gboolean regular_pinned, groeikracht_pinned, trainings_pinned, partner_pinned;
} GpPlanCell;

typedef struct {
  const char *code;  /* of the plan's string */
  guint32 board;     /* GP_NONE: the project has it no more */
  GpYear partner;    /* since when (also before the plan), or GP_YEAR_NONE */
  double starts;     /* all years */
  GArray *places;    /* of GpPinPlace: what is planned, each once */
  GpPlanCell *cells; /* n_years */
} GpPlanBoard;

typedef struct {
  guint n_years;
  gboolean rough;
  GPtrArray *boards; /* of GpPlanBoard, in the project's order */
} GpPlanBoards;

/* The plan's strings are used: it must live as long. plan may be NULL. */
GpPlanBoards *gp_plan_boards_new (const GpProject *project, guint32 scenario, const GpPlan *plan,
                                  const GpPlanFilter *filter);
void gp_plan_boards_free (GpPlanBoards *boards);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GpPlanBoards, gp_plan_boards_free)

/* Whether a row of the plan is shown. */
gboolean gp_plan_filter_has (const GpPlanFilter *filter, const GpProject *project,
                             const GpPlanRow *row);

/* "3 R + 2 G · P · 4 V": regular and Groeikracht starts, partner, verandercoaches to train; what is
 * pinned in brackets: "[3 R] + 2 G". A new string. */
char *gp_plan_cell_text (const GpPlanCell *cell, gboolean rough);

G_END_DECLS
