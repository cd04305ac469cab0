/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The figures of a pack: counts and sums over the rows of its extract. */
#include "gp-pack.h"

#include <string.h>

GpYear
gp_pack_start (const GpPack *pack, guint32 school)
{
  const GpCoachingStart *start = gp_coaching_school_start (pack->coaching, school);

  return start != NULL ? start->year : pack->project->schools[school].started;
}

GpProgramme
gp_pack_programme (const GpPack *pack, guint32 school)
{
  const GpCoachingStart *start = gp_coaching_school_start (pack->coaching, school);
  GpProgramme programme =
      start != NULL ? start->programme : pack->project->schools[school].programme;

  return programme == GP_PROGRAMME_GROEIKRACHT ? programme : GP_PROGRAMME_REGULAR;
}

const char *
gp_pack_programme_text (const GpPack *pack, GpProgramme programme)
{
  return gp_text (pack->language,
                  programme == GP_PROGRAMME_GROEIKRACHT ? GP_TEXT_GROEIKRACHT : GP_TEXT_REGULAR);
}

const char *
gp_pack_name (const char *name, const char *code)
{
  return *name != '\0' ? name : code;
}

GpPackSchools
gp_pack_count_schools (const GpPack *pack)
{
  GpPackSchools count = {0};

  for (guint32 i = 0; i < pack->project->n_schools; i++) {
    const GpSchool *school = &pack->project->schools[i];
    if (school->started != GP_YEAR_NONE)
      count.started++;
    else if (gp_coaching_school_start (pack->coaching, i) != NULL)
      count.planned++;
    else if (school->excluded)
      count.excluded++;
    else
      count.waiting++;
  }
  return count;
}

gint64
gp_pack_trainings (const GpPack *pack, GpYear year)
{
  guint n;
  const GpPlanRow *rows = gp_plan_rows (pack->plan, GP_PART_WHOLE, GP_ROW_TRAINING, &n);
  gint64 hundredths = 0;

  for (guint i = 0; i < n; i++)
    if (year == GP_YEAR_NONE || rows[i].year == year)
      hundredths += rows[i].hundredths;
  return hundredths / 100;
}

GpYear
gp_pack_partner_year (const GpPack *pack)
{
  guint n;
  const GpPlanRow *rows = gp_plan_rows (pack->plan, GP_PART_WHOLE, GP_ROW_PARTNER, &n);

  return n > 0 ? rows[0].year : GP_YEAR_NONE;
}

gint64
gp_pack_days (const GpPack *pack)
{
  gint64 days = 0;

  for (guint i = 0; i < pack->coaching->n_visits; i++)
    days += pack->coaching->visits[i].days;
  return days;
}

GpPackCost
gp_pack_cost (const GpPack *pack, GpYear year)
{
  GpPackCost cost = {0};

  for (guint i = 0; i < pack->coaching->n_supports; i++) {
    const GpCoachingSupport *support = &pack->coaching->supports[i];
    gint64 government;
    if (year != GP_YEAR_NONE && support->year != year)
      continue;
    cost.schools++;
    cost.fees += gp_finance_school_fee (
        pack->finance, pack->project->schools[support->school].sector,
        gp_pack_programme (pack, support->school), support->year, &government);
    cost.government += government;
  }
  return cost;
}

static gboolean
is_beyond (const GpPack *pack, GpYear year)
{
  return year > pack->project->goal_year;
}

char *
gp_pack_year (const GpPack *pack, GpYear year)
{
  char text[GP_YEAR_BYTES];

  return g_strconcat (gp_year_format (year, text), is_beyond (pack, year) ? "*" : "", NULL);
}

void
gp_pack_year_columns (const GpPack *pack, GpGrid *grid, GpGridKind kind, GpGridTotal total)
{
  for (GpYear year = pack->project->plan_from; year <= pack->project->last_year; year++) {
    g_autofree char *title = gp_pack_year (pack, year);
    gp_grid_column (grid, title, kind, 6, total)->faint = is_beyond (pack, year);
  }
}

char *
gp_pack_coach (const GpPack *pack, guint32 coach)
{
  const GpCoach *row = &pack->coaching->coaches[coach];
  const GpProject *project = pack->project;
  g_autofree char *number = g_strdup_printf ("%u", row->number);
  char year[GP_YEAR_BYTES];

  switch (row->kind) {
  case GP_COACH_EXPERT:
    return g_strdup (gp_pack_name (project->expert_coaches[row->record].name,
                                   project->expert_coaches[row->record].code));
  case GP_COACH_VERANDERCOACH:
    return g_strdup (gp_pack_name (project->verandercoaches[row->record].name,
                                   project->verandercoaches[row->record].code));
  case GP_COACH_HIRE:
    return gp_text_fill (
        pack->language, GP_TEXT_COACH_HIRE, number,
        gp_pack_name (project->regions[row->region].name, project->regions[row->region].code),
        gp_year_format (row->year, year), NULL);
  case GP_COACH_TRAINEE:
  default:
    /* of the pack's own board, and in tables that say verandercoach: what tells two apart is left
     */
    return gp_text_fill (pack->language, GP_TEXT_COACH_TRAINEE, number,
                         gp_year_format (row->year, year), NULL);
  }
}
