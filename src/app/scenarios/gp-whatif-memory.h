/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the instant what-if has worked out for one scenario, by where its sliders stood: so that
 * going back is at once, and what lies between two answers is estimated from them. No GTK, no
 * threads.
 *
 * It keeps figures and no plans, some kilobytes each, and at most GP_WHAT_IF_MEMORY of them: what
 * was used longest ago goes first.
 */
#pragma once

#include "gp-lever.h"
#include "gp-summary.h"

G_BEGIN_DECLS

#define GP_WHAT_IF_MEMORY 256

/* Where every slider stands, as whole numbers from its neutral position, so that they can be
 * compared: in hundredths, and where the lever counts in ones. */
typedef struct {
  int steps[GP_N_LEVERS];
} GpWhatIfPlace;

void gp_what_if_place (GpWhatIfPlace *place, const double *positions);
double gp_what_if_place_position (const GpWhatIfPlace *place, int lever);
/* The first and the last that a slider can stand at. */
int gp_what_if_place_first (int lever);
int gp_what_if_place_last (int lever);
/* The place nearest to the neutral one, of all from there to the end, with the values of that end:
 * values stop at none, or at all, before many sliders do. */
int gp_what_if_place_end (const GpProject *project, guint32 scenario, int lever, int end);
gboolean gp_what_if_place_equal (const GpWhatIfPlace *a, const GpWhatIfPlace *b);
/* How far apart they are, each slider's whole range as one. */
double gp_what_if_place_distance (const GpWhatIfPlace *a, const GpWhatIfPlace *b);
/* The one slider that they differ in, or -1. */
int gp_what_if_place_line (const GpWhatIfPlace *a, const GpWhatIfPlace *b);

typedef struct {
  GpWhatIfPlace place;
  GpSummary *rough; /* NULL: there is no plan, or it was not found */
  GpSummary *whole; /* NULL: not made */
  guint64 used;
} GpWhatIfKnown;

typedef struct _GpWhatIfMemory GpWhatIfMemory;

GpWhatIfMemory *gp_what_if_memory_new (void);
void gp_what_if_memory_free (GpWhatIfMemory *self);
void gp_what_if_memory_forget (GpWhatIfMemory *self);
guint gp_what_if_memory_size (const GpWhatIfMemory *self);

/* Takes the summary over (NULL: no plan); rough or whole by what it is. */
void gp_what_if_memory_put (GpWhatIfMemory *self, const GpWhatIfPlace *place, GpSummary *summary);
/* Until the next put; NULL: nothing is known there. */
const GpWhatIfKnown *gp_what_if_memory_find (GpWhatIfMemory *self, const GpWhatIfPlace *place);
/* The nearest answers with a rough plan below and above the place along one slider, all others as
 * there; NULL where there is none. */
void gp_what_if_memory_beside (GpWhatIfMemory *self, const GpWhatIfPlace *place, int lever,
                               const GpWhatIfKnown **below, const GpWhatIfKnown **above);
/* The two answers on either side that are nearest along any slider, and how far between them the
 * place is; FALSE when no slider has both. */
gboolean gp_what_if_memory_between (GpWhatIfMemory *self, const GpWhatIfPlace *place,
                                    const GpWhatIfKnown **below, const GpWhatIfKnown **above,
                                    double *share);

G_END_DECLS
