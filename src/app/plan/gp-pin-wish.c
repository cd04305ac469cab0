/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See gp-pin-wish.h. */
#include "gp-pin-wish.h"

#include <glib/gi18n-lib.h>
#include <groeiplan/gp-error.h>
#include <groeiplan/gp-parameter.h>

/* ---- whether it says something ----------------------------------------------------------------
 */

static gboolean
has_school (const GpProject *project, const GpPinPlace *place)
{
  for (guint32 i = 0; i < project->n_schools; i++)
    if (project->schools[i].board == place->board && project->schools[i].sector == place->sector &&
        gp_school_is_eligible (&project->schools[i]))
      return TRUE;
  return FALSE;
}

static gboolean
refuse (GError **error, const char *sentence)
{
  g_set_error_literal (error, GP_ERROR, GP_ERROR_DATA, sentence);
  return FALSE;
}

static gboolean
check_board (const GpProject *project, const GpPinWish *wish, GError **error)
{
  const GpPinPlace *place = &wish->place;

  if (place->board == GP_NONE || place->board >= project->n_boards)
    return refuse (error, _ ("Choose the board that this is about."));
  if (place->kind == GP_PIN_START &&
      (place->sector >= project->n_sectors || !has_school (project, place)))
    return refuse (error, _ ("This board has no school in that sector that can still start."));
  if (place->kind == GP_PIN_PARTNER && project->boards[place->board].partner_since != GP_YEAR_NONE)
    return refuse (error, _ ("This board is a partner already."));
  return TRUE;
}

static gboolean
check_years (const GpProject *project, const GpPinWish *wish, GError **error)
{
  if (wish->first > wish->last)
    return refuse (error, _ ("The first year lies after the last."));
  if (wish->first < project->plan_from || wish->last > project->last_year)
    return refuse (error, _ ("Choose years that are planned."));
  if (wish->rule == GP_WISH_NONE_OUTSIDE && wish->first == project->plan_from &&
      wish->last == project->last_year)
    return refuse (error, _ ("There are no other years than these: choose fewer."));
  if (wish->place.kind == GP_PIN_PARTNER && wish->rule <= GP_WISH_EXACTLY &&
      wish->first != wish->last)
    return refuse (error, _ ("A board becomes a partner once: choose one year."));
  return TRUE;
}

/* ---- its pins ---------------------------------------------------------------------------------
 */

/* The scenario's own pin there, or NULL. */
static const GpPin *
own_pin (const GpProject *project, guint32 scenario, const GpPinPlace *place)
{
  for (guint32 i = 0; i < project->n_pins; i++) {
    GpPinPlace other = gp_pin_place_of (&project->pins[i]);

    if (project->pins[i].scenario == scenario && gp_pin_place_equal (&other, place))
      return &project->pins[i];
  }
  return NULL;
}

static GpPin
pin_of (const GpProject *project, guint32 scenario, const GpPinWish *wish, GpYear year)
{
  GpPinPlace place = wish->place;
  int amount = wish->place.kind == GP_PIN_PARTNER ? 1 : wish->amount;
  const GpPin *old;
  GpPin pin = {.scenario = scenario,
               .board = place.board,
               .sector = place.sector,
               .kind = place.kind,
               .programme = place.programme,
               .year = year,
               .min = -1,
               .max = -1,
               .reason = wish->reason};

  place.year = year;
  old = own_pin (project, scenario, &place);
  switch (wish->rule) {
  case GP_WISH_AT_LEAST:
    pin.min = amount;
    pin.max = old != NULL && old->max >= amount ? old->max : -1;
    break;
  case GP_WISH_AT_MOST:
    pin.max = amount;
    pin.min = old != NULL && old->min >= 0 && old->min <= amount ? old->min : -1;
    break;
  case GP_WISH_EXACTLY:
    pin.min = pin.max = amount;
    break;
  default:
    pin.max = 0;
  }
  return pin;
}

GArray *
gp_pin_wish_pins (const GpProject *project, guint32 scenario, const GpPinWish *wish, GError **error)
{
  GArray *pins;

  if (!check_board (project, wish, error) || !check_years (project, wish, error))
    return NULL;
  pins = g_array_new (FALSE, FALSE, sizeof (GpPin));
  for (GpYear year = project->plan_from; year <= project->last_year; year++) {
    gboolean inside = year >= wish->first && year <= wish->last;

    if (inside != (wish->rule == GP_WISH_NONE_OUTSIDE)) {
      GpPin pin = pin_of (project, scenario, wish, year);

      g_array_append_val (pins, pin);
    }
  }
  return pins;
}

GpPinWish
gp_pin_wish_of (const GpPin *pin)
{
  GpPinWish wish = {.place = gp_pin_place_of (pin),
                    .first = pin->year,
                    .last = pin->year,
                    .amount = MAX (pin->min, pin->max),
                    .reason = pin->reason};

  if (pin->max == 0)
    wish.rule = GP_WISH_NONE_IN;
  else if (pin->min == pin->max)
    wish.rule = GP_WISH_EXACTLY;
  else if (pin->min < 0)
    wish.rule = GP_WISH_AT_MOST;
  else {
    wish.rule = GP_WISH_AT_LEAST;
    wish.amount = pin->min;
  }
  return wish;
}

/* ---- in words ---------------------------------------------------------------------------------
 */

static char *
what_text (const GpProject *project, const GpPinPlace *place)
{
  if (place->kind == GP_PIN_PARTNER)
    return g_strdup (_ ("Becomes a partner"));
  if (place->kind == GP_PIN_TRAINING)
    return g_strdup (_ ("Verandercoaches to train"));
  return g_strdup_printf (place->programme == GP_PROGRAMME_REGULAR ? _ ("Regular starts, %s")
                                                                   : _ ("Groeikracht starts, %s"),
                          project->sectors[place->sector].name);
}

/* Pins of one wish are alike, but for a bound that stays: then the first one's are not said. */
static char *
bounds_text (const GArray *pins)
{
  const GpPin *first = &g_array_index (pins, GpPin, 0);

  for (guint i = 1; i < pins->len; i++) {
    const GpPin *pin = &g_array_index (pins, GpPin, i);

    if (pin->min != first->min || pin->max != first->max)
      return g_strdup (_ ("other bounds in each year"));
  }
  return gp_pin_bounds_text (first);
}

/* "2026-2027, 2028-2029 to 2030-2031" */
static char *
years_text (const GArray *pins)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < pins->len;) {
    char first[GP_YEAR_BYTES], last[GP_YEAR_BYTES];
    guint end = i;

    while (end + 1 < pins->len &&
           g_array_index (pins, GpPin, end + 1).year == g_array_index (pins, GpPin, end).year + 1)
      end++;
    gp_year_format (g_array_index (pins, GpPin, i).year, first);
    gp_year_format (g_array_index (pins, GpPin, end).year, last);
    if (text->len > 0)
      g_string_append (text, ", ");
    if (end > i)
      g_string_append_printf (text, _ ("%s to %s"), first, last);
    else
      g_string_append (text, first);
    i = end + 1;
  }
  return g_strdup (text->str);
}

char *
gp_pin_wish_text (const GpProject *project, const GpPinWish *wish, const GArray *pins)
{
  g_autofree char *what = what_text (project, &wish->place);
  g_autofree char *bounds = NULL, *years = NULL;

  if (pins->len == 0)
    return g_steal_pointer (&what);
  bounds = bounds_text (pins);
  years = years_text (pins);
  return g_strdup_printf (_ ("%s: %s (%s)"), what, bounds, years);
}
