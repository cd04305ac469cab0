/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From the duals of every priority to one proof a priority.
 *
 * The optimum of priority k was found with columns fixed that the priorities before it fixed (the
 * optimal face); such a column may have a reduced cost of the wrong sign in k. But it had a reduced
 * cost of the right sign, and not zero, in the priority j that fixed it, and none in those before
 * j. So from k-1 down to the first, a multiple held[j] of the whole proof of priority j puts every
 * column and row that j fixed right and leaves those of the later ones alone. What comes out is a
 * dual solution of "minimise k while every earlier priority keeps its value": the audit takes it
 * from there, in exact arithmetic and without us. It is handed the duals of k itself and the
 * multiples apart: they may be 1e12 and more, and a sum would have the rounding of that.
 *
 * What a priority's own bounds on columns and the rules of a chain of cells say needs no
 * multipliers in the plain program: it follows from the others by the supply of each cell. */
#include "gp-proof-private.h"

#include <math.h>

/* ---- multiples --------------------------------------------------------------------- */

static double
multiple_for (double combined, double of_holder)
{
  return combined * of_holder < 0 ? -combined / of_holder : 0;
}

/* A column whose wrong sign costs the bound next to nothing is left wrong: it is mostly rounding,
 * and says nothing about the multiple. */
static double
find_multiple (const GpRelaxed *relaxed, guint holder, const GpProofLevel *held,
               const GpProofLevel *own, const double *boxes, double negligible)
{
  const GpProgram *program = relaxed->program;
  double multiple = 0;
  for (guint c = 0; c < program->cols->len; c++)
    if (relaxed->col_level[c] == holder + 1 && fabs (own->cols[c].high) * boxes[c] > negligible)
      multiple = fmax (multiple, multiple_for (own->cols[c].high, held->cols[c].high));
  for (guint r = 0; r < program->rows->len; r++)
    if (relaxed->row_level[r] == holder + 1)
      multiple = fmax (multiple, multiple_for (own->rows[r].high, held->rows[r].high));
  return multiple;
}

static void
add_multiple (GpProofLevel *own, const GpProofLevel *held, double multiple, guint n_cols,
              guint n_rows)
{
  for (guint c = 0; c < n_cols; c++)
    gp_sum_add_times (&own->cols[c], multiple, held->cols[c]);
  for (guint r = 0; r < n_rows; r++)
    gp_sum_add_times (&own->rows[r], multiple, held->rows[r]);
}

static void
hold_earlier (const GpRelaxed *relaxed, GpProofLevel *levels, guint level, const double *boxes,
              double *held)
{
  double negligible = 1e-12 * (1 + fabs (relaxed->priorities[level].value));
  for (guint i = 0; i < GP_N_PRIORITIES; i++)
    held[i] = 0;
  for (guint i = level; i > 0; i--) {
    held[i - 1] = find_multiple (relaxed, i - 1, &levels[i - 1], &levels[level], boxes, negligible);
    if (held[i - 1] > 0)
      add_multiple (&levels[level], &levels[i - 1], held[i - 1], relaxed->program->cols->len,
                    relaxed->program->rows->len);
  }
}

/* ---- multipliers ------------------------------------------------------------------- */

static const char *
board_code (const GpPlanData *data, guint32 board)
{
  return data->project->boards[board].code;
}

static void
name_cell (const GpPlanData *data, guint32 c, GpProofRow *out)
{
  const GpCell *cell = &data->cells[c];
  out->board = board_code (data, cell->board);
  out->sector = data->project->sectors[cell->sector].code;
  out->region = data->project->regions[cell->region].code;
  out->need = cell->need;
}

static void
name_site (const GpPlanData *data, guint32 site, GpProofRow *out)
{
  out->board = board_code (data, data->sites[site].board);
  out->region = data->project->regions[data->sites[site].region].code;
}

static void
name_row (const GpPlanData *data, const GpRow *row, GpProofRow *out)
{
  switch (row->rule) {
  case GP_RULE_SUPPLY:
  case GP_RULE_READINESS:
    name_cell (data, row->a, out);
    break;
  case GP_RULE_COHORT:
    out->programme = (GpProgramme)row->a;
    break;
  case GP_RULE_SECTOR_SHARE:
    out->sector = data->project->sectors[row->a].code;
    break;
  case GP_RULE_HANDOVER:
    name_site (data, row->a, out);
    break;
  case GP_RULE_COACH_CAPACITY:
  case GP_RULE_STOCK:
  case GP_RULE_POOL:
  case GP_RULE_PARTNER_ROOM:
    out->board = board_code (data, row->a);
    break;
  case GP_RULE_HIRING:
    if (row->variant == 0)
      out->region = data->project->regions[row->a].code;
    break;
  case GP_RULE_EXPERT_DAYS:
    out->region = data->project->regions[row->a].code;
    break;
  case GP_RULE_PINS:
    out->pin = data->pins[row->a].pin;
    break;
  default:
    break;
  }
}

/* The program has the cohort as differences: the running sum of year y has the dual of y less that
 * of y + 1. */
static GpSum
plain_dual (const GpProgram *program, const GpRelaxedPriority *own, guint r)
{
  const GpRow *row = &g_array_index (program->rows, GpRow, r);
  GpSum dual = {own->row_dual[r], own->row_rest[r]};
  if (row->rule == GP_RULE_COHORT && row->year + 1 < program->data->n_years)
    gp_sum_add_times (&dual, -1, (GpSum){own->row_dual[r + 1], own->row_rest[r + 1]});
  return dual;
}

static void
append_row (const GpPlanData *data, const GpRow *row, double value, GArray *rows)
{
  GpProofRow out = {.rule = row->rule,
                    .variant = row->variant,
                    .board = "",
                    .sector = "",
                    .region = "",
                    .programme = GP_PROGRAMME_NONE,
                    .year = gp_plan_data_year (data, row->year),
                    .pin = GP_NONE,
                    .value = value};
  if (value == 0)
    return;
  name_row (data, row, &out);
  if (row->rule == GP_RULE_SUPPLY || (row->rule == GP_RULE_PARTNER_ROOM && row->variant == 1))
    out.year = GP_YEAR_NONE;
  g_array_append_val (rows, out);
}

/* The multipliers of a priority; exact: with what doubles round off as rows of their own, for they
 * are added up by whoever checks the proof. */
static void
append_rows (const GpRelaxed *relaxed, guint k, gboolean exact, GArray *rows)
{
  const GpProgram *program = relaxed->program;
  for (guint r = 0; r < program->rows->len; r++) {
    const GpRow *row = &g_array_index (program->rows, GpRow, r);
    GpSum dual = plain_dual (program, &relaxed->priorities[k], r);
    if (row->rule == GP_N_RULES)
      continue;
    append_row (program->data, row, dual.high, rows);
    append_row (program->data, row, exact ? dual.low : 0, rows);
  }
}

/* ---- all proofs -------------------------------------------------------------------- */

/* Rounding never parts a value and its proof by this share; wrong duals, or numbers of which the
 * solver could not make sense, do. */
#define DOUBTFUL 1e-6
/* A value below this is none. */
#define NOTHING 1e-12

static gboolean
agree (double a, double b, double share)
{
  return fabs (a - b) <= share * (1 + fabs (b));
}

/* The value of the dual solution has less rounding than that of the solver's basis, so that it is
 * the one that is stated. */
static void
state_value (GpRelaxed *relaxed, guint level, double proven)
{
  GpRelaxedPriority *own = &relaxed->priorities[level];
  if (agree (proven, own->value, DOUBTFUL))
    own->value = fabs (proven) < NOTHING ? 0 : proven;
  else
    relaxed->doubtful = TRUE;
}

/* Does a later priority come with a multiple of this one? */
static gboolean
is_held (const GpRelaxed *relaxed, const GpPlanPriority *out, guint k)
{
  for (guint later = k + 1; later < relaxed->n_solved; later++)
    if (out[later].held[k] > 0)
      return TRUE;
  return FALSE;
}

static void
state_proofs (const GpRelaxed *relaxed, GpPlanPriority *out, GArray **rows)
{
  for (guint k = 0; k < relaxed->n_solved; k++) {
    append_rows (relaxed, k, is_held (relaxed, out, k), rows[k]);
    out[k].proof = (const GpProofRow *)(void *)rows[k]->data;
    out[k].n_proof = rows[k]->len;
  }
}

void
gp_relaxed_prove (GpRelaxed *relaxed, GpPlanPriority *out, GArray **rows)
{
  GpProofLevel levels[GP_N_PRIORITIES] = {0};
  g_autofree double *boxes = gp_proof_boxes (relaxed->program);
  for (guint k = 0; k < relaxed->n_solved; k++) {
    gp_proof_settle_chains (relaxed, k);
    gp_proof_refine (relaxed, k);
    gp_proof_level_init (&levels[k], relaxed, k);
    levels[k].held = out[k].held;
    hold_earlier (relaxed, levels, k, boxes, out[k].held);
    state_value (relaxed, k, gp_proof_value (relaxed, levels, k, out[k].held, boxes));
  }
  state_proofs (relaxed, out, rows);
  if (!gp_proof_check_plan (relaxed, levels))
    relaxed->doubtful = TRUE;
  for (guint k = 0; k < relaxed->n_solved; k++)
    gp_proof_level_clear (&levels[k]);
}
