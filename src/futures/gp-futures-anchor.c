/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where anchors are: futures of a seed that is nobody's. Two futures are as far apart as their
 * assumptions lie in their distributions; another go is further than any two values, since it is
 * another plan altogether. */
#include "gp-futures-anchor.h"

#include <math.h>

#define ANCHOR_SEED G_GUINT64_CONSTANT (0x616e63686f727321)
#define GO_WEIGHT 4

struct _GpAnchors {
  const GpDraw *draw;
  guint n;       /* assumptions */
  double *place; /* anchor, assumption */
};

GpAnchors *
gp_anchors_new (const GpDraw *draw)
{
  GpAnchors *anchors = g_new0 (GpAnchors, 1);

  anchors->draw = draw;
  anchors->n = gp_draw_n_assumptions (draw);
  anchors->place = g_new (double, (gsize)GP_N_ANCHORS * anchors->n + 1);
  for (guint32 a = 0; a < GP_N_ANCHORS; a++)
    for (guint i = 0; i < anchors->n; i++)
      anchors->place[a * anchors->n + i] = gp_draw_rank_value (draw, i, ANCHOR_SEED, a);
  return anchors;
}

void
gp_anchors_free (GpAnchors *anchors)
{
  if (anchors == NULL)
    return;
  g_free (anchors->place);
  g_free (anchors);
}

static double
distance (const GpAnchors *anchors, guint anchor, const double *place)
{
  const double *own = &anchors->place[anchor * anchors->n];
  double sum = 0;

  for (guint i = 0; i < anchors->n; i++) {
    double weight = gp_draw_assumption (anchors->draw, i)->is_go ? GO_WEIGHT : 1;
    sum += weight * (own[i] - place[i]) * (own[i] - place[i]);
  }
  return sum;
}

guint
gp_anchors_nearest (const GpAnchors *anchors, guint64 seed, guint32 number)
{
  g_autofree double *place = g_new (double, anchors->n + 1);
  double least = INFINITY;
  guint nearest = 0;

  for (guint i = 0; i < anchors->n; i++)
    place[i] = gp_draw_rank_value (anchors->draw, i, seed, number);
  for (guint a = 0; a < GP_N_ANCHORS; a++) {
    double far = distance (anchors, a, place);

    if (far < least) {
      least = far;
      nearest = a;
    }
  }
  return nearest;
}

GpVariant *
gp_anchors_variant (const GpAnchors *anchors, guint anchor)
{
  return gp_draw_variant (anchors->draw, ANCHOR_SEED, anchor);
}
