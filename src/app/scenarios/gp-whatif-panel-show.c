/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the sliders of the instant what-if say, and what their answer is. */
#include "gp-summary.h"
#include "gp-whatif-panel-private.h"

#include <glib/gi18n-lib.h>

/* ---- values -----------------------------------------------------------------------------------
 */

const GpProject *
gp_what_if_panel_get_project (GpWhatIfPanel *self)
{
  return gp_document_get_project (self->document);
}

GArray *
gp_what_if_panel_get_values (GpWhatIfPanel *self)
{
  GArray *values = g_array_new (FALSE, FALSE, sizeof (GpLeverValue));

  for (int i = 0; i < GP_N_LEVERS; i++)
    gp_lever_apply (gp_what_if_panel_get_project (self), gp_document_get_scenario (self->document),
                    &gp_levers[i], gtk_range_get_value (GTK_RANGE (self->sliders[i].scale)),
                    values);
  return values;
}

void
gp_what_if_panel_show_value (GpWhatIfSlider *slider)
{
  GpDocument *document = slider->panel->document;
  const GpProject *project = gp_document_get_project (document);
  guint32 scenario = gp_document_get_scenario (document);
  double position = gtk_range_get_value (GTK_RANGE (slider->scale));
  g_autofree char *was = gp_lever_describe (project, scenario, slider->lever,
                                            slider->lever->neutral, gp_numbers_current ());
  g_autofree char *is =
      gp_lever_describe (project, scenario, slider->lever, position, gp_numbers_current ());
  g_autofree char *text =
      g_str_equal (was, is) ? g_strdup (was) : g_strconcat (was, " → ", is, NULL);

  gtk_label_set_text (slider->value, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (slider->scale),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, text, -1);
}

/* ---- the answer -------------------------------------------------------------------------------
 */

static void
show_chart (GpWhatIfPanel *self, const GpSummary *summary)
{
  g_autofree char *headline = gp_summary_headline (summary, gp_numbers_current ());
  GpGoalChart chart = {.years = (const GpTakingPart *)(gpointer)summary->years->data,
                       .n_years = summary->years->len,
                       .goal = summary->goal,
                       .goal_year = summary->goal_year,
                       .plan_from = summary->project->plan_from,
                       .rough = summary->rough,
                       .estimated = summary->estimated,
                       .history_text = _ ("already taking part"),
                       .regular_text = _ ("regular"),
                       .groeikracht_text = "Groeikracht",
                       .goal_text = _ ("goal"),
                       .lookahead_text = _ ("look-ahead")};

  gp_chart_box_show (self->chart, headline, gp_chart_new_goal (&chart));
}

gboolean
gp_what_if_panel_has_moved (GpWhatIfPanel *self)
{
  g_autoptr (GArray) values = gp_what_if_panel_get_values (self);

  return values->len > 0;
}

void
gp_what_if_panel_show_buttons (GpWhatIfPanel *self)
{
  gboolean moved = self->document != NULL && gp_what_if_panel_has_moved (self);
  gboolean editable =
      self->document != NULL && gp_document_get_read_only_reason (self->document) == NULL;

  gtk_widget_set_sensitive (GTK_WIDGET (self->keep), moved && editable);
  gtk_widget_set_sensitive (GTK_WIDGET (self->keep_new), moved && editable);
  gtk_widget_set_sensitive (GTK_WIDGET (self->reset), moved);
}

static gboolean
has_stored (GpWhatIfPanel *self)
{
  return gp_document_get_plan (self->document) != NULL &&
         !gp_document_plan_is_stale (self->document);
}

/* What is shown while the sliders stand somewhere else than in the scenario. */
static const char *
state_of_moved (GpWhatIfPanel *self, const GpWhatIfAnswer *answer)
{
  if (gp_what_if_is_busy (self->what_if) && answer->below != NULL)
    return _ ("An estimate, between values that were worked out before. These values are being "
              "worked out…");
  if (gp_what_if_is_busy (self->what_if))
    return has_stored (self) || answer->summary != NULL
               ? _ ("Still the figures of before: these values are being worked out…")
               : _ ("Working out these values…");
  if (answer->at_best != NULL)
    return _ ("A plan in whole schools with these values. It is not stored before you keep them.");
  if (gp_what_if_is_solving (self->what_if))
    return _ ("Rough figures, at best: a plan in whole schools as a rule does no better. It is "
              "being made…");
  return _ ("Rough figures, at best: a plan in whole schools as a rule does no better. Keep the "
            "values to have it made.");
}

void
gp_what_if_panel_show_state (GpWhatIfPanel *self)
{
  gboolean moved = gp_what_if_panel_has_moved (self);
  gboolean busy = gp_what_if_is_busy (self->what_if) &&
                  (moved || !has_stored (self)); /* else only a basis is looked for */
  gboolean works = busy || (moved && gp_what_if_is_solving (self->what_if));
  const char *problem = gp_what_if_get_problem (self->what_if), *text = NULL;
  GpWhatIfAnswer answer;
  gboolean is_old;

  gp_what_if_get_answer (self->what_if, &answer);
  is_old = (busy && answer.below == NULL) || problem != NULL;
  gtk_spinner_set_spinning (GTK_SPINNER (self->spinner), works);
  gtk_widget_set_opacity (GTK_WIDGET (self->figures), is_old ? 0.5 : 1);
  gtk_widget_set_opacity (GTK_WIDGET (self->chart), is_old ? 0.5 : 1);
  if (problem != NULL)
    text = *problem != '\0' ? problem : _ ("There is no plan with these values.");
  else if (moved)
    text = state_of_moved (self, &answer);
  else if (busy)
    text = _ ("Working out these values…");
  else
    text = _ ("Move a slider to see roughly what it does; nothing is stored.");
  gtk_label_set_text (self->state, text);
}

/* Nothing is known yet of any place but the scenario as it is: its rough figures would only take
 * the place of those in whole schools that a person has just read. */
static gboolean
is_before_first (const GpWhatIfAnswer *answer)
{
  return answer->is_old && (answer->summary == NULL || answer->is_base);
}

/* The stored plan of the scenario above, or NULL. */
static GpSummary *
summary_above (GpWhatIfPanel *self, const GpScenario **above)
{
  const GpProject *project = gp_what_if_panel_get_project (self);
  guint32 parent = project->scenarios[gp_document_get_scenario (self->document)].parent;
  const GpPlan *plan = parent != GP_NONE ? gp_document_get_plan_of (self->document, parent) : NULL;

  if (plan == NULL)
    return NULL;
  *above = &project->scenarios[parent];
  return gp_summary_new (project, parent, plan);
}

gboolean
gp_what_if_panel_show_stored (GpWhatIfPanel *self)
{
  const GpPlan *plan = gp_document_get_plan (self->document);
  g_autoptr (GpSummary) summary = NULL, base = NULL;
  const GpScenario *above = NULL;
  GpWhatIfAnswer answer;

  gp_what_if_get_answer (self->what_if, &answer);
  if (!has_stored (self) || (gp_what_if_panel_has_moved (self) && !is_before_first (&answer)))
    return FALSE;
  summary = gp_summary_new (gp_what_if_panel_get_project (self),
                            gp_document_get_scenario (self->document), plan);
  base = summary_above (self, &above);
  show_chart (self, summary);
  gp_what_if_figures_show (self->figures,
                           &(GpWhatIfShown){.summary = summary,
                                            .base = base,
                                            .base_name = above != NULL ? above->name : NULL,
                                            .at_best = answer.base});
  return TRUE;
}

/* The stored plan of the scenario as it is, that one in whole schools differs from; or NULL. */
static GpSummary *
stored_summary (GpWhatIfPanel *self)
{
  return has_stored (self) ? gp_summary_new (gp_what_if_panel_get_project (self),
                                             gp_document_get_scenario (self->document),
                                             gp_document_get_plan (self->document))
                           : NULL;
}

static void
show_moved (GpWhatIfPanel *self, const GpWhatIfAnswer *answer)
{
  guint32 scenario = gp_document_get_scenario (self->document);
  g_autoptr (GpSummary) stored = answer->at_best != NULL ? stored_summary (self) : NULL;
  const GpSummary *base = answer->at_best != NULL ? stored : answer->base;

  show_chart (self, answer->summary);
  gp_what_if_figures_show (
      self->figures,
      &(GpWhatIfShown){.summary = answer->summary,
                       .base = answer->is_base ? NULL : base,
                       .base_name = gp_what_if_panel_get_project (self)->scenarios[scenario].name,
                       .below = answer->below,
                       .above = answer->above,
                       .at_best = answer->at_best});
}

void
gp_what_if_panel_show_answer (GpWhatIfPanel *self)
{
  GpWhatIfAnswer answer;

  if (self->document == NULL)
    return;
  if (!gp_what_if_panel_show_stored (self)) { /* it asks for the answer, too: first */
    gp_what_if_get_answer (self->what_if, &answer);
    if (answer.summary != NULL)
      show_moved (self, &answer);
  }
  gp_what_if_panel_show_state (self);
}

void
gp_what_if_panel_ask (GpWhatIfPanel *self)
{
  double positions[GP_N_LEVERS];

  for (int i = 0; i < GP_N_LEVERS; i++)
    positions[i] = gtk_range_get_value (GTK_RANGE (self->sliders[i].scale));
  gp_what_if_ask (self->what_if, positions);
}
