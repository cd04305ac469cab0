/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What becomes of boards and schools when register files are laid beside a project.
 *
 * The project (register-check.h): board 90001 (Noord) with 99AA00, which takes part, and 99AB00, in
 * talks; board 90002 (Zuid) with 99AC00.
 */
#include "register-check.h"

/* The list in which nothing differs from the project. */
#define SAME                                                                                       \
  LIST "Groningen;90001;99AA;99AA00;School A\n"                                                    \
       "Groningen;90001;99AB;99AB00;School B\n"                                                    \
       "Limburg;90002;99AC;99AC00;School C\n"

START_TEST (says_nothing_when_nothing_differs)
{
  g_autoptr (GpProject) project = check_project ();
  g_autoptr (GpRegisterPreview) preview =
      check_preview_texts (project, TEXTS (SAME, COUNTS "99AA;00;100\n99AC;00;50\n99ZZ;00;7\n"));
  check_n_changes (preview, 0);
}
END_TEST

START_TEST (tells_what_moved_and_was_renamed)
{
  g_autoptr (GpProject) project = check_project ();
  g_autoptr (GpRegisterPreview) preview =
      check_preview_texts (project, TEXTS (LIST "Limburg;90002;99AA;99AA00;School A plus\n"
                                                "Limburg;90001;99AB;99AB00;School B\n"
                                                "Limburg;90005;99AC;99AC00;School C\n",
                                           COUNTS "99AA;00;110\n99AB;00;0\n",
                                           NAMES "90005,Bestuur Vijf\n90002,Bestuur Zwei\n"));
  check_change (preview, GP_TABLE_BOARDS, GP_CHANGE_NEW, "90005", "", "Regio Zuid");
  check_change (preview, GP_TABLE_BOARDS, GP_CHANGE_RENAMED, "90002", "Bestuur Twee",
                "Bestuur Zwei");
  check_change (preview, GP_TABLE_SCHOOLS, GP_CHANGE_MOVED, "99AA00",
                "Bestuur Een (90001), Regio Noord", "Bestuur Zwei (90002), Regio Zuid");
  check_change (preview, GP_TABLE_SCHOOLS, GP_CHANGE_RENAMED, "99AA00", "School A",
                "School A plus");
  check_change (preview, GP_TABLE_SCHOOLS, GP_CHANGE_PUPILS, "99AA00", "100", "110");
  check_change (preview, GP_TABLE_SCHOOLS, GP_CHANGE_MOVED, "99AB00", "Regio Noord", "Regio Zuid");
  check_change (preview, GP_TABLE_SCHOOLS, GP_CHANGE_PUPILS, "99AB00", "", "0");
  check_change (preview, GP_TABLE_SCHOOLS, GP_CHANGE_MOVED, "99AC00", "Bestuur Twee (90002)",
                "Bestuur Vijf (90005)");
  check_n_changes (preview, 8);
}
END_TEST

START_TEST (orders_changes_for_reading)
{
  g_autoptr (GpProject) project = check_project ();
  g_autoptr (GpRegisterPreview) preview =
      check_preview_texts (project, TEXTS (LIST "Limburg;90002;99AA;99AA00;School A\n"
                                                "Limburg;90006;99AF;99AF00;School F\n"
                                                "Limburg;90005;99AE;99AE00;School E\n"));
  const char *const codes[] = {"90005",  "90006",  "90001",  "99AE00",
                               "99AF00", "99AA00", "99AB00", "99AC00"};
  check_n_changes (preview, G_N_ELEMENTS (codes));
  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    ck_assert_str_eq (gp_register_preview_change (preview, i)->code, codes[i]);
}
END_TEST

START_TEST (closes_what_a_list_no_longer_has)
{
  g_autoptr (GpProject) project = check_project ();
  g_autoptr (GpRegisterPreview) preview = check_preview_texts (
      project, TEXTS (LIST "Limburg;90005;99AD;99AD00;School D\n", COUNTS "99AA;00;0\n"));
  check_change (preview, GP_TABLE_SCHOOLS, GP_CHANGE_CLOSED, "99AA00", "Bestuur Een",
                "kept as taking part since 2024-2025, excluded from plans");
  check_change (preview, GP_TABLE_SCHOOLS, GP_CHANGE_CLOSED, "99AB00", "Bestuur Een", "");
  check_change (preview, GP_TABLE_SCHOOLS, GP_CHANGE_CLOSED, "99AC00", "Bestuur Twee", "");
  check_change (preview, GP_TABLE_BOARDS, GP_CHANGE_CLOSED, "90002", "Regio Zuid", "");
  /* Board 90001 still has the school that took part; the new school and board make the other two.
   */
  check_n_changes (preview, 4 + 2);
}
END_TEST

START_TEST (closes_only_sectors_that_were_read)
{
  g_autoptr (GpProject) project = check_project ();
  g_autoptr (GpRegisterPreview) secondary = check_preview_texts (
      project, TEXTS (LIST_VO "Limburg;90002;99VA;99VA00;College;VWO\n", NAMES "90001,Een\n"));
  ck_assert_uint_eq (gp_register_preview_count (secondary, GP_TABLE_SCHOOLS, GP_CHANGE_CLOSED), 0);
  ck_assert_uint_eq (gp_register_preview_count (secondary, GP_TABLE_BOARDS, GP_CHANGE_CLOSED), 0);
  g_autoptr (GpRegisterPreview) pupils =
      check_preview_texts (project, TEXTS (COUNTS "99AA;00;100\n"));
  check_n_changes (pupils, 0);
}
END_TEST

START_TEST (keeps_excluded_what_closed_before)
{
  g_autoptr (GpProject) project = check_project_begin ();
  check_add (project, GP_TABLE_BOARDS, "90001;Bestuur Een;noord;;;;;");
  check_add (project, GP_TABLE_SCHOOLS,
             "99AA00;90001;School A;po;noord;100;1;2024-2025;regular;1;;;;;");
  check_project_end (project);
  g_autoptr (GpRegisterPreview) still =
      check_preview_texts (project, TEXTS (LIST "Groningen;90001;99AB;99AB00;School B\n"));
  check_change (still, GP_TABLE_SCHOOLS, GP_CHANGE_NEW, "99AB00", "",
                "Bestuur Een (90001), Primair, Regio Noord");
  check_n_changes (still, 1);
  g_autoptr (GpRegisterPreview) back =
      check_preview_texts (project, TEXTS (LIST "Groningen;90001;99AA;99AA00;School A\n"));
  check_n_changes (back, 0);
}
END_TEST

/* ---- what is the user's ------------------------------------------------ */

START_TEST (leaves_other_codes_alone)
{
  /* A board and schools that are no register's: made up, or added by hand. */
  g_autoptr (GpProject) project = check_project_begin ();
  check_add (project, GP_TABLE_BOARDS, "B1;Verzonnen bestuur;noord;;;;;");
  check_add (project, GP_TABLE_SCHOOLS, "S00001;B1;Verzonnen school;po;noord;100;0;;;0;;;;;");
  check_add (project, GP_TABLE_SCHOOLS, "99AA;B1;Ook verzonnen;po;noord;100;0;;;0;;;;;");
  check_project_end (project);
  g_autoptr (GpProblems) problems = gp_problems_new ();
  g_autofree char *path = check_file ("a.csv", LIST "Groningen;90001;99AB;99AB00;School B\n");
  g_autoptr (GpRegisterPreview) preview =
      gp_register_preview (project, PATHS (path), problems, NULL, NULL, NULL, NULL);
  ck_assert_ptr_nonnull (preview);
  check_n_changes (preview, 2); /* the new school and its board */
  ck_assert_uint_eq (gp_problems_n_notes (problems), 1);
  ck_assert_str_eq (gp_problems_note (problems, 0),
                    "2 schools of the project have codes that are not the register’s and stay as "
                    "they are; start from an empty project to be without them");
}
END_TEST

START_TEST (keeps_boards_that_somebody_knows)
{
  g_autoptr (GpProject) project = check_project_begin ();
  check_add (project, GP_TABLE_BOARDS, "90001;Partner;noord;2024-2025;;;;");
  check_add (project, GP_TABLE_BOARDS, "90002;Met notitie;noord;;;Bellen in mei;;");
  check_add (project, GP_TABLE_BOARDS, "90003;Met pin;noord;;;;;");
  check_add (project, GP_TABLE_BOARDS, "90004;Gewoon;noord;;;;;");
  check_add (project, GP_TABLE_BOARDS, "B5;Eigen code;noord;;;;;");
  check_add (project, GP_TABLE_BOARDS, "90006;Nooit scholen;noord;;;;;");
  for (char code = '1'; code <= '5'; code++) {
    g_autofree char *row = g_strdup_printf ("99A%c00;%s000%c;School;po;noord;;0;;;0;;;;;",
                                            (char)('A' + code - '1'), "9", code);
    g_autofree char *own = g_strdup ("99AE00;B5;School;po;noord;;0;;;0;;;;;");
    check_add (project, GP_TABLE_SCHOOLS, code == '5' ? own : row);
  }
  check_add (project, GP_TABLE_SCENARIOS, "base;;Basis;");
  check_add (project, GP_TABLE_PINS, "base;partner;90003;;;2026-2027;1;;");
  check_project_end (project);
  g_autoptr (GpProblems) problems = gp_problems_new ();
  g_autofree char *path = check_file ("a.csv", LIST "Groningen;90009;99AZ;99AZ00;School Z\n");
  g_autoptr (GpRegisterPreview) preview =
      gp_register_preview (project, PATHS (path), problems, NULL, NULL, NULL, NULL);
  ck_assert_ptr_nonnull (preview);
  ck_assert_uint_eq (gp_register_preview_count (preview, GP_TABLE_SCHOOLS, GP_CHANGE_CLOSED), 5);
  ck_assert_uint_eq (gp_register_preview_count (preview, GP_TABLE_BOARDS, GP_CHANGE_CLOSED), 1);
  check_change (preview, GP_TABLE_BOARDS, GP_CHANGE_CLOSED, "90004", "Regio Noord", "");
  /* Four boards left, and five closed schools that may be of special education. */
  ck_assert_uint_eq (gp_problems_n_notes (problems), 5);
  ck_assert_str_eq (gp_problems_note (problems, 0),
                    "board 90001 (Partner) is left without schools; it stays because the project "
                    "knows more about it");
}
END_TEST

START_TEST (keeps_what_the_register_leaves_open)
{
  g_autoptr (GpProject) project = check_project ();
  g_autoptr (GpRegisterPreview) preview =
      check_preview_texts (project, TEXTS (LIST " ;0;99AA;99AA00; \n"
                                                " ;0;99AB;99AB00;School B\n"
                                                "Limburg; ;99AC;99AC00;School C\n"
                                                "Limburg;0;99AD;99AD00;Zonder bestuur\n"
                                                " ;90002;99AE;99AE00;Zonder provincie\n"
                                                "Limburg;90002;99AF;99AF00; \n",
                                           HISTORIC "99AA;00;BO;90;<5\n99AF;00;BO;90;<5\n"));
  check_change (preview, GP_TABLE_SCHOOLS, GP_CHANGE_NEW, "99AF00", "",
                "Bestuur Twee (90002), Primair, Regio Zuid");
  ck_assert_str_eq (gp_register_preview_change (preview, 0)->name, "99AF00");
  check_n_changes (preview, 1);
}
END_TEST

START_TEST (finds_codes_in_any_form)
{
  /* The project's forms stay: board 8, school 99aa00. */
  g_autoptr (GpProject) project = check_project_begin ();
  check_add (project, GP_TABLE_BOARDS, "8;Bestuur Acht;zuid;;;;;");
  check_add (project, GP_TABLE_SCHOOLS, "99aa00;8;School A;po;zuid;;0;;;0;;;;;");
  check_project_end (project);
  g_autoptr (GpRegisterPreview) preview =
      check_preview_texts (project, TEXTS (LIST "NOORD BRABANT;00008;99AA;00;School A\n"
                                                "noord-brabant;008;99AB;1;School B\n",
                                           COUNTS "99aa;99aa00;12\n"));
  check_change (preview, GP_TABLE_SCHOOLS, GP_CHANGE_PUPILS, "99aa00", "", "12");
  check_change (preview, GP_TABLE_SCHOOLS, GP_CHANGE_NEW, "99AB01", "",
                "Bestuur Acht (8), Primair, Regio Zuid");
  check_n_changes (preview, 2);
}
END_TEST

START_TEST (never_joins_on_names)
{
  g_autoptr (GpProject) project = check_project ();
  g_autoptr (GpRegisterPreview) preview =
      check_preview_texts (project, TEXTS (SAME "Groningen;90001;99AD;99AD00;School A\n"
                                                "Limburg;90007;99AE;99AE00;School A\n",
                                           NAMES "90007,Bestuur Een\n"));
  check_change (preview, GP_TABLE_BOARDS, GP_CHANGE_NEW, "90007", "", "Regio Zuid");
  ck_assert_uint_eq (gp_register_preview_count (preview, GP_TABLE_SCHOOLS, GP_CHANGE_NEW), 2);
  check_n_changes (preview, 3);
}
END_TEST

/* ---- boards ------------------------------------------------------------ */

START_TEST (puts_a_new_board_where_its_schools_are)
{
  g_autoptr (GpProject) project = check_project_end (check_project_begin ());
  g_autoptr (GpRegisterPreview) preview =
      check_preview_texts (project, TEXTS (LIST "Limburg;90001;99AA;99AA00;Most schools\n"
                                                "Limburg;90001;99AA;99AA01;Most schools\n"
                                                "Groningen;90001;99AA;99AA02;Most schools\n"
                                                "Groningen;90002;99AB;99AB00;Most pupils\n"
                                                "Limburg;90002;99AB;99AB01;Most pupils\n"
                                                "Limburg;90003;99AC;99AC00;First region\n"
                                                "Groningen;90003;99AC;99AC01;First region\n",
                                           COUNTS "99AA;02;900\n99AB;00;10\n99AB;01;11\n"));
  check_change (preview, GP_TABLE_BOARDS, GP_CHANGE_NEW, "90001", "", "Regio Zuid");
  check_change (preview, GP_TABLE_BOARDS, GP_CHANGE_NEW, "90002", "", "Regio Zuid");
  check_change (preview, GP_TABLE_BOARDS, GP_CHANGE_NEW, "90003", "", "Regio Noord");
}
END_TEST

START_TEST (names_boards_by_the_list_of_boards)
{
  g_autoptr (GpProject) project = check_project_end (check_project_begin ());
  g_autoptr (GpRegisterPreview) preview = check_preview_texts (
      project, TEXTS ("PROVINCIE;BEVOEGD GEZAG NUMMER;BEVOEGD GEZAG NAAM;INSTELLINGSCODE;"
                      "VESTIGINGSCODE;VESTIGINGSNAAM\n"
                      "Limburg;90001;Uit de scholenlijst;99AA;00;School\n"
                      "Limburg;90002;Uit de scholenlijst;99AB;00;School\n"
                      "Limburg;90003; ;99AC;00;School\n",
                      NAMES "90002,Uit de besturenlijst\n"));
  ck_assert_str_eq (check_find_change (preview, GP_TABLE_BOARDS, GP_CHANGE_NEW, "90001")->name,
                    "Uit de scholenlijst");
  ck_assert_str_eq (check_find_change (preview, GP_TABLE_BOARDS, GP_CHANGE_NEW, "90002")->name,
                    "Uit de besturenlijst");
  ck_assert_str_eq (check_find_change (preview, GP_TABLE_BOARDS, GP_CHANGE_NEW, "90003")->name,
                    "Bestuur 90003");
}
END_TEST

/* ---- special education, pupils of two files ---------------------------- */

START_TEST (knows_special_schools_by_the_historic_file)
{
  g_autoptr (GpProject) project = check_project ();
  const char *types = HISTORIC "99AA;00;BO;1;100\n99AB;00;SBO;1;0\n99AC;00;SO/VSO;1;50\n";
  g_autoptr (GpRegisterPreview) regular =
      check_preview_texts (project, TEXTS (LIST "Limburg;90002;99AD;00;School D\n", types));
  ck_assert_uint_eq (gp_register_preview_count (regular, GP_TABLE_SCHOOLS, GP_CHANGE_CLOSED), 1);
  ck_assert_ptr_nonnull (check_find_change (regular, GP_TABLE_SCHOOLS, GP_CHANGE_CLOSED, "99AA00"));
  g_autoptr (GpRegisterPreview) special = check_preview_texts (
      project, TEXTS (LIST_SPECIAL "Limburg;90002;99AD;00;School D;4\n", types));
  ck_assert_uint_eq (gp_register_preview_count (special, GP_TABLE_SCHOOLS, GP_CHANGE_CLOSED), 2);
  ck_assert_ptr_null (check_find_change (special, GP_TABLE_SCHOOLS, GP_CHANGE_CLOSED, "99AA00"));
}
END_TEST

START_TEST (closes_little_by_a_special_list_alone)
{
  /* Only 99AC still has an entry there; of the others nothing says that they are special. */
  g_autoptr (GpProject) project = check_project ();
  g_autoptr (GpRegisterPreview) special =
      check_preview_texts (project, TEXTS (LIST_SPECIAL "Limburg;90002;99AC;07;School C;4\n"));
  ck_assert_uint_eq (gp_register_preview_count (special, GP_TABLE_SCHOOLS, GP_CHANGE_CLOSED), 1);
  check_change (special, GP_TABLE_SCHOOLS, GP_CHANGE_CLOSED, "99AC00", "Bestuur Twee", "");
  g_autoptr (GpRegisterPreview) both =
      check_preview_texts (project, TEXTS (LIST_SPECIAL "Limburg;90002;99AC;07;School C;4\n",
                                           LIST "Limburg;90002;99AC;08;School C\n"));
  ck_assert_uint_eq (gp_register_preview_count (both, GP_TABLE_SCHOOLS, GP_CHANGE_CLOSED), 3);
}
END_TEST

START_TEST (takes_one_of_two_kinds_of_list)
{
  /* In whatever order they are given. */
  const char *primary = LIST "Limburg;90002;99AC;00;School C\n";
  const char *secondary = LIST_VO "Groningen;90001;99AC;00;College C;VWO\n";
  const char *const orders[][3] = {{primary, secondary, NULL}, {secondary, primary, NULL}};
  g_autoptr (GpProject) project = check_project_end (check_project_begin ());
  for (guint i = 0; i < G_N_ELEMENTS (orders); i++) {
    g_autoptr (GpRegisterPreview) preview = check_preview_texts (project, orders[i]);
    check_change (preview, GP_TABLE_SCHOOLS, GP_CHANGE_NEW, "99AC00", "",
                  "Bestuur 90002 (90002), Primair, Regio Zuid");
    check_n_changes (preview, 2);
  }
}
END_TEST

START_TEST (takes_pupils_from_the_file_of_the_sector)
{
  g_autoptr (GpProject) project = check_project_begin ();
  check_add (project, GP_TABLE_BOARDS, "90001;Bestuur Een;noord;;;;;");
  check_add (project, GP_TABLE_SCHOOLS, "99AA00;90001;School;po;noord;;0;;;0;;;;;");
  check_add (project, GP_TABLE_SCHOOLS, "99VA00;90001;College;vo;noord;;0;;;0;;;;;");
  check_add (project, GP_TABLE_SCHOOLS, "99VB00;90001;College;vo;noord;300;0;;;0;;;;;");
  check_add (project, GP_TABLE_SCHOOLS, "99VC00;90001;College;vo;noord;;0;;;0;;;;;");
  check_project_end (project);
  g_autoptr (GpRegisterPreview) preview =
      check_preview_texts (project, TEXTS (COUNTS "99AA;00;11\n99VA;00;500\n", HISTORIC
                                           "99AA;00;BO;1;12\n99VA;00;VSO;1;20\n99VB;00;VSO;1;0\n"
                                           "99VC;00;VSO;1;30\n"));
  check_change (preview, GP_TABLE_SCHOOLS, GP_CHANGE_PUPILS, "99AA00", "", "12");
  check_change (preview, GP_TABLE_SCHOOLS, GP_CHANGE_PUPILS, "99VA00", "", "500");
  check_change (preview, GP_TABLE_SCHOOLS, GP_CHANGE_PUPILS, "99VC00", "", "30");
  check_n_changes (preview, 3); /* no special pupils at 99VB00 says nothing about its own */
}
END_TEST

START_TEST (moves_a_school_to_another_sector)
{
  g_autoptr (GpProject) project = check_project ();
  g_autoptr (GpRegisterPreview) preview =
      check_preview_texts (project, TEXTS (LIST_VO "Limburg;90002;99AC;99AC00;School C;PRO\n"));
  check_change (preview, GP_TABLE_SCHOOLS, GP_CHANGE_MOVED, "99AC00", "Primair", "Voortgezet");
  check_n_changes (preview, 1);
}
END_TEST

int
main (void)
{
  const TTest *const tests[] = {says_nothing_when_nothing_differs,
                                tells_what_moved_and_was_renamed,
                                orders_changes_for_reading,
                                closes_what_a_list_no_longer_has,
                                closes_only_sectors_that_were_read,
                                keeps_excluded_what_closed_before,
                                leaves_other_codes_alone,
                                keeps_boards_that_somebody_knows,
                                keeps_what_the_register_leaves_open,
                                finds_codes_in_any_form,
                                never_joins_on_names,
                                puts_a_new_board_where_its_schools_are,
                                names_boards_by_the_list_of_boards,
                                knows_special_schools_by_the_historic_file,
                                closes_little_by_a_special_list_alone,
                                takes_one_of_two_kinds_of_list,
                                takes_pupils_from_the_file_of_the_sector,
                                moves_a_school_to_another_sector};
  return check_run ("register-compare", tests, G_N_ELEMENTS (tests));
}
