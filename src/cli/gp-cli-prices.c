/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * groeiplan-cli prices: what one more unit of each scarce thing would bring, and what each priority
 * costs the others. Plans again for every price that it states.
 */
#include "gp-cli-private.h"

#include <groeiplan/gp-format.h>
#include <groeiplan/gp-prices.h>

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <math.h>

#define CHECKED_IN_TEXT 24
#define CHECKED_IN_JSON 100

enum { FORMAT_TEXT, FORMAT_JSON };

/* ---- text -------------------------------------------------------------------------------------
 */

/* "10 less to 100 more": as far as it was seen to hold. */
static char *
range_text (const GpPrice *price)
{
  g_autofree char *up = gp_cli_number_text (price->up, 2);
  g_autofree char *down = gp_cli_number_text (price->down, 2);

  if (price->status != GP_PRICE_CLAIMED)
    return g_strdup ("");
  if (price->down > 0)
    return g_strdup_printf (_ ("from %s less to %s more"), down, up);
  return g_strdup_printf (_ ("up to %s more"), up);
}

/* What planning with a whole one more gave, and the price a unit for as far as that holds. */
static void
add_price (GpCliTable *table, const GpProject *project, const GpPrice *price)
{
  g_autofree char *thing = gp_price_thing (project, price);
  g_autofree char *measured = fabs (price->measured) > 1e-6
                                  ? gp_priority_gain_text (price->priority, price->measured)
                                  : g_strdup (_ ("nothing"));
  g_autofree char *value = price->status == GP_PRICE_CLAIMED
                               ? gp_priority_gain_text (price->priority, price->value)
                               : g_strdup (_ ("not certain"));
  g_autofree char *range = range_text (price);

  gp_cli_table_add (table, thing);
  gp_cli_table_add (table, measured);
  gp_cli_table_add (table, value);
  gp_cli_table_add (table, range);
}

static void
print_prices (const GpProject *project, const GpPrices *prices)
{
  const char *const heads[] = {_ ("one more"), _ ("brings"), _ ("price a unit"),
                               _ ("holds at least")};
  GpCliTable *table = gp_cli_table_new (G_N_ELEMENTS (heads));
  guint unchecked = 0;

  gp_cli_print ("%s\n", _ ("What one more of each would bring, found by planning again, and the "
                           "price a unit where that is certain"));
  for (guint i = 0; i < G_N_ELEMENTS (heads); i++) {
    gp_cli_table_set_left (table, i);
    gp_cli_table_add (table, heads[i]);
  }
  for (guint i = 0; i < prices->n_prices; i++) {
    if (prices->prices[i].status == GP_PRICE_UNCHECKED)
      unchecked++;
    else
      add_price (table, project, &prices->prices[i]);
  }
  gp_cli_table_print (table);
  if (unchecked > 0)
    gp_cli_print (g_dngettext (GETTEXT_PACKAGE,
                               "%u less valuable thing was not checked; --limit checks more.\n",
                               "%u less valuable things were not checked; --limit checks more.\n",
                               unchecked),
                  unchecked);
}

static void
print_text (const GpProject *project, const GpPrices *prices)
{
  for (guint i = 0; i < prices->plan->n_conflicts; i++)
    gp_cli_print ("%s\n", prices->plan->conflicts[i]);
  if (prices->plan->status == GP_PLAN_CONFLICT)
    return;
  if (prices->n_prices > 0)
    print_prices (project, prices);
  else
    gp_cli_print ("%s\n", _ ("Nothing is scarce: one more of anything would bring nothing."));
  gp_cli_print ("\n%s\n", _ ("What the order of the priorities costs"));
  for (guint i = 0; i < prices->n_priority_prices; i++) {
    g_autofree char *sentence = gp_priority_price_sentence (&prices->priority_prices[i]);

    gp_cli_print ("%s\n", sentence);
  }
}

/* ---- JSON -------------------------------------------------------------------------------------
 */

static void
add_price_json (JsonBuilder *builder, const GpProject *project, const GpPrice *price)
{
  char year[GP_YEAR_BYTES];

  json_builder_begin_object (builder);
  gp_cli_json_text (builder, "thing", gp_scarce_name (price->scarce));
  if (price->region != GP_NONE)
    gp_cli_json_text (builder, "region", project->regions[price->region].code);
  if (price->programme != GP_PROGRAMME_NONE)
    gp_cli_json_text (builder, "programme", gp_programme_name (price->programme));
  gp_cli_json_text (builder, "year", gp_year_format (price->year, year));
  gp_cli_json_text (builder, "status", gp_price_status_name (price->status));
  gp_cli_json_text (builder, "priority", gp_priority_name (price->priority));
  gp_cli_json_text (builder, "unit", gp_priority_unit (price->priority));
  gp_cli_json_number (builder, "value", price->status == GP_PRICE_NONE ? NAN : price->value);
  gp_cli_json_number (builder, "measured",
                      price->status == GP_PRICE_UNCHECKED ? NAN : price->measured);
  if (price->status == GP_PRICE_CLAIMED) {
    gp_cli_json_number (builder, "holds_more", price->up);
    gp_cli_json_number (builder, "holds_less", price->down);
  }
  json_builder_end_object (builder);
}

static void
add_priority_json (JsonBuilder *builder, const GpPriorityPrice *price)
{
  g_autofree char *sentence = gp_priority_price_sentence (price);

  json_builder_begin_object (builder);
  gp_cli_json_text (builder, "priority", gp_priority_name (price->id));
  json_builder_set_member_name (builder, "values");
  json_builder_begin_array (builder);
  for (guint i = 0; i < price->n; i++) {
    json_builder_begin_object (builder);
    gp_cli_json_text (builder, "priority", gp_priority_name (price->ids[i]));
    gp_cli_json_text (builder, "unit", gp_priority_unit (price->ids[i]));
    gp_cli_json_number (builder, "now", price->before[i]);
    gp_cli_json_number (builder, "if_last", price->after[i]);
    json_builder_end_object (builder);
  }
  json_builder_end_array (builder);
  gp_cli_json_text (builder, "sentence", sentence);
  json_builder_end_object (builder);
}

static void
add_all (JsonBuilder *builder, const GpProject *project, const GpPrices *prices)
{
  json_builder_begin_object (builder);
  gp_cli_json_text (builder, "format", "groeiplan-prices-1");
  gp_cli_json_text (builder, "scenario", prices->plan->scenario);
  gp_cli_json_text (builder, "status", gp_plan_status_name (prices->plan->status));
  json_builder_set_member_name (builder, "prices");
  json_builder_begin_array (builder);
  for (guint i = 0; i < prices->n_prices; i++)
    add_price_json (builder, project, &prices->prices[i]);
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "priorities");
  json_builder_begin_array (builder);
  for (guint i = 0; i < prices->n_priority_prices; i++)
    add_priority_json (builder, &prices->priority_prices[i]);
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "conflicts");
  json_builder_begin_array (builder);
  for (guint i = 0; i < prices->plan->n_conflicts; i++)
    json_builder_add_string_value (builder, prices->plan->conflicts[i]);
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "plans");
  json_builder_add_int_value (builder, prices->n_plans);
  json_builder_end_object (builder);
}

static void
print_json (const GpProject *project, const GpPrices *prices)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();

  add_all (builder, project, prices);
  gp_cli_json_print (builder);
}

/* ---- the command ------------------------------------------------------------------------------
 */

static gboolean
find_and_print (GpCli *cli, const char *path, const char *code, int limit, int format,
                GError **error)
{
  g_autoptr (GpStore) store = gp_store_open (path, GP_STORE_READ_ONLY, error);
  g_autoptr (GpProject) project = store ? gp_store_snapshot (store, error) : NULL;
  guint32 scenario = project ? gp_cli_find_scenario (project, code, error) : GP_NONE;
  g_autoptr (GpPlan) published = NULL;
  g_autoptr (GError) unreadable = NULL;
  g_autoptr (GpPrices) prices = NULL;
  GpPricesOptions options = {.progress = gp_cli_progress, .progress_data = cli};

  if (scenario == GP_NONE)
    return FALSE;
  published = gp_store_get_published (store, project->scenarios[scenario].code, NULL, &unreadable);
  if (unreadable) {
    g_propagate_error (error, g_steal_pointer (&unreadable));
    return FALSE;
  }
  options.published = published;
  options.max_checked = limit >= 0              ? (guint)limit
                        : format == FORMAT_TEXT ? CHECKED_IN_TEXT
                                                : CHECKED_IN_JSON;
  prices = gp_prices_find (project, scenario, &options, cli->cancellable, error);
  gp_cli_progress_done (cli);
  if (!prices)
    return FALSE;
  if (format == FORMAT_TEXT)
    print_text (project, prices);
  else
    print_json (project, prices);
  cli->answer_is_no = prices->plan->status == GP_PLAN_CONFLICT;
  return TRUE;
}

gboolean
gp_cli_prices (GpCli *cli, char **argv, GError **error)
{
  static const char *const formats[] = {"text", "json", NULL};
  g_autofree char *word = NULL;
  g_autofree char *scenario = NULL;
  int limit = -1, format;
  const GOptionEntry entries[] = {
      {"scenario", 0, 0, G_OPTION_ARG_STRING, &scenario, N_ ("The scenario (default: base)"),
       N_ ("CODE")},
      {"limit", 0, 0, G_OPTION_ARG_INT, &limit,
       N_ ("Check so many prices, the most valuable ones; 0: all (default: 24 as text, 100 as "
           "JSON)"),
       "N"},
      {"format", 0, 0, G_OPTION_ARG_STRING, &word, N_ ("How to print the prices"), "text|json"},
      G_OPTION_ENTRY_NULL};
  g_auto (GStrv) words = gp_cli_parse (cli, argv, entries, 1, 1, error);

  if (!words)
    return FALSE;
  if (limit < -1) {
    g_set_error (error, GP_ERROR, GP_ERROR_USAGE, _ ("--limit must be 0 or more."));
    return FALSE;
  }
  format = gp_cli_word ("--format", word, formats, error);
  return format >= 0 && find_and_print (cli, words[0], scenario, limit, format, error);
}
