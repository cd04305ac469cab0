/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The director's report: one page that answers the question, then the chapters behind it. */
#include "gp-director.h"

#include "gp-doc-notes.h"
#include "gp-forms.h"
#include "gp-stamps.h"

#include <glib/gi18n-lib.h>
#include <groeiplan/gp-parameter.h>
#include <math.h>

double
gp_director_figure (const GpDirector *d, GpFigureId figure)
{
  return gp_figures_headline (d->project, d->figures, figure);
}

const char *
gp_director_scenario (const GpProject *project, guint32 scenario)
{
  const GpScenario *row = &project->scenarios[scenario];

  return *row->name != '\0' ? row->name : row->code;
}

char *
gp_director_number (const GpDirector *d, double value, guint digits)
{
  return gp_format_number (value, digits, d->language);
}

char *
gp_director_year (GpYear year)
{
  char text[GP_YEAR_BYTES];

  return g_strdup (gp_year_format (year, text));
}

char *
gp_director_starred_year (const GpDirector *d, GpYear year)
{
  char text[GP_YEAR_BYTES];

  return g_strconcat (gp_year_format (year, text), year > d->project->goal_year ? "*" : "", NULL);
}

static void
add_headline (GpDirector *d)
{
  double schools = round (gp_director_figure (d, GP_FIGURE_TAKING_PART));
  g_autofree char *year = gp_director_year (d->project->goal_year);
  g_autofree char *number = gp_director_number (d, schools, 0);
  g_autofree char *goal = gp_director_number (d, d->goal, 0);
  g_autofree char *gap = gp_director_number (d, d->goal - schools, 0);

  if (d->goal <= 0)
    gp_doc_lead (d->doc, gp_text_fill (d->language, GP_TEXT_HEADLINE_PLAIN, year, number, NULL));
  else if (schools >= d->goal)
    gp_doc_lead (d->doc,
                 gp_text_fill (d->language, GP_TEXT_HEADLINE_MADE, year, number, goal, NULL));
  else
    gp_doc_lead (d->doc,
                 gp_text_fill (d->language, GP_TEXT_HEADLINE_SHORT, year, number, gap, goal, NULL));
  gp_doc_cite (d->doc, d->goal > 0 ? gp_director_note_gap (d)
                                   : gp_director_note (d, GP_FIGURE_TAKING_PART));
}

/* "Noord (2027-2028, 2028-2029)" for every region that is short. */
static GPtrArray *
short_regions (const GpDirector *d)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (g_free);
  guint n;
  const GpPlanRow *rows = gp_plan_rows (d->input->plan, d->part, GP_ROW_OVERLOAD, &n);

  for (guint r = 0; r < d->project->n_regions; r++) {
    g_autoptr (GString) years = g_string_new (NULL);
    const GpRegion *region = &d->project->regions[r];
    for (guint i = 0; i < n; i++) {
      g_autofree char *year = gp_director_year (rows[i].year);
      if (g_str_equal (rows[i].region, region->code) && rows[i].amount > 0.005)
        g_string_append_printf (years, "%s%s", years->len > 0 ? ", " : "", year);
    }
    if (years->len > 0)
      g_ptr_array_add (
          found,
          g_strdup_printf ("%s (%s)", *region->name ? region->name : region->code, years->str));
  }
  return found;
}

static void
add_what_breaks (GpDirector *d)
{
  g_autoptr (GPtrArray) regions = short_regions (d);
  g_autofree char *where = gp_text_list (d->language, regions, 12);
  double groeikracht = gp_director_figure (d, GP_FIGURE_DELAY_GROEIKRACHT);
  double regular = gp_director_figure (d, GP_FIGURE_DELAY_REGULAR);
  g_autofree char *late = gp_director_number (d, groeikracht, 0);
  g_autofree char *later = gp_director_number (d, regular, 0);

  if (d->part == GP_PART_RELAXED)
    gp_doc_paragraph (d->doc, g_strdup (gp_text (d->language, GP_TEXT_ROUGH_PLAN)));
  gp_doc_paragraph (d->doc, regions->len > 0
                                ? gp_text_fill (d->language, GP_TEXT_SHORT_IN, where, NULL)
                                : g_strdup (gp_text (d->language, GP_TEXT_SHORT_NONE)));
  gp_doc_paragraph (d->doc, groeikracht + regular >= 0.5
                                ? gp_text_fill (d->language, GP_TEXT_DELAY_SOME, late, later, NULL)
                                : g_strdup (gp_text (d->language, GP_TEXT_DELAY_NONE)));
}

/* Those of the years after the goal are a look ahead, as on the program's first page. */
static double
trainings_to_goal (const GpDirector *d)
{
  double sum = 0;

  for (guint y = 0; y < d->figures->len; y++) {
    const GpFigureYear *year = &g_array_index (d->figures, GpFigureYear, y);
    if (year->year <= d->project->goal_year)
      sum += year->value[GP_FIGURE_TRAININGS];
  }
  return sum;
}

/* Which years the other figures are about, where that is more than to the goal. */
static void
add_span (GpDirector *d)
{
  g_autofree char *last = gp_director_year (d->project->last_year);

  if (d->project->last_year > d->project->goal_year)
    gp_doc_small (d->doc, gp_text_fill (d->language, GP_TEXT_KEY_SPAN, last, NULL));
}

static void
add_key_figures (GpDirector *d)
{
  double schools = round (gp_director_figure (d, GP_FIGURE_TAKING_PART));
  double delay = gp_director_figure (d, GP_FIGURE_DELAY_GROEIKRACHT) +
                 gp_director_figure (d, GP_FIGURE_DELAY_REGULAR);
  g_autofree char *year = gp_director_year (d->project->goal_year);
  GpLanguage language = d->language;

  gp_doc_figure (d->doc, gp_director_number (d, schools, 0),
                 gp_text_fill (language, GP_TEXT_KEY_TAKING_PART, year, NULL));
  gp_doc_cite (d->doc, gp_director_note (d, GP_FIGURE_TAKING_PART));
  if (d->goal > 0) {
    gp_doc_figure (
        d->doc, gp_director_number (d, fabs (d->goal - schools), 0),
        g_strdup (gp_text (language, schools < d->goal ? GP_TEXT_KEY_GAP : GP_TEXT_KEY_NO_GAP)));
    gp_doc_cite (d->doc, gp_director_note_gap (d));
  }
  gp_doc_figure (d->doc, gp_director_number (d, delay, 0),
                 g_strdup (gp_text (language, GP_TEXT_KEY_DELAY)));
  gp_doc_cite (d->doc, gp_director_note_delay (d));
  gp_doc_figure (d->doc, gp_director_number (d, gp_director_figure (d, GP_FIGURE_OVERLOAD_DAYS), 0),
                 g_strdup (gp_text (language, GP_TEXT_KEY_OVERLOAD)));
  gp_doc_cite (d->doc, gp_director_note (d, GP_FIGURE_OVERLOAD_DAYS));
  gp_doc_figure (d->doc, gp_director_number (d, trainings_to_goal (d), 0),
                 gp_text_fill (language, GP_TEXT_KEY_TRAININGS, year, NULL));
  gp_doc_cite (d->doc, gp_director_note (d, GP_FIGURE_TRAININGS));
  gp_doc_figure (
      d->doc,
      gp_format_money (100 * llround (gp_director_figure (d, GP_FIGURE_COST)), FALSE, language),
      g_strdup (gp_text (language, GP_TEXT_KEY_PLAN_COST)));
  gp_doc_cite (d->doc, gp_director_note (d, GP_FIGURE_COST));
}

static void
add_chapters (GpDirector *d)
{
  add_headline (d);
  add_key_figures (d);
  add_span (d);
  gp_director_add_goal_chart (d);
  add_what_breaks (d);
  gp_director_add_repairs (d);
  gp_doc_page (d->doc);
  gp_director_add_capacity (d);
  gp_director_add_comparison (d);
  gp_director_add_futures (d);
  gp_director_add_risks (d);
  gp_doc_heading (d->doc, g_strdup (gp_text (d->language, GP_TEXT_SOURCES)));
  gp_doc_notes (d->doc);
}

GpDoc *
gp_director_new (const GpReportInput *input, GpLanguage language, GError **error)
{
  const GpScenario *scenario = &input->project->scenarios[input->scenario];

  if (input->plan == NULL ||
      input->plan->n_rows[GP_PART_RELAXED] + input->plan->n_rows[GP_PART_WHOLE] == 0) {
    g_set_error (error, GP_ERROR, GP_ERROR_DATA,
                 _ ("There is no plan of scenario %s yet: plan it first."), scenario->code);
    return NULL;
  }
  g_autofree char *code = gp_files_safe (scenario->code, GP_CODE_MAX);
  g_autofree char *stem =
      g_strdup_printf ("%s-%s", gp_text (language, GP_TEXT_DIRECTOR_STEM), code);
  const char *name = *input->project->name != '\0' ? input->project->name
                                                   : gp_text (language, GP_TEXT_DIRECTOR_SUBJECT);
  g_autoptr (GpDoc) doc = gp_doc_new (language, stem, name, input->as_of);
  GpPlanPart part = input->plan->has_whole ? GP_PART_WHOLE : GP_PART_RELAXED;
  g_autoptr (GArray) figures = gp_figures_new (input->project, input->scenario, input->plan, part);
  GpDirector d = {.input = input,
                  .project = input->project,
                  .language = language,
                  .part = part,
                  .figures = figures,
                  .goal = gp_param_value (input->project, input->scenario,
                                          GP_PARAM_PARTICIPATION_GOAL, NULL, GP_YEAR_NONE),
                  .doc = doc};
  doc->subject = g_strdup (gp_text (language, GP_TEXT_DIRECTOR_SUBJECT));
  doc->subtitle = g_strdup (gp_text (language, GP_TEXT_DIRECTOR_SUBTITLE));
  gp_stamps_add (doc, input, gp_director_scenario (input->project, input->scenario));
  add_chapters (&d);
  return g_steal_pointer (&doc);
}
