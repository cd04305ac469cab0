/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See fuzz.h. */
#include "fuzz.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define MOST_FILES 40
#define LONGEST_NAME 60
#define MARK "=== "

static char *folder;

void
fuzz_fail (const char *file, int line, const char *condition, const char *format, ...)
{
  va_list arguments;

  fprintf (stderr, "%s:%d: not so: %s: ", file, line, condition);
  va_start (arguments, format);
  vfprintf (stderr, format, arguments);
  va_end (arguments);
  fputc ('\n', stderr);
  abort ();
}

/* ---- the folder ---- */

void
fuzz_empty (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *child = g_build_filename (path, name, NULL);

    if (g_file_test (child, G_FILE_TEST_IS_DIR)) {
      fuzz_empty (child);
      g_rmdir (child);
    } else
      g_unlink (child);
  }
}

static void
remove_folder (void)
{
  fuzz_empty (folder);
  g_rmdir (folder);
  g_clear_pointer (&folder, g_free);
}

/* Fatal messages of GLib end in SIGTRAP, which libFuzzer does not take for a fault. */
static GLogWriterOutput
on_message (GLogLevelFlags level, const GLogField *fields, gsize n_fields, gpointer data)
{
  g_log_writer_standard_streams (level, fields, n_fields, data);
  if (level & (G_LOG_LEVEL_ERROR | G_LOG_LEVEL_CRITICAL | G_LOG_LEVEL_WARNING))
    abort ();
  return G_LOG_WRITER_HANDLED;
}

void
fuzz_start (void)
{
  const char *place = g_getenv ("GP_FUZZ_FOLDER");

  g_log_set_writer_func (on_message, NULL, NULL);
  if (place == NULL)
    place = g_access ("/dev/shm", W_OK) == 0 ? "/dev/shm" : g_get_tmp_dir ();
  folder = g_build_filename (place, "groeiplan-fuzz-XXXXXX", NULL);
  FUZZ_CHECK (g_mkdtemp (folder) != NULL, "%s", place);
  atexit (remove_folder);
}

const char *
fuzz_folder (void)
{
  return folder;
}

char *
fuzz_path (const char *name)
{
  return g_build_filename (folder, name, NULL);
}

void
fuzz_put (const char *path, const void *bytes, gsize size)
{
  int file = open (path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);

  FUZZ_CHECK (file >= 0, "%s", path);
  FUZZ_CHECK (write (file, bytes, size) == (gssize)size, "%s", path);
  close (file);
}

static gboolean
is_plain_name (const char *name, gsize length)
{
  if (length == 0 || length > LONGEST_NAME || name[0] == '.')
    return FALSE;
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isalnum (name[i]) && name[i] != '.' && name[i] != '_' && name[i] != '-')
      return FALSE;
  return TRUE;
}

/* Where the next line that begins with the mark begins, or the end. */
static const char *
find_mark (const char *at, const char *end)
{
  while (at < end) {
    const char *line = at;

    if ((gsize)(end - at) >= strlen (MARK) && memcmp (at, MARK, strlen (MARK)) == 0)
      return line;
    at = memchr (at, '\n', (gsize)(end - at));
    at = at != NULL ? at + 1 : end;
  }
  return end;
}

GStrv
fuzz_unpack (const uint8_t *data, gsize size, const char *into)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  const char *end = (const char *)data + size;
  const char *at = find_mark ((const char *)data, end);

  while (at < end && paths->len < MOST_FILES) {
    const char *name = at + strlen (MARK);
    const char *line_end = memchr (name, '\n', (gsize)(end - name));
    const char *from = line_end != NULL ? line_end + 1 : end;
    gsize length = (gsize)((line_end != NULL ? line_end : end) - name);

    at = find_mark (from, end);
    if (is_plain_name (name, length)) {
      g_autofree char *plain = g_strndup (name, length);

      g_ptr_array_add (paths, g_build_filename (into, plain, NULL));
      fuzz_put (paths->pdata[paths->len - 1], from, (gsize)(at - from));
    }
  }
  g_ptr_array_add (paths, NULL);
  return (GStrv)g_ptr_array_steal (paths, NULL);
}

char *
fuzz_unescape (const char *text)
{
  g_autofree char *whole = g_strdup (text);
  char *end = strchr (whole, '\0');

  /* g_strcompress () warns of a backslash without a letter */
  while (end > whole && end[-1] == '\\')
    *--end = '\0';
  return g_strcompress (whole);
}

/* ---- what a person gets to read ---- */

void
fuzz_check_line (const char *text)
{
  FUZZ_CHECK (g_utf8_validate (text, -1, NULL), "no UTF-8");
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    FUZZ_CHECK (!g_unichar_iscntrl (g_utf8_get_char (at)), "control character %x in: %s",
                g_utf8_get_char (at), text);
}

void
fuzz_check_error (const GError *error)
{
  FUZZ_CHECK (error != NULL, "failed without an error");
  FUZZ_CHECK (error->domain == GP_ERROR, "%s: %s", g_quark_to_string (error->domain),
              error->message);
  FUZZ_CHECK (strlen (error->message) >= 10, "no sentence: %s", error->message);
  FUZZ_CHECK (strlen (error->message) <= 20000, "%zu bytes", strlen (error->message));
  fuzz_check_line (error->message);
}

/* ---- a project ---- */

void
fuzz_add (GpProject *project, GpTableId table, const char *line)
{
  g_auto (GStrv) cells = g_strsplit (line, ";", -1);

  FUZZ_CHECK (g_strv_length (cells) == gp_table (table)->n_columns, "%s", line);
  FUZZ_CHECK (gp_project_add_text (project, table, (const char *const *)cells), "%s", line);
}

static const struct {
  GpTableId table;
  const char *line;
} rows[] = {
    {GP_TABLE_REGIONS, "noord;Regio Noord"},
    {GP_TABLE_REGIONS, "zuid;Regio Zuid"},
    {GP_TABLE_PROVINCES, "Groningen;noord"},
    {GP_TABLE_PROVINCES, "Friesland;noord"},
    {GP_TABLE_PROVINCES, "Noord-Brabant;zuid"},
    {GP_TABLE_PROVINCES, "Limburg;zuid"},
    {GP_TABLE_SECTORS, "po;Primair;1;1"},
    {GP_TABLE_SECTORS, "vo;Voortgezet;2;1"},
    {GP_TABLE_SECTORS, "mbo;Middelbaar;2;0"},
    {GP_TABLE_BOARDS, "90001;Verzonnen bestuur een;noord;2024-2025;3;;;"},
    {GP_TABLE_BOARDS, "90002;Verzonnen bestuur twee;zuid;;;belt terug;;"},
    {GP_TABLE_BOARDS, "90003;Verzonnen bestuur drie;noord;;;;;"},
    {GP_TABLE_BOARDS, "00008;Verzonnen bestuur drie;zuid;;;;;"},
    {GP_TABLE_SCHOOLS, "99AA00;90001;School A;po;noord;100;1;2024-2025;regular;0;none;;;;"},
    {GP_TABLE_SCHOOLS, "99AA01;90001;School B;po;noord;;0;;;0;talks;1;;0;"},
    {GP_TABLE_SCHOOLS, "99AB00;90002;School C;po;zuid;50;0;;;1;none;;;;"},
    {GP_TABLE_SCHOOLS, "99VA00;90003;College A;vo;noord;900;0;;;0;ready;1;1;1;1"},
    {GP_TABLE_SCHOOLS, "99MA;90003;Roc A;mbo;zuid;4000;0;;;0;none;;;;"},
    {GP_TABLE_SCHOOLS, "VERZONNEN1;00008;School D;po;zuid;10;0;;;0;none;;;;"},
    {GP_TABLE_EXPERT_COACHES, "E1;Expert Verzonnen;noord;110.5;;2029-2030;po+vo"},
    {GP_TABLE_VERANDERCOACHES, "V1;90001;Coach Verzonnen;2024-2025;;"},
    {GP_TABLE_SCENARIOS, "base;;Basis;"},
    {GP_TABLE_SCENARIOS, "child;base;Kind;"},
};

GpProject *
fuzz_project (void)
{
  GpProject *project = gp_project_new (NULL, NULL);
  GError *error = NULL;

  gp_project_set_frame (project, "Verzonnen", 2026, 2030, 2029);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    fuzz_add (project, rows[i].table, rows[i].line);
  FUZZ_CHECK (gp_project_finish (project, &error), "%s", error->message);
  return project;
}
