/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Light or dark, and the language. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define GP_TYPE_PREFERENCES (gp_preferences_get_type ())
G_DECLARE_FINAL_TYPE (GpPreferences, gp_preferences, GP, PREFERENCES, AdwPreferencesWindow)

GpPreferences *gp_preferences_new (GtkWindow *parent, GSettings *settings);

G_END_DECLS
