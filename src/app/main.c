/* SPDX-License-Identifier: GPL-3.0-or-later */
/* groeiplan [FILE...]: the desktop program. */
#include "gp-application.h"
#include "gp-paths.h"

#include <glib/gi18n-lib.h>
#include <groeiplan/gp-format.h>
#include <locale.h>

/* The language of the settings counts as the one the environment asks for. Before any thread. */
static void
choose_language (GSettings *settings)
{
  g_autofree char *language =
      settings != NULL ? g_settings_get_string (settings, "language") : g_strdup ("system");
  g_autofree char *folder = gp_paths_locale ();

  if (!g_str_equal (language, "system"))
    g_setenv ("LANGUAGE", language, TRUE);
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, folder);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

/* A person may read Dutch texts and want English numbers, or the other way round. */
static void
choose_numbers (GSettings *settings)
{
  g_autofree char *numbers = settings != NULL ? g_settings_get_string (settings, "numbers") : NULL;

  if (g_strcmp0 (numbers, "nl") == 0)
    gp_numbers_set_current (GP_LANGUAGE_DUTCH);
  else if (g_strcmp0 (numbers, "en") == 0)
    gp_numbers_set_current (GP_LANGUAGE_ENGLISH);
}

static int
on_options (GApplication *application, GVariantDict *options, gpointer data)
{
  (void)application, (void)data;
  if (!g_variant_dict_contains (options, "version"))
    return -1;
  g_print ("groeiplan %s\n", GP_VERSION);
  return 0;
}

int
main (int argc, char **argv)
{
  g_autoptr (GSettings) settings = gp_paths_settings ();
  g_autoptr (GpApplication) application = NULL;

  choose_language (settings);
  choose_numbers (settings);
  g_set_application_name ("Groeiplan");
  application = gp_application_new (settings);
  g_signal_connect (application, "handle-local-options", G_CALLBACK (on_options), NULL);
  return g_application_run (G_APPLICATION (application), argc, argv);
}
