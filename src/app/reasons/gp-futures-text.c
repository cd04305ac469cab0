/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See gp-futures-text.h. */
#include "gp-futures-text.h"
#include "gp-assumption.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define MIN_SHARE 0.02 /* of the work that must be done before its end is spoken of */

static guint32
n_known (const GpFuturesSummary *summary)
{
  return summary->count - summary->unknown;
}

static char *
whole (double value)
{
  return gp_format_number (value, 0, gp_numbers_current ());
}

static char *
count_of (guint32 n)
{
  return gp_format_integer (n, gp_numbers_current ());
}

/* ---- names ------------------------------------------------------------------------------------
 */

const char *
gp_futures_promise_title (GpPromise promise)
{
  switch (promise) {
  case GP_PROMISE_NO_OVERLOAD:
    return _ ("No expert coach is overloaded");
  case GP_PROMISE_GROEIKRACHT:
    return _ ("Every Groeikracht school starts in time");
  case GP_PROMISE_REGULAR:
    return _ ("Every regular school starts in time");
  case GP_PROMISE_GOAL:
    return _ ("The goal of schools taking part is reached");
  case GP_PROMISE_ALL:
  case GP_N_PROMISES:
  default:
    return _ ("All of these together");
  }
}

const char *
gp_futures_outcome_title (GpOutcome outcome)
{
  switch (outcome) {
  case GP_OUTCOME_SCHOOLS:
    return _ ("Schools taking part");
  case GP_OUTCOME_DELAY:
    return _ ("Delay of all schools");
  case GP_OUTCOME_OVERLOAD:
    return gp_assumption_priority_title (GP_PRIORITY_OVERLOAD);
  case GP_OUTCOME_GROEIKRACHT_DELAY:
    return gp_assumption_priority_title (GP_PRIORITY_GROEIKRACHT_DELAY);
  case GP_OUTCOME_REGULAR_DELAY:
    return gp_assumption_priority_title (GP_PRIORITY_REGULAR_DELAY);
  case GP_OUTCOME_REACH:
    return gp_assumption_priority_title (GP_PRIORITY_REACH);
  case GP_OUTCOME_COST:
  case GP_N_OUTCOMES:
  default:
    return gp_assumption_priority_title (GP_PRIORITY_COST);
  }
}

char *
gp_futures_assumption_title (const GpProject *project, const GpFutureAssumption *assumption)
{
  g_autofree char *place =
      gp_assumption_place (project, assumption->param, assumption->scope, assumption->year);

  return assumption->is_go ? g_strdup_printf (_ ("%s: go or no-go"), place)
                           : g_steal_pointer (&place);
}

char *
gp_futures_spread_title (const GpProject *project, const GpSpread *spread)
{
  const GpFutureAssumption assumption = {.param = spread->param,
                                         .scope = spread->scope,
                                         .is_go = spread->kind == GP_SPREAD_GO,
                                         .year = spread->year};

  return gp_futures_assumption_title (project, &assumption);
}

static char *
spread_number (const GpSpread *spread, GpDecimal value)
{
  return gp_assumption_format_spread (spread->param, spread->kind, value, gp_numbers_current ());
}

char *
gp_futures_spread_text (const GpSpread *spread)
{
  g_autofree char *low = spread_number (spread, spread->low);
  g_autofree char *mode = spread_number (spread, spread->mode);
  g_autofree char *high = spread_number (spread, spread->high);

  if (spread->kind == GP_SPREAD_GO)
    return g_strdup_printf (_ ("a chance of %s that it happens"), low);
  if (spread->kind == GP_SPREAD_FACTOR)
    return g_strdup_printf (_ ("the scenario’s value %s to %s, likeliest %s"), low, high, mode);
  return g_strdup_printf (_ ("%s to %s, likeliest %s"), low, high, mode);
}

/* ---- shares -----------------------------------------------------------------------------------
 */

char *
gp_futures_share (const GpFuturesSummary *summary, guint32 kept)
{
  return n_known (summary) > 0
             ? gp_format_percent ((double)kept / n_known (summary), 0, gp_numbers_current ())
             : g_strdup ("–");
}

char *
gp_futures_out_of (const GpFuturesSummary *summary, guint32 kept)
{
  g_autofree char *part = count_of (kept);
  g_autofree char *all = count_of (n_known (summary));

  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%s of %s future", "%s of %s futures", n_known (summary)), part,
      all);
}

/* ---- sentences --------------------------------------------------------------------------------
 */

static const GpFutureYear *
goal_year (const GpFuturesSummary *summary)
{
  for (guint i = 0; i < summary->n_years; i++)
    if (summary->years[i].promised_here)
      return &summary->years[i];
  return NULL;
}

/* The goal year is spoken of by the calendar year in which it ends: 2031-2032 is "in 2032". */
char *
gp_futures_headline (const GpFuturesResult *result)
{
  const GpFuturesSummary *summary = result->summaries[GP_OUTCOME_SCHOOLS];
  const GpFutureYear *year = goal_year (summary);
  g_autofree char *goal = whole (result->goal);
  g_autofree char *all = gp_futures_out_of (summary, summary->kept[GP_PROMISE_ALL]);
  g_autofree char *reached = gp_futures_out_of (summary, summary->kept[GP_PROMISE_GOAL]);

  if (n_known (summary) == 0)
    return g_strdup (_ ("None of the futures could be solved: they say nothing."));
  if (summary->has_promise[GP_PROMISE_GOAL] && year != NULL)
    return g_strdup_printf (_ ("In %s at least %s schools take part in %d."), reached, goal,
                            year->year + 1);
  if (summary->has_promise[GP_PROMISE_ALL])
    return g_strdup_printf (_ ("In %s every promise is kept."), all);
  return g_strdup (_ ("What the futures come to"));
}

static void
add_exceptions (GString *text, const GpFuturesSummary *summary)
{
  if (summary->conflicts > 0) {
    g_autofree char *n = count_of (summary->conflicts);

    g_string_append_printf (text,
                            g_dngettext (GETTEXT_PACKAGE,
                                         " In %s of them the first year cannot be kept: it counts "
                                         "as one that keeps no promise.",
                                         " In %s of them the first year cannot be kept: they count "
                                         "as ones that keep no promise.",
                                         summary->conflicts),
                            n);
  }
  if (summary->unknown > 0) {
    g_autofree char *n = count_of (summary->unknown);

    g_string_append_printf (
        text,
        g_dngettext (GETTEXT_PACKAGE, " %s could not be solved and is left out.",
                     " %s could not be solved and are left out.", summary->unknown),
        n);
  }
}

char *
gp_futures_basis (const GpFuturesResult *result)
{
  const GpFuturesSummary *summary = result->summaries[GP_OUTCOME_SCHOOLS];
  g_autofree char *n = count_of (summary->count);
  g_autofree char *seed = g_strdup_printf ("%" G_GUINT64_FORMAT, result->choice.seed);
  GString *text = g_string_new (NULL);

  g_string_append_printf (text,
                          g_dngettext (GETTEXT_PACKAGE, "%s future was drawn with seed %s.",
                                       "%s futures were drawn with seed %s.", summary->count),
                          n, seed);
  g_string_append_c (text, ' ');
  g_string_append (text, _ ("In each, the first year is held as planned, and the later years are "
                            "planned again, in fractions of schools."));
  add_exceptions (text, summary);
  return g_string_free (text, FALSE);
}

char *
gp_futures_fan_sentence (const GpFuturesSummary *summary)
{
  const GpFutureYear *year = goal_year (summary);
  g_autofree char *least = NULL, *half = NULL;

  if (year == NULL && summary->n_years > 0)
    year = &summary->years[summary->n_years - 1];
  if (year == NULL)
    return g_strdup (_ ("Schools taking part"));
  least = whole (year->schools.p10);
  half = whole (year->schools.p50);
  return g_strdup_printf (_ ("In %d half of the futures reach %s schools, nine of ten reach %s"),
                          year->year + 1, half, least);
}

char *
gp_futures_tornado_sentence (const GpProject *project, const GpFuturesSummary *summary)
{
  const GpFutureAssumption *first = summary->assumptions;
  g_autofree char *title = NULL;

  if (summary->n_assumptions == 0 || !first->has_correlation)
    return g_strdup (_ ("The outcome is the same whatever the assumptions turn out to be"));
  title = gp_futures_assumption_title (project, first);
  return g_strdup_printf (_ ("What matters most: %s"), title);
}

/* "about 4 minutes" */
static char *
duration (double seconds)
{
  double minutes = ceil (seconds / 60), hours = ceil (seconds / 3600);
  guint n = (guint)CLAMP (seconds > 5400 ? hours : seconds > 90 ? minutes : ceil (seconds), 1, 1e6);

  if (seconds > 5400)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "about %u hour", "about %u hours", n), n);
  if (seconds > 90)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "about %u minute", "about %u minutes", n),
                            n);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "about %u second", "about %u seconds", n),
                          n);
}

char *
gp_futures_time_left (double seconds, double share)
{
  g_autofree char *left = NULL;

  if (!(share >= MIN_SHARE))
    return g_strdup (_ ("How long it takes is seen after the first few futures."));
  left = duration (seconds * MAX (1 - share, 0) / share);
  /* Translators: %s is such as "about 4 minutes". */
  return g_strdup_printf (_ ("Ready in %s. You can work on meanwhile."), left);
}

char *
gp_futures_time_expected (double seconds)
{
  g_autofree char *length = seconds >= 0 ? duration (seconds) : NULL;

  if (length != NULL)
    return g_strdup_printf (_ ("Going by the last ones, it takes %s. You can work on meanwhile."),
                            length);
  return g_strdup (
      _ ("Every future is planned again: 100 of them take seconds for ten boards, a minute "
         "or so for 150, half an hour or more for 1,100. You can work on meanwhile, or "
         "cancel."));
}
