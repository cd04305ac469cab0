/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The linear program of one priority as a file for another solver: the plain program, every rule as
 * it is written in the model, with the priorities before held at the values that we reached. That
 * program is not the one we solved (gp-program.h), so that agreement confirms the short cuts too.
 */
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
      gp_program_add_entry (program, row, (int)c, objective[c]);
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

static void
name_all (GpLp *lp, const GpProgram *program, const char *problem)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) cols = g_ptr_array_new_with_free_func (g_free);
  for (guint r = 0; r < program->rows->len; r++)
    g_ptr_array_add (rows, row_name (program, r));
  for (guint c = 0; c < program->cols->len; c++)
    g_ptr_array_add (cols, gp_program_col_name (program, c));
  gp_lp_set_names (lp, problem, (const char *const *)rows->pdata, (const char *const *)cols->pdata);
}

static GpLp *
make_lp (GpProgram *program, const GpRelaxed *relaxed, guint level)
{
  GpPriorityId priority = program->data->priorities[level];
  GpLpMatrix matrix;
  GpLp *lp;
  hold_earlier (program, relaxed, level);
  gp_program_matrix (program, &matrix);
  lp = gp_lp_new (&matrix);
  if (lp == NULL)
    return NULL;
  g_autofree double *objective = gp_program_objective (program, priority);
  for (guint c = 0; c < matrix.n_cols; c++)
    gp_lp_set_cost (lp, c, objective[c]);
  name_all (lp, program, gp_priority_name (priority));
  return lp;
}

/* Writes beside the final name and moves there, so that no half file is ever found. */
static gboolean
write_and_move (GpLp *lp, GpModelFormat format, const char *path, GError **error)
{
  g_autofree char *half = g_strdup_printf ("%s.%d.tmp", path, (int)getpid ());
  if (g_file_test (path, G_FILE_TEST_EXISTS) && !g_file_test (path, G_FILE_TEST_IS_REGULAR)) {
    g_set_error (error, GP_ERROR, GP_ERROR_FILE,
                 _ ("“%s” is not a plain file: choose another name for the model."), path);
    return FALSE;
  }
  if (gp_lp_write (lp, half, format == GP_MODEL_MPS) && g_rename (half, path) == 0)
    return TRUE;
  g_unlink (half);
  g_set_error (error, GP_ERROR, GP_ERROR_FILE,
               _ ("“%s” cannot be written: choose a folder that exists, with room for it."), path);
  return FALSE;
}

gboolean
gp_planner_write_model (const GpProject *project, guint32 scenario, GpPriorityId priority,
                        GpModelFormat format, const char *path, GCancellable *cancellable,
                        GError **error)
{
  g_return_val_if_fail (scenario < project->n_scenarios, FALSE);
  g_autoptr (GpPlanData) data = gp_plan_data_new (project, scenario, error);
  if (data == NULL)
    return FALSE;
  guint level = level_of (data, priority);
  if (level == data->n_priorities) {
    g_set_error (error, GP_ERROR, GP_ERROR_DATA,
                 _ ("Scenario “%s” has no priority “%s”: choose one of its own."),
                 project->scenarios[scenario].code, gp_priority_name (priority));
    return FALSE;
  }
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
  g_autoptr (GpProgram) program = gp_program_new (data, GP_PROGRAM_PLAIN);
  g_autoptr (GpLp) lp = make_lp (program, relaxed, level);
  if (lp == NULL) {
    g_set_error (error, GP_ERROR, GP_ERROR_SOLVER,
                 _ ("The model has numbers that no solver takes."));
    return FALSE;
  }
  return write_and_move (lp, format, path, error);
}
