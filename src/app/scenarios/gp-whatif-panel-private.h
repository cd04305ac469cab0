/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of GpWhatIfPanel share. */
#pragma once

#include "gp-chart-box.h"
#include "gp-whatif-figures.h"
#include "gp-whatif-panel.h"
#include "gp-whatif.h"

typedef struct {
  GpWhatIfPanel *panel;
  const GpLever *lever;
  GtkWidget *box;
  GtkScale *scale;
  GtkLabel *value;
} GpWhatIfSlider;

struct _GpWhatIfPanel {
  GtkWidget parent;
  GtkFlowBox *sliders_box;
  GpChartBox *chart;
  GpWhatIfFigures *figures;
  GtkLabel *state;
  GtkWidget *spinner;
  GtkButton *keep, *keep_new, *reset;

  GpWhatIfSlider sliders[GP_N_LEVERS];
  GpDocument *document;
  GpWhatIf *what_if;
  char *scenario;
  gint64 data_version;
  gboolean showing;
  guint rest;
};

/* gp-whatif-panel-show.c */
const GpProject *gp_what_if_panel_get_project (GpWhatIfPanel *self);
GArray *gp_what_if_panel_get_values (GpWhatIfPanel *self); /* of GpLeverValue */
gboolean gp_what_if_panel_has_moved (GpWhatIfPanel *self);
void gp_what_if_panel_show_value (GpWhatIfSlider *slider);
void gp_what_if_panel_show_buttons (GpWhatIfPanel *self);
void gp_what_if_panel_show_state (GpWhatIfPanel *self);
/* With all sliders at rest, the stored plan: solved figures, where there are such. */
gboolean gp_what_if_panel_show_stored (GpWhatIfPanel *self);
void gp_what_if_panel_show_answer (GpWhatIfPanel *self);
void gp_what_if_panel_ask (GpWhatIfPanel *self);

/* gp-whatif-panel-keep.c */
void gp_what_if_panel_on_keep (GpWhatIfPanel *self);
void gp_what_if_panel_on_keep_new (GpWhatIfPanel *self);
