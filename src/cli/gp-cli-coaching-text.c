/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Who coaches whom for people: a region and year in figures, then the coaches of one year or the
 * visits of one board where that is asked, and always what nobody does and who changes coach.
 */
#include "gp-cli-coaching.h"

#include <glib/gi18n-lib.h>

#define MAX_LISTED 20

gboolean *
gp_cli_coaching_who (const GpCliCoaching *shown)
{
  const GpCoaching *c = shown->coaching;
  gboolean *who = g_new0 (gboolean, c->n_coaches + 1);
  for (guint32 i = 0; i < c->n_coaches; i++)
    who[i] = shown->board == GP_NONE || c->coaches[i].board == shown->board;
  for (guint i = 0; i < c->n_visits; i++)
    if (gp_cli_coaching_shows (shown, gp_cli_coaching_board_of (shown, c->visits[i].school),
                               c->visits[i].year))
      who[c->visits[i].coach] = TRUE;
  for (guint i = 0; i < c->n_works; i++)
    if (gp_cli_coaching_shows (shown, c->works[i].board, c->works[i].year))
      who[c->works[i].coach] = TRUE;
  return who;
}

guint
gp_cli_coaching_support_year (const GpCliCoaching *shown, guint32 school, GpYear year)
{
  guint n;
  const GpCoachingSupport *rows = gp_coaching_school_supports (shown->coaching, school, &n);
  for (guint i = 0; i < n; i++)
    if (rows[i].year == year)
      return rows[i].support_year;
  return 0;
}

static const char *
name_or_code (const char *name, const char *code)
{
  return *name != '\0' ? name : code;
}

static const char *
school_name (const GpCliCoaching *shown, guint32 school)
{
  const GpSchool *row = &shown->coaching->project->schools[school];
  return name_or_code (row->name, row->code);
}

static void
add_year (GpCliTable *table, GpYear year)
{
  char name[GP_YEAR_BYTES];
  gp_cli_table_add (table, gp_year_format (year, name));
}

static GpCliTable *
new_table (const char *title, const char *const *heads, guint n)
{
  GpCliTable *table = gp_cli_table_new (n);
  gp_cli_print ("\n%s\n", title);
  for (guint i = 0; i < n; i++)
    gp_cli_table_add (table, heads[i]);
  return table;
}

/* ---- in figures ---------------------------------------------------------------------------------
 */

static void
print_counts (const GpCliCoaching *shown)
{
  const GpCoaching *c = shown->coaching;
  const char *const heads[] = {_ ("region"),    _ ("year"),        _ ("schools"), _ ("coaches"),
                               _ ("visits"),    _ ("two coaches"), _ ("at most"), _ ("go on"),
                               _ ("new coach"), _ ("not covered")};
  GpCliTable *table = new_table (
      _ ("Schools that are visited, those with two coaches (and the most that there could "
         "be), and those that go on, with a coach of the year before or a new one"),
      heads, G_N_ELEMENTS (heads));
  for (guint at = 0; at < c->project->n_regions * c->n_years; at++) {
    const GpCoachingCount *row = &c->counts[at];
    const GpRegion *region = &c->project->regions[at / c->n_years];
    GpYear year = (GpYear)(c->project->plan_from + (GpYear)(at % c->n_years));
    if (!gp_cli_coaching_shows (shown, GP_NONE, year))
      continue;
    const gint64 numbers[] = {row->schools,
                              row->coaches,
                              row->visits,
                              row->split,
                              row->coaches > 0 ? row->coaches - 1 : 0,
                              row->continuing,
                              row->breaks};
    gp_cli_table_add (table, name_or_code (region->name, region->code));
    add_year (table, year);
    for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
      gp_cli_table_add_number (table, (double)numbers[i], 0);
    gp_cli_table_add_number (table, gp_cli_coaching_days (row->uncovered), 2);
  }
  gp_cli_table_print (table);
}

/* ---- by coach, by school ------------------------------------------------------------------------
 */

static void
print_coaches (const GpCliCoaching *shown)
{
  const GpCoaching *c = shown->coaching;
  const char *const heads[] = {_ ("coach"),  _ ("region or board"), _ ("days"),
                               _ ("visits"), _ ("other work"),      _ ("lent")};
  GpCliTable *table = new_table (_ ("Coaches and their days"), heads, G_N_ELEMENTS (heads));
  gp_cli_table_set_left (table, 1);
  for (guint32 i = 0; i < c->n_coaches; i++) {
    const GpCoachYear *row = gp_coaching_coach_year (c, i, shown->year);
    const GpCoach *coach = &c->coaches[i];
    if (row->days == 0)
      continue;
    g_autofree char *name = gp_coaching_coach_name (c, i);
    gp_cli_table_add (table, name);
    gp_cli_table_add (table, coach->board != GP_NONE
                                 ? name_or_code (c->project->boards[coach->board].name,
                                                 c->project->boards[coach->board].code)
                                 : name_or_code (c->project->regions[coach->region].name,
                                                 c->project->regions[coach->region].code));
    gp_cli_table_add_number (table, gp_cli_coaching_days (row->days), 2);
    gp_cli_table_add_number (table, gp_cli_coaching_days (row->visits), 2);
    gp_cli_table_add_number (table, gp_cli_coaching_days (row->work), 2);
    gp_cli_table_add_number (table, gp_cli_coaching_days (row->lent), 2);
  }
  gp_cli_table_print (table);
}

static void
print_visits (const GpCliCoaching *shown)
{
  const GpCoaching *c = shown->coaching;
  const char *const heads[] = {_ ("school"), _ ("year"), _ ("coach"), _ ("days")};
  GpCliTable *table = new_table (_ ("Who visits the schools"), heads, G_N_ELEMENTS (heads));
  gp_cli_table_set_left (table, 1);
  gp_cli_table_set_left (table, 2);
  for (guint i = 0; i < c->n_visits; i++) {
    const GpVisit *row = &c->visits[i];
    if (!gp_cli_coaching_shows (shown, gp_cli_coaching_board_of (shown, row->school), row->year))
      continue;
    g_autofree char *name = gp_coaching_coach_name (c, row->coach);
    gp_cli_table_add (table, school_name (shown, row->school));
    add_year (table, row->year);
    gp_cli_table_add (table, name);
    gp_cli_table_add_number (table, gp_cli_coaching_days (row->days), 2);
  }
  gp_cli_table_print (table);
}

/* ---- what is not as it should be
 * ----------------------------------------------------------------- */

static const char *
why_uncovered (GpUncoveredReason reason)
{
  switch (reason) {
  case GP_UNCOVERED_OVERLOAD:
    return _ ("overload of the plan");
  case GP_UNCOVERED_SECTORS:
    return _ ("who has days left does not work in that sector");
  case GP_UNCOVERED_ROUNDING:
  default:
    return _ ("rounding");
  }
}

static const char *
why_break (GpBreakReason reason)
{
  switch (reason) {
  case GP_BREAK_GONE:
    return _ ("is no longer there");
  case GP_BREAK_FULL:
    return _ ("has no days left");
  case GP_BREAK_BOARD:
    return _ ("other days of verandercoaches");
  case GP_BREAK_LENDING:
    return _ ("other days are lent");
  case GP_BREAK_SECTORS:
  default:
    return _ ("is needed elsewhere");
  }
}

/* Who or what goes without: a school, a board, or a region. */
static const char *
without (const GpCliCoaching *shown, const GpUncovered *row)
{
  const GpProject *project = shown->coaching->project;
  if (row->school != GP_NONE)
    return school_name (shown, row->school);
  if (row->board != GP_NONE)
    return name_or_code (project->boards[row->board].name, project->boards[row->board].code);
  return name_or_code (project->regions[row->region].name, project->regions[row->region].code);
}

static void
print_more (guint n)
{
  if (n > MAX_LISTED)
    gp_cli_print (_ ("... and %u more; --format csv lists all.\n"), n - MAX_LISTED);
}

static void
print_uncovered (const GpCliCoaching *shown)
{
  const GpCoaching *c = shown->coaching;
  guint n = 0;
  const char *const heads[] = {_ ("for"), _ ("year"), _ ("days"), _ ("why")};
  GpCliTable *table = NULL;
  for (guint i = 0; i < c->n_uncovered; i++) {
    const GpUncovered *row = &c->uncovered[i];
    if (!gp_cli_coaching_shows (shown, row->board, row->year) || n++ >= MAX_LISTED)
      continue;
    if (table == NULL) {
      table = new_table (_ ("Days that nobody gives"), heads, G_N_ELEMENTS (heads));
      gp_cli_table_set_left (table, 3);
    }
    gp_cli_table_add (table, without (shown, row));
    add_year (table, row->year);
    gp_cli_table_add_number (table, gp_cli_coaching_days (row->days), 2);
    gp_cli_table_add (table, why_uncovered (row->reason));
  }
  if (table != NULL)
    gp_cli_table_print (table);
  print_more (n);
}

static void
print_breaks (const GpCliCoaching *shown)
{
  const GpCoaching *c = shown->coaching;
  guint n = 0;
  const char *const heads[] = {_ ("school"), _ ("year"), _ ("coach before"), _ ("why")};
  GpCliTable *table = NULL;
  for (guint i = 0; i < c->n_breaks; i++) {
    const GpCoachingBreak *row = &c->breaks[i];
    if (!gp_cli_coaching_shows (shown, gp_cli_coaching_board_of (shown, row->school), row->year) ||
        n++ >= MAX_LISTED)
      continue;
    if (table == NULL) {
      table = new_table (_ ("Schools that go on with a new coach"), heads, G_N_ELEMENTS (heads));
      gp_cli_table_set_left (table, 2);
      gp_cli_table_set_left (table, 3);
    }
    g_autofree char *name = gp_coaching_coach_name (c, row->coach);
    gp_cli_table_add (table, school_name (shown, row->school));
    add_year (table, row->year);
    gp_cli_table_add (table, name);
    gp_cli_table_add (table, why_break (row->reason));
  }
  if (table != NULL)
    gp_cli_table_print (table);
  print_more (n);
}

void
gp_cli_coaching_print (const GpCliCoaching *shown)
{
  const GpCoaching *c = shown->coaching;
  gp_cli_print (_ ("Who coaches whom in scenario %s of %s\n"),
                c->project->scenarios[c->scenario].code, c->project->name);
  if (shown->board != GP_NONE)
    print_visits (shown);
  else
    print_counts (shown);
  if (shown->board == GP_NONE && shown->year != GP_YEAR_NONE)
    print_coaches (shown);
  print_uncovered (shown);
  print_breaks (shown);
}
