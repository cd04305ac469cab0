/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the fuzz targets share. A target is one file fuzz-NAME.c with LLVMFuzzerTestOneInput (): it
 * takes any bytes for its kind of input, gives them to the product as a file or a text, and asserts
 * what holds whatever they are: an answer or one clear error, and what was read comes back.
 *
 * Linked with libFuzzer (tests/fuzz/run) it looks for faults; with fuzz-replay.c it replays the
 * corpus and every case found before, in every build.
 */
#pragma once

#include <gio/gio.h>
#include <groeiplan/gp-table.h>
#include <stdint.h>

int LLVMFuzzerInitialize (int *argc, char ***argv);
int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

/* Stops the program, as a fault does, unless the condition holds. */
#define FUZZ_CHECK(condition, ...)                                                                 \
  do {                                                                                             \
    if (!(condition))                                                                              \
      fuzz_fail (__FILE__, __LINE__, #condition, __VA_ARGS__);                                     \
  } while (0)
G_NORETURN void fuzz_fail (const char *file, int line, const char *condition, const char *format,
                           ...) G_GNUC_PRINTF (4, 5);

/* To be called by LLVMFuzzerInitialize (): a warning or a critical message of GLib is a fault. */
void fuzz_start (void);

/* A folder of this process, in memory where there is such a place; gone when it ends. */
const char *fuzz_folder (void);
/* A path in it (or a file in a folder below), to be freed. */
char *fuzz_path (const char *name);
/* Writes a file of the folder, plainly and at once. */
void fuzz_put (const char *path, const void *bytes, gsize size);
/* Removes all files of a folder; the folder stays. */
void fuzz_empty (const char *folder);

/* An error as a person gets it: of ours, one line of text, a sentence of some length. */
void fuzz_check_error (const GError *error);
/* One line of text. */
void fuzz_check_line (const char *text);

/* Several files in one input: each begins with a line "=== NAME" and holds the bytes up to the next
 * such line. Writes them into the folder and returns their paths in order, NULL-terminated; names
 * that are no plain file names, and files beyond the 40th, are left out. What stands before the
 * first such line belongs to none. */
GStrv fuzz_unpack (const uint8_t *data, gsize size, const char *folder);

/* Text with \n, \t, \377 and the like as those bytes; a new string. */
char *fuzz_unescape (const char *text);

/* A row of cells with `;` between them; it must be right. */
void fuzz_add (GpProject *project, GpTableId table, const char *line);
/* A small project, plainly made up: two regions, three sectors, four boards, schools, coaches,
 * scenarios base and child. */
GpProject *fuzz_project (void);
