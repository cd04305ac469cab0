/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * Errors of the library.
 *
 * Every message is one sentence (translated) that says what is wrong, where, and what to do. A
 * programmer's mistake is a g_return_if_fail, never a GError; input is never a programmer's
 * mistake.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define GP_ERROR (gp_error_quark ())
GQuark gp_error_quark (void);

/* Text of a file, its name or a person as it may stand in a message: valid UTF-8 on one line, with
 * U+FFFD for each control character (also those that turn the direction) and each byte that is no
 * text. NULL counts as "". A new string. */
char *gp_error_text (const char *text);

typedef enum {
  GP_ERROR_USAGE,     /* the call itself is wrong (command line: exit 2) */
  GP_ERROR_DATA,      /* wrong data: a file, a project or a parameter (exit 3) */
  GP_ERROR_NOT_OURS,  /* the file is no Groeiplan project (exit 3) */
  GP_ERROR_NEWER,     /* the project comes from a newer version (exit 3) */
  GP_ERROR_DAMAGED,   /* the project file is damaged (exit 3) */
  GP_ERROR_FILE,      /* file or system: missing, full, no permission (exit 4) */
  GP_ERROR_BUSY,      /* another program holds the file (exit 4) */
  GP_ERROR_READ_ONLY, /* the project is open for reading only (exit 4) */
  GP_ERROR_SOLVER,    /* numerical trouble: nothing is known (exit 4) */
  GP_ERROR_CANCELLED  /* the caller cancelled; nothing half-done remains (exit 130) */
} GpError;

/**
 * Progress of long work: a share 0..1 (or < 0 where unknown) and what is being done (translated,
 * owned by the caller). Called from the thread that does the work, at most a few times a second.
 */
typedef void (*GpProgressFunc) (double share, const char *doing, gpointer data);

G_END_DECLS
