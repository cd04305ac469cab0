/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the commands futures and futures-merge share: their words and how they show a result. */
#pragma once

#include "gp-cli-private.h"

#include <groeiplan/gp-futures.h>

typedef struct {
  char *outcome_word, *format_word, *output;
  GpOutcome outcome;
  gboolean json;
} GpCliFuturesView;

#define GP_CLI_FUTURES_VIEW_ENTRIES(view)                                                           \
  {"outcome",                                                                                       \
   0,                                                                                               \
   0,                                                                                               \
   G_OPTION_ARG_STRING,                                                                             \
   &(view)->outcome_word,                                                                           \
   N_ ("What assumptions are ranked by (default: schools)"),                                        \
   "schools|delay|overload|groeikracht_delay|regular_delay|reach|cost"},                            \
      {"format",   0, 0, G_OPTION_ARG_STRING, &(view)->format_word, N_ ("How to print the result"), \
       "text|json"},                                                                                \
  {                                                                                                 \
    "output", 0, 0, G_OPTION_ARG_FILENAME, &(view)->output,                                         \
        N_ ("Write to this file instead of standard output"), N_ ("FILE")                           \
  }

void gp_cli_futures_view_clear (GpCliFuturesView *view);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GpCliFuturesView, gp_cli_futures_view_clear)

/* Reads the words of the options. */
gboolean gp_cli_futures_view_parse (GpCliFuturesView *view, GError **error);

/* Shows what the futures come to, as asked. */
gboolean gp_cli_futures_show (const GpFutures *futures, const GpProject *project,
                              const GpCliFuturesView *view, GError **error);

/* To the file, whole or not at all, or to standard output when output is NULL. */
gboolean gp_cli_futures_write (const char *output, const char *text, gsize length, GError **error);

/* gp-cli-futures-json.c, -text.c: the result as a new string. */
char *gp_cli_futures_json (const GpFutures *futures, const GpFuturesSummary *summary,
                           gsize *length);
char *gp_cli_futures_text (const GpFutures *futures, const GpFuturesSummary *summary);
