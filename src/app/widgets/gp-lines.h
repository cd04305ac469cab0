/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A text broken into lines beforehand, for a table inside a scrolled window. A label that wraps by
 * itself is asked there how high it is before anybody knows how wide it will be, and answers for its
 * narrowest: the table ends far above what follows it, or its names stand higher than its figures.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Broken at spaces (not at others, which are to hold together) so that lines have at most so many
 * characters; a longer word has a line of its own. A new string. */
char *gp_lines_break (const char *text, guint characters);

G_END_DECLS
