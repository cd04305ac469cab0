/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Whether rows would be right in a project, before anything is stored: the model's own rules, asked
 * of a project that holds what these rows need and nothing else, so that one cell is checked in
 * well under a frame. (Limits on the project as a whole are left to the store.) Pure; any thread.
 */
#pragma once

#include <groeiplan/gp-table.h>

G_BEGIN_DECLS

typedef struct {
  guint row;     /* of the rows that were given */
  int column;    /* of the table, or -1: the row as a whole */
  char *message; /* one sentence without full stop, translated */
} GpRecordsProblem;

void gp_records_problem_free (GpRecordsProblem *problem);
GpRecordsProblem *gp_records_problem_new (guint row, int column, const char *message);

/* rows: of char ** (a text per column of the table), with different keys. Returns the problems (of
 * GpRecordsProblem), at most max of them; an empty array when all is well. Boards, schools, expert
 * coaches, verandercoaches. */
GPtrArray *gp_records_check (const GpProject *project, GpTableId table, const GPtrArray *rows,
                             guint max);

G_END_DECLS
