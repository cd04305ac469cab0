/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench-edits.h"

#include <math.h>
#include <stdio.h>

typedef enum { PARAMETER, PIN_PARTNER, PIN_START, PIN_NO_TRAINING, COACH } EditKind;

typedef struct {
  const char *name;
  EditKind kind;
  GpParam param;
  const char *scope;
  guint year;    /* index of the plan year, 0 for all of a parameter's years */
  double factor; /* the parameter's value times this, */
  double plus;   /* plus this; for a coach: days a year */
} Edit;

/* In plan year 2 (the third) of the project where an edit has a year. */
static const Edit edits[] = {
    {"expert_cap+1", PARAMETER, GP_PARAM_EXPERT_CAP, "", 0, 1, 1},
    {"handover-0.05", PARAMETER, GP_PARAM_HANDOVER_SHARE, "", 2, 1, -0.05},
    {"cohort_regular+10%", PARAMETER, GP_PARAM_COHORT_TARGET, "regular", 2, 1.1, 0},
    {"cohort_groeikracht-10", PARAMETER, GP_PARAM_COHORT_TARGET, "groeikracht", 2, 1, -10},
    {"partner_cap+1", PARAMETER, GP_PARAM_PARTNER_CAP, "", 1, 1, 1},
    {"training_cap+20%", PARAMETER, GP_PARAM_TRAINING_CAP, "", 0, 1.2, 0},
    {"interest-5%", PARAMETER, GP_PARAM_INTEREST_CAP, "", 2, 0.95, 0},
    {"attrition+0.01", PARAMETER, GP_PARAM_EXPERT_ATTRITION, "", 0, 1, 0.01},
    {"support_po+1", PARAMETER, GP_PARAM_SUPPORT_DAYS, "po:1", 0, 1, 1},
    {"pin_partner", PIN_PARTNER, .year = 2},
    {"pin_starts", PIN_START, .year = 2},
    {"pin_no_training", PIN_NO_TRAINING, .year = 1},
    {"coach_hired", COACH, .year = 1, .plus = 140},
    {"coach_leaves", COACH, .year = 2, .plus = -120},
};

guint
bench_n_edits (void)
{
  return G_N_ELEMENTS (edits);
}

const char *
bench_edit_name (guint edit)
{
  return edits[edit].name;
}

static GpYear
year_of (const GpProject *project, const Edit *edit)
{
  return (GpYear)MIN (project->plan_from + (int)edit->year, project->last_year);
}

static void
set_parameter (GpVariant *variant, const GpProject *project, guint32 scenario, const Edit *edit)
{
  GpYear year = edit->year == 0 ? GP_YEAR_NONE : year_of (project, edit);
  double value = gp_param_value (project, scenario, edit->param, edit->scope,
                                 edit->year == 0 ? project->plan_from : year);
  char text[64];
  GpDecimal decimal;

  g_snprintf (text, sizeof text, "%.4f", MAX (0, value * edit->factor + edit->plus));
  if (gp_decimal_parse (text, &decimal))
    gp_variant_set (variant, edit->param, edit->scope, year, &decimal);
}

/* The board with most schools to start of those that are (not) partners; GP_NONE without one. */
static guint32
largest_board (const GpProject *project, guint32 scenario, gboolean partner)
{
  guint32 best = GP_NONE;
  guint most = 0;

  for (guint32 b = 0; b < project->n_boards; b++) {
    guint n;
    gp_project_board_schools (project, b, &n);
    if ((project->boards[b].partner_since != GP_YEAR_NONE) == partner && n > most &&
        gp_project_board_can_partner (project, scenario, b)) {
      most = n;
      best = b;
    }
  }
  return best;
}

/* A sector in which the board has at least so many schools that can start. */
static guint32
sector_of (const GpProject *project, guint32 board, guint at_least)
{
  guint n, count[GP_MAX_SECTORS] = {0};
  const guint32 *schools = gp_project_board_schools (project, board, &n);

  for (guint i = 0; i < n; i++)
    if (gp_school_is_eligible (&project->schools[schools[i]]))
      count[project->schools[schools[i]].sector]++;
  for (guint32 s = 0; s < project->n_sectors; s++)
    if (count[s] >= at_least)
      return s;
  return GP_NONE;
}

static gboolean
add_pin (GpVariant *variant, const GpProject *project, guint32 scenario, const Edit *edit)
{
  GpPin pin = {.sector = GP_NONE,
               .programme = GP_PROGRAMME_NONE,
               .year = year_of (project, edit),
               .min = -1,
               .max = -1,
               .reason = "bench"};

  pin.board = largest_board (project, scenario, edit->kind == PIN_NO_TRAINING);
  if (pin.board == GP_NONE)
    return FALSE;
  switch (edit->kind) {
  case PIN_PARTNER:
    pin.kind = GP_PIN_PARTNER;
    pin.min = 1;
    break;
  case PIN_NO_TRAINING:
    pin.kind = GP_PIN_TRAINING;
    pin.max = 0;
    break;
  default:
    pin.kind = GP_PIN_START;
    pin.min = 2;
    pin.programme = GP_PROGRAMME_REGULAR;
    pin.sector = sector_of (project, pin.board, 2);
    break;
  }
  if (pin.kind == GP_PIN_START && pin.sector == GP_NONE)
    return FALSE;
  gp_variant_add_pin (variant, &pin);
  return TRUE;
}

GpProject *
bench_edit_make (const GpProject *project, guint32 scenario, guint edit)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GpVariant) variant = gp_variant_new (project, scenario);
  const Edit *what = &edits[edit];

  if (what->kind == PARAMETER)
    set_parameter (variant, project, scenario, what);
  else if (what->kind == COACH)
    for (GpYear y = year_of (project, what); y <= project->last_year; y++)
      gp_variant_add_expert_days (variant, 0, y, what->plus);
  else if (!add_pin (variant, project, scenario, what))
    return NULL;
  GpProject *changed = gp_variant_make (variant, &error);
  if (changed == NULL)
    fprintf (stderr, "bench: edit %s: %s\n", what->name, error->message);
  return changed;
}
