/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The program that is killed while it edits, and that looks at what is left. Every line is flushed.
 *
 *   fault-editor edit FILE SEED [--lie]   "open D"; then on and on "try WHAT" and, when it is
 * stored, "done D": WHAT is edit, undo or redo, D the data's digest.
 *                                         --lie: says so before it is, to see that it is noticed.
 *   fault-editor check FILE               "digest D FORMAT PLANS HISTORY"; then undoes all there is
 *                                         ("undo D" each), does it again ("redo D") and ends with
 * "sound" fault-editor digest FILE              the first line alone, without changing anything
 *   fault-editor make-old FILE VERSION    a file of an older format
 */
#include "fault-file.h"

#include <gp-random-project.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>

static void G_GNUC_PRINTF (1, 2) tell (const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  vprintf (format, arguments);
  va_end (arguments);
  fflush (stdout);
}

static guint64
digest (GpStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GpProject) project = gp_store_snapshot (store, &error);

  if (project == NULL)
    fault_die ("it cannot be read", error);
  return fault_project_digest (project);
}

static GpStore *
open_file (const char *path, GpStoreMode mode)
{
  g_autoptr (GError) error = NULL;
  GpStore *store = gp_store_open (path, mode, &error);

  if (store == NULL)
    fault_die ("it cannot be opened", error);
  if (mode == GP_STORE_READ_WRITE && gp_store_is_read_only (store))
    fault_die (gp_store_read_only_reason (store), NULL);
  return store;
}

/* ---- editing ---------------------------------------------------------------------- */

/* Another name for some schools, and another one for the project: no edit is like one before it. */
static gboolean
edit (GpStore *store, GRand *rand, guint number, GError **error)
{
  g_autoptr (GpProject) project = gp_store_snapshot (store, error);
  g_autofree char *name = g_strdup_printf ("Edit %u of %u", number, g_rand_int (rand));
  guint n_changes = (guint)g_rand_int_range (rand, 0, 200);
  gboolean ok;

  if (project == NULL || !gp_store_begin (store, name, error))
    return FALSE;
  ok = gp_store_set_frame (store, name, project->plan_from, project->last_year,
                           project->has_goal_year ? project->goal_year : GP_YEAR_NONE, error);
  for (guint i = 0; ok && i < n_changes; i++) {
    guint row = (guint)g_rand_int_range (rand, 0, (gint32)project->n_schools);
    g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

    for (guint c = 0; c < gp_table (GP_TABLE_SCHOOLS)->n_columns; c++)
      g_ptr_array_add (cells, (int)c == gp_table_column (GP_TABLE_SCHOOLS, "name")
                                  ? g_strdup (name)
                                  : gp_project_cell (project, GP_TABLE_SCHOOLS, row, c));
    ok = gp_store_put (store, GP_TABLE_SCHOOLS, (const char *const *)cells->pdata, error);
  }
  if (ok)
    return gp_store_commit (store, error);
  gp_store_rollback (store);
  return FALSE;
}

static const char *
choose (GpStore *store, GRand *rand)
{
  g_autofree char *undo = gp_store_undo_label (store);
  g_autofree char *redo = gp_store_redo_label (store);
  int draw = g_rand_int_range (rand, 0, 10);

  if (draw < 2 && undo != NULL)
    return "undo";
  return draw == 2 && redo != NULL ? "redo" : "edit";
}

static void
edit_on (const char *path, guint32 seed, gboolean lie)
{
  GpStore *store = open_file (path, GP_STORE_READ_WRITE);
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  tell ("open %" G_GINT64_MODIFIER "x\n", digest (store));
  for (guint number = 1;; number++) {
    g_autoptr (GError) error = NULL;
    const char *what = choose (store, rand);
    gboolean ok;

    tell ("try %s\n", what);
    if (lie) {
      tell ("done %x\n", number);
      g_usleep (50000);
    }
    if (g_str_equal (what, "undo"))
      ok = gp_store_undo (store, &error);
    else if (g_str_equal (what, "redo"))
      ok = gp_store_redo (store, &error);
    else
      ok = edit (store, rand, number, &error);
    if (!ok)
      fault_die (what, error);
    if (!lie)
      tell ("done %" G_GINT64_MODIFIER "x\n", digest (store));
  }
}

/* ---- looking ---------------------------------------------------------------------- */

static void
tell_state (GpStore *store)
{
  g_autoptr (GError) error = NULL;
  GpStoreInfo info;

  if (!gp_store_info (store, &info, &error) || !info.integrity_ok)
    fault_die (error == NULL ? info.integrity_message : "no info", error);
  tell ("digest %" G_GINT64_MODIFIER "x %d %u %u\n", digest (store), info.format_version,
        info.n_plans, info.n_history);
  gp_store_info_clear (&info);
}

static void
travel (GpStore *store, const char *word, char *(*label) (GpStore *),
        gboolean (*go) (GpStore *, GError **), guint most)
{
  for (guint i = 0; i < most; i++) {
    g_autofree char *next = label (store);
    g_autoptr (GError) error = NULL;

    if (next == NULL)
      return;
    if (!go (store, &error))
      fault_die (word, error);
    tell ("%s %" G_GINT64_MODIFIER "x\n", word, digest (store));
  }
}

static void
check (const char *path)
{
  GpStore *store = open_file (path, GP_STORE_READ_WRITE);

  tell_state (store);
  travel (store, "undo", gp_store_undo_label, gp_store_undo, G_MAXUINT);
  travel (store, "redo", gp_store_redo_label, gp_store_redo, G_MAXUINT);
  gp_store_close (store);
  tell ("sound\n");
}

static void
look (const char *path)
{
  GpStore *store = open_file (path, GP_STORE_READ_ONLY);

  tell_state (store);
  gp_store_close (store);
}

static void
make_old (const char *path, int version)
{
  g_autoptr (GpProject) project = gp_random_project (12, 8, 4, GP_RANDOM_PLAIN);

  fault_make_old (path, version, project);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  if (argc >= 4 && g_str_equal (argv[1], "edit"))
    edit_on (argv[2], (guint32)atoi (argv[3]), argc > 4);
  else if (argc == 4 && g_str_equal (argv[1], "make-old"))
    make_old (argv[2], atoi (argv[3]));
  else if (argc == 3 && g_str_equal (argv[1], "check"))
    check (argv[2]);
  else if (argc == 3 && g_str_equal (argv[1], "digest"))
    look (argv[2]);
  else
    return 2;
  return 0;
}
