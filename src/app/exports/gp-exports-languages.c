/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See gp-exports-languages.h. The setting is a list of project files, the one used last first, each
 * with the boards that have a language of their own. */
#include "gp-exports-languages.h"

#define KEY "board-languages"
#define MAX_PROJECTS 20

struct _GpExportsLanguages {
  GSettings *settings;
  char *path, *uri;
  GHashTable *own; /* code -> GpLanguage */
};

static const char *const names[] = {[GP_LANGUAGE_DUTCH] = "nl", [GP_LANGUAGE_ENGLISH] = "en"};

static void
read_boards (GpExportsLanguages *self, GVariant *boards)
{
  GVariantIter iter;
  const char *code, *name;

  g_variant_iter_init (&iter, boards);
  while (g_variant_iter_next (&iter, "{&s&s}", &code, &name))
    for (guint i = 0; i < G_N_ELEMENTS (names); i++)
      if (g_str_equal (name, names[i]))
        g_hash_table_insert (self->own, g_strdup (code), GUINT_TO_POINTER (i));
}

static void
read_settings (GpExportsLanguages *self)
{
  g_autoptr (GVariant) all = g_settings_get_value (self->settings, KEY);
  GVariantIter iter;
  const char *uri;
  GVariant *boards;

  g_variant_iter_init (&iter, all);
  while (g_variant_iter_next (&iter, "(&s@a{ss})", &uri, &boards)) {
    if (g_str_equal (uri, self->uri))
      read_boards (self, boards);
    g_variant_unref (boards);
  }
}

GpExportsLanguages *
gp_exports_languages_new (GSettings *settings, const char *path)
{
  GpExportsLanguages *self = g_new0 (GpExportsLanguages, 1);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  self->settings = settings != NULL ? g_object_ref (settings) : NULL;
  self->path = g_strdup (path);
  self->uri = g_file_get_uri (file);
  self->own = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (settings != NULL)
    read_settings (self);
  return self;
}

void
gp_exports_languages_free (GpExportsLanguages *self)
{
  if (self == NULL)
    return;
  g_clear_object (&self->settings);
  g_hash_table_unref (self->own);
  g_free (self->path);
  g_free (self->uri);
  g_free (self);
}

const char *
gp_exports_languages_path (const GpExportsLanguages *self)
{
  return self->path;
}

/* Other projects come behind, as they are; the oldest fall off. */
static void
write_settings (GpExportsLanguages *self)
{
  g_autoptr (GVariant) all =
      self->settings != NULL ? g_settings_get_value (self->settings, KEY) : NULL;
  GVariantBuilder list, boards;
  GHashTableIter iter;
  gpointer code, language;
  guint n = 0;

  if (all == NULL)
    return;
  g_variant_builder_init (&boards, G_VARIANT_TYPE ("a{ss}"));
  g_hash_table_iter_init (&iter, self->own);
  while (g_hash_table_iter_next (&iter, &code, &language))
    g_variant_builder_add (&boards, "{ss}", code, names[GPOINTER_TO_UINT (language)]);
  g_variant_builder_init (&list, G_VARIANT_TYPE ("a(sa{ss})"));
  if (g_hash_table_size (self->own) > 0)
    g_variant_builder_add (&list, "(s@a{ss})", self->uri, g_variant_builder_end (&boards));
  else
    g_variant_builder_clear (&boards);
  for (gsize i = 0; i < g_variant_n_children (all) && n + 1 < MAX_PROJECTS; i++) {
    g_autoptr (GVariant) entry = g_variant_get_child_value (all, i);
    g_autoptr (GVariant) uri = g_variant_get_child_value (entry, 0);
    if (g_str_equal (g_variant_get_string (uri, NULL), self->uri))
      continue;
    g_variant_builder_add_value (&list, entry);
    n++;
  }
  g_settings_set_value (self->settings, KEY, g_variant_builder_end (&list));
}

gboolean
gp_exports_languages_get (const GpExportsLanguages *self, const char *board, GpLanguage *out)
{
  gpointer language;

  if (!g_hash_table_lookup_extended (self->own, board, NULL, &language))
    return FALSE;
  *out = (GpLanguage)GPOINTER_TO_UINT (language);
  return TRUE;
}

void
gp_exports_languages_set (GpExportsLanguages *self, const char *board, GpLanguage language)
{
  g_hash_table_insert (self->own, g_strdup (board), GUINT_TO_POINTER ((guint)language));
  write_settings (self);
}

void
gp_exports_languages_unset (GpExportsLanguages *self, const char *board)
{
  if (g_hash_table_remove (self->own, board))
    write_settings (self);
}

char **
gp_exports_languages_others (const GpExportsLanguages *self, const GpProject *project,
                             GpLanguage language)
{
  g_autoptr (GPtrArray) codes = g_ptr_array_new ();
  GpLanguage own;

  for (guint32 i = 0; i < project->n_boards; i++)
    if (gp_exports_languages_get (self, project->boards[i].code, &own) && own != language)
      g_ptr_array_add (codes, g_strdup (project->boards[i].code));
  g_ptr_array_add (codes, NULL);
  return (char **)g_ptr_array_free (g_steal_pointer (&codes), FALSE);
}
