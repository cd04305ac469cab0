/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * Register files (DUO, open onderwijsdata) in: told apart by their header, decoded, compared with
 * the project, shown as a list of changes, applied as one edit.
 *
 * A school keeps what the user knows about it (started, programme, need, excluded, intake and the
 * requirements, pins) when the register moves or renames it.
 */
#pragma once

#include <groeiplan/gp-exchange.h>
#include <groeiplan/gp-store.h>

G_BEGIN_DECLS

typedef enum {
  GP_REGISTER_PRIMARY_LOCATIONS,   /* vestigingen basisonderwijs (and special education) */
  GP_REGISTER_SECONDARY_LOCATIONS, /* vestigingen voortgezet onderwijs */
  GP_REGISTER_VOCATIONAL_LOCATIONS,/* adressen mbo */
  GP_REGISTER_PUPILS,              /* pupils per location */
  GP_REGISTER_BOARDS               /* bevoegde gezagen, with names */
} GpRegisterKind;

typedef enum {
  GP_CHANGE_NEW,
  GP_CHANGE_MOVED,    /* to another board or region */
  GP_CHANGE_RENAMED,
  GP_CHANGE_PUPILS,
  GP_CHANGE_CLOSED,   /* in the project, no longer in a list of its kind that was read */
  GP_N_CHANGES
} GpChangeKind;

typedef struct {
  GpChangeKind kind;
  GpTableId table;  /* GP_TABLE_BOARDS or GP_TABLE_SCHOOLS */
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

/* Reads and compares; changes nothing. NULL with an error as gp_exchange_read (). A project needs
 * provinces (for regions) and sectors; a row of a province without region is an error. */
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

/* Applies it as one edit of the store (one entry in its history). Refuses with GP_ERROR_DATA when
 * the store's data changed since the preview. */
gboolean gp_register_apply (GpStore *store, const GpRegisterPreview *preview, GError **error);

G_END_DECLS
