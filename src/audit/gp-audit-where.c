/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words for where something is and what is wrong there. */
#include "gp-audit-report.h"

#include <glib/gi18n-lib.h>

static void
add (GString *text, const char *part)
{
  if (part == NULL || *part == '\0')
    return;
  if (text->len > 0)
    g_string_append (text, ", ");
  g_string_append (text, part);
}

static void
add_year (GString *text, GpYear year)
{
  char buffer[GP_YEAR_BYTES];
  if (year != GP_YEAR_NONE)
    add (text, gp_year_format (year, buffer));
}

static void
add_programme (GString *text, GpProgramme programme)
{
  if (programme == GP_PROGRAMME_GROEIKRACHT)
    add (text, _ ("Groeikracht"));
  else if (programme == GP_PROGRAMME_REGULAR)
    add (text, _ ("regular programme"));
}

static void
add_need (GString *text, GpNeed need)
{
  add (text, need == GP_NEED_HIGH ? _ ("high need") : _ ("other need"));
}

static const char *
name_or_code (const char *name, const char *code)
{
  return *name != '\0' ? name : code;
}

static void
add_pin (GString *text, const GpProject *project, const GpPin *pin)
{
  add (text, name_or_code (project->boards[pin->board].name, project->boards[pin->board].code));
  if (pin->kind == GP_PIN_START)
    add (text,
         name_or_code (project->sectors[pin->sector].name, project->sectors[pin->sector].code));
  add_programme (text, pin->programme);
  add_year (text, pin->year);
}

char *
gp_audit_where (const GpAuditData *data, const GpAuditKey *key)
{
  const GpProject *project = data->project;
  GString *text = g_string_new (NULL);
  if (key->pin != GP_NONE)
    add_pin (text, project, &project->pins[key->pin]);
  if (key->board != GP_NONE)
    add (text, name_or_code (project->boards[key->board].name, project->boards[key->board].code));
  if (key->sector != GP_NONE)
    add (text,
         name_or_code (project->sectors[key->sector].name, project->sectors[key->sector].code));
  if (key->region != GP_NONE)
    add (text,
         name_or_code (project->regions[key->region].name, project->regions[key->region].code));
  if (key->rule == GP_RULE_SUPPLY || key->rule == GP_RULE_READINESS)
    add_need (text, key->need);
  add_programme (text, key->programme);
  add_year (text, key->year);
  return g_string_free (text, FALSE);
}

char *
gp_audit_where_row (const GpPlanRow *row)
{
  GString *text = g_string_new (NULL);
  add (text, row->board);
  add (text, row->sector);
  add (text, row->region);
  add (text, row->to_region);
  if (row->kind == GP_ROW_START)
    add_need (text, row->need);
  add_programme (text, row->programme);
  add_year (text, row->year);
  return g_string_free (text, FALSE);
}

const char *
gp_audit_what (GpRule rule, guint variant)
{
  const char *const what[GP_N_RULES][2] = {
      [GP_RULE_SUPPLY] = {N_ ("More schools start than there are")},
      [GP_RULE_COHORT] = {N_ ("More schools start than the cohorts so far have places")},
      [GP_RULE_INTEREST] = {N_ ("More schools start than the limit on interest allows")},
      [GP_RULE_EQUITY] = {N_ ("Too few of the starting schools have a high need")},
      [GP_RULE_SECTOR_SHARE] = {N_ ("Too few of the starting schools are of this sector")},
      [GP_RULE_HANDOVER] = {N_ ("Verandercoaches give more days than may be handed over")},
      [GP_RULE_COACH_CAPACITY] = {N_ ("Verandercoaches give more days than they have")},
      [GP_RULE_STOCK] = {N_ ("The number of verandercoaches does not follow from the trainings")},
      [GP_RULE_POOL] = {N_ ("More verandercoaches are trained than there are candidates")},
      [GP_RULE_PARTNER_ROOM] = {N_ ("More verandercoaches are trained than the board has room for"),
                                N_ ("The board becomes a partner more than once")},
      [GP_RULE_CAPS] = {N_ ("More boards become partners than the cap allows"),
                        N_ ("More verandercoaches are trained than the cap allows")},
      [GP_RULE_HIRING] = {N_ ("More expert coaches are hired than the cap allows"),
                          N_ ("More expert coaches are hired than the cap allows")},
      [GP_RULE_EXPERT_DAYS] = {N_ ("More expert days are used than there are")},
      [GP_RULE_READINESS] = {N_ ("More schools start in the first year than are ready")},
      [GP_RULE_PINS] = {N_ ("The plan gives less than a pin asks"),
                        N_ ("The plan gives more than a pin allows")},
  };
  return _ (what[rule][variant]);
}
