/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parameters of a scenario as exact numbers, by sector, by year and for good. The planning
 * model writes [y] where a parameter may depend on a year; the others are looked up in the first.
 */
#include "gp-audit-published.h"

#include <glib/gi18n-lib.h>

/* Fifty times what the whole country asks; up to a gigabyte of memory. */
#define MAX_COLUMNS 5000000u

GpYear
gp_audit_year (const GpAuditData *data, guint year)
{
  return (GpYear)(data->project->plan_from + (GpYear)year);
}

static void
get (const GpAuditData *data, GpParam param, const char *scope, guint year, mpq_ptr out)
{
  GpDecimal found = {0, 0};
  gp_param_lookup (data->project, data->scenario, param, scope, gp_audit_year (data, year), &found,
                   NULL);
  gp_audit_set_decimal (out, found);
}

/* A parameter without which rules cannot be written must be given; elsewhere none counts as zero.
 */
static gboolean
require (const GpAuditData *data, GpParam param, const char *scope, GError **error)
{
  GpDecimal found;
  if (gp_param_lookup (data->project, data->scenario, param, scope, data->project->plan_from,
                       &found, NULL))
    return TRUE;
  g_set_error (error, GP_ERROR, GP_ERROR_DATA,
               _ ("The plan cannot be checked: scenario “%s” has no value for “%s” (%s)."),
               data->project->scenarios[data->scenario].code, gp_param_info (param)->name,
               scope != NULL ? scope : _ ("all years"));
  return FALSE;
}

/* ---- sectors --------------------------------------------------------------------------------- */

static gboolean
add_sector (GpAuditData *data, guint32 s, GError **error)
{
  const GpSector *row = &data->project->sectors[s];
  GpAuditSector *sector = &data->sectors[s];
  gboolean complete = TRUE;
  mpq_t days;
  sector->n_support = MIN (row->support_years, GP_AUDIT_MAX_SUPPORT);
  sector->groeikracht = row->groeikracht;
  mpq_init (days);
  for (guint k = 0; k < sector->n_support && complete; k++) {
    g_autofree char *scope = g_strdup_printf ("%s:%u", row->code, k + 1);
    if (data->project->n_schools > 0)
      complete = require (data, GP_PARAM_SUPPORT_DAYS, scope, error);
    get (data, GP_PARAM_SUPPORT_DAYS, scope, 0, days);
    sector->support[k] = gp_audit_numbers_add (data->numbers, days);
    gp_audit_raise (sector->most_support, days);
  }
  mpq_clear (days);
  return complete;
}

/* The two coefficients of "sum of some >= share x sum of all", or none when the share is zero. */
static void
add_share (GpAuditData *data, mpq_srcptr share, const GpAuditNumber **in, const GpAuditNumber **out)
{
  mpq_t rest;
  *in = *out = NULL;
  if (mpq_sgn (share) == 0)
    return;
  mpq_init (rest);
  mpq_set_ui (rest, 1, 1);
  mpq_sub (rest, rest, share);
  *in = gp_audit_numbers_add (data->numbers, rest);
  *out = gp_audit_numbers_add_negated (data->numbers, share);
  mpq_clear (rest);
}

static void
add_sector_year (GpAuditData *data, guint32 s, guint y)
{
  GpAuditSectorYear *cell = &data->sector_years[s * data->n_years + y];
  const char *code = data->project->sectors[s].code;
  mpq_t value;
  mpq_init (value);
  get (data, GP_PARAM_RECRUITMENT_DAYS, code, y, value);
  cell->recruitment = gp_audit_numbers_add (data->numbers, value);
  get (data, GP_PARAM_SECTOR_MIN_SHARE, code, y, value);
  add_share (data, value, &cell->share_in, &cell->share_out);
  for (guint k = 0; k < data->sectors[s].n_support; k++) {
    mpq_mul (value, data->years[y].handover, data->sectors[s].support[k]->value);
    cell->handed[k] = gp_audit_numbers_add_negated (data->numbers, value);
  }
  mpq_clear (value);
}

/* ---- years ----------------------------------------------------------------------------------- */

static void
init_year (GpAuditYear *year)
{
  mpq_inits (year->target[0], year->target[1], year->interest, year->partner_cap,
             year->training_cap, year->handover, year->candidates, year->coach_days, year->heads,
             year->hire_room, NULL);
}

static void
clear_year (GpAuditYear *year)
{
  mpq_clears (year->target[0], year->target[1], year->interest, year->partner_cap,
              year->training_cap, year->handover, year->candidates, year->coach_days, year->heads,
              year->hire_room, NULL);
}

static void
add_year (GpAuditData *data, guint y)
{
  GpAuditYear *year = &data->years[y];
  mpq_t value;
  mpq_init (value);
  for (guint p = 0; p < GP_N_PROGRAMMES; p++) {
    get (data, GP_PARAM_COHORT_TARGET, gp_programme_name ((GpProgramme)p), y, year->target[p]);
    if (y > 0)
      mpq_add (year->target[p], year->target[p], data->years[y - 1].target[p]);
  }
  get (data, GP_PARAM_INTEREST_CAP, NULL, y, year->interest);
  get (data, GP_PARAM_PARTNER_CAP, NULL, y, year->partner_cap);
  get (data, GP_PARAM_TRAINING_CAP, NULL, y, year->training_cap);
  get (data, GP_PARAM_HANDOVER_SHARE, NULL, y, year->handover);
  get (data, GP_PARAM_CANDIDATES_PER_SCHOOL, NULL, y, year->candidates);
  get (data, GP_PARAM_VERANDERCOACH_DAYS, NULL, y, year->coach_days);
  get (data, GP_PARAM_EXPERT_CAP, NULL, y, year->hire_room);
  get (data, GP_PARAM_EQUITY_MIN_SHARE, NULL, y, value);
  add_share (data, value, &year->equity_in, &year->equity_out);
  get (data, GP_PARAM_VERANDERCOACH_FIRST_YEAR_DAYS, NULL, y, value);
  mpq_sub (value, year->coach_days, value);
  year->first_year_less = gp_audit_numbers_add (data->numbers, value);
  year->minus_coach_days = gp_audit_numbers_add_negated (data->numbers, year->coach_days);
  year->minus_candidates = gp_audit_numbers_add_negated (data->numbers, year->candidates);
  mpq_clear (value);
}

/* ---- for good -------------------------------------------------------------------------------- */

static void
init_scalars (GpAuditScalars *s)
{
  mpq_inits (s->retention, s->expert_retention, s->coach_days, s->partnership_days,
             s->training_days, s->expert_days, s->expert_training_days, s->lending, s->weight[0],
             s->weight[1], s->cost_expert, s->cost_coach, s->cost_training, s->cost_partnership,
             s->cost_hire, s->cost_lent, s->cost_overload, NULL);
}

static void
clear_scalars (GpAuditScalars *s)
{
  mpq_clears (s->retention, s->expert_retention, s->coach_days, s->partnership_days,
              s->training_days, s->expert_days, s->expert_training_days, s->lending, s->weight[0],
              s->weight[1], s->cost_expert, s->cost_coach, s->cost_training, s->cost_partnership,
              s->cost_hire, s->cost_lent, s->cost_overload, NULL);
}

static void
add_scalars (GpAuditData *data)
{
  GpAuditScalars *s = &data->scalars;
  const struct {
    GpParam param;
    mpq_ptr out;
  } plain[] = {{GP_PARAM_VERANDERCOACH_RETENTION, s->retention},
               {GP_PARAM_EXPERT_ATTRITION, s->expert_retention},
               {GP_PARAM_VERANDERCOACH_EXPERT_DAYS, s->coach_days},
               {GP_PARAM_PARTNERSHIP_EXPERT_DAYS, s->partnership_days},
               {GP_PARAM_TRAINING_EXPERT_DAYS, s->training_days},
               {GP_PARAM_EXPERT_DAYS, s->expert_days},
               {GP_PARAM_EXPERT_TRAINING_DAYS, s->expert_training_days},
               {GP_PARAM_LENDING_EFFICIENCY, s->lending},
               {GP_PARAM_COST_EXPERT_DAY, s->cost_expert},
               {GP_PARAM_COST_VERANDERCOACH_DAY, s->cost_coach},
               {GP_PARAM_COST_TRAINING, s->cost_training},
               {GP_PARAM_COST_PARTNERSHIP, s->cost_partnership},
               {GP_PARAM_COST_HIRE, s->cost_hire},
               {GP_PARAM_COST_LENT_DAY, s->cost_lent},
               {GP_PARAM_COST_OVERLOAD_DAY, s->cost_overload}};
  mpq_t value;
  mpq_init (value);
  for (guint i = 0; i < G_N_ELEMENTS (plain); i++)
    get (data, plain[i].param, NULL, 0, plain[i].out);
  mpq_set_ui (value, 1, 1);
  mpq_sub (s->expert_retention, value, s->expert_retention);
  for (guint need = 0; need < GP_N_NEEDS; need++)
    get (data, GP_PARAM_NEED_WEIGHT, gp_need_name ((GpNeed)need), 0, s->weight[need]);
  get (data, GP_PARAM_REQUIRE_READY, NULL, 0, value);
  s->require_ready = mpq_cmp_ui (value, 1, 2) > 0;
  mpq_clear (value);
}

static void
add_coefficients (GpAuditData *data)
{
  const GpAuditScalars *s = &data->scalars;
  GpAuditCoefficients *c = &data->coefficients;
  GPtrArray *pool = data->numbers;
  mpq_t value;
  mpq_init (value);
  mpq_set_ui (value, 1, 1);
  c->one = gp_audit_numbers_add (pool, value);
  c->minus_one = gp_audit_numbers_add_negated (pool, value);
  mpq_sub (value, s->training_days, s->coach_days);
  c->training_less = gp_audit_numbers_add (pool, value);
  c->coach_days = gp_audit_numbers_add (pool, s->coach_days);
  c->partnership_days = gp_audit_numbers_add (pool, s->partnership_days);
  c->expert_training_days = gp_audit_numbers_add (pool, s->expert_training_days);
  c->minus_retention = gp_audit_numbers_add_negated (pool, s->retention);
  c->minus_expert_retention = gp_audit_numbers_add_negated (pool, s->expert_retention);
  c->minus_expert_days = gp_audit_numbers_add_negated (pool, s->expert_days);
  c->minus_lending = gp_audit_numbers_add_negated (pool, s->lending);
  mpq_clear (value);
}

/* ---- the whole ------------------------------------------------------------------------------- */

static gboolean
add_parameters (GpAuditData *data, GError **error)
{
  if (data->project->n_verandercoaches > 0 &&
      !require (data, GP_PARAM_VERANDERCOACH_DAYS, NULL, error))
    return FALSE;
  for (guint32 s = 0; s < data->n_sectors; s++)
    if (!add_sector (data, s, error))
      return FALSE;
  add_scalars (data);
  add_coefficients (data);
  for (guint y = 0; y < data->n_years; y++)
    add_year (data, y);
  for (guint32 s = 0; s < data->n_sectors; s++)
    for (guint y = 0; y < data->n_years; y++)
      add_sector_year (data, s, y);
  return TRUE;
}

static GpAuditData *
data_alloc (const GpProject *project, guint32 scenario)
{
  GpAuditData *data = g_new0 (GpAuditData, 1);
  data->project = project;
  data->scenario = scenario;
  data->n_years = (guint)(project->last_year - project->plan_from + 1);
  data->n_regions = project->n_regions;
  data->n_sectors = project->n_sectors;
  data->n_boards = project->n_boards;
  data->numbers = gp_audit_numbers_new ();
  data->years = g_new0 (GpAuditYear, data->n_years);
  data->sectors = g_new0 (GpAuditSector, data->n_sectors);
  data->sector_years = g_new0 (GpAuditSectorYear, data->n_sectors * data->n_years);
  init_scalars (&data->scalars);
  for (guint y = 0; y < data->n_years; y++)
    init_year (&data->years[y]);
  for (guint32 s = 0; s < data->n_sectors; s++)
    mpq_init (data->sectors[s].most_support);
  return data;
}

/* The size of a project decides how much memory is asked for, and GMP ends the program when there
 * is none. */
static gboolean
is_of_a_size (const GpAuditData *data, GError **error)
{
  guint n = gp_audit_n_columns (data);
  if (n <= MAX_COLUMNS)
    return TRUE;
  g_set_error (error, GP_ERROR, GP_ERROR_DATA,
               _ ("The plan cannot be checked: it has %u decisions to make, more than %u. Plan "
                  "fewer years or boards."),
               n, MAX_COLUMNS);
  return FALSE;
}

GpAuditData *
gp_audit_data_new (const GpProject *project, guint32 scenario, GError **error)
{
  g_autoptr (GpAuditData) data = data_alloc (project, scenario);
  if (!add_parameters (data, error))
    return NULL;
  gp_audit_data_add_cells (data);
  gp_audit_data_add_carry (data);
  gp_audit_data_add_experts (data);
  gp_audit_data_add_coaches (data);
  gp_audit_data_add_columns (data);
  if (!is_of_a_size (data, error))
    return NULL;
  gp_audit_data_add_boxes (data);
  return g_steal_pointer (&data);
}

static void
free_boards (GpAuditData *data)
{
  for (guint i = 0; i < data->n_places; i++)
    gp_audit_rationals_free (data->places[i].carry, data->n_years);
  for (guint32 b = 0; data->boards != NULL && b < data->n_boards; b++) {
    gp_audit_rationals_free (data->boards[b].heads, data->n_years);
    gp_audit_rationals_free (data->boards[b].days, data->n_years);
    mpz_clear (data->boards[b].most);
  }
  for (guint32 r = 0; data->region_cells != NULL && r < data->n_regions; r++) {
    g_array_unref (data->region_cells[r]);
    g_array_unref (data->region_places[r]);
    g_array_unref (data->region_boards[r]);
  }
  g_free (data->region_cells);
  g_free (data->region_places);
  g_free (data->region_boards);
  g_free (data->coached_boards);
  g_free (data->coached_places);
  g_free (data->cells);
  g_free (data->places);
  g_free (data->boards);
}

void
gp_audit_data_free (GpAuditData *data)
{
  if (data == NULL)
    return;
  free_boards (data);
  gp_audit_published_free (data->published);
  for (guint y = 0; y < data->n_years; y++)
    clear_year (&data->years[y]);
  for (guint32 s = 0; s < data->n_sectors; s++)
    mpq_clear (data->sectors[s].most_support);
  gp_audit_rationals_free (data->available, data->n_regions * data->n_years);
  gp_audit_rationals_free (data->demand, data->n_regions * data->n_years);
  clear_scalars (&data->scalars);
  g_ptr_array_unref (data->numbers);
  g_free (data->years);
  g_free (data->sectors);
  g_free (data->sector_years);
  g_free (data);
}
