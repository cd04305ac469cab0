/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * groeiplan-cli futures: how a scenario's plan fares in many futures. With --shard it plans a part
 * of them, for futures-merge to join.
 */
#include "gp-cli-futures.h"

#include <groeiplan/gp-planner.h>

#include <glib/gi18n-lib.h>

#define DEFAULT_COUNT 1000
#define DEFAULT_SEED 1

typedef struct {
  char *scenario, *count, *seed, *shard, *threads;
  gboolean without_regret;
  GpCliFuturesView view;
} Options;

static void
clear_options (Options *options)
{
  g_free (options->scenario);
  g_free (options->count);
  g_free (options->seed);
  g_free (options->shard);
  g_free (options->threads);
  gp_cli_futures_view_clear (&options->view);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, clear_options)

static char *
parse_words (GpCli *cli, char **argv, Options *options, GError **error)
{
  const GOptionEntry entries[] = {
      {"scenario", 0, 0, G_OPTION_ARG_STRING, &options->scenario,
       N_ ("The scenario (default: base)"), N_ ("CODE")},
      {"count", 0, 0, G_OPTION_ARG_STRING, &options->count, N_ ("How many futures (default: 1000)"),
       "N"},
      {"seed", 0, 0, G_OPTION_ARG_STRING, &options->seed,
       N_ ("Which futures: another seed draws others (default: 1)"), "K"},
      {"shard", 0, 0, G_OPTION_ARG_STRING, &options->shard,
       N_ ("Plan part I of N of them, and write a shard for futures-merge"), "I/N"},
      {"threads", 0, 0, G_OPTION_ARG_STRING, &options->threads,
       N_ ("How many at once (default: one a processor)"), "N"},
      {"without-regret", 0, 0, G_OPTION_ARG_NONE, &options->without_regret,
       N_ ("Do not plan each future with perfect knowledge too: faster"), NULL},
      GP_CLI_FUTURES_VIEW_ENTRIES (&options->view),
      G_OPTION_ENTRY_NULL};
  g_auto (GStrv) words = gp_cli_parse (cli, argv, entries, 1, 1, error);
  return words ? g_strdup (words[0]) : NULL;
}

/* A whole number from min to max; standard stands for a word that was not given. */
static gboolean
parse_number (const char *option, const char *word, guint64 min, guint64 max, guint64 standard,
              guint64 *out, GError **error)
{
  *out = standard;
  if (!word || g_ascii_string_to_unsigned (word, 10, min, max, out, NULL))
    return TRUE;
  g_autofree char *least = g_strdup_printf ("%" G_GUINT64_FORMAT, min);
  g_autofree char *most = g_strdup_printf ("%" G_GUINT64_FORMAT, max);
  g_set_error (error, GP_ERROR, GP_ERROR_USAGE,
               _ ("%s does not know “%s”: give a whole number from %s to %s."), option, word, least,
               most);
  return FALSE;
}

/* "2/8". */
static gboolean
parse_shard (const char *word, GpFuturesOptions *out, GError **error)
{
  if (!word)
    return TRUE;
  g_auto (GStrv) parts = g_strsplit (word, "/", 3);
  guint64 shard, n;
  if (g_strv_length (parts) == 2 &&
      g_ascii_string_to_unsigned (parts[1], 10, 1, GP_MAX_SHARDS, &n, NULL) &&
      g_ascii_string_to_unsigned (parts[0], 10, 1, n, &shard, NULL)) {
    out->shard = (guint)shard;
    out->n_shards = (guint)n;
    return TRUE;
  }
  g_set_error (error, GP_ERROR, GP_ERROR_USAGE,
               _ ("%s does not know “%s”: give a part and the number of parts, such as 2/8 (of at "
                  "most %d)."),
               "--shard", word, GP_MAX_SHARDS);
  return FALSE;
}

static gboolean
parse_options (const Options *options, GpFuturesOptions *out, GError **error)
{
  guint64 count, threads;
  if (!parse_number ("--count", options->count, 1, GP_MAX_FUTURES, DEFAULT_COUNT, &count, error) ||
      !parse_number ("--seed", options->seed, 0, G_MAXUINT64, DEFAULT_SEED, &out->seed, error) ||
      !parse_number ("--threads", options->threads, 1, 256, 0, &threads, error) ||
      !parse_shard (options->shard, out, error))
    return FALSE;
  out->count = (guint32)count;
  out->n_threads = (guint)threads;
  out->without_regret = options->without_regret;
  return TRUE;
}

/* The plan whose first year is held: the kept one when it is of these data, else a new one, which
 * is not kept: many of these calls may read one project at the same time. */
static GpPlan *
held_plan (GpCli *cli, GpStore *store, const GpProject *project, guint32 scenario,
           const GpPlan *published, GError **error)
{
  const GpPlannerOptions options = {
      .progress = gp_cli_progress, .progress_data = cli, .published = published};
  g_autoptr (GError) unreadable = NULL;
  g_autoptr (GpPlan) kept =
      gp_store_get_plan_figures (store, project->scenarios[scenario].code, &unreadable);
  if (kept && kept->has_whole && kept->data_version == gp_store_data_version (store))
    return g_steal_pointer (&kept);
  g_autoptr (GpPlan) plan = gp_planner_plan (project, scenario, &options, cli->cancellable, error);
  if (!plan)
    return NULL;
  if (plan->has_whole && !g_cancellable_is_cancelled (cli->cancellable))
    return g_steal_pointer (&plan);
  if (g_cancellable_is_cancelled (cli->cancellable))
    g_set_error (error, GP_ERROR, GP_ERROR_CANCELLED, _ ("Planning was cancelled."));
  else
    g_set_error (error, GP_ERROR, GP_ERROR_DATA,
                 _ ("Scenario %s has no plan with whole schools, whose first year would be held: "
                    "groeiplan-cli plan says why."),
                 project->scenarios[scenario].code);
  return NULL;
}

static GpFutures *
run (GpCli *cli, GpStore *store, const GpProject *project, guint32 scenario,
     const GpFuturesOptions *given, GError **error)
{
  GpFuturesOptions options = *given;
  g_autoptr (GpPlan) published = NULL;
  if (!gp_cli_published (store, project->scenarios[scenario].code, &published, error))
    return NULL;
  g_autoptr (GpPlan) held = held_plan (cli, store, project, scenario, published, error);
  if (!held)
    return NULL;
  options.held = held;
  options.published = published;
  options.progress = gp_cli_progress;
  options.progress_data = cli;
  GpFutures *futures = gp_futures_run (project, scenario, &options, cli->cancellable, error);
  gp_cli_progress_done (cli);
  return futures;
}

static gboolean
show (const GpFutures *futures, const GpProject *project, const Options *options, GError **error)
{
  if (!options->shard)
    return gp_cli_futures_show (futures, project, &options->view, error);
  gsize length;
  g_autofree char *text = gp_futures_to_text (futures, &length);
  return gp_cli_futures_write (options->view.output, text, length, error);
}

gboolean
gp_cli_futures (GpCli *cli, char **argv, GError **error)
{
  g_auto (Options) options = {0};
  GpFuturesOptions futures_options = {0};
  g_autofree char *path = parse_words (cli, argv, &options, error);
  if (!path || !gp_cli_futures_view_parse (&options.view, error) ||
      !parse_options (&options, &futures_options, error))
    return FALSE;
  g_autoptr (GpStore) store = gp_store_open (path, GP_STORE_READ_ONLY, error);
  g_autoptr (GpProject) project = store ? gp_store_snapshot (store, error) : NULL;
  guint32 scenario = project ? gp_cli_find_scenario (project, options.scenario, error) : GP_NONE;
  if (scenario == GP_NONE)
    return FALSE;
  g_autoptr (GpFutures) futures = run (cli, store, project, scenario, &futures_options, error);
  return futures && show (futures, project, &options, error);
}
