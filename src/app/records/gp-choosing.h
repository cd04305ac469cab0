/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An entry whose text is one of many choices: those that fit stand below it while one types; the
 * arrow keys and Enter take one, Escape puts them away. */
#pragma once

#include "gp-records-choices.h"

G_BEGIN_DECLS

/* Takes choices. The popover, the entry's own: the caller shows it as the text changes. */
GpRecordsChoices *gp_choosing_attach (GtkEditable *entry, char **choices);
void gp_choosing_look_for (GpRecordsChoices *self, const char *text);

G_END_DECLS
