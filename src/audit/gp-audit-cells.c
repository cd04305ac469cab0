/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Boards, the regions they work in, their cells of schools, and what history still asks. */
#include "gp-audit-data.h"

/* The board's cell for that school, made when it is the first of its kind. */
static GpAuditCell *
find_cell (GArray *cells, GHashTable *seen, const GpAuditData *data, const GpSchool *school)
{
  GpNeed need = school->high_need ? GP_NEED_HIGH : GP_NEED_OTHER;
  guint key = (school->region * data->n_sectors + school->sector) * GP_N_NEEDS + need;
  gpointer index;
  if (!g_hash_table_lookup_extended (seen, GUINT_TO_POINTER (key), NULL, &index)) {
    GpAuditCell cell = {school->board, school->sector, school->region, need, 0, 0, 0, 0};
    index = GUINT_TO_POINTER (cells->len);
    g_array_append_val (cells, cell);
    g_hash_table_insert (seen, GUINT_TO_POINTER (key), index);
  }
  return &g_array_index (cells, GpAuditCell, GPOINTER_TO_UINT (index));
}

static void
add_school (GArray *cells, GHashTable *seen, const GpAuditData *data, const GpSchool *school)
{
  if (!gp_school_is_eligible (school))
    return;
  GpAuditCell *cell = find_cell (cells, seen, data, school);
  cell->n_schools++;
  cell->n_ready += gp_school_is_ready (school) ? 1 : 0;
  if (school->pupils >= 0) {
    cell->n_counted++;
    cell->pupils += (guint64)school->pupils;
  }
}

/* Every region with a school of the board, also one that started or is left out of the plan: its
 * verandercoaches may work there. */
static void
add_places (GArray *places, guint32 board, const GpAuditData *data, const guint32 *schools, guint n)
{
  guint first = places->len;
  for (guint i = 0; i < n; i++) {
    guint32 region = data->project->schools[schools[i]].region;
    gboolean known = FALSE;
    for (guint j = first; j < places->len && !known; j++)
      known = g_array_index (places, GpAuditPlace, j).region == region;
    if (!known)
      g_array_append_val (places, ((GpAuditPlace){board, region, GP_NONE, NULL}));
  }
}

static void
add_board (GpAuditData *data, guint32 b, GArray *cells, GArray *places)
{
  GpAuditBoard *board = &data->boards[b];
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  guint n;
  const guint32 *schools = gp_project_board_schools (data->project, b, &n);
  mpz_init (board->most);
  board->coached = GP_NONE;
  board->is_partner = data->project->boards[b].partner_since != GP_YEAR_NONE;
  board->can_partner =
      board->is_partner || gp_project_board_can_partner (data->project, data->scenario, b);
  board->first_cell = cells->len;
  board->first_place = places->len;
  for (guint i = 0; i < n; i++) {
    add_school (cells, seen, data, &data->project->schools[schools[i]]);
    board->n_started += data->project->schools[schools[i]].started != GP_YEAR_NONE ? 1 : 0;
  }
  add_places (places, b, data, schools, n);
  board->n_cells = cells->len - board->first_cell;
  board->n_places = places->len - board->first_place;
}

/* Numbers the boards that can have verandercoaches, and their places, for the columns. */
static void
number_coached (GpAuditData *data)
{
  data->coached_boards = g_new (guint32, data->n_boards);
  data->coached_places = g_new (guint32, data->n_places);
  data->n_coached_boards = data->n_coached_places = 0;
  for (guint32 b = 0; b < data->n_boards; b++) {
    GpAuditBoard *board = &data->boards[b];
    if (!board->can_partner)
      continue;
    board->coached = data->n_coached_boards;
    data->coached_boards[data->n_coached_boards++] = b;
    for (guint i = board->first_place; i < board->first_place + board->n_places; i++) {
      data->places[i].coached = data->n_coached_places;
      data->coached_places[data->n_coached_places++] = i;
    }
  }
}

static void
list_by_region (GpAuditData *data)
{
  data->region_cells = g_new (GArray *, data->n_regions);
  data->region_places = g_new (GArray *, data->n_regions);
  data->region_boards = g_new (GArray *, data->n_regions);
  for (guint32 r = 0; r < data->n_regions; r++) {
    data->region_cells[r] = g_array_new (FALSE, FALSE, sizeof (guint));
    data->region_places[r] = g_array_new (FALSE, FALSE, sizeof (guint));
    data->region_boards[r] = g_array_new (FALSE, FALSE, sizeof (guint));
  }
  for (guint i = 0; i < data->n_cells; i++)
    g_array_append_val (data->region_cells[data->cells[i].region], i);
  for (guint i = 0; i < data->n_places; i++)
    g_array_append_val (data->region_places[data->places[i].region], i);
  for (guint i = 0; i < data->n_coached_boards; i++)
    g_array_append_val (
        data->region_boards[data->project->boards[data->coached_boards[i]].home_region],
        data->coached_boards[i]);
}

void
gp_audit_data_add_cells (GpAuditData *data)
{
  GArray *cells = g_array_new (FALSE, FALSE, sizeof (GpAuditCell));
  GArray *places = g_array_new (FALSE, FALSE, sizeof (GpAuditPlace));
  data->boards = g_new0 (GpAuditBoard, data->n_boards);
  for (guint32 b = 0; b < data->n_boards; b++)
    add_board (data, b, cells, places);
  data->n_cells = cells->len;
  data->n_places = places->len;
  data->cells = (gpointer)g_array_free (cells, FALSE);
  data->places = (gpointer)g_array_free (places, FALSE);
  number_coached (data);
  list_by_region (data);
}

/* ---- carry ----------------------------------------------------------------------------------- */

static GpAuditPlace *
find_place (GpAuditData *data, guint32 board, guint32 region)
{
  GpAuditPlace *place = &data->places[data->boards[board].first_place];
  while (place->region != region)
    place++;
  return place;
}

/* In its k-th support year (from 0) a school that started in year t is in year t + k. */
static void
add_school_carry (GpAuditData *data, const GpSchool *school)
{
  const GpAuditSector *sector = &data->sectors[school->sector];
  for (guint k = 0; k < sector->n_support; k++) {
    int year = school->started + (int)k - data->project->plan_from;
    if (year < 0 || year >= (int)data->n_years)
      continue;
    GpAuditPlace *place = find_place (data, school->board, school->region);
    if (place->carry == NULL)
      place->carry = gp_audit_rationals_new (data->n_years);
    mpq_add (&place->carry[year], &place->carry[year], sector->support[k]->value);
  }
}

void
gp_audit_data_add_carry (GpAuditData *data)
{
  for (guint i = 0; i < data->project->n_schools; i++)
    if (data->project->schools[i].started != GP_YEAR_NONE)
      add_school_carry (data, &data->project->schools[i]);
}
