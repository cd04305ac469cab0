/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Groups of assumptions in which two scenarios differ. */
#include "gp-compare-groups.h"

#include <string.h>

typedef struct {
  const GpProject *project;
  guint32 from, to;
  GpParam param;
  GpVariant *variant; /* NULL: only counted */
  guint n_values;
} Difference;

/* ---- parameters --------------------------------------------------------------------------------
 */

static void
compare_value (Difference *difference, const char *scope, GpYear year)
{
  GpDecimal before, after;
  gboolean had = gp_param_lookup (difference->project, difference->from, difference->param, scope,
                                  year, &before, NULL);

  if (!gp_param_lookup (difference->project, difference->to, difference->param, scope, year, &after,
                        NULL) ||
      (had && gp_decimal_compare (before, after) == 0))
    return;
  difference->n_values++;
  if (difference->variant != NULL)
    gp_variant_set (difference->variant, difference->param, scope, year, &after);
}

static void
compare_years (Difference *difference, const char *scope)
{
  const GpProject *project = difference->project;

  if (!gp_param_info (difference->param)->by_year) {
    compare_value (difference, scope, GP_YEAR_NONE);
    return;
  }
  for (GpYear year = project->plan_from; year <= project->last_year; year++)
    compare_value (difference, scope, year);
}

static void
compare_sectors (Difference *difference, gboolean by_support_year)
{
  for (guint32 s = 0; s < difference->project->n_sectors; s++) {
    const GpSector *sector = &difference->project->sectors[s];

    if (!by_support_year)
      compare_years (difference, sector->code);
    for (guint k = 1; by_support_year && k <= sector->support_years; k++) {
      g_autofree char *scope = g_strdup_printf ("%s:%u", sector->code, k);
      compare_years (difference, scope);
    }
  }
}

static void
compare_parameter (Difference *difference)
{
  switch (gp_param_info (difference->param)->scope) {
  case GP_SCOPE_SECTOR:
  case GP_SCOPE_SECTOR_SUPPORT:
    compare_sectors (difference,
                     gp_param_info (difference->param)->scope == GP_SCOPE_SECTOR_SUPPORT);
    break;
  case GP_SCOPE_PROGRAMME:
    compare_years (difference, gp_programme_name (GP_PROGRAMME_GROEIKRACHT));
    compare_years (difference, gp_programme_name (GP_PROGRAMME_REGULAR));
    break;
  case GP_SCOPE_NEED:
    compare_years (difference, gp_need_name (GP_NEED_OTHER));
    compare_years (difference, gp_need_name (GP_NEED_HIGH));
    break;
  case GP_SCOPE_NONE:
  default:
    compare_years (difference, "");
    break;
  }
}

static gboolean
parameter_matters (GpParam param)
{
  return param != GP_PARAM_SCHOOL_FEE && param != GP_PARAM_GOVERNMENT_SHARE &&
         param != GP_PARAM_PRICE_INDEX && param != GP_PARAM_PARTICIPATION_GOAL;
}

/* ---- pins --------------------------------------------------------------------------------------
 */

static char *
pin_text (const GpPin *pin)
{
  return g_strdup_printf ("%d %u %u %d %d %d %d", pin->kind, pin->board, pin->sector,
                          pin->programme, pin->year, pin->min, pin->max);
}

/* What counts in a scenario: text -> index + 1. */
static GHashTable *
pins_of (const GpProject *project, guint32 scenario)
{
  GHashTable *pins = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint32 i = 0; i < project->n_pins; i++) {
    if (gp_project_pin_applies (project, scenario, i))
      g_hash_table_insert (pins, pin_text (&project->pins[i]), GUINT_TO_POINTER (i + 1));
  }
  return pins;
}

/* The pins, by index and in their order, that are in pins and not in others. */
static GArray *
pins_without (const GpProject *project, GHashTable *pins, GHashTable *others)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint32 i = 0; i < project->n_pins; i++) {
    g_autofree char *text = pin_text (&project->pins[i]);
    if (g_hash_table_lookup (pins, text) == GUINT_TO_POINTER (i + 1) &&
        !g_hash_table_contains (others, text))
      g_array_append_val (found, i);
  }
  return found;
}

static void
compare_pins (Difference *difference)
{
  const GpProject *project = difference->project;
  g_autoptr (GHashTable) from = pins_of (project, difference->from);
  g_autoptr (GHashTable) to = pins_of (project, difference->to);
  g_autoptr (GArray) gone = pins_without (project, from, to);
  g_autoptr (GArray) new = pins_without (project, to, from);

  difference->n_values = gone->len + new->len;
  if (difference->variant == NULL)
    return;
  for (guint i = 0; i < gone->len; i++)
    gp_variant_drop_pin (difference->variant, g_array_index (gone, guint32, i));
  for (guint i = 0; i < new->len; i++)
    gp_variant_add_pin (difference->variant, &project->pins[g_array_index (new, guint32, i)]);
}

/* ---- priorities --------------------------------------------------------------------------------
 */

static void
compare_priorities (Difference *difference)
{
  GpPriorityId from[GP_N_PRIORITIES], to[GP_N_PRIORITIES];
  guint n_from = gp_project_priorities (difference->project, difference->from, from);
  guint n_to = gp_project_priorities (difference->project, difference->to, to);

  for (guint i = 0; i < MAX (n_from, n_to); i++)
    difference->n_values += i >= n_from || i >= n_to || from[i] != to[i];
  if (difference->variant != NULL && n_to > 0)
    gp_variant_set_priorities (difference->variant, to, n_to);
}

/* ---- groups ------------------------------------------------------------------------------------
 */

static void
compare_group (Difference *difference, GpGroupKind kind)
{
  if (kind == GP_GROUP_PARAMETER)
    compare_parameter (difference);
  else if (kind == GP_GROUP_PINS)
    compare_pins (difference);
  else if (kind == GP_GROUP_PRIORITIES)
    compare_priorities (difference);
}

static void
add_group (GArray *groups, const GpProject *project, guint32 from, guint32 to, GpGroup group)
{
  Difference difference = {project, from, to, group.param, NULL, 0};

  compare_group (&difference, group.kind);
  group.n_values += difference.n_values;
  if (group.n_values > 0)
    g_array_append_val (groups, group);
}

GArray *
gp_groups_new (const GpProject *project, guint32 from, guint32 to, gboolean published)
{
  GArray *groups = g_array_new (FALSE, FALSE, sizeof (GpGroup));

  for (GpParam param = 0; param < GP_N_PARAMS; param++)
    add_group (groups, project, from, to,
               (GpGroup){GP_GROUP_PARAMETER, param, 0, parameter_matters (param)});
  add_group (groups, project, from, to, (GpGroup){GP_GROUP_PINS, 0, 0, TRUE});
  add_group (groups, project, from, to, (GpGroup){GP_GROUP_PUBLISHED, 0, published ? 1 : 0, TRUE});
  add_group (groups, project, from, to, (GpGroup){GP_GROUP_PRIORITIES, 0, 0, TRUE});
  return groups;
}

const char *
gp_group_name (const GpGroup *group)
{
  static const char *const names[] = {NULL, "pins", "published_plan", "priorities"};

  return group->kind == GP_GROUP_PARAMETER ? gp_param_info (group->param)->name
                                           : names[group->kind];
}

void
gp_group_apply (const GpGroup *group, GpVariant *variant, const GpProject *project, guint32 from,
                guint32 to)
{
  Difference difference = {project, from, to, group->param, variant, 0};

  compare_group (&difference, group->kind);
}
