/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * Numbers, money and dates as people read them, in Dutch ("4.250", "1.234,5", "€ 968.142,00") or
 * English
 * ("4,250", "1,234.5", "€968,142.00"). Every function returns a new string (g_free).
 *
 * The language is an argument, not the locale's, because a board pack may be in another language
 * than the program that makes it. gp_language_current () tells the program's own.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum { GP_LANGUAGE_DUTCH, GP_LANGUAGE_ENGLISH } GpLanguage;

/* Dutch when the message locale (LANGUAGE, then LC_ALL, LC_MESSAGES, LANG) asks for nl, else
 * English. */
GpLanguage gp_language_current (void);

/* The form of numbers on the program's own screen: that of its language, unless a person prefers
 * the other one. Reports have the form of their language. To be set before there are threads. */
GpLanguage gp_numbers_current (void);
void gp_numbers_set_current (GpLanguage language);

/* digits: decimals, always shown, 0..6; rounds half away from zero. NaN and infinity give "–". */
char *gp_format_number (double value, guint digits, GpLanguage language);
char *gp_format_integer (gint64 value, GpLanguage language);
char *gp_format_difference (double value, guint digits, GpLanguage language); /* "+12", "−3", "0" */
char *gp_format_percent (double share, guint digits, GpLanguage language);    /* 0.79 -> "79%" */
char *gp_format_money (gint64 cents, gboolean with_cents, GpLanguage language);
/* A moment in seconds since 1970, in this place's time: "3-11-2026 14:05" in Dutch, "2026-11-03
 * 14:05" in English, whose day and month are read either way round in other forms. "" beyond the
 * year 9999. */
char *gp_format_time (gint64 when, gboolean with_clock, GpLanguage language);
/* The same with seconds, where several moments of a minute stand in one list. */
char *gp_format_time_exact (gint64 when, GpLanguage language);

G_END_DECLS
