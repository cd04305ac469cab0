/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of a coaching share: its arrays while they grow, and where each school, coach and
 * board has its rows once sealed. */
#pragma once

#include <groeiplan/gp-coaching.h>

G_BEGIN_DECLS

/* Rows of each of many things: those of i stand at first[i] .. first[i+1]. */
typedef struct {
  guint32 *first, *rows; /* rows: NULL where the array itself stands in that order */
} GpCoachingIndex;

typedef struct {
  GpCoaching public; /* first: a GpCoaching * is a Builder * */
  gatomicrefcount refs;
  gboolean sealed;
  GArray *coaches, *coach_years, *starts, *supports, *visits, *works, *loans, *uncovered, *breaks,
      *counts;
  GpCoachingIndex starts_of, supports_of, visits_of; /* school */
  GpCoachingIndex coach_visits, coach_works, board_visits;
} GpCoachingBuilder;

#define GP_COACHING_BUILDER(coaching) ((GpCoachingBuilder *)(gpointer)(coaching))

/* Once the rows are in order: what follows from them (gp-coaching-count.c). */
void gp_coaching_index (GpCoachingBuilder *builder);
void gp_coaching_add_up (GpCoachingBuilder *builder);

G_END_DECLS
