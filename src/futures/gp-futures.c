/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Futures as kept: making room, finding a row, names. */
#include "gp-futures-private.h"

#include <glib/gi18n-lib.h>

/* Pages of zeros are asked for at once, so that the numbers of a file cannot ask for more than
 * GP_MAX_FUTURES rows, and running out of memory is an error like any other. */
GpFutures *
gp_futures_new (const GpFuturesHead *head, GError **error)
{
  g_autoptr (GpFutures) futures = g_new0 (GpFutures, 1);

  g_atomic_ref_count_init (&futures->refs);
  futures->head = *head;
  futures->first = gp_shard_begin (head->count, head->shard, head->n_shards);
  futures->n = gp_shard_begin (head->count, head->shard + 1, head->n_shards) - futures->first;
  futures->stride = 1 + head->n_priorities + gp_futures_n_years (head) + 1;
  futures->boards = g_array_new (FALSE, FALSE, sizeof (GpFuturesBoard));
  futures->rows = g_try_new0 (gint64, (gsize)futures->n * futures->stride + 1);
  if (futures->rows != NULL)
    return g_steal_pointer (&futures);
  g_set_error (error, GP_ERROR, GP_ERROR_DATA,
               _ ("There is no memory for %u futures: ask for fewer, or share them out in shards."),
               futures->n);
  return NULL;
}

GpFutures *
gp_futures_ref (GpFutures *futures)
{
  g_return_val_if_fail (futures != NULL, NULL);
  g_atomic_ref_count_inc (&futures->refs);
  return futures;
}

void
gp_futures_unref (GpFutures *futures)
{
  if (futures == NULL || !g_atomic_ref_count_dec (&futures->refs))
    return;
  g_array_unref (futures->boards);
  g_free (futures->rows);
  g_free (futures);
}

const char *
gp_futures_scenario (const GpFutures *futures)
{
  g_return_val_if_fail (futures != NULL, NULL);
  return futures->head.scenario;
}

guint64
gp_futures_seed (const GpFutures *futures)
{
  g_return_val_if_fail (futures != NULL, 0);
  return futures->head.seed;
}

gint64 *
gp_futures_row (const GpFutures *futures, guint32 number)
{
  g_return_val_if_fail (number >= futures->first && number - futures->first < futures->n, NULL);
  return futures->rows + (gsize)(number - futures->first) * futures->stride;
}

int
gp_futures_find_priority (const GpFuturesHead *head, GpPriorityId id)
{
  for (guint i = 0; i < head->n_priorities; i++)
    if (head->priorities[i] == id)
      return (int)i;
  return -1;
}

/* ---- names --------------------------------------------------------------------------- */

static const char *const promise_names[GP_N_PROMISES] = {"no_overload", "groeikracht", "regular",
                                                         "goal", "all"};

static const struct {
  const char *name, *unit;
} outcomes[GP_N_OUTCOMES] = {{"schools", "schools"},
                             {"delay", "school-years"},
                             {"overload", "coach-days"},
                             {"groeikracht_delay", "school-years"},
                             {"regular_delay", "school-years"},
                             {"reach", "weighted pupil-years"},
                             {"cost", "EUR"}};

const char *
gp_promise_name (GpPromise promise)
{
  g_return_val_if_fail ((guint)promise < GP_N_PROMISES, NULL);
  return promise_names[promise];
}

const char *
gp_outcome_name (GpOutcome outcome)
{
  g_return_val_if_fail ((guint)outcome < GP_N_OUTCOMES, NULL);
  return outcomes[outcome].name;
}

const char *
gp_outcome_unit (GpOutcome outcome)
{
  g_return_val_if_fail ((guint)outcome < GP_N_OUTCOMES, NULL);
  return outcomes[outcome].unit;
}

gboolean
gp_outcome_parse (const char *text, GpOutcome *out)
{
  for (guint i = 0; i < GP_N_OUTCOMES; i++) {
    if (g_str_equal (text, outcomes[i].name)) {
      *out = (GpOutcome)i;
      return TRUE;
    }
  }
  return FALSE;
}
