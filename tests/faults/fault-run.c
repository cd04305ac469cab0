/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * See fault-run.h.
 *
 * After a fault that happens once the same step is tried again in the same program, as a person
 * would: then it must succeed. After one that lasts the program is closed. Then, without faults:
 * 1. the file is sound, and holds what it held after the last step reported done, or what the step
 *    that failed would have made of it;
 * 2. every other project file in the folder is whole, and nothing temporary is left;
 * 3. the store opens it for writing, sees the same, takes an edit and takes it back.
 */
#include "fault-run.h"

#include "fault-memo.h"
#include "fault-memory.h"
#include "fault-table.h"

#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

typedef struct {
  Story *story;
  World *world;
  guint done;      /* steps that were reported done */
  gboolean failed; /* the one after them was reported failed */
  char *wrong;
} Run;

static void G_GNUC_PRINTF (2, 3) say (Run *run, const char *format, ...)
{
  va_list arguments;

  if (run->wrong != NULL)
    return;
  va_start (arguments, format);
  run->wrong = g_strdup_vprintf (format, arguments);
  va_end (arguments);
}

static gboolean
is_allowed (const Run *run, guint64 digest)
{
  return digest == run->story->file[run->done] || (run->failed && run->done < run->story->n_steps &&
                                                   digest == run->story->file[run->done + 1]);
}

/* ---- running ---------------------------------------------------------------------- */

static gboolean
step (Run *run)
{
  g_autoptr (GError) error = NULL;

  if (run->story->steps[run->done](run->world, &error)) {
    if (error != NULL)
      say (run, "step %u is done, and gives an error: %s", run->done + 1, error->message);
    run->done++;
    run->failed = FALSE;
    return TRUE;
  }
  run->failed = TRUE;
  if (fault_error_wrong (error) != NULL)
    say (run, "step %u: %s: %s", run->done + 1, fault_error_wrong (error),
         error != NULL ? error->message : "");
  return FALSE;
}

/* What the open store shows is what the file holds. The fault is over. */
static void
look (Run *run)
{
  g_autofree char *wrong = NULL;
  g_autoptr (GError) error = NULL;
  guint64 file = world_digest (run->world, &wrong);
  guint64 seen = world_project (run->world, &error);
  guint at = run->done;

  if (g_strcmp0 (wrong, "busy") == 0)
    return; /* a lock that could not be given back; the file is judged when it is closed */
  if (!is_allowed (run, file))
    say (run, "after step %u failed: %s", run->done + 1, wrong != NULL ? wrong : "between states");
  else if (file != run->story->file[at])
    at++;
  if (seen == 0)
    say (run, "after step %u failed, nothing can be read: %s", run->done + 1, error->message);
  else if (seen != run->story->project[at])
    say (run, "after step %u failed, the store shows what the file does not hold", run->done + 1);
}

static void
run_steps (Run *run, gboolean lasting)
{
  while (run->done < run->story->n_steps && run->wrong == NULL) {
    if (step (run))
      continue;
    if (!fault_happened ()) {
      say (run, "step %u failed before anything was wrong", run->done + 1);
      return;
    }
    if (lasting) {
      step (run); /* a person tries again */
      return;
    }
    if (run->world->store != NULL)
      look (run);
    if (run->wrong == NULL && !step (run)) {
      say (run, "step %u fails again, after the fault is over", run->done + 1);
      return;
    }
  }
}

/* The program ends in the middle; it tells of every step that is done. */
static gboolean
run_stopping (Run *run, guint n)
{
  int ends[2], status;
  char byte;
  pid_t child;

  if (pipe (ends) != 0 || (child = fork ()) < 0)
    fault_die ("no second program", NULL);
  if (child == 0) {
    fault_arm (FAULT_STOP, n, FALSE);
    for (; run->done < run->story->n_steps && step (run);)
      if (write (ends[1], "x", 1) != 1)
        _exit (2);
    _exit (run->done == run->story->n_steps ? 0 : 2);
  }
  close (ends[1]);
  while (read (ends[0], &byte, 1) == 1)
    run->done++;
  close (ends[0]);
  waitpid (child, &status, 0);
  if (!WIFEXITED (status) || (WEXITSTATUS (status) != 9 && WEXITSTATUS (status) != 0))
    say (run, "the program ended with %d", status);
  run->failed = run->done < run->story->n_steps;
  return status != 0;
}

/* ---- judging ---------------------------------------------------------------------- */

static void
judge_others (Run *run, gboolean stopped)
{
  g_autoptr (GDir) dir = g_dir_open (run->world->folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = g_build_filename (run->world->folder, name, NULL);
    g_autofree char *wrong = NULL;
    gboolean known = FALSE;
    guint64 digest;

    if (g_str_equal (path, run->world->path) || (stopped && name[0] == '.'))
      continue; /* a program that stops has no time to clean up, and nobody reads what it leaves */
    if (!g_str_has_suffix (name, ".groeiplan")) {
      say (run, "%s is left behind", name);
      continue;
    }
    digest = fault_memo_file_digest (path, &wrong);
    for (guint i = 0; i <= run->story->n_steps; i++)
      known = known || digest == run->story->file[i];
    if (!known)
      say (run, "%s is not whole: %s", name, wrong != NULL ? wrong : "not all is there");
  }
}

static void
judge_use (Run *run, guint64 digest)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *wrong = NULL;
  World *world = run->world;

  if (digest == STORY_ABSENT)
    return;
  world->store = gp_store_open (world->path, GP_STORE_READ_WRITE, &error);
  if (world->store == NULL || gp_store_is_read_only (world->store))
    say (run, "it cannot be opened again: %s",
         error != NULL ? error->message : gp_store_read_only_reason (world->store));
  else {
    guint64 before = world_project (world, &error);

    if (before == 0 || !story_edit (world, &error) || !gp_store_undo (world->store, &error))
      say (run, "it cannot be edited again: %s", error->message);
    else if (world_project (world, &error) != before)
      say (run, "undo gives something else");
  }
  world_close (world);
}

/* What the outcome depends on. */
static guint64
number_of (const Run *run, gboolean stopped)
{
  guint64 told[] = {run->done, run->failed, stopped, fault_memo_folder (run->world->folder)};

  return fault_memo_mix (fault_memo_mix (0, run->story->name, strlen (run->story->name)), told,
                         sizeof told);
}

static void
judge (Run *run, gboolean stopped)
{
  g_autofree char *wrong = NULL;
  guint64 number = number_of (run, stopped), digest;

  if (fault_memo_is_right (number))
    return;
  digest = world_digest (run->world, &wrong);
  if (!is_allowed (run, digest))
    say (run, "after %u steps%s: %s", run->done, run->failed ? " and a failed one" : "",
         wrong != NULL ? wrong : "the file holds something else");
  judge_use (run, digest);
  judge_others (run, stopped); /* a journal is gone after the next edit */
  if (run->wrong == NULL)
    fault_memo_set_right (number);
}

gboolean
fault_run (Story *story, World *world, FaultKind kind, guint n, gboolean lasting)
{
  Run run = {.story = story, .world = world};
  g_autofree char *name = NULL;
  gboolean happened;
  gsize memory;

  fault_table_at ("%s, %s %s, number %u", story->name, fault_names[kind],
                  lasting ? "from then on" : "once", n);
  world_reset (world, story->start);
  memory = fault_memory_in_use ();
  if (kind == FAULT_STOP)
    happened = run_stopping (&run, n);
  else {
    fault_arm (kind, n, lasting);
    run_steps (&run, lasting);
    world_close (world);
    happened = fault_happened ();
    fault_disarm ();
  }
  judge (&run, kind == FAULT_STOP);
  if (fault_memory_in_use () != memory)
    say (&run, "memory of SQLite is not given back");
  name = g_strdup_printf ("%s, %s", fault_names[kind], lasting ? "from then on" : "once");
  if (happened) {
    g_autofree char *where =
        run.wrong != NULL ? g_strdup_printf ("%s, number %u: %s", story->name, n, run.wrong) : NULL;

    fault_count (kind == FAULT_STOP ? fault_names[kind] : name, where);
  } else if (run.wrong != NULL)
    fault_count ("without a fault", run.wrong);
  g_free (run.wrong);
  return happened;
}

void
fault_run_counting (Story *story, World *world, guint *counts)
{
  Run run = {.story = story, .world = world};

  world_reset (world, story->start);
  fault_arm (FAULT_NONE, 0, FALSE);
  run_steps (&run, FALSE);
  world_close (world);
  for (FaultKind kind = 0; kind < N_FAULTS; kind++)
    counts[kind] = fault_n_operations (kind);
  fault_disarm ();
  if (run.wrong != NULL || run.done < story->n_steps)
    fault_die (story->name, NULL);
}

void
fault_run_all (Story *story, World *world, FaultKind kind, gboolean lasting, guint most,
               double share, GRand *rand)
{
  for (guint n = 1; n <= most; n++)
    if ((share >= 1 || g_rand_double (rand) < share) && !fault_run (story, world, kind, n, lasting))
      fault_count (fault_names[kind], "an operation that there was is not reached");
  if (share >= 1 && fault_run (story, world, kind, most + 1, lasting))
    fault_count (fault_names[kind], "there are more operations than were counted");
}
