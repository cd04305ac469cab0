/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Amounts in whole millionths, rounded to the safe side where a decimal has more digits or a
 * product does not come out: what is there is rounded down, what is asked is rounded up. So a rule
 * that holds in these figures holds exactly. Every usual parameter (six decimals) is exact in them.
 */
#pragma once

#include <groeiplan/gp-decimal.h>

G_BEGIN_DECLS

typedef gint64 GpMicro;
#define GP_MICRO 1000000
#define GP_MICRO_HUNDREDTH 10000

__extension__ typedef __int128 GpWide;

/* a x b, where b is in millionths too. */
static inline GpMicro
gp_micro_times_down (GpMicro a, GpMicro b)
{
  GpWide product = (GpWide)a * b;
  GpWide down = product / GP_MICRO;
  return (GpMicro)(product % GP_MICRO < 0 ? down - 1 : down);
}

static inline GpMicro
gp_micro_times_up (GpMicro a, GpMicro b)
{
  return -gp_micro_times_down (-a, b);
}

static inline GpMicro
gp_micro_down (GpDecimal value)
{
  gint64 out;
  return gp_decimal_scaled_floor (value, 6, &out) ? out : 0;
}

static inline GpMicro
gp_micro_up (GpDecimal value)
{
  return -gp_micro_down ((GpDecimal){-value.units, value.scale});
}

G_END_DECLS
