/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pages of the window, in the order of its sidebar. */
#pragma once

#include "gp-page.h"

G_BEGIN_DECLS

typedef struct {
  const char *name;  /* of the action win.page */
  const char *title; /* N_("...") */
  const char *icon;
  const char *keys[2]; /* Alt and a digit */
  gboolean starts_group;
  GtkWidget *(*make) (void);             /* a GpPage */
  char *(*count) (GpDocument *document); /* what stands behind the title in the sidebar, or NULL */
} GpPageEntry;

extern const GpPageEntry gp_pages[];
extern const guint gp_n_pages;

const GpPageEntry *gp_page_entry (const char *name); /* NULL: no such page */

G_END_DECLS
