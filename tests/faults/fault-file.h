/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Project files as the tests of faults see them: with SQLite alone and its own way to the disk. */
#pragma once

#include <groeiplan/gp-store.h>

/* A fresh folder, in memory where there is such a place; gone with fault_folder_remove (). */
char *fault_folder_new (void);
void fault_folder_empty (const char *folder);
void fault_folder_remove (char *folder);
/* All that there are: for a program that ends in the middle. */
void fault_folders_remove (void);

/* Copies bytes; for files that nobody in this process has open. */
void fault_copy (const char *from, const char *to);

/* What a file holds, in one number: every row of every table, without the columns that tell the
 * time. An interrupted edit is rolled back first, as by any other program. 0 and a sentence in
 * *wrong when the file cannot be read, or fails integrity_check or foreign_key_check; "busy" when
 * it is locked. */
guint64 fault_file_digest (const char *path, char **wrong);

/* The same of what a person put into a project. */
guint64 fault_project_digest (const GpProject *project);

/* A file of an older format with the data of a project. */
void fault_make_old (const char *path, int version, const GpProject *project);

/* NULL, or what is wrong with an error that a person is to read: none, of another domain, not one
 * sentence. */
const char *fault_error_wrong (const GError *error);

/* Ends the program: the test itself does not work. */
void fault_die (const char *what, const GError *error) G_GNUC_NORETURN;
