/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See gp-plan-waterline.h. */
#include "gp-plan-waterline.h"

#include "gp-waiting-chart.h"
#include "gp-why-work.h"

#include <glib/gi18n-lib.h>

gboolean
gp_plan_waterline_show (GpChartBox *box, const GpPlanView *view)
{
  g_autoptr (GpWaitlist) list = NULL;
  g_autofree char *sentence = NULL;
  GpChart *chart;

  if (view->plan == NULL || view->plan->status == GP_PLAN_CONFLICT)
    return FALSE;
  list = gp_waitlist_new (view->project, view->scenario, view->plan, &view->filter);
  chart = gp_waiting_chart_new (view->project, list);
  if (chart == NULL)
    return FALSE;
  sentence = gp_waiting_chart_text (view->project, list, !view->plan->has_whole);
  gp_chart_box_set_rest (
      box, _ ("Left of the line schools that start, right of it those without a start; "
              "beside it what stands in the way of most of those."));
  gp_chart_box_show (box, sentence, chart);
  return TRUE;
}

/* The first of them that removes all, of a goal; the planner has the smallest of each lever. */
static const GpRepair *
best_of (const GpRepairs *repairs, GpPriorityId goal)
{
  for (guint i = 0; i < repairs->n_repairs; i++)
    if (repairs->repairs[i].goal == goal && repairs->repairs[i].extent == GP_REPAIR_ALL)
      return &repairs->repairs[i];
  return NULL;
}

char *
gp_plan_waterline_repairs (GpDocument *document)
{
  gboolean stale = FALSE;
  const GpRepairs *repairs = gp_document_get_result (document, GP_WHY_REPAIRS, &stale);
  g_autoptr (GString) text = g_string_new (NULL);

  if (repairs == NULL || stale)
    return g_strdup (
        _ ("What it would take is worked out on the Why page: press Find Repairs there."));
  for (guint i = 0; i < repairs->n_repairs; i++) {
    const GpRepair *repair = &repairs->repairs[i];

    if (repair == best_of (repairs, repair->goal)) {
      g_autofree char *sentence = gp_repair_sentence (repair);

      g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", sentence);
    }
  }
  if (text->len == 0)
    g_string_append (text,
                     _ ("No single change lets every school start in time; the Why page shows "
                        "what each can do at most."));
  return g_strdup (text->str);
}
