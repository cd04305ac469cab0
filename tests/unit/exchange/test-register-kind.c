/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Every form of register file is known by its header, decoded, and read with the columns that it
 * has; anything else is refused with what was expected.
 */
#include "register-check.h"

/* What the only file of a preview is. */
static void
check_kind (const char *path, GpRegisterKind kind, const char *encoding, guint rows, guint notes)
{
  g_autoptr (GpProject) project = check_project_end (check_project_begin ());
  g_autoptr (GpRegisterPreview) preview = check_preview (project, PATHS (path));
  ck_assert_uint_eq (gp_register_preview_n_files (preview), 1);
  const GpRegisterFile *file = gp_register_preview_file (preview, 0);
  ck_assert_str_eq (file->path, path);
  ck_assert_int_eq ((int)file->kind, (int)kind);
  ck_assert_str_eq (file->encoding, encoding);
  ck_assert_uint_eq (file->rows, rows);
  ck_assert_uint_eq (file->notes, notes);
}

START_TEST (knows_every_form)
{
  check_kind (FIXTURE ("primary-2026.csv"), GP_REGISTER_PRIMARY_LOCATIONS, "Windows-1252", 5, 0);
  check_kind (FIXTURE ("primary-2020.csv"), GP_REGISTER_PRIMARY_LOCATIONS, "UTF-8", 2, 0);
  check_kind (FIXTURE ("primary-spreadsheet.csv"), GP_REGISTER_PRIMARY_LOCATIONS, "UTF-8", 3, 0);
  check_kind (FIXTURE ("special.csv"), GP_REGISTER_PRIMARY_LOCATIONS, "UTF-8", 2, 0);
  check_kind (FIXTURE ("secondary-2020.csv"), GP_REGISTER_SECONDARY_LOCATIONS, "UTF-8", 3, 0);
  check_kind (FIXTURE ("vocational.csv"), GP_REGISTER_VOCATIONAL_LOCATIONS, "UTF-8", 1, 0);
  check_kind (FIXTURE ("pupils-historic.csv"), GP_REGISTER_PUPILS, "UTF-8", 6, 1);
  check_kind (FIXTURE ("pupils-secondary-2020.csv"), GP_REGISTER_PUPILS, "Windows-1252", 3, 0);
  check_kind (FIXTURE ("pupils-secondary-portal.csv"), GP_REGISTER_PUPILS, "UTF-8", 2, 0);
  check_kind (FIXTURE ("boards.csv"), GP_REGISTER_BOARDS, "UTF-8", 3, 0);
}
END_TEST

START_TEST (reads_the_present_form)
{
  g_autoptr (GpProject) project = check_project_end (check_project_begin ());
  g_autoptr (GpRegisterPreview) preview =
      check_preview (project, PATHS (FIXTURE ("primary-2026.csv")));
  check_change (preview, GP_TABLE_BOARDS, GP_CHANGE_NEW, "90001", "", "Regio Noord");
  check_change (preview, GP_TABLE_BOARDS, GP_CHANGE_NEW, "00008", "", "Regio Zuid");
  check_change (preview, GP_TABLE_SCHOOLS, GP_CHANGE_NEW, "99AC00", "",
                "Bestuur 90001 (90001), Primair, Regio Zuid");
  /* Curly quotes and accents of Windows-1252, and no blanks at the end. */
  ck_assert_str_eq (check_find_change (preview, GP_TABLE_SCHOOLS, GP_CHANGE_NEW, "99AA00")->name,
                    "Voorbeeldschool ‘De Eerste’");
  ck_assert_str_eq (check_find_change (preview, GP_TABLE_SCHOOLS, GP_CHANGE_NEW, "99AC00")->name,
                    "Voorbeeldschool Café Olé");
  ck_assert_str_eq (check_find_change (preview, GP_TABLE_SCHOOLS, GP_CHANGE_NEW, "99AD00")->name,
                    "Voorbeeldschool De Eerste");
  check_n_changes (preview, 2 + 5);
}
END_TEST

START_TEST (restores_what_a_spreadsheet_took)
{
  g_autoptr (GpProject) project = check_project_end (check_project_begin ());
  g_autoptr (GpRegisterPreview) preview =
      check_preview (project, PATHS (FIXTURE ("primary-spreadsheet.csv")));
  check_change (preview, GP_TABLE_SCHOOLS, GP_CHANGE_NEW, "00ZZ00", "",
                "Bestuur 90001 (90001), Primair, Regio Noord");
  check_change (preview, GP_TABLE_SCHOOLS, GP_CHANGE_NEW, "99AD01", "",
                "Bestuur 00008 (00008), Primair, Regio Zuid");
  check_change (preview, GP_TABLE_SCHOOLS, GP_CHANGE_NEW, "99AB00", "",
                "Bestuur 90001 (90001), Primair, Regio Noord");
}
END_TEST

START_TEST (reads_old_names_and_two_digits)
{
  g_autoptr (GpProject) project = check_project_end (check_project_begin ());
  g_autoptr (GpRegisterPreview) preview =
      check_preview (project, PATHS (FIXTURE ("primary-2020.csv")));
  check_change (preview, GP_TABLE_SCHOOLS, GP_CHANGE_NEW, "99AA01", "",
                "Bestuur 90001 (90001), Primair, Regio Noord");
  check_n_changes (preview, 1 + 2);
}
END_TEST

START_TEST (reads_all_kinds_together)
{
  g_autoptr (GpProject) project = check_project_end (check_project_begin ());
  g_autoptr (GpRegisterPreview) preview = check_preview (
      project, PATHS (FIXTURE ("boards.csv"), FIXTURE ("vocational.csv"), FIXTURE ("special.csv"),
                      FIXTURE ("secondary-2020.csv"), FIXTURE ("primary-2026.csv"),
                      FIXTURE ("pupils-historic.csv"), FIXTURE ("pupils-secondary-2020.csv")));
  check_change (preview, GP_TABLE_SCHOOLS, GP_CHANGE_NEW, "99SA01", "",
                "Bestuur 90002 (90002), Primair, Regio Zuid");
  check_change (preview, GP_TABLE_SCHOOLS, GP_CHANGE_NEW, "99VA02", "",
                "Bestuur 90003 (90003), Voortgezet, Regio Zuid");
  check_change (preview, GP_TABLE_SCHOOLS, GP_CHANGE_NEW, "99MA00", "",
                "Bestuur 90004 (90004), Middelbaar, Regio Zuid");
  /* In two sectors, with the name of the list of boards; a board without schools is not made. */
  check_change (preview, GP_TABLE_SCHOOLS, GP_CHANGE_NEW, "99VB00", "",
                "Stichting Voorbeeldonderwijs, Nergens e.o. (90001), Voortgezet, Regio Zuid");
  check_change (preview, GP_TABLE_SCHOOLS, GP_CHANGE_NEW, "99AD00", "",
                "Vereniging Café Olé (00008), Primair, Regio Zuid");
  ck_assert_uint_eq (gp_register_preview_count (preview, GP_TABLE_BOARDS, GP_CHANGE_NEW), 5);
  ck_assert_uint_eq (gp_register_preview_count (preview, GP_TABLE_SCHOOLS, GP_CHANGE_NEW), 11);
  check_n_changes (preview, 16);
}
END_TEST

START_TEST (refuses_other_headers)
{
  g_autoptr (GpProject) project = check_project ();
  check_refused (
      project, TEXTS ("naam;plaats\nEen;Nergens\n"),
      TEXTS ("a.csv:1: this header is not that of a register file known here; expected a list of "
             "locations (PROVINCIE, BEVOEGD GEZAG NUMMER, INSTELLINGSCODE, VESTIGINGSCODE, "
             "VESTIGINGSNAAM), of mbo institutions (PROVINCIE, BEVOEGD GEZAG NUMMER, "
             "INSTELLINGSCODE, INSTELLINGSNAAM, MBO INSTELLINGSSOORT), of pupils (INSTELLINGSCODE, "
             "VESTIGINGSCODE, and LEERLINGEN_2025 or AANTAL LEERLINGEN) or of boards (BEVOEGD "
             "GEZAG NUMMER, BEVOEGD GEZAG NAAM)"));
  check_refused (project,
                 TEXTS ("BEVOEGD GEZAG NUMMER;BRIN NUMMER;VESTIGINGSNAAM\n90001;99AA;School\n"),
                 TEXTS ("a.csv:1: this looks like a list of school locations, but a column is "
                        "missing: PROVINCIE, VESTIGINGSCODE; take the file as the register gives "
                        "it"));
  check_refused (project,
                 TEXTS ("PROVINCIE;BEVOEGD GEZAG NUMMER;BRIN NUMMER;INSTELLINGSNAAM\n"
                        "Limburg;90001;99AA;School\n"),
                 TEXTS ("a.csv:1: this is a list of institutions, not of their locations; take "
                        "the register’s list of all locations (alle vestigingen)"));
  check_refused (project,
                 TEXTS ("PROVINCIE;BEVOEGD GEZAG NUMMER;INSTELLINGSCODE;VESTIGINGSCODE;"
                        "VESTIGINGSNAAM;vestigingscode\nLimburg;90001;99AA;00;School;01\n"),
                 TEXTS ("a.csv:1: the header has the column vestigingscode twice; take the file as "
                        "the register gives it"));
}
END_TEST

START_TEST (takes_the_latest_year)
{
  /* 2025 stands before 2024 in this fixture. */
  g_autoptr (GpProject) project = check_project ();
  g_autoptr (GpRegisterPreview) preview =
      check_preview (project, PATHS (FIXTURE ("pupils-historic.csv")));
  check_change (preview, GP_TABLE_SCHOOLS, GP_CHANGE_PUPILS, "99AA00", "100", "103");
  check_change (preview, GP_TABLE_SCHOOLS, GP_CHANGE_PUPILS, "99AB00", "", "52");
  check_n_changes (preview, 2);
}
END_TEST

START_TEST (prefers_pupils_at_the_school)
{
  /* Neither the total that counts pupils sent elsewhere, nor those. */
  g_autoptr (GpProject) project = check_project_begin ();
  check_add (project, GP_TABLE_BOARDS, "90003;Bestuur Drie;noord;;;;;");
  check_add (project, GP_TABLE_SCHOOLS, "99VA00;90003;College;vo;noord;;0;;;0;;;;;");
  check_project_end (project);
  g_autoptr (GpRegisterPreview) preview =
      check_preview (project, PATHS (FIXTURE ("pupils-secondary-portal.csv")));
  check_change (preview, GP_TABLE_SCHOOLS, GP_CHANGE_PUPILS, "99VA00", "", "1010");
  check_n_changes (preview, 1);
}
END_TEST

int
main (void)
{
  const TTest *const tests[] = {knows_every_form,
                                reads_the_present_form,
                                restores_what_a_spreadsheet_took,
                                reads_old_names_and_two_digits,
                                reads_all_kinds_together,
                                refuses_other_headers,
                                takes_the_latest_year,
                                prefers_pupils_at_the_school};
  return check_run ("register-kind", tests, G_N_ELEMENTS (tests));
}
