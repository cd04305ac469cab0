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

static void
add_chapters (GpDirector *d)
{
  add_headline (d);
  gp_director_add_key_figures (d);
  gp_director_add_goal_chart (d);
  gp_director_add_what_breaks (d);
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
  g_autoptr (GpLoad) load = gp_load_new (input->project, input->scenario, input->plan, part);
  GpDirector d = {.input = input,
                  .project = input->project,
                  .language = language,
                  .part = part,
                  .figures = figures,
                  .load = load,
                  .goal = gp_param_value (input->project, input->scenario,
                                          GP_PARAM_PARTICIPATION_GOAL, NULL, GP_YEAR_NONE),
                  .doc = doc};
  doc->subject = g_strdup (gp_text (language, GP_TEXT_DIRECTOR_SUBJECT));
  doc->subtitle = g_strdup (gp_text (language, GP_TEXT_DIRECTOR_SUBTITLE));
  gp_stamps_add (doc, input, gp_director_scenario (input->project, input->scenario));
  add_chapters (&d);
  return g_steal_pointer (&doc);
}
