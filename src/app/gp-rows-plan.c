/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of the Plan page. A stored plan may name what the project no longer has: then the code
 * is shown. */
#include "gp-rows.h"

#include <glib/gi18n-lib.h>
#include <groeiplan/gp-format.h>

static const GpTableColumn start_columns[] = {
    {N_ ("Board"), FALSE, TRUE, 28},      {N_ ("Sector"), FALSE, FALSE, 20},
    {N_ ("Region"), FALSE, FALSE, 12},    {N_ ("Need"), FALSE, FALSE, 7},
    {N_ ("Programme"), FALSE, FALSE, 12}, {N_ ("Year"), FALSE, FALSE, 10},
    {N_ ("Schools"), TRUE, FALSE, 8},
};
static const GpTableColumn partner_columns[] = {
    {N_ ("Board"), FALSE, TRUE, 28},
    {N_ ("Home region"), FALSE, FALSE, 12},
    {N_ ("Partner from"), FALSE, FALSE, 12},
    {N_ ("Schools of the board"), TRUE, FALSE, 8},
};
static const GpTableColumn training_columns[] = {
    {N_ ("Board"), FALSE, TRUE, 28},
    {N_ ("Home region"), FALSE, FALSE, 12},
    {N_ ("Year"), FALSE, FALSE, 10},
    {N_ ("Verandercoaches"), TRUE, FALSE, 8},
};
static const GpTableColumn day_columns[] = {
    {N_ ("Board"), FALSE, TRUE, 28},
    {N_ ("Region"), FALSE, FALSE, 12},
    {N_ ("Year"), FALSE, FALSE, 10},
    {N_ ("Coach-days"), TRUE, FALSE, 11},
};
static const GpTableColumn expert_columns[] = {
    {N_ ("Region"), FALSE, TRUE, 14},     {N_ ("Year"), FALSE, FALSE, 10},
    {N_ ("Days there"), TRUE, FALSE, 11}, {N_ ("Days used"), TRUE, FALSE, 11},
    {N_ ("Days short"), TRUE, FALSE, 11}, {N_ ("Hired"), TRUE, FALSE, 8},
};

const GpTableKind gp_plan_kinds[GP_N_PLAN_KINDS] = {
    {N_ ("Starting schools"), start_columns, G_N_ELEMENTS (start_columns), 6, N_ ("schools")},
    {N_ ("New partner boards"), partner_columns, G_N_ELEMENTS (partner_columns), 3, N_ ("schools")},
    {N_ ("Trainings"), training_columns, G_N_ELEMENTS (training_columns), 3,
     N_ ("verandercoaches")},
    {N_ ("Days by verandercoaches"), day_columns, G_N_ELEMENTS (day_columns), 3, N_ ("coach-days")},
    {N_ ("Expert days"), expert_columns, G_N_ELEMENTS (expert_columns), 3, N_ ("days used")},
};

const char *
gp_name_of (const GpProject *project, GpTableId table, const char *code)
{
  guint32 index = gp_project_find (project, table, code);
  const char *name = NULL;

  if (index == GP_NONE)
    return code;
  if (table == GP_TABLE_BOARDS)
    name = project->boards[index].name;
  else if (table == GP_TABLE_REGIONS)
    name = project->regions[index].name;
  else if (table == GP_TABLE_SECTORS)
    name = project->sectors[index].name;
  return name != NULL && *name != '\0' ? name : code;
}

const char *
gp_programme_title (GpProgramme programme)
{
  switch (programme) {
  case GP_PROGRAMME_GROEIKRACHT:
    return "Groeikracht";
  case GP_PROGRAMME_REGULAR:
    return _ ("regular");
  default:
    return "";
  }
}

const char *
gp_need_title (GpNeed need)
{
  return need == GP_NEED_HIGH ? _ ("high") : _ ("other");
}

static GpPlanPart
part_of (const GpPlan *plan)
{
  return plan->has_whole ? GP_PART_WHOLE : GP_PART_RELAXED;
}

/* Whole amounts as they are; those of a relaxed plan with a tilde. */
static void
set_amount (GpRow *row, guint cell, const GpPlan *plan, double amount, guint digits)
{
  g_autofree char *text =
      gp_format_number (amount, plan->has_whole ? digits : 1, gp_language_current ());

  gp_row_take_number (row, cell, amount, g_strconcat (plan->has_whole ? "" : "~", text, NULL));
}

static void
set_year (GpRow *row, guint cell, GpYear year)
{
  char text[GP_YEAR_BYTES];

  gp_row_set_text (row, cell, gp_year_format (year, text));
}

static GpRow *
start_row (const GpProject *project, const GpPlan *plan, const GpPlanRow *from)
{
  GpRow *row = gp_row_new (G_N_ELEMENTS (start_columns));

  gp_row_set_text (row, 0, gp_name_of (project, GP_TABLE_BOARDS, from->board));
  gp_row_set_text (row, 1, gp_name_of (project, GP_TABLE_SECTORS, from->sector));
  gp_row_set_text (row, 2, gp_name_of (project, GP_TABLE_REGIONS, from->region));
  gp_row_set_text (row, 3, gp_need_title (from->need));
  gp_row_set_text (row, 4, gp_programme_title (from->programme));
  set_year (row, 5, from->year);
  set_amount (row, 6, plan, from->amount, 0);
  return row;
}

static const char *
home_region (const GpProject *project, const char *board)
{
  guint32 index = gp_project_find (project, GP_TABLE_BOARDS, board);

  return index != GP_NONE ? project->regions[project->boards[index].home_region].name : "";
}

static GpRow *
partner_row (const GpProject *project, const GpPlan *plan, const GpPlanRow *from)
{
  GpRow *row = gp_row_new (G_N_ELEMENTS (partner_columns));
  guint32 board = gp_project_find (project, GP_TABLE_BOARDS, from->board);
  guint n = 0;

  (void)plan;
  if (board != GP_NONE)
    gp_project_board_schools (project, board, &n);
  gp_row_set_text (row, 0, gp_name_of (project, GP_TABLE_BOARDS, from->board));
  gp_row_set_text (row, 1, home_region (project, from->board));
  set_year (row, 2, from->year);
  gp_row_take_number (row, 3, n, gp_format_integer (n, gp_language_current ()));
  return row;
}

static GpRow *
training_row (const GpProject *project, const GpPlan *plan, const GpPlanRow *from)
{
  GpRow *row = gp_row_new (G_N_ELEMENTS (training_columns));

  gp_row_set_text (row, 0, gp_name_of (project, GP_TABLE_BOARDS, from->board));
  gp_row_set_text (row, 1, home_region (project, from->board));
  set_year (row, 2, from->year);
  set_amount (row, 3, plan, from->amount, 0);
  return row;
}

static GpRow *
day_row (const GpProject *project, const GpPlan *plan, const GpPlanRow *from)
{
  GpRow *row = gp_row_new (G_N_ELEMENTS (day_columns));

  gp_row_set_text (row, 0, gp_name_of (project, GP_TABLE_BOARDS, from->board));
  gp_row_set_text (row, 1, gp_name_of (project, GP_TABLE_REGIONS, from->region));
  set_year (row, 2, from->year);
  set_amount (row, 3, plan, from->amount, 2);
  return row;
}

static double
amount_at (const GpPlan *plan, GpPlanRowKind kind, const GpPlanRow *at)
{
  guint n;
  const GpPlanRow *rows = gp_plan_rows (plan, part_of (plan), kind, &n);
  double sum = 0;

  for (guint i = 0; i < n; i++)
    if (rows[i].year == at->year && g_str_equal (rows[i].region, at->region))
      sum += rows[i].amount;
  return sum;
}

static GpRow *
expert_row (const GpProject *project, const GpPlan *plan, const GpPlanRow *from)
{
  GpRow *row = gp_row_new (G_N_ELEMENTS (expert_columns));

  gp_row_set_text (row, 0, gp_name_of (project, GP_TABLE_REGIONS, from->region));
  set_year (row, 1, from->year);
  set_amount (row, 2, plan, from->amount, 1);
  set_amount (row, 3, plan, amount_at (plan, GP_ROW_USED, from), 1);
  set_amount (row, 4, plan, amount_at (plan, GP_ROW_OVERLOAD, from), 1);
  set_amount (row, 5, plan, amount_at (plan, GP_ROW_HIRE, from), 0);
  return row;
}

GListModel *
gp_plan_kind_rows (guint kind, const GpProject *project, const GpPlan *plan)
{
  static const struct {
    GpPlanRowKind rows;
    GpRow *(*make) (const GpProject *project, const GpPlan *plan, const GpPlanRow *from);
  } makers[GP_N_PLAN_KINDS] = {
      {GP_ROW_START, start_row},       {GP_ROW_PARTNER, partner_row},
      {GP_ROW_TRAINING, training_row}, {GP_ROW_VERANDERCOACH_DAYS, day_row},
      {GP_ROW_AVAILABLE, expert_row},
  };
  GListStore *store = g_list_store_new (GP_TYPE_ROW);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  const GpPlanRow *from;
  guint n = 0;

  g_return_val_if_fail (kind < GP_N_PLAN_KINDS, G_LIST_MODEL (store));
  if (plan == NULL)
    return G_LIST_MODEL (store);
  from = gp_plan_rows (plan, part_of (plan), makers[kind].rows, &n);
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (rows, makers[kind].make (project, plan, &from[i]));
  g_list_store_splice (store, 0, 0, rows->pdata, rows->len);
  return G_LIST_MODEL (store);
}
