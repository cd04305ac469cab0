/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Figures side by side stand in lines of equal number, whatever the width. */
#include "gp-figure-grid.h"

#include <check.h>
#include <stdlib.h>

START_TEST (test_columns)
{
  static const struct {
    guint n;
    int natural, width;
    guint columns;
  } cases[] = {
      {6, 140, 936, 6}, {6, 150, 740, 3}, /* four would fit: 4 and 2 */
      {6, 150, 480, 2},                   /* two fit, the third has 20 pixels too few */
      {6, 300, 314, 2},                   /* never one below another: their words wrap */
      {4, 100, 340, 2},                   /* three would fit: 3 and 1 */
      {4, 100, 454, 4}, {5, 100, 454, 3}, {1, 100, 30, 1}, {0, 100, 300, 0}, {3, 0, 0, 2},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    ck_assert_msg (gp_figure_grid_columns (cases[i].n, cases[i].natural, cases[i].width) ==
                       cases[i].columns,
                   "%u of %d in %d: %u", cases[i].n, cases[i].natural, cases[i].width,
                   gp_figure_grid_columns (cases[i].n, cases[i].natural, cases[i].width));
}
END_TEST

static GtkWidget *
grid_of (guint n, int width)
{
  GtkWidget *grid = g_object_ref_sink (g_object_new (GP_TYPE_FIGURE_GRID, NULL));

  for (guint i = 0; i < n; i++) {
    GtkWidget *child = gtk_drawing_area_new ();

    gtk_widget_set_size_request (child, width, 20 + (int)i);
    gp_figure_grid_add (GP_FIGURE_GRID (grid), child);
  }
  return grid;
}

static graphene_rect_t
place (GtkWidget *grid, guint index)
{
  GtkWidget *child = gtk_widget_get_first_child (grid);
  graphene_rect_t rect;

  for (guint i = 0; i < index; i++)
    child = gtk_widget_get_next_sibling (child);
  ck_assert (gtk_widget_compute_bounds (child, grid, &rect));
  return rect;
}

START_TEST (test_places)
{
  GtkWidget *grid = grid_of (6, 100);
  int min, nat;

  gtk_widget_measure (grid, GTK_ORIENTATION_HORIZONTAL, -1, &min, &nat, NULL, NULL);
  ck_assert_int_eq (min, 2 * 100 + 18);
  ck_assert_int_eq (nat, 6 * 100 + 5 * 18);
  gtk_widget_measure (grid, GTK_ORIENTATION_VERTICAL, 600, &min, &nat, NULL, NULL);
  ck_assert_int_eq (nat, 2 * 25 + 18); /* two lines as high as the highest figure */
  gtk_widget_allocate (grid, 600, nat, -1, NULL);
  for (guint i = 0; i < 6; i++) {
    graphene_rect_t rect = place (grid, i);

    ck_assert_int_eq ((int)rect.size.width, (600 - 2 * 18) / 3);
    ck_assert_int_eq ((int)rect.origin.x, (int)(i % 3) * ((600 - 2 * 18) / 3 + 18));
    ck_assert_int_eq ((int)rect.origin.y, (int)(i / 3) * (25 + 18));
  }
  /* one that is hidden leaves no hole */
  gtk_widget_set_visible (gtk_widget_get_first_child (grid), FALSE);
  gtk_widget_measure (grid, GTK_ORIENTATION_HORIZONTAL, -1, &min, &nat, NULL, NULL);
  ck_assert_int_eq (nat, 5 * 100 + 4 * 18);
  gtk_widget_allocate (grid, nat, 25, -1, NULL);
  ck_assert_int_eq ((int)place (grid, 1).origin.x, 0);
  g_object_unref (grid);
}
END_TEST

START_TEST (test_right_to_left)
{
  GtkWidget *grid = grid_of (2, 100);

  gtk_widget_set_direction (grid, GTK_TEXT_DIR_RTL);
  gtk_widget_allocate (grid, 218, 30, -1, NULL);
  ck_assert_int_eq ((int)place (grid, 0).origin.x, 118);
  ck_assert_int_eq ((int)place (grid, 1).origin.x, 0);
  g_object_unref (grid);
}
END_TEST

START_TEST (test_nothing)
{
  GtkWidget *grid = grid_of (0, 0);
  int min, nat;

  gtk_widget_measure (grid, GTK_ORIENTATION_HORIZONTAL, -1, &min, &nat, NULL, NULL);
  ck_assert_int_eq (nat, 0);
  gtk_widget_measure (grid, GTK_ORIENTATION_VERTICAL, 100, &min, &nat, NULL, NULL);
  ck_assert_int_eq (nat, 0);
  gtk_widget_allocate (grid, 100, 0, -1, NULL);
  g_object_unref (grid);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("figure grid");
  TCase *tests = tcase_create ("grid");
  SRunner *runner;
  int failed;

  gtk_init ();
  tcase_add_test (tests, test_columns);
  tcase_add_test (tests, test_places);
  tcase_add_test (tests, test_right_to_left);
  tcase_add_test (tests, test_nothing);
  suite_add_tcase (suite, tests);
  runner = srunner_create (suite);
  srunner_set_fork_status (runner, CK_NOFORK); /* the display is one connection */
  srunner_run_all (runner, CK_NORMAL);
  failed = srunner_ntests_failed (runner);
  srunner_free (runner);
  return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
