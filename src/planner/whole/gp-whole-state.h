/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A whole-school plan under construction, in exact figures (gp-exact.h).
 *
 * Invariants, after every call:
 * 1. demand, coach, need and the counters are those of starts, partner, training and hire as they
 * are.
 * 2. A verandercoach's days are as many as hand-over and capacity allow (to 1/100), which is never
 *    against a rule and takes most from expert coaches.
 * 3. need[r,y] is what the region's expert coaches must give (starts, talks, boards) less what is
 *    there; lending evens it out within a year, and what then is left is overload. */
#pragma once

#include "gp-decisions.h"
#include "gp-exact.h"

G_BEGIN_DECLS

typedef gint64 GpHeads; /* coaches in 10^-12 */
#define GP_HEAD G_GINT64_CONSTANT (1000000000000)

typedef struct {
  const GpPlanData *data;
  guint n_years;
  /* parameters */
  GpMicro *support, *recruitment, *sector_min; /* sector k; sector year; sector year */
  gboolean support_rounded;                    /* some of support has more digits, rounded up */
  GpMicro *handover, *coach_days, *first_days, *candidates, *equity;
  GpMicro coach_expert_days, partnership_days, training_days, expert_days, expert_training_days,
      lending;
  GpHeads retention_down, retention_up, staying_down, staying_up;
  /* decisions */
  int *starts; /* (cell x programmes + programme) year */
  int *partner, *training, *hire;
  /* what follows */
  GpHeads *stock_down, *stock_up; /* board year: N */
  GpHeads *known_up;              /* board year: V0, rounded up */
  GpMicro *known_days;            /* board year: G0 */
  GpMicro *expert_supply;         /* region year: A */
  GpMicro *demand, *coach;        /* site year */
  GpMicro *capacity;              /* board year */
  GpMicro *need;                  /* region year */
  GpMicro *allowed;               /* year: shortage that is there without any start */
  int *board_starts;              /* board year */
  int *pool_min;                  /* board year: starts before the year that its coaches ask */
  int *total, *high, *by_sector;  /* year; year; sector year */
  int *by_programme;              /* programme year */
  gboolean may_overload[GP_N_PROGRAMMES]; /* its delay comes before overload */
} GpWholeState;

GpWholeState *gp_whole_state_new (const GpPlanData *data, const GpFixings *fixings);
void gp_whole_state_free (GpWholeState *state);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GpWholeState, gp_whole_state_free)

/* Part of making one (gp-whole-parameters.c). */
void gp_whole_state_read_parameters (GpWholeState *state);

/* Takes amount (1 or -1) starts more, whatever the rules say. */
void gp_whole_state_change (GpWholeState *state, guint cell, GpProgramme programme, guint year,
                            int amount);

/* Changes the trainings of a board in a year by amount. */
void gp_whole_state_train (GpWholeState *state, guint32 board, guint year, int amount);

/* What is short in a year after lending (with a margin for rounding to 1/100). */
GpMicro gp_whole_state_shortage (const GpWholeState *state, guint year);

/* The rules about starts but for shares, for one more: supply, readiness, cohort, interest, pins.
 * Days are not looked at. */
gboolean gp_whole_state_fits (const GpWholeState *state, guint cell, GpProgramme programme,
                              guint year);

/* How many of the shares that the year misses one more of the cell would bring nearer. */
guint gp_whole_state_helps (const GpWholeState *state, const GpCell *cell, guint year);

/* No pin keeps the cell's last start of that programme and year. */
gboolean gp_whole_state_unpinned (const GpWholeState *state, guint cell, GpProgramme programme,
                                  guint year);

/* Places of the programme that are still open in the year and every later one. */
int gp_whole_state_room (const GpWholeState *state, GpProgramme programme, guint year);

/* The years in which a start in year changes anything: first .. last. */
void gp_whole_state_span (const GpWholeState *state, guint cell, guint year, guint *first,
                          guint *last);

gboolean gp_whole_state_shares_hold (const GpWholeState *state, guint year);

/* The decisions, with days given to 1/100, lending and overload (gp-whole-days.c). */
GpDecisions *gp_whole_state_decisions (const GpWholeState *state);

G_END_DECLS
