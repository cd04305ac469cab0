/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Removing coaches with all traces. The one step here that is asked about, for it cannot be undone.
 */
#include "gp-store-work.h"
#include "gp-window-private.h"

#include <glib/gi18n-lib.h>
#include <groeiplan/gp-backups.h>
#include <groeiplan/gp-forget.h>

#define MOST_LINES 12

typedef struct {
  GpWindow *window;
  GStrv codes;
  GtkCheckButton *backups; /* or NULL */
} Question;

static void
free_question (gpointer data)
{
  Question *question = data;

  g_strfreev (question->codes);
  g_free (question);
}

/* ---- what came of it ----------------------------------------------------------------------------
 */

static void
append_lines (GString *text, const char *title, const GPtrArray *lines)
{
  if (lines->len == 0)
    return;
  g_string_append_printf (text, "%s%s", text->len > 0 ? "\n\n" : "", title);
  for (guint i = 0; i < MIN (lines->len, MOST_LINES); i++)
    g_string_append_printf (text, "\n%s", (const char *)g_ptr_array_index (lines, i));
}

static GPtrArray *
problems_of (const GpForgotten *forgotten)
{
  GPtrArray *problems = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < forgotten->files->len; i++) {
    const GpForgetFile *file = g_ptr_array_index (forgotten->files, i);

    if (file->problem != NULL)
      g_ptr_array_add (problems, g_strdup (file->problem));
  }
  return problems;
}

typedef struct {
  GStrv codes;
  gboolean backups;
  GpForgotten forgotten;
} Removal;

static void
removal_free (gpointer data)
{
  Removal *removal = data;

  g_strfreev (removal->codes);
  gp_forgotten_clear (&removal->forgotten);
  g_free (removal);
}

static gboolean
remove_in_worker (GpStore *store, gpointer data, GpJob *job, GError **error)
{
  Removal *removal = data;

  (void)job;
  return gp_store_forget (store, (const char *const *)removal->codes, removal->backups,
                          &removal->forgotten, error);
}

static void
report (GtkWidget *window, gpointer data)
{
  GpWindow *self = GP_WINDOW (window);
  const GpForgotten *forgotten = &((Removal *)data)->forgotten;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GPtrArray) problems = problems_of (forgotten);

  append_lines (text, _ ("Still found, to be changed by hand:"), forgotten->left);
  append_lines (text, _ ("Backups that could not be changed:"), problems);
  if (text->len > 0) {
    gp_window_error (self, _ ("Not everything could be removed"), text->str);
    return;
  }
  append_lines (text, _ ("Words kept, because other people’s names contain them too:"),
                forgotten->kept_words);
  if (text->len > 0)
    gp_window_error (self, _ ("Removed for good"), text->str);
  else
    gp_window_toast (self, _ ("Removed for good; no trace was found"), NULL, NULL);
}

static void
on_response (GtkWidget *dialog, const char *response, Question *question)
{
  const GpStoreWork work = {.title = _ ("Removing for good"),
                            .trouble = _ ("Not everything could be removed"),
                            .anew = TRUE,
                            .to_the_end = TRUE,
                            .func = remove_in_worker,
                            .done = report,
                            .free_data = removal_free};
  GpWindow *self = question->window;
  Removal *removal;

  (void)dialog;
  if (!g_str_equal (response, "forget") || self->document == NULL)
    return;
  gp_window_cancel (self); /* what is under way still knows the names */
  removal = g_new0 (Removal, 1);
  removal->codes = g_strdupv (question->codes);
  removal->backups = question->backups != NULL && gtk_check_button_get_active (question->backups);
  gp_store_work_start (GTK_WIDGET (self), self->document, &work, removal);
}

/* ---- the question -------------------------------------------------------------------------------
 */

static char *
name_of (const GpProject *project, const char *code)
{
  guint32 expert = gp_project_find (project, GP_TABLE_EXPERT_COACHES, code);
  guint32 other = gp_project_find (project, GP_TABLE_VERANDERCOACHES, code);

  if (expert != GP_NONE)
    return g_strdup (project->expert_coaches[expert].name);
  return g_strdup (other != GP_NONE ? project->verandercoaches[other].name : code);
}

static char *
heading_of (GpWindow *self, GStrv codes)
{
  guint n = g_strv_length (codes);
  g_autofree char *name = name_of (gp_document_get_project (self->document), codes[0]);

  return n == 1 ? g_strdup_printf (_ ("Remove %s for good?"), name)
                : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Remove %u coach for good?",
                                                "Remove %u coaches for good?", n),
                                   n);
}

static GtkWidget *
backups_choice (GpWindow *self)
{
  g_autoptr (GPtrArray) backups = gp_backups_list (gp_document_get_path (self->document), NULL);
  g_autofree char *text = NULL;
  GtkWidget *choice;

  if (backups == NULL || backups->len == 0)
    return NULL;
  text =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Also from the %u backup beside the project",
                                    "Also from the %u backups beside the project", backups->len),
                       backups->len);
  choice = gtk_check_button_new_with_label (text);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (choice), TRUE);
  return choice;
}

void
gp_window_on_forget (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GpWindow *self = data;
  Question *question = g_new0 (Question, 1);
  GtkWidget *dialog, *choice = backups_choice (self);
  g_autofree char *heading = NULL;

  (void)action;
  question->window = self;
  question->codes = g_variant_dup_strv (parameter, NULL);
  if (question->codes[0] == NULL) {
    free_question (question);
    return;
  }
  heading = heading_of (self, question->codes);
  dialog = adw_message_dialog_new (
      GTK_WINDOW (self), heading,
      _ ("Name and code go from the tables, notes, plans, the history of changes and the unused "
         "space of this file. This cannot be undone.\n\nA row “Former coach” stays, with region or "
         "board, days and years: plans and sums were made from those. Files exported or copied "
         "earlier are not changed."));
  if (choice != NULL)
    adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), choice);
  question->backups = choice != NULL ? GTK_CHECK_BUTTON (choice) : NULL;
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "forget",
                                    _ ("_Remove for Good"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "forget",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_object_set_data_full (G_OBJECT (dialog), "question", question, free_question);
  g_signal_connect (dialog, "response", G_CALLBACK (on_response), question);
  gtk_window_present (GTK_WINDOW (dialog));
}
