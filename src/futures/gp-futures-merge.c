/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Joining shards: all of one run, each once. Rows keep their places and counts of whole numbers are
 * added, so that what comes out is what one run gives, to the byte. */
#include "gp-futures-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gboolean
same_boards (const GArray *a, const GArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++) {
    const GpFuturesBoard *x = &g_array_index (a, GpFuturesBoard, i);
    const GpFuturesBoard *y = &g_array_index (b, GpFuturesBoard, i);

    if (x->year != y->year || strcmp (x->code, y->code) != 0)
      return FALSE;
  }
  return TRUE;
}

/* What differs between two shards that ought to be of one run, in words, or NULL. */
static const char *
difference (const GpFutures *a, const GpFutures *b)
{
  const GpFuturesHead *x = &a->head, *y = &b->head;

  if (strcmp (x->scenario, y->scenario) != 0)
    return _ ("the scenario");
  if (x->seed != y->seed)
    return _ ("the seed");
  if (x->count != y->count || x->n_shards != y->n_shards)
    return _ ("the number of futures or of shards");
  if (strcmp (x->data, y->data) != 0)
    return _ ("the project’s data or the program’s version");
  if (strcmp (x->plans, y->plans) != 0)
    return _ ("the plan whose first year is held");
  if (!x->has_regret != !y->has_regret || x->n_priorities != y->n_priorities ||
      memcmp (x->priorities, y->priorities, x->n_priorities * sizeof *x->priorities) != 0 ||
      x->first_year != y->first_year || x->last_year != y->last_year ||
      !same_boards (a->boards, b->boards))
    return _ ("what is counted");
  return NULL;
}

/* Puts each shard at its place. */
static gboolean
place_shards (GpFutures *const *shards, guint n, GpFutures **places, GError **error)
{
  for (guint i = 0; i < n; i++) {
    const char *what = difference (shards[0], shards[i]);
    guint place = shards[i]->head.shard - 1;

    if (what != NULL)
      g_set_error (
          error, GP_ERROR, GP_ERROR_DATA,
          _ ("The shards are not of one run (shard %u and another differ in %s): make them "
             "all from copies of one project in which the scenario was planned."),
          place + 1, what);
    else if (places[place] != NULL)
      g_set_error (error, GP_ERROR, GP_ERROR_DATA,
                   _ ("Shard %u of %u is there twice: give each once."), place + 1,
                   shards[i]->head.n_shards);
    if (what != NULL || places[place] != NULL)
      return FALSE;
    places[place] = shards[i];
  }
  return TRUE;
}

static gboolean
check_complete (GpFutures *const *places, guint n_shards, GError **error)
{
  for (guint i = 0; i < n_shards; i++) {
    if (places[i] != NULL)
      continue;
    g_set_error (error, GP_ERROR, GP_ERROR_DATA,
                 _ ("Shard %u of %u is missing: make it, and give all shards together."), i + 1,
                 n_shards);
    return FALSE;
  }
  return TRUE;
}

static void
copy_shard (GpFutures *all, const GpFutures *shard)
{
  if (shard->n > 0)
    memcpy (gp_futures_row (all, shard->first), shard->rows,
            (gsize)shard->n * shard->stride * sizeof *shard->rows);
  for (guint i = 0; i < all->boards->len; i++)
    g_array_index (all->boards, GpFuturesBoard, i).kept +=
        g_array_index (shard->boards, GpFuturesBoard, i).kept;
}

GpFutures *
gp_futures_merge (GpFutures *const *shards, guint n, GError **error)
{
  g_autofree GpFutures **places = NULL;
  g_autoptr (GpFutures) all = NULL;
  GpFuturesHead head;

  g_return_val_if_fail (shards != NULL && n > 0, NULL);
  head = shards[0]->head;
  places = g_new0 (GpFutures *, head.n_shards);
  if (!place_shards (shards, n, places, error) || !check_complete (places, head.n_shards, error))
    return NULL;
  head.shard = head.n_shards = 1;
  all = gp_futures_new (&head, error);
  if (all == NULL)
    return NULL;
  g_array_append_vals (all->boards, shards[0]->boards->data, shards[0]->boards->len);
  for (guint i = 0; i < all->boards->len; i++)
    g_array_index (all->boards, GpFuturesBoard, i).kept = 0;
  for (guint i = 0; i < n; i++)
    copy_shard (all, places[i]);
  return g_steal_pointer (&all);
}
