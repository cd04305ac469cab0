/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Temporary folders for tests; see the header.
 */
#include "folder-files.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

char *
test_folder_new (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("groeiplan-test-XXXXXX", &error);
  g_assert_no_error (error);
  return folder;
}

static void
remove_all (const char *folder, gboolean deep)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  for (const char *name; dir != NULL && (name = g_dir_read_name (dir)) != NULL;) {
    g_autofree char *path = g_build_filename (folder, name, NULL);
    if (deep && g_file_test (path, G_FILE_TEST_IS_DIR) &&
        !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
      remove_all (path, FALSE);
    else
      g_remove (path);
  }
  g_rmdir (folder);
}

void
test_folder_remove (char *folder)
{
  if (folder == NULL)
    return;
  remove_all (folder, TRUE);
  g_free (folder);
}

/* Plainly, without the sync to disk that g_file_set_contents () does. */
void
test_folder_put (const char *folder, const char *file, const char *bytes, gssize size)
{
  g_autofree char *path = g_build_filename (folder, file, NULL);
  gsize n = size < 0 ? strlen (bytes) : (gsize)size;
  FILE *stream = g_fopen (path, "wb");
  g_assert_nonnull (stream);
  g_assert_cmpuint (fwrite (bytes, 1, n, stream), ==, n);
  g_assert_cmpint (fclose (stream), ==, 0);
}

void
test_folder_delete (const char *folder, const char *file)
{
  g_autofree char *path = g_build_filename (folder, file, NULL);
  g_assert_cmpint (g_remove (path), ==, 0);
}

char *
test_folder_get (const char *folder, const char *file, gsize *size)
{
  g_autofree char *path = g_build_filename (folder, file, NULL);
  g_autoptr (GError) error = NULL;
  char *bytes = NULL;
  g_file_get_contents (path, &bytes, size, &error);
  g_assert_no_error (error);
  return bytes;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

char *
test_folder_list (const char *folder)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_assert_nonnull (dir);
  for (const char *name; (name = g_dir_read_name (dir)) != NULL;)
    g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  g_ptr_array_add (names, NULL);
  return g_strjoinv (" ", (char **)names->pdata);
}

static const struct {
  const char *file, *text;
} project_files[] = {
    {"project.csv", "key,value\nformat,groeiplan-exchange-1\nname,Example project\n"
                    "plan_from,2026-2027\nlast_year,2032-2033\ngoal_year,2031-2032\n"},
    {"regions.csv", "region,name\nnorth,North\nsouth,South\n"},
    {"provinces.csv", "province,region\nUpper Example,north\nLower Example,south\n"},
    {"sectors.csv", "sector,name,support_years,groeikracht\npo,Primary,1,1\nvo,Secondary,2,1\nmbo,"
                    "Vocational,2,0\n"},
    {"boards.csv", "board,name,home_region,partner_since,max_verandercoaches,note\n"
                   "00001,Example board one,north,2024-2025,3,\n"
                   "00002,Example board two,south,,,Calls back\n"},
    {"schools.csv",
     "school,board,name,sector,region,pupils,high_need,started,programme,excluded,intake\n"
     "01AA00,00001,Example school one,po,north,220,1,2024-2025,regular,0,none\n"
     "01AA01,00001,Example school two,po,north,180,0,,,0,ready\n"
     "02BB00,00002,Example school three,vo,south,900,0,,,0,talks\n"
     "02BB01,00002,Example school four,vo,south,,0,,,1,\n"},
    {"expert_coaches.csv", "coach,name,region,days_per_year,from_year,to_year,sectors\n"
                           "E1,Example expert,north,110.5,,,po+vo\n"},
    {"verandercoaches.csv", "coach,board,name,trained_year,days_per_year,to_year\n"
                            "V1,00001,Example coach,2024-2025,,\n"},
    {"scenarios.csv", "scenario,parent,name,description\nbase,,Base,\ncareful,base,Careful,\n"},
    {"parameters.csv", "scenario,parameter,scope,year,value,source,note\n"
                       "base,handover_share,,,0.6,assumption,\n"
                       "careful,handover_share,,2027-2028,0.25,assumption,\n"},
    {"priorities.csv", "scenario,rank,priority\nbase,1,overload\nbase,2,reach\n"},
    {"pins.csv", "scenario,kind,board,sector,programme,year,min,max,reason\n"
                 "base,start,00001,po,regular,2027-2028,,1,Agreed\n"},
    {"projects.csv", "project,name_nl,name_en\n1,Voorbeeld,Example\n"},
    {"budgets.csv", "project,year,kind,scenario,amount_eur,source,note\n"
                    "1,2026-2027,budget,,1234.50,Example plan,\n"},
    {"pledges.csv", "fund,project,year,amount_eur,source,note\n"
                    "Example fund,1,2026-2027,1000,Example letter,\n"},
    {"project_drivers.csv",
     "scenario,project,driver,rate_eur,source\nbase,1,start,99.95,Example plan\n"},
    {"facts.csv", "fact,value,unit,year,source,section,note\n"
                  "schools,2,schools,2024-2025,Example report,1,\n"},
};

void
test_folder_put_project (const char *folder)
{
  for (guint i = 0; i < G_N_ELEMENTS (project_files); i++)
    test_folder_put (folder, project_files[i].file, project_files[i].text, -1);
}

void
test_folder_change (const char *folder, const char *file, const char *before, const char *after)
{
  g_autofree char *text = test_folder_get (folder, file, NULL);
  const char *place = strstr (text, before);
  g_assert_nonnull (place);
  g_assert_null (strstr (place + 1, before));
  g_autofree char *head = g_strndup (text, (gsize)(place - text));
  g_autofree char *changed = g_strconcat (head, after, place + strlen (before), NULL);
  test_folder_put (folder, file, changed, -1);
}
