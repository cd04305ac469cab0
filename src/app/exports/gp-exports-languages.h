/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Boards whose packs are in a language of their own. Kept in the settings of the person who writes
 * the packs, by project file: a plan is of the data as they are, and the language of a letter is no
 * reason to plan again.
 */
#pragma once

#include <gio/gio.h>
#include <groeiplan/gp-format.h>
#include <groeiplan/gp-project.h>

G_BEGIN_DECLS

/* Codes of boards -> language; of the project file with that path. */
typedef struct _GpExportsLanguages GpExportsLanguages;

/* settings: NULL keeps nothing after the program's end. */
GpExportsLanguages *gp_exports_languages_new (GSettings *settings, const char *path);
void gp_exports_languages_free (GpExportsLanguages *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GpExportsLanguages, gp_exports_languages_free)

const char *gp_exports_languages_path (const GpExportsLanguages *self);

/* FALSE: the board has none of its own. */
gboolean gp_exports_languages_get (const GpExportsLanguages *self, const char *board,
                                   GpLanguage *out);
/* Remembers it at once. */
void gp_exports_languages_set (GpExportsLanguages *self, const char *board, GpLanguage language);
void gp_exports_languages_unset (GpExportsLanguages *self, const char *board);

/* Codes of the project's boards whose own language is another than this one; free with g_strfreev
 * (). */
char **gp_exports_languages_others (const GpExportsLanguages *self, const GpProject *project,
                                    GpLanguage language);

G_END_DECLS
