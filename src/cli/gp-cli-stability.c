/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * groeiplan-cli stability: what keeping a share of the published starts costs in the scenario's
 * priorities.
 */
#include "gp-cli-private.h"

#include <groeiplan/gp-stability.h>

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

static const double shares[] = {1, 0.95, 0.9, 0.8, 0};

static void
add_point (GpCliTable *table, const GpStability *stability, const GpStabilityPoint *point)
{
  g_autofree char *share = g_strdup_printf ("%.0f%%", point->share * 100);
  gp_cli_table_add (table, point->share > 0 ? share : _ ("none asked"));
  for (guint i = 0; i < stability->n_priorities; i++)
    if (point->status == GP_PLAN_OPTIMAL)
      gp_cli_table_add_number (table, point->values[i], 2);
    else
      gp_cli_table_add (table, point->status == GP_PLAN_CONFLICT ? _ ("impossible") : "?");
}

static void
print_text (const GpStability *stability, const char *scenario)
{
  g_autofree char *starts = gp_cli_number_text (stability->published_starts, 0);
  gp_cli_print (
      g_dngettext (GETTEXT_PACKAGE,
                   "What keeping the published start (%s school) costs in scenario %s\n",
                   "What keeping the published starts (%s schools) costs in scenario %s\n",
                   (gulong)stability->published_starts),
      starts, scenario);
  gp_cli_print ("%s\n", _ ("The best possible values of the priorities, in their order; a later "
                           "one may gain where an earlier one gives way."));
  GpCliTable *table = gp_cli_table_new (stability->n_priorities + 1);
  gp_cli_table_add (table, _ ("kept"));
  for (guint i = 0; i < stability->n_priorities; i++)
    gp_cli_table_add (table, gp_priority_name (stability->priorities[i]));
  gp_cli_table_add (table, "");
  for (guint i = 0; i < stability->n_priorities; i++)
    gp_cli_table_add (table, gp_cli_unit (stability->priorities[i]));
  for (guint i = 0; i < stability->n_points; i++)
    add_point (table, stability, &stability->points[i]);
  gp_cli_table_print (table);
}

static void
add_values (JsonBuilder *builder, const GpStability *stability, const GpStabilityPoint *point)
{
  json_builder_set_member_name (builder, "priorities");
  json_builder_begin_array (builder);
  for (guint i = 0; i < stability->n_priorities && point->status == GP_PLAN_OPTIMAL; i++) {
    json_builder_begin_object (builder);
    json_builder_set_member_name (builder, "name");
    json_builder_add_string_value (builder, gp_priority_name (stability->priorities[i]));
    json_builder_set_member_name (builder, "unit");
    json_builder_add_string_value (builder, gp_priority_unit (stability->priorities[i]));
    json_builder_set_member_name (builder, "relaxed");
    json_builder_add_double_value (builder, point->values[i]);
    json_builder_end_object (builder);
  }
  json_builder_end_array (builder);
}

static void
print_json (const GpStability *stability, const char *scenario)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "format");
  json_builder_add_string_value (builder, "groeiplan-stability-1");
  json_builder_set_member_name (builder, "scenario");
  json_builder_add_string_value (builder, scenario);
  json_builder_set_member_name (builder, "published_starts");
  json_builder_add_double_value (builder, stability->published_starts);
  json_builder_set_member_name (builder, "points");
  json_builder_begin_array (builder);
  for (guint i = 0; i < stability->n_points; i++) {
    const GpStabilityPoint *point = &stability->points[i];
    json_builder_begin_object (builder);
    json_builder_set_member_name (builder, "share");
    json_builder_add_double_value (builder, point->share);
    json_builder_set_member_name (builder, "status");
    json_builder_add_string_value (builder, gp_plan_status_name (point->status));
    add_values (builder, stability, point);
    json_builder_end_object (builder);
  }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  gp_cli_json_print (builder);
}

static GpStability *
solve (GpCli *cli, GpStore *store, const GpProject *project, guint32 scenario, GError **error)
{
  g_autoptr (GpPlan) published = NULL;
  const char *code = project->scenarios[scenario].code;
  if (!gp_cli_published (store, code, &published, error))
    return NULL;
  if (!published) {
    g_set_error (error, GP_ERROR, GP_ERROR_DATA,
                 _ ("No plan is published for scenario %s: publish one with groeiplan-cli plan "
                    "--publish."),
                 code);
    return NULL;
  }
  GpStability *stability =
      gp_stability_new (project, scenario, published, shares, G_N_ELEMENTS (shares),
                        gp_cli_progress, cli, cli->cancellable, error);
  gp_cli_progress_done (cli);
  return stability;
}

gboolean
gp_cli_stability (GpCli *cli, char **argv, GError **error)
{
  static const char *const formats[] = {"text", "json", NULL};
  g_autofree char *code = NULL, *format_word = NULL;
  const GOptionEntry entries[] = {{"scenario", 0, 0, G_OPTION_ARG_STRING, &code,
                                   N_ ("The scenario (default: base)"), N_ ("CODE")},
                                  {"format", 0, 0, G_OPTION_ARG_STRING, &format_word,
                                   N_ ("How to print the result"), "text|json"},
                                  G_OPTION_ENTRY_NULL};
  g_auto (GStrv) words = gp_cli_parse (cli, argv, entries, 1, 1, error);
  int format = words ? gp_cli_word ("--format", format_word, formats, error) : -1;
  if (format < 0)
    return FALSE;
  g_autoptr (GpStore) store = gp_store_open (words[0], GP_STORE_READ_ONLY, error);
  g_autoptr (GpProject) project = store ? gp_store_snapshot (store, error) : NULL;
  guint32 scenario = project ? gp_cli_find_scenario (project, code, error) : GP_NONE;
  if (scenario == GP_NONE)
    return FALSE;
  g_autoptr (GpStability) stability = solve (cli, store, project, scenario, error);
  if (!stability)
    return FALSE;
  if (format == 0)
    print_text (stability, project->scenarios[scenario].code);
  else
    print_json (stability, project->scenarios[scenario].code);
  return TRUE;
}
