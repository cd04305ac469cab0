/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The notes of the director's report: how each figure is worked out of the plan, and the parameters
 * that decide it, each with its value, its source and its row. */
#include "gp-director.h"

#include "gp-doc-notes.h"
#include "gp-provenance.h"

#include <groeiplan/gp-parameter.h>
#include <math.h>

#define MAX_PARAMETERS 8

typedef struct {
  GpParam param;
  const char *scope;
  GpTextId what;
} Asked;

/* How a figure is worked out, and the parameters it asks; the list ends at one without words. */
typedef struct {
  GpTextId what, how;
  Asked asked[MAX_PARAMETERS];
} Worked;

#define GROEIKRACHT                                                                                \
  {                                                                                                \
    GP_PARAM_COHORT_TARGET, "groeikracht", GP_TEXT_PARAM_COHORT_G                                  \
  }
#define REGULAR                                                                                    \
  {                                                                                                \
    GP_PARAM_COHORT_TARGET, "regular", GP_TEXT_PARAM_COHORT_R                                      \
  }
#define EXPERT_DAYS                                                                                \
  {                                                                                                \
    GP_PARAM_EXPERT_DAYS, NULL, GP_TEXT_PARAM_EXPERT_DAYS                                          \
  }
#define EXPERT_CAP                                                                                 \
  {                                                                                                \
    GP_PARAM_EXPERT_CAP, NULL, GP_TEXT_PARAM_EXPERT_CAP                                            \
  }
#define HANDOVER                                                                                   \
  {                                                                                                \
    GP_PARAM_HANDOVER_SHARE, NULL, GP_TEXT_PARAM_HANDOVER                                          \
  }
#define ATTRITION                                                                                  \
  {                                                                                                \
    GP_PARAM_EXPERT_ATTRITION, NULL, GP_TEXT_PARAM_ATTRITION                                       \
  }

static const Worked worked[GP_N_FIGURES] = {
    [GP_FIGURE_STARTS_GROEIKRACHT] = {GP_TEXT_COL_STARTS_G, GP_TEXT_HOW_STARTS, {GROEIKRACHT}},
    [GP_FIGURE_STARTS_REGULAR] = {GP_TEXT_COL_STARTS_R, GP_TEXT_HOW_STARTS, {REGULAR}},
    [GP_FIGURE_TAKING_PART] = {GP_TEXT_NOTE_TAKING_PART,
                               GP_TEXT_HOW_TAKING_PART,
                               {{GP_PARAM_SCHOOL_CONTINUATION, NULL, GP_TEXT_PARAM_CONTINUATION}}},
    [GP_FIGURE_DELAY_GROEIKRACHT] = {GP_TEXT_COL_DELAY_G, GP_TEXT_HOW_DELAY, {GROEIKRACHT}},
    [GP_FIGURE_DELAY_REGULAR] = {GP_TEXT_COL_DELAY_R, GP_TEXT_HOW_DELAY, {REGULAR}},
    [GP_FIGURE_EXPERT_DAYS_AVAILABLE] = {GP_TEXT_NOTE_AVAILABLE,
                                         GP_TEXT_HOW_AVAILABLE,
                                         {EXPERT_DAYS, ATTRITION}},
    [GP_FIGURE_EXPERT_DAYS_USED] = {GP_TEXT_NOTE_USED, GP_TEXT_HOW_USED, {HANDOVER}},
    [GP_FIGURE_OVERLOAD_DAYS] = {GP_TEXT_KEY_OVERLOAD, GP_TEXT_HOW_OVERLOAD, {{0}}},
    [GP_FIGURE_VERANDERCOACH_DAYS] = {GP_TEXT_NOTE_VERANDERCOACH_DAYS,
                                      GP_TEXT_HOW_VERANDERCOACH_DAYS,
                                      {HANDOVER,
                                       {GP_PARAM_VERANDERCOACH_DAYS, NULL,
                                        GP_TEXT_PARAM_VERANDERCOACH_DAYS}}},
    [GP_FIGURE_HIRES] = {GP_TEXT_NOTE_HIRES, GP_TEXT_SOURCE_PLAN, {EXPERT_CAP}},
    [GP_FIGURE_TRAININGS] = {GP_TEXT_NOTE_TRAININGS,
                             GP_TEXT_SOURCE_PLAN,
                             {{GP_PARAM_TRAINING_CAP, NULL, GP_TEXT_PARAM_TRAINING_CAP}}},
    [GP_FIGURE_COST] = {GP_TEXT_KEY_PLAN_COST,
                        GP_TEXT_HOW_COST,
                        {{GP_PARAM_COST_EXPERT_DAY, NULL, GP_TEXT_PARAM_COST_EXPERT_DAY},
                         {GP_PARAM_COST_VERANDERCOACH_DAY, NULL,
                          GP_TEXT_PARAM_COST_VERANDERCOACH_DAY},
                         {GP_PARAM_COST_TRAINING, NULL, GP_TEXT_PARAM_COST_TRAINING},
                         {GP_PARAM_COST_PARTNERSHIP, NULL, GP_TEXT_PARAM_COST_PARTNERSHIP},
                         {GP_PARAM_COST_HIRE, NULL, GP_TEXT_PARAM_COST_HIRE},
                         {GP_PARAM_COST_LENT_DAY, NULL, GP_TEXT_PARAM_COST_LENT_DAY},
                         {GP_PARAM_COST_OVERLOAD_DAY, NULL, GP_TEXT_PARAM_COST_OVERLOAD_DAY}}},
};

/* "€ 900", "60%", "150", of the first plan year. */
static char *
value_text (const GpDirector *d, const GpParamInfo *info, GpDecimal value)
{
  double number = gp_decimal_to_double (value);
  char year[GP_YEAR_BYTES];
  g_autofree char *text =
      g_str_equal (info->unit, "EUR")
          ? gp_format_money (llround (number * 100), value.scale > 0, d->language)
      : g_str_equal (info->unit, "share")
          ? gp_format_percent (number, value.scale > 2 ? 1 : 0, d->language)
          : gp_format_number (number, MIN (value.scale, 2), d->language);

  gp_year_format (d->project->plan_from, year);
  return gp_text_fill (d->language, GP_TEXT_VALUE_IN_YEAR, text, year, NULL);
}

/* In words that a reader of this report has: no file and no row, but the scenario that gives the
 * value; the note begins with the assumption's name. */
static char *
parameter_source (const GpDirector *d, guint32 row)
{
  if (row == GP_NONE)
    return gp_provenance_of_parameter (d->project, row, FALSE, d->language);
  const GpParameterValue *value = &d->project->parameters[row];
  g_autofree char *source = gp_provenance_of_row (d->project, GP_TABLE_PARAMETERS, GP_NONE,
                                                  value->source, value->note, d->language);

  return gp_text_fill (d->language, GP_TEXT_IN_SCENARIO, source,
                       gp_director_scenario (d->project, value->scenario), NULL);
}

static guint
parameter_note (const GpDirector *d, const Asked *asked)
{
  GpDecimal value;
  guint32 row;

  if (!gp_param_lookup (d->project, d->input->scenario, asked->param, asked->scope,
                        d->project->plan_from, &value, &row))
    return 0;
  return gp_doc_note (d->doc, g_strdup (gp_text (d->language, asked->what)),
                      value_text (d, gp_param_info (asked->param), value),
                      parameter_source (d, row));
}

guint
gp_director_note (const GpDirector *d, GpFigureId figure)
{
  const Worked *row = &worked[figure];
  guint notes[MAX_PARAMETERS] = {0};

  g_return_val_if_fail (row->what != row->how, 0);
  for (guint i = 0; i < MAX_PARAMETERS && row->asked[i].what != (GpTextId)0; i++)
    notes[i] = parameter_note (d, &row->asked[i]);
  g_autofree char *numbers = gp_note_numbers (d->language, notes, MAX_PARAMETERS);
  g_autofree char *see =
      *numbers != '\0' ? gp_text_fill (d->language, GP_TEXT_SEE_NOTES, numbers, NULL) : NULL;
  return gp_doc_note (
      d->doc, g_strdup (gp_text (d->language, row->what)), g_strdup (""),
      g_strconcat (gp_text (d->language, row->how), see != NULL ? " " : NULL, see, NULL));
}

/* The value of the goal, and how far off it is. */
guint
gp_director_note_goal (const GpDirector *d)
{
  const Asked asked = {GP_PARAM_PARTICIPATION_GOAL, NULL, GP_TEXT_PARAM_GOAL};

  return parameter_note (d, &asked);
}

guint
gp_director_note_gap (const GpDirector *d)
{
  guint notes[] = {gp_director_note (d, GP_FIGURE_TAKING_PART), gp_director_note_goal (d)};
  g_autofree char *numbers = gp_note_numbers (d->language, notes, G_N_ELEMENTS (notes));

  return gp_doc_note (d->doc, g_strdup (gp_text (d->language, GP_TEXT_NOTE_GAP)), g_strdup (""),
                      gp_text_fill (d->language, GP_TEXT_HOW_GAP, numbers, NULL));
}

guint
gp_director_note_delay (const GpDirector *d)
{
  guint notes[] = {gp_director_note (d, GP_FIGURE_DELAY_GROEIKRACHT),
                   gp_director_note (d, GP_FIGURE_DELAY_REGULAR)};
  g_autofree char *numbers = gp_note_numbers (d->language, notes, G_N_ELEMENTS (notes));

  return gp_doc_note (d->doc, g_strdup (gp_text (d->language, GP_TEXT_KEY_DELAY)), g_strdup (""),
                      gp_text_fill (d->language, GP_TEXT_HOW_SUM, numbers, NULL));
}

guint
gp_director_note_plain (const GpDirector *d, GpTextId what, GpTextId how)
{
  return gp_doc_note (d->doc, g_strdup (gp_text (d->language, what)), g_strdup (""),
                      g_strdup (gp_text (d->language, how)));
}
