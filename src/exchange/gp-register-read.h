/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One register file while it is being read (gp-register-read.c): its cells
 * (gp-register-read-cells.c) and its rows (gp-register-read-rows.c).
 */
#pragma once

#include "gp-csv-reader.h"
#include "gp-register-private.h"

G_BEGIN_DECLS

/* What rows may leave open. */
typedef enum {
  GP_OPEN_COUNT,
  GP_OPEN_BOARD,
  GP_OPEN_PROVINCE,
  GP_OPEN_NAME,
  GP_OPEN_REPEATED, /* the row says again what another one said */
  GP_N_OPEN
} GpRegisterOpen;

typedef struct {
  GpRegisterData *data;
  const GpProject *project;
  GpProblems *problems;
  GpCsvReader *reader;
  const char *const *header;
  GpRegisterLayout layout;
  guint file;
  const GpCsvRow *row;
  GHashTable *regions; /* province, made plain -> region + 1 */
  GHashTable *unknown; /* provinces already complained about */
  guint open[GP_N_OPEN];
} GpRegisterReading;

/* A cell as it stands there; "" where the file has no such column. */
const char *gp_register_cell (const GpRegisterReading *in, int column);

/* Adds a problem about a cell of the row (column -1: about the row as a whole). */
void gp_register_complain (const GpRegisterReading *in, int column, const char *format, ...)
    G_GNUC_PRINTF (3, 4);

/* Each reads one thing of the row and complains when it is wrong. */

/* Kept by data, "" where the row has none; NULL when it is wrong. */
const char *gp_register_read_name (const GpRegisterReading *in, int column);
/* Kept by data; NULL when it is wrong. */
const char *gp_register_read_school_key (const GpRegisterReading *in);
/* FALSE when it is wrong; "" where the row has no board. */
gboolean gp_register_read_board_key (const GpRegisterReading *in,
                                     char key[static GP_REGISTER_BOARD_BYTES]);
/* FALSE when it is wrong; -1 where it is masked or blank. */
gboolean gp_register_read_count (const GpRegisterReading *in, gint32 *pupils);
/* FALSE when the project does not know the province; GP_NONE where the row has none. */
gboolean gp_register_read_region (const GpRegisterReading *in, guint32 *region);

/* Each takes a row into data; FALSE when it is wrong. */
gboolean gp_register_read_board_row (GpRegisterReading *in);
gboolean gp_register_read_school_row (GpRegisterReading *in);
gboolean gp_register_read_pupils_row (GpRegisterReading *in);

G_END_DECLS
