/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See gp-exports-results.h. Everything is copied: the document may drop its results at any time,
 * while a worker still writes from the copies. */
#include "gp-exports-results.h"

#include "gp-futures-work.h"
#include "gp-why-work.h"

G_STATIC_ASSERT ((int)GP_N_REPORT_PROMISES == (int)GP_N_PROMISES);
G_STATIC_ASSERT ((int)GP_REPORT_PROMISE_NO_OVERLOAD == (int)GP_PROMISE_NO_OVERLOAD);
G_STATIC_ASSERT ((int)GP_REPORT_PROMISE_GROEIKRACHT == (int)GP_PROMISE_GROEIKRACHT);
G_STATIC_ASSERT ((int)GP_REPORT_PROMISE_REGULAR == (int)GP_PROMISE_REGULAR);
G_STATIC_ASSERT ((int)GP_REPORT_PROMISE_GOAL == (int)GP_PROMISE_GOAL);
G_STATIC_ASSERT ((int)GP_REPORT_PROMISE_ALL == (int)GP_PROMISE_ALL);

static gconstpointer
result_of (GpDocument *document, const char *name)
{
  gboolean stale = FALSE;
  gconstpointer result = gp_document_get_result (document, name, &stale);

  return stale ? NULL : result;
}

/* ---- repairs --------------------------------------------------------------------------------- */

static GpReportExtent
extent_of (GpRepairExtent extent)
{
  if (extent == GP_REPAIR_ALL)
    return GP_REPORT_REPAIR_ALL;
  return extent == GP_REPAIR_HALF ? GP_REPORT_REPAIR_HALF : GP_REPORT_REPAIR_PART;
}

static void
take_repairs (GpExports *exports, const GpRepairs *found)
{
  exports->repairs = g_array_new (FALSE, FALSE, sizeof (GpReportRepair));
  for (guint i = 0; i < found->n_repairs; i++) {
    const GpRepair *repair = &found->repairs[i];
    GpReportRepair row = {.goal = repair->goal,
                          .lever = gp_lever_name (repair->lever),
                          .extent = extent_of (repair->extent),
                          .amount = repair->amount,
                          .from = repair->from,
                          .before = repair->before,
                          .after = repair->after,
                          .euro = repair->euro};
    g_array_append_val (exports->repairs, row);
  }
  exports->input.repairs = (const GpReportRepair *)(gpointer)exports->repairs->data;
  exports->input.n_repairs = exports->repairs->len;
  exports->input.repairs_sought = TRUE;
}

/* ---- futures --------------------------------------------------------------------------------- */

/* The code is borrowed from the project, which the exports hold. */
static void
take_boards (GpExports *exports, const GpFuturesSummary *summary)
{
  exports->kept = g_array_new (FALSE, FALSE, sizeof (GpReportKept));
  for (guint i = 0; i < summary->n_boards; i++) {
    const GpFutureBoard *board = &summary->boards[i];
    guint32 index = gp_project_find (exports->project, GP_TABLE_BOARDS, board->board);

    if (index == GP_NONE)
      continue;
    GpReportKept row = {exports->project->boards[index].code, board->year, board->kept};
    g_array_append_val (exports->kept, row);
  }
}

static void
take_years (GpExports *exports, const GpFuturesSummary *summary)
{
  exports->fan = g_array_new (FALSE, FALSE, sizeof (GpReportFan));
  for (guint i = 0; i < summary->n_years; i++) {
    const GpPercentiles *schools = &summary->years[i].schools;
    GpReportFan row = {summary->years[i].year, schools->p10, schools->p50, schools->p90};

    g_array_append_val (exports->fan, row);
  }
}

static void
take_futures (GpExports *exports, const GpFuturesSummary *summary)
{
  GpReportFutures *futures = &exports->futures;

  take_boards (exports, summary);
  take_years (exports, summary);
  *futures = (GpReportFutures){.count = summary->count - summary->unknown,
                               .n_boards = exports->kept->len,
                               .n_years = exports->fan->len,
                               .boards = (const GpReportKept *)(gpointer)exports->kept->data,
                               .years = (const GpReportFan *)(gpointer)exports->fan->data};
  for (guint i = 0; i < GP_N_REPORT_PROMISES; i++) {
    futures->has_promise[i] = summary->has_promise[i];
    futures->kept[i] = summary->kept[i];
  }
  exports->input.futures = futures;
}

void
gp_exports_take_results (GpExports *exports, GpDocument *document)
{
  const GpRepairs *repairs = result_of (document, GP_WHY_REPAIRS);
  const GpFuturesResult *futures = result_of (document, GP_FUTURES_RESULT);

  if (repairs != NULL)
    take_repairs (exports, repairs);
  /* every outcome's summary tells the same of promises, boards and years; after an undo the plan
   * may not be that of the futures */
  if (futures != NULL && !gp_document_plan_is_stale (document) &&
      futures->summaries[GP_OUTCOME_SCHOOLS] != NULL)
    take_futures (exports, futures->summaries[GP_OUTCOME_SCHOOLS]);
}
