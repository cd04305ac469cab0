/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Making, copying, describing and deleting scenarios. What belongs to a scenario is found by the
 * tables' own description: every table with a column that refers to scenarios. */
#include "gp-scenario-edit.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* ---- names and codes --------------------------------------------------------------------------
 */

/* Letters and digits in ASCII, the rest as single hyphens. */
static char *
slug (const char *name)
{
  g_autofree char *ascii = g_str_to_ascii (name, "C");
  GString *out = g_string_new (NULL);

  for (const char *at = ascii; *at != '\0' && out->len < 40; at++) {
    if (g_ascii_isalnum (*at))
      g_string_append_c (out, g_ascii_tolower (*at));
    else if (out->len > 0 && out->str[out->len - 1] != '-')
      g_string_append_c (out, '-');
  }
  while (out->len > 0 && out->str[out->len - 1] == '-')
    g_string_truncate (out, out->len - 1);
  if (out->len == 0)
    g_string_append (out, "scenario");
  return g_string_free (out, FALSE);
}

char *
gp_scenario_new_code (const GpProject *project, const char *name)
{
  g_autofree char *base = slug (name);
  char *code = g_strdup (base);

  for (guint i = 2; gp_project_find (project, GP_TABLE_SCENARIOS, code) != GP_NONE; i++) {
    g_free (code);
    code = g_strdup_printf ("%s-%u", base, i);
  }
  return code;
}

static gboolean
name_is_used (const GpProject *project, const char *name)
{
  for (guint i = 0; i < project->n_scenarios; i++)
    if (g_str_equal (project->scenarios[i].name, name))
      return TRUE;
  return FALSE;
}

char *
gp_scenario_copy_name (const GpProject *project, const char *name)
{
  char *copy = g_strdup_printf (_ ("%s (copy)"), name);

  for (guint i = 2; name_is_used (project, copy); i++) {
    g_free (copy);
    copy = g_strdup_printf (_ ("%s (copy %u)"), name, i);
  }
  return copy;
}

GArray *
gp_scenario_subtree (const GpProject *project, guint32 scenario)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (guint32));

  g_array_append_val (found, scenario);
  for (guint at = 0; at < found->len; at++) {
    guint32 parent = g_array_index (found, guint32, at);

    for (guint32 i = 0; i < project->n_scenarios; i++)
      if (project->scenarios[i].parent == parent)
        g_array_append_val (found, i);
  }
  return found;
}

/* ---- scenarios --------------------------------------------------------------------------------
 */

static gboolean
put_scenario (GpStore *store, const GpProject *project, const char *code, guint32 parent,
              const char *name, const char *description, GError **error)
{
  const char *parent_code = parent != GP_NONE ? project->scenarios[parent].code : "";
  const char *cells[] = {code, parent_code, name, description != NULL ? description : ""};

  return gp_store_put (store, GP_TABLE_SCENARIOS, cells, error);
}

gboolean
gp_scenario_add_child (GpStore *store, gpointer data, GError **error)
{
  const GpScenarioEdit *edit = data;

  return put_scenario (store, edit->project, edit->code, edit->scenario, edit->name,
                       edit->description, error);
}

gboolean
gp_scenario_describe (GpStore *store, gpointer data, GError **error)
{
  const GpScenarioEdit *edit = data;
  const GpScenario *scenario = &edit->project->scenarios[edit->scenario];

  return put_scenario (store, edit->project, scenario->code, scenario->parent, edit->name,
                       edit->description, error);
}

/* The column that says which scenario a row of the table belongs to, or -1. */
static int
scenario_column (GpTableId table)
{
  return table != GP_TABLE_SCENARIOS ? gp_table_column (table, "scenario") : -1;
}

typedef gboolean (*RowFunc) (GpStore *store, const GpProject *project, GpTableId table,
                             char **cells, gconstpointer data, GError **error);

/* Calls func with the cells of every row that belongs to the scenario. */
static gboolean
each_row (GpStore *store, const GpProject *project, const char *code, RowFunc func,
          gconstpointer data, GError **error)
{
  for (int table = 0; table < GP_N_TABLES; table++) {
    int column = scenario_column ((GpTableId)table);
    guint n_columns = gp_table ((GpTableId)table)->n_columns;

    for (guint row = 0; column >= 0 && row < gp_project_n_rows (project, (GpTableId)table); row++) {
      g_autofree char *owner = gp_project_cell (project, (GpTableId)table, row, (guint)column);
      g_auto (GStrv) cells = NULL;

      if (!g_str_equal (owner, code))
        continue;
      cells = g_new0 (char *, n_columns + 1);
      for (guint i = 0; i < n_columns; i++)
        cells[i] = gp_project_cell (project, (GpTableId)table, row, i);
      if (!func (store, project, (GpTableId)table, cells, data, error))
        return FALSE;
    }
  }
  return TRUE;
}

static gboolean
copy_row (GpStore *store, const GpProject *project, GpTableId table, char **cells,
          gconstpointer data, GError **error)
{
  int column = scenario_column (table);

  (void)project;
  g_free (cells[column]);
  cells[column] = g_strdup (data);
  return gp_store_put (store, table, (const char *const *)cells, error);
}

static gboolean
delete_row (GpStore *store, const GpProject *project, GpTableId table, char **cells,
            gconstpointer data, GError **error)
{
  const GpTable *description = gp_table (table);
  g_autofree const char **key = g_new0 (const char *, description->n_columns + 1);
  guint n = 0;

  (void)project, (void)data;
  for (guint i = 0; i < description->n_columns; i++)
    if (description->columns[i].key)
      key[n++] = cells[i];
  return gp_store_delete (store, table, key, error);
}

gboolean
gp_scenario_copy (GpStore *store, gpointer data, GError **error)
{
  const GpScenarioEdit *edit = data;
  const GpScenario *from = &edit->project->scenarios[edit->scenario];

  return put_scenario (store, edit->project, edit->code, from->parent, edit->name,
                       from->description, error) &&
         each_row (store, edit->project, from->code, copy_row, edit->code, error);
}

gboolean
gp_scenario_delete (GpStore *store, gpointer data, GError **error)
{
  const GpScenarioEdit *edit = data;
  g_autoptr (GArray) tree = gp_scenario_subtree (edit->project, edit->scenario);

  /* children before their parents, which they refer to */
  for (guint i = tree->len; i > 0; i--) {
    guint32 index = g_array_index (tree, guint32, i - 1);
    const char *code = edit->project->scenarios[index].code;
    const char *key[] = {code, NULL};

    if (!each_row (store, edit->project, code, delete_row, NULL, error) ||
        !gp_store_delete (store, GP_TABLE_SCENARIOS, key, error))
      return FALSE;
  }
  return TRUE;
}
