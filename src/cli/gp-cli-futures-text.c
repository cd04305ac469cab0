/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What futures come to, for people. */
#include "gp-cli-futures.h"

#include <groeiplan/gp-format.h>

#include <glib/gi18n-lib.h>

#define N_BOARDS_SHOWN 20

/* Whole schools and euros say enough; the rest of what is counted is small. */
static char *
number (double value, guint digits)
{
  return gp_format_number (value, digits, gp_language_current ());
}

static const char *
promise_words (GpPromise promise)
{
  switch (promise) {
  case GP_PROMISE_NO_OVERLOAD:
    return _ ("no expert coach is overloaded");
  case GP_PROMISE_GROEIKRACHT:
    return _ ("every Groeikracht school starts in time");
  case GP_PROMISE_REGULAR:
    return _ ("every regular school starts in time");
  case GP_PROMISE_GOAL:
    return _ ("the goal of schools taking part is reached");
  case GP_PROMISE_ALL:
  case GP_N_PROMISES:
  default:
    return _ ("all of these");
  }
}

static char *
share (const GpFuturesSummary *summary, guint32 kept)
{
  guint32 known = summary->count - summary->unknown;
  return known > 0 ? gp_format_percent ((double)kept / known, 1, gp_language_current ())
                   : g_strdup ("-");
}

/* A cell of at least that many characters, not bytes. */
static void
add_cell (GString *text, const char *cell, guint width, gboolean left)
{
  guint length = (guint)g_utf8_strlen (cell, -1);
  guint pad = length < width ? width - length : 0;
  if (left)
    g_string_append (text, cell);
  g_string_append_printf (text, "%*s", (int)pad, "");
  if (!left)
    g_string_append (text, cell);
}

static void
add_row (GString *text, const char *label, const char *value)
{
  g_string_append (text, "  ");
  add_cell (text, label, 54, TRUE);
  add_cell (text, value, 10, FALSE);
  g_string_append_c (text, '\n');
}

/* A label and a figure for each percentile. */
static void
add_triple (GString *text, const char *label, const char *p10, const char *p50, const char *p90)
{
  add_cell (text, label, 45, TRUE);
  add_cell (text, p10, 14, FALSE);
  add_cell (text, p50, 14, FALSE);
  add_cell (text, p90, 14, FALSE);
  g_string_append_c (text, '\n');
}

static void
add_head (GString *text, const GpFutures *futures, const GpFuturesSummary *summary)
{
  g_autofree char *seed = g_strdup_printf ("%" G_GUINT64_FORMAT, gp_futures_seed (futures));
  g_string_append_printf (text,
                          g_dngettext (GETTEXT_PACKAGE, "Scenario %s in %u future (seed %s)\n",
                                       "Scenario %s in %u futures (seed %s)\n", summary->count),
                          gp_futures_scenario (futures), summary->count, seed);
  if (summary->conflicts > 0)
    g_string_append_printf (text,
                            g_dngettext (GETTEXT_PACKAGE,
                                         "In %u of them the first year cannot be kept; it counts "
                                         "as one that keeps no promise.\n",
                                         "In %u of them the first year cannot be kept; they count "
                                         "as ones that keep no promise.\n",
                                         summary->conflicts),
                            summary->conflicts);
  if (summary->unknown > 0)
    g_string_append_printf (text,
                            g_dngettext (GETTEXT_PACKAGE,
                                         "%u of them could not be solved for numerical trouble "
                                         "and is left out.\n",
                                         "%u of them could not be solved for numerical trouble "
                                         "and are left out.\n",
                                         summary->unknown),
                            summary->unknown);
}

static void
add_promises (GString *text, const GpFuturesSummary *summary)
{
  g_string_append_printf (text, "\n%s\n", _ ("Share of futures in which"));
  for (GpPromise promise = 0; promise < GP_N_PROMISES; promise++) {
    g_autofree char *value = share (summary, summary->kept[promise]);
    if (summary->has_promise[promise])
      add_row (text, promise_words (promise), value);
  }
}

static void
add_percentiles (GString *text, const char *label, const GpPercentiles *values, guint digits)
{
  g_autofree char *p10 = number (values->p10, digits);
  g_autofree char *p50 = number (values->p50, digits);
  g_autofree char *p90 = number (values->p90, digits);
  g_autofree char *indented = g_strconcat ("  ", label, NULL);
  add_triple (text, indented, p10, p50, p90);
}

static void
add_percentile_head (GString *text, const char *label)
{
  g_string_append_c (text, '\n');
  add_triple (text, label, "P10", "P50", "P90");
}

static void
add_figures (GString *text, const GpFuturesSummary *summary)
{
  add_percentile_head (text, _ ("Schools taking part"));
  for (guint i = 0; i < summary->n_years; i++) {
    char year[GP_YEAR_BYTES];
    g_autofree char *label = g_strdup_printf ("%s%s", gp_year_format (summary->years[i].year, year),
                                              summary->years[i].promised_here ? _ (" (goal)") : "");
    add_percentiles (text, label, &summary->years[i].schools, 0);
  }
  add_percentile_head (text, _ ("Priorities"));
  for (guint i = 0; i < summary->n_values; i++) {
    GpPriorityId id = summary->values[i].id;
    gboolean large = id == GP_PRIORITY_REACH || id == GP_PRIORITY_COST;
    g_autofree char *label = g_strdup_printf ("%s (%s)", gp_priority_name (id), gp_cli_unit (id));
    add_percentiles (text, label, &summary->values[i].value, large ? 0 : 1);
  }
}

static void
add_regret (GString *text, const GpFuturesSummary *summary)
{
  if (!summary->has_regret)
    return;
  add_percentiles (text, _ ("school-years that foresight would save"), &summary->regret, 1);
  g_autofree char *worst = number (summary->worst_regret, 1);
  g_string_append_printf (
      text,
      _ ("\nKnowing the future beforehand would save %s school-years of delay at most (future "
         "%u).\n"),
      worst, summary->worst_future);
}

static char *
assumption_name (const GpFutureAssumption *assumption)
{
  char year[GP_YEAR_BYTES];
  g_autofree char *from =
      assumption->is_go
          ? g_strdup_printf (_ (", go or no-go from %s"), gp_year_format (assumption->year, year))
          : g_strdup ("");
  return g_strdup_printf ("%s%s%s%s", gp_param_info (assumption->param)->name,
                          *assumption->scope ? " " : "", assumption->scope, from);
}

static void
add_assumptions (GString *text, const GpFuturesSummary *summary)
{
  g_string_append_printf (text, _ ("\nWhat matters most (rank correlation with %s)\n"),
                          gp_outcome_name (summary->outcome));
  for (guint i = 0; i < summary->n_assumptions; i++) {
    const GpFutureAssumption *assumption = &summary->assumptions[i];
    g_autofree char *name = assumption_name (assumption);
    g_autofree char *value =
        assumption->has_correlation
            ? gp_format_difference (assumption->correlation, 2, gp_language_current ())
            : g_strdup ("-");
    add_row (text, name, value);
  }
}

static void
add_boards (GString *text, const GpFuturesSummary *summary)
{
  guint n = MIN (summary->n_boards, N_BOARDS_SHOWN);
  if (n == 0)
    return;
  g_string_append_printf (text, "\n%s\n",
                          _ ("Boards whose first published start is kept least often"));
  for (guint i = 0; i < n; i++) {
    char year[GP_YEAR_BYTES];
    g_autofree char *label = g_strdup_printf ("%s, %s", summary->boards[i].board,
                                              gp_year_format (summary->boards[i].year, year));
    g_autofree char *value = share (summary, summary->boards[i].kept);
    add_row (text, label, value);
  }
}

char *
gp_cli_futures_text (const GpFutures *futures, const GpFuturesSummary *summary)
{
  GString *text = g_string_new (NULL);
  add_head (text, futures, summary);
  add_promises (text, summary);
  if (summary->planned > 0) {
    add_figures (text, summary);
    add_regret (text, summary);
    add_assumptions (text, summary);
  }
  add_boards (text, summary);
  return g_string_free (text, FALSE);
}
