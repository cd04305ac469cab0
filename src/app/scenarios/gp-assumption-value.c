/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Values of parameters as people write them. What is typed is turned into the plain form and read
 * as a GpDecimal, never as a double: "0,1" stays one tenth. */
#include "gp-assumption.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define NO_LIMIT 1000000000 /* as in the register of parameters */
#define MAX_DIGITS 6

typedef enum { FORM_NUMBER, FORM_SHARE, FORM_FLAG } Form;

static Form
form_of (GpParam param)
{
  const char *unit = gp_param_info (param)->unit;

  if (g_str_equal (unit, "share"))
    return FORM_SHARE;
  return g_str_equal (unit, "flag") ? FORM_FLAG : FORM_NUMBER;
}

static gboolean
is_no_limit (GpParam param, GpDecimal value)
{
  return gp_param_info (param)->max >= NO_LIMIT &&
         gp_decimal_compare (value, gp_decimal_from_int (NO_LIMIT)) >= 0;
}

static char *
format_as (Form form, GpDecimal value, GpLanguage language)
{
  double number = gp_decimal_to_double (value);

  if (form == FORM_FLAG)
    return g_strdup (number != 0 ? _ ("yes") : _ ("no"));
  if (form == FORM_SHARE)
    return gp_format_percent (number, CLAMP (value.scale, 2, 2 + MAX_DIGITS) - 2, language);
  return gp_format_number (number, MIN (value.scale, MAX_DIGITS), language);
}

char *
gp_assumption_format (GpParam param, GpDecimal value, GpLanguage language)
{
  if (is_no_limit (param, value))
    return g_strdup (_ ("no limit"));
  return format_as (form_of (param), value, language);
}

/* ---- reading ----------------------------------------------------------------------------------
 */

/* Without blanks and signs of units, minus as '-', in lower case. */
static char *
bare (const char *text)
{
  g_autofree char *lower = g_utf8_strdown (text, -1);
  GString *out = g_string_new (NULL);

  for (const char *at = lower; *at != '\0'; at = g_utf8_next_char (at)) {
    gunichar c = g_utf8_get_char (at);

    if (c == 0x2212)
      c = '-';
    if (!g_unichar_isspace (c) && c != '%' && c != 0x20AC && c != 0xD7)
      g_string_append_unichar (out, c);
  }
  return g_string_free (out, FALSE);
}

/* Whether every mark has three digits behind it, and digits before it. */
static gboolean
groups_thousands (const char *text, char mark)
{
  const char *at = strchr (text, mark);

  if (at == text || at - text > 4)
    return FALSE;
  for (; at != NULL; at = strchr (at + 1, mark))
    if (strspn (at + 1, "0123456789") != 3)
      return FALSE;
  return TRUE;
}

/* "1.234,5" (Dutch) or "1,234.5" (English) to "1234.5". A lone mark of thousands that groups none
 * is a decimal mark: people type "0.5" in Dutch too. */
static char *
plain_number (const char *text, GpLanguage language)
{
  char group = language == GP_LANGUAGE_DUTCH ? '.' : ',';
  char decimal = language == GP_LANGUAGE_DUTCH ? ',' : '.';
  GString *out = g_string_new (NULL);
  gboolean has_decimal = strchr (text, decimal) != NULL;
  gboolean grouped =
      has_decimal || (strchr (text, group) != NULL && groups_thousands (text, group));

  for (; *text != '\0'; text++) {
    if (*text == decimal || (*text == group && !grouped))
      g_string_append_c (out, '.');
    else if (*text != group)
      g_string_append_c (out, *text);
  }
  return g_string_free (out, FALSE);
}

/* A hundredth of it, exactly. */
static gboolean
divide_by_hundred (GpDecimal *value)
{
  char buffer[GP_DECIMAL_BYTES];

  if (value->units == 0)
    return TRUE;
  if (value->scale > 16)
    return FALSE;
  value->scale = (guint8)(value->scale + 2);
  return gp_decimal_parse (gp_decimal_format (*value, buffer), value); /* without trailing zeros */
}

static gboolean
read_flag (const char *text, GpDecimal *out)
{
  g_autofree char *yes = g_utf8_strdown (_ ("yes"), -1), *no = g_utf8_strdown (_ ("no"), -1);
  gboolean on = g_str_equal (text, yes) || g_str_equal (text, "1");

  if (!on && !g_str_equal (text, no) && !g_str_equal (text, "0"))
    return FALSE;
  *out = gp_decimal_from_int (on);
  return TRUE;
}

static gboolean
parse_as (Form form, const char *text, GpLanguage language, GpDecimal *out)
{
  g_autofree char *typed = bare (text), *plain = NULL;

  if (form == FORM_FLAG)
    return read_flag (typed, out);
  plain = plain_number (typed, language);
  if (!gp_decimal_parse (plain, out))
    return FALSE;
  return form == FORM_NUMBER || divide_by_hundred (out);
}

static GpDecimal
bound (double value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  GpDecimal out = {0, 0};

  gp_decimal_parse (g_ascii_formatd (buffer, sizeof buffer, "%.4f", value), &out);
  return out;
}

static gboolean
is_within (Form form, GpDecimal value, double min, double max, const char *title,
           GpLanguage language, GError **error)
{
  double number = gp_decimal_to_double (value);
  g_autofree char *low = NULL, *high = NULL;

  if (number >= min && number <= max)
    return TRUE;
  low = format_as (form, bound (min), language);
  high = format_as (form, bound (max), language);
  g_set_error (error, GP_ERROR, GP_ERROR_USAGE, _ ("%s must lie between %s and %s."), title, low,
               high);
  return FALSE;
}

static gboolean
not_a_number (Form form, const char *text, GError **error)
{
  if (form == FORM_FLAG)
    g_set_error (error, GP_ERROR, GP_ERROR_USAGE, _ ("“%s” is neither yes nor no."), text);
  else
    g_set_error (error, GP_ERROR, GP_ERROR_USAGE, _ ("“%s” is not a number."), text);
  return FALSE;
}

gboolean
gp_assumption_parse (GpParam param, const char *text, GpLanguage language, GpDecimal *out,
                     GError **error)
{
  const GpParamInfo *info = gp_param_info (param);
  g_autofree char *typed = bare (text), *no_limit = bare (_ ("no limit"));
  Form form = form_of (param);

  if (info->max >= NO_LIMIT && g_str_equal (typed, no_limit)) {
    *out = gp_decimal_from_int (NO_LIMIT);
    return TRUE;
  }
  if (!parse_as (form, text, language, out))
    return not_a_number (form, text, error);
  return is_within (form, *out, info->min, info->max, gp_assumption_title (param), language, error);
}

/* ---- uncertainty ------------------------------------------------------------------------------
 */

static Form
form_of_spread (GpParam param, GpSpreadKind kind)
{
  if (kind == GP_SPREAD_GO)
    return FORM_SHARE;
  return kind == GP_SPREAD_FACTOR ? FORM_NUMBER : form_of (param);
}

char *
gp_assumption_format_spread (GpParam param, GpSpreadKind kind, GpDecimal value, GpLanguage language)
{
  g_autofree char *text = format_as (form_of_spread (param, kind), value, language);

  return kind == GP_SPREAD_FACTOR ? g_strconcat ("× ", text, NULL) : g_steal_pointer (&text);
}

gboolean
gp_assumption_parse_spread (GpParam param, GpSpreadKind kind, const char *text, GpLanguage language,
                            GpDecimal *out, GError **error)
{
  Form form = form_of_spread (param, kind);

  if (kind == GP_SPREAD_VALUE)
    return gp_assumption_parse (param, text, language, out, error);
  if (!parse_as (form, text, language, out))
    return not_a_number (form, text, error);
  return is_within (form, *out, 0, kind == GP_SPREAD_GO ? 1 : GP_MAX_FACTOR,
                    gp_assumption_title (param), language, error);
}
