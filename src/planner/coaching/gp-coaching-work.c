/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Work beside visits to experts, after the schools have theirs: whole pieces to whoever has most
 * days left, and what fits nobody in parts. Then what nobody does, of a region and year, with the
 * reason. Work is bound to no sector. */
#include "gp-coaching-private.h"

typedef struct {
  GpCoachingMaker *maker;
  guint32 region;
  guint year;
  GArray *visitors;  /* of GpVisitor: own experts first */
  gint64 overload;   /* of the plan, not yet accounted for */
  gboolean has_days; /* somebody has days left */
} Work;

static int
compare_pieces (gconstpointer a, gconstpointer b)
{
  const GpPiece *p = a, *q = b;
  if (p->kind != q->kind) /* talks come last: next year's schools wait first */
    return p->kind > q->kind ? -1 : 1;
  if (p->days != q->days)
    return p->days > q->days ? -1 : 1;
  if (p->board != q->board)
    return p->board < q->board ? -1 : 1;
  return p->school < q->school ? -1 : p->school > q->school;
}

/* Own experts before guests; of those the one with most days. */
static GpVisitor *
find_visitor (const Work *work)
{
  GpVisitor *best = NULL;
  for (guint v = 0; v < work->visitors->len; v++) {
    GpVisitor *visitor = &g_array_index (work->visitors, GpVisitor, v);
    if (visitor->days == 0)
      continue;
    if (best != NULL && best->loan == GP_NONE && visitor->loan != GP_NONE)
      break;
    if (best == NULL || visitor->days > best->days)
      best = visitor;
  }
  return best;
}

static void
give (const Work *work, const GpPiece *piece, GpVisitor *visitor, gint64 days)
{
  GpCoachingMaker *maker = work->maker;
  visitor->days -= days;
  if (visitor->loan != GP_NONE)
    g_array_index (maker->loan_left, gint64, visitor->loan) -= days;
  else
    *GP_LEFT (maker, visitor->coach, work->year) -= days;
  gp_coaching_add_work (maker->coaching,
                        &(GpCoachingWork){.kind = piece->kind,
                                          .school = piece->school,
                                          .board = piece->board,
                                          .region = work->region,
                                          .year = gp_plan_data_year (maker->data, work->year),
                                          .coach = visitor->coach,
                                          .days = days});
}

/* ---- what nobody does --------------------------------------------------------------------------
 */

static void
list_days (Work *work, GpUncovered row, gint64 days, GpUncoveredReason reason)
{
  row.region = work->region;
  row.to_region = GP_NONE;
  row.year = gp_plan_data_year (work->maker->data, work->year);
  row.days = days;
  row.reason = reason;
  gp_coaching_add_uncovered (work->maker->coaching, &row);
}

/* The plan's overload explains so many days; beyond it sectors do, or rounding. */
static void
list_uncovered (Work *work, GpUncovered row, gint64 days)
{
  gint64 explained = MIN (days, work->overload);
  work->overload -= explained;
  list_days (work, row, explained, GP_UNCOVERED_OVERLOAD);
  list_days (work, row, days - explained,
             work->has_days && row.kind == GP_UNCOVERED_SUPPORT ? GP_UNCOVERED_SECTORS
                                                                : GP_UNCOVERED_ROUNDING);
}

static void
give_piece (Work *work, const GpPiece *piece)
{
  gint64 open = piece->days;
  GpVisitor *visitor;
  while (open > 0 && (visitor = find_visitor (work)) != NULL) {
    gint64 days = MIN (open, visitor->days);
    give (work, piece, visitor, days);
    open -= days;
  }
  list_uncovered (work,
                  (GpUncovered){.kind = GP_UNCOVERED_WORK,
                                .school = piece->school,
                                .board = piece->board,
                                .work = piece->kind},
                  open);
}

static void
list_school (Work *work, const GpAsk *ask)
{
  GpUncovered row = {.kind = GP_UNCOVERED_SUPPORT,
                     .school = ask->school,
                     .board = work->maker->project->schools[ask->school].board};
  list_uncovered (work, row, ask->open);
  list_days (work, row, ask->lost, GP_UNCOVERED_ROUNDING);
}

void
gp_coaching_work_year (GpCoachingMaker *maker, guint32 region, guint year)
{
  GArray *pieces = g_ptr_array_index (maker->pieces, year * maker->n_regions + region);
  const guint *first = &maker->first_need[year * maker->n_regions + region];
  g_autoptr (GArray) visitors = gp_coaching_visitors (maker, region, year);
  Work work = {maker, region, year, visitors, maker->overload[region * maker->n_years + year],
               FALSE};
  g_array_sort (pieces, compare_pieces);
  for (guint i = 0; i < pieces->len; i++)
    give_piece (&work, &g_array_index (pieces, GpPiece, i));
  work.has_days = find_visitor (&work) != NULL;
  for (guint32 i = first[0]; i < first[1]; i++)
    list_school (&work, GP_ASK (maker, i));
}
