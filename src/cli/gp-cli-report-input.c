/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Gathers what a report is made from: the stored plan, who coaches whom, the published plan, the
 * audit's answer, the other scenarios' plans, and futures from files. */
#include "gp-cli-report.h"

#include <groeiplan/gp-audit.h>
#include <groeiplan/gp-planner.h>

#include <glib/gi18n-lib.h>

void
gp_cli_report_input_clear (GpCliReportInput *input)
{
  g_clear_pointer (&input->repairs, g_array_unref);
  g_clear_pointer (&input->found, gp_repairs_free);
  g_clear_pointer (&input->others, g_array_unref);
  g_clear_pointer (&input->other_plans, g_ptr_array_unref);
  g_clear_pointer (&input->kept, g_array_unref);
  g_clear_pointer (&input->fan, g_array_unref);
  g_clear_pointer (&input->summary, gp_futures_summary_free);
  g_clear_pointer (&input->coaching, gp_coaching_unref);
  g_clear_pointer (&input->published, gp_plan_unref);
  g_clear_pointer (&input->plan, gp_plan_unref);
  g_clear_pointer (&input->project, gp_project_unref);
  g_clear_pointer (&input->store, gp_store_close);
}

/* ---- futures -------------------------------------------------------------------------------- */

static GpFutures *
read_futures (char *const *paths, GError **error)
{
  g_autoptr (GPtrArray) shards = g_ptr_array_new_with_free_func ((GDestroyNotify)gp_futures_unref);

  for (; *paths != NULL; paths++) {
    GpFutures *shard = gp_futures_read (*paths, error);
    if (!shard)
      return NULL;
    g_ptr_array_add (shards, shard);
  }
  return gp_futures_merge ((GpFutures *const *)shards->pdata, shards->len, error);
}

static void
take_summary (GpCliReportInput *out)
{
  const GpFuturesSummary *summary = out->summary;

  out->kept = g_array_new (FALSE, FALSE, sizeof (GpReportKept));
  for (guint i = 0; i < summary->n_boards; i++) {
    GpReportKept kept = {summary->boards[i].board, summary->boards[i].year,
                         summary->boards[i].kept};
    g_array_append_val (out->kept, kept);
  }
  out->fan = g_array_new (FALSE, FALSE, sizeof (GpReportFan));
  for (guint i = 0; i < summary->n_years; i++) {
    const GpPercentiles *schools = &summary->years[i].schools;
    GpReportFan fan = {summary->years[i].year, schools->p10, schools->p50, schools->p90};
    g_array_append_val (out->fan, fan);
  }
  out->futures = (GpReportFutures){.count = summary->count - summary->unknown,
                                   .n_boards = out->kept->len,
                                   .n_years = out->fan->len,
                                   .boards = (const GpReportKept *)(gpointer)out->kept->data,
                                   .years = (const GpReportFan *)(gpointer)out->fan->data};
  for (guint i = 0; i < GP_N_REPORT_PROMISES; i++) {
    out->futures.has_promise[i] = summary->has_promise[i];
    out->futures.kept[i] = summary->kept[i];
  }
  out->input.futures = &out->futures;
}

G_STATIC_ASSERT ((int)GP_N_REPORT_PROMISES == (int)GP_N_PROMISES);
G_STATIC_ASSERT ((int)GP_REPORT_PROMISE_GOAL == (int)GP_PROMISE_GOAL);

static gboolean
gather_futures (GpCliReportInput *out, char *const *paths, GError **error)
{
  if (!paths || !*paths)
    return TRUE;
  g_autoptr (GpFutures) futures = read_futures (paths, error);
  if (!futures)
    return FALSE;
  out->summary = gp_futures_summarise (futures, out->project, GP_OUTCOME_SCHOOLS, error);
  if (!out->summary)
    return FALSE;
  take_summary (out);
  return TRUE;
}

/* ---- plans ---------------------------------------------------------------------------------- */

static gboolean
gather_audit (GpCli *cli, GpCliReportInput *out, GError **error)
{
  g_autoptr (GpAudit) audit =
      gp_audit_plan_against (out->project, out->plan, out->published, cli->cancellable, error);
  if (!audit) {
    if (error && !*error)
      g_set_error_literal (error, GP_ERROR, GP_ERROR_CANCELLED, _ ("Stopped."));
    return FALSE;
  }
  out->input.audit = audit->passed ? GP_REPORT_AUDIT_PASSED : GP_REPORT_AUDIT_FAILED;
  return TRUE;
}

/* A plan that was published as it is now is what it changes nothing of. */
static gboolean
gather_plan (GpCli *cli, GpCliReportInput *out, GpReportKind kind, GError **error)
{
  g_autoptr (GError) local = NULL;
  const char *code = out->project->scenarios[out->input.scenario].code;

  out->plan = gp_cli_stored_plan (cli, out->store, code, error);
  if (!out->plan)
    return FALSE;
  out->published = gp_store_get_published (out->store, code, &out->input.published_when, &local);
  if (local) {
    g_propagate_error (error, g_steal_pointer (&local));
    return FALSE;
  }
  if (kind == GP_REPORT_BOARD) {
    out->coaching = gp_planner_coaching (out->project, out->plan, error);
    if (!out->coaching)
      return FALSE;
  }
  return gather_audit (cli, out, error);
}

/* The other scenarios that have a plan, for those who compare. */
static gboolean
gather_others (GpCliReportInput *out, GError **error)
{
  out->other_plans = g_ptr_array_new_with_free_func ((GDestroyNotify)gp_plan_unref);
  out->others = g_array_new (FALSE, FALSE, sizeof (GpReportOther));
  for (guint32 i = 0; i < out->project->n_scenarios; i++) {
    g_autoptr (GError) local = NULL;
    if (i == out->input.scenario)
      continue;
    GpPlan *plan = gp_store_get_plan_figures (out->store, out->project->scenarios[i].code, &local);
    if (local) {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
    if (!plan)
      continue;
    GpReportOther other = {i, plan};
    g_ptr_array_add (out->other_plans, plan);
    g_array_append_val (out->others, other);
  }
  out->input.others = (const GpReportOther *)(gpointer)out->others->data;
  out->input.n_others = out->others->len;
  return TRUE;
}

gboolean
gp_cli_report_gather (GpCli *cli, const char *path, const char *scenario, GpReportKind kind,
                      char *const *futures, gint64 as_of, GpCliReportInput *out, GError **error)
{
  out->store = gp_store_open (path, GP_STORE_READ_ONLY, error);
  out->project = out->store ? gp_store_snapshot (out->store, error) : NULL;
  out->input.scenario =
      out->project ? gp_cli_find_scenario (out->project, scenario, error) : GP_NONE;
  if (out->input.scenario == GP_NONE || !gather_plan (cli, out, kind, error) ||
      !gather_futures (out, futures, error) ||
      (kind != GP_REPORT_BOARD && !gather_others (out, error)))
    return FALSE;
  const char *code = out->project->scenarios[out->input.scenario].code;
  out->input.project = out->project;
  out->input.plan = out->plan;
  out->input.published = out->published;
  out->input.coaching = out->coaching;
  out->input.data_version = gp_store_data_version (out->store);
  out->input.planned_when = gp_store_get_plan_time (out->store, code);
  out->input.as_of = as_of > 0 ? as_of : out->input.planned_when;
  return TRUE;
}

gboolean
gp_cli_report_repairs (GpCli *cli, GpCliReportInput *out, guint seconds, GError **error)
{
  GpRepairsOptions options = {.without_half = TRUE,
                              .published = out->published,
                              .seconds = seconds,
                              .progress = gp_cli_progress,
                              .progress_data = cli};

  out->found =
      gp_repairs_find (out->project, out->input.scenario, &options, cli->cancellable, error);
  gp_cli_progress_done (cli);
  if (!out->found)
    return FALSE;
  out->repairs = g_array_new (FALSE, FALSE, sizeof (GpReportRepair));
  for (guint i = 0; i < out->found->n_repairs; i++) {
    const GpRepair *repair = &out->found->repairs[i];
    GpReportRepair row = {.goal = repair->goal,
                          .lever = gp_lever_name (repair->lever),
                          .extent = repair->extent == GP_REPAIR_ALL    ? GP_REPORT_REPAIR_ALL
                                    : repair->extent == GP_REPAIR_HALF ? GP_REPORT_REPAIR_HALF
                                                                       : GP_REPORT_REPAIR_PART,
                          .amount = repair->amount,
                          .from = repair->from,
                          .before = repair->before,
                          .after = repair->after,
                          .euro = repair->euro};
    g_array_append_val (out->repairs, row);
  }
  out->input.repairs = (const GpReportRepair *)(gpointer)out->repairs->data;
  out->input.n_repairs = out->repairs->len;
  out->input.repairs_sought = TRUE;
  out->input.repairs_cut = out->found->cut;
  return TRUE;
}
