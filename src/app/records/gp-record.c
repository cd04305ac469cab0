/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See gp-record.h. */
#include "gp-record.h"

#include <math.h>
#include <string.h>

struct _GpRecord {
  GObject parent;
  const GpRecordSource *source; /* the list's, which outlives its records' use */
  guint32 row;
  GpRecordExtras extras;
  char *code;
  char *folded;           /* what is searched, folded; made at the first search */
  GpRecordSorted *sorted; /* one a column, or NULL: it was never sorted */
};

G_DEFINE_FINAL_TYPE (GpRecord, gp_record, G_TYPE_OBJECT)

static void
forget_keys (GpRecord *self)
{
  for (guint i = 0; self->sorted != NULL && i < self->source->kind->n_columns; i++)
    g_clear_pointer (&self->sorted[i].key, g_free);
}

static void
gp_record_finalize (GObject *object)
{
  GpRecord *self = GP_RECORD (object);

  g_free (self->code);
  g_free (self->folded);
  forget_keys (self);
  g_free (self->sorted);
  G_OBJECT_CLASS (gp_record_parent_class)->finalize (object);
}

static void
gp_record_class_init (GpRecordClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = gp_record_finalize;
}

static void
gp_record_init (GpRecord *self)
{
  (void)self;
}

static const GpProject *
project_of (GpRecord *self)
{
  return gp_records_names_project (self->source->names);
}

GpRecord *
gp_record_new (const GpRecordSource *source, guint32 row, const GpRecordExtras *extras)
{
  GpRecord *self = g_object_new (GP_TYPE_RECORD, NULL);

  self->source = source;
  self->row = row;
  self->extras = *extras;
  self->code = gp_project_cell (project_of (self), source->kind->table, row, 0);
  return self;
}

void
gp_record_set (GpRecord *self, guint32 row, const GpRecordExtras *extras, gboolean changed)
{
  self->row = row;
  self->extras = *extras;
  if (!changed)
    return;
  g_clear_pointer (&self->folded, g_free);
  forget_keys (self);
}

guint32
gp_record_row (GpRecord *self)
{
  return self->row;
}

const char *
gp_record_code (GpRecord *self)
{
  return self->code;
}

const GpRecordExtras *
gp_record_extras (GpRecord *self)
{
  return &self->extras;
}

char *
gp_record_raw (GpRecord *self, guint column)
{
  int at = gp_records_table_column (self->source->kind, column);

  if (at < 0)
    return g_strdup ("");
  return gp_project_cell (project_of (self), self->source->kind->table, self->row, (guint)at);
}

static char *
extra_text (GpRecord *self, const GpRecordsColumn *column)
{
  gint32 value = self->extras.value[column->at];
  char year[GP_YEAR_BYTES];

  if (value < 0)
    return g_strdup ("");
  switch (column->extra) {
  case GP_EXTRA_YEAR:
    return g_strdup (gp_year_format ((GpYear)value, year));
  case GP_EXTRA_REGION:
    return gp_records_names_show (self->source->names, GP_TABLE_REGIONS, (guint32)value);
  default:
    return gp_format_integer (value, gp_numbers_current ());
  }
}

char *
gp_record_text (GpRecord *self, guint column)
{
  const GpRecordsKind *kind = self->source->kind;
  int at = gp_records_table_column (kind, column);
  g_autofree char *raw = NULL;

  if (at < 0)
    return extra_text (self, &kind->columns[column]);
  raw = gp_project_cell (project_of (self), kind->table, self->row, (guint)at);
  return gp_records_show (self->source->names, kind->table, (guint)at, raw);
}

char *
gp_record_plain (GpRecord *self, guint column)
{
  const GpRecordsKind *kind = self->source->kind;
  const GpRecordsColumn *info = &kind->columns[column];
  int at = gp_records_table_column (kind, column);
  g_autofree char *raw = NULL;

  if (at < 0)
    return info->extra == GP_EXTRA_COUNT && self->extras.value[info->at] >= 0
               ? g_strdup_printf ("%d", self->extras.value[info->at])
               : extra_text (self, info);
  raw = gp_project_cell (project_of (self), kind->table, self->row, (guint)at);
  return gp_records_show_plain (self->source->names, kind->table, (guint)at, raw);
}

double
gp_record_number (GpRecord *self, guint column)
{
  const GpRecordsColumn *info = &self->source->kind->columns[column];
  g_autofree char *raw = NULL;

  if (info->extra != GP_EXTRA_NONE)
    return self->extras.value[info->at] < 0 ? NAN : (double)self->extras.value[info->at];
  if (self->source->kind->table == GP_TABLE_SCHOOLS && g_str_equal (info->name, "pupils")) {
    gint32 pupils = project_of (self)->schools[self->row].pupils;

    return pupils < 0 ? NAN : (double)pupils; /* summed at every key of a search: no text for it */
  }
  raw = gp_record_raw (self, column);
  return *raw != '\0' ? g_ascii_strtod (raw, NULL) : NAN;
}

GpRecordSorted *
gp_record_sorted (GpRecord *self, guint column)
{
  if (self->sorted == NULL)
    self->sorted = g_new0 (GpRecordSorted, self->source->kind->n_columns);
  return &self->sorted[column];
}

void
gp_record_make_key (GpRecord *self, guint column)
{
  GpRecordSorted *sorted = gp_record_sorted (self, column);
  g_autofree char *text = NULL, *folded = NULL;

  if (sorted->key != NULL)
    return;
  text = gp_record_text (self, column);
  folded = gp_records_fold (text);
  sorted->key = g_utf8_collate_key (folded, -1);
  sorted->rank = 0;
}

static const char *
folded_of (GpRecord *self)
{
  const GpRecordsKind *kind = self->source->kind;

  if (self->folded == NULL) {
    g_autoptr (GString) all = g_string_new (NULL);

    for (guint i = 0; i < kind->n_columns; i++)
      if (kind->columns[i].search) {
        g_autofree char *text = gp_record_text (self, i);

        g_string_append (all, text);
        g_string_append_c (all, '\n');
      }
    self->folded = gp_records_fold (all->str);
  }
  return self->folded;
}

void
gp_record_get_ready (GpRecord *self)
{
  (void)folded_of (self);
}

gboolean
gp_record_is_ready (GpRecord *self)
{
  return self->folded != NULL;
}

gboolean
gp_record_matches (GpRecord *self, const char *const *words)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (folded_of (self), words[i]) == NULL)
      return FALSE;
  return TRUE;
}
