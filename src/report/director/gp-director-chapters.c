/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The chapters of the director's report: repairs, capacity, scenarios, futures, risks. */
#include "gp-director.h"

#include "gp-doc-notes.h"

#include <groeiplan/gp-finance.h>
#include <groeiplan/gp-published.h>
#include <math.h>
#include <string.h>

static const char *
text (const GpDirector *d, GpTextId id)
{
  return gp_text (d->language, id);
}

static void
heading (GpDirector *d, GpTextId id)
{
  gp_doc_heading (d->doc, g_strdup (text (d, id)));
}

static void
sentence (GpDirector *d, GpTextId id)
{
  gp_doc_paragraph (d->doc, g_strdup (text (d, id)));
}

/* ---- repairs -------------------------------------------------------------------------------- */

static const char *
lever_text (const GpDirector *d, const char *lever)
{
  static const struct {
    const char *name;
    GpTextId id;
  } levers[] = {{"experts", GP_TEXT_LEVER_EXPERTS},   {"handover", GP_TEXT_LEVER_HANDOVER},
                {"training", GP_TEXT_LEVER_TRAINING}, {"partners", GP_TEXT_LEVER_PARTNERS},
                {"interest", GP_TEXT_LEVER_INTEREST}, {"cohorts", GP_TEXT_LEVER_COHORTS}};

  for (guint i = 0; i < G_N_ELEMENTS (levers); i++)
    if (g_str_equal (levers[i].name, lever))
      return text (d, levers[i].id);
  return lever;
}

static char *
change_text (const GpDirector *d, const GpReportRepair *repair)
{
  gboolean share = g_str_equal (repair->lever, "handover");
  g_autofree char *year = gp_director_year (repair->from);
  g_autofree char *amount = share ? gp_format_percent (repair->amount, 0, d->language)
                                  : gp_director_number (d, repair->amount, 0);

  if (repair->extent == GP_REPORT_REPAIR_PART)
    return g_strdup (text (d, GP_TEXT_EXTENT_PART));
  return gp_text_fill (d->language, GP_TEXT_EXTENT_ALL, amount, year, NULL);
}

static GpGrid *
repairs_grid (const GpDirector *d)
{
  GpGrid *grid =
      gp_grid_new ("repairs", text (d, GP_TEXT_HEAD_REPAIRS), text (d, GP_TEXT_GRID_REPAIRS), NULL);

  gp_grid_column (grid, text (d, GP_TEXT_COL_GOAL), GP_GRID_TEXT, 16, GP_TOTAL_NONE);
  gp_grid_column (grid, text (d, GP_TEXT_COL_LEVER), GP_GRID_TEXT, 22, GP_TOTAL_NONE);
  gp_grid_column (grid, text (d, GP_TEXT_COL_CHANGE), GP_GRID_TEXT, 22, GP_TOTAL_NONE);
  gp_grid_column (grid, text (d, GP_TEXT_COL_LEFT), GP_GRID_INTEGER, 8, GP_TOTAL_NONE);
  gp_grid_column (grid, text (d, GP_TEXT_COL_EURO_YEAR), GP_GRID_MONEY, 10, GP_TOTAL_NONE);
  for (guint i = 0; i < d->input->n_repairs; i++) {
    const GpReportRepair *repair = &d->input->repairs[i];
    gp_grid_text (grid, text (d, repair->goal == GP_PRIORITY_OVERLOAD ? GP_TEXT_GOAL_OVERLOAD
                                 : repair->goal == GP_PRIORITY_GROEIKRACHT_DELAY
                                     ? GP_TEXT_GOAL_GROEIKRACHT
                                     : GP_TEXT_GOAL_REGULAR));
    gp_grid_text (grid, lever_text (d, repair->lever));
    gp_grid_take (grid, change_text (d, repair));
    gp_grid_value (grid, llround (repair->after));
    if (isfinite (repair->euro))
      gp_grid_value (grid, llround (repair->euro) * 100);
    else
      gp_grid_blank (grid);
  }
  return grid;
}

static gboolean
goal_is_made (const GpDirector *d)
{
  return d->goal > 0 && round (gp_director_figure (d, GP_FIGURE_TAKING_PART)) >= d->goal &&
         gp_director_figure (d, GP_FIGURE_OVERLOAD_DAYS) < 0.5;
}

void
gp_director_add_repairs (GpDirector *d)
{
  gboolean fine = gp_director_figure (d, GP_FIGURE_OVERLOAD_DAYS) < 0.005 &&
                  gp_director_figure (d, GP_FIGURE_DELAY_GROEIKRACHT) < 0.005 &&
                  gp_director_figure (d, GP_FIGURE_DELAY_REGULAR) < 0.005;

  /* with the goal made and every day there, nobody misses what nobody looked for */
  if (!fine && !d->input->repairs_sought && d->input->n_repairs == 0 && goal_is_made (d))
    return;
  heading (d, GP_TEXT_HEAD_REPAIRS);
  if (d->input->n_repairs == 0) {
    sentence (d, fine                        ? GP_TEXT_REPAIRS_NOTHING
                 : !d->input->repairs_sought ? GP_TEXT_REPAIRS_UNKNOWN
                 : d->input->repairs_cut     ? GP_TEXT_REPAIRS_CUT_NONE
                                             : GP_TEXT_REPAIRS_NONE);
    if (!fine && !d->input->repairs_sought) {
      gp_doc_bullet (d->doc, g_strdup (text (d, GP_TEXT_REPAIRS_IN_PROGRAM)));
      gp_doc_bullet (d->doc, g_strdup (text (d, GP_TEXT_REPAIRS_ON_LINE)));
    }
    return;
  }
  sentence (d, GP_TEXT_REPAIRS_LEAD);
  gp_doc_cite (d->doc, gp_director_note_plain (d, GP_TEXT_NOTE_REPAIRS, GP_TEXT_HOW_REPAIRS));
  gp_doc_grid (d->doc, repairs_grid (d));
  if (d->input->repairs_cut)
    sentence (d, GP_TEXT_REPAIRS_CUT);
}

/* ---- capacity ------------------------------------------------------------------------------- */

typedef struct {
  GpTextId title;
  GpFigureId figure;
  GpGridKind kind;
  GpGridTotal total;
} YearColumn;

/* A row a plan year with these figures. */
static GpGrid *
years_grid (const GpDirector *d, const char *name, GpTextId title, const YearColumn *columns,
            guint n)
{
  GpGrid *grid = gp_grid_new (name, text (d, title), text (d, title), text (d, GP_TEXT_TOTAL));

  gp_grid_column (grid, text (d, GP_TEXT_YEAR), GP_GRID_TEXT, 10, GP_TOTAL_NONE);
  for (guint c = 0; c < n; c++)
    gp_grid_column (grid, text (d, columns[c].title), columns[c].kind, 10, columns[c].total)->cite =
        gp_director_note (d, columns[c].figure);
  g_autofree gint64 *rounded = g_new0 (gint64, MAX (n * d->figures->len, 1));
  for (guint c = 0; c < n; c++)
    gp_finance_round_years (d->figures, columns[c].figure, rounded + c * d->figures->len);
  for (guint y = 0; y < d->figures->len; y++) {
    const GpFigureYear *year = &g_array_index (d->figures, GpFigureYear, y);
    gp_grid_take (grid, gp_director_starred_year (d, year->year));
    for (guint c = 0; c < n; c++)
      gp_grid_value (grid, rounded[c * d->figures->len + y] / 100);
  }
  return grid;
}

void
gp_director_add_capacity (GpDirector *d)
{
  static const YearColumn capacity[] = {
      {GP_TEXT_COL_AVAILABLE, GP_FIGURE_EXPERT_DAYS_AVAILABLE, GP_GRID_INTEGER, GP_TOTAL_SUM},
      {GP_TEXT_COL_USED, GP_FIGURE_EXPERT_DAYS_USED, GP_GRID_INTEGER, GP_TOTAL_SUM},
      {GP_TEXT_COL_SHORT, GP_FIGURE_OVERLOAD_DAYS, GP_GRID_INTEGER, GP_TOTAL_SUM},
      {GP_TEXT_COL_VERANDERCOACH_DAYS, GP_FIGURE_VERANDERCOACH_DAYS, GP_GRID_INTEGER, GP_TOTAL_SUM},
      {GP_TEXT_COL_HIRES, GP_FIGURE_HIRES, GP_GRID_INTEGER, GP_TOTAL_SUM},
      {GP_TEXT_COL_TRAINED, GP_FIGURE_TRAININGS, GP_GRID_INTEGER, GP_TOTAL_SUM}};
  static const YearColumn schools[] = {
      {GP_TEXT_COL_STARTS_G, GP_FIGURE_STARTS_GROEIKRACHT, GP_GRID_INTEGER, GP_TOTAL_SUM},
      {GP_TEXT_COL_STARTS_R, GP_FIGURE_STARTS_REGULAR, GP_GRID_INTEGER, GP_TOTAL_SUM},
      {GP_TEXT_COL_TAKING_PART, GP_FIGURE_TAKING_PART, GP_GRID_INTEGER, GP_TOTAL_NONE},
      {GP_TEXT_COL_DELAY_G, GP_FIGURE_DELAY_GROEIKRACHT, GP_GRID_INTEGER, GP_TOTAL_SUM},
      {GP_TEXT_COL_DELAY_R, GP_FIGURE_DELAY_REGULAR, GP_GRID_INTEGER, GP_TOTAL_SUM}};

  g_autofree char *goal_year = gp_director_year (d->project->goal_year);

  heading (d, GP_TEXT_HEAD_CAPACITY);
  if (d->project->last_year > d->project->goal_year)
    gp_doc_small (d->doc, gp_text_fill (d->language, GP_TEXT_LOOKAHEAD, goal_year, NULL));
  if (d->project->n_regions > 0)
    gp_director_add_heat_chart (d);
  gp_doc_grid (
      d->doc, years_grid (d, "capacity", GP_TEXT_GRID_CAPACITY, capacity, G_N_ELEMENTS (capacity)));
  heading (d, GP_TEXT_HEAD_STARTS);
  gp_doc_grid (d->doc,
               years_grid (d, "schools", GP_TEXT_GRID_YEARS, schools, G_N_ELEMENTS (schools)));
}

/* ---- scenarios ------------------------------------------------------------------------------ */

static void
add_scenario (const GpDirector *d, GpGrid *grid, guint32 scenario, const GpPlan *plan)
{
  static const GpFigureId shown[] = {GP_FIGURE_TAKING_PART, GP_FIGURE_OVERLOAD_DAYS,
                                     GP_FIGURE_TRAININGS};
  GpPlanPart part = plan->has_whole ? GP_PART_WHOLE : GP_PART_RELAXED;
  g_autoptr (GArray) figures = gp_figures_new (d->project, scenario, plan, part);
  double delay = gp_figures_headline (d->project, figures, GP_FIGURE_DELAY_GROEIKRACHT) +
                 gp_figures_headline (d->project, figures, GP_FIGURE_DELAY_REGULAR);

  gp_grid_take (grid, g_strdup_printf ("%s%s", part == GP_PART_RELAXED ? "~ " : "",
                                       gp_director_scenario (d->project, scenario)));
  for (guint i = 0; i < G_N_ELEMENTS (shown); i++)
    gp_grid_value (grid, llround (gp_figures_headline (d->project, figures, shown[i])));
  gp_grid_value (grid, llround (delay));
  gp_grid_value (grid, 100 * llround (gp_figures_headline (d->project, figures, GP_FIGURE_COST)));
}

void
gp_director_add_comparison (GpDirector *d)
{
  g_autofree char *year = gp_director_year (d->project->goal_year);
  g_autofree char *title = gp_text_fill (d->language, GP_TEXT_GRID_COMPARE, year, NULL);

  heading (d, GP_TEXT_HEAD_COMPARE);
  if (d->input->n_others == 0) {
    sentence (d, GP_TEXT_COMPARE_NONE);
    return;
  }
  gp_director_add_lines_chart (d);
  GpGrid *grid = gp_grid_new ("scenarios", text (d, GP_TEXT_HEAD_COMPARE), title, NULL);
  gp_grid_column (grid, text (d, GP_TEXT_SCENARIO), GP_GRID_TEXT, 30, GP_TOTAL_NONE);
  gp_grid_column (grid, text (d, GP_TEXT_COL_TAKING_PART), GP_GRID_INTEGER, 8, GP_TOTAL_NONE)
      ->cite = gp_director_note (d, GP_FIGURE_TAKING_PART);
  gp_grid_column (grid, text (d, GP_TEXT_COL_SHORT), GP_GRID_INTEGER, 8, GP_TOTAL_NONE)->cite =
      gp_director_note (d, GP_FIGURE_OVERLOAD_DAYS);
  gp_grid_column (grid, text (d, GP_TEXT_COL_TRAINED), GP_GRID_INTEGER, 8, GP_TOTAL_NONE)->cite =
      gp_director_note (d, GP_FIGURE_TRAININGS);
  gp_grid_column (grid, text (d, GP_TEXT_COL_DELAY), GP_GRID_INTEGER, 8, GP_TOTAL_NONE)->cite =
      gp_director_note_delay (d);
  gp_grid_column (grid, text (d, GP_TEXT_COL_COST), GP_GRID_MONEY, 12, GP_TOTAL_NONE)->cite =
      gp_director_note (d, GP_FIGURE_COST);
  add_scenario (d, grid, d->input->scenario, d->input->plan);
  for (guint i = 0; i < d->input->n_others; i++)
    add_scenario (d, grid, d->input->others[i].scenario, d->input->others[i].plan);
  gp_doc_grid (d->doc, grid);
}

/* ---- futures -------------------------------------------------------------------------------- */

static GpGrid *
promises_grid (const GpDirector *d)
{
  static const GpTextId names[GP_N_REPORT_PROMISES] = {
      GP_TEXT_PROMISE_OVERLOAD, GP_TEXT_PROMISE_GROEIKRACHT, GP_TEXT_PROMISE_REGULAR,
      GP_TEXT_PROMISE_GOAL, GP_TEXT_PROMISE_ALL};
  const GpReportFutures *futures = d->input->futures;
  GpGrid *grid = gp_grid_new ("promises", text (d, GP_TEXT_HEAD_FUTURES),
                              text (d, GP_TEXT_GRID_PROMISES), NULL);

  gp_grid_column (grid, text (d, GP_TEXT_COL_PROMISE), GP_GRID_TEXT, 40, GP_TOTAL_NONE);
  gp_grid_column (grid, text (d, GP_TEXT_COL_KEPT), GP_GRID_PERCENT, 10, GP_TOTAL_NONE)->cite =
      gp_director_note_plain (d, GP_TEXT_NOTE_KEPT, GP_TEXT_HOW_KEPT);
  for (guint i = 0; i < GP_N_REPORT_PROMISES; i++)
    if (futures->has_promise[i] && futures->count > 0) {
      gp_grid_text (grid, text (d, names[i]));
      gp_grid_value (grid, llround (10000.0 * futures->kept[i] / futures->count));
    }
  return grid;
}

void
gp_director_add_futures (GpDirector *d)
{
  heading (d, GP_TEXT_HEAD_FUTURES);
  if (d->input->futures == NULL || d->input->futures->count == 0) {
    sentence (d, GP_TEXT_FUTURES_NONE);
    return;
  }
  g_autofree char *count = gp_format_integer (d->input->futures->count, d->language);
  gp_doc_paragraph (d->doc, gp_text_fill (d->language, GP_TEXT_FUTURES_LEAD, count, NULL));
  gp_director_add_fan_chart (d);
  gp_doc_grid (d->doc, promises_grid (d));
}

/* ---- risks ---------------------------------------------------------------------------------- */

static gboolean
is_of_scenario (const GpProject *project, guint32 scenario, guint32 row)
{
  for (; scenario != GP_NONE; scenario = project->scenarios[scenario].parent)
    if (scenario == row)
      return TRUE;
  return FALSE;
}

static void
add_assumptions (GpDirector *d)
{
  guint assumed = 0, all = 0;

  for (guint i = 0; i < d->project->n_parameters; i++) {
    const GpParameterValue *value = &d->project->parameters[i];
    if (!is_of_scenario (d->project, d->input->scenario, value->scenario) ||
        g_str_has_prefix (value->parameter, "uncertain:"))
      continue;
    all++;
    assumed += g_str_equal (value->source, "assumption");
  }
  g_autofree char *some = gp_format_integer (assumed, d->language);
  g_autofree char *total = gp_format_integer (all, d->language);
  gp_doc_bullet (d->doc, gp_text_fill (d->language, GP_TEXT_RISK_ASSUMED, some, total, NULL));
  gp_doc_cite (d->doc, gp_director_note_plain (d, GP_TEXT_NOTE_VALUES, GP_TEXT_HOW_VALUES));
}

static void
add_changes (GpDirector *d)
{
  double sum = 0;

  if (d->input->published == NULL) {
    gp_doc_bullet (d->doc, g_strdup (text (d, GP_TEXT_RISK_UNPUBLISHED)));
    return;
  }
  g_autoptr (GArray) changes =
      gp_plan_changes (d->project, d->input->published, d->input->plan, d->part);
  for (guint i = 0; i < changes->len; i++) {
    const GpPlanChange *change = &g_array_index (changes, GpPlanChange, i);
    sum += fabs (change->is - change->was);
  }
  g_autofree char *number = gp_director_number (d, sum, 0);
  gp_doc_bullet (d->doc, sum >= 0.5 ? gp_text_fill (d->language, GP_TEXT_RISK_CHANGES, number, NULL)
                                    : g_strdup (text (d, GP_TEXT_RISK_CHANGES_NONE)));
}

void
gp_director_add_risks (GpDirector *d)
{
  heading (d, GP_TEXT_HEAD_RISKS);
  add_assumptions (d);
  add_changes (d);
}
