/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Options of a command: what GOptionContext does, with our own errors, and a usage line that says
 * how the command is called.
 */
#include "gp-cli-private.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

static GOptionContext *
new_context (GpCli *cli, const GOptionEntry *entries, gboolean *version)
{
  g_autofree char *parameters = g_strdup_printf ("%s %s", cli->command, cli->arguments);
  const GOptionEntry common[] = {
      {"version", 0, 0, G_OPTION_ARG_NONE, version, N_ ("Show the version and stop"), NULL},
      G_OPTION_ENTRY_NULL};
  GOptionContext *context = g_option_context_new (parameters);
  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  g_option_context_set_summary (context, _ (cli->summary));
  if (entries)
    g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, common, GETTEXT_PACKAGE);
  return context;
}

static gboolean
fail_usage (GpCli *cli, const char *what, GError **error)
{
  g_set_error (error, GP_ERROR, GP_ERROR_USAGE,
               _ ("%s. Call it as: groeiplan-cli %s %s (--help says more)."), what, cli->command,
               cli->arguments);
  return FALSE;
}

/* What is left of the words after the options: files and names, not options, in the right number.
 */
static gboolean
check_words (GpCli *cli, char **argv, guint min, guint max, GError **error)
{
  guint n = g_strv_length (argv) - 1;
  if (n < min)
    return fail_usage (cli, _ ("Something is missing in the call"), error);
  if (max > 0 && n > max)
    return fail_usage (cli, _ ("There is too much in the call"), error);
  for (guint i = 1; i <= n; i++)
    if (argv[i][0] == '\0')
      return fail_usage (cli, _ ("A name in the call is empty"), error);
  return TRUE;
}

GStrv
gp_cli_parse (GpCli *cli, char **argv, const GOptionEntry *entries, guint min, guint max,
              GError **error)
{
  gboolean version = FALSE;
  g_autoptr (GOptionContext) context = new_context (cli, entries, &version);
  g_autoptr (GError) local = NULL;
  g_auto (GStrv) words = g_strdupv (argv);
  if (!g_option_context_parse_strv (context, &words, &local)) {
    g_strchomp (local->message);
    if (g_str_has_suffix (local->message, "."))
      local->message[strlen (local->message) - 1] = '\0';
    fail_usage (cli, local->message, error);
    return NULL;
  }
  if (version) {
    gp_cli_print ("groeiplan-cli %s\n", GP_VERSION);
    exit (EXIT_SUCCESS);
  }
  if (g_strv_length (words) > 1 && strcmp (words[1], "--") == 0) {
    g_free (words[1]);
    memmove (words + 1, words + 2, (g_strv_length (words + 2) + 1) * sizeof *words);
  }
  if (!check_words (cli, words, min, max, error))
    return NULL;
  return g_strdupv (words + 1);
}

int
gp_cli_word (const char *option, const char *word, const char *const *words, GError **error)
{
  if (!word)
    return 0;
  for (int i = 0; words[i]; i++)
    if (strcmp (word, words[i]) == 0)
      return i;
  g_autofree char *known = g_strjoinv (", ", (char **)words);
  g_set_error (error, GP_ERROR, GP_ERROR_USAGE, _ ("%s does not know “%s”. Choose one of: %s."),
               option, word, known);
  return -1;
}
