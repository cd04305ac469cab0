/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The coaching of the board's schools: its starts, support, visits, breaks and what nobody covers.
 * A coach's days are those at these schools; work beside visits, loans and counts of regions are
 * left out. */
#include "gp-extract.h"

typedef struct {
  const GpExtraction *x;
  const GpCoaching *from;
  GpCoaching *to;
  GHashTable *coaches; /* coach in from -> coach in to */
} Move;

/* The coach with their record in the extract, and no days as yet. */
static void
move_coach (Move *move, guint32 coach)
{
  g_autofree gint64 *days = g_new0 (gint64, move->from->n_years);
  guint n;
  const guint32 *visits = gp_coaching_board_visits (move->from, move->x->board, &n);
  GpCoach copy = move->from->coaches[coach];

  if (gp_extraction_find (move->coaches, coach) != GP_NONE)
    return;
  for (guint i = 0; i < n; i++) {
    const GpVisit *visit = &move->from->visits[visits[i]];
    if (visit->coach == coach)
      days[visit->year - move->from->project->plan_from] += visit->days;
  }
  if (copy.kind == GP_COACH_EXPERT)
    copy.record = gp_extraction_find (move->x->experts, copy.record);
  else if (copy.kind == GP_COACH_VERANDERCOACH)
    copy.record = gp_extraction_find (move->x->verandercoaches, copy.record);
  if (copy.board != GP_NONE)
    copy.board = 0;
  gp_extraction_keep (move->coaches, coach, gp_coaching_add_coach (move->to, &copy, days));
}

static void
move_coaches (Move *move)
{
  guint n;
  const guint32 *visits = gp_coaching_board_visits (move->from, move->x->board, &n);

  for (guint i = 0; i < n; i++)
    move_coach (move, move->from->visits[visits[i]].coach);
  for (guint i = 0; i < move->from->n_breaks; i++)
    if (gp_extraction_find (move->x->schools, move->from->breaks[i].school) != GP_NONE)
      move_coach (move, move->from->breaks[i].coach);
  for (guint32 i = 0; i < move->from->n_coaches; i++)
    if (move->from->coaches[i].board == move->x->board)
      move_coach (move, i);
}

static void
move_school (Move *move, guint32 whole, guint32 part)
{
  guint n;
  const GpCoachingStart *start = gp_coaching_school_start (move->from, whole);

  if (start != NULL)
    gp_coaching_add_start (move->to, &(GpCoachingStart){part, start->year, start->programme});
  const GpCoachingSupport *supports = gp_coaching_school_supports (move->from, whole, &n);
  for (guint i = 0; i < n; i++) {
    GpCoachingSupport support = supports[i];
    support.school = part;
    gp_coaching_add_support (move->to, &support);
  }
  const GpVisit *visits = gp_coaching_school_visits (move->from, whole, &n);
  for (guint i = 0; i < n; i++) {
    GpVisit visit = visits[i];
    visit.school = part;
    visit.coach = gp_extraction_find (move->coaches, visit.coach);
    gp_coaching_add_visit (move->to, &visit);
  }
}

static void
move_uncovered (Move *move)
{
  for (guint i = 0; i < move->from->n_uncovered; i++) {
    GpUncovered row = move->from->uncovered[i];
    row.school = gp_extraction_find (move->x->schools, row.school);
    row.board = 0;
    if (row.kind == GP_UNCOVERED_SUPPORT && row.school != GP_NONE)
      gp_coaching_add_uncovered (move->to, &row);
  }
}

static void
move_breaks (Move *move)
{
  for (guint i = 0; i < move->from->n_breaks; i++) {
    GpCoachingBreak row = move->from->breaks[i];
    row.school = gp_extraction_find (move->x->schools, row.school);
    if (row.school == GP_NONE)
      continue;
    row.coach = gp_extraction_find (move->coaches, row.coach);
    gp_coaching_add_break (move->to, &row);
  }
}

GpCoaching *
gp_extract_coaching (const GpExtraction *x, const GpCoaching *coaching)
{
  g_autoptr (GHashTable) coaches = g_hash_table_new (NULL, NULL);
  Move move = {x, coaching, gp_coaching_new (x->project, x->scenario, coaching->data_version),
               coaches};
  guint n;
  const guint32 *schools = gp_project_board_schools (x->input->project, x->board, &n);

  move_coaches (&move);
  for (guint i = 0; i < n; i++)
    move_school (&move, schools[i], gp_extraction_find (x->schools, schools[i]));
  move_breaks (&move);
  move_uncovered (&move);
  gp_coaching_finish (move.to);
  return move.to;
}
