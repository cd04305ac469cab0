/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of the Boards and Schools pages, and of the preview of a register import. */
#include "gp-rows.h"

#include <glib/gi18n-lib.h>
#include <groeiplan/gp-format.h>

static const GpTableColumn board_columns[] = {
    {N_ ("Board"), FALSE, TRUE, 28},          {N_ ("Code"), FALSE, FALSE, 7},
    {N_ ("Home region"), FALSE, FALSE, 12},   {N_ ("Schools"), TRUE, FALSE, 8},
    {N_ ("Taking part"), TRUE, FALSE, 6},     {N_ ("Starting in the plan"), TRUE, FALSE, 6},
    {N_ ("Verandercoaches"), TRUE, FALSE, 6}, {N_ ("Partner since"), FALSE, FALSE, 10},
};
static const GpTableColumn school_columns[] = {
    {N_ ("School"), FALSE, TRUE, 26},  {N_ ("Code"), FALSE, FALSE, 9},
    {N_ ("Board"), FALSE, TRUE, 22},   {N_ ("Sector"), FALSE, FALSE, 8},
    {N_ ("Region"), FALSE, FALSE, 11}, {N_ ("Pupils"), TRUE, FALSE, 7},
    {N_ ("Need"), FALSE, FALSE, 7},    {N_ ("Started"), FALSE, FALSE, 10},
    {N_ ("Intake"), FALSE, FALSE, 12},
};
static const GpTableColumn change_columns[] = {
    {N_ ("Change"), FALSE, FALSE, 10}, {N_ ("Kind"), FALSE, FALSE, 8},
    {N_ ("Code"), FALSE, FALSE, 9},    {N_ ("Name"), FALSE, TRUE, 26},
    {N_ ("Before"), FALSE, TRUE, 16},  {N_ ("After"), FALSE, TRUE, 16},
};

const GpTableKind gp_boards_kind = {N_ ("Boards"), board_columns, G_N_ELEMENTS (board_columns), 3,
                                    N_ ("schools")};
const GpTableKind gp_schools_kind = {N_ ("Schools"), school_columns, G_N_ELEMENTS (school_columns),
                                     5, N_ ("pupils")};
const GpTableKind gp_change_kind = {N_ ("All changes"), change_columns,
                                    G_N_ELEMENTS (change_columns), -1, NULL};

static void
set_count (GpRow *row, guint cell, double count)
{
  gp_row_take_number (row, cell, count, gp_format_number (count, 0, gp_language_current ()));
}

static void
set_year (GpRow *row, guint cell, GpYear year)
{
  char text[GP_YEAR_BYTES];

  gp_row_set_text (row, cell, gp_year_format (year, text));
}

/* Per board: what a plan starts there. */
static double *
starts_of_boards (const GpProject *project, const GpPlan *plan)
{
  double *starts = g_new0 (double, MAX (project->n_boards, 1));
  guint n = 0;
  const GpPlanRow *rows = NULL;

  if (plan != NULL)
    rows = gp_plan_rows (plan, plan->has_whole ? GP_PART_WHOLE : GP_PART_RELAXED, GP_ROW_START, &n);
  for (guint i = 0; i < n; i++) {
    guint32 board = gp_project_find (project, GP_TABLE_BOARDS, rows[i].board);

    if (board != GP_NONE)
      starts[board] += rows[i].amount;
  }
  return starts;
}

static guint
started_schools (const GpProject *project, guint32 board, guint *n_schools)
{
  const guint32 *schools = gp_project_board_schools (project, board, n_schools);
  guint started = 0;

  for (guint i = 0; i < *n_schools; i++)
    started += project->schools[schools[i]].started != GP_YEAR_NONE;
  return started;
}

static GpRow *
board_row (const GpProject *project, guint32 index, double starts, guint coaches)
{
  const GpBoard *board = &project->boards[index];
  GpRow *row = gp_row_new (G_N_ELEMENTS (board_columns));
  guint n_schools, started = started_schools (project, index, &n_schools);

  gp_row_set_text (row, 0, *board->name != '\0' ? board->name : board->code);
  gp_row_set_text (row, 1, board->code);
  gp_row_set_text (row, 2, project->regions[board->home_region].name);
  set_count (row, 3, n_schools);
  set_count (row, 4, started);
  set_count (row, 5, starts);
  set_count (row, 6, coaches);
  set_year (row, 7, board->partner_since);
  return row;
}

GListModel *
gp_board_rows (const GpProject *project, const GpPlan *plan)
{
  GListStore *store = g_list_store_new (GP_TYPE_ROW);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree double *starts = starts_of_boards (project, plan);
  g_autofree guint *coaches = g_new0 (guint, MAX (project->n_boards, 1));

  for (guint i = 0; i < project->n_verandercoaches; i++)
    coaches[project->verandercoaches[i].board]++;
  for (guint32 i = 0; i < project->n_boards; i++)
    g_ptr_array_add (rows, board_row (project, i, starts[i], coaches[i]));
  g_list_store_splice (store, 0, 0, rows->pdata, rows->len);
  return G_LIST_MODEL (store);
}

static const char *
intake_title (const GpSchool *school)
{
  if (school->started != GP_YEAR_NONE)
    return "";
  if (school->excluded)
    return _ ("left out");
  if (gp_school_is_ready (school))
    return _ ("ready");
  if (school->intake == GP_INTAKE_TALKS)
    return _ ("in talks");
  return school->intake == GP_INTAKE_INTERESTED ? _ ("interested") : "";
}

static GpRow *
school_row (const GpProject *project, const GpSchool *school)
{
  const GpBoard *board = &project->boards[school->board];
  GpRow *row = gp_row_new (G_N_ELEMENTS (school_columns));

  gp_row_set_text (row, 0, *school->name != '\0' ? school->name : school->code);
  gp_row_set_text (row, 1, school->code);
  gp_row_set_text (row, 2, *board->name != '\0' ? board->name : board->code);
  gp_row_set_text (row, 3, project->sectors[school->sector].code);
  gp_row_set_text (row, 4, project->regions[school->region].name);
  if (school->pupils >= 0)
    set_count (row, 5, school->pupils);
  gp_row_set_text (row, 6, gp_need_title (school->high_need ? GP_NEED_HIGH : GP_NEED_OTHER));
  set_year (row, 7, school->started);
  gp_row_set_text (row, 8, intake_title (school));
  return row;
}

GListModel *
gp_school_rows (const GpProject *project)
{
  GListStore *store = g_list_store_new (GP_TYPE_ROW);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < project->n_schools; i++)
    g_ptr_array_add (rows, school_row (project, &project->schools[i]));
  g_list_store_splice (store, 0, 0, rows->pdata, rows->len);
  return G_LIST_MODEL (store);
}

const char *
gp_change_title (GpChangeKind kind)
{
  static const char *const titles[GP_N_CHANGES] = {
      [GP_CHANGE_NEW] = N_ ("New"),         [GP_CHANGE_MOVED] = N_ ("Moved"),
      [GP_CHANGE_RENAMED] = N_ ("Renamed"), [GP_CHANGE_PUPILS] = N_ ("Pupils"),
      [GP_CHANGE_CLOSED] = N_ ("Closed"),
  };

  return (guint)kind < GP_N_CHANGES ? _ (titles[kind]) : "";
}

static GpRow *
change_row (const GpRegisterChange *change)
{
  GpRow *row = gp_row_new (G_N_ELEMENTS (change_columns));

  gp_row_set_text (row, 0, gp_change_title (change->kind));
  gp_row_set_text (row, 1, change->table == GP_TABLE_BOARDS ? _ ("board") : _ ("school"));
  gp_row_set_text (row, 2, change->code);
  gp_row_set_text (row, 3, change->name);
  gp_row_set_text (row, 4, change->before);
  gp_row_set_text (row, 5, change->after);
  return row;
}

GListModel *
gp_change_rows (guint kind, const GpRegisterPreview *preview)
{
  GListStore *store = g_list_store_new (GP_TYPE_ROW);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < gp_register_preview_n_changes (preview); i++) {
    const GpRegisterChange *change = gp_register_preview_change (preview, i);

    if (kind == 0 || change->kind == (GpChangeKind)(kind - 1))
      g_ptr_array_add (rows, change_row (change));
  }
  g_list_store_splice (store, 0, 0, rows->pdata, rows->len);
  return G_LIST_MODEL (store);
}
