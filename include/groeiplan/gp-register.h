/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * Register files (DUO, open onderwijsdata) in: told apart by their header, decoded, compared with
 * the project, shown as a list of changes, applied as one edit.
 *
 * A school keeps what the user knows about it (started, programme, need, excluded, intake and the
 * requirements, pins) when the register moves or renames it. Schools are known by institution code
 * and two digits ("16AH00"), boards by number (00008 and 8 are one); never by name.
 *
 * - What a file leaves open changes nothing: a blank, a masked count (<5), board 0 or "onbekend". A
 *   new school needs a board and a province; without them it is left out, with a note.
 * - A school that is in no list of its sector any more is closed: deleted when it never started,
 *   else kept for the totals and excluded. Only sectors of which a list was read count, and only
 *   schools with a register code: made-up ones stay as they are. An excluded school stays so when
 *   it comes back into the list.
 * - A new board is at home in the region with most of its schools (then most pupils, then the
 * first) and is called "Bestuur 12345" where no file names it; a known one keeps its home region.
 * One that lost its last school is deleted, unless it is a partner, has coaches, pins, notes or a
 * limit, or a code that is not a number.
 * - Pupils are the latest year's. Files of pupils and of boards add nothing: they only change what
 *   the project or the lists read along have.
 * - Locations need the sector "po" (primary and special), "vo" or "mbo" in the project, and
 * provinces.
 */
#pragma once

#include <groeiplan/gp-exchange.h>
#include <groeiplan/gp-store.h>

G_BEGIN_DECLS

typedef enum {
  GP_REGISTER_PRIMARY_LOCATIONS,    /* vestigingen basisonderwijs (and special education) */
  GP_REGISTER_SECONDARY_LOCATIONS,  /* vestigingen voortgezet onderwijs */
  GP_REGISTER_VOCATIONAL_LOCATIONS, /* adressen mbo */
  GP_REGISTER_PUPILS,               /* pupils per location */
  GP_REGISTER_BOARDS                /* bevoegde gezagen, with names */
} GpRegisterKind;

typedef enum {
  GP_CHANGE_NEW,
  GP_CHANGE_MOVED, /* to another board, sector or region */
  GP_CHANGE_RENAMED,
  GP_CHANGE_PUPILS,
  GP_CHANGE_CLOSED, /* in the project, no longer in a list of its kind that was read */
  GP_N_CHANGES
} GpChangeKind;

typedef struct {
  GpChangeKind kind;
  GpTableId table; /* GP_TABLE_BOARDS or GP_TABLE_SCHOOLS */
  const char *code, *name;
  const char *before, *after; /* what changes, as a person reads it ("" where it says nothing) */
} GpRegisterChange;

typedef struct {
  const char *path;
  GpRegisterKind kind;
  const char *encoding; /* "UTF-8", "Windows-1252" */
  guint rows;
  guint notes; /* rows of which something was not known: masked count, no board, no province */
} GpRegisterFile;

typedef struct _GpRegisterPreview GpRegisterPreview;

/* Reads and compares; changes nothing. NULL with an error as gp_exchange_read (), or GP_ERROR_USAGE
 * without files. A row of a province without region is an error. What a person should know besides
 * the changes is in the problems' notes. Any thread. */
GpRegisterPreview *gp_register_preview (const GpProject *project, const char *const *paths,
                                        GpProblems *problems, GpProgressFunc progress,
                                        gpointer data, GCancellable *cancellable, GError **error);
void gp_register_preview_free (GpRegisterPreview *preview);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GpRegisterPreview, gp_register_preview_free)

guint gp_register_preview_n_files (const GpRegisterPreview *preview);
const GpRegisterFile *gp_register_preview_file (const GpRegisterPreview *preview, guint i);
guint gp_register_preview_n_changes (const GpRegisterPreview *preview);
const GpRegisterChange *gp_register_preview_change (const GpRegisterPreview *preview, guint i);
guint gp_register_preview_count (const GpRegisterPreview *preview, GpTableId table,
                                 GpChangeKind kind);

/* Applies it as one edit of the store (one entry in its history, none when there are no changes),
 * after a backup beside the file (gp-backups.h). Refuses with GP_ERROR_DATA when the store's data are not those of the preview any more.
 * Cancelled (GP_ERROR_CANCELLED), or failed, nothing was changed and no backup is left. */
gboolean gp_register_apply (GpStore *store, const GpRegisterPreview *preview,
                            GpProgressFunc progress, gpointer data, GCancellable *cancellable,
                            GError **error);

G_END_DECLS
