/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A right header, so that the two wrong ones beside it fail for their own reason. */
#pragma once

#include <glib.h>

gint64 planted (void);
