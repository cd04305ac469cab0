/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gp-files.h"
#include "gp-paths.h"

#include <glib/gi18n-lib.h>
#include <groeiplan/gp-exchange.h>
#include <groeiplan/gp-parameter.h>
#include <groeiplan/gp-store.h>
#include <groeiplan/gp-table.h>

typedef struct {
  char *path, *name;
  gboolean with_examples;
} StarterTask;

void
gp_files_add_filter (GtkFileChooser *chooser, const char *name, const char *pattern)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  gtk_file_filter_add_pattern (filter, pattern);
  gtk_file_filter_set_name (all, _ ("All files"));
  gtk_file_filter_add_pattern (all, "*");
  gtk_file_chooser_add_filter (chooser, filter);
  gtk_file_chooser_add_filter (chooser, all);
}

char **
gp_files_chosen (GtkFileChooser *chooser)
{
  g_autoptr (GListModel) files = gtk_file_chooser_get_files (chooser);
  g_autoptr (GStrvBuilder) paths = g_strv_builder_new ();

  for (guint i = 0; i < g_list_model_get_n_items (files); i++) {
    g_autoptr (GFile) file = g_list_model_get_item (files, i);

    if (g_file_peek_path (file) != NULL)
      g_strv_builder_add (paths, g_file_peek_path (file));
  }
  return g_strv_builder_end (paths);
}

char *
gp_files_with_suffix (const char *path)
{
  return g_str_has_suffix (path, GP_FILE_SUFFIX) ? g_strdup (path)
                                                 : g_strconcat (path, GP_FILE_SUFFIX, NULL);
}

/* The tables that are about boards, and so made up in the starter data. */
static gboolean
is_example (GpTableId table)
{
  return table == GP_TABLE_BOARDS || table == GP_TABLE_SCHOOLS ||
         table == GP_TABLE_VERANDERCOACHES || table == GP_TABLE_PINS;
}

static gboolean
asks_for_a_kind_of_school (const GpParameterValue *row)
{
  GpParam param;

  return gp_param_parse (row->parameter, &param) &&
         (param == GP_PARAM_EQUITY_MIN_SHARE || param == GP_PARAM_SECTOR_MIN_SHARE ||
          param == GP_PARAM_REQUIRE_READY);
}

static void
copy_table (GpProject *to, const GpProject *from, GpTableId table, gboolean with_examples)
{
  guint n_columns = gp_table (table)->n_columns;

  for (guint row = 0; row < gp_project_n_rows (from, table); row++) {
    g_auto (GStrv) cells = g_new0 (char *, n_columns + 1);

    if (!with_examples && table == GP_TABLE_PARAMETERS &&
        asks_for_a_kind_of_school (&from->parameters[row]))
      continue;
    for (guint column = 0; column < n_columns; column++)
      cells[column] = gp_project_cell (from, table, row, column);
    gp_project_add_text (to, table, (const char *const *)cells);
  }
}

static GpProject *
copy_project (const GpProject *from, const StarterTask *closure, GError **error)
{
  g_autoptr (GpProject) to = gp_project_new (NULL, NULL);

  gp_project_set_frame (to, closure->name, from->plan_from, from->last_year,
                        from->has_goal_year ? from->goal_year : GP_YEAR_NONE);
  for (GpTableId table = 0; table < GP_N_TABLES; table++)
    if (closure->with_examples || !is_example (table))
      copy_table (to, from, table, closure->with_examples);
  return gp_project_finish (to, error) ? g_steal_pointer (&to) : NULL;
}

static void
starter_task_free (gpointer data)
{
  StarterTask *closure = data;

  g_free (closure->path);
  g_free (closure->name);
  g_free (closure);
}

static void
create (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_autofree char *folder = gp_paths_starter ();
  StarterTask *closure = data;
  g_autoptr (GpProject) starter = NULL, project = NULL;
  g_autoptr (GpStore) store = NULL; /* closed: the file is opened as any other */
  GError *error = NULL;

  (void)source;
  starter = gp_exchange_read (folder, NULL, cancellable, &error);
  if (starter != NULL)
    project = copy_project (starter, closure, &error);
  if (project != NULL)
    store = gp_store_create (closure->path, project, &error);
  g_clear_pointer (&store, gp_store_close);
  if (error == NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
gp_files_create_async (const char *path, gboolean with_examples, GCancellable *cancellable,
                       GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);
  g_autofree char *base = g_path_get_basename (path);
  StarterTask *closure = g_new0 (StarterTask, 1);

  if (g_str_has_suffix (base, GP_FILE_SUFFIX))
    base[strlen (base) - strlen (GP_FILE_SUFFIX)] = '\0';
  closure->name = g_filename_display_name (*base != '\0' ? base : "Groeiplan");
  closure->path = g_strdup (path);
  closure->with_examples = with_examples;
  g_task_set_task_data (task, closure, starter_task_free);
  g_task_run_in_thread (task, create);
}

gboolean
gp_files_create_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
