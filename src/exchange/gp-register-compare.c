/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The comparison as a whole: index, decide, tell.
 */
#include <glib/gi18n-lib.h>

#include "gp-register-compare.h"

/* ---- index --------------------------------------------------------------- */

/* The project's key for a code; when two codes come down to one key, the first row has it. */
static void
remember (GHashTable *table, GStringChunk *strings, const char *key, guint32 index)
{
  if (!g_hash_table_contains (table, key))
    g_hash_table_insert (table, g_string_chunk_insert (strings, key), GUINT_TO_POINTER (index + 1));
}

static void
index_project (GpRegisterComparison *c)
{
  const GpProject *project = c->project;
  char school[GP_REGISTER_KEY_BYTES];
  char board[GP_REGISTER_BOARD_BYTES];
  for (guint32 i = 0; i < project->n_schools; i++)
    if (gp_register_school_key_from_code (project->schools[i].code, school))
      remember (c->known_schools, c->data->strings, school, i);
  for (guint32 i = 0; i < project->n_boards; i++)
    if (gp_register_board_key (project->boards[i].code, board) == GP_BOARD_KEY_OK)
      remember (c->known_boards, c->data->strings, board, i);
}

static void
find_targets (GpRegisterComparison *c)
{
  guint n = c->data->boards->len;
  c->n_targets = c->project->n_boards + n;
  c->target_of = g_new (guint32, n);
  c->schools_of = g_new0 (guint, c->n_targets);
  for (guint32 i = 0; i < n; i++) {
    const char *key = g_array_index (c->data->boards, GpRegisterBoard, i).key;
    guint32 known = gp_register_index (c->known_boards, key);
    c->target_of[i] = known != GP_NONE ? known : c->project->n_boards + i;
  }
}

/* ---- notes --------------------------------------------------------------- */

static void note (GpRegisterComparison *c, const char *format, ...) G_GNUC_PRINTF (2, 3);

static void
note (GpRegisterComparison *c, const char *format, ...)
{
  va_list args;
  va_start (args, format);
  g_autofree char *message = g_strdup_vprintf (format, args);
  va_end (args);
  gp_problems_add_note (c->problems, NULL, 0, NULL, message);
}

static void
add_notes (GpRegisterComparison *c)
{
  if (c->not_of_register > 0)
    note (
        c,
        g_dngettext (GETTEXT_PACKAGE,
                     "%u school of the project has a code that is not the register’s and stays as "
                     "it is; start from an empty project to be without it",
                     "%u schools of the project have codes that are not the register’s and stay as "
                     "they are; start from an empty project to be without them",
                     c->not_of_register),
        c->not_of_register);
  if (c->maybe_special > 0)
    note (
        c,
        g_dngettext (GETTEXT_PACKAGE,
                     "%u school is not in the list of regular primary schools and would be closed; "
                     "if it is one of special education, import that list along",
                     "%u schools are not in the list of regular primary schools and would be "
                     "closed; if some are of special education, import that list along",
                     c->maybe_special),
        c->maybe_special);
}

/* ---- the whole ----------------------------------------------------------- */

/* More than a project may hold would only be found out at the end. */
static gboolean
check_size (const GpRegisterComparison *c, GError **error)
{
  guint n_boards = c->project->n_boards;
  for (guint32 target = c->project->n_boards; target < c->n_targets; target++)
    n_boards += c->schools_of[target] > 0;
  if (c->outcomes->len <= GP_MAX_SCHOOLS && n_boards <= GP_MAX_BOARDS)
    return TRUE;
  g_set_error (error, GP_ERROR, GP_ERROR_DATA,
               _ ("With these files the project would have more than %d schools or %d boards; "
                  "import fewer files."),
               GP_MAX_SCHOOLS, GP_MAX_BOARDS);
  return FALSE;
}

static int
compare_changes (gconstpointer a, gconstpointer b)
{
  const GpRegisterChange *x = a, *y = b;
  if (x->table != y->table)
    return x->table < y->table ? -1 : 1;
  if (x->kind != y->kind)
    return x->kind < y->kind ? -1 : 1;
  return g_strcmp0 (x->code, y->code);
}

static gboolean
is_cancelled (GCancellable *cancellable, GError **error)
{
  if (!g_cancellable_is_cancelled (cancellable))
    return FALSE;
  g_set_error_literal (error, GP_ERROR, GP_ERROR_CANCELLED, _ ("The import was cancelled."));
  return TRUE;
}

static gboolean
run (GpRegisterComparison *c, GCancellable *cancellable, GError **error)
{
  index_project (c);
  find_targets (c);
  gp_register_decide_schools (c);
  if (!check_size (c, error) || is_cancelled (cancellable, error))
    return FALSE;
  gp_register_compare_boards (c);
  gp_register_compare_schools (c);
  gp_register_close_boards (c);
  add_notes (c);
  g_array_sort (c->preview->changes, compare_changes);
  return !is_cancelled (cancellable, error);
}

gboolean
gp_register_compare (GpRegisterPreview *preview, GpProblems *problems, GCancellable *cancellable,
                     GError **error)
{
  GpRegisterComparison c = {
      .preview = preview, .project = preview->project, .data = preview->data, .problems = problems};
  c.known_schools = g_hash_table_new (g_str_hash, g_str_equal);
  c.known_boards = g_hash_table_new (g_str_hash, g_str_equal);
  c.outcomes = g_array_new (FALSE, TRUE, sizeof (GpRegisterOutcome));
  gboolean done = run (&c, cancellable, error);
  g_free (c.schools_of);
  g_free (c.target_of);
  g_array_unref (c.outcomes);
  g_hash_table_unref (c.known_boards);
  g_hash_table_unref (c.known_schools);
  return done;
}
