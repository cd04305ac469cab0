/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a person fixes, as they say it ("no regular start before 2028"), and the pins that say so: a
 * pin knows one year, a wish a window of years. No GTK.
 */
#pragma once

#include "gp-pins.h"

G_BEGIN_DECLS

typedef enum {
  GP_WISH_AT_LEAST, /* so many, in each year of the window */
  GP_WISH_AT_MOST,
  GP_WISH_EXACTLY,
  GP_WISH_NONE_IN,     /* none in the years of the window */
  GP_WISH_NONE_OUTSIDE /* none in the plan's other years */
} GpWishRule;

typedef struct {
  GpPinPlace place; /* its year is not used */
  GpYear first, last;
  GpWishRule rule;
  int amount; /* of the first three rules; of a partner year 1 */
  const char *reason;
} GpPinWish;

/* The pins that the wish comes to: of GpPin, in the scenario. A bound on the other side that a pin
 * of this scenario has there already stays, unless the wish contradicts it. NULL with an error
 * where the wish says nothing: the window lies outside the plan's years, the board has no school of
 * the sector, "none outside" of all years ... Reasons are the wish's string. */
GArray *gp_pin_wish_pins (const GpProject *project, guint32 scenario, const GpPinWish *wish,
                          GError **error);

/* The wish that a pin is. */
GpPinWish gp_pin_wish_of (const GpPin *pin);

/* "Regular starts, Primair onderwijs: at most 2 in each of 3 years." A new string. */
char *gp_pin_wish_text (const GpProject *project, const GpPinWish *wish, const GArray *pins);

G_END_DECLS
