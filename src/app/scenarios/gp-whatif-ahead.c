/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * See gp-whatif-ahead.h. Of the slider that is moved first the ends, then a place near where it
 * began, where most drags end, and then the middle of the gaps on either side of where it stands,
 * until they are small: coarse to fine. With everything as the scenario has it, and no better idea
 * of what a person will do, the ends and the near places of all sliders.
 *
 * A gap is halved, and not cut where the figures bend most: of two answers nobody can tell where
 * they do between them. With the ends alone the estimates were poor: of 400 boards with three
 * expert coaches less it said 132 school-years of waiting, halfway from 35 to 687, and there were
 * 400.
 */
#include "gp-whatif-ahead.h"

#define NEAR 8  /* the part of the way to an end that most drags go */
#define FINE 24 /* a gap of one part in so many of a slider is small enough */

static gboolean
is_unknown (const GpWhatIfAhead *ahead, const GpWhatIfPlace *place)
{
  return gp_what_if_memory_find (ahead->memory, place) == NULL;
}

/* A part of the way to the end above or below the neutral place, all other sliders as they stand.
 */
static gboolean
take (const GpWhatIfAhead *ahead, int lever, gboolean up, int part, GpWhatIfPlace *next)
{
  int end = up ? ahead->last[lever] : ahead->first[lever];

  *next = ahead->at;
  next->steps[lever] = part == 1 || ABS (end) < part ? end : end / part;
  return is_unknown (ahead, next);
}

static gboolean
either_way (const GpWhatIfAhead *ahead, int lever, int part, GpWhatIfPlace *next)
{
  gboolean up = ahead->at.steps[lever] >= 0;

  return take (ahead, lever, up, part, next) || take (ahead, lever, !up, part, next);
}

gboolean
gp_what_if_ahead_end (const GpWhatIfAhead *ahead, GpWhatIfPlace *next)
{
  const GpWhatIfKnown *below, *above;

  if (ahead->lever < 0 || !ahead->usable[ahead->lever])
    return FALSE;
  gp_what_if_memory_beside (ahead->memory, &ahead->at, ahead->lever, &below, &above);
  if (below != NULL && above != NULL)
    return FALSE;
  return take (ahead, ahead->lever, above == NULL, 1, next);
}

/* Halves the wider of the gaps around the place, or the one that it is in. */
static gboolean
halve (const GpWhatIfAhead *ahead, GpWhatIfPlace *next)
{
  int lever = ahead->lever, at = ahead->at.steps[lever], from, to;
  int small = MAX (1, (ahead->last[lever] - ahead->first[lever]) / FINE);
  const GpWhatIfKnown *below, *above;

  gp_what_if_memory_beside (ahead->memory, &ahead->at, lever, &below, &above);
  from = below != NULL ? below->place.steps[lever] : at;
  to = above != NULL ? above->place.steps[lever] : at;
  if (!is_unknown (ahead, &ahead->at)) {
    if (at - from >= to - at)
      to = at;
    else
      from = at;
  }
  *next = ahead->at;
  next->steps[lever] = from + (to - from) / 2;
  return to - from > small && is_unknown (ahead, next);
}

gboolean
gp_what_if_ahead_next (const GpWhatIfAhead *ahead, GpWhatIfPlace *next, gboolean *is_end)
{
  static const GpWhatIfPlace neutral;
  static const int parts[] = {1, NEAR};

  for (guint i = 0; i < G_N_ELEMENTS (parts) && ahead->lever >= 0; i++) {
    *is_end = parts[i] == 1;
    if (ahead->usable[ahead->lever] && either_way (ahead, ahead->lever, parts[i], next))
      return TRUE;
  }
  if (ahead->lever >= 0 && ahead->usable[ahead->lever] && halve (ahead, next))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (parts) && gp_what_if_place_equal (&ahead->at, &neutral);
       i++) {
    *is_end = parts[i] == 1;
    for (int lever = 0; lever < GP_N_LEVERS; lever++)
      if (ahead->usable[lever] && either_way (ahead, lever, parts[i], next))
        return TRUE;
  }
  return FALSE;
}
