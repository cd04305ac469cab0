/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the worker of the instant what-if is given to do, and what it gives up for it.
 *
 * A plan under way is given up for newer values only when it has taken longer than PATIENCE and the
 * slider rests: while it moves, what it passed along the way is an answer too, which those that lie
 * beside it are estimated from. Giving up at every step of a drag, where a plan takes seconds,
 * never came to an answer before the slider rested. With nothing on one side of the slider to
 * estimate from, its end comes before the values themselves, as long as it moves.
 */
#include "gp-whatif-private.h"

#define PATIENCE_MS 400
#define REST_MS 200 /* a slider that stood still as long is not being moved */
#define PACE_MS 100

static GpWhatIfRequest *
new_request (GpWhatIf *self, GpWhatIfSlot slot, const GpWhatIfPlace *place)
{
  GpWhatIfRequest *request = g_new0 (GpWhatIfRequest, 1);

  request->epoch = self->epoch;
  request->slot = slot;
  request->place = *place;
  request->project = gp_project_ref (self->base);
  request->scenario = self->scenario;
  request->published = self->published != NULL ? gp_plan_ref (self->published) : NULL;
  request->values = g_array_new (FALSE, FALSE, sizeof (GpLeverValue));
  request->shared = self->shared;
  g_atomic_ref_count_inc (&self->shared->refs);
  for (int i = 0; i < GP_N_LEVERS; i++)
    gp_lever_apply (self->base, self->scenario, &gp_levers[i], gp_what_if_place_position (place, i),
                    request->values);
  return request;
}

static gboolean
is_moving (const GpWhatIf *self)
{
  return g_get_monotonic_time () - self->moved_at < 1000 * REST_MS;
}

/* Whether what runs is no longer worth waiting for; under the lock. */
static gboolean
is_in_the_way (GpWhatIf *self)
{
  const GpWhatIfShared *shared = self->shared;

  if (shared->running == NULL || shared->patient ||
      gp_what_if_place_equal (&shared->running_place, &self->at) ||
      g_get_monotonic_time () - shared->since < 1000 * PATIENCE_MS)
    return FALSE;
  return !is_moving (self) || gp_what_if_place_line (&shared->running_place, &self->at) < 0;
}

/* Asked now and then while anything that was asked for waits. */
static gboolean
keep_pace (gpointer data)
{
  GpWhatIf *self = data;
  GpWhatIfShared *shared = self->shared;
  gboolean waits;

  g_mutex_lock (&shared->lock);
  waits = shared->waiting[GP_WHAT_IF_ASKED] != NULL;
  shared->ahead_first = shared->ahead_first && is_moving (self);
  if (waits && is_in_the_way (self))
    g_cancellable_cancel (shared->running);
  g_mutex_unlock (&shared->lock);
  if (waits)
    return G_SOURCE_CONTINUE;
  self->pace = 0;
  return G_SOURCE_REMOVE;
}

void
gp_what_if_stop_pace (GpWhatIf *self)
{
  g_clear_handle_id (&self->pace, g_source_remove);
}

static void
put (GpWhatIf *self, GpWhatIfRequest *request)
{
  gp_what_if_shared_put (self->shared, request);
  if (self->worker != NULL)
    return;
  g_atomic_ref_count_inc (&self->shared->refs);
  self->worker = g_thread_try_new ("what-if", gp_what_if_work, self->shared, NULL);
  if (self->worker == NULL) /* the next change tries again; this one waits */
    g_atomic_ref_count_dec (&self->shared->refs);
}

void
gp_what_if_send (GpWhatIf *self, GpWhatIfSlot slot)
{
  put (self, new_request (self, slot, &self->at));
  if (slot == GP_WHAT_IF_ASKED && self->pace == 0)
    self->pace = g_timeout_add (PACE_MS, keep_pace, self);
}

/* Whether that waits, is under way, or on its way back. */
static gboolean
is_ahead_there (GpWhatIf *self, const GpWhatIfPlace *place)
{
  const GpWhatIfShared *shared = self->shared;
  gboolean is_there;

  if (self->has_ahead && gp_what_if_place_equal (&self->ahead, place))
    return TRUE;
  g_mutex_lock (&self->shared->lock);
  is_there = shared->running != NULL && gp_what_if_place_equal (&shared->running_place, place);
  g_mutex_unlock (&self->shared->lock);
  return is_there;
}

static void
set_ahead_first (GpWhatIf *self, gboolean first)
{
  g_mutex_lock (&self->shared->lock);
  self->shared->ahead_first = first;
  g_mutex_unlock (&self->shared->lock);
}

/* Quick plans are there when they are asked for. */
void
gp_what_if_go_ahead (GpWhatIf *self)
{
  GpWhatIfAhead ahead = {.memory = self->memory,
                         .usable = self->usable,
                         .first = self->lowest,
                         .last = self->highest,
                         .at = self->at,
                         .lever = self->lever};
  gboolean is_wanted = self->is_asked && !self->is_quick && self->has_last, first = FALSE;
  gboolean is_end = TRUE, any;
  GpWhatIfPlace next;

  if (is_wanted && !gp_what_if_is_known (self))
    any = first = gp_what_if_ahead_end (&ahead, &next);
  else
    any = is_wanted && gp_what_if_ahead_next (&ahead, &next, &is_end);
  set_ahead_first (self, first && is_moving (self));
  if (!any)
    return;
  if (!is_ahead_there (self, &next)) {
    GpWhatIfRequest *request = new_request (self, GP_WHAT_IF_AHEAD, &next);

    request->afresh = is_end;
    self->ahead = next;
    self->has_ahead = TRUE;
    put (self, request);
  }
}
