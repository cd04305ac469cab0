/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any shard of futures: read to what writes the same bytes, or one error with its line. A digest of
 * zeros stands for that of a small project, so that what is read can be summed up for it. */
#include "fuzz.h"

#include "gp-futures-private.h"

#include <string.h>

#define ZEROS "data 0000000000000000000000000000000000000000000000000000000000000000"

static char *path;
static GpProject *project;
static char digest[GP_DIGEST_BYTES];

int
LLVMFuzzerInitialize (int *argc G_GNUC_UNUSED, char ***argv G_GNUC_UNUSED)
{
  fuzz_start ();
  path = fuzz_path ("shard");
  project = fuzz_project ();
  gp_futures_digest_project (project, digest);
  return 0;
}

static void
check_merge (GpFutures *futures)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GpFutures) all = gp_futures_merge (&futures, 1, &error);
  g_autoptr (GpFuturesSummary) summary = NULL;

  if (all == NULL) {
    fuzz_check_error (error);
    return;
  }
  for (int outcome = 0; outcome < GP_N_OUTCOMES; outcome++) {
    summary = gp_futures_summarise (all, project, (GpOutcome)outcome, &error);
    if (summary == NULL)
      fuzz_check_error (error);
    g_clear_error (&error);
    g_clear_pointer (&summary, gp_futures_summary_free);
  }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GpFutures) futures = NULL;
  g_autofree char *text = NULL;
  g_autofree uint8_t *own = size > 0 ? g_memdup2 (data, size) : g_malloc0 (1);
  uint8_t *zeros = memmem (own, size, ZEROS, strlen (ZEROS));
  gsize length;

  if (zeros != NULL)
    memcpy (zeros + strlen ("data "), digest, GP_DIGEST_BYTES - 1);
  data = own;
  fuzz_put (path, data, size);
  futures = gp_futures_read (path, &error);
  if (futures == NULL) {
    fuzz_check_error (error);
    return 0;
  }
  fuzz_check_line (gp_futures_scenario (futures));
  text = gp_futures_to_text (futures, &length);
  FUZZ_CHECK (length == size && memcmp (text, data, size) == 0, "another text:\n%s", text);
  check_merge (futures);
  return 0;
}
