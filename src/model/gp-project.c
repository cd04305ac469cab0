/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The life of a project: made, given its frame, checked and sealed, freed. Rows are added in
 * gp-project-add.c and gp-project-text.c. */
#include "gp-project-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
pending_clear (gpointer data)
{
  g_free (((GpPendingParent *)data)->parent);
}

GpProject *
gp_project_new (GpProblemFunc problem, gpointer data)
{
  GpBuilder *builder = g_new0 (GpBuilder, 1);

  g_atomic_ref_count_init (&builder->refs);
  builder->problem = problem;
  builder->problem_data = data;
  builder->strings = g_string_chunk_new (4096);
  builder->public.name = "";
  for (guint i = 0; i < GP_N_TABLES; i++) {
    const GpTableInfo *info = gp_table_info ((GpTableId)i);
    builder->rows[i] = g_array_new (FALSE, FALSE, (guint)info->record_size);
    builder->keys[i] = g_hash_table_new (g_str_hash, g_str_equal);
  }
  builder->ranked = g_hash_table_new (NULL, NULL);
  builder->uncertain = g_array_new (FALSE, FALSE, sizeof (guint32));
  builder->pending = g_array_new (FALSE, FALSE, sizeof (GpPendingParent));
  g_array_set_clear_func (builder->pending, pending_clear);
  return &builder->public;
}

GpProject *
gp_project_ref (GpProject *project)
{
  g_return_val_if_fail (project != NULL, NULL);
  g_atomic_ref_count_inc (&GP_BUILDER (project)->refs);
  return project;
}

static void
builder_free (GpBuilder *builder)
{
  for (guint i = 0; i < GP_N_TABLES; i++) {
    g_array_unref (builder->rows[i]);
    g_hash_table_unref (builder->keys[i]);
  }
  g_hash_table_unref (builder->ranked);
  g_array_unref (builder->pending);
  g_clear_pointer (&builder->uncertain, g_array_unref);
  g_clear_pointer (&builder->scopes, g_hash_table_unref);
  g_clear_pointer (&builder->values, g_hash_table_unref);
  g_free (builder->value_kinds);
  if (builder->base == NULL) {
    g_free (builder->board_first);
    g_free (builder->board_schools);
  }
  g_clear_pointer (&builder->dropped_pins, g_hash_table_unref);
  g_clear_pointer (&builder->extra_days, g_array_unref);
  g_free (builder->first_problem);
  g_string_chunk_free (builder->strings);
  g_free (builder);
}

/* A loop, because a variant may stand on a long line of variants. */
void
gp_project_unref (GpProject *project)
{
  g_return_if_fail (project != NULL);
  while (project != NULL && g_atomic_ref_count_dec (&GP_BUILDER (project)->refs)) {
    GpProject *base = GP_BUILDER (project)->base;

    builder_free (GP_BUILDER (project));
    project = base;
  }
}

void
gp_builder_report (GpBuilder *builder, GpTableId table, guint32 row, const char *column,
                   const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  builder->n_problems++;
  if (builder->first_problem == NULL) {
    const char *file = gp_table (table)->file;
    const char *mark = *column != '\0' ? ", " : "";

    if (row == GP_NONE)
      builder->first_problem = g_strdup_printf ("%s%s%s: %s", file, mark, column, message);
    else
      /* Translators: file, number of the row, ", " and a column or nothing, what is wrong. */
      builder->first_problem =
          g_strdup_printf (_ ("%s row %u%s%s: %s"), file, row + 1, mark, column, message);
  }
  if (builder->problem != NULL)
    builder->problem (table, row, column, message, builder->problem_data);
}

static gboolean
frame_year_is_wrong (GpYear year)
{
  return year < GP_YEAR_MIN || year > GP_YEAR_MAX;
}

/* The first thing that is wrong with the years; *column says with which. */
static const char *
frame_problem (GpYear from, GpYear last, GpYear goal, const char **column)
{
  *column = "plan_from";
  if (frame_year_is_wrong (from))
    return _ ("must be a school year such as 2026-2027");
  *column = "last_year";
  if (frame_year_is_wrong (last))
    return _ ("must be a school year such as 2033-2034");
  if (last < from)
    return _ ("the last year must not come before the first plan year");
  if (last - from >= GP_MAX_PLAN_YEARS)
    return _ ("the plan has too many years; at most 30 can be planned");
  *column = "goal_year";
  if (goal != GP_YEAR_NONE && (goal < from || goal > last))
    return _ ("the goal year must be one of the plan years");
  return NULL;
}

void
gp_project_set_frame (GpProject *project, const char *name, GpYear plan_from, GpYear last_year,
                      GpYear goal_year)
{
  GpBuilder *builder = GP_BUILDER (project);
  const char *column = NULL;
  const char *problem;

  g_return_if_fail (project != NULL && !builder->sealed);
  problem = gp_text_problem (name != NULL ? name : "", GP_TEXT_MAX, FALSE);
  if (problem != NULL)
    gp_builder_report (builder, GP_N_TABLES, GP_NONE, "name", "%s", problem);
  else
    project->name = g_string_chunk_insert (builder->strings, name != NULL ? name : "");
  builder->has_frame = TRUE;
  problem = frame_problem (plan_from, last_year, goal_year, &column);
  if (problem != NULL) {
    gp_builder_report (builder, GP_N_TABLES, GP_NONE, column, "%s", problem);
    return;
  }
  project->plan_from = plan_from;
  project->last_year = last_year;
  project->has_goal_year = goal_year != GP_YEAR_NONE;
  project->goal_year = project->has_goal_year ? goal_year : last_year;
}

/* The schools of each board, one after another: count, add up, fill. */
static void
index_boards (GpBuilder *builder)
{
  const GpProject *project = &builder->public;
  guint32 *next;

  builder->board_first = g_new0 (guint32, project->n_boards + 1);
  builder->board_schools = g_new0 (guint32, MAX (project->n_schools, 1));
  for (guint i = 0; i < project->n_schools; i++)
    builder->board_first[project->schools[i].board + 1]++;
  for (guint b = 0; b < project->n_boards; b++)
    builder->board_first[b + 1] += builder->board_first[b];
  next = g_memdup2 (builder->board_first, (project->n_boards + 1) * sizeof *next);
  for (guint32 i = 0; i < project->n_schools; i++)
    builder->board_schools[next[project->schools[i].board]++] = i;
  g_free (next);
}

gboolean
gp_project_finish (GpProject *project, GError **error)
{
  GpBuilder *builder = GP_BUILDER (project);

  g_return_val_if_fail (project != NULL && !builder->sealed, FALSE);
  gp_builder_check (builder);
  if (builder->n_problems > 0) {
    g_set_error_literal (error, GP_ERROR, GP_ERROR_DATA, builder->first_problem);
    return FALSE;
  }
  index_boards (builder);
  gp_builder_index_parameters (builder);
  builder->sealed = TRUE;
  return TRUE;
}
