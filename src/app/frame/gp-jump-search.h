/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the search that jumps finds in a project, best first. No GTK. */
#pragma once

#include <groeiplan/gp-project.h>

G_BEGIN_DECLS

typedef enum { GP_JUMP_BOARD, GP_JUMP_SCHOOL, GP_JUMP_EXPERT, GP_JUMP_VERANDERCOACH } GpJumpKind;

/* Best first: how well a row answers what was typed. */
typedef enum {
  GP_JUMP_IS,     /* its name or code is just that */
  GP_JUMP_BEGINS, /* its name or code begins with it */
  GP_JUMP_WORDS,  /* each word typed begins a word of its name */
  GP_JUMP_HOLDS,  /* its name or code holds all words */
  GP_JUMP_PLACE   /* some of the words are only in its board's name or its region's */
} GpJumpRank;

typedef struct {
  GpJumpKind kind;
  guint32 index; /* into the project's array of that kind */
  GpJumpRank rank;
  char *sort; /* its name as it is sorted; the array frees it */
} GpJumpFound;

/* Rows that have every word of text, whatever the case and the accents: the best `most` of them (of
 * GpJumpFound), by rank, kind, name and code, and in n_all (may be NULL) how many there are.
 * Nothing for a text without words. */
GArray *gp_jump_search (const GpProject *project, const char *text, guint most, guint *n_all);

const char *gp_jump_name (const GpProject *project, const GpJumpFound *found);
const char *gp_jump_code (const GpProject *project, const GpJumpFound *found);
/* "Stichting Voorbeeld · Zuid": the board and the region of a school or a verandercoach, the region
 * of a board or an expert coach; a new string. */
char *gp_jump_place (const GpProject *project, const GpJumpFound *found);

/* Small letters without accents, as names are compared here; a new string. */
char *gp_jump_fold (const char *text);

G_END_DECLS
