/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See gp-waiting.h. */
#include "gp-waiting.h"

#include <glib/gi18n-lib.h>
#include <groeiplan/gp-format.h>
#include <groeiplan/gp-parameter.h>
#include <math.h>

#define BEHIND 0.005

/* ---- years ------------------------------------------------------------------------------------
 */

static gboolean
is_behind (const GpSummary *summary, guint year)
{
  return summary->project->plan_from + (int)year <= summary->goal_year &&
         summary->behind[year] > BEHIND;
}

/* In how many of the years behind the region has no expert day left; *n: how many years those are.
 */
static guint
years_short (const GpSummary *summary, guint32 region, guint *n)
{
  guint found = 0;

  *n = 0;
  for (guint y = 0; y < summary->n_years; y++) {
    if (!is_behind (summary, y))
      continue;
    (*n)++;
    if (gp_summary_is_short (summary, region, y))
      found++;
  }
  return found;
}

static const GpPlanRow *
starts_of (const GpPlan *plan, guint *n)
{
  return gp_plan_rows (plan, plan->has_whole ? GP_PART_WHOLE : GP_PART_RELAXED, GP_ROW_START, n);
}

/* As many start as can be interested, in every year behind. */
static gboolean
interest_is_used (const GpSummary *summary, guint32 scenario, const GpPlan *plan)
{
  g_autofree double *starts = g_new0 (double, MAX (summary->n_years, 1));
  gboolean any = FALSE;
  guint n;
  const GpPlanRow *rows = starts_of (plan, &n);

  for (guint i = 0; i < n; i++)
    if (rows[i].year >= summary->project->plan_from && rows[i].year <= summary->project->last_year)
      starts[rows[i].year - summary->project->plan_from] += rows[i].amount;
  for (guint y = 0; y < summary->n_years; y++) {
    double cap;

    if (!is_behind (summary, y))
      continue;
    cap = gp_param_value (summary->project, scenario, GP_PARAM_INTEREST_CAP, NULL,
                          (GpYear)(summary->project->plan_from + (int)y));
    if (starts[y] < cap - 0.5)
      return FALSE;
    any = TRUE;
  }
  return any;
}

/* ---- boards -----------------------------------------------------------------------------------
 */

static GpWaiting *
row_of (GpWaitlist *self, const GpProject *project, guint *of, guint32 board, guint32 region)
{
  guint *index = &of[(gsize)board * project->n_regions + region];

  if (*index == 0) {
    GpWaiting row = {.board = board, .region = region};

    g_array_append_val (self->rows, row);
    *index = self->rows->len;
  }
  return &g_array_index (self->rows, GpWaiting, *index - 1);
}

static void
count_candidates (GpWaitlist *self, const GpProject *project, guint *of, const GpPlanFilter *filter)
{
  for (guint32 i = 0; i < project->n_schools; i++) {
    const GpSchool *school = &project->schools[i];

    if (!gp_school_is_eligible (school) ||
        (*filter->region != '\0' &&
         !g_str_equal (filter->region, project->regions[school->region].code)) ||
        (*filter->sector != '\0' &&
         !g_str_equal (filter->sector, project->sectors[school->sector].code)))
      continue;
    row_of (self, project, of, school->board, school->region)->candidates++;
  }
}

static void
count_starts (GpWaitlist *self, const GpProject *project, const guint *of, const GpPlan *plan,
              const GpPlanFilter *filter)
{
  guint n;
  const GpPlanRow *rows = starts_of (plan, &n);

  for (guint i = 0; i < n; i++) {
    guint32 board = gp_project_find (project, GP_TABLE_BOARDS, rows[i].board);
    guint32 region = gp_project_find (project, GP_TABLE_REGIONS, rows[i].region);
    guint index;

    if (board == GP_NONE || region == GP_NONE || rows[i].year > project->goal_year ||
        !gp_plan_filter_has (filter, project, &rows[i]))
      continue;
    index = of[(gsize)board * project->n_regions + region];
    if (index > 0)
      g_array_index (self->rows, GpWaiting, index - 1).starts += rows[i].amount;
  }
}

/* A pin gives the board no more starts than it has. */
static gboolean
pin_holds (const GpProject *project, guint32 scenario, const GpPlan *plan, guint32 board)
{
  for (guint32 i = 0; i < project->n_pins; i++) {
    const GpPin *pin = &project->pins[i];
    GpPinPlace place = gp_pin_place_of (pin);

    if (pin->board == board && pin->kind == GP_PIN_START && pin->max >= 0 &&
        pin->year <= project->goal_year && gp_project_pin_applies (project, scenario, i) &&
        gp_pin_amount (project, plan, &place) > pin->max - 0.5)
      return TRUE;
  }
  return FALSE;
}

/* By board: becomes a partner, or is one. */
static guint8 *
find_partners (const GpProject *project, const GpPlan *plan)
{
  guint8 *is = g_new0 (guint8, MAX (project->n_boards, 1));
  guint n;
  const GpPlanRow *rows =
      gp_plan_rows (plan, plan->has_whole ? GP_PART_WHOLE : GP_PART_RELAXED, GP_ROW_PARTNER, &n);

  for (guint32 i = 0; i < project->n_boards; i++)
    is[i] = project->boards[i].partner_since != GP_YEAR_NONE;
  for (guint i = 0; i < n; i++) {
    guint32 board = gp_project_find (project, GP_TABLE_BOARDS, rows[i].board);

    if (board != GP_NONE && rows[i].year <= project->goal_year && rows[i].amount > 0.5)
      is[board] = TRUE;
  }
  return is;
}

static void
add_to_region (GpWaitRegion *region, const GpWaiting *row)
{
  region->left += row->left;
  for (guint i = 0; i < GP_N_WAITS_FOR; i++)
    if (row->why & (1u << i))
      region->why[i] += row->left;
}

static void
find_reasons (GpWaitlist *self, const GpSummary *summary, guint32 scenario, const GpPlan *plan)
{
  const GpProject *project = summary->project;
  g_autofree guint8 *partners = find_partners (project, plan);
  gboolean interest = interest_is_used (summary, scenario, plan);

  for (guint i = 0; i < self->rows->len; i++) {
    GpWaiting *row = &g_array_index (self->rows, GpWaiting, i);
    guint n, n_short = years_short (summary, row->region, &n);

    if (n_short > 0)
      row->why |= n_short == n ? GP_WAITS_FOR_DAYS : GP_WAITS_FOR_SOME_DAYS;
    if (interest)
      row->why |= GP_WAITS_FOR_INTEREST;
    if (pin_holds (project, scenario, plan, row->board))
      row->why |= GP_WAITS_FOR_PIN;
    if (!partners[row->board])
      row->why |= gp_project_board_can_partner (project, scenario, row->board) ? GP_WAITS_NO_PARTNER
                                                                               : GP_WAITS_TOO_SMALL;
    add_to_region (&self->regions[row->region], row);
  }
}

/* ---- the list ---------------------------------------------------------------------------------
 */

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  const GpWaiting *one = a, *other = b;

  if (one->left != other->left)
    return one->left > other->left ? -1 : 1;
  return (one->board > other->board) - (one->board < other->board);
}

static void
keep_waiting (GpWaitlist *self)
{
  for (guint i = self->rows->len; i > 0; i--) {
    GpWaiting *row = &g_array_index (self->rows, GpWaiting, i - 1);

    row->left = row->candidates - row->starts;
    self->regions[row->region].starts += row->starts;
    if (row->left < 0.5)
      g_array_remove_index_fast (self->rows, i - 1);
    else
      self->candidates += row->left;
  }
  g_array_sort (self->rows, compare_rows);
}

GpWaitlist *
gp_waitlist_new (const GpProject *project, guint32 scenario, const GpPlan *plan,
                 const GpPlanFilter *filter)
{
  GpWaitlist *self = g_new0 (GpWaitlist, 1);
  g_autoptr (GpSummary) summary = gp_summary_new (project, scenario, plan);
  g_autofree guint *of = NULL;

  self->rows = g_array_new (FALSE, FALSE, sizeof (GpWaiting));
  self->first = self->last = GP_YEAR_NONE;
  for (guint y = 0; summary->has_plan && y < summary->n_years; y++)
    if (is_behind (summary, y)) {
      self->last = (GpYear)(project->plan_from + (int)y);
      if (self->first == GP_YEAR_NONE)
        self->first = self->last;
      self->places = self->last == project->goal_year ? summary->behind[y] : 0;
    }
  if (self->first == GP_YEAR_NONE)
    return self;
  of = g_new0 (guint, MAX ((gsize)project->n_boards * project->n_regions, 1));
  self->n_regions = project->n_regions;
  self->regions = g_new0 (GpWaitRegion, MAX (project->n_regions, 1));
  count_candidates (self, project, of, filter);
  count_starts (self, project, of, plan, filter);
  keep_waiting (self);
  find_reasons (self, summary, scenario, plan);
  return self;
}

void
gp_waitlist_free (GpWaitlist *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->rows);
  g_free (self->regions);
  g_free (self);
}

/* ---- in words ---------------------------------------------------------------------------------
 */

char *
gp_waiting_text (const GpProject *project, const GpWaiting *row)
{
  const char *region = project->regions[row->region].name;
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  if (row->why & GP_WAITS_FOR_PIN)
    g_ptr_array_add (parts, g_strdup (_ ("A pin holds its starts down.")));
  if (row->why & GP_WAITS_FOR_DAYS)
    g_ptr_array_add (parts, g_strdup_printf (_ ("Every expert day of %s is used."), region));
  if (row->why & GP_WAITS_FOR_SOME_DAYS)
    g_ptr_array_add (parts,
                     g_strdup_printf (_ ("Expert days of %s run out in some years."), region));
  if (row->why & GP_WAITS_FOR_INTEREST)
    g_ptr_array_add (parts, g_strdup (_ ("As many schools start as can be interested.")));
  if (row->why & GP_WAITS_NO_PARTNER)
    g_ptr_array_add (parts, g_strdup (_ ("It is no partner, so it has no verandercoaches.")));
  if (row->why & GP_WAITS_TOO_SMALL)
    g_ptr_array_add (parts, g_strdup (_ ("It has too few schools to be a partner.")));
  if (parts->len == 0)
    return g_strdup (_ ("The days of its region do not stop it; the Why page tells more."));
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" ", (char **)parts->pdata);
}

char *
gp_waitlist_text (const GpWaitlist *list, gboolean rough)
{
  GpLanguage language = gp_numbers_current ();
  char first[GP_YEAR_BYTES], last[GP_YEAR_BYTES];
  g_autofree char *candidates = gp_format_number (list->candidates, 0, language);
  g_autofree char *places = gp_format_number (list->places, 0, language);
  const char *tilde = rough ? "~" : "";

  if (list->first == GP_YEAR_NONE)
    return g_strdup (_ ("No school waits: every cohort is full to the goal year."));
  gp_year_format (list->first, first);
  gp_year_format (list->last, last);
  if (list->places < 0.5)
    return g_strdup_printf (_ ("Cohorts are behind from %s to %s and catch up before the goal year "
                               "ends; schools without a start: %s%s."),
                            first, last, tilde, candidates);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                       "At the end of the goal year %s%s place in the cohorts is "
                                       "empty; schools that could still start: %s%s.",
                                       "At the end of the goal year %s%s places in the cohorts are "
                                       "empty; schools that could still start: %s%s.",
                                       (gulong)llround (list->places)),
                          tilde, places, tilde, candidates);
}
