/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looking things up in a project, and small questions about single rows. */
#include "gp-project-private.h"

gpointer
gp_builder_row (const GpBuilder *builder, GpTableId table, guint32 row)
{
  const GArray *rows = builder->rows[table];

  return rows->data + (gsize)row * gp_table_info (table)->record_size;
}

guint32
gp_project_find (const GpProject *project, GpTableId table, const char *code)
{
  const GpTable *description = gp_table (table);

  g_return_val_if_fail (project != NULL && (guint)table < GP_N_TABLES, GP_NONE);
  g_return_val_if_fail (description->columns[0].type == GP_COLUMN_CODE, GP_NONE);
  if (code == NULL)
    return GP_NONE;
  /* not found is 0, and 0 - 1 is GP_NONE */
  return GPOINTER_TO_UINT (g_hash_table_lookup (GP_BUILDER (project)->keys[table], code)) - 1;
}

guint
gp_project_n_rows (const GpProject *project, GpTableId table)
{
  g_return_val_if_fail (project != NULL && (guint)table < GP_N_TABLES, 0);
  return GP_BUILDER (project)->rows[table]->len;
}

const guint32 *
gp_project_board_schools (const GpProject *project, guint32 board, guint *n)
{
  const GpBuilder *builder = GP_BUILDER (project);

  *n = 0;
  g_return_val_if_fail (project != NULL && builder->sealed && board < project->n_boards, NULL);
  *n = builder->board_first[board + 1] - builder->board_first[board];
  return builder->board_schools + builder->board_first[board];
}

gboolean
gp_project_board_can_partner (const GpProject *project, guint32 scenario, guint32 board)
{
  GpDecimal least;
  guint n;

  g_return_val_if_fail (project != NULL && board < project->n_boards, FALSE);
  if (project->boards[board].partner_since != GP_YEAR_NONE)
    return TRUE;
  gp_project_board_schools (project, board, &n);
  gp_param_lookup (project, scenario, GP_PARAM_PARTNER_MIN_SCHOOLS, NULL, project->plan_from,
                   &least, NULL);
  return gp_decimal_compare (gp_decimal_from_int (n), least) >= 0;
}

gboolean
gp_school_is_ready (const GpSchool *school)
{
  g_return_val_if_fail (school != NULL, FALSE);
  if (school->intake == GP_INTAKE_READY)
    return TRUE;
  for (guint i = 0; i < GP_N_REQUIREMENTS; i++) {
    if (school->requirements[i] != GP_ANSWER_YES)
      return FALSE;
  }
  return TRUE;
}

gboolean
gp_school_is_eligible (const GpSchool *school)
{
  g_return_val_if_fail (school != NULL, FALSE);
  return school->started == GP_YEAR_NONE && !school->excluded;
}
