/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A piece of long work as the window sees it: how far it is, what it does, and a way to cancel it.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define GP_TYPE_JOB (gp_job_get_type ())
G_DECLARE_FINAL_TYPE (GpJob, gp_job, GP, JOB, GObject)

GpJob *gp_job_new (const char *title); /* what is being done, as a person reads it */
const char *gp_job_get_title (GpJob *job);
GCancellable *gp_job_get_cancellable (GpJob *job);
void gp_job_cancel (GpJob *job); /* nothing happens to one that goes on to the end */
/* It cannot be stopped half-way. */
void gp_job_set_to_the_end (GpJob *job);
gboolean gp_job_is_to_the_end (GpJob *job);
double gp_job_get_seconds (GpJob *job);    /* since it was made */
double gp_job_get_share (GpJob *job);      /* 0..1, or < 0 where not known */
const char *gp_job_get_doing (GpJob *job); /* of the thread of the window, never NULL */

/* A GpProgressFunc: from any thread; "notify" follows in the thread that made the job. */
void gp_job_progress (double share, const char *doing, gpointer job);

G_END_DECLS
