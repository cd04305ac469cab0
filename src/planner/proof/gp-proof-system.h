/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A sparse system of linear equations, perhaps with more equations than unknowns, or fewer, or some
 * that say the same. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _GpSystem GpSystem;

GpSystem *gp_system_new (guint n_equations, guint n_unknowns);
void gp_system_free (GpSystem *system);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GpSystem, gp_system_free)

/* At most one a pair; before gp_system_factorize (). */
void gp_system_add (GpSystem *system, guint equation, guint unknown, double value);

/* To be called once. */
void gp_system_factorize (GpSystem *system);

/* The unknowns for a right side by equation. Equations that follow from others are not looked at;
 * unknowns that no equation tells are zero. side is spent. */
void gp_system_solve (const GpSystem *system, double *side, double *unknowns);

G_END_DECLS
