/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From a project and a scenario to the sets and figures of the planning model. */
#include "gp-planner-data.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

static const char *
year_scope_name (GpProgramme programme)
{
  return gp_programme_name (programme);
}

static double
value (const GpPlanData *data, GpParam param, const char *scope, guint year)
{
  return gp_param_value (data->project, data->scenario, param, scope,
                         (GpYear)(data->project->plan_from + (GpYear)year));
}

static double *
by_year (const GpPlanData *data, GpParam param)
{
  double *values = g_new (double, data->n_years);
  for (guint y = 0; y < data->n_years; y++)
    values[y] = value (data, param, NULL, y);
  return values;
}

/* A parameter that has no neutral value must be given where it is used. */
static gboolean
require (const GpPlanData *data, GpParam param, const char *scope, GError **error)
{
  GpDecimal found;
  if (gp_param_lookup (data->project, data->scenario, param, scope, data->project->plan_from,
                       &found, NULL))
    return TRUE;
  g_set_error (error, GP_ERROR, GP_ERROR_DATA,
               _ ("Scenario “%s” has no value for “%s%s%s”: add it to its assumptions."),
               data->project->scenarios[data->scenario].code, gp_param_info (param)->name,
               scope != NULL ? " " : "", scope != NULL ? scope : "");
  return FALSE;
}

static gboolean
read_sector (GpPlanData *data, guint32 s, GError **error)
{
  const GpSector *sector = &data->project->sectors[s];
  for (guint k = 0; k < MIN (sector->support_years, GP_MAX_SUPPORT); k++) {
    g_autofree char *scope = g_strdup_printf ("%s:%u", sector->code, k + 1);
    if (!require (data, GP_PARAM_SUPPORT_DAYS, scope, error))
      return FALSE;
    data->support[s * GP_MAX_SUPPORT + k] = value (data, GP_PARAM_SUPPORT_DAYS, scope, 0);
  }
  for (guint y = 0; y < data->n_years; y++) {
    data->recruitment[s * data->n_years + y] =
        value (data, GP_PARAM_RECRUITMENT_DAYS, sector->code, y);
    data->sector_min[s * data->n_years + y] =
        value (data, GP_PARAM_SECTOR_MIN_SHARE, sector->code, y);
  }
  return TRUE;
}

static void
read_numbers (GpPlanData *data)
{
  data->interest = by_year (data, GP_PARAM_INTEREST_CAP);
  data->equity = by_year (data, GP_PARAM_EQUITY_MIN_SHARE);
  data->handover = by_year (data, GP_PARAM_HANDOVER_SHARE);
  data->coach_days = by_year (data, GP_PARAM_VERANDERCOACH_DAYS);
  data->coach_first_days = by_year (data, GP_PARAM_VERANDERCOACH_FIRST_YEAR_DAYS);
  data->candidates = by_year (data, GP_PARAM_CANDIDATES_PER_SCHOOL);
  data->partner_cap = by_year (data, GP_PARAM_PARTNER_CAP);
  data->training_cap = by_year (data, GP_PARAM_TRAINING_CAP);
  data->expert_cap = by_year (data, GP_PARAM_EXPERT_CAP);
  data->cohort = g_new (double, GP_N_PROGRAMMES * data->n_years);
  for (guint p = 0; p < GP_N_PROGRAMMES; p++)
    for (guint y = 0; y < data->n_years; y++)
      data->cohort[p * data->n_years + y] =
          value (data, GP_PARAM_COHORT_TARGET, year_scope_name ((GpProgramme)p), y);
  data->retention = value (data, GP_PARAM_VERANDERCOACH_RETENTION, NULL, 0);
  data->attrition = value (data, GP_PARAM_EXPERT_ATTRITION, NULL, 0);
  data->coach_expert_days = value (data, GP_PARAM_VERANDERCOACH_EXPERT_DAYS, NULL, 0);
  data->partnership_days = value (data, GP_PARAM_PARTNERSHIP_EXPERT_DAYS, NULL, 0);
  data->training_days = value (data, GP_PARAM_TRAINING_EXPERT_DAYS, NULL, 0);
  data->expert_days = value (data, GP_PARAM_EXPERT_DAYS, NULL, 0);
  data->expert_training_days = value (data, GP_PARAM_EXPERT_TRAINING_DAYS, NULL, 0);
  data->lending = value (data, GP_PARAM_LENDING_EFFICIENCY, NULL, 0);
  data->require_ready = value (data, GP_PARAM_REQUIRE_READY, NULL, 0) > 0.5;
  data->need_weight[GP_NEED_HIGH] = value (data, GP_PARAM_NEED_WEIGHT, "high", 0);
  data->need_weight[GP_NEED_OTHER] = value (data, GP_PARAM_NEED_WEIGHT, "other", 0);
  data->cost_expert = value (data, GP_PARAM_COST_EXPERT_DAY, NULL, 0);
  data->cost_coach = value (data, GP_PARAM_COST_VERANDERCOACH_DAY, NULL, 0);
  data->cost_training = value (data, GP_PARAM_COST_TRAINING, NULL, 0);
  data->cost_partnership = value (data, GP_PARAM_COST_PARTNERSHIP, NULL, 0);
  data->cost_hire = value (data, GP_PARAM_COST_HIRE, NULL, 0);
  data->cost_lent = value (data, GP_PARAM_COST_LENT_DAY, NULL, 0);
  data->cost_overload = value (data, GP_PARAM_COST_OVERLOAD_DAY, NULL, 0);
}

static gboolean
read_parameters (GpPlanData *data, GError **error)
{
  data->support = g_new0 (double, data->n_sectors *GP_MAX_SUPPORT);
  data->recruitment = g_new0 (double, data->n_sectors * data->n_years);
  data->sector_min = g_new0 (double, data->n_sectors * data->n_years);
  if (data->project->n_verandercoaches > 0 &&
      !require (data, GP_PARAM_VERANDERCOACH_DAYS, NULL, error))
    return FALSE;
  for (guint32 s = 0; s < data->n_sectors; s++)
    if (data->project->n_schools > 0 && !read_sector (data, s, error))
      return FALSE;
  read_numbers (data);
  return TRUE;
}

/* ---- cells and sites -------------------------------------------------------------- */

static int
compare_cells (gconstpointer a, gconstpointer b)
{
  const GpCell *p = a, *q = b;
  if (p->board != q->board)
    return p->board < q->board ? -1 : 1;
  if (p->region != q->region)
    return p->region < q->region ? -1 : 1;
  if (p->sector != q->sector)
    return p->sector < q->sector ? -1 : 1;
  return (p->need > q->need) - (p->need < q->need);
}

/* One entry a school that can be planned, sorted; equal neighbours are then one cell. */
static GArray *
eligible_schools (const GpProject *project)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (GpCell));
  for (guint32 i = 0; i < project->n_schools; i++) {
    const GpSchool *school = &project->schools[i];
    if (!gp_school_is_eligible (school))
      continue;
    GpCell cell = {.board = school->board,
                   .sector = school->sector,
                   .region = school->region,
                   .need = school->high_need ? GP_NEED_HIGH : GP_NEED_OTHER,
                   .n = 1,
                   .n_ready = gp_school_is_ready (school),
                   .pupils = school->pupils};
    g_array_append_val (found, cell);
  }
  g_array_sort (found, compare_cells);
  return found;
}

static void
make_cells (GpPlanData *data)
{
  g_autoptr (GArray) schools = eligible_schools (data->project);
  GArray *cells = g_array_new (FALSE, FALSE, sizeof (GpCell));
  for (guint i = 0; i < schools->len;) {
    GpCell cell = g_array_index (schools, GpCell, i);
    double pupils = 0;
    guint counted = 0, j = i;
    cell.n = cell.n_ready = 0;
    for (; j < schools->len && compare_cells (&cell, &g_array_index (schools, GpCell, j)) == 0;
         j++) {
      const GpCell *school = &g_array_index (schools, GpCell, j);
      cell.n++;
      cell.n_ready += school->n_ready;
      if (school->pupils >= 0) {
        pupils += school->pupils;
        counted++;
      }
    }
    cell.pupils = counted > 0 ? pupils / counted : 0;
    g_array_append_val (cells, cell);
    i = j;
  }
  data->n_cells = cells->len;
  data->cells = (GpCell *)(void *)g_array_free (cells, FALSE);
}

/* Sites: every (board, region) with a cell or with schools that still ask support. */
static void
make_sites (GpPlanData *data)
{
  const GpProject *project = data->project;
  GArray *sites = g_array_new (FALSE, FALSE, sizeof (GpSite));
  guint32 *site_of = g_new (guint32, data->n_regions);
  guint cell = 0;
  for (guint32 b = 0; b < data->n_boards; b++) {
    guint n_schools;
    const guint32 *schools = gp_project_board_schools (project, b, &n_schools);
    memset (site_of, 0xff, sizeof (guint32) * data->n_regions);
    data->boards[b].first_site = sites->len;
    for (guint i = 0; i < n_schools; i++) {
      guint32 region = project->schools[schools[i]].region;
      if (site_of[region] != GP_NONE)
        continue;
      site_of[region] = sites->len;
      g_array_append_val (sites, ((GpSite){b, region}));
    }
    data->boards[b].n_sites = sites->len - data->boards[b].first_site;
    data->boards[b].first_cell = cell;
    for (; cell < data->n_cells && data->cells[cell].board == b; cell++)
      data->cells[cell].site = site_of[data->cells[cell].region];
    data->boards[b].n_cells = cell - data->boards[b].first_cell;
  }
  g_free (site_of);
  data->n_sites = sites->len;
  data->sites = (GpSite *)(void *)g_array_free (sites, FALSE);
}

static void
add_carry (GpPlanData *data, const GpSchool *school)
{
  const GpBoardData *board = &data->boards[school->board];
  guint site = board->first_site;
  while (data->sites[site].region != school->region)
    site++;
  for (guint k = 0; k < GP_MAX_SUPPORT; k++) {
    int year = school->started + (int)k - data->project->plan_from;
    if (year >= 0 && year < (int)data->n_years)
      data->carry[site * data->n_years + (guint)year] +=
          data->support[school->sector * GP_MAX_SUPPORT + k];
  }
}

static void
make_history (GpPlanData *data)
{
  data->carry = g_new0 (double, data->n_sites * data->n_years);
  for (guint32 i = 0; i < data->project->n_schools; i++) {
    const GpSchool *school = &data->project->schools[i];
    if (school->started == GP_YEAR_NONE)
      continue;
    data->boards[school->board].n_started++;
    add_carry (data, school);
  }
}

/* The own maximum, or so many a school of the board; never below those it has. */
static double
max_coaches (const GpPlanData *data, guint32 b)
{
  const GpBoard *board = &data->project->boards[b];
  GpDecimal per_school = {0, 0};
  guint n_schools;
  double most;
  gp_project_board_schools (data->project, b, &n_schools);
  gp_param_lookup (data->project, data->scenario, GP_PARAM_VERANDERCOACHES_PER_SCHOOL, NULL,
                   data->project->plan_from, &per_school, NULL);
  if (board->max_verandercoaches >= 0)
    most = board->max_verandercoaches;
  else {
    double rough = gp_decimal_to_double (per_school) * n_schools;
    most = fabs (rough - round (rough)) < 1e-9 * (1 + rough) ? round (rough) : ceil (rough);
  }
  return fmax (most, data->stock0[b * data->n_years]);
}

static void
make_boards (GpPlanData *data)
{
  for (guint32 b = 0; b < data->n_boards; b++) {
    GpBoardData *board = &data->boards[b];
    board->is_partner = data->project->boards[b].partner_since != GP_YEAR_NONE;
    board->can_partner =
        board->is_partner || gp_project_board_can_partner (data->project, data->scenario, b);
    board->max_coaches = board->can_partner ? max_coaches (data, b) : 0;
  }
}

static void
make_pins (GpPlanData *data)
{
  data->pins = g_new (GpPinData, data->project->n_pins);
  for (guint32 i = 0; i < data->project->n_pins; i++)
    if (gp_project_pin_applies (data->project, data->scenario, i))
      data->pins[data->n_pins++] =
          (GpPinData){i, &data->project->pins[i],
                      (guint)(data->project->pins[i].year - data->project->plan_from)};
}

/* What changes has no meaning without a published plan. */
static void
read_priorities (GpPlanData *data)
{
  GpPriorityId order[GP_N_PRIORITIES];
  guint n = gp_project_priorities (data->project, data->scenario, order);
  for (guint i = 0; i < n; i++)
    if (order[i] != GP_PRIORITY_CHANGE)
      data->priorities[data->n_priorities++] = order[i];
}

GpPlanData *
gp_plan_data_new (const GpProject *project, guint32 scenario, GError **error)
{
  g_autoptr (GpPlanData) data = g_new0 (GpPlanData, 1);
  data->project = project;
  data->scenario = scenario;
  data->n_years = (guint)(project->last_year - project->plan_from + 1);
  data->n_regions = project->n_regions;
  data->n_sectors = project->n_sectors;
  data->n_boards = project->n_boards;
  read_priorities (data);
  if (!read_parameters (data, error))
    return NULL;
  data->boards = g_new0 (GpBoardData, data->n_boards);
  make_cells (data);
  make_sites (data);
  make_history (data);
  gp_plan_data_make_experts (data);
  gp_plan_data_make_verandercoaches (data);
  make_boards (data);
  make_pins (data);
  return g_steal_pointer (&data);
}

void
gp_plan_data_free (GpPlanData *data)
{
  if (data == NULL)
    return;
  double *all[] = {data->carry,        data->stock0,           data->days0,       data->available,
                   data->heads,        data->support,          data->recruitment, data->sector_min,
                   data->cohort,       data->interest,         data->equity,      data->handover,
                   data->coach_days,   data->coach_first_days, data->candidates,  data->partner_cap,
                   data->training_cap, data->expert_cap};
  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    g_free (all[i]);
  g_free (data->cells);
  g_free (data->sites);
  g_free (data->boards);
  g_free (data->pins);
  gp_published_data_free (data->published);
  g_free (data);
}

double
gp_plan_data_support (const GpPlanData *data, guint32 sector, guint year, guint k)
{
  if (k >= GP_MAX_SUPPORT || year + k >= data->n_years)
    return 0;
  return data->support[sector * GP_MAX_SUPPORT + k];
}

double
gp_plan_data_support_sum (const GpPlanData *data, guint32 sector, guint year)
{
  double sum = 0;
  for (guint k = 0; k < GP_MAX_SUPPORT; k++)
    sum += gp_plan_data_support (data, sector, year, k);
  return sum;
}

double
gp_plan_data_reach (const GpPlanData *data, const GpCell *cell, guint year)
{
  return cell->pupils * data->need_weight[cell->need] * (data->n_years - year);
}

gboolean
gp_plan_data_cell_pinned (const GpPlanData *data, const GpCell *cell)
{
  for (guint i = 0; i < data->n_pins; i++)
    if (data->pins[i].row->kind == GP_PIN_START && data->pins[i].row->board == cell->board &&
        data->pins[i].row->sector == cell->sector)
      return TRUE;
  return FALSE;
}

GpYear
gp_plan_data_year (const GpPlanData *data, guint year)
{
  return (GpYear)(data->project->plan_from + (GpYear)year);
}
