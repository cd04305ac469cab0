/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A project file of any contents, used as far as that goes. */
#pragma once

#include "fuzz.h"

/* Opens the file both ways and uses all that can be read from it and done with it: checks,
 * snapshot, history, plans, undo, redo, an edit, a copy. A file that opened and whose data were
 * read stays good: it opens and reads again afterwards. TRUE when it opened. */
gboolean fuzz_use_store (const char *path);
