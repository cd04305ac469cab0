/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Which answer the instant what-if works out next while nothing is asked, so that where a person
 * goes is known already, or lies between what is known. No GTK, no threads.
 */
#pragma once

#include "gp-whatif-memory.h"

G_BEGIN_DECLS

typedef struct {
  GpWhatIfMemory *memory;
  const gboolean *usable;  /* of each lever */
  const int *first, *last; /* of each lever: beyond these it changes nothing */
  GpWhatIfPlace at;        /* where the sliders stand */
  int lever;               /* that is moved, or that the pointer is at; -1: none */
} GpWhatIfAhead;

/* FALSE: nothing is worth it. is_end: it is the end of a slider, far from all that is known. */
gboolean gp_what_if_ahead_next (const GpWhatIfAhead *ahead, GpWhatIfPlace *next, gboolean *is_end);
/* The end of the slider that the place has nothing beyond, towards which it was moved; FALSE: both
 * sides have something. */
gboolean gp_what_if_ahead_end (const GpWhatIfAhead *ahead, GpWhatIfPlace *next);

G_END_DECLS
