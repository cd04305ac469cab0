/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files that forget people share. */
#pragma once

#include <groeiplan/gp-forget.h>

#include "gp-store-private.h"

/* ---- changesets, value by value (gp-store-changeset-text.c) ---- */

#define GP_CHANGE_MOST_COLUMNS 32

typedef struct {
  guint8 type;         /* of SQLite; 0: not given */
  const guint8 *bytes; /* of a text or blob; 8 of a number */
  gsize size;
  char *instead; /* a text that takes its place, or NULL */
} GpChangeValue;

typedef struct {
  const char *table;
  int operation; /* SQLITE_INSERT (after alone), SQLITE_DELETE (before alone), SQLITE_UPDATE */
  guint n_columns;
  gint64 n; /* the row */
  GpChangeValue before[GP_CHANGE_MOST_COLUMNS], after[GP_CHANGE_MOST_COLUMNS];
} GpChange;

typedef void (*GpChangeFunc) (GpChange *change, gpointer data);

/* Shows every change to func, and gives the changeset with the texts that it put instead. NULL when
 * the bytes are no sound changeset. */
GByteArray *gp_changeset_visit (gconstpointer bytes, gsize size, GpChangeFunc func, gpointer data);
/* A text value; NULL for any other. A new string, valid UTF-8 (what is not is made so). */
char *gp_change_text (const GpChangeValue *value);

/* ---- who (gp-store-forget-find.c) ---- */

/* One coach under one code. */
typedef struct {
  GpTableId table;
  char *code;
  GHashTable *names; /* set of char *: every name the row ever had */
  char *new_code, *new_name;
} GpPerson;

typedef struct {
  GPtrArray *people;  /* of GpPerson */
  GHashTable *others; /* set of char *, "table code": coaches of the project that stay */
  GHashTable *codes;  /* set of char *: every code that a coach has or had */
  GHashTable *shared; /* set of char *: words that stay */
  GHashTable *wholes; /* sets of char *: what to look for, whole names and codes ... */
  GHashTable *words;  /* ... and words of names */
  char *in_texts;     /* what a text says instead, or NULL: the first one's new name */
  GRegex *names;      /* finds any of them; NULL: nothing to find */
} GpForgetting;

GpForgetting *gp_forgetting_new (void);
void gp_forgetting_free (GpForgetting *forgetting);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GpForgetting, gp_forgetting_free)

/* Adds the coaches of the file that the words name, and what it knows of those already in. */
gboolean gp_forgetting_collect (GpForgetting *forgetting, GpDb *db, const char *const *words,
                                GError **error);
/* Adds every coach of the tables. */
gboolean gp_forgetting_collect_all (GpForgetting *forgetting, GpDb *db, GError **error);
GpPerson *gp_forgetting_find (GpForgetting *forgetting, GpTableId table, const char *code);
/* GP_N_TABLES for a table without coaches. */
GpTableId gp_forget_coach_table (const char *name);
gboolean gp_db_has (GpDb *db, const char *table, const char *column);

/* Walks the history from what is now to its oldest entry, then from now to its last undone one, and
 * tells which coach a change is about. func gets each change with the codes of the row before and
 * after it (NULL: not known, or no coach). With rewrite, what func put instead is stored. */
typedef void (*GpCoachChangeFunc) (GpChange *change, GpTableId coaches, const char *before,
                                   const char *after, gpointer data);
gboolean gp_forget_walk (GpDb *db, GpCoachChangeFunc func, gpointer data, gboolean rewrite,
                         guint *n_entries, guint *n_dropped, GError **error);

/* ---- words (gp-store-forget-words.c) ---- */

/* Which texts say the names of the people; to be made when all are collected. */
gboolean gp_forgetting_prepare (GpForgetting *forgetting, GpDb *db, GError **error);
/* The text with neutral names, or NULL when it says none. */
char *gp_forgetting_replace (const GpForgetting *forgetting, const char *text);
/* The words of a name that say who it is: three letters and more, with a capital. Set of char *. */
GHashTable *gp_forget_words_of (const char *name);
/* *out finds those texts, whole (names, codes) and as words; NULL where there are none. */
gboolean gp_forget_pattern (GHashTable *wholes, GHashTable *words, GRegex **out, GError **error);
/* TRUE for a column of a data table (or frame) in which people write freely; names of boards and
 * schools, and what is a key, are not. column counts n as 0. */
gboolean gp_forget_is_free (const char *table, guint column);

/* ---- the tables (gp-store-forget-rows.c) ---- */

gboolean gp_forget_rows (GpForgetting *forgetting, GpDb *db, GpForgotten *out, GError **error);
gboolean gp_forget_history (GpForgetting *forgetting, GpDb *db, GpForgotten *out, GError **error);

/* ---- looking for what is left (gp-store-traces.c, gp-store-traces-bytes.c) ---- */

/* Adds to left the places of one file in which the names are found. */
gboolean gp_traces_look (const char *path, const GpForgetting *forgetting, GPtrArray *left,
                         GError **error);
/* How many of the texts stand in the bytes of the file where they should not. */
gboolean gp_traces_count (GpDb *db, GHashTable *wholes, GHashTable *words, guint *n,
                          GError **error);
