/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The schema of a project file: the numbered steps of data/schema, embedded at build time. */
#pragma once

#include "gp-store-sql.h"

#define GP_APPLICATION_ID 0x47524F45 /* "GROE" */

extern const char *const gp_schema_steps[]; /* step number i + 1 */
extern const int gp_schema_n_steps;

/* Applies the steps after from up to to (inclusive) in an open transaction, and writes the
 * application id and the version. */
gboolean gp_schema_apply (GpDb *db, int from, int to, GError **error);

/* GP_ERROR_NOT_OURS or GP_ERROR_NEWER when the header says so; else the file's version. */
gboolean gp_schema_read_version (GpDb *db, int *version, GError **error);

/* Compares what the file has with what the steps make: no table, index, view or trigger more or
 * less, each word for word. */
gboolean gp_schema_check (GpDb *db, int version, GError **error);

/* What the steps make is kept once it was asked for; this lets it go, for tests of the making. */
void gp_schema_forget (void);
