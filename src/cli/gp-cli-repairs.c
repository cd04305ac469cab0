/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * groeiplan-cli repairs: where overload or delay is left, the smallest change of each lever alone
 * that removes it. With --apply one of them becomes a new scenario, as one edit that can be undone.
 */
#include "gp-cli-private.h"

#include <groeiplan/gp-repairs.h>

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <math.h>

enum { FORMAT_TEXT, FORMAT_JSON };

typedef struct {
  char *scenario, *format, *goal, *apply, *as;
  gboolean whole, half;
} Options;

static void
clear_options (Options *options)
{
  g_free (options->scenario);
  g_free (options->format);
  g_free (options->goal);
  g_free (options->apply);
  g_free (options->as);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, clear_options)

/* ---- text -------------------------------------------------------------------------------------
 */

static const char *
goal_head (GpPriorityId goal)
{
  switch (goal) {
  case GP_PRIORITY_OVERLOAD:
    return _ ("Against overload");
  case GP_PRIORITY_GROEIKRACHT_DELAY:
    return _ ("Against Groeikracht schools that wait");
  default:
    return _ ("Against regular schools that wait");
  }
}

static void
print_repair (const GpRepair *repair)
{
  g_autofree char *sentence = gp_repair_sentence (repair);
  g_autofree char *whole = gp_cli_number_text (repair->whole_after, 2);

  gp_cli_print ("  %-9s %s", gp_lever_name (repair->lever), sentence);
  if (isfinite (repair->whole_after))
    gp_cli_print (_ (" (The whole-school plan leaves %s %s.)"), whole, gp_cli_unit (repair->goal));
  gp_cli_print ("\n");
}

/* A whole-school plan may have some left all the same: no lever is for what rounding costs. */
static const char *
nothing_words (guint goals)
{
  switch (goals) {
  case 1u << GP_PRIORITY_OVERLOAD:
    return _ ("There is nothing to repair: at best, in fractions of schools, no overload is left.");
  case 1u << GP_PRIORITY_GROEIKRACHT_DELAY:
    return _ ("There is nothing to repair: at best, in fractions of schools, no Groeikracht school "
              "waits.");
  case 1u << GP_PRIORITY_REGULAR_DELAY:
    return _ ("There is nothing to repair: at best, in fractions of schools, no regular school "
              "waits.");
  default:
    return _ ("There is nothing to repair: at best, in fractions of schools, no overload and no "
              "delay is left.");
  }
}

static void
print_text (const GpRepairs *repairs, guint goals)
{
  for (guint i = 0; i < repairs->plan->n_conflicts; i++)
    gp_cli_print ("%s\n", repairs->plan->conflicts[i]);
  if (repairs->plan->status == GP_PLAN_CONFLICT)
    return;
  if (repairs->n_repairs == 0)
    gp_cli_print ("%s\n", nothing_words (goals));
  for (guint i = 0; i < repairs->n_repairs; i++) {
    const GpRepair *repair = &repairs->repairs[i];

    if (i == 0 || repair->goal != repairs->repairs[i - 1].goal)
      gp_cli_print ("%s%s\n", i == 0 ? "" : "\n", goal_head (repair->goal));
    print_repair (repair);
  }
}

/* ---- JSON -------------------------------------------------------------------------------------
 */

static void
add_setting (JsonBuilder *builder, const GpRepairSetting *setting)
{
  char year[GP_YEAR_BYTES];

  json_builder_begin_object (builder);
  gp_cli_json_text (builder, "parameter", gp_param_info (setting->param)->name);
  gp_cli_json_text (builder, "scope", setting->scope);
  gp_cli_json_text (builder, "year", gp_year_format (setting->year, year));
  gp_cli_json_number (builder, "value", gp_decimal_to_double (setting->value));
  gp_cli_json_number (builder, "in_place_of", setting->before);
  json_builder_end_object (builder);
}

static void
add_repair (JsonBuilder *builder, const GpRepair *repair)
{
  g_autofree char *sentence = gp_repair_sentence (repair);
  gboolean part = repair->extent == GP_REPAIR_PART;
  char from[GP_YEAR_BYTES];

  json_builder_begin_object (builder);
  gp_cli_json_text (builder, "goal", gp_priority_name (repair->goal));
  gp_cli_json_text (builder, "unit", gp_priority_unit (repair->goal));
  gp_cli_json_text (builder, "lever", gp_lever_name (repair->lever));
  gp_cli_json_text (builder, "extent", gp_repair_extent_name (repair->extent));
  gp_cli_json_number (builder, "amount", part ? NAN : repair->amount);
  gp_cli_json_text (builder, "from", gp_year_format (repair->from, from));
  gp_cli_json_number (builder, "before", repair->before);
  gp_cli_json_number (builder, "after", repair->after);
  gp_cli_json_number (builder, "whole_after", repair->whole_after);
  gp_cli_json_number (builder, "eur_a_year", part ? NAN : repair->euro);
  gp_cli_json_number (builder, "plan_eur_a_year", part ? NAN : repair->plan_euro);
  json_builder_set_member_name (builder, "parameters");
  json_builder_begin_array (builder);
  for (guint i = 0; i < repair->n_settings; i++)
    add_setting (builder, &repair->settings[i]);
  json_builder_end_array (builder);
  gp_cli_json_text (builder, "sentence", sentence);
  json_builder_end_object (builder);
}

static void
add_all (JsonBuilder *builder, const GpRepairs *repairs)
{
  json_builder_begin_object (builder);
  gp_cli_json_text (builder, "format", "groeiplan-repairs-1");
  gp_cli_json_text (builder, "scenario", repairs->plan->scenario);
  gp_cli_json_text (builder, "status", gp_plan_status_name (repairs->plan->status));
  json_builder_set_member_name (builder, "repairs");
  json_builder_begin_array (builder);
  for (guint i = 0; i < repairs->n_repairs; i++)
    add_repair (builder, &repairs->repairs[i]);
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "conflicts");
  json_builder_begin_array (builder);
  for (guint i = 0; i < repairs->plan->n_conflicts; i++)
    json_builder_add_string_value (builder, repairs->plan->conflicts[i]);
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "plans");
  json_builder_add_int_value (builder, repairs->n_plans);
  json_builder_end_object (builder);
}

static void
print_json (const GpRepairs *repairs)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();

  add_all (builder, repairs);
  gp_cli_json_print (builder);
}

/* ---- a repair as a scenario -------------------------------------------------------------------
 */

static gboolean
put_setting (GpStore *store, const char *code, const GpRepairSetting *setting, const char *note,
             GError **error)
{
  char year[GP_YEAR_BYTES], value[GP_DECIMAL_BYTES];
  const char *const cells[] = {code,
                               gp_param_info (setting->param)->name,
                               setting->scope,
                               gp_year_format (setting->year, year),
                               gp_decimal_format (setting->value, value),
                               "assumption",
                               note,
                               NULL};

  return gp_store_put (store, GP_TABLE_PARAMETERS, cells, error);
}

static gboolean
put_scenario (GpStore *store, const GpScenario *parent, const GpRepair *repair, const char *code,
              GError **error)
{
  g_autofree char *sentence = gp_repair_sentence (repair);
  const char *const cells[] = {code, parent->code, code, sentence, NULL};

  if (!gp_store_put (store, GP_TABLE_SCENARIOS, cells, error))
    return FALSE;
  for (guint i = 0; i < repair->n_settings; i++)
    if (!put_setting (store, code, &repair->settings[i], sentence, error))
      return FALSE;
  return TRUE;
}

static gboolean
apply_repair (GpStore *store, const GpScenario *parent, const GpRepair *repair, const char *code,
              GError **error)
{
  g_autofree char *label = g_strdup_printf (_ ("Added scenario %s with a repair"), code);

  if (!gp_store_begin (store, label, error))
    return FALSE;
  if (put_scenario (store, parent, repair, code, error))
    return gp_store_commit (store, error);
  gp_store_rollback (store);
  return FALSE;
}

static const GpRepair *
choose (const GpRepairs *repairs, gboolean half)
{
  GpRepairExtent wanted = half ? GP_REPAIR_HALF : GP_REPAIR_ALL;

  for (guint i = 0; i < repairs->n_repairs; i++)
    if (repairs->repairs[i].extent == wanted)
      return &repairs->repairs[i];
  /* what removes half may remove all */
  for (guint i = 0; half && i < repairs->n_repairs; i++)
    if (repairs->repairs[i].extent == GP_REPAIR_ALL)
      return &repairs->repairs[i];
  return NULL;
}

/* Why there is no scenario: nothing helps, or nothing helps to the end. */
static const char *
none_words (const GpRepairs *repairs, gboolean half)
{
  return !half && choose (repairs, TRUE) != NULL
             ? _ ("This lever cannot remove all of it, so no scenario was added; --half applies "
                  "what "
                  "removes at least half.\n")
             : _ ("There is no such repair, so no scenario was added.\n");
}

static gboolean
apply_found (GpCli *cli, GpStore *store, const GpProject *project, guint32 scenario,
             const GpRepairs *repairs, const Options *options, int format, GError **error)
{
  const GpRepair *repair = choose (repairs, options->half);
  const char *why = none_words (repairs, options->half);

  if (repair == NULL) {
    cli->answer_is_no = TRUE;
    if (format == FORMAT_TEXT)
      gp_cli_print_raw (why, strlen (why));
    return TRUE;
  }
  if (!apply_repair (store, &project->scenarios[scenario], repair, options->as, error))
    return FALSE;
  if (format == FORMAT_TEXT)
    gp_cli_print (_ ("Added scenario %s.\n"), options->as);
  return TRUE;
}

/* ---- the command ------------------------------------------------------------------------------
 */

static gboolean
set_usage (GError **error, const char *message)
{
  g_set_error_literal (error, GP_ERROR, GP_ERROR_USAGE, message);
  return FALSE;
}

/* The words of the call as options of the search. */
static gboolean
read_options (const Options *options, GpRepairsOptions *out, GError **error)
{
  static const char *const goals[] = {"overload", "groeikracht_delay", "regular_delay", NULL};
  GpPriorityId goal = GP_PRIORITY_OVERLOAD;
  GpLever lever = GP_LEVER_EXPERTS;
  int place = options->goal ? gp_cli_word ("--goal", options->goal, goals, error) : 0;

  if (place < 0)
    return FALSE;
  if ((options->apply == NULL) != (options->as == NULL))
    return set_usage (error, _ ("--apply LEVER and --as CODE go together."));
  if (options->half && options->apply == NULL)
    return set_usage (error, _ ("--half goes with --apply."));
  if (options->apply && !gp_lever_parse (options->apply, &lever))
    return set_usage (error, _ ("--apply takes experts, handover, training, partners, interest or "
                                "cohorts."));
  gp_priority_parse (goals[place], &goal);
  out->goals = options->goal ? 1u << goal : 0;
  out->levers = options->apply ? 1u << lever : 0;
  out->without_half = options->apply && !options->half;
  out->whole = options->whole;
  return TRUE;
}

static gboolean
is_free (const GpProject *project, const char *code, GError **error)
{
  if (code == NULL || gp_project_find (project, GP_TABLE_SCENARIOS, code) == GP_NONE)
    return TRUE;
  g_set_error (error, GP_ERROR, GP_ERROR_DATA,
               _ ("There is a scenario %s already: give the repair another code."), code);
  return FALSE;
}

static gboolean
run (GpCli *cli, const char *path, const Options *options, GpRepairsOptions *search, int format,
     GError **error)
{
  g_autoptr (GpStore) store = options->apply ? gp_cli_open_for_writing (path, error)
                                             : gp_store_open (path, GP_STORE_READ_ONLY, error);
  g_autoptr (GpProject) project = store ? gp_store_snapshot (store, error) : NULL;
  guint32 scenario = project ? gp_cli_find_scenario (project, options->scenario, error) : GP_NONE;
  g_autoptr (GpPlan) published = NULL;
  g_autoptr (GError) unreadable = NULL;
  g_autoptr (GpRepairs) repairs = NULL;

  if (scenario == GP_NONE || !is_free (project, options->as, error))
    return FALSE;
  published = gp_store_get_published (store, project->scenarios[scenario].code, NULL, &unreadable);
  if (unreadable) {
    g_propagate_error (error, g_steal_pointer (&unreadable));
    return FALSE;
  }
  search->published = published;
  repairs = gp_repairs_find (project, scenario, search, cli->cancellable, error);
  gp_cli_progress_done (cli);
  if (!repairs)
    return FALSE;
  if (format == FORMAT_TEXT)
    print_text (repairs, search->goals);
  else
    print_json (repairs);
  cli->answer_is_no = repairs->plan->status == GP_PLAN_CONFLICT;
  return options->apply == NULL || cli->answer_is_no ||
         apply_found (cli, store, project, scenario, repairs, options, format, error);
}

gboolean
gp_cli_repairs (GpCli *cli, char **argv, GError **error)
{
  static const char *const formats[] = {"text", "json", NULL};
  g_auto (Options) options = {0};
  GpRepairsOptions search = {.progress = gp_cli_progress, .progress_data = cli};
  int format;
  const GOptionEntry entries[] = {
      {"scenario", 0, 0, G_OPTION_ARG_STRING, &options.scenario,
       N_ ("The scenario (default: base)"), N_ ("CODE")},
      {"goal", 0, 0, G_OPTION_ARG_STRING, &options.goal,
       N_ ("Only repair this (default: all of them)"), "overload|groeikracht_delay|regular_delay"},
      {"whole", 0, 0, G_OPTION_ARG_NONE, &options.whole,
       N_ ("Plan whole schools with each repair too"), NULL},
      {"apply", 0, 0, G_OPTION_ARG_STRING, &options.apply,
       N_ ("Make the repair of this lever a new scenario"), N_ ("LEVER")},
      {"as", 0, 0, G_OPTION_ARG_STRING, &options.as, N_ ("The code of the new scenario"),
       N_ ("CODE")},
      {"half", 0, 0, G_OPTION_ARG_NONE, &options.half,
       N_ ("Apply the repair that removes at least half"), NULL},
      {"format", 0, 0, G_OPTION_ARG_STRING, &options.format, N_ ("How to print the repairs"),
       "text|json"},
      G_OPTION_ENTRY_NULL};
  g_auto (GStrv) words = gp_cli_parse (cli, argv, entries, 1, 1, error);

  if (!words)
    return FALSE;
  format = gp_cli_word ("--format", options.format, formats, error);
  return format >= 0 && read_options (&options, &search, error) &&
         run (cli, words[0], &options, &search, format, error);
}
