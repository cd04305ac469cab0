/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * Numbers and money as people read them, in Dutch ("4.250", "1.234,5", "€ 968.142,00") or English
 * ("4,250", "1,234.5", "€968,142.00"). Every function returns a new string (g_free).
 *
 * The language is an argument, not the locale's, because a board pack may be in another language
 * than the program that makes it. gp_language_current () tells the program's own.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum { GP_LANGUAGE_DUTCH, GP_LANGUAGE_ENGLISH } GpLanguage;

/* Dutch when the message locale (LANGUAGE, then LC_ALL, LC_MESSAGES, LANG) asks for nl, else English. */
GpLanguage gp_language_current (void);

/* digits: decimals, always shown, 0..6; rounds half away from zero. NaN and infinity give "–". */
char *gp_format_number (double value, guint digits, GpLanguage language);
char *gp_format_integer (gint64 value, GpLanguage language);
char *gp_format_difference (double value, guint digits, GpLanguage language); /* "+12", "−3", "0" */
char *gp_format_percent (double share, guint digits, GpLanguage language);    /* 0.79 -> "79%" */
char *gp_format_money (gint64 cents, gboolean with_cents, GpLanguage language);

G_END_DECLS
