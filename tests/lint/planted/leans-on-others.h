/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Wrong on purpose: uses GLib's types without including them. The header test must refuse it. */
#pragma once

gint64 planted (void);
