/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tables of the pages: which columns, and their rows from a project and a plan. */
#pragma once

#include "gp-table-page.h"

#include <groeiplan/gp-plan.h>
#include <groeiplan/gp-register.h>

G_BEGIN_DECLS

/* Changes of a register import: kind 0 all, else one GpChangeKind (kind - 1). */
extern const GpTableKind gp_change_kind;
GListModel *gp_change_rows (guint kind, const GpRegisterPreview *preview);
const char *gp_change_title (GpChangeKind kind); /* translated: "New", "Renamed" */

/* Names as a person reads them. */
const char *gp_programme_title (GpProgramme programme);
const char *gp_need_title (GpNeed need);
/* The name of the row with that code, or the code where the project no longer has it. */
const char *gp_name_of (const GpProject *project, GpTableId table, const char *code);

G_END_DECLS
