/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The board's own rows of a plan: no region's, no programme's, no priority's value. */
#include "gp-extract.h"

static gboolean
is_of_boards (GpPlanRowKind kind)
{
  return kind == GP_ROW_START || kind == GP_ROW_PARTNER || kind == GP_ROW_TRAINING ||
         kind == GP_ROW_VERANDERCOACH_DAYS || kind == GP_ROW_STOCK;
}

GpPlan *
gp_extract_plan (const GpExtraction *x, const GpPlan *plan)
{
  const char *board = x->input->project->boards[x->board].code;
  GpPlan *part = gp_plan_new (x->project->scenarios[x->scenario].code, plan->status);

  for (guint i = 0; i < plan->n_rows[GP_PART_WHOLE]; i++) {
    const GpPlanRow *row = &plan->rows[GP_PART_WHOLE][i];
    if (is_of_boards (row->kind) && g_str_equal (row->board, board))
      gp_plan_add_row (part, GP_PART_WHOLE, row);
  }
  gp_plan_set_whole (part, TRUE);
  gp_plan_set_data_version (part, plan->data_version);
  gp_plan_finish (part);
  return part;
}
