/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What becomes of every school.
 *
 * The register decides on a school's name, board, sector, region and pupils as far as it tells
 * them; everything else is the user's and stays. A known school that is in none of the lists of its
 * sector is closed: deleted when it never took part, else kept for the totals and excluded from
 * planning. It is not un-excluded when it comes back, because a user may have excluded it too.
 *
 * Only schools with a register code can close, so that schools made up or added by hand stay. Only
 * sectors of which a list was read count. Primary schools come in two lists, regular and special;
 * when one of the two was read alone, schools that belong to the other must not close. Which these
 * are is told by the historic pupils file where it is read along. Without it, a list of special
 * education closes only locations of institutions that it still has; a regular list, being most of
 * the sector, closes what it does not have, and the note about it says so.
 *
 * The historic file counts pupils of primary and special education. So it goes first for primary
 * schools, the files of one year go first for the others, and its zero says nothing about a school
 * that is not primary.
 */
#include "gp-register-compare.h"

static gint32
find_pupils (const GpRegisterComparison *c, const char *key, gboolean historic)
{
  guint32 index = gp_register_index (c->data->pupils_of[historic ? 1 : 0], key);
  return index == GP_NONE ? -1 : g_array_index (c->data->pupils, GpRegisterPupils, index).pupils;
}

/* What the files say, -1 when nothing. */
static gint32
register_pupils (const GpRegisterComparison *c, const char *key, guint32 sector)
{
  gint32 historic = find_pupils (c, key, TRUE), of_one_year = find_pupils (c, key, FALSE);
  if (sector == gp_project_find (c->project, GP_TABLE_SECTORS, "po"))
    return historic >= 0 ? historic : of_one_year;
  if (of_one_year >= 0)
    return of_one_year;
  return historic > 0 ? historic : -1;
}

static guint32
sector_of (const GpRegisterComparison *c, const GpRegisterSchool *school)
{
  return gp_project_find (c->project, GP_TABLE_SECTORS, gp_register_kind_sector (school->kind));
}

/* The outcome with what the lists say in place of what the project says. */
static void
take_over (const GpRegisterComparison *c, const GpRegisterSchool *read, GpRegisterOutcome *out)
{
  out->sector = sector_of (c, read);
  if (read->name[0] != '\0')
    out->name = read->name;
  if (read->board != GP_NONE)
    out->board = c->target_of[read->board];
  if (read->region != GP_NONE)
    out->region = read->region;
}

/* ---- closed -------------------------------------------------------------- */

static gboolean
was_sector_read (const GpRegisterComparison *c, guint32 sector)
{
  const char *code = c->project->sectors[sector].code;
  for (int kind = 0; kind <= GP_REGISTER_BOARDS; kind++)
    if (c->data->read[kind] && g_strcmp0 (gp_register_kind_sector (kind), code) == 0)
      return TRUE;
  return FALSE;
}

/* A primary school that is missing: was the list read in which it would have been? */
static gboolean
belongs_to_list_read (const GpRegisterComparison *c, const char *key)
{
  const GpRegisterData *data = c->data;
  if (data->read_regular && data->read_special)
    return TRUE;
  int type = GPOINTER_TO_INT (g_hash_table_lookup (data->is_special, key));
  if (type != 0)
    return (type == 2) == data->read_special;
  g_autofree char *institution = g_strndup (key, 4);
  return data->read_regular || g_hash_table_contains (data->special_institutions, institution);
}

static gboolean
is_closed (const GpRegisterComparison *c, const char *key, const GpSchool *school)
{
  gboolean primary = g_str_equal (c->project->sectors[school->sector].code, "po");
  return was_sector_read (c, school->sector) && (!primary || belongs_to_list_read (c, key));
}

/* ---- every school -------------------------------------------------------- */

static GpRegisterOutcome
as_it_is (const GpProject *project, guint32 index)
{
  const GpSchool *school = &project->schools[index];
  return (GpRegisterOutcome){.fate = GP_FATE_KEPT,
                             .known = index,
                             .code = school->code,
                             .name = school->name,
                             .board = school->board,
                             .sector = school->sector,
                             .region = school->region,
                             .pupils = school->pupils};
}

static void
close_school (GpRegisterComparison *c, const char *key, const GpSchool *school,
              GpRegisterOutcome *out)
{
  out->fate = school->started == GP_YEAR_NONE ? GP_FATE_DELETED : GP_FATE_EXCLUDED;
  if (g_str_equal (c->project->sectors[school->sector].code, "po") && !c->data->read_special &&
      !g_hash_table_contains (c->data->is_special, key))
    c->maybe_special++;
}

static void
decide_known (GpRegisterComparison *c, guint32 index)
{
  GpRegisterOutcome out = as_it_is (c->project, index);
  const GpSchool *school = &c->project->schools[index];
  char key[GP_REGISTER_KEY_BYTES];
  gboolean of_register = gp_register_school_key_from_code (school->code, key) &&
                         gp_register_index (c->known_schools, key) == index;
  c->not_of_register += !of_register && was_sector_read (c, school->sector);
  guint32 read = of_register ? gp_register_index (c->data->school_of, key) : GP_NONE;
  if (read != GP_NONE) {
    take_over (c, &g_array_index (c->data->schools, GpRegisterSchool, read), &out);
  } else if (of_register && is_closed (c, key, school)) {
    close_school (c, key, school, &out);
  }
  gint32 pupils = of_register ? register_pupils (c, key, out.sector) : -1;
  if (pupils >= 0)
    out.pupils = pupils;
  g_array_append_val (c->outcomes, out);
}

/* A school needs a board and a region; without them it is left out (its file has a note). */
static void
decide_new (GpRegisterComparison *c, const GpRegisterSchool *read)
{
  if (gp_register_index (c->known_schools, read->key) != GP_NONE || read->board == GP_NONE ||
      read->region == GP_NONE)
    return;
  GpRegisterOutcome out = {.fate = GP_FATE_NEW,
                           .known = GP_NONE,
                           .code = read->key,
                           .name = read->key}; /* where there is no name, the code serves */
  take_over (c, read, &out);
  out.pupils = register_pupils (c, read->key, out.sector);
  g_array_append_val (c->outcomes, out);
}

void
gp_register_decide_schools (GpRegisterComparison *c)
{
  for (guint32 i = 0; i < c->project->n_schools; i++)
    decide_known (c, i);
  for (guint i = 0; i < c->data->schools->len; i++)
    decide_new (c, &g_array_index (c->data->schools, GpRegisterSchool, i));
  for (guint i = 0; i < c->outcomes->len; i++) {
    const GpRegisterOutcome *out = &g_array_index (c->outcomes, GpRegisterOutcome, i);
    c->schools_of[out->board] += out->fate != GP_FATE_DELETED;
  }
}
