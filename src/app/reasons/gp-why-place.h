/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A region and a year that the Why page is asked for alone, as a cell of a heat map names them; and
 * the order in which it shows what it has. No GTK.
 */
#pragma once

#include "gp-why-now.h"

#include <groeiplan/gp-prices.h>
#include <groeiplan/gp-repairs.h>

G_BEGIN_DECLS

typedef struct {
  char *region; /* code; NULL: every region and year */
  GpYear year;  /* or NONE */
} GpWhyPlace;

/* "noord 2028-2029", or "noord"; anything else, or NULL: everything. */
void gp_why_place_set (GpWhyPlace *place, const GpProject *project, const char *what);
/* As indices: GP_NONE for every region, G_MAXUINT for every year. */
void gp_why_place_find (const GpWhyPlace *place, const GpProject *project, guint32 *region,
                        guint *year);
gboolean gp_why_place_has_thing (const GpWhyPlace *place, const GpProject *project,
                                 const GpWhyThing *thing);
gboolean gp_why_place_has_price (const GpWhyPlace *place, const GpProject *project,
                                 const GpPrice *price);
/* "Only Noord 2028-2029: Show All", a new string; NULL for everything. */
char *gp_why_place_text (const GpWhyPlace *place, const GpProject *project);

/* Of const GpRepair *: those that remove all first, then those that remove most. */
GPtrArray *gp_why_repairs_in_order (const GpRepairs *repairs);
/* Of const GpPrice *, at most so many of those there, and of the place alone: by what a whole unit
 * more was seen to bring, to an earlier priority first, the largest first. */
GPtrArray *gp_why_prices_in_order (const GpPrices *prices, guint most, const GpWhyPlace *place,
                                   const GpProject *project);

G_END_DECLS
