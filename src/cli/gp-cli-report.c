/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * groeiplan-cli report: the packs for boards, the director's report and the finance workbook, from
 * the plan that is kept in the project.
 */
#include "gp-cli-report.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct {
  char *kind, *board, *scenario, *output, *format, *language, *as_of;
  char **futures, **other_language;
  gboolean all, repairs;
  int seconds;
  int threads;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->kind);
  g_free (options->board);
  g_free (options->scenario);
  g_free (options->output);
  g_free (options->format);
  g_free (options->language);
  g_free (options->as_of);
  g_strfreev (options->futures);
  g_strfreev (options->other_language);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

/* What the options ask for, checked. */
typedef struct {
  GpReportKind kind;
  GpReportFormats formats;
  GpLanguage language;
  gint64 as_of;
} Wanted;

static gboolean
wrong (GError **error, const char *message)
{
  g_set_error_literal (error, GP_ERROR, GP_ERROR_USAGE, message);
  return FALSE;
}

static gboolean
parse_formats (const char *text, GpReportKind kind, GpReportFormats *out, GError **error)
{
  static const char *const names[] = {"pdf", "xlsx", "csv", "html"};
  GpReportFormats can = gp_report_kind_formats (kind);
  g_auto (GStrv) words = g_strsplit (text ? text : "", ",", -1);
  guint formats = 0;

  for (guint i = 0; words[i]; i++) {
    guint f = 0;
    while (f < G_N_ELEMENTS (names) && strcmp (words[i], names[f]) != 0)
      f++;
    if (f == G_N_ELEMENTS (names) || (can & 1u << f) == 0) {
      g_set_error (error, GP_ERROR, GP_ERROR_USAGE,
                   _ ("A report of kind %s cannot be written as “%s”: see --help."),
                   gp_report_kind_name (kind), words[i]);
      return FALSE;
    }
    formats |= 1u << f;
  }
  *out = formats != 0 ? (GpReportFormats)formats : can;
  return TRUE;
}

static gboolean
parse_date (const char *text, gint64 *out, GError **error)
{
  *out = 0;
  if (!text)
    return TRUE;
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autofree char *moment = g_strconcat (text, "T12:00:00Z", NULL);
  g_autoptr (GDateTime) date = g_date_time_new_from_iso8601 (moment, utc);
  if (date)
    *out = g_date_time_to_unix (date);
  if (strlen (text) == 10 && *out > 0)
    return TRUE;
  g_set_error (error, GP_ERROR, GP_ERROR_USAGE,
               _ ("--as-of: “%s” is no date: write it as 2026-11-21."), text);
  return FALSE;
}

static gboolean
check (const Options *options, Wanted *out, GError **error)
{
  static const char *const languages[] = {"", "nl", "en", NULL};
  int language = gp_cli_word ("--language", options->language, languages, error);

  if (language < 0)
    return FALSE;
  out->language = language == 0   ? gp_language_current ()
                  : language == 1 ? GP_LANGUAGE_DUTCH
                                  : GP_LANGUAGE_ENGLISH;
  if (!options->kind || !gp_report_kind_parse (options->kind, &out->kind))
    return wrong (error, _ ("Give --kind board, director or finance."));
  if (!options->output)
    return wrong (error, _ ("Give the folder to write into with --output."));
  if (out->kind == GP_REPORT_BOARD && options->all == (options->board != NULL))
    return wrong (error, _ ("Give the board with --board, or --all for every board."));
  if (out->kind != GP_REPORT_BOARD && (options->all || options->board))
    return wrong (error, _ ("--board and --all are for reports of kind board."));
  return parse_formats (options->format, out->kind, &out->formats, error) &&
         parse_date (options->as_of, &out->as_of, error);
}

static guint32
find_board (const GpProject *project, const char *code, GError **error)
{
  guint32 board = gp_project_find (project, GP_TABLE_BOARDS, code);

  if (board == GP_NONE)
    g_set_error (error, GP_ERROR, GP_ERROR_DATA,
                 _ ("There is no board “%s” in this project; codes are those of boards.csv."),
                 code);
  return board;
}

static GpReport *
make_one (const Options *options, const Wanted *wanted, const GpReportInput *input, GError **error)
{
  if (wanted->kind == GP_REPORT_DIRECTOR)
    return gp_report_director_new (input, wanted->language, error);
  if (wanted->kind == GP_REPORT_FINANCE)
    return gp_report_finance_new (input, wanted->language, error);
  guint32 board = find_board (input->project, options->board, error);
  return board != GP_NONE ? gp_report_board_new (input, board, wanted->language, error) : NULL;
}

static gboolean
write_one (const Options *options, const Wanted *wanted, const GpReportInput *input, GError **error)
{
  g_autoptr (GpReport) report = make_one (options, wanted, input, error);
  g_autoptr (GPtrArray) files = NULL;

  if (!report || !gp_report_write (report, wanted->formats, options->output, &files, error))
    return FALSE;
  for (guint i = 0; i < files->len; i++)
    gp_cli_print ("%s\n", (const char *)g_ptr_array_index (files, i));
  return TRUE;
}

static gboolean
write_all (GpCli *cli, const Options *options, const Wanted *wanted, const GpReportInput *input,
           GError **error)
{
  GpReportAllOptions all = {.formats = wanted->formats,
                            .language = wanted->language,
                            .other_language = (const char *const *)options->other_language,
                            .n_threads = (guint)CLAMP (options->threads, 0, 256),
                            .progress = gp_cli_progress,
                            .progress_data = cli};
  guint n;

  for (char **code = options->other_language; code && *code; code++)
    if (find_board (input->project, *code, error) == GP_NONE)
      return FALSE;
  if (!gp_report_write_all (input, &all, options->output, &n, cli->cancellable, error))
    return FALSE;
  gp_cli_progress_done (cli);
  gp_cli_print (g_dngettext (GETTEXT_PACKAGE, "Wrote the pack of %u board to %s.\n",
                             "Wrote the packs of %u boards to %s.\n", n),
                n, options->output);
  return TRUE;
}

gboolean
gp_cli_report (GpCli *cli, char **argv, GError **error)
{
  g_auto (Options) options = {.seconds = 300};
  Wanted wanted = {0};
  const GOptionEntry entries[] = {
      {"kind", 0, 0, G_OPTION_ARG_STRING, &options.kind,
       N_ ("For whom: board, director or finance"), N_ ("KIND")},
      {"board", 0, 0, G_OPTION_ARG_STRING, &options.board, N_ ("The board of the pack"),
       N_ ("CODE")},
      {"all", 0, 0, G_OPTION_ARG_NONE, &options.all, N_ ("The packs of all boards, and an index"),
       NULL},
      {"scenario", 0, 0, G_OPTION_ARG_STRING, &options.scenario,
       N_ ("The scenario (default: base)"), N_ ("CODE")},
      {"output", 0, 0, G_OPTION_ARG_FILENAME, &options.output, N_ ("Write into this folder"),
       N_ ("FOLDER")},
      {"format", 0, 0, G_OPTION_ARG_STRING, &options.format,
       N_ ("In which forms (default: all that there are): pdf, xlsx, csv for a board; pdf, html "
           "for "
           "the director; xlsx, csv for finance"),
       N_ ("FORMATS")},
      {"language", 0, 0, G_OPTION_ARG_STRING, &options.language,
       N_ ("The language of the report (default: the program’s)"), "nl|en"},
      {"other-language", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.other_language,
       N_ ("With --all: this board gets the other language; may be given again"), N_ ("CODE")},
      {"futures", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options.futures,
       N_ ("How sure it is, from futures kept in this file; may be given again for shards"),
       N_ ("FILE")},
      {"repairs", 0, 0, G_OPTION_ARG_NONE, &options.repairs,
       N_ ("Look for repairs too, for the director"), NULL},
      {"repairs-seconds", 0, 0, G_OPTION_ARG_INT, &options.seconds,
       N_ ("How long to look for repairs at most (default: 300; 0: as long as it takes)"),
       N_ ("N")},
      {"as-of", 0, 0, G_OPTION_ARG_STRING, &options.as_of,
       N_ ("The date on the report (default: that of the plan)"), N_ ("YYYY-MM-DD")},
      {"threads", 0, 0, G_OPTION_ARG_INT, &options.threads,
       N_ ("With --all: how many at a time (default: one a processor)"), N_ ("N")},
      G_OPTION_ENTRY_NULL};
  g_auto (GStrv) words = gp_cli_parse (cli, argv, entries, 1, 1, error);
  if (!words || !check (&options, &wanted, error))
    return FALSE;
  g_auto (GpCliReportInput) gathered = {0};
  if (!gp_cli_report_gather (cli, words[0], options.scenario, wanted.kind, options.futures,
                             wanted.as_of, &gathered, error) ||
      (options.repairs && wanted.kind == GP_REPORT_DIRECTOR &&
       !gp_cli_report_repairs (cli, &gathered, (guint)MAX (options.seconds, 0), error)))
    return FALSE;
  if (wanted.kind == GP_REPORT_BOARD && options.all)
    return write_all (cli, &options, &wanted, &gathered.input, error);
  return write_one (&options, &wanted, &gathered.input, error);
}
