/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What is done to a single cell on its way out and in, beside the quoting of CSV.
 *
 * A spreadsheet takes a text that begins with = + - @ or a tab, CR or LF for a formula. Such a text
 * is written with an apostrophe before it, which makes it a text. So that every text comes back as
 * it was, also one that begins with apostrophes itself, the rule looks past them:
 *
 *   out: a text of any number of apostrophes and then one of those characters gets one more;
 *   in:  a cell of one or more apostrophes and then one of those characters loses one.
 *
 * "=1" is written "'=1", "'=1" is written "''=1"; "'t Hof" and "'" stay as they are. Only for texts
 * and codes: numbers stay numbers.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* TRUE when the text is to be written with an apostrophe before it. */
gboolean gp_csv_cell_is_risky (const char *text);

/* The text that a cell stands for: the cell itself, or its part after one apostrophe. */
const char *gp_csv_cell_text (const char *cell);

/* The cell without blanks around it and, when comma_is_point, with a decimal point for a decimal
 * comma (where there is one comma and no point). NULL when that is the cell itself; else a new
 * string. */
char *gp_csv_cell_number (const char *cell, gboolean comma_is_point);

/* The text with LF for CRLF, as a new string; NULL when it has none. */
char *gp_csv_cell_lines (const char *text);

G_END_DECLS
