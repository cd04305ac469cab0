/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Random numbers without a state: a number is a function of the seed, the future and a key. */
#pragma once

#include <glib.h>

/* Philox4x32-10: ten rounds of the counter under the key. */
void gp_philox (const guint32 counter[4], const guint32 key[2], guint32 out[4]);

/* Strictly between 0 and 1, an odd multiple of 2^-53. what: which of the future's draws. */
double gp_futures_uniform (guint64 seed, guint64 number, guint64 what);

/* A key for what is drawn, from its name (FNV-1a, 64 bits). */
guint64 gp_futures_key (const char *name);

/* The value that a triangular distribution stays below with probability u; low <= mode <= high.
 * (F(x) = (x-l)^2 / ((h-l)(m-l)) up to the mode, 1 - (h-x)^2 / ((h-l)(h-m)) from it on.) */
double gp_futures_triangular (double low, double mode, double high, double u);
