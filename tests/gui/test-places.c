/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which row stands at which place of a long table, and what is selected there. */
#include "gp-places.h"

#include <check.h>
#include <stdlib.h>

#define ROOM 10
#define N_ROWS 100

static GtkStringList *list;
static GtkMultiSelection *rows;
static GpPlaces *places;
static guint n_shown, n_told, at_told, n_removed, n_added;

static void
on_shown (GpPlaces *self, guint place, guint n)
{
  (void)self, (void)place;
  n_shown += n;
}

static void
on_items (GListModel *model, guint position, guint removed, guint added)
{
  (void)model;
  n_told++;
  at_told = position;
  n_removed += removed;
  n_added += added;
}

static void
forget (void)
{
  n_shown = n_told = n_removed = n_added = 0;
}

static void
append (guint from, guint n)
{
  for (guint i = from; i < from + n; i++) {
    g_autofree char *text = g_strdup_printf ("%u", i);

    gtk_string_list_append (list, text);
  }
}

static void
setup (void)
{
  list = gtk_string_list_new (NULL);
  append (0, N_ROWS);
  rows = gtk_multi_selection_new (g_object_ref (G_LIST_MODEL (list)));
  places = gp_places_new (GTK_SELECTION_MODEL (rows));
  gp_places_set_room (places, ROOM);
  g_signal_connect (places, "shown", G_CALLBACK (on_shown), NULL);
  g_signal_connect (places, "items-changed", G_CALLBACK (on_items), NULL);
  forget ();
}

static void
teardown (void)
{
  g_object_unref (places);
  g_object_unref (rows);
  g_object_unref (list);
}

static guint
n_places (void)
{
  return g_list_model_get_n_items (G_LIST_MODEL (places));
}

/* The number of the row at a place. */
static int
row_at (guint place)
{
  g_autoptr (GpPlace) at = g_list_model_get_item (G_LIST_MODEL (places), place);

  return at != NULL ? atoi (gtk_string_object_get_string (gp_place_get_item (at))) : -1;
}

static char *
selected (void)
{
  g_autoptr (GtkBitset) bits = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (rows));
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < gtk_bitset_get_size (bits); i++)
    g_string_append_printf (text, "%s%u", i > 0 ? " " : "", gtk_bitset_get_nth (bits, i));
  return g_strdup (text->str);
}

#define assert_selected(wanted)                                                                    \
  do {                                                                                             \
    g_autofree char *are = selected ();                                                            \
    ck_assert_str_eq (are, wanted);                                                                \
  } while (0)

START_TEST (test_scrolled)
{
  g_autoptr (GpPlace) first = g_list_model_get_item (G_LIST_MODEL (places), 0);

  ck_assert_uint_eq (n_places (), ROOM);
  gp_places_set_first (places, 40);
  ck_assert_int_eq (row_at (0), 40);
  ck_assert_int_eq (row_at (ROOM - 1), 49);
  ck_assert_uint_eq (gp_place_get_position (first), 40); /* the same place */
  gp_places_set_first (places, 1000);
  ck_assert_int_eq (row_at (0), N_ROWS - ROOM);
  ck_assert_uint_eq (n_shown, 2 * ROOM);
  ck_assert_uint_eq (n_told, 0); /* no place came or went */
  gp_places_set_first (places, 1000);
  ck_assert_uint_eq (n_shown, 2 * ROOM);
}
END_TEST

START_TEST (test_fewer_and_more_rows)
{
  gp_places_set_first (places, 40);
  forget ();
  gtk_string_list_splice (list, 0, N_ROWS - 4, NULL);
  ck_assert_uint_eq (n_places (), 4);
  ck_assert_int_eq (row_at (0), N_ROWS - 4);
  ck_assert_uint_eq (n_told, 1);
  ck_assert_uint_eq (at_told, 4); /* only the last places go */
  ck_assert_uint_eq (n_removed, ROOM - 4);
  ck_assert_uint_eq (n_shown, 4);
  forget ();
  append (100, 20);
  ck_assert_uint_eq (n_places (), ROOM);
  ck_assert_uint_eq (n_removed, 0);
  ck_assert_uint_eq (n_added, ROOM - 4);
  ck_assert_uint_eq (n_shown, 0); /* what came is bound, what was there stays */
  ck_assert_int_eq (row_at (4), 100);
  gtk_string_list_splice (list, 0, g_list_model_get_n_items (G_LIST_MODEL (list)), NULL);
  ck_assert_uint_eq (n_places (), 0);
}
END_TEST

/* A change of as many rows shows those places that are seen, and those alone. */
START_TEST (test_rows_that_say_something_else)
{
  gp_places_set_first (places, 40);
  forget ();
  gtk_string_list_splice (list, 10, 1, (const char *const[]){"7", NULL});
  ck_assert_uint_eq (n_shown, 0);
  gtk_string_list_splice (list, 42, 2, (const char *const[]){"8", "9", NULL});
  ck_assert_uint_eq (n_shown, 2);
  ck_assert_int_eq (row_at (2), 8);
  gtk_string_list_splice (list, 35, 6, (const char *const[]){"1", "2", "3", "4", "5", "6", NULL});
  ck_assert_uint_eq (n_shown, 3);
  ck_assert_int_eq (row_at (0), 6);
  gtk_string_list_splice (list, 60, 1, (const char *const[]){"7", NULL});
  ck_assert_uint_eq (n_shown, 3);
  ck_assert_uint_eq (n_told, 0);
}
END_TEST

/* As the view selects: by place, and with a range from where it believes that it began. */
START_TEST (test_selected_by_place)
{
  GtkSelectionModel *model = GTK_SELECTION_MODEL (places);
  g_autoptr (GtkBitset) bits = NULL;

  gp_places_set_first (places, 40);
  gtk_selection_model_select_item (model, 3, TRUE);
  assert_selected ("43");
  ck_assert (gtk_selection_model_is_selected (model, 3));
  gtk_selection_model_select_item (model, 5, FALSE);
  assert_selected ("43 45");
  bits = gtk_selection_model_get_selection_in_range (model, 4, 4);
  ck_assert (gtk_bitset_contains (bits, 5) && !gtk_bitset_contains (bits, 4));
  gtk_selection_model_unselect_item (model, 3);
  gtk_selection_model_select_item (model, 6, TRUE);
  gp_places_set_first (places, 48);
  gp_places_set_end (places, 50); /* pressed with Shift at place 2 */
  gtk_selection_model_select_range (model, 2, 5, TRUE);
  assert_selected ("46 47 48 49 50");
  gtk_selection_model_unselect_all (model);
  assert_selected ("");
}
END_TEST

START_TEST (test_selected_by_keys)
{
  gp_places_select (places, 20, FALSE, FALSE);
  gp_places_select (places, 23, FALSE, TRUE);
  assert_selected ("20 21 22 23");
  gp_places_select (places, 18, FALSE, TRUE);
  assert_selected ("18 19 20");
  gp_places_select (places, 30, TRUE, FALSE);
  assert_selected ("18 19 20 30");
  gp_places_select (places, 31, TRUE, TRUE);
  assert_selected ("18 19 20 30 31");
  gp_places_select (places, 30, TRUE, FALSE);
  assert_selected ("18 19 20 31");
  gtk_string_list_remove (list, 0);
  gp_places_select (places, 5, FALSE, TRUE); /* nothing to reach from any more */
  assert_selected ("5");
}
END_TEST

START_TEST (test_found_again)
{
  g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (list), 50);

  ck_assert_uint_eq (gp_places_find (places, item, 50), 50);
  gtk_string_list_splice (list, 0, 30, NULL);
  ck_assert_uint_eq (gp_places_find (places, item, 50), 20);
  gtk_string_list_remove (list, 20);
  ck_assert_uint_eq (gp_places_find (places, item, 50), 50);
  ck_assert_uint_eq (gp_places_find (places, item, 90), 68); /* the last */
  gtk_string_list_splice (list, 0, 69, NULL);
  ck_assert_uint_eq (gp_places_find (places, item, 50), GTK_INVALID_LIST_POSITION);
}
END_TEST

START_TEST (test_outlived)
{
  g_autoptr (GpPlace) place = g_list_model_get_item (G_LIST_MODEL (places), 0);

  g_object_ref (rows);
  g_object_ref (list);
  teardown ();
  ck_assert_ptr_null (gp_place_get_item (place));
  ck_assert_uint_eq (gp_place_get_position (place), GTK_INVALID_LIST_POSITION);
  append (0, 3); /* nobody listens */
  g_object_unref (rows);
  g_object_unref (list);
  setup ();
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("places");
  TCase *tests = tcase_create ("places");
  SRunner *runner;
  int failed;

  tcase_add_checked_fixture (tests, setup, teardown);
  tcase_add_test (tests, test_scrolled);
  tcase_add_test (tests, test_fewer_and_more_rows);
  tcase_add_test (tests, test_rows_that_say_something_else);
  tcase_add_test (tests, test_selected_by_place);
  tcase_add_test (tests, test_selected_by_keys);
  tcase_add_test (tests, test_found_again);
  tcase_add_test (tests, test_outlived);
  suite_add_tcase (suite, tests);
  runner = srunner_create (suite);
  srunner_run_all (runner, CK_NORMAL);
  failed = srunner_ntests_failed (runner);
  srunner_free (runner);
  return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
