/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The assumptions of a scenario as a person sees them: parameters in groups by their meaning, with
 * a title, a definition and a unit; values in the form of the person's language; and of every cell
 * where its value comes from. No GTK.
 */
#pragma once

#include <groeiplan/gp-format.h>
#include <groeiplan/gp-uncertain.h>

G_BEGIN_DECLS

typedef enum {
  GP_ASSUMPTIONS_GROWTH,
  GP_ASSUMPTIONS_SUPPORT,
  GP_ASSUMPTIONS_HANDOVER,
  GP_ASSUMPTIONS_TRAINING,
  GP_ASSUMPTIONS_EXPERTS,
  GP_ASSUMPTIONS_RULES,
  GP_ASSUMPTIONS_COSTS,
  GP_ASSUMPTIONS_FINANCE,
  GP_N_ASSUMPTION_GROUPS
} GpAssumptionGroup;

/* ---- texts, translated ------------------------------------------------------------------------
 */

const char *gp_assumption_group_title (GpAssumptionGroup group);
GpAssumptionGroup gp_assumption_group (GpParam param);
const char *gp_assumption_title (GpParam param);
const char *gp_assumption_definition (GpParam param); /* one sentence */
const char *gp_assumption_unit (GpParam param);       /* "" for shares and flags */
/* "Primair onderwijs, year 2", "high need"; "" for no scope. A new string. */
char *gp_assumption_scope_title (const GpProject *project, GpParam param, const char *scope);
/* Title, scope and year in one line: "Hand-over share · 2027-2028". A new string. */
char *gp_assumption_place (const GpProject *project, GpParam param, const char *scope, GpYear year);
const char *gp_assumption_priority_title (GpPriorityId priority);
const char *gp_assumption_priority_definition (GpPriorityId priority);

/* ---- values -----------------------------------------------------------------------------------
 */

/* "45%", "1.234,5", "yes", "no limit": a new string. Shares are shown and typed in percent. */
char *gp_assumption_format (GpParam param, GpDecimal value, GpLanguage language);

/* Reads what a person typed, in the language's form or the plain one. GP_ERROR_USAGE with a
 * sentence when it is no number or not within the parameter's range. */
gboolean gp_assumption_parse (GpParam param, const char *text, GpLanguage language, GpDecimal *out,
                              GError **error);

/* The same for the numbers of gp-uncertain.h. */
char *gp_assumption_format_spread (GpParam param, GpSpreadKind kind, GpDecimal value,
                                   GpLanguage language);
gboolean gp_assumption_parse_spread (GpParam param, GpSpreadKind kind, const char *text,
                                     GpLanguage language, GpDecimal *out, GError **error);

/* ---- where a value comes from -----------------------------------------------------------------
 */

typedef struct {
  gboolean has_value; /* FALSE: neither the scenario nor its parents nor the defaults say it */
  GpDecimal value;
  guint32 row;  /* of project->parameters, or GP_NONE: the default */
  gboolean own; /* a row of the scenario itself, for exactly this scope and year */
  gboolean has_inherited;
  GpDecimal
      inherited; /* what holds without that row: by another one here, a parent or the default */
  guint32 inherited_row; /* GP_NONE: the default */
} GpAssumptionCell;

void gp_assumption_cell (const GpProject *project, guint32 scenario, GpParam param,
                         const char *scope, GpYear year, GpAssumptionCell *out);

typedef struct {
  GpParam param;
  char *scope;
  gboolean differs; /* some cell of it is the scenario's own */
} GpAssumptionRow;

/* One row a parameter and scope, by group; own_only: those that the scenario itself says something
 * about. Free with g_array_unref (). */
GArray *gp_assumption_rows (const GpProject *project, guint32 scenario, gboolean own_only);

/* How many values the scenario itself gives. */
guint gp_assumption_n_own (const GpProject *project, guint32 scenario);

G_END_DECLS
