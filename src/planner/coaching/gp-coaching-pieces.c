/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The work of experts beside visits, in pieces: talks with the schools of next year, and what a
 * board asks of its home region. A region's pieces of a year add up to what the model asks, rounded
 * down.
 */
#include "gp-coaching-private.h"

typedef struct {
  GpCoachingMaker *maker;
  guint year;
  GpFine *sum; /* region: asked so far this year */
} Pieces;

static void
add_piece (Pieces *pieces, guint32 region, GpPiece piece, GpFine days)
{
  GpCoachingMaker *maker = pieces->maker;
  gint64 before = gp_fine_hundredths (pieces->sum[region]);
  pieces->sum[region] += days;
  piece.days = gp_fine_hundredths (pieces->sum[region]) - before;
  if (piece.days > 0)
    g_array_append_val (g_ptr_array_index (maker->pieces, pieces->year * maker->n_regions + region),
                        piece);
}

static void
add_talks (Pieces *pieces)
{
  GpCoachingMaker *maker = pieces->maker;
  const GpProject *project = maker->project;
  if (pieces->year + 1 >= maker->n_years)
    return;
  g_autofree GpFine *days = g_new0 (GpFine, project->n_sectors + 1);
  for (guint32 s = 0; s < project->n_sectors; s++)
    days[s] = gp_fine (gp_coaching_parameter (maker, GP_PARAM_RECRUITMENT_DAYS,
                                              project->sectors[s].code, pieces->year + 1));
  for (guint32 i = 0; i < project->n_schools; i++)
    if (maker->start_of[i] == pieces->year + 1) {
      const GpSchool *school = &project->schools[i];
      add_piece (pieces, school->region, (GpPiece){GP_WORK_TALKS, i, school->board, 0},
                 days[school->sector]);
    }
}

/* Days to guide the board's verandercoaches: those of before, and those trained in earlier plan
 * years. */
static GpFine
guiding_days (const GpCoachingMaker *maker, guint32 board, guint year, GpDecimal each)
{
  GpFine days = 0;
  for (guint32 k = maker->board_first[board]; k < maker->board_first[board + 1]; k++) {
    const GpCoach *coach = &g_array_index (maker->coaches, GpCoach, maker->board_coaches[k]);
    GpYear now = gp_plan_data_year (maker->data, year);
    if (coach->kind == GP_COACH_TRAINEE) {
      if (coach->year < now)
        days += gp_fine_share (each, maker->coach_left[now - coach->year]);
      continue;
    }
    GpYear to = maker->project->verandercoaches[coach->record].to_year;
    if (to == GP_YEAR_NONE || now <= to)
      days += gp_fine_share (each, maker->coach_left[year]);
  }
  return days;
}

static void
add_boards (Pieces *pieces)
{
  GpCoachingMaker *maker = pieces->maker;
  GpDecimal guiding = gp_coaching_parameter (maker, GP_PARAM_VERANDERCOACH_EXPERT_DAYS, NULL, 0);
  GpFine training = gp_fine (gp_coaching_parameter (maker, GP_PARAM_TRAINING_EXPERT_DAYS, NULL, 0));
  GpFine partnership =
      gp_fine (gp_coaching_parameter (maker, GP_PARAM_PARTNERSHIP_EXPERT_DAYS, NULL, 0));
  for (guint32 b = 0; b < maker->data->n_boards; b++) {
    guint at = b * maker->n_years + pieces->year;
    guint32 home = maker->project->boards[b].home_region;
    if (!maker->data->boards[b].can_partner)
      continue;
    add_piece (pieces, home, (GpPiece){GP_WORK_GUIDING, GP_NONE, b, 0},
               guiding_days (maker, b, pieces->year, guiding));
    add_piece (pieces, home, (GpPiece){GP_WORK_TRAINING, GP_NONE, b, 0},
               maker->trainings[at] * training);
    add_piece (pieces, home, (GpPiece){GP_WORK_PARTNERSHIP, GP_NONE, b, 0},
               maker->partners[at] * partnership);
  }
}

/* Where a hire's training takes more than a year's days, others give the rest. */
static void
add_induction (Pieces *pieces)
{
  GpCoachingMaker *maker = pieces->maker;
  GpFine short_of =
      gp_fine (gp_coaching_parameter (maker, GP_PARAM_EXPERT_TRAINING_DAYS, NULL, 0)) -
      gp_fine (gp_coaching_parameter (maker, GP_PARAM_EXPERT_DAYS, NULL, 0));
  for (guint32 r = 0; r < maker->n_regions && short_of > 0; r++)
    add_piece (pieces, r, (GpPiece){GP_WORK_INDUCTION, GP_NONE, GP_NONE, 0},
               maker->hires[r * maker->n_years + pieces->year] * short_of);
}

void
gp_coaching_add_pieces (GpCoachingMaker *maker)
{
  maker->pieces = g_ptr_array_new_with_free_func ((GDestroyNotify)g_array_unref);
  for (guint i = 0; i < maker->n_years * maker->n_regions; i++)
    g_ptr_array_add (maker->pieces, g_array_new (FALSE, FALSE, sizeof (GpPiece)));
  for (guint y = 0; y < maker->n_years; y++) {
    g_autofree GpFine *sum = g_new0 (GpFine, maker->n_regions + 1);
    Pieces pieces = {maker, y, sum};
    add_talks (&pieces);
    add_boards (&pieces);
    add_induction (&pieces);
  }
}
