/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of the Plan page. A stored plan may name what the project no longer has: then the code
 * is shown. */
#include "gp-rows-plan.h"

#include <glib/gi18n-lib.h>
#include <groeiplan/gp-parameter.h>
#include <groeiplan/gp-format.h>

static const GpTableColumn start_columns[] = {
    {"", FALSE, FALSE, GP_TABLE_ICON}, {N_ ("Board"), FALSE, TRUE, 28},
    {N_ ("Sector"), FALSE, FALSE, 20}, {N_ ("Region"), FALSE, FALSE, 12},
    {N_ ("Need"), FALSE, FALSE, 7},    {N_ ("Programme"), FALSE, FALSE, 12},
    {N_ ("Year"), FALSE, FALSE, 10},   {N_ ("Schools"), TRUE, FALSE, 8},
};
static const GpTableColumn partner_columns[] = {
    {"", FALSE, FALSE, GP_TABLE_ICON},
    {N_ ("Board"), FALSE, TRUE, 28},
    {N_ ("Home region"), FALSE, FALSE, 12},
    {N_ ("Partner from"), FALSE, FALSE, 12},
    {N_ ("Schools of the board"), TRUE, FALSE, 8},
};
static const GpTableColumn training_columns[] = {
    {"", FALSE, FALSE, GP_TABLE_ICON},        {N_ ("Board"), FALSE, TRUE, 28},
    {N_ ("Home region"), FALSE, FALSE, 12},   {N_ ("Year"), FALSE, FALSE, 10},
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
    {N_ ("Days there"), TRUE, FALSE, 11}, {N_ ("Borrowed"), TRUE, FALSE, 8},
    {N_ ("Days used"), TRUE, FALSE, 11},  {N_ ("Lent"), TRUE, FALSE, 8},
    {N_ ("Days short"), TRUE, FALSE, 11}, {N_ ("Hired"), TRUE, FALSE, 8},
};
static const GpTableColumn coach_columns[] = {
    {N_ ("School"), FALSE, TRUE, 24},  {N_ ("Board"), FALSE, TRUE, 20},
    {N_ ("Region"), FALSE, FALSE, 12}, {N_ ("Year"), FALSE, FALSE, 10},
    {N_ ("Coach"), FALSE, TRUE, 24},   {N_ ("Coach-days"), TRUE, FALSE, 11},
};
static const GpTableColumn waiting_columns[] = {
    {N_ ("Board"), FALSE, FALSE, 24},         {N_ ("Region"), FALSE, FALSE, 10},
    {N_ ("Could start"), TRUE, FALSE, 8},     {N_ ("Start"), TRUE, FALSE, 8},
    {N_ ("Without a start"), TRUE, FALSE, 8}, {N_ ("What stands in the way"), FALSE, TRUE, 60},
};
static const GpTableColumn change_columns[] = {
    {N_ ("Board"), FALSE, TRUE, 28}, {N_ ("What"), FALSE, TRUE, 24},
    {N_ ("Year"), FALSE, FALSE, 10}, {N_ ("Published"), TRUE, FALSE, 8},
    {N_ ("Now"), TRUE, FALSE, 8},    {N_ ("Difference"), TRUE, FALSE, 8},
};
static const GpTableColumn pin_columns[] = {
    {"", FALSE, FALSE, GP_TABLE_ICON},    {N_ ("Board"), FALSE, TRUE, 24},
    {N_ ("What"), FALSE, TRUE, 24},       {N_ ("Pinned"), FALSE, FALSE, 12},
    {N_ ("In the plan"), TRUE, FALSE, 8}, {N_ ("State"), FALSE, FALSE, 14},
    {N_ ("Reason"), FALSE, TRUE, 20},     {N_ ("Scenario"), FALSE, FALSE, 14},
};

#define COLUMNS(columns) columns, G_N_ELEMENTS (columns)
const GpTableKind gp_plan_list_kinds[GP_N_VIEWS] = {
    [GP_VIEW_STARTS] = {N_ ("Starting schools"), COLUMNS (start_columns), 7, N_ ("schools")},
    [GP_VIEW_PARTNERS] = {N_ ("New partner boards"), COLUMNS (partner_columns), 4, N_ ("schools")},
    [GP_VIEW_TRAININGS] = {N_ ("Trainings"), COLUMNS (training_columns), 4, N_ ("verandercoaches")},
    [GP_VIEW_COACHES] = {N_ ("Coaches and schools"), COLUMNS (coach_columns), 5, N_ ("coach-days")},
    [GP_VIEW_DAYS] = {N_ ("Days by verandercoaches"), COLUMNS (day_columns), 3, N_ ("coach-days")},
    [GP_VIEW_EXPERTS] = {N_ ("Expert days"), COLUMNS (expert_columns), 4, N_ ("days used")},
    [GP_VIEW_WAITING] = {N_ ("Without a start"), COLUMNS (waiting_columns), 4, N_ ("schools")},
    [GP_VIEW_CHANGES] = {N_ ("Changed since published"), COLUMNS (change_columns), -1, NULL},
    [GP_VIEW_PINS] = {N_ ("Pins"), COLUMNS (pin_columns), -1, NULL},
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

void
gp_row_set_amount (GpRow *row, guint cell, const GpPlan *plan, double amount, guint digits)
{
  g_autofree char *text =
      gp_format_number (amount, plan->has_whole ? digits : 1, gp_numbers_current ());

  gp_row_take_number (row, cell, amount, g_strconcat (plan->has_whole ? "" : "~", text, NULL));
}

void
gp_row_set_year (GpRow *row, guint cell, GpYear year)
{
  char text[GP_YEAR_BYTES];

  gp_row_set_text (row, cell, gp_year_format (year, text));
}

void
gp_row_take_places (GpRow *row, GArray *places)
{
  g_object_set_data_full (G_OBJECT (row), "places", places, (GDestroyNotify)g_array_unref);
}

const GArray *
gp_row_get_places (GpRow *row)
{
  return g_object_get_data (G_OBJECT (row), "places");
}

const char *
gp_plan_lock (const GpPlanView *view, const GpPinPlace *place)
{
  guint32 pin = gp_pin_find (view->project, view->scenario, place);

  if (pin == GP_NONE)
    return "";
  return gp_pin_state (view->project, view->plan, pin) == GP_PIN_BROKEN ? GP_LOCK_OPEN_ICON
                                                                        : GP_LOCK_ICON;
}

/* The row's place, and in its first cell whether that is pinned. */
static void
set_place (GpRow *row, const GpPlanView *view, const GpPlanRow *from)
{
  GpPinPlace place;
  GArray *places;

  if (!gp_pin_place_of_row (view->project, from, &place))
    return;
  places = g_array_new (FALSE, FALSE, sizeof place);
  g_array_append_val (places, place);
  gp_row_take_places (row, places);
  gp_row_set_text (row, 0, gp_plan_lock (view, &place));
}

static GpRow *
start_row (const GpPlanView *view, const GpPlanRow *from)
{
  GpRow *row = gp_row_new (G_N_ELEMENTS (start_columns));

  gp_row_set_text (row, 1, gp_name_of (view->project, GP_TABLE_BOARDS, from->board));
  gp_row_set_text (row, 2, gp_name_of (view->project, GP_TABLE_SECTORS, from->sector));
  gp_row_set_text (row, 3, gp_name_of (view->project, GP_TABLE_REGIONS, from->region));
  gp_row_set_text (row, 4, gp_need_title (from->need));
  gp_row_set_text (row, 5, gp_programme_title (from->programme));
  gp_row_set_year (row, 6, from->year);
  gp_row_set_amount (row, 7, view->plan, from->amount, 0);
  set_place (row, view, from);
  return row;
}

static const char *
home_region (const GpProject *project, const char *board)
{
  guint32 index = gp_project_find (project, GP_TABLE_BOARDS, board);

  return index != GP_NONE ? project->regions[project->boards[index].home_region].name : "";
}

static GpRow *
partner_row (const GpPlanView *view, const GpPlanRow *from)
{
  GpRow *row = gp_row_new (G_N_ELEMENTS (partner_columns));
  guint32 board = gp_project_find (view->project, GP_TABLE_BOARDS, from->board);
  guint n = 0;

  if (board != GP_NONE)
    gp_project_board_schools (view->project, board, &n);
  gp_row_set_text (row, 1, gp_name_of (view->project, GP_TABLE_BOARDS, from->board));
  gp_row_set_text (row, 2, home_region (view->project, from->board));
  gp_row_set_year (row, 3, from->year);
  gp_row_take_number (row, 4, n, gp_format_integer (n, gp_numbers_current ()));
  set_place (row, view, from);
  return row;
}

static GpRow *
training_row (const GpPlanView *view, const GpPlanRow *from)
{
  GpRow *row = gp_row_new (G_N_ELEMENTS (training_columns));

  gp_row_set_text (row, 1, gp_name_of (view->project, GP_TABLE_BOARDS, from->board));
  gp_row_set_text (row, 2, home_region (view->project, from->board));
  gp_row_set_year (row, 3, from->year);
  gp_row_set_amount (row, 4, view->plan, from->amount, 0);
  set_place (row, view, from);
  return row;
}

static GpRow *
day_row (const GpPlanView *view, const GpPlanRow *from)
{
  GpRow *row = gp_row_new (G_N_ELEMENTS (day_columns));

  gp_row_set_text (row, 0, gp_name_of (view->project, GP_TABLE_BOARDS, from->board));
  gp_row_set_text (row, 1, gp_name_of (view->project, GP_TABLE_REGIONS, from->region));
  gp_row_set_year (row, 2, from->year);
  gp_row_set_amount (row, 3, view->plan, from->amount, 2);
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

/* Days that the region has of others (as many as are left after the way there), or gives to them.
 */
static double
lending_at (const GpPlanView *view, const GpPlanRow *at, gboolean borrowed)
{
  double left = borrowed ? gp_param_value (view->project, view->scenario,
                                           GP_PARAM_LENDING_EFFICIENCY, NULL, at->year)
                         : 1;
  guint n;
  const GpPlanRow *rows = gp_plan_rows (view->plan, part_of (view->plan), GP_ROW_LENDING, &n);
  double sum = 0;

  for (guint i = 0; i < n; i++)
    if (rows[i].year == at->year &&
        g_str_equal (borrowed ? rows[i].to_region : rows[i].region, at->region))
      sum += rows[i].amount * left;
  return sum;
}

/* What is there and borrowed is used, lent or left. A row of used days has the lent ones too; they
 * are counted where they are used, as in the figures of the plan. */
static GpRow *
expert_row (const GpPlanView *view, const GpPlanRow *from)
{
  GpRow *row = gp_row_new (G_N_ELEMENTS (expert_columns));
  double lent = lending_at (view, from, FALSE);

  gp_row_set_text (row, 0, gp_name_of (view->project, GP_TABLE_REGIONS, from->region));
  gp_row_set_year (row, 1, from->year);
  gp_row_set_amount (row, 2, view->plan, from->amount, 1);
  gp_row_set_amount (row, 3, view->plan, lending_at (view, from, TRUE), 1);
  gp_row_set_amount (row, 4, view->plan, amount_at (view->plan, GP_ROW_USED, from) - lent, 1);
  gp_row_set_amount (row, 5, view->plan, lent, 1);
  gp_row_set_amount (row, 6, view->plan, amount_at (view->plan, GP_ROW_OVERLOAD, from), 1);
  gp_row_set_amount (row, 7, view->plan, amount_at (view->plan, GP_ROW_HIRE, from), 0);
  return row;
}

/* ---- boards by years --------------------------------------------------------------------------
 */

static GpRow *
board_row (const GpPlanView *view, const GpPlanBoards *boards, const GpPlanBoard *board)
{
  guint n = boards->n_years;
  GpRow *row = gp_row_new (GP_PLAN_BOARD_COLUMNS + n + 1);
  gboolean pinned = FALSE;

  gp_row_set_text (row, 1, gp_name_of (view->project, GP_TABLE_BOARDS, board->code));
  gp_row_set_text (row, 2, home_region (view->project, board->code));
  if (board->partner != GP_YEAR_NONE)
    gp_row_set_year (row, 3, board->partner);
  for (guint y = 0; y < n; y++) {
    const GpPlanCell *cell = &board->cells[y];

    pinned = pinned || cell->regular_pinned || cell->groeikracht_pinned || cell->trainings_pinned ||
             cell->partner_pinned;
    gp_row_take_number (row, GP_PLAN_BOARD_COLUMNS + y, cell->regular + cell->groeikracht,
                        gp_plan_cell_text (cell, boards->rough));
  }
  gp_row_set_amount (row, GP_PLAN_BOARD_COLUMNS + n, view->plan, board->starts, 0);
  gp_row_set_text (row, 0, pinned ? GP_LOCK_ICON : "");
  gp_row_take_places (row, g_array_ref (board->places));
  return row;
}

static void
add_boards (GPtrArray *rows, const GpPlanView *view)
{
  g_autoptr (GpPlanBoards) boards =
      gp_plan_boards_new (view->project, view->scenario, view->plan, &view->filter);

  for (guint i = 0; i < boards->boards->len; i++)
    g_ptr_array_add (rows, board_row (view, boards, g_ptr_array_index (boards->boards, i)));
}

/* ---- all --------------------------------------------------------------------------------------
 */

static void
add_list (GPtrArray *rows, GpView kind, const GpPlanView *view)
{
  static const struct {
    GpPlanRowKind rows;
    GpRow *(*make) (const GpPlanView *view, const GpPlanRow *from);
  } makers[GP_N_VIEWS] = {
      [GP_VIEW_STARTS] = {GP_ROW_START, start_row},
      [GP_VIEW_PARTNERS] = {GP_ROW_PARTNER, partner_row},
      [GP_VIEW_TRAININGS] = {GP_ROW_TRAINING, training_row},
      [GP_VIEW_DAYS] = {GP_ROW_VERANDERCOACH_DAYS, day_row},
      [GP_VIEW_EXPERTS] = {GP_ROW_AVAILABLE, expert_row},
  };
  guint n = 0;
  const GpPlanRow *from;

  g_return_if_fail (makers[kind].make != NULL);
  from = gp_plan_rows (view->plan, part_of (view->plan), makers[kind].rows, &n);
  for (guint i = 0; i < n; i++)
    if (gp_plan_filter_has (&view->filter, view->project, &from[i]))
      g_ptr_array_add (rows, makers[kind].make (view, &from[i]));
}

static void
add_rows (GPtrArray *rows, GpView kind, const GpPlanView *view)
{
  if (kind == GP_VIEW_PINS)
    gp_rows_add_pins (rows, view);
  else if (view->plan == NULL)
    return;
  else if (kind == GP_VIEW_BOARDS)
    add_boards (rows, view);
  else if (kind == GP_VIEW_COACHES)
    gp_rows_add_coaches (rows, view);
  else if (kind == GP_VIEW_WAITING)
    gp_rows_add_waiting (rows, view);
  else if (kind == GP_VIEW_CHANGES)
    gp_rows_add_changes (rows, view);
  else if (kind == GP_VIEW_ASKED)
    gp_rows_add_asked (rows, view);
  else
    add_list (rows, kind, view);
}

GListModel *
gp_plan_view_rows (guint kind, const GpPlanView *view)
{
  GListStore *store = g_list_store_new (GP_TYPE_ROW);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_val_if_fail (kind < GP_N_VIEWS, G_LIST_MODEL (store));
  add_rows (rows, kind, view);
  g_list_store_splice (store, 0, 0, rows->pdata, rows->len);
  return G_LIST_MODEL (store);
}
