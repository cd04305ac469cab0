/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A chart on a sheet of paper: its sentence, and the chart as wide as the sheet; on its side when
 * that shows it larger. */
#include "gp-chart-export.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

typedef struct {
  GtkWindow *window; /* may be NULL */
  GtkPrintOperation *operation;
  GpChart *chart;
  char *sentence;
} Print;

static void
print_free (Print *print)
{
  g_clear_object (&print->operation);
  g_clear_object (&print->window);
  gp_chart_unref (print->chart);
  g_free (print->sentence);
  g_free (print);
}

static void
on_draw (GtkPrintOperation *operation, GtkPrintContext *context, int number, Print *print)
{
  (void)operation;
  (void)number;
  gp_chart_export_draw (gtk_print_context_get_cairo_context (context), print->chart,
                        print->sentence, gtk_print_context_get_width (context),
                        gtk_print_context_get_height (context));
}

void
gp_chart_export_failed (GtkWindow *window, const char *heading, const GError *error)
{
  GtkWidget *dialog =
      adw_message_dialog_new (window, heading, error != NULL ? error->message : NULL);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_done (GtkPrintOperation *operation, GtkPrintOperationResult result, Print *print)
{
  g_autoptr (GError) error = NULL;

  if (result == GTK_PRINT_OPERATION_RESULT_ERROR) {
    gtk_print_operation_get_error (operation, &error);
    gp_chart_export_failed (print->window, _ ("The chart was not printed"), error);
  }
  print_free (print);
}

static GtkPrintOperation *
operation_new (const char *sentence, const char *path)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();

  gtk_page_setup_set_orientation (setup, GTK_PAGE_ORIENTATION_LANDSCAPE);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_n_pages (operation, 1);
  gtk_print_operation_set_allow_async (operation, TRUE);
  if (sentence != NULL && sentence[0] != '\0')
    gtk_print_operation_set_job_name (operation, sentence);
  if (path != NULL)
    gtk_print_operation_set_export_filename (operation, path);
  return operation;
}

void
gp_chart_print (GtkWindow *window, GpChart *chart, const char *sentence, const char *path)
{
  GtkPrintOperationAction action =
      path != NULL ? GTK_PRINT_OPERATION_ACTION_EXPORT : GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG;
  Print *print;

  g_return_if_fail (chart != NULL);
  print = g_new0 (Print, 1);
  print->chart = gp_chart_ref (chart);
  print->sentence = g_strdup (sentence);
  print->window = window != NULL ? g_object_ref (window) : NULL;
  print->operation = operation_new (sentence, path);
  g_signal_connect (print->operation, "draw-page", G_CALLBACK (on_draw), print);
  g_signal_connect (print->operation, "done", G_CALLBACK (on_done), print);
  gtk_print_operation_run (print->operation, action, window, NULL);
}
