/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The chapter of what changed since the last published plan. */
#include "gp-pack.h"

#include <groeiplan/gp-published.h>
#include <math.h>

static char *
what_text (const GpPack *pack, const GpPlanChange *change)
{
  guint32 sector = gp_project_find (pack->project, GP_TABLE_SECTORS, change->sector);

  if (change->kind == GP_ROW_PARTNER)
    return g_strdup (gp_text (pack->language, GP_TEXT_CHANGE_PARTNER));
  if (change->kind == GP_ROW_TRAINING)
    return g_strdup (gp_text (pack->language, GP_TEXT_CHANGE_TRAINING));
  return gp_text_fill (pack->language, GP_TEXT_CHANGE_START,
                       sector != GP_NONE ? gp_pack_name (pack->project->sectors[sector].name,
                                                         pack->project->sectors[sector].code)
                                         : change->sector,
                       gp_pack_programme_text (pack, change->programme), NULL);
}

/* Starts of one sector, programme and year are one row here: region and need tell a board nothing.
 */
static gboolean
same_row (const GpPlanChange *a, const GpPlanChange *b)
{
  return a->kind == b->kind && a->year == b->year && a->programme == b->programme &&
         g_str_equal (a->sector, b->sector);
}

static void
add_change (const GpPack *pack, GpGrid *grid, const GArray *changes, guint i)
{
  const GpPlanChange *first = &g_array_index (changes, GpPlanChange, i);
  double was = 0, is = 0;

  for (guint j = 0; j < changes->len; j++) {
    const GpPlanChange *change = &g_array_index (changes, GpPlanChange, j);
    if (!same_row (first, change))
      continue;
    if (j < i)
      return;
    was += change->was;
    is += change->is;
  }
  if (llround (was) == llround (is))
    return;
  gp_grid_take (grid, gp_pack_year (pack, first->year));
  gp_grid_take (grid, what_text (pack, first));
  gp_grid_value (grid, llround (was));
  gp_grid_value (grid, llround (is));
  gp_grid_value (grid, llround (is) - llround (was));
}

static GpGrid *
changes_grid (GpPack *pack)
{
  GpLanguage language = pack->language;
  GpGrid *grid = gp_grid_new ("changes", gp_text (language, GP_TEXT_SHEET_CHANGES),
                              gp_text (language, GP_TEXT_GRID_CHANGES), NULL);
  g_autoptr (GArray) changes =
      gp_plan_changes (pack->project, pack->published, pack->plan, GP_PART_WHOLE);

  gp_grid_column (grid, gp_text (language, GP_TEXT_YEAR), GP_GRID_TEXT, 12, GP_TOTAL_NONE);
  gp_grid_column (grid, gp_text (language, GP_TEXT_COL_WHAT), GP_GRID_TEXT, 40, GP_TOTAL_NONE);
  gp_grid_column (grid, gp_text (language, GP_TEXT_COL_WAS), GP_GRID_INTEGER, 8, GP_TOTAL_NONE)
      ->cite = gp_pack_note_published (pack);
  gp_grid_column (grid, gp_text (language, GP_TEXT_COL_IS), GP_GRID_INTEGER, 8, GP_TOTAL_NONE)
      ->cite = gp_pack_note_plan (pack);
  gp_grid_column (grid, gp_text (language, GP_TEXT_COL_DIFFERENCE), GP_GRID_INTEGER, 8,
                  GP_TOTAL_NONE)
      ->formula = g_strdup ("[3]-[2]");
  for (guint i = 0; i < changes->len; i++)
    add_change (pack, grid, changes, i);
  return grid;
}

void
gp_pack_add_changes (GpPack *pack)
{
  GpLanguage language = pack->language;

  gp_doc_heading (pack->doc, g_strdup (gp_text (language, GP_TEXT_HEAD_CHANGES)));
  if (pack->published == NULL) {
    gp_doc_paragraph (pack->doc, g_strdup (gp_text (language, GP_TEXT_CHANGES_UNPUBLISHED)));
    return;
  }
  g_autofree char *date = gp_text_date (language, pack->published_when);
  g_autoptr (GpGrid) grid = changes_grid (pack);
  gboolean any = gp_grid_n_rows (grid) > 0;
  gp_doc_paragraph (
      pack->doc,
      gp_text_fill (language, any ? GP_TEXT_CHANGES_LEAD : GP_TEXT_CHANGES_NONE, date, NULL));
  if (any)
    gp_doc_grid (pack->doc, g_steal_pointer (&grid));
}
