/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who waits, what changed against the published plan, and the pins, as rows of the Plan page. */
#include "gp-rows-plan.h"
#include "gp-waiting.h"

#include <glib/gi18n-lib.h>
#include <groeiplan/gp-format.h>
#include <groeiplan/gp-parameter.h>
#include <groeiplan/gp-published.h>

void
gp_rows_add_waiting (GPtrArray *rows, const GpPlanView *view)
{
  const GpProject *project = view->project;
  g_autoptr (GpWaitlist) list =
      gp_waitlist_new (project, view->scenario, view->plan, &view->filter);

  for (guint i = 0; i < list->rows->len; i++) {
    const GpWaiting *from = &g_array_index (list->rows, GpWaiting, i);
    g_autofree char *why = gp_waiting_text (project, from);
    GpRow *row = gp_row_new (6);

    gp_row_set_text (row, 0, project->boards[from->board].name);
    gp_row_set_text (row, 1, project->regions[from->region].name);
    gp_row_take_number (row, 2, from->candidates,
                        gp_format_integer (from->candidates, gp_numbers_current ()));
    gp_row_set_amount (row, 3, view->plan, from->starts, 0);
    gp_row_set_amount (row, 4, view->plan, from->left, 0);
    gp_row_set_text (row, 5, why);
    g_ptr_array_add (rows, row);
  }
}

/* ---- what changed -----------------------------------------------------------------------------
 */

static char *
what_of (const GpProject *project, const GpPlanChange *change)
{
  if (change->kind == GP_ROW_PARTNER)
    return g_strdup (_ ("Becomes a partner"));
  if (change->kind == GP_ROW_TRAINING)
    return g_strdup (_ ("Verandercoaches to train"));
  return g_strdup_printf (
      change->programme == GP_PROGRAMME_REGULAR ? _ ("Regular starts, %s, %s need")
                                                : _ ("Groeikracht starts, %s, %s need"),
      gp_name_of (project, GP_TABLE_SECTORS, change->sector), gp_need_title (change->need));
}

static GpRow *
change_row (const GpPlanView *view, const GpPlanChange *change)
{
  GpRow *row = gp_row_new (6);
  g_autofree char *what = what_of (view->project, change);
  double apart = change->is - change->was;

  gp_row_set_text (row, 0, gp_name_of (view->project, GP_TABLE_BOARDS, change->board));
  gp_row_set_text (row, 1, what);
  gp_row_set_year (row, 2, change->year);
  gp_row_take_number (row, 3, change->was,
                      gp_format_number (change->was, 0, gp_numbers_current ()));
  gp_row_set_amount (row, 4, view->plan, change->is, 0);
  gp_row_take_number (
      row, 5, apart,
      gp_format_difference (apart, view->plan->has_whole ? 0 : 1, gp_numbers_current ()));
  return row;
}

void
gp_rows_add_changes (GPtrArray *rows, const GpPlanView *view)
{
  g_autoptr (GArray) changes = NULL;

  if (view->published == NULL)
    return;
  changes = gp_plan_changes (view->project, view->published, view->plan,
                             view->plan->has_whole ? GP_PART_WHOLE : GP_PART_RELAXED);
  for (guint i = 0; i < changes->len; i++) {
    const GpPlanChange *change = &g_array_index (changes, GpPlanChange, i);
    GpPlanRow as_row = {.region = change->region, .sector = change->sector, .board = change->board};

    if (gp_plan_filter_has (&view->filter, view->project, &as_row))
      g_ptr_array_add (rows, change_row (view, change));
  }
}

/* ---- pins -------------------------------------------------------------------------------------
 */

static const char *
state_text (GpPinState state)
{
  switch (state) {
  case GP_PIN_KEPT:
    return _ ("kept");
  case GP_PIN_BROKEN:
    return _ ("to be planned");
  case GP_PIN_CLASHES:
    return _ ("contradicted");
  default:
    return _ ("not planned yet");
  }
}

static GpRow *
pin_row (const GpPlanView *view, guint32 pin)
{
  const GpPin *from = &view->project->pins[pin];
  GpPinPlace place = gp_pin_place_of (from);
  GpPinState state = gp_pin_state (view->project, view->plan, pin);
  GpRow *row = gp_row_new (8);
  g_autofree char *what = gp_pin_place_text (view->project, &place, -1);
  g_autofree char *bounds = gp_pin_bounds_text (from);
  GArray *places = g_array_new (FALSE, FALSE, sizeof place);

  g_array_append_val (places, place);
  gp_row_take_places (row, places);
  gp_row_set_text (row, 0, state == GP_PIN_KEPT ? GP_LOCK_ICON : GP_LOCK_OPEN_ICON);
  gp_row_set_text (row, 1, view->project->boards[from->board].name);
  gp_row_set_text (row, 2, what);
  gp_row_set_text (row, 3, bounds);
  if (view->plan != NULL && view->plan->status != GP_PLAN_CONFLICT)
    gp_row_set_amount (row, 4, view->plan, gp_pin_amount (view->project, view->plan, &place), 0);
  gp_row_set_text (row, 5, state_text (state));
  gp_row_set_text (row, 6, from->reason);
  gp_row_set_text (row, 7, view->project->scenarios[from->scenario].name);
  return row;
}

void
gp_rows_add_pins (GPtrArray *rows, const GpPlanView *view)
{
  for (guint32 i = 0; view->scenario != GP_NONE && i < view->project->n_pins; i++)
    if (gp_project_pin_applies (view->project, view->scenario, i))
      g_ptr_array_add (rows, pin_row (view, i));
}
