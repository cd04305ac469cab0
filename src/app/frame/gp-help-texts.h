/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the help says: rows in groups, in the order in which they are shown. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct {
  const char
      *group; /* N_("..."): the row begins a group of this name; NULL: it stands in the last */
  const char *title;  /* N_("...") */
  const char *text;   /* N_("...") */
  const char *action; /* a detailed action of the window that the row does, or NULL */
} GpHelpRow;

extern const GpHelpRow gp_help_steps[];
extern const guint gp_help_n_steps;
extern const GpHelpRow gp_help_words[];
extern const guint gp_help_n_words;

/* What a page of GpPageEntry answers, translated; NULL: no such page. */
const char *gp_help_page_text (const char *name);

G_END_DECLS
