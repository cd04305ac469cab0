/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Philox4x32-10, as described by Salmon, Moraes, Dror and Shaw (SC 2011): a counter in, four random
 * words out. It passes the usual batteries of tests, needs no state, and is the same everywhere. */
#include "gp-futures-random.h"

#include <math.h>

#define MULTIPLIER_0 0xD2511F53u
#define MULTIPLIER_1 0xCD9E8D57u
#define WEYL_0 0x9E3779B9u /* the golden ratio */
#define WEYL_1 0xBB67AE85u /* the root of three, less one */
#define N_ROUNDS 10

void
gp_philox (const guint32 counter[4], const guint32 key[2], guint32 out[4])
{
  guint32 c0 = counter[0], c1 = counter[1], c2 = counter[2], c3 = counter[3];
  guint32 k0 = key[0], k1 = key[1];

  for (guint round = 0; round < N_ROUNDS; round++) {
    guint64 product_0 = (guint64)MULTIPLIER_0 * c0, product_1 = (guint64)MULTIPLIER_1 * c2;

    c0 = (guint32)(product_1 >> 32) ^ c1 ^ k0;
    c2 = (guint32)(product_0 >> 32) ^ c3 ^ k1;
    c1 = (guint32)product_1;
    c3 = (guint32)product_0;
    k0 += WEYL_0;
    k1 += WEYL_1;
  }
  out[0] = c0;
  out[1] = c1;
  out[2] = c2;
  out[3] = c3;
}

double
gp_futures_uniform (guint64 seed, guint64 number, guint64 what)
{
  const guint32 counter[4] = {(guint32)number, (guint32)(number >> 32), (guint32)what,
                              (guint32)(what >> 32)};
  const guint32 key[2] = {(guint32)seed, (guint32)(seed >> 32)};
  guint32 out[4];

  gp_philox (counter, key, out);
  /* 52 bits, and half a step so that neither 0 nor 1 can come */
  return ldexp ((double)(((guint64)out[1] << 32 | out[0]) >> 12) + 0.5, -52);
}

guint64
gp_futures_key (const char *name)
{
  guint64 hash = G_GUINT64_CONSTANT (0xcbf29ce484222325);

  for (; *name != '\0'; name++)
    hash = (hash ^ (guchar)*name) * G_GUINT64_CONSTANT (0x100000001b3);
  return hash;
}

double
gp_futures_triangular (double low, double mode, double high, double u)
{
  if (!(high > low))
    return low;
  if (u * (high - low) <= mode - low)
    return low + sqrt (u * (high - low) * (mode - low));
  return high - sqrt ((1 - u) * (high - low) * (high - mode));
}
