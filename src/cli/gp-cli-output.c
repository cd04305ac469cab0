/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a command says: results on standard output, one line per error on standard error, and a
 * progress line there that comes and goes when it is a terminal.
 */
#include "gp-cli-private.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <groeiplan/gp-format.h>
#include <math.h>
#include <stdio.h>

#define WIPE_LINE "\r\033[K"

void
gp_cli_print (const char *format, ...)
{
  va_list arguments;
  va_start (arguments, format);
  g_autofree char *text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  const char *charset;
  g_autofree char *converted = NULL;
  if (!g_get_charset (&charset))
    converted = g_convert_with_fallback (text, -1, charset, "UTF-8", "?", NULL, NULL, NULL);
  fputs (converted ? converted : text, stdout);
}

void
gp_cli_print_raw (const char *text, gsize length)
{
  fwrite (text, 1, length, stdout);
}

gboolean
gp_cli_flush (GError **error)
{
  gboolean failed = fflush (stdout) != 0;
  int reason = errno;
  if (!failed && !ferror (stdout))
    return TRUE;
  g_set_error (error, GP_ERROR, GP_ERROR_FILE,
               _ ("The output could not all be written: %s. Make room for it and try again."),
               g_strerror (failed ? reason : EIO));
  return FALSE;
}

void
gp_cli_progress_done (GpCli *cli)
{
  if (cli->shows_progress)
    fputs (WIPE_LINE, stderr);
  cli->shows_progress = FALSE;
}

void
gp_cli_progress (double share, const char *doing, gpointer data)
{
  GpCli *cli = data;
  if (!cli->has_progress)
    return;
  cli->shows_progress = TRUE;
  if (share >= 0)
    g_printerr ("%s%3.0f%% %s", WIPE_LINE, 100 * share, doing ? doing : "");
  else
    g_printerr ("%s     %s", WIPE_LINE, doing ? doing : "");
}

/* A message as one line, whatever is in it: file names may hold anything. */
static char *
one_line (const char *message)
{
  g_autofree char *chomped = g_strchomp (g_strdup (message));
  return gp_error_text (chomped);
}

void
gp_cli_complain (GpCli *cli, const char *message)
{
  gp_cli_progress_done (cli);
  g_autofree char *line = one_line (message);
  g_printerr ("groeiplan-cli: %s\n", line);
}

void
gp_cli_print_problems (GpCli *cli, const GpProblems *problems, const GError *error)
{
  guint n = gp_problems_n_errors (problems), total = gp_problems_n_total (problems);
  gp_cli_progress_done (cli);
  for (guint i = 0; i < gp_problems_n_notes (problems); i++)
    g_printerr ("%s\n", gp_problems_note (problems, i));
  for (guint i = 0; i < n; i++)
    g_printerr ("%s\n", gp_problems_error (problems, i));
  /* The error is the first problem and how many there are. */
  cli->said_why =
      n > 0 && error && g_str_has_prefix (error->message, gp_problems_error (problems, 0));
  if (total > n)
    g_printerr (g_dngettext (GETTEXT_PACKAGE, "%u more error is not shown; mend these first.\n",
                             "%u more errors are not shown; mend these first.\n", total - n),
                total - n);
}

char *
gp_cli_number (double value, guint digits)
{
  if (!isfinite (value))
    return g_strdup ("-");
  char buffer[G_ASCII_DTOSTR_BUF_SIZE * 10], format[16];
  g_snprintf (format, sizeof format, "%%.%uf", digits);
  g_ascii_formatd (buffer, sizeof buffer, format, value);
  if (strchr (buffer, '.')) {
    gsize end = strlen (buffer);
    while (buffer[end - 1] == '0')
      end--;
    buffer[buffer[end - 1] == '.' ? end - 1 : end] = '\0';
  }
  return g_strdup (strcmp (buffer, "-0") == 0 ? "0" : buffer);
}

char *
gp_cli_number_text (double value, guint digits)
{
  g_autofree char *plain = gp_cli_number (value, digits);
  if (!isfinite (value))
    return g_steal_pointer (&plain);
  const char *point = strchr (plain, '.');
  return gp_format_number (value, point ? (guint)strlen (point + 1) : 0, gp_language_current ());
}
