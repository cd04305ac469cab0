/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the heads of the Plan page's columns mean. No GTK. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The definition of the column with that title (untranslated, as in gp-rows-plan.c), untranslated
 * as well: N_("..."); NULL where there is none. */
const char *gp_plan_term (const char *title);

/* Of a year's column, and of one after the goal year. */
#define GP_PLAN_TERM_YEAR                                                                          \
  N_ ("R: regular starts, G: Groeikracht starts, P: becomes a partner, V: verandercoaches to "     \
      "train; pinned in [ ].")
#define GP_PLAN_TERM_LOOK_AHEAD                                                                    \
  N_ ("The years after the goal year. They are planned too, so that training does not stop where " \
      "the goal is, and shown lighter.")
#define GP_PLAN_TERM_ASKED                                                                         \
  N_ ("Coach-days that the schools of the board ask in that year, whoever coaches them")

G_END_DECLS
