/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Wrong on purpose: an extra semicolon is no ISO C. The header test must refuse it. */
#pragma once

#include <glib.h>

gint64 planted (void);
;
