/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ranks, rank correlation and percentiles, in whole numbers as far as they go. */
#pragma once

#include <glib.h>

/* Twice the rank (from 1) of each of the n values among them; equal ones share their mean rank, of
 * which twice is whole. n <= GP_MAX_FUTURES. */
void gp_rank_doubles (const double *values, guint n, gint64 *doubled);
void gp_rank_integers (const gint64 *values, guint n, gint64 *doubled);

/* Spearman's rank correlation (Spearman 1904): Pearson's correlation of the ranks. FALSE when one
 * of both is the same everywhere, or n is below 2. */
gboolean gp_rank_correlation (const gint64 *doubled_a, const gint64 *doubled_b, guint n,
                              double *out);

/* Nearest rank: the value at place ceil (percent n / 100), from 1, of the n > 0 sorted ones. */
gint64 gp_percentile (const gint64 *sorted, guint n, guint percent);
void gp_sort_integers (gint64 *values, guint n);
