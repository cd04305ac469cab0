/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two children beside each other where there is room, else one under the other. */
#include "gp-beside.h"

#include <check.h>
#include <stdlib.h>

#define OWN 250
#define SPACING 24

static GtkWidget *
new_child (GtkWidget *parent, int width, int height)
{
  GtkWidget *child = gtk_drawing_area_new ();

  gtk_widget_set_size_request (child, width, height);
  gtk_widget_insert_before (child, parent, NULL);
  return child;
}

static int
height_for (GtkWidget *widget, int width)
{
  int natural;

  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, width, NULL, &natural, NULL, NULL);
  return natural;
}

static void
expect_place (GtkWidget *child, GtkWidget *parent, int x, int y, int width)
{
  graphene_rect_t rect;

  ck_assert (gtk_widget_compute_bounds (child, parent, &rect));
  ck_assert_int_eq ((int)rect.origin.x, x);
  ck_assert_int_eq ((int)rect.origin.y, y);
  ck_assert_int_eq ((int)rect.size.width, width);
}

START_TEST (test_places)
{
  GtkWidget *beside = g_object_ref_sink (g_object_new (GP_TYPE_BESIDE, NULL));
  GtkWidget *first = new_child (beside, OWN, 300), *second = new_child (beside, 100, 200);
  int wide = gp_beside_threshold (OWN), narrow = wide - 1, min;

  gtk_widget_measure (beside, GTK_ORIENTATION_HORIZONTAL, -1, &min, NULL, NULL, NULL);
  ck_assert_int_eq (min, OWN); /* the two do not ask for room beside each other */
  ck_assert_int_eq (height_for (beside, wide), 300);
  gtk_widget_allocate (beside, wide, 300, -1, NULL);
  expect_place (first, beside, 0, 0, OWN);
  expect_place (second, beside, OWN + SPACING, 0, wide - OWN - SPACING);

  ck_assert_int_eq (height_for (beside, narrow), 300 + SPACING + 200);
  gtk_widget_allocate (beside, narrow, 524, -1, NULL);
  expect_place (first, beside, 0, 0, narrow);
  expect_place (second, beside, 0, 300 + SPACING, narrow);

  /* from right to left the first stands at the right */
  gtk_widget_set_direction (beside, GTK_TEXT_DIR_RTL);
  gtk_widget_allocate (beside, wide, 300, -1, NULL);
  expect_place (first, beside, wide - OWN, 0, OWN);
  expect_place (second, beside, 0, 0, wide - OWN - SPACING);
  g_object_unref (beside);
}
END_TEST

START_TEST (test_one_hidden)
{
  GtkWidget *beside = g_object_ref_sink (g_object_new (GP_TYPE_BESIDE, NULL));
  GtkWidget *first, *second;

  ck_assert_int_eq (height_for (beside, 900), 0); /* nothing in it yet */
  first = new_child (beside, OWN, 300);
  second = new_child (beside, 100, 200);
  gtk_widget_set_visible (second, FALSE);
  ck_assert_int_eq (height_for (beside, 900), 300);
  gtk_widget_allocate (beside, 900, 300, -1, NULL);
  expect_place (first, beside, 0, 0, 900);
  gtk_widget_set_visible (second, TRUE);
  gtk_widget_set_visible (first, FALSE);
  gtk_widget_allocate (beside, 900, height_for (beside, 900), -1, NULL);
  expect_place (second, beside, 0, 0, 900);
  g_object_unref (beside);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("beside");
  TCase *places = tcase_create ("places");
  SRunner *runner;
  int failed;

  if (!gtk_init_check ()) {
    g_print ("not run: no display\n");
    return 0;
  }
  tcase_add_test (places, test_places);
  tcase_add_test (places, test_one_hidden);
  suite_add_tcase (suite, places);
  runner = srunner_create (suite);
  srunner_set_fork_status (runner, CK_NOFORK);
  srunner_run_all (runner, CK_NORMAL);
  failed = srunner_ntests_failed (runner);
  srunner_free (runner);
  return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
