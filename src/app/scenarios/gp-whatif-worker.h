/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What GpWhatIf and its worker thread share.
 *
 * Threads. The object belongs to the thread that made it. One worker thread, started at the first
 * ask, owns the GpPlanning session: the solver keeps its memory per thread, so a session never
 * moves. Between them stands GpWhatIfShared, which each holds a reference to:
 *
 *  1. pending, running, since, quit and n_begun are read and written under its lock alone;
 *  2. a request is made by the owner, passed on through pending, and then the worker's alone until
 *     it comes back as the data of an idle source of the owner's context;
 *  3. every request has a number, one higher than the one before; answers come back in that order,
 *     and the owner drops those of a base that was replaced;
 *  4. the owner joins the worker when it goes, after asking it to quit and cancelling its plan;
 *  5. every answer comes with the plan of the scenario as it is, which the worker makes first and
 *     keeps as long as the base stays: a difference is always taken from a plan of the same kind.
 */
#pragma once

#include "gp-whatif.h"

G_BEGIN_DECLS

typedef struct _GpWhatIfShared GpWhatIfShared;

typedef struct {
  gint64 number;
  GpProject *project;
  guint32 scenario;
  GpPlan *published;  /* may be NULL */
  GArray *values;     /* of GpLeverValue */
  GpProject *variant; /* the answer: what was planned, */
  GpPlan *plan;       /* its plan, or NULL, */
  GError *error;      /* and then why not */
  GpProject *base_variant; /* what the scenario as it is was planned from, */
  GpPlan *base_plan;       /* and its plan; both NULL when there is none */
  gboolean was_cancelled;
  GpWhatIfShared *shared; /* a reference */
} GpWhatIfRequest;

struct _GpWhatIfShared {
  gatomicrefcount refs;
  GMutex lock;
  GCond wake;
  GpWhatIfRequest *pending;
  GCancellable *running; /* of the plan under way, or NULL */
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

/* Puts a request (taken over) in the place of the one that waits, or takes that one away (NULL). */
void gp_what_if_shared_put (GpWhatIfShared *shared, GpWhatIfRequest *request,
                            gboolean cancel_running);

void gp_what_if_request_free (GpWhatIfRequest *request);

/* The worker's function; its data is a reference to the shared. */
gpointer gp_what_if_work (gpointer shared);

G_END_DECLS
