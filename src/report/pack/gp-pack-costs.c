/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The chapter of costs: the fees of the board's schools by year, what the government pays of them,
 * and the tariffs that they follow from. */
#include "gp-pack.h"

#include "gp-doc-notes.h"

#include <groeiplan/gp-parameter.h>

/* Cents are printed where there are any: so a column always adds up to its printed total. */
static gboolean
has_cents (const GpGrid *grid)
{
  for (guint i = 0; i < grid->cells->len; i++) {
    guint column = i % grid->columns->len;
    if (gp_grid_column_at (grid, column)->kind == GP_GRID_MONEY &&
        g_array_index (grid->cells, GpGridCell, i).value % 100 != 0)
      return TRUE;
  }
  return FALSE;
}

static void
add_money_columns (GpPack *pack, GpGrid *grid, GpTextId first, GpGridTotal total)
{
  GpGridColumn *fees =
      gp_grid_column (grid, gp_text (pack->language, first), GP_GRID_MONEY, 13, total);

  /* in the table of fees each has the note of its sector */
  fees->cite = first == GP_TEXT_COL_FEES ? gp_pack_note_fees (pack) : 0;
  gp_grid_column (grid, gp_text (pack->language, GP_TEXT_COL_GOVERNMENT), GP_GRID_MONEY, 13, total)
      ->cite = gp_pack_note_share (pack);
  gp_grid_column (grid, gp_text (pack->language, GP_TEXT_COL_SCHOOLS_PAY), GP_GRID_MONEY, 13, total)
      ->cite = gp_pack_note_cost (pack);
}

static GpGrid *
costs_grid (GpPack *pack)
{
  GpLanguage language = pack->language;
  GpGrid *grid =
      gp_grid_new ("costs", gp_text (language, GP_TEXT_SHEET_COSTS),
                   gp_text (language, GP_TEXT_GRID_COSTS), gp_text (language, GP_TEXT_TOTAL));

  gp_grid_column (grid, gp_text (language, GP_TEXT_YEAR), GP_GRID_TEXT, 12, GP_TOTAL_NONE);
  gp_grid_column (grid, gp_text (language, GP_TEXT_COL_SUPPORTED), GP_GRID_INTEGER, 10,
                  GP_TOTAL_NONE)
      ->cite = gp_pack_note_plan (pack);
  add_money_columns (pack, grid, GP_TEXT_COL_FEES, GP_TOTAL_SUM);
  g_array_index (grid->columns, GpGridColumn, 4).formula = g_strdup ("[2]-[3]");
  for (GpYear year = pack->project->plan_from; year <= pack->project->last_year; year++) {
    GpPackCost cost = gp_pack_cost (pack, year);
    gp_grid_take (grid, gp_pack_year (pack, year));
    gp_grid_value (grid, cost.schools);
    gp_grid_value (grid, cost.fees);
    gp_grid_value (grid, cost.government);
    gp_grid_value (grid, cost.fees - cost.government);
  }
  grid->with_cents = has_cents (grid);
  grid->chart_from = 3;
  grid->chart_to = 4;
  grid->chart_title = g_strdup (gp_text (language, GP_TEXT_CHART_COSTS));
  return grid;
}

static gboolean
is_used (const GpPack *pack, guint32 sector, GpProgramme programme, GpYear year)
{
  for (guint i = 0; i < pack->coaching->n_supports; i++) {
    const GpCoachingSupport *support = &pack->coaching->supports[i];
    if (support->year == year && pack->project->schools[support->school].sector == sector &&
        gp_pack_programme (pack, support->school) == programme)
      return TRUE;
  }
  return FALSE;
}

static void
add_fee (GpPack *pack, GpGrid *grid, guint32 sector, GpProgramme programme, GpYear year)
{
  const GpSector *row = &pack->project->sectors[sector];
  gint64 government,
      fee = gp_finance_school_fee (pack->finance, sector, programme, year, &government);

  gp_grid_take (grid, gp_pack_year (pack, year));
  gp_grid_text (grid, gp_pack_name (row->name, row->code));
  gp_grid_text (grid, gp_pack_programme_text (pack, programme));
  gp_grid_value (grid, fee)->cite = gp_pack_note_fee (pack, sector);
  gp_grid_value (grid, government);
  gp_grid_value (grid, fee - government);
}

/* The fees that this board's schools pay, by year, sector and programme. */
static GpGrid *
fees_grid (GpPack *pack)
{
  GpLanguage language = pack->language;
  GpGrid *grid = gp_grid_new ("fees", gp_text (language, GP_TEXT_SHEET_FEES),
                              gp_text (language, GP_TEXT_GRID_FEES), NULL);

  gp_grid_column (grid, gp_text (language, GP_TEXT_YEAR), GP_GRID_TEXT, 12, GP_TOTAL_NONE);
  gp_grid_column (grid, gp_text (language, GP_TEXT_SECTOR), GP_GRID_TEXT, 18, GP_TOTAL_NONE);
  gp_grid_column (grid, gp_text (language, GP_TEXT_PROGRAMME), GP_GRID_TEXT, 12, GP_TOTAL_NONE);
  add_money_columns (pack, grid, GP_TEXT_COL_FEE, GP_TOTAL_NONE);
  g_array_index (grid->columns, GpGridColumn, 5).formula = g_strdup ("[3]-[4]");
  for (GpYear year = pack->project->plan_from; year <= pack->project->last_year; year++)
    for (guint32 sector = 0; sector < pack->project->n_sectors; sector++)
      for (int p = 0; p < GP_N_PROGRAMMES; p++)
        if (is_used (pack, sector, (GpProgramme)p, year))
          add_fee (pack, grid, sector, (GpProgramme)p, year);
  grid->with_cents = has_cents (grid);
  return grid;
}

static gboolean
is_supported (const GpPack *pack, guint32 sector)
{
  for (guint i = 0; i < pack->coaching->n_supports; i++)
    if (pack->project->schools[pack->coaching->supports[i].school].sector == sector)
      return TRUE;
  return FALSE;
}

GPtrArray *
gp_pack_lacking_fees (const GpPack *pack)
{
  GPtrArray *names = g_ptr_array_new ();
  GpDecimal value;

  for (guint32 s = 0; s < pack->project->n_sectors; s++) {
    const GpSector *sector = &pack->project->sectors[s];
    guint32 row = GP_NONE; /* stays so for the program's neutral value */
    if (is_supported (pack, s) &&
        (!gp_param_lookup (pack->project, pack->scenario, GP_PARAM_SCHOOL_FEE, sector->code,
                           pack->project->plan_from, &value, &row) ||
         row == GP_NONE))
      g_ptr_array_add (names, (gpointer)gp_pack_name (sector->name, sector->code));
  }
  return names;
}

/* Nothing to pay, and nobody knows what: two things. */
static void
add_lacking_fees (GpPack *pack)
{
  g_autoptr (GPtrArray) names = gp_pack_lacking_fees (pack);
  g_autofree char *list = gp_text_list (pack->language, names, GP_MAX_SECTORS);

  if (names->len > 0)
    gp_doc_paragraph (pack->doc, gp_text_fill (pack->language, GP_TEXT_COSTS_NO_FEE, list, NULL));
}

void
gp_pack_add_costs (GpPack *pack)
{
  GpLanguage language = pack->language;
  double share = gp_param_value (pack->project, pack->scenario, GP_PARAM_GOVERNMENT_SHARE, NULL,
                                 pack->project->plan_from);
  g_autofree char *percent = gp_format_percent (share, 0, language);

  gp_doc_heading (pack->doc, g_strdup (gp_text (language, GP_TEXT_HEAD_COSTS)));
  if (pack->coaching->n_supports == 0) {
    gp_doc_paragraph (pack->doc, g_strdup (gp_text (language, GP_TEXT_COSTS_NONE)));
    return;
  }
  gp_doc_paragraph (pack->doc, gp_text_fill (language, GP_TEXT_COSTS_LEAD, percent, NULL));
  gp_doc_cite (pack->doc, gp_pack_note_share (pack));
  add_lacking_fees (pack);
  gp_doc_grid (pack->doc, costs_grid (pack));
  gp_doc_small (pack->doc, g_strdup (gp_text (language, GP_TEXT_COSTS_TIME)));
  gp_doc_grid (pack->doc, fees_grid (pack));
}
