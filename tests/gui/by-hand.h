/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A project of two boards, and a plan of it, made by hand: what the tables and figures of the pages
 * say of them can be reckoned out. */
#pragma once

#include <check.h>
#include <groeiplan/gp-plan.h>
#include <math.h>

static void
add_parameter (GpProject *project, const char *name, const char *scope, gint64 value)
{
  gp_project_add_parameter (
      project, &(GpParameterValue){
                   .parameter = name, .scope = scope, .value = {value, 0}, .source = "typed"});
}

static void
add_schools (GpProject *project, guint32 board, guint32 region, int n, GpYear started)
{
  static int number;

  for (int i = 0; i < n; i++) {
    g_autofree char *code = g_strdup_printf ("S%d", number++);
    GpSchool school = {.code = code,
                       .name = code,
                       .board = board,
                       .region = region,
                       .pupils = 100,
                       .started = started,
                       .programme =
                           started != GP_YEAR_NONE ? GP_PROGRAMME_REGULAR : GP_PROGRAMME_NONE,
                       .requirements = {-1, -1, -1, -1}};

    gp_project_add_school (project, &school);
  }
}

/* Board A in Noord: six schools, one of which started in 2025; board B in Zuid: three. A has a pin
 * of exactly two regular starts in 2026, where pinned. */
static GpProject *
project_by_hand (gboolean pinned)
{
  GpProject *project = gp_project_new (NULL, NULL);
  GError *error = NULL;

  gp_project_set_frame (project, "Proef", 2026, 2028, 2027);
  gp_project_add_region (project, &(GpRegion){.code = "noord", .name = "Noord"});
  gp_project_add_region (project, &(GpRegion){.code = "zuid", .name = "Zuid"});
  gp_project_add_sector (
      project, &(GpSector){.code = "po", .name = "po", .support_years = 2, .groeikracht = TRUE});
  for (guint32 i = 0; i < 2; i++)
    gp_project_add_board (project, &(GpBoard){.code = i == 0 ? "A" : "B",
                                              .name = i == 0 ? "Eerste" : "Tweede",
                                              .home_region = i,
                                              .partner_since = GP_YEAR_NONE,
                                              .max_verandercoaches = -1});
  add_schools (project, 0, 0, 1, 2025);
  add_schools (project, 0, 0, 5, GP_YEAR_NONE);
  add_schools (project, 1, 1, 3, GP_YEAR_NONE);
  gp_project_add_scenario (project,
                           &(GpScenario){.code = "base", .name = "Basis", .parent = GP_NONE});
  add_parameter (project, "support_days", "po:1", 10);
  add_parameter (project, "support_days", "po:2", 4);
  add_parameter (project, "participation_goal", "", 9);
  add_parameter (project, "partner_min_schools", "", 5);
  add_parameter (project, "lending_efficiency", "", 1);
  if (pinned)
    gp_project_add_pin (project, &(GpPin){.kind = GP_PIN_START,
                                          .programme = GP_PROGRAMME_REGULAR,
                                          .year = 2026,
                                          .min = 2,
                                          .max = 2,
                                          .reason = ""});
  ck_assert_msg (gp_project_finish (project, &error), "%s", error != NULL ? error->message : "");
  return project;
}

static void
add (GpPlan *plan, GpPlanRowKind kind, const char *board, const char *region, const char *to_region,
     GpProgramme programme, GpYear year, double amount)
{
  GpPlanRow row = {.kind = kind,
                   .board = board,
                   .sector = kind == GP_ROW_START ? "po" : "",
                   .region = region,
                   .to_region = to_region,
                   .programme = programme,
                   .year = year,
                   .amount = amount,
                   .hundredths = (gint64)llround (amount * 100)};

  gp_plan_add_row (plan, GP_PART_WHOLE, &row);
}

/* A starts 2 regular in 2026 and 1 Groeikracht in 2027, becomes a partner in 2027 and trains two; B
 * starts nothing. One place of 2027 stays empty; Zuid has no day left then. */
static GpPlan *
plan_by_hand (double regular)
{
  GpPlan *plan = gp_plan_new ("base", GP_PLAN_OPTIMAL);

  add (plan, GP_ROW_START, "A", "noord", "", GP_PROGRAMME_REGULAR, 2026, regular);
  add (plan, GP_ROW_START, "A", "noord", "", GP_PROGRAMME_GROEIKRACHT, 2027, 1);
  add (plan, GP_ROW_PARTNER, "A", "", "", GP_PROGRAMME_NONE, 2027, 1);
  add (plan, GP_ROW_TRAINING, "A", "", "", GP_PROGRAMME_NONE, 2027, 2);
  add (plan, GP_ROW_VERANDERCOACH_DAYS, "A", "noord", "", GP_PROGRAMME_NONE, 2027, 5);
  add (plan, GP_ROW_LENDING, "", "noord", "zuid", GP_PROGRAMME_NONE, 2027, 8);
  add (plan, GP_ROW_AVAILABLE, "", "noord", "", GP_PROGRAMME_NONE, 2026, 40);
  add (plan, GP_ROW_AVAILABLE, "", "noord", "", GP_PROGRAMME_NONE, 2027, 40);
  add (plan, GP_ROW_AVAILABLE, "", "zuid", "", GP_PROGRAMME_NONE, 2027, 30);
  add (plan, GP_ROW_USED, "", "noord", "", GP_PROGRAMME_NONE, 2026, 26);
  add (plan, GP_ROW_USED, "", "noord", "", GP_PROGRAMME_NONE, 2027, 24);
  add (plan, GP_ROW_USED, "", "zuid", "", GP_PROGRAMME_NONE, 2027, 38);
  add (plan, GP_ROW_HIRE, "", "noord", "", GP_PROGRAMME_NONE, 2026, 1);
  add (plan, GP_ROW_DELAY, "", "", "", GP_PROGRAMME_REGULAR, 2027, 1);
  gp_plan_set_whole (plan, TRUE);
  gp_plan_finish (plan);
  return plan;
}
