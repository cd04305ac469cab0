/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What is wrong with input files, gathered in the order in which a person goes through them.
 *
 * Only the first GP_MAX_PROBLEMS by file and line are kept, however many there are and in whatever
 * order they are found (what concerns the project as a whole is found last), so that a file cannot
 * decide how much memory its errors take.
 */
#include "gp-problems-private.h"

#include <glib/gi18n-lib.h>

typedef struct {
  guint file; /* index into files */
  guint line;
  char *sentence;
} Problem;

struct _GpProblems {
  GPtrArray *files; /* of char: names in the order in which they were announced */
  GArray *errors;   /* of Problem: sorted by file and line, at most GP_MAX_PROBLEMS */
  GPtrArray *notes; /* of char: at most GP_MAX_PROBLEMS */
  guint n_total;
};

static void
problem_clear (gpointer data)
{
  g_free (((Problem *)data)->sentence);
}

GpProblems *
gp_problems_new (void)
{
  GpProblems *problems = g_new0 (GpProblems, 1);
  problems->files = g_ptr_array_new_with_free_func (g_free);
  problems->errors = g_array_new (FALSE, FALSE, sizeof (Problem));
  g_array_set_clear_func (problems->errors, problem_clear);
  problems->notes = g_ptr_array_new_with_free_func (g_free);
  return problems;
}

void
gp_problems_free (GpProblems *problems)
{
  if (problems == NULL)
    return;
  g_ptr_array_unref (problems->files);
  g_array_unref (problems->errors);
  g_ptr_array_unref (problems->notes);
  g_free (problems);
}

guint
gp_problems_n_errors (const GpProblems *problems)
{
  g_return_val_if_fail (problems != NULL, 0);
  return problems->errors->len;
}

const char *
gp_problems_error (const GpProblems *problems, guint i)
{
  g_return_val_if_fail (problems != NULL && i < problems->errors->len, NULL);
  return g_array_index (problems->errors, Problem, i).sentence;
}

guint
gp_problems_n_total (const GpProblems *problems)
{
  g_return_val_if_fail (problems != NULL, 0);
  return problems->n_total;
}

guint
gp_problems_n_notes (const GpProblems *problems)
{
  g_return_val_if_fail (problems != NULL, 0);
  return problems->notes->len;
}

const char *
gp_problems_note (const GpProblems *problems, guint i)
{
  g_return_val_if_fail (problems != NULL && i < problems->notes->len, NULL);
  return g_ptr_array_index (problems->notes, i);
}

/* A name from a file may hold anything: a line end in it would make two lines of one sentence. */
static void
append_visible (GString *sentence, const char *text)
{
  g_autofree char *shown = gp_error_text (text);
  g_string_append (sentence, shown);
}

char *
gp_problems_sentence (const char *file, guint line, const char *column, const char *message)
{
  GString *sentence = g_string_new (NULL);
  if (file != NULL && *file != '\0') {
    append_visible (sentence, file);
    if (line > 0)
      g_string_append_printf (sentence, ":%u", line);
    g_string_append (sentence, ": ");
  }
  if (column != NULL && *column != '\0') {
    append_visible (sentence, column);
    g_string_append (sentence, ": ");
  }
  append_visible (sentence, message);
  return g_string_free (sentence, FALSE);
}

static guint
file_index (GpProblems *problems, const char *file)
{
  if (file == NULL)
    file = "";
  for (guint i = problems->files->len; i-- > 0;)
    if (g_str_equal (g_ptr_array_index (problems->files, i), file))
      return i;
  g_ptr_array_add (problems->files, g_strdup (file));
  return problems->files->len - 1;
}

void
gp_problems_add_file (GpProblems *problems, const char *file)
{
  g_return_if_fail (problems != NULL && file != NULL);
  file_index (problems, file);
}

static gboolean
comes_before (const Problem *a, guint file, guint line)
{
  return a->file < file || (a->file == file && a->line <= line);
}

void
gp_problems_add (GpProblems *problems, const char *file, guint line, const char *column,
                 const char *message)
{
  g_return_if_fail (problems != NULL && message != NULL);
  problems->n_total++;
  guint index = file_index (problems, file);
  guint place = problems->errors->len;
  while (place > 0 &&
         !comes_before (&g_array_index (problems->errors, Problem, place - 1), index, line))
    place--;
  if (place >= GP_MAX_PROBLEMS)
    return;
  if (problems->errors->len == GP_MAX_PROBLEMS)
    g_array_set_size (problems->errors, GP_MAX_PROBLEMS - 1);
  Problem problem = {index, line, gp_problems_sentence (file, line, column, message)};
  g_array_insert_val (problems->errors, place, problem);
}

void
gp_problems_add_note (GpProblems *problems, const char *file, guint line, const char *column,
                      const char *message)
{
  g_return_if_fail (problems != NULL && message != NULL);
  if (problems->notes->len < GP_MAX_PROBLEMS)
    g_ptr_array_add (problems->notes, gp_problems_sentence (file, line, column, message));
}

gboolean
gp_problems_check (const GpProblems *problems, GError **error)
{
  g_return_val_if_fail (problems != NULL, FALSE);
  if (problems->n_total == 0)
    return TRUE;
  const char *first = gp_problems_error (problems, 0);
  guint others = problems->n_total - 1;
  if (others == 0)
    g_set_error_literal (error, GP_ERROR, GP_ERROR_DATA, first);
  else
    g_set_error (
        error, GP_ERROR, GP_ERROR_DATA,
        g_dngettext (GETTEXT_PACKAGE, "%s (and %u more error)", "%s (and %u more errors)", others),
        first, others);
  return FALSE;
}
