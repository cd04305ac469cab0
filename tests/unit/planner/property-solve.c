/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The priorities of the planning model written down once more, one after another, by GLPK as it
 * comes: in floating point, each value held in a row of its own; or in exact arithmetic on the
 * numbers as they are in doubles, each optimal face held. */
#include "property-private.h"

#include <string.h>

static void
put_reach (PropertyModel *m)
{
  for (guint c = 0; c < m->cells->len; c++) {
    const PropertyCell *cell = &g_array_index (m->cells, PropertyCell, c);
    double weight = property_param (m, GP_PARAM_NEED_WEIGHT, cell->high ? "high" : "other", 0);
    double pupils = cell->counted > 0 ? cell->pupils / cell->counted : 0;
    for (guint y = 0; y < m->n_years; y++)
      for (guint p = 0; p < 2; p++)
        property_put (m, property_start (m, c, p, y), -pupils * weight * (m->n_years - y));
  }
}

static void
put_cost (PropertyModel *m)
{
  double expert = property_param (m, GP_PARAM_COST_EXPERT_DAY, NULL, 0);
  double own = property_param (m, GP_PARAM_COST_VERANDERCOACH_DAY, NULL, 0);
  for (guint y = 0; y < m->n_years; y++) {
    for (guint32 r = 0; r < m->project->n_regions; r++) {
      property_put_demand (m, GP_NONE, r, y, expert);
      for (guint32 b = 0; b < m->project->n_boards; b++)
        property_put (m, property_coach (m, b, r, y), own - expert);
      for (guint32 to = 0; to < m->project->n_regions; to++)
        property_put (m, property_lend (m, r, to, y),
                      property_param (m, GP_PARAM_COST_LENT_DAY, NULL, 0));
      property_put (m, property_at (m, m->h, r, y),
                    property_param (m, GP_PARAM_COST_HIRE, NULL, 0));
      property_put (m, property_at (m, m->overload, r, y),
                    property_param (m, GP_PARAM_COST_OVERLOAD_DAY, NULL, 0));
    }
    for (guint32 b = 0; b < m->project->n_boards; b++) {
      property_put (m, property_at (m, m->n, b, y),
                    property_param (m, GP_PARAM_COST_TRAINING, NULL, 0));
      property_put (m, property_at (m, m->z, b, y),
                    property_param (m, GP_PARAM_COST_PARTNERSHIP, NULL, 0));
    }
  }
}

static void
put_objective (PropertyModel *m, GpPriorityId priority)
{
  guint p = priority == GP_PRIORITY_GROEIKRACHT_DELAY ? 0 : 1;
  for (guint y = 0; y < m->n_years; y++) {
    if (priority == GP_PRIORITY_GROEIKRACHT_DELAY || priority == GP_PRIORITY_REGULAR_DELAY)
      property_put (m, property_at (m, m->delay, p, y), 1);
    for (guint32 r = 0; r < m->project->n_regions && priority == GP_PRIORITY_OVERLOAD; r++)
      property_put (m, property_at (m, m->overload, r, y), 1);
  }
  if (priority == GP_PRIORITY_REACH)
    put_reach (m);
  if (priority == GP_PRIORITY_COST)
    put_cost (m);
  if (priority == GP_PRIORITY_CHANGE)
    property_put_change (m);
}

static PropertyAnswer
answer_of (const glp_prob *lp, int failed)
{
  if (failed != 0)
    return PROPERTY_UNKNOWN;
  int status = glp_get_status ((glp_prob *)lp);
  return status == GLP_NOFEAS ? PROPERTY_INFEASIBLE
         : status == GLP_OPT  ? PROPERTY_SOLVED
                              : PROPERTY_UNKNOWN;
}

static PropertyAnswer
simplex (glp_prob *lp, gboolean exact)
{
  glp_smcp how;
  glp_init_smcp (&how);
  how.msg_lev = GLP_MSG_OFF;
  how.tm_lim = 60000;
  PropertyAnswer answer = answer_of (lp, glp_simplex (lp, &how));
  if (exact)
    answer = answer_of (lp, glp_exact (lp, &how));
  return answer;
}

/* What the priority still leaves open: columns and rows with a dual of zero. */
static void
hold_face (glp_prob *lp)
{
  for (int c = 1; c <= glp_get_num_cols (lp); c++) {
    int status = glp_get_col_stat (lp, c);
    double at = status == GLP_NU ? glp_get_col_ub (lp, c) : glp_get_col_lb (lp, c);
    if (status != GLP_BS && glp_get_col_dual (lp, c) != 0)
      glp_set_col_bnds (lp, c, GLP_FX, at, at);
  }
  for (int r = 1; r <= glp_get_num_rows (lp); r++) {
    int status = glp_get_row_stat (lp, r);
    double at = status == GLP_NU ? glp_get_row_ub (lp, r) : glp_get_row_lb (lp, r);
    if (status != GLP_BS && glp_get_row_dual (lp, r) != 0)
      glp_set_row_bnds (lp, r, GLP_FX, at, at);
  }
}

static PropertyAnswer
solve_and_hold (PropertyModel *m, GpPriorityId priority, gboolean exact, double *value)
{
  put_objective (m, priority);
  for (int c = 1; c <= m->n_cols; c++)
    glp_set_obj_coef (m->lp, c, m->row[c]);
  PropertyAnswer answer = simplex (m->lp, exact);
  *value = glp_get_obj_val (m->lp);
  if (exact) {
    memset (m->row, 0, sizeof (double) * (gsize)(m->n_cols + 1));
    hold_face (m->lp);
  } else
    property_end_row (m, GLP_UP, *value);
  if (priority == GP_PRIORITY_REACH)
    *value = -*value;
  if (priority == GP_PRIORITY_CHANGE)
    *value += m->lost;
  return answer;
}

guint
property_priorities (const GpProject *project, guint32 scenario, const GpPlan *published,
                     GpPriorityId order[GP_N_PRIORITIES])
{
  GpPriorityId all[GP_N_PRIORITIES];
  guint n = gp_project_priorities (project, scenario, all), kept = 0;
  for (guint i = 0; i < n; i++)
    if (all[i] != GP_PRIORITY_CHANGE || published != NULL)
      order[kept++] = all[i];
  return kept;
}

static PropertyAnswer
solve (const GpProject *project, guint32 scenario, const GpPlan *published, gboolean exact,
       double values[GP_N_PRIORITIES])
{
  PropertyModel m;
  GpPriorityId order[GP_N_PRIORITIES];
  guint n = property_priorities (project, scenario, published, order);
  PropertyAnswer answer = PROPERTY_SOLVED;
  property_model_init (&m, project, scenario, published);
  glp_term_out (GLP_OFF);
  if (!exact)
    glp_scale_prob (m.lp, GLP_SF_AUTO);
  for (guint i = 0; i < n && answer == PROPERTY_SOLVED; i++)
    answer = solve_and_hold (&m, order[i], exact, &values[i]);
  if (n == 0) /* is there any plan? */
    answer = simplex (m.lp, exact);
  property_model_clear (&m);
  return answer;
}

PropertyAnswer
property_model_solve (const GpProject *project, guint32 scenario, double values[GP_N_PRIORITIES])
{
  return solve (project, scenario, NULL, FALSE, values);
}

PropertyAnswer
property_model_solve_against (const GpProject *project, guint32 scenario, const GpPlan *published,
                              double values[GP_N_PRIORITIES])
{
  return solve (project, scenario, published, FALSE, values);
}

PropertyAnswer
property_model_solve_exactly (const GpProject *project, guint32 scenario, const GpPlan *published,
                              double values[GP_N_PRIORITIES])
{
  return solve (project, scenario, published, TRUE, values);
}

/* ---- whole ------------------------------------------------------------------------ */

static void
make_whole (PropertyModel *m)
{
  int kinds[][2] = {{m->x, m->stock}, {m->h, m->hired}}; /* x, z and n stand together */
  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    for (int c = kinds[k][0]; c < kinds[k][1]; c++)
      glp_set_col_kind (m->lp, c, GLP_IV);
}

PropertyAnswer
property_model_whole (const GpProject *project, guint32 scenario)
{
  PropertyModel m;
  glp_iocp how;
  PropertyAnswer answer;
  property_model_init (&m, project, scenario, NULL);
  glp_term_out (GLP_OFF);
  make_whole (&m);
  answer = simplex (m.lp, FALSE);
  if (answer == PROPERTY_SOLVED) {
    glp_init_iocp (&how);
    how.msg_lev = GLP_MSG_OFF;
    how.tm_lim = 10000;
    int failed = glp_intopt (m.lp, &how), status = glp_mip_status (m.lp);
    answer = status == GLP_OPT || status == GLP_FEAS ? PROPERTY_SOLVED
             : failed == 0 && status == GLP_NOFEAS   ? PROPERTY_INFEASIBLE
                                                     : PROPERTY_UNKNOWN;
  }
  property_model_clear (&m);
  return answer;
}
