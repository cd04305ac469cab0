/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pinning and unpinning places of a plan: one edit each. */
#pragma once

#include "gp-document.h"
#include "gp-pin-wish.h"

G_BEGIN_DECLS

/* Pins each place as the chosen scenario's plan has it. Returns how many pins were put; 0 with an
 * error set where nothing was. */
guint gp_plan_pin (GpDocument *document, const GArray *places, GError **error);

/* Takes the chosen scenario's own pins away; *of_parents (may be NULL): how many of the places are
 * pinned by a scenario above, which stay. 0 with an error set where the edit failed. */
guint gp_plan_unpin (GpDocument *document, const GArray *places, guint *of_parents, GError **error);

/* Puts the pins that the wish comes to, in the chosen scenario. How many; 0 with an error set. */
guint gp_plan_put_wish (GpDocument *document, const GpPinWish *wish, GError **error);

G_END_DECLS
