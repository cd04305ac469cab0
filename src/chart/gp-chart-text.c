/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How values are written in charts: with their unit, in full, short, or as a difference. */
#include "gp-chart-draw.h"

#include <math.h>
#include <string.h>

static gint64
cents_of (double euros)
{
  return (gint64)round (CLAMP (euros, -9e13, 9e13) * 100);
}

char *
gp_chart_full_text (const GpChartUnit *unit, double value, GpLanguage language)
{
  g_autofree char *number = NULL;

  if (!isfinite (value))
    return gp_format_number (NAN, 0, language);
  if (unit->euro)
    return gp_format_money (cents_of (value), unit->digits > 0, language);
  number = gp_format_number (value, MIN (unit->digits, 6), language);
  return g_strconcat (number, unit->suffix, NULL);
}

/* "€ 1,2 mln": as many decimals as the step needs. */
static char *
millions_text (double value, double step, GpLanguage language)
{
  guint digits = step >= 1e6 ? 0 : step >= 1e5 ? 1 : 2;
  g_autofree char *number = gp_format_number (fabs (value) / 1e6, digits, language);
  gboolean dutch = language == GP_LANGUAGE_DUTCH;

  return g_strconcat (value < 0 ? "−" : "", dutch ? "€\u00a0" : "€", number,
                      dutch ? "\u00a0mln" : "m", NULL);
}

/* Only a short suffix goes with every number of an axis. */
char *
gp_chart_short_text (const GpChartUnit *unit, double value, double step, GpLanguage language)
{
  g_autofree char *number = NULL;
  gboolean is_whole = fabs (value - round (value)) < 1e-9;

  if (!isfinite (value))
    return gp_format_number (NAN, 0, language);
  if (unit->euro && fabs (value) >= 999500)
    return millions_text (value, MAX (step, 1e4), language);
  if (unit->euro)
    return gp_format_money (cents_of (value), unit->digits > 0 && step < 1, language);
  number = gp_format_number (value, step >= 1 && is_whole ? 0 : MIN (unit->digits, 6), language);
  return g_strconcat (
      number, unit->suffix != NULL && g_utf8_strlen (unit->suffix, -1) <= 2 ? unit->suffix : "",
      NULL);
}

char *
gp_chart_difference_text (const GpChartUnit *unit, double value, GpLanguage language)
{
  g_autofree char *text = NULL;

  if (!isfinite (value))
    return gp_format_number (NAN, 0, language);
  text = gp_chart_full_text (unit, value, language);
  return value > 0 && strpbrk (text, "123456789") != NULL ? g_strconcat ("+", text, NULL)
                                                          : g_steal_pointer (&text);
}
