/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The project as a whole: what can only be said when all rows and the frame are there. */
#include "gp-project-private.h"

#include <glib/gi18n-lib.h>

static void
check_schools (GpBuilder *builder)
{
  const GpProject *project = &builder->public;

  for (guint32 i = 0; i < project->n_schools; i++) {
    if (project->schools[i].started >= project->plan_from)
      gp_builder_report (builder, GP_TABLE_SCHOOLS, i, "started",
                         _ ("lies in the plan years, which the planner fills in; to fix a start "
                            "there, add a pin on starts"));
  }
}

static void
check_boards (GpBuilder *builder)
{
  const GpProject *project = &builder->public;

  for (guint32 i = 0; i < project->n_boards; i++) {
    if (project->boards[i].partner_since >= project->plan_from)
      gp_builder_report (builder, GP_TABLE_BOARDS, i, "partner_since",
                         _ ("lies in the plan years, which the planner fills in; to fix a "
                            "partner year there, add a pin on the partner"));
  }
}

static void
check_verandercoaches (GpBuilder *builder, gboolean framed)
{
  const GpProject *project = &builder->public;

  for (guint32 i = 0; i < project->n_verandercoaches; i++) {
    const GpVerandercoach *coach = &project->verandercoaches[i];

    if (framed && coach->trained_year >= project->plan_from)
      gp_builder_report (builder, GP_TABLE_VERANDERCOACHES, i, "trained_year",
                         _ ("lies in the plan years, which the planner fills in; to fix a "
                            "training there, add a pin on trainings"));
    if (coach->board < project->n_boards &&
        project->boards[coach->board].partner_since == GP_YEAR_NONE)
      gp_builder_report (builder, GP_TABLE_VERANDERCOACHES, i, "board",
                         _ ("board %s is no partner, and only partners have verandercoaches; "
                            "fill in its partner_since"),
                         project->boards[coach->board].code);
  }
}

void
gp_builder_check_plan_year (GpBuilder *builder, GpTableId table, guint32 row, GpYear year)
{
  const GpProject *project = &builder->public;
  char text[GP_YEAR_BYTES], from[GP_YEAR_BYTES], last[GP_YEAR_BYTES];

  if (year == GP_YEAR_NONE || (year >= project->plan_from && year <= project->last_year))
    return;
  gp_builder_report (builder, table, row, "year",
                     _ ("%s is a year outside the plan, which runs from %s to %s"),
                     gp_year_format (year, text), gp_year_format (project->plan_from, from),
                     gp_year_format (project->last_year, last));
}

static void
check_years (GpBuilder *builder)
{
  const GpProject *project = &builder->public;

  check_schools (builder);
  check_boards (builder);
  for (guint32 i = 0; i < project->n_parameters; i++)
    gp_builder_check_plan_year (builder, GP_TABLE_PARAMETERS, i, project->parameters[i].year);
  for (guint32 i = 0; i < project->n_pins; i++)
    gp_builder_check_plan_year (builder, GP_TABLE_PINS, i, project->pins[i].year);
}

/* Parents that were named before they were there. */
static void
resolve_parents (GpBuilder *builder)
{
  for (guint i = 0; i < builder->pending->len; i++) {
    const GpPendingParent *pending = &g_array_index (builder->pending, GpPendingParent, i);
    GpScenario *scenario = gp_builder_row (builder, GP_TABLE_SCENARIOS, pending->row);

    scenario->parent = gp_project_find (&builder->public, GP_TABLE_SCENARIOS, pending->parent);
    if (scenario->parent == GP_NONE)
      gp_builder_report (builder, GP_TABLE_SCENARIOS, pending->row, "parent",
                         _ ("unknown scenario %s; add it, or leave this empty"), pending->parent);
  }
  g_array_set_size (builder->pending, 0);
}

/* TRUE when going up from a scenario comes back to itself. (A line that runs into somebody else's
 * cycle is not reported: the cycle is, at each of its own scenarios.) */
static gboolean
is_own_ancestor (const GpProject *project, guint32 scenario)
{
  guint32 at = project->scenarios[scenario].parent;

  for (guint steps = 0; steps < project->n_scenarios && at < project->n_scenarios; steps++) {
    if (at == scenario)
      return TRUE;
    at = project->scenarios[at].parent;
  }
  return FALSE;
}

static void
check_scenarios (GpBuilder *builder)
{
  const GpProject *project = &builder->public;

  for (guint32 i = 0; i < project->n_scenarios; i++) {
    guint32 parent = project->scenarios[i].parent;

    if (parent != GP_NONE && parent >= project->n_scenarios)
      gp_builder_report (builder, GP_TABLE_SCENARIOS, i, "parent",
                         _ ("refers to a row that does not exist"));
    else if (is_own_ancestor (project, i))
      gp_builder_report (builder, GP_TABLE_SCENARIOS, i, "parent",
                         _ ("scenario %s is its own ancestor; give one of the scenarios in this "
                            "circle another parent, or none"),
                         project->scenarios[i].code);
  }
}

void
gp_builder_check (GpBuilder *builder)
{
  gboolean framed = builder->public.plan_from != GP_YEAR_NONE;

  if (!builder->has_frame)
    gp_builder_report (builder, GP_N_TABLES, GP_NONE, "plan_from",
                       _ ("the plan’s years are missing"));
  resolve_parents (builder);
  check_scenarios (builder);
  check_verandercoaches (builder, framed);
  gp_builder_check_uncertain (builder);
  if (framed)
    check_years (builder);
}
