/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be done with a chart besides looking at it: copy it as a picture or as numbers, save it,
 * print it. */
#include "gp-chart-box.h"

#include "gp-chart-export.h"
#include "gp-number-grid.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

static GtkWindow *
window_of (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

static void
toast (GtkWidget *widget, const char *text)
{
  GtkWidget *overlay = gtk_widget_get_ancestor (widget, ADW_TYPE_TOAST_OVERLAY);

  if (overlay != NULL)
    adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), adw_toast_new (text));
}

static void
copy_picture (GtkWidget *widget, const char *name, GVariant *target)
{
  GpChartBox *self = GP_CHART_BOX (widget);
  g_autoptr (GdkTexture) texture = NULL;

  (void)name;
  (void)target;
  if (gp_chart_box_get_chart (self) == NULL)
    return;
  texture =
      gp_chart_export_texture (gp_chart_box_get_chart (self), gp_chart_box_get_sentence (self));
  gdk_clipboard_set_texture (gtk_widget_get_clipboard (widget), texture);
  toast (widget, _ ("The chart is on the clipboard."));
}

static void
copy_numbers (GtkWidget *widget, const char *name, GVariant *target)
{
  GpChart *chart = gp_chart_box_get_chart (GP_CHART_BOX (widget));
  g_autoptr (GpChartTable) table = NULL;
  g_autofree char *text = NULL;

  (void)name;
  (void)target;
  if (chart == NULL)
    return;
  table = gp_chart_table_new (chart, gp_numbers_current ());
  text = gp_number_grid_text (table);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  toast (widget, _ ("The chart’s numbers are on the clipboard."));
}

/* ---- saving -----------------------------------------------------------------------------------
 */

typedef struct {
  GtkFileChooserNative *chooser;
  GtkWidget *widget;
  GpChart *chart; /* as it was when saving was asked for */
  char *sentence;
  GpChartFormat format;
} Saving;

static void
saving_free (Saving *saving)
{
  g_object_unref (saving->chooser);
  g_object_unref (saving->widget);
  gp_chart_unref (saving->chart);
  g_free (saving->sentence);
  g_free (saving);
}

static void
on_chosen (GtkNativeDialog *dialog, int response, Saving *saving)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;

  gtk_native_dialog_hide (dialog);
  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (saving->chooser));
  if (file != NULL &&
      !gp_chart_export (saving->chart, saving->sentence, saving->format, file, &error))
    gp_chart_export_failed (window_of (saving->widget), _ ("The chart was not saved"), error);
  else if (file != NULL)
    toast (saving->widget, _ ("The chart is saved."));
  saving_free (saving);
}

static void
save (GtkWidget *widget, const char *name, GVariant *target)
{
  GpChartBox *self = GP_CHART_BOX (widget);
  g_autofree char *file_name = NULL;
  Saving *saving;
  GpChartFormat format;

  (void)name;
  if (gp_chart_box_get_chart (self) == NULL ||
      !gp_chart_format_parse (g_variant_get_string (target, NULL), &format))
    return;
  saving = g_new0 (Saving, 1);
  saving->format = format;
  saving->widget = g_object_ref (widget);
  saving->chart = gp_chart_ref (gp_chart_box_get_chart (self));
  saving->sentence = g_strdup (gp_chart_box_get_sentence (self));
  saving->chooser =
      gtk_file_chooser_native_new (_ ("Save the Chart"), window_of (widget),
                                   GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"), _ ("_Cancel"));
  file_name = g_strdup_printf ("%s.%s", _ ("chart"), gp_chart_format_suffix (format));
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (saving->chooser), file_name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (saving->chooser), TRUE);
  g_signal_connect (saving->chooser, "response", G_CALLBACK (on_chosen), saving);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (saving->chooser));
}

/* To a file without asking, for tests and scripts: ("png", "/path"). */
static void
save_to (GtkWidget *widget, const char *name, GVariant *target)
{
  GpChartBox *self = GP_CHART_BOX (widget);
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = NULL;
  const char *suffix, *path;
  GpChartFormat format;

  (void)name;
  g_variant_get (target, "(&s&s)", &suffix, &path);
  if (gp_chart_box_get_chart (self) == NULL || !gp_chart_format_parse (suffix, &format))
    return;
  file = g_file_new_for_path (path);
  if (!gp_chart_export (gp_chart_box_get_chart (self), gp_chart_box_get_sentence (self), format,
                        file, &error))
    gp_chart_export_failed (window_of (widget), _ ("The chart was not saved"), error);
}

static void
print (GtkWidget *widget, const char *name, GVariant *target)
{
  GpChartBox *self = GP_CHART_BOX (widget);

  (void)name;
  (void)target;
  if (gp_chart_box_get_chart (self) != NULL)
    gp_chart_print (window_of (widget), gp_chart_box_get_chart (self),
                    gp_chart_box_get_sentence (self), NULL);
}

void
gp_chart_box_install_menu (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "chart.copy", NULL, copy_picture);
  gtk_widget_class_install_action (klass, "chart.copy-numbers", NULL, copy_numbers);
  gtk_widget_class_install_action (klass, "chart.save", "s", save);
  gtk_widget_class_install_action (klass, "chart.save-to", "(ss)", save_to);
  gtk_widget_class_install_action (klass, "chart.print", NULL, print);
}

GMenuModel *
gp_chart_box_menu_new (void)
{
  g_autoptr (GMenu) look = g_menu_new ();
  g_autoptr (GMenu) copy = g_menu_new ();
  g_autoptr (GMenu) saved = g_menu_new ();
  GMenu *menu = g_menu_new ();

  g_menu_append (look, _ ("Show as _Table"), "chart.table");
  g_menu_append (copy, _ ("_Copy as Picture"), "chart.copy");
  g_menu_append (copy, _ ("Copy _Numbers"), "chart.copy-numbers");
  g_menu_append (saved, _ ("Save as P_NG…"), "chart.save::png");
  g_menu_append (saved, _ ("Save as S_VG…"), "chart.save::svg");
  g_menu_append (saved, _ ("Save as P_DF…"), "chart.save::pdf");
  g_menu_append (saved, _ ("_Print…"), "chart.print");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (look));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (copy));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (saved));
  return G_MENU_MODEL (menu);
}
