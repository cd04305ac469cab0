/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sampled futures. */
#pragma once

#include "gp-page.h"

G_BEGIN_DECLS

#define GP_TYPE_FUTURES_PAGE (gp_futures_page_get_type ())
G_DECLARE_FINAL_TYPE (GpFuturesPage, gp_futures_page, GP, FUTURES_PAGE, GtkWidget)

GtkWidget *gp_futures_page_new (void);

G_END_DECLS
