/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Register files in: opens a file, tells its kind, and gathers its rows.
 *
 * What rows leave open (a blank, a masked count, board 0) is counted, told once a file, and changes
 * nothing that the project knows.
 */
#include <glib/gi18n-lib.h>

#include "gp-register-read.h"

static void note (const GpRegisterReading *in, const char *format, ...) G_GNUC_PRINTF (2, 3);

static void
note (const GpRegisterReading *in, const char *format, ...)
{
  va_list args;
  va_start (args, format);
  g_autofree char *message = g_strdup_vprintf (format, args);
  va_end (args);
  gp_problems_add_note (in->problems, gp_csv_reader_name (in->reader), 0, NULL, message);
}

/* One sentence for each thing that rows left open. */
static void
note_open (const GpRegisterReading *in)
{
  const guint *n = in->open;
  if (n[GP_OPEN_COUNT] > 0)
    note (in,
          g_dngettext (GETTEXT_PACKAGE,
                       "%u row has no number of pupils, or a masked one (<5): what the project "
                       "knows stays",
                       "%u rows have no number of pupils, or a masked one (<5): what the project "
                       "knows stays",
                       n[GP_OPEN_COUNT]),
          n[GP_OPEN_COUNT]);
  if (n[GP_OPEN_BOARD] > 0)
    note (in,
          g_dngettext (GETTEXT_PACKAGE,
                       "%u row has no board: a school that the project has keeps its board, a new "
                       "one is left out",
                       "%u rows have no board: schools that the project has keep their boards, "
                       "new ones are left out",
                       n[GP_OPEN_BOARD]),
          n[GP_OPEN_BOARD]);
  if (n[GP_OPEN_PROVINCE] > 0)
    note (in,
          g_dngettext (GETTEXT_PACKAGE,
                       "%u row has no province: a school that the project has keeps its region, a "
                       "new one is left out",
                       "%u rows have no province: schools that the project has keep their "
                       "regions, new ones are left out",
                       n[GP_OPEN_PROVINCE]),
          n[GP_OPEN_PROVINCE]);
  if (n[GP_OPEN_NAME] > 0)
    note (in,
          g_dngettext (GETTEXT_PACKAGE, "%u row has no name", "%u rows have no name",
                       n[GP_OPEN_NAME]),
          n[GP_OPEN_NAME]);
  if (n[GP_OPEN_REPEATED] > 0)
    note (in,
          g_dngettext (GETTEXT_PACKAGE, "%u row repeats what was already read and is passed over",
                       "%u rows repeat what was already read and are passed over",
                       n[GP_OPEN_REPEATED]),
          n[GP_OPEN_REPEATED]);
}

/* Province -> region, however the province is spelled. */
static GHashTable *
index_provinces (const GpProject *project)
{
  GHashTable *table = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < project->n_provinces; i++)
    g_hash_table_insert (table, gp_register_plain (project->provinces[i].name),
                         GUINT_TO_POINTER (project->provinces[i].region + 1));
  /* The province decided on its Frisian name in 1997; register and people use both. */
  const char *const both[] = {"FRIESLAND", "FRYSLAN"};
  for (guint i = 0; i < 2; i++) {
    gpointer region = g_hash_table_lookup (table, both[i]);
    if (region != NULL && !g_hash_table_contains (table, both[1 - i]))
      g_hash_table_insert (table, g_strdup (both[1 - i]), region);
  }
  return table;
}

/* Can rows of this kind be taken into this project? */
static gboolean
check_project (const GpRegisterReading *in)
{
  const char *sector = gp_register_kind_sector (in->layout.kind);
  if (sector == NULL)
    return TRUE;
  if (gp_project_find (in->project, GP_TABLE_SECTORS, sector) == GP_NONE) {
    gp_register_complain (
        in, -1,
        _ ("this list has schools of the sector “%s”, which the project does not have; add "
           "it to the project’s sectors (sectors.csv)"),
        sector);
    return FALSE;
  }
  if (in->project->n_provinces == 0) {
    gp_register_complain (
        in, -1,
        _ ("the project has no provinces, which tell the region of a school; add them to "
           "the project (provinces.csv)"));
    return FALSE;
  }
  return TRUE;
}

static void
mark_as_read (const GpRegisterReading *in)
{
  GpRegisterData *data = in->data;
  data->read[in->layout.kind] = TRUE;
  if (in->layout.kind != GP_REGISTER_PRIMARY_LOCATIONS)
    return;
  if (in->layout.special)
    data->read_special = TRUE;
  else
    data->read_regular = TRUE;
}

static gboolean
has_room (const GpRegisterReading *in)
{
  const GpRegisterData *data = in->data;
  if (data->schools->len <= GP_REGISTER_MAX_ROWS && data->pupils->len <= GP_REGISTER_MAX_ROWS &&
      data->boards->len <= GP_MAX_BOARDS)
    return TRUE;
  gp_register_complain (in, -1,
                        _ ("the files have more than %d schools or %d boards; the rest was not "
                           "read"),
                        GP_REGISTER_MAX_ROWS, GP_MAX_BOARDS);
  return FALSE;
}

static gboolean
read_rows (GpRegisterReading *in, GError **error)
{
  g_autoptr (GError) local = NULL;
  while ((in->row = gp_csv_reader_next (in->reader, &local)) != NULL && has_room (in)) {
    gboolean right = in->layout.kind == GP_REGISTER_BOARDS   ? gp_register_read_board_row (in)
                     : in->layout.kind == GP_REGISTER_PUPILS ? gp_register_read_pupils_row (in)
                                                             : gp_register_read_school_row (in);
    if (right)
      g_array_index (in->data->files, GpRegisterFile, in->file).rows++;
  }
  if (local != NULL) {
    g_propagate_error (error, g_steal_pointer (&local));
    return FALSE;
  }
  mark_as_read (in);
  note_open (in);
  return TRUE;
}

static void
add_file (GpRegisterReading *in, const char *path)
{
  GpRegisterFile file = {.path = g_string_chunk_insert (in->data->strings, path),
                         .kind = in->layout.kind,
                         .encoding = g_string_chunk_insert_const (
                             in->data->strings, gp_csv_reader_encoding (in->reader))};
  in->file = in->data->files->len;
  g_array_append_val (in->data->files, file);
}

gboolean
gp_register_read_file (GpRegisterData *data, const GpProject *project, const char *path,
                       GpProblems *problems, GCancellable *cancellable, GError **error)
{
  g_autoptr (GpCsvReader) reader = gp_csv_reader_open (path, NULL, problems, cancellable, error);
  if (reader == NULL)
    return FALSE;
  GpRegisterReading in = {.data = data, .project = project, .problems = problems, .reader = reader};
  guint n_columns;
  g_autofree char *why = NULL;
  in.header = gp_csv_reader_header (reader, &n_columns);
  if (!gp_register_layout_find (in.header, n_columns, &in.layout, &why)) {
    gp_csv_reader_problem (reader, "", why);
    return gp_problems_check (problems, error);
  }
  add_file (&in, path);
  if (!check_project (&in))
    return gp_problems_check (problems, error);
  in.regions = index_provinces (project);
  in.unknown = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gboolean done = read_rows (&in, error);
  g_hash_table_unref (in.unknown);
  g_hash_table_unref (in.regions);
  return done;
}
