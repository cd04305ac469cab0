/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two plans side by side: the rows that differ. */
#include <groeiplan/gp-published.h>

#include <math.h>
#include <string.h>

/* Below this a difference is rounding of the solver. */
#define NOTHING 1e-7

static const GpPlanRowKind kinds[] = {GP_ROW_START, GP_ROW_PARTNER, GP_ROW_TRAINING};

static int
compare (gconstpointer a, gconstpointer b)
{
  const GpPlanChange *p = a, *q = b;
  int order = strcmp (p->board, q->board);
  if (order == 0)
    order = (p->kind > q->kind) - (p->kind < q->kind);
  if (order == 0)
    order = (p->year > q->year) - (p->year < q->year);
  if (order == 0)
    order = strcmp (p->sector, q->sector);
  if (order == 0)
    order = strcmp (p->region, q->region);
  if (order == 0)
    order = (p->need > q->need) - (p->need < q->need);
  if (order == 0)
    order = (p->programme > q->programme) - (p->programme < q->programme);
  return order;
}

static void
add_rows (GArray *all, const GpProject *project, const GpPlan *plan, GpPlanPart part, gboolean was)
{
  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++) {
    guint n;
    const GpPlanRow *rows = gp_plan_rows (plan, part, kinds[k], &n);
    for (guint i = 0; i < n; i++) {
      const GpPlanRow *row = &rows[i];
      GpPlanChange change = {.kind = row->kind,
                             .board = row->board,
                             .sector = row->sector,
                             .region = row->region,
                             .need = row->need,
                             .programme = row->programme,
                             .year = row->year,
                             .was = was ? row->amount : 0,
                             .is = was ? 0 : row->amount};
      if (row->year >= project->plan_from && row->year <= project->last_year)
        g_array_append_val (all, change);
    }
  }
}

/* ---- what is gone ----------------------------------------------------------------- */

static gboolean
has_such_schools (const GpProject *project, guint32 board, const GpPlanChange *change)
{
  guint32 sector = gp_project_find (project, GP_TABLE_SECTORS, change->sector);
  guint32 region = gp_project_find (project, GP_TABLE_REGIONS, change->region);
  guint n;
  const guint32 *schools = gp_project_board_schools (project, board, &n);
  for (guint i = 0; i < n; i++) {
    const GpSchool *school = &project->schools[schools[i]];
    if (school->sector == sector && school->region == region &&
        (school->high_need ? GP_NEED_HIGH : GP_NEED_OTHER) == change->need &&
        gp_school_is_eligible (school))
      return TRUE;
  }
  return FALSE;
}

static gboolean
is_gone (const GpProject *project, const GpPlanChange *change)
{
  guint32 board = gp_project_find (project, GP_TABLE_BOARDS, change->board);
  return board == GP_NONE ||
         (change->kind == GP_ROW_START && !has_such_schools (project, board, change));
}

GArray *
gp_plan_changes (const GpProject *project, const GpPlan *published, const GpPlan *plan,
                 GpPlanPart part)
{
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (GpPlanChange));
  GArray *found = g_array_new (FALSE, FALSE, sizeof (GpPlanChange));
  add_rows (all, project, published, GP_PART_WHOLE, TRUE);
  add_rows (all, project, plan, part, FALSE);
  g_array_sort (all, compare);
  for (guint i = 0; i < all->len;) {
    GpPlanChange change = g_array_index (all, GpPlanChange, i);
    for (i++; i < all->len && compare (&change, &g_array_index (all, GpPlanChange, i)) == 0; i++) {
      change.was += g_array_index (all, GpPlanChange, i).was;
      change.is += g_array_index (all, GpPlanChange, i).is;
    }
    if (fabs (change.is - change.was) <= NOTHING)
      continue;
    change.gone = is_gone (project, &change);
    g_array_append_val (found, change);
  }
  return found;
}
