/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Applying a preview to a project file: one edit, what the user knows stays, and the same files a
 * second time change nothing.
 */
#include "register-check.h"

#include <groeiplan/gp-backups.h>

static GpStore *
make_store (const GpProject *project)
{
  g_autofree char *path = g_build_filename (check_folder, "project.groeiplan", NULL);
  g_autoptr (GError) error = NULL;
  GpStore *store = gp_store_create (path, project, &error);
  ck_assert_msg (store != NULL, "%s", error != NULL ? error->message : "");
  /* Filled through the door that an import uses, whatever gp_store_create () takes over. */
  ck_assert (gp_store_begin (store, "fill", NULL) && gp_store_replace (store, project, NULL));
  ck_assert_msg (gp_store_commit (store, &error), "%s", error != NULL ? error->message : "");
  return store;
}

static GpProject *
snapshot (GpStore *store)
{
  g_autoptr (GError) error = NULL;
  GpProject *project = gp_store_snapshot (store, &error);
  ck_assert_msg (project != NULL, "%s", error != NULL ? error->message : "");
  return project;
}

static void
apply (GpStore *store, const GpRegisterPreview *preview)
{
  g_autoptr (GError) error = NULL;
  ck_assert_msg (gp_register_apply (store, preview, NULL, NULL, NULL, &error), "%s",
                 error != NULL ? error->message : "");
}

static guint
n_history (GpStore *store)
{
  g_autoptr (GPtrArray) entries = gp_store_history (store, NULL);
  ck_assert_ptr_nonnull (entries);
  return entries->len;
}

/* One row as the exchange folder writes it. */
static void
check_row (const GpProject *project, GpTableId table, const char *code, const char *expected)
{
  guint32 row = gp_project_find (project, table, code);
  ck_assert_msg (row != GP_NONE, "no %s", code);
  g_autoptr (GString) line = g_string_new (NULL);
  for (guint i = 0; i < gp_table (table)->n_columns; i++) {
    g_autofree char *cell = gp_project_cell (project, table, row, i);
    g_string_append_printf (line, "%s%s", i > 0 ? ";" : "", cell);
  }
  ck_assert_str_eq (line->str, expected);
}

#define MIXED                                                                                      \
  LIST "Limburg;90005;99AA;99AA00;School A plus\n"                                                 \
       "Limburg;90001;99AB;99AB00;School B\n"                                                      \
       "Groningen;90006;99AF;99AF00;=School F\n",                                                  \
      COUNTS "99AB;00;80\n99AF;00;<5\n", NAMES "90006,\"Bestuur Zes, fijn\"\n90001,Bestuur 1\n"

START_TEST (keeps_what_the_user_knows)
{
  g_autoptr (GpProject) project = check_project ();
  g_autoptr (GpStore) store = make_store (project);
  g_autoptr (GpProject) before = snapshot (store);
  g_autoptr (GpRegisterPreview) preview = check_preview_texts (before, TEXTS (MIXED));
  apply (store, preview);
  g_autoptr (GpProject) after = snapshot (store);
  check_row (after, GP_TABLE_SCHOOLS, "99AA00",
             "99AA00;90005;School A plus;po;zuid;100;1;2024-2025;regular;0;none;;;;");
  check_row (after, GP_TABLE_SCHOOLS, "99AB00",
             "99AB00;90001;School B;po;zuid;80;0;;;0;talks;1;;0;");
  check_row (after, GP_TABLE_SCHOOLS, "99AF00", "99AF00;90006;=School F;po;noord;;0;;;0;none;;;;");
  check_row (after, GP_TABLE_BOARDS, "90001", "90001;Bestuur 1;noord;;;;;");
  check_row (after, GP_TABLE_BOARDS, "90005", "90005;Bestuur 90005;zuid;;;;;");
  check_row (after, GP_TABLE_BOARDS, "90006", "90006;Bestuur Zes, fijn;noord;;;;;");
  ck_assert_uint_eq (gp_project_find (after, GP_TABLE_SCHOOLS, "99AC00"), GP_NONE);
  ck_assert_uint_eq (gp_project_find (after, GP_TABLE_BOARDS, "90002"), GP_NONE);
  ck_assert_uint_eq (after->n_boards, 3);
  ck_assert_uint_eq (after->n_schools, 3);
}
END_TEST

START_TEST (changes_nothing_a_second_time)
{
  g_autoptr (GpProject) project = check_project ();
  g_autoptr (GpStore) store = make_store (project);
  g_autoptr (GpProject) before = snapshot (store);
  g_autoptr (GpRegisterPreview) first = check_preview_texts (before, TEXTS (MIXED));
  apply (store, first);
  guint entries = n_history (store);
  gint64 version = gp_store_data_version (store);
  g_autoptr (GpProject) after = snapshot (store);
  g_autoptr (GpRegisterPreview) second = check_preview_texts (after, TEXTS (MIXED));
  check_n_changes (second, 0);
  apply (store, second);
  ck_assert_uint_eq (n_history (store), entries);
  ck_assert_int_eq (gp_store_data_version (store), version);
}
END_TEST

START_TEST (excludes_what_closed_after_it_started)
{
  g_autoptr (GpProject) project = check_project ();
  g_autoptr (GpStore) store = make_store (project);
  g_autoptr (GpProject) before = snapshot (store);
  const char *list = LIST "Limburg;90002;99AC;99AC00;School C\n";
  g_autoptr (GpRegisterPreview) preview = check_preview_texts (before, TEXTS (list));
  apply (store, preview);
  g_autoptr (GpProject) after = snapshot (store);
  check_row (after, GP_TABLE_SCHOOLS, "99AA00",
             "99AA00;90001;School A;po;noord;100;1;2024-2025;regular;1;none;;;;");
  ck_assert_uint_eq (gp_project_find (after, GP_TABLE_SCHOOLS, "99AB00"), GP_NONE);
  g_autoptr (GpRegisterPreview) again = check_preview_texts (after, TEXTS (list));
  check_n_changes (again, 0);
}
END_TEST

START_TEST (is_one_entry_of_the_history)
{
  g_autoptr (GpProject) project = check_project ();
  g_autoptr (GpStore) store = make_store (project);
  g_autoptr (GpProject) before = snapshot (store);
  g_autoptr (GpRegisterPreview) preview = check_preview_texts (before, TEXTS (MIXED));
  guint entries = n_history (store);
  apply (store, preview);
  ck_assert_uint_eq (n_history (store), entries + 1);
  g_autofree char *label = gp_store_undo_label (store);
  g_autofree char *expected = g_strdup_printf ("Imported from the register: %u changes",
                                               gp_register_preview_n_changes (preview));
  ck_assert_str_eq (label, expected);
  ck_assert (gp_store_undo (store, NULL));
  g_autoptr (GpProject) back = snapshot (store);
  g_autofree char *where = NULL;
  ck_assert_msg (gp_project_equal (before, back, &where), "%s", where);
  ck_assert (gp_store_redo (store, NULL));
  g_autoptr (GpProject) again = snapshot (store);
  ck_assert_uint_ne (gp_project_find (again, GP_TABLE_BOARDS, "90006"), GP_NONE);
}
END_TEST

static void
cancel (double share, const char *doing, gpointer cancellable)
{
  (void)share, (void)doing;
  g_cancellable_cancel (cancellable);
}

/* Nothing is changed, no backup of it is left, and none has gone for it; then it can be applied
 * after all. */
START_TEST (is_cancelled_half_way)
{
  g_autoptr (GpProject) project = check_project ();
  g_autoptr (GpStore) store = make_store (project);
  g_autoptr (GpProject) before = snapshot (store);
  g_autoptr (GpRegisterPreview) preview = check_preview_texts (before, TEXTS (MIXED));
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) backups = NULL;
  gint64 version = gp_store_data_version (store);
  g_autofree char *where = NULL;
  g_autofree char *earlier = gp_store_keep_backup (store, GP_BACKUP_ASKED, NULL);

  gp_backups_set_kept (1);
  ck_assert (!gp_register_apply (store, preview, cancel, cancellable, cancellable, &error));
  ck_assert (g_error_matches (error, GP_ERROR, GP_ERROR_CANCELLED));
  g_autoptr (GpProject) after = snapshot (store);
  ck_assert_msg (gp_project_equal (before, after, &where), "%s", where);
  ck_assert_int_eq (gp_store_data_version (store), version);
  ck_assert_uint_eq (n_history (store), 0);
  backups = gp_backups_list (gp_store_path (store), NULL);
  ck_assert_uint_eq (backups->len, 1);
  ck_assert_str_eq (((GpBackup *)g_ptr_array_index (backups, 0))->path, earlier);
  apply (store, preview);
  ck_assert_uint_eq (n_history (store), 1);
  g_clear_pointer (&backups, g_ptr_array_unref);
  backups = gp_backups_list (gp_store_path (store), NULL);
  ck_assert_uint_eq (backups->len, 1);
  ck_assert_str_ne (((GpBackup *)g_ptr_array_index (backups, 0))->path, earlier);
  gp_backups_set_kept (5);
}
END_TEST

START_TEST (refuses_a_stale_preview)
{
  g_autoptr (GpProject) project = check_project ();
  g_autoptr (GpStore) store = make_store (project);
  g_autoptr (GpProject) before = snapshot (store);
  g_autoptr (GpRegisterPreview) preview = check_preview_texts (before, TEXTS (MIXED));
  const char *const cells[] = {"90001", "Bestuur Eén", "noord", "", "", "", "", "", NULL};
  ck_assert (gp_store_begin (store, "rename", NULL));
  ck_assert (gp_store_put (store, GP_TABLE_BOARDS, cells, NULL));
  ck_assert (gp_store_commit (store, NULL));
  guint entries = n_history (store);
  g_autoptr (GError) error = NULL;
  ck_assert (!gp_register_apply (store, preview, NULL, NULL, NULL, &error));
  ck_assert (g_error_matches (error, GP_ERROR, GP_ERROR_DATA));
  ck_assert_uint_eq (n_history (store), entries);
  /* With the edit taken back, the data are again those of the preview. */
  ck_assert (gp_store_undo (store, NULL));
  apply (store, preview);
}
END_TEST

START_TEST (builds_a_project_from_nothing)
{
  g_autoptr (GpProject) project = check_project_end (check_project_begin ());
  g_autoptr (GpStore) store = make_store (project);
  g_autoptr (GpProject) before = snapshot (store);
  const char *const paths[] = {FIXTURE ("boards.csv"),
                               FIXTURE ("primary-2026.csv"),
                               FIXTURE ("special.csv"),
                               FIXTURE ("secondary-2020.csv"),
                               FIXTURE ("vocational.csv"),
                               FIXTURE ("pupils-historic.csv"),
                               FIXTURE ("pupils-secondary-2020.csv"),
                               NULL};
  g_autoptr (GpRegisterPreview) preview = check_preview (before, paths);
  apply (store, preview);
  g_autoptr (GpProject) after = snapshot (store);
  ck_assert_uint_eq (after->n_boards, 5);
  ck_assert_uint_eq (after->n_schools, 11);
  check_row (after, GP_TABLE_SCHOOLS, "99AA00",
             "99AA00;90001;Voorbeeldschool ‘De Eerste’;po;noord;103;0;;;0;none;;;;");
  check_row (after, GP_TABLE_SCHOOLS, "99AA01",
             "99AA01;90001;Voorbeeldschool De Tweede;po;noord;;0;;;0;none;;;;");
  check_row (after, GP_TABLE_SCHOOLS, "99VA02",
             "99VA02;90003;Voorbeeldcollege Zuid;vo;zuid;312;0;;;0;none;;;;");
  check_row (after, GP_TABLE_BOARDS, "00008", "00008;Vereniging Café Olé;zuid;;;;;");
  g_autoptr (GpRegisterPreview) again = check_preview (after, paths);
  check_n_changes (again, 0);
}
END_TEST

START_TEST (leaves_the_starter_project_alone)
{
  /* Its boards and schools are made up and have codes of their own. */
  g_autoptr (GError) error = NULL;
  g_autoptr (GpProject) starter = gp_exchange_read (GP_STARTER_DIR, NULL, NULL, &error);
  ck_assert_msg (starter != NULL, "%s", error != NULL ? error->message : "");
  g_autoptr (GpRegisterPreview) preview =
      check_preview (starter, PATHS (FIXTURE ("primary-2026.csv"), FIXTURE ("secondary-2020.csv"),
                                     FIXTURE ("vocational.csv"), FIXTURE ("boards.csv")));
  ck_assert_uint_eq (gp_register_preview_count (preview, GP_TABLE_BOARDS, GP_CHANGE_NEW), 4);
  ck_assert_uint_eq (gp_register_preview_count (preview, GP_TABLE_SCHOOLS, GP_CHANGE_NEW), 9);
  check_n_changes (preview, 13);
}
END_TEST

int
main (void)
{
  const TTest *const tests[] = {keeps_what_the_user_knows,
                                changes_nothing_a_second_time,
                                excludes_what_closed_after_it_started,
                                is_one_entry_of_the_history,
                                refuses_a_stale_preview,
                                is_cancelled_half_way,
                                builds_a_project_from_nothing,
                                leaves_the_starter_project_alone};
  return check_run ("register-apply", tests, G_N_ELEMENTS (tests));
}
