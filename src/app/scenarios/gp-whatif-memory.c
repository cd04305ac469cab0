/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See gp-whatif-memory.h. So few are kept that looking through all of them takes microseconds. */
#include "gp-whatif-memory.h"

#include <math.h>
#include <stdlib.h>

struct _GpWhatIfMemory {
  GPtrArray *known; /* of GpWhatIfKnown */
  guint64 clock;
};

/* ---- places -----------------------------------------------------------------------------------
 */

/* A slider goes by less than its step when it is dragged: to the decimals that the step has. */
static double
unit (int lever)
{
  return gp_levers[lever].step < 1 ? 0.01 : 1;
}

void
gp_what_if_place (GpWhatIfPlace *place, const double *positions)
{
  for (int i = 0; i < GP_N_LEVERS; i++)
    place->steps[i] = (int)lround ((positions[i] - gp_levers[i].neutral) / unit (i));
}

double
gp_what_if_place_position (const GpWhatIfPlace *place, int lever)
{
  return gp_levers[lever].neutral + place->steps[lever] * unit (lever);
}

int
gp_what_if_place_first (int lever)
{
  return (int)lround ((gp_levers[lever].min - gp_levers[lever].neutral) / unit (lever));
}

int
gp_what_if_place_last (int lever)
{
  return (int)lround ((gp_levers[lever].max - gp_levers[lever].neutral) / unit (lever));
}

static gboolean
same_values (const GArray *a, const GArray *b)
{
  for (guint i = 0; i < a->len && a->len == b->len; i++)
    if (gp_decimal_compare (g_array_index (a, GpLeverValue, i).value,
                            g_array_index (b, GpLeverValue, i).value) != 0)
      return FALSE;
  return a->len == b->len;
}

static GArray *
values_at (const GpProject *project, guint32 scenario, int lever, int steps)
{
  GArray *values = g_array_new (FALSE, FALSE, sizeof (GpLeverValue));
  GpWhatIfPlace place = {{0}};

  place.steps[lever] = steps;
  gp_lever_apply (project, scenario, &gp_levers[lever], gp_what_if_place_position (&place, lever),
                  values);
  return values;
}

int
gp_what_if_place_end (const GpProject *project, guint32 scenario, int lever, int end)
{
  g_autoptr (GArray) last = values_at (project, scenario, lever, end);
  int differs = 0, same = end;

  while (ABS (same - differs) > 1) {
    int middle = differs + (same - differs) / 2;
    g_autoptr (GArray) values = values_at (project, scenario, lever, middle);

    if (same_values (values, last))
      same = middle;
    else
      differs = middle;
  }
  return same;
}

gboolean
gp_what_if_place_equal (const GpWhatIfPlace *a, const GpWhatIfPlace *b)
{
  for (int i = 0; i < GP_N_LEVERS; i++)
    if (a->steps[i] != b->steps[i])
      return FALSE;
  return TRUE;
}

static double
range (int lever)
{
  return gp_what_if_place_last (lever) - gp_what_if_place_first (lever);
}

double
gp_what_if_place_distance (const GpWhatIfPlace *a, const GpWhatIfPlace *b)
{
  double distance = 0;

  for (int i = 0; i < GP_N_LEVERS; i++)
    distance += abs (a->steps[i] - b->steps[i]) / range (i);
  return distance;
}

int
gp_what_if_place_line (const GpWhatIfPlace *a, const GpWhatIfPlace *b)
{
  int lever = -1;

  for (int i = 0; i < GP_N_LEVERS; i++) {
    if (a->steps[i] == b->steps[i])
      continue;
    if (lever >= 0)
      return -1;
    lever = i;
  }
  return lever;
}

/* ---- the memory -------------------------------------------------------------------------------
 */

static void
free_known (gpointer data)
{
  GpWhatIfKnown *known = data;

  gp_summary_free (known->rough);
  gp_summary_free (known->whole);
  g_free (known);
}

GpWhatIfMemory *
gp_what_if_memory_new (void)
{
  GpWhatIfMemory *self = g_new0 (GpWhatIfMemory, 1);

  self->known = g_ptr_array_new_with_free_func (free_known);
  return self;
}

void
gp_what_if_memory_free (GpWhatIfMemory *self)
{
  g_ptr_array_unref (self->known);
  g_free (self);
}

void
gp_what_if_memory_forget (GpWhatIfMemory *self)
{
  g_ptr_array_set_size (self->known, 0);
}

guint
gp_what_if_memory_size (const GpWhatIfMemory *self)
{
  return self->known->len;
}

static GpWhatIfKnown *
look_up (GpWhatIfMemory *self, const GpWhatIfPlace *place)
{
  for (guint i = 0; i < self->known->len; i++) {
    GpWhatIfKnown *known = g_ptr_array_index (self->known, i);

    if (gp_what_if_place_equal (&known->place, place))
      return known;
  }
  return NULL;
}

static void
drop_oldest (GpWhatIfMemory *self)
{
  guint oldest = 0;

  for (guint i = 1; i < self->known->len; i++) {
    const GpWhatIfKnown *known = g_ptr_array_index (self->known, i);
    const GpWhatIfKnown *other = g_ptr_array_index (self->known, oldest);

    oldest = known->used < other->used ? i : oldest;
  }
  g_ptr_array_remove_index_fast (self->known, oldest);
}

void
gp_what_if_memory_put (GpWhatIfMemory *self, const GpWhatIfPlace *place, GpSummary *summary)
{
  GpWhatIfKnown *known = look_up (self, place);

  if (known == NULL) {
    if (self->known->len == GP_WHAT_IF_MEMORY)
      drop_oldest (self);
    known = g_new0 (GpWhatIfKnown, 1);
    known->place = *place;
    g_ptr_array_add (self->known, known);
  }
  known->used = ++self->clock;
  if (summary == NULL)
    return;
  if (summary->rough) {
    gp_summary_free (known->rough);
    known->rough = summary;
  } else {
    gp_summary_free (known->whole);
    known->whole = summary;
  }
}

const GpWhatIfKnown *
gp_what_if_memory_find (GpWhatIfMemory *self, const GpWhatIfPlace *place)
{
  GpWhatIfKnown *known = look_up (self, place);

  if (known != NULL)
    known->used = ++self->clock;
  return known;
}

void
gp_what_if_memory_beside (GpWhatIfMemory *self, const GpWhatIfPlace *place, int lever,
                          const GpWhatIfKnown **below, const GpWhatIfKnown **above)
{
  int at = place->steps[lever];

  *below = *above = NULL;
  for (guint i = 0; i < self->known->len; i++) {
    GpWhatIfKnown *known = g_ptr_array_index (self->known, i);
    int steps = known->place.steps[lever];

    if (known->rough == NULL || gp_what_if_place_line (&known->place, place) != lever)
      continue;
    if (steps < at && (*below == NULL || steps > (*below)->place.steps[lever]))
      *below = known;
    if (steps > at && (*above == NULL || steps < (*above)->place.steps[lever]))
      *above = known;
  }
}

gboolean
gp_what_if_memory_between (GpWhatIfMemory *self, const GpWhatIfPlace *place,
                           const GpWhatIfKnown **below, const GpWhatIfKnown **above, double *share)
{
  double least = INFINITY;

  for (int lever = 0; lever < GP_N_LEVERS; lever++) {
    const GpWhatIfKnown *a, *b;
    double apart;

    gp_what_if_memory_beside (self, place, lever, &a, &b);
    if (a == NULL || b == NULL)
      continue;
    apart = b->place.steps[lever] - a->place.steps[lever];
    if (apart / range (lever) >= least)
      continue;
    least = apart / range (lever);
    *below = a;
    *above = b;
    *share = (place->steps[lever] - a->place.steps[lever]) / apart;
  }
  if (least == INFINITY)
    return FALSE;
  ((GpWhatIfKnown *)*below)->used = ((GpWhatIfKnown *)*above)->used = ++self->clock;
  return TRUE;
}
