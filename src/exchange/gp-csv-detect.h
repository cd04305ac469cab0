/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What kind of CSV file this is: encoding and separator, from its bytes.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum { GP_CSV_UTF8, GP_CSV_WINDOWS_1252, GP_CSV_UTF16 } GpCsvEncoding;

typedef struct {
  GpCsvEncoding encoding;
  guint bom_bytes; /* to skip at the start */
  char separator;
} GpCsvKind;

/* Goes through the open file once, in bounded memory. FALSE with GP_ERROR_CANCELLED, or with an
 * error of the system that names no file. */
gboolean gp_csv_detect (int fd, GCancellable *cancellable, GpCsvKind *out, GError **error);

/* read () that goes on after interruptions; -1 with error (of GIO's domain). */
gssize gp_csv_read_chunk (int fd, guint8 *buffer, gsize size, GError **error);

G_END_DECLS
