/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Everything that can be asked of a project file, with something going wrong at one moment of it or
 * from one on. Then there is an error that a person can read, the files are as they were, nothing
 * is left behind or kept in memory, and asking again succeeds.
 */
#pragma once

#include "memory-ops.h"

/* A kind of fault. */
typedef struct {
  /* From now on they are counted; the n-th goes wrong, and with lasting all after it. 0: none. */
  void (*arm) (guint n, gboolean lasting);
  guint (*disarm) (void); /* how many there were */
  gsize (*in_use) (void); /* what must be given back in the end */
} OpsFault;

/* Fixture: a folder with a project of today's format, an older one and a backup. */
void ops_setup (void);
void ops_teardown (void);

/* How many moments there are, when nothing goes wrong. */
guint ops_count (const Op *op, const OpsFault *kind);

/* Fails the test unless it is as above. FALSE: nothing of it was seen. */
gboolean ops_fail_at (const Op *op, const OpsFault *kind, guint n, gboolean lasting);

/* How often to try each: so often, or as GP_MEMORY_TRIES asks for, as tests/coverage/run does. */
guint ops_tries (guint least);
