/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A plan as JSON, the document groeiplan-plan-1 of the exchange contract: the keys in the
 * contract's order, zero rows left out. Counts of a whole plan are integers; all other numbers are
 * written with the digits that give the same double back.
 */
#include "gp-cli-private.h"

#include <json-glib/json-glib.h>
#include <math.h>

static void
add_year (JsonBuilder *builder, GpYear year)
{
  char text[GP_YEAR_BYTES];
  gp_cli_json_text (builder, "year", gp_year_format (year, text));
}

/* A count: whole in a whole plan, a fraction in a relaxed one. */
static void
add_count (JsonBuilder *builder, const char *key, GpPlanPart part, const GpPlanRow *row)
{
  if (part == GP_PART_RELAXED) {
    gp_cli_json_number (builder, key, row->amount);
    return;
  }
  json_builder_set_member_name (builder, key);
  json_builder_add_int_value (builder, row->hundredths / 100);
}

static void
add_start (JsonBuilder *builder, GpPlanPart part, const GpPlanRow *row)
{
  gp_cli_json_text (builder, "board", row->board);
  gp_cli_json_text (builder, "sector", row->sector);
  gp_cli_json_text (builder, "region", row->region);
  gp_cli_json_text (builder, "need", gp_need_name (row->need));
  gp_cli_json_text (builder, "programme", gp_programme_name (row->programme));
  add_year (builder, row->year);
  add_count (builder, "schools", part, row);
}

static void
add_partner (JsonBuilder *builder, GpPlanPart part, const GpPlanRow *row)
{
  gp_cli_json_text (builder, "board", row->board);
  add_year (builder, row->year);
  if (part == GP_PART_RELAXED)
    gp_cli_json_number (builder, "share", row->amount);
}

static void
add_training (JsonBuilder *builder, GpPlanPart part, const GpPlanRow *row)
{
  gp_cli_json_text (builder, "board", row->board);
  add_year (builder, row->year);
  add_count (builder, "coaches", part, row);
}

static void
add_verandercoach_days (JsonBuilder *builder, GpPlanPart part, const GpPlanRow *row)
{
  (void)part;
  gp_cli_json_text (builder, "board", row->board);
  gp_cli_json_text (builder, "region", row->region);
  add_year (builder, row->year);
  gp_cli_json_number (builder, "days", row->amount);
}

static void
add_lending (JsonBuilder *builder, GpPlanPart part, const GpPlanRow *row)
{
  (void)part;
  gp_cli_json_text (builder, "from", row->region);
  gp_cli_json_text (builder, "to", row->to_region);
  add_year (builder, row->year);
  gp_cli_json_number (builder, "days", row->amount);
}

static void
add_hire (JsonBuilder *builder, GpPlanPart part, const GpPlanRow *row)
{
  gp_cli_json_text (builder, "region", row->region);
  add_year (builder, row->year);
  add_count (builder, "coaches", part, row);
}

static void
add_rows (JsonBuilder *builder, const GpPlan *plan, GpPlanPart part, const char *key,
          GpPlanRowKind kind, void (*add) (JsonBuilder *, GpPlanPart, const GpPlanRow *))
{
  guint n;
  const GpPlanRow *rows = gp_plan_rows (plan, part, kind, &n);
  json_builder_set_member_name (builder, key);
  json_builder_begin_array (builder);
  for (guint i = 0; i < n; i++) {
    json_builder_begin_object (builder);
    add (builder, part, &rows[i]);
    json_builder_end_object (builder);
  }
  json_builder_end_array (builder);
}

static void
add_experts (JsonBuilder *builder, const GpPlan *plan, GpPlanPart part)
{
  g_autoptr (GArray) rows = gp_cli_capacity (plan, part);
  json_builder_set_member_name (builder, "expert");
  json_builder_begin_array (builder);
  for (guint i = 0; i < rows->len; i++) {
    const GpCliCapacity *row = &g_array_index (rows, GpCliCapacity, i);
    if (row->available <= 0 && row->used <= 0 && row->overload <= 0)
      continue;
    json_builder_begin_object (builder);
    gp_cli_json_text (builder, "region", row->region);
    add_year (builder, row->year);
    gp_cli_json_number (builder, "available", row->available);
    gp_cli_json_number (builder, "used", row->used);
    gp_cli_json_number (builder, "overload", row->overload);
    json_builder_end_object (builder);
  }
  json_builder_end_array (builder);
}

static void
add_part (JsonBuilder *builder, const GpPlan *plan, GpPlanPart part, const char *key)
{
  json_builder_set_member_name (builder, key);
  json_builder_begin_object (builder);
  add_rows (builder, plan, part, "starts", GP_ROW_START, add_start);
  add_rows (builder, plan, part, "partners", GP_ROW_PARTNER, add_partner);
  add_rows (builder, plan, part, "trainings", GP_ROW_TRAINING, add_training);
  add_rows (builder, plan, part, "verandercoach_days", GP_ROW_VERANDERCOACH_DAYS,
            add_verandercoach_days);
  add_experts (builder, plan, part);
  add_rows (builder, plan, part, "lending", GP_ROW_LENDING, add_lending);
  add_rows (builder, plan, part, "hires", GP_ROW_HIRE, add_hire);
  json_builder_end_object (builder);
}

static void
add_priorities (JsonBuilder *builder, const GpPlan *plan)
{
  json_builder_set_member_name (builder, "priorities");
  json_builder_begin_array (builder);
  for (guint i = 0; i < plan->n_priorities; i++) {
    const GpPlanPriority *priority = &plan->priorities[i];
    json_builder_begin_object (builder);
    gp_cli_json_text (builder, "name", gp_priority_name (priority->id));
    gp_cli_json_text (builder, "unit", gp_priority_unit (priority->id));
    gp_cli_json_number (builder, "relaxed", priority->relaxed);
    json_builder_set_member_name (builder, "whole");
    if (plan->has_whole)
      json_builder_add_double_value (builder, priority->whole);
    else
      json_builder_add_null_value (builder);
    json_builder_set_member_name (builder, "bound");
    if (plan->has_whole && isfinite (priority->bound))
      json_builder_add_double_value (builder, priority->bound);
    else
      json_builder_add_null_value (builder);
    json_builder_end_object (builder);
  }
  json_builder_end_array (builder);
}

static void
add_conflicts (JsonBuilder *builder, const GpPlan *plan)
{
  json_builder_set_member_name (builder, "conflicts");
  json_builder_begin_array (builder);
  for (guint i = 0; i < plan->n_conflicts; i++)
    json_builder_add_string_value (builder, plan->conflicts[i]);
  json_builder_end_array (builder);
}

static void
add_seconds (JsonBuilder *builder, const GpPlan *plan, double read)
{
  json_builder_set_member_name (builder, "seconds");
  json_builder_begin_object (builder);
  gp_cli_json_number (builder, "read", plan->seconds_read + read);
  gp_cli_json_number (builder, "relaxed", plan->seconds_relaxed);
  gp_cli_json_number (builder, "whole", plan->seconds_whole);
  json_builder_end_object (builder);
}

char *
gp_cli_plan_json (const GpProject *project, const GpPlan *plan, const GpPlan *published,
                  double seconds_read, gsize *length)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();
  json_builder_begin_object (builder);
  gp_cli_json_text (builder, "format", "groeiplan-plan-1");
  gp_cli_json_text (builder, "scenario", plan->scenario);
  gp_cli_json_text (builder, "status", gp_plan_status_name (plan->status));
  add_priorities (builder, plan);
  add_part (builder, plan, GP_PART_RELAXED, "relaxed");
  if (plan->has_whole) {
    add_part (builder, plan, GP_PART_WHOLE, "whole");
  } else {
    json_builder_set_member_name (builder, "whole");
    json_builder_add_null_value (builder);
  }
  if (published && gp_cli_counts_change (plan))
    gp_cli_changes_json (builder, project, plan, published);
  add_conflicts (builder, plan);
  add_seconds (builder, plan, seconds_read);
  json_builder_end_object (builder);
  g_autoptr (JsonNode) root = json_builder_get_root (builder);
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  json_generator_set_root (generator, root);
  return json_generator_to_data (generator, length);
}
