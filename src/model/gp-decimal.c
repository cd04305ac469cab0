/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Decimal numbers as typed: read, written and compared without ever going through a double. */
#include <groeiplan/gp-decimal.h>

#include <string.h>

#define MAX_DIGITS 18
#define MAX_SCALE 18
#define MAX_EXPONENT 100000 /* beyond any number that fits; keeps the arithmetic small */

__extension__ typedef __int128 Wide;

/* What was read so far: value = units / 10^scale, once the zeros that are held back are added. */
typedef struct {
  gint64 units;
  gint64 scale;
  gint64 zeros; /* zeros after the last significant digit, not yet in units */
  guint digits;
} Reading;

static gint64
power_of_ten (guint exponent)
{
  gint64 power = 1;

  for (guint i = 0; i < exponent; i++)
    power *= 10;
  return power;
}

/* Zeros are held back until a digit follows, so that trailing ones never count as digits. */
static gboolean
reading_take (Reading *reading, int digit, gboolean fraction)
{
  reading->scale += fraction;
  if (digit == 0) {
    reading->zeros += reading->digits > 0;
    return TRUE;
  }
  if (reading->zeros + reading->digits >= MAX_DIGITS)
    return FALSE;
  reading->digits += (guint)reading->zeros + 1;
  reading->units = reading->units * power_of_ten ((guint)reading->zeros + 1) + digit;
  reading->zeros = 0;
  return TRUE;
}

static gboolean
read_digits (const char **at, Reading *reading, gboolean fraction)
{
  if (!g_ascii_isdigit (**at))
    return FALSE;
  for (; g_ascii_isdigit (**at); (*at)++) {
    if (!reading_take (reading, **at - '0', fraction))
      return FALSE;
  }
  return TRUE;
}

static gboolean
read_exponent (const char **at, gint64 *exponent)
{
  gboolean negative;
  gint64 value = 0;

  (*at)++;
  negative = **at == '-';
  if (**at == '-' || **at == '+')
    (*at)++;
  if (!g_ascii_isdigit (**at))
    return FALSE;
  for (; g_ascii_isdigit (**at); (*at)++)
    value = MIN (value * 10 + (**at - '0'), MAX_EXPONENT);
  *exponent = negative ? -value : value;
  return TRUE;
}

/* Brings a reading into the form that GpDecimal asks for. */
static gboolean
reading_finish (const Reading *reading, gboolean negative, gint64 exponent, GpDecimal *out)
{
  gint64 scale = reading->scale - reading->zeros - exponent;
  gint64 units = reading->units;

  if (units == 0) {
    *out = (GpDecimal){0, 0};
    return TRUE;
  }
  if (scale > MAX_SCALE || (scale < 0 && reading->digits - scale > MAX_DIGITS))
    return FALSE;
  if (scale < 0)
    units *= power_of_ten ((guint)-scale);
  out->units = negative ? -units : units;
  out->scale = (guint8)MAX (scale, 0);
  return TRUE;
}

gboolean
gp_decimal_parse (const char *text, GpDecimal *out)
{
  Reading reading = {0};
  gint64 exponent = 0;
  gboolean negative;

  if (text == NULL)
    return FALSE;
  negative = *text == '-';
  text += negative;
  if (!read_digits (&text, &reading, FALSE))
    return FALSE;
  if (*text == '.') {
    text++;
    if (!read_digits (&text, &reading, TRUE))
      return FALSE;
  }
  if ((*text == 'e' || *text == 'E') && !read_exponent (&text, &exponent))
    return FALSE;
  return *text == '\0' && reading_finish (&reading, negative, exponent, out);
}

char *
gp_decimal_format (GpDecimal value, char buffer[static GP_DECIMAL_BYTES])
{
  gint64 power = power_of_ten (MIN (value.scale, MAX_SCALE));
  gint64 whole = ABS (value.units) / power;
  gint64 rest = ABS (value.units) % power;
  const char *sign = value.units < 0 ? "-" : "";

  if (value.scale == 0)
    g_snprintf (buffer, GP_DECIMAL_BYTES, "%s%" G_GINT64_FORMAT, sign, whole);
  else
    g_snprintf (buffer, GP_DECIMAL_BYTES, "%s%" G_GINT64_FORMAT ".%0*" G_GINT64_FORMAT, sign, whole,
                MIN (value.scale, MAX_SCALE), rest);
  return buffer;
}

double
gp_decimal_to_double (GpDecimal value)
{
  char buffer[GP_DECIMAL_BYTES];

  /* Whole numbers up to 2^53 and powers of ten up to 10^22 are exact doubles, so that one division
   * gives the nearest double; anything longer is left to the C library's careful reading. */
  if (ABS (value.units) <= (G_GINT64_CONSTANT (1) << 53))
    return (double)value.units / (double)power_of_ten (MIN (value.scale, MAX_SCALE));
  return g_ascii_strtod (gp_decimal_format (value, buffer), NULL);
}

GpDecimal
gp_decimal_from_int (gint64 value)
{
  g_return_val_if_fail (value > -power_of_ten (MAX_DIGITS) && value < power_of_ten (MAX_DIGITS),
                        ((GpDecimal){0, 0}));
  return (GpDecimal){value, 0};
}

int
gp_decimal_compare (GpDecimal a, GpDecimal b)
{
  Wide left = (Wide)a.units * power_of_ten (MIN (b.scale, MAX_SCALE));
  Wide right = (Wide)b.units * power_of_ten (MIN (a.scale, MAX_SCALE));

  return (left > right) - (left < right);
}

gboolean
gp_decimal_scaled_floor (GpDecimal value, guint digits, gint64 *out)
{
  gint64 units = value.units;
  gint64 power;

  if (digits >= value.scale) {
    for (guint i = value.scale; i < digits && units != 0; i++) {
      if (units > G_MAXINT64 / 10 || units < G_MININT64 / 10)
        return FALSE;
      units *= 10;
    }
    *out = units;
    return TRUE;
  }
  power = power_of_ten (MIN (value.scale, MAX_SCALE) - digits);
  *out = units / power - (units < 0 && units % power != 0);
  return TRUE;
}
