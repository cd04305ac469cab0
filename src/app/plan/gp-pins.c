/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See gp-pins.h. */
#include "gp-pins.h"

#include <glib/gi18n-lib.h>
#include <groeiplan/gp-format.h>
#include <groeiplan/gp-parameter.h>
#include <math.h>

gboolean
gp_pin_place_equal (const GpPinPlace *a, const GpPinPlace *b)
{
  return a->kind == b->kind && a->board == b->board && a->sector == b->sector &&
         a->programme == b->programme && a->year == b->year;
}

GpPinPlace
gp_pin_place_of (const GpPin *pin)
{
  return (GpPinPlace){.kind = pin->kind,
                      .board = pin->board,
                      .sector = pin->sector,
                      .programme = pin->programme,
                      .year = pin->year};
}

gboolean
gp_pin_place_of_row (const GpProject *project, const GpPlanRow *row, GpPinPlace *out)
{
  GpPinPlace place = {.sector = GP_NONE, .programme = GP_PROGRAMME_NONE, .year = row->year};

  switch (row->kind) {
  case GP_ROW_START:
    place.kind = GP_PIN_START;
    place.sector = gp_project_find (project, GP_TABLE_SECTORS, row->sector);
    place.programme = row->programme;
    if (place.sector == GP_NONE)
      return FALSE;
    break;
  case GP_ROW_PARTNER:
    place.kind = GP_PIN_PARTNER;
    break;
  case GP_ROW_TRAINING:
    place.kind = GP_PIN_TRAINING;
    break;
  default:
    return FALSE;
  }
  place.board = gp_project_find (project, GP_TABLE_BOARDS, row->board);
  *out = place;
  return place.board != GP_NONE && row->year >= project->plan_from &&
         row->year <= project->last_year;
}

static GpPlanPart
part_of (const GpPlan *plan)
{
  return plan->has_whole ? GP_PART_WHOLE : GP_PART_RELAXED;
}

double
gp_pin_amount (const GpProject *project, const GpPlan *plan, const GpPinPlace *place)
{
  static const GpPlanRowKind kinds[] = {
      [GP_PIN_START] = GP_ROW_START,
      [GP_PIN_PARTNER] = GP_ROW_PARTNER,
      [GP_PIN_TRAINING] = GP_ROW_TRAINING,
  };
  guint n;
  const GpPlanRow *rows = gp_plan_rows (plan, part_of (plan), kinds[place->kind], &n);
  const char *board = project->boards[place->board].code;
  const char *sector = place->sector != GP_NONE ? project->sectors[place->sector].code : "";
  double sum = 0;

  for (guint i = 0; i < n; i++)
    if (rows[i].year == place->year && g_str_equal (rows[i].board, board) &&
        g_str_equal (rows[i].sector, sector) &&
        (place->kind != GP_PIN_START || rows[i].programme == place->programme))
      sum += rows[i].amount;
  return sum;
}

guint32
gp_pin_find (const GpProject *project, guint32 scenario, const GpPinPlace *place)
{
  if (scenario == GP_NONE)
    return GP_NONE;
  for (guint32 i = 0; i < project->n_pins; i++) {
    GpPinPlace other = gp_pin_place_of (&project->pins[i]);

    if (gp_pin_place_equal (&other, place) && gp_project_pin_applies (project, scenario, i))
      return i;
  }
  return GP_NONE;
}

GpPinState
gp_pin_state (const GpProject *project, const GpPlan *plan, guint32 pin)
{
  const GpPin *row = &project->pins[pin];
  GpPinPlace place = gp_pin_place_of (row);
  double amount;

  if (plan != NULL && plan->status == GP_PLAN_CONFLICT)
    return GP_PIN_CLASHES;
  if (plan == NULL || !plan->has_whole)
    return GP_PIN_UNKNOWN;
  amount = round (gp_pin_amount (project, plan, &place));
  return (row->min >= 0 && amount < row->min) || (row->max >= 0 && amount > row->max)
             ? GP_PIN_BROKEN
             : GP_PIN_KEPT;
}

char *
gp_pin_bounds_text (const GpPin *pin)
{
  if (pin->kind == GP_PIN_PARTNER)
    return g_strdup (pin->max == 0 ? _ ("no") : _ ("yes"));
  if (pin->max == 0)
    return g_strdup (_ ("none"));
  if (pin->min >= 0 && pin->min == pin->max)
    return g_strdup_printf (_ ("exactly %d"), pin->min);
  if (pin->min < 0)
    return g_strdup_printf (_ ("at most %d"), pin->max);
  if (pin->max < 0)
    return g_strdup_printf (_ ("at least %d"), pin->min);
  return g_strdup_printf (_ ("%d to %d"), pin->min, pin->max);
}

static char *
start_text (const GpProject *project, const GpPinPlace *place, const char *year, double amount)
{
  g_autofree char *number = gp_format_number (amount, 0, gp_numbers_current ());
  gboolean regular = place->programme == GP_PROGRAMME_REGULAR;
  const char *sector = project->sectors[place->sector].name;

  if (amount < 0)
    return g_strdup_printf (
        regular ? _ ("Regular starts, %s, %s") : _ ("Groeikracht starts, %s, %s"), sector, year);
  return g_strdup_printf (regular ? _ ("Regular starts, %s, %s: %s")
                                  : _ ("Groeikracht starts, %s, %s: %s"),
                          sector, year, number);
}

char *
gp_pin_place_text (const GpProject *project, const GpPinPlace *place, double amount)
{
  char year[GP_YEAR_BYTES];
  g_autofree char *number = gp_format_number (amount, 0, gp_numbers_current ());

  gp_year_format (place->year, year);
  if (place->kind == GP_PIN_START)
    return start_text (project, place, year, amount);
  if (place->kind == GP_PIN_PARTNER)
    return g_strdup_printf (_ ("Becomes a partner in %s"), year);
  if (amount < 0)
    return g_strdup_printf (_ ("Verandercoaches trained in %s"), year);
  return g_strdup_printf (_ ("Verandercoaches trained in %s: %s"), year, number);
}
