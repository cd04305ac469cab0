/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Summaries of futures as one text, to be kept and read back: a line with the form's number, then a
 * value in GVariant's notation, which GLib reads and checks against the form's type. What the
 * summaries share (all but the outcome and its ranking) is written once.
 *
 * Reading trusts nothing: every name must be known, every figure be a number, and counts not be
 * above the number of futures.
 */
#include <groeiplan/gp-futures.h>

#include <math.h>
#include <string.h>

#define HEAD "groeiplan-futures 1\n"
#define COUNTS "(uuuu)"
#define PROMISES "a(su)"
#define YEARS "a(sbddd)"
#define VALUES "a(sddd)"
#define BOARDS "a(ssu)"
#define REGRET "(bddddu)"
#define RANKING "a(ssbsbd)"
#define TYPE "(" COUNTS PROMISES YEARS VALUES BOARDS REGRET "a(s" RANKING "))"
#define FIGURE_MAX 1e15 /* more than any plan says */
#define ROUNDING 1e-9   /* a correlation of 1 may come out a little above it */

static gboolean
is_figure (double value)
{
  return isfinite (value) && fabs (value) <= FIGURE_MAX;
}

static gboolean
are_figures (const GpPercentiles *value)
{
  return is_figure (value->p10) && is_figure (value->p50) && is_figure (value->p90);
}

/* ---- writing -----------------------------------------------------------------------------------
 */

static void
add_shared (GVariantBuilder *builder, const GpFuturesSummary *all)
{
  char year[GP_YEAR_BYTES];

  g_variant_builder_add (builder, COUNTS, all->count, all->planned, all->conflicts, all->unknown);
  g_variant_builder_open (builder, G_VARIANT_TYPE (PROMISES));
  for (guint i = 0; i < GP_N_PROMISES; i++)
    if (all->has_promise[i])
      g_variant_builder_add (builder, "(su)", gp_promise_name ((GpPromise)i), all->kept[i]);
  g_variant_builder_close (builder);
  g_variant_builder_open (builder, G_VARIANT_TYPE (YEARS));
  for (guint i = 0; i < all->n_years; i++)
    g_variant_builder_add (builder, "(sbddd)", gp_year_format (all->years[i].year, year),
                           all->years[i].promised_here, all->years[i].schools.p10,
                           all->years[i].schools.p50, all->years[i].schools.p90);
  g_variant_builder_close (builder);
  g_variant_builder_open (builder, G_VARIANT_TYPE (VALUES));
  for (guint i = 0; i < all->n_values; i++)
    g_variant_builder_add (builder, "(sddd)", gp_priority_name (all->values[i].id),
                           all->values[i].value.p10, all->values[i].value.p50,
                           all->values[i].value.p90);
  g_variant_builder_close (builder);
  g_variant_builder_open (builder, G_VARIANT_TYPE (BOARDS));
  for (guint i = 0; i < all->n_boards; i++)
    g_variant_builder_add (builder, "(ssu)", all->boards[i].board,
                           gp_year_format (all->boards[i].year, year), all->boards[i].kept);
  g_variant_builder_close (builder);
  g_variant_builder_add (builder, REGRET, all->has_regret, all->regret.p10, all->regret.p50,
                         all->regret.p90, all->worst_regret, all->worst_future);
}

static void
add_ranking (GVariantBuilder *builder, const GpFuturesSummary *one)
{
  char year[GP_YEAR_BYTES];

  g_variant_builder_open (builder, G_VARIANT_TYPE ("(s" RANKING ")"));
  g_variant_builder_add (builder, "s", gp_outcome_name (one->outcome));
  g_variant_builder_open (builder, G_VARIANT_TYPE (RANKING));
  for (guint i = 0; i < one->n_assumptions; i++) {
    const GpFutureAssumption *row = &one->assumptions[i];

    g_variant_builder_add (builder, "(ssbsbd)", gp_param_info (row->param)->name, row->scope,
                           row->is_go, gp_year_format (row->year, year), row->has_correlation,
                           row->has_correlation ? row->correlation : 0.0);
  }
  g_variant_builder_close (builder);
  g_variant_builder_close (builder);
}

char *
gp_futures_summaries_to_text (GpFuturesSummary *const summaries[GP_N_OUTCOMES])
{
  GVariantBuilder builder;
  g_autoptr (GVariant) value = NULL;
  g_autofree char *body = NULL;

  g_return_val_if_fail (summaries[GP_OUTCOME_SCHOOLS] != NULL, NULL);
  g_variant_builder_init (&builder, G_VARIANT_TYPE (TYPE));
  add_shared (&builder, summaries[GP_OUTCOME_SCHOOLS]);
  g_variant_builder_open (&builder, G_VARIANT_TYPE ("a(s" RANKING ")"));
  for (guint i = 0; i < GP_N_OUTCOMES; i++)
    if (summaries[i] != NULL)
      add_ranking (&builder, summaries[i]);
  g_variant_builder_close (&builder);
  value = g_variant_ref_sink (g_variant_builder_end (&builder));
  body = g_variant_print (value, FALSE);
  return g_strconcat (HEAD, body, NULL);
}

/* ---- reading -----------------------------------------------------------------------------------
 */

static gboolean
take_promises (GpFuturesSummary *out, GVariant *list)
{
  for (gsize i = 0; i < g_variant_n_children (list); i++) {
    const char *name;
    guint32 kept;
    guint promise = 0;

    g_variant_get_child (list, i, "(&su)", &name, &kept);
    while (promise < GP_N_PROMISES && !g_str_equal (name, gp_promise_name ((GpPromise)promise)))
      promise++;
    if (promise == GP_N_PROMISES || kept > out->count)
      return FALSE;
    out->has_promise[promise] = TRUE;
    out->kept[promise] = kept;
  }
  return TRUE;
}

static gboolean
take_years (GpFuturesSummary *out, GVariant *list)
{
  out->n_years = (guint)g_variant_n_children (list);
  out->years = g_new0 (GpFutureYear, MAX (out->n_years, 1));
  for (guint i = 0; i < out->n_years; i++) {
    GpFutureYear *row = &out->years[i];
    const char *year;

    g_variant_get_child (list, i, "(&sbddd)", &year, &row->promised_here, &row->schools.p10,
                         &row->schools.p50, &row->schools.p90);
    if (!gp_year_parse (year, &row->year) || !are_figures (&row->schools) ||
        (i > 0 && row->year != row[-1].year + 1))
      return FALSE;
  }
  return out->n_years > 0;
}

static gboolean
take_values (GpFuturesSummary *out, GVariant *list)
{
  out->n_values = (guint)g_variant_n_children (list);
  out->values = g_new0 (GpFutureValue, MAX (out->n_values, 1));
  for (guint i = 0; i < out->n_values; i++) {
    GpFutureValue *row = &out->values[i];
    const char *name;

    g_variant_get_child (list, i, "(&sddd)", &name, &row->value.p10, &row->value.p50,
                         &row->value.p90);
    if (!gp_priority_parse (name, &row->id) || !are_figures (&row->value))
      return FALSE;
  }
  return TRUE;
}

static gboolean
take_boards (GpFuturesSummary *out, GVariant *list)
{
  gsize n = g_variant_n_children (list);

  out->boards = g_new0 (GpFutureBoard, MAX (n, 1));
  for (gsize i = 0; i < n; i++) {
    GpFutureBoard *row = &out->boards[i];
    const char *board, *year;

    g_variant_get_child (list, i, "(&s&su)", &board, &year, &row->kept);
    if (!gp_year_parse (year, &row->year) || row->kept > out->count)
      return FALSE;
    row->board = g_strdup (board);
    out->n_boards++;
  }
  return TRUE;
}

static gboolean
take_regret (GpFuturesSummary *out, GVariant *value)
{
  g_variant_get (value, REGRET, &out->has_regret, &out->regret.p10, &out->regret.p50,
                 &out->regret.p90, &out->worst_regret, &out->worst_future);
  return are_figures (&out->regret) && is_figure (out->worst_regret);
}

static GpFuturesSummary *
take_shared (GVariant *value)
{
  g_autoptr (GpFuturesSummary) out = g_new0 (GpFuturesSummary, 1);
  g_autoptr (GVariant) promises = NULL, years = NULL, values = NULL, boards = NULL, regret = NULL;
  gboolean ok;

  g_variant_get (
      value, "(" COUNTS "@" PROMISES "@" YEARS "@" VALUES "@" BOARDS "@" REGRET "@a(s" RANKING "))",
      &out->count, &out->planned, &out->conflicts, &out->unknown, &promises, &years, &values,
      &boards, &regret, NULL);
  ok = out->count > 0 && out->count <= GP_MAX_FUTURES && out->unknown <= out->count &&
       out->planned <= out->count && out->conflicts <= out->count &&
       take_promises (out, promises) && take_years (out, years) && take_values (out, values) &&
       take_boards (out, boards) && take_regret (out, regret);
  return ok ? g_steal_pointer (&out) : NULL;
}

static gboolean
take_ranking (GpFuturesSummary *out, GVariant *list)
{
  gsize n = g_variant_n_children (list);

  out->assumptions = g_new0 (GpFutureAssumption, MAX (n, 1));
  for (gsize i = 0; i < n; i++) {
    GpFutureAssumption *row = &out->assumptions[i];
    const char *param, *scope, *year;

    g_variant_get_child (list, i, "(&s&sb&sbd)", &param, &scope, &row->is_go, &year,
                         &row->has_correlation, &row->correlation);
    row->year = GP_YEAR_NONE;
    if (!gp_param_parse (param, &row->param) || !(fabs (row->correlation) <= 1 + ROUNDING) ||
        (*year != '\0' && !gp_year_parse (year, &row->year)))
      return FALSE;
    row->scope = g_strdup (scope);
    out->n_assumptions++;
  }
  return TRUE;
}

static gboolean
take_one (GpFuturesSummary *out[GP_N_OUTCOMES], GVariant *whole, GVariant *value)
{
  g_autoptr (GpFuturesSummary) one = take_shared (whole);
  g_autoptr (GVariant) ranking = NULL;
  const char *name;
  GpOutcome outcome;

  g_variant_get (value, "(&s@" RANKING ")", &name, &ranking);
  if (one == NULL || !gp_outcome_parse (name, &outcome) || out[outcome] != NULL)
    return FALSE;
  one->outcome = outcome;
  if (!take_ranking (one, ranking))
    return FALSE;
  out[outcome] = g_steal_pointer (&one);
  return TRUE;
}

gboolean
gp_futures_summaries_from_text (const char *text, GpFuturesSummary *out[GP_N_OUTCOMES])
{
  g_autoptr (GVariant) value = NULL, list = NULL;
  gboolean ok = TRUE;

  g_return_val_if_fail (text != NULL && out != NULL, FALSE);
  for (guint i = 0; i < GP_N_OUTCOMES; i++)
    out[i] = NULL;
  if (!g_str_has_prefix (text, HEAD))
    return FALSE;
  value = g_variant_parse (G_VARIANT_TYPE (TYPE), text + strlen (HEAD), NULL, NULL, NULL);
  if (value == NULL)
    return FALSE;
  list = g_variant_get_child_value (value, 6);
  for (gsize i = 0; ok && i < g_variant_n_children (list); i++) {
    g_autoptr (GVariant) one = g_variant_get_child_value (list, i);

    ok = take_one (out, value, one);
  }
  if (ok && out[GP_OUTCOME_SCHOOLS] != NULL)
    return TRUE;
  for (guint i = 0; i < GP_N_OUTCOMES; i++)
    g_clear_pointer (&out[i], gp_futures_summary_free);
  return FALSE;
}
