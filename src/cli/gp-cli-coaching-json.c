/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Who coaches whom as JSON, the document groeiplan-coaching-1. Every key is always there; a code
 * that a row does not have is "". Of one board nothing is shown that tells about others: no totals
 * of experts, no loans, no counts.
 */
#include "gp-cli-coaching.h"

#include <json-glib/json-glib.h>

typedef struct {
  const GpCliCoaching *shown;
  const GpProject *project;
  JsonBuilder *builder;
} Json;

static void
text (const Json *json, const char *key, const char *value)
{
  json_builder_set_member_name (json->builder, key);
  json_builder_add_string_value (json->builder, value);
}

static void
number (const Json *json, const char *key, gint64 value)
{
  json_builder_set_member_name (json->builder, key);
  json_builder_add_int_value (json->builder, value);
}

static void
days (const Json *json, const char *key, gint64 hundredths)
{
  json_builder_set_member_name (json->builder, key);
  json_builder_add_double_value (json->builder, gp_cli_coaching_days (hundredths));
}

static void
year (const Json *json, GpYear value)
{
  char name[GP_YEAR_BYTES];
  text (json, "year", gp_year_format (value, name));
}

static void
board (const Json *json, guint32 index)
{
  text (json, "board", index != GP_NONE ? json->project->boards[index].code : "");
}

static void
school (const Json *json, guint32 index)
{
  text (json, "school", index != GP_NONE ? json->project->schools[index].code : "");
}

static void
region (const Json *json, const char *key, guint32 index)
{
  text (json, key, index != GP_NONE ? json->project->regions[index].code : "");
}

static void
coach (const Json *json, guint32 index)
{
  g_autofree char *code = gp_coaching_coach_code (json->shown->coaching, index);
  text (json, "coach", code);
}

static void
begin_list (const Json *json, const char *key)
{
  json_builder_set_member_name (json->builder, key);
  json_builder_begin_array (json->builder);
}

/* ---- rows -------------------------------------------------------------------------------------
 */

static void
add_sectors (const Json *json, guint32 sectors)
{
  begin_list (json, "sectors");
  for (guint32 s = 0; s < json->project->n_sectors; s++)
    if ((sectors >> s & 1) != 0)
      json_builder_add_string_value (json->builder, json->project->sectors[s].code);
  json_builder_end_array (json->builder);
}

static void
add_coach_years (const Json *json, guint32 index)
{
  const GpCoaching *c = json->shown->coaching;
  begin_list (json, "years");
  for (guint y = 0; y < c->n_years; y++) {
    const GpCoachYear *row = &c->coach_years[index * c->n_years + y];
    GpYear now = (GpYear)(json->project->plan_from + (GpYear)y);
    if (row->days == 0 || !gp_cli_coaching_shows (json->shown, c->coaches[index].board, now))
      continue;
    json_builder_begin_object (json->builder);
    year (json, now);
    days (json, "days", row->days);
    days (json, "visits", row->visits);
    days (json, "work", row->work);
    days (json, "lent", row->lent);
    json_builder_end_object (json->builder);
  }
  json_builder_end_array (json->builder);
}

static void
add_coaches (const Json *json)
{
  const GpCoaching *c = json->shown->coaching;
  g_autofree gboolean *who = gp_cli_coaching_who (json->shown);
  begin_list (json, "coaches");
  for (guint32 i = 0; i < c->n_coaches; i++) {
    if (!who[i])
      continue;
    g_autofree char *name = gp_coaching_coach_name (c, i);
    json_builder_begin_object (json->builder);
    coach (json, i);
    text (json, "name", name);
    text (json, "kind", gp_coach_kind_name (c->coaches[i].kind));
    region (json, "region", c->coaches[i].region);
    board (json, c->coaches[i].board);
    add_sectors (json, c->coaches[i].sectors);
    add_coach_years (json, i);
    json_builder_end_object (json->builder);
  }
  json_builder_end_array (json->builder);
}

static void
add_starts (const Json *json)
{
  const GpCoaching *c = json->shown->coaching;
  begin_list (json, "starts");
  for (guint i = 0; i < c->n_starts; i++) {
    const GpCoachingStart *row = &c->starts[i];
    const GpSchool *at = &json->project->schools[row->school];
    if (!gp_cli_coaching_shows (json->shown, at->board, row->year))
      continue;
    json_builder_begin_object (json->builder);
    school (json, row->school);
    text (json, "name", at->name);
    board (json, at->board);
    text (json, "sector", json->project->sectors[at->sector].code);
    region (json, "region", at->region);
    text (json, "programme", gp_programme_name (row->programme));
    year (json, row->year);
    json_builder_end_object (json->builder);
  }
  json_builder_end_array (json->builder);
}

static void
add_visits (const Json *json)
{
  const GpCoaching *c = json->shown->coaching;
  begin_list (json, "visits");
  for (guint i = 0; i < c->n_visits; i++) {
    const GpVisit *row = &c->visits[i];
    const GpSchool *at = &json->project->schools[row->school];
    if (!gp_cli_coaching_shows (json->shown, at->board, row->year))
      continue;
    json_builder_begin_object (json->builder);
    school (json, row->school);
    board (json, at->board);
    region (json, "region", at->region);
    year (json, row->year);
    number (json, "support_year",
            gp_cli_coaching_support_year (json->shown, row->school, row->year));
    coach (json, row->coach);
    days (json, "days", row->days);
    json_builder_end_object (json->builder);
  }
  json_builder_end_array (json->builder);
}

static void
add_works (const Json *json)
{
  const GpCoaching *c = json->shown->coaching;
  begin_list (json, "work");
  for (guint i = 0; i < c->n_works; i++) {
    const GpCoachingWork *row = &c->works[i];
    if (!gp_cli_coaching_shows (json->shown, row->board, row->year))
      continue;
    json_builder_begin_object (json->builder);
    text (json, "kind", gp_work_kind_name (row->kind));
    region (json, "region", row->region);
    board (json, row->board);
    school (json, row->school);
    year (json, row->year);
    coach (json, row->coach);
    days (json, "days", row->days);
    json_builder_end_object (json->builder);
  }
  json_builder_end_array (json->builder);
}

static void
add_loans (const Json *json)
{
  const GpCoaching *c = json->shown->coaching;
  begin_list (json, "loans");
  for (guint i = 0; i < c->n_loans; i++) {
    const GpCoachingLoan *row = &c->loans[i];
    if (!gp_cli_coaching_shows (json->shown, GP_NONE, row->year))
      continue;
    json_builder_begin_object (json->builder);
    coach (json, row->coach);
    region (json, "from", c->coaches[row->coach].region);
    region (json, "to", row->region);
    year (json, row->year);
    days (json, "days", row->days);
    days (json, "arrives", row->arrives);
    json_builder_end_object (json->builder);
  }
  json_builder_end_array (json->builder);
}

static void
add_uncovered (const Json *json)
{
  const GpCoaching *c = json->shown->coaching;
  begin_list (json, "uncovered");
  for (guint i = 0; i < c->n_uncovered; i++) {
    const GpUncovered *row = &c->uncovered[i];
    if (!gp_cli_coaching_shows (json->shown, row->board, row->year))
      continue;
    json_builder_begin_object (json->builder);
    text (json, "kind", gp_uncovered_kind_name (row->kind));
    text (json, "work", row->kind == GP_UNCOVERED_WORK ? gp_work_kind_name (row->work) : "");
    region (json, "region", row->region);
    region (json, "to", row->to_region);
    board (json, row->board);
    school (json, row->school);
    year (json, row->year);
    days (json, "days", row->days);
    text (json, "reason", gp_uncovered_reason_name (row->reason));
    json_builder_end_object (json->builder);
  }
  json_builder_end_array (json->builder);
}

static void
add_breaks (const Json *json)
{
  const GpCoaching *c = json->shown->coaching;
  begin_list (json, "breaks");
  for (guint i = 0; i < c->n_breaks; i++) {
    const GpCoachingBreak *row = &c->breaks[i];
    guint32 of = gp_cli_coaching_board_of (json->shown, row->school);
    if (!gp_cli_coaching_shows (json->shown, of, row->year))
      continue;
    json_builder_begin_object (json->builder);
    school (json, row->school);
    board (json, of);
    year (json, row->year);
    coach (json, row->coach);
    text (json, "reason", gp_break_reason_name (row->reason));
    json_builder_end_object (json->builder);
  }
  json_builder_end_array (json->builder);
}

static void
add_count (const Json *json, guint32 at_region, guint y)
{
  const GpCoachingCount *row =
      &json->shown->coaching->counts[at_region * json->shown->coaching->n_years + y];
  json_builder_begin_object (json->builder);
  region (json, "region", at_region);
  year (json, (GpYear)(json->project->plan_from + (GpYear)y));
  number (json, "schools", row->schools);
  number (json, "coaches", row->coaches);
  number (json, "visits", row->visits);
  number (json, "two_coaches", row->split);
  number (json, "two_coaches_at_most", row->coaches > 0 ? row->coaches - 1 : 0);
  number (json, "continuing", row->continuing);
  number (json, "breaks", row->breaks);
  days (json, "uncovered", row->uncovered);
  json_builder_end_object (json->builder);
}

static void
add_counts (const Json *json)
{
  begin_list (json, "counts");
  for (guint32 r = 0; r < json->project->n_regions; r++)
    for (guint y = 0; y < json->shown->coaching->n_years; y++)
      if (gp_cli_coaching_shows (json->shown, GP_NONE,
                                 (GpYear)(json->project->plan_from + (GpYear)y)))
        add_count (json, r, y);
  json_builder_end_array (json->builder);
}

char *
gp_cli_coaching_json (const GpCliCoaching *shown, gsize *length)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();
  const GpProject *project = shown->coaching->project;
  Json json = {shown, project, builder};
  json_builder_begin_object (builder);
  text (&json, "format", "groeiplan-coaching-1");
  text (&json, "scenario", project->scenarios[shown->coaching->scenario].code);
  add_coaches (&json);
  add_starts (&json);
  add_visits (&json);
  add_works (&json);
  add_loans (&json);
  add_uncovered (&json);
  add_breaks (&json);
  add_counts (&json);
  json_builder_end_object (builder);
  g_autoptr (JsonNode) root = json_builder_get_root (builder);
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  json_generator_set_root (generator, root);
  return json_generator_to_data (generator, length);
}
