/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gp-preferences.h"
#include "gp-author.h"
#include "gp-inner-parts.h"
#include "gp-wheel.h"

struct _GpPreferences {
  AdwPreferencesWindow parent;
  AdwComboRow *theme;
  AdwEntryRow *author;
  AdwComboRow *language;
  AdwComboRow *numbers;
  GtkSwitch *reopen;
  GtkSpinButton *backups;
};

G_DEFINE_FINAL_TYPE (GpPreferences, gp_preferences, ADW_TYPE_PREFERENCES_WINDOW)

static void
gp_preferences_class_init (GpPreferencesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/nl/groeiplan/Groeiplan/gp-preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, GpPreferences, theme);
  gtk_widget_class_bind_template_child (widget_class, GpPreferences, author);
  gtk_widget_class_bind_template_child (widget_class, GpPreferences, language);
  gtk_widget_class_bind_template_child (widget_class, GpPreferences, numbers);
  gtk_widget_class_bind_template_child (widget_class, GpPreferences, reopen);
  gtk_widget_class_bind_template_child (widget_class, GpPreferences, backups);
}

static void
gp_preferences_init (GpPreferences *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gp_inner_parts_mend (GTK_WIDGET (self));
  gp_wheel_leave_value (GTK_WIDGET (self->backups));
}

/* What is not chosen is the account's name. */
static gboolean
author_to_text (GValue *value, GVariant *variant, gpointer data)
{
  (void)data;
  g_value_take_string (value, gp_author_of (variant));
  return TRUE;
}

static GVariant *
text_to_author (const GValue *value, const GVariantType *type, gpointer data)
{
  (void)type, (void)data;
  return g_variant_new_maybe (G_VARIANT_TYPE_STRING,
                              g_variant_new_string (g_value_get_string (value)));
}

/* The rows' order is that of the enumerations in the settings' schema. */
static gboolean
nick_to_index (GValue *value, GVariant *variant, gpointer nicks)
{
  const char *const *nick = nicks;

  for (guint i = 0; nick[i] != NULL; i++)
    if (g_str_equal (nick[i], g_variant_get_string (variant, NULL)))
      g_value_set_uint (value, i);
  return TRUE;
}

static GVariant *
index_to_nick (const GValue *value, const GVariantType *type, gpointer nicks)
{
  const char *const *nick = nicks;
  guint index = g_value_get_uint (value);

  (void)type;
  return index < 3 ? g_variant_new_string (nick[index]) : NULL;
}

GpPreferences *
gp_preferences_new (GtkWindow *parent, GSettings *settings)
{
  static const char *const themes[] = {"system", "light", "dark", NULL};
  static const char *const languages[] = {"system", "nl", "en", NULL};
  static const char *const numbers[] = {"language", "nl", "en", NULL};
  GpPreferences *self =
      g_object_new (GP_TYPE_PREFERENCES, "transient-for", parent, "modal", TRUE, NULL);

  gtk_widget_set_sensitive (GTK_WIDGET (self->theme), settings != NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->author), settings != NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->language), settings != NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->numbers), settings != NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->reopen), settings != NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->backups), settings != NULL);
  if (settings == NULL)
    return self;
  g_settings_bind (settings, "reopen", self->reopen, "active", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "backups-kept", gtk_spin_button_get_adjustment (self->backups),
                   "value", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind_with_mapping (settings, "author", self->author, "text", G_SETTINGS_BIND_DEFAULT,
                                author_to_text, text_to_author, NULL, NULL);
  g_settings_bind_with_mapping (settings, "theme", self->theme, "selected", G_SETTINGS_BIND_DEFAULT,
                                nick_to_index, index_to_nick, (gpointer)themes, NULL);
  g_settings_bind_with_mapping (settings, "language", self->language, "selected",
                                G_SETTINGS_BIND_DEFAULT, nick_to_index, index_to_nick,
                                (gpointer)languages, NULL);
  g_settings_bind_with_mapping (settings, "numbers", self->numbers, "selected",
                                G_SETTINGS_BIND_DEFAULT, nick_to_index, index_to_nick,
                                (gpointer)numbers, NULL);
  return self;
}
