/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gp-paths.h"

#define SCHEMA "nl.groeiplan.Groeiplan"

/* TRUE when the running program lies in the folder in which it was built. */
static gboolean
runs_where_built (void)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);

  return program != NULL && g_str_has_prefix (program, GP_BUILD_DIR "/");
}

static char *
choose (const char *variable, const char *built, const char *installed)
{
  const char *given = g_getenv (variable);

  if (given != NULL && *given != '\0')
    return g_strdup (given);
  return g_strdup (runs_where_built () ? built : installed);
}

char *
gp_paths_starter (void)
{
  g_autofree char *data = choose ("GROEIPLAN_DATA_DIR", GP_SOURCE_DATA_DIR, GP_DATA_DIR);

  return g_build_filename (data, "starter", NULL);
}

char *
gp_paths_locale (void)
{
  return choose ("GROEIPLAN_LOCALE_DIR", GP_BUILD_DIR "/ui/locale", GP_LOCALE_DIR);
}

/* The schema compiled in the build folder, or the one beside the installed data. */
static GSettingsSchema *
schema_beside (void)
{
  g_autofree char *installed = g_build_filename (GP_DATA_DIR, "..", "glib-2.0", "schemas", NULL);
  const char *folder = runs_where_built () ? GP_BUILD_DIR "/ui/schemas" : installed;
  g_autoptr (GSettingsSchemaSource) source = g_settings_schema_source_new_from_directory (
      folder, g_settings_schema_source_get_default (), FALSE, NULL);

  return source != NULL ? g_settings_schema_source_lookup (source, SCHEMA, TRUE) : NULL;
}

GSettings *
gp_paths_settings (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;

  if (!runs_where_built () && source != NULL)
    schema = g_settings_schema_source_lookup (source, SCHEMA, TRUE);
  if (schema == NULL)
    schema = schema_beside ();
  return schema != NULL ? g_settings_new_full (schema, NULL, NULL) : NULL;
}
