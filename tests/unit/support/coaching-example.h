/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tiny projects and plans of whole schools for them, written down by hand, to name coaches for; all
 * names are made up.
 *
 * A test gives rows as text: the table, a blank, and the cells parted by commas as in the exchange
 * folder, without the scenario ("parameters lending_efficiency,,,0.8"). Rows that begin with "plan"
 * are the plan's: the kind, then its keys in the order board sector region to_region need
 * programme, those that it has, then the year and the amount ("plan start P po noord other regular
 * 2026 1").
 *
 * Always there: plan years 2026 and 2027; regions noord and zuid; sectors po (one support year, 10
 * days) and vo (two, of 10 and 5 days); verandercoaches and hired expert coaches give 20 days. */
#pragma once

#include "gp-test.h"

#include <groeiplan/gp-audit.h>
#include <groeiplan/gp-coaching.h>
#include <groeiplan/gp-planner.h>
#include <groeiplan/gp-table.h>
#include <math.h>
#include <string.h>

static const char *const coaching_frame[] = {
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
    NULL,
};

typedef struct {
  GpProject *project;
  GpPlan *plan;
  GpCoaching *coaching;
} CoachingExample;

static inline GpTableId
coaching_table (const char *name)
{
  for (guint i = 0; i < GP_N_TABLES; i++)
    if (g_str_equal (gp_table ((GpTableId)i)->name, name))
      return (GpTableId)i;
  ck_abort_msg ("no table %s", name);
  return GP_N_TABLES;
}

static inline void
coaching_add (GpProject *project, const char *row)
{
  const char *cells[32] = {NULL}, *blank = strchr (row, ' ');
  g_autofree char *name = g_strndup (row, (gsize)(blank - row));
  gboolean frame = g_str_equal (name, "frame");
  GpTableId table = frame ? GP_TABLE_PARAMETERS : coaching_table (name);
  g_autofree char *line = g_strconcat (
      table == GP_TABLE_PARAMETERS ? (frame ? "frame," : "base,") : "", blank + 1, NULL);
  g_auto (GStrv) parts = g_strsplit (line, ",", 31);
  for (guint i = 0; parts[i] != NULL; i++)
    cells[i] = parts[i];
  ck_assert_msg (gp_project_add_text (project, table, cells), "%s", row);
}

static inline void
coaching_add_plan_row (GpPlan *plan, const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  GpPlanRow row = {
      .board = "", .sector = "", .region = "", .to_region = "", .programme = GP_PROGRAMME_NONE};
  guint w = 1, n = g_strv_length (words);
  ck_assert_msg (gp_plan_row_kind_parse (words[0], &row.kind), "%s", text);
  gboolean board = row.kind == GP_ROW_START || row.kind == GP_ROW_PARTNER ||
                   row.kind == GP_ROW_TRAINING || row.kind == GP_ROW_VERANDERCOACH_DAYS;
  if (board)
    row.board = words[w++];
  if (row.kind == GP_ROW_START)
    row.sector = words[w++];
  if (row.kind != GP_ROW_PARTNER && row.kind != GP_ROW_TRAINING)
    row.region = words[w++];
  if (row.kind == GP_ROW_LENDING)
    row.to_region = words[w++];
  if (row.kind == GP_ROW_START) {
    ck_assert (gp_need_parse (words[w++], &row.need));
    ck_assert (gp_programme_parse (words[w++], &row.programme));
  }
  ck_assert_msg (w + 2 == n, "%s", text);
  row.year = (GpYear)atoi (words[w]);
  row.amount = g_ascii_strtod (words[w + 1], NULL);
  row.hundredths = llround (row.amount * 100);
  gp_plan_add_row (plan, GP_PART_WHOLE, &row);
}

/* The project and plan of the rows; no coaching yet. */
static inline CoachingExample
coaching_example (const char *const *rows)
{
  g_autoptr (GError) error = NULL;
  CoachingExample e = {gp_project_new (NULL, NULL), gp_plan_new ("base", GP_PLAN_OPTIMAL), NULL};
  gp_project_set_frame (e.project, "Example", 2026, 2027, GP_YEAR_NONE);
  for (guint i = 0; coaching_frame[i] != NULL; i++)
    coaching_add (e.project, coaching_frame[i]);
  for (guint i = 0; rows[i] != NULL; i++)
    if (g_str_has_prefix (rows[i], "plan "))
      coaching_add_plan_row (e.plan, rows[i] + 5);
    else
      coaching_add (e.project, rows[i]);
  gboolean sound = gp_project_finish (e.project, &error);
  ck_assert_msg (sound, "%s", error != NULL ? error->message : "");
  gp_plan_set_whole (e.plan, TRUE);
  gp_plan_finish (e.plan);
  return e;
}

static inline void
coaching_clear (CoachingExample *e)
{
  g_clear_pointer (&e->coaching, gp_coaching_unref);
  g_clear_pointer (&e->plan, gp_plan_unref);
  g_clear_pointer (&e->project, gp_project_unref);
}

/* Names the coaches, and audits them. */
static inline CoachingExample
coaching_named (const char *const *rows)
{
  g_autoptr (GError) error = NULL;
  CoachingExample e = coaching_example (rows);
  e.coaching = gp_planner_coaching (e.project, e.plan, &error);
  ck_assert_msg (e.coaching != NULL, "%s", error != NULL ? error->message : "");
  g_autoptr (GpAudit) audit = gp_audit_coaching (e.project, e.plan, e.coaching, NULL, &error);
  ck_assert_msg (audit != NULL, "%s", error != NULL ? error->message : "");
  ck_assert_msg (audit->passed, "%s", audit->n_faults > 0 ? audit->faults[0] : "");
  return e;
}

/* ---- answers ---------------------------------------------------------------------- */

static inline guint32
coaching_coach (const GpCoaching *coaching, const char *code)
{
  for (guint32 i = 0; i < coaching->n_coaches; i++) {
    g_autofree char *found = gp_coaching_coach_code (coaching, i);
    if (g_str_equal (found, code))
      return i;
  }
  ck_abort_msg ("no coach %s", code);
  return GP_NONE;
}

/* Days of a visit, in hundredths; 0 when there is none. */
static inline gint64
coaching_visit (const GpCoaching *coaching, const char *school, const char *coach, GpYear year)
{
  guint n;
  guint32 found = coaching_coach (coaching, coach);
  const GpVisit *visits = gp_coaching_school_visits (
      coaching, gp_project_find (coaching->project, GP_TABLE_SCHOOLS, school), &n);
  for (guint i = 0; i < n; i++)
    if (visits[i].coach == found && visits[i].year == year)
      return visits[i].days;
  return 0;
}

static inline const GpCoachYear *
coaching_year (const GpCoaching *coaching, const char *coach, GpYear year)
{
  return gp_coaching_coach_year (coaching, coaching_coach (coaching, coach), year);
}

static inline const GpCoachingCount *
coaching_count (const GpCoaching *coaching, const char *region, GpYear year)
{
  return gp_coaching_count (coaching, gp_project_find (coaching->project, GP_TABLE_REGIONS, region),
                            year);
}
