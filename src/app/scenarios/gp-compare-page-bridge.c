/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The bridge of the Compare page: asked for by a button, made as long work, kept by the document.
 */
#include "gp-compare-page-private.h"

#include <glib/gi18n-lib.h>

gboolean
gp_compare_page_get_wish (GpComparePage *self, GpBridgeWish *wish)
{
  const GpProject *project = gp_document_get_project (self->document);
  guint32 from = self->base_code != NULL
                     ? gp_project_find (project, GP_TABLE_SCENARIOS, self->base_code)
                     : GP_NONE;
  guint32 to = self->to_code != NULL ? gp_project_find (project, GP_TABLE_SCENARIOS, self->to_code)
                                     : GP_NONE;

  *wish = (GpBridgeWish){from, to, gp_compare_page_get_figure (self),
                         gtk_drop_down_get_selected (self->kind) == 0};
  return from != GP_NONE && to != GP_NONE && from != to;
}

static GpInk
ink_of (GpFigureId figure)
{
  switch (figure) {
  case GP_FIGURE_COST:
    return GP_INK_MONEY;
  case GP_FIGURE_STARTS_GROEIKRACHT:
  case GP_FIGURE_DELAY_GROEIKRACHT:
    return GP_INK_GROEIKRACHT;
  case GP_FIGURE_EXPERT_DAYS_AVAILABLE:
  case GP_FIGURE_EXPERT_DAYS_USED:
  case GP_FIGURE_OVERLOAD_DAYS:
  case GP_FIGURE_LENT_DAYS:
    return GP_INK_EXPERT;
  case GP_FIGURE_VERANDERCOACH_DAYS:
  case GP_FIGURE_TRAININGS:
  case GP_FIGURE_VERANDERCOACHES:
    return GP_INK_VERANDERCOACH;
  default:
    return GP_INK_REGULAR;
  }
}

static GpChart *
chart_of (GpComparePage *self, const GpBridge *bridge, gboolean relaxed)
{
  const GpProject *project = gp_document_get_project (self->document);
  guint32 from = gp_project_find (project, GP_TABLE_SCENARIOS, bridge->from);
  guint32 to = gp_project_find (project, GP_TABLE_SCENARIOS, bridge->to);
  g_autoptr (GPtrArray) titles = g_ptr_array_new_with_free_func (g_free);
  g_autofree GpBridgeBar *bars = g_new0 (GpBridgeBar, MAX (bridge->n_steps, 1));
  GpBridgeChart chart = {
      .start_text = from != GP_NONE ? project->scenarios[from].name : bridge->from,
      .end_text = to != GP_NONE ? project->scenarios[to].name : bridge->to,
      .rest_text = _ ("What no assumption explains"),
      .start = (double)bridge->start / 100,
      .end = (double)bridge->end / 100,
      .ink = ink_of (bridge->figure),
      .unit = {gp_figure_info (bridge->figure)->digits, bridge->figure == GP_FIGURE_COST, NULL},
      .rough = relaxed};

  for (guint i = 0; i < bridge->n_steps; i++) {
    char *title = gp_bridge_step_title (&bridge->steps[i]);

    g_ptr_array_add (titles, title);
    bars[i] = (GpBridgeBar){title, (double)bridge->steps[i].step / 100};
  }
  chart.steps = bars;
  chart.n_steps = bridge->n_steps;
  return gp_chart_new_bridge (&chart);
}

/* "From Basis to Fast growth: +312 Schools taking part, most of it by Expert coaches." */
static char *
sentence_of (GpComparePage *self, const GpBridge *bridge)
{
  const GpFigureInfo *info = gp_figure_info (bridge->figure);
  const GpBridgeStep *largest = NULL;
  g_autofree char *change = NULL, *by = NULL, *title = NULL;
  g_autofree char *label = gp_comparison_title (self->comparison, bridge->figure, GP_YEAR_NONE);

  for (guint i = 0; i < bridge->n_steps; i++)
    if (largest == NULL || ABS (bridge->steps[i].step) > ABS (largest->step))
      largest = &bridge->steps[i];
  change = gp_format_difference ((double)(bridge->end - bridge->start) / 100, info->digits,
                                 gp_numbers_current ());
  if (largest == NULL || largest->step == 0)
    return g_strdup_printf ("%s: %s.", label, change);
  title = gp_bridge_step_title (largest);
  by = gp_format_difference ((double)largest->step / 100, info->digits, gp_numbers_current ());
  /* Translators: a figure, how much it changes; the assumption that changes it most, by how much.
   */
  return g_strdup_printf (_ ("%s: %s. Most by “%s”: %s."), label, change, title, by);
}

void
gp_compare_page_show_bridge (GpComparePage *self)
{
  GpBridgeWish wish;
  gboolean possible = gp_compare_page_get_wish (self, &wish), stale = FALSE;
  const GpBridge *bridge = possible ? gp_bridge_work_find (self->document, &wish, &stale) : NULL;
  g_autofree char *sentence = bridge != NULL ? sentence_of (self, bridge) : NULL;
  const char *note = "";

  gtk_widget_set_visible (self->bridge_box, possible);
  gtk_widget_set_sensitive (GTK_WIDGET (self->build), possible);
  if (bridge == NULL)
    note = _ ("The bridge tells which assumptions make the difference. It plans the scenarios "
              "again, one change at a time.");
  else if (stale)
    note = _ ("The data changed since this bridge was built.");
  else if (wish.relaxed)
    note = _ ("Rough figures, of plans that are not yet of whole schools.");
  gtk_label_set_text (self->bridge_note, note);
  gtk_widget_set_visible (GTK_WIDGET (self->bridge_note), *note != '\0');
  gp_chart_box_show (self->bridge, sentence,
                     bridge != NULL ? chart_of (self, bridge, wish.relaxed) : NULL);
}

static void
on_bridge (GtkWidget *owner, gpointer result, const GError *error)
{
  GpComparePage *self = GP_COMPARE_PAGE (owner);

  (void)error;
  gp_bridge_work_keep (result, self->document);
  if (self->document != NULL)
    gtk_widget_set_sensitive (GTK_WIDGET (self->build), TRUE);
}

void
gp_compare_page_build_bridge (GpComparePage *self)
{
  GpBridgeWish wish;

  if (self->document == NULL || !gp_compare_page_get_wish (self, &wish))
    return;
  if (gp_bridge_work_start (GTK_WIDGET (self), self->document, &wish, on_bridge) != NULL)
    gtk_widget_set_sensitive (GTK_WIDGET (self->build), FALSE);
}
