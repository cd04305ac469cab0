/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See gp-records-filter.h. */
#include "gp-records-filter.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _GpRecordsFilter {
  const GpRecordsKind *kind;
  char **words;        /* folded, or NULL */
  GHashTable **chosen; /* per column: set of values, or NULL */
};

GpRecordsFilter *
gp_records_filter_new (const GpRecordsKind *kind)
{
  GpRecordsFilter *self = g_new0 (GpRecordsFilter, 1);

  self->kind = kind;
  self->chosen = g_new0 (GHashTable *, kind->n_columns);
  return self;
}

void
gp_records_filter_clear (GpRecordsFilter *self)
{
  g_clear_pointer (&self->words, g_strfreev);
  for (guint i = 0; i < self->kind->n_columns; i++)
    g_clear_pointer (&self->chosen[i], g_hash_table_unref);
}

void
gp_records_filter_free (GpRecordsFilter *self)
{
  gp_records_filter_clear (self);
  g_free (self->chosen);
  g_free (self);
}

void
gp_records_filter_search (GpRecordsFilter *self, const char *text)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);
  g_auto (GStrv) parts = g_strsplit_set (folded, " \t\n", -1);
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();

  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] != '\0')
      g_strv_builder_add (words, parts[i]);
  g_strfreev (self->words);
  self->words = g_strv_builder_end (words);
  if (self->words[0] == NULL)
    g_clear_pointer (&self->words, g_strfreev);
}

void
gp_records_filter_choose (GpRecordsFilter *self, guint column, const char *value, gboolean chosen)
{
  g_return_if_fail (column < self->kind->n_columns);
  if (self->chosen[column] == NULL)
    self->chosen[column] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (chosen)
    g_hash_table_add (self->chosen[column], g_strdup (value));
  else
    g_hash_table_remove (self->chosen[column], value);
}

gboolean
gp_records_filter_is_chosen (const GpRecordsFilter *self, guint column, const char *value)
{
  return self->chosen[column] != NULL && g_hash_table_contains (self->chosen[column], value);
}

guint
gp_records_filter_n_chosen (const GpRecordsFilter *self, guint column)
{
  return self->chosen[column] != NULL ? g_hash_table_size (self->chosen[column]) : 0;
}

gboolean
gp_records_filter_is_empty (const GpRecordsFilter *self)
{
  for (guint i = 0; i < self->kind->n_columns; i++)
    if (gp_records_filter_n_chosen (self, i) > 0)
      return FALSE;
  return self->words == NULL;
}

static gboolean
is_flag (const GpRecordsKind *kind, guint column)
{
  const GpColumn *info = gp_records_column_info (kind, column);

  return info != NULL && info->type == GP_COLUMN_FLAG;
}

static gboolean
is_list (const GpRecordsKind *kind, guint column)
{
  return g_str_equal (kind->columns[column].name, "sectors");
}

/* "Primary, Secondary" has both; an empty list has all. */
static gboolean
list_has (const GpRecordsFilter *self, guint column, const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, ", ", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    if (g_hash_table_contains (self->chosen[column], parts[i]))
      return TRUE;
  return *text == '\0';
}

static gboolean
passes (const GpRecordsFilter *self, guint column, GpRecord *record)
{
  g_autofree char *text = gp_record_text (record, column);

  if (self->kind->columns[column].chip == GP_CHIP_FILLED)
    return g_hash_table_contains (self->chosen[column],
                                  *text != '\0' ? GP_RECORDS_YES : GP_RECORDS_NO);
  if (is_flag (self->kind, column) && *text == '\0')
    return g_hash_table_contains (self->chosen[column], GP_RECORDS_NO);
  if (is_list (self->kind, column))
    return list_has (self, column, text);
  return g_hash_table_contains (self->chosen[column], text);
}

gboolean
gp_records_filter_matches (const GpRecordsFilter *self, GpRecord *record)
{
  for (guint i = 0; i < self->kind->n_columns; i++)
    if (gp_records_filter_n_chosen (self, i) > 0 && !passes (self, i, record))
      return FALSE;
  return self->words == NULL || gp_record_matches (record, (const char *const *)self->words);
}

char **
gp_records_filter_values (const GpRecordsKind *kind, const GpRecordsNames *names, guint column)
{
  static const char *const yes_no[] = {GP_RECORDS_YES, GP_RECORDS_NO, NULL};
  int at = gp_records_table_column (kind, column);

  if (kind->columns[column].chip == GP_CHIP_FILLED || is_flag (kind, column))
    return g_strdupv ((char **)yes_no);
  if (kind->columns[column].extra == GP_EXTRA_REGION)
    return gp_records_choices (names, GP_TABLE_BOARDS,
                               (guint)gp_table_column (GP_TABLE_BOARDS, "home_region"));
  return at >= 0 ? gp_records_choices (names, kind->table, (guint)at) : g_new0 (char *, 1);
}

const char *
gp_records_filter_title (const char *value)
{
  if (g_str_equal (value, GP_RECORDS_YES))
    return _ ("yes");
  return g_str_equal (value, GP_RECORDS_NO) ? _ ("no") : value;
}
