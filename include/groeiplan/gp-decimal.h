/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * Decimal numbers exactly as a person typed them.
 *
 * The planner computes with doubles, the audit with rationals; both start from the same GpDecimal,
 * so that "0.1" means one tenth to the one that checks. Money is not a GpDecimal but whole cents.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* value = units / 10^scale; |units| < 10^18, scale 0..18, without trailing zeros (so that equal
 * values have equal bits); zero is {0, 0}. */
typedef struct {
  gint64 units;
  guint8 scale;
} GpDecimal;

#define GP_DECIMAL_BYTES 32 /* room for any decimal as text, with its NUL */

/**
 * Reads "12", "-0.25", "1e-9" ('.' as decimal mark, no grouping, no blanks, no NaN or infinity).
 * Returns FALSE and leaves out alone when text is not such a number or has over 18 digits.
 */
gboolean gp_decimal_parse (const char *text, GpDecimal *out);

/* Writes the shortest plain text ("0.25", never an exponent) into buffer; returns buffer. */
char *gp_decimal_format (GpDecimal value, char buffer[static GP_DECIMAL_BYTES]);

double gp_decimal_to_double (GpDecimal value);
GpDecimal gp_decimal_from_int (gint64 value); /* |value| < 10^18 */

/* <0, 0, >0 as a < b, a == b, a > b: exact. */
int gp_decimal_compare (GpDecimal a, GpDecimal b);

/* value x 10^digits rounded down (towards minus infinity); FALSE when that is beyond gint64. */
gboolean gp_decimal_scaled_floor (GpDecimal value, guint digits, gint64 *out);

G_END_DECLS
