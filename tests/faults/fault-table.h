/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of counts that every program prints at its end: tried, survived, and what was wrong. */
#pragma once

#include <glib.h>

/* Counts one try of a kind; wrong (may be NULL) says what was, and where. */
void fault_count (const char *kind, const char *wrong);
/* Prints the table, a line per kind in the order first counted; TRUE when all survived. */
gboolean fault_table_print (void);
/* Nothing is printed of what is wrong: it is meant to be. */
void fault_table_set_quiet (gboolean is_quiet);
/* Forgets all, and tells how many did not survive: after a run that was meant to fail. */
guint fault_table_forget (void);
