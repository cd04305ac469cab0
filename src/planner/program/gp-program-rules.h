/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of rules share: starts in a row, and each other. */
#pragma once

#include "gp-program.h"

G_BEGIN_DECLS

/* A cap of this and over is as if it were absent (the default of interest, partners, trainings). */
#define GP_NO_LIMIT 1e9

/* Starts of a cell (a unit) in a year, of both programmes, times value. */
void gp_program_add_starts (GpProgram *program, int row, guint cell, guint year, double value);
void gp_program_add_unit_starts (GpProgram *program, int row, const GpUnit *unit, guint year,
                                 double value);

void gp_program_add_coach_rules (GpProgram *program);
void gp_program_add_expert_rules (GpProgram *program);

G_END_DECLS
