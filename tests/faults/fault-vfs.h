/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Faults of a drive: a way to the disk for SQLite that fails the n-th operation of one kind, once
 * or from then on. It becomes SQLite's default, so that the store takes it without knowing. The few
 * calls that the store makes itself (fsync, rename, a temporary file) are wrapped by the linker and
 * counted along.
 */
#pragma once

#include <glib.h>

typedef enum {
  FAULT_NONE,
  FAULT_READ,
  FAULT_WRITE,
  FAULT_FULL, /* no room: half of what was to be written is */
  FAULT_SYNC,
  FAULT_TRUNCATE,
  FAULT_LOCK,
  FAULT_BUSY, /* somebody else has the lock */
  FAULT_DELETE,
  FAULT_OPEN,
  FAULT_SIZE,
  FAULT_ACCESS,
  FAULT_CALL,   /* of the system, by the store itself */
  FAULT_STOP,   /* the program ends at the n-th write, sync, truncate, delete, open or call */
  FAULT_MEMORY, /* SQLite's; see fault-memory.h */
  N_FAULTS
} FaultKind;

extern const char *const fault_names[N_FAULTS];

/* Makes it SQLite's default. */
void fault_vfs_register (void);

/* Counts operations of the kind from 1 on, and fails number n (and all after it with lasting). n =
 * 0 fails none. */
void fault_arm (FaultKind kind, guint n, gboolean lasting);
void fault_disarm (void);
/* How many operations of a kind there were since then. */
guint fault_n_operations (FaultKind kind);
/* Whether the fault has happened since it was armed. */
gboolean fault_happened (void);
/* Reports a plain success for writes and syncs that were to fail: to see that the tests notice. */
void fault_lie (gboolean lie);

/* For other counters of the same fault: TRUE when this operation is to fail. */
gboolean fault_due (FaultKind kind);
