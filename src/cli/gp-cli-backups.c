/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * groeiplan-cli backups: the backups that the program keeps beside a project; --make makes one now.
 * groeiplan-cli restore: puts one of them in the place of the project.
 */
#include "gp-cli-private.h"

#include <groeiplan/gp-backups.h>

#include <glib/gi18n-lib.h>

/* The number kept is a person's choice for all projects: $GROEIPLAN_BACKUPS. */
void
gp_cli_read_backups_kept (void)
{
  const char *text = g_getenv ("GROEIPLAN_BACKUPS");
  guint64 n;

  if (text && g_ascii_string_to_unsigned (text, 10, 1, 1000, &n, NULL))
    gp_backups_set_kept ((guint)n);
}

static void
print_backup (const GpBackup *backup)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (backup->when);
  g_autofree char *when = g_date_time_format (utc, "%Y-%m-%d %H:%M:%SZ");
  g_autofree char *name = g_filename_display_basename (backup->path);
  g_autofree char *why = gp_backup_reason_text (backup);

  gp_cli_print ("%s\t%" G_GINT64_FORMAT "\t%s\t%s\n", when, backup->size, why, name);
}

static gboolean
make_one (const char *path, GError **error)
{
  g_autoptr (GpStore) store = gp_store_open (path, GP_STORE_READ_ONLY, error);
  g_autofree char *made = store ? gp_store_keep_backup (store, GP_BACKUP_ASKED, error) : NULL;

  return made != NULL;
}

gboolean
gp_cli_backups (GpCli *cli, char **argv, GError **error)
{
  gboolean make = FALSE;
  const GOptionEntry entries[] = {
      {"make", 0, 0, G_OPTION_ARG_NONE, &make, N_ ("Make a backup now"), NULL},
      G_OPTION_ENTRY_NULL};
  g_auto (GStrv) words = gp_cli_parse (cli, argv, entries, 1, 1, error);
  if (!words || (make && !make_one (words[0], error)))
    return FALSE;
  g_autoptr (GPtrArray) backups = gp_backups_list (words[0], error);
  if (!backups)
    return FALSE;
  for (guint i = 0; i < backups->len; i++)
    print_backup (g_ptr_array_index (backups, i));
  return TRUE;
}

gboolean
gp_cli_restore (GpCli *cli, char **argv, GError **error)
{
  g_auto (GStrv) words = gp_cli_parse (cli, argv, NULL, 2, 2, error);
  if (!words)
    return FALSE;
  g_autoptr (GpStore) store = gp_cli_open_for_writing (words[0], error);
  if (!store || !gp_store_restore (store, words[1], NULL, NULL, NULL, error))
    return FALSE;
  gp_cli_print (_ ("%s is as it was in %s; what it was before is kept as a backup.\n"), words[0],
                words[1]);
  return TRUE;
}
