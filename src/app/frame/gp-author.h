/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The name that is kept with every edit, in the history of the project and nowhere else: the one of
 * the preferences, or the account's where none was chosen; an empty one is not kept.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What the setting (a maybe of a string) says; a new string. */
char *gp_author_of (GVariant *setting);
/* Has all documents use the setting's name, now and when it changes; settings may be NULL (the
 * account's name). The settings outlive the program's windows. */
void gp_author_follow (GSettings *settings);

G_END_DECLS
