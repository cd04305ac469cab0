/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Long work of a page: a function in a worker thread, shown in the window's header with its
 * progress and a way to cancel it. Several may run side by side.
 */
#pragma once

#include "gp-job.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* In the worker: touches data and job alone (gp_job_progress () is a GpProgressFunc for it, and
 * gp_job_get_cancellable () tells whether to stop). NULL with an error set, or the result. */
typedef gpointer (*GpWorkFunc) (gpointer data, GpJob *job, GError **error);

/* In the window's thread, once, while owner lives. result is taken over by the function (NULL when
 * there was an error, which the window has shown already). */
typedef void (*GpWorkDone) (GtkWidget *owner, gpointer result, const GError *error);

/* title: what is being done, as the header says it ("Looking for repairs"). data is freed by
 * free_data when all is over; a result that nobody takes by free_result. The job is the window's;
 * it may be used (to cancel) as long as done was not called. NULL when the owner is in no window.
 */
GpJob *gp_work_start (GtkWidget *owner, const char *title, GpWorkFunc func, gpointer data,
                      GDestroyNotify free_data, GDestroyNotify free_result, GpWorkDone done);

G_END_DECLS
