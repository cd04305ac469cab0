/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What reading and writing the exchange folder share. Every file but project.csv follows from
 * gp-table.h; project.csv is rows of key and value.
 */
#pragma once

#include <groeiplan/gp-exchange.h>
#include <groeiplan/gp-table.h>

#include "gp-csv-reader.h"

G_BEGIN_DECLS

#define GP_EXCHANGE_FORMAT "groeiplan-exchange-1"
#define GP_EXCHANGE_FRAME_FILE "project.csv"

/* The keys of project.csv, in its order. */
typedef enum {
  GP_FRAME_FORMAT,
  GP_FRAME_NAME,
  GP_FRAME_PLAN_FROM,
  GP_FRAME_LAST_YEAR,
  GP_FRAME_GOAL_YEAR,
  GP_N_FRAME_KEYS
} GpFrameKey;

const char *gp_frame_key_name (GpFrameKey key);

/* The key of that name, or GP_N_FRAME_KEYS. */
GpFrameKey gp_frame_key_find (const char *name);

/* Codes and texts of people are defused and restored (gp-csv-cell.h); every other column holds
 * numbers, years or words of ours. */
gboolean gp_exchange_is_text (const GpColumn *column);

/* TRUE for the tables without whose file a folder holds no project; any other file may be absent,
 * which is an empty table. project.csv is required too. */
gboolean gp_exchange_is_required (GpTableId table);

/* TRUE for a file of the format. */
gboolean gp_exchange_knows_file (const char *name);

typedef enum {
  GP_OPEN_READY,
  GP_OPEN_ABSENT, /* and need not be there */
  GP_OPEN_UNREAD, /* missing or not readable as CSV: it is in the problems */
  GP_OPEN_FAILED  /* the error is set: system or cancelled */
} GpOpenResult;

/* Opens one file of the folder; *reader is NULL unless it is ready. */
GpOpenResult gp_exchange_open (const char *folder, const char *file, gboolean required,
                               GpProblems *problems, GCancellable *cancellable,
                               GpCsvReader **reader, GError **error);

/* Finds the place of each column in the header: -1 for one that may be absent and is. Missing and
 * doubled columns are problems (then FALSE), unknown ones are notes. */
gboolean gp_exchange_map_columns (GpCsvReader *reader, GpProblems *problems,
                                  const GpColumn *columns, guint n_columns, int *places);

/* What project.csv says. */
typedef struct {
  gboolean complete;            /* else what lacks is in the problems */
  guint lines[GP_N_FRAME_KEYS]; /* where each key stands; 0: nowhere */
} GpFrame;

/* Reads project.csv and gives the project its frame when complete. FALSE with an error when the
 * folder must not be read on: another format, a system error, or cancelled. */
gboolean gp_frame_read (const char *folder, GpProblems *problems, GpProject *project,
                        GpFrame *frame, GCancellable *cancellable, GError **error);

/* The bytes of project.csv; a new string. */
GString *gp_frame_write (const GpProject *project);

G_END_DECLS
