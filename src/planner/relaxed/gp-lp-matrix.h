/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a linear program must be before the solver sees it. */
#pragma once

#include "gp-lp.h"

G_BEGIN_DECLS

/* No number missing, lower not above upper, and something finite between them. */
gboolean gp_lp_bounds_make_sense (double lower, double upper);
/* All bounds make sense; every entry is finite, within the matrix, and stands there once. */
gboolean gp_lp_matrix_makes_sense (const GpLpMatrix *matrix);

G_END_DECLS
