/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What other pages found and the document keeps, in the shapes that a report takes: repairs of the
 * Why page, futures of the Futures page. */
#pragma once

#include "gp-exports-work.h"

G_BEGIN_DECLS

/* Copies what is there of the chosen scenario and of the data as they are into exports->input;
 * what was computed from other data is left out. In the window's thread. */
void gp_exports_take_results (GpExports *exports, GpDocument *document);

G_END_DECLS
