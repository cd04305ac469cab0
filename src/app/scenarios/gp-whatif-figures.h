/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The figures of the instant what-if, with what they differ from others of the same kind: rough
 * ones, which are at best, from rough ones, and those of a plan in whole schools from such ones. An
 * estimate says between which two rough ones it lies.
 */
#pragma once

#include "gp-summary.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define GP_TYPE_WHAT_IF_FIGURES (gp_what_if_figures_get_type ())
G_DECLARE_FINAL_TYPE (GpWhatIfFigures, gp_what_if_figures, GP, WHAT_IF_FIGURES, GtkWidget)

typedef struct {
  const GpSummary *summary; /* what is shown */
  const GpSummary *base;    /* what it differs from, or NULL; left out when only one is rough */
  const char *base_name;    /* the scenario that base is of */
  const GpSummary *below, *above; /* that an estimate lies between, else NULL */
  const GpSummary *at_best;       /* rough figures of the same values beside whole ones, or NULL */
} GpWhatIfShown;

void gp_what_if_figures_show (GpWhatIfFigures *self, const GpWhatIfShown *shown);

G_END_DECLS
