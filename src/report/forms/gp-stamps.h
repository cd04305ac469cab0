/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What every export says of itself: as of when, which scenario, what the audit said. */
#pragma once

#include "gp-doc.h"

#include <groeiplan/gp-report.h>

/* scenario: the name to print. Sets the document's warning where the data changed or the audit
 * failed. */
void gp_stamps_add (GpDoc *doc, const GpReportInput *input, const char *scenario);
