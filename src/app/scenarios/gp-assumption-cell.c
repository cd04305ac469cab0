/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which assumptions a scenario has, and of each where its value comes from. */
#include "gp-assumption.h"

#include <string.h>

static gboolean
is_own_cell (const GpProject *project, guint32 scenario, guint32 row, const char *scope,
             GpYear year)
{
  const GpParameterValue *value;

  if (row == GP_NONE)
    return FALSE;
  value = &project->parameters[row];
  return value->scenario == scenario && value->year == year && g_str_equal (value->scope, scope);
}

/* The look-up's order: (scope, year), then the scope, then the year, then neither. */
static guint
specificity (const GpParameterValue *value)
{
  return (*value->scope != '\0' ? 2 : 0) + (value->year != GP_YEAR_NONE ? 1 : 0);
}

/* The scenario's own row that would hold here without the one for just this scope and year. */
static guint32
own_row_behind (const GpProject *project, guint32 scenario, GpParam param, const char *scope,
                GpYear year)
{
  const char *name = gp_param_info (param)->name;
  guint32 found = GP_NONE;

  for (guint32 i = 0; i < project->n_parameters; i++) {
    const GpParameterValue *value = &project->parameters[i];

    if (value->scenario != scenario || !g_str_equal (value->parameter, name) ||
        is_own_cell (project, scenario, i, scope, year))
      continue;
    if ((*value->scope == '\0' || g_str_equal (value->scope, scope)) &&
        (value->year == GP_YEAR_NONE || value->year == year) &&
        (found == GP_NONE || specificity (value) > specificity (&project->parameters[found])))
      found = i;
  }
  return found;
}

/* What is inherited from above, unless the scenario itself says something as specific. */
static void
prefer_own_row (const GpProject *project, guint32 scenario, GpParam param, const char *scope,
                GpYear year, GpAssumptionCell *out)
{
  guint32 row = own_row_behind (project, scenario, param, scope, year);

  if (row == GP_NONE ||
      (out->inherited_row != GP_NONE && specificity (&project->parameters[out->inherited_row]) >
                                            specificity (&project->parameters[row])))
    return;
  out->has_inherited = TRUE;
  out->inherited = project->parameters[row].value;
  out->inherited_row = row;
}

void
gp_assumption_cell (const GpProject *project, guint32 scenario, GpParam param, const char *scope,
                    GpYear year, GpAssumptionCell *out)
{
  const GpParamInfo *info = gp_param_info (param);
  guint32 parent = project->scenarios[scenario].parent;

  memset (out, 0, sizeof *out);
  out->has_value = gp_param_lookup (project, scenario, param, scope, year, &out->value, &out->row);
  out->own = is_own_cell (project, scenario, out->row, scope, year);
  out->inherited_row = GP_NONE;
  if (parent != GP_NONE)
    out->has_inherited =
        gp_param_lookup (project, parent, param, scope, year, &out->inherited, &out->inherited_row);
  else {
    out->has_inherited = info->has_default;
    out->inherited = info->fallback;
  }
  prefer_own_row (project, scenario, param, scope, year, out);
}

static void
clear_row (gpointer data)
{
  g_free (((GpAssumptionRow *)data)->scope);
}

/* What the scenario itself says: "parameter:scope" of each of its rows, and of its parents' only
 * those without a scope (a row that is seldom there and then is to be seen). */
static GHashTable *
names_of (const GpProject *project, guint32 scenario, gboolean own)
{
  GHashTable *names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < project->n_parameters; i++) {
    const GpParameterValue *value = &project->parameters[i];

    if (own ? value->scenario == scenario : *value->scope == '\0')
      g_hash_table_add (names, g_strconcat (value->parameter, ":", value->scope, NULL));
  }
  return names;
}

typedef struct {
  GArray *rows;
  GHashTable *own, *general;
  gboolean own_only;
} Listing;

static void
add_row (Listing *listing, GpParam param, const char *scope)
{
  g_autofree char *name = g_strconcat (gp_param_info (param)->name, ":", scope, NULL);
  GpAssumptionRow row = {param, NULL, g_hash_table_contains (listing->own, name)};

  if (listing->own_only && !row.differs)
    return;
  row.scope = g_strdup (scope);
  g_array_append_val (listing->rows, row);
}

static void
add_sectors (Listing *listing, const GpProject *project, GpParam param, gboolean by_support_year)
{
  for (guint s = 0; s < project->n_sectors; s++) {
    const GpSector *sector = &project->sectors[s];

    if (!by_support_year)
      add_row (listing, param, sector->code);
    for (guint y = 1; by_support_year && y <= sector->support_years; y++) {
      g_autofree char *scope = g_strdup_printf ("%s:%u", sector->code, y);

      add_row (listing, param, scope);
    }
  }
}

static void
add_param (Listing *listing, const GpProject *project, GpParam param)
{
  GpScopeKind kind = gp_param_info (param)->scope;
  g_autofree char *general = g_strconcat (gp_param_info (param)->name, ":", NULL);

  if (kind == GP_SCOPE_NONE || g_hash_table_contains (listing->general, general))
    add_row (listing, param, "");
  if (kind == GP_SCOPE_SECTOR || kind == GP_SCOPE_SECTOR_SUPPORT)
    add_sectors (listing, project, param, kind == GP_SCOPE_SECTOR_SUPPORT);
  for (int i = 0; kind == GP_SCOPE_PROGRAMME && i < GP_N_PROGRAMMES; i++)
    add_row (listing, param, gp_programme_name ((GpProgramme)i));
  if (kind == GP_SCOPE_NEED) {
    add_row (listing, param, gp_need_name (GP_NEED_HIGH));
    add_row (listing, param, gp_need_name (GP_NEED_OTHER));
  }
}

GArray *
gp_assumption_rows (const GpProject *project, guint32 scenario, gboolean own_only)
{
  g_autoptr (GHashTable) own = names_of (project, scenario, TRUE);
  g_autoptr (GHashTable) general = names_of (project, scenario, FALSE);
  Listing listing = {g_array_new (FALSE, FALSE, sizeof (GpAssumptionRow)), own, general, own_only};

  g_array_set_clear_func (listing.rows, clear_row);
  for (int group = 0; group < GP_N_ASSUMPTION_GROUPS; group++)
    for (int param = 0; param < GP_N_PARAMS; param++)
      if ((int)gp_assumption_group ((GpParam)param) == group)
        add_param (&listing, project, (GpParam)param);
  return listing.rows;
}

guint
gp_assumption_n_own (const GpProject *project, guint32 scenario)
{
  guint n = 0;

  for (guint i = 0; i < project->n_parameters; i++)
    n += project->parameters[i].scenario == scenario ? 1 : 0;
  return n;
}
