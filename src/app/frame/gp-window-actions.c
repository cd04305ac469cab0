/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The actions of a window: their names, keys, and when they can be used. */
#include "gp-help.h"
#include "gp-import-dialog.h"
#include "gp-pages.h"
#include "gp-store-work.h"
#include "gp-window-private.h"

#include <glib/gi18n-lib.h>
#include <groeiplan/gp-format.h>

void
gp_window_toast (GpWindow *self, const char *text, const char *button, const char *action)
{
  AdwToast *toast = adw_toast_new (text);

  if (button != NULL) {
    adw_toast_set_button_label (toast, button);
    adw_toast_set_detailed_action_name (toast, action);
  }
  adw_toast_overlay_add_toast (self->toasts, toast);
}

void
gp_window_error (GpWindow *self, const char *heading, const char *message)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), heading, message);

  self->close_then = FALSE; /* there is something to be read first */
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

/* ---- what they do
 * ---------------------------------------------------------------------------------- */

#define WINDOW_ACTION(name)                                                                        \
  static void name (GSimpleAction *action, GVariant *parameter, gpointer data)

WINDOW_ACTION (on_open)
{
  (void)action, (void)parameter;
  gp_window_ask_open (data);
}

WINDOW_ACTION (on_open_recent)
{
  (void)action;
  gp_window_open_recent (data, g_variant_get_string (parameter, NULL));
}

WINDOW_ACTION (on_open_path)
{
  (void)action;
  g_action_group_activate_action (G_ACTION_GROUP (g_application_get_default ()), "open-path",
                                  parameter);
  (void)data;
}

WINDOW_ACTION (on_new_starter)
{
  (void)action, (void)parameter;
  gp_window_ask_new (data, TRUE);
}

WINDOW_ACTION (on_new_empty)
{
  (void)action, (void)parameter;
  gp_window_ask_new (data, FALSE);
}

WINDOW_ACTION (on_create)
{
  const char *path;
  gboolean with_examples;

  (void)action;
  g_variant_get (parameter, "(&sb)", &path, &with_examples);
  gp_window_create (data, path, with_examples);
}

static gboolean
import_in_worker (GpStore *store, gpointer preview, GpJob *job, GError **error)
{
  return gp_register_apply (store, preview, gp_job_progress, job, gp_job_get_cancellable (job),
                            error);
}

static void
tell_imported (GtkWidget *window, gpointer preview)
{
  guint n = gp_register_preview_n_changes (preview);
  g_autofree char *number = gp_format_integer (n, gp_numbers_current ());
  g_autofree char *text = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%s change imported", "%s changes imported", n), number);

  gp_window_toast (GP_WINDOW (window), text, _ ("_Undo"), "win.undo");
}

/* The dialog has gone: the preview is the work's own. */
static void
on_accepted (GpImportDialog *dialog, GpRegisterPreview *preview, GpWindow *self)
{
  const GpStoreWork work = {.title = _ ("Importing from the register"),
                            .trouble = _ ("Nothing was imported"),
                            .func = import_in_worker,
                            .done = tell_imported,
                            .free_data = (GDestroyNotify)gp_register_preview_free};

  (void)dialog;
  gp_store_work_start (GTK_WIDGET (self), self->document, &work, preview);
}

static GpImportDialog *
open_import (GpWindow *self)
{
  GpImportDialog *dialog = gp_import_dialog_new (GTK_WINDOW (self), self->document);

  g_signal_connect_object (dialog, "accepted", G_CALLBACK (on_accepted), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
  return dialog;
}

WINDOW_ACTION (on_import)
{
  (void)action, (void)parameter;
  open_import (data);
}

WINDOW_ACTION (on_import_paths)
{
  g_autofree const char **paths = g_variant_get_strv (parameter, NULL);

  (void)action;
  gp_import_dialog_read (open_import (data), paths);
}

WINDOW_ACTION (on_plan)
{
  (void)action, (void)parameter;
  gp_window_plan (data);
}

WINDOW_ACTION (on_cancel)
{
  (void)action, (void)parameter;
  gp_window_cancel (data);
}

WINDOW_ACTION (on_find)
{
  GpWindow *self = data;
  GpPage *page = gp_window_get_page (self);
  const char *text = parameter != NULL ? g_variant_get_string (parameter, NULL) : NULL;

  (void)action;
  if (page == NULL || !gp_page_find (page, text)) {
    gp_window_show_page (self, "plan");
    gp_page_find (gp_window_get_page (self), text);
  }
}

WINDOW_ACTION (on_go_to)
{
  GpWindow *self = data;
  const char *page, *what;

  (void)action;
  g_variant_get (parameter, "(&s&s)", &page, &what);
  gp_window_show_page (self, page);
  if (*what != '\0' && gp_window_get_page (self) != NULL)
    gp_page_go_to (gp_window_get_page (self), what);
}

WINDOW_ACTION (on_jump)
{
  (void)action, (void)parameter;
  gtk_menu_button_popup (GP_WINDOW (data)->jump);
}

WINDOW_ACTION (on_publish)
{
  GpWindow *self = data;
  g_autoptr (GError) error = NULL;

  (void)action, (void)parameter;
  if (gp_document_publish (self->document, &error))
    gp_window_toast (self, _ ("This plan is now the agreed one"), _ ("_Undo"), "win.undo");
  else
    gp_window_error (self, _ ("The plan cannot be published"), error->message);
}

WINDOW_ACTION (on_print)
{
  (void)action;
  gp_window_print (data, parameter != NULL ? g_variant_get_string (parameter, NULL) : NULL);
}

static void
on_history (GSimpleAction *action, GVariant *state, gpointer data)
{
  GpWindow *self = data;

  if (g_variant_get_boolean (state) && self->document != NULL)
    gp_history_pane_show (self->history, self->document);
  adw_flap_set_reveal_flap (self->flap, g_variant_get_boolean (state));
  g_simple_action_set_state (action, state);
}

static void
on_scenario (GSimpleAction *action, GVariant *state, gpointer data)
{
  GpWindow *self = data;

  if (gp_document_set_scenario (self->document, g_variant_get_string (state, NULL)))
    gtk_label_set_text (self->took, "");
  (void)action; /* the state follows from the document */
}

static void
on_page (GSimpleAction *action, GVariant *state, gpointer data)
{
  (void)action;
  gp_window_show_page (data, g_variant_get_string (state, NULL));
}

/* ---- names, keys, when
 * ----------------------------------------------------------------------------- */

/* Made when it is first asked for. */
static void
on_shortcuts (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GtkApplicationWindow *self = data;
  g_autoptr (GtkBuilder) builder = NULL;

  (void)action, (void)parameter;
  if (gtk_application_window_get_help_overlay (self) == NULL) {
    builder = gtk_builder_new_from_resource ("/nl/groeiplan/Groeiplan/shortcuts.ui");
    gtk_application_window_set_help_overlay (
        self, GTK_SHORTCUTS_WINDOW (gtk_builder_get_object (builder, "help_overlay")));
  }
  gtk_window_present (GTK_WINDOW (gtk_application_window_get_help_overlay (self)));
}

static void
on_help (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  (void)action, (void)parameter;
  gp_help_present (data);
}

static const GActionEntry entries[] = {
    {.name = "open", .activate = on_open},
    {.name = "open-path", .activate = on_open_path, .parameter_type = "s"},
    {.name = "open-recent", .activate = on_open_recent, .parameter_type = "s"},
    {.name = "new-starter", .activate = on_new_starter},
    {.name = "new-empty", .activate = on_new_empty},
    {.name = "create", .activate = on_create, .parameter_type = "(sb)"},
    {.name = "import-register", .activate = on_import},
    {.name = "import-register-files", .activate = on_import_paths, .parameter_type = "as"},
    {.name = "undo", .activate = gp_window_on_undo},
    {.name = "redo", .activate = gp_window_on_redo},
    {.name = "plan", .activate = on_plan},
    {.name = "cancel", .activate = on_cancel},
    {.name = "find", .activate = on_find},
    {.name = "find-text", .activate = on_find, .parameter_type = "s"},
    {.name = "go-to", .activate = on_go_to, .parameter_type = "(ss)"},
    {.name = "jump", .activate = on_jump},
    {.name = "show-help-overlay", .activate = on_shortcuts},
    {.name = "help", .activate = on_help},
    {.name = "publish", .activate = on_publish},
    {.name = "print", .activate = on_print},
    {.name = "print-to", .activate = on_print, .parameter_type = "s"},
    {.name = "go-back", .activate = gp_window_on_go_back, .parameter_type = "x"},
    {.name = "history", .state = "false", .change_state = on_history},
    {.name = "scenario", .parameter_type = "s", .state = "''", .change_state = on_scenario},
    {.name = "page", .parameter_type = "s", .state = "'overview'", .change_state = on_page},
};

static const struct {
  const char *action;
  const char *keys[3];
} accels[] = {
    {"win.open", {"<Control>o"}},
    {"win.new-starter", {"<Control>n"}},
    {"win.import-register", {"<Control>i"}},
    {"win.undo", {"<Control>z"}},
    {"win.redo", {"<Control><Shift>z", "<Control>y"}},
    {"win.plan", {"<Control>Return", "F5"}},
    {"win.cancel", {"<Control>period"}},
    {"win.find", {"<Control>f"}},
    {"win.jump", {"<Control>k"}},
    {"win.print", {"<Control>p"}},
    {"win.history", {"<Control>h"}},
    {"window.close", {"<Control>w"}},
    {"app.preferences", {"<Control>comma"}},
    {"win.help", {"F1"}},
    {"win.show-help-overlay", {"<Control>question"}},
    {"app.quit", {"<Control>q"}},
};

void
gp_window_set_accels (GtkApplication *application)
{
  for (guint i = 0; i < G_N_ELEMENTS (accels); i++)
    gtk_application_set_accels_for_action (application, accels[i].action, accels[i].keys);
  for (guint i = 0; i < gp_n_pages; i++) {
    g_autofree char *action = g_strconcat ("win.page::", gp_pages[i].name, NULL);

    gtk_application_set_accels_for_action (application, action, gp_pages[i].keys);
  }
}

void
gp_window_add_actions (GpWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}

static void
enable (GpWindow *self, const char *name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

void
gp_window_update_actions (GpWindow *self)
{
  gboolean open = self->document != NULL, planning = self->planning != NULL;
  gboolean busy = open && gp_document_get_busy_reason (self->document) != NULL;
  gboolean editable = open && gp_document_get_read_only_reason (self->document) == NULL;
  g_autofree char *undo = editable ? gp_document_undo_label (self->document) : NULL;
  g_autofree char *redo = editable ? gp_document_redo_label (self->document) : NULL;
  guint32 scenario = open ? gp_document_get_scenario (self->document) : GP_NONE;

  gp_window_update_keep_actions (self);
  enable (self, "import-register", open && !busy);
  enable (self, "import-register-files", open && !busy);
  enable (self, "undo", undo != NULL);
  enable (self, "redo", redo != NULL);
  enable (self, "plan", scenario != GP_NONE && !planning && !busy);
  enable (self, "publish",
          editable && gp_document_get_plan (self->document) != NULL &&
              !gp_document_plan_is_stale (self->document));
  enable (self, "cancel", self->jobs->len > 0);
  enable (self, "jump", open);
  enable (self, "go-to", open);
  enable (self, "history", open);
  enable (self, "go-back", editable);
  enable (self, "print", open);
  enable (self, "print-to", open);
  enable (self, "find", open);
  enable (self, "find-text", open);
  enable (self, "scenario", scenario != GP_NONE);
  enable (self, "page", open);
  if (scenario != GP_NONE)
    g_simple_action_set_state (
        G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), "scenario")),
        g_variant_new_string (gp_document_get_project (self->document)->scenarios[scenario].code));
}
