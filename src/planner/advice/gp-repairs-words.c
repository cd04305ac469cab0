/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Repairs in words. */
#include "gp-repairs-private.h"

#include <glib/gi18n-lib.h>
#include <groeiplan/gp-format.h>
#include <math.h>
#include <string.h>

static const char *const lever_names[GP_N_LEVERS] = {"experts",  "handover", "training",
                                                     "partners", "interest", "cohorts"};

const char *
gp_lever_name (GpLever lever)
{
  g_return_val_if_fail ((guint)lever < GP_N_LEVERS, "");
  return lever_names[lever];
}

gboolean
gp_lever_parse (const char *text, GpLever *out)
{
  for (guint i = 0; text != NULL && i < GP_N_LEVERS; i++) {
    if (strcmp (text, lever_names[i]) == 0) {
      *out = (GpLever)i;
      return TRUE;
    }
  }
  return FALSE;
}

const char *
gp_repair_extent_name (GpRepairExtent extent)
{
  static const char *const names[GP_N_REPAIR_EXTENTS] = {"all", "half", "part"};

  g_return_val_if_fail ((guint)extent < GP_N_REPAIR_EXTENTS, "");
  return names[extent];
}

/* At most two decimals, none that say nothing. */
static char *
number (double value)
{
  guint digits = fabs (value - round (value)) < 0.005            ? 0
                 : fabs (value * 10 - round (value * 10)) < 0.05 ? 1
                                                                 : 2;

  return gp_format_number (value, digits, gp_numbers_current ());
}

static char *
lever_amount (GpLever lever, double amount)
{
  return lever == GP_LEVER_HANDOVER ? gp_format_percent (amount, 0, gp_numbers_current ())
                                    : number (amount);
}

/* " (42 in place of 30)" where that is so in all years, else nothing; nothing for more of none. */
static char *
in_place_of (const GpRepair *repair)
{
  g_autofree char *after = NULL;
  g_autofree char *before = NULL;

  for (guint i = 1; i < repair->n_settings; i++)
    if (gp_decimal_compare (repair->settings[i].value, repair->settings[0].value) != 0 ||
        fabs (repair->settings[i].before - repair->settings[0].before) > 1e-9)
      return g_strdup ("");
  if (repair->n_settings == 0 || repair->lever == GP_LEVER_COHORTS ||
      fabs (repair->settings[0].before) < 1e-9)
    return g_strdup ("");
  after = lever_amount (repair->lever, gp_decimal_to_double (repair->settings[0].value));
  before = lever_amount (repair->lever, repair->settings[0].before);
  return g_strdup_printf (_ (" (%s in place of %s)"), after, before);
}

static char *
later_cohorts (GpPriorityId goal, const char *amount, gulong n)
{
  return g_strdup_printf (
      goal == GP_PRIORITY_GROEIKRACHT_DELAY
          ? g_dngettext (GETTEXT_PACKAGE,
                         "Move up to %s place of the Groeikracht cohorts to later years",
                         "Move up to %s places of the Groeikracht cohorts to later years", n)
          : g_dngettext (GETTEXT_PACKAGE,
                         "Move up to %s place of the regular cohorts to later years",
                         "Move up to %s places of the regular cohorts to later years", n),
      amount);
}

/* What to do. */
static char *
action (const GpRepair *repair)
{
  g_autofree char *amount = lever_amount (repair->lever, repair->amount);
  g_autofree char *change = in_place_of (repair);
  gulong n = (gulong)lround (repair->amount);
  char from[GP_YEAR_BYTES];

  gp_year_format (repair->from, from);
  switch (repair->lever) {
  case GP_LEVER_EXPERTS:
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                         "Make room for %s more expert coach from %s%s",
                                         "Make room for %s more expert coaches from %s%s", n),
                            amount, from, change);
  case GP_LEVER_HANDOVER:
    return g_strdup_printf (_ ("Let verandercoaches take over %s more of the coach-days from %s%s"),
                            amount, from, change);
  case GP_LEVER_TRAINING:
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                         "Train up to %s more verandercoach a year from %s%s",
                                         "Train up to %s more verandercoaches a year from %s%s", n),
                            amount, from, change);
  case GP_LEVER_PARTNERS:
    return g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "Let up to %s more board a year become a partner from %s%s",
                     "Let up to %s more boards a year become partners from %s%s", n),
        amount, from, change);
  case GP_LEVER_INTEREST:
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                         "Interest up to %s more school a year from %s%s",
                                         "Interest up to %s more schools a year from %s%s", n),
                            amount, from, change);
  default:
    return later_cohorts (repair->goal, amount, n);
  }
}

static const char *
goal_gone (GpPriorityId goal)
{
  switch (goal) {
  case GP_PRIORITY_OVERLOAD:
    return _ ("no expert day is short");
  case GP_PRIORITY_GROEIKRACHT_DELAY:
    return _ ("no Groeikracht school waits");
  default:
    return _ ("no regular school waits");
  }
}

static char *
goal_halved (const GpRepair *repair)
{
  g_autofree char *before = number (repair->before);
  g_autofree char *after = number (repair->after);
  gulong n = strcmp (after, "1") == 0 ? 1 : 2;

  switch (repair->goal) {
  case GP_PRIORITY_OVERLOAD:
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s of %s coach-days of overload is left",
                                         "%s of %s coach-days of overload are left", n),
                            after, before);
  case GP_PRIORITY_GROEIKRACHT_DELAY:
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                         "%s of %s school-years of Groeikracht delay is left",
                                         "%s of %s school-years of Groeikracht delay are left", n),
                            after, before);
  default:
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                         "%s of %s school-years of regular delay is left",
                                         "%s of %s school-years of regular delay are left", n),
                            after, before);
  }
}

static const char *
lever_alone (GpLever lever)
{
  switch (lever) {
  case GP_LEVER_EXPERTS:
    return _ ("Room for more expert coaches");
  case GP_LEVER_HANDOVER:
    return _ ("Handing over more to verandercoaches");
  case GP_LEVER_TRAINING:
    return _ ("Training more verandercoaches");
  case GP_LEVER_PARTNERS:
    return _ ("More new partner boards");
  case GP_LEVER_INTEREST:
    return _ ("More interested schools");
  default:
    return _ ("Later cohorts");
  }
}

static char *
part_sentence (const GpRepair *repair)
{
  g_autofree char *left = NULL;

  if (repair->before - repair->after < 0.005)
    return g_strdup_printf (_ ("%s alone, however much, does not help."),
                            lever_alone (repair->lever));
  left = goal_halved (repair);
  return g_strdup_printf (_ ("%s alone, however much, is not enough: %s."),
                          lever_alone (repair->lever), left);
}

/* Two digits that count: it is an estimate. */
static char *
about (double euro)
{
  double unit = pow (10, fmax (0, floor (log10 (fmax (fabs (euro), 1))) - 1));

  return gp_format_money (llround (fabs (euro) / unit) * (gint64)unit * 100, FALSE,
                          gp_numbers_current ());
}

/* What it costs, with a blank before it; nothing where that is not known or nothing. */
static char *
cost_sentence (const GpRepair *repair)
{
  gboolean own = !isnan (repair->euro);
  double euro = own ? repair->euro : repair->plan_euro;
  g_autofree char *amount = NULL;

  if (isnan (euro) || fabs (euro) < 1 || (own && euro < 0))
    return g_strdup ("");
  amount = about (euro);
  if (own)
    return g_strdup_printf (_ (" About %s a year."), amount);
  return euro > 0 ? g_strdup_printf (_ (" The plan then costs about %s a year more."), amount)
                  : g_strdup_printf (_ (" The plan then costs about %s a year less."), amount);
}

char *
gp_repair_sentence (const GpRepair *repair)
{
  g_autofree char *what = NULL;
  g_autofree char *result = NULL;
  g_autofree char *cost = NULL;

  g_return_val_if_fail (repair != NULL, NULL);
  if (repair->extent == GP_REPAIR_PART)
    return part_sentence (repair);
  what = action (repair);
  result =
      repair->extent == GP_REPAIR_ALL ? g_strdup (goal_gone (repair->goal)) : goal_halved (repair);
  cost = cost_sentence (repair);
  return g_strdup_printf ("%s: %s.%s", what, result, cost);
}
