/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * compare --bridge: by which assumptions a figure of one scenario becomes that of another.
 */
#include "gp-cli-compare.h"

#include <groeiplan/gp-format.h>

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

GpBridge *
gp_cli_bridge (GpCli *cli, GpStore *store, const GpProject *project,
               const GpCliCompared compared[2], GpFigureId figure, gboolean relaxed, GError **error)
{
  g_autoptr (GpPlan) from = NULL;
  g_autoptr (GpPlan) to = NULL;
  if (!gp_cli_published (store, compared[0].code, &from, error) ||
      !gp_cli_published (store, compared[1].code, &to, error))
    return NULL;
  /* a plan that both inherit from the same scenario is no difference */
  gboolean same = from && to && strcmp (from->scenario, to->scenario) == 0;
  const GpBridgeOptions options = {.relaxed = relaxed,
                                   .from_plan = compared[0].plan,
                                   .to_plan = compared[1].plan,
                                   .from_published = from,
                                   .to_published = same ? from : to,
                                   .progress = gp_cli_progress,
                                   .progress_data = cli};
  GpBridge *bridge = gp_bridge_new (project, compared[0].scenario, compared[1].scenario, figure,
                                    &options, cli->cancellable, error);
  gp_cli_progress_done (cli);
  return bridge;
}

/* ---- for people --------------------------------------------------------------------------------
 */

/* Decimals with which a bridge is printed: steps are means, often halves. */
static guint
digits_of (const GpBridge *bridge)
{
  return bridge->figure == GP_FIGURE_REACH || bridge->figure == GP_FIGURE_COST ? 0 : 2;
}

static void
add_amount (GpCliTable *table, gint64 amount, guint digits, gboolean with_sign)
{
  double value = (double)amount / pow (10, digits);
  g_autofree char *text = with_sign ? gp_format_difference (value, digits, gp_language_current ())
                                    : gp_format_number (value, digits, gp_language_current ());
  gp_cli_table_add (table, text);
}

static void
add_end (GpCliTable *table, const char *scenario, gint64 amount, guint digits)
{
  gp_cli_table_add (table, scenario);
  add_amount (table, amount, digits, FALSE);
  for (guint i = 0; i < 3; i++)
    gp_cli_table_add (table, "");
}

static void
add_step (GpCliTable *table, const GpBridgeStep *step, gint64 rounded, guint digits)
{
  g_autofree char *names = g_strjoinv (" + ", (char **)step->names);
  g_autofree char *count = g_strdup_printf ("%u", step->n_values);
  g_autofree char *indented = g_strconcat ("  ", names, NULL);
  gp_cli_table_add (table, indented);
  add_amount (table, rounded, digits, TRUE);
  gp_cli_table_add (table, step->n_values > 0 ? count : "");
  add_amount (table, step->forward, 2, TRUE);
  add_amount (table, step->backward, 2, TRUE);
}

void
gp_cli_bridge_text (const GpProject *project, const GpBridge *bridge)
{
  const GpFigureInfo *info = gp_figure_info (bridge->figure);
  guint digits = digits_of (bridge);
  gint64 start, end;
  g_autofree gint64 *steps = g_new0 (gint64, bridge->n_steps + 1);
  char year[GP_YEAR_BYTES];
  gp_bridge_round (bridge, digits, &start, &end, steps);
  if (info->adds_up)
    gp_cli_print (_ ("%s, all plan years, from %s to %s:\n"), _ (info->label), bridge->from,
                  bridge->to);
  else
    gp_cli_print (_ ("%s in %s, from %s to %s:\n"), _ (info->label),
                  gp_year_format (project->goal_year, year), bridge->from, bridge->to);
  const char *const heads[] = {"", _ (info->unit), _ ("values"), _ ("in this order"),
                               _ ("in reverse order")};
  GpCliTable *table = gp_cli_table_new (G_N_ELEMENTS (heads));
  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    gp_cli_table_add (table, heads[i]);
  add_end (table, bridge->from, start, digits);
  for (guint i = 0; i < bridge->n_steps; i++)
    add_step (table, &bridge->steps[i], steps[i], digits);
  add_end (table, bridge->to, end, digits);
  gp_cli_table_print (table);
  if (bridge->n_steps > 1)
    gp_cli_print ("%s\n", _ ("A step is the mean of changing the assumptions in this order and in "
                             "the reverse order."));
}

/* ---- for programs ------------------------------------------------------------------------------
 */

static void
add_integer (JsonBuilder *builder, const char *name, gint64 value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, value);
}

static void
add_step_json (JsonBuilder *builder, const GpBridgeStep *step)
{
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "changes");
  json_builder_begin_array (builder);
  for (guint i = 0; i < step->n_names; i++)
    json_builder_add_string_value (builder, step->names[i]);
  json_builder_end_array (builder);
  add_integer (builder, "values", step->n_values);
  add_integer (builder, "step_hundredths", step->step);
  add_integer (builder, "forward_hundredths", step->forward);
  add_integer (builder, "backward_hundredths", step->backward);
  json_builder_end_object (builder);
}

/* Whole hundredths of the unit: they add up exactly, which decimals in JSON do not. */
void
gp_cli_bridge_json (JsonBuilder *builder, const GpBridge *bridge)
{
  json_builder_set_member_name (builder, "bridge");
  json_builder_begin_object (builder);
  gp_cli_json_text (builder, "figure", gp_figure_info (bridge->figure)->name);
  gp_cli_json_text (builder, "unit", gp_figure_info (bridge->figure)->unit);
  gp_cli_json_text (builder, "from", bridge->from);
  gp_cli_json_text (builder, "to", bridge->to);
  add_integer (builder, "start_hundredths", bridge->start);
  json_builder_set_member_name (builder, "steps");
  json_builder_begin_array (builder);
  for (guint i = 0; i < bridge->n_steps; i++)
    add_step_json (builder, &bridge->steps[i]);
  json_builder_end_array (builder);
  add_integer (builder, "end_hundredths", bridge->end);
  json_builder_end_object (builder);
}
