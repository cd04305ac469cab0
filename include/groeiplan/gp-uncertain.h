/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * What of a scenario is uncertain, and how much: rows of parameters.csv whose parameter is
 * "uncertain:" and a parameter's name. The scope column then begins with what the value is:
 *
 *   low, mode, high                        the parameter's least, likeliest and greatest value
 *   factor_low, factor_mode, factor_high   the same as a factor on what the scenario says
 *   go                                     of cohort_target: the probability (0..1) that the
 *                                          cohorts from the row's year on happen at all
 *
 * and ends with the parameter's own scope where it has one ("low:po", "factor_high:vo:2",
 * "go:groeikracht"; without it: every scope for which nothing more specific is given). The year is
 * that of the value; without one the row counts for every plan year. Between low, mode and high the
 * distribution is triangular.
 *
 * Of the rows for one (parameter, scope, year) those of the nearest scenario in the line of parents
 * count, all three together. A factor is the one to use for what differs per year or per scenario:
 * a scenario's own values then keep their meaning.
 */
#pragma once

#include <groeiplan/gp-parameter.h>

G_BEGIN_DECLS

typedef enum { GP_SPREAD_VALUE, GP_SPREAD_FACTOR, GP_SPREAD_GO } GpSpreadKind;

/* The most by which a factor may multiply. */
#define GP_MAX_FACTOR 100

typedef struct {
  GpParam param;
  GpSpreadKind kind;
  const char *scope;         /* the parameter's own: "" for all; owned by the project */
  GpYear year;               /* NONE: every plan year; of GO: from which year on */
  GpDecimal low, mode, high; /* low <= mode <= high; of GO the probability, three times */
} GpSpread;

/* Takes "factor_low:po" apart: the kind, which of the three (0 low, 1 mode, 2 high; of GO 0), and
 * the parameter's own scope (a pointer into text). FALSE when it begins with none of the words. */
gboolean gp_spread_parse_scope (const char *text, GpSpreadKind *kind, guint *which,
                                const char **scope);

/* What is uncertain in a scenario, by parameter, scope and year. NULL with GP_ERROR_DATA when one
 * of low, mode and high is missing. Free with g_array_unref (). */
GArray *gp_project_spreads (const GpProject *project, guint32 scenario,
                            GError **error); /* of GpSpread */

G_END_DECLS
