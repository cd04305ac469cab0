/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A cell as people read and type it ("Noord", "1.234", "✓"), and as the project writes it ("noord",
 * "1234", "1"). Table and column are those of gp-table.h. Pure; any thread.
 */
#pragma once

#include "gp-records-names.h"

#include <groeiplan/gp-format.h>
#include <groeiplan/gp-table.h>

G_BEGIN_DECLS

#define GP_RECORDS_YES "✓"
#define GP_RECORDS_NO "✗"

/* From what gp_project_cell () gives; a new string. */
char *gp_records_show (const GpRecordsNames *names, GpTableId table, guint column, const char *raw);
/* The same as a spreadsheet reads it: numbers without marks between the thousands, yes and no as 1
 * and 0. */
char *gp_records_show_plain (const GpRecordsNames *names, GpTableId table, guint column,
                             const char *raw);

/* What a person typed or pasted, as the project writes it: a new string, or NULL with one sentence
 * (without full stop) in error. Only the form is read here; see gp-records-check.h for the rules.
 */
char *gp_records_read (const GpRecordsNames *names, GpTableId table, guint column, const char *text,
                       GError **error);

/* What can be chosen, as shown, or NULL where anything may be typed. */
char **gp_records_choices (const GpRecordsNames *names, GpTableId table, guint column);
/* TRUE for an answer that may also be not known. */
gboolean gp_records_is_answer (const GpColumn *column);
/* The next value of a yes or no: yes, no (and not known), yes again. */
const char *gp_records_next_flag (const GpColumn *column, const char *raw);

const char *gp_records_word_title (const char *word); /* translated: "talks" -> "in talks" */

G_END_DECLS
