/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See gp-plan-text.h. */
#include "gp-plan-text.h"
#include "gp-links.h"
#include "gp-plan-terms.h"
#include "gp-waiting.h"

#include <glib/gi18n-lib.h>
#include <groeiplan/gp-format.h>
#include <groeiplan/gp-parameter.h>
#include <groeiplan/gp-published.h>
#include <math.h>

static guint
count_pins (const GpPlanView *view, guint *broken)
{
  guint n = 0;

  *broken = 0;
  for (guint32 i = 0; view->scenario != GP_NONE && i < view->project->n_pins; i++) {
    if (!gp_project_pin_applies (view->project, view->scenario, i))
      continue;
    n++;
    *broken += gp_pin_state (view->project, view->plan, i) == GP_PIN_BROKEN;
  }
  return n;
}

static char *
pins_text (const GpPlanView *view)
{
  guint broken, n = count_pins (view, &broken);

  if (n == 0)
    return g_strdup ("");
  if (broken > 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                         " %u decision is pinned; plan again to keep it.",
                                         " %u decisions are pinned; plan again to keep them.", n),
                            n);
  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, " %u decision is pinned.", " %u decisions are pinned.", n), n);
}

static char *
conflict_text (const GpPlan *plan)
{
  g_autoptr (GString) text = g_string_new (_ ("The pins contradict each other or the rules:"));

  for (guint i = 0; i < plan->n_conflicts; i++)
    g_string_append_printf (text, "\n%s", plan->conflicts[i]);
  return g_strdup (text->str);
}

static char *
boards_text (guint n)
{
  g_autofree char *number = gp_format_integer (n, gp_numbers_current ());

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s board", "%s boards", n), number);
}

/* Starts of the plan's boards: to the goal year, and in the years of the look-ahead. */
static double
starts_between (const GpPlanView *view, const GpPlanBoards *boards, int first, int last)
{
  double starts = 0;

  for (guint i = 0; i < boards->boards->len; i++) {
    const GpPlanBoard *board = g_ptr_array_index (boards->boards, i);

    for (int year = MAX (first, view->project->plan_from);
         year <= MIN (last, view->project->last_year); year++) {
      const GpPlanCell *cell = &board->cells[year - view->project->plan_from];

      starts += cell->regular + cell->groeikracht;
    }
  }
  return starts;
}

static char *
rough_number (double value, gboolean rough)
{
  g_autofree char *number = gp_format_number (value, 0, gp_numbers_current ());

  return g_strconcat (rough ? "~" : "", number, NULL);
}

/* "3,005 schools start in 2026–2032, of 812 boards; 450 more in the look-ahead to 2034." */
static char *
starts_markup (const GpPlanView *view, const GpPlanBoards *boards, const char *pins)
{
  int from = view->project->plan_from, to = view->project->last_year;
  int goal = view->project->has_goal_year ? CLAMP (view->project->goal_year, from, to) : to;
  double starts = starts_between (view, boards, from, goal);
  g_autofree char *schools = rough_number (starts, boards->rough);
  g_autofree char *later =
      rough_number (starts_between (view, boards, goal + 1, to), boards->rough);
  g_autofree char *of = boards_text (boards->boards->len);
  g_autofree char *ahead = NULL, *text = NULL;

  if (goal < to) /* Translators: a number of schools, a year. */
    ahead = g_strdup_printf (_ ("; %s more in the look-ahead to %d"), later, to + 1);
  /* Translators: schools, two years, "12 boards", "; 12 more in the look-ahead to 2034" or nothing,
   * a sentence about pins. */
  text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s school starts in %d–%d, of %s%s.%s",
                                       "%s schools start in %d–%d, of %s%s.%s",
                                       (gulong)llround (starts)),
                          schools, from, goal + 1, of, ahead != NULL ? ahead : "", pins);
  return gp_links_markup (text,
                          (GpLink[]){{schools, "plan/view:1"},
                                     {of, "plan/view:0"},
                                     {goal < to ? later : NULL, "plan/view:1"}},
                          3);
}

char *
gp_plan_headline_markup (const GpPlanView *view)
{
  g_autoptr (GpPlanBoards) boards = NULL;
  g_autofree char *pins = pins_text (view), *text = NULL;

  if (view->plan == NULL)
    text = g_strconcat (_ ("There is no plan yet."), pins, NULL);
  else if (view->plan->status == GP_PLAN_CONFLICT)
    text = conflict_text (view->plan);
  if (text != NULL)
    return g_markup_escape_text (text, -1);
  boards = gp_plan_boards_new (view->project, view->scenario, view->plan, &view->filter);
  return starts_markup (view, boards, pins);
}

char *
gp_plan_waiting_markup (const GpPlanView *view)
{
  g_autoptr (GpWaitlist) list = NULL;
  g_autofree char *text = NULL, *places = NULL, *candidates = NULL, *why = NULL;

  if (view->plan == NULL || view->plan->status == GP_PLAN_CONFLICT)
    return gp_plan_headline_markup (view);
  list = gp_waitlist_new (view->project, view->scenario, view->plan, &view->filter);
  text = gp_waitlist_text (list, !view->plan->has_whole);
  places = rough_number (list->places, !view->plan->has_whole);
  candidates = rough_number (list->candidates, !view->plan->has_whole);
  why = *view->filter.region != '\0' ? g_strjoin ("/", "why", view->filter.region, NULL)
                                     : g_strdup ("why");
  return gp_links_markup (text, (GpLink[]){{places, why}, {candidates, why}}, 2);
}

char *
gp_plan_changes_markup (const GpPlanView *view, const GpPlan *published, gint64 when)
{
  g_autofree char *date = gp_format_time (when, FALSE, gp_language_current ());
  g_autofree char *of_boards = NULL, *decisions = NULL, *text = NULL;
  g_autoptr (GArray) changes = NULL;
  guint boards = 0;

  if (published == NULL)
    text = g_strdup (_ ("No plan is published for this scenario yet."));
  else if (view->plan == NULL || view->plan->status == GP_PLAN_CONFLICT)
    text = g_strdup_printf (_ ("A plan was published on %s."), date);
  if (text != NULL)
    return g_markup_escape_text (text, -1);
  changes = gp_plan_changes (view->project, published, view->plan,
                             view->plan->has_whole ? GP_PART_WHOLE : GP_PART_RELAXED);
  for (guint i = 0; i < changes->len; i++)
    boards += i == 0 || !g_str_equal (g_array_index (changes, GpPlanChange, i).board,
                                      g_array_index (changes, GpPlanChange, i - 1).board);
  if (changes->len == 0) {
    text = g_strdup_printf (_ ("This is the plan that was published on %s."), date);
    return g_markup_escape_text (text, -1);
  }
  of_boards = boards_text (boards);
  decisions = gp_format_integer (changes->len, gp_numbers_current ());
  text = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "Since the plan published on %s, %s decision has changed (%s).",
                   "Since the plan published on %s, %s decisions have changed (%s).", changes->len),
      date, decisions, of_boards);
  return gp_links_markup (text, &(GpLink){of_boards, "plan/view:8"}, 1);
}

char *
gp_plan_detail_markup (const GpPlanView *view, guint kind, gint64 when)
{
  g_autofree char *changes = gp_plan_changes_markup (view, view->published, when);
  g_autofree char *legend = NULL;

  if (kind != GP_VIEW_BOARDS || view->plan == NULL)
    return g_steal_pointer (&changes);
  legend = g_markup_escape_text (_ (GP_PLAN_TERM_YEAR), -1);
  return g_strjoin ("\n", changes, legend, NULL);
}

GpPlanEmpty
gp_plan_empty (guint view, gboolean planned)
{
  const char *plan_first = _ ("Press Plan (Ctrl+Enter) to see which schools start when.");

  switch (view) {
  case GP_VIEW_PINS:
    return (GpPlanEmpty){_ ("Nothing is pinned"),
                         _ ("Select what should stay as it is and press Pin (Ctrl+L), or press Add "
                            "a Pin for what should be otherwise.")};
  case GP_VIEW_WAITING:
    return planned ? (GpPlanEmpty){_ ("Nobody waits"), _ ("Every cohort is full to the goal year.")}
                   : (GpPlanEmpty){_ ("Nothing planned"), plan_first};
  case GP_VIEW_CHANGES:
    return (GpPlanEmpty){_ ("Nothing changed"),
                         _ ("This is shown as soon as a plan differs from the published one.")};
  default:
    return (GpPlanEmpty){_ ("Nothing planned"), plan_first};
  }
}
