/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A project of the rows of planner-example.h that is kept, to look for prices and repairs in. */
#pragma once

#include "planner-example.h"

#include <groeiplan/gp-variant.h>

static inline GpProject *
example_project (GpYear last, const char *const *rows)
{
  g_autoptr (GError) error = NULL;
  GpProject *project = gp_project_new (NULL, NULL);

  gp_project_set_frame (project, "Example", 2026, last, GP_YEAR_NONE);
  for (guint i = 0; example_frame[i] != NULL; i++)
    example_add (project, example_frame[i]);
  for (guint i = 0; rows[i] != NULL; i++)
    example_add (project, rows[i]);
  ck_assert_msg (gp_project_finish (project, &error), "%s", error != NULL ? error->message : "");
  return project;
}

static inline guint32
example_base (const GpProject *project)
{
  return gp_project_find (project, GP_TABLE_SCENARIOS, "base");
}

/* The project with the scenario's priorities but `change`, for which there is no published plan;
 * fills in their order. */
static inline GpProject *
example_without_change (const GpProject *project, guint32 scenario,
                        GpPriorityId order[GP_N_PRIORITIES], guint *n)
{
  g_autoptr (GpVariant) variant = gp_variant_new (project, scenario);
  GpPriorityId all[GP_N_PRIORITIES];
  guint n_all = gp_project_priorities (project, scenario, all);
  GpProject *made;

  *n = 0;
  for (guint i = 0; i < n_all; i++)
    if (all[i] != GP_PRIORITY_CHANGE)
      order[(*n)++] = all[i];
  gp_variant_set_priorities (variant, order, *n);
  made = gp_variant_make (variant, NULL);
  ck_assert_ptr_nonnull (made);
  return made;
}
