/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows that come as text: from a file, an edit or the clipboard. */
#include "gp-project-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A cell that is being read. */
typedef struct {
  GpBuilder *builder;
  GpTableId table;
  guint32 row;
  const GpColumn *column;
  const GpField *field;
  gpointer record, at;
} Cell;

/* A cell's text fit for a message: valid, short, without control characters; a new string. */
static char *
shown (const char *text)
{
  g_autofree char *part = g_strndup (text, 60);
  g_autofree char *valid = g_utf8_make_valid (part, -1);
  g_autofree char *brief = g_utf8_substring (valid, 0, MIN (g_utf8_strlen (valid, -1), 40));

  return gp_error_text (brief);
}

/* Reports; takes the sentence. */
static gboolean
refuse (const Cell *cell, char *sentence)
{
  gp_builder_report (cell->builder, cell->table, cell->row, cell->column->name, "%s", sentence);
  g_free (sentence);
  return FALSE;
}

static char *
unknown_reference (GpTableId table, const char *code)
{
  switch (table) {
  case GP_TABLE_REGIONS:
    return g_strdup_printf (_ ("unknown region %s; add it, or correct the code"), code);
  case GP_TABLE_SECTORS:
    return g_strdup_printf (_ ("unknown sector %s; add it, or correct the code"), code);
  case GP_TABLE_BOARDS:
    return g_strdup_printf (_ ("unknown board %s; add it, or correct the code"), code);
  case GP_TABLE_SCENARIOS:
    return g_strdup_printf (_ ("unknown scenario %s; add it, or correct the code"), code);
  case GP_TABLE_PROJECTS:
    return g_strdup_printf (_ ("unknown project %s; add it, or correct the code"), code);
  default:
    return g_strdup_printf (_ ("unknown code %s; add it, or correct it"), code);
  }
}

static gboolean
read_reference (const Cell *cell, const char *text)
{
  guint32 index = gp_project_find (&cell->builder->public, cell->column->reference, text);
  g_autofree char *what = NULL;

  *(guint32 *)cell->at = index;
  if (index != GP_NONE)
    return TRUE;
  what = shown (text);
  if (cell->table == GP_TABLE_SCENARIOS) { /* a parent may stand further down */
    GpPendingParent pending = {cell->row, g_steal_pointer (&what)};
    g_array_append_val (cell->builder->pending, pending);
    return TRUE;
  }
  return refuse (cell, unknown_reference (cell->column->reference, what));
}

static gboolean
read_year (const Cell *cell, const char *text)
{
  g_autofree char *what = NULL;

  if (gp_year_parse (text, cell->at))
    return TRUE;
  what = shown (text);
  return refuse (cell, g_strdup_printf (_ ("%s is no school year such as 2026-2027"), what));
}

const char *
gp_count_problem (const GpField *field)
{
  g_autofree char *sentence =
      g_strdup_printf (_ ("must be a whole number from %d to %d"), field->minimum, field->maximum);

  return g_intern_string (sentence); /* a handful of different ones */
}

static gboolean
read_count (const Cell *cell, const char *text)
{
  gint64 value;
  g_autofree char *what = NULL;

  if (g_ascii_string_to_signed (text, 10, cell->field->minimum, cell->field->maximum, &value,
                                NULL)) {
    *(gint32 *)cell->at = (gint32)value;
    return TRUE;
  }
  what = shown (text);
  return refuse (cell, g_strdup_printf (_ ("%s is wrong: it must be a whole number from %d to %d"),
                                        what, cell->field->minimum, cell->field->maximum));
}

/* Also requirements, whose "not known" is the empty cell. */
static gboolean
read_flag (const Cell *cell, const char *text)
{
  g_autofree char *what = NULL;

  if ((text[0] == '0' || text[0] == '1') && text[1] == '\0') {
    *(int *)cell->at = text[0] - '0';
    return TRUE;
  }
  what = shown (text);
  return refuse (cell, g_strdup_printf (_ ("%s is neither 1 (yes) nor 0 (no)"), what));
}

static gboolean
read_decimal (const Cell *cell, const char *text)
{
  g_autofree char *what = NULL;

  if (cell->field->kind == GP_FIELD_OPTIONAL_DECIMAL)
    *(gboolean *)gp_field_at (cell->record, cell->field->flag) = TRUE;
  if (gp_decimal_parse (text, cell->at))
    return TRUE;
  what = shown (text);
  return refuse (cell, g_strdup_printf (_ ("%s is no number of at most 18 digits"), what));
}

static gboolean
read_money (const Cell *cell, const char *text)
{
  g_autofree char *what = NULL;

  if (gp_money_parse (text, cell->at))
    return TRUE;
  what = shown (text);
  return refuse (cell,
                 g_strdup_printf (_ ("%s is no amount in euro with at most two decimals"), what));
}

static gboolean
read_word (const Cell *cell, const char *text)
{
  int value = gp_word_find (cell->column->words, text);
  g_autofree char *what = NULL;
  g_autofree char *words = NULL;

  if (value >= 0) {
    *(int *)cell->at = value;
    return TRUE;
  }
  what = shown (text);
  words = g_strjoinv (", ", (char **)cell->column->words);
  return refuse (cell, g_strdup_printf (_ ("%s is not one of: %s"), what, words));
}

/* "po+vo" */
static gboolean
read_sectors (const Cell *cell, const char *text)
{
  g_auto (GStrv) codes = g_strsplit (text, "+", GP_MAX_SECTORS + 1);

  for (guint i = 0; codes[i] != NULL; i++) {
    guint32 sector = gp_project_find (&cell->builder->public, GP_TABLE_SECTORS, codes[i]);
    if (sector == GP_NONE) {
      g_autofree char *what = shown (codes[i]);
      return refuse (cell, unknown_reference (GP_TABLE_SECTORS, what));
    }
    *(guint32 *)cell->at |= 1u << sector;
  }
  return TRUE;
}

/* What a cell holds before it is read, and stays when it is empty or wrong. */
static void
set_empty (const Cell *cell)
{
  switch (cell->field->kind) {
  case GP_FIELD_INDEX:
    *(guint32 *)cell->at = GP_NONE;
    break;
  case GP_FIELD_COUNT:
    *(guint *)cell->at = (guint)cell->field->minimum;
    break;
  case GP_FIELD_OPTIONAL_COUNT:
  case GP_FIELD_ANSWER:
    *(gint32 *)cell->at = -1;
    break;
  case GP_FIELD_WORD:
    *(int *)cell->at = cell->field->empty_word;
    break;
  default: /* the record is zero: no text, no year, nothing */
    break;
  }
}

static gboolean
read_cell (const Cell *cell, const char *text)
{
  switch (cell->field->kind) {
  case GP_FIELD_STRING:
    *(const char **)cell->at = text;
    return TRUE; /* checked when it is added */
  case GP_FIELD_INDEX:
    return read_reference (cell, text);
  case GP_FIELD_YEAR:
    return read_year (cell, text);
  case GP_FIELD_COUNT:
  case GP_FIELD_OPTIONAL_COUNT:
    return read_count (cell, text);
  case GP_FIELD_FLAG:
  case GP_FIELD_ANSWER:
    return read_flag (cell, text);
  case GP_FIELD_DECIMAL:
  case GP_FIELD_OPTIONAL_DECIMAL:
    return read_decimal (cell, text);
  case GP_FIELD_MONEY:
    return read_money (cell, text);
  case GP_FIELD_WORD:
    return read_word (cell, text);
  case GP_FIELD_SECTORS:
    return read_sectors (cell, text);
  default:
    g_return_val_if_reached (FALSE);
  }
}

/* An empty cell is fine where it may be; references and years that must not be empty are reported
 * when the row is added, as those of a typed row are. */
static gboolean
read_empty (const Cell *cell)
{
  if (cell->column->may_be_empty || cell->field->kind == GP_FIELD_STRING ||
      cell->field->kind == GP_FIELD_INDEX || cell->field->kind == GP_FIELD_YEAR)
    return TRUE;
  return refuse (cell, g_strdup (_ ("must not be empty")));
}

gboolean
gp_project_add_text (GpProject *project, GpTableId table, const char *const *cells)
{
  const GpTableInfo *info = gp_table_info (table);
  GpBuilder *builder = GP_BUILDER (project);
  union { /* as large and as well aligned as the largest record */
    GpBoard board;
    GpSchool school;
    GpVerandercoach verandercoach;
    GpParameterValue parameter;
    GpBudget budget;
    GpPledge pledge;
    GpFact fact;
  } record;
  guint32 bad = 0;

  g_return_val_if_fail (project != NULL && (guint)table < GP_N_TABLES && cells != NULL, FALSE);
  g_return_val_if_fail (!builder->sealed && info->record_size <= sizeof record, FALSE);
  memset (&record, 0, sizeof record);
  for (guint i = 0; i < info->table.n_columns; i++) {
    const Cell cell = {builder,
                       table,
                       builder->rows[table]->len,
                       &info->table.columns[i],
                       &info->fields[i],
                       &record,
                       gp_field_at (&record, info->fields[i].offset)};
    const char *text = cells[i] != NULL ? cells[i] : "";

    set_empty (&cell);
    if (!(*text == '\0' ? read_empty (&cell) : read_cell (&cell, text)))
      bad |= 1u << i;
  }
  return gp_builder_add (builder, table, &record, bad);
}
