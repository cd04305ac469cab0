/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All about the assumption that has the focus: what it means, where its value comes from and what
 * it overrides, its source and note to be edited, and the way back to what is inherited. */
#pragma once

#include "gp-assumption-entry.h"

G_BEGIN_DECLS

#define GP_TYPE_ASSUMPTION_DETAIL (gp_assumption_detail_get_type ())
G_DECLARE_FINAL_TYPE (GpAssumptionDetail, gp_assumption_detail, GP, ASSUMPTION_DETAIL, GtkWidget)

void gp_assumption_detail_show (GpAssumptionDetail *self, GpDocument *document,
                                GpAssumptionEntry *entry);
void gp_assumption_detail_show_again (GpAssumptionDetail *self, GpDocument *document);
/* The entries go. */
void gp_assumption_detail_clear (GpAssumptionDetail *self);

G_END_DECLS
