/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gp-import-list.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <groeiplan/gp-format.h>

void
gp_import_list_add (GtkListBox *list, const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_list_box_append (list, row);
}

void
gp_import_list_clear (GtkListBox *list)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (list, 0)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
}

static const char *
kind_title (GpRegisterKind kind)
{
  switch (kind) {
  case GP_REGISTER_PRIMARY_LOCATIONS:
    return _ ("locations of primary schools");
  case GP_REGISTER_SECONDARY_LOCATIONS:
    return _ ("locations of secondary schools");
  case GP_REGISTER_VOCATIONAL_LOCATIONS:
    return _ ("addresses of vocational schools");
  case GP_REGISTER_PUPILS:
    return _ ("pupils per location");
  case GP_REGISTER_BOARDS:
    return _ ("boards and their names");
  default:
    return "";
  }
}

void
gp_import_list_add_file (GtkListBox *list, const GpRegisterFile *file)
{
  g_autofree char *name = g_path_get_basename (file->path);
  g_autofree char *shown = g_filename_display_name (name);
  g_autofree char *rows = gp_format_integer (file->rows, gp_numbers_current ());
  g_autofree char *notes = gp_format_integer (file->notes, gp_numbers_current ());
  g_autoptr (GString) text = g_string_new (kind_title (file->kind));

  g_string_append (text, " · ");
  g_string_append_printf (text, g_dngettext (GETTEXT_PACKAGE, "%s row", "%s rows", file->rows),
                          rows);
  g_string_append_printf (text, " · %s", file->encoding);
  if (file->notes > 0) {
    g_string_append (text, " · ");
    g_string_append_printf (text,
                            g_dngettext (GETTEXT_PACKAGE, "%s row with something not known",
                                         "%s rows with something not known", file->notes),
                            notes);
  }
  gp_import_list_add (list, shown, text->str);
}

void
gp_import_list_add_notes (GtkListBox *list, const GpProblems *problems)
{
  guint n = gp_problems_n_notes (problems);
  g_autofree char *number = gp_format_integer (n, gp_numbers_current ());
  g_autofree char *title =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s note", "%s notes", n), number);
  GtkWidget *expander;

  if (n == 0)
    return;
  expander = adw_expander_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (expander), title);
  for (guint i = 0; i < n; i++) {
    GtkWidget *row = adw_action_row_new ();

    adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), gp_problems_note (problems, i));
    adw_expander_row_add_row (ADW_EXPANDER_ROW (expander), row);
  }
  gtk_list_box_append (list, expander);
}
