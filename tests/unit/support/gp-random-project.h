/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * Small random projects for tests: valid, plainly fictitious, and the same for the same arguments
 * on every machine.
 *
 * There are three regions; sectors po, vo and mbo; n_boards boards with one to twelve schools
 * (about a quarter started in history, about a third of the boards is partner); coaches of both
 * kinds; the scenarios "base", "careful" (its child) and "bold" (a child of that); and rows in
 * every other table. Parameters are such that base can be planned and its plan is not trivial:
 * there is too little of something somewhere, cohorts ask somewhat more than there are schools that
 * can.
 */
#pragma once

#include <groeiplan/gp-project.h>

G_BEGIN_DECLS

typedef enum {
  GP_RANDOM_PLAIN = 0,
  GP_RANDOM_PINS = 1 << 0, /* with pins of all kinds in base (gentle ones, but no promise that they
                              can all be met) and in its children */
  GP_RANDOM_WILD = 1 << 1  /* texts and codes with quotes, separators, line ends, leading = and ',
                              other scripts; numbers with many digits */
} GpRandomFlags;

/* A finished project; one reference. n_boards from 1, n_years (the number of plan years) 1 to
 * GP_MAX_PLAN_YEARS. */
GpProject *gp_random_project (guint32 seed, guint n_boards, guint n_years, GpRandomFlags flags);

/* A copy that is still being built, row by row through the text of every cell: to change or add
 * something before gp_project_finish (). problem as in gp_project_new (). */
GpProject *gp_random_rebuild (const GpProject *project, GpProblemFunc problem, gpointer data);

G_END_DECLS
