/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the tests of the store share: a folder of their own, files looked at with SQLite itself, and
 * random edits. */
#pragma once

#include <check.h>
#include <groeiplan/gp-store.h>
#include <sqlite3.h>

/* Fixture: a fresh folder before each test, gone after it. */
void support_setup (void);
void support_teardown (void);

/* A path in that folder; a new string. */
char *support_path (const char *name);
/* How many entries the folder has: stray files show. */
guint support_count_files (void);

/* The kept file of a released format, unpacked in that folder; its path, a new string. */
char *support_kept_file (int version);

/* Runs SQL on a file, as any other program would. */
void support_sql (const char *path, const char *sql);
/* The first value of a query on a file as text; a new string. */
char *support_query (const char *path, const char *sql);

/* A new store with a random project of few boards. */
GpStore *support_store (const char *path, guint32 seed);

/* The store's snapshot; never NULL. */
GpProject *support_snapshot (GpStore *store);
void support_assert_equal (const GpProject *a, const GpProject *b);

/* The row's cells, NULL-terminated; and the key cells among given ones. */
GStrv support_cells (const GpProject *project, GpTableId table, guint32 row);
GStrv support_key (GpTableId table, const char *const *cells);

/* One random change within an edit (put of a changed or new row, or a deletion that may be
 * refused); keeps the project valid. */
void support_random_change (GpStore *store, const GpProject *before, GRand *rand, guint number);

/* Asserts that the store gave this code, and one sentence that names what. */
void support_assert_error (GError *error, GpError code, const char *what);
