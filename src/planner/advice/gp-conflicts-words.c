/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pins that contradict each other, in words. */
#include "gp-conflicts.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define SMALL 1e-6
#define MAX_TOLD 20 /* sentences a set: more than that nobody reads */

static char *
pin_in_words (const GpPlanData *data, const GpPin *pin)
{
  const char *board = data->project->boards[pin->board].name;
  char year[GP_YEAR_BYTES];

  gp_year_format (pin->year, year);
  switch (pin->kind) {
  case GP_PIN_PARTNER:
    return g_strdup_printf (_ ("“%s” a partner in %s"), board, year);
  case GP_PIN_TRAINING:
    return g_strdup_printf (_ ("verandercoaches trained at “%s” in %s"), board, year);
  default:
    return g_strdup_printf (
        _ ("starts of “%s” (%s, %s) in %s"), board, data->project->sectors[pin->sector].name,
        pin->programme == GP_PROGRAMME_GROEIKRACHT ? _ ("Groeikracht") : _ ("regular"), year);
  }
}

/* Without the solver's last digits. */
static double
tidy (double possible)
{
  return fmax (0, round (possible / SMALL) * SMALL);
}

static char *
pin_sentence (const GpPlanData *data, const GpConflictPin *member)
{
  const GpPin *pin = data->pins[member->pin].row;
  guint number = data->pins[member->pin].pin + 1;
  g_autofree char *what = pin_in_words (data, pin);

  if (isnan (member->gives))
    return g_strdup_printf (member->is_max ? _ ("Pin %u allows at most %d: %s. Raise or remove it.")
                                           : _ ("Pin %u asks at least %d: %s. Lower or remove it."),
                            number, member->is_max ? pin->max : pin->min, what);
  return g_strdup_printf (
      member->is_max
          ? _ ("Pin %u allows at most %d: %s. With the other pins and the rules at least %.4g "
               "is needed: raise or remove it.")
          : _ ("Pin %u asks at least %d: %s. With the other pins and the rules at most %.4g is "
               "possible: lower or remove it."),
      number, member->is_max ? pin->max : pin->min, what,
      tidy (member->is_max ? pin->max + member->gives : pin->min - member->gives));
}

/* "Pins 2, 5 and the rules contradict each other: changing one of these pins is enough." */
static char *
set_sentence (const GpPlanData *data, const GpConflictSet *set)
{
  g_autoptr (GString) numbers = g_string_new (NULL);
  guint told = MIN (set->pins->len, MAX_TOLD);

  for (guint i = 0; i < told; i++)
    g_string_append_printf (numbers, "%s%u", i > 0 ? ", " : "",
                            data->pins[g_array_index (set->pins, GpConflictPin, i).pin].pin + 1);
  if (told < set->pins->len)
    return g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE,
                     "Pins %s and %u other contradict each other or the rules together.",
                     "Pins %s and %u others contradict each other or the rules together.",
                     set->pins->len - told),
        numbers->str, set->pins->len - told);
  if (!set->minimal)
    return g_strdup_printf (_ ("Pins %s contradict each other or the rules together."),
                            numbers->str);
  return g_strdup_printf (_ ("Pins %s contradict each other or the rules together: changing one of "
                             "them is enough."),
                          numbers->str);
}

static void
add_set (const GpPlanData *data, const GpConflictSet *set, GpPlan *plan)
{
  for (guint i = 0; i < set->pins->len && i < MAX_TOLD; i++) {
    g_autofree char *sentence = pin_sentence (data, &g_array_index (set->pins, GpConflictPin, i));

    gp_plan_add_conflict (plan, sentence);
  }
  if (set->pins->len > 1) {
    g_autofree char *sentence = set_sentence (data, set);

    gp_plan_add_conflict (plan, sentence);
  }
}

void
gp_conflicts_explain (const GpPlanData *data, GpPlan *plan, GCancellable *cancellable)
{
  g_autoptr (GPtrArray) sets = gp_conflicts_find (data, cancellable);

  for (guint i = 0; i < sets->len; i++)
    add_set (data, sets->pdata[i], plan);
}
