/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See fault-story.h. */
#include "fault-story.h"

#include "fault-memo.h"
#include "fault-vfs.h"
#include "gp-store-schema.h"

#include <glib/gstdio.h>
#include <gp-random-project.h>
#include <groeiplan/gp-planner.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static GpProject *first, *second; /* what the file holds, and what is imported */
static GpPlan *plan;
static char *starts; /* the folder with the files that stories begin with */

/* ---- steps ------------------------------------------------------------------------ */

static gboolean
keep (World *world, GpStore *store, GError **error)
{
  world->store = store;
  if (store == NULL)
    return FALSE;
  if (!gp_store_is_read_only (store))
    return TRUE;
  g_set_error_literal (error, GP_ERROR, GP_ERROR_READ_ONLY, gp_store_read_only_reason (store));
  world_close (world);
  return FALSE;
}

static gboolean
step_open (World *world, GError **error)
{
  return keep (world, gp_store_open (world->path, GP_STORE_READ_WRITE, error), error);
}

/* When only the opening failed, the file is there. */
static gboolean
step_create (World *world, GError **error)
{
  GpStore *store;

  if (g_file_test (world->path, G_FILE_TEST_EXISTS))
    return step_open (world, error);
  store = gp_store_create (world->path, first, error);
  if (store == NULL && g_file_test (world->path, G_FILE_TEST_EXISTS) &&
      strstr ((*error)->message, "was made and is complete") == NULL)
    g_prefix_error (error, "the file is there, and nobody says so: ");
  return keep (world, store, error);
}

static gboolean
step_close (World *world, GError **error G_GNUC_UNUSED)
{
  world_close (world);
  return TRUE;
}

gboolean
story_edit (World *world, GError **error)
{
  g_autoptr (GpProject) project = gp_store_snapshot (world->store, error);
  g_autofree char *name = NULL;

  if (project == NULL || !gp_store_begin (world->store, "Renamed", error))
    return FALSE;
  name = g_strdup_printf ("%s, once more", project->name);
  if (gp_store_set_frame (world->store, name, project->plan_from, project->last_year,
                          project->has_goal_year ? project->goal_year : GP_YEAR_NONE, error))
    return gp_store_commit (world->store, error);
  gp_store_rollback (world->store);
  return FALSE;
}

/* A new school for each board, and no pins any more. */
static gboolean
change_rows (World *world, const GpProject *project, GError **error)
{
  for (guint i = 0; i < gp_project_n_rows (project, GP_TABLE_PINS); i++) {
    const GpTable *table = gp_table (GP_TABLE_PINS);
    g_autoptr (GPtrArray) key = g_ptr_array_new_with_free_func (g_free);

    for (guint c = 0; c < table->n_columns; c++)
      if (table->columns[c].key)
        g_ptr_array_add (key, gp_project_cell (project, GP_TABLE_PINS, i, c));
    g_ptr_array_add (key, NULL);
    if (!gp_store_delete (world->store, GP_TABLE_PINS, (const char *const *)key->pdata, error))
      return FALSE;
  }
  for (guint i = 0; i < 3; i++) {
    g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

    for (guint c = 0; c < gp_table (GP_TABLE_SCHOOLS)->n_columns; c++)
      g_ptr_array_add (cells, c == 0 ? g_strdup_printf ("ADDED%u", i)
                                     : gp_project_cell (project, GP_TABLE_SCHOOLS, i, c));
    if (!gp_store_put (world->store, GP_TABLE_SCHOOLS, (const char *const *)cells->pdata, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
step_rows (World *world, GError **error)
{
  g_autoptr (GpProject) project = gp_store_snapshot (world->store, error);

  if (project == NULL || !gp_store_begin (world->store, "Changed rows", error))
    return FALSE;
  if (change_rows (world, project, error))
    return gp_store_commit (world->store, error);
  gp_store_rollback (world->store);
  return FALSE;
}

static gboolean
step_undo (World *world, GError **error)
{
  return gp_store_undo (world->store, error);
}

static gboolean
step_redo (World *world, GError **error)
{
  return gp_store_redo (world->store, error);
}

static gboolean
step_plan (World *world, GError **error)
{
  return gp_store_put_plan (world->store, plan, error);
}

static gboolean
step_publish (World *world, GError **error)
{
  return gp_store_publish_plan (world->store, plan, "Published", error);
}

static gboolean
step_import (World *world, GError **error)
{
  if (!gp_store_begin (world->store, "Imported", error))
    return FALSE;
  if (gp_store_replace (world->store, second, error))
    return gp_store_commit (world->store, error);
  gp_store_rollback (world->store);
  return FALSE;
}

/* One that is there already is what an attempt before this one has made. */
static gboolean
step_backup (World *world, GError **error)
{
  return g_file_test (world->copy, G_FILE_TEST_EXISTS) ||
         gp_store_backup (world->store, world->copy, NULL, NULL, NULL, error);
}

Story stories[] = {
    {.name = "create", .start = START_NOTHING, .steps = {step_create, story_edit, step_close}},
    {.name = "edit",
     .start = START_FILE,
     .steps = {step_open, story_edit, step_rows, step_undo, step_undo, step_redo, story_edit}},
    {.name = "plan",
     .start = START_FILE,
     .steps = {step_open, step_plan, step_publish, story_edit, step_plan, step_undo, step_undo}},
    {.name = "import", .start = START_FILE, .steps = {step_open, step_import, step_undo}},
    {.name = "migrate", .start = START_OLD, .steps = {step_open, story_edit, step_undo}},
    {.name = "backup", .start = START_FILE, .steps = {step_open, step_backup, story_edit}},
    {.name = "recover", .start = START_INTERRUPTED, .steps = {step_open, story_edit}},
};
const guint n_stories = G_N_ELEMENTS (stories);

/* ---- the folder ------------------------------------------------------------------- */

World *
world_new (void)
{
  World *world = g_new0 (World, 1);

  world->folder = fault_folder_new ();
  world->path = g_build_filename (world->folder, "plan.groeiplan", NULL);
  world->copy = g_build_filename (world->folder, "copy.groeiplan", NULL);
  return world;
}

void
world_close (World *world)
{
  g_clear_pointer (&world->store, gp_store_close);
}

void
world_free (World *world)
{
  world_close (world);
  fault_folder_remove (world->folder);
  g_free (world->path);
  g_free (world->copy);
  g_free (world);
}

static const char *const start_names[N_STARTS] = {NULL, "file", "old", "interrupted"};

void
world_reset (World *world, StoryStart start)
{
  g_autofree char *from = NULL;
  g_autofree char *journal = NULL;

  world_close (world);
  fault_folder_empty (world->folder);
  if (start == START_NOTHING) {
    gp_schema_forget (); /* one story has the faults of making it; the others are shorter for it */
    return;
  }
  from = g_build_filename (starts, start_names[start], NULL);
  fault_copy (from, world->path);
  journal = g_strconcat (from, "-journal", NULL);
  if (start == START_INTERRUPTED) {
    g_autofree char *to = g_strconcat (world->path, "-journal", NULL);

    fault_copy (journal, to);
  }
}

guint64
world_digest (const World *world, char **wrong)
{
  *wrong = NULL;
  return g_file_test (world->path, G_FILE_TEST_EXISTS) ? fault_memo_file_digest (world->path, wrong)
                                                       : STORY_ABSENT;
}

guint64
world_project (World *world, GError **error)
{
  g_autoptr (GpProject) project = gp_store_snapshot (world->store, error);

  return project != NULL ? fault_project_digest (project) : 0;
}

static void
learn_state (Story *story, World *world, guint i)
{
  g_autofree char *wrong = NULL;

  story->file[i] = world_digest (world, &wrong);
  if (wrong != NULL)
    fault_die (wrong, NULL);
  story->project[i] = world->store != NULL ? world_project (world, NULL) : 0;
}

void
story_learn (Story *story, World *world)
{
  world_reset (world, story->start);
  learn_state (story, world, 0);
  for (guint i = 0; i < STORY_MOST_STEPS && story->steps[i] != NULL; i++) {
    g_autoptr (GError) error = NULL;

    if (!story->steps[i](world, &error))
      fault_die (story->name, error);
    story->n_steps = i + 1;
    learn_state (story, world, i + 1);
    if (story->project[i + 1] == 0) /* it is closed */
      story->project[i + 1] = story->project[i];
  }
  if (story->start != START_NOTHING)
    story->project[0] = story->project[1]; /* opening changes no data */
  world_close (world);
}

/* ---- what stories begin with ------------------------------------------------------ */

/* A program that stops after its n-th change of the disk while it edits. */
static gboolean
stop_at (World *world, guint n)
{
  int status;
  pid_t child = fork ();

  if (child == 0) {
    if (!step_open (world, NULL))
      _exit (2);
    fault_arm (FAULT_STOP, n, FALSE);
    _exit (step_rows (world, NULL) ? 0 : 2);
  }
  if (waitpid (child, &status, 0) != child || !WIFEXITED (status) ||
      (WEXITSTATUS (status) != 9 && WEXITSTATUS (status) != 0))
    fault_die ("stopping in the middle of an edit", NULL);
  return WEXITSTATUS (status) == 9;
}

/* The file in the middle of an edit, with the journal that takes it back: stopped one write before
 * the end of those to the file itself. */
static void
make_interrupted (void)
{
  World world = {.folder = starts, .path = g_build_filename (starts, "interrupted", NULL)};
  g_autofree char *file = g_build_filename (starts, "file", NULL);
  g_autofree char *journal = g_strconcat (world.path, "-journal", NULL);
  guint last = 0;

  for (guint n = 1;; n++) {
    fault_copy (file, world.path);
    g_unlink (journal);
    if (!stop_at (&world, n))
      break;
    last = n;
  }
  if (last < 4)
    fault_die ("no edit to interrupt", NULL);
  fault_copy (file, world.path);
  g_unlink (journal);
  stop_at (&world, last - 2); /* the journal's end and the sync before it come after */
  g_free (world.path);
}

void
story_setup (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *file = NULL;
  g_autofree char *old = NULL;

  starts = fault_folder_new ();
  file = g_build_filename (starts, "file", NULL);
  old = g_build_filename (starts, "old", NULL);
  first = gp_random_project (4, 3, 3, GP_RANDOM_PINS);
  second = gp_random_project (5, 2, 3, GP_RANDOM_PLAIN);
  plan = gp_planner_plan (first, gp_project_find (first, GP_TABLE_SCENARIOS, "base"), NULL, NULL,
                          &error);
  if (plan == NULL || !plan->has_whole)
    fault_die ("no plan", error);
  gp_plan_set_data_version (plan, 1);
  gp_store_close (gp_store_create (file, first, &error));
  if (error != NULL)
    fault_die ("no file", error);
  fault_make_old (old, gp_schema_n_steps - 1, first);
  make_interrupted ();
}

void
story_teardown (void)
{
  g_clear_pointer (&first, gp_project_unref);
  g_clear_pointer (&second, gp_project_unref);
  g_clear_pointer (&plan, gp_plan_unref);
  g_clear_pointer (&starts, fault_folder_remove);
}
