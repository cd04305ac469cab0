/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a report is made from, gathered out of a project file. */
#pragma once

#include "gp-cli-private.h"

#include <groeiplan/gp-futures.h>
#include <groeiplan/gp-repairs.h>
#include <groeiplan/gp-report.h>

typedef struct {
  GpStore *store;
  GpProject *project;
  GpPlan *plan, *published;
  GpCoaching *coaching;
  GpFuturesSummary *summary;
  GArray *kept, *fan; /* of GpReportKept, GpReportFan */
  GPtrArray *other_plans;
  GArray *others; /* of GpReportOther */
  GpReportFutures futures;
  GpRepairs *found;
  GArray *repairs; /* of GpReportRepair */
  GpReportInput input;
} GpCliReportInput;

void gp_cli_report_input_clear (GpCliReportInput *input);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GpCliReportInput, gp_cli_report_input_clear)

/* Reads the project, its plan and what a report of that kind says beside it, and audits the plan.
 * scenario: a code or NULL; futures: files of gp-cli-futures, or NULL; as_of: seconds since 1970,
 * or 0: when the plan was made. */
gboolean gp_cli_report_gather (GpCli *cli, const char *path, const char *scenario,
                               GpReportKind kind, char *const *futures, gint64 as_of,
                               GpCliReportInput *out, GError **error);

/* Looks for repairs and adds them. */
gboolean gp_cli_report_repairs (GpCli *cli, GpCliReportInput *out, guint seconds, GError **error);
