/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A drive that loses power: all that SQLite and the store do to the files of one folder is written
 * down (the files themselves are changed as usual), and what a cut after any number of these events
 * would leave on the disk can be made from it.
 *
 * What is not synced may be there, or not: each sector of 512 bytes of a write, each change of a
 * file's length, each name that came, went or changed in the folder, by chance, in any order.
 * Sectors that a file grew by and that were not written hold rubbish. What was synced is there;
 * names when the folder was synced, in the way of SQLite (a journal's name with its first sync, its
 * end where xDelete asks for it) or by fsync () of the folder.
 */
#pragma once

#include <glib.h>

/* The VFS becomes SQLite's default. */
void power_register (void);

/* Forgets everything, takes what is in the folder as durable, and writes down from then on. */
void power_start (const char *folder);
void power_stop (void);
/* Writes down that a step is done. */
void power_step_done (void);
guint power_n_events (void);

/* Makes in target what a cut after n events may leave, by chance; returns how many steps were done
 * by then. honest = FALSE: a drive for which no sync counts. */
guint power_cut (guint n, const char *target, GRand *rand, gboolean honest);
