/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tables of the extract. Records are built anew from the members that are listed here: what is
 * added to a record later does not get into packs by itself. */
#include "gp-extract.h"
#include "gp-provenance.h"

#include <groeiplan/gp-parameter.h>
#include <string.h>

static void
copy_sets (GpExtraction *x)
{
  const GpProject *whole = x->input->project;

  gp_project_set_frame (x->project, "pack", whole->plan_from, whole->last_year,
                        whole->has_goal_year ? whole->goal_year : GP_YEAR_NONE);
  for (guint i = 0; i < whole->n_regions; i++)
    gp_project_add_region (x->project, &whole->regions[i]);
  for (guint i = 0; i < whole->n_sectors; i++)
    gp_project_add_sector (x->project, &whole->sectors[i]);
}

static void
copy_board (GpExtraction *x)
{
  const GpBoard *board = &x->input->project->boards[x->board];

  gp_project_add_board (x->project, &(GpBoard){.code = board->code,
                                               .name = board->name,
                                               .home_region = board->home_region,
                                               .partner_since = board->partner_since,
                                               .max_verandercoaches = board->max_verandercoaches});
}

static void
copy_schools (GpExtraction *x)
{
  guint n;
  const guint32 *schools = gp_project_board_schools (x->input->project, x->board, &n);

  for (guint i = 0; i < n; i++) {
    const GpSchool *whole = &x->input->project->schools[schools[i]];
    GpSchool school = {.code = whole->code,
                       .name = whole->name,
                       .board = 0,
                       .sector = whole->sector,
                       .region = whole->region,
                       .pupils = whole->pupils,
                       .high_need = whole->high_need,
                       .excluded = whole->excluded,
                       .started = whole->started,
                       .programme = whole->programme,
                       .intake = whole->intake};
    memcpy (school.requirements, whole->requirements, sizeof school.requirements);
    gp_extraction_keep (x->schools, schools[i], x->project->n_schools);
    gp_project_add_school (x->project, &school);
  }
}

static void
copy_verandercoaches (GpExtraction *x)
{
  const GpProject *whole = x->input->project;

  for (guint32 i = 0; i < whole->n_verandercoaches; i++) {
    const GpVerandercoach *coach = &whole->verandercoaches[i];
    if (coach->board != x->board)
      continue;
    GpVerandercoach copy = {.code = coach->code,
                            .name = coach->name,
                            .board = 0,
                            .trained_year = coach->trained_year,
                            .has_days = coach->has_days,
                            .days_per_year = coach->days_per_year,
                            .to_year = coach->to_year};
    gp_extraction_keep (x->verandercoaches, i, x->project->n_verandercoaches);
    gp_project_add_verandercoach (x->project, &copy);
  }
}

/* Days that arrive at this board's schools, in all plan years: all that a pack may know of a
 * coach's days. */
static gint64
days_here (const GpExtraction *x, guint32 coach)
{
  const GpCoaching *coaching = x->input->coaching;
  gint64 days = 0;
  guint n;
  const guint32 *visits = gp_coaching_board_visits (coaching, x->board, &n);

  for (guint i = 0; i < n; i++)
    if (coaching->visits[visits[i]].coach == coach)
      days += coaching->visits[visits[i]].days;
  return days;
}

static void
keep_expert (GpExtraction *x, guint32 coach)
{
  const GpCoaching *coaching = x->input->coaching;
  guint32 record = coaching->coaches[coach].record;

  if (coaching->coaches[coach].kind != GP_COACH_EXPERT ||
      gp_extraction_find (x->experts, record) != GP_NONE)
    return;
  const GpExpertCoach *whole = &x->input->project->expert_coaches[record];
  GpExpertCoach copy = {
      .code = whole->code, .name = whole->name, .region = whole->region, .sectors = whole->sectors};
  copy.days_per_year = gp_decimal_from_int (days_here (x, coach) / 100);
  gp_extraction_keep (x->experts, record, x->project->n_expert_coaches);
  gp_project_add_expert_coach (x->project, &copy);
}

/* Who comes, and who came before a change of coach. */
static void
copy_experts (GpExtraction *x)
{
  const GpCoaching *coaching = x->input->coaching;
  guint n;
  const guint32 *visits = gp_coaching_board_visits (coaching, x->board, &n);

  for (guint i = 0; i < n; i++)
    keep_expert (x, coaching->visits[visits[i]].coach);
  for (guint i = 0; i < coaching->n_breaks; i++)
    if (gp_extraction_find (x->schools, coaching->breaks[i].school) != GP_NONE)
      keep_expert (x, coaching->breaks[i].coach);
}

/* The scenario and those above it, first the topmost, under codes that say nothing. */
static void
copy_scenarios (GpExtraction *x)
{
  const GpProject *whole = x->input->project;
  g_autoptr (GArray) line = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint32 s = x->input->scenario; s != GP_NONE; s = whole->scenarios[s].parent)
    g_array_prepend_val (line, s);
  for (guint i = 0; i < line->len; i++) {
    g_autofree char *code = g_strdup_printf ("s%u", i);
    gp_project_add_scenario (x->project,
                             &(GpScenario){.code = code, .parent = i > 0 ? i - 1 : GP_NONE});
  }
  x->scenario = line->len - 1;
}

static gboolean
is_shown (const char *parameter)
{
  static const GpParam shown[] = {GP_PARAM_SUPPORT_DAYS, GP_PARAM_SCHOOL_FEE,
                                  GP_PARAM_GOVERNMENT_SHARE, GP_PARAM_PRICE_INDEX};

  for (guint i = 0; i < G_N_ELEMENTS (shown); i++)
    if (g_str_equal (parameter, gp_param_info (shown[i])->name))
      return TRUE;
  return FALSE;
}

/* (looking for every name of the project takes its time: it is asked last) */
static gboolean
is_harmless (const GpExtraction *x, const char *text)
{
  return *text == '\0' || gp_extract_harmless (x->input->project, x->board, text) != NULL;
}

/* Sources of known forms that name nobody else. One that somebody wrote in words is held back, and
 * the pack says so. */
static const char *
plain_source (const GpExtraction *x, const char *source)
{
  static const char own[] = "^(assumption|typed( [0-9]{4}-[0-9]{2}-[0-9]{2})?)?$";
  static const char forms[] = "^(fact:[a-z0-9_]+|register:[A-Za-z0-9._-]+(:[0-9]+)?"
                              "|report-[0-9]{4}-[0-9]{4}(, [a-z]+ [0-9.]+)?)$";

  if (g_regex_match_simple (own, source, 0, 0) ||
      (g_regex_match_simple (forms, source, 0, 0) && is_harmless (x, source)))
    return source;
  return GP_PROVENANCE_HELD;
}

static void
copy_parameters (GpExtraction *x)
{
  const GpProject *whole = x->input->project;
  guint32 level = x->scenario;

  for (guint32 s = x->input->scenario; s != GP_NONE; s = whole->scenarios[s].parent, level--)
    for (guint i = 0; i < whole->n_parameters; i++) {
      const GpParameterValue *value = &whole->parameters[i];
      if (value->scenario != s || !is_shown (value->parameter))
        continue;
      GpParameterValue copy = {.scenario = level,
                               .parameter = value->parameter,
                               .scope = value->scope,
                               .year = value->year,
                               .value = value->value,
                               .source = plain_source (x, value->source)};
      gp_project_add_parameter (x->project, &copy);
    }
}

/* Three of the method, and those that the tariffs cite. */
static gboolean
is_asked (const GpExtraction *x, const char *fact)
{
  static const char *const names[] = {"school_coach_time", "teacher_session_time",
                                      "government_share_of_school_cost", NULL};

  for (guint i = 0; i < x->project->n_parameters; i++) {
    const char *source = x->project->parameters[i].source;
    if (g_str_has_prefix (source, "fact:") && g_str_equal (source + strlen ("fact:"), fact))
      return TRUE;
  }
  return g_strv_contains (names, fact);
}

static void
copy_facts (GpExtraction *x)
{
  for (guint i = 0; i < x->input->project->n_facts; i++) {
    const GpFact *whole = &x->input->project->facts[i];
    GpFact fact = *whole;
    fact.note = "";
    if (is_asked (x, whole->fact) && is_harmless (x, whole->source) &&
        is_harmless (x, whole->section))
      gp_project_add_fact (x->project, &fact);
  }
}

void
gp_extract_data (GpExtraction *x)
{
  copy_sets (x);
  copy_board (x);
  copy_schools (x);
  copy_verandercoaches (x);
  copy_experts (x);
  copy_scenarios (x);
  copy_parameters (x);
  copy_facts (x);
}
