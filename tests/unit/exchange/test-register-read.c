/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Wrong register files: everything that is wrong is told at once, with file, line and column, and
 * nothing is previewed. What a file merely leaves open is a note.
 */
#include "register-check.h"

START_TEST (tells_every_wrong_cell)
{
  g_autoptr (GpProject) project = check_project ();
  check_refused (
      project,
      TEXTS (LIST "Groningen;9000X;99AA;99AA00;School A\n"
                  "Groningen;90001;99A;99AA00;School B\n"
                  "Atlantis;1234567890;;99AC00;School C\n"
                  "Groningen;-5;99AA;99AB00;School D\n"
                  "Groningen;90001;99AA;7x;School E\n"
                  "atlantis;90001;99AA;9;School F\n",
             COUNTS "99AA;00;-1\n99AA;01;1.5\n99AA;02;NaN\n99AA;03;100001\n99AA;04;1e3\n"),
      TEXTS ("a.csv:2: BEVOEGD GEZAG NUMMER: “9000X” is no board number; expected digits, such as "
             "41797",
             "a.csv:3: INSTELLINGSCODE: “99A” is no institution code; expected two digits and two "
             "letters, such as 16AH",
             "a.csv:4: INSTELLINGSCODE: “” is no institution code; expected two digits and two "
             "letters, such as 16AH",
             "a.csv:4: BEVOEGD GEZAG NUMMER: “1234567890” is no board number; expected digits, "
             "such as 41797",
             "a.csv:4: PROVINCIE: the project has no region for the province “Atlantis”; add it to "
             "the project’s provinces (provinces.csv)",
             "a.csv:5: VESTIGINGSCODE: “99AB00” is no location of institution 99AA; expected two "
             "digits, or 99AA and two digits",
             "a.csv:5: BEVOEGD GEZAG NUMMER: “-5” is no board number; expected digits, such as "
             "41797",
             "a.csv:6: VESTIGINGSCODE: “7x” is no location of institution 99AA; expected two "
             "digits, or 99AA and two digits",
             "b.csv:2: AANTAL LEERLINGEN: “-1” is no number of pupils; expected a whole number "
             "from 0 to 100000, or <5",
             "b.csv:3: AANTAL LEERLINGEN: “1.5” is no number of pupils; expected a whole number "
             "from 0 to 100000, or <5",
             "b.csv:4: AANTAL LEERLINGEN: “NaN” is no number of pupils; expected a whole number "
             "from 0 to 100000, or <5",
             "b.csv:5: AANTAL LEERLINGEN: “100001” is no number of pupils; expected a whole number "
             "from 0 to 100000, or <5",
             "b.csv:6: AANTAL LEERLINGEN: “1e3” is no number of pupils; expected a whole number "
             "from 0 to 100000, or <5"));
}
END_TEST

START_TEST (tells_contradictions)
{
  g_autoptr (GpProject) project = check_project ();
  check_refused (project,
                 TEXTS (LIST "Groningen;90001;99AA;99AA00;School A\n"
                             "Groningen;90002;99AA;99AA00;School A\n"
                             "Limburg;90001;99AA;0;School A\n"
                             "Groningen;90001;99aa;99aa00;School Anders\n",
                        LIST "Groningen;90001;99AA;00;School Anders\n",
                        COUNTS "99AA;00;12\n99AA;00;13\n", COUNTS "99AA;00;14\n",
                        NAMES "90001,Een\n1,Kort\n090001,Twee\n"),
                 TEXTS ("a.csv:3: BEVOEGD GEZAG NUMMER: school 99AA00 stands on line 2 with "
                        "something else here; keep one row",
                        "a.csv:4: PROVINCIE: school 99AA00 stands on line 2 with something else "
                        "here; keep one row",
                        "a.csv:5: VESTIGINGSNAAM: school 99AA00 stands on line 2 with something "
                        "else here; keep one row",
                        "b.csv:2: VESTIGINGSNAAM: school 99AA00 stands in a.csv, line 2, with "
                        "something else here; import only one of the two files",
                        "c.csv:3: AANTAL LEERLINGEN: school 99AA00 stands in c.csv, line 2, with "
                        "another number; one row a school is expected",
                        "d.csv:2: AANTAL LEERLINGEN: school 99AA00 stands in c.csv, line 2, with "
                        "another number; one row a school is expected",
                        "e.csv:4: BEVOEGD GEZAG NAAM: board 90001 has another name on line 2; "
                        "remove one of the two rows"));
}
END_TEST

START_TEST (asks_for_sectors_and_provinces)
{
  g_autoptr (GpProject) bare = gp_project_new (NULL, NULL);
  gp_project_set_frame (bare, "Kaal", 2026, 2031, GP_YEAR_NONE);
  check_add (bare, GP_TABLE_REGIONS, "noord;Regio Noord");
  check_add (bare, GP_TABLE_SECTORS, "po;Primair;1;1");
  check_project_end (bare);
  check_refused (bare,
                 TEXTS (LIST "Groningen;90001;99AA;99AA00;School A\n",
                        LIST_VO "Groningen;90001;99VA;99VA00;College;VWO\n"),
                 TEXTS ("a.csv:1: the project has no provinces, which tell the region of a school; "
                        "add them to the project (provinces.csv)",
                        "b.csv:1: this list has schools of the sector “vo”, which the project does "
                        "not have; add it to the project’s sectors (sectors.csv)"));
}
END_TEST

START_TEST (refuses_names_that_are_none)
{
  g_autoptr (GpProject) project = check_project ();
  g_autofree char *name = g_strnfill (GP_TEXT_MAX + 1, 'a');
  g_autofree char *text = g_strconcat (LIST "Groningen;90001;99AA;99AA00;", name,
                                       "\nGroningen;90001;99AA;99AA01;a\033[2J\n", NULL);
  check_refused (project, TEXTS (text),
                 TEXTS ("a.csv:2: VESTIGINGSNAAM: the name is longer than 4000 bytes; shorten it",
                        "a.csv:3: VESTIGINGSNAAM: the name has control characters in it; remove "
                        "them"));
}
END_TEST

START_TEST (quotes_little_of_a_long_cell)
{
  g_autoptr (GpProject) project = check_project ();
  g_autofree char *long_cell = g_strnfill (5000, '9');
  g_autofree char *text = g_strconcat (COUNTS "99AA;00;", long_cell, "\n", NULL);
  check_refused (project, TEXTS (text),
                 TEXTS ("a.csv:2: AANTAL LEERLINGEN: “9999999999999999999999999999999999999999…” "
                        "is no number of pupils; expected a whole number from 0 to 100000, or <5"));
}
END_TEST

START_TEST (bounds_what_it_remembers)
{
  g_autoptr (GpProject) project = check_project ();
  g_autoptr (GString) text = g_string_new (NAMES);
  for (guint i = 1; i <= GP_MAX_BOARDS + 5; i++)
    g_string_append_printf (text, "%u,x\n", i);
  check_refused (project, TEXTS (text->str),
                 TEXTS ("a.csv:50003: the files have more than 500000 schools or 50000 boards; the "
                        "rest was not read"));
}
END_TEST

/* The problems' notes and the file's count of them. */
static void
check_notes (const GpProject *project, const char *text, guint rows, guint n_notes,
             const char *const *sentences)
{
  g_autofree char *path = check_file ("a.csv", text);
  g_autoptr (GpProblems) problems = gp_problems_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GpRegisterPreview) preview =
      gp_register_preview (project, PATHS (path), problems, NULL, NULL, NULL, &error);
  ck_assert_msg (preview != NULL, "%s", error != NULL ? error->message : "");
  ck_assert_uint_eq (gp_register_preview_file (preview, 0)->rows, rows);
  ck_assert_uint_eq (gp_register_preview_file (preview, 0)->notes, n_notes);
  for (guint i = 0; i < gp_problems_n_notes (problems) && sentences[i] != NULL; i++)
    ck_assert_str_eq (gp_problems_note (problems, i), sentences[i]);
  ck_assert_uint_eq (gp_problems_n_notes (problems), g_strv_length ((char **)sentences));
}

START_TEST (notes_what_is_left_open)
{
  g_autoptr (GpProject) project = check_project_end (check_project_begin ());
  check_notes (project,
               LIST "Groningen;0;99AA;99AA00;School A\n"
                    "Groningen; ;99AA;99AA01;School B\n"
                    "Groningen;Onbekend;99AA;99AA02;School C\n"
                    " ;00000;99AA;99AA03;School D\n"
                    "     ;90001;99AA;99AA04;School E\n"
                    "Groningen;90001;99AA;99AA05;   \n"
                    "Groningen;90001;99AA;99AA05;\n",
               7, 6,
               TEXTS ("a.csv: 4 rows have no board: schools that the project has keep their "
                      "boards, new ones are left out",
                      "a.csv: 2 rows have no province: schools that the project has keep their "
                      "regions, new ones are left out",
                      "a.csv: 1 row has no name",
                      "a.csv: 1 row repeats what was already read and is passed over"));
  check_notes (project, HISTORIC "99AA;00;BO;7;<5\n99AA;01;BO;7; \n99AA;02;BO;7;7\n", 3, 2,
               TEXTS ("a.csv: 2 rows have no number of pupils, or a masked one (<5): what the "
                      "project knows stays"));
  check_notes (project, COUNTS "99AA;00;7\n99AA;99aa00;7\n99AA;0;7\n", 3, 0,
               TEXTS ("a.csv: 2 rows repeat what was already read and are passed over"));
  check_notes (project, NAMES "0,Geen bestuur\n90001, \n90002,Twee\n", 3, 2,
               TEXTS ("a.csv: 1 row has no board: a school that the project has keeps its board, "
                      "a new one is left out",
                      "a.csv: 1 row has no name"));
}
END_TEST

START_TEST (refuses_what_is_no_text)
{
  g_autoptr (GpProject) project = check_project ();
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (check_folder, "a.csv", NULL);
  static const char nul[] = LIST "Groningen;90001;99AA;99AA00;Sch\0ol\n";
  ck_assert (g_file_set_contents (path, nul, sizeof (nul) - 1, NULL));
  g_autoptr (GpRegisterPreview) preview =
      gp_register_preview (project, PATHS (path), NULL, NULL, NULL, NULL, &error);
  ck_assert_ptr_null (preview);
  ck_assert (g_error_matches (error, GP_ERROR, GP_ERROR_DATA));
  ck_assert_msg (g_str_has_prefix (error->message, "a.csv:2:"), "%s", error->message);
}
END_TEST

START_TEST (tells_missing_files_from_wrong_ones)
{
  g_autoptr (GpProject) project = check_project ();
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (check_folder, "absent.csv", NULL);
  g_autoptr (GpRegisterPreview) preview =
      gp_register_preview (project, PATHS (path), NULL, NULL, NULL, NULL, &error);
  ck_assert_ptr_null (preview);
  ck_assert (g_error_matches (error, GP_ERROR, GP_ERROR_FILE));
  g_clear_error (&error);
  preview = gp_register_preview (project, PATHS (NULL), NULL, NULL, NULL, NULL, &error);
  ck_assert_ptr_null (preview);
  ck_assert (g_error_matches (error, GP_ERROR, GP_ERROR_USAGE));
}
END_TEST

/* Cancels as soon as it hears of the comparison, and checks what it hears. */
typedef struct {
  GCancellable *cancellable;
  guint heard;
  double last;
} Listener;

static void
listen (double share, const char *doing, gpointer data)
{
  Listener *listener = data;
  ck_assert (share >= listener->last && share < 1);
  ck_assert_str_ne (doing, "");
  listener->last = share;
  if (++listener->heard == 2)
    g_cancellable_cancel (listener->cancellable);
}

START_TEST (can_be_cancelled)
{
  g_autoptr (GpProject) project = check_project ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *path = check_file ("a.csv", LIST "Groningen;90001;99AA;99AA00;School A\n");
  Listener listener = {cancellable, 0, 0};
  g_autoptr (GpRegisterPreview) preview =
      gp_register_preview (project, PATHS (path), NULL, listen, &listener, cancellable, &error);
  ck_assert_ptr_null (preview);
  ck_assert (g_error_matches (error, GP_ERROR, GP_ERROR_CANCELLED));
  ck_assert_uint_eq (listener.heard, 2);
  g_clear_error (&error);
  preview = gp_register_preview (project, PATHS (path), NULL, NULL, NULL, cancellable, &error);
  ck_assert_ptr_null (preview);
  ck_assert (g_error_matches (error, GP_ERROR, GP_ERROR_CANCELLED));
}
END_TEST

int
main (void)
{
  const TTest *const tests[] = {tells_every_wrong_cell,
                                tells_contradictions,
                                asks_for_sectors_and_provinces,
                                refuses_names_that_are_none,
                                quotes_little_of_a_long_cell,
                                bounds_what_it_remembers,
                                notes_what_is_left_open,
                                refuses_what_is_no_text,
                                tells_missing_files_from_wrong_ones,
                                can_be_cancelled};
  return check_run ("register-read", tests, G_N_ELEMENTS (tests));
}
