/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tiny projects, planned and audited, for answers worked out by hand; all names are made up.
 *
 * A test gives rows as text: the table, a blank, and the cells parted by commas as in the exchange
 * folder, without the scenario ("parameters interest_cap,,,4"). Of schools it gives how many, and
 * no code ("schools 3 P,,po,noord,100,0").
 *
 * Always there: plan years from 2026; regions noord and zuid; sectors po (one support year, 10
 * days) and vo (two, of 10 and 5 days); verandercoaches and hired expert coaches give 20 days.
 * Unless a test says otherwise nobody becomes a partner, nobody is trained (both caps are 0),
 * nobody is hired, nothing is lent, and nothing has a price. */
#pragma once

#include "gp-test.h"

#include <groeiplan/gp-audit.h>
#include <groeiplan/gp-planner.h>
#include <groeiplan/gp-table.h>
#include <math.h>
#include <stdarg.h>
#include <string.h>

static const char *const example_frame[] = {
    "regions noord,Noord",
    "regions zuid,Zuid",
    "sectors po,Primary,1,1",
    "sectors vo,Secondary,2,1",
    "scenarios frame",
    "scenarios base,frame",
    "frame support_days,po:1,,10",
    "frame support_days,vo:1,,10",
    "frame support_days,vo:2,,5",
    "frame verandercoach_days,,,20",
    "frame expert_days,,,20",
    "frame partner_cap,,,0",
    "frame training_cap,,,0",
    NULL,
};

static inline GpTableId
example_table (const char *name)
{
  for (guint i = 0; i < GP_N_TABLES; i++)
    if (g_str_equal (gp_table ((GpTableId)i)->name, name))
      return (GpTableId)i;
  ck_abort_msg ("no table %s", name);
  return GP_N_TABLES;
}

static inline void
example_put (GpProject *project, GpTableId table, const char *line)
{
  const char *cells[32] = {NULL};
  g_auto (GStrv) parts = g_strsplit (line, ",", 31);
  for (guint i = 0; parts[i] != NULL; i++)
    cells[i] = parts[i];
  ck_assert_msg (gp_project_add_text (project, table, cells), "%s", line);
}

static inline void
example_add_schools (GpProject *project, const char *row)
{
  char *rest;
  for (guint64 n = g_ascii_strtoull (row, &rest, 10); n > 0; n--) {
    g_autofree char *line = g_strdup_printf ("s%u,%s", project->n_schools + 1, rest + 1);
    example_put (project, GP_TABLE_SCHOOLS, line);
  }
}

static inline void
example_add (GpProject *project, const char *row)
{
  const char *blank = strchr (row, ' ');
  ck_assert_ptr_nonnull (blank);
  g_autofree char *name = g_strndup (row, (gsize)(blank - row));
  gboolean frame = g_str_equal (name, "frame");
  GpTableId table = frame ? GP_TABLE_PARAMETERS : example_table (name);
  if (table == GP_TABLE_SCHOOLS)
    example_add_schools (project, blank + 1);
  else if (table == GP_TABLE_PARAMETERS || table == GP_TABLE_PINS || table == GP_TABLE_PRIORITIES) {
    g_autofree char *line = g_strconcat (frame ? "frame," : "base,", blank + 1, NULL);
    example_put (project, table, line);
  } else
    example_put (project, table, blank + 1);
}

/* Every plan of these tests is found, and passes its audit. */
static inline void
example_check_plan (const GpProject *project, const GpPlan *plan)
{
  g_autoptr (GError) error = NULL;
  ck_assert_msg (plan->status <= GP_PLAN_FEASIBLE && plan->has_whole, "%s",
                 gp_plan_status_name (plan->status));
  g_autoptr (GpAudit) audit = gp_audit_plan (project, plan, NULL, &error);
  ck_assert_msg (audit != NULL, "%s", error != NULL ? error->message : "");
  ck_assert_msg (audit->passed, "%s", audit->n_faults > 0 ? audit->faults[0] : "");
}

/* Plans the project of the rows and of those that follow (ended by NULL), from 2026 to last. */
static inline GpPlan *G_GNUC_NULL_TERMINATED
example_plan (GpYear last, const char *const *rows, ...)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GpProject) project = gp_project_new (NULL, NULL);
  gp_project_set_frame (project, "Example", 2026, last, GP_YEAR_NONE);
  for (guint i = 0; example_frame[i] != NULL; i++)
    example_add (project, example_frame[i]);
  for (guint i = 0; rows[i] != NULL; i++)
    example_add (project, rows[i]);
  va_list more;
  va_start (more, rows);
  for (const char *row = va_arg (more, const char *); row != NULL;
       row = va_arg (more, const char *))
    example_add (project, row);
  va_end (more);
  gboolean sound = gp_project_finish (project, &error);
  ck_assert_msg (sound, "%s", error != NULL ? error->message : "");
  guint32 scenario = gp_project_find (project, GP_TABLE_SCENARIOS, "base");
  GpPlan *plan = gp_planner_plan (project, scenario, NULL, NULL, &error);
  ck_assert_msg (plan != NULL, "%s", error != NULL ? error->message : "");
  example_check_plan (project, plan);
  return plan;
}

/* ---- answers ---------------------------------------------------------------------- */

#define EXAMPLE_TOLERANCE 1e-6 /* of relaxed figures */

static inline void
check_value (const GpPlan *plan, GpPriorityId id, double relaxed, double whole)
{
  for (guint i = 0; i < plan->n_priorities; i++) {
    const GpPlanPriority *found = &plan->priorities[i];
    if (found->id != id)
      continue;
    ck_assert_msg (fabs (found->relaxed - relaxed) <= EXAMPLE_TOLERANCE,
                   "%s of the relaxed plan is %.9g, not %.9g", gp_priority_name (id),
                   found->relaxed, relaxed);
    /* figures with a few digits: what is left is how a double writes them */
    ck_assert_msg (fabs (found->whole - whole) <= 1e-9, "%s of the whole plan is %.9g, not %.9g",
                   gp_priority_name (id), found->whole, whole);
    return;
  }
  ck_abort_msg ("no %s", gp_priority_name (id));
}

static inline gboolean
example_word_fits (const GpPlanRow *row, const char *word)
{
  if (g_str_has_prefix (word, "to:"))
    return g_str_equal (row->to_region, word + 3);
  if (g_str_equal (word, "high") || g_str_equal (word, "other"))
    return g_str_equal (gp_need_name (row->need), word);
  return g_str_equal (row->board, word) || g_str_equal (row->sector, word) ||
         g_str_equal (row->region, word) || g_str_equal (gp_programme_name (row->programme), word);
}

/* A row fits when each of the words is one of its keys ("P po high regular"). */
static inline gboolean
example_row_fits (const GpPlanRow *row, const char *words, GpYear year)
{
  g_auto (GStrv) each = g_strsplit (words, " ", -1);
  for (guint i = 0; each[i] != NULL; i++)
    if (*each[i] != '\0' && !example_word_fits (row, each[i]))
      return FALSE;
  return year == GP_YEAR_NONE || row->year == year;
}

/* The sum of the rows that fit (of all years: GP_YEAR_NONE), in both parts. */
static inline void
check_amount (const GpPlan *plan, GpPlanRowKind kind, const char *words, GpYear year,
              double relaxed, double whole)
{
  double sum = 0;
  gint64 hundredths = 0;
  for (guint part = 0; part < GP_N_PARTS; part++) {
    guint n;
    const GpPlanRow *rows = gp_plan_rows (plan, (GpPlanPart)part, kind, &n);
    for (guint i = 0; i < n; i++)
      if (example_row_fits (&rows[i], words, year)) {
        sum += part == GP_PART_RELAXED ? rows[i].amount : 0;
        hundredths += rows[i].hundredths;
      }
  }
  ck_assert_msg (fabs (sum - relaxed) <= EXAMPLE_TOLERANCE, "%s %s %d, relaxed: %.9g, not %.9g",
                 gp_plan_row_kind_name (kind), words, year, sum, relaxed);
  ck_assert_msg (hundredths == llround (whole * 100), "%s %s %d, whole: %.9g, not %.9g",
                 gp_plan_row_kind_name (kind), words, year, (double)hundredths / 100, whole);
}
