/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The edits after which the bench plans again: parameters, pins and coaches, as a person makes them
 * one at a time. What they are about is found in the project itself, so that they fit any. */
#pragma once

#include <groeiplan/gp-variant.h>

guint bench_n_edits (void);
const char *bench_edit_name (guint edit); /* one word */

/* The project after that edit, or NULL where it has nothing that the edit is about. */
GpProject *bench_edit_make (const GpProject *project, guint32 scenario, guint edit);
