/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What can be pinned in a plan, what is pinned, and whether the plan keeps it. No GTK.
 *
 * A place is what a pin is about: a board's starts of a sector, programme and year; a board's
 * partner year; a board's trainings in a year.
 */
#pragma once

#include <groeiplan/gp-plan.h>

G_BEGIN_DECLS

typedef struct {
  GpPinKind kind;
  guint32 board;
  guint32 sector;        /* starts only, else GP_NONE */
  GpProgramme programme; /* starts only, else NONE */
  GpYear year;
} GpPinPlace;

typedef enum {
  GP_PIN_KEPT,
  GP_PIN_BROKEN,  /* the plan says otherwise: it was made before the pin */
  GP_PIN_UNKNOWN, /* there is no plan, or one in fractions */
  GP_PIN_CLASHES  /* the pins contradict each other or the rules */
} GpPinState;

gboolean gp_pin_place_equal (const GpPinPlace *a, const GpPinPlace *b);
GpPinPlace gp_pin_place_of (const GpPin *pin);
/* The place of a plan's row; FALSE for a row that cannot be pinned, or whose board or sector the
 * project no longer has, or whose year is none of its plan years. */
gboolean gp_pin_place_of_row (const GpProject *project, const GpPlanRow *row, GpPinPlace *out);

/* What the plan has there: schools, 0 or 1, verandercoaches. */
double gp_pin_amount (const GpProject *project, const GpPlan *plan, const GpPinPlace *place);
/* The pin that counts there in the scenario, its own or one of a scenario above: an index, or
 * GP_NONE. */
guint32 gp_pin_find (const GpProject *project, guint32 scenario, const GpPinPlace *place);
GpPinState gp_pin_state (const GpProject *project, const GpPlan *plan, guint32 pin);

/* "at least 2", "2 to 5", "exactly 3", "none"; of a partner year "yes" or "no". A new string. */
char *gp_pin_bounds_text (const GpPin *pin);
/* "Regular starts, Primair onderwijs, 2027-2028: 3"; a negative amount: without it. A new string.
 */
char *gp_pin_place_text (const GpProject *project, const GpPinPlace *place, double amount);

G_END_DECLS
