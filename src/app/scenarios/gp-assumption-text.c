/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The titles and groups of parameters and priorities; their definitions are those of the model. A
 * test asks that every parameter is here. */
#include "gp-assumption.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct {
  GpAssumptionGroup group;
  const char *title;
} Text;

/* clang-format off */
static const Text texts[GP_N_PARAMS] = {
  [GP_PARAM_PARTICIPATION_GOAL] = {GP_ASSUMPTIONS_GROWTH, N_("Goal")},
  [GP_PARAM_COHORT_TARGET] = {GP_ASSUMPTIONS_GROWTH, N_("Cohort")},
  [GP_PARAM_INTEREST_CAP] = {GP_ASSUMPTIONS_GROWTH, N_("Interested schools")},
  [GP_PARAM_SCHOOL_CONTINUATION] = {GP_ASSUMPTIONS_GROWTH, N_("Schools that go on")},
  [GP_PARAM_SUPPORT_DAYS] = {GP_ASSUMPTIONS_SUPPORT, N_("Support for a school")},
  [GP_PARAM_RECRUITMENT_DAYS] = {GP_ASSUMPTIONS_SUPPORT, N_("Talks before a start")},
  [GP_PARAM_HANDOVER_SHARE] = {GP_ASSUMPTIONS_HANDOVER, N_("Hand-over share")},
  [GP_PARAM_VERANDERCOACH_DAYS] = {GP_ASSUMPTIONS_HANDOVER, N_("Days of a verandercoach")},
  [GP_PARAM_VERANDERCOACH_FIRST_YEAR_DAYS] = {GP_ASSUMPTIONS_HANDOVER, N_("Days in the year of training")},
  [GP_PARAM_VERANDERCOACH_RETENTION] = {GP_ASSUMPTIONS_HANDOVER, N_("Verandercoaches who stay")},
  [GP_PARAM_VERANDERCOACH_EXPERT_DAYS] = {GP_ASSUMPTIONS_HANDOVER, N_("Expert days per verandercoach")},
  [GP_PARAM_VERANDERCOACHES_PER_SCHOOL] = {GP_ASSUMPTIONS_TRAINING, N_("Verandercoaches per school")},
  [GP_PARAM_CANDIDATES_PER_SCHOOL] = {GP_ASSUMPTIONS_TRAINING, N_("Candidates per school")},
  [GP_PARAM_TRAINING_CAP] = {GP_ASSUMPTIONS_TRAINING, N_("Trainings a year")},
  [GP_PARAM_TRAINING_EXPERT_DAYS] = {GP_ASSUMPTIONS_TRAINING, N_("Expert days per training")},
  [GP_PARAM_PARTNER_CAP] = {GP_ASSUMPTIONS_TRAINING, N_("New partner boards a year")},
  [GP_PARAM_PARTNER_MIN_SCHOOLS] = {GP_ASSUMPTIONS_TRAINING, N_("Smallest partner board")},
  [GP_PARAM_PARTNERSHIP_EXPERT_DAYS] = {GP_ASSUMPTIONS_TRAINING, N_("Expert days per new partner")},
  [GP_PARAM_EXPERT_CAP] = {GP_ASSUMPTIONS_EXPERTS, N_("Expert coaches")},
  [GP_PARAM_EXPERT_DAYS] = {GP_ASSUMPTIONS_EXPERTS, N_("Days of a hired expert coach")},
  [GP_PARAM_EXPERT_TRAINING_DAYS] = {GP_ASSUMPTIONS_EXPERTS, N_("Days missed when hired")},
  [GP_PARAM_EXPERT_ATTRITION] = {GP_ASSUMPTIONS_EXPERTS, N_("Expert coaches who leave")},
  [GP_PARAM_LENDING_EFFICIENCY] = {GP_ASSUMPTIONS_EXPERTS, N_("Left of a lent day")},
  [GP_PARAM_EQUITY_MIN_SHARE] = {GP_ASSUMPTIONS_RULES, N_("At least with high need")},
  [GP_PARAM_SECTOR_MIN_SHARE] = {GP_ASSUMPTIONS_RULES, N_("At least of the sector")},
  [GP_PARAM_NEED_WEIGHT] = {GP_ASSUMPTIONS_RULES, N_("Weight of a pupil")},
  [GP_PARAM_REQUIRE_READY] = {GP_ASSUMPTIONS_RULES, N_("Only ready schools in the first year")},
  [GP_PARAM_COST_EXPERT_DAY] = {GP_ASSUMPTIONS_COSTS, N_("Expert day")},
  [GP_PARAM_COST_VERANDERCOACH_DAY] = {GP_ASSUMPTIONS_COSTS, N_("Verandercoach day")},
  [GP_PARAM_COST_TRAINING] = {GP_ASSUMPTIONS_COSTS, N_("Training of a verandercoach")},
  [GP_PARAM_COST_PARTNERSHIP] = {GP_ASSUMPTIONS_COSTS, N_("New partner board")},
  [GP_PARAM_COST_HIRE] = {GP_ASSUMPTIONS_COSTS, N_("Hiring an expert coach")},
  [GP_PARAM_COST_LENT_DAY] = {GP_ASSUMPTIONS_COSTS, N_("Lent day, extra")},
  [GP_PARAM_COST_OVERLOAD_DAY] = {GP_ASSUMPTIONS_COSTS, N_("Expert day that is short")},
  [GP_PARAM_SCHOOL_FEE] = {GP_ASSUMPTIONS_FINANCE, N_("Fee of a school")},
  [GP_PARAM_GOVERNMENT_SHARE] = {GP_ASSUMPTIONS_FINANCE, N_("Government share")},
  [GP_PARAM_PRICE_INDEX] = {GP_ASSUMPTIONS_FINANCE, N_("Growth of prices")},
  [GP_PARAM_DRIVEN_SHARE] = {GP_ASSUMPTIONS_FINANCE, N_("Costs that follow their drivers")},
};

static const char *const groups[GP_N_ASSUMPTION_GROUPS] = {
  [GP_ASSUMPTIONS_GROWTH] = N_("Growth and cohorts"),
  [GP_ASSUMPTIONS_SUPPORT] = N_("Support days"),
  [GP_ASSUMPTIONS_HANDOVER] = N_("Hand-over to verandercoaches"),
  [GP_ASSUMPTIONS_TRAINING] = N_("Training and partner boards"),
  [GP_ASSUMPTIONS_EXPERTS] = N_("Expert coaches"),
  [GP_ASSUMPTIONS_RULES] = N_("Who goes first"),
  [GP_ASSUMPTIONS_COSTS] = N_("Costs of the plan"),
  [GP_ASSUMPTIONS_FINANCE] = N_("Fees and budgets"),
};

static const struct {
  const char *title, *definition;
} priorities[GP_N_PRIORITIES] = {
  [GP_PRIORITY_OVERLOAD] = {N_("No expert days short"), N_("As few expert days as possible that are promised and not there.")},
  [GP_PRIORITY_GROEIKRACHT_DELAY] = {N_("Groeikracht in time"), N_("As few Groeikracht schools as possible behind their cohorts.")},
  [GP_PRIORITY_REGULAR_DELAY] = {N_("Regular schools in time"), N_("As few regular schools as possible behind their cohorts.")},
  [GP_PRIORITY_CHANGE] = {N_("Little change"), N_("As little change as possible against the published plan.")},
  [GP_PRIORITY_REACH] = {N_("Reach"), N_("As many pupils as early as possible, those with high need counting more.")},
  [GP_PRIORITY_COST] = {N_("Low cost"), N_("As little money as possible for what the plan decides.")},
};

static const struct {
  const char *unit, *text;
} units[] = {
  {"coach-days", N_("coach-days")}, {"schools", N_("schools")}, {"coaches", N_("coaches")},
  {"boards", N_("boards")}, {"EUR", "€"}, {"weight", N_("weight")}, {"share", ""}, {"flag", ""},
};
/* clang-format on */

const char *
gp_assumption_group_title (GpAssumptionGroup group)
{
  return _ (groups[group]);
}

GpAssumptionGroup
gp_assumption_group (GpParam param)
{
  return texts[param].group;
}

const char *
gp_assumption_title (GpParam param)
{
  return texts[param].title != NULL ? _ (texts[param].title) : "";
}

const char *
gp_assumption_definition (GpParam param)
{
  return _ (gp_param_info (param)->help);
}

const char *
gp_assumption_unit (GpParam param)
{
  const char *unit = gp_param_info (param)->unit;

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (g_str_equal (units[i].unit, unit))
      return *units[i].text != '\0' ? _ (units[i].text) : "";
  return unit;
}

static char *
sector_title (const GpProject *project, const char *code)
{
  guint32 index = gp_project_find (project, GP_TABLE_SECTORS, code);

  return g_strdup (index != GP_NONE ? project->sectors[index].name : code);
}

/* "vo:2" */
static char *
support_title (const GpProject *project, const char *scope)
{
  const char *colon = strchr (scope, ':');
  g_autofree char *code = colon != NULL ? g_strndup (scope, (gsize)(colon - scope)) : NULL;
  g_autofree char *sector = colon != NULL ? sector_title (project, code) : NULL;

  if (colon == NULL)
    return sector_title (project, scope);
  /* Translators: a sector, and which of a school's support years there. */
  return g_strdup_printf (_ ("%s, year %s"), sector, colon + 1);
}

char *
gp_assumption_scope_title (const GpProject *project, GpParam param, const char *scope)
{
  if (scope == NULL || *scope == '\0')
    return g_strdup ("");
  switch (gp_param_info (param)->scope) {
  case GP_SCOPE_SECTOR:
    return sector_title (project, scope);
  case GP_SCOPE_SECTOR_SUPPORT:
    return support_title (project, scope);
  case GP_SCOPE_PROGRAMME:
    return g_strdup (g_str_equal (scope, "regular") ? _ ("regular") : "Groeikracht");
  case GP_SCOPE_NEED:
    return g_strdup (g_str_equal (scope, "high") ? _ ("high need") : _ ("other need"));
  case GP_SCOPE_NONE:
  default:
    return g_strdup (scope);
  }
}

char *
gp_assumption_place (const GpProject *project, GpParam param, const char *scope, GpYear year)
{
  g_autofree char *where = gp_assumption_scope_title (project, param, scope);
  g_autoptr (GString) text = g_string_new (gp_assumption_title (param));
  char name[GP_YEAR_BYTES];

  if (*where != '\0')
    g_string_append_printf (text, " · %s", where);
  if (year != GP_YEAR_NONE)
    g_string_append_printf (text, " · %s", gp_year_format (year, name));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

const char *
gp_assumption_priority_title (GpPriorityId priority)
{
  return _ (priorities[priority].title);
}

const char *
gp_assumption_priority_definition (GpPriorityId priority)
{
  return _ (priorities[priority].definition);
}
