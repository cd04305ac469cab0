/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How futures and futures-merge show a result: as text or JSON, on standard output or in a file. */
#include "gp-cli-futures.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <sys/stat.h>

void
gp_cli_futures_view_clear (GpCliFuturesView *view)
{
  g_free (view->outcome_word);
  g_free (view->format_word);
  g_free (view->output);
}

gboolean
gp_cli_futures_view_parse (GpCliFuturesView *view, GError **error)
{
  static const char *const formats[] = {"text", "json", NULL};
  const char *outcomes[GP_N_OUTCOMES + 1] = {NULL};
  int format = gp_cli_word ("--format", view->format_word, formats, error);
  if (format < 0)
    return FALSE;
  for (GpOutcome outcome = 0; outcome < GP_N_OUTCOMES; outcome++)
    outcomes[outcome] = gp_outcome_name (outcome);
  int outcome = gp_cli_word ("--outcome", view->outcome_word, outcomes, error);
  view->json = format == 1;
  view->outcome = (GpOutcome)MAX (outcome, 0);
  return outcome >= 0;
}

/* Writing puts a new file in place of the old one, which for a device or a pipe is not what anybody
 * wants. */
static gboolean
check_output (const char *output, GError **error)
{
  struct stat about;
  if (stat (output, &about) != 0 || S_ISREG (about.st_mode))
    return TRUE;
  g_set_error (error, GP_ERROR, GP_ERROR_FILE,
               _ ("%s is no plain file: choose another name, or leave --output out to write to "
                  "standard output."),
               output);
  return FALSE;
}

gboolean
gp_cli_futures_write (const char *output, const char *text, gsize length, GError **error)
{
  g_autoptr (GError) local = NULL;
  if (!output) {
    gp_cli_print_raw (text, length);
    return TRUE;
  }
  if (!check_output (output, error))
    return FALSE;
  if (g_file_set_contents_full (output, text, (gssize)length,
                                G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0666,
                                &local))
    return TRUE;
  g_set_error (error, GP_ERROR, GP_ERROR_FILE,
               _ ("%s could not be written: %s. Choose another file, or make room."), output,
               local->message);
  return FALSE;
}

gboolean
gp_cli_futures_show (const GpFutures *futures, const GpProject *project,
                     const GpCliFuturesView *view, GError **error)
{
  g_autoptr (GpFuturesSummary) summary =
      gp_futures_summarise (futures, project, view->outcome, error);
  if (!summary)
    return FALSE;
  if (view->json) {
    gsize length;
    g_autofree char *json = gp_cli_futures_json (futures, summary, &length);
    return gp_cli_futures_write (view->output, json, length, error);
  }
  g_autofree char *text = gp_cli_futures_text (futures, summary);
  if (view->output)
    return gp_cli_futures_write (view->output, text, strlen (text), error);
  gp_cli_print ("%s", text);
  return TRUE;
}
