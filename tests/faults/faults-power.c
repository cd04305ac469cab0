/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Power cuts: each story is run once, and then cut after every event of the drive, several times
 * with other luck. What is left must be sound and hold the last step that was reported done. Then
 * again where a cut has left an edit in the middle: the opening that takes it back is itself cut
 * after each of its events.
 *
 *   faults-power [--times N] [--share S] [--seed N]
 *
 * At the end the same with a drive that ignores every sync (as PRAGMA synchronous = OFF would have
 * it): that must be found out.
 */
#include "fault-story.h"
#include "fault-table.h"
#include "fault-vfs.h"
#include "power-log.h"

#include <locale.h>
#include <stdio.h>

static int times = 20, seed = 1;
static double share = 1;

static const GOptionEntry entries[] = {
    {"times", 0, 0, G_OPTION_ARG_INT, &times, "Cut so often at every place", "N"},
    {"share", 0, 0, G_OPTION_ARG_DOUBLE, &share, "At this share of all places", "S"},
    {"seed", 0, 0, G_OPTION_ARG_INT, &seed, "By which luck", "N"},
    G_OPTION_ENTRY_NULL};

/* The step after the last one done may have happened or not. */
static gboolean
is_allowed (const Story *story, guint done, guint64 digest)
{
  return digest == story->file[done] || (done < story->n_steps && digest == story->file[done + 1]);
}

/* Every other project file is whole; a backup that was reported done is there. */
static char *
judge_others (const Story *story, const World *after)
{
  g_autoptr (GDir) dir = g_dir_open (after->folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = g_build_filename (after->folder, name, NULL);
    g_autofree char *wrong = NULL;
    gboolean known = FALSE;
    guint64 digest;

    if (g_str_equal (path, after->path) || !g_str_has_suffix (name, ".groeiplan"))
      continue;
    digest = fault_file_digest (path, &wrong);
    for (guint i = 0; i <= story->n_steps; i++)
      known = known || digest == story->file[i];
    if (!known)
      return g_strdup_printf ("%s is not whole: %s", name,
                              wrong != NULL ? wrong : "something else");
  }
  return NULL;
}

/* The store itself takes back what was interrupted. */
static char *
judge_use (const Story *story, guint done, World *after)
{
  g_autoptr (GError) error = NULL;
  guint64 seen;

  if (!g_file_test (after->path, G_FILE_TEST_EXISTS))
    return is_allowed (story, done, STORY_ABSENT) ? NULL : g_strdup ("the file is gone");
  after->store = gp_store_open (after->path, GP_STORE_READ_WRITE, &error);
  if (after->store == NULL)
    return g_strdup_printf ("it cannot be opened: %s", error->message);
  if (gp_store_is_read_only (after->store))
    return g_strdup_printf ("it can be read only: %s", gp_store_read_only_reason (after->store));
  seen = world_project (after, &error);
  if (seen != story->project[done] && (done == story->n_steps || seen != story->project[done + 1]))
    return g_strdup_printf ("after %u steps the store shows something else", done);
  if (!story_edit (after, &error) || !gp_store_undo (after->store, &error))
    return g_strdup_printf ("it cannot be edited: %s", error->message);
  return NULL;
}

static char *
judge (const Story *story, guint done, World *after)
{
  g_autofree char *wrong = NULL;
  guint64 digest = world_digest (after, &wrong);

  if (wrong != NULL)
    return g_steal_pointer (&wrong);
  if (!is_allowed (story, done, digest))
    return g_strdup_printf ("after %u steps it holds something else", done);
  return judge_others (story, after);
}

/* Half of the cuts are looked at by SQLite first, half by the store. */
static void
judge_and_count (const Story *story, guint done, World *after, GRand *rand, const char *kind,
                 guint n)
{
  g_autofree char *wrong = NULL;
  g_autofree char *where = NULL;

  if (g_rand_boolean (rand))
    wrong = judge (story, done, after);
  else
    wrong = judge_use (story, done, after);
  world_close (after);
  if (wrong == NULL)
    wrong = judge_use (story, done, after);
  world_close (after);
  if (wrong != NULL)
    where = g_strdup_printf ("%s, after event %u: %s", story->name, n, wrong);
  fault_count (kind, where);
}

static void
cut (Story *story, World *after, guint n, GRand *rand, gboolean honest)
{
  guint done;

  fault_table_at ("%s, power cut after event %u", story->name, n);
  world_reset (after, START_NOTHING);
  done = power_cut (n, after->folder, rand, honest);
  judge_and_count (story, done, after, rand, "power cut", n);
}

static void
record (Story *story, World *world)
{
  story_learn (story, world);
  world_reset (world, story->start);
  power_start (world->folder);
  for (guint i = 0; i < story->n_steps; i++) {
    g_autoptr (GError) error = NULL;

    if (!story->steps[i](world, &error))
      fault_die (story->name, error);
    power_step_done ();
  }
  world_close (world);
  power_stop ();
}

static void
run (Story *story, World *world, World *after, GRand *rand, int how_often, gboolean honest)
{
  record (story, world);
  for (guint n = 0; n <= power_n_events (); n++)
    for (int i = 0; i < how_often && g_rand_double (rand) < share; i++)
      cut (story, after, n, rand, honest);
}

/* ---- cut again, while the edit is taken back --------------------------------------- */

static gboolean
has_journal (const World *world)
{
  g_autofree char *journal = g_strconcat (world->path, "-journal", NULL);

  return g_file_test (journal, G_FILE_TEST_EXISTS);
}

/* The opening writes a log of its own, over that of the story. */
static void
cut_recovery (Story *story, World *world, World *after, guint n, GRand *rand)
{
  World *again;
  guint done;

  record (story, world);
  fault_table_at ("%s, power cut after event %u", story->name, n);
  world_reset (after, START_NOTHING);
  done = power_cut (MIN (n, power_n_events ()), after->folder, rand, TRUE);
  if (!has_journal (after))
    return;
  power_start (after->folder);
  after->store = gp_store_open (after->path, GP_STORE_READ_WRITE, NULL);
  world_close (after);
  power_stop ();
  again = world_new ();
  for (guint k = 0; k <= power_n_events (); k++) {
    world_reset (again, START_NOTHING);
    power_cut (k, again->folder, rand, TRUE);
    judge_and_count (story, done, again, rand, "power cut while an edit is taken back", n);
  }
  world_free (again);
}

#define SHARE_AGAIN 0.2 /* of the places of a cut: each has tens of its own */

static void
run_all (World *world, World *after, GRand *rand)
{
  for (guint i = 0; i < n_stories; i++) {
    run (&stories[i], world, after, rand, times, TRUE);
    for (guint n = 0, most = power_n_events (); n <= most; n++)
      if (g_rand_double (rand) < share * SHARE_AGAIN)
        cut_recovery (&stories[i], world, after, n, rand);
  }
}

/* A drive that ignores syncs loses something. */
static gboolean
lies_are_seen (World *world, World *after, GRand *rand)
{
  fault_table_set_quiet (TRUE);
  run (&stories[0], world, after, rand, 1, FALSE);
  run (&stories[1], world, after, rand, 1, FALSE);
  fault_table_set_quiet (FALSE);
  return fault_table_forget () > 0;
}

int
main (int argc, char **argv)
{
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GRand) rand = NULL;
  World *world, *after;
  gboolean passed;

  setlocale (LC_ALL, "C.UTF-8");
  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    fault_die ("the call", error);
  rand = g_rand_new_with_seed ((guint32)seed);
  fault_vfs_register ();
  fault_table_watch ();
  story_setup ();
  power_register ();
  world = world_new ();
  after = world_new ();
  run_all (world, after, rand);
  printf ("share %g, %d times, seed %d\n", share, times, seed);
  passed = fault_table_print ();
  if (!lies_are_seen (world, after, rand)) {
    fprintf (stderr, "a drive that ignores syncs is not noticed\n");
    passed = FALSE;
  }
  power_start (NULL);
  world_free (world);
  world_free (after);
  story_teardown ();
  return passed ? 0 : 1;
}
