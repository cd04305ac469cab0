/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The chapter of schools: how many start when, and each school with where it stands. */
#include "gp-pack.h"

static guint
count_starts (const GpPack *pack, GpYear year, GpProgramme programme)
{
  guint n = 0;

  for (guint i = 0; i < pack->coaching->n_starts; i++)
    n += pack->coaching->starts[i].year == year && pack->coaching->starts[i].programme == programme;
  return n;
}

static GpGrid *
starts_grid (GpPack *pack)
{
  GpLanguage language = pack->language;
  GpGrid *grid =
      gp_grid_new ("starts", gp_text (language, GP_TEXT_SHEET_STARTS),
                   gp_text (language, GP_TEXT_GRID_STARTS), gp_text (language, GP_TEXT_TOTAL));

  gp_grid_column (grid, gp_text (language, GP_TEXT_YEAR), GP_GRID_TEXT, 14, GP_TOTAL_NONE);
  gp_grid_column (grid, gp_text (language, GP_TEXT_GROEIKRACHT), GP_GRID_INTEGER, 10, GP_TOTAL_SUM);
  gp_grid_column (grid, gp_text (language, GP_TEXT_REGULAR), GP_GRID_INTEGER, 10, GP_TOTAL_SUM);
  GpGridColumn *together = gp_grid_column (grid, gp_text (language, GP_TEXT_STARTS_TOGETHER),
                                           GP_GRID_INTEGER, 10, GP_TOTAL_SUM);
  together->formula = g_strdup ("[1]+[2]");
  for (GpYear year = pack->project->plan_from; year <= pack->project->last_year; year++) {
    guint groeikracht = count_starts (pack, year, GP_PROGRAMME_GROEIKRACHT);
    guint regular = count_starts (pack, year, GP_PROGRAMME_REGULAR);
    gp_grid_take (grid, gp_pack_year (pack, year));
    gp_grid_value (grid, groeikracht);
    gp_grid_value (grid, regular);
    gp_grid_value (grid, groeikracht + regular);
  }
  grid->cite = gp_pack_note_plan (pack);
  grid->chart_from = 1;
  grid->chart_to = 2;
  grid->chart_title = g_strdup (gp_text (language, GP_TEXT_CHART_STARTS));
  return grid;
}

/* By start, those without one last; then by name and code. */
static int
compare_schools (gconstpointer a, gconstpointer b, gpointer data)
{
  const GpPack *pack = data;
  guint32 first = *(const guint32 *)a, second = *(const guint32 *)b;
  guint one = gp_pack_start (pack, first), other = gp_pack_start (pack, second);
  const GpSchool *x = &pack->project->schools[first], *y = &pack->project->schools[second];

  if (one != other)
    return one == GP_YEAR_NONE ? 1 : other == GP_YEAR_NONE ? -1 : one < other ? -1 : 1;
  int order = g_strcmp0 (x->name, y->name);
  return order != 0 ? order : g_strcmp0 (x->code, y->code);
}

GArray *
gp_pack_school_order (const GpPack *pack)
{
  guint n;
  const guint32 *schools = gp_project_board_schools (pack->project, 0, &n);
  GArray *order = g_array_sized_new (FALSE, FALSE, sizeof (guint32), n);

  g_array_append_vals (order, schools, n);
  g_array_sort_with_data (order, compare_schools, (gpointer)pack);
  return order;
}

static const char *
state_text (const GpPack *pack, guint32 school)
{
  const GpSchool *row = &pack->project->schools[school];
  GpTextId id = row->started != GP_YEAR_NONE                                ? GP_TEXT_STATE_STARTED
                : gp_coaching_school_start (pack->coaching, school) != NULL ? GP_TEXT_STATE_PLANNED
                : row->excluded                                             ? GP_TEXT_STATE_EXCLUDED
                                                                            : GP_TEXT_STATE_WAITING;

  return gp_text (pack->language, id);
}

static void
add_school (const GpPack *pack, GpGrid *grid, guint32 school)
{
  const GpSchool *row = &pack->project->schools[school];
  const GpSector *sector = &pack->project->sectors[row->sector];
  GpYear start = gp_pack_start (pack, school);

  if (start != GP_YEAR_NONE)
    gp_grid_take (grid, gp_pack_year (pack, start));
  else
    gp_grid_text (grid, "\xE2\x80\x93");
  gp_grid_text (grid, gp_pack_name (row->name, row->code));
  gp_grid_text (grid, row->code);
  gp_grid_text (grid, gp_pack_name (sector->name, sector->code));
  gp_grid_text (grid, start != GP_YEAR_NONE
                          ? gp_pack_programme_text (pack, gp_pack_programme (pack, school))
                          : "");
  gp_grid_text (grid, state_text (pack, school));
  if (row->pupils >= 0)
    gp_grid_value (grid, row->pupils);
  else
    gp_grid_blank (grid);
}

static GpGrid *
schools_grid (GpPack *pack)
{
  GpLanguage language = pack->language;
  GpGrid *grid =
      gp_grid_new ("schools", gp_text (language, GP_TEXT_SHEET_SCHOOLS),
                   gp_text (language, GP_TEXT_GRID_SCHOOLS), gp_text (language, GP_TEXT_TOTAL));
  g_autoptr (GArray) order = gp_pack_school_order (pack);

  gp_grid_column (grid, gp_text (language, GP_TEXT_START_YEAR), GP_GRID_TEXT, 9, GP_TOTAL_NONE)
      ->cite = gp_pack_note_plan (pack);
  gp_grid_column (grid, gp_text (language, GP_TEXT_SCHOOL), GP_GRID_TEXT, 26, GP_TOTAL_NONE);
  gp_grid_column (grid, gp_text (language, GP_TEXT_CODE), GP_GRID_TEXT, 10, GP_TOTAL_NONE);
  gp_grid_column (grid, gp_text (language, GP_TEXT_SECTOR), GP_GRID_TEXT, 14, GP_TOTAL_NONE);
  gp_grid_column (grid, gp_text (language, GP_TEXT_PROGRAMME), GP_GRID_TEXT, 10, GP_TOTAL_NONE);
  gp_grid_column (grid, gp_text (language, GP_TEXT_STATE), GP_GRID_TEXT, 15, GP_TOTAL_NONE);
  gp_grid_column (grid, gp_text (language, GP_TEXT_PUPILS), GP_GRID_INTEGER, 8, GP_TOTAL_SUM)
      ->cite = gp_pack_note_data (pack);
  for (guint i = 0; i < order->len; i++)
    add_school (pack, grid, g_array_index (order, guint32, i));
  return grid;
}

void
gp_pack_add_schools (GpPack *pack)
{
  GpLanguage language = pack->language;
  guint planned = gp_pack_count_schools (pack).planned;

  gp_doc_heading (pack->doc, g_strdup (gp_text (language, GP_TEXT_HEAD_SCHOOLS)));
  if (pack->project->n_schools == 0) {
    gp_doc_paragraph (pack->doc, g_strdup (gp_text (language, GP_TEXT_PACK_NO_SCHOOLS)));
    return;
  }
  gp_doc_paragraph (pack->doc, planned > 0
                                   ? gp_text_count (language, planned, GP_TEXT_STARTS_LEAD_ONE,
                                                    GP_TEXT_STARTS_LEAD)
                                   : g_strdup (gp_text (language, GP_TEXT_STARTS_NONE)));
  if (planned > 0)
    gp_doc_grid (pack->doc, starts_grid (pack));
  gp_doc_grid (pack->doc, schools_grid (pack));
}
