/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the program's data, texts and settings are, installed or in the folder it was built in. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

char *gp_paths_starter (void); /* folder of the starter data */
char *gp_paths_locale (void);  /* folder of the translations */

/* The program's settings. Without an installed schema those of the build are used, and without any
 * schema NULL: the program then works with its defaults and keeps nothing. */
GSettings *gp_paths_settings (void);

G_END_DECLS
