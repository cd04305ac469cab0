/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What killed programs leave goes, and nothing else: not what is new, held, another's or only looks
 * like it. */
#include "gp-test.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <groeiplan/gp-leftovers.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static char *folder;

static char *
place (const char *name)
{
  return g_build_filename (folder, name, NULL);
}

static void
set_age (const char *path, gint64 seconds)
{
  struct timespec times[2] = {{.tv_nsec = UTIME_OMIT},
                              {.tv_sec = g_get_real_time () / G_USEC_PER_SEC - seconds}};

  ck_assert_int_eq (utimensat (AT_FDCWD, path, times, AT_SYMLINK_NOFOLLOW), 0);
}

#define OLD (GP_LEFTOVERS_SECONDS + 60)
#define NEW (GP_LEFTOVERS_SECONDS - 60)

static void
put_file (const char *name, gint64 age)
{
  g_autofree char *path = place (name);

  ck_assert (g_file_set_contents (path, "J. Voorbeeld", -1, NULL));
  set_age (path, age);
}

static void
put_folder (const char *name, gint64 age)
{
  g_autofree char *path = place (name);

  ck_assert (g_mkdir (path, 0700) == 0 || errno == EEXIST);
  set_age (path, age);
}

static gboolean
is_there (const char *name)
{
  g_autofree char *path = place (name);
  GStatBuf state;

  return g_lstat (path, &state) == 0;
}

static void
set_up (void)
{
  folder = g_dir_make_tmp ("leftovers-XXXXXX", NULL);
}

static void
tear_down (void)
{
  const char *command[] = {"rm", "-rf", folder, NULL};

  g_spawn_sync (NULL, (char **)command, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL,
                NULL);
  g_clear_pointer (&folder, g_free);
}

START_TEST (test_removed)
{
  put_file (".groeiplan-a1B2c3", OLD);
  put_file (".groeiplan-a1B2c3-journal", OLD);
  put_folder (".groeiplan-export-ZZ99zz", OLD);
  put_file (".groeiplan-export-ZZ99zz/boards.csv", OLD);
  put_folder (".groeiplan-export-ZZ99zz", OLD);
  put_folder (".groeiplan-QQQQQQ", OLD);
  put_folder (".groeiplan-QQQQQQ/pack", OLD);
  put_file (".groeiplan-QQQQQQ/pack/pack.html", OLD);
  put_folder (".groeiplan-QQQQQQ/pack", OLD);
  put_folder (".groeiplan-QQQQQQ", OLD);
  put_file ("plan.groeiplan", OLD);
  ck_assert_uint_eq (gp_leftovers_remove (folder), 4);
  ck_assert (!is_there (".groeiplan-a1B2c3") && !is_there (".groeiplan-a1B2c3-journal"));
  ck_assert (!is_there (".groeiplan-export-ZZ99zz") && !is_there (".groeiplan-QQQQQQ"));
  ck_assert (is_there ("plan.groeiplan"));
  ck_assert_uint_eq (gp_leftovers_remove (folder), 0);
}
END_TEST

START_TEST (test_kept)
{
  static const char *const others[] = {".groeiplan-",         ".groeiplan-abcde",
                                       ".groeiplan-abcdefg",  ".groeiplan-abc_ef",
                                       "groeiplan-abcdef",    ".groeiplan-abcdef.bak",
                                       ".groeiplan-exportX",  "a.groeiplan-abcdef",
                                       ".groeiplan-export-1", ".groeiplan-abcdef-journalx"};
  g_autofree char *link = place (".groeiplan-LINKLI");
  g_autofree char *hard = place (".groeiplan-HARDHA");
  g_autofree char *target = place ("target");

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    put_file (others[i], OLD);
  put_file (".groeiplan-newnew", NEW);
  put_folder (".groeiplan-busybu", OLD); /* something in it is new */
  put_file (".groeiplan-busybu/boards.csv", NEW);
  put_folder (".groeiplan-busybu", OLD);
  put_folder ("target", OLD);
  put_file ("target/kept", OLD);
  put_file ("another", OLD);
  ck_assert_int_eq (symlink (target, link), 0);
  set_age (link, OLD);
  put_folder (".groeiplan-linked", OLD); /* a link in it: nobody of us makes one */
  g_free (link);
  link = place (".groeiplan-linked/link");
  ck_assert_int_eq (symlink (target, link), 0);
  set_age (link, OLD);
  put_folder (".groeiplan-linked", OLD);
  g_free (target);
  target = place ("another");
  ck_assert_int_eq (linkat (AT_FDCWD, target, AT_FDCWD, hard, 0), 0);
  ck_assert_uint_eq (gp_leftovers_remove (folder), 0);
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    ck_assert_msg (is_there (others[i]), "%s", others[i]);
  ck_assert (is_there (".groeiplan-newnew") && is_there (".groeiplan-busybu/boards.csv"));
  ck_assert (is_there (".groeiplan-LINKLI") && is_there ("target/kept"));
  ck_assert (is_there (".groeiplan-linked/link") && is_there (".groeiplan-HARDHA"));
}
END_TEST

/* Another program has the lock until the pipe is closed. */
static pid_t
hold (const char *name, int ends[2])
{
  g_autofree char *path = place (name);
  struct flock lock = {.l_type = F_WRLCK, .l_whence = SEEK_SET, .l_start = 1 << 30, .l_len = 2};
  char byte = 'x';
  int back[2];
  pid_t child;

  ck_assert (pipe (ends) == 0 && pipe (back) == 0);
  child = fork ();
  if (child == 0) {
    int file = open (path, O_RDWR);

    close (ends[1]);
    if (file < 0 || fcntl (file, F_SETLK, &lock) != 0 || write (back[1], &byte, 1) != 1)
      _exit (1);
    _exit (read (ends[0], &byte, 1) == 0 ? 0 : 1);
  }
  close (ends[0]);
  ck_assert_int_eq (read (back[0], &byte, 1), 1);
  close (back[0]);
  close (back[1]);
  return child;
}

START_TEST (test_held)
{
  int ends[2], status;
  pid_t child;

  put_file (".groeiplan-locked", OLD);
  child = hold (".groeiplan-locked", ends);
  set_age (folder, 0);
  ck_assert_uint_eq (gp_leftovers_remove (folder), 0);
  ck_assert (is_there (".groeiplan-locked"));
  close (ends[1]);
  ck_assert (waitpid (child, &status, 0) == child && status == 0);
  ck_assert_uint_eq (gp_leftovers_remove (folder), 1);
  ck_assert (!is_there (".groeiplan-locked"));
}
END_TEST

START_TEST (test_no_folder)
{
  g_autofree char *none = place ("none");

  ck_assert_uint_eq (gp_leftovers_remove (none), 0);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("leftovers");
  TCase *tcase = tcase_create ("leftovers");

  tcase_add_checked_fixture (tcase, set_up, tear_down);
  tcase_add_test (tcase, test_removed);
  tcase_add_test (tcase, test_kept);
  tcase_add_test (tcase, test_held);
  tcase_add_test (tcase, test_no_folder);
  suite_add_tcase (suite, tcase);
  return gp_test_run (suite);
}
