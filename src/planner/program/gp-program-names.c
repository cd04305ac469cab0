/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Readable names of columns and rows, for the model file that other solvers read. */
#include "gp-program.h"

#include <string.h>

/* A code as it is where a model file can carry it, else its number. */
static char *
clean (const char *code, guint32 index)
{
  static const char allowed[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.-";
  if (*code != '\0' && strlen (code) <= 40 && strspn (code, allowed) == strlen (code))
    return g_strdup (code);
  return g_strdup_printf ("#%u", index);
}

static char *
name_of (const GpPlanData *data, GpTableId table, guint32 index)
{
  const GpProject *project = data->project;
  if (table == GP_TABLE_BOARDS)
    return clean (project->boards[index].code, index);
  if (table == GP_TABLE_REGIONS)
    return clean (project->regions[index].code, index);
  return clean (project->sectors[index].code, index);
}

static char *
cell_name (const GpPlanData *data, guint32 c)
{
  const GpCell *cell = &data->cells[c];
  g_autofree char *board = name_of (data, GP_TABLE_BOARDS, cell->board);
  g_autofree char *sector = name_of (data, GP_TABLE_SECTORS, cell->sector);
  g_autofree char *region = name_of (data, GP_TABLE_REGIONS, cell->region);
  return g_strdup_printf ("%s:%s:%s:%s", board, sector, region, gp_need_name (cell->need));
}

static char *
site_name (const GpPlanData *data, guint32 site)
{
  g_autofree char *board = name_of (data, GP_TABLE_BOARDS, data->sites[site].board);
  g_autofree char *region = name_of (data, GP_TABLE_REGIONS, data->sites[site].region);
  return g_strdup_printf ("%s:%s", board, region);
}

static char *
col_subject (const GpPlanData *data, const GpCol *col)
{
  g_autofree char *one = NULL;
  switch (col->kind) {
  case GP_COL_START:
    one = cell_name (data, col->a);
    return g_strdup_printf ("%s:%s", one,
                            col->b == GP_MERGED ? "any" : gp_programme_name ((GpProgramme)col->b));
  case GP_COL_PARTNER:
  case GP_COL_TRAINING:
  case GP_COL_STOCK:
    return name_of (data, GP_TABLE_BOARDS, col->a);
  case GP_COL_COACH:
    return site_name (data, col->a);
  case GP_COL_LEND: {
    g_autofree char *to = name_of (data, GP_TABLE_REGIONS, col->b);
    one = name_of (data, GP_TABLE_REGIONS, col->a);
    return g_strdup_printf ("%s:%s", one, to);
  }
  case GP_COL_DELAY:
    return g_strdup (gp_programme_name ((GpProgramme)col->a));
  case GP_COL_HIRE:
  case GP_COL_HIRED:
  case GP_COL_OVERLOAD:
    return name_of (data, GP_TABLE_REGIONS, col->a);
  default:
    return g_strdup_printf ("%u:%u", col->a, col->b);
  }
}

char *
gp_program_col_name (const GpProgram *program, guint index)
{
  static const char *const kinds[] = {"start", "partner", "training",  "stock", "coach",  "hire",
                                      "hired", "lend",    "overload",  "delay", "sector", "funded",
                                      "group", "segment", "published", "give"};
  const GpCol *col = &g_array_index (program->cols, GpCol, index);
  g_autofree char *subject = col_subject (program->data, col);
  char year[GP_YEAR_BYTES];
  gp_year_format (gp_plan_data_year (program->data, col->year), year);
  return g_strdup_printf ("%s%s:%s:%s", col->kept ? "kept_" : "", kinds[col->kind], subject, year);
}

static char *
row_subject (const GpPlanData *data, const GpRow *row)
{
  switch (row->rule) {
  case GP_RULE_SUPPLY:
  case GP_RULE_READINESS:
    return cell_name (data, row->a);
  case GP_RULE_COHORT:
    return g_strdup (gp_programme_name ((GpProgramme)row->a));
  case GP_RULE_SECTOR_SHARE:
    return name_of (data, GP_TABLE_SECTORS, row->a);
  case GP_RULE_HANDOVER:
    return site_name (data, row->a);
  case GP_RULE_COACH_CAPACITY:
  case GP_RULE_STOCK:
  case GP_RULE_POOL:
  case GP_RULE_PARTNER_ROOM:
    return name_of (data, GP_TABLE_BOARDS, row->a);
  case GP_RULE_HIRING:
  case GP_RULE_EXPERT_DAYS:
    return row->rule == GP_RULE_HIRING && row->variant == 1
               ? g_strdup ("all")
               : name_of (data, GP_TABLE_REGIONS, row->a);
  case GP_RULE_PINS:
    return g_strdup_printf ("%u", row->a + 1);
  default:
    return g_strdup_printf ("%u", row->a);
  }
}

char *
gp_program_row_name (const GpProgram *program, guint index)
{
  const GpRow *row = &g_array_index (program->rows, GpRow, index);
  g_autofree char *subject = row_subject (program->data, row);
  const char *rule = row->rule < GP_N_RULES ? gp_rule_name (row->rule) : "definition";
  char year[GP_YEAR_BYTES];
  gp_year_format (gp_plan_data_year (program->data, row->year), year);
  return g_strdup_printf ("%s:%u:%s:%s", rule, row->variant, subject, year);
}
