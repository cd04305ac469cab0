/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One future: its project, its plans, its row. */
#pragma once

#include "gp-futures-anchor.h"
#include "gp-futures-draw.h"
#include "gp-futures-private.h"

#include <groeiplan/gp-planner.h>

/* What the threads share, and only read (but for their own rows). */
typedef struct {
  const GpProject *project;
  guint32 scenario;
  GpDraw *draw;
  GpAnchors *anchors;
  const GpFuturesOptions *options;
  GpFutures *futures;
  GHashTable *board_places;             /* code -> place in futures->boards + 1 */
  GpPriorityId delays[GP_N_PRIORITIES]; /* the order up to the last delay: what regret needs */
  guint n_delays;
} GpFuturesWork;

/* What a thread has for itself. Made, used and freed in that thread. */
typedef struct {
  const GpFuturesWork *work;
  GpPlanning *held, *free; /* with and without the held first year; free is NULL without regret */
  guint32 *kept;           /* futures in which a board's promise is kept, by place */
  double *started;         /* of the future at hand, by place */
} GpFuturesThread;

/* Whether the scenario as it is can be planned with the held year: GP_ERROR_DATA when it cannot. */
gboolean gp_futures_check_held (const GpFuturesWork *work, GCancellable *cancellable,
                                GError **error);

void gp_futures_thread_init (GpFuturesThread *thread, const GpFuturesWork *work);
void gp_futures_thread_clear (GpFuturesThread *thread);

/* Plans the anchor, from which the thread's futures are planned until there is another one. */
gboolean gp_futures_go_to_anchor (GpFuturesThread *thread, guint anchor, GCancellable *cancellable,
                                  GError **error);

/* Plans one of the anchor's futures into its row. */
gboolean gp_futures_plan_one (GpFuturesThread *thread, guint32 number, GCancellable *cancellable,
                              GError **error);
