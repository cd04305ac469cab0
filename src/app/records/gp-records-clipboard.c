/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copying rows to, and pasting rows from a spreadsheet; the rows as text for printing. Threads:
 * text that is pasted is read in a worker from the snapshot of that moment; the edit that comes of
 * it is stored if the data are still those. */
#include "gp-paste-dialog.h"
#include "gp-records-paste.h"
#include "gp-records-private.h"
#include "gp-work.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Text below this is read at once: a few milliseconds. */
#define SMALL (64 * 1024)

/* ---- copying ----------------------------------------------------------------------------------
 */

static void
append_record (GpRecords *self, GString *text, GpRecord *record)
{
  for (guint i = 0; i < self->kind->n_columns; i++) {
    g_autofree char *cell = gp_record_plain (record, i);

    if (i > 0)
      g_string_append_c (text, '\t');
    gp_paste_append_cell (text, cell);
  }
  g_string_append_c (text, '\n');
}

void
gp_records_copy (GpRecords *self)
{
  g_autoptr (GPtrArray) codes = gp_records_selected_codes (self);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *what = gp_records_count_text (self->kind->table, codes->len);
  g_autofree char *told = g_strdup_printf (_ ("Copied %s"), what);

  for (guint i = 0; i < self->kind->n_columns; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\t" : "", _ (self->kind->columns[i].title));
  g_string_append_c (text, '\n');
  for (guint i = 0; i < codes->len; i++)
    append_record (self, text, gp_records_list_find (self->list, codes->pdata[i]));
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text->str);
  gp_page_toast (GTK_WIDGET (self), told, NULL, NULL);
}

char *
gp_records_get_text (GpRecords *self)
{
  GString *text = g_string_new (NULL);
  guint n = gp_records_n_shown (self);

  for (guint i = 0; i < self->kind->n_columns; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\t" : "", _ (self->kind->columns[i].title));
  for (guint row = 0; row < n; row++) {
    g_autoptr (GpRecord) record = gp_records_at (self, row);

    for (guint i = 0; i < self->kind->n_columns; i++) {
      g_autofree char *cell = gp_record_text (record, i);

      g_strdelimit (cell, "\t\n\r", ' ');
      g_string_append_printf (text, "%c%s", i > 0 ? '\t' : '\n', cell);
    }
  }
  return g_string_free (text, FALSE);
}

/* ---- pasting ----------------------------------------------------------------------------------
 */

typedef struct {
  GpRecordsNames *names;
  const GpRecordsKind *kind;
  GpPasteTarget target;
  char *text;
  gint64 data_version;
} PasteTask;

static void
task_free (gpointer data)
{
  PasteTask *task = data;

  gp_records_names_unref (task->names);
  g_clear_pointer (&task->target.rows, g_array_unref);
  g_free (task->text);
  g_free (task);
}

static gpointer
read_in_worker (gpointer data, GpJob *job, GError **error)
{
  PasteTask *task = data;
  GpPaste *paste = gp_paste_new (task->names, task->kind, &task->target, task->text,
                                 job != NULL ? gp_job_get_cancellable (job) : NULL, error);

  if (paste != NULL)
    paste->data_version = task->data_version;
  return paste;
}

static void
apply (GpRecords *self, const GpPaste *paste)
{
  g_autoptr (GError) error = NULL;

  if (gp_records_carry_out_large (self, paste->edit, _ ("Nothing was pasted")))
    return;
  if (!gp_records_carry_out (self, paste->edit, &error))
    gp_page_error (GTK_WIDGET (self), _ ("Nothing was pasted"), error->message);
  else
    gp_page_toast (GTK_WIDGET (self), paste->edit->label, _ ("_Undo"), "win.undo");
}

static void
on_accepted (GpPasteDialog *dialog, GpRecords *self)
{
  if (gp_document_get_data_version (self->document) != gp_paste_dialog_get (dialog)->data_version)
    gp_page_error (GTK_WIDGET (self), _ ("Nothing was pasted"),
                   _ ("The data changed while you looked. Paste again."));
  else
    apply (self, gp_paste_dialog_get (dialog));
}

/* One cell is stored at once, as if it had been typed; more are looked at first. */
static void
show_paste (GpRecords *self, GpPaste *paste)
{
  g_autoptr (GpPaste) owned = paste;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GpPasteDialog *dialog;

  if (self->document == NULL || !GTK_IS_WINDOW (root))
    return;
  if (paste->problems->len == 0 && paste->n_new == 0 && paste->n_rows == 1) {
    if (gp_document_get_data_version (self->document) == paste->data_version)
      apply (self, paste);
    return;
  }
  dialog = gp_paste_dialog_new (GTK_WINDOW (root), g_steal_pointer (&owned), self->kind);
  g_signal_connect_object (dialog, "accepted", G_CALLBACK (on_accepted), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_read (GtkWidget *owner, gpointer result, const GError *error)
{
  GpRecords *self = GP_RECORDS (owner);

  (void)error; /* the window has shown it */
  if (result != NULL)
    show_paste (self, result);
}

/* Where cells without column names go: over the selected rows, where more than one is; else from
 * the current row down. */
static void
set_target (GpRecords *self, PasteTask *task)
{
  g_autoptr (GArray) selected = gp_records_selected_rows (self);
  guint position = gp_records_position (self), n = gp_records_n_shown (self);

  task->target.column = self->column;
  if (selected->len > 1) {
    task->target.fill = TRUE;
    task->target.rows = g_steal_pointer (&selected);
    return;
  }
  if (position == GTK_INVALID_LIST_POSITION)
    return;
  task->target.rows = g_array_new (FALSE, FALSE, sizeof (guint32));
  for (; position < n; position++) {
    g_autoptr (GpRecord) record = gp_records_at (self, position);
    guint32 row = gp_record_row (record);

    g_array_append_val (task->target.rows, row);
  }
}

void
gp_records_paste_text (GpRecords *self, const char *text)
{
  PasteTask *task;
  g_autoptr (GError) error = NULL;
  GpPaste *paste;

  if (self->document == NULL || gp_records_read_only (self) != NULL)
    return;
  task = g_new0 (PasteTask, 1);
  task->names = gp_records_names_ref (gp_records_list_names (self->list));
  task->kind = self->kind;
  task->data_version = gp_document_get_data_version (self->document);
  task->text = g_strdup (text);
  set_target (self, task);
  if (strlen (text) > SMALL) {
    gp_work_start (GTK_WIDGET (self), _ ("Reading what was pasted"), read_in_worker, task,
                   task_free, (GDestroyNotify)gp_paste_free, on_read);
    return;
  }
  paste = read_in_worker (task, NULL, &error);
  task_free (task);
  if (paste == NULL)
    gp_page_error (GTK_WIDGET (self), _ ("Nothing was pasted"), error->message);
  else
    show_paste (self, paste);
}

static void
on_text (GObject *clipboard, GAsyncResult *result, gpointer data)
{
  g_autoptr (GpRecords) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text =
      gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, &error);

  if (text == NULL)
    gp_page_toast (GTK_WIDGET (self), _ ("There is no text to paste."), NULL, NULL);
  else
    gp_records_paste_text (self, text);
}

void
gp_records_paste (GpRecords *self)
{
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (self)), NULL, on_text,
                                 g_object_ref (self));
}
