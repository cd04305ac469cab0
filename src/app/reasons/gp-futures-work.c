/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See gp-futures-work.h. Threads: the worker has a snapshot and plans of its own and sums the
 * futures up in every way that the page can show; the result goes to the document in the window's
 * thread. */
#include "gp-futures-work.h"
#include "gp-work.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* What a second plan of each future, with foresight, makes of the time. Measured. */
#define REGRET_FACTOR 1.7

typedef struct {
  GpDocument *document; /* the window's thread alone */
  GpProject *project;
  guint32 scenario;
  GpResultOf of;
  GpPlan *held, *published;
  GpFuturesChoice choice;
} Draw;

typedef struct {
  Draw *draw; /* lives longer: see gp_work_start () */
  GpFuturesResult *result;
  char *text; /* the same, to be kept */
} Answer;

static void
draw_free (gpointer data)
{
  Draw *draw = data;

  g_object_unref (draw->document);
  gp_project_unref (draw->project);
  gp_plan_unref (draw->held);
  g_clear_pointer (&draw->published, gp_plan_unref);
  g_free (draw);
}

static void
result_free (gpointer data)
{
  GpFuturesResult *result = data;

  for (guint i = 0; i < GP_N_OUTCOMES; i++)
    g_clear_pointer (&result->summaries[i], gp_futures_summary_free);
  g_clear_pointer (&result->plan, g_array_unref);
  g_free (result);
}

static void
answer_free (gpointer data)
{
  Answer *answer = data;

  g_clear_pointer (&answer->result, result_free);
  g_free (answer->text);
  g_free (answer);
}

/* ---- as a text ----------------------------------------------------------------------------------
 *
 * A line with the form's number, one with the choice and what the plan itself says, and then the
 * summaries as gp-futures.h writes them. */

#define TEXT_HEAD "groeiplan-drawn 1\n"
#define TEXT_TYPE "(utbdda(nddd))"
#define MOST_SECONDS 1e7

static char *
write_result (const GpFuturesResult *result)
{
  g_autofree char *summaries = gp_futures_summaries_to_text (result->summaries);
  g_autoptr (GVariant) value = NULL;
  g_autofree char *line = NULL;
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a(nddd)"));
  for (guint i = 0; i < result->plan->len; i++) {
    const GpTakingPart *year = &g_array_index (result->plan, GpTakingPart, i);

    g_variant_builder_add (&builder, "(nddd)", (gint16)year->year, year->history, year->regular,
                           year->groeikracht);
  }
  value = g_variant_ref_sink (
      g_variant_new (TEXT_TYPE, (guint32)result->choice.count, (guint64)result->choice.seed,
                     result->choice.with_regret, result->seconds, result->goal, &builder));
  line = g_variant_print (value, FALSE);
  return g_strconcat (TEXT_HEAD, line, "\n", summaries, NULL);
}

static gboolean
read_plan (GVariant *list, GArray *plan)
{
  for (gsize i = 0; i < g_variant_n_children (list); i++) {
    GpTakingPart year;
    gint16 number;

    g_variant_get_child (list, i, "(nddd)", &number, &year.history, &year.regular,
                         &year.groeikracht);
    year.year = number;
    if (!(fabs (year.history) + fabs (year.regular) + fabs (year.groeikracht) < 1e9))
      return FALSE;
    g_array_append_val (plan, year);
  }
  return TRUE;
}

static gboolean
read_line (const char *line, GpFuturesResult *result)
{
  g_autoptr (GVariant) value = g_variant_parse (G_VARIANT_TYPE (TEXT_TYPE), line, NULL, NULL, NULL);
  g_autoptr (GVariant) plan = NULL;

  if (value == NULL)
    return FALSE;
  g_variant_get (value, "(utbdd@a(nddd))", &result->choice.count, &result->choice.seed,
                 &result->choice.with_regret, &result->seconds, &result->goal, &plan);
  return result->choice.count >= 1 && result->choice.count <= GP_MAX_FUTURES &&
         result->seconds >= 0 && result->seconds < MOST_SECONDS && fabs (result->goal) < 1e9 &&
         read_plan (plan, result->plan);
}

gpointer
gp_futures_result_read (const GpProject *project, const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, "\n", 3); /* head, choice, summaries */
  GpFuturesResult *result;

  (void)project;
  if (g_strv_length (parts) < 3 || !g_str_has_prefix (text, TEXT_HEAD))
    return NULL;
  result = g_new0 (GpFuturesResult, 1);
  result->plan = g_array_new (FALSE, FALSE, sizeof (GpTakingPart));
  if (read_line (parts[1], result) && gp_futures_summaries_from_text (parts[2], result->summaries))
    return result;
  result_free (result);
  return NULL;
}

void
gp_futures_add_result_kind (void)
{
  static const GpResultKind kind = {GP_FUTURES_RESULT, gp_futures_result_read, result_free};

  gp_document_add_result_kind (&kind);
}

/* ---- in the worker ----------------------------------------------------------------------------
 */

/* Ranked by each outcome that the scenario has; that schools take part is always one. */
static gboolean
summarise (GpFuturesResult *result, const Draw *draw, const GpFutures *futures, GError **error)
{
  for (GpOutcome outcome = 0; outcome < GP_N_OUTCOMES; outcome++) {
    g_autoptr (GError) absent = NULL;

    result->summaries[outcome] = gp_futures_summarise (futures, draw->project, outcome, &absent);
    if (result->summaries[outcome] == NULL && outcome == GP_OUTCOME_SCHOOLS) {
      g_propagate_error (error, g_steal_pointer (&absent));
      return FALSE;
    }
  }
  return TRUE;
}

static GpFuturesResult *
result_new (const Draw *draw, double seconds)
{
  const GpProject *project = draw->project;
  GpFuturesResult *result = g_new0 (GpFuturesResult, 1);

  result->choice = draw->choice;
  result->seconds = seconds;
  result->goal = gp_param_value (project, draw->scenario, GP_PARAM_PARTICIPATION_GOAL, NULL,
                                 project->goal_year);
  result->plan = gp_plan_taking_part (project, draw->scenario, draw->held, GP_PART_WHOLE,
                                      project->plan_from, project->last_year);
  return result;
}

static gpointer
draw_futures (gpointer data, GpJob *job, GError **error)
{
  Draw *draw = data;
  GpFuturesOptions options = {.seed = draw->choice.seed,
                              .count = draw->choice.count,
                              /* one processor is left for the window */
                              .n_threads = MAX (g_get_num_processors (), 2) - 1,
                              .held = draw->held,
                              .published = draw->published,
                              .without_regret = !draw->choice.with_regret,
                              .progress = gp_job_progress,
                              .progress_data = job};
  gint64 from = g_get_monotonic_time ();
  g_autoptr (GpFutures) futures =
      gp_futures_run (draw->project, draw->scenario, &options, gp_job_get_cancellable (job), error);
  GpFuturesResult *result;
  Answer *answer;

  if (futures == NULL)
    return NULL;
  result = result_new (draw, (double)(g_get_monotonic_time () - from) / G_USEC_PER_SEC);
  if (!summarise (result, draw, futures, error)) {
    result_free (result);
    return NULL;
  }
  answer = g_new0 (Answer, 1);
  *answer = (Answer){draw, result, write_result (result)};
  return answer;
}

/* ---- in the window's thread -------------------------------------------------------------------
 */

static void
on_done (GtkWidget *page, gpointer data, const GError *error)
{
  Answer *answer = data;

  (void)error;
  if (answer != NULL) {
    const Draw *draw = answer->draw;

    gp_document_put_result (draw->document, &draw->of, g_steal_pointer (&answer->result),
                            result_free, g_steal_pointer (&answer->text));
    answer_free (answer);
  }
  gtk_widget_activate_action (page, "futures.refresh", NULL);
}

GpJob *
gp_futures_work_start (GtkWidget *page, GpDocument *document, const GpFuturesChoice *choice)
{
  Draw *draw = g_new0 (Draw, 1);

  draw->document = g_object_ref (document);
  draw->project = gp_project_ref ((GpProject *)gp_document_get_project (document));
  draw->scenario = gp_document_get_scenario (document);
  draw->of =
      (GpResultOf){GP_FUTURES_RESULT, draw->project->scenarios[draw->scenario].code,
                   gp_document_get_data_version (document), gp_document_get_epoch (document)};
  draw->held = gp_plan_ref ((GpPlan *)gp_document_get_plan (document));
  draw->published = gp_document_dup_published_of (document, draw->scenario);
  draw->choice = *choice;
  return gp_work_start (page, _ ("Drawing futures"), draw_futures, draw, draw_free, answer_free,
                        on_done);
}

double
gp_futures_work_expect (GpDocument *document, const GpFuturesChoice *choice)
{
  const GpProject *project = gp_document_get_project (document);
  guint32 chosen = gp_document_get_scenario (document);

  for (guint32 i = 0; i <= project->n_scenarios; i++) { /* the chosen one, then any */
    guint32 scenario = i == 0 ? chosen : i - 1;
    const GpFuturesResult *last = gp_document_get_result_of (
        document, GP_FUTURES_RESULT, project->scenarios[scenario].code, NULL);
    double seconds = last != NULL ? last->seconds * choice->count / last->choice.count : 0;

    if (last != NULL && last->choice.with_regret != choice->with_regret)
      seconds = choice->with_regret ? seconds * REGRET_FACTOR : seconds / REGRET_FACTOR;
    if (last != NULL)
      return seconds;
  }
  return -1;
}
