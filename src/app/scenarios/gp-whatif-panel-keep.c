/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keeping what was tried: in the scenario, or in a new one under it. */
#include "gp-assumption.h"
#include "gp-page.h"
#include "gp-scenario-edit.h"
#include "gp-whatif-panel-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* "Hand-over share 40–50% → 45–55%, ..." */
static char *
describe_moves (GpWhatIfPanel *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (int i = 0; i < GP_N_LEVERS; i++) {
    GpWhatIfSlider *slider = &self->sliders[i];
    const GpLever *lever = slider->lever;
    g_autofree char *place = gp_assumption_place (gp_what_if_panel_get_project (self), lever->param,
                                                  lever->scope, GP_YEAR_NONE);

    if (fabs (gtk_range_get_value (GTK_RANGE (slider->scale)) - lever->neutral) >= lever->step / 2)
      g_string_append_printf (text, "%s%s %s", text->len > 0 ? ", " : "", place,
                              gtk_label_get_text (slider->value));
  }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

gboolean
gp_what_if_panel_keep (GpWhatIfPanel *self, gboolean as_new)
{
  g_autoptr (GArray) values = self->document != NULL ? gp_what_if_panel_get_values (self) : NULL;
  g_autofree char *moves = NULL, *made = NULL, *label = NULL, *name = NULL, *code = NULL;
  g_autoptr (GError) error = NULL;
  GpScenarioEdit child = {0};
  GpLeverEdit edit = {0};
  const GpScenario *scenario;

  if (values == NULL || values->len == 0)
    return FALSE;
  scenario =
      &gp_what_if_panel_get_project (self)->scenarios[gp_document_get_scenario (self->document)];
  moves = describe_moves (self);
  /* Translators: the name of a scenario made from that scenario by the instant what-if. */
  name = as_new ? g_strdup_printf (_ ("%s, what if"), scenario->name) : g_strdup (scenario->name);
  code = as_new ? gp_scenario_new_code (gp_what_if_panel_get_project (self), name)
                : g_strdup (scenario->code);
  made = g_strdup_printf (_ ("New scenario %s"), name);
  label = as_new ? g_strdup_printf ("%s: %s", made, moves) : g_strdup (moves);
  child = (GpScenarioEdit){gp_what_if_panel_get_project (self),
                           gp_document_get_scenario (self->document), code, name, moves};
  edit = (GpLeverEdit){gp_what_if_panel_get_project (self), code,
                       (const GpLeverValue *)(gpointer)values->data, values->len,
                       as_new ? &child : NULL};
  if (!gp_document_edit (self->document, label, gp_lever_keep, &edit, &error)) {
    gp_page_error (GTK_WIDGET (self), _ ("These values cannot be kept"), error->message);
    return FALSE;
  }
  if (as_new)
    gp_document_set_scenario (self->document, code);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.plan", NULL);
  return TRUE;
}

void
gp_what_if_panel_on_keep (GpWhatIfPanel *self)
{
  gp_what_if_panel_keep (self, FALSE);
}

void
gp_what_if_panel_on_keep_new (GpWhatIfPanel *self)
{
  gp_what_if_panel_keep (self, TRUE);
}
