/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pages of a report as they will be printed, one at a time, with buttons to turn them. */
#pragma once

#include <groeiplan/gp-report.h>
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define GP_TYPE_PAPER (gp_paper_get_type ())
G_DECLARE_FINAL_TYPE (GpPaper, gp_paper, GP, PAPER, GtkWidget)

/* Shows its first page. Takes the report over; NULL: an empty sheet. */
void gp_paper_set_report (GpPaper *self, GpReport *report);
/* While there is nothing to show yet: a sign that it is being made. */
void gp_paper_set_waiting (GpPaper *self, gboolean waiting);

G_END_DECLS
