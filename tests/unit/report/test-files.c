/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Files for people survive a power cut: what is in them reaches the disk before their names do, and
 * then the names, in every folder that they are in. A disk that refuses leaves nothing.
 *
 * The functions that wait for the disk are this file's own: they note what they were asked, and
 * whether the file had its final name by then.
 */
#include "gp-test.h"

#include "report/gp-forms.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <unistd.h>

static GPtrArray *asked; /* "file a/x.pdf", "folder new/a", "all before", "all after" */
static const char *top;  /* where the test writes */
static const char *watched;
static gboolean refuse;

static int
note (int fd, gboolean all)
{
  g_autofree char *link = g_strdup_printf ("/proc/self/fd/%d", fd);
  g_autofree char *path = g_file_read_link (link, NULL);
  gboolean named = g_file_test (watched, G_FILE_TEST_EXISTS);

  ck_assert_ptr_nonnull (path);
  if (refuse) {
    errno = EIO;
    return -1;
  }
  if (all)
    g_ptr_array_add (asked, g_strdup (named ? "all after" : "all before"));
  else
    g_ptr_array_add (asked, g_strdup_printf ("%s %s", named ? "after" : "before",
                                             path + strlen (top) + (path[strlen (top)] == '/')));
  return 0;
}

/* In place of the system's. */
int
fsync (int fd)
{
  return note (fd, FALSE);
}

int syncfs (int fd);
int
syncfs (int fd)
{
  return note (fd, TRUE);
}

typedef struct {
  char *folder, *target, *watched;
} Place;

static Place
place_new (void)
{
  Place place = {.folder = g_dir_make_tmp ("groeiplan-files-XXXXXX", NULL)};

  ck_assert_ptr_nonnull (place.folder);
  place.target = g_build_filename (place.folder, "new", NULL);
  place.watched = g_build_filename (place.target, "a", "x.pdf", NULL);
  top = place.folder;
  watched = place.watched;
  refuse = FALSE;
  asked = g_ptr_array_new_with_free_func (g_free);
  return place;
}

static void
place_clear (Place *place)
{
  g_autofree char *command = g_strdup_printf ("rm -r '%s'", place->folder);

  ck_assert (g_spawn_command_line_sync (command, NULL, NULL, NULL, NULL));
  g_ptr_array_unref (asked);
  g_free (place->folder);
  g_free (place->target);
  g_free (place->watched);
}

static gboolean
write_files (const Place *place, guint n_more, GError **error)
{
  g_autoptr (GpStaging) staging = gp_staging_new (place->target, error);
  g_autoptr (GBytes) bytes = g_bytes_new_static ("text", 4);
  const char *const names[] = {"a/x.pdf", "a/y.csv", "b/z.pdf", "i.html"};

  ck_assert_ptr_nonnull (staging);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    ck_assert (gp_staging_write (staging, names[i], bytes, NULL));
  for (guint i = 0; i < n_more; i++) {
    g_autofree char *name = g_strdup_printf ("c%u/%u.pdf", i, i);
    ck_assert (gp_staging_write (staging, name, bytes, NULL));
  }
  return gp_staging_finish (staging, NULL, error);
}

/* The temporary folder's own name is another every time. */
static void
check_asked (guint i, const char *begins, const char *ends)
{
  ck_assert_uint_lt (i, asked->len);
  const char *text = g_ptr_array_index (asked, i);
  ck_assert_msg (g_str_has_prefix (text, begins) && g_str_has_suffix (text, ends), "%s", text);
}

START_TEST (files_come_before_their_names)
{
  g_autoptr (GError) error = NULL;
  Place place = place_new ();

  ck_assert (write_files (&place, 0, &error));
  check_asked (0, "before new/.groeiplan-", "/a/x.pdf");
  check_asked (1, "before new/.groeiplan-", "/a/y.csv");
  check_asked (2, "before new/.groeiplan-", "/b/z.pdf");
  check_asked (3, "before new/.groeiplan-", "/i.html");
  check_asked (4, "after new/a", "after new/a");
  check_asked (5, "after new/b", "after new/b");
  check_asked (6, "after new", "after new");
  check_asked (7, "after ", "after "); /* the folder was made: its own name too */
  ck_assert_uint_eq (asked->len, 8);
  place_clear (&place);
}
END_TEST

START_TEST (many_files_wait_once)
{
  g_autoptr (GError) error = NULL;
  Place place = place_new ();

  ck_assert (write_files (&place, 40, &error));
  ck_assert_uint_eq (asked->len, 2);
  ck_assert_str_eq (g_ptr_array_index (asked, 0), "all before");
  ck_assert_str_eq (g_ptr_array_index (asked, 1), "all after");
  place_clear (&place);
}
END_TEST

START_TEST (a_disk_that_refuses_leaves_nothing)
{
  g_autoptr (GError) error = NULL;
  Place place = place_new ();

  refuse = TRUE;
  ck_assert (!write_files (&place, _i == 0 ? 0 : 40, &error));
  ck_assert (g_error_matches (error, GP_ERROR, GP_ERROR_FILE));
  ck_assert (!g_file_test (place.target, G_FILE_TEST_EXISTS));
  place_clear (&place);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("files");
  TCase *tests = tcase_create ("all");

  tcase_add_test (tests, files_come_before_their_names);
  tcase_add_test (tests, many_files_wait_once);
  tcase_add_loop_test (tests, a_disk_that_refuses_leaves_nothing, 0, 2);
  suite_add_tcase (suite, tests);
  return gp_test_run (suite);
}
