/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Boxes: for every column, or the sum of several, a finite number that it never needs to pass. A
 * proof from rounded multipliers leaves tiny reduced costs of the wrong sign; within a box they
 * cost a tiny bit of the bound, without one they would cost all of it.
 *
 * Most boxes follow from one row, all variables being >= 0: all x of a cell together from supply,
 * all z of a board together (it becomes a partner once), N and n (<= N) from partner room, v from
 * hand-over (no school asks more in a year than its largest support year), B from its cohort row, H
 * and h (<= H) from the cap on hires.
 *
 * Lending l and overload o have no such row; there cutting loses no better plan. Take any plan, and
 * among all plans with the same other decisions and no yearly sum of l or o larger, the one with
 * the smallest sum of l and o. No priority is worse in it, since l and o cost nothing below zero
 * and appear in no other. In it, with lending efficiency e <= 1:
 *
 *  1. a region with o > 0 lends nothing: less of both by the same amount leaves it as it was, and
 *     the receiver's o needs to grow by e times that at most;
 *
 *  2. no region both lends and receives: its lender could lend to its borrower directly;
 *
 *  3. so o is at most what the region's own rule 13 asks ("demand" below, with the training days
 *     of its hires), and l at most what its own coaches have: A + expert_days x H.
 *
 * This leans on the ranges of parameters (gp-parameter.h): efficiency and hand-over share at most 1
 * (so that experts never give less than nothing), nothing below zero. A test holds them to it. */
#include "gp-audit-data.h"

/* ---- demand ---------------------------------------------------------------------------------- */

static void
add_product (mpq_ptr sum, mpq_srcptr a, mpq_srcptr b)
{
  mpq_t product;
  mpq_init (product);
  mpq_mul (product, a, b);
  mpq_add (sum, sum, product);
  mpq_clear (product);
}

/* Every school of the cell asks its largest year, and talks. */
static void
add_cell_demand (const GpAuditData *data, const GpAuditCell *cell, guint year, mpq_ptr sum)
{
  mpq_t n;
  mpq_init (n);
  mpq_set_ui (n, cell->n_schools, 1);
  add_product (sum, n, data->sectors[cell->sector].most_support);
  if (year + 1 < data->n_years)
    add_product (sum, n,
                 data->sector_years[cell->sector * data->n_years + year + 1].recruitment->value);
  mpq_clear (n);
}

/* Becoming a partner, and as many coaches as there is room for, all in training or none. */
static void
add_board_demand (const GpAuditData *data, guint32 b, guint year, mpq_ptr sum)
{
  const GpAuditScalars *s = &data->scalars;
  mpq_t heads, days;
  mpq_inits (heads, days, NULL);
  gp_audit_room (data, b, year, heads);
  mpq_set (days, s->coach_days);
  gp_audit_raise (days, s->training_days);
  add_product (sum, heads, days);
  gp_audit_known_heads (data, b, year, heads);
  add_product (sum, heads, s->coach_days);
  if (!data->boards[b].is_partner)
    mpq_add (sum, sum, s->partnership_days);
  mpq_clears (heads, days, NULL);
}

static void
add_demand (GpAuditData *data, guint32 region, guint year)
{
  mpq_ptr sum = &data->demand[region * data->n_years + year];
  const GArray *cells = data->region_cells[region], *places = data->region_places[region],
               *boards = data->region_boards[region];
  for (guint i = 0; i < cells->len; i++)
    add_cell_demand (data, &data->cells[g_array_index (cells, guint, i)], year, sum);
  for (guint i = 0; i < places->len; i++) {
    const GpAuditPlace *place = &data->places[g_array_index (places, guint, i)];
    if (place->carry != NULL)
      mpq_add (sum, sum, &place->carry[year]);
  }
  for (guint i = 0; i < boards->len; i++)
    add_board_demand (data, g_array_index (boards, guint, i), year, sum);
}

void
gp_audit_data_add_boxes (GpAuditData *data)
{
  data->demand = gp_audit_rationals_new (data->n_regions * data->n_years);
  for (guint32 r = 0; r < data->n_regions; r++)
    for (guint y = 0; y < data->n_years; y++)
      add_demand (data, r, y);
}

/* ---- boxes ----------------------------------------------------------------------------------- */

/* share x (carry + the largest support year of every school that could start there). */
static void
coach_days_box (const GpAuditData *data, guint place_index, guint year, mpq_ptr out)
{
  const GpAuditPlace *place = &data->places[place_index];
  const GpAuditBoard *board = &data->boards[place->board];
  mpq_t n;
  mpq_init (n);
  mpq_set_ui (out, 0, 1);
  if (place->carry != NULL)
    mpq_set (out, &place->carry[year]);
  for (guint c = board->first_cell; c < board->first_cell + board->n_cells; c++)
    if (data->cells[c].region == place->region) {
      mpq_set_ui (n, data->cells[c].n_schools, 1);
      add_product (out, n, data->sectors[data->cells[c].sector].most_support);
    }
  mpq_mul (out, out, data->years[year].handover);
  mpq_clear (n);
}

/* of_hired: expert_days for lending, expert_training_days for overload. */
static void
region_box (const GpAuditData *data, mpq_srcptr start, mpq_srcptr of_hired, guint year, mpq_ptr out)
{
  mpq_set (out, start);
  add_product (out, data->years[year].hire_room, of_hired);
}

static void
find_box (const GpAuditData *data, const GpAuditColumn *c, mpq_ptr out)
{
  const guint by_region = c->region * data->n_years + c->year;
  switch (c->kind) {
  case GP_AUDIT_COLUMN_START:
    mpq_set_ui (out, data->cells[c->cell].n_schools, 1);
    break;
  case GP_AUDIT_COLUMN_PARTNER:
    mpq_set_ui (out, 1, 1);
    break;
  case GP_AUDIT_COLUMN_TRAINING:
  case GP_AUDIT_COLUMN_STOCK:
    gp_audit_room (data, c->board, c->year, out);
    break;
  case GP_AUDIT_COLUMN_COACH_DAYS:
    coach_days_box (data, c->place, c->year, out);
    break;
  case GP_AUDIT_COLUMN_HIRE:
  case GP_AUDIT_COLUMN_HIRED:
    mpq_set (out, data->years[c->year].hire_room);
    break;
  case GP_AUDIT_COLUMN_LENDING:
    region_box (data, &data->available[by_region], data->scalars.expert_days, c->year, out);
    break;
  case GP_AUDIT_COLUMN_OVERLOAD:
    region_box (data, &data->demand[by_region], data->scalars.expert_training_days, c->year, out);
    break;
  default:
    mpq_set (out, data->years[c->year].target[c->programme]);
  }
}

/* All starts of a cell, and all partner years of a board, share one box. */
guint
gp_audit_box_group (const GpAuditData *data, guint column)
{
  switch (gp_audit_column_kind (data, column)) {
  case GP_AUDIT_COLUMN_START:
    return GP_N_PROGRAMMES * data->n_years;
  case GP_AUDIT_COLUMN_PARTNER:
    return data->n_years;
  default:
    return 1;
  }
}

void
gp_audit_box (const GpAuditData *data, guint column, mpz_ptr out)
{
  GpAuditColumn c = gp_audit_column (data, column);
  mpq_t box;
  mpq_init (box);
  find_box (data, &c, box);
  gp_audit_ceil_whole (out, box);
  mpq_clear (box);
}
