/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Memory that long work let go of, back to the system. The C library keeps what was freed between
 * what is still in use: 50 MiB of 223 after a plan of national size. Returning it takes some
 * milliseconds, of the thread that asks.
 *
 * Rejected: a fixed MALLOC_MMAP_THRESHOLD_ (256 KiB, 1 MiB), a fixed MALLOC_TRIM_THRESHOLD_ and a
 * single arena, none of which changed the peak.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void gp_memory_give_back (void); /* any thread */

G_END_DECLS
