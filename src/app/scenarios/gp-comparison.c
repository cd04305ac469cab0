/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See gp-comparison.h. */
#include "gp-comparison.h"

#include <glib/gi18n-lib.h>
#include <groeiplan/gp-finance.h>
#include <math.h>
#include <string.h>

static void
scenario_free (gpointer data)
{
  GpComparedScenario *scenario = data;

  g_free (scenario->name);
  g_clear_pointer (&scenario->years, g_array_unref);
  g_free (scenario);
}

GpComparison *
gp_comparison_new (void)
{
  GpComparison *comparison = g_new0 (GpComparison, 1);

  comparison->scenarios = g_ptr_array_new_with_free_func (scenario_free);
  return comparison;
}

void
gp_comparison_free (GpComparison *comparison)
{
  if (comparison == NULL)
    return;
  g_ptr_array_unref (comparison->scenarios);
  g_free (comparison);
}

static const GpComparedScenario *
at (const GpComparison *comparison, guint index)
{
  return g_ptr_array_index (comparison->scenarios, index);
}

void
gp_comparison_add (GpComparison *comparison, const GpProject *project, guint32 scenario,
                   const GpPlan *plan, gint64 data_version)
{
  GpComparedScenario *added = g_new0 (GpComparedScenario, 1);
  GpPlanPart part;

  added->scenario = scenario;
  added->name = g_strdup (project->scenarios[scenario].name);
  /* a plan that was not found (pins that contradict) has no figures */
  added->has_plan = plan != NULL && (plan->has_whole || plan->n_rows[GP_PART_RELAXED] > 0);
  if (added->has_plan) {
    part = plan->has_whole ? GP_PART_WHOLE : GP_PART_RELAXED;
    added->rough = !plan->has_whole;
    added->stale = plan->data_version != data_version;
    added->years = gp_figures_new (project, scenario, plan, part);
    for (int i = 0; i < GP_N_FIGURES; i++)
      added->headline[i] = gp_figures_headline (project, added->years, (GpFigureId)i);
  }
  g_ptr_array_add (comparison->scenarios, added);
  comparison->plan_from = project->plan_from;
  comparison->goal_year = project->goal_year;
  comparison->last_year = project->last_year;
}

double
gp_comparison_value (const GpComparison *comparison, guint index, GpFigureId figure, GpYear year)
{
  const GpComparedScenario *scenario = at (comparison, index);

  if (!scenario->has_plan)
    return NAN;
  if (year == GP_YEAR_NONE)
    return scenario->headline[figure];
  for (guint i = 0; i < scenario->years->len; i++) {
    const GpFigureYear *row = &g_array_index (scenario->years, GpFigureYear, i);

    if (row->year == year)
      return row->value[figure];
  }
  return NAN;
}

/* The value as it is printed: that of a year so that the years add up to their total. */
static double
shown_value (const GpComparison *comparison, guint index, GpFigureId figure, GpYear year)
{
  const GpComparedScenario *scenario = at (comparison, index);
  double value = gp_comparison_value (comparison, index, figure, year);
  double scale = pow (10, gp_figure_info (figure)->digits);

  if (year == GP_YEAR_NONE || isnan (value))
    return round (value * scale) / scale;
  g_autofree gint64 *years = g_new0 (gint64, MAX (scenario->years->len, 1));
  gp_finance_round_years (scenario->years, figure, years);
  for (guint i = 0; i < scenario->years->len; i++)
    if (g_array_index (scenario->years, GpFigureYear, i).year == year)
      value = (double)years[i] / 100;
  return value;
}

char *
gp_comparison_title (const GpComparison *comparison, GpFigureId figure, GpYear year)
{
  const GpFigureInfo *info = gp_figure_info (figure);
  const char *what = _ (info->label);
  char name[GP_YEAR_BYTES];

  if (year != GP_YEAR_NONE || !info->adds_up)
    return g_strdup_printf (
        "%s, %s", what, gp_year_format (year != GP_YEAR_NONE ? year : comparison->goal_year, name));
  return g_strdup_printf ("%s, %d–%d", what, comparison->plan_from, comparison->last_year + 1);
}

gboolean
gp_comparison_is_like (const GpComparison *comparison, guint index)
{
  const GpComparedScenario *base = at (comparison, 0), *other = at (comparison, index);

  return base->has_plan && other->has_plan && base->rough == other->rough;
}

/* The difference of what is shown, so that the eye's own subtraction agrees. A rough plan is what is
 * possible at best: what it has more than a plan in whole schools says nothing of the scenarios. */
static double
difference (const GpComparison *comparison, guint index, GpFigureId figure, GpYear year)
{
  double scale = pow (10, gp_figure_info (figure)->digits);

  if (!gp_comparison_is_like (comparison, index))
    return NAN;
  return round ((shown_value (comparison, index, figure, year) -
                 shown_value (comparison, 0, figure, year)) *
                scale) /
         scale;
}

char *
gp_comparison_value_text (const GpComparison *comparison, guint index, GpFigureId figure,
                          GpYear year, GpLanguage language)
{
  double value = shown_value (comparison, index, figure, year);
  g_autofree char *text = gp_format_number (value, gp_figure_info (figure)->digits, language);

  return g_strconcat (!isnan (value) && at (comparison, index)->rough ? "~" : "", text, NULL);
}

char *
gp_comparison_difference_text (const GpComparison *comparison, guint index, GpFigureId figure,
                               GpYear year, GpLanguage language)
{
  double value = difference (comparison, index, figure, year);

  return isnan (value) ? g_strdup ("–")
                       : gp_format_difference (value, gp_figure_info (figure)->digits, language);
}

char *
gp_comparison_percent_text (const GpComparison *comparison, guint index, GpFigureId figure,
                            GpYear year, GpLanguage language)
{
  double base = gp_comparison_value (comparison, 0, figure, year);
  double share = 100 * difference (comparison, index, figure, year) / fabs (base);
  g_autofree char *text = NULL;

  if (!isfinite (share))
    return g_strdup ("–");
  text = gp_format_difference (share, fabs (share) < 9.95 ? 1 : 0, language);
  return g_strconcat (text, "%", NULL);
}

/* ---- for a spreadsheet ------------------------------------------------------------------------
 */

static void
append_number (GString *out, double value, guint digits, GpLanguage language)
{
  char format[8], buffer[64];

  g_string_append_c (out, '\t');
  if (!isfinite (value))
    return;
  g_snprintf (format, sizeof format, "%%.%uf", digits);
  g_ascii_formatd (buffer, sizeof buffer, format, value == 0 ? 0.0 : value);
  for (char *c = buffer; *c != '\0'; c++)
    g_string_append_c (out, *c == '.' && language == GP_LANGUAGE_DUTCH ? ',' : *c);
}

/* A cell may hold no tab or line break, and must not look like a formula. */
static void
append_text (GString *out, const char *text)
{
  if (*text != '\0' && strchr ("=+-@", *text) != NULL)
    g_string_append_c (out, '\'');
  for (; *text != '\0'; text++)
    g_string_append_c (out, g_ascii_iscntrl (*text) ? ' ' : *text);
}

static void
append_heads (GString *out, const GpComparison *comparison)
{
  append_text (out, _ ("Figure"));
  for (guint i = 0; i < comparison->scenarios->len; i++) {
    g_string_append_c (out, '\t');
    append_text (out, at (comparison, i)->name);
    if (i > 0)
      g_string_append_printf (out, "\t%s\t%%", _ ("Difference"));
  }
  g_string_append_c (out, '\n');
}

char *
gp_comparison_tsv (const GpComparison *comparison, GpYear year, GpLanguage language)
{
  g_autoptr (GString) out = g_string_new (NULL);

  append_heads (out, comparison);
  for (int f = 0; f < GP_N_FIGURES; f++) {
    const GpFigureInfo *info = gp_figure_info ((GpFigureId)f);
    g_autofree char *title = gp_comparison_title (comparison, (GpFigureId)f, year);

    append_text (out, title);
    for (guint i = 0; i < comparison->scenarios->len; i++) {
      double base = gp_comparison_value (comparison, 0, (GpFigureId)f, year);
      double change = difference (comparison, i, (GpFigureId)f, year);

      append_number (out, gp_comparison_value (comparison, i, (GpFigureId)f, year), info->digits,
                     language);
      if (i > 0) {
        append_number (out, change, info->digits, language);
        append_number (out, 100 * change / fabs (base), 1, language);
      }
    }
    g_string_append_c (out, '\n');
  }
  return g_string_free (g_steal_pointer (&out), FALSE);
}
