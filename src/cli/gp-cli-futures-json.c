/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What futures come to as JSON, the document groeiplan-futures-1. Nothing in it tells when, where
 * or by how many it was made: the same futures give the same bytes.
 */
#include "gp-cli-futures.h"

#include <json-glib/json-glib.h>

static void
add_integer (JsonBuilder *builder, const char *key, gint64 value)
{
  json_builder_set_member_name (builder, key);
  json_builder_add_int_value (builder, value);
}

static void
add_year (JsonBuilder *builder, GpYear year)
{
  char text[GP_YEAR_BYTES];
  gp_cli_json_text (builder, "year", gp_year_format (year, text));
}

static void
begin_array (JsonBuilder *builder, const char *key)
{
  json_builder_set_member_name (builder, key);
  json_builder_begin_array (builder);
}

static void
add_percentiles (JsonBuilder *builder, const GpPercentiles *values)
{
  gp_cli_json_number (builder, "p10", values->p10);
  gp_cli_json_number (builder, "p50", values->p50);
  gp_cli_json_number (builder, "p90", values->p90);
}

/* How many, and which share of those that say anything (null when none does). */
static void
add_kept (JsonBuilder *builder, const GpFuturesSummary *summary, guint32 kept)
{
  guint32 known = summary->count - summary->unknown;
  add_integer (builder, "kept", kept);
  json_builder_set_member_name (builder, "share");
  if (known > 0)
    json_builder_add_double_value (builder, (double)kept / known);
  else
    json_builder_add_null_value (builder);
}

static void
add_promises (JsonBuilder *builder, const GpFuturesSummary *summary)
{
  begin_array (builder, "promises");
  for (GpPromise promise = 0; promise < GP_N_PROMISES; promise++) {
    if (!summary->has_promise[promise])
      continue;
    json_builder_begin_object (builder);
    gp_cli_json_text (builder, "name", gp_promise_name (promise));
    add_kept (builder, summary, summary->kept[promise]);
    json_builder_end_object (builder);
  }
  json_builder_end_array (builder);
}

static void
add_schools (JsonBuilder *builder, const GpFuturesSummary *summary)
{
  begin_array (builder, "schools");
  for (guint i = 0; summary->planned > 0 && i < summary->n_years; i++) {
    json_builder_begin_object (builder);
    add_year (builder, summary->years[i].year);
    json_builder_set_member_name (builder, "goal");
    json_builder_add_boolean_value (builder, summary->years[i].promised_here);
    add_percentiles (builder, &summary->years[i].schools);
    json_builder_end_object (builder);
  }
  json_builder_end_array (builder);
}

static void
add_values (JsonBuilder *builder, const GpFuturesSummary *summary)
{
  begin_array (builder, "priorities");
  for (guint i = 0; summary->planned > 0 && i < summary->n_values; i++) {
    json_builder_begin_object (builder);
    gp_cli_json_text (builder, "name", gp_priority_name (summary->values[i].id));
    gp_cli_json_text (builder, "unit", gp_priority_unit (summary->values[i].id));
    add_percentiles (builder, &summary->values[i].value);
    json_builder_end_object (builder);
  }
  json_builder_end_array (builder);
}

static void
add_regret (JsonBuilder *builder, const GpFuturesSummary *summary)
{
  json_builder_set_member_name (builder, "regret");
  if (!summary->has_regret) {
    json_builder_add_null_value (builder);
    return;
  }
  json_builder_begin_object (builder);
  gp_cli_json_text (builder, "unit", "school-years");
  add_percentiles (builder, &summary->regret);
  gp_cli_json_number (builder, "worst", summary->worst_regret);
  add_integer (builder, "worst_future", summary->worst_future);
  json_builder_end_object (builder);
}

static void
add_assumptions (JsonBuilder *builder, const GpFuturesSummary *summary)
{
  json_builder_set_member_name (builder, "outcome");
  json_builder_begin_object (builder);
  gp_cli_json_text (builder, "name", gp_outcome_name (summary->outcome));
  gp_cli_json_text (builder, "unit", gp_outcome_unit (summary->outcome));
  json_builder_end_object (builder);
  begin_array (builder, "assumptions");
  for (guint i = 0; i < summary->n_assumptions; i++) {
    const GpFutureAssumption *assumption = &summary->assumptions[i];
    json_builder_begin_object (builder);
    gp_cli_json_text (builder, "parameter", gp_param_info (assumption->param)->name);
    gp_cli_json_text (builder, "scope", assumption->scope);
    gp_cli_json_text (builder, "kind", assumption->is_go ? "go" : "value");
    add_year (builder, assumption->year);
    json_builder_set_member_name (builder, "correlation");
    if (assumption->has_correlation)
      json_builder_add_double_value (builder, assumption->correlation);
    else
      json_builder_add_null_value (builder);
    json_builder_end_object (builder);
  }
  json_builder_end_array (builder);
}

static void
add_boards (JsonBuilder *builder, const GpFuturesSummary *summary)
{
  begin_array (builder, "boards");
  for (guint i = 0; i < summary->n_boards; i++) {
    json_builder_begin_object (builder);
    gp_cli_json_text (builder, "board", summary->boards[i].board);
    add_year (builder, summary->boards[i].year);
    add_kept (builder, summary, summary->boards[i].kept);
    json_builder_end_object (builder);
  }
  json_builder_end_array (builder);
}

char *
gp_cli_futures_json (const GpFutures *futures, const GpFuturesSummary *summary, gsize *length)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();
  g_autofree char *seed = g_strdup_printf ("%" G_GUINT64_FORMAT, gp_futures_seed (futures));
  json_builder_begin_object (builder);
  gp_cli_json_text (builder, "format", "groeiplan-futures-1");
  gp_cli_json_text (builder, "scenario", gp_futures_scenario (futures));
  gp_cli_json_text (builder, "seed", seed);
  add_integer (builder, "count", summary->count);
  add_integer (builder, "planned", summary->planned);
  add_integer (builder, "conflicts", summary->conflicts);
  add_integer (builder, "unknown", summary->unknown);
  add_promises (builder, summary);
  add_schools (builder, summary);
  add_values (builder, summary);
  add_regret (builder, summary);
  add_assumptions (builder, summary);
  add_boards (builder, summary);
  json_builder_end_object (builder);
  g_autoptr (JsonNode) root = json_builder_get_root (builder);
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  json_generator_set_pretty (generator, TRUE);
  json_generator_set_root (generator, root);
  g_autofree char *text = json_generator_to_data (generator, NULL);
  char *line = g_strconcat (text, "\n", NULL);
  *length = strlen (line);
  return line;
}
