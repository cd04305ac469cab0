/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Changes as a person reads them and edits as the store takes them.
 */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "gp-register-compare.h"

/* ---- writing down -------------------------------------------------------- */

void
gp_register_add_change (GpRegisterComparison *c, GpChangeKind kind, GpTableId table,
                        const char *code, const char *name, const char *before, const char *after)
{
  GStringChunk *strings = c->data->strings;
  GpRegisterChange change = {.kind = kind,
                             .table = table,
                             .code = g_string_chunk_insert_const (strings, code),
                             .name = g_string_chunk_insert_const (strings, name),
                             .before = g_string_chunk_insert_const (strings, before),
                             .after = g_string_chunk_insert_const (strings, after)};
  g_array_append_val (c->preview->changes, change);
  c->preview->counts[table == GP_TABLE_SCHOOLS ? 1 : 0][kind]++;
}

static char **
row_cells (const GpRegisterComparison *c, GpTableId table, guint32 row)
{
  guint n = gp_table (table)->n_columns;
  char **cells = g_new0 (char *, n + 1);
  for (guint i = 0; i < n; i++)
    cells[i] = row == GP_NONE ? g_strdup ("") : gp_project_cell (c->project, table, row, i);
  return cells;
}

static void
set_cell (char **cells, GpTableId table, const char *column, const char *value)
{
  int at = gp_table_column (table, column);
  g_return_if_fail (at >= 0);
  g_free (cells[at]);
  cells[at] = g_strdup (value);
}

static void
add_edit (GpRegisterComparison *c, GpTableId table, const char *code, char **cells)
{
  GpRegisterEdit *edit = g_new (GpRegisterEdit, 1);
  *edit = (GpRegisterEdit){
      .table = table,
      .code = g_string_chunk_insert_const (c->data->strings, code),
      .cells = cells,
  };
  g_ptr_array_add (c->preview->edits, edit);
}

void
gp_register_add_put (GpRegisterComparison *c, GpTableId table, guint32 row, const char *code, ...)
{
  char **cells = row_cells (c, table, row);
  va_list args;
  const char *column;
  g_free (cells[0]);
  cells[0] = g_strdup (code); /* the first column of both tables is the code */
  va_start (args, code);
  while ((column = va_arg (args, const char *)) != NULL)
    set_cell (cells, table, column, va_arg (args, const char *));
  va_end (args);
  add_edit (c, table, code, cells);
}

void
gp_register_add_delete (GpRegisterComparison *c, GpTableId table, const char *code)
{
  add_edit (c, table, code, NULL);
}

/* ---- schools ------------------------------------------------------------- */

static void
append_part (GString *text, const char *part)
{
  g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", part);
}

static void
append_board (GString *text, const char *name, const char *code)
{
  g_autofree char *part =
      name[0] != '\0' ? g_strdup_printf ("%s (%s)", name, code) : g_strdup (code);
  append_part (text, part);
}

static void
append_region (const GpRegisterComparison *c, GString *text, guint32 region)
{
  const GpRegion *row = &c->project->regions[region];
  append_part (text, row->name[0] != '\0' ? row->name : row->code);
}

static void
append_sector (const GpRegisterComparison *c, GString *text, guint32 sector)
{
  const GpSector *row = &c->project->sectors[sector];
  append_part (text, row->name[0] != '\0' ? row->name : row->code);
}

static void
pupils_text (gint32 pupils, char buffer[static 12])
{
  buffer[0] = '\0';
  if (pupils >= 0)
    g_snprintf (buffer, 12, "%d", pupils);
}

/* Where a school goes, as far as it is told to. */
static void
tell_new (GpRegisterComparison *c, const GpRegisterOutcome *out)
{
  g_autoptr (GString) after = g_string_new (NULL);
  append_board (after, gp_register_target_name (c, out->board),
                gp_register_target_code (c, out->board));
  append_sector (c, after, out->sector);
  append_region (c, after, out->region);
  gp_register_add_change (c, GP_CHANGE_NEW, GP_TABLE_SCHOOLS, out->code, out->name, "", after->str);
}

static void
tell_moved (GpRegisterComparison *c, const GpRegisterOutcome *out, const GpSchool *school)
{
  g_autoptr (GString) before = g_string_new (NULL);
  g_autoptr (GString) after = g_string_new (NULL);
  if (out->board != school->board) {
    const GpBoard *board = &c->project->boards[school->board];
    append_board (before, board->name, board->code);
    append_board (after, gp_register_target_name (c, out->board),
                  gp_register_target_code (c, out->board));
  }
  if (out->sector != school->sector) {
    append_sector (c, before, school->sector);
    append_sector (c, after, out->sector);
  }
  if (out->region != school->region) {
    append_region (c, before, school->region);
    append_region (c, after, out->region);
  }
  gp_register_add_change (c, GP_CHANGE_MOVED, GP_TABLE_SCHOOLS, out->code, out->name, before->str,
                          after->str);
}

/* TRUE when there is anything to tell. */
static gboolean
tell_differences (GpRegisterComparison *c, const GpRegisterOutcome *out, const GpSchool *school)
{
  gboolean moved =
      out->board != school->board || out->sector != school->sector || out->region != school->region;
  gboolean renamed = !g_str_equal (out->name, school->name);
  gboolean counted = out->pupils != school->pupils;
  if (moved)
    tell_moved (c, out, school);
  if (renamed)
    gp_register_add_change (c, GP_CHANGE_RENAMED, GP_TABLE_SCHOOLS, out->code, out->name,
                            school->name, out->name);
  if (counted) {
    char before[12], after[12];
    pupils_text (school->pupils, before);
    pupils_text (out->pupils, after);
    gp_register_add_change (c, GP_CHANGE_PUPILS, GP_TABLE_SCHOOLS, out->code, out->name, before,
                            after);
  }
  return moved || renamed || counted;
}

static void
put_school (GpRegisterComparison *c, const GpRegisterOutcome *out)
{
  char pupils[12];
  pupils_text (out->pupils, pupils);
  gp_register_add_put (c, GP_TABLE_SCHOOLS, out->known, out->code, "board",
                       gp_register_target_code (c, out->board), "name", out->name, "sector",
                       c->project->sectors[out->sector].code, "region",
                       c->project->regions[out->region].code, "pupils", pupils, NULL);
}

/* A school that took part and closed: kept, but planned no more. */
static void
exclude (GpRegisterComparison *c, const GpRegisterOutcome *out, const GpSchool *school)
{
  if (school->excluded)
    return; /* it closed in an earlier import */
  char year[GP_YEAR_BYTES];
  g_autofree char *after = g_strdup_printf (_ ("kept as taking part since %s, excluded from plans"),
                                            gp_year_format (school->started, year));
  gp_register_add_change (c, GP_CHANGE_CLOSED, GP_TABLE_SCHOOLS, out->code, out->name,
                          c->project->boards[school->board].name, after);
  gp_register_add_put (c, GP_TABLE_SCHOOLS, out->known, out->code, "excluded", "1", NULL);
}

/* The school as the project has it: every outcome but GP_FATE_NEW is of one. */
static const GpSchool *
known_school (const GpRegisterComparison *c, const GpRegisterOutcome *out)
{
  return &c->project->schools[out->known];
}

static void
compare_school (GpRegisterComparison *c, const GpRegisterOutcome *out)
{
  switch (out->fate) {
  case GP_FATE_NEW:
    tell_new (c, out);
    put_school (c, out);
    break;
  case GP_FATE_KEPT:
    if (tell_differences (c, out, known_school (c, out)))
      put_school (c, out);
    break;
  case GP_FATE_EXCLUDED:
    exclude (c, out, known_school (c, out));
    break;
  case GP_FATE_DELETED:
    gp_register_add_change (c, GP_CHANGE_CLOSED, GP_TABLE_SCHOOLS, out->code, out->name,
                            c->project->boards[known_school (c, out)->board].name, "");
    gp_register_add_delete (c, GP_TABLE_SCHOOLS, out->code);
    break;
  }
}

void
gp_register_compare_schools (GpRegisterComparison *c)
{
  for (guint i = 0; i < c->outcomes->len; i++)
    compare_school (c, &g_array_index (c->outcomes, GpRegisterOutcome, i));
}
