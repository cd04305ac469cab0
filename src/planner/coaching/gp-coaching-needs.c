/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What coaches are asked for: which schools of a cell start when, the days of support that each
 * school asks in every year, and the work of experts beside visits. */
#include "gp-coaching-private.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

/* ---- starts ------------------------------------------------------------------------------------
 */

static guint32
find_cell (const GpPlanData *data, guint32 board, guint32 sector, guint32 region, GpNeed need)
{
  const GpBoardData *row = &data->boards[board];
  for (guint c = row->first_cell; c < row->first_cell + row->n_cells; c++)
    if (data->cells[c].sector == sector && data->cells[c].region == region &&
        data->cells[c].need == need)
      return c;
  return GP_NONE;
}

/* Most pupils first (not known counts as none), then by code. */
static int
compare_schools (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const GpProject *project = user_data;
  const GpSchool *p = &project->schools[*(const guint32 *)a];
  const GpSchool *q = &project->schools[*(const guint32 *)b];
  if (p->pupils != q->pupils)
    return p->pupils > q->pupils ? -1 : 1;
  return strcmp (p->code, q->code);
}

/* The schools of each cell, in the order in which they start; first[c] .. first[c+1]. */
static guint32 *
schools_of_cells (const GpCoachingMaker *maker, guint *first)
{
  const GpProject *project = maker->project;
  guint n_cells = maker->data->n_cells;
  guint32 *list = g_new (guint32, project->n_schools + 1);
  g_autofree guint32 *cell_of = g_new (guint32, project->n_schools + 1);
  for (guint32 i = 0; i < project->n_schools; i++) {
    const GpSchool *school = &project->schools[i];
    cell_of[i] = gp_school_is_eligible (school)
                     ? find_cell (maker->data, school->board, school->sector, school->region,
                                  school->high_need ? GP_NEED_HIGH : GP_NEED_OTHER)
                     : GP_NONE;
    if (cell_of[i] != GP_NONE)
      first[cell_of[i] + 1]++;
  }
  for (guint c = 0; c < n_cells; c++)
    first[c + 1] += first[c];
  g_autofree guint *next = g_memdup2 (first, sizeof (guint) * (n_cells + 1));
  for (guint32 i = 0; i < project->n_schools; i++)
    if (cell_of[i] != GP_NONE)
      list[next[cell_of[i]]++] = i;
  for (guint c = 0; c < n_cells; c++)
    g_qsort_with_data (list + first[c], (int)(first[c + 1] - first[c]), sizeof (guint32),
                       compare_schools, (gpointer)project);
  return list;
}

/* Starts by cell, programme and year; NULL when a row is about no cell. */
static int *
read_starts (const GpCoachingMaker *maker)
{
  const GpProject *project = maker->project;
  guint n;
  const GpPlanRow *rows = gp_plan_rows (maker->plan, GP_PART_WHOLE, GP_ROW_START, &n);
  g_autofree int *counts =
      g_new0 (int, (gsize)maker->data->n_cells *GP_N_PROGRAMMES * maker->n_years + 1);
  for (guint i = 0; i < n; i++) {
    guint32 board = gp_project_find (project, GP_TABLE_BOARDS, rows[i].board);
    guint32 sector = gp_project_find (project, GP_TABLE_SECTORS, rows[i].sector);
    guint32 region = gp_project_find (project, GP_TABLE_REGIONS, rows[i].region);
    if (board == GP_NONE || sector == GP_NONE || region == GP_NONE ||
        rows[i].year < project->plan_from || rows[i].year > project->last_year ||
        (guint)rows[i].programme >= GP_N_PROGRAMMES || rows[i].hundredths < 0)
      return NULL;
    guint32 cell = find_cell (maker->data, board, sector, region, rows[i].need);
    if (cell == GP_NONE)
      return NULL;
    guint at = (cell * GP_N_PROGRAMMES + (guint)rows[i].programme) * maker->n_years +
               (guint)(rows[i].year - project->plan_from);
    counts[at] = (int)MIN (rows[i].hundredths / 100, GP_MAX_SCHOOLS + 1);
  }
  return g_steal_pointer (&counts);
}

/* The next school of the list that has not started; in the first plan year one that is ready where
 * the scenario asks that. GP_NONE when there is none. */
static guint32
next_school (const GpCoachingMaker *maker, const guint32 *list, guint n, guint *from, guint year)
{
  while (*from < n && maker->start_of[list[*from]] != GP_NONE)
    (*from)++;
  for (guint i = *from; i < n; i++)
    if (maker->start_of[list[i]] == GP_NONE &&
        (year > 0 || !maker->data->require_ready ||
         gp_school_is_ready (&maker->project->schools[list[i]])))
      return list[i];
  return GP_NONE;
}

static gboolean
start_cell (GpCoachingMaker *maker, const guint32 *list, guint n, const int *counts)
{
  guint from = 0;
  for (guint y = 0; y < maker->n_years; y++)
    for (guint p = 0; p < GP_N_PROGRAMMES; p++)
      for (int k = counts[p * maker->n_years + y]; k > 0; k--) {
        guint32 school = next_school (maker, list, n, &from, y);
        if (school == GP_NONE)
          return FALSE;
        maker->start_of[school] = y;
        gp_coaching_add_start (maker->coaching,
                               &(GpCoachingStart){.school = school,
                                                  .year = gp_plan_data_year (maker->data, y),
                                                  .programme = (GpProgramme)p});
      }
  return TRUE;
}

gboolean
gp_coaching_add_starts (GpCoachingMaker *maker, GError **error)
{
  guint n_cells = maker->data->n_cells;
  g_autofree guint *first = g_new0 (guint, n_cells + 1);
  g_autofree guint32 *list = schools_of_cells (maker, first);
  g_autofree int *counts = read_starts (maker);
  maker->start_of = g_new (guint32, maker->project->n_schools + 1);
  memset (maker->start_of, 0xff, sizeof (guint32) * (maker->project->n_schools + 1));
  gboolean fits = counts != NULL;
  for (guint c = 0; c < n_cells && fits; c++)
    fits = start_cell (maker, list + first[c], first[c + 1] - first[c],
                       counts + (gsize)c * GP_N_PROGRAMMES * maker->n_years);
  if (!fits)
    g_set_error_literal (error, GP_ERROR, GP_ERROR_DATA,
                         _ ("The plan starts schools that the project does not have as it is now: "
                            "plan again."));
  return fits;
}

/* ---- support -----------------------------------------------------------------------------------
 */

static int
compare_needs (gconstpointer a, gconstpointer b)
{
  const GpAsk *p = a, *q = b;
  if (p->year != q->year)
    return p->year < q->year ? -1 : 1;
  if (p->region != q->region)
    return p->region < q->region ? -1 : 1;
  if (p->site != q->site)
    return p->site < q->site ? -1 : 1;
  return p->school < q->school ? -1 : p->school > q->school;
}

/* The school's needs within the plan years; support starts in year, which may lie before them. */
static void
add_school (GpCoachingMaker *maker, guint32 i, int year, const GpFine *support)
{
  const GpSchool *school = &maker->project->schools[i];
  const GpBoardData *board = &maker->data->boards[school->board];
  guint site = board->first_site;
  while (maker->data->sites[site].region != school->region)
    site++;
  for (guint k = 0; k < GP_MAX_SUPPORT; k++, year++) {
    if (year < 0 || year >= (int)maker->n_years || support[k] == 0)
      continue;
    GpAsk need = {.school = i,
                  .site = site,
                  .region = school->region,
                  .sector = school->sector,
                  .year = (guint)year,
                  .support_year = k + 1,
                  .before = GP_NONE,
                  .after = GP_NONE,
                  .first_visit = GP_NONE};
    g_array_append_val (maker->needs, need);
  }
}

/* Whole hundredths, such that those of a site and year add up to what they ask, rounded down. */
static void
round_needs (GpCoachingMaker *maker, const GpFine *support)
{
  GpFine sum = 0;
  for (guint i = 0; i < maker->needs->len; i++) {
    GpAsk *need = GP_ASK (maker, i);
    if (i == 0 || GP_ASK (maker, i - 1)->site != need->site ||
        GP_ASK (maker, i - 1)->year != need->year)
      sum = 0;
    gint64 before = gp_fine_hundredths (sum);
    sum += support[need->sector * GP_MAX_SUPPORT + need->support_year - 1];
    need->days = need->open = gp_fine_hundredths (sum) - before;
  }
}

static void
link_needs (GpCoachingMaker *maker)
{
  g_autofree guint32 *last = g_new (guint32, maker->project->n_schools + 1);
  memset (last, 0xff, sizeof (guint32) * (maker->project->n_schools + 1));
  for (guint32 i = 0; i < maker->needs->len; i++) {
    GpAsk *need = GP_ASK (maker, i);
    guint32 before = last[need->school];
    if (before != GP_NONE && GP_ASK (maker, before)->year + 1 == need->year) {
      need->before = before;
      GP_ASK (maker, before)->after = i;
    }
    last[need->school] = i;
  }
}

/* Where each year and region begins. */
static void
index_needs (GpCoachingMaker *maker)
{
  guint n = maker->n_years * maker->n_regions;
  maker->first_need = g_new0 (guint, n + 1);
  for (guint i = 0; i < maker->needs->len; i++)
    maker->first_need[GP_ASK (maker, i)->year * maker->n_regions + GP_ASK (maker, i)->region + 1]++;
  for (guint i = 0; i < n; i++)
    maker->first_need[i + 1] += maker->first_need[i];
}

static GpFine *
read_support (const GpCoachingMaker *maker)
{
  GpFine *support = g_new0 (GpFine, maker->project->n_sectors * GP_MAX_SUPPORT + 1);
  for (guint32 s = 0; s < maker->project->n_sectors; s++) {
    const GpSector *sector = &maker->project->sectors[s];
    for (guint k = 0; k < MIN (sector->support_years, GP_MAX_SUPPORT); k++) {
      g_autofree char *scope = g_strdup_printf ("%s:%u", sector->code, k + 1);
      support[s * GP_MAX_SUPPORT + k] =
          gp_fine (gp_coaching_parameter (maker, GP_PARAM_SUPPORT_DAYS, scope, 0));
    }
  }
  return support;
}

void
gp_coaching_add_needs (GpCoachingMaker *maker)
{
  const GpProject *project = maker->project;
  g_autofree GpFine *support = read_support (maker);
  for (guint32 i = 0; i < project->n_schools; i++) {
    const GpSchool *school = &project->schools[i];
    if (school->started != GP_YEAR_NONE)
      add_school (maker, i, school->started - project->plan_from,
                  support + school->sector * GP_MAX_SUPPORT);
    else if (maker->start_of[i] != GP_NONE)
      add_school (maker, i, (int)maker->start_of[i], support + school->sector * GP_MAX_SUPPORT);
  }
  g_array_sort (maker->needs, compare_needs);
  round_needs (maker, support);
  link_needs (maker);
  index_needs (maker);
  for (guint i = 0; i < maker->needs->len; i++) {
    const GpAsk *need = GP_ASK (maker, i);
    gp_coaching_add_support (
        maker->coaching, &(GpCoachingSupport){.school = need->school,
                                              .year = gp_plan_data_year (maker->data, need->year),
                                              .support_year = need->support_year,
                                              .days = need->days});
  }
}

/* ---- visits ------------------------------------------------------------------------------------
 */

void
gp_coaching_visit (GpCoachingMaker *maker, guint32 at, guint32 coach, gint64 days)
{
  GpAsk *need = GP_ASK (maker, at);
  need->open -= days;
  for (guint32 v = need->first_visit; v != GP_NONE;) {
    GpAskVisit *visit = &g_array_index (maker->visits, GpAskVisit, v);
    if (visit->coach == coach) {
      visit->days += days;
      return;
    }
    v = visit->next;
  }
  GpAskVisit visit = {.need = at, .coach = coach, .next = need->first_visit, .days = days};
  need->first_visit = maker->visits->len;
  g_array_append_val (maker->visits, visit);
}

gint64
gp_coaching_days_before (const GpCoachingMaker *maker, const GpAsk *need, guint32 coach)
{
  if (need->before == GP_NONE)
    return 0;
  for (guint32 v = GP_ASK (maker, need->before)->first_visit; v != GP_NONE;) {
    const GpAskVisit *visit = &g_array_index (maker->visits, GpAskVisit, v);
    if (visit->coach == coach)
      return visit->days;
    v = visit->next;
  }
  return 0;
}

guint32
gp_coaching_main_before (const GpCoachingMaker *maker, const GpAsk *need)
{
  guint32 best = GP_NONE;
  gint64 most = 0;
  if (need->before == GP_NONE)
    return GP_NONE;
  for (guint32 v = GP_ASK (maker, need->before)->first_visit; v != GP_NONE;) {
    const GpAskVisit *visit = &g_array_index (maker->visits, GpAskVisit, v);
    if (visit->days > most) {
      most = visit->days;
      best = visit->coach;
    }
    v = visit->next;
  }
  return best;
}
