/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be asked of a project file, each as one call that happens or gives an error: for tests
 * that let every one of them go wrong. */
#pragma once

#include <groeiplan/gp-store.h>

typedef struct {
  char *path;     /* the project, of the kept file of the newest format */
  char *old_path; /* the same of format 3 */
  char *backup;   /* of the project, beside it */
  char *copy;     /* a name that is free */
  GpStore *store; /* NULL: not open */
  GpProject *other;
  GpPlan *plan;
} OpsWorld;

typedef struct {
  const char *name;
  gboolean (*run) (OpsWorld *world, GError **error);
  gboolean closed; /* it opens a file itself */
  gboolean whole;  /* refused, it leaves every file as it was */
} Op;

extern const Op ops[];
extern const guint n_ops;
