/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Which register file is this? Told by the header alone: file names change with every year.
 *
 * Names are compared by their letters and digits only, because the register has written the same
 * column with blanks, underscores, a blank at the end, and none of these. Columns that the import
 * does not use are passed over; there are many, and they differ by year.
 */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "gp-register-private.h"

/* What may be looked for in a header. */
typedef enum {
  FIELD_INSTITUTION,
  FIELD_LOCATION,
  FIELD_BOARD,
  FIELD_BOARD_NAME,
  FIELD_NAME,
  FIELD_INSTITUTION_NAME,
  FIELD_PROVINCE,
  FIELD_COUNT,
  FIELD_TYPE,
  FIELD_STRUCTURE, /* only secondary lists have it */
  FIELD_SPECIAL,   /* only lists of special education have one of these */
  N_FIELDS
} Field;

#define MAX_NAMES 4

/* The names that each was given over the years, the one to prefer first. */
static const char *const names[N_FIELDS][MAX_NAMES] = {
    [FIELD_INSTITUTION] = {"INSTELLINGSCODE", "BRINNUMMER"},
    [FIELD_LOCATION] = {"VESTIGINGSCODE", "VESTIGINGSNUMMER", "VESTIGINSNUMMER"},
    [FIELD_BOARD] = {"BEVOEGDGEZAGNUMMER"},
    [FIELD_BOARD_NAME] = {"BEVOEGDGEZAGNAAM"},
    [FIELD_NAME] = {"VESTIGINGSNAAM"},
    [FIELD_INSTITUTION_NAME] = {"INSTELLINGSNAAM"},
    [FIELD_PROVINCE] = {"PROVINCIE"},
    [FIELD_COUNT] = {"AANTALLEERLINGEN", "TOTAALAANTALLEERLINGEN"},
    [FIELD_TYPE] = {"SOORTVESTIGING"},
    [FIELD_STRUCTURE] = {"ONDERWIJSSTRUCTUUR"},
    [FIELD_SPECIAL] = {"SOORTPRIMAIRONDERWIJS", "CLUSTER"},
};

typedef struct {
  int at[N_FIELDS];
  int year_column; /* the latest year's LEERLINGEN_2025, or -1 */
  int year;
  gboolean vocational;         /* a column about the kind of mbo institution */
  const char *twice[N_FIELDS]; /* the name of a field that the header has twice, or NULL */
} Fields;

const char *
gp_register_kind_sector (GpRegisterKind kind)
{
  switch (kind) {
  case GP_REGISTER_PRIMARY_LOCATIONS:
    return "po";
  case GP_REGISTER_SECONDARY_LOCATIONS:
    return "vo";
  case GP_REGISTER_VOCATIONAL_LOCATIONS:
    return "mbo";
  default:
    return NULL;
  }
}

/* "LEERLINGEN2025" -> 2025, anything else -> 0. */
static int
year_of (const char *plain)
{
  const char *prefix = "LEERLINGEN";
  if (!g_str_has_prefix (plain, prefix) || strlen (plain) != strlen (prefix) + 4)
    return 0;
  plain += strlen (prefix);
  for (int i = 0; i < 4; i++)
    if (!g_ascii_isdigit (plain[i]))
      return 0;
  return atoi (plain);
}

/* Where the field's names rank this one: 0 is the best, MAX_NAMES is not at all. */
static guint
rank_of (Field field, const char *plain)
{
  guint rank = 0;
  while (rank < MAX_NAMES && g_strcmp0 (names[field][rank], plain) != 0)
    rank++;
  return rank;
}

/* The latest year's column is the one that counts. */
static void
look_for_year (Fields *fields, guint column, const char *cell, const char *plain)
{
  int year = year_of (plain);
  if (year > 0 && year == fields->year)
    fields->twice[FIELD_COUNT] = cell;
  if (year > fields->year) {
    fields->year = year;
    fields->year_column = (int)column;
    fields->twice[FIELD_COUNT] = NULL;
  }
}

static void
look_at_column (Fields *fields, guint *ranks, guint column, const char *cell)
{
  g_autofree char *plain = gp_register_plain (cell);
  look_for_year (fields, column, cell, plain);
  if (g_str_has_prefix (plain, "MBO"))
    fields->vocational = TRUE;
  for (int field = 0; field < N_FIELDS; field++) {
    guint rank = rank_of (field, plain);
    if (rank == MAX_NAMES)
      continue;
    if (rank == ranks[field])
      fields->twice[field] = cell;
    if (rank < ranks[field]) {
      ranks[field] = rank;
      fields->at[field] = (int)column;
      fields->twice[field] = NULL;
    }
  }
}

static void
find_fields (const char *const *header, guint n_columns, Fields *fields)
{
  guint ranks[N_FIELDS];
  *fields = (Fields){.year_column = -1};
  for (int i = 0; i < N_FIELDS; i++) {
    fields->at[i] = -1;
    ranks[i] = MAX_NAMES;
  }
  for (guint i = 0; i < n_columns; i++)
    look_at_column (fields, ranks, i, header[i]);
}

static gboolean
has (const Fields *fields, Field field)
{
  return fields->at[field] >= 0;
}

static gboolean
is_list_of_schools (const Fields *fields)
{
  return has (fields, FIELD_INSTITUTION) && has (fields, FIELD_BOARD) &&
         has (fields, FIELD_PROVINCE) &&
         ((has (fields, FIELD_LOCATION) && has (fields, FIELD_NAME)) ||
          (fields->vocational && has (fields, FIELD_INSTITUTION_NAME)));
}

static gboolean
find_kind (const Fields *fields, GpRegisterKind *kind)
{
  gboolean counts = fields->year_column >= 0 || has (fields, FIELD_COUNT);
  if (counts && has (fields, FIELD_INSTITUTION) && has (fields, FIELD_LOCATION))
    *kind = GP_REGISTER_PUPILS;
  else if (is_list_of_schools (fields) && fields->vocational)
    *kind = GP_REGISTER_VOCATIONAL_LOCATIONS;
  else if (is_list_of_schools (fields) && has (fields, FIELD_STRUCTURE))
    *kind = GP_REGISTER_SECONDARY_LOCATIONS;
  else if (is_list_of_schools (fields))
    *kind = GP_REGISTER_PRIMARY_LOCATIONS;
  else if (has (fields, FIELD_BOARD) && has (fields, FIELD_BOARD_NAME) &&
           !has (fields, FIELD_INSTITUTION))
    *kind = GP_REGISTER_BOARDS;
  else
    return FALSE;
  return TRUE;
}

/* ---- why not ------------------------------------------------------------- */

static void
append_missing (GString *list, const Fields *fields, Field field, const char *name)
{
  if (!has (fields, field))
    g_string_append_printf (list, "%s%s", list->len > 0 ? ", " : "", name);
}

static char *
missing_in_list_of_schools (const Fields *fields)
{
  g_autoptr (GString) list = g_string_new (NULL);
  append_missing (list, fields, FIELD_PROVINCE, "PROVINCIE");
  append_missing (list, fields, FIELD_BOARD, "BEVOEGD GEZAG NUMMER");
  append_missing (list, fields, FIELD_INSTITUTION, "INSTELLINGSCODE");
  append_missing (list, fields, FIELD_LOCATION, "VESTIGINGSCODE");
  append_missing (list, fields, FIELD_NAME, "VESTIGINGSNAAM");
  return g_strdup_printf (_ ("this looks like a list of school locations, but a column is missing: "
                             "%s; take the file as the register gives it"),
                          list->str);
}

static char *
explain (const Fields *fields)
{
  if (has (fields, FIELD_INSTITUTION) && has (fields, FIELD_INSTITUTION_NAME) &&
      !has (fields, FIELD_LOCATION))
    return g_strdup (_ ("this is a list of institutions, not of their locations; take the "
                        "register’s list of all locations (alle vestigingen)"));
  if (has (fields, FIELD_NAME) && (has (fields, FIELD_INSTITUTION) || has (fields, FIELD_LOCATION)))
    return missing_in_list_of_schools (fields);
  return g_strdup (
      _ ("this header is not that of a register file known here; expected a list of locations "
         "(PROVINCIE, BEVOEGD GEZAG NUMMER, INSTELLINGSCODE, VESTIGINGSCODE, VESTIGINGSNAAM), of "
         "mbo institutions (PROVINCIE, BEVOEGD GEZAG NUMMER, INSTELLINGSCODE, INSTELLINGSNAAM, MBO "
         "INSTELLINGSSOORT), of pupils (INSTELLINGSCODE, VESTIGINGSCODE, and LEERLINGEN_2025 or "
         "AANTAL LEERLINGEN) or of boards (BEVOEGD GEZAG NUMMER, BEVOEGD GEZAG NAAM)"));
}

/* The name of a column that would be used and that stands there twice, or NULL. */
static const char *
find_twice (const Fields *fields)
{
  for (int i = 0; i < N_FIELDS; i++)
    if (fields->twice[i] != NULL)
      return fields->twice[i];
  return NULL;
}

/* ---- the whole ----------------------------------------------------------- */

static void
fill_layout (const Fields *fields, GpRegisterLayout *layout)
{
  gboolean vocational = layout->kind == GP_REGISTER_VOCATIONAL_LOCATIONS;
  layout->special = layout->kind == GP_REGISTER_PRIMARY_LOCATIONS && has (fields, FIELD_SPECIAL);
  layout->historic = layout->kind == GP_REGISTER_PUPILS && fields->year_column >= 0;
  layout->institution = fields->at[FIELD_INSTITUTION];
  layout->location = fields->at[FIELD_LOCATION];
  layout->board = fields->at[FIELD_BOARD];
  layout->board_name = fields->at[FIELD_BOARD_NAME];
  layout->name = vocational && !has (fields, FIELD_NAME) ? fields->at[FIELD_INSTITUTION_NAME]
                                                         : fields->at[FIELD_NAME];
  layout->province = fields->at[FIELD_PROVINCE];
  layout->pupils = layout->historic ? fields->year_column : fields->at[FIELD_COUNT];
  layout->type = fields->at[FIELD_TYPE];
}

gboolean
gp_register_layout_find (const char *const *header, guint n_columns, GpRegisterLayout *layout,
                         char **why)
{
  Fields fields;
  *layout = (GpRegisterLayout){0};
  find_fields (header, n_columns, &fields);
  if (!find_kind (&fields, &layout->kind)) {
    *why = explain (&fields);
    return FALSE;
  }
  if (find_twice (&fields) != NULL) {
    *why = g_strdup_printf (_ ("the header has the column %s twice; take the file as the register "
                               "gives it"),
                            find_twice (&fields));
    return FALSE;
  }
  fill_layout (&fields, layout);
  return TRUE;
}
