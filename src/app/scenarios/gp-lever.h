/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The levers of the instant what-if: the parameters that matter most, each moved by one slider in
 * all years together. A lever at a position gives the values that a scenario would then have. No
 * GTK.
 */
#pragma once

#include <groeiplan/gp-format.h>
#include <groeiplan/gp-parameter.h>

G_BEGIN_DECLS

typedef struct {
  const char *name; /* of the lever, for actions: "handover_share" */
  GpParam param;
  const char *scope; /* "" or the parameter's scope */
  gboolean factor;   /* the position multiplies the value, else it is added to it */
  double min, max, step, neutral;
} GpLever;

extern const GpLever gp_levers[];
#define GP_N_LEVERS 7

/* The index of the lever with that name, or -1. */
int gp_lever_find (const char *name);

/* A value as the scenario would have it: one row of parameters.csv. */
typedef struct {
  GpParam param;
  const char *scope; /* of the lever: static */
  GpYear year;       /* NONE: what holds where no year says more */
  GpDecimal value;
} GpLeverValue;

/* FALSE where the scenario has no such value, or no limit to move. */
gboolean gp_lever_is_usable (const GpProject *project, guint32 scenario, const GpLever *lever);

/* Appends to values (of GpLeverValue) what the lever changes at that position: nothing when it is
 * neutral. Values stay within the parameter's range, counts whole. */
void gp_lever_apply (const GpProject *project, guint32 scenario, const GpLever *lever,
                     double position, GArray *values);

/* The values over the plan years at that position, least to greatest: "40–50%". A new string. */
char *gp_lever_describe (const GpProject *project, guint32 scenario, const GpLever *lever,
                         double position, GpLanguage language);

G_END_DECLS
