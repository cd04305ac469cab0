/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the commands of groeiplan-cli share: how a command looks, and help with options, projects,
 * messages and files. One command is one file (gp-cli-NAME.c) and one line in gp-cli-main.c.
 *
 * Everything runs in the main thread. The one other thread waits for SIGINT and SIGTERM and cancels
 * GpCli.cancellable (gp-cli-interrupt.c).
 */
#pragma once

#include <groeiplan/gp-exchange.h>
#include <groeiplan/gp-figures.h>
#include <groeiplan/gp-plan.h>
#include <groeiplan/gp-store.h>
#include <json-glib/json-glib.h>

typedef struct {
  GCancellable *cancellable;
  gboolean answer_is_no;   /* the command did its work, and what it found is a no: exit 1 */
  gboolean said_why;       /* the error was printed already, among the problems of its files */
  gboolean has_progress;   /* standard error is a terminal */
  gboolean shows_progress; /* a progress line is on it now */
  const char *command;     /* the name of the command that runs */
  const char *arguments;   /* and how it is called */
  const char *summary;
} GpCli;

/* A command gets its own words, argv[0] being its name. FALSE with an error; the error's code
 * decides the exit status. */
typedef gboolean (*GpCliRun) (GpCli *cli, char **argv, GError **error);

gboolean gp_cli_new (GpCli *cli, char **argv, GError **error);
gboolean gp_cli_info (GpCli *cli, char **argv, GError **error);
gboolean gp_cli_import (GpCli *cli, char **argv, GError **error);
gboolean gp_cli_export (GpCli *cli, char **argv, GError **error);
gboolean gp_cli_import_register (GpCli *cli, char **argv, GError **error);
gboolean gp_cli_plan (GpCli *cli, char **argv, GError **error);
gboolean gp_cli_audit (GpCli *cli, char **argv, GError **error);
gboolean gp_cli_coaching (GpCli *cli, char **argv, GError **error);
gboolean gp_cli_model (GpCli *cli, char **argv, GError **error);
gboolean gp_cli_compare (GpCli *cli, char **argv, GError **error);
gboolean gp_cli_stability (GpCli *cli, char **argv, GError **error);
gboolean gp_cli_finance (GpCli *cli, char **argv, GError **error);
gboolean gp_cli_futures (GpCli *cli, char **argv, GError **error);
gboolean gp_cli_futures_merge (GpCli *cli, char **argv, GError **error);
gboolean gp_cli_prices (GpCli *cli, char **argv, GError **error);
gboolean gp_cli_repairs (GpCli *cli, char **argv, GError **error);
gboolean gp_cli_report (GpCli *cli, char **argv, GError **error);
gboolean gp_cli_backup (GpCli *cli, char **argv, GError **error);
gboolean gp_cli_backups (GpCli *cli, char **argv, GError **error);
gboolean gp_cli_restore (GpCli *cli, char **argv, GError **error);
gboolean gp_cli_anonymise (GpCli *cli, char **argv, GError **error);
gboolean gp_cli_forget (GpCli *cli, char **argv, GError **error);

/* How many backups are kept, from the environment (gp-cli-backups.c). */
void gp_cli_read_backups_kept (void);

/* ---- gp-cli-options.c -------------------------------------------------------------------------
 */

/* Parses a command's words: the options of entries (may be NULL) and between min and max files and
 * names (max 0: any number), returned as a new vector. Prints and exits 0 for --help and
 * --version. NULL with GP_ERROR_USAGE. */
GStrv gp_cli_parse (GpCli *cli, char **argv, const GOptionEntry *entries, guint min, guint max,
                    GError **error);

/* An option's word as an index into a NULL-terminated list; a NULL word is the first of the list.
 * -1 with GP_ERROR_USAGE. */
int gp_cli_word (const char *option, const char *word, const char *const *words, GError **error);

/* ---- gp-cli-interrupt.c -----------------------------------------------------------------------
 */

/* From here on SIGINT and SIGTERM cancel; a second one ends the program at once (exit 130). To be
 * called before there is any other thread. */
void gp_cli_interrupt_watch (GCancellable *cancellable);

/* ---- gp-cli-output.c --------------------------------------------------------------------------
 */

/* To standard output, in the locale's encoding. */
void gp_cli_print (const char *format, ...) G_GNUC_PRINTF (1, 2);
/* To standard output as it is: JSON. */
void gp_cli_print_raw (const char *text, gsize length);
/* One line to standard error, after the progress line is wiped. */
void gp_cli_complain (GpCli *cli, const char *message);
/* Notes and errors, each a line on standard error that begins with its file and line. error: what
 * the reading returned, so that it is not said twice. */
void gp_cli_print_problems (GpCli *cli, const GpProblems *problems, const GError *error);
/* Passed to long work as GpProgressFunc, with the GpCli as its data. */
void gp_cli_progress (double share, const char *doing, gpointer cli);
void gp_cli_progress_done (GpCli *cli);
/* A number without what it does not need: at most so many decimals, no trailing zeros. */
char *gp_cli_number (double value, guint digits);
/* The same as the reader of a text writes it: "0,1" in Dutch. */
char *gp_cli_number_text (double value, guint digits);
/* Flushes standard output; FALSE with GP_ERROR_FILE when it could not all be written. */
gboolean gp_cli_flush (GError **error);

/* Rows of text in columns. The first column is set left, the others right. */
typedef struct _GpCliTable GpCliTable;
GpCliTable *gp_cli_table_new (guint n_columns);
void gp_cli_table_add (GpCliTable *table, const char *cell); /* copies; row by row */
void gp_cli_table_add_number (GpCliTable *table, double value, guint digits);
void gp_cli_table_set_left (GpCliTable *table, guint column);
void gp_cli_table_print (GpCliTable *table); /* and frees it */

/* The unit of a priority, for people. */
const char *gp_cli_unit (GpPriorityId priority);

/* ---- gp-cli-project.c -------------------------------------------------------------------------
 */

/* The folder of the starter data: of the environment variable GROEIPLAN_DATA_DIR, of the source
 * tree when the program runs where it was built, else as installed. A new string. */
char *gp_cli_starter_folder (void);
/* The same for the translations, and the variable GROEIPLAN_LOCALE_DIR. */
char *gp_cli_locale_folder (void);

/* The index of a scenario by code; with a NULL code "base", or the first when there is none of that
 * name. GP_NONE with GP_ERROR_DATA. */
guint32 gp_cli_find_scenario (const GpProject *project, const char *code, GError **error);

/* A project to be written to: GP_ERROR_READ_ONLY with the reason when it can only be read. */
GpStore *gp_cli_open_for_writing (const char *path, GError **error);

/* The file appears with all of project's data, or not at all. */
gboolean gp_cli_create (const char *path, const GpProject *project, GError **error);

/* The scenario's stored plan, with a word on standard error when the data changed since;
 * GP_ERROR_DATA when there is none. */
GpPlan *gp_cli_stored_plan (GpCli *cli, GpStore *store, const char *scenario, GError **error);

/* ---- gp-cli-figures.c -------------------------------------------------------------------------
 */

/* The part of a plan that counts: the whole one where there is one. */
GpPlanPart gp_cli_part (const GpPlan *plan);

/* What a region has and gives in a year: expert days, and expert coaches hired. */
typedef struct {
  const char *region; /* code, owned by the plan */
  GpYear year;
  double available, used, overload, lent, borrowed, hires;
} GpCliCapacity;

/* One row a region and year of which the plan says anything, by region and year. */
GArray *gp_cli_capacity (const GpPlan *plan, GpPlanPart part);

/* ---- gp-cli-solve.c ---------------------------------------------------------------------------
 */

/* Plans the scenario against its published plan, and keeps the plan in the store. NULL with an error,
 * also when interrupted. */
GpPlan *gp_cli_solve (GpCli *cli, GpStore *store, const GpProject *project, guint32 scenario,
                      gboolean relaxed_only, GError **error);

/* ---- gp-cli-json-parts.c ----------------------------------------------------------------------
 */

void gp_cli_json_text (JsonBuilder *builder, const char *key, const char *text);
/* null where there is no number. */
void gp_cli_json_number (JsonBuilder *builder, const char *key, double value);
/* The document on one line. */
void gp_cli_json_print (JsonBuilder *builder);

/* ---- gp-cli-json.c ----------------------------------------------------------------------------
 */

/* A plan as the document groeiplan-plan-1. published: what it was planned against, or NULL. A new
 * string. */
char *gp_cli_plan_json (const GpProject *project, const GpPlan *plan, const GpPlan *published,
                        double seconds_read, gsize *length);

/* ---- gp-cli-plan-text.c -----------------------------------------------------------------------
 */

/* Prints a plan for people. published: what it was planned against, or NULL. */
void gp_cli_plan_text (const GpProject *project, guint32 scenario, const GpPlan *plan,
                       const GpPlan *published);

/* ---- gp-cli-changes.c -------------------------------------------------------------------------
 */

/* The plan published for the scenario, else NULL in *published; FALSE with an error alone. */
gboolean gp_cli_published (GpStore *store, const char *scenario, GpPlan **published,
                           GError **error);
/* Does the plan have the priority `change`? */
gboolean gp_cli_counts_change (const GpPlan *plan);
void gp_cli_changes_text (const GpProject *project, const GpPlan *plan, const GpPlan *published);
/* The member "changes". */
void gp_cli_changes_json (JsonBuilder *builder, const GpProject *project, const GpPlan *plan,
                          const GpPlan *published);

/* ---- gp-cli-allocation.c ----------------------------------------------------------------------
 */

/* Writes the plan as allocation.csv, trainings.csv, partners.csv and capacity.csv into a folder,
 * which is made when absent; each file appears complete or not at all. */
gboolean gp_cli_write_allocation (const GpProject *project, const GpPlan *plan, const char *folder,
                                  GError **error);
