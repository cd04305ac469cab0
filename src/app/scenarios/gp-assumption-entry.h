/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One value of a scenario in the grid of assumptions: an entry, and under it what the parent says
 * where the scenario says something else. Enter or leaving it keeps what was typed, Escape brings
 * back what was there. */
#pragma once

#include "gp-assumption.h"
#include "gp-document.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define GP_TYPE_ASSUMPTION_ENTRY (gp_assumption_entry_get_type ())
G_DECLARE_FINAL_TYPE (GpAssumptionEntry, gp_assumption_entry, GP, ASSUMPTION_ENTRY, GtkWidget)

GtkWidget *gp_assumption_entry_new (GpParam param, const char *scope, GpYear year);

/* Shows the value in the document's chosen scenario. */
void gp_assumption_entry_show (GpAssumptionEntry *self, GpDocument *document);

GpParam gp_assumption_entry_get_param (GpAssumptionEntry *self);
const char *gp_assumption_entry_get_scope (GpAssumptionEntry *self);
GpYear gp_assumption_entry_get_year (GpAssumptionEntry *self);
const GpAssumptionCell *gp_assumption_entry_get_cell (GpAssumptionEntry *self);
/* What is wrong with what was typed, or NULL. */
const char *gp_assumption_entry_get_problem (GpAssumptionEntry *self);

/* As if a person typed the text and left the entry. */
void gp_assumption_entry_type (GpAssumptionEntry *self, const char *text);

/* Edits of this value, for the entry and for what stands beside it; NULL keeps source or note as
 * they are. FALSE with an error. */
gboolean gp_assumption_entry_put (GpAssumptionEntry *self, GpDecimal value, const char *source,
                                  const char *note, GError **error);
gboolean gp_assumption_entry_reset (GpAssumptionEntry *self, GError **error);

G_END_DECLS
