/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See gp-records-names.h. */
#include "gp-records-names.h"

#include <string.h>

#define DOUBLED (GP_NONE - 1)

struct _GpRecordsNames {
  GpProject *project;
  GHashTable *regions, *sectors, *boards; /* folded name -> row + 1, or DOUBLED */
};

char *
gp_records_fold (const char *text)
{
  return g_str_is_ascii (text) ? g_ascii_strdown (text, -1) : g_utf8_casefold (text, -1);
}

static const char *
name_of (const GpProject *project, GpTableId table, guint32 row)
{
  switch (table) {
  case GP_TABLE_REGIONS:
    return project->regions[row].name;
  case GP_TABLE_SECTORS:
    return project->sectors[row].name;
  case GP_TABLE_BOARDS:
    return project->boards[row].name;
  default:
    return "";
  }
}

static const char *
code_of (const GpProject *project, GpTableId table, guint32 row)
{
  switch (table) {
  case GP_TABLE_REGIONS:
    return project->regions[row].code;
  case GP_TABLE_SECTORS:
    return project->sectors[row].code;
  case GP_TABLE_BOARDS:
    return project->boards[row].code;
  default:
    return "";
  }
}

static GHashTable *
names_of (const GpProject *project, GpTableId table)
{
  GHashTable *names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n = gp_project_n_rows (project, table);

  for (guint32 i = 0; i < n; i++) {
    const char *name = name_of (project, table, i);
    char *folded = *name != '\0' ? gp_records_fold (name) : NULL;

    if (folded == NULL)
      continue;
    if (g_hash_table_contains (names, folded))
      g_hash_table_replace (names, folded, GUINT_TO_POINTER (DOUBLED));
    else
      g_hash_table_insert (names, folded, GUINT_TO_POINTER (i + 1));
  }
  return names;
}

GpRecordsNames *
gp_records_names_new (const GpProject *project)
{
  GpRecordsNames *self = g_atomic_rc_box_new0 (GpRecordsNames);

  self->project = gp_project_ref ((GpProject *)project);
  self->regions = names_of (project, GP_TABLE_REGIONS);
  self->sectors = names_of (project, GP_TABLE_SECTORS);
  self->boards = names_of (project, GP_TABLE_BOARDS);
  return self;
}

GpRecordsNames *
gp_records_names_ref (GpRecordsNames *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer pointer)
{
  GpRecordsNames *self = pointer;

  g_hash_table_unref (self->regions);
  g_hash_table_unref (self->sectors);
  g_hash_table_unref (self->boards);
  gp_project_unref (self->project);
}

void
gp_records_names_unref (GpRecordsNames *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

const GpProject *
gp_records_names_project (const GpRecordsNames *self)
{
  return self->project;
}

static guint
look_up (const GpRecordsNames *self, GpTableId table, const char *name)
{
  GHashTable *names = table == GP_TABLE_REGIONS
                          ? self->regions
                          : (table == GP_TABLE_SECTORS ? self->sectors : self->boards);
  g_autofree char *folded = gp_records_fold (name);

  return GPOINTER_TO_UINT (g_hash_table_lookup (names, folded));
}

char *
gp_records_names_show (const GpRecordsNames *self, GpTableId table, guint32 row)
{
  const char *name, *code;

  if (row >= gp_project_n_rows (self->project, table))
    return g_strdup ("");
  name = name_of (self->project, table, row);
  code = code_of (self->project, table, row);
  if (*name == '\0')
    return g_strdup (code);
  if (look_up (self, table, name) == DOUBLED)
    return g_strdup_printf ("%s (%s)", name, code);
  return g_strdup (name);
}

/* "De Brug (12345)" */
static guint32
find_with_code (const GpRecordsNames *self, GpTableId table, const char *text)
{
  gsize length = strlen (text);
  const char *open = strrchr (text, '(');
  g_autofree char *code = NULL;

  if (open == NULL || length < 3 || text[length - 1] != ')')
    return GP_NONE;
  code = g_strndup (open + 1, (gsize)(text + length - 1 - (open + 1)));
  return gp_project_find (self->project, table, code);
}

guint32
gp_records_names_find (const GpRecordsNames *self, GpTableId table, const char *text,
                       gboolean *doubled)
{
  guint32 row = gp_project_find (self->project, table, text);
  guint found;

  *doubled = FALSE;
  if (row != GP_NONE)
    return row;
  found = look_up (self, table, text);
  *doubled = found == DOUBLED;
  if (found != 0)
    return *doubled ? GP_NONE : found - 1;
  return find_with_code (self, table, text);
}
