/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What GpWhatIf and its worker thread share.
 *
 * Threads. The object belongs to the thread that made it. One worker thread, started at the first
 * ask, owns the GpPlanning session: the solver keeps its memory per thread, so a session never
 * moves. Between them stands GpWhatIfShared, which each holds a reference to:
 *
 *  1. what waits, what runs, quit and n_begun are read and written under its lock alone;
 *  2. a request is made by the owner, passed on through a slot, and then the worker's alone until
 *     it comes back as the data of an idle source of the owner's context;
 *  3. every request has the epoch of its base; the owner drops those of a base that was replaced;
 *  4. the owner joins the worker when it goes, after asking it to quit and cancelling its plan;
 *  5. every answer comes with the figures of the scenario as it is, which the worker plans first
 * and keeps as long as the base stays: a difference is always taken from a plan of the same kind;
 *  6. plans never leave the worker: figures do.
 */
#pragma once

#include "gp-whatif-memory.h"

#include <groeiplan/gp-planner.h>

G_BEGIN_DECLS

typedef struct _GpWhatIfShared GpWhatIfShared;

typedef enum {
  GP_WHAT_IF_ASKED,  /* what a person asked for */
  GP_WHAT_IF_SOLVED, /* the same in whole schools */
  GP_WHAT_IF_AHEAD,  /* what may be asked next */
  GP_WHAT_IF_N_SLOTS
} GpWhatIfSlot;

typedef struct {
  gint64 epoch;
  GpWhatIfSlot slot;
  GpWhatIfPlace place;
  gboolean afresh; /* far from all that is known: from no basis */
  GpProject *project;
  guint32 scenario;
  GpPlan *published;  /* may be NULL */
  GArray *values;     /* of GpLeverValue */
  GpSummary *summary; /* the answer, or NULL, */
  char *problem;      /* and then why not, as far as is known */
  GpSummary *base;    /* of the scenario as it is; NULL when it has no plan */
  double seconds;     /* that the answer took */
  gboolean was_cancelled;
  GpWhatIfShared *shared; /* a reference */
} GpWhatIfRequest;

struct _GpWhatIfShared {
  gatomicrefcount refs;
  GMutex lock;
  GCond wake;
  GpWhatIfRequest *waiting[GP_WHAT_IF_N_SLOTS]; /* the first goes first, */
  gboolean ahead_first;                         /* but for this */
  GCancellable *running; /* of the plan under way, or NULL, and what that is: */
  GpWhatIfSlot running_slot;
  GpWhatIfPlace running_place;
  gboolean quit;
  gboolean patient; /* the scenario as it is is being planned, which newer values wait for */
  gint64 since;     /* when it was begun, monotonic microseconds */
  guint n_begun;
  GMainContext *context;
  GSourceFunc take; /* with an answer as data, in the owner's context */
  GWeakRef owner;
};

GpWhatIfShared *gp_what_if_shared_new (GObject *owner, GSourceFunc take);
void gp_what_if_shared_unref (GpWhatIfShared *shared);

/* Puts a request (taken over) in the place of the one that waits in its slot. */
void gp_what_if_shared_put (GpWhatIfShared *shared, GpWhatIfRequest *request);
/* Takes away what waits in a slot. */
void gp_what_if_shared_take_away (GpWhatIfShared *shared, GpWhatIfSlot slot);
/* Takes away what waits in a slot, and cancels what runs when it came from there. */
void gp_what_if_shared_drop (GpWhatIfShared *shared, GpWhatIfSlot slot);

void gp_what_if_request_free (GpWhatIfRequest *request);

/* The worker's function; its data is a reference to the shared. */
gpointer gp_what_if_work (gpointer shared);

G_END_DECLS
