/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Loaded into the desktop program (LD_PRELOAD) by stories of long work: copying a project, and
 * writing it anew without deleted space, stand still as long as the file is there that
 * GROEIPLAN_HOLD names. So a small project takes as long as a story needs to look around.
 */
#include <dlfcn.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

typedef int (*StepFunc) (void *backup, int pages);
typedef int (*ExecFunc) (void *db, const char *sql, void *callback, void *data, char **message);

int sqlite3_backup_step (void *backup, int pages);
int sqlite3_exec (void *db, const char *sql, void *callback, void *data, char **message);

static void
stand_still (void)
{
  const char *file = getenv ("GROEIPLAN_HOLD");

  while (file != NULL && access (file, F_OK) == 0)
    usleep (20000);
}

int
sqlite3_backup_step (void *backup, int pages)
{
  StepFunc step;

  stand_still ();
  *(void **)&step = dlsym (RTLD_NEXT, "sqlite3_backup_step");
  return step (backup, pages);
}

int
sqlite3_exec (void *db, const char *sql, void *callback, void *data, char **message)
{
  ExecFunc exec;

  if (strcmp (sql, "VACUUM") == 0)
    stand_still ();
  *(void **)&exec = dlsym (RTLD_NEXT, "sqlite3_exec");
  return exec (db, sql, callback, data, message);
}
