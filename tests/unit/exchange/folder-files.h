/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Temporary folders with files, and a small exchange folder that is right (and plainly fictitious),
 * for tests to spoil.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef char TestFolder; /* a path; the folder goes with it */

TestFolder *test_folder_new (void);
/* The folder with the files in it (one level of folders deep), and the string. */
void test_folder_remove (TestFolder *folder);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TestFolder, test_folder_remove)

void test_folder_put (const char *folder, const char *file, const char *bytes, gssize size);
void test_folder_delete (const char *folder, const char *file);
char *test_folder_get (const char *folder, const char *file, gsize *size);

/* Names of the files in a folder, hidden ones too, sorted and parted by blanks; a new string. */
char *test_folder_list (const char *folder);

/* Fills a folder with a project that is right. */
void test_folder_put_project (const char *folder);

/* Replaces the one place in a file where before stands. */
void test_folder_change (const char *folder, const char *file, const char *before,
                         const char *after);

G_END_DECLS
