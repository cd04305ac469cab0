/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Threads: the worker calls gp_job_progress (), which only writes under the lock and asks the main
 * context of the job's maker to look; everything else happens in the maker's thread. At most one
 * look is under way, so a worker that reports often does not flood the window.
 */
#include "gp-job.h"

struct _GpJob {
  GObject parent;
  char *title;
  gint64 start; /* monotonic */
  GCancellable *cancellable;
  gboolean to_the_end;
  GMainContext *context;
  double share;
  char *doing;

  GMutex lock; /* guards what the worker wrote */
  gboolean pending;
  double worker_share;
  char *worker_doing;
};

enum { PROP_SHARE = 1, PROP_DOING, N_PROPS };
static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (GpJob, gp_job, G_TYPE_OBJECT)

static void
gp_job_finalize (GObject *object)
{
  GpJob *self = GP_JOB (object);

  g_clear_object (&self->cancellable);
  g_main_context_unref (self->context);
  g_free (self->title);
  g_free (self->doing);
  g_free (self->worker_doing);
  g_mutex_clear (&self->lock);
  G_OBJECT_CLASS (gp_job_parent_class)->finalize (object);
}

static void
gp_job_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  GpJob *self = GP_JOB (object);

  if (id == PROP_SHARE)
    g_value_set_double (value, self->share);
  else if (id == PROP_DOING)
    g_value_set_string (value, self->doing);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
gp_job_class_init (GpJobClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = gp_job_finalize;
  object_class->get_property = gp_job_get_property;
  properties[PROP_SHARE] = g_param_spec_double ("share", NULL, NULL, -1, 1, -1,
                                                G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_DOING] =
      g_param_spec_string ("doing", NULL, NULL, "", G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
gp_job_init (GpJob *self)
{
  self->start = g_get_monotonic_time ();
  self->cancellable = g_cancellable_new ();
  self->context = g_main_context_ref_thread_default ();
  self->share = self->worker_share = -1;
  self->doing = g_strdup ("");
  self->worker_doing = g_strdup ("");
  g_mutex_init (&self->lock);
}

GpJob *
gp_job_new (const char *title)
{
  GpJob *self = g_object_new (GP_TYPE_JOB, NULL);

  self->title = g_strdup (title);
  return self;
}

const char *
gp_job_get_title (GpJob *self)
{
  return self->title;
}

GCancellable *
gp_job_get_cancellable (GpJob *self)
{
  return self->cancellable;
}

void
gp_job_cancel (GpJob *self)
{
  if (!self->to_the_end)
    g_cancellable_cancel (self->cancellable);
}

void
gp_job_set_to_the_end (GpJob *self)
{
  self->to_the_end = TRUE;
}

gboolean
gp_job_is_to_the_end (GpJob *self)
{
  return self->to_the_end;
}

double
gp_job_get_seconds (GpJob *self)
{
  return (double)(g_get_monotonic_time () - self->start) / G_USEC_PER_SEC;
}

double
gp_job_get_share (GpJob *self)
{
  return self->share;
}

const char *
gp_job_get_doing (GpJob *self)
{
  return self->doing;
}

static gboolean
take_over (gpointer data)
{
  GpJob *self = data;

  g_mutex_lock (&self->lock);
  self->pending = FALSE;
  self->share = CLAMP (self->worker_share, -1, 1);
  g_free (self->doing);
  self->doing = g_strdup (self->worker_doing);
  g_mutex_unlock (&self->lock);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHARE]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DOING]);
  return G_SOURCE_REMOVE;
}

void
gp_job_progress (double share, const char *doing, gpointer data)
{
  GpJob *self = data;
  gboolean ask;

  g_mutex_lock (&self->lock);
  self->worker_share = share;
  g_free (self->worker_doing);
  self->worker_doing = g_strdup (doing != NULL ? doing : "");
  ask = !self->pending;
  self->pending = TRUE;
  g_mutex_unlock (&self->lock);
  if (ask) {
    g_autoptr (GSource) source = g_idle_source_new ();

    g_source_set_priority (source, G_PRIORITY_DEFAULT);
    g_source_set_callback (source, take_over, g_object_ref (self), g_object_unref);
    g_source_attach (source, self->context);
  }
}
