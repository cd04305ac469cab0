/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a plan changes of the published one, for people and as JSON: a row for each start, partner
 * year and training that differs, by board.
 */
#include "gp-cli-private.h"

#include <groeiplan/gp-published.h>

#include <glib/gi18n-lib.h>

/* So many rows are read by nobody; the rest is in the JSON. */
#define MOST_ROWS 200

gboolean
gp_cli_published (GpStore *store, const char *scenario, GpPlan **published, GError **error)
{
  g_autoptr (GError) local = NULL;
  *published = gp_store_get_published (store, scenario, NULL, &local);
  if (!local)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

gboolean
gp_cli_counts_change (const GpPlan *plan)
{
  for (guint i = 0; i < plan->n_priorities; i++)
    if (plan->priorities[i].id == GP_PRIORITY_CHANGE)
      return TRUE;
  return FALSE;
}

/* "3 po in noord, high need, Groeikracht" without the number; a new string. */
static char *
what (const GpPlanChange *change)
{
  if (change->kind == GP_ROW_PARTNER)
    return g_strdup (_ ("becomes a partner"));
  if (change->kind == GP_ROW_TRAINING)
    return g_strdup (_ ("verandercoaches trained"));
  return g_strdup_printf ("%s, %s, %s, %s", change->sector, change->region,
                          change->need == GP_NEED_HIGH ? _ ("high need") : _ ("other schools"),
                          change->programme == GP_PROGRAMME_GROEIKRACHT ? _ ("Groeikracht")
                                                                        : _ ("regular"));
}

static void
add_row (GpCliTable *table, const GpProject *project, const GpPlanChange *change, guint digits)
{
  guint32 board = gp_project_find (project, GP_TABLE_BOARDS, change->board);
  g_autofree char *text = what (change);
  char year[GP_YEAR_BYTES];
  gp_cli_table_add (table, board == GP_NONE ? change->board : project->boards[board].name);
  gp_cli_table_add (table, gp_year_format (change->year, year));
  gp_cli_table_add_number (table, change->was, digits);
  gp_cli_table_add_number (table, change->is, digits);
  gp_cli_table_add (table, text);
  gp_cli_table_add (table, change->gone ? _ ("no longer in the project") : "");
}

void
gp_cli_changes_text (const GpProject *project, const GpPlan *plan, const GpPlan *published)
{
  g_autoptr (GArray) changes = gp_plan_changes (project, published, plan, gp_cli_part (plan));
  const char *const heads[] = {_ ("board"), _ ("year"), _ ("was"), _ ("is"), "", ""};
  if (changes->len == 0) {
    gp_cli_print ("\n%s\n", _ ("Nothing changes in the published plan."));
    return;
  }
  gp_cli_print ("\n%s\n", _ ("What changes in the published plan"));
  GpCliTable *table = gp_cli_table_new (G_N_ELEMENTS (heads));
  gp_cli_table_set_left (table, 4);
  gp_cli_table_set_left (table, 5);
  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    gp_cli_table_add (table, heads[i]);
  for (guint i = 0; i < MIN (changes->len, MOST_ROWS); i++)
    add_row (table, project, &g_array_index (changes, GpPlanChange, i), plan->has_whole ? 0 : 2);
  gp_cli_table_print (table);
  if (changes->len > MOST_ROWS)
    gp_cli_print (g_dngettext (GETTEXT_PACKAGE, "… and %u row more; --format json has it too.\n",
                               "… and %u rows more; --format json has all of them.\n",
                               changes->len - MOST_ROWS),
                  changes->len - MOST_ROWS);
}

/* ---- JSON ---------------------------------------------------------------------------------------
 */

static void
add_amount (JsonBuilder *builder, const char *key, double amount, gboolean whole)
{
  json_builder_set_member_name (builder, key);
  if (whole)
    json_builder_add_int_value (builder, (gint64)(amount + 0.5));
  else
    json_builder_add_double_value (builder, amount);
}

static void
add_change (JsonBuilder *builder, const GpPlanChange *change, gboolean whole)
{
  char year[GP_YEAR_BYTES];
  json_builder_begin_object (builder);
  gp_cli_json_text (builder, "board", change->board);
  gp_cli_json_text (builder, "kind", gp_plan_row_kind_name (change->kind));
  if (change->kind == GP_ROW_START) {
    gp_cli_json_text (builder, "sector", change->sector);
    gp_cli_json_text (builder, "region", change->region);
    gp_cli_json_text (builder, "need", gp_need_name (change->need));
    gp_cli_json_text (builder, "programme", gp_programme_name (change->programme));
  }
  gp_cli_json_text (builder, "year", gp_year_format (change->year, year));
  add_amount (builder, "was", change->was, TRUE);
  add_amount (builder, "is", change->is, whole);
  json_builder_set_member_name (builder, "gone");
  json_builder_add_boolean_value (builder, change->gone);
  json_builder_end_object (builder);
}

void
gp_cli_changes_json (JsonBuilder *builder, const GpProject *project, const GpPlan *plan,
                     const GpPlan *published)
{
  g_autoptr (GArray) changes = gp_plan_changes (project, published, plan, gp_cli_part (plan));
  json_builder_set_member_name (builder, "changes");
  json_builder_begin_array (builder);
  for (guint i = 0; i < changes->len; i++)
    add_change (builder, &g_array_index (changes, GpPlanChange, i), plan->has_whole);
  json_builder_end_array (builder);
}
