/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The backups beside a project file: their names, which there are, and how many are kept. */
#include "gp-store-private.h"

#include <glib/gstdio.h>
#include <string.h>

#define TIME_LENGTH 20 /* "2026-11-22 07.15.30Z" */

static const char *const words[GP_N_BACKUP_REASONS] = {"format ", "import", "restore", "asked"};

static int kept = GP_BACKUPS_KEPT;

void
gp_backups_set_kept (guint n)
{
  g_atomic_int_set (&kept, (int)CLAMP (n, 1, 1000));
}

guint
gp_backups_get_kept (void)
{
  return (guint)g_atomic_int_get (&kept);
}

/* Where the ending begins: ".groeiplan", or the end of the name. */
static gsize
stem_length (const char *name)
{
  const char *dot = strrchr (name, '.');

  return dot != NULL && dot != name && strchr (dot, '/') == NULL ? (gsize)(dot - name)
                                                                 : strlen (name);
}

/* ---- reading the names ---- */

static gboolean
read_time (const char *text, gint64 *when)
{
  int part[6], read = 0;
  g_autoptr (GDateTime) time = NULL;

  if (strnlen (text, TIME_LENGTH) < TIME_LENGTH ||
      /* NOLINTNEXTLINE(cert-err34-c): four digits overflow nothing */
      sscanf (text, "%4d-%2d-%2d %2d.%2d.%2dZ%n", &part[0], &part[1], &part[2], &part[3], &part[4],
              &part[5], &read) != 6 ||
      read != TIME_LENGTH)
    return FALSE;
  time = g_date_time_new_utc (part[0], part[1], part[2], part[3], part[4], part[5]);
  if (time == NULL)
    return FALSE;
  *when = g_date_time_to_unix (time);
  return TRUE;
}

/* ", 2)" or ")", and nothing else before the ending. */
static gboolean
read_rest (const char *text, const char *ending, GpBackup *out)
{
  out->number = 1;
  if (g_str_has_prefix (text, ", ") && g_ascii_isdigit (text[2])) {
    out->number = (int)MIN (g_ascii_strtoull (text + 2, NULL, 10), G_MAXINT / 2);
    text += 2 + strspn (text + 2, "0123456789");
  }
  return *text == ')' && g_str_equal (text + 1, ending);
}

static gboolean
read_reason (const char *text, const char *ending, GpBackup *out)
{
  for (int i = 0; i < GP_N_BACKUP_REASONS; i++) {
    const char *rest = text + strlen (words[i]);

    if (!g_str_has_prefix (text, words[i]))
      continue;
    out->reason = (GpBackupReason)i;
    if (i == GP_BACKUP_FORMAT) {
      gsize digits = strspn (rest, "0123456789");

      if (digits < 1 || digits > 6)
        return FALSE;
      out->format = (int)g_ascii_strtoll (rest, NULL, 10);
      rest += digits;
    }
    return read_rest (rest, ending, out);
  }
  return FALSE;
}

/* "plan (format 3).groeiplan", "plan (format 3) 2.groeiplan": as earlier builds called the copy
 * from before an update. The name tells no time. */
static gboolean
read_earlier_name (const char *rest, const char *ending, GpBackup *out)
{
  gsize digits = strspn (rest, "0123456789");

  if (digits < 1 || digits > 6 || rest[digits] != ')')
    return FALSE;
  out->reason = GP_BACKUP_FORMAT;
  out->format = (int)g_ascii_strtoll (rest, NULL, 10);
  rest += digits + 1;
  if (rest[0] == ' ' && g_ascii_isdigit (rest[1]))
    rest += 1 + strspn (rest + 1, "0123456789");
  return g_str_equal (rest, ending);
}

static gboolean
read_name (const char *project, const char *name, GpBackup *out)
{
  gsize stem = stem_length (project);
  const char *rest = name + stem;

  if (strncmp (name, project, stem) != 0)
    return FALSE;
  if (g_str_has_prefix (rest, " (format "))
    return read_earlier_name (rest + strlen (" (format "), project + stem, out);
  if (!g_str_has_prefix (rest, " (backup "))
    return FALSE;
  rest += strlen (" (backup ");
  return read_time (rest, &out->when) && g_str_has_prefix (rest + TIME_LENGTH, ", ") &&
         read_reason (rest + TIME_LENGTH + 2, project + stem, out);
}

/* ---- which there are ---- */

static void
free_backup (gpointer data)
{
  GpBackup *backup = data;

  g_free (backup->path);
  g_free (backup);
}

static int
newest_first (gconstpointer a, gconstpointer b)
{
  const GpBackup *left = *(GpBackup *const *)a, *right = *(GpBackup *const *)b;

  if (left->when != right->when)
    return left->when > right->when ? -1 : 1;
  if (left->number != right->number)
    return left->number > right->number ? -1 : 1;
  return strcmp (left->path, right->path);
}

GPtrArray *
gp_backups_list (const char *path, GError **error)
{
  g_autoptr (GPtrArray) backups = g_ptr_array_new_with_free_func (free_backup);
  g_autofree char *whole = g_canonicalize_filename (path, NULL);
  g_autofree char *folder = g_path_get_dirname (whole);
  g_autofree char *project = g_path_get_basename (whole);
  g_autoptr (GError) problem = NULL;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, &problem);
  const char *name;

  if (dir == NULL) {
    g_set_error (error, GP_ERROR, GP_ERROR_FILE,
                 _ ("The folder of “%s” could not be read (%s): check it."), project,
                 problem->message);
    return NULL;
  }
  while ((name = g_dir_read_name (dir)) != NULL) {
    GpBackup found = {0};
    GStatBuf state;

    if (!read_name (project, name, &found))
      continue;
    found.path = g_build_filename (folder, name, NULL);
    if (g_lstat (found.path, &state) == 0 && S_ISREG (state.st_mode)) {
      found.size = state.st_size;
      if (found.number == 0)
        found.when = state.st_mtime;
      g_ptr_array_add (backups, g_memdup2 (&found, sizeof found));
    } else
      g_free (found.path);
  }
  g_ptr_array_sort (backups, newest_first);
  return g_steal_pointer (&backups);
}

/* The newest of that second comes first in the list. */
static int
next_number (const char *path, gint64 when)
{
  g_autoptr (GPtrArray) backups = gp_backups_list (path, NULL);

  for (guint i = 0; backups != NULL && i < backups->len; i++) {
    const GpBackup *backup = g_ptr_array_index (backups, i);

    if (backup->when == when)
      return backup->number + 1;
  }
  return 1;
}

char *
gp_backup_name (const char *path, GpBackupReason reason, int format)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *stamp = g_date_time_format (now, "%Y-%m-%d %H.%M.%SZ");
  int stem = (int)stem_length (path), number = next_number (path, g_date_time_to_unix (now));
  g_autofree char *which =
      reason == GP_BACKUP_FORMAT ? g_strdup_printf ("%d", format) : g_strdup ("");
  g_autofree char *more = number > 1 ? g_strdup_printf (", %d", number) : g_strdup ("");

  return g_strdup_printf ("%.*s (backup %s, %s%s%s)%s", stem, path, stamp, words[reason], which,
                          more, path + stem);
}

char *
gp_backup_reason_text (const GpBackup *backup)
{
  switch (backup->reason) {
  case GP_BACKUP_FORMAT:
    return g_strdup_printf (_ ("before an update from format %d"), backup->format);
  case GP_BACKUP_IMPORT:
    return g_strdup (_ ("before an import"));
  case GP_BACKUP_RESTORE:
    return g_strdup (_ ("before another backup was restored"));
  case GP_BACKUP_ASKED:
  case GP_N_BACKUP_REASONS:
  default:
    return g_strdup (_ ("made by hand"));
  }
}

/* A backup that cannot be removed is one too many, and no reason to stop. One with an earlier
 * build's name may be a person's own copy: it stays. */
void
gp_backups_prune (const char *path, const char *spare)
{
  g_autoptr (GPtrArray) backups = gp_backups_list (path, NULL);

  for (guint i = gp_backups_get_kept (); backups != NULL && i < backups->len; i++) {
    const GpBackup *backup = g_ptr_array_index (backups, i);

    if (backup->number > 0 && (spare == NULL || !g_str_equal (backup->path, spare)))
      g_unlink (backup->path);
  }
}
