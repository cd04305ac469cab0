/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SQLite's memory: counted, and failing at the n-th allocation (FAULT_MEMORY of fault-vfs.h). */
#pragma once

#include <glib.h>

/* Before anything else is asked of SQLite. exact: every allocation counts, also the small ones that
 * SQLite would take from a store of its own. */
void fault_memory_install (gboolean exact);

/* Allocations that were not given back. */
gsize fault_memory_in_use (void);
