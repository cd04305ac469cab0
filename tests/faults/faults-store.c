/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The n-th read, write, sync ... of the store fails, for n = 1, 2, 3 ... until a run without a
 * fault; once, and from then on. Then the same with SQLite's memory, and with a program that stops
 * there.
 *
 *   faults-store [--share S] [--seed N] [--exact] [--only KIND] [--story NAME] [--number N]
 *
 * With a share of 1 (the default) every n is tried. At the end a drive that says "written" and
 * writes nothing must be found out: else the test is no test.
 */
#include "fault-memo.h"
#include "fault-memory.h"
#include "fault-run.h"
#include "fault-table.h"
#include "gp-store-schema.h"

#include <locale.h>
#include <stdio.h>

static double share = 1;
static int seed = 1, number;
static char *only, *only_story;
static gboolean exact;

static const GOptionEntry entries[] = {
    {"share", 0, 0, G_OPTION_ARG_DOUBLE, &share, "Try this share of all operations", "S"},
    {"seed", 0, 0, G_OPTION_ARG_INT, &seed, "Which ones", "N"},
    {"exact", 0, 0, G_OPTION_ARG_NONE, &exact, "Also SQLite's small allocations", NULL},
    {"only", 0, 0, G_OPTION_ARG_STRING, &only, "One kind of fault", "KIND"},
    {"number", 0, 0, G_OPTION_ARG_INT, &number, "Fail operation N alone", "N"},
    {"story", 0, 0, G_OPTION_ARG_STRING, &only_story, "One story", "NAME"},
    G_OPTION_ENTRY_NULL};

/* Allocations and reads are many and alike: less of them, when not all are tried, and not asked for
 * alone. */
static double
share_of (FaultKind kind)
{
  if (share >= 1 || only != NULL)
    return share;
  return kind == FAULT_MEMORY ? share / 50 : kind == FAULT_READ ? share / 5 : share;
}

/* Every n, a share of them, or one. */
static void
run_kind (Story *story, World *world, FaultKind kind, gboolean lasting, guint most, GRand *rand)
{
  if (number > 0)
    fault_run (story, world, kind, (guint)number, lasting);
  else
    fault_run_all (story, world, kind, lasting, most, share_of (kind), rand);
}

static void
run_story (Story *story, World *world, GRand *rand)
{
  guint counts[N_FAULTS];

  story_learn (story, world);
  fault_run_counting (story, world, counts);
  for (FaultKind kind = FAULT_READ; kind < N_FAULTS; kind++) {
    if (only != NULL && !g_str_equal (only, fault_names[kind]))
      continue;
    run_kind (story, world, kind, FALSE, counts[kind], rand);
    if (kind != FAULT_STOP)
      run_kind (story, world, kind, TRUE, counts[kind], rand);
  }
}

/* A drive that loses what it says it has written. */
static gboolean
lies_are_seen (World *world)
{
  fault_lie (TRUE);
  fault_table_set_quiet (TRUE);
  story_learn (&stories[0], world);
  fault_run (&stories[0], world, FAULT_WRITE, 5, TRUE);
  fault_table_set_quiet (FALSE);
  fault_lie (FALSE);
  return fault_table_forget () > 0;
}

int
main (int argc, char **argv)
{
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GRand) rand = NULL;
  gboolean passed;
  World *world;

  setlocale (LC_ALL, "C.UTF-8");
  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    fault_die ("the call", error);
  rand = g_rand_new_with_seed ((guint32)seed);
  fault_memory_install (exact);
  fault_vfs_register ();
  fault_table_watch ();
  story_setup ();
  world = world_new ();
  for (guint i = 0; i < n_stories; i++) {
    if (only_story != NULL && !g_str_equal (only_story, stories[i].name))
      continue;
    run_story (&stories[i], world, rand);
  }
  printf ("share %g, seed %d\n", share, seed);
  passed = fault_table_print ();
  if (!lies_are_seen (world)) {
    fprintf (stderr, "a drive that loses what it says it has written is not noticed\n");
    passed = FALSE;
  }
  fault_memo_print ();
  world_free (world);
  story_teardown ();
  gp_schema_forget ();
  return passed ? 0 : 1;
}
