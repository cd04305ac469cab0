/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See gp-plan-boards.h. */
#include "gp-plan-boards.h"

#include <groeiplan/gp-format.h>
#include <groeiplan/gp-parameter.h>

static void
free_board (gpointer data)
{
  GpPlanBoard *board = data;

  g_array_unref (board->places);
  g_free (board->cells);
  g_free (board);
}

static const char *
home_region (const GpProject *project, const char *code)
{
  guint32 board = gp_project_find (project, GP_TABLE_BOARDS, code);

  return board != GP_NONE ? project->regions[project->boards[board].home_region].code : "";
}

gboolean
gp_plan_filter_has (const GpPlanFilter *filter, const GpProject *project, const GpPlanRow *row)
{
  const char *region = *row->region != '\0' ? row->region : home_region (project, row->board);

  if (*filter->sector != '\0' && *row->sector != '\0' && !g_str_equal (filter->sector, row->sector))
    return FALSE;
  return *filter->region == '\0' || g_str_equal (filter->region, region);
}

/* ---- building ---------------------------------------------------------------------------------
 */

static GpPlanBoard *
board_of (GpPlanBoards *self, GHashTable *known, const GpProject *project, const char *code)
{
  GpPlanBoard *board = g_hash_table_lookup (known, code);

  if (board != NULL)
    return board;
  board = g_new0 (GpPlanBoard, 1);
  board->code = code;
  board->board = gp_project_find (project, GP_TABLE_BOARDS, code);
  board->partner =
      board->board != GP_NONE ? project->boards[board->board].partner_since : GP_YEAR_NONE;
  board->places = g_array_new (FALSE, FALSE, sizeof (GpPinPlace));
  board->cells = g_new0 (GpPlanCell, self->n_years);
  g_hash_table_insert (known, (gpointer)code, board);
  g_ptr_array_add (self->boards, board);
  return board;
}

static void
add_place (GpPlanBoard *board, const GpProject *project, const GpPlanRow *row)
{
  GpPinPlace place;

  if (!gp_pin_place_of_row (project, row, &place))
    return;
  for (guint i = 0; i < board->places->len; i++)
    if (gp_pin_place_equal (&g_array_index (board->places, GpPinPlace, i), &place))
      return;
  g_array_append_val (board->places, place);
}

static void
add_amount (GpPlanBoard *board, GpPlanCell *cell, const GpPlanRow *row)
{
  if (row->kind == GP_ROW_START) {
    *(row->programme == GP_PROGRAMME_REGULAR ? &cell->regular : &cell->groeikracht) += row->amount;
    board->starts += row->amount;
  } else if (row->kind == GP_ROW_TRAINING)
    cell->trainings += row->amount;
  else {
    cell->partner = TRUE;
    board->partner = row->year;
  }
}

static void
add_rows (GpPlanBoards *self, GHashTable *known, const GpProject *project, const GpPlan *plan,
          GpPlanRowKind kind, const GpPlanFilter *filter)
{
  guint n;
  const GpPlanRow *rows =
      gp_plan_rows (plan, plan->has_whole ? GP_PART_WHOLE : GP_PART_RELAXED, kind, &n);

  for (guint i = 0; i < n; i++) {
    GpPlanBoard *board;

    if (rows[i].year < project->plan_from || rows[i].year > project->last_year ||
        !gp_plan_filter_has (filter, project, &rows[i]))
      continue;
    board = board_of (self, known, project, rows[i].board);
    add_place (board, project, &rows[i]);
    add_amount (board, &board->cells[rows[i].year - project->plan_from], &rows[i]);
  }
}

static void
mark_pin (GpPlanBoard *board, const GpProject *project, const GpPinPlace *place)
{
  GpPlanCell *cell = &board->cells[place->year - project->plan_from];

  if (place->kind == GP_PIN_PARTNER)
    cell->partner_pinned = TRUE;
  else if (place->kind == GP_PIN_TRAINING)
    cell->trainings_pinned = TRUE;
  else if (place->programme == GP_PROGRAMME_REGULAR)
    cell->regular_pinned = TRUE;
  else
    cell->groeikracht_pinned = TRUE;
}

static void
mark_pins (GHashTable *known, const GpProject *project, guint32 scenario)
{
  if (scenario == GP_NONE)
    return;
  for (guint32 i = 0; i < project->n_pins; i++) {
    GpPinPlace place = gp_pin_place_of (&project->pins[i]);
    GpPlanBoard *board = g_hash_table_lookup (known, project->boards[place.board].code);

    if (board == NULL || place.year < project->plan_from || place.year > project->last_year ||
        !gp_project_pin_applies (project, scenario, i))
      continue;
    for (guint k = 0; k < board->places->len; k++)
      if (gp_pin_place_equal (&g_array_index (board->places, GpPinPlace, k), &place))
        mark_pin (board, project, &place);
  }
}

static int
compare_boards (gconstpointer a, gconstpointer b)
{
  const GpPlanBoard *one = *(const GpPlanBoard *const *)a, *other = *(const GpPlanBoard *const *)b;

  return (one->board > other->board) - (one->board < other->board);
}

GpPlanBoards *
gp_plan_boards_new (const GpProject *project, guint32 scenario, const GpPlan *plan,
                    const GpPlanFilter *filter)
{
  static const GpPlanRowKind kinds[] = {GP_ROW_START, GP_ROW_PARTNER, GP_ROW_TRAINING};
  GpPlanBoards *self = g_new0 (GpPlanBoards, 1);
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);

  self->boards = g_ptr_array_new_with_free_func (free_board);
  self->n_years = (guint)(project->last_year - project->plan_from + 1);
  if (plan == NULL)
    return self;
  self->rough = !plan->has_whole;
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    add_rows (self, known, project, plan, kinds[i], filter);
  mark_pins (known, project, scenario);
  g_ptr_array_sort (self->boards, compare_boards);
  return self;
}

void
gp_plan_boards_free (GpPlanBoards *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->boards);
  g_free (self);
}

/* ---- as text ----------------------------------------------------------------------------------
 */

static void
add_part (GString *text, const char *between, double amount, const char *letter, gboolean pinned,
          gboolean rough)
{
  g_autofree char *number = gp_format_number (amount, rough ? 1 : 0, gp_numbers_current ());

  if (text->len > 0)
    g_string_append (text, between);
  g_string_append_printf (text, "%s%s%s %s%s", pinned ? "[" : "", rough ? "~" : "", number, letter,
                          pinned ? "]" : "");
}

char *
gp_plan_cell_text (const GpPlanCell *cell, gboolean rough)
{
  GString *text = g_string_new (NULL);
  double least = rough ? 0.05 : 0.5; /* what shows as zero is left out */

  if (cell->regular >= least)
    add_part (text, "", cell->regular, "R", cell->regular_pinned, rough);
  if (cell->groeikracht >= least)
    add_part (text, " + ", cell->groeikracht, "G", cell->groeikracht_pinned, rough);
  if (cell->partner)
    g_string_append_printf (text, "%s%s%s", text->len > 0 ? " · " : "", rough ? "~" : "",
                            cell->partner_pinned ? "[P]" : "P");
  if (cell->trainings >= least)
    add_part (text, " · ", cell->trainings, "V", cell->trainings_pinned, rough);
  return g_string_free (text, FALSE);
}
