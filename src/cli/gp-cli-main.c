/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * groeiplan-cli: the library for scripts, checks and machines without a display. The table of its
 * commands, and from an error to an exit status:
 *
 *   0 done; 1 done, and the answer is no; 2 wrong call; 3 wrong data; 4 file or system error;
 *   130 interrupted, nothing half-written.
 */
#include "gp-cli-private.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

enum { EXIT_DONE, EXIT_NO, EXIT_USAGE, EXIT_DATA, EXIT_SYSTEM, EXIT_INTERRUPTED = 130 };

typedef struct {
  const char *name, *arguments, *summary;
  GpCliRun run;
} Command;

static const Command commands[] = {
    {"new", "FILE [--empty]", N_ ("Make a project with the starter data"), gp_cli_new},
    {"info", "FILE", N_ ("Show what is in a project, and check the file"), gp_cli_info},
    {"import", "FILE FOLDER [--replace]", N_ ("Take an exchange folder into a project"),
     gp_cli_import},
    {"export", "FILE FOLDER", N_ ("Write a project as an exchange folder"), gp_cli_export},
    {"import-register", "FILE CSV... [--apply] [--all]",
     N_ ("Compare a project with register files, and take over what changed"),
     gp_cli_import_register},
    {"plan", "FILE [--scenario S] [--relaxed] [--publish] [--format text|json] [--output FOLDER]",
     N_ ("Plan a scenario, keep the plan and print it"), gp_cli_plan},
    {"audit", "FILE [--scenario S]", N_ ("Check the stored plan rule by rule, without the solver"),
     gp_cli_audit},
    {"coaching", "FILE [--scenario S] [--board B] [--year Y] [--format text|json|csv]",
     N_ ("Show which coach visits which school in the kept plan"), gp_cli_coaching},
    {"model", "FILE --priority NAME --output MODEL [--scenario S] [--format mps|lp]",
     N_ ("Write the linear program of a priority for another solver"), gp_cli_model},
    {"compare", "FILE S1 S2 [S3...] [--bridge FIGURE] [--relaxed] [--format text|json]",
     N_ ("Set scenarios side by side"), gp_cli_compare},
    {"stability", "FILE [--scenario S] [--format text|json]",
     N_ ("Show what keeping the published starts costs"), gp_cli_stability},
    {"finance", "FILE [--scenario S] [--against S2] [--format text|json|csv]",
     N_ ("Show what the projects cost, how that differs, and who pays"), gp_cli_finance},
    {"futures",
     "FILE [--scenario S] [--count N] [--seed K] [--shard I/N] [--format text|json] [--output "
     "FILE]",
     N_ ("Show how a plan fares in many futures"), gp_cli_futures},
    {"futures-merge", "FILE SHARD... [--format text|json] [--output FILE]",
     N_ ("Join the shards of futures"), gp_cli_futures_merge},
    {"prices", "FILE [--scenario S] [--limit N] [--format text|json]",
     N_ ("Show what one more of each scarce thing would bring"), gp_cli_prices},
    {"repairs",
     "FILE [--scenario S] [--goal G] [--whole] [--apply LEVER --as CODE] [--format text|json]",
     N_ ("Show the smallest changes that remove overload or delay"), gp_cli_repairs},
    {"report",
     "FILE --kind board|director|finance [--board B | --all] [--scenario S] --output FOLDER "
     "[--format "
     "FORMATS]",
     N_ ("Write what boards, directors and finance read"), gp_cli_report},
    {"backup", "FILE COPY", N_ ("Make a safe copy of a project"), gp_cli_backup},
    {"backups", "FILE [--make]", N_ ("List the backups beside a project"), gp_cli_backups},
    {"restore", "FILE BACKUP", N_ ("Put a backup in the place of a project"), gp_cli_restore},
    {"forget", "FILE COACH... [--keep-backups] [--check]",
     N_ ("Take coaches out of a project with all traces"), gp_cli_forget},
    {"anonymise", "FILE COPY [--all]", N_ ("Write a copy with other names, without history"),
     gp_cli_anonymise},
};

static void
print_help (void)
{
  gp_cli_print ("%s\n  groeiplan-cli %s\n\n%s\n\n%s\n", _ ("Usage:"), _ ("COMMAND [ARGUMENT...]"),
                _ ("Plans which schools start when, and who coaches them."), _ ("Commands:"));
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    gp_cli_print ("  %-16s %s\n", commands[i].name, _ (commands[i].summary));
  gp_cli_print ("\n%s\n%s\n", _ ("groeiplan-cli COMMAND --help says more about a command."),
                _ ("Exit status: 0 done, 1 the answer is no, 2 wrong call, 3 wrong data, "
                   "4 file or system error, 130 interrupted."));
}

static int
exit_status (const GError *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return EXIT_INTERRUPTED;
  if (error->domain != GP_ERROR)
    return EXIT_SYSTEM;
  switch ((GpError)error->code) {
  case GP_ERROR_USAGE:
    return EXIT_USAGE;
  case GP_ERROR_DATA:
  case GP_ERROR_NOT_OURS:
  case GP_ERROR_NEWER:
  case GP_ERROR_DAMAGED:
    return EXIT_DATA;
  case GP_ERROR_CANCELLED:
    return EXIT_INTERRUPTED;
  case GP_ERROR_FILE:
  case GP_ERROR_BUSY:
  case GP_ERROR_READ_ONLY:
  case GP_ERROR_SOLVER:
  default:
    return EXIT_SYSTEM;
  }
}

static const Command *
find_command (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (strcmp (commands[i].name, name) == 0)
      return &commands[i];
  return NULL;
}

static int
run_command (const Command *command, char **argv)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  GpCli cli = {.cancellable = cancellable,
               .has_progress = isatty (STDERR_FILENO),
               .command = command->name,
               .arguments = command->arguments,
               .summary = command->summary};
  gp_cli_interrupt_watch (cancellable);
  gboolean done = command->run (&cli, argv, &error);
  gp_cli_progress_done (&cli);
  if (done && gp_cli_flush (&error))
    return cli.answer_is_no ? EXIT_NO : EXIT_DONE;
  gp_cli_flush (NULL);
  if (!cli.said_why)
    gp_cli_complain (&cli, error->message);
  return exit_status (error);
}

/* A locale that is not installed still says which language the person reads. */
static void
keep_language (void)
{
  static const char *const variables[] = {"LC_ALL", "LC_MESSAGES", "LANG"};
  for (guint i = 0; i < G_N_ELEMENTS (variables); i++) {
    const char *value = g_getenv (variables[i]);
    if (value && *value) {
      g_setenv ("LANGUAGE", value, FALSE);
      return;
    }
  }
}

/* Without a locale the names of boards would be printed as question marks. */
static void
set_locale (void)
{
  if (!setlocale (LC_ALL, "")) {
    setlocale (LC_ALL, "C.UTF-8");
    keep_language ();
  } else if (strcmp (setlocale (LC_CTYPE, NULL), "C") == 0) {
    setlocale (LC_CTYPE, "C.UTF-8");
  }
  g_autofree char *folder = gp_cli_locale_folder ();
  bindtextdomain (GETTEXT_PACKAGE, folder);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

int
main (int argc, char **argv)
{
  set_locale ();
  gp_cli_read_backups_kept ();
  g_set_prgname ("groeiplan-cli");
  const char *name = argc > 1 ? argv[1] : NULL;
  if (name && (strcmp (name, "--help") == 0 || strcmp (name, "-h") == 0)) {
    print_help ();
    return gp_cli_flush (NULL) ? EXIT_DONE : EXIT_SYSTEM;
  }
  if (name && strcmp (name, "--version") == 0) {
    gp_cli_print ("groeiplan-cli %s\n", GP_VERSION);
    return gp_cli_flush (NULL) ? EXIT_DONE : EXIT_SYSTEM;
  }
  const Command *command = name ? find_command (name) : NULL;
  if (command)
    return run_command (command, argv + 1);
  GpCli cli = {0};
  g_autofree char *message =
      name
          ? g_strdup_printf (_ ("There is no command “%s”; groeiplan-cli --help lists them."), name)
          : g_strdup (_ ("Which command? groeiplan-cli --help lists them."));
  gp_cli_complain (&cli, message);
  return EXIT_USAGE;
}
