/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The chapter of verandercoaches: partnership, whom to train when and from which schools, and the
 * days that they give. */
#include "gp-pack.h"

/* Schools that have started before the year, latest first: their school coaches are the candidates
 * of the model's pool. */
static char *
candidate_schools (const GpPack *pack, GpYear year)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (int start = year - 1; start >= GP_YEAR_MIN; start--) {
    if (names->len == pack->project->n_schools)
      break;
    for (guint32 i = 0; i < pack->project->n_schools; i++)
      if (gp_pack_start (pack, i) == start)
        g_ptr_array_add (names, (gpointer)gp_pack_name (pack->project->schools[i].name,
                                                        pack->project->schools[i].code));
  }
  return names->len > 0 ? gp_text_list (pack->language, names, 8)
                        : g_strdup (gp_text (pack->language, GP_TEXT_TRAIN_NO_SCHOOL));
}

static GpGrid *
trainings_grid (GpPack *pack)
{
  GpLanguage language = pack->language;
  GpGrid *grid =
      gp_grid_new ("trainings", gp_text (language, GP_TEXT_SHEET_TRAININGS),
                   gp_text (language, GP_TEXT_GRID_TRAININGS), gp_text (language, GP_TEXT_TOTAL));

  gp_grid_column (grid, gp_text (language, GP_TEXT_YEAR), GP_GRID_TEXT, 12, GP_TOTAL_NONE);
  gp_grid_column (grid, gp_text (language, GP_TEXT_TRAIN_NUMBER), GP_GRID_INTEGER, 8, GP_TOTAL_SUM)
      ->cite = gp_pack_note_plan (pack);
  gp_grid_column (grid, gp_text (language, GP_TEXT_TRAIN_SCHOOLS), GP_GRID_TEXT, 60, GP_TOTAL_NONE);
  for (GpYear year = pack->project->plan_from; year <= pack->project->last_year; year++) {
    gint64 n = gp_pack_trainings (pack, year);
    if (n == 0)
      continue;
    gp_grid_take (grid, gp_pack_year (pack, year));
    gp_grid_value (grid, n);
    gp_grid_take (grid, candidate_schools (pack, year));
  }
  return grid;
}

static void
add_coach (const GpPack *pack, GpGrid *grid, guint32 coach)
{
  const GpCoach *row = &pack->coaching->coaches[coach];
  GpYear trained = row->kind == GP_COACH_VERANDERCOACH
                       ? pack->project->verandercoaches[row->record].trained_year
                       : row->year;
  char text[GP_YEAR_BYTES];

  gp_grid_take (grid, gp_pack_coach (pack, coach));
  gp_grid_text (grid, gp_year_format (trained, text));
  for (GpYear year = pack->project->plan_from; year <= pack->project->last_year; year++) {
    const GpCoachYear *days = gp_coaching_coach_year (pack->coaching, coach, year);
    gp_grid_value_or_blank (grid, days->visits);
  }
}

static GpGrid *
days_grid (GpPack *pack)
{
  GpLanguage language = pack->language;
  GpGrid *grid = gp_grid_new ("verandercoaches", gp_text (language, GP_TEXT_SHEET_VERANDERCOACHES),
                              gp_text (language, GP_TEXT_GRID_VERANDERCOACHES),
                              gp_text (language, GP_TEXT_TOTAL));

  gp_grid_column (grid, gp_text (language, GP_TEXT_COACH), GP_GRID_TEXT, 24, GP_TOTAL_NONE);
  gp_grid_column (grid, gp_text (language, GP_TEXT_TRAINED), GP_GRID_TEXT, 8, GP_TOTAL_NONE);
  gp_pack_year_columns (pack, grid, GP_GRID_DAYS, GP_TOTAL_SUM);
  grid->cite = gp_pack_note_days (pack);
  for (guint32 i = 0; i < pack->coaching->n_coaches; i++)
    if (pack->coaching->coaches[i].board != GP_NONE)
      add_coach (pack, grid, i);
  grid->empty = g_strdup (gp_text (language, GP_TEXT_VERANDERCOACHES_NONE));
  return grid;
}

static void
add_partnership (GpPack *pack)
{
  GpYear since = pack->project->boards[0].partner_since, planned = gp_pack_partner_year (pack);
  char year[GP_YEAR_BYTES];
  gp_year_format (since != GP_YEAR_NONE ? since : planned, year);
  GpTextId id = since != GP_YEAR_NONE     ? GP_TEXT_PARTNER_IS
                : planned != GP_YEAR_NONE ? GP_TEXT_PARTNER_WILL
                                          : GP_TEXT_PARTNER_NOT;

  gp_doc_paragraph (pack->doc, gp_text_fill (pack->language, id, year, NULL));
}

void
gp_pack_add_verandercoaches (GpPack *pack)
{
  GpLanguage language = pack->language;

  gp_doc_heading (pack->doc, g_strdup (gp_text (language, GP_TEXT_HEAD_VERANDERCOACHES)));
  add_partnership (pack);
  if (gp_pack_trainings (pack, GP_YEAR_NONE) > 0) {
    gp_doc_paragraph (pack->doc, g_strdup (gp_text (language, GP_TEXT_TRAIN_LEAD)));
    gp_doc_grid (pack->doc, trainings_grid (pack));
  } else if (pack->project->boards[0].partner_since != GP_YEAR_NONE ||
             gp_pack_partner_year (pack) != GP_YEAR_NONE) {
    gp_doc_paragraph (pack->doc, g_strdup (gp_text (language, GP_TEXT_TRAIN_NONE)));
  }
  g_autoptr (GpGrid) days = days_grid (pack);
  if (gp_grid_n_rows (days) > 0)
    gp_doc_grid (pack->doc, g_steal_pointer (&days));
}
