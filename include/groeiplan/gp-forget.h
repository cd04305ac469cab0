/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * Names of coaches are personal data: taking one out of a project file with all traces, and looking
 * for what may be left.
 *
 * What stays of a forgotten coach is the row, under a neutral code and name ("former-3", "Former
 * coach 3"): region or board, days and years are the capacity that plans and sums were made from,
 * and say nothing about a person. Deleting that row as well is an ordinary edit afterwards.
 */
#pragma once

#include <groeiplan/gp-store.h>

G_BEGIN_DECLS

/* Another file (a backup beside the project) and how it went. */
typedef struct {
  char *path;
  char *problem; /* why the names may still be in it (translated), or NULL */
} GpForgetFile;

typedef struct {
  GPtrArray *coaches;    /* of char *: the neutral names that took their place */
  GPtrArray *kept_words; /* of char *: words of the names that stay, for they are also in the names
                            of others */
  guint n_texts;    /* other texts (notes, reasons, labels of the history ...) that were changed */
  guint n_entries;  /* entries of the history that were rewritten */
  guint n_dropped;  /* entries that could not be, and were dropped with all beyond them */
  GPtrArray *files; /* of GpForgetFile */
  GPtrArray *left;  /* of char *: places in which a name is still found, to be mended by hand */
} GpForgotten;

/* Takes coaches out: each given by code, or by name (all coaches of that name; also ones that only
 * the history still has). Their names, codes and the words of their names that nobody else has go
 * from the tables, texts, plans, and the history, which can still be undone; the file is then
 * written anew, so that deleted space holds nothing. With backups the same in the backups beside
 * the file. This cannot be undone and makes no backup. No words: only the deleted space is cleaned.
 *
 * GP_ERROR_DATA when there is no such coach; nothing was changed then. The data version stays: no
 * plan is made from a name. BUSY when somebody reads: the names are gone from the data then, but
 * not from deleted space; no words do the rest. */
gboolean gp_store_forget (GpStore *store, const char *const *words, gboolean backups,
                          GpForgotten *out, GError **error);
void gp_forgotten_clear (GpForgotten *forgotten);

/* Writes the project as a new file for somebody outside, complete or absent: the same numbers and
 * plans, no history, other names. Coaches become "Coach 1", "Coach 2" ...; with everything boards and
 * schools get other names and codes too, and what people wrote freely is left out. Refuses to overwrite. */
gboolean gp_store_anonymise (GpStore *store, const char *copy, gboolean everything,
                             GpProgressFunc progress, gpointer data, GCancellable *cancellable,
                             GError **error);

/* Looks for texts in a project file (which may be open) and in the backups beside it: in every
 * value of every table, in packed ones and in the history, and in the bytes of the file, in UTF-8
 * and UTF-16, be they in use or deleted. A text of several words is looked for as a whole, in any
 * case, and by its words of three letters and more that begin with a capital. Gives places (of char
 * *, "plan.groeiplan: boards, note (2)"); none: not there. */
GPtrArray *gp_traces_find (const char *path, const char *const *texts, GError **error);

G_END_DECLS
