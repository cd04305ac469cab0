/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See gp-help-texts.h. The words are those of the pages; what they mean is what the planner does.
 */
#include "gp-help-texts.h"

#include <glib/gi18n-lib.h>

/* clang-format off */
const GpHelpRow gp_help_steps[] = {
  {N_("A plan in five steps"), N_("1. Bring the boards and schools in"),
   N_("Import the files of the education register, or begin with the example boards and look around first."),
   "win.import-register"},
  {NULL, N_("2. Check the data and the assumptions"),
   N_("Boards, Schools and Coaches are tables that you can type in and paste into. On Scenarios stand the assumptions, each with its source."),
   "win.page::schools"},
  {NULL, N_("3. Plan"),
   N_("Plan decides who starts when, which boards become partners, whom to train and who coaches where. You can go on working meanwhile, or cancel."),
   "win.plan"},
  {NULL, N_("4. See where it is tight, and try something"),
   N_("Overview and Capacity show where expert days run out, Why finds what would mend it. What If on Scenarios shows at once what an assumption does."),
   "win.page::why"},
  {NULL, N_("5. Agree and hand out"),
   N_("Publish makes the plan the agreed one: later plans change as little of it as they can. Exports writes a pack for each board, a director’s report and a workbook."),
   "win.page::exports"},
  {N_("Good to know"), N_("Everything can be undone"),
   N_("Each change is kept in the file at once, with what and when. Undo takes it back, the history goes back further."),
   "win.history"},
  {NULL, N_("Every figure tells where it comes from"),
   N_("Point at a figure, or walk to it with the keys, to read its source: a report, an assumption, a row of the register, what was typed, or how it was worked out."),
   NULL},
  {NULL, N_("Everything goes by keyboard"),
   N_("The list of shortcuts tells how."),
   "win.show-help-overlay"},
};

const GpHelpRow gp_help_words[] = {
  {N_("Plans"), N_("Scenario"),
   N_("A set of assumptions with a plan of its own. A scenario builds on another and says only what is different in it."), NULL},
  {NULL, N_("Assumption"),
   N_("A number that plans rest on, such as the coach-days a school asks. It has a source, and may have a low and a high value."), NULL},
  {NULL, N_("Cohort"),
   N_("How many schools of a programme are to start in a school year."), NULL},
  {NULL, N_("School-years of waiting"),
   N_("A place in a cohort that is empty at the end of its year counts one, and one more for each year that it stays empty."), NULL},
  {NULL, N_("Rough figure (~)"),
   N_("What is possible at best, with parts of schools and of coaches. It is there soon; by the order of its priorities no plan in whole schools can be better."), NULL},
  {NULL, N_("Plan in whole schools"),
   N_("Every start is a whole school, every hire a whole coach, and every rule is kept to the hundredth of a coach-day."), NULL},
  {NULL, N_("Proven"),
   N_("No plan in whole schools can be better than this figure. The audit works the proof out again in exact fractions, without the planner."), NULL},
  {NULL, N_("Audit"),
   N_("A second reading of every rule and figure of a plan, written apart from the planner."), NULL},
  {NULL, N_("Priorities"),
   N_("What a plan is to reach first, second and so on. A later priority never costs an earlier one anything."), NULL},
  {NULL, N_("Pin"),
   N_("A decision that plans must keep: exactly so many starts, at least or at most so many, a partner year, or trainings."), NULL},
  {NULL, N_("Published plan"),
   N_("The plan that was agreed. Later plans of the scenario change as little of it as their priorities say."), NULL},
  {NULL, N_("Look-ahead"),
   N_("The years after the goal year. They are planned too, so that training does not stop where the goal is, and shown lighter."), NULL},
  {NULL, N_("Repair"),
   N_("The smallest change of one lever alone that ends the waiting or the shortage, or the most that it can do, found by planning with it."), NULL},
  {NULL, N_("Price"),
   N_("What one more of something scarce would bring, checked by planning again."), NULL},
  {NULL, N_("Future"),
   N_("One throw of everything that is uncertain. The first year stays as planned, the later ones are planned again."), NULL},
  {N_("Boards and schools"), N_("Partner board"),
   N_("A school board that trains verandercoaches of its own, who take work over from expert coaches."), NULL},
  {NULL, N_("Programme"),
   N_("Groeikracht, of which the government pays a part for primary and secondary schools, or regular."), NULL},
  {NULL, N_("Interested schools"),
   N_("How many schools can be found in a year that want to start, in both programmes together."), NULL},
  {NULL, N_("Ready"),
   N_("Support in the team, an active school leader, internal coaches free for half a day a week, and two hours a week of working sessions for all teachers."), NULL},
  {NULL, N_("Reach"),
   N_("Pupils of the schools that start, for each plan year from the start on; pupils of schools with high need may weigh more."), NULL},
  {N_("Coaches"), N_("Expert coach"),
   N_("Employed by the foundation, in one of its regional teams."), NULL},
  {NULL, N_("Verandercoach"),
   N_("Employed by a partner board and trained by expert coaches; coaches schools of that board."), NULL},
  {NULL, N_("Expert day"),
   N_("A day of an expert coach, for schools, for talks before a start, or for training verandercoaches."), NULL},
  {NULL, N_("Hand-over share"),
   N_("The largest part of a board’s coach-days that its verandercoaches may take over."), NULL},
  {NULL, N_("Lent days"),
   N_("Days that the experts of one region give in another. Travel costs a part of them."), NULL},
  {NULL, N_("Expert days short"),
   N_("Days that were promised to schools and that nobody has. Avoiding them usually comes first."), NULL},
  {N_("Money"), N_("Forecast"),
   N_("What a project will cost by this plan: a rate times what the plan does of it, and a fixed part, at the prices of each year."), NULL},
  {NULL, N_("Cost of the plan"),
   N_("What the plan’s own decisions cost: days, trainings, partnerships, hiring and lending. It is not the budget of the seven projects."), NULL},
  {NULL, N_("Pledge"),
   N_("What a charity fund has promised for a project and a year."), NULL},
};

static const struct {
  const char *name, *text;
} pages[] = {
  {"overview", N_("Is the goal reached, and if not, where does it pinch?")},
  {"capacity", N_("Which coach-days are there and which are asked, by region and year?")},
  {"plan", N_("Who starts when, who becomes a partner, whom to train, who coaches where? Pin decisions here.")},
  {"why", N_("What would mend a shortage, and what would one more of everything scarce bring?")},
  {"scenarios", N_("What if? Sliders, assumptions with their sources, what is uncertain, and the order of priorities.")},
  {"compare", N_("What differs between scenarios, and which assumption makes the difference?")},
  {"futures", N_("How does the plan hold when assumptions turn out otherwise?")},
  {"finance", N_("What do the seven projects cost, who pays, and what is not yet covered?")},
  {"boards", N_("All school boards, to search, sort, filter and change.")},
  {"schools", N_("All schools, to search, sort, filter and change.")},
  {"coaches", N_("Expert coaches and verandercoaches, with their days and years.")},
  {"exports", N_("Packs for boards, the director’s report, the finance workbook.")},
};
/* clang-format on */

const guint gp_help_n_steps = G_N_ELEMENTS (gp_help_steps);
const guint gp_help_n_words = G_N_ELEMENTS (gp_help_words);

const char *
gp_help_page_text (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    if (g_str_equal (pages[i].name, name))
      return _ (pages[i].text);
  return NULL;
}
