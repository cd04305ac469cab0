/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See gp-plan-terms.h. Where the help explains the word, its sentence is used here too. */
#include "gp-plan-terms.h"

#include <glib/gi18n-lib.h>

/* clang-format off */
static const struct {
  const char *title, *term;
} terms[] = {
  {"Board", N_("The school board that the schools belong to")},
  {"School", N_("A school that is coached in that year")},
  {"Sector", N_("Primary, secondary, special or vocational education")},
  {"Region", N_("The region whose team of expert coaches works there")},
  {"Home region", N_("Verandercoaches of the board count in this region")},
  {"Need", N_("Much to gain: these schools go first where the plan asks so")},
  {"Programme", N_("Groeikracht, of which the government pays a part for primary and secondary schools, or regular.")},
  {"Year", N_("The school year in which it happens")},
  {"Schools", N_("Schools that start in the plan")},
  {"Partner from", N_("The year in which the plan makes the board a partner")},
  {"Schools of the board", N_("All schools of the board, whether they start or not")},
  {"Verandercoaches", N_("Employed by a partner board and trained by expert coaches; coaches schools of that board.")},
  {"Coach", N_("Who coaches the school in that year")},
  {"Coach-days", N_("Days at schools in a school year")},
  {"Days there", N_("A day of an expert coach, for schools, for talks before a start, or for training verandercoaches.")},
  {"Days used", N_("A day of an expert coach, for schools, for talks before a start, or for training verandercoaches.")},
  {"Borrowed", N_("Days that the experts of one region give in another. Travel costs a part of them.")},
  {"Lent", N_("Days that the experts of one region give in another. Travel costs a part of them.")},
  {"Days short", N_("Days that were promised to schools and that nobody has. Avoiding them usually comes first.")},
  {"Hired", N_("Expert coaches whom the plan hires in that year")},
  {"Could start", N_("Schools that have not started yet and are not left out")},
  {"Start", N_("Schools of these that start by the goal year")},
  {"Without a start", N_("Schools of these that do not start by the goal year")},
  {"What stands in the way", N_("What keeps most of them from a start, as far as the plan shows")},
  {"What", N_("The kind of decision, and of which schools")},
  {"Published", N_("The plan that was agreed. Later plans of the scenario change as little of it as their priorities say.")},
  {"Now", N_("What this plan decides")},
  {"Difference", N_("Now less published")},
  {"Pinned", N_("A decision that plans must keep: exactly so many starts, at least or at most so many, a partner year, or trainings.")},
  {"In the plan", N_("What this plan decides")},
  {"State", N_("Whether the plan keeps the pin")},
  {"Reason", N_("Why it was pinned, as it was typed in")},
  {"Scenario", N_("The scenario that has the pin; those under it keep it too")},
};
/* clang-format on */

const char *
gp_plan_term (const char *title)
{
  for (guint i = 0; i < G_N_ELEMENTS (terms); i++)
    if (g_str_equal (terms[i].title, title))
      return terms[i].term;
  return NULL;
}
