/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See gp-whatif.h; threads and who owns what stand in gp-whatif-worker.h, what is worked out when
 * in gp-whatif-pace.c. */
#include "gp-whatif-private.h"

#define QUICK_S 0.06 /* an estimate that is gone as soon only flickers */

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GpWhatIf, gp_what_if, G_TYPE_OBJECT)

static const GpWhatIfPlace neutral;

gboolean
gp_what_if_is_known (GpWhatIf *self)
{
  const GpWhatIfKnown *known = gp_what_if_memory_find (self->memory, &self->at);

  return known != NULL && known->rough != NULL;
}

/* ---- answers ----------------------------------------------------------------------------------
 */

static void
changed (GpWhatIf *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

/* What comes next, once what was asked is known, or not yet. */
static void
go_on (GpWhatIf *self)
{
  const GpWhatIfKnown *known = gp_what_if_memory_find (self->memory, &self->at);

  if (self->is_asked && self->wants_solved && known != NULL && known->rough != NULL &&
      known->whole == NULL && !self->is_sent_solved) {
    self->is_sent_solved = TRUE;
    gp_what_if_send (self, GP_WHAT_IF_SOLVED);
  }
  gp_what_if_go_ahead (self);
}

static void
take_figures (GpWhatIf *self, GpWhatIfRequest *request)
{
  if (request->base != NULL && gp_what_if_memory_find (self->memory, &neutral) == NULL)
    gp_what_if_memory_put (self->memory, &neutral, g_steal_pointer (&request->base));
  if (request->summary != NULL || (!request->was_cancelled && request->slot == GP_WHAT_IF_AHEAD))
    gp_what_if_memory_put (self->memory, &request->place, g_steal_pointer (&request->summary));
}

/* Of an idle source, with an answer. A plan that was cancelled says nothing; what it was cancelled
 * for is on its way. */
static gboolean
take_answer (gpointer data)
{
  GpWhatIfRequest *request = data;
  g_autoptr (GpWhatIf) self = g_weak_ref_get (&request->shared->owner);
  gboolean is_here, has_plan = request->summary != NULL;

  if (self == NULL || request->epoch != self->epoch)
    return G_SOURCE_REMOVE;
  is_here = self->is_asked && gp_what_if_place_equal (&request->place, &self->at);
  take_figures (self, request);
  if (request->slot == GP_WHAT_IF_AHEAD && gp_what_if_place_equal (&request->place, &self->ahead))
    self->has_ahead = FALSE;
  if (request->slot == GP_WHAT_IF_ASKED && has_plan) {
    self->last = request->place;
    self->has_last = TRUE;
    self->is_quick = request->seconds < QUICK_S;
  }
  if (gp_what_if_is_known (self))
    gp_what_if_shared_take_away (self->shared, GP_WHAT_IF_ASKED);
  if (is_here && request->slot == GP_WHAT_IF_ASKED && !has_plan && !request->was_cancelled) {
    g_free (self->problem);
    self->problem = g_steal_pointer (&request->problem);
    self->is_asked = FALSE;
  }
  if (is_here && request->slot == GP_WHAT_IF_SOLVED && !has_plan)
    self->wants_solved = FALSE;
  changed (self);
  go_on (self);
  return G_SOURCE_REMOVE;
}

/* The nearest answer to what was asked: itself, what it lies between, or what was answered last. */
void
gp_what_if_get_answer (GpWhatIf *self, GpWhatIfAnswer *answer)
{
  const GpWhatIfKnown *base = gp_what_if_memory_find (self->memory, &neutral);
  const GpWhatIfKnown *known = gp_what_if_memory_find (self->memory, &self->at), *below, *above;
  double share;

  *answer = (GpWhatIfAnswer){.base = base != NULL ? base->rough : NULL};
  if (known == NULL || known->rough == NULL) {
    if (!self->is_quick && self->problem == NULL &&
        gp_what_if_memory_between (self->memory, &self->at, &below, &above, &share)) {
      g_clear_pointer (&self->mix, gp_summary_free);
      self->mix = gp_summary_mix (below->rough, above->rough, share);
      answer->summary = self->mix;
      answer->below = below->rough;
      answer->above = above->rough;
      return;
    }
    known = self->has_last ? gp_what_if_memory_find (self->memory, &self->last) : NULL;
    answer->is_old = TRUE;
  }
  if (known == NULL)
    return;
  answer->is_base = gp_what_if_place_equal (&known->place, &neutral);
  answer->summary = known->whole != NULL ? known->whole : known->rough;
  answer->at_best = known->whole != NULL ? known->rough : NULL;
}

/* ---- what is asked ----------------------------------------------------------------------------
 */

static void
drop_all (GpWhatIf *self)
{
  for (GpWhatIfSlot slot = 0; slot < GP_WHAT_IF_N_SLOTS; slot++)
    gp_what_if_shared_drop (self->shared, slot);
  gp_what_if_stop_pace (self);
  self->is_asked = self->has_ahead = self->wants_solved = self->is_sent_solved = FALSE;
}

static void
forget (GpWhatIf *self)
{
  drop_all (self);
  self->epoch++;
  gp_what_if_memory_forget (self->memory);
  g_clear_pointer (&self->mix, gp_summary_free);
  g_clear_pointer (&self->problem, g_free);
  self->at = neutral;
  self->has_last = self->is_quick = FALSE;
}

void
gp_what_if_set_base (GpWhatIf *self, const GpProject *project, guint32 scenario,
                     const GpPlan *published)
{
  g_return_if_fail (GP_IS_WHAT_IF (self) && project != NULL);

  forget (self);
  gp_project_ref ((GpProject *)project);
  g_clear_pointer (&self->base, gp_project_unref);
  self->base = (GpProject *)project;
  self->scenario = scenario;
  g_clear_pointer (&self->published, gp_plan_unref);
  self->published = published != NULL ? gp_plan_ref ((GpPlan *)published) : NULL;
  for (int i = 0; i < GP_N_LEVERS && scenario != GP_NONE; i++) {
    self->usable[i] = gp_lever_is_usable (project, scenario, &gp_levers[i]);
    self->lowest[i] = gp_what_if_place_end (project, scenario, i, gp_what_if_place_first (i));
    self->highest[i] = gp_what_if_place_end (project, scenario, i, gp_what_if_place_last (i));
  }
}

void
gp_what_if_ask (GpWhatIf *self, const double *positions)
{
  GpWhatIfPlace place;
  int lever;

  g_return_if_fail (GP_IS_WHAT_IF (self) && self->base != NULL && self->scenario != GP_NONE);

  gp_what_if_place (&place, positions);
  for (int i = 0; i < GP_N_LEVERS; i++)
    place.steps[i] = CLAMP (place.steps[i], self->lowest[i], self->highest[i]);
  if (gp_what_if_is_busy (self) && gp_what_if_place_equal (&place, &self->at))
    return;
  lever = gp_what_if_place_line (&self->at, &place);
  self->lever = lever >= 0 ? lever : self->lever;
  self->at = place;
  self->is_asked = TRUE;
  self->moved_at = g_get_monotonic_time ();
  self->wants_solved = self->is_sent_solved = FALSE;
  g_clear_pointer (&self->problem, g_free);
  gp_what_if_shared_drop (self->shared, GP_WHAT_IF_SOLVED);
  if (!gp_what_if_is_known (self)) {
    gp_what_if_go_ahead (self); /* before what it may come before */
    gp_what_if_send (self, GP_WHAT_IF_ASKED);
  } else {
    gp_what_if_shared_take_away (self->shared, GP_WHAT_IF_ASKED);
    self->last = place;
    self->has_last = TRUE;
    go_on (self);
  }
  changed (self);
}

void
gp_what_if_look_at (GpWhatIf *self, int lever)
{
  g_return_if_fail (GP_IS_WHAT_IF (self) && lever < GP_N_LEVERS);

  self->lever = lever;
  if (self->base != NULL)
    gp_what_if_go_ahead (self);
}

void
gp_what_if_settle (GpWhatIf *self)
{
  g_return_if_fail (GP_IS_WHAT_IF (self));

  self->wants_solved = self->is_asked;
  go_on (self);
}

void
gp_what_if_cancel (GpWhatIf *self)
{
  g_return_if_fail (GP_IS_WHAT_IF (self));

  drop_all (self);
  changed (self);
}

gboolean
gp_what_if_is_busy (GpWhatIf *self)
{
  return self->is_asked && !gp_what_if_is_known (self);
}

gboolean
gp_what_if_is_solving (GpWhatIf *self)
{
  const GpWhatIfKnown *known = gp_what_if_memory_find (self->memory, &self->at);

  return self->is_asked && self->wants_solved && known != NULL && known->whole == NULL;
}

const char *
gp_what_if_get_problem (GpWhatIf *self)
{
  return self->problem;
}

guint
gp_what_if_get_n_begun (GpWhatIf *self)
{
  guint n;

  g_mutex_lock (&self->shared->lock);
  n = self->shared->n_begun;
  g_mutex_unlock (&self->shared->lock);
  return n;
}

/* ---- the class --------------------------------------------------------------------------------
 */

static void
gp_what_if_dispose (GObject *object)
{
  GpWhatIf *self = GP_WHAT_IF (object);

  g_mutex_lock (&self->shared->lock);
  self->shared->quit = TRUE;
  g_mutex_unlock (&self->shared->lock);
  drop_all (self);
  if (self->worker != NULL)
    g_thread_join (g_steal_pointer (&self->worker));
  G_OBJECT_CLASS (gp_what_if_parent_class)->dispose (object);
}

static void
gp_what_if_finalize (GObject *object)
{
  GpWhatIf *self = GP_WHAT_IF (object);

  forget (self);
  gp_what_if_memory_free (self->memory);
  g_clear_pointer (&self->base, gp_project_unref);
  g_clear_pointer (&self->published, gp_plan_unref);
  gp_what_if_shared_unref (self->shared);
  G_OBJECT_CLASS (gp_what_if_parent_class)->finalize (object);
}

static void
gp_what_if_class_init (GpWhatIfClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = gp_what_if_dispose;
  G_OBJECT_CLASS (klass)->finalize = gp_what_if_finalize;
  signals[CHANGED] = g_signal_new ("changed", GP_TYPE_WHAT_IF, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
gp_what_if_init (GpWhatIf *self)
{
  self->shared = gp_what_if_shared_new (G_OBJECT (self), take_answer);
  self->memory = gp_what_if_memory_new ();
  self->scenario = GP_NONE;
  self->lever = -1;
}

GpWhatIf *
gp_what_if_new (void)
{
  return g_object_new (GP_TYPE_WHAT_IF, NULL);
}
