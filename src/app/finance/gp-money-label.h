/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The name of a line in a table of money: in one line, or in more where it is long. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *gp_money_label_new (const char *name);

G_END_DECLS
