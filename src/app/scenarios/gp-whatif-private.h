/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of GpWhatIf share. */
#pragma once

#include "gp-whatif-ahead.h"
#include "gp-whatif-worker.h"
#include "gp-whatif.h"

struct _GpWhatIf {
  GObject parent;
  GpWhatIfShared *shared;
  GThread *worker;
  GpProject *base;
  guint32 scenario;
  GpPlan *published;
  gboolean usable[GP_N_LEVERS];
  int lowest[GP_N_LEVERS], highest[GP_N_LEVERS]; /* beyond these places a lever changes nothing */
  gint64 epoch;                                  /* of the base */
  GpWhatIfMemory *memory;

  GpWhatIfPlace at;   /* asked last */
  gboolean is_asked;  /* and neither failed nor given up */
  gint64 moved_at;    /* when, monotonic microseconds */
  int lever;          /* that a person moves or looks at, or -1 */
  GpWhatIfPlace last; /* answered last, if has_last */
  gboolean has_last;
  GpWhatIfPlace ahead; /* given to the worker and not come back, if has_ahead */
  gboolean has_ahead;
  gboolean wants_solved, is_sent_solved; /* of at */
  gboolean is_quick;                     /* the last plan took no time worth an estimate */
  GpSummary *mix;                        /* the estimate that was given last */
  char *problem;                         /* of at */
  guint pace;                            /* source, or 0 */
};

gboolean gp_what_if_is_known (GpWhatIf *self); /* at has a rough plan */

/* gp-whatif-pace.c */
/* What was asked last is to be worked out. */
void gp_what_if_send (GpWhatIf *self, GpWhatIfSlot slot);
/* What is worked out next while nothing is asked. */
void gp_what_if_go_ahead (GpWhatIf *self);
void gp_what_if_stop_pace (GpWhatIf *self);
