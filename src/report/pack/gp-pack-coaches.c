/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The chapter of coaches: who coaches which school for how many days in which year, what nobody
 * covers yet, and where the coach changes. */
#include "gp-pack.h"

static const char *
kind_text (const GpPack *pack, GpCoachKind kind)
{
  return gp_text (pack->language, kind == GP_COACH_EXPERT || kind == GP_COACH_HIRE
                                      ? GP_TEXT_KIND_EXPERT
                                      : GP_TEXT_KIND_VERANDERCOACH);
}

static void
add_days (const GpPack *pack, GpGrid *grid, const gint64 *days)
{
  for (guint y = 0; y < pack->coaching->n_years; y++)
    gp_grid_value_or_blank (grid, days[y]);
}

/* One row for every coach of the school: its visits come by year, so coaches are looked for. */
static void
add_visits (const GpPack *pack, GpGrid *grid, guint32 school)
{
  guint n;
  const GpVisit *visits = gp_coaching_school_visits (pack->coaching, school, &n);
  const GpSchool *row = &pack->project->schools[school];

  for (guint i = 0; i < n; i++) {
    gint64 days[GP_MAX_PLAN_YEARS] = {0};
    gboolean seen = FALSE;
    for (guint j = 0; j < n; j++)
      if (visits[j].coach == visits[i].coach) {
        seen |= j < i;
        days[visits[j].year - pack->project->plan_from] += visits[j].days;
      }
    if (seen)
      continue;
    gp_grid_text (grid, gp_pack_name (row->name, row->code));
    gp_grid_take (grid, gp_pack_coach (pack, visits[i].coach));
    gp_grid_text (grid, kind_text (pack, pack->coaching->coaches[visits[i].coach].kind));
    add_days (pack, grid, days);
  }
}

/* What nobody covers, with its reason in the place of the role. */
static void
add_uncovered (const GpPack *pack, GpGrid *grid, guint32 school)
{
  static const GpTextId reasons[] = {GP_TEXT_KIND_SHORT_OVERLOAD, GP_TEXT_KIND_SHORT_SECTORS,
                                     GP_TEXT_KIND_SHORT_ROUNDING};
  const GpSchool *row = &pack->project->schools[school];

  for (guint r = 0; r < GP_N_UNCOVERED_REASONS; r++) {
    gint64 days[GP_MAX_PLAN_YEARS] = {0}, all = 0;
    for (guint i = 0; i < pack->coaching->n_uncovered; i++) {
      const GpUncovered *short_of = &pack->coaching->uncovered[i];
      if (short_of->school == school && short_of->reason == (GpUncoveredReason)r) {
        days[short_of->year - pack->project->plan_from] += short_of->days;
        all += short_of->days;
      }
    }
    if (all == 0)
      continue;
    gp_grid_text (grid, gp_pack_name (row->name, row->code));
    gp_grid_text (grid, gp_text (pack->language, GP_TEXT_COACH_NOBODY));
    gp_grid_text (grid, gp_text (pack->language, reasons[r]));
    add_days (pack, grid, days);
  }
}

static GpGrid *
coaches_grid (GpPack *pack)
{
  GpLanguage language = pack->language;
  GpGrid *grid =
      gp_grid_new ("coaches", gp_text (language, GP_TEXT_SHEET_COACHES),
                   gp_text (language, GP_TEXT_GRID_COACHES), gp_text (language, GP_TEXT_TOTAL));
  g_autoptr (GArray) order = gp_pack_school_order (pack);

  gp_grid_column (grid, gp_text (language, GP_TEXT_SCHOOL), GP_GRID_TEXT, 18, GP_TOTAL_NONE);
  gp_grid_column (grid, gp_text (language, GP_TEXT_COACH), GP_GRID_TEXT, 18, GP_TOTAL_NONE);
  gp_grid_column (grid, gp_text (language, GP_TEXT_COACH_KIND), GP_GRID_TEXT, 11, GP_TOTAL_NONE);
  gp_pack_year_columns (pack, grid, GP_GRID_DAYS, GP_TOTAL_SUM);
  grid->cite = gp_pack_note_days (pack);
  for (guint i = 0; i < order->len; i++) {
    add_visits (pack, grid, g_array_index (order, guint32, i));
    add_uncovered (pack, grid, g_array_index (order, guint32, i));
  }
  return grid;
}

/* The coach before, where no column tells the role. */
static char *
coach_before (const GpPack *pack, guint32 coach)
{
  g_autofree char *name = gp_pack_coach (pack, coach);

  if (pack->coaching->coaches[coach].kind != GP_COACH_TRAINEE)
    return g_steal_pointer (&name);
  return gp_text_fill (pack->language, GP_TEXT_COACH_TRAINEE_BEFORE, name, NULL);
}

static GpGrid *
breaks_grid (const GpPack *pack)
{
  static const GpTextId reasons[] = {GP_TEXT_BREAK_GONE, GP_TEXT_BREAK_FULL, GP_TEXT_BREAK_BOARD,
                                     GP_TEXT_BREAK_LENDING, GP_TEXT_BREAK_SECTORS};
  GpLanguage language = pack->language;
  GpGrid *grid = gp_grid_new ("coach-changes", gp_text (language, GP_TEXT_SHEET_BREAKS),
                              gp_text (language, GP_TEXT_GRID_BREAKS), NULL);

  gp_grid_column (grid, gp_text (language, GP_TEXT_YEAR), GP_GRID_TEXT, 10, GP_TOTAL_NONE);
  gp_grid_column (grid, gp_text (language, GP_TEXT_SCHOOL), GP_GRID_TEXT, 24, GP_TOTAL_NONE);
  gp_grid_column (grid, gp_text (language, GP_TEXT_COACH_BEFORE), GP_GRID_TEXT, 20, GP_TOTAL_NONE);
  gp_grid_column (grid, gp_text (language, GP_TEXT_REASON), GP_GRID_TEXT, 26, GP_TOTAL_NONE);
  for (guint i = 0; i < pack->coaching->n_breaks; i++) {
    const GpCoachingBreak *row = &pack->coaching->breaks[i];
    const GpSchool *school = &pack->project->schools[row->school];
    gp_grid_take (grid, gp_pack_year (pack, row->year));
    gp_grid_text (grid, gp_pack_name (school->name, school->code));
    gp_grid_take (grid, coach_before (pack, row->coach));
    gp_grid_text (grid, gp_text (language, reasons[row->reason]));
  }
  return grid;
}

void
gp_pack_add_coaches (GpPack *pack)
{
  GpLanguage language = pack->language;

  gp_doc_heading (pack->doc, g_strdup (gp_text (language, GP_TEXT_HEAD_COACHES)));
  if (pack->coaching->n_supports == 0) {
    gp_doc_paragraph (pack->doc, g_strdup (gp_text (language, GP_TEXT_COACHES_NONE)));
    return;
  }
  gp_doc_paragraph (pack->doc, g_strdup (gp_text (language, GP_TEXT_COACHES_LEAD)));
  gp_doc_grid (pack->doc, coaches_grid (pack));
  if (pack->coaching->n_breaks > 0)
    gp_doc_grid (pack->doc, breaks_grid (pack));
}
