/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A program as free MPS with every digit. */
#pragma once

#include "gp-program.h"

G_BEGIN_DECLS

/* GLPK's own writer cuts numbers to 12 characters, which is too few for the rows that hold earlier
 * priorities: another solver then finds a cost that is off by 1e-6. Numbers here come back the
 * same. Returns the whole text, to be freed. */
char *gp_model_mps (const GpProgram *program, const char *name, const double *objective,
                    const char *const *rows, const char *const *cols);

G_END_DECLS
