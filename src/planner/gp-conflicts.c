/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lets every pin give at a price of one a unit, and looks which of them do. Without pins the
 * program always has a solution (nobody starts), so that the pins that give explain why there was
 * none. */
#include "gp-conflicts.h"
#include "gp-sift.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define SMALL 1e-6

static void
let_pins_give (GpProgram *program)
{
  guint n_rows = program->rows->len;
  for (guint r = 0; r < n_rows; r++) {
    GpRow row = g_array_index (program->rows, GpRow, r);
    if (row.rule != GP_RULE_PINS)
      continue;
    int col = gp_program_add_col (program, GP_COL_GIVE, row.a, row.variant, row.year, INFINITY);
    gp_program_add_entry (program, (int)r, col, row.variant == 0 ? 1 : -1);
  }
}

static char *
pin_in_words (const GpPlanData *data, const GpPin *pin)
{
  const char *board = data->project->boards[pin->board].name;
  char year[GP_YEAR_BYTES];
  gp_year_format (pin->year, year);
  switch (pin->kind) {
  case GP_PIN_PARTNER:
    return g_strdup_printf (_ ("“%s” a partner in %s"), board, year);
  case GP_PIN_TRAINING:
    return g_strdup_printf (_ ("verandercoaches trained at “%s” in %s"), board, year);
  default:
    return g_strdup_printf (_ ("starts of “%s” (%s, %s) in %s"), board,
                            data->project->sectors[pin->sector].name,
                            gp_programme_name (pin->programme), year);
  }
}

/* Without the solver's last digits. */
static double
tidy (double possible)
{
  return fmax (0, round (possible / SMALL) * SMALL);
}

static void
add_sentence (const GpPlanData *data, GpPlan *plan, const GpCol *col, double gives)
{
  const GpPin *pin = data->pins[col->a].row;
  g_autofree char *what = pin_in_words (data, pin);
  g_autofree char *sentence = g_strdup_printf (
      col->b == 0
          ? _ ("Pin %u asks at least %d: %s. With the other pins and the rules at most %.4g is "
               "possible: lower or remove it.")
          : _ ("Pin %u allows at most %d: %s. With the other pins and the rules at least %.4g "
               "is needed: raise or remove it."),
      data->pins[col->a].pin + 1, col->b == 0 ? pin->min : pin->max, what,
      tidy (col->b == 0 ? pin->min - gives : pin->max + gives));
  gp_plan_add_conflict (plan, sentence);
}

void
gp_conflicts_explain (const GpPlanData *data, GpPlan *plan, GCancellable *cancellable)
{
  g_autoptr (GpProgram) program = gp_program_new (data, GP_PROGRAM_LEAN);
  let_pins_give (program);
  g_autoptr (GpSift) sift = gp_sift_new (program);
  g_autofree double *price = g_new0 (double, program->cols->len + 1);
  for (guint c = 0; c < program->cols->len; c++)
    price[c] = g_array_index (program->cols, GpCol, c).kind == GP_COL_GIVE ? 1 : 0;
  if (gp_sift_solve (sift, price, cancellable) != GP_LP_OPTIMAL)
    return;
  for (guint c = 0; c < program->cols->len; c++)
    if (price[c] > 0 && gp_sift_x (sift)[c] > SMALL)
      add_sentence (data, plan, &g_array_index (program->cols, GpCol, c), gp_sift_x (sift)[c]);
}
