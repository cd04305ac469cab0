/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * See gp-import-dialog.h. Threads: the preview is made in a worker from a snapshot. Closing the
 * dialog cancels the worker. The changes are applied by the window.
 */
#include "gp-import-dialog.h"
#include "gp-files.h"
#include "gp-import-list.h"
#include "gp-inner-parts.h"
#include "gp-rows.h"

#include <glib/gi18n-lib.h>
#include <groeiplan/gp-format.h>

#define N_KINDS (1 + GP_N_CHANGES)

struct _GpImportDialog {
  AdwWindow parent;
  GtkStack *stack;
  GtkButton *apply;
  GtkProgressBar *progress;
  GtkLabel *doing;
  AdwStatusPage *failed;
  GtkListBox *problems;
  GtkListBox *files;
  GpTablePage *changes;

  GpDocument *document;
  GpJob *job;
  GpRegisterPreview *preview;
  char *titles[N_KINDS];
  GtkFileChooserNative *chooser;
};

typedef struct {
  GpProject *project;
  char **paths;
  GpProblems *problems;
  GpJob *job;
} ReadTask;

enum { ACCEPTED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GpImportDialog, gp_import_dialog, ADW_TYPE_WINDOW)

/* ---- reading in the worker
 * ----------------------------------------------------------------------- */

static void
read_task_free (gpointer data)
{
  ReadTask *closure = data;

  gp_project_unref (closure->project);
  g_strfreev (closure->paths);
  gp_problems_free (closure->problems);
  g_object_unref (closure->job);
  g_free (closure);
}

static void
read_in_worker (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  ReadTask *closure = data;
  GError *error = NULL;
  GpRegisterPreview *preview;

  (void)source;
  preview =
      gp_register_preview (closure->project, (const char *const *)closure->paths, closure->problems,
                           gp_job_progress, closure->job, cancellable, &error);
  if (preview != NULL)
    g_task_return_pointer (task, preview, (GDestroyNotify)gp_register_preview_free);
  else
    g_task_return_error (task, error);
}

static void
show_failed (GpImportDialog *self, GpProblems *problems, const GError *error)
{
  guint n = problems != NULL ? gp_problems_n_errors (problems) : 0;

  gp_import_list_clear (self->problems);
  for (guint i = 0; i < n; i++)
    gp_import_list_add (self->problems, gp_problems_error (problems, i), NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->problems), n > 0);
  adw_status_page_set_description (self->failed, n > 1 ? NULL : error->message);
  gtk_stack_set_visible_child_name (self->stack, "failed");
}

/* ---- the preview
 * ----------------------------------------------------------------------------------- */

static GListModel *
rows_of_kind (guint kind, gpointer data)
{
  GpImportDialog *self = data;

  return gp_change_rows (kind, self->preview);
}

static void
title_kinds (GpImportDialog *self, GpTableKind *kinds)
{
  for (guint i = 0; i < N_KINDS; i++) {
    GpChangeKind change = (GpChangeKind)(i - 1);
    guint n = i == 0 ? gp_register_preview_n_changes (self->preview)
                     : gp_register_preview_count (self->preview, GP_TABLE_BOARDS, change) +
                           gp_register_preview_count (self->preview, GP_TABLE_SCHOOLS, change);
    g_autofree char *count = gp_format_integer (n, gp_numbers_current ());

    g_free (self->titles[i]);
    self->titles[i] =
        g_strdup_printf ("%s (%s)", i == 0 ? _ ("All changes") : gp_change_title (change), count);
    kinds[i] = gp_change_kind;
    kinds[i].title = self->titles[i];
  }
}

static void
show_preview (GpImportDialog *self, const GpProblems *problems)
{
  GpTableKind kinds[N_KINDS];
  gboolean read_only = gp_document_get_read_only_reason (self->document) != NULL;

  gp_import_list_clear (self->files);
  for (guint i = 0; i < gp_register_preview_n_files (self->preview); i++)
    gp_import_list_add_file (self->files, gp_register_preview_file (self->preview, i));
  gp_import_list_add_notes (self->files, problems);
  title_kinds (self, kinds);
  gp_table_page_set_empty (self->changes, _ ("Nothing changes"),
                           _ ("The project holds what these files say already."),
                           GP_FIRST_NOTHING);
  gp_table_page_set_kinds (self->changes, kinds, N_KINDS, rows_of_kind, self);
  gtk_widget_set_sensitive (GTK_WIDGET (self->apply),
                            !read_only && gp_register_preview_n_changes (self->preview) > 0);
  gtk_stack_set_visible_child_name (self->stack, "preview");
}

static void
on_read (GObject *object, GAsyncResult *result, gpointer data)
{
  GpImportDialog *self = GP_IMPORT_DIALOG (object);
  ReadTask *closure = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autoptr (GpRegisterPreview) preview = g_task_propagate_pointer (G_TASK (result), &error);

  (void)data;
  if (closure->job != self->job) /* cancelled, or the dialog is gone */
    return;
  g_clear_object (&self->job);
  if (preview == NULL) {
    show_failed (self, closure->problems, error);
    return;
  }
  g_clear_pointer (&self->preview, gp_register_preview_free);
  self->preview = g_steal_pointer (&preview);
  show_preview (self, closure->problems);
}

static void
on_progress (GpImportDialog *self)
{
  double share = gp_job_get_share (self->job);

  gtk_label_set_text (self->doing, gp_job_get_doing (self->job));
  if (share < 0)
    gtk_progress_bar_pulse (self->progress);
  else
    gtk_progress_bar_set_fraction (self->progress, share);
}

static void
cancel_job (GpImportDialog *self)
{
  if (self->job == NULL)
    return;
  gp_job_cancel (self->job);
  g_signal_handlers_disconnect_by_data (self->job, self);
  g_clear_object (&self->job);
}

void
gp_import_dialog_read (GpImportDialog *self, const char *const *paths)
{
  g_autoptr (GTask) task = NULL;
  ReadTask *closure = g_new0 (ReadTask, 1);

  cancel_job (self);
  self->job = gp_job_new (_ ("Reading register files"));
  g_signal_connect_swapped (self->job, "notify::doing", G_CALLBACK (on_progress), self);
  closure->project = gp_project_ref ((GpProject *)gp_document_get_project (self->document));
  closure->paths = g_strdupv ((char **)paths);
  closure->problems = gp_problems_new ();
  closure->job = g_object_ref (self->job);
  task = g_task_new (self, gp_job_get_cancellable (self->job), on_read, NULL);
  g_task_set_task_data (task, closure, read_task_free);
  gtk_label_set_text (self->doing, _ ("Reading the files…"));
  gtk_progress_bar_set_fraction (self->progress, 0);
  gtk_widget_set_sensitive (GTK_WIDGET (self->apply), FALSE);
  gtk_stack_set_visible_child_name (self->stack, "reading");
  g_task_run_in_thread (task, read_in_worker);
}

/* ---- what a person does
 * ------------------------------------------------------------------------------ */

static void
on_chosen (GtkNativeDialog *dialog, int response, GpImportDialog *self)
{
  g_auto (GStrv) paths = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    paths = gp_files_chosen (GTK_FILE_CHOOSER (dialog));
  g_clear_object (&self->chooser);
  if (paths != NULL && paths[0] != NULL)
    gp_import_dialog_read (self, (const char *const *)paths);
}

static void
on_choose (GpImportDialog *self)
{
  g_clear_object (&self->chooser);
  self->chooser = gtk_file_chooser_native_new (_ ("Choose register files"), GTK_WINDOW (self),
                                               GTK_FILE_CHOOSER_ACTION_OPEN, NULL, NULL);
  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (self->chooser), TRUE);
  gp_files_add_filter (GTK_FILE_CHOOSER (self->chooser), _ ("Register files"), "*.csv");
  g_signal_connect (self->chooser, "response", G_CALLBACK (on_chosen), self);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
on_cancel (GpImportDialog *self)
{
  cancel_job (self);
  gtk_stack_set_visible_child_name (self->stack, "choose");
}

static void
on_apply (GpImportDialog *dialog)
{
  g_autoptr (GpImportDialog) self = g_object_ref (dialog);
  GpRegisterPreview *preview;

  if (self->preview == NULL)
    return;
  preview = g_steal_pointer (&self->preview);
  gtk_window_destroy (GTK_WINDOW (self)); /* no row reads it any more */
  g_signal_emit (self, signals[ACCEPTED], 0, preview);
}

static void
gp_import_dialog_dispose (GObject *object)
{
  GpImportDialog *self = GP_IMPORT_DIALOG (object);

  cancel_job (self);
  g_clear_object (&self->chooser);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (gp_import_dialog_parent_class)->dispose (object);
}

static void
gp_import_dialog_finalize (GObject *object)
{
  GpImportDialog *self = GP_IMPORT_DIALOG (object);

  g_clear_pointer (&self->preview, gp_register_preview_free);
  for (guint i = 0; i < N_KINDS; i++)
    g_free (self->titles[i]);
  G_OBJECT_CLASS (gp_import_dialog_parent_class)->finalize (object);
}

static void
gp_import_dialog_class_init (GpImportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gp_import_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = gp_import_dialog_finalize;
  signals[ACCEPTED] = g_signal_new ("accepted", GP_TYPE_IMPORT_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL,
                                    NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  g_type_ensure (GP_TYPE_TABLE_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/nl/groeiplan/Groeiplan/gp-import-dialog.ui");
#define CHILD(name) gtk_widget_class_bind_template_child (widget_class, GpImportDialog, name)
  CHILD (stack);
  CHILD (apply);
  CHILD (progress);
  CHILD (doing);
  CHILD (failed);
  CHILD (problems);
  CHILD (files);
  CHILD (changes);
#undef CHILD
  gtk_widget_class_bind_template_callback (widget_class, on_choose);
  gtk_widget_class_bind_template_callback (widget_class, on_cancel);
  gtk_widget_class_bind_template_callback (widget_class, on_apply);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
gp_import_dialog_init (GpImportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gp_inner_parts_mend (GTK_WIDGET (self));
}

GpImportDialog *
gp_import_dialog_new (GtkWindow *parent, GpDocument *document)
{
  GpImportDialog *self =
      g_object_new (GP_TYPE_IMPORT_DIALOG, "transient-for", parent, "modal", TRUE, NULL);

  self->document = g_object_ref (document);
  return self;
}
