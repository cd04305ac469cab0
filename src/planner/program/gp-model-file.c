/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The linear program of one priority as a file for another solver: the plain program, every rule as
 * it is written in the model, with the priorities before held at the values that we reached. That
 * program is not the one we solved (gp-program.h), so that agreement confirms the short cuts too.
 */
#include "gp-model-mps.h"
#include "gp-relaxed.h"
#include <groeiplan/gp-planner.h>

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <math.h>
#include <unistd.h>

static guint
level_of (const GpPlanData *data, GpPriorityId priority)
{
  guint level = 0;
  while (level < data->n_priorities && data->priorities[level] != priority)
    level++;
  return level;
}

/* One row a priority before: its objective may not get worse. */
static void
hold_earlier (GpProgram *program, const GpRelaxed *relaxed, guint level)
{
  for (guint i = 0; i < level; i++) {
    g_autofree double *objective = gp_program_objective (program, program->data->priorities[i]);
    int row = gp_program_add_row (program, (GpRow){GP_N_RULES, 9, i, 0, 0}, -INFINITY,
                                  relaxed->priorities[i].value);
    for (guint c = 0; c < program->cols->len; c++)
      gp_program_put_entry (program, row, (int)c, objective[c]);
  }
}

static char *
row_name (const GpProgram *program, guint r)
{
  const GpRow *row = &g_array_index (program->rows, GpRow, r);
  if (row->rule == GP_N_RULES && row->variant == 9)
    return g_strdup_printf ("held_%s", gp_priority_name (program->data->priorities[row->a]));
  return gp_program_row_name (program, r);
}

/* A model ready to be written: the plain program with what is held, its objective and its names. */
typedef struct {
  GpProgram *program;
  double *objective;
  GPtrArray *rows, *cols;
  const char *name;
} Model;

static void
model_clear (Model *model)
{
  gp_program_free (model->program);
  g_free (model->objective);
  g_clear_pointer (&model->rows, g_ptr_array_unref);
  g_clear_pointer (&model->cols, g_ptr_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Model, model_clear)

static void
make_model (Model *model, const GpRelaxed *relaxed, guint level)
{
  const GpPlanData *data = relaxed->program->data;
  model->name = gp_priority_name (data->priorities[level]);
  model->program = gp_program_new (data, GP_PROGRAM_PLAIN);
  hold_earlier (model->program, relaxed, level);
  model->objective = gp_program_objective (model->program, data->priorities[level]);
  model->rows = g_ptr_array_new_with_free_func (g_free);
  model->cols = g_ptr_array_new_with_free_func (g_free);
  for (guint r = 0; r < model->program->rows->len; r++)
    g_ptr_array_add (model->rows, row_name (model->program, r));
  for (guint c = 0; c < model->program->cols->len; c++)
    g_ptr_array_add (model->cols, gp_program_col_name (model->program, c));
}

static gboolean
write_lp (const Model *model, const char *path)
{
  GpLpMatrix matrix;
  gp_program_matrix (model->program, &matrix);
  g_autoptr (GpLp) lp = gp_lp_new (&matrix);
  if (lp == NULL)
    return FALSE;
  for (guint c = 0; c < matrix.n_cols; c++)
    gp_lp_set_cost (lp, c, model->objective[c]);
  gp_lp_set_names (lp, model->name, (const char *const *)model->rows->pdata,
                   (const char *const *)model->cols->pdata);
  return gp_lp_write (lp, path);
}

static gboolean
write_mps (const Model *model, const char *path)
{
  g_autofree char *text = gp_model_mps (model->program, model->name, model->objective,
                                        (const char *const *)model->rows->pdata,
                                        (const char *const *)model->cols->pdata);
  return g_file_set_contents_full (path, text, -1, G_FILE_SET_CONTENTS_DURABLE, 0666, NULL);
}

/* Writes beside the final name and moves there, so that no half file is ever found. */
static gboolean
write_and_move (const Model *model, GpModelFormat format, const char *path, GError **error)
{
  g_autofree char *half = g_strdup_printf ("%s.%d.tmp", path, (int)getpid ());
  if (g_file_test (path, G_FILE_TEST_EXISTS) && !g_file_test (path, G_FILE_TEST_IS_REGULAR)) {
    g_set_error (error, GP_ERROR, GP_ERROR_FILE,
                 _ ("“%s” is not a plain file: choose another name for the model."), path);
    return FALSE;
  }
  if ((format == GP_MODEL_MPS ? write_mps (model, half) : write_lp (model, half)) &&
      g_rename (half, path) == 0)
    return TRUE;
  g_unlink (half);
  g_set_error (error, GP_ERROR, GP_ERROR_FILE,
               _ ("“%s” cannot be written: choose a folder that exists, with room for it."), path);
  return FALSE;
}

/* The level of the priority in the scenario's order, in *level. */
static gboolean
find_level (const GpPlanData *data, GpPriorityId priority, guint *level, GError **error)
{
  const char *code = data->project->scenarios[data->scenario].code;
  *level = level_of (data, priority);
  if (*level < data->n_priorities)
    return TRUE;
  if (priority == GP_PRIORITY_CHANGE)
    g_set_error (error, GP_ERROR, GP_ERROR_DATA,
                 _ ("Scenario “%s” has no priority “%s”: publish a plan first, and see that the "
                    "scenario asks for it."),
                 code, gp_priority_name (priority));
  else
    g_set_error (error, GP_ERROR, GP_ERROR_DATA,
                 _ ("Scenario “%s” has no priority “%s”: choose one of its own."), code,
                 gp_priority_name (priority));
  return FALSE;
}

gboolean
gp_planner_write_model_against (const GpProject *project, guint32 scenario, const GpPlan *published,
                                GpPriorityId priority, GpModelFormat format, const char *path,
                                GCancellable *cancellable, GError **error)
{
  guint level;
  g_return_val_if_fail (scenario < project->n_scenarios, FALSE);
  g_autoptr (GpPlanData) data = gp_plan_data_new (project, scenario, error);
  if (data == NULL)
    return FALSE;
  gp_plan_data_keep_to (data, published);
  if (!find_level (data, priority, &level, error))
    return FALSE;
  g_autoptr (GpRelaxed) relaxed = gp_relaxed_solve (data, NULL, NULL, NULL, cancellable);
  if (relaxed->n_solved < level || relaxed->status == GP_LP_CANCELLED) {
    g_set_error (error, GP_ERROR,
                 relaxed->status == GP_LP_CANCELLED ? GP_ERROR_CANCELLED : GP_ERROR_SOLVER,
                 relaxed->status == GP_LP_CANCELLED
                     ? _ ("Cancelled; nothing was written.")
                     : _ ("The priorities before “%s” could not be solved: check the pins and the "
                          "assumptions of scenario “%s”."),
                 gp_priority_name (priority), project->scenarios[scenario].code);
    return FALSE;
  }
  g_auto (Model) model = {0};
  make_model (&model, relaxed, level);
  return write_and_move (&model, format, path, error);
}

gboolean
gp_planner_write_model (const GpProject *project, guint32 scenario, GpPriorityId priority,
                        GpModelFormat format, const char *path, GCancellable *cancellable,
                        GError **error)
{
  return gp_planner_write_model_against (project, scenario, NULL, priority, format, path,
                                         cancellable, error);
}
