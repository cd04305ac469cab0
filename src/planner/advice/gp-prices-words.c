/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Prices in words. */
#include "gp-prices-private.h"

#include <glib/gi18n-lib.h>
#include <groeiplan/gp-format.h>
#include <math.h>
#include <string.h>

const char *
gp_scarce_name (GpScarce scarce)
{
  static const char *const names[GP_N_SCARCE] = {"expert_day",    "expert_place", "training_place",
                                                 "partner_place", "interest",     "cohort_place"};

  g_return_val_if_fail ((guint)scarce < GP_N_SCARCE, "");
  return names[scarce];
}

const char *
gp_price_status_name (GpPriceStatus status)
{
  static const char *const names[GP_N_PRICE_STATUSES] = {"claimed", "none", "unchecked"};

  g_return_val_if_fail ((guint)status < GP_N_PRICE_STATUSES, "");
  return names[status];
}

char *
gp_price_thing (const GpProject *project, const GpPrice *price)
{
  char year[GP_YEAR_BYTES];

  g_return_val_if_fail (project != NULL && price != NULL, NULL);
  gp_year_format (price->year, year);
  switch (price->scarce) {
  case GP_SCARCE_EXPERT_DAY:
    g_return_val_if_fail (price->region < project->n_regions, NULL);
    return g_strdup_printf (_ ("expert day in %s, %s"), project->regions[price->region].name, year);
  case GP_SCARCE_EXPERT_PLACE:
    return g_strdup_printf (_ ("place for an expert coach, %s"), year);
  case GP_SCARCE_TRAINING_PLACE:
    return g_strdup_printf (_ ("training place for a verandercoach, %s"), year);
  case GP_SCARCE_PARTNER_PLACE:
    return g_strdup_printf (_ ("place for a new partner board, %s"), year);
  case GP_SCARCE_INTEREST:
    return g_strdup_printf (_ ("interested school, %s"), year);
  default:
    return price->programme == GP_PROGRAMME_GROEIKRACHT
               ? g_strdup_printf (_ ("place in the Groeikracht cohort of %s"), year)
               : g_strdup_printf (_ ("place in the regular cohort of %s"), year);
  }
}

/* Three digits that count, as many decimals as that takes. */
static char *
amount (double value)
{
  double size = fabs (value);
  guint digits = size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : size >= 0.1 ? 3 : 4;
  char text[G_ASCII_DTOSTR_BUF_SIZE], format[8];

  /* zeros at the end say nothing */
  g_snprintf (format, sizeof format, "%%.%uf", digits);
  g_ascii_formatd (text, sizeof text, format, size);
  while (digits > 0 && text[strlen (text) - 1] == '0') {
    text[strlen (text) - 1] = '\0';
    digits--;
  }
  return gp_format_number (size, digits, gp_numbers_current ());
}

/* So much of what a priority counts. */
static char *
quantity (GpPriorityId id, double value)
{
  g_autofree char *number = amount (value);
  gulong n = strcmp (number, "1") == 0 ? 1 : 2;

  switch (id) {
  case GP_PRIORITY_OVERLOAD:
    return g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%s coach-day of overload", "%s coach-days of overload", n),
        number);
  case GP_PRIORITY_GROEIKRACHT_DELAY:
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s school-year of Groeikracht delay",
                                         "%s school-years of Groeikracht delay", n),
                            number);
  case GP_PRIORITY_REGULAR_DELAY:
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s school-year of regular delay",
                                         "%s school-years of regular delay", n),
                            number);
  case GP_PRIORITY_CHANGE:
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s change of the published plan",
                                         "%s changes of the published plan", n),
                            number);
  case GP_PRIORITY_REACH:
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s weighted pupil-year of reach",
                                         "%s weighted pupil-years of reach", n),
                            number);
  default:
    return g_strdup_printf (_ ("%s euro of cost"), number);
  }
}

char *
gp_priority_gain_text (GpPriorityId id, double gain)
{
  g_autofree char *what = quantity (id, gain);

  if ((id == GP_PRIORITY_REACH) == (gain >= 0))
    return g_strdup_printf (_ ("%s more"), what);
  return g_strdup_printf (_ ("%s less"), what);
}

static const char *
first_words (GpPriorityId id)
{
  switch (id) {
  case GP_PRIORITY_OVERLOAD:
    return _ ("Avoiding overload");
  case GP_PRIORITY_GROEIKRACHT_DELAY:
    return _ ("Starting Groeikracht schools on time");
  case GP_PRIORITY_REGULAR_DELAY:
    return _ ("Starting regular schools on time");
  case GP_PRIORITY_CHANGE:
    return _ ("Keeping to the published plan");
  case GP_PRIORITY_REACH:
    return _ ("Reaching pupils");
  default:
    return _ ("Saving cost");
  }
}

/* What the others would gain (sign 1) or lose (-1) if it came last; NULL when nothing. */
static char *
differences (const GpPriorityPrice *price, double sign)
{
  g_autofree char *list = NULL; /* all but the last */
  g_autofree char *last = NULL;

  for (guint i = 0; i < price->n; i++) {
    double gain = gp_trial_gain (price->ids[i], price->before[i], price->after[i]);

    if (price->ids[i] == price->id || !(gain * sign > 10 * gp_trial_noise (price->before[i])))
      continue;
    if (last != NULL) {
      char *longer = list != NULL ? g_strconcat (list, ", ", last, NULL) : g_strdup (last);
      g_free (list);
      list = longer;
    }
    g_free (last);
    last = quantity (price->ids[i], gain);
  }
  return list != NULL ? g_strdup_printf (_ ("%s and %s"), list, last) : g_steal_pointer (&last);
}

static double
own_loss (const GpPriorityPrice *price)
{
  for (guint i = 0; i < price->n; i++)
    if (price->ids[i] == price->id)
      return -gp_trial_gain (price->id, price->before[i], price->after[i]);
  return 0;
}

char *
gp_priority_price_sentence (const GpPriorityPrice *price)
{
  g_autofree char *costs = NULL;
  g_autofree char *keeps = NULL;

  g_return_val_if_fail (price != NULL, NULL);
  costs = differences (price, 1);
  if (costs == NULL)
    return g_strdup_printf (_ ("%s costs the priorities that come after it nothing."),
                            first_words (price->id));
  keeps = gp_priority_gain_text (price->id, -own_loss (price));
  /* Translators: "Starting Groeikracht schools on time costs the priorities that come after it 41
   * school-years of regular delay; if it came last, there would be 30 school-years of Groeikracht
   * delay more." */
  return g_strdup_printf (
      _ ("%s costs the priorities that come after it %s; if it came last, there "
         "would be %s."),
      first_words (price->id), costs, keeps);
}
