/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows that boards share, and the columns that belong to no partner. Schools of boards that are
 * no partners differ in sector, region and need only (what they reach decides later which of them
 * go). */
#include "gp-whole-hires.h"
#include "gp-whole-shared.h"

#include <math.h>

/* Expert days kept free in every region and year when decisions become whole, for days are then
 * rounded to 1/100. */
#define MARGIN 0.3

/* ---- a program that grows --------------------------------------------------------- */

void
gp_growing_init (GpGrowing *growing)
{
  growing->entries = g_array_new (FALSE, FALSE, sizeof (GpEntry));
  GArray **all[] = {&growing->col_lower, &growing->col_upper, &growing->row_lower,
                    &growing->row_upper, &growing->cost};
  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    *all[i] = g_array_new (FALSE, FALSE, sizeof (double));
}

void
gp_growing_clear (GpGrowing *growing)
{
  GArray **all[] = {&growing->entries,   &growing->col_lower, &growing->col_upper,
                    &growing->row_lower, &growing->row_upper, &growing->cost};
  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    g_clear_pointer (all[i], g_array_unref);
}

guint
gp_growing_add_col (GpGrowing *growing, double lower, double upper, double cost)
{
  g_array_append_val (growing->col_lower, lower);
  g_array_append_val (growing->col_upper, upper);
  g_array_append_val (growing->cost, cost);
  return growing->cost->len - 1;
}

guint
gp_growing_add_row (GpGrowing *growing, double lower, double upper)
{
  g_array_append_val (growing->row_lower, lower);
  g_array_append_val (growing->row_upper, upper);
  return growing->row_lower->len - 1;
}

void
gp_growing_add (GpGrowing *growing, guint row, guint col, double value)
{
  if (value != 0)
    g_array_append_val (growing->entries, ((GpEntry){(int)row, (int)col, value}));
}

GpLp *
gp_growing_lp (const GpGrowing *growing)
{
  guint n = growing->entries->len;
  g_autofree int *row = g_new (int, n + 1), *col = g_new (int, n + 1);
  g_autofree double *value = g_new (double, n + 1);
  for (guint i = 0; i < n; i++) {
    const GpEntry *entry = &g_array_index (growing->entries, GpEntry, i);
    row[i] = entry->row;
    col[i] = entry->col;
    value[i] = entry->value;
  }
  GpLpMatrix matrix = {growing->row_lower->len,
                       growing->cost->len,
                       n,
                       (const double *)(gpointer)growing->row_lower->data,
                       (const double *)(gpointer)growing->row_upper->data,
                       (const double *)(gpointer)growing->col_lower->data,
                       (const double *)(gpointer)growing->col_upper->data,
                       row,
                       col,
                       value};
  GpLp *lp = gp_lp_new (&matrix);
  for (guint c = 0; lp != NULL && c < growing->cost->len; c++)
    gp_lp_set_cost (lp, c, g_array_index (growing->cost, double, c));
  return lp;
}

/* ---- rows ------------------------------------------------------------------------- */

static guint
add_rows (GpShared *shared, guint n, double lower, double upper)
{
  guint first = shared->program.row_lower->len;
  for (guint i = 0; i < n; i++)
    gp_growing_add_row (&shared->program, lower, upper);
  return first;
}

static void
set_upper (GpShared *shared, guint row, double upper)
{
  g_array_index (shared->program.row_upper, double, row) = upper;
}

static void
set_equal (GpShared *shared, guint row, double value)
{
  set_upper (shared, row, value);
  g_array_index (shared->program.row_lower, double, row) = value;
}

/* Expert days less what schools and coaches of before ask anyway. */
static void
add_expert_rows (GpShared *shared)
{
  const GpPlanData *data = shared->data;
  guint n = data->n_years;
  shared->experts = add_rows (shared, data->n_regions * n, -INFINITY, 0);
  g_autofree double *left = g_memdup2 (data->available, data->n_regions * n * sizeof (double));
  for (guint s = 0; s < data->n_sites; s++)
    for (guint y = 0; y < n; y++)
      left[data->sites[s].region * n + y] -= data->carry[s * n + y];
  for (guint32 b = 0; b < data->n_boards; b++)
    for (guint y = 0; y < n && data->boards[b].can_partner; y++)
      left[data->project->boards[b].home_region * n + y] -=
          data->coach_expert_days * data->stock0[b * n + y];
  for (guint i = 0; i < data->n_regions * n; i++)
    set_upper (shared, shared->experts + i, left[i] - (shared->elastic ? MARGIN : 0));
}

static void
add_year_rows (GpShared *shared)
{
  const GpPlanData *data = shared->data;
  guint n = data->n_years;
  shared->cohort = add_rows (shared, GP_N_PROGRAMMES * n, 0, 0);
  for (guint i = 0; i < GP_N_PROGRAMMES * n; i++)
    set_equal (shared, shared->cohort + i, data->cohort[i]);
  shared->interest = add_rows (shared, n, -INFINITY, 0);
  shared->partners = add_rows (shared, n, -INFINITY, 0);
  shared->trainings = add_rows (shared, n, -INFINITY, 0);
  for (guint y = 0; y < n; y++) {
    set_upper (shared, shared->interest + y, data->interest[y]);
    set_upper (shared, shared->partners + y, floor (data->partner_cap[y] + 1e-9));
    set_upper (shared, shared->trainings + y, floor (data->training_cap[y] + 1e-9));
  }
  shared->equity = add_rows (shared, n, 0, INFINITY);
  shared->sector = add_rows (shared, data->n_sectors * n, 0, INFINITY);
  shared->funded = add_rows (shared, n, -INFINITY, 0);
}

/* ---- starts ----------------------------------------------------------------------- */

static void
append (GArray *entries, guint row, guint col, double value)
{
  if (value != 0)
    g_array_append_val (entries, ((GpEntry){(int)row, (int)col, value}));
}

void
gp_shared_link_start (const GpShared *shared, GArray *entries, guint col, guint32 sector,
                      guint32 region, GpNeed need, guint y)
{
  const GpPlanData *data = shared->data;
  guint n = data->n_years;
  if (y > 0)
    append (entries, shared->experts + region * n + y - 1, col, data->recruitment[sector * n + y]);
  for (guint k = 0; y + k < n && k < GP_MAX_SUPPORT; k++)
    append (entries, shared->experts + region * n + y + k, col,
            gp_plan_data_support (data, sector, y, k));
  append (entries, shared->cohort + GP_PROGRAMME_REGULAR * n + y, col, 1);
  append (entries, shared->interest + y, col, 1);
  if (data->equity[y] > 0)
    append (entries, shared->equity + y, col, (need == GP_NEED_HIGH) - data->equity[y]);
  for (guint32 s = 0; s < data->n_sectors; s++)
    if (data->sector_min[s * n + y] > 0)
      append (entries, shared->sector + s * n + y, col,
              (s == sector) - data->sector_min[s * n + y]);
  if (data->project->sectors[sector].groeikracht)
    append (entries, shared->funded + y, col, -1);
}

typedef struct {
  guint32 sector, region;
  GpNeed need;
  double n, n_ready, reach; /* reach: of one, in one year */
} Group;

static GArray *
make_groups (GpShared *shared)
{
  const GpPlanData *data = shared->data;
  GArray *groups = g_array_new (FALSE, FALSE, sizeof (Group));
  shared->group_of = g_new (guint32, data->n_cells + 1);
  for (guint c = 0; c < data->n_cells; c++) {
    const GpCell *cell = &data->cells[c];
    guint g = 0;
    for (; g < groups->len; g++) {
      const Group *group = &g_array_index (groups, Group, g);
      if (group->sector == cell->sector && group->region == cell->region &&
          group->need == cell->need)
        break;
    }
    if (g == groups->len)
      g_array_append_val (groups, ((Group){cell->sector, cell->region, cell->need, 0, 0, 0}));
    Group *group = &g_array_index (groups, Group, g);
    group->n += cell->n;
    group->n_ready += data->require_ready ? cell->n_ready : cell->n;
    group->reach += cell->n * cell->pupils * data->need_weight[cell->need];
    shared->group_of[c] = g;
  }
  shared->n_groups = groups->len;
  return groups;
}

static void
add_groups (GpShared *shared)
{
  const GpPlanData *data = shared->data;
  g_autoptr (GArray) groups = make_groups (shared);
  shared->supply = add_rows (shared, groups->len, -INFINITY, 0);
  shared->ready = add_rows (shared, groups->len, -INFINITY, 0);
  shared->starts = shared->program.cost->len;
  for (guint g = 0; g < groups->len; g++) {
    const Group *group = &g_array_index (groups, Group, g);
    double reach = group->n > 0 ? group->reach / group->n : 0;
    set_upper (shared, shared->supply + g, group->n);
    set_upper (shared, shared->ready + g, group->n_ready);
    for (guint y = 0; y < data->n_years; y++) {
      guint col = gp_growing_add_col (&shared->program, 0, INFINITY,
                                      shared->reach_cost * reach * (data->n_years - y));
      gp_shared_link_start (shared, shared->program.entries, col, group->sector, group->region,
                            group->need, y);
      gp_growing_add (&shared->program, shared->supply + g, col, 1);
      if (y == 0)
        gp_growing_add (&shared->program, shared->ready + g, col, 1);
    }
  }
}

/* ---- delay, experts --------------------------------------------------------------- */

/* What is behind, and how many of a year's starts are Groeikracht. */
static void
add_delays (GpShared *shared, const double *weight)
{
  const GpPlanData *data = shared->data;
  guint n = data->n_years;
  static const GpPriorityId of[] = {[GP_PROGRAMME_GROEIKRACHT] = GP_PRIORITY_GROEIKRACHT_DELAY,
                                    [GP_PROGRAMME_REGULAR] = GP_PRIORITY_REGULAR_DELAY};
  shared->delay = shared->program.cost->len;
  for (guint p = 0; p < GP_N_PROGRAMMES; p++)
    for (guint y = 0; y < n; y++) {
      guint col = gp_growing_add_col (&shared->program, 0, INFINITY, weight[of[p]]);
      gp_growing_add (&shared->program, shared->cohort + p * n + y, col, 1);
      if (y + 1 < n)
        gp_growing_add (&shared->program, shared->cohort + p * n + y + 1, col, -1);
    }
  for (guint y = 0; y < n; y++) {
    guint col = gp_growing_add_col (&shared->program, 0, INFINITY, 0);
    gp_growing_add (&shared->program, shared->cohort + GP_PROGRAMME_GROEIKRACHT * n + y, col, 1);
    gp_growing_add (&shared->program, shared->cohort + GP_PROGRAMME_REGULAR * n + y, col, -1);
    gp_growing_add (&shared->program, shared->funded + y, col, 1);
  }
}

/* A hire works and wears off in all years that follow. When few fit under the cap, the years' hires
 * are a mixture of ways to hire whole ones, that others add; else the cap is kept in parts. */
static void
add_hires (GpShared *shared)
{
  const GpPlanData *data = shared->data;
  guint n = data->n_years;
  guint cap = add_rows (shared, n, -INFINITY, 0);
  shared->few_hires = gp_hires_are_few (data);
  shared->hires = cap;
  for (guint y = 0; y < n && !shared->few_hires; y++)
    set_upper (shared, cap + y, fmax (0, data->expert_cap[y] - data->heads[y]));
  shared->hire = shared->program.cost->len;
  for (guint32 r = 0; r < data->n_regions; r++)
    for (guint y = 0; y < n; y++) {
      guint col = gp_growing_add_col (&shared->program, 0, INFINITY, 0);
      double left = 1;
      for (guint later = y; later < n; later++) {
        if (later == y || !shared->few_hires)
          gp_growing_add (&shared->program, cap + later, col, left);
        gp_growing_add (&shared->program, shared->experts + r * n + later, col,
                        (later == y ? data->expert_training_days : 0) - left * data->expert_days);
        left *= 1 - data->attrition;
      }
    }
}

static void
add_lending (GpShared *shared)
{
  const GpPlanData *data = shared->data;
  guint n = data->n_years;
  for (guint32 from = 0; from < data->n_regions; from++)
    for (guint32 to = 0; to < data->n_regions; to++)
      for (guint y = 0; y < n && from != to; y++) {
        guint col = gp_growing_add_col (&shared->program, 0, INFINITY, 0);
        gp_growing_add (&shared->program, shared->experts + from * n + y, col, 1);
        gp_growing_add (&shared->program, shared->experts + to * n + y, col, -data->lending);
      }
}

static void
add_overload (GpShared *shared, double weight)
{
  guint n = shared->data->n_regions * shared->data->n_years;
  shared->overload = shared->program.cost->len;
  for (guint i = 0; i < n; i++) {
    guint col = gp_growing_add_col (&shared->program, 0, INFINITY, weight);
    gp_growing_add (&shared->program, shared->experts + i, col, -1);
  }
}

static void
add_strain (GpShared *shared)
{
  const GpPlanData *data = shared->data;
  guint n = data->n_years;
  shared->strain = shared->program.cost->len;
  for (guint i = 0; i < 2 * n; i++) {
    guint row = i < n ? shared->interest + i : shared->trainings + i - n;
    guint col = gp_growing_add_col (&shared->program, 0, INFINITY, GP_STRAIN_COST);
    gp_growing_add (&shared->program, row, col, -1);
  }
  for (guint p = 0; p < GP_N_PROGRAMMES; p++)
    for (guint y = 0; y < n; y++) {
      guint row = shared->cohort + p * n + y;
      guint col = gp_growing_add_col (&shared->program, 0, INFINITY, GP_STRAIN_COST);
      gp_growing_add (&shared->program, row, col, -1);
      if (y + 1 < n)
        gp_growing_add (&shared->program, row + 1, col, 1);
    }
  for (guint g = 0; g < 2 * shared->n_groups; g++) {
    guint col = gp_growing_add_col (&shared->program, 0, INFINITY, GP_STRAIN_COST);
    gp_growing_add (&shared->program, shared->supply + g, col, -1);
  }
  for (guint i = 0; i < (1 + data->n_sectors) * n; i++) {
    guint col = gp_growing_add_col (&shared->program, 0, INFINITY, GP_STRAIN_COST);
    gp_growing_add (&shared->program, shared->equity + i, col, 1);
  }
  shared->n_strain = shared->program.cost->len - shared->strain;
}

GpShared *
gp_shared_new (const GpPlanData *data, const double *weight, gboolean elastic)
{
  GpShared *shared = g_new0 (GpShared, 1);
  shared->data = data;
  shared->elastic = elastic;
  shared->reach_cost = -weight[GP_PRIORITY_REACH];
  gp_growing_init (&shared->program);
  add_expert_rows (shared);
  add_year_rows (shared);
  add_groups (shared);
  add_delays (shared, weight);
  add_hires (shared);
  add_lending (shared);
  add_overload (shared, weight[GP_PRIORITY_OVERLOAD]);
  if (elastic)
    add_strain (shared);
  return shared;
}

void
gp_shared_free (GpShared *shared)
{
  if (shared == NULL)
    return;
  gp_growing_clear (&shared->program);
  g_free (shared->group_of);
  g_free (shared);
}
