/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A shard as text (gp-futures-shard.h). The same futures give the same bytes. */
#include "gp-futures-private.h"
#include "gp-futures-shard.h"

static void
write_head (GString *text, const GpFuturesHead *head)
{
  char first[GP_YEAR_BYTES], last[GP_YEAR_BYTES];

  g_string_append_printf (text, GP_SHARD_FORMAT "\nscenario %s\nseed %" G_GUINT64_FORMAT "\n",
                          head->scenario, head->seed);
  g_string_append_printf (text, "count %u\nshard %u %u\ndata %s\nplans %s\nregret %d\npriorities",
                          head->count, head->shard, head->n_shards, head->data, head->plans,
                          head->has_regret != FALSE);
  for (guint i = 0; i < head->n_priorities; i++)
    g_string_append_printf (text, " %s", gp_priority_name (head->priorities[i]));
  g_string_append_printf (text, "\nyears %s %s\n", gp_year_format (head->first_year, first),
                          gp_year_format (head->last_year, last));
}

static void
write_boards (GString *text, const GArray *boards)
{
  g_string_append_printf (text, "boards %u\n", boards->len);
  for (guint i = 0; i < boards->len; i++) {
    const GpFuturesBoard *board = &g_array_index (boards, GpFuturesBoard, i);
    char year[GP_YEAR_BYTES];

    g_string_append_printf (text, "board %s %u %s\n", gp_year_format (board->year, year),
                            board->kept, board->code);
  }
}

static void
write_rows (GString *text, const GpFutures *futures)
{
  g_string_append_printf (text, "futures %u\n", futures->n);
  for (guint32 i = 0; i < futures->n; i++) {
    const gint64 *row = gp_futures_row (futures, futures->first + i);

    g_string_append_printf (text, "%u", futures->first + i);
    for (guint k = 0; k < futures->stride; k++)
      g_string_append_printf (text, " %" G_GINT64_FORMAT, row[k]);
    g_string_append_c (text, '\n');
  }
}

char *
gp_futures_to_text (const GpFutures *futures, gsize *length)
{
  GString *text = g_string_new (NULL);

  g_return_val_if_fail (futures != NULL, g_string_free (text, FALSE));
  write_head (text, &futures->head);
  write_boards (text, futures->boards);
  write_rows (text, futures);
  g_string_append (text, "end\n");
  if (length != NULL)
    *length = text->len;
  return g_string_free (text, FALSE);
}
