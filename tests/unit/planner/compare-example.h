/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tiny projects with two scenarios, "base" and its child "other", for bridges worked out by hand.
 * Rows as in planner-example.h; "other NAME,SCOPE,YEAR,VALUE" is a parameter of the child, and
 * "other-pins" and "other-priorities" its pins and priorities. */
#pragma once

#include "planner-example.h"

#include <groeiplan/gp-compare.h>

static inline void
compare_add (GpProject *project, const char *row)
{
  static const struct {
    const char *word;
    GpTableId table;
  } of_other[] = {{"other ", GP_TABLE_PARAMETERS},
                  {"other-pins ", GP_TABLE_PINS},
                  {"other-priorities ", GP_TABLE_PRIORITIES}};
  for (guint i = 0; i < G_N_ELEMENTS (of_other); i++) {
    if (!g_str_has_prefix (row, of_other[i].word))
      continue;
    g_autofree char *line = g_strconcat ("other,", row + strlen (of_other[i].word), NULL);
    example_put (project, of_other[i].table, line);
    return;
  }
  example_add (project, row);
}

/* From 2026 to last. */
static inline GpProject *
compare_project (GpYear last, const char *const *rows)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GpProject) project = gp_project_new (NULL, NULL);
  gp_project_set_frame (project, "Example", 2026, last, GP_YEAR_NONE);
  for (guint i = 0; example_frame[i] != NULL; i++)
    example_add (project, example_frame[i]);
  example_put (project, GP_TABLE_SCENARIOS, "other,base");
  for (guint i = 0; rows[i] != NULL; i++)
    compare_add (project, rows[i]);
  gboolean sound = gp_project_finish (project, &error);
  ck_assert_msg (sound, "%s", error != NULL ? error->message : "");
  return g_steal_pointer (&project);
}

static inline GpBridge *
compare_bridge (const GpProject *project, GpFigureId figure, const GpBridgeOptions *options)
{
  g_autoptr (GError) error = NULL;
  GpBridge *bridge = gp_bridge_new (project, gp_project_find (project, GP_TABLE_SCENARIOS, "base"),
                                    gp_project_find (project, GP_TABLE_SCENARIOS, "other"), figure,
                                    options, NULL, &error);
  ck_assert_msg (bridge != NULL, "%s", error != NULL ? error->message : "");
  return bridge;
}

static inline void
check_step (const GpBridge *bridge, guint i, const char *names, gint64 step, gint64 forward,
            gint64 backward)
{
  ck_assert_uint_lt (i, bridge->n_steps);
  const GpBridgeStep *found = &bridge->steps[i];
  g_autofree char *joined = g_strjoinv ("+", (char **)found->names);
  ck_assert_str_eq (joined, names);
  ck_assert_uint_eq (found->n_names, g_strv_length ((char **)found->names));
  ck_assert_int_eq (found->forward, forward);
  ck_assert_int_eq (found->backward, backward);
  ck_assert_int_eq (found->step, step);
}
