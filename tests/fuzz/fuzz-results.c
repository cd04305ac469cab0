/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any text where a project file keeps a result: read to something whole that is written and read
 * again, or no result. */
#include "fuzz.h"

#include <groeiplan/gp-futures.h>
#include <groeiplan/gp-prices.h>
#include <groeiplan/gp-repairs.h>

static GpProject *project;

int
LLVMFuzzerInitialize (int *argc G_GNUC_UNUSED, char ***argv G_GNUC_UNUSED)
{
  fuzz_start ();
  project = fuzz_project ();
  return 0;
}

static void
try_prices (const char *text)
{
  g_autoptr (GpPrices) prices = gp_prices_from_text (project, text);
  g_autoptr (GpPrices) again = NULL;
  g_autofree char *written = NULL;

  if (prices == NULL)
    return;
  for (guint i = 0; i < prices->n_prices; i++)
    g_free (gp_price_thing (project, &prices->prices[i]));
  for (guint i = 0; i < prices->n_priority_prices; i++)
    g_free (gp_priority_price_sentence (&prices->priority_prices[i]));
  written = gp_prices_to_text (project, prices);
  again = gp_prices_from_text (project, written);
  FUZZ_CHECK (again != NULL && again->n_prices == prices->n_prices, "%s", written);
}

static void
try_repairs (const char *text)
{
  g_autoptr (GpRepairs) repairs = gp_repairs_from_text (text);
  g_autoptr (GpRepairs) again = NULL;
  g_autofree char *written = NULL;

  if (repairs == NULL)
    return;
  for (guint i = 0; i < repairs->n_repairs; i++)
    g_free (gp_repair_sentence (&repairs->repairs[i]));
  written = gp_repairs_to_text (repairs);
  again = gp_repairs_from_text (written);
  FUZZ_CHECK (again != NULL && again->n_repairs == repairs->n_repairs, "%s", written);
}

static void
try_futures (const char *text)
{
  GpFuturesSummary *summaries[GP_N_OUTCOMES], *again[GP_N_OUTCOMES];
  g_autofree char *written = NULL;

  if (!gp_futures_summaries_from_text (text, summaries))
    return;
  written = gp_futures_summaries_to_text (summaries);
  FUZZ_CHECK (gp_futures_summaries_from_text (written, again), "%s", written);
  for (guint i = 0; i < GP_N_OUTCOMES; i++) {
    FUZZ_CHECK ((summaries[i] != NULL) == (again[i] != NULL), "%s", written);
    g_clear_pointer (&summaries[i], gp_futures_summary_free);
    g_clear_pointer (&again[i], gp_futures_summary_free);
  }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *text = g_strndup ((const char *)data, size);

  if (!g_utf8_validate (text, -1, NULL)) /* the store gives no other */
    return 0;
  try_prices (text);
  try_repairs (text);
  try_futures (text);
  return 0;
}
