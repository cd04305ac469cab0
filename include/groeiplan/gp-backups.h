/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * Backups beside a project file: made by the program itself before a step that changes much, a
 * number of them kept, and put back from within the program.
 *
 * "plan.groeiplan" has "plan (backup 2026-11-22 07.15.30Z, import).groeiplan": the time in UTC, so
 * that sorting by name is sorting by age, and why it was made. Each is a project file like any
 * other.
 */
#pragma once

#include <groeiplan/gp-store.h>

G_BEGIN_DECLS

typedef enum {
  GP_BACKUP_FORMAT,  /* before a file of an older format was brought up to date */
  GP_BACKUP_IMPORT,  /* before an import */
  GP_BACKUP_RESTORE, /* before another backup took its place */
  GP_BACKUP_ASKED,   /* because a person asked */
  GP_N_BACKUP_REASONS
} GpBackupReason;

#define GP_BACKUPS_KEPT 5 /* unless set otherwise */

typedef struct {
  char *path;
  gint64 when; /* seconds since 1970, UTC; of number 0: when the file was last written */
  gint64 size; /* bytes */
  GpBackupReason reason;
  int number; /* 1, 2 ... of those of one second; 0: named as an earlier build did, by no time */
  int format; /* of GP_BACKUP_FORMAT: which one, else 0 */
} GpBackup;

/* How many backups of a file are kept, from 1; the oldest go when one is made. For the whole
 * program. */
void gp_backups_set_kept (guint n);
guint gp_backups_get_kept (void);

/* The backups beside the file, the newest first; of GpBackup. Opens none of them. */
GPtrArray *gp_backups_list (const char *path, GError **error);
/* "before an import" (translated); a new string. */
char *gp_backup_reason_text (const GpBackup *backup);

/* Copies the project as it is beside its file, complete or not at all, and removes the oldest ones
 * beyond the number kept. The path of the copy, a new string; NULL with an error. */
char *gp_store_keep_backup (GpStore *store, GpBackupReason reason, GError **error);
/* The same in two steps, for a change that may still be cancelled: nothing old is removed for a
 * backup that does not stay. The second one spares one of them (may be NULL). */
char *gp_store_make_backup (GpStore *store, GpBackupReason reason, GError **error);
void gp_backups_prune (const char *path, const char *spare);

/* Puts a backup (of this or an older format) in the place of all that the open project holds,
 * history and plans included, as one step that is done or not; what was there is kept as a backup
 * first, which takes it back. The backup stays. The data version is not that of before: what was
 * computed from the project is to be forgotten. Cancelled (GP_ERROR_CANCELLED), or failed, the project
 * is what it was and no backup of it is left. */
gboolean gp_store_restore (GpStore *store, const char *backup, GpProgressFunc progress,
                           gpointer data, GCancellable *cancellable, GError **error);

G_END_DECLS
