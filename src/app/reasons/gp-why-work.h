/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the Why page has computed: prices and repairs of the chosen scenario, in a worker, kept with
 * the document under a name each. */
#pragma once

#include "gp-document.h"

#include <groeiplan/gp-prices.h>
#include <groeiplan/gp-repairs.h>
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define GP_WHY_PRICES "prices"   /* a GpPrices */
#define GP_WHY_REPAIRS "repairs" /* a GpRepairs */
#define GP_WHY_CHECKED 12        /* prices that are verified: as many as a person reads */

/* Once, before a document is opened: both are kept in the project file. */
void gp_why_add_result_kinds (void);

/* Started from the page; the result is with the document when it is ready. The job, as in
 * gp_work_start (). */
GpJob *gp_why_find_prices (GtkWidget *page, GpDocument *document);
GpJob *gp_why_find_repairs (GtkWidget *page, GpDocument *document);
/* Something of that name is under way from that page. */
gboolean gp_why_is_busy (GtkWidget *page, const char *name);

/* One edit: a child of the chosen scenario with the repair in it. The new scenario's code, a new
 * string, or NULL with an error. */
char *gp_why_add_scenario (GpDocument *document, const GpRepair *repair, GError **error);

G_END_DECLS
