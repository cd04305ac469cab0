/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The two kinds of bytes that a project file keeps in a cell. The first byte says which:
 *
 *   p  the lines of a proof, which are packed first: as many rows come out, or it is refused
 *   z  a proof as it stands in the file
 *   c  a changeset, applied forwards; any other: backwards. One that is found sound ends, and
 *      touches the data tables alone
 */
#include "fuzz.h"

#include "gp-store-private.h"

#include <string.h>

static GpDb *db;
static guint64 untouched; /* what the other tables hold */

static const char *const others[] = {"state",     "history",         "plans",
                                     "plan_rows", "plan_priorities", "results"};

static guint64
count_others (void)
{
  guint64 sum = 0;

  for (guint i = 0; i < G_N_ELEMENTS (others); i++) {
    g_autofree char *sql = g_strdup_printf ("SELECT count (*) FROM %s", others[i]);
    gint64 n;

    FUZZ_CHECK (gp_db_number (db, sql, &n, NULL), "%s", sql);
    sum = sum * 100 + (guint64)n;
  }
  return sum;
}

int
LLVMFuzzerInitialize (int *argc G_GNUC_UNUSED, char ***argv G_GNUC_UNUSED)
{
  GError *error = NULL;

  fuzz_start ();
  db = gp_db_open (":memory:", ":memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, &error);
  FUZZ_CHECK (db != NULL, "%s", error->message);
  FUZZ_CHECK (
      gp_schema_apply (db, 0, gp_schema_n_steps, &error) &&
          gp_db_run (db,
                     "INSERT INTO frame VALUES (1, 'Verzonnen', '2026-2027', '2030-2031', NULL);"
                     "INSERT INTO regions VALUES (1, 'noord', 'Noord'), (2, 'zuid', 'Zuid');"
                     "INSERT INTO sectors VALUES (1, 'po', 'Primair', 1, 1)",
                     &error),
      "%s", error->message);
  untouched = count_others ();
  return 0;
}

/* ---- changesets ---- */

static int
conflict (void *data G_GNUC_UNUSED, int kind G_GNUC_UNUSED,
          sqlite3_changeset_iter *iter G_GNUC_UNUSED)
{
  return SQLITE_CHANGESET_ABORT;
}

static void
try_changeset (const uint8_t *data, size_t size, int flags)
{
  g_autofree void *own = NULL;

  if (!gp_changeset_is_sound (data, size))
    return;
  own = g_memdup2 (data, size);
  FUZZ_CHECK (gp_db_run (db, "BEGIN", NULL), "BEGIN");
  sqlite3changeset_apply_v2 (db->handle, (int)size, own, NULL, conflict, NULL, NULL, NULL, flags);
  FUZZ_CHECK (count_others () == untouched, "another table was changed");
  sqlite3_exec (db->handle, "ROLLBACK", NULL, NULL, NULL);
}

/* ---- proofs ---- */

static void
try_packed (gconstpointer bytes, gsize size, guint n_rows)
{
  g_autoptr (GStringChunk) chunk = g_string_chunk_new (256);
  g_autofree GpProofRow *rows = g_new0 (GpProofRow, n_rows + 1);

  if (!gp_proof_unpack (bytes, size, rows, n_rows, chunk))
    return;
  for (guint i = 0; i < n_rows; i++)
    FUZZ_CHECK (rows[i].board != NULL && rows[i].sector != NULL && rows[i].region != NULL,
                "row %u of %u was left out", i, n_rows);
}

static void
try_lines (const uint8_t *data, size_t size)
{
  g_autoptr (GConverter) gzip =
      G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, 1));
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();
  g_autoptr (GOutputStream) stream = g_converter_output_stream_new (memory, gzip);
  g_autoptr (GBytes) packed = NULL;
  guint n_rows = 0;

  for (size_t i = 0; i < size; i++)
    n_rows += data[i] == '\n' ? 1 : 0;
  FUZZ_CHECK (g_output_stream_write_all (stream, data, size, NULL, NULL, NULL), "gzip");
  g_output_stream_close (stream, NULL, NULL);
  packed = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
  try_packed (g_bytes_get_data (packed, NULL), g_bytes_get_size (packed), n_rows);
  try_packed (g_bytes_get_data (packed, NULL), g_bytes_get_size (packed), n_rows / 2);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  if (size < 2)
    return 0;
  if (data[0] == 'p')
    try_lines (data + 1, size - 1);
  else if (data[0] == 'z')
    try_packed (data + 2, size - 2, data[1]);
  else
    try_changeset (data + 1, size - 1, data[0] == 'c' ? 0 : SQLITE_CHANGESETAPPLY_INVERT);
  return 0;
}
