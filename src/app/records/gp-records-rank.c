/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See gp-records-rank.h. Rows with equal texts have equal ranks. */
#include "gp-records-rank.h"

#include <string.h>

typedef struct {
  const char *key;
  GpRecordSorted *sorted;
} Ranked;

guint
gp_records_rank_get_ready (GListModel *records, guint column, guint from, guint n)
{
  guint end = g_list_model_get_n_items (records);

  for (; from < end && n > 0; from++) {
    g_autoptr (GpRecord) record = g_list_model_get_item (records, from);

    if (gp_record_sorted (record, column)->key == NULL) {
      gp_record_make_key (record, column);
      n--;
    }
  }
  return from < end ? from : G_MAXUINT;
}

guint
gp_records_rank_n_lacking (const GPtrArray *records, guint column)
{
  guint n = 0;

  for (guint i = 0; i < records->len; i++)
    n += gp_record_sorted (records->pdata[i], column)->key == NULL;
  return n;
}

static int
by_key (gconstpointer a, gconstpointer b)
{
  return strcmp (((const Ranked *)a)->key, ((const Ranked *)b)->key);
}

/* From the first of some with a text of their own to the next that has a rank. */
static guint
end_of_gap (const Ranked *all, guint n, guint from, guint *n_texts)
{
  guint i = from;

  *n_texts = 0;
  for (; i < n && all[i].sorted->rank == 0; i++)
    *n_texts += i == from || strcmp (all[i].key, all[i - 1].key) != 0;
  return i;
}

/* Rows [from, to) have no rank: they get some between both, in even steps. */
static gboolean
fill_gap (Ranked *all, guint from, guint to, guint n_texts, double before, double after)
{
  double step = (after - before) / (n_texts + 1), rank = before;

  for (guint i = from; i < to; i++) {
    if (i == from || strcmp (all[i].key, all[i - 1].key) != 0)
      rank += step;
    all[i].sorted->rank = rank;
  }
  return before + step > before && rank < after;
}

/* Those that say the same as one with a rank have its rank. */
static void
share_ranks (Ranked *all, guint n)
{
  for (guint i = 1; i < n; i++)
    if (all[i].sorted->rank == 0 && strcmp (all[i].key, all[i - 1].key) == 0)
      all[i].sorted->rank = all[i - 1].sorted->rank;
  for (guint i = n; i-- > 1;)
    if (all[i - 1].sorted->rank == 0 && strcmp (all[i].key, all[i - 1].key) == 0)
      all[i - 1].sorted->rank = all[i].sorted->rank;
}

static gboolean
fill_gaps (Ranked *all, guint n)
{
  double before = 0;
  gboolean room = TRUE;

  for (guint i = 0; i < n; i++)
    if (all[i].sorted->rank == 0) {
      guint n_texts, end = end_of_gap (all, n, i, &n_texts);
      double after = end < n ? all[end].sorted->rank : before + n_texts + 1;

      room = fill_gap (all, i, end, n_texts, before, after) && room;
      i = end - 1;
      before = all[i].sorted->rank;
    } else
      before = all[i].sorted->rank;
  return room;
}

gboolean
gp_records_rank (const GPtrArray *records, guint column)
{
  g_autofree Ranked *all = g_new (Ranked, records->len + 1);

  for (guint i = 0; i < records->len; i++) {
    gp_record_make_key (records->pdata[i], column);
    all[i].sorted = gp_record_sorted (records->pdata[i], column);
    all[i].key = all[i].sorted->key;
  }
  qsort (all, records->len, sizeof *all, by_key);
  share_ranks (all, records->len);
  if (fill_gaps (all, records->len))
    return TRUE;
  for (guint i = 0; i < records->len; i++)
    all[i].sorted->rank = 0;
  fill_gaps (all, records->len);
  return FALSE;
}
