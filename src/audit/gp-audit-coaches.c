/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The coaches that are known: expert coaches (A, heads), verandercoaches (V0, G0), and how many a
 * board may have (M_b). Both kinds wear off: in plan year i a share^i of them is left. */
#include "gp-audit-data.h"

static gboolean
is_there (GpYear from, GpYear to, GpYear year)
{
  return (from == GP_YEAR_NONE || from <= year) && (to == GP_YEAR_NONE || year <= to);
}

/* values[i] = share^i */
static mpq_ptr
powers (guint n, mpq_srcptr share)
{
  mpq_ptr values = gp_audit_rationals_new (n);
  for (guint i = 0; i < n; i++)
    if (i == 0)
      mpq_set_ui (&values[i], 1, 1);
    else
      mpq_mul (&values[i], &values[i - 1], share);
  return values;
}

/* ---- expert coaches -------------------------------------------------------------------------- */

static void
add_expert (GpAuditData *data, const GpExpertCoach *coach)
{
  mpq_t value;
  mpq_init (value);
  for (guint y = 0; y < data->n_years; y++) {
    if (!is_there (coach->from_year, coach->to_year, gp_audit_year (data, y)))
      continue;
    mpq_ptr days = &data->available[coach->region * data->n_years + y];
    gp_audit_set_decimal (value, coach->days_per_year);
    mpq_add (days, days, value);
    mpq_set_ui (value, 1, 1);
    mpq_add (data->years[y].heads, data->years[y].heads, value);
  }
  mpq_clear (value);
}

void
gp_audit_data_add_experts (GpAuditData *data)
{
  mpq_t nothing;
  mpq_init (nothing);
  data->available = gp_audit_rationals_new (data->n_regions * data->n_years);
  for (guint i = 0; i < data->project->n_expert_coaches; i++)
    add_expert (data, &data->project->expert_coaches[i]);
  mpq_ptr left = powers (data->n_years, data->scalars.expert_retention);
  for (guint y = 0; y < data->n_years; y++) {
    GpAuditYear *year = &data->years[y];
    for (guint32 r = 0; r < data->n_regions; r++) {
      mpq_ptr days = &data->available[r * data->n_years + y];
      mpq_mul (days, days, &left[y]);
    }
    mpq_mul (year->heads, year->heads, &left[y]);
    mpq_sub (year->hire_room, year->hire_room, year->heads); /* it held the cap */
    gp_audit_raise (year->hire_room, nothing);
  }
  gp_audit_rationals_free (left, data->n_years);
  mpq_clear (nothing);
}

/* ---- verandercoaches ------------------------------------------------------------------------- */

static void
add_coach (GpAuditData *data, const GpVerandercoach *coach, mpq_srcptr left)
{
  GpAuditBoard *board = &data->boards[coach->board];
  mpq_t days;
  mpq_init (days);
  if (board->heads == NULL) {
    board->heads = gp_audit_rationals_new (data->n_years);
    board->days = gp_audit_rationals_new (data->n_years);
  }
  for (guint y = 0; y < data->n_years; y++) {
    if (!is_there (GP_YEAR_NONE, coach->to_year, gp_audit_year (data, y)))
      continue;
    if (coach->has_days)
      gp_audit_set_decimal (days, coach->days_per_year);
    else
      mpq_set (days, data->years[y].coach_days);
    mpq_mul (days, days, &left[y]);
    mpq_add (&board->heads[y], &board->heads[y], &left[y]);
    mpq_add (&board->days[y], &board->days[y], days);
  }
  mpq_clear (days);
}

/* The board's own maximum, else so many a school rounded up; never below those it has. */
static void
set_most (GpAuditData *data, guint32 b, mpq_srcptr per_school)
{
  GpAuditBoard *board = &data->boards[b];
  gint32 own = data->project->boards[b].max_verandercoaches;
  guint n_schools;
  mpq_t value;
  mpq_init (value);
  gp_project_board_schools (data->project, b, &n_schools);
  if (own >= 0)
    mpq_set_si (value, own, 1);
  else {
    mpq_set_ui (value, n_schools, 1);
    mpq_mul (value, value, per_school);
  }
  if (board->heads != NULL)
    gp_audit_raise (value, &board->heads[0]);
  gp_audit_ceil_whole (board->most, value);
  mpq_set_z (value, board->most);
  board->minus_most = gp_audit_numbers_add_negated (data->numbers, value);
  mpq_clear (value);
}

void
gp_audit_data_add_coaches (GpAuditData *data)
{
  mpq_ptr left = powers (data->n_years, data->scalars.retention);
  GpDecimal found = {0, 0};
  mpq_t per_school;
  mpq_init (per_school);
  for (guint i = 0; i < data->project->n_verandercoaches; i++)
    add_coach (data, &data->project->verandercoaches[i], left);
  gp_param_lookup (data->project, data->scenario, GP_PARAM_VERANDERCOACHES_PER_SCHOOL, NULL,
                   data->project->plan_from, &found, NULL);
  gp_audit_set_decimal (per_school, found);
  for (guint i = 0; i < data->n_coached_boards; i++)
    set_most (data, data->coached_boards[i], per_school);
  gp_audit_rationals_free (left, data->n_years);
  mpq_clear (per_school);
}

void
gp_audit_known_heads (const GpAuditData *data, guint32 board, guint year, mpq_ptr out)
{
  if (data->boards[board].heads != NULL)
    mpq_set (out, &data->boards[board].heads[year]);
  else
    mpq_set_ui (out, 0, 1);
}

void
gp_audit_known_days (const GpAuditData *data, guint32 board, guint year, mpq_ptr out)
{
  if (data->boards[board].days != NULL)
    mpq_set (out, &data->boards[board].days[year]);
  else
    mpq_set_ui (out, 0, 1);
}

void
gp_audit_room (const GpAuditData *data, guint32 board, guint year, mpq_ptr out)
{
  mpq_t known;
  mpq_init (known);
  gp_audit_known_heads (data, board, year, known);
  mpq_set_z (out, data->boards[board].most);
  mpq_sub (out, out, known);
  if (mpq_sgn (out) < 0)
    mpq_set_ui (out, 0, 1);
  mpq_clear (known);
}
