/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Long work in the header: a button that tells what is being done, and behind it every piece of
 * work with its progress and a Cancel of its own. */
#include "gp-window-private.h"

#include <glib/gi18n-lib.h>

#define LONG_SECONDS 15 /* what took longer is not thrown away without asking */

/* ---- one row ----------------------------------------------------------------------------------
 */

typedef struct {
  GpJob *job; /* of the window, as long as the row is there */
  GtkLabel *doing;
  GtkProgressBar *bar;
} Row;

static void
show_progress (GpJob *job, GParamSpec *pspec, Row *row)
{
  double share = gp_job_get_share (job);

  (void)pspec;
  if (g_cancellable_is_cancelled (gp_job_get_cancellable (job)))
    gtk_label_set_text (row->doing, _ ("Cancelling…"));
  else
    gtk_label_set_text (row->doing, gp_job_get_doing (job));
  if (share < 0)
    gtk_progress_bar_pulse (row->bar);
  else
    gtk_progress_bar_set_fraction (row->bar, share);
}

static void
on_cancel (GtkButton *button, Row *row)
{
  gtk_widget_set_sensitive (GTK_WIDGET (button), FALSE);
  gp_job_cancel (row->job);
  gtk_label_set_text (row->doing, _ ("Cancelling…"));
}

static GtkWidget *
left_label (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 36);
  return label;
}

static GtkWidget *
new_row (GpJob *job)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_ ("_Cancel"));
  Row *row = g_new0 (Row, 1);

  row->job = job;
  row->doing = GTK_LABEL (left_label (""));
  row->bar = GTK_PROGRESS_BAR (gtk_progress_bar_new ());
  gtk_widget_add_css_class (GTK_WIDGET (row->doing), "dim-label");
  gtk_accessible_update_property (GTK_ACCESSIBLE (row->bar), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gp_job_get_title (job), -1);
  gtk_box_append (GTK_BOX (texts), left_label (gp_job_get_title (job)));
  gtk_box_append (GTK_BOX (texts), GTK_WIDGET (row->bar));
  gtk_box_append (GTK_BOX (texts), GTK_WIDGET (row->doing));
  gtk_widget_set_size_request (texts, 220, -1);
  gtk_widget_set_valign (cancel, GTK_ALIGN_CENTER);
  if (gp_job_is_to_the_end (job)) {
    gtk_widget_set_sensitive (cancel, FALSE);
    gtk_widget_set_tooltip_text (cancel, _ ("This cannot be stopped half-way."));
  }
  gtk_box_append (GTK_BOX (box), texts);
  gtk_box_append (GTK_BOX (box), cancel);
  g_object_set_data_full (G_OBJECT (box), "row", row, g_free);
  g_signal_connect (cancel, "clicked", G_CALLBACK (on_cancel), row);
  g_signal_connect (job, "notify::doing", G_CALLBACK (show_progress), row);
  show_progress (job, NULL, row);
  return box;
}

static GtkWidget *
row_of (GpWindow *self, GpJob *job)
{
  for (GtkWidget *box = gtk_widget_get_first_child (self->work_rows); box != NULL;
       box = gtk_widget_get_next_sibling (box)) {
    Row *row = g_object_get_data (G_OBJECT (box), "row");

    if (row->job == job)
      return box;
  }
  return NULL;
}

/* ---- the header's button ----------------------------------------------------------------------
 */

/* "Planning… 45%", or how many where there are more. */
static void
show_button (GpWindow *self)
{
  GpJob *job = self->jobs->len > 0 ? g_ptr_array_index (self->jobs, self->jobs->len - 1) : NULL;
  g_autofree char *text = NULL;
  double share;

  gtk_widget_set_visible (GTK_WIDGET (self->work), job != NULL);
  gp_window_fit_header (self);
  if (job == NULL) {
    gtk_menu_button_popdown (self->work);
    return;
  }
  share = gp_job_get_share (job);
  if (self->jobs->len > 1)
    text = g_strdup_printf (_ ("%u tasks"), self->jobs->len);
  else if (share > 0)
    text = g_strdup_printf ("%s %.0f%%", gp_job_get_title (job), 100 * MIN (share, 1));
  else
    text = g_strdup_printf ("%s…", gp_job_get_title (job));
  gtk_label_set_text (self->work_text, text);
}

void
gp_window_begin_job (GpWindow *self, GpJob *job)
{
  g_ptr_array_add (self->jobs, g_object_ref (job));
  gtk_box_append (GTK_BOX (self->work_rows), new_row (job));
  g_signal_connect_object (job, "notify::doing", G_CALLBACK (show_button), self, G_CONNECT_SWAPPED);
  show_button (self);
  gp_window_update_actions (self);
}

static void
forget_job (GpWindow *self, GpJob *job)
{
  GtkWidget *box = row_of (self, job);

  if (box != NULL) {
    g_signal_handlers_disconnect_by_data (job, g_object_get_data (G_OBJECT (box), "row"));
    gtk_box_remove (GTK_BOX (self->work_rows), box);
  }
  g_signal_handlers_disconnect_by_data (job, self);
  g_ptr_array_remove (self->jobs, job);
}

void
gp_window_end_job (GpWindow *self, GpJob *job, const char *title, const GError *error,
                   gboolean cancelled)
{
  if (self->jobs == NULL) /* the window is gone */
    return;
  forget_job (self, job);
  show_button (self);
  gp_window_update_actions (self);
  if (cancelled) {
    g_autofree char *text = g_strdup_printf (_ ("Cancelled: %s"), title);

    gp_window_toast (self, text, NULL, NULL);
  } else if (error != NULL)
    gp_window_error (self, title, error->message);
}

void
gp_window_cancel (GpWindow *self)
{
  for (guint i = 0; i < self->jobs->len; i++)
    gp_job_cancel (g_ptr_array_index (self->jobs, i));
}

/* The work on the file that is under way, or NULL. */
static GpJob *
store_job (GpWindow *self)
{
  return self->document != NULL ? gp_document_get_busy_job (self->document) : NULL;
}

gboolean
gp_window_must_ask_close (GpWindow *self)
{
  if (store_job (self) != NULL)
    return TRUE;
  for (guint i = 0; i < self->jobs->len; i++)
    if (gp_job_get_seconds (g_ptr_array_index (self->jobs, i)) > LONG_SECONDS)
      return TRUE;
  return self->document != NULL && gp_document_has_unkept_results (self->document);
}

static gboolean
close_now (gpointer window)
{
  gtk_window_close (window);
  return G_SOURCE_REMOVE;
}

static void
on_close_response (AdwMessageDialog *dialog, const char *response, GpWindow *self)
{
  (void)dialog;
  if (!g_str_equal (response, "stop"))
    return;
  self->close_then = store_job (self) != NULL && gp_job_is_to_the_end (store_job (self));
  self->may_close = !self->close_then;
  if (self->may_close) /* when the dialog, which would go with the window, has ended its own close
                        */
    g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, close_now, g_object_ref (self), g_object_unref);
}

void
gp_window_close_if_asked (GpWindow *self)
{
  if (self->close_then && self->document != NULL && store_job (self) == NULL)
    gtk_window_close (GTK_WINDOW (self));
  self->close_then = FALSE;
}

static char *
close_text (GpJob *job, gboolean of_store)
{
  const char *title = gp_job_get_title (job);

  if (!of_store)
    return g_strdup_printf (_ ("“%s” is not ready. The project itself is safe on disk; what is "
                               "being computed is lost."),
                            title);
  if (gp_job_is_to_the_end (job))
    return g_strdup_printf (_ ("“%s” is not ready and cannot be stopped half-way. The window can "
                               "close as soon as it is."),
                            title);
  return g_strdup_printf (
      _ ("“%s” is not ready. If you stop it, the project stays as it was before."), title);
}

static void
ask_close_job (GpWindow *self, GpJob *job, gboolean of_store)
{
  gboolean to_the_end = gp_job_is_to_the_end (job);
  g_autofree char *text = close_text (job, of_store);
  GtkWidget *dialog = adw_message_dialog_new (
      GTK_WINDOW (self),
      to_the_end ? _ ("Close when it is ready?") : _ ("Stop what is being done?"), text);

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "wait", _ ("_Wait"), "stop",
                                    to_the_end ? _ ("_Close When Ready") : _ ("_Stop and Close"),
                                    NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "stop",
                                              to_the_end ? ADW_RESPONSE_SUGGESTED
                                                         : ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "wait");
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_close_response), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Nothing is under way, and closing loses what was found. */
static void
ask_close_unkept (GpWindow *self)
{
  GtkWidget *dialog = adw_message_dialog_new (
      GTK_WINDOW (self), _ ("Close and lose what was found?"),
      _ ("Futures, prices or repairs that took long to find are not in the project file, which "
         "could not be written. The project itself is safe on disk."));

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "wait", _ ("_Cancel"), "stop",
                                    _ ("_Close Anyway"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "stop",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "wait");
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_close_response), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

void
gp_window_ask_close (GpWindow *self)
{
  GpJob *of_store = store_job (self), *job;

  if (of_store == NULL && self->jobs->len == 0) {
    ask_close_unkept (self);
    return;
  }
  job = of_store != NULL ? of_store : g_ptr_array_index (self->jobs, 0);
  ask_close_job (self, job, of_store != NULL);
}

void
gp_window_drop_jobs (GpWindow *self)
{
  if (self->jobs == NULL)
    return;
  gp_window_cancel (self);
  while (self->jobs->len > 0)
    forget_job (self, g_ptr_array_index (self->jobs, self->jobs->len - 1));
  g_clear_pointer (&self->jobs, g_ptr_array_unref);
}
