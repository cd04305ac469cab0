/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A project that is read while GTK starts. Reading and checking one of national size takes a third
 * of the time until the first window, and GTK's own start takes as long: side by side they are
 * there together.
 */
#pragma once

#include "gp-document.h"

G_BEGIN_DECLS

/* Begins to read the file in a worker; what was begun before and never taken is dropped. */
void gp_document_early_begin (const char *path);
/* As gp_document_open (): what was begun, once it is there, or else reads it now. */
GpDocument *gp_document_early_open (const char *path, GError **error);
/* Nobody is going to ask for it any more: the file is let go of. */
void gp_document_early_drop (void);

G_END_DECLS
