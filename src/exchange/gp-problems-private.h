/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Filling GpProblems, for the readers in this folder.
 */
#pragma once

#include <groeiplan/gp-exchange.h>

G_BEGIN_DECLS

/* Adds "file:line: column: message", without the parts that are NULL, "" or 0. Problems are kept in
 * the order in which their files were first named here or to gp_problems_add_file (), then by line;
 * those of one line stay in the order of adding. message is a sentence without its file. */
void gp_problems_add (GpProblems *problems, const char *file, guint line, const char *column,
                      const char *message);
void gp_problems_add_note (GpProblems *problems, const char *file, guint line, const char *column,
                           const char *message);

/* Gives a file its place in the order before anything is wrong with it. */
void gp_problems_add_file (GpProblems *problems, const char *file);

/* Sets error (GP_ERROR_DATA) to the first problem, with the number of others; FALSE when there are
 * problems. */
gboolean gp_problems_check (const GpProblems *problems, GError **error);

/* "file:line: column: message" as gp_problems_add () writes it; a new string. */
char *gp_problems_sentence (const char *file, guint line, const char *column, const char *message);

G_END_DECLS
