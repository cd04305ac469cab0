/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A project of the rows of planner-example.h that is kept, to look for prices and repairs in. */
#pragma once

#include "planner-example.h"

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
