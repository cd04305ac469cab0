/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any bytes as a project file. The corpus has files of several formats with pages of 512 bytes, so
 * that they are small. */
#include "fuzz-store.h"

static char *folder, *path;

int
LLVMFuzzerInitialize (int *argc G_GNUC_UNUSED, char ***argv G_GNUC_UNUSED)
{
  fuzz_start ();
  folder = fuzz_path ("in");
  path = fuzz_path ("in/any.groeiplan");
  g_mkdir_with_parents (folder, 0700);
  return 0;
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  fuzz_put (path, data, size);
  fuzz_use_store (path);
  fuzz_empty (folder); /* with journals, and copies of an older format */
  return 0;
}
