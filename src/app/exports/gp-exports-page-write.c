/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Writing from the Exports page: asks for the folder, waits where what reports are made from is
 * still being gathered, tells what came of it, and opens the folder; and the same as actions of the
 * window, for scripts.
 */
#include "gp-exports-page-private.h"

#include "gp-files.h"

#include <glib/gi18n-lib.h>

typedef struct {
  GpExportChoice choice;
  char *folder;
} Wanted;

static void
wanted_free (gpointer data)
{
  Wanted *wanted = data;

  g_strfreev (wanted->choice.others);
  g_free (wanted->folder);
  g_free (wanted);
}

/* ---- writing -------------------------------------------------------------------------------- */

static void
on_written (GtkWidget *owner, gpointer result, const GError *error)
{
  g_autoptr (GpExportsWritten) written = result;
  GpExportsPage *self = GP_EXPORTS_PAGE (owner);

  (void)error; /* the window says it */
  if (written == NULL)
    return;
  g_free (self->last_folder);
  self->last_folder = g_steal_pointer (&written->folder);
  gp_page_toast (owner, written->sentence, _ ("_Open Folder"), "win.export-open");
}

static void
want (GpExportsPage *self, const GpExportChoice *choice, const char *folder)
{
  Wanted *wanted = g_new0 (Wanted, 1);

  *wanted = (Wanted){*choice, g_strdup (folder)};
  wanted->choice.others = g_strdupv (choice->others);
  if (self->wanted == NULL)
    self->wanted = g_ptr_array_new_with_free_func (wanted_free);
  g_ptr_array_add (self->wanted, wanted);
  gp_page_toast (GTK_WIDGET (self), _ ("The exports are written as soon as they are prepared."),
                 NULL, NULL);
  if (self->gathering == NULL)
    gp_exports_page_gather (self);
}

static void
write_to (GpExportsPage *self, const char *folder)
{
  GpExportChoice choice = gp_exports_page_choice (self);
  g_auto (GStrv) others =
      self->languages != NULL && self->listed != NULL
          ? gp_exports_languages_others (self->languages, self->listed, choice.language)
          : NULL;

  choice.others = others;
  if (self->document == NULL || gp_document_get_plan (self->document) == NULL)
    gp_page_toast (GTK_WIDGET (self),
                   _ ("Packs and reports are made from a plan: plan this scenario first."), NULL,
                   NULL);
  else if (choice.formats == 0)
    gp_page_toast (GTK_WIDGET (self), _ ("Choose at least one form."), NULL, NULL);
  else if (self->exports == NULL)
    want (self, &choice, folder);
  else
    gp_exports_write (GTK_WIDGET (self), self->exports, &choice, folder, on_written);
}

void
gp_exports_page_write_wanted (GpExportsPage *self)
{
  for (guint i = 0; self->wanted != NULL && i < self->wanted->len; i++) {
    const Wanted *wanted = g_ptr_array_index (self->wanted, i);

    gp_exports_write (GTK_WIDGET (self), self->exports, &wanted->choice, wanted->folder,
                      on_written);
  }
  g_clear_pointer (&self->wanted, g_ptr_array_unref);
}

void
gp_exports_page_forget_wanted (GpExportsPage *self, const char *why)
{
  if (self->wanted != NULL && why != NULL)
    gp_page_toast (GTK_WIDGET (self), why, NULL, NULL);
  g_clear_pointer (&self->wanted, g_ptr_array_unref);
}

/* ---- the folder ------------------------------------------------------------------------------ */

static void
on_folder (GpExportsPage *self, int response)
{
  g_auto (GStrv) paths =
      response == GTK_RESPONSE_ACCEPT ? gp_files_chosen (GTK_FILE_CHOOSER (self->chooser)) : NULL;

  if (paths != NULL && paths[0] != NULL)
    write_to (self, paths[0]);
  g_clear_object (&self->chooser);
}

void
gp_exports_page_ask_folder (GpExportsPage *self)
{
  g_clear_object (&self->chooser);
  self->chooser = gtk_file_chooser_native_new (_ ("Write Exports Into"),
                                               GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                                               GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, NULL, NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (on_folder), self,
                           G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
on_opened (GObject *window, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) self = data;
  g_autoptr (GError) error = NULL;

  if (!gtk_show_uri_full_finish (GTK_WINDOW (window), result, &error) &&
      gtk_widget_get_root (self) != NULL)
    gp_page_error (self, _ ("The folder could not be opened"), error->message);
}

/* ---- actions of the window ------------------------------------------------------------------- */

static void
action_choose (GSimpleAction *action, GVariant *value, gpointer data)
{
  GpExportsPage *self = data;
  guint32 kind, board, language;

  (void)action;
  g_variant_get (value, "(uuu)", &kind, &board, &language);
  gtk_drop_down_set_selected (self->kind, MIN (kind, GP_N_EXPORTS - 1));
  gtk_drop_down_set_selected (self->board, board);
  gtk_drop_down_set_selected (self->language, MIN (language, 1));
}

static void
action_own (GSimpleAction *action, GVariant *value, gpointer data)
{
  GpExportsPage *self = data;

  (void)action;
  gtk_check_button_set_active (self->own, g_variant_get_boolean (value));
}

static void
action_write (GSimpleAction *action, GVariant *value, gpointer data)
{
  (void)action;
  write_to (data, g_variant_get_string (value, NULL));
}

static void
action_open (GSimpleAction *action, GVariant *value, gpointer data)
{
  GpExportsPage *self = data;
  g_autoptr (GFile) folder = NULL;
  g_autofree char *uri = NULL;

  (void)action, (void)value;
  if (self->last_folder == NULL)
    return;
  folder = g_file_new_for_path (self->last_folder);
  uri = g_file_get_uri (folder);
  gtk_show_uri_full (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), uri, GDK_CURRENT_TIME,
                     NULL, on_opened, g_object_ref (self));
}

static const GActionEntry actions[] = {
    {.name = "export-choose", .activate = action_choose, .parameter_type = "(uuu)"},
    {.name = "export-own", .activate = action_own, .parameter_type = "b"},
    {.name = "export-to", .activate = action_write, .parameter_type = "s"},
    {.name = "export-open", .activate = action_open}, /* what was written last */
};

void
gp_exports_page_add_actions (GpExportsPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (G_IS_ACTION_MAP (root))
    g_action_map_add_action_entries (G_ACTION_MAP (root), actions, G_N_ELEMENTS (actions), self);
}

void
gp_exports_page_remove_actions (GpExportsPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  for (guint i = 0; i < G_N_ELEMENTS (actions) && G_IS_ACTION_MAP (root); i++)
    g_action_map_remove_action (G_ACTION_MAP (root), actions[i].name);
}
