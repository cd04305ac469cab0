/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the tests of the register import share: a small project to import into, register files
 * written on the spot, and assertions on a preview. Everything in it is made up; the register has
 * no institution 99AA.
 */
#pragma once

#include <check.h>
#include <glib/gstdio.h>
#include <groeiplan/gp-register.h>
#include <groeiplan/gp-table.h>
#include <stdlib.h>
#include <string.h>

#define FIXTURE(name) GP_FIXTURE_DIR "/register/" name

#define LIST "PROVINCIE;BEVOEGD GEZAG NUMMER;INSTELLINGSCODE;VESTIGINGSCODE;VESTIGINGSNAAM\n"
#define LIST_VO                                                                                    \
  "PROVINCIE;BEVOEGD GEZAG NUMMER;INSTELLINGSCODE;VESTIGINGSCODE;VESTIGINGSNAAM;"                  \
  "ONDERWIJSSTRUCTUUR\n"
#define LIST_SPECIAL                                                                               \
  "PROVINCIE;BEVOEGD GEZAG NUMMER;INSTELLINGSCODE;VESTIGINGSCODE;VESTIGINGSNAAM;CLUSTER\n"
#define COUNTS "INSTELLINGSCODE;VESTIGINGSCODE;AANTAL LEERLINGEN\n"
#define HISTORIC "INSTELLINGSCODE;VESTIGINGSCODE;SOORT_VESTIGING;LEERLINGEN_2024;LEERLINGEN_2025\n"
#define NAMES "BEVOEGD GEZAG NUMMER,BEVOEGD GEZAG NAAM\n"

static char *check_folder;

static inline void
check_folder_make (void)
{
  check_folder = g_dir_make_tmp ("gp-register-XXXXXX", NULL);
  ck_assert_ptr_nonnull (check_folder);
}

static inline void
check_folder_remove (void)
{
  g_autoptr (GDir) dir = g_dir_open (check_folder, 0, NULL);
  const char *name;
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = g_build_filename (check_folder, name, NULL);
    g_unlink (path);
  }
  g_rmdir (check_folder);
  g_clear_pointer (&check_folder, g_free);
}

/* Writes a file of the folder; the path, to be freed. */
static inline char *
check_file (const char *name, const char *text)
{
  char *path = g_build_filename (check_folder, name, NULL);
  ck_assert (g_file_set_contents (path, text, -1, NULL));
  return path;
}

static inline void
check_add (GpProject *project, GpTableId table, const char *line)
{
  g_auto (GStrv) cells = g_strsplit (line, ";", -1);
  ck_assert_msg (g_strv_length (cells) == gp_table (table)->n_columns, "%s", line);
  ck_assert_msg (gp_project_add_text (project, table, (const char *const *)cells), "%s", line);
}

/* Two regions, four provinces, three sectors, from 2026-2027; no boards yet. */
static inline GpProject *
check_project_begin (void)
{
  GpProject *project = gp_project_new (NULL, NULL);
  gp_project_set_frame (project, "Voorbeeld", 2026, 2031, GP_YEAR_NONE);
  check_add (project, GP_TABLE_REGIONS, "noord;Regio Noord");
  check_add (project, GP_TABLE_REGIONS, "zuid;Regio Zuid");
  check_add (project, GP_TABLE_PROVINCES, "Groningen;noord");
  check_add (project, GP_TABLE_PROVINCES, "Friesland;noord");
  check_add (project, GP_TABLE_PROVINCES, "Noord-Brabant;zuid");
  check_add (project, GP_TABLE_PROVINCES, "Limburg;zuid");
  check_add (project, GP_TABLE_SECTORS, "po;Primair;1;1");
  check_add (project, GP_TABLE_SECTORS, "vo;Voortgezet;2;1");
  check_add (project, GP_TABLE_SECTORS, "mbo;Middelbaar;2;0");
  return project;
}

static inline GpProject *
check_project_end (GpProject *project)
{
  g_autoptr (GError) error = NULL;
  ck_assert_msg (gp_project_finish (project, &error), "%s", error != NULL ? error->message : "");
  return project;
}

/* With boards 90001 (Noord) and 90002 (Zuid) and three primary schools of the first. */
static inline GpProject *
check_project (void)
{
  GpProject *project = check_project_begin ();
  check_add (project, GP_TABLE_BOARDS, "90001;Bestuur Een;noord;;;;;");
  check_add (project, GP_TABLE_BOARDS, "90002;Bestuur Twee;zuid;;;;;");
  check_add (project, GP_TABLE_SCHOOLS,
             "99AA00;90001;School A;po;noord;100;1;2024-2025;regular;0;;;;;");
  check_add (project, GP_TABLE_SCHOOLS, "99AB00;90001;School B;po;noord;;0;;;0;talks;1;;0;");
  check_add (project, GP_TABLE_SCHOOLS, "99AC00;90002;School C;po;zuid;50;0;;;0;;;;;");
  return check_project_end (project);
}

/* The preview of files (paths, NULL at the end), which must be right. */
static inline GpRegisterPreview *
check_preview (const GpProject *project, const char *const *paths)
{
  g_autoptr (GError) error = NULL;
  GpRegisterPreview *preview = gp_register_preview (project, paths, NULL, NULL, NULL, NULL, &error);
  ck_assert_msg (preview != NULL, "%s", error != NULL ? error->message : "");
  return preview;
}

/* The same of texts, as files a.csv, b.csv, ... */
static inline char **
check_files (const char *const *texts)
{
  guint n = g_strv_length ((char **)texts);
  char **paths = g_new0 (char *, n + 1);
  for (guint i = 0; i < n; i++) {
    g_autofree char *name = g_strdup_printf ("%c.csv", (char)('a' + i));
    paths[i] = check_file (name, texts[i]);
  }
  return paths;
}

static inline GpRegisterPreview *
check_preview_texts (const GpProject *project, const char *const *texts)
{
  g_auto (GStrv) paths = check_files (texts);
  return check_preview (project, (const char *const *)paths);
}

#define TEXTS(...) ((const char *const[]){__VA_ARGS__, NULL})
#define PATHS(...) ((const char *const[]){__VA_ARGS__, NULL})

static inline const GpRegisterChange *
check_find_change (const GpRegisterPreview *preview, GpTableId table, GpChangeKind kind,
                   const char *code)
{
  for (guint i = 0; i < gp_register_preview_n_changes (preview); i++) {
    const GpRegisterChange *change = gp_register_preview_change (preview, i);
    if (change->table == table && change->kind == kind && g_str_equal (change->code, code))
      return change;
  }
  return NULL;
}

/* That this change is there, from before to after. */
static inline void
check_change (const GpRegisterPreview *preview, GpTableId table, GpChangeKind kind,
              const char *code, const char *before, const char *after)
{
  const GpRegisterChange *change = check_find_change (preview, table, kind, code);
  ck_assert_msg (change != NULL, "no change of kind %d for %s", (int)kind, code);
  ck_assert_str_eq (change->before, before);
  ck_assert_str_eq (change->after, after);
}

/* That there are as many changes as this, over all kinds. */
static inline void
check_n_changes (const GpRegisterPreview *preview, guint n)
{
  guint counted = 0;
  for (int kind = 0; kind < GP_N_CHANGES; kind++)
    counted += gp_register_preview_count (preview, GP_TABLE_BOARDS, kind) +
               gp_register_preview_count (preview, GP_TABLE_SCHOOLS, kind);
  ck_assert_uint_eq (gp_register_preview_n_changes (preview), n);
  ck_assert_uint_eq (counted, n);
}

/* That the files are refused with exactly these sentences (errors) in this order. */
static inline void
check_refused (const GpProject *project, const char *const *texts, const char *const *sentences)
{
  g_auto (GStrv) paths = check_files (texts);
  g_autoptr (GpProblems) problems = gp_problems_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GpRegisterPreview) preview =
      gp_register_preview (project, (const char *const *)paths, problems, NULL, NULL, NULL, &error);
  ck_assert_ptr_null (preview);
  ck_assert (g_error_matches (error, GP_ERROR, GP_ERROR_DATA));
  for (guint i = 0; i < gp_problems_n_errors (problems) && sentences[i] != NULL; i++)
    ck_assert_str_eq (gp_problems_error (problems, i), sentences[i]);
  ck_assert_uint_eq (gp_problems_n_errors (problems), g_strv_length ((char **)sentences));
}

/* A check program: one suite of one case, with the folder. */
static inline int
check_run (const char *name, const TTest *const *tests, gsize n)
{
  Suite *suite = suite_create (name);
  TCase *tcase = tcase_create (name);
  tcase_set_timeout (tcase, 120);
  tcase_add_checked_fixture (tcase, check_folder_make, check_folder_remove);
  for (gsize i = 0; i < n; i++)
    tcase_add_test (tcase, tests[i]);
  suite_add_tcase (suite, tcase);
  SRunner *runner = srunner_create (suite);
  srunner_run_all (runner, CK_NORMAL);
  int failed = srunner_ntests_failed (runner);
  srunner_free (runner);
  return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
