/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The chart box in a real window: reading out by keys and pointer, table, menu, clipboard, files,
 * paper. With CHART_BOX_PICTURES set to a folder it also writes a picture of every box there.
 */
#include "chart-window.h"
#include "gp-chart-samples.h"
#include "gp-chart-export.h"
#include "gp-number-grid.h"

#include <adwaita.h>
#include <check.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

/* Every item of every chart is reached by the arrow keys and read out. */
START_TEST (test_keys_read_every_item)
{
  const ChartSample *sample = &chart_samples[_i];
  g_autoptr (GpChart) chart = sample->make ();
  Shown shown = show (gp_chart_ref (chart), 760);
  GtkWidget *area = inside (GTK_WIDGET (shown.box), "GpChartArea");

  press (area, GDK_KEY_Home);
  for (guint i = 0; i < gp_chart_n_items (chart); i++) {
    g_autofree char *read = readout (area);
    g_autofree char *said = gp_chart_readout (chart, (int)i, gp_language_current ());

    ck_assert_str_eq (read, said);
    ck_assert_uint_gt (strlen (read), 3);
    ck_assert (press (area, GDK_KEY_Right));
  }
  write_picture (shown.window, sample->name);
  close_window (&shown);
}
END_TEST

START_TEST (test_up_and_down_move_by_rows)
{
  g_autoptr (GpChart) heat = chart_samples[1].make ();
  Shown shown = show (gp_chart_ref (heat), 760);
  GtkWidget *area = inside (GTK_WIDGET (shown.box), "GpChartArea");
  g_autofree char *below = gp_chart_readout (heat, 6, gp_language_current ());
  g_autofree char *read = NULL;

  press (area, GDK_KEY_Home);
  press (area, GDK_KEY_Right);
  ck_assert (press (area, GDK_KEY_Down));
  read = readout (area);
  ck_assert_str_eq (read, below);
  close_window (&shown);
  shown = show (chart_samples[0].make (), 760);
  area = inside (GTK_WIDGET (shown.box), "GpChartArea");
  ck_assert (!press (area, GDK_KEY_Down)); /* one row: the key moves the focus */
  ck_assert (!press (area, GDK_KEY_a));
  close_window (&shown);
}
END_TEST

START_TEST (test_pointer_reads_and_leaves)
{
  g_autoptr (GpChart) chart = chart_samples[_i].make ();
  Shown shown = show (gp_chart_ref (chart), 760);
  GtkWidget *area = inside (GTK_WIDGET (shown.box), "GpChartArea");
  GtkEventController *motion = controller_of (area, GTK_TYPE_EVENT_CONTROLLER_MOTION);
  g_autofree char *over = NULL, *after = NULL;

  g_signal_emit_by_name (motion, "motion", gtk_widget_get_width (area) * 0.4,
                         gtk_widget_get_height (area) * 0.55);
  over = readout (area);
  ck_assert_uint_gt (strlen (over), 3);
  g_signal_emit_by_name (motion, "leave");
  after = readout (area);
  ck_assert_str_eq (after, "");
  close_window (&shown);
}
END_TEST

static void
remember (GpChartBox *box, guint item, guint *out)
{
  (void)box;
  *out = item;
}

START_TEST (test_enter_activates_the_item)
{
  Shown shown = show (chart_samples[0].make (), 760);
  GtkWidget *area = inside (GTK_WIDGET (shown.box), "GpChartArea");
  guint item = 99;

  g_signal_connect (shown.box, "item-activated", G_CALLBACK (remember), &item);
  press (area, GDK_KEY_Return);
  ck_assert_uint_eq (item, 99); /* nothing is read out yet */
  press (area, GDK_KEY_Home);
  press (area, GDK_KEY_Right);
  press (area, GDK_KEY_Return);
  ck_assert_uint_eq (item, 1);
  close_window (&shown);
}
END_TEST

START_TEST (test_table_shows_the_numbers)
{
  g_autoptr (GpChart) chart = chart_samples[_i].make ();
  g_autoptr (GpChartTable) table = gp_chart_table_new (chart, gp_language_current ());
  Shown shown = show (gp_chart_ref (chart), 760);
  GtkWidget *grid = inside (GTK_WIDGET (shown.box), "GtkGrid");
  guint labels = 0, titles = 0;

  ck_assert_ptr_null (gtk_widget_get_first_child (grid)); /* not made before it is looked at */
  ck_assert (gtk_widget_activate_action (GTK_WIDGET (shown.box), "chart.table", NULL));
  spin (50);
  for (guint i = 0; i < table->n_rows; i++)
    titles += table->titles[i][0] != '\0' && (i == 0 || table->panels[i] != table->panels[i - 1]);
  for (GtkWidget *child = gtk_widget_get_first_child (grid); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    labels++;
  ck_assert_uint_eq (labels, (table->n_rows + 1) * (table->n_columns + 1) + titles);
  ck_assert (gtk_widget_get_mapped (grid));
  write_picture (shown.window, "table");
  gtk_widget_activate_action (GTK_WIDGET (shown.box), "chart.table", NULL);
  close_window (&shown);
}
END_TEST

START_TEST (test_menu_opens)
{
  Shown shown = show (chart_samples[2].make (), 760);
  GtkWidget *popover;

  ck_assert (gtk_widget_activate_action (GTK_WIDGET (shown.box), "menu.popup", NULL));
  spin (200);
  popover = gtk_widget_get_last_child (GTK_WIDGET (shown.box));
  ck_assert (GTK_IS_POPOVER_MENU (popover));
  ck_assert (gtk_widget_get_visible (popover));
  gtk_popover_popdown (GTK_POPOVER (popover));
  close_window (&shown);
}
END_TEST

static void
on_texture (GObject *clipboard, GAsyncResult *result, gpointer out)
{
  *(GdkTexture **)out = gdk_clipboard_read_texture_finish (GDK_CLIPBOARD (clipboard), result, NULL);
}

static void
on_text (GObject *clipboard, GAsyncResult *result, gpointer out)
{
  *(char **)out = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, NULL);
}

START_TEST (test_copy)
{
  Shown shown = show (chart_samples[2].make (), 760);
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (shown.box));
  GdkTexture *texture = NULL;
  char *text = NULL;

  gtk_widget_activate_action (GTK_WIDGET (shown.box), "chart.copy", NULL);
  gdk_clipboard_read_texture_async (clipboard, NULL, on_texture, &texture);
  for (guint i = 0; i < 200 && texture == NULL; i++)
    spin (10);
  ck_assert_ptr_nonnull (texture);
  ck_assert_int_gt (gdk_texture_get_width (texture), 1000);
  g_object_unref (texture);
  gtk_widget_activate_action (GTK_WIDGET (shown.box), "chart.copy-numbers", NULL);
  gdk_clipboard_read_text_async (clipboard, NULL, on_text, &text);
  for (guint i = 0; i < 200 && text == NULL; i++)
    spin (10);
  ck_assert_ptr_nonnull (strstr (text, "expert days\t4,200\t4,300"));
  g_free (text);
  close_window (&shown);
}
END_TEST

START_TEST (test_save_every_format)
{
  static const char *const begins[] = {"\x89PNG\r\n", "<?xml", "%PDF-"};
  g_autofree char *folder = g_dir_make_tmp ("groeiplan-chart-XXXXXX", NULL);
  Shown shown = show (chart_samples[_i].make (), 760);

  for (guint i = 0; i < GP_N_CHART_FORMATS; i++) {
    const char *suffix = gp_chart_format_suffix ((GpChartFormat)i);
    g_autofree char *path = g_strdup_printf ("%s/chart.%s", folder, suffix);
    g_autofree char *content = NULL;
    gsize length;

    gtk_widget_activate_action (GTK_WIDGET (shown.box), "chart.save-to", "(ss)", suffix, path);
    ck_assert (g_file_get_contents (path, &content, &length, NULL));
    ck_assert_uint_gt (length, 1000);
    ck_assert_int_eq (memcmp (content, begins[i], strlen (begins[i])), 0);
    g_unlink (path);
  }
  g_rmdir (folder);
  close_window (&shown);
}
END_TEST

START_TEST (test_save_fails_with_nothing_left)
{
  g_autoptr (GpChart) chart = chart_samples[0].make ();
  g_autofree char *folder = g_dir_make_tmp ("groeiplan-chart-XXXXXX", NULL);
  g_autofree char *gone = g_build_filename (folder, "not-there", "chart.pdf", NULL);
  g_autofree char *pipe = g_build_filename (folder, "pipe.png", NULL);
  const char *paths[] = {gone, folder, pipe};

  ck_assert_int_eq (mkfifo (pipe, 0600), 0);
  for (guint i = 0; i < G_N_ELEMENTS (paths); i++) {
    g_autoptr (GFile) file = g_file_new_for_path (paths[i]);
    g_autoptr (GError) error = NULL;

    ck_assert (!gp_chart_export (chart, SENTENCE, GP_CHART_PNG, file, &error));
    ck_assert_ptr_nonnull (error);
  }
  ck_assert (!g_file_test (gone, G_FILE_TEST_EXISTS));
  g_unlink (pipe);
  ck_assert_int_eq (g_rmdir (folder), 0); /* nothing else is in it */
}
END_TEST

START_TEST (test_print_to_a_file)
{
  g_autoptr (GpChart) chart = chart_samples[0].make ();
  g_autofree char *folder = g_dir_make_tmp ("groeiplan-chart-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "sheet.pdf", NULL);
  g_autofree char *content = NULL;
  gsize length = 0;

  gp_chart_print (NULL, chart, SENTENCE, path);
  for (guint i = 0;
       i < 300 && !(g_file_get_contents (path, &content, &length, NULL) && length > 1000); i++) {
    g_clear_pointer (&content, g_free);
    spin (10);
  }
  ck_assert_ptr_nonnull (content);
  ck_assert_int_eq (memcmp (content, "%PDF-", 5), 0);
  g_unlink (path);
  g_rmdir (folder);
}
END_TEST

START_TEST (test_charts_come_and_go)
{
  Shown shown = show (chart_samples[0].make (), 320);
  GtkWidget *area = inside (GTK_WIDGET (shown.box), "GpChartArea");

  press (area, GDK_KEY_End);
  for (guint i = 0; i < n_chart_samples; i++) {
    g_autofree char *read = NULL;

    gp_chart_box_show (shown.box, SENTENCE, chart_samples[i].make ());
    read = readout (area);
    ck_assert_str_eq (read, ""); /* nothing of the chart before */
    press (area, GDK_KEY_End);
    spin (20);
  }
  gp_chart_box_show (shown.box, NULL, NULL);
  ck_assert (!gtk_widget_get_visible (GTK_WIDGET (shown.box)));
  gtk_widget_activate_action (GTK_WIDGET (shown.box), "chart.copy", NULL);
  gtk_widget_activate_action (GTK_WIDGET (shown.box), "chart.print", NULL);
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      ADW_COLOR_SCHEME_FORCE_DARK);
  gp_chart_box_show (shown.box, SENTENCE, chart_samples[3].make ());
  spin (50);
  write_picture (shown.window, "dark-narrow");
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_DEFAULT);
  close_window (&shown);
}
END_TEST

/* A cell that a spreadsheet would run as a formula is not one. */
START_TEST (test_numbers_for_a_spreadsheet)
{
  static const double values[] = {-3, 4};
  static const GpYear years[] = {2026, 2027};
  GpChartLine line = {.name = "=HYPERLINK(\"x\")\tand\nmore", .values = values};
  GpLinesChart figures = {
      .lines = &line, .n_lines = 1, .highlighted = -1, .years = years, .n_years = 2, .goal = 0};
  g_autoptr (GpChart) chart = gp_chart_new_lines (&figures);
  g_autoptr (GpChartTable) table = gp_chart_table_new (chart, GP_LANGUAGE_ENGLISH);
  g_autofree char *text = gp_number_grid_text (table);

  ck_assert_str_eq (text, "\t2026-2027\t2027-2028\n'=HYPERLINK(\"x\") and more\t−3\t4\n");
}
END_TEST

/* A spreadsheet works out what begins with one of these, unless it is just a number. */
START_TEST (test_names_are_no_formulas)
{
  static const struct {
    const char *name, *cell;
  } names[] = {{"=1+1", "'=1+1"}, {"+3*2", "'+3*2"}, {"-1 to 4", "'-1 to 4"},
               {"@9", "'@9"},     {"+3", "+3"},      {"-5.4%", "-5.4%"},
               {"+", "'+"},       {"a=b", "a=b"}};
  static const double values[] = {1};
  static const GpYear years[] = {2026};

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    GpChartLine line = {.name = names[i].name, .values = values};
    GpLinesChart figures = {
        .lines = &line, .n_lines = 1, .highlighted = -1, .years = years, .n_years = 1, .goal = 0};
    g_autoptr (GpChart) chart = gp_chart_new_lines (&figures);
    g_autoptr (GpChartTable) table = gp_chart_table_new (chart, GP_LANGUAGE_ENGLISH);
    g_autofree char *text = gp_number_grid_text (table);
    g_autofree char *expected = g_strdup_printf ("\t2026-2027\n%s\t1\n", names[i].cell);

    ck_assert_str_eq (text, expected);
  }
}
END_TEST

static Suite *
make_suite (void)
{
  Suite *suite = suite_create ("chart box");
  TCase *tests = tcase_create ("box");

  tcase_set_timeout (tests, 120);
  tcase_add_loop_test (tests, test_keys_read_every_item, 0, (int)n_chart_samples);
  tcase_add_test (tests, test_up_and_down_move_by_rows);
  tcase_add_test (tests, test_names_are_no_formulas);
  tcase_add_loop_test (tests, test_pointer_reads_and_leaves, 0, (int)n_chart_samples);
  tcase_add_test (tests, test_enter_activates_the_item);
  tcase_add_loop_test (tests, test_table_shows_the_numbers, 0, (int)n_chart_samples);
  tcase_add_test (tests, test_menu_opens);
  tcase_add_test (tests, test_copy);
  tcase_add_loop_test (tests, test_save_every_format, 0, (int)n_chart_samples);
  tcase_add_test (tests, test_save_fails_with_nothing_left);
  tcase_add_test (tests, test_print_to_a_file);
  tcase_add_test (tests, test_charts_come_and_go);
  tcase_add_test (tests, test_numbers_for_a_spreadsheet);
  suite_add_tcase (suite, tests);
  return suite;
}

int
main (void)
{
  SRunner *runner;
  int failed;

  adw_init ();
  runner = srunner_create (make_suite ());
  srunner_run_all (runner, CK_NORMAL);
  failed = srunner_ntests_failed (runner);
  srunner_free (runner);
  return failed == 0 ? 0 : 1;
}
