/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The rows of a register file: boards, schools, pupils.
 *
 * A school that stands twice in a list is an error when the two rows contradict each other, because
 * nothing tells which one is right; when they say the same, the second is passed over.
 */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "gp-register-read.h"

/* ---- boards -------------------------------------------------------------- */

static guint32
board_index (GpRegisterData *data, const char *key)
{
  guint32 index = gp_register_index (data->board_of, key);
  if (index != GP_NONE)
    return index;
  GpRegisterBoard board = {.key = g_string_chunk_insert (data->strings, key), .name = ""};
  g_array_append_val (data->boards, board);
  g_hash_table_insert (data->board_of, (gpointer)board.key, GUINT_TO_POINTER (data->boards->len));
  return data->boards->len - 1;
}

/* A list of boards goes before a column in a list of schools; else the first name stays. */
static void
name_board (const GpRegisterReading *in, guint32 index, const char *name, gboolean listed)
{
  GpRegisterBoard *board = &g_array_index (in->data->boards, GpRegisterBoard, index);
  if (name[0] == '\0' || (board->name[0] != '\0' && (board->name_listed || !listed)))
    return;
  board->name = name;
  board->name_listed = listed;
  board->place = (GpRegisterPlace){in->file, in->row->line};
}

gboolean
gp_register_read_board_row (GpRegisterReading *in)
{
  char key[GP_REGISTER_BOARD_BYTES];
  gboolean right = gp_register_read_board_key (in, key);
  const char *name = gp_register_read_name (in, in->layout.board_name);
  if (!right || name == NULL)
    return FALSE;
  if (key[0] == '\0' || name[0] == '\0') {
    in->open[key[0] == '\0' ? GP_OPEN_BOARD : GP_OPEN_NAME]++;
    g_array_index (in->data->files, GpRegisterFile, in->file).notes++;
    return TRUE;
  }
  guint32 index = board_index (in->data, key);
  const GpRegisterBoard *board = &g_array_index (in->data->boards, GpRegisterBoard, index);
  if (board->name_listed && board->place.file == in->file) {
    if (g_str_equal (board->name, name)) {
      in->open[GP_OPEN_REPEATED]++;
      return TRUE;
    }
    gp_register_complain (in, in->layout.board_name,
                          _ ("board %s has another name on line %u; remove one of the two rows"),
                          key, board->place.line);
    return FALSE;
  }
  name_board (in, index, name, TRUE);
  return TRUE;
}

/* ---- schools ------------------------------------------------------------- */

static char *
file_name (const GpRegisterReading *in, guint file)
{
  return g_path_get_basename (g_array_index (in->data->files, GpRegisterFile, file).path);
}

/* The column in which two rows about one school contradict each other, or -1. */
static int
contradiction (const GpRegisterReading *in, const GpRegisterSchool *a, const GpRegisterSchool *b)
{
  if (a->board != b->board)
    return in->layout.board;
  if (a->region != b->region)
    return in->layout.province;
  return g_str_equal (a->name, b->name) ? -1 : in->layout.name;
}

/* Two rows of one list must agree. */
static gboolean
check_agreement (const GpRegisterReading *in, const GpRegisterSchool *before,
                 const GpRegisterSchool *now)
{
  int column = contradiction (in, before, now);
  if (column < 0)
    return TRUE;
  if (before->place.file == in->file) {
    gp_register_complain (in, column,
                          _ ("school %s stands on line %u with something else here; keep one row"),
                          now->key, before->place.line);
    return FALSE;
  }
  g_autofree char *name = file_name (in, before->place.file);
  gp_register_complain (in, column,
                        _ ("school %s stands in %s, line %u, with something else here; import "
                           "only one of the two files"),
                        now->key, name, before->place.line);
  return FALSE;
}

/* Primary, secondary, vocational; the list of special education after the regular one. */
static guint
rank_of (const GpRegisterSchool *school)
{
  return (guint)school->kind * 2 + (school->special ? 1 : 0);
}

/* A school that was read before. Lists of two kinds may both have it, and differ; then the kind
 * that comes first counts, in whatever order the files were given. */
static gboolean
take_repeated (GpRegisterReading *in, GpRegisterSchool *before, const GpRegisterSchool *now)
{
  if (rank_of (now) == rank_of (before) && !check_agreement (in, before, now))
    return FALSE;
  in->open[GP_OPEN_REPEATED]++;
  if (rank_of (now) < rank_of (before))
    *before = *now;
  return TRUE;
}

static void
add_school (GpRegisterReading *in, const GpRegisterSchool *school)
{
  GpRegisterData *data = in->data;
  g_array_append_val (data->schools, *school);
  g_hash_table_insert (data->school_of, (gpointer)school->key,
                       GUINT_TO_POINTER (data->schools->len));
  if (school->special) {
    g_autofree char *institution = g_strndup (school->key, 4);
    g_hash_table_add (data->special_institutions,
                      g_string_chunk_insert_const (data->strings, institution));
  }
}

/* Counts what the row leaves open; TRUE when it does. */
static gboolean
count_open (GpRegisterReading *in, const GpRegisterSchool *school)
{
  in->open[GP_OPEN_BOARD] += school->board == GP_NONE;
  in->open[GP_OPEN_PROVINCE] += school->region == GP_NONE;
  in->open[GP_OPEN_NAME] += school->name[0] == '\0';
  return school->board == GP_NONE || school->region == GP_NONE || school->name[0] == '\0';
}

gboolean
gp_register_read_school_row (GpRegisterReading *in)
{
  char board[GP_REGISTER_BOARD_BYTES];
  GpRegisterSchool school = {.kind = in->layout.kind,
                             .special = in->layout.special,
                             .board = GP_NONE,
                             .place = {in->file, in->row->line}};
  school.key = gp_register_read_school_key (in);
  school.name = gp_register_read_name (in, in->layout.name);
  const char *board_name = gp_register_read_name (in, in->layout.board_name);
  gboolean right = gp_register_read_board_key (in, board);
  right = gp_register_read_region (in, &school.region) && right;
  if (!right || school.key == NULL || school.name == NULL || board_name == NULL)
    return FALSE;
  if (board[0] != '\0') {
    school.board = board_index (in->data, board);
    name_board (in, school.board, board_name, FALSE);
  }
  guint32 before = gp_register_index (in->data->school_of, school.key);
  if (before != GP_NONE)
    return take_repeated (in, &g_array_index (in->data->schools, GpRegisterSchool, before),
                          &school);
  if (count_open (in, &school))
    g_array_index (in->data->files, GpRegisterFile, in->file).notes++;
  add_school (in, &school);
  return TRUE;
}

/* ---- pupils -------------------------------------------------------------- */

static gboolean
check_pupils_repeated (GpRegisterReading *in, const GpRegisterPupils *before,
                       const GpRegisterPupils *now)
{
  if (before->pupils == now->pupils) {
    in->open[GP_OPEN_REPEATED]++;
    return TRUE;
  }
  g_autofree char *name = file_name (in, before->place.file);
  gp_register_complain (
      in, in->layout.pupils,
      _ ("school %s stands in %s, line %u, with another number; one row a school is "
         "expected"),
      now->key, name, before->place.line);
  return FALSE;
}

/* The historic file tells regular and special education apart. */
static void
note_type (const GpRegisterReading *in, const char *key)
{
  g_autofree char *type = gp_register_plain (gp_register_cell (in, in->layout.type));
  if (type[0] != '\0')
    g_hash_table_insert (in->data->is_special, (gpointer)key,
                         GINT_TO_POINTER (g_str_equal (type, "BO") ? 1 : 2));
}

gboolean
gp_register_read_pupils_row (GpRegisterReading *in)
{
  GpRegisterPupils row = {.historic = in->layout.historic, .place = {in->file, in->row->line}};
  gboolean right = gp_register_read_count (in, &row.pupils);
  row.key = gp_register_read_school_key (in);
  if (!right || row.key == NULL)
    return FALSE;
  GHashTable *table = in->data->pupils_of[row.historic ? 1 : 0];
  guint32 before = gp_register_index (table, row.key);
  if (before != GP_NONE)
    return check_pupils_repeated (in, &g_array_index (in->data->pupils, GpRegisterPupils, before),
                                  &row);
  g_array_append_val (in->data->pupils, row);
  g_hash_table_insert (table, (gpointer)row.key, GUINT_TO_POINTER (in->data->pupils->len));
  note_type (in, row.key);
  if (row.pupils < 0) {
    in->open[GP_OPEN_COUNT]++;
    g_array_index (in->data->files, GpRegisterFile, in->file).notes++;
  }
  return TRUE;
}
