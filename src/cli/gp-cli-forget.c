/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * groeiplan-cli forget: takes coaches out of a project with all traces; with --check it looks for
 * what is left of names, and changes nothing. Never prints a name that it took out.
 */
#include "gp-cli-private.h"

#include <groeiplan/gp-forget.h>

#include <glib/gi18n-lib.h>

static void
print_lines (const char *title, const GPtrArray *lines)
{
  if (lines->len > 0)
    gp_cli_print ("%s\n", title);
  for (guint i = 0; i < lines->len; i++)
    gp_cli_print ("  %s\n", (const char *)g_ptr_array_index (lines, i));
}

static gboolean
check (GpCli *cli, char **words, GError **error)
{
  g_autoptr (GPtrArray) found = gp_traces_find (words[0], (const char *const *)words + 1, error);

  if (!found)
    return FALSE;
  print_lines (_ ("Found in:"), found);
  if (found->len == 0)
    gp_cli_print ("%s\n",
                  _ ("Found nowhere: not in the data, the history, unused space or backups."));
  cli->answer_is_no = found->len > 0;
  return TRUE;
}

static gboolean
print_files (const GpForgotten *forgotten)
{
  gboolean all = TRUE;

  for (guint i = 0; i < forgotten->files->len; i++) {
    const GpForgetFile *file = g_ptr_array_index (forgotten->files, i);

    if (file->problem)
      gp_cli_print (_ ("Not changed: %s (%s)\n"), file->path, file->problem);
    else
      gp_cli_print (_ ("Changed as well: %s\n"), file->path);
    all = all && !file->problem;
  }
  return all;
}

static void
print_counts (const GpForgotten *forgotten)
{
  print_lines (_ ("The names are gone; in their place:"), forgotten->coaches);
  gp_cli_print (_ ("Other texts changed: %u. Entries of the history rewritten: %u, dropped: %u.\n"),
                forgotten->n_texts, forgotten->n_entries, forgotten->n_dropped);
  print_lines (_ ("Words kept, because other people’s names contain them too:"),
               forgotten->kept_words);
}

gboolean
gp_cli_forget (GpCli *cli, char **argv, GError **error)
{
  gboolean only_check = FALSE, keep = FALSE;
  const GOptionEntry entries[] = {{"check", 0, 0, G_OPTION_ARG_NONE, &only_check,
                                   N_ ("Look for these texts, and change nothing"), NULL},
                                  {"keep-backups", 0, 0, G_OPTION_ARG_NONE, &keep,
                                   N_ ("Leave the backups beside the file as they are"), NULL},
                                  G_OPTION_ENTRY_NULL};
  g_auto (GStrv) words = gp_cli_parse (cli, argv, entries, 2, 0, error);
  if (!words)
    return FALSE;
  if (only_check)
    return check (cli, words, error);
  g_autoptr (GpStore) store = gp_cli_open_for_writing (words[0], error);
  GpForgotten forgotten = {0};
  gboolean done =
      store && gp_store_forget (store, (const char *const *)words + 1, !keep, &forgotten, error);
  if (done) {
    print_counts (&forgotten);
    cli->answer_is_no = !print_files (&forgotten) || forgotten.left->len > 0;
    print_lines (_ ("Still found, to be changed by hand:"), forgotten.left);
    if (keep)
      gp_cli_print ("%s\n", _ ("The backups beside the file still have the names."));
  }
  gp_forgotten_clear (&forgotten);
  return done;
}

gboolean
gp_cli_anonymise (GpCli *cli, char **argv, GError **error)
{
  gboolean all = FALSE;
  const GOptionEntry entries[] = {{"all", 0, 0, G_OPTION_ARG_NONE, &all,
                                   N_ ("Replace boards and schools too, and leave notes out"),
                                   NULL},
                                  G_OPTION_ENTRY_NULL};
  g_auto (GStrv) words = gp_cli_parse (cli, argv, entries, 2, 2, error);
  if (!words)
    return FALSE;
  g_autoptr (GpStore) store = gp_store_open (words[0], GP_STORE_READ_ONLY, error);
  if (!store || !gp_store_anonymise (store, words[1], all, NULL, NULL, NULL, error))
    return FALSE;
  gp_cli_print (_ ("Copied %s to %s.\n"), words[0], words[1]);
  return TRUE;
}
