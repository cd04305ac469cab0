/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers, money and dates as people read them. The C library's own locale is not used: the
 * language is an argument, and a machine without Dutch locale files writes Dutch numbers all the
 * same. */
#include <groeiplan/gp-format.h>

#include <float.h>
#include <math.h>
#include <string.h>

#define MINUS "\xE2\x88\x92" /* U+2212: as wide as a plus, and never broken off at a line's end */
#define NO_NUMBER "\xE2\x80\x93"
#define MAX_DIGITS 6

/* The message locale without LANGUAGE, which only counts where a locale is set (as gettext does).
 */
static const char *
message_locale (void)
{
  static const char *const names[] = {"LC_ALL", "LC_MESSAGES", "LANG"};

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    const char *value = g_getenv (names[i]);
    if (value != NULL && *value != '\0')
      return value;
  }
  return "C";
}

static gboolean
names_language (const char *locale, const char *language)
{
  gsize length = strlen (language);

  return g_ascii_strncasecmp (locale, language, length) == 0 && !g_ascii_isalnum (locale[length]);
}

GpLanguage
gp_language_current (void)
{
  const char *locale = message_locale ();
  const char *list = g_getenv ("LANGUAGE");
  g_auto (GStrv) wanted = NULL;

  if (g_str_equal (locale, "C") || g_str_equal (locale, "POSIX"))
    return GP_LANGUAGE_ENGLISH;
  if (list == NULL || *list == '\0')
    list = locale;
  wanted = g_strsplit (list, ":", -1);
  for (guint i = 0; wanted[i] != NULL; i++) {
    if (names_language (wanted[i], "nl"))
      return GP_LANGUAGE_DUTCH;
    if (names_language (wanted[i], "en") || names_language (wanted[i], "C"))
      return GP_LANGUAGE_ENGLISH;
  }
  return GP_LANGUAGE_ENGLISH;
}

static int preferred = -1; /* a GpLanguage, or -1: as the language */

GpLanguage
gp_numbers_current (void)
{
  return preferred >= 0 ? (GpLanguage)preferred : gp_language_current ();
}

void
gp_numbers_set_current (GpLanguage language)
{
  preferred = (int)language;
}

/* Digits of a number >= 0, rounded half away from zero ("1234.50"). */
static char *
rounded_digits (double value, guint digits)
{
  double power = pow (10, digits);
  double scaled = value * power;

  /* 2.675 is stored a hair below itself; the nudge of one rounding error makes it count as typed.
   * Beyond 2^49 there is nothing left behind the decimal mark that could be nudged. */
  if (scaled < 562949953421312.0)
    return g_strdup_printf ("%.*f", (int)digits,
                            floor (scaled + 0.5 + scaled * DBL_EPSILON) / power);
  return g_strdup_printf ("%.*f", (int)digits, value);
}

/* Groups "1234567.5" as "1.234.567,5"; sign and text around it are the caller's. */
static char *
group (const char *plain, GpLanguage language)
{
  const char *mark = strpbrk (plain, ".,");
  gsize whole = mark != NULL ? (gsize)(mark - plain) : strlen (plain);
  GString *text = g_string_new (NULL);

  for (gsize i = 0; i < whole; i++) {
    if (i > 0 && (whole - i) % 3 == 0)
      g_string_append_c (text, language == GP_LANGUAGE_DUTCH ? '.' : ',');
    g_string_append_c (text, plain[i]);
  }
  if (mark != NULL) {
    g_string_append_c (text, language == GP_LANGUAGE_DUTCH ? ',' : '.');
    g_string_append (text, mark + 1);
  }
  return g_string_free (text, FALSE);
}

/* before and after stand between the sign and the number, and after it; plus is put before what is
 * above zero after rounding. */
static char *
format (double value, guint digits, GpLanguage language, const char *plus, const char *after)
{
  g_autofree char *plain = NULL;
  g_autofree char *grouped = NULL;
  const char *sign;

  if (!isfinite (value))
    return g_strdup (NO_NUMBER);
  plain = rounded_digits (fabs (value), MIN (digits, MAX_DIGITS));
  grouped = group (plain, language);
  sign = strpbrk (plain, "123456789") == NULL ? "" : value < 0 ? MINUS : plus;
  return g_strconcat (sign, grouped, after, NULL);
}

char *
gp_format_number (double value, guint digits, GpLanguage language)
{
  return format (value, digits, language, "", "");
}

char *
gp_format_difference (double value, guint digits, GpLanguage language)
{
  return format (value, digits, language, "+", "");
}

char *
gp_format_percent (double share, guint digits, GpLanguage language)
{
  return format (share * 100, digits, language, "", "%");
}

/* The number without its sign; G_MININT64 has no positive counterpart in gint64. */
static guint64
magnitude (gint64 value)
{
  return value < 0 ? -(guint64)value : (guint64)value;
}

char *
gp_format_integer (gint64 value, GpLanguage language)
{
  g_autofree char *plain = g_strdup_printf ("%" G_GUINT64_FORMAT, magnitude (value));
  g_autofree char *grouped = group (plain, language);

  return g_strconcat (value < 0 ? MINUS : "", grouped, NULL);
}

char *
gp_format_money (gint64 cents, gboolean with_cents, GpLanguage language)
{
  guint64 amount = magnitude (cents);
  g_autofree char *plain = NULL;
  g_autofree char *grouped = NULL;
  gboolean zero = with_cents ? amount == 0 : amount < 50;

  if (with_cents)
    plain = g_strdup_printf ("%" G_GUINT64_FORMAT ".%02d", amount / 100, (int)(amount % 100));
  else
    plain = g_strdup_printf ("%" G_GUINT64_FORMAT, (amount + 50) / 100);
  grouped = group (plain, language);
  return g_strconcat (cents < 0 && !zero ? MINUS : "",
                      language == GP_LANGUAGE_DUTCH ? "€\u00a0" : "€", grouped, NULL);
}

static char *
format_moment (gint64 when, const char *clock, GpLanguage language)
{
  g_autoptr (GDateTime) moment = g_date_time_new_from_unix_local (when);
  const char *date = language == GP_LANGUAGE_DUTCH ? "%-d-%-m-%Y" : "%Y-%m-%d";
  g_autofree char *form = g_strconcat (date, clock, NULL);

  return moment != NULL ? g_date_time_format (moment, form) : g_strdup ("");
}

char *
gp_format_time (gint64 when, gboolean with_clock, GpLanguage language)
{
  return format_moment (when, with_clock ? " %H:%M" : "", language);
}

char *
gp_format_time_exact (gint64 when, GpLanguage language)
{
  return format_moment (when, " %H:%M:%S", language);
}
