/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Between the steps of the comparison (gp-register-compare.c): what becomes of every school is
 * decided first (gp-register-outcome.c), the boards follow from their schools
 * (gp-register-compare-boards.c), and only then is anything told or written down
 * (gp-register-change.c).
 */
#pragma once

#include "gp-register-private.h"

G_BEGIN_DECLS

typedef enum {
  GP_FATE_KEPT, /* with what the register says about it, if anything */
  GP_FATE_NEW,
  GP_FATE_DELETED,  /* closed, and never started */
  GP_FATE_EXCLUDED, /* closed, but it took part: stays in the totals, is planned no more */
} GpFate;

/* A school as it will be. */
typedef struct {
  GpFate fate;
  guint32 known;    /* index in the project, GP_NONE when new */
  const char *code; /* the project's, or the key */
  const char *name;
  guint32 board; /* a target: see below */
  guint32 sector, region;
  gint32 pupils;
} GpRegisterOutcome;

typedef struct {
  GpRegisterPreview *preview;
  const GpProject *project;
  GpRegisterData *data;
  GpProblems *problems;
  GHashTable *known_schools; /* key -> index in the project + 1 */
  GHashTable *known_boards;
  GArray *outcomes; /* GpRegisterOutcome: the project's schools in its order, then the new ones */
  /* A target is a board as it will be: below n_boards the project's board of that index, from there
   * on the board of data at target - n_boards, which is new. */
  guint n_targets;
  guint32 *target_of;    /* data's board -> target */
  guint *schools_of;     /* target -> schools it will have */
  guint maybe_special;   /* closed because a regular list lacks them; that was the only list read */
  guint not_of_register; /* schools of the sectors that were read, with codes of their own */
} GpRegisterComparison;

/* Decides on every school. */
void gp_register_decide_schools (GpRegisterComparison *c);

/* Adds the changes and edits of the boards that are new or renamed (to be done before those of the
 * schools), or left without schools (after them). */
void gp_register_compare_boards (GpRegisterComparison *c);
void gp_register_close_boards (GpRegisterComparison *c);

/* Adds the changes and edits of the schools. */
void gp_register_compare_schools (GpRegisterComparison *c);

/* The code, and the name after the import, of a target. */
const char *gp_register_target_code (const GpRegisterComparison *c, guint32 target);
const char *gp_register_target_name (const GpRegisterComparison *c, guint32 target);

/* Adds a change; the strings are copied. */
void gp_register_add_change (GpRegisterComparison *c, GpChangeKind kind, GpTableId table,
                             const char *code, const char *name, const char *before,
                             const char *after);

/* Adds an edit that puts a row: that of the project (row GP_NONE: empty cells) with the columns of
 * the list replaced (name, value, name, value, NULL). */
void gp_register_add_put (GpRegisterComparison *c, GpTableId table, guint32 row, const char *code,
                          ...) G_GNUC_NULL_TERMINATED;
void gp_register_add_delete (GpRegisterComparison *c, GpTableId table, const char *code);

G_END_DECLS
