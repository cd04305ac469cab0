/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * School years. A school year is named by the calendar year in which it starts: 2026 is 2026-2027.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef gint16 GpYear;

#define GP_YEAR_NONE ((GpYear) 0)
#define GP_YEAR_MIN ((GpYear) 1900)
#define GP_YEAR_MAX ((GpYear) 2199)
#define GP_YEAR_BYTES 10 /* "2026-2027" and its NUL */

/* Reads "2026-2027" (and nothing else); FALSE when it is no school year within MIN..MAX. */
gboolean gp_year_parse (const char *text, GpYear *out);

/* "2026-2027", or "" for GP_YEAR_NONE; returns buffer. */
char *gp_year_format (GpYear year, char buffer[static GP_YEAR_BYTES]);

G_END_DECLS
