/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See gp-plan-text.h. */
#include "gp-plan-text.h"
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

char *
gp_plan_headline_text (const GpPlanView *view)
{
  g_autoptr (GpPlanBoards) boards = NULL;
  g_autofree char *pins = pins_text (view), *schools = NULL, *number = NULL;
  double starts = 0;

  if (view->plan == NULL)
    return g_strconcat (_ ("There is no plan yet."), pins, NULL);
  if (view->plan->status == GP_PLAN_CONFLICT)
    return conflict_text (view->plan);
  boards = gp_plan_boards_new (view->project, view->scenario, view->plan, &view->filter);
  for (guint i = 0; i < boards->boards->len; i++)
    starts += ((const GpPlanBoard *)g_ptr_array_index (boards->boards, i))->starts;
  schools = gp_format_number (starts, 0, gp_numbers_current ());
  number = boards_text (boards->boards->len);
  /* Translators: "~" where it is rough, schools, two years, "12 boards", a sentence about pins. */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s%s school starts in %d–%d, of %s.%s",
                                       "%s%s schools start in %d–%d, of %s.%s",
                                       (gulong)llround (starts)),
                          boards->rough ? "~" : "", schools, view->project->plan_from,
                          view->project->last_year + 1, number, pins);
}

char *
gp_plan_waiting_text (const GpPlanView *view)
{
  g_autoptr (GpWaitlist) list = NULL;

  if (view->plan == NULL || view->plan->status == GP_PLAN_CONFLICT)
    return gp_plan_headline_text (view);
  list = gp_waitlist_new (view->project, view->scenario, view->plan, &view->filter);
  return gp_waitlist_text (list, !view->plan->has_whole);
}

char *
gp_plan_changes_text (const GpPlanView *view, const GpPlan *published, gint64 when)
{
  g_autofree char *date = gp_format_time (when, FALSE, gp_language_current ());
  g_autofree char *of_boards = NULL, *decisions = NULL;
  g_autoptr (GArray) changes = NULL;
  guint boards = 0;

  if (published == NULL)
    return g_strdup (_ ("No plan is published for this scenario yet."));
  if (view->plan == NULL || view->plan->status == GP_PLAN_CONFLICT)
    return g_strdup_printf (_ ("A plan was published on %s."), date);
  changes = gp_plan_changes (view->project, published, view->plan,
                             view->plan->has_whole ? GP_PART_WHOLE : GP_PART_RELAXED);
  for (guint i = 0; i < changes->len; i++)
    boards += i == 0 || !g_str_equal (g_array_index (changes, GpPlanChange, i).board,
                                      g_array_index (changes, GpPlanChange, i - 1).board);
  if (changes->len == 0)
    return g_strdup_printf (_ ("This is the plan that was published on %s."), date);
  of_boards = boards_text (boards);
  decisions = gp_format_integer (changes->len, gp_numbers_current ());
  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "Since the plan published on %s, %s decision has changed (%s).",
                   "Since the plan published on %s, %s decisions have changed (%s).", changes->len),
      date, decisions, of_boards);
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
