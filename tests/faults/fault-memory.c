/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See fault-memory.h. */
#include "fault-memory.h"

#include "fault-vfs.h"

#include <sqlite3.h>

static sqlite3_mem_methods plain;
static gsize in_use;

static void *
get (int size)
{
  void *memory = fault_due (FAULT_MEMORY) ? NULL : plain.xMalloc (size);

  in_use += memory != NULL;
  return memory;
}

static void
give_back (void *memory)
{
  in_use -= memory != NULL;
  plain.xFree (memory);
}

static void *
resize (void *memory, int size)
{
  return fault_due (FAULT_MEMORY) ? NULL : plain.xRealloc (memory, size);
}

void
fault_memory_install (gboolean exact)
{
  sqlite3_mem_methods counted;

  g_assert_cmpint (sqlite3_config (SQLITE_CONFIG_GETMALLOC, &plain), ==, SQLITE_OK);
  counted = plain;
  counted.xMalloc = get;
  counted.xFree = give_back;
  counted.xRealloc = resize;
  g_assert_cmpint (sqlite3_config (SQLITE_CONFIG_MALLOC, &counted), ==, SQLITE_OK);
  if (exact)
    g_assert_cmpint (sqlite3_config (SQLITE_CONFIG_LOOKASIDE, 0, 0), ==, SQLITE_OK);
}

gsize
fault_memory_in_use (void)
{
  return in_use;
}
