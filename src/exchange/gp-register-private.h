/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The register import from inside: header -> layout (kind), rows -> data (read), data against the
 * project -> changes and edits (compare), edits -> store (apply).
 *
 * What the steps agree on:
 * 1. A school's key is its institution code and two digits, upper case: "16AH00".
 * 2. A board's key is its number without leading zeros: "00008" and "8" are one board. A board the
 *    project has keeps the form it has there; a new one gets the register's five digits, also when
 *    a spreadsheet has eaten the zeros.
 * 3. Nothing is ever joined on a name.
 * 4. What a file does not say (blank, masked count, board 0) changes nothing.
 */
#pragma once

#include <groeiplan/gp-register.h>

#include "gp-problems-private.h"

G_BEGIN_DECLS

#define GP_REGISTER_MAX_PUPILS 100000 /* at one location */
#define GP_REGISTER_MAX_FILES 50
#define GP_REGISTER_MAX_ROWS GP_MAX_SCHOOLS /* of schools, and of pupils, in all files together */

/* ---- header -------------------------------------------------------------- */

/* Which column of a file holds what; -1 where the file has no such column. */
typedef struct {
  GpRegisterKind kind;
  gboolean special;  /* primary locations: the list of special education */
  gboolean historic; /* pupils: the file with a column a year, which counts primary and special */
  int institution, location, board, board_name, name, province, pupils, type;
} GpRegisterLayout;

/* What the header is that of; else FALSE and why not (a new string). */
gboolean gp_register_layout_find (const char *const *header, guint n_columns,
                                  GpRegisterLayout *layout, char **why);

/* "po", "vo", "mbo": the code of the sector whose locations a file of this kind lists, or NULL. */
const char *gp_register_kind_sector (GpRegisterKind kind);

/* ---- keys ---------------------------------------------------------------- */

#define GP_REGISTER_KEY_BYTES 7

/* "16ah" with "16AH00", "00" or "0" (a lost zero) to "16AH00"; location may be NULL, for a list of
 * institutions without locations ("00"). FALSE when it is no such code. */
gboolean gp_register_school_key (const char *institution, const char *location,
                                 char key[static GP_REGISTER_KEY_BYTES]);

/* A project's school code as a key; FALSE when it does not look like a register code. */
gboolean gp_register_school_key_from_code (const char *code,
                                           char key[static GP_REGISTER_KEY_BYTES]);

#define GP_REGISTER_BOARD_BYTES 16

typedef enum { GP_BOARD_KEY_OK, GP_BOARD_KEY_NONE, GP_BOARD_KEY_WRONG } GpBoardKey;

/* NONE: blank, 0 or "onbekend". */
GpBoardKey gp_register_board_key (const char *text, char key[static GP_REGISTER_BOARD_BYTES]);

/* Upper case without anything but letters and digits, and without accents: how provinces and header
 * cells are compared. A new string. */
char *gp_register_plain (const char *text);

/* The text without blanks around it and with single blanks in it. A new string. */
char *gp_register_text (const char *text);

/* ---- rows ---------------------------------------------------------------- */

/* Where something was read. */
typedef struct {
  guint file, line;
} GpRegisterPlace;

typedef struct {
  const char *key, *name; /* name "" where it is not told */
  guint32 board;          /* index in boards, GP_NONE where it is not told */
  guint32 region;         /* of the project, GP_NONE where it is not told */
  GpRegisterKind kind;    /* of the list it is in */
  gboolean special;       /* that list is one of special education */
  GpRegisterPlace place;
} GpRegisterSchool;

typedef struct {
  const char *key;
  const char *name;      /* "" where no file gives one */
  gboolean name_listed;  /* by a list of boards, which goes before a column in a list of schools */
  GpRegisterPlace place; /* of the name */
} GpRegisterBoard;

typedef struct {
  const char *key;
  gint32 pupils; /* -1: masked or blank */
  gboolean historic;
  GpRegisterPlace place;
} GpRegisterPupils;

/* Everything that the files say, gathered. */
typedef struct {
  GStringChunk *strings;
  GArray *files;                    /* GpRegisterFile */
  GArray *schools, *boards;         /* GpRegisterSchool, GpRegisterBoard */
  GArray *pupils;                   /* GpRegisterPupils */
  GHashTable *school_of;            /* key -> index + 1 */
  GHashTable *board_of;             /* key -> index + 1 */
  GHashTable *pupils_of[2];         /* key -> index + 1: [0] of one year, [1] historic */
  GHashTable *is_special;           /* key -> 1 regular, 2 special, where the historic file tells */
  GHashTable *special_institutions; /* institution codes in a list of special education */
  gboolean read[GP_REGISTER_BOARDS + 1];
  gboolean read_regular, read_special; /* which lists of primary locations */
} GpRegisterData;

GpRegisterData *gp_register_data_new (void);
void gp_register_data_free (GpRegisterData *data);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GpRegisterData, gp_register_data_free)

/* The index at which a key is found, or GP_NONE. */
guint32 gp_register_index (GHashTable *table, const char *key);

/* Reads one file into data. FALSE with error when it cannot be read at all (GP_ERROR_FILE,
 * GP_ERROR_CANCELLED) or not as a register file (GP_ERROR_DATA; also in problems). Wrong rows are
 * in problems alone. */
gboolean gp_register_read_file (GpRegisterData *data, const GpProject *project, const char *path,
                                GpProblems *problems, GCancellable *cancellable, GError **error);

/* ---- changes ------------------------------------------------------------- */

/* One row to be put, or (cells NULL) to be deleted. */
typedef struct {
  GpTableId table;
  const char *code;
  char **cells; /* as many as the table has columns, NULL-terminated */
} GpRegisterEdit;

struct _GpRegisterPreview {
  GpProject *project;
  GpRegisterData *data;
  GArray *changes;               /* GpRegisterChange */
  GPtrArray *edits;              /* GpRegisterEdit, in the order in which they are to be done */
  guint counts[2][GP_N_CHANGES]; /* boards, schools */
};

/* Fills changes and edits of a preview whose project and data are there. */
gboolean gp_register_compare (GpRegisterPreview *preview, GpProblems *problems,
                              GCancellable *cancellable, GError **error);

G_END_DECLS
