/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The register's own files, when they are there ($GP_SHARED_DIR/duo or ../shared/duo): exact
 * counts.
 *
 * The numbers were worked out from the files by a short script in another language (csv.DictReader,
 * a dictionary per school keyed by the six-character code), not by this import:
 * - schools: distinct codes in the two lists; boards: distinct numbers in them;
 * - pupils: for primary schools LEERLINGEN_2025 where it is digits (6,092 of the 6,122 are in that
 *   file, one of them as <5), for secondary schools AANTAL_LEERLINGEN (1,282 of 1,610);
 * - home regions: per board the region with most schools, then most pupils, then the first.
 */
#include "register-check.h"

static const char *const provinces[] = {
    "Groningen;noord",       "Friesland;noord",  "Drenthe;noord",      "Overijssel;oost",
    "Gelderland;oost",       "Flevoland;oost",   "Utrecht;noordwest",  "Noord-Holland;noordwest",
    "Zuid-Holland;zuidwest", "Zeeland;zuidwest", "Noord-Brabant;zuid", "Limburg;zuid"};
static const char *const regions[] = {"noord;Noord", "oost;Oost", "noordwest;Noordwest",
                                      "zuidwest;Zuidwest", "zuid;Zuid"};

static char *
duo_folder (void)
{
  const char *shared = g_getenv ("GP_SHARED_DIR");
  char *folder = shared != NULL ? g_build_filename (shared, "duo", NULL)
                                : g_build_filename (GP_SOURCE_DIR, "..", "shared", "duo", NULL);
  if (g_file_test (folder, G_FILE_TEST_IS_DIR))
    return folder;
  g_print ("not run: no ../shared\n");
  g_free (folder);
  return NULL;
}

static char **
duo_paths (const char *folder)
{
  const char *const names[] = {"vestigingen-bo-2026-08.csv", "vestigingen-vo-2020.csv",
                               "leerlingen-historisch-2025.csv", "leerlingen-vo-2020.csv"};
  char **paths = g_new0 (char *, G_N_ELEMENTS (names) + 1);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    paths[i] = g_build_filename (folder, names[i], NULL);
  return paths;
}

static GpProject *
national_project (void)
{
  GpProject *project = gp_project_new (NULL, NULL);
  gp_project_set_frame (project, "Landelijk", 2026, 2031, GP_YEAR_NONE);
  for (guint i = 0; i < G_N_ELEMENTS (regions); i++)
    check_add (project, GP_TABLE_REGIONS, regions[i]);
  for (guint i = 0; i < G_N_ELEMENTS (provinces); i++)
    check_add (project, GP_TABLE_PROVINCES, provinces[i]);
  check_add (project, GP_TABLE_SECTORS, "po;Primair;1;1");
  check_add (project, GP_TABLE_SECTORS, "vo;Voortgezet;2;1");
  return check_project_end (project);
}

static void
check_files_read (const GpRegisterPreview *preview)
{
  const struct {
    GpRegisterKind kind;
    const char *encoding;
    guint rows, notes;
  } expected[] = {{GP_REGISTER_PRIMARY_LOCATIONS, "Windows-1252", 6122, 0},
                  {GP_REGISTER_SECONDARY_LOCATIONS, "Windows-1252", 1610, 0},
                  {GP_REGISTER_PUPILS, "UTF-8", 9737, 13},
                  {GP_REGISTER_PUPILS, "Windows-1252", 1339, 0}};
  ck_assert_uint_eq (gp_register_preview_n_files (preview), G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++) {
    const GpRegisterFile *file = gp_register_preview_file (preview, i);
    ck_assert_int_eq ((int)file->kind, (int)expected[i].kind);
    ck_assert_str_eq (file->encoding, expected[i].encoding);
    ck_assert_uint_eq (file->rows, expected[i].rows);
    ck_assert_uint_eq (file->notes, expected[i].notes);
  }
}

static void
check_schools (const GpProject *project)
{
  const guint of_region[] = {1068, 1881, 1688, 1695, 1400};
  guint counted[G_N_ELEMENTS (of_region)] = {0}, of_sector[2] = {0}, known = 0;
  gint64 pupils[2] = {0};
  gsize name_bytes = 0;
  for (guint i = 0; i < project->n_schools; i++) {
    const GpSchool *school = &project->schools[i];
    counted[school->region]++;
    of_sector[school->sector]++;
    known += school->pupils >= 0;
    pupils[school->sector] += MAX (school->pupils, 0);
    name_bytes += strlen (school->name);
  }
  ck_assert_uint_eq (project->n_schools, 7732);
  for (guint i = 0; i < G_N_ELEMENTS (of_region); i++)
    ck_assert_uint_eq (counted[i], of_region[i]);
  ck_assert_uint_eq (of_sector[0], 6122);
  ck_assert_uint_eq (of_sector[1], 1610);
  ck_assert_uint_eq (known, 7373);
  ck_assert_int_eq (pupils[0], 1356799);
  ck_assert_int_eq (pupils[1], 945819);
  ck_assert_uint_eq (name_bytes, 228504); /* in UTF-8: every curly quote and accent came through */
}

static void
check_boards (const GpProject *project)
{
  const guint at_home[] = {116, 273, 252, 249, 151};
  guint counted[G_N_ELEMENTS (at_home)] = {0};
  for (guint i = 0; i < project->n_boards; i++)
    counted[project->boards[i].home_region]++;
  ck_assert_uint_eq (project->n_boards, 1041);
  for (guint i = 0; i < G_N_ELEMENTS (at_home); i++)
    ck_assert_uint_eq (counted[i], at_home[i]);
}

START_TEST (imports_the_real_files)
{
  g_autofree char *folder = duo_folder ();
  if (folder == NULL)
    return;
  g_auto (GStrv) paths = duo_paths (folder);
  g_autofree char *path = g_build_filename (check_folder, "project.groeiplan", NULL);
  g_autoptr (GpProject) project = national_project ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GpStore) store = gp_store_create (path, project, &error);
  ck_assert_msg (store != NULL, "%s", error != NULL ? error->message : "");
  ck_assert (gp_store_begin (store, "fill", NULL) && gp_store_replace (store, project, NULL) &&
             gp_store_commit (store, NULL));
  g_autoptr (GpProject) before = gp_store_snapshot (store, NULL);
  g_autoptr (GpRegisterPreview) preview = check_preview (before, (const char *const *)paths);
  check_files_read (preview);
  check_n_changes (preview, 7732 + 1041);
  ck_assert_msg (gp_register_apply (store, preview, NULL, NULL, NULL, &error), "%s",
                 error != NULL ? error->message : "");
  g_autoptr (GpProject) after = gp_store_snapshot (store, NULL);
  check_schools (after);
  check_boards (after);
  g_autoptr (GpRegisterPreview) again = check_preview (after, (const char *const *)paths);
  check_n_changes (again, 0);
}
END_TEST

START_TEST (imports_each_file_alone)
{
  g_autofree char *folder = duo_folder ();
  if (folder == NULL)
    return;
  const guint schools[] = {6122, 1610, 0, 0}, boards[] = {749, 328, 0, 0};
  g_auto (GStrv) paths = duo_paths (folder);
  g_autoptr (GpProject) project = national_project ();
  for (guint i = 0; i < G_N_ELEMENTS (schools); i++) {
    g_autoptr (GpRegisterPreview) preview = check_preview (project, PATHS (paths[i]));
    ck_assert_uint_eq (gp_register_preview_count (preview, GP_TABLE_SCHOOLS, GP_CHANGE_NEW),
                       schools[i]);
    ck_assert_uint_eq (gp_register_preview_count (preview, GP_TABLE_BOARDS, GP_CHANGE_NEW),
                       boards[i]);
    check_n_changes (preview, schools[i] + boards[i]);
  }
}
END_TEST

int
main (void)
{
  const TTest *const tests[] = {imports_the_real_files, imports_each_file_alone};
  return check_run ("register-files", tests, G_N_ELEMENTS (tests));
}
