/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See gp-author.h. */
#include "gp-author.h"
#include "gp-document.h"

/* GLib says "Unknown" where the system knows no name. */
static char *
account_name (void)
{
  const char *name = g_get_real_name ();

  if (name == NULL || *name == '\0' || g_str_equal (name, "Unknown"))
    name = g_get_user_name ();
  return g_filename_display_name (name);
}

char *
gp_author_of (GVariant *setting)
{
  g_autoptr (GVariant) chosen = setting != NULL ? g_variant_get_maybe (setting) : NULL;

  return chosen != NULL ? g_strdup (g_variant_get_string (chosen, NULL)) : account_name ();
}

static void
follow (GSettings *settings)
{
  g_autoptr (GVariant) setting =
      settings != NULL ? g_settings_get_value (settings, "author") : NULL;
  g_autofree char *name = gp_author_of (setting);

  gp_document_set_author (name);
}

void
gp_author_follow (GSettings *settings)
{
  if (settings != NULL)
    g_signal_connect (settings, "changed::author", G_CALLBACK (follow), NULL);
  follow (settings);
}
