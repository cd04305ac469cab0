/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is written down of a drive; see power-log.h. */
#pragma once

#include "power-log.h"

#define POWER_NO_FILE G_MAXUINT

typedef enum {
  POWER_WRITE,  /* bytes of file at */
  POWER_LENGTH, /* file has the length at */
  POWER_SYNC,   /* of file */
  POWER_NAME,   /* name is file */
  POWER_UNNAME, /* name is gone */
  POWER_RENAME, /* name (file) is called to */
  POWER_SYNC_FOLDER,
  POWER_STEP_DONE
} PowerKind;

typedef struct {
  PowerKind kind;
  guint file;
  gsize at;
  GBytes *bytes;
  char *name, *to;
} PowerEvent;

extern GArray *power_events;
extern GPtrArray *power_files; /* of GBytes: what each file held before the first event */
extern GHashTable *power_start_names;
