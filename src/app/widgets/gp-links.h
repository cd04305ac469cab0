/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers in a sentence that lead to the page that explains them. No GTK. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct {
  const char *text;   /* as it stands in the sentence: "4,121"; NULL: none */
  const char *target; /* a page, or a page and what to show there: "plan/view:7" */
} GpLink;

/* The sentence as Pango markup, with each text a link where it first stands by itself: not as a
 * part of another number or word, nor where an earlier one is. One that is not there is passed
 * over. A new string. */
char *gp_links_markup (const char *sentence, const GpLink *links, guint n);

/* The two parts of a target: what comes before the first slash, a new string, and the rest, inside
 * target, or NULL. */
char *gp_links_page (const char *target, const char **what);

G_END_DECLS
