/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * Random scenarios for tests: parameters of any size, priorities in any order, pins of any kind.
 */
#pragma once

#include <groeiplan/gp-project.h>

G_BEGIN_DECLS

typedef enum {
  GP_SIZES_SENSIBLE,   /* as somebody might type them */
  GP_SIZES_BELIEVABLE, /* from 0.001 to 1,234, with many digits, and without limit */
  GP_SIZES_ABSURD      /* from 1e-9 to 1e9 */
} GpRandomSizes;

typedef struct {
  guint32 seed, parent;
  GpRandomSizes sizes;
  int percent; /* of the parameters that get a value of their own, some of them one a year */
  guint n_pins;
  int greed;        /* percent of the pins that ask for something instead of forbidding it */
  gboolean shuffle; /* some priorities, one at least, in a random order; else the parent's */
} GpRandomScenario;

/* A finished copy of the project with a scenario "random" as its last, a child of the parent. */
GpProject *gp_random_scenario (const GpProject *project, const GpRandomScenario *how);

G_END_DECLS
