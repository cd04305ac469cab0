/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ways on when the file cannot be written: opening it again. And the backups beside it. */
#include "gp-store-work.h"
#include "gp-window-private.h"

#include <glib/gi18n-lib.h>
#include <groeiplan/gp-backups.h>
#include <groeiplan/gp-format.h>

/* ---- the strip above the page -------------------------------------------------------------------
 */

void
gp_window_show_read_only (GpWindow *self)
{
  const char *busy = gp_document_get_busy_reason (self->document);
  const char *reason = gp_document_get_read_only_reason (self->document);
  GpStorePlace place = gp_document_get_place (self->document);
  g_autofree char *text = NULL;

  if (busy != NULL) /* for a moment, and the header says so */
    return;
  text = reason != NULL ? g_strdup_printf (_ ("Open for reading only. %s"), reason) : NULL;

  gtk_label_set_text (self->read_only, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->open_again), place != GP_STORE_GONE);
  gtk_button_set_label (self->open_again, place == GP_STORE_REPLACED ? _ ("Open the _New File")
                                                                     : _ ("Open for _Editing"));
  gtk_revealer_set_reveal_child (self->read_only_strip, reason != NULL);
}

/* A file may have been moved while another window was in front. */
void
gp_window_look_at_file (GpWindow *self)
{
  const char *reason;
  gboolean shown = gtk_revealer_get_reveal_child (self->read_only_strip);

  if (self->document == NULL || !gtk_window_is_active (GTK_WINDOW (self)) ||
      gp_document_get_busy_reason (self->document) != NULL)
    return;
  reason = gp_document_get_read_only_reason (self->document);
  if ((reason != NULL) != shown ||
      (reason != NULL && g_str_has_suffix (gtk_label_get_text (self->read_only), reason) == FALSE))
    gp_window_update (self);
}

/* ---- opening again ------------------------------------------------------------------------------
 */

static void
on_open_again (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GpWindow *self = data;
  g_autofree char *page = g_strdup (gtk_stack_get_visible_child_name (self->pages));
  guint32 scenario = gp_document_get_scenario (self->document);
  g_autofree char *code =
      scenario != GP_NONE
          ? g_strdup (gp_document_get_project (self->document)->scenarios[scenario].code)
          : NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GpDocument) document =
      gp_document_open (gp_document_get_path (self->document), &error);

  (void)action, (void)parameter;
  if (document == NULL) {
    gp_window_error (self, _ ("The project cannot be opened"), error->message);
    return;
  }
  gp_window_take_document (self, document);
  if (code != NULL)
    gp_document_set_scenario (document, code);
  gp_window_show_page (self, page);
  if (gp_document_get_read_only_reason (document) != NULL)
    gp_window_toast (self, _ ("It can still only be read"), NULL, NULL);
}

/* ---- backups ------------------------------------------------------------------------------------
 */

static gboolean
restore_in_worker (GpStore *store, gpointer path, GpJob *job, GError **error)
{
  return gp_store_restore (store, path, gp_job_progress, job, gp_job_get_cancellable (job), error);
}

static void
tell_restored (GtkWidget *window, gpointer path)
{
  (void)path;
  gp_window_toast (GP_WINDOW (window), _ ("Backup restored; what was here before is a backup now"),
                   NULL, NULL);
}

static void
restore (GpWindow *self, const char *path)
{
  const GpStoreWork work = {.title = _ ("Restoring a backup"),
                            .trouble = _ ("The backup cannot be restored"),
                            .anew = TRUE,
                            .func = restore_in_worker,
                            .done = tell_restored,
                            .free_data = g_free};

  gp_window_cancel (self); /* what is under way is of the project that was here */
  gp_store_work_start (GTK_WIDGET (self), self->document, &work, g_strdup (path));
}

static void
on_restore_response (GtkWidget *dialog, const char *response, GpWindow *self)
{
  GtkListBox *list = g_object_get_data (G_OBJECT (dialog), "list");
  GtkListBoxRow *row = gtk_list_box_get_selected_row (list);

  if (g_str_equal (response, "restore") && row != NULL)
    restore (self, g_object_get_data (G_OBJECT (row), "path"));
}

static GtkWidget *
backup_row (const GpBackup *backup)
{
  g_autofree char *when = gp_format_time_exact (backup->when, gp_language_current ());
  g_autofree char *megabytes =
      gp_format_number ((double)backup->size / 1e6, 1, gp_numbers_current ());
  g_autofree char *why = gp_backup_reason_text (backup);
  g_autofree char *text = g_strdup_printf ("%s · %s MB", why, megabytes);
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), when);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
  g_object_set_data_full (G_OBJECT (row), "path", g_strdup (backup->path), g_free);
  return row;
}

static GtkWidget *
backup_list (const GPtrArray *backups)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_widget_add_css_class (list, "boxed-list");
  gtk_widget_set_valign (list, GTK_ALIGN_START);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_BROWSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Backups"), -1);
  for (guint i = 0; i < backups->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (list), backup_row (g_ptr_array_index (backups, i)));
  gtk_list_box_select_row (GTK_LIST_BOX (list),
                           gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 0));
  return list;
}

static void
ask_which (GpWindow *self, const GPtrArray *backups)
{
  GtkWidget *list = backup_list (backups), *scroller = gtk_scrolled_window_new ();
  GtkWidget *dialog =
      adw_message_dialog_new (GTK_WINDOW (self), _ ("Restore a Backup"),
                              _ ("It takes the place of everything in this project, with its "
                                 "history and plans. What is here "
                                 "now is kept as a backup, so that you can come back to it."));

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), list);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 360);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), scroller);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "restore",
                                    _ ("_Restore"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "restore",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_object_set_data (G_OBJECT (dialog), "list", list);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_restore_response), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_restore (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GpWindow *self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) backups = gp_backups_list (gp_document_get_path (self->document), &error);

  (void)action, (void)parameter;
  if (backups == NULL)
    gp_window_error (self, _ ("The backups cannot be listed"), error->message);
  else if (backups->len == 0)
    gp_window_error (self, _ ("There are no backups yet"),
                     _ ("One is made beside the project before each import from the register and "
                        "before a project of an older format is brought up to date."));
  else
    ask_which (self, backups);
}

/* ---- the window's actions -----------------------------------------------------------------------
 */

static const GActionEntry entries[] = {
    {.name = "open-again", .activate = on_open_again},
    {.name = "save-copy", .activate = gp_window_on_save_copy},
    {.name = "save-copy-to", .activate = gp_window_on_save_copy, .parameter_type = "s"},
    {.name = "save-anonymous", .activate = gp_window_on_save_anonymous},
    {.name = "save-anonymous-to",
     .activate = gp_window_on_save_anonymous,
     .parameter_type = "(sb)"},
    {.name = "restore", .activate = on_restore},
    {.name = "forget-coaches", .activate = gp_window_on_forget, .parameter_type = "as"},
};

void
gp_window_add_keep_actions (GpWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}

void
gp_window_update_keep_actions (GpWindow *self)
{
  gboolean open = self->document != NULL;
  gboolean editable = open && gp_document_get_read_only_reason (self->document) == NULL;
  gboolean free = open && gp_document_get_busy_reason (self->document) == NULL;

  for (guint i = 0; i < G_N_ELEMENTS (entries); i++) {
    GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), entries[i].name);
    gboolean writes =
        g_str_equal (entries[i].name, "restore") || g_str_equal (entries[i].name, "forget-coaches");

    g_simple_action_set_enabled (G_SIMPLE_ACTION (action), writes ? editable : free);
  }
}
