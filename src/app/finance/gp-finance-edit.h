/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Changes one row of the tables of finance: one edit of the document each, which can be undone. */
#pragma once

#include "gp-document.h"

#include <groeiplan/gp-table.h>

G_BEGIN_DECLS

/* "typed 2026-11-22": what a row says of its source when a person gives no other. A new string. */
char *gp_finance_typed_today (void);

/* Puts the row (a text a column of the table), or takes it away. */
gboolean gp_finance_put_row (GpDocument *document, GpTableId table, const char *const *cells,
                             GError **error);
gboolean gp_finance_drop_row (GpDocument *document, GpTableId table, const char *const *cells,
                              GError **error);

G_END_DECLS
