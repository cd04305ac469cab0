/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The exchange folder out.
 *
 * 1. Every file is first written, complete and on disk, into a hidden folder beside its place. A
 *    full disk, a cancel or any other failure up to there leaves what was in the folder as it was.
 * 2. Then the files are renamed into place. project.csv, without which nobody reads the folder,
 * goes first and comes last: whoever looks in between, or after a power cut, finds a folder that is
 *    not readable rather than one that mixes two exports.
 *
 * Rejected: replacing the folder as a whole (a folder cannot be renamed over another, and other
 * files in it are to be left alone); writing each file at its place (a full disk half-way leaves a
 * mix that reads well).
 */
#include "gp-exchange-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <groeiplan/gp-leftovers.h>
#include <sys/stat.h>
#include <unistd.h>

#include "gp-csv-writer.h"

#define ROWS_BETWEEN_CHECKS 512

typedef struct {
  const GpProject *project;
  const char *folder;
  char *staging; /* the hidden folder */
  gboolean made_folder;
  GCancellable *cancellable;
} Writing;

static gboolean
fail_if_cancelled (const Writing *writing, GError **error)
{
  if (!g_cancellable_is_cancelled (writing->cancellable))
    return FALSE;
  g_set_error (error, GP_ERROR, GP_ERROR_CANCELLED, _ ("The export was cancelled."));
  return TRUE;
}

static gboolean
fail_with_reason (const Writing *writing, const char *reason, GError **error)
{
  g_autofree char *shown = g_filename_display_name (writing->folder);
  g_set_error (
      error, GP_ERROR, GP_ERROR_FILE,
      _ ("The export to the folder “%s” failed: %s. Choose another folder or make room, and "
         "export again."),
      shown, reason);
  return FALSE;
}

/* GLib's own messages name temporary files, which say nothing to a person. */
static const char *
plain_reason (const GError *cause)
{
  if (cause->domain != G_FILE_ERROR)
    return cause->message;
  switch ((GFileError)cause->code) {
  case G_FILE_ERROR_NOSPC:
    return g_strerror (ENOSPC);
  case G_FILE_ERROR_ACCES:
  case G_FILE_ERROR_PERM:
    return g_strerror (EACCES);
  case G_FILE_ERROR_ROFS:
    return g_strerror (EROFS);
  case G_FILE_ERROR_IO:
    return g_strerror (EIO);
  default:
    return cause->message;
  }
}

/* ---- what is written --------------------------------------------------------- */

static void
write_row (GpCsvWriter *writer, const GpProject *project, GpTableId id, guint32 row)
{
  const GpTable *table = gp_table (id);
  for (guint i = 0; i < table->n_columns; i++) {
    g_autofree char *cell = gp_project_cell (project, id, row, i);
    if (gp_exchange_is_text (&table->columns[i]))
      gp_csv_writer_text (writer, cell);
    else
      gp_csv_writer_cell (writer, cell);
  }
  gp_csv_writer_end_row (writer);
}

/* The bytes of a table's file; NULL when cancelled. */
static GString *
write_table (const Writing *writing, GpTableId id, GError **error)
{
  const GpTable *table = gp_table (id);
  guint n_rows = gp_project_n_rows (writing->project, id);
  GpCsvWriter writer = {g_string_new (NULL), FALSE};
  for (guint i = 0; i < table->n_columns; i++)
    gp_csv_writer_cell (&writer, table->columns[i].name);
  gp_csv_writer_end_row (&writer);
  for (guint32 row = 0; row < n_rows; row++) {
    if (row % ROWS_BETWEEN_CHECKS == 0 && fail_if_cancelled (writing, error)) {
      g_string_free (writer.text, TRUE);
      return NULL;
    }
    write_row (&writer, writing->project, id, row);
  }
  return writer.text;
}

static gboolean
stage_file (const Writing *writing, const char *file, GString *text, GError **error)
{
  g_autofree char *path = g_build_filename (writing->staging, file, NULL);
  g_autoptr (GError) cause = NULL;
  if (g_file_set_contents_full (path, text->str, (gssize)text->len,
                                G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0666,
                                &cause))
    return TRUE;
  return fail_with_reason (writing, plain_reason (cause), error);
}

static gboolean
stage_files (const Writing *writing, GError **error)
{
  for (guint i = 0; i < GP_N_TABLES; i++) {
    g_autoptr (GString) text = write_table (writing, (GpTableId)i, error);
    if (text == NULL || !stage_file (writing, gp_table ((GpTableId)i)->file, text, error))
      return FALSE;
  }
  g_autoptr (GString) frame = gp_frame_write (writing->project);
  return stage_file (writing, GP_EXCHANGE_FRAME_FILE, frame, error) &&
         !fail_if_cancelled (writing, error);
}

/* ---- where it goes ----------------------------------------------------------- */

static gboolean
make_folder (Writing *writing, GError **error)
{
  g_autofree char *shown = g_filename_display_name (writing->folder);
  struct stat status;
  gboolean exists = stat (writing->folder, &status) == 0;
  if (exists && !S_ISDIR (status.st_mode)) {
    g_set_error (error, GP_ERROR, GP_ERROR_FILE, _ ("“%s” is a file; give a folder to export to."),
                 shown);
    return FALSE;
  }
  writing->made_folder = !exists;
  if (g_mkdir_with_parents (writing->folder, 0777) != 0) {
    writing->made_folder = FALSE;
    return fail_with_reason (writing, g_strerror (errno), error);
  }
  writing->staging = g_build_filename (writing->folder, ".groeiplan-export-XXXXXX", NULL);
  gp_leftovers_remove (writing->folder);
  if (g_mkdtemp (writing->staging) != NULL)
    return TRUE;
  int code = errno;
  g_clear_pointer (&writing->staging, g_free);
  return fail_with_reason (writing, g_strerror (code), error);
}

/* A folder of that name cannot be replaced by a file: found out before anything is. */
static gboolean
check_place (const Writing *writing, const char *file, GError **error)
{
  g_autofree char *path = g_build_filename (writing->folder, file, NULL);
  if (!g_file_test (path, G_FILE_TEST_IS_DIR) || g_file_test (path, G_FILE_TEST_IS_SYMLINK))
    return TRUE;
  g_autofree char *shown = g_filename_display_name (path);
  g_set_error (error, GP_ERROR, GP_ERROR_FILE,
               _ ("“%s” is a folder, where the export has a file; move it away."), shown);
  return FALSE;
}

static gboolean
move_into_place (const Writing *writing, const char *file, GError **error)
{
  g_autofree char *from = g_build_filename (writing->staging, file, NULL);
  g_autofree char *to = g_build_filename (writing->folder, file, NULL);
  if (g_rename (from, to) == 0)
    return TRUE;
  return fail_with_reason (writing, g_strerror (errno), error);
}

static void
sync_folder (const char *folder)
{
  int fd = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (fd < 0)
    return;
  /* Some file systems cannot sync a folder; the files themselves are on disk. */
  (void)fsync (fd);
  close (fd);
}

static gboolean
move_all (const Writing *writing, GError **error)
{
  g_autofree char *frame = g_build_filename (writing->folder, GP_EXCHANGE_FRAME_FILE, NULL);
  if (!check_place (writing, GP_EXCHANGE_FRAME_FILE, error))
    return FALSE;
  for (guint i = 0; i < GP_N_TABLES; i++)
    if (!check_place (writing, gp_table ((GpTableId)i)->file, error))
      return FALSE;
  if (g_unlink (frame) != 0 && errno != ENOENT)
    return fail_with_reason (writing, g_strerror (errno), error);
  sync_folder (writing->folder);
  for (guint i = 0; i < GP_N_TABLES; i++)
    if (!move_into_place (writing, gp_table ((GpTableId)i)->file, error))
      return FALSE;
  sync_folder (writing->folder);
  if (!move_into_place (writing, GP_EXCHANGE_FRAME_FILE, error))
    return FALSE;
  sync_folder (writing->folder);
  return TRUE;
}

/* Takes away what was staged, and the folder when it was ours and stays empty. */
static void
clean_up (Writing *writing, gboolean ok)
{
  if (writing->staging != NULL) {
    for (guint i = 0; i <= GP_N_TABLES; i++) {
      const char *file = i < GP_N_TABLES ? gp_table ((GpTableId)i)->file : GP_EXCHANGE_FRAME_FILE;
      g_autofree char *path = g_build_filename (writing->staging, file, NULL);
      (void)g_unlink (path);
    }
    (void)g_rmdir (writing->staging);
  }
  if (!ok && writing->made_folder)
    (void)g_rmdir (writing->folder);
  g_free (writing->staging);
}

gboolean
gp_exchange_write (const GpProject *project, const char *folder, GCancellable *cancellable,
                   GError **error)
{
  g_return_val_if_fail (project != NULL && folder != NULL, FALSE);
  Writing writing = {.project = project, .folder = folder, .cancellable = cancellable};
  gboolean ok =
      make_folder (&writing, error) && stage_files (&writing, error) && move_all (&writing, error);
  clean_up (&writing, ok);
  return ok;
}
