/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of GpComparePage share. */
#pragma once

#include "gp-bridge-work.h"
#include "gp-chart-box.h"
#include "gp-compare-page.h"
#include "gp-comparison.h"

#include <adwaita.h>

struct _GpComparePage {
  GtkWidget parent;
  GtkStack *root;
  GtkLabel *headline, *missing, *bridge_note;
  GtkDropDown *base, *year, *figure, *to, *kind;
  GtkFlowBox *choices;
  GtkWidget *missing_box, *bridge_box;
  GtkGrid *table;
  GpChartBox *lines, *bridge;
  GtkButton *build;

  GpDocument *document;
  GpComparison *comparison;
  GHashTable *chosen; /* codes of scenarios beside the base */
  GHashTable *known;  /* codes of scenarios seen before, and whether with a plan */
  char *base_code, *to_code;
  GArray *to_scenarios; /* of guint32: what the drop-down "to" lists */
  gboolean filling;
};

/* gp-compare-page.c */
void gp_compare_page_on_choice (GtkToggleButton *button, GpComparePage *self);

/* gp-compare-page-choose.c */
guint32 gp_compare_page_find (GpComparePage *self, const char *code); /* may be NULL */
void gp_compare_page_choose (GpComparePage *self);  /* what is chosen is still there */
void gp_compare_page_compare (GpComparePage *self); /* the comparison anew */
void gp_compare_page_set_list (GtkDropDown *drop_down, GPtrArray *texts, guint selected);
void gp_compare_page_fill_base (GpComparePage *self);
void gp_compare_page_fill_years (GpComparePage *self);
void gp_compare_page_fill_to (GpComparePage *self);
void gp_compare_page_fill_choices (GpComparePage *self);

/* gp-compare-page-show.c */
GpYear gp_compare_page_get_year (GpComparePage *self); /* NONE: the whole plan */
GpFigureId gp_compare_page_get_figure (GpComparePage *self);
void gp_compare_page_show_table (GpComparePage *self);
void gp_compare_page_show_headline (GpComparePage *self);
void gp_compare_page_show_lines (GpComparePage *self);

/* gp-compare-page-bridge.c */
gboolean gp_compare_page_get_wish (GpComparePage *self, GpBridgeWish *wish);
void gp_compare_page_show_bridge (GpComparePage *self);
void gp_compare_page_build_bridge (GpComparePage *self);
