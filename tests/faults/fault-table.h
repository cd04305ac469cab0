/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The table of counts that every program prints at its end: tried, survived, and what was wrong.
 *
 * A run of hours tells twice a minute on standard error how far it is. One that is stopped (SIGINT,
 * SIGTERM, SIGHUP) ends after the try it is at, with the table of what was tried by then.
 */
#pragma once

#include <glib.h>

/* Before the first try: stopped from outside, the program still gives its table. */
void fault_table_watch (void);
/* What is being tried, for the line that tells how far it is. */
void fault_table_at (const char *format, ...) G_GNUC_PRINTF (1, 2);
/* Counts one try of a kind; wrong (may be NULL) says what was, and where. Ends the program, with
 * the table and status 3, when it was stopped. */
void fault_count (const char *kind, const char *wrong);
/* Prints the table, a line per kind in the order first counted; TRUE when all survived. */
gboolean fault_table_print (void);
/* Nothing is printed of what is wrong: it is meant to be. */
void fault_table_set_quiet (gboolean is_quiet);
/* Forgets all, and tells how many did not survive: after a run that was meant to fail. */
guint fault_table_forget (void);
