/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The domain of the library's errors. */
#include <groeiplan/gp-error.h>

G_DEFINE_QUARK (gp - error - quark, gp_error)
