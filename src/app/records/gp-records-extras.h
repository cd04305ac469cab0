/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The computed numbers of the rows of a table: counts, and what the plan does there. Pure. Each
 * returns one a row (g_free), or NULL for no rows. */
#pragma once

#include "gp-record.h"

#include <groeiplan/gp-coaching.h>
#include <groeiplan/gp-plan.h>

G_BEGIN_DECLS

/* plan may be NULL. */
GpRecordExtras *gp_records_board_extras (const GpProject *project, const GpPlan *plan);
/* years: code of a school -> GpYear of its planned start (NULL: no plan). */
GpRecordExtras *gp_records_school_extras (const GpProject *project, GHashTable *years);
GpRecordExtras *gp_records_verandercoach_extras (const GpProject *project);

/* For gp_records_school_extras: a new table, from the names of a plan for that project. */
GHashTable *gp_records_planned_years (const GpProject *project, const GpCoaching *coaching);

G_END_DECLS
