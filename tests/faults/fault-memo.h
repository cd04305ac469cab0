/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What was judged before is not judged again: after most faults a folder is, byte for byte, as it
 * is after hundreds of others, and the same program finds the same in the same bytes. The clock of
 * the tests stands still for that (fault-calls.c).
 */
#pragma once

#include <glib.h>

/* A number for all that is in the folder: names and bytes. */
guint64 fault_memo_folder (const char *folder);
guint64 fault_memo_mix (guint64 hash, gconstpointer bytes, gsize size);

/* Whether what the number stands for was found right before; and that it was. */
gboolean fault_memo_is_right (guint64 number);
void fault_memo_set_right (guint64 number);

/* As fault_file_digest (), which is asked once for the same bytes. Not where a journal is: reading
 * the file then changes it. */
guint64 fault_memo_file_digest (const char *path, char **wrong);

/* How many judgements were made, and how many remembered. */
void fault_memo_print (void);
